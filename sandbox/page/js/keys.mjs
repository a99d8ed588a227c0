/* The reply keyboard that the bot has put up in a chat. */

import { fill, h } from "./dom.mjs";
import { icon } from "./icons.mjs";
import { button } from "./parts.mjs";
import { t } from "./texts.mjs";

/**
 * @param {import("./phone.mjs").Phone} phone @param {number} chat
 * @param {{toggle: HTMLElement, where: () => Object, sent: () => void}} around the button that hides and shows it;
 *   where a key's words go, and what is to be done when they went
 * @returns {{element: HTMLElement, update(), turn()}}
 */
export function createKeys(phone, chat, { toggle, where, sent }) {
  const { hiddenKeys } = phone.state;
  const element = h("div", { class: "reply-keys", hidden: true, role: "group", "aria-label": t("page-phone-keys") });
  let drawn = "";

  function update() {
    const { keys } = phone.chat(chat);
    const row = (each) =>
      h(
        "div",
        { class: "keys-row" },
        each.map((one) => key(one, keys)),
      );
    const looks = JSON.stringify(keys); // the same is told anew with every message: focus stays where it is
    if (looks !== drawn) fill(element, keys?.rows.map(row));
    drawn = looks;
    const isHidden = !keys || hiddenKeys.get(chat) === keys.message;
    element.hidden = isHidden;
    toggle.hidden = !keys;
    toggle.setAttribute("aria-expanded", String(!isHidden));
  }

  function key({ text, asks }, keys) {
    const press = async () => {
      if (asks && !(await phone.sheets.confirm(t(`page-phone-share-${asks}`), t("page-phone-share")))) return;
      const done = await phone.act("presses", { ...where(), label: text });
      if (done) sent();
      if (done && keys.once) hide(keys);
    };
    return button("reply-key", press, asks && icon(asks), text);
  }

  function hide(keys) {
    hiddenKeys.set(chat, keys.message);
    update();
  }

  /** Hide it, or show it again. */
  function turn() {
    const { keys } = phone.chat(chat);
    if (!keys) return;
    if (hiddenKeys.get(chat) === keys.message) hiddenKeys.delete(chat);
    else hiddenKeys.set(chat, keys.message);
    update();
  }

  return { element, update, turn };
}
