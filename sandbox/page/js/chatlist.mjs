/* The chats of a person: the bot's, their groups, and the groups they could join. */

import { fill, h } from "./dom.mjs";
import { serviceWords } from "./bubble.mjs";
import { shortDay, time } from "./format.mjs";
import { sender } from "./names.mjs";
import { botFace, button, face } from "./parts.mjs";
import { t } from "./texts.mjs";

/** @param {import("./phone.mjs").Phone} phone @returns a screen: {element, update(news), focus, close} */
export function createChatList(phone) {
  const list = h("div", { class: "chats" });
  const element = h("div", { class: "screen" }, list);

  function update(news) {
    const all = phone.store.chatsOf(phone.id);
    const isElse = news.fresh || news.play || news.people.size || news.chats.size || news.read.size;
    if (!isElse && !all.some(({ id }) => news.messages.has(id))) return;
    const others = phone.store.groupsOf(phone.id, false);
    const heading = others.length > 0 && h("h4", {}, t("page-phone-other-groups"));
    fill(
      list,
      all.map((chat) => row(phone, chat)),
      heading,
      others.map((chat) => offer(phone, chat)),
    );
  }

  return { element, update, focus: () => list.querySelector("button")?.focus(), close: () => undefined };
}

function row(phone, chat) {
  const isGroup = chat.kind !== "private";
  const name = isGroup ? chat.title : t("page-phone-bot");
  const last = phone.store.last(chat.id);
  const below = last ? lastWords(last, phone, isGroup) : t("page-phone-empty");
  const words = [h("span", { class: "chat-name" }, name), h("span", { class: "chat-last" }, below)];
  const when = last && h("time", {}, moment(last.at, phone));
  const side = h("span", { class: "chat-side" }, when, badge(phone.store.unread(phone.id, chat.id)));
  const open = () => phone.openChat(chat.id);
  return button("chat", open, isGroup ? face(name) : botFace(), h("span", { class: "chat-words" }, words), side);
}

function badge(unread) {
  return unread > 0 && h("span", { class: "badge", "aria-label": t("page-phone-unread", { count: unread }) }, unread);
}

function offer(phone, chat) {
  const join = async () => (await phone.act("joins", { chat: chat.id })) && phone.openChat(chat.id);
  const words = h("span", { class: "chat-words" }, h("span", { class: "chat-name" }, chat.title));
  const way = button("plain", join, t("page-phone-join"));
  way.setAttribute("aria-label", `${t("page-phone-join")} ${chat.title}`);
  return h("div", { class: "chat" }, face(chat.title), words, way);
}

function lastWords(message, phone, isGroup) {
  if (message.service) return serviceWords(message);
  const words = message.text.replace(/\s+/g, " ") || t(`page-phone-kind-${kindOf(message)}`);
  if (message.by === phone.id && !message.bot) return t("page-phone-said-by-me", { words });
  return isGroup ? t("page-phone-said-by", { name: sender(message), words }) : words;
}

const kindOf = (message) =>
  message.media?.kind ?? ["location", "contact", "poll", "dice"].find((kind) => message[kind]) ?? "message";

/** The time of today's, the day of what is older. */
function moment(at, phone) {
  const zone = phone.zone();
  const now = phone.store.play()?.clock ?? at;
  return shortDay(at, zone) === shortDay(now, zone) ? time(at, zone) : shortDay(at, zone);
}
