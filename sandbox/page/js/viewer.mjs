/* A picture or film over the whole page. */

import { h } from "./dom.mjs";
import { round } from "./parts.mjs";
import { t } from "./texts.mjs";

/** @param {HTMLElement} parent where it hangs while open @param {string} address @param {boolean} [isFilm] */
export function view(parent, address, isFilm = false) {
  const shown = isFilm
    ? h("video", { src: address, controls: true, autoplay: true, playsinline: "" })
    : h("img", { src: address, alt: t("page-phone-kind-photo") });
  const dialog = h("dialog", {
    class: "viewer",
    "aria-label": t(isFilm ? "page-phone-kind-video" : "page-phone-kind-photo"),
  });
  const close = () => dialog.close();
  dialog.append(shown, round("close", t("page-phone-close"), close));
  dialog.addEventListener("click", (event) => event.target.nodeName !== "VIDEO" && close());
  dialog.addEventListener("close", () => dialog.remove());
  parent.append(dialog);
  dialog.showModal();
}
