/* Up to which message each person has seen each chat, kept over a reload of the page. */

const KEY = "redvest.seen";

/**
 * @param {{getItem: Function, setItem: Function}} memory localStorage, or whatever is like it
 * @returns {{mark(person: number, chat: number, last: number): number,
 *   looked(person: number, chat: number, last: number): boolean, deleted(chat: number, id: number, last: number): void}}
 *   looked() says whether that is news
 */
export function createSeen(memory) {
  const marks = read(memory);
  const keep = () => memory.setItem(KEY, JSON.stringify(marks));
  return {
    /** A mark past the last message is of an earlier play, in which there were more: it says nothing. */
    mark(person, chat, last) {
      const mark = marks[`${person}:${chat}`] ?? 0;
      return mark > last ? 0 : mark;
    },
    looked(person, chat, last) {
      if ((marks[`${person}:${chat}`] ?? 0) === last) return false;
      marks[`${person}:${chat}`] = last;
      keep();
      return true;
    },
    /** A message was deleted, which leaves this one the last: who had seen it has seen all that is left. */
    deleted(chat, id, last) {
      const those = Object.keys(marks).filter((key) => key.endsWith(`:${chat}`) && marks[key] > last && marks[key] <= id);
      for (const key of those) marks[key] = last;
      if (those.length) keep();
    },
  };
}

function read(memory) {
  try {
    return JSON.parse(memory.getItem(KEY)) ?? {};
  } catch {
    return {}; // somebody else's words under our key
  }
}
