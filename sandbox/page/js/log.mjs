/* The messages of a chat, and how they scroll. */

import { h, keyed } from "./dom.mjs";
import { line, mend } from "./bubble.mjs";
import { entriesOf } from "./entries.mjs";
import { day } from "./format.mjs";
import { icon } from "./icons.mjs";
import { button } from "./parts.mjs";
import { t } from "./texts.mjs";

const SHOWN = 200; // messages at first, and more with each "earlier"
const NEAR = 60; // px from the bottom that still count as being there

/**
 * @param {import("./phone.mjs").Phone} phone @param {number} chat
 * @param {{menu: (message: Object) => void, topic: () => ?number}} around
 * @returns {{element: HTMLElement, update: () => void, typing: (is: boolean) => void, down: () => void}}
 */
export function createLog(phone, chat, { menu, topic }) {
  const earlier = button("plain earlier", more, t("page-phone-earlier"));
  const lines = h("div", { class: "lines" });
  const dots = h(
    "div",
    { class: "typing-dots", hidden: true, "aria-label": t("page-phone-typing") },
    h("i"),
    h("i"),
    h("i"),
  );
  const content = h("div", { class: "log-content" }, earlier, lines, dots);
  const scroller = h(
    "div",
    { class: "log", role: "log", tabindex: "0", "aria-label": t("page-phone-messages") },
    content,
  );
  const count = h("span");
  const toEnd = button("to-end", down, icon("down"), count);
  toEnd.setAttribute("aria-label", t("page-phone-down"));
  const isGroup = phone.chat(chat).kind !== "private";
  const around = { phone, chat, isGroup, menu, jump };
  let entries = [];
  let limit = SHOWN;
  let isAtEnd = true;
  let missed = 0;
  let newest = phone.store.last(chat)?.id ?? 0;

  let height = 0; // of the content when it was last scrolled

  scroller.addEventListener("scroll", () => {
    const isReader = scroller.scrollHeight === height; // else it moved because the content has changed
    height = scroller.scrollHeight;
    if (isAtEnd && !isReader) return;
    isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
    if (isAtEnd) missed = 0;
    showEnd();
  });
  // New messages, pictures that arrive, keyboards that open: who was at the end stays there.
  const stay = new ResizeObserver(() => isAtEnd && down());
  stay.observe(content);
  stay.observe(scroller);

  const days = new Map(); // of each time, as it is asked for at every change
  const dayOf = (at) => days.get(at) ?? days.set(at, day(at, phone.zone())).get(at);
  const make = (entry) => line(entry, around);
  const patch = (row, entry, before) => mend(row, entry, before, around);
  const visible = () => {
    const of = topic();
    const all = phone.store.messages(chat);
    return of === undefined ? all : all.filter((message) => (message.topic ?? null) === of);
  };

  function update() {
    const all = visible();
    countMissed(all);
    entries = entriesOf(all.slice(-limit), phone.id, dayOf, entries);
    earlier.hidden = all.length <= limit;
    keyed(lines, entries, (entry) => entry.key, make, patch);
    if (isAtEnd) requestAnimationFrame(() => isAtEnd && down());
    showEnd();
  }

  function countMissed(all) {
    const before = missed;
    for (let at = all.length - 1; at >= 0 && all[at].id > newest; at -= 1) {
      if (all[at].by === phone.id && !all[at].bot)
        isAtEnd = true; // one's own word is always seen
      else missed += 1;
    }
    newest = Math.max(newest, all.at(-1)?.id ?? 0);
    if (isAtEnd) missed = 0;
    else limit += missed - before; // nothing goes away above while somebody reads there
  }

  function showEnd() {
    toEnd.hidden = isAtEnd;
    scroller.classList.toggle("above", !isAtEnd);
    count.textContent = missed ? String(missed) : "";
  }

  function down() {
    isAtEnd = true;
    missed = 0;
    height = scroller.scrollHeight;
    scroller.scrollTop = height;
    showEnd();
  }

  function more() {
    const below = scroller.scrollHeight - scroller.scrollTop;
    isAtEnd = false;
    limit += SHOWN;
    update();
    scroller.scrollTop = scroller.scrollHeight - below;
  }

  function jump(id) {
    const place = visible().findIndex((message) => message.id === id);
    if (place < 0) return;
    limit = Math.max(limit, visible().length - place + 20);
    isAtEnd = false;
    update();
    const row = lines.querySelector(`[data-message="${id}"]`) ?? rowOfAlbum(id);
    row?.scrollIntoView({ block: "center" });
    row?.classList.remove("found");
    requestAnimationFrame(() => row?.classList.add("found"));
  }

  function rowOfAlbum(id) {
    const entry = entries.find(({ messages }) => messages.some((message) => message.id === id));
    return entry && lines.querySelector(`[data-message="${entry.messages[0].id}"]`);
  }

  const typing = (is) => {
    dots.hidden = !is;
  };
  const element = h("div", { class: "log-frame" }, scroller, toEnd);
  return { element, update, typing, down, close: () => stay.disconnect() };
}
