/* The "/" menu: the commands this person has in this chat. */

import { t } from "./texts.mjs";

const NEED_WORDS = new Set(["bind"]); // nothing without the code behind it

/**
 * @param {import("./phone.mjs").Phone} phone @param {number} chat
 * @param {{send: (words: string) => void, write: (words: string) => void}} field
 */
export function commands(phone, chat, { send, write }) {
  const item = ({ command, description }) => ({
    label: `/${command}`,
    hint: description,
    run: () => (NEED_WORDS.has(command) ? write(`/${command} `) : send(`/${command}`)),
  });
  phone.sheets.actions(t("page-phone-commands"), phone.commandsOf(chat).map(item));
}
