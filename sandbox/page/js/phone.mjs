/* One person's phone.
 *
 *   createPhone({store, api, person, onClose}) -> {element, update(news), openChat(chatId), focus(), close()}
 *
 * `person` is their id. `element` is <section class="phone" data-person="<key>" data-person-id="<id>">, which fills its
 * parent. The phone listens to the store and to the language by itself; update(news?) is only for those who want to
 * force it (without news: everything). openChat(chatId) shows that chat; openChat(null) the list of chats. focus() puts
 * the cursor into the field for words. onClose() is called when its × is tapped; close() ends what it listens to, to
 * be called by whoever takes the element away. While a chat is open on a phone it counts as read.
 */

import { fill, h } from "./dom.mjs";
import { createChatList } from "./chatlist.mjs";
import { createHeader } from "./header.mjs";
import { payloadOf } from "./links.mjs";
import { wordsOf } from "./notices.mjs";
import { createRoom } from "./room.mjs";
import { createSheets } from "./sheets.mjs";
import { noNews } from "./store.mjs";
import { onLanguage } from "./texts.mjs";
import { view } from "./viewer.mjs";

const ALL = { ...noNews(), fresh: true, play: true };
const NOBODY = {
  key: "",
  name: "?",
  latin: "",
  posts: [],
  home: "",
  reads: "zh-CN",
  started: false,
  blocked: false,
  phone: "",
  commands: {},
};

/** What the parts of a phone are given. @typedef {ReturnType<typeof createTools>} Phone */

/** @param {{store, api, person: number, onClose?: () => void}} options */
export function createPhone({ store, api, person, onClose }) {
  const screenBox = h("div", { class: "phone-screen" });
  const body = h("div", { class: "phone-body" });
  const sheets = createSheets(body);
  const key = store.person(person)?.key ?? "";
  const element = h(
    "section",
    { class: "phone", dataset: { person: key, personId: String(person) } },
    body,
    sheets.layer,
    sheets.toasts,
  );
  const phone = createTools({ store, api, person, sheets, element, openChat });
  let header;
  let screen;

  /** Make everything anew, in the language of now; what is half written stays. */
  function build() {
    header = createHeader(phone, onClose);
    fill(body, header.element, screenBox);
    header.update();
    element.setAttribute("aria-label", phone.who().name);
    element.dataset.person = phone.who().key;
    show();
  }

  function show() {
    screen?.close();
    screen = phone.state.chat === null ? createChatList(phone) : createRoom(phone, phone.state.chat);
    fill(screenBox, screen.element);
    screen.update(ALL);
  }

  function openChat(chat) {
    phone.state.chat = chat;
    show();
  }

  function update(news = ALL) {
    if (news.fresh) return begin();
    if (news.people.has(person)) header.update();
    for (const toast of news.toasts) if (toast.person === person) answered(toast);
    const moved = store.chat(phone.state.chat)?.moved_to;
    if (moved) openChat(moved);
    else screen.update(news);
  }

  function begin() {
    const open = store.chat(phone.state.chat)?.moved_to ?? phone.state.chat;
    const isThere = open !== null && (store.chat(open) || open === store.privateChat(person).id);
    phone.state.chat = isThere ? open : firstChat(store, person);
    build();
  }

  /** The bot has answered a tap: with words, an alert, a link to itself, or with nothing. */
  function answered({ text, alert, url }) {
    for (const rest of phone.state.answers.splice(0)) rest();
    if (url) phone.openLink(url);
    else if (text && alert) sheets.alert(text);
    else if (text) sheets.toast(text);
  }

  begin();
  const ends = [store.subscribe(update), onLanguage(build)];
  const close = () => {
    for (const end of ends) end();
    screen.close();
  };
  return { element, update, openChat, focus: () => screen.focus(), close };
}

/** Who has one chat only sees it at once. */
function firstChat(store, person) {
  const chats = store.chatsOf(person);
  return chats.length === 1 ? chats[0].id : null;
}

function createTools({ store, api, person, sheets, element, openChat }) {
  const state = {
    chat: null,
    topics: new Map(), // chat -> the topic that is open
    drafts: new Map(), // chat -> words not sent yet
    replies: new Map(), // chat -> message to be answered
    edits: new Map(), // chat -> message being edited
    asked: new Map(), // chat -> the last forced reply, so that it is opened once
    hiddenKeys: new Map(), // chat -> message whose keyboard was put away
    anonymous: new Set(), // groups in which they hide
    answers: [], // what is to be done when the next tap is answered
  };
  const phone = {
    id: person,
    store,
    sheets,
    state,
    openChat,
    who: () => store.person(person) ?? { ...NOBODY, id: person },
    chat: (id) => store.chat(id) ?? store.privateChat(person),
    zone: () => store.play()?.zone ?? "Asia/Shanghai",
    botName: () => store.play()?.username ?? "",
    commandsOf: (chat) => phone.who().commands[String(chat)] ?? [],
    awaitAnswer: (done) => state.answers.push(done),
    view: (address, isFilm) => view(element, address, isFilm),
    /** Where an act goes: nothing for the chat with the bot. */
    at(chat, topic) {
      if (phone.chat(chat).kind === "private") return {};
      return { chat, ...(topic ? { topic } : {}), ...(state.anonymous.has(chat) ? { anonymous: true } : {}) };
    },
    /** Do something as this person; what is refused is shown. @returns {Promise<boolean>} whether it was done */
    act(name, fields = {}, files = []) {
      const refused = (error) => {
        sheets.toast(wordsOf(error), true);
        return false;
      };
      return api.act({ act: name, by: person, ...fields }, files).then(() => true, refused);
    },
    say: (text, chat, where = phone.at(chat)) => phone.act("says", { ...where, text }),
    /** Open the chat with the bot by a link. @param {string} payload */
    start(payload) {
      openChat(store.privateChat(person).id);
      return phone.act("start", payload ? { payload } : {});
    },
    /** @returns {boolean} whether the link leads to the bot, and so was opened here */
    openLink(address) {
      const payload = payloadOf(address, phone.botName());
      if (payload === null) return false;
      const isOpen = phone.who().started && !payload;
      if (isOpen) openChat(store.privateChat(person).id);
      else phone.start(payload);
      return true;
    },
  };
  return phone;
}
