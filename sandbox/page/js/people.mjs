/* The picker: everybody, in parts, and the groups; one tap opens a phone. */

import { createDialog } from "./dialog.mjs";
import { fill, h } from "./dom.mjs";
import { fullName, standing } from "./format.mjs";
import { partOf, shortName } from "./names.mjs";
import { button } from "./parts.mjs";
import { t } from "./texts.mjs";
import { newFor } from "./waiting.mjs";
import { say } from "./widgets.mjs";

const PARTS = ["residents", "buildings", "leaders", "office", "property", "volunteers"];
const AHEAD = ["leaders", "buildings", "office", "volunteers"]; // whose phone a group is opened on, if there is one

/** Does what is searched for stand in any of these words? @param {string} sought @param {string[]} words */
export const fits = (sought, words) => words.join(" ").toLowerCase().includes(sought.trim().toLowerCase());

/** Whose phone a group is opened on: a leader's rather than another's. @param {Object[]} members */
export function opener(members) {
  const rank = (person) => (AHEAD.indexOf(partOf(person)) + AHEAD.length + 1) % (AHEAD.length + 1);
  return [...members].sort((one, other) => rank(one) - rank(other))[0];
}

/**
 * @param {{store: Object, layout: Object, show: (key: string, chat?: number) => void}} page
 * @returns {{element: HTMLElement, open(): void, update(): void}}
 */
export function createPeople({ store, layout, show }) {
  const search = h("input", { type: "search", class: "p-search", autocomplete: "off", oninput: () => list() });
  const found = h("div", { class: "p-found" });
  const dialog = createDialog("p-picker", search, found);
  const choose = (key, chat) => {
    dialog.close();
    show(key, chat);
  };

  function list() {
    const people = store.people().filter((person) => fits(search.value, [...namesOf(person), standing(person)]));
    const parts = PARTS.map((part) => ({ part, rows: people.filter((person) => partOf(person) === part) }))
      .filter(({ rows }) => rows.length)
      .map(({ part, rows }) => section(t(`page-pick-${part}`), rows.map(personRow)));
    const groups = groupsIn(store).filter(({ chat }) => fits(search.value, [chat.title]));
    if (groups.length) parts.push(section(t("page-pick-groups"), groups.map(groupRow)));
    fill(found, parts.length ? parts : h("p", { class: "p-faint" }, t("page-pick-none")));
  }

  function personRow(person) {
    const count = newFor(store, person);
    return row(() => choose(person.key), fullName(person), standing(person), [
      layout.open().includes(person.key) && h("span", { class: "p-faint" }, t("page-pick-open")),
      count > 0 && h("span", { class: "p-badge" }, t("page-pick-new", { count })),
    ]);
  }

  function groupRow({ chat, members }) {
    const by = opener(members);
    const about = t("page-pick-group", { count: members.length, name: shortName(by) });
    return row(() => choose(by.key, chat.id), chat.title, about, []);
  }

  const update = () => {
    dialog.update(t("page-pick-title"));
    search.placeholder = t("page-pick-search");
    search.setAttribute("aria-label", t("page-pick-search"));
    if (dialog.element.open) list();
  };
  const open = () => {
    search.value = "";
    list();
    dialog.open();
    found.scrollTop = 0;
  };
  return { element: dialog.element, open, update };
}

const namesOf = (person) => [person.name, person.latin];

/** The groups with whom of us is inside. */
const groupsIn = (store) =>
  store
    .chats()
    .filter((chat) => chat.kind !== "private" && !chat.moved_to)
    .map((chat) => ({ chat, members: chat.members.map(store.person).filter(Boolean) }))
    .filter(({ members }) => members.length);

const section = (title, rows) => h("section", { class: "p-part" }, h("h3", {}, title), ...rows);

function row(onclick, name, about, marks) {
  const words = h("span", { class: "p-pick-words" }, h("span", { class: "p-pick-name" }), h("span", { class: "p-faint" }, about));
  say(words.firstElementChild, name);
  return button("p-pick", onclick, words, ...marks);
}
