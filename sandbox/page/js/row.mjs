/* The phones side by side. */

import { h } from "./dom.mjs";
import { shortName } from "./names.mjs";
import { button } from "./parts.mjs";
import { createPhone } from "./phone.mjs";
import { t } from "./texts.mjs";
import { call, say } from "./widgets.mjs";

const SHOWN_FOR = 2400; // ms that a phone is marked which was asked for
const NOTHING = { fresh: false, play: false, people: new Set(), chats: new Set(), messages: new Map(), read: new Set(), toasts: [], typing: new Set() };
const small = matchMedia("(max-width: 700px)"); // one phone fills the screen, the others lie behind it

/**
 * @param {{store: Object, api: Object, layout: Object}} page
 * @returns {{element: HTMLElement, update(): void, show(key: string, chat?: ?number): void}} show() opens or brings
 *   forward somebody's phone (at that chat), and marks it
 */
export function createRow({ store, api, layout }) {
  const places = new Map(); // key of the person -> Place
  const none = h("p", { class: "p-row-none" });
  const phones = h("div", { class: "p-phones" });
  const element = h("main", { class: "p-row" }, phones, none);

  const update = () => {
    const people = layout.open().map(store.personByKey).filter(Boolean);
    for (const [key, place] of places) if (!people.includes(place.person)) leave(key, place, people);
    for (const person of people) if (!places.has(person.key)) places.set(person.key, enter(person));
    arrange(phones, people.map(({ key }) => places.get(key).element));
    const front = people.find(({ key }) => key === layout.front()) ?? people[0];
    people.forEach((person, at) => places.get(person.key).update({ isFirst: at === 0, isFront: person === front }));
    none.hidden = people.length > 0;
    say(none, t("page-no-phones"));
  };

  /** A person told anew is the same person: only their words may be others. */
  function leave(key, place, people) {
    const same = people.find((person) => person.id === place.person.id);
    if (same) place.person = same;
    else {
      places.delete(key);
      place.phone.close();
      place.element.remove();
    }
  }

  /** A phone is opened at Redvest: it is what everybody is here for. */
  function enter(person) {
    const place = createPlace({ store, api, layout, person });
    place.phone.openChat(store.privateChat(person.id).id);
    return place;
  }

  const show = (key, chat) => {
    layout.show(key);
    const place = places.get(key);
    if (!place) return;
    if (chat) place.phone.openChat(chat);
    mark(place.element);
  };

  layout.subscribe(update);
  small.addEventListener("change", update);
  return { element, update, show };
}

function createPlace({ store, api, layout, person }) {
  const { key } = person;
  let isSeen = false;
  const read = (...chat) => isSeen && store.read(...chat); // what lies behind another phone stays unread
  const left = button("p-place-left", () => layout.moveLeft(key), "‹");
  const phone = createPhone({ store: { ...store, read }, api, person: person.id, onClose: () => layout.close(key) });
  const element = h("div", { class: "p-place" }, left, phone.element);
  const place = { person, phone, element, update };
  return place;

  function update({ isFirst, isFront }) {
    call(left, t("page-move-left", { name: shortName(place.person) }));
    left.hidden = isFirst;
    element.classList.toggle("p-front", isFront);
    const wasSeen = isSeen;
    isSeen = isFront || !small.matches;
    if (isSeen && !wasSeen) phone.update(NOTHING); // no news, but now it is looked at
  }
}

/** Put them in this order; moveBefore, where there is one, keeps how far each has been scrolled. */
function arrange(parent, elements) {
  const move = (parent.moveBefore ?? parent.insertBefore).bind(parent);
  let at = parent.firstElementChild;
  for (const element of elements) {
    if (element === at) at = at.nextElementSibling;
    else if (element.isConnected) move(element, at);
    else parent.insertBefore(element, at);
  }
}

/** Bring it into view, and set it off for a moment. @param {HTMLElement} element */
export function mark(element) {
  element.scrollIntoView({ behavior: "smooth", inline: "center", block: "nearest" });
  element.classList.remove("p-here");
  requestAnimationFrame(() => element.classList.add("p-here"));
  setTimeout(() => element.classList.remove("p-here"), SHOWN_FOR);
}
