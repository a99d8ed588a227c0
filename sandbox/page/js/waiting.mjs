/* For whom something new waits. What is said in a group waits for everybody in it and is not counted: only what was
   said to them. */

/**
 * @param {Object} store @param {{id: number}} person
 * @returns {number} messages in their chat with the bot that they have not seen
 */
export function newFor(store, person) {
  const chat = store.privateChat(person.id);
  return chat ? store.unread(person.id, chat.id) : 0;
}

/**
 * Those who are not on the screen and for whom something new has come, the latest first.
 * @param {Object} store @param {string[]} open keys of those on the screen
 * @returns {{person: Object, count: number}[]}
 */
export function waiting(store, open) {
  const latest = (person) => store.last(store.privateChat(person.id).id).at;
  return store
    .people()
    .filter((person) => !open.includes(person.key))
    .map((person) => ({ person, count: newFor(store, person) }))
    .filter(({ person, count }) => count > 0 && !(count === 1 && greeted(store, person)))
    .sort((one, other) => latest(other.person).localeCompare(latest(one.person)));
}

/** Is the newest but the answer to their own /start, as all of them get it when the language is changed? */
function greeted(store, person) {
  const own = store.messages(store.privateChat(person.id).id).at(-2);
  return own?.by === person.id && own.text === "/start";
}

/** Before any of the people has done anything nothing is new: what stands there is the beginning, and counts as seen. */
export function beginRead(store) {
  if (store.acts().some(({ by }) => by !== null)) return;
  for (const person of store.people()) for (const chat of store.chatsOf(person.id)) store.read(person.id, chat.id);
}
