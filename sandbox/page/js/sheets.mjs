/* What slides over a phone: lists of things to do, questions, alerts, and toasts. The rest of the phone rests. */

import { fill, h } from "./dom.mjs";
import { icon } from "./icons.mjs";
import { button, round } from "./parts.mjs";
import { t } from "./texts.mjs";

const TOAST_STAYS = 5000; // ms
const TOASTS = 2; // at a time, so that they never hide a chat

/**
 * @param {HTMLElement} body what rests while a sheet is up
 * @returns {{layer: HTMLElement, toasts: HTMLElement, sheet: Function, actions: Function, search: Function, alert: Function,
 *   confirm: Function, toast: Function, closeSheet: Function}}
 */
export function createSheets(body) {
  const layer = h("div", { class: "layer", hidden: true });
  const toasts = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
  let after = null;
  let focused = null;

  function close() {
    if (layer.hidden) return;
    layer.hidden = true;
    body.inert = false;
    fill(layer);
    const done = after;
    after = null;
    done?.();
    if (focused?.isConnected) focused.focus({ preventScroll: true });
  }

  /** Show something; one at a time. @param {{title: string, content: Node[], onClose?: Function, role?: string}} what */
  function sheet({ title, content, onClose, role = "dialog" }) {
    close();
    focused = layer.getRootNode().activeElement;
    after = onClose ?? null;
    const shut = round("close", t("page-phone-close"), close);
    const head = h("div", { class: "sheet-head" }, h("h3", {}, title), role === "dialog" && shut);
    const about = { role, "aria-modal": "true", "aria-label": title, tabindex: "-1" };
    const box = h("div", { class: ["sheet", role], ...about }, head, content);
    fill(layer, h("div", { class: "shade", onclick: role === "dialog" ? close : null }), box);
    layer.hidden = false;
    body.inert = true;
    (box.querySelector("[data-focus], .primary, .danger") ?? box).focus({ preventScroll: true });
  }

  layer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  });

  /** Things to do, one below the other. @param {string} title @param {(Action|false|null)[]} items
   *  @typedef {{label: string, icon?: string, hint?: string, isDanger?: boolean, isChosen?: boolean, run: Function}} Action */
  function actions(title, items) {
    sheet({
      title,
      content: [
        h(
          "div",
          { class: "actions" },
          items.filter(Boolean).map((item) => action(item, close)),
        ),
      ],
    });
  }

  /** The same, with a field above to find one by its name, or by what is `also` known of it.
   *  @param {string} title @param {(Action & {also?: string})[]} items */
  function search(title, items) {
    const name = t("page-phone-filter");
    const filter = h("input", { type: "search", "data-focus": "", placeholder: name, "aria-label": name, oninput: show });
    const list = h("div", { class: "actions" });

    function show() {
      const wanted = filter.value.trim().toLowerCase();
      const found = items.filter(({ label, also }) => `${also ?? ""} ${label}`.toLowerCase().includes(wanted));
      const nothing = !found.length && h("p", { class: "nothing" }, t("page-phone-nothing-found"));
      fill(list, found.map((item) => action(item, close)), nothing);
    }

    show();
    sheet({ title, content: [h("div", { class: "form" }, filter), list] });
  }

  /** @returns {Promise<boolean>} */
  function confirm(question, yes, isDanger = false) {
    return new Promise((answered) => {
      let said = false;
      const say = () => {
        said = true;
        close();
      };
      const buttons = [
        button("plain", close, t("page-phone-cancel")),
        button(isDanger ? "danger" : "primary", say, yes),
      ];
      const content = [h("div", { class: "answers" }, buttons)];
      sheet({ title: question, role: "alertdialog", content, onClose: () => answered(said) });
    });
  }

  /** A modal with OK, as a bot's alert is. @param {string} words */
  function alert(words) {
    const ok = h("div", { class: "answers" }, button("primary", close, t("page-phone-ok")));
    sheet({ title: words, role: "alertdialog", content: [ok] });
  }

  /** @param {string} words @param {boolean} [isRefusal] */
  function toast(words, isRefusal = false) {
    const box = h("div", { class: ["toast", isRefusal && "refusal"] }, words);
    toasts.append(box);
    while (toasts.children.length > TOASTS) toasts.firstElementChild.remove();
    setTimeout(() => box.remove(), TOAST_STAYS);
  }

  return { layer, toasts, sheet, closeSheet: close, actions, search, confirm, alert, toast };
}

function action({ label, icon: sign, hint, isDanger, isChosen, run }, close) {
  const tapped = () => {
    close();
    run();
  };
  const props = { type: "button", class: ["action", isDanger && "danger"], onclick: tapped };
  if (isChosen !== undefined) props["aria-pressed"] = String(isChosen);
  const words = h("span", { class: "action-words" }, h("span", {}, label), hint && h("small", {}, hint));
  return h(
    "button",
    props,
    sign && icon(sign),
    words,
    isChosen && h("span", { class: "tick", "aria-hidden": "true" }, "✓"),
  );
}
