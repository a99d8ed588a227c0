/* A window over the page: the browser's own <dialog>, with a title and ×. */

import { h } from "./dom.mjs";
import { button } from "./parts.mjs";
import { t } from "./texts.mjs";
import { call, say } from "./widgets.mjs";

/**
 * @param {string} kind its class
 * @param {...Node} content below the title
 * @returns {{element: HTMLDialogElement, open(): void, close(): void, update(title: string): void}}
 */
export function createDialog(kind, ...content) {
  const title = h("h2", { class: "p-pane-title", id: `${kind}-title` });
  const shut = button("p-cross", () => element.close(), "×");
  const top = h("header", { class: "p-pane-top" }, title, shut);
  const element = h("dialog", { class: ["p-pane", kind], "aria-labelledby": title.id }, top, ...content);
  element.addEventListener("click", (event) => {
    if (event.target === element) element.close(); // beside it: only the backdrop is the dialog itself
  });
  const update = (words) => {
    say(title, words);
    call(shut, t("page-close"));
  };
  return { element, open: () => element.showModal(), close: () => element.close(), update };
}
