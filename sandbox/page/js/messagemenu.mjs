/* What can be done with one message: reply, edit, forward, copy. */

import { t } from "./texts.mjs";

/** @param {import("./phone.mjs").Phone} phone @param {import("./store.mjs").Message} message @param composer of its chat */
export function messageMenu(phone, message, composer) {
  const isOwn = message.by === phone.id && !message.bot;
  const hasWords = message.text || ["photo", "video"].includes(message.media?.kind); // or could have a caption
  const canEdit = isOwn && !message.forward && hasWords;
  phone.sheets.actions(t("page-phone-message-menu"), [
    { label: t("page-phone-reply"), icon: "reply", run: () => composer.reply(message.id) },
    canEdit && { label: t("page-phone-edit"), icon: "edit", run: () => composer.edit(message) },
    { label: t("page-phone-forward"), icon: "forward", run: () => forward(phone, message) },
    message.text && { label: t("page-phone-copy"), icon: "file", run: () => copy(phone, message.text) },
  ]);
}

function forward(phone, message) {
  const send = async (chat) => {
    const where = phone.at(chat.id);
    const done = await phone.act("forwards", { from_chat: message.chat, message: message.id, ...where });
    if (done) phone.openChat(chat.id);
  };
  phone.sheets.actions(
    t("page-phone-forward-to"),
    phone.store.chatsOf(phone.id).map((chat) => ({
      label: chat.kind === "private" ? t("page-phone-bot") : chat.title,
      icon: chat.kind === "private" ? "bot" : "group",
      run: () => send(chat),
    })),
  );
}

function copy(phone, words) {
  navigator.clipboard
    .writeText(words)
    .then(() => phone.sheets.toast(t("page-phone-copied")))
    .catch(() => phone.sheets.toast(t("page-phone-not-copied"), true));
}
