/* The line above the phones: add one, the open ones (in a small window, where one fills the screen), and those not
   on the screen for whom something new has come. */

import { fill, h } from "./dom.mjs";
import { shortName } from "./names.mjs";
import { button } from "./parts.mjs";
import { t } from "./texts.mjs";
import { waiting } from "./waiting.mjs";
import { call, say } from "./widgets.mjs";

const AT_MOST = 3; // who waits by name; the others are in the picker

/**
 * @param {{store: Object, layout: Object, pick: () => void, show: (key: string, chat?: number) => void}} page
 * @returns {{element: HTMLElement, update(): void}}
 */
export function createChips({ store, layout, pick, show }) {
  const add = button("p-chip p-chip-add", pick);
  const open = h("div", { class: "p-chips-open" });
  const new_ = h("div", { class: "p-chips-new", role: "status" });
  const element = h("nav", { class: "p-chips" }, open, new_, add);
  let drawn = "";

  const update = () => {
    element.setAttribute("aria-label", t("page-people"));
    const those = waiting(store, layout.open());
    const chips = [...openChips(store, layout, show), ...newChips(store, those, show)];
    if (those.length > AT_MOST) chips.push(more(those.length - AT_MOST, pick));
    say(add, `+ ${t("page-add-phone")}`);
    call(add, t("page-add-phone"));
    const looks = chips.map((chip) => chip.outerHTML).join("");
    if (looks === drawn) return; // keep the focus where it is
    drawn = looks;
    fill(open, chips.filter((chip) => chip.matches(".p-chip-open")));
    fill(new_, chips.filter((chip) => !chip.matches(".p-chip-open")));
    open.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  return { element, update };
}

function openChips(store, layout, show) {
  const people = layout.open().map(store.personByKey).filter(Boolean);
  return people.map((person) => {
    const name = shortName(person);
    const count = store.unreadOf(person.id);
    const chip = button("p-chip p-chip-open", () => show(person.key), name, badge(count));
    call(chip, count ? t("page-chip-new", { name, count }) : t("page-chip", { name }));
    if (layout.front() === person.key) chip.setAttribute("aria-current", "true");
    return chip;
  });
}

function newChips(store, those, show) {
  return those.slice(0, AT_MOST).map(({ person, count }) => {
    const name = shortName(person);
    const full = h("span", { class: "p-chip-full" }, t("page-waiting", { name, count }));
    const short = h("span", { class: "p-chip-short" }, name, badge(count));
    const chip = button("p-chip p-chip-new", () => show(person.key, store.privateChat(person.id).id), full, short);
    chip.setAttribute("aria-label", t("page-waiting", { name, count }));
    return chip;
  });
}

function more(count, pick) {
  const full = h("span", { class: "p-chip-full" }, t("page-waiting-more", { count }));
  const chip = button("p-chip p-chip-new", pick, full, h("span", { class: "p-chip-short" }, `+${count}`));
  chip.setAttribute("aria-label", t("page-waiting-more", { count }));
  return chip;
}

const badge = (count) => count > 0 && h("span", { class: "p-badge" }, String(count));
