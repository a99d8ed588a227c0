/* What the bot called: each act, and under it the bot's calls, the newest at the bottom. What is there stays there:
   only the new is added, at most once a frame, so it is smooth with hundreds. */

import { fill, h } from "./dom.mjs";
import { actTitle, callRow } from "./call_rows.mjs";
import { button } from "./parts.mjs";
import { t } from "./texts.mjs";
import { say } from "./widgets.mjs";

const NONE = { act: 0, call: 0 }; // the last act and call, by their no
const NEAR = 60; // px from the bottom that count as being there

/**
 * @param {{store: Object}} page
 * @returns {{element: HTMLElement, update(): void, learn(news: Object): void, redraw(): void, shown(): void}}
 */
export function createCalls({ store }) {
  const about = h("p", { class: "p-faint" });
  const filter = h("input", { type: "search", class: "p-search", autocomplete: "off", oninput: () => sieve() });
  const clear = button("p-key", () => empty());
  const list = h("div", { class: "p-calls-list", onscroll: () => follow(isNear()) });
  const newest = button("p-key p-calls-newest", () => follow(true));
  const none = h("p", { class: "p-faint p-calls-none" });
  const tools = h("div", { class: "p-calls-tools" }, filter, clear);
  const element = h("div", { class: "p-calls" }, about, tools, none, list, newest);
  const sections = new Map(); // no of the act -> its section
  let cleared = NONE; // the last ones that were cleared away
  let drawn = NONE; // the last ones that are on the list
  let frame = 0;
  let following = true;

  const isNear = () => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
  function follow(is) {
    following = is;
    newest.hidden = is || !sections.size;
    if (is && !isNear()) list.scrollTop = list.scrollHeight;
  }

  function learn({ acts, calls }) {
    if (frame || !(acts.length || calls.length)) return;
    frame = requestAnimationFrame(draw);
  }

  const last = () => ({ act: store.acts().at(-1)?.no ?? 0, call: store.calls().at(-1)?.no ?? 0 });

  /** Add what has come since the last time. */
  function draw() {
    frame = 0;
    store.acts().filter(({ no }) => no > drawn.act).forEach(addAct);
    store.calls().filter(({ no }) => no > drawn.call).forEach(addCall);
    drawn = last();
    settle();
  }

  function redraw() {
    sections.clear();
    fill(list);
    const { act, call } = last();
    if (act < cleared.act || call < cleared.call) cleared = NONE; // another play, which counts anew
    drawn = cleared;
    draw();
  }

  function settle() {
    forgetOld();
    none.hidden = sections.size > 0;
    follow(following);
  }

  function addAct(act) {
    const section = h("section", { class: "p-act", dataset: { no: act.no } }, actTitle(act, store));
    const [, later = null] = [...sections].find(([no]) => no > act.no) ?? []; // what nobody did stands first
    sections.set(act.no, section);
    list.insertBefore(section, later);
  }

  function addCall(call) {
    if (!sections.has(call.act)) addAct(store.acts().find(({ no }) => no === call.act) ?? { no: call.act });
    const row = callRow(call, store.play().zone);
    row.hidden = !passes(row);
    sections.get(call.act).append(row);
  }

  /** As many as the store keeps; an act goes with the last of its calls. */
  function forgetOld() {
    const first = store.calls()[0]?.no ?? 0;
    for (const row of list.querySelectorAll(".p-call")) {
      if (Number(row.dataset.no) >= first) break;
      row.remove();
    }
    const oldest = store.acts()[0]?.no ?? 0;
    for (const [no, section] of sections) if (no < oldest && !section.querySelector(".p-call")) drop(no, section);
  }

  function drop(no, section) {
    sections.delete(no);
    section.remove();
  }

  const passes = (row) => row.dataset.method.toLowerCase().includes(filter.value.trim().toLowerCase());
  function sieve() {
    for (const row of list.querySelectorAll(".p-call")) row.hidden = !passes(row);
    list.classList.toggle("p-sieved", filter.value.trim() !== "");
    follow(following);
  }

  function empty() {
    cleared = last();
    for (const [no, section] of sections) drop(no, section);
    settle();
  }

  const update = () => {
    say(about, t("page-calls-about"));
    say(clear, t("page-calls-clear"));
    say(none, t("page-calls-none"));
    say(newest, t("page-calls-newest"));
    filter.placeholder = t("page-calls-filter");
    filter.setAttribute("aria-label", t("page-calls-filter"));
  };
  return { element, update, learn, redraw, shown: () => follow(following) };
}
