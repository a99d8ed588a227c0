/* The top bar: what this is, the time, and the ways to everything else. In a small window all but ☰ folds away. */

import { h, svg } from "./dom.mjs";
import { button } from "./parts.mjs";
import { t } from "./texts.mjs";
import { troubles } from "./trouble.mjs";
import { call, say } from "./widgets.mjs";

const VEST = "M9 3h4c.5 4 1.5 7 3 9 1.5-2 2.5-5 3-9h4c0 4 1 7 4 9v17H17V14h-2v15H5V12c3-2 4-5 4-9z";

/**
 * @param {{store: Object, time: Object, speaking: Object, drawer: {toggle: Function, at: Function}, guide: HTMLElement,
 *   save: () => void}} page   `guide` is the button that brings the guide back
 * @returns {{element: HTMLElement, menu: HTMLElement, fold(): void, update(): void}} `menu` is ☰, which folds the bar
 *   out and in; fold() puts it away
 */
export function createBar({ store, time, speaking, drawer, guide, save }) {
  const about = h("p", { class: "p-about" });
  const vest = svg("svg", { viewBox: "0 0 32 32", class: "p-vest", "aria-hidden": "true" }, svg("path", { d: VEST }));
  const brand = h("div", { class: "p-brand" }, vest, h("div", {}, h("h1", {}, "红马甲 Redvest"), about));
  const turn = (name) => () => {
    drawer.toggle(name);
    fold();
  };
  const trouble = button("p-key p-key-trouble", turn("trouble"));
  const calls = button("p-key", turn("calls"));
  const keep = button("p-key", () => {
    fold();
    save();
  });
  const ways = h("div", { class: "p-keys p-ways" }, guide, trouble, calls, keep, speaking.element);
  const element = h("header", { class: "p-bar", id: "bar" }, brand, time.element, ways);
  const menu = button("p-menu", () => fold(!element.classList.contains("p-out")), "☰");
  menu.setAttribute("aria-controls", element.id);

  function fold(out = false) {
    element.classList.toggle("p-out", out);
    menu.setAttribute("aria-expanded", String(out));
    say(menu, out ? "×" : "☰");
  }

  const update = () => {
    const wrong = troubles(store.play());
    say(about, t("page-about"));
    say(trouble, t("page-trouble"));
    say(calls, t("page-calls-short"));
    calls.title = t("page-calls");
    say(keep, t("page-save-short"));
    call(keep, t("page-save"));
    call(menu, t("page-menu"));
    trouble.title = wrong.length ? t("page-trouble-on", { names: wrong.join(" · ") }) : "";
    for (const key of [trouble, menu]) key.classList.toggle("p-wrong", wrong.length > 0);
    for (const [name, key] of [["trouble", trouble], ["calls", calls]])
      key.setAttribute("aria-pressed", String(drawer.at() === name));
    time.update();
    speaking.update();
  };
  return { element, menu, fold, update };
}
