/* The drawer at the right (a sheet in a small window) with its tabs. */

import { h } from "./dom.mjs";
import { button } from "./parts.mjs";
import { t } from "./texts.mjs";
import { call, say } from "./widgets.mjs";

/**
 * @param {{name: string, title: string, panel: {element: HTMLElement, update(): void, shown?: () => void}}[]} tabs
 *   title is a key of the texts
 * @param {() => void} changed called when it was opened, closed or turned to another tab
 * @returns {{element: HTMLElement, toggle(name: string): void, at(): ?string, update(): void}}
 */
export function createDrawer(tabs, changed) {
  const parts = tabs.map(({ name, title, panel }) => {
    const id = { tab: `tab-${name}`, panel: `panel-${name}` };
    const tab = button("p-tab", () => turn(name));
    const body = h("div", { id: id.panel, class: "p-panel", role: "tabpanel", "aria-labelledby": id.tab }, panel.element);
    for (const [key, value] of Object.entries({ id: id.tab, role: "tab", "aria-controls": id.panel }))
      tab.setAttribute(key, value);
    return { name, title, panel, tab, body };
  });
  const list = h("div", { class: "p-tabs", role: "tablist", onkeydown: (event) => arrow(event) }, parts.map(({ tab }) => tab));
  const shut = button("p-cross", () => turn(null), "×");
  const top = h("header", { class: "p-drawer-top" }, list, shut);
  const element = h("aside", { class: "p-drawer", hidden: true }, top, parts.map(({ body }) => body));
  element.addEventListener("keydown", (event) => event.key === "Escape" && turn(null));
  let at = null;
  let back = null; // what had the focus before

  function turn(name) {
    if (at === null) back = document.activeElement;
    at = name;
    element.hidden = at === null;
    for (const part of parts) {
      const is = part.name === at;
      part.tab.setAttribute("aria-selected", String(is));
      part.tab.tabIndex = is ? 0 : -1;
      part.body.hidden = !is;
      if (is) part.panel.shown?.();
      if (is) part.tab.focus({ preventScroll: true });
    }
    if (at === null) back?.focus({ preventScroll: true });
    changed();
  }

  function arrow({ key }) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
    if (!step) return;
    const now = parts.findIndex(({ name }) => name === at);
    turn(parts[(now + step + parts.length) % parts.length].name);
  }

  const update = () => {
    call(shut, t("page-close"));
    for (const { title, tab, panel } of parts) {
      say(tab, t(title));
      panel.update();
    }
  };
  return { element, toggle: (name) => turn(at === name ? null : name), at: () => at, update };
}
