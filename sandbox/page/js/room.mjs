/* A chat that is open on a phone: its bar, its topics, its messages, and what stands below them. */

import { fill, h } from "./dom.mjs";
import { createChatBar } from "./chatbar.mjs";
import { createComposer } from "./composer.mjs";
import { createLog } from "./log.mjs";
import { messageMenu } from "./messagemenu.mjs";
import { button } from "./parts.mjs";
import { t } from "./texts.mjs";

const TYPING_STAYS = 5000; // ms

/** @param {import("./phone.mjs").Phone} phone @param {number} chat @returns a screen: {element, update(news), focus, close} */
export function createRoom(phone, chat) {
  const known = () => phone.chat(chat);
  const topic = () => (known().topics.length ? (phone.state.topics.get(chat) ?? null) : undefined);
  const bar = createChatBar(phone, chat);
  const tabs = h("div", { class: "topics", role: "tablist", "aria-label": t("page-phone-topics") });
  const bottom = h("div", { class: "bottom" });
  const log = createLog(phone, chat, { menu: (message) => messageMenu(phone, message, composer), topic });
  const composer = createComposer(phone, chat, topic);
  const element = h("div", { class: "screen room" }, bar.element, tabs, log.element, bottom);
  element.addEventListener("dragover", (event) => event.preventDefault());
  element.addEventListener(
    "drop",
    (event) => standing === "composer" && composer.take(event.dataTransfer.files, event),
  );
  let timer;
  let standing = "";
  let drawn = ""; // the topics

  function update(news) {
    const isConcerned = news.fresh || news.chats.has(chat) || news.people.has(phone.id);
    if (isConcerned || news.people.size) bar.update();
    if (isConcerned) showTopics();
    if (isConcerned) showBottom();
    const messages = news.messages.get(chat);
    if (news.fresh || messages) log.update();
    if (news.typing.has(chat)) type(true);
    if (messages && [...messages].some((id) => phone.store.message(chat, id)?.bot)) type(false);
    phone.store.read(phone.id, chat);
    bar.count();
  }

  function type(is) {
    clearTimeout(timer);
    if (is) timer = setTimeout(() => type(false), TYPING_STAYS);
    bar.typing(is);
    log.typing(is);
  }

  /** What can be done here: write, or first start, unblock or join. */
  function showBottom() {
    const now = standingOf(phone.who(), known());
    if (now === "composer") composer.update();
    if (now === standing) return;
    standing = now;
    fill(bottom, now === "composer" ? composer.element : gate(phone, chat, now));
  }

  function showTopics() {
    const { topics } = known();
    tabs.hidden = !topics.length;
    const all = topics.length ? [{ id: null, name: t("page-phone-topic-general") }, ...topics] : [];
    const looks = JSON.stringify(all); // the same is told anew with every message: focus stays where it is
    if (looks !== drawn) fill(tabs, all.map((each) => tab(each, () => choose(each.id))));
    drawn = looks;
    for (const [at, { id }] of all.entries()) tabs.children[at].setAttribute("aria-selected", String(id === topic()));
  }

  function choose(id) {
    phone.state.topics.set(chat, id);
    showTopics();
    log.update();
    log.down();
  }

  const close = () => {
    clearTimeout(timer);
    log.close();
  };
  return { element, update, focus: composer.focus, close };
}

function standingOf(person, chat) {
  if (person.deactivated) return "deactivated";
  if (chat.kind !== "private") return chat.members.includes(person.id) ? "composer" : "join";
  if (person.blocked) return "unblock";
  return person.started ? "composer" : "start";
}

/** The one thing to do before anything can be written. */
function gate(phone, chat, standing) {
  const words = h("p", {}, t(`page-phone-gate-${standing}`));
  const does = {
    start: () => phone.act("start"),
    unblock: () => phone.act("unblocks"),
    join: () => phone.act("joins", { chat }),
  };
  if (!does[standing]) return h("div", { class: "gate" }, words);
  return h("div", { class: "gate" }, words, button("primary wide", does[standing], t(`page-phone-${standing}`)));
}

const tab = ({ name, closed }, onclick) =>
  h("button", { type: "button", role: "tab", class: "topic", onclick }, closed ? `🔒 ${name}` : name);
