/* Keep the sandbox as it is in a file, and go on from one. */

import { createDialog } from "./dialog.mjs";
import { h } from "./dom.mjs";
import { wordsOf } from "./notices.mjs";
import { t } from "./texts.mjs";
import { say } from "./widgets.mjs";

/**
 * @param {{api: Object, tell: (words: string) => void}} page
 * @returns {{element: HTMLElement, open(): void, update(): void}}
 */
export function createSaving({ api, tell }) {
  const about = h("p", { class: "p-faint" });
  const down = h("a", { class: "p-key p-key-main", href: api.saveUrl(), download: "" });
  const warning = h("p", { class: "p-faint" });
  const file = h("input", { type: "file", accept: ".zip,application/zip", class: "p-file", onchange: () => bring() });
  const load = h("span");
  const up = h("label", { class: "p-key" }, load, file);
  const dialog = createDialog("p-saving", about, h("p", {}, down), h("hr"), warning, h("p", {}, up));

  async function bring() {
    const [state] = file.files;
    if (!state) return;
    dialog.close(); // what is told now would lie behind it
    tell(t("page-load-doing"));
    try {
      await api.load(state);
      tell(t("page-load-done"));
    } catch (error) {
      tell(wordsOf(error));
    }
    file.value = ""; // so that the same file may be chosen again
  }

  const update = () => {
    dialog.update(t("page-save"));
    say(about, t("page-save-about"));
    say(down, t("page-save-download"));
    say(warning, t("page-load-about"));
    say(load, t("page-load"));
  };
  return { element: dialog.element, open: dialog.open, update };
}
