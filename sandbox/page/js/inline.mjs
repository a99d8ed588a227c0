/* The buttons under a message. */

import { h } from "./dom.mjs";
import { icon } from "./icons.mjs";
import { button } from "./parts.mjs";
import { isHarmless, payloadOf } from "./links.mjs";

const PATIENCE = 15_000; // ms after which a button stops waiting for an answer

/** @param {import("./store.mjs").Message} message @param {import("./phone.mjs").Phone} phone @returns {?HTMLElement} */
export function inlineKeys(message, phone) {
  if (!message.buttons?.length) return null;
  const rows = message.buttons.map((row) =>
    h(
      "div",
      { class: "keys-row" },
      row.map((each) => key(each, message, phone)),
    ),
  );
  return h("div", { class: "keys" }, rows);
}

function key({ text, data, url }, message, phone) {
  if (!url) return button("key", (event) => tap(event.currentTarget, data, message, phone), text);
  const isDeep = payloadOf(url, phone.botName()) !== null;
  if (isDeep) return button("key", () => phone.openLink(url), text, icon("link"));
  const href = isHarmless(url) ? url : null;
  return h("a", { class: "key", href, target: "_blank", rel: "noopener noreferrer" }, text, icon("link"));
}

/** The button turns until the bot has answered (the phone learns of it by a toast, or by the edited message). */
async function tap(element, data, message, phone) {
  if (element.getAttribute("aria-busy") === "true") return;
  element.setAttribute("aria-busy", "true");
  const rest = () => element.removeAttribute("aria-busy");
  phone.awaitAnswer(rest);
  setTimeout(rest, PATIENCE);
  if (!(await phone.act("taps", { chat: message.chat, message: message.id, data }))) rest();
}
