/* What the page knows: the server's changes put together. No DOM, no network, no clock; runs under node, too. */

import { createSeen } from "./seen.mjs";

/** @typedef {{id: number, key: string, name: string, latin: string, posts: {role: string, grid: string, place: string}[],
 *   home: string, reads: string, started: boolean, blocked: boolean, deactivated: boolean, phone: string,
 *   commands: Object<string, {command: string, description: string}[]>}} Person */
/** @typedef {{id: number, kind: string, title: string, person: ?number, members: number[], admins: number[], bot: string,
 *   moved_to: ?number, topics: {id: number, name: string, closed: boolean}[], keys: ?Object, answer: ?number}} Chat */
/** @typedef {{chat: number, id: number, at: string, edited: boolean, by: ?number, from: string, bot: boolean, html: string,
 *   text: string, media: ?Object, album: ?string, reply: ?Object, forward: string, buttons: Object[][], topic: ?number,
 *   service: string}} Message   (the rest as in the protocol) */
/** @typedef {{fresh: boolean, play: boolean, people: Set<number>, chats: Set<number>, messages: Map<number, Set<number>>,
 *   read: Set<string>, toasts: Object[], typing: Set<number>, acts: Object[], calls: Object[],
 *   gone: {chats: number[], people: number[]}}} News
 *   What one apply() has changed: ids of people and chats, ids of messages by chat; `read` holds "person:chat" whose
 *   unread count may differ; toasts, typing, acts and calls are the new ones only. */

const KEPT = 300;

/**
 * @param {Storage} [memory] where it is kept who has seen what: localStorage, or whatever is like it
 * @returns apply(changes), subscribe(listener), read(person, chat), and what is known (below, each a function)
 */
export function createStore(memory = { getItem: () => null, setItem: () => undefined }) {
  const people = new Map();
  const chats = new Map();
  const rooms = new Map(); // chat -> {byId: Map, order: ids rising}
  const listeners = new Set();
  const seen = createSeen(memory);
  const known = { play: null, acts: [], calls: [] };
  const last = (chat) => rooms.get(chat)?.byId.get(rooms.get(chat).order.at(-1));

  function learn(changes) {
    const news = { ...noNews(), fresh: Boolean(changes.fresh), play: Boolean(changes.play) };
    if (changes.fresh) for (const map of [people, chats, rooms]) map.clear();
    if (changes.fresh) Object.assign(known, { play: null, acts: [], calls: [] });
    if (changes.play) known.play = { ...known.play, ...changes.play };
    for (const person of changes.people ?? []) news.people.add(person.id) && people.set(person.id, person);
    for (const chat of changes.chats ?? []) news.chats.add(chat.id) && chats.set(chat.id, chat);
    for (const message of changes.messages ?? []) {
      learnMessage(rooms, message, news);
      if (message.deleted) seen.deleted(message.chat, message.id, last(message.chat)?.id ?? 0);
    }
    for (const id of changes.gone?.chats ?? []) news.gone.chats.push(id) && (chats.delete(id), rooms.delete(id));
    for (const id of changes.gone?.people ?? []) news.gone.people.push(id) && people.delete(id);
    for (const id of changes.typing ?? []) news.typing.add(id);
    for (const list of ["acts", "calls", "toasts"]) news[list] = changes[list] ?? [];
    known.acts = [...known.acts, ...news.acts].slice(-KEPT);
    known.calls = [...known.calls, ...news.calls].slice(-KEPT);
    return news;
  }

  function tell(news) {
    for (const listener of [...listeners]) listener(news);
  }

  const store = {
    /** @param {Object} changes one event of the server @returns {News} */
    apply(changes) {
      const news = learn(changes);
      tell(news);
      return news;
    },
    /** @param {(news: News) => void} listener @returns {() => void} ends it */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    play: () => known.play,
    acts: () => known.acts,
    calls: () => known.calls,
    /** @returns {Person|undefined} */
    person: (id) => people.get(id),
    personByKey: (key) => [...people.values()].find((person) => person.key === key),
    people: () => [...people.values()],
    /** @returns {Chat|undefined} */
    chat: (id) => chats.get(id),
    chats: () => [...chats.values()],
    /** Their chat with the bot, also before its first word. @returns {Chat} */
    privateChat: (person) =>
      [...chats.values()].find((chat) => chat.kind === "private" && chat.person === person) ?? blankChat(person),
    /** Groups, those with the newest word first; `inside` or not. @returns {Chat[]} */
    groupsOf: (person, inside = true) =>
      [...chats.values()]
        .filter((chat) => chat.kind !== "private" && !chat.moved_to && chat.members.includes(person) === inside)
        .sort((one, other) => (last(other.id)?.at ?? "").localeCompare(last(one.id)?.at ?? "") || other.id - one.id),
    /** Their chat with the bot, then the groups they are in. @returns {Chat[]} */
    chatsOf: (person) => [store.privateChat(person), ...store.groupsOf(person)],
    /** Oldest first. @returns {Message[]} */
    messages: (chat) => (rooms.get(chat)?.order ?? []).map((id) => rooms.get(chat).byId.get(id)),
    message: (chat, id) => rooms.get(chat)?.byId.get(id),
    last,
    /** How many messages of others have come since they last looked. */
    unread(person, chat) {
      const mark = seen.mark(person, chat, last(chat)?.id ?? 0);
      const order = rooms.get(chat)?.order ?? [];
      let count = 0;
      for (let at = order.length - 1; at >= 0 && order[at] > mark; at -= 1) {
        const message = rooms.get(chat).byId.get(order[at]);
        if (message.by !== person && !message.service) count += 1;
      }
      return count;
    },
    /** The same over all their chats. */
    unreadOf: (person) => store.chatsOf(person).reduce((sum, chat) => sum + store.unread(person, chat.id), 0),
    /** They have looked at this chat: nothing in it is unread any more. */
    read(person, chat) {
      if (seen.looked(person, chat, last(chat)?.id ?? 0)) tell({ ...noNews(), read: new Set([`${person}:${chat}`]) });
    },
  };
  return store;
}

function learnMessage(rooms, message, news) {
  const room = rooms.get(message.chat) ?? { byId: new Map(), order: [] };
  rooms.set(message.chat, room);
  if (message.deleted) {
    room.byId.delete(message.id);
    room.order = room.order.filter((id) => id !== message.id);
  } else {
    if (!room.byId.has(message.id)) put(room.order, message.id);
    room.byId.set(message.id, message);
  }
  if (!news.messages.has(message.chat)) news.messages.set(message.chat, new Set());
  news.messages.get(message.chat).add(message.id);
}

/** Nearly always at the end; a late one goes to its place. */
function put(order, id) {
  let at = order.length;
  while (at > 0 && order[at - 1] > id) at -= 1;
  order.splice(at, 0, id);
}

/** Somebody's chat with the bot before either has said a word; its id is the person's, as on Telegram. */
function blankChat(person) {
  const nobody = { members: [person], admins: [], topics: [], keys: null, answer: null };
  return { id: person, kind: "private", title: "", person, bot: "member", moved_to: null, ...nobody };
}

export const noNews = () => ({
  fresh: false,
  play: false,
  people: new Set(),
  chats: new Set(),
  messages: new Map(),
  read: new Set(),
  toasts: [],
  typing: new Set(),
  acts: [],
  calls: [],
  gone: { chats: [], people: [] },
});
