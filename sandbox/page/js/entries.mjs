/* What stands in a chat, line by line: days, words of Telegram itself, messages, albums as one. No DOM. */

/** @typedef {{key: string, kind: "day"|"service"|"message", messages: import("./store.mjs").Message[], at: string,
 *   isOwn: boolean, isFirst: boolean}} Entry   isFirst: of several by the same sender, so that the name stands over it */

const RUN = 10 * 60 * 1000; // ms after which a name is shown again

/**
 * @param {import("./store.mjs").Message[]} messages oldest first @param {number} person whose phone it is
 * @param {(at: string) => string} dayOf @param {Entry[]} before what stood there: what is the same stays the same object
 * @returns {Entry[]}
 */
export function entriesOf(messages, person, dayOf, before = []) {
  const old = new Map(before.map((entry) => [entry.key, entry]));
  const entries = [];
  const albums = new Map();
  let day = "";
  for (const message of messages) {
    const album = message.album && albums.get(message.album);
    if (album) {
      album.messages.push(message);
      continue;
    }
    if (dayOf(message.at) !== day) {
      day = dayOf(message.at);
      entries.push({ key: `day ${day}`, kind: "day", messages: [], at: message.at, isOwn: false, isFirst: true });
    }
    const entry = entryOf(message, person, entries.at(-1));
    if (message.album) albums.set(message.album, entry);
    entries.push(entry);
  }
  return entries.map((entry) => (isSame(entry, old.get(entry.key)) ? old.get(entry.key) : entry));
}

function entryOf(message, person, above) {
  const kind = message.service ? "service" : "message";
  const isOwn = !message.bot && message.by === person;
  const last = above?.kind === "message" ? above.messages[0] : null;
  const isSameSender = last && last.by === message.by && last.from === message.from && last.bot === message.bot;
  const isFirst = !isSameSender || new Date(message.at) - new Date(last.at) > RUN;
  return { key: `message ${message.id}`, kind, messages: [message], at: message.at, isOwn, isFirst };
}

function isSame(entry, old) {
  if (!old || entry.isFirst !== old.isFirst || entry.messages.length !== old.messages.length) return false;
  return entry.kind === "day" || entry.messages.every((message, at) => message === old.messages[at]);
}
