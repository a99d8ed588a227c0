/* The bar over an open chat: back, whose chat it is, and what can be done to a group. */

import { fill, h } from "./dom.mjs";
import { ask } from "./forms.mjs";
import { botFace, face, round } from "./parts.mjs";
import { t } from "./texts.mjs";

/** @param {import("./phone.mjs").Phone} phone @param {number} chat @returns {{element, update(), count(), typing(is)}} */
export function createChatBar(phone, chat) {
  const picture = h("span", { class: "bar-face" });
  const title = h("span", { class: "bar-title" });
  const below = h("span", { class: "bar-below" });
  const menu = round("more", t("page-phone-group-menu"), () => groupMenu(phone, phone.chat(chat)));
  const back = round("back", t("page-phone-back"), () => phone.openChat(null));
  const elsewhere = h("span", { class: "badge", hidden: true });
  back.append(elsewhere);
  const element = h("div", { class: "bar" }, back, picture, h("div", { class: "bar-words" }, title, below), menu);
  let isTyping = false;

  function update() {
    const known = phone.chat(chat);
    const isGroup = known.kind !== "private";
    const name = isGroup ? known.title : t("page-phone-bot");
    fill(picture, isGroup ? face(known.title) : botFace());
    fill(title, name);
    fill(below, isTyping ? t("page-phone-typing") : isGroup ? groupWords(known) : `@${phone.botName()}`);
    menu.hidden = !isGroup;
  }

  /** How many new messages there are in the other chats, beside the way back to them. */
  function count() {
    const unread = phone.store.unreadOf(phone.id) - phone.store.unread(phone.id, chat);
    elsewhere.hidden = unread === 0;
    elsewhere.textContent = String(unread);
  }

  const typing = (is) => {
    isTyping = is;
    update();
  };
  return { element, update, count, typing };
}

const groupWords = (chat) =>
  `${t("page-phone-members", { count: chat.members.length })} · ${t(`page-phone-bot-${chat.bot}`)}`;

function groupMenu(phone, chat) {
  const isInside = chat.members.includes(phone.id);
  const isAdmin = chat.admins.includes(phone.id);
  const isHidden = phone.state.anonymous.has(chat.id);
  const mayPhotos = chat.permissions?.can_send_photos !== false;
  phone.sheets.actions(chat.title, [
    isInside
      ? { label: t("page-phone-leave"), icon: "out", isDanger: true, run: () => phone.act("leaves", { chat: chat.id }) }
      : { label: t("page-phone-join"), icon: "group", run: () => phone.act("joins", { chat: chat.id }) },
    { label: t("page-phone-group-members"), icon: "group", run: () => showMembers(phone, chat) },
    { label: t("page-phone-rename"), icon: "edit", run: () => rename(phone, chat) },
    {
      label: t("page-phone-bot-standing"),
      icon: "bot",
      hint: t(`page-phone-bot-${chat.bot}`),
      run: () => standing(phone, chat),
    },
    {
      label: t(mayPhotos ? "page-phone-photos-forbid" : "page-phone-photos-allow"),
      icon: "camera",
      run: () => phone.act("permits", { chat: chat.id, right: "can_send_photos", allowed: !mayPhotos }),
    },
    chat.kind === "group" && {
      label: t("page-phone-upgrade"),
      icon: "up",
      hint: t("page-phone-upgrade-hint"),
      run: () => phone.act("upgrades", { chat: chat.id }),
    },
    isAdmin && {
      label: t("page-phone-anonymous"),
      icon: "contact",
      hint: t("page-phone-anonymous-hint"),
      isChosen: isHidden,
      run: () => hide(phone, chat, isHidden),
    },
  ]);
}

function hide(phone, chat, isHidden) {
  if (isHidden) phone.state.anonymous.delete(chat.id);
  else phone.state.anonymous.add(chat.id);
}

async function rename(phone, chat) {
  const said = await ask(phone, t("page-phone-rename"), [
    { name: "title", label: t("page-phone-title"), value: chat.title },
  ]);
  if (said) phone.act("renames", { chat: chat.id, title: said.title });
}

function standing(phone, chat) {
  const choices = ["administrator", "member", "restricted", "kicked"];
  const set = (status) => phone.act("sets_bot", { chat: chat.id, status });
  phone.sheets.actions(
    t("page-phone-bot-standing"),
    choices.map((status) => ({
      label: t(`page-phone-bot-${status}`),
      isChosen: chat.bot === status,
      run: () => set(status),
    })),
  );
}

function showMembers(phone, chat) {
  const members = chat.members.map((id) => phone.store.person(id)).filter(Boolean);
  const row = ({ id, name }) => {
    const isAdmin = chat.admins.includes(id) && h("small", {}, t("page-phone-admin"));
    return h("li", {}, face(name, id), h("span", {}, name), isAdmin);
  };
  const list = h("ul", { class: "members" }, members.map(row));
  phone.sheets.sheet({ title: t("page-phone-members", { count: members.length }), content: [list] });
}
