/* One message (or one album) in a chat. */

import { fill, h } from "./dom.mjs";
import { album } from "./album.mjs";
import { day, time, tint } from "./format.mjs";
import { inlineKeys } from "./inline.mjs";
import { markup } from "./markup.mjs";
import { media, others } from "./media.mjs";
import { sender } from "./names.mjs";
import { button, round } from "./parts.mjs";
import { t } from "./texts.mjs";

/** @typedef {{phone: import("./phone.mjs").Phone, chat: number, isGroup: boolean, menu: (message: Object) => void,
 *   jump: (id: number) => void}} Around   what a line of a chat can do to the chat around it */

/** @param {import("./entries.mjs").Entry} entry @param {Around} around @returns {HTMLElement} */
export function line(entry, around) {
  if (entry.kind === "day") return h("div", { class: "day" }, h("span", {}, day(entry.at, around.phone.zone())));
  if (entry.kind === "service") return h("div", { class: "service" }, h("span", {}, serviceWords(entry.messages[0])));
  const message = entry.messages[0];
  const row = h("div", { class: "row", dataset: { message: String(message.id) } });
  row.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, .keys")) return;
    event.preventDefault();
    around.menu(message);
  });
  return filled(row, entry, around);
}

/** The same line when its message has been edited, or more of its album has come. */
export function mend(row, entry, before, around) {
  if (entry.kind !== "message") return;
  filled(row, entry, around);
  const [now, then] = [entry.messages[0], before.messages[0]];
  if (now.html === then.html && JSON.stringify(now.buttons) === JSON.stringify(then.buttons)) return;
  row.classList.add("changed"); // what is in it is new, so the highlight runs each time
}

function filled(row, entry, around) {
  const message = entry.messages[0];
  const isBare = Boolean(message.dice || message.media?.kind === "sticker" || message.media?.kind === "video_note");
  const looks = ["row", entry.isOwn ? "own" : "other", entry.isFirst && "first", isBare && "bare"];
  row.className = looks.filter(Boolean).join(" ");
  const bubble = h("div", { class: "bubble" }, parts(entry, around));
  const menu = round("more", t("page-phone-message-menu"), () => around.menu(message), "bubble-menu");
  return fill(row, h("div", { class: "bubble-line" }, bubble, menu), inlineKeys(message, around.phone));
}

function parts(entry, around) {
  const { phone } = around;
  const message = entry.messages[0];
  const tapped = { link: (address) => phone.openLink(address), command: (words) => phone.say(words, around.chat) };
  const worded = entry.messages.find((each) => each.html) ?? message;
  const name = around.isGroup && !entry.isOwn && entry.isFirst;
  return [
    name && h("div", { class: ["sender", tint(message.by ?? message.from)] }, sender(message)),
    message.forward && h("div", { class: "forwarded" }, t("page-phone-forwarded", { name: message.forward })),
    message.reply && quote(message.reply, around),
    entry.messages.length > 1 ? album(entry.messages, phone) : media(message, phone),
    others(message, phone),
    worded.html && h("div", { class: "words" }, markup(worded.html, tapped)),
    stamp(message, phone),
  ];
}

function quote(reply, around) {
  const words = reply.text || (reply.kind ? t(`page-phone-kind-${reply.kind}`) : "…");
  const jump = () => around.jump(reply.id);
  return button(`reply-quote ${tint(reply.from)}`, jump, h("b", {}, sender(reply)), h("span", {}, words));
}

function stamp(message, phone) {
  const edited = message.edited && h("span", {}, t("page-phone-edited"), " ");
  return h("div", { class: "stamp" }, edited, h("time", { datetime: message.at }, time(message.at, phone.zone())));
}

/** @param {import("./store.mjs").Message} message of Telegram itself */
export function serviceWords(message) {
  const from = sender(message);
  return t(`page-phone-service-${message.service}`, { name: message.service_name || from, from });
}
