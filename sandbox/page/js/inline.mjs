/* The buttons under a message. */

import { h } from "./dom.mjs";
import { icon } from "./icons.mjs";
import { isHarmless, payloadOf } from "./links.mjs";

const PATIENCE = 15_000; // ms after which a button stops waiting for an answer

/** @param {import("./store.mjs").Message} message @param {import("./phone.mjs").Phone} phone @returns {?HTMLElement} */
export function inlineKeys(message, phone) {
  if (!message.buttons?.length) return null;
  const rows = message.buttons.map((row) => h("div", { class: "keys-row" }, row.map((button) => key(button, message, phone))));
  return h("div", { class: "keys" }, rows);
}

function key(button, message, phone) {
  if (!button.url) return h("button", { type: "button", class: "key", onclick: (event) => tap(event.currentTarget, button, message, phone) }, button.text);
  const isDeep = payloadOf(button.url, phone.botName()) !== null;
  if (isDeep) return h("button", { type: "button", class: "key", onclick: () => phone.openLink(button.url) }, button.text, icon("link"));
  const href = isHarmless(button.url) ? button.url : null;
  return h("a", { class: "key", href, target: "_blank", rel: "noopener noreferrer" }, button.text, icon("link"));
}

/** The button turns until the bot has answered (the phone learns of it by a toast, or by the edited message). */
async function tap(element, button, message, phone) {
  if (element.getAttribute("aria-busy") === "true") return;
  element.setAttribute("aria-busy", "true");
  const rest = () => element.removeAttribute("aria-busy");
  phone.awaitAnswer(rest);
  setTimeout(rest, PATIENCE);
  if (!(await phone.act("taps", { chat: message.chat, message: message.id, data: button.data }))) rest();
}
