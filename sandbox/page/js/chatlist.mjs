/* The chats of a person: the bot's, their groups, and the groups they could join. */

import { fill, h } from "./dom.mjs";
import { initial, shortDay, time, tint } from "./format.mjs";
import { icon } from "./icons.mjs";
import { serviceWords } from "./bubble.mjs";
import { t } from "./texts.mjs";

/** @param {import("./phone.mjs").Phone} phone @returns a screen: {element, update(news), focus, close} */
export function createChatList(phone) {
  const list = h("div", { class: "chats" });
  const element = h("div", { class: "screen" }, list);

  function update(news) {
    const all = phone.store.chatsOf(phone.id);
    const isConcerned = news.fresh || news.people.size || news.chats.size || news.read.size || all.some(({ id }) => news.messages.has(id));
    if (!isConcerned) return;
    const others = phone.store.groupsOf(phone.id, false);
    fill(list, all.map((chat) => row(phone, chat)), others.length > 0 && h("h4", {}, t("page-phone-other-groups")), others.map((chat) => offer(phone, chat)));
  }

  return { element, update, focus: () => list.querySelector("button")?.focus(), close: () => undefined };
}

function row(phone, chat) {
  const isGroup = chat.kind !== "private";
  const name = isGroup ? chat.title : t("page-phone-bot");
  const last = phone.store.last(chat.id);
  const unread = phone.store.unread(phone.id, chat.id);
  const face = h("span", { class: ["face", isGroup ? tint(name) : "bot-face"], "aria-hidden": "true" }, isGroup ? initial(name) : icon("bot"));
  const words = h("span", { class: "chat-words" }, h("span", { class: "chat-name" }, name), h("span", { class: "chat-last" }, last ? lastWords(last, phone, isGroup) : t("page-phone-empty")));
  const side = h("span", { class: "chat-side" }, last && h("time", {}, moment(last.at, phone)), unread > 0 && h("span", { class: "badge", "aria-label": t("page-phone-unread", { count: unread }) }, unread));
  return h("button", { type: "button", class: "chat", dataset: { chat: String(chat.id) }, onclick: () => phone.openChat(chat.id) }, face, words, side);
}

function offer(phone, chat) {
  const join = async () => (await phone.act("joins", { chat: chat.id })) && phone.openChat(chat.id);
  const button = h("button", { type: "button", class: "plain", "aria-label": `${t("page-phone-join")} ${chat.title}`, onclick: join }, t("page-phone-join"));
  return h("div", { class: "chat" }, h("span", { class: ["face", tint(chat.title)], "aria-hidden": "true" }, initial(chat.title)), h("span", { class: "chat-words" }, h("span", { class: "chat-name" }, chat.title)), button);
}

function lastWords(message, phone, isGroup) {
  if (message.service) return serviceWords(message);
  const words = message.text.replace(/\s+/g, " ") || t(`page-phone-kind-${kindOf(message)}`);
  if (message.by === phone.id && !message.bot) return t("page-phone-said-by-me", { words });
  return isGroup ? t("page-phone-said-by", { name: message.from, words }) : words;
}

const kindOf = (message) =>
  message.media?.kind ?? ["location", "contact", "poll", "dice"].find((kind) => message[kind]) ?? "message";

/** The time of today's, the day of what is older. */
function moment(at, phone) {
  const zone = phone.zone();
  const now = phone.store.play()?.clock ?? at;
  return shortDay(at, zone) === shortDay(now, zone) ? time(at, zone) : shortDay(at, zone);
}
