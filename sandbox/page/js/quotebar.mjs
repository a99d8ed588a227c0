/* The bar over the field for words that says what is being answered or edited. */

import { fill, h } from "./dom.mjs";
import { icon } from "./icons.mjs";
import { sender } from "./names.mjs";
import { round } from "./parts.mjs";
import { t } from "./texts.mjs";

/** @param {import("./phone.mjs").Phone} phone @param {number} chat @param {() => void} drop @returns {{element, update()}} */
export function createQuoteBar(phone, chat, drop) {
  const element = h("div", { class: "quote-bar", hidden: true });

  function update() {
    const edited = phone.state.edits.get(chat);
    const message = phone.store.message(chat, edited ?? phone.state.replies.get(chat));
    element.hidden = !message;
    if (!message) return;
    const title = edited ? t("page-phone-editing") : t("page-phone-replying", { name: sender(message) });
    const words = message.text || (message.media ? t(`page-phone-kind-${message.media.kind}`) : "…");
    const quoted = h("div", { class: "quote-words" }, h("b", {}, title), h("span", {}, words));
    fill(element, icon(edited ? "edit" : "reply"), quoted, round("close", t("page-phone-drop"), drop));
  }

  return { element, update };
}
