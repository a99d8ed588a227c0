/* The stories there are: to be followed with the guide, or watched. */

import { createDialog } from "./dialog.mjs";
import { fill, h } from "./dom.mjs";
import { button } from "./parts.mjs";
import { t } from "./texts.mjs";

/**
 * @param {{store: Object, act: (body: Object) => Promise<any>}} page
 * @returns {{element: HTMLElement, open(): void, update(): void}}
 */
export function createStories({ store, act }) {
  const about = h("p", { class: "p-faint" });
  const list = h("ul", { class: "p-stories" });
  const dialog = createDialog("p-stories-pane", about, list);

  const start = (body) => () => {
    dialog.close();
    act(body);
  };

  function row({ name, title }) {
    const words = t(title);
    const follow = button("p-key p-key-main", start({ act: "story", name }), t("page-story-follow"));
    const watch = button("p-key", start({ act: "replay", name }), t("page-story-replay"));
    follow.setAttribute("aria-label", t("page-story-follow-named", { title: words }));
    watch.setAttribute("aria-label", t("page-story-replay-named", { title: words }));
    return h("li", {}, h("span", { class: "p-story-title" }, words), follow, watch);
  }

  const update = () => {
    dialog.update(t("page-stories"));
    about.textContent = t("page-stories-about");
  };
  const open = () => {
    fill(list, store.play().stories.map(row));
    dialog.open();
  };
  return { element: dialog.element, open, update };
}
