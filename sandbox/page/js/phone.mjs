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
export function createPhone({ store, api, person, onClose }) {
  throw new Error("not yet");
}
