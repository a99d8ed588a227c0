/* An act and a call of the bot, each as a line. */

import { h } from "./dom.mjs";
import { time } from "./format.mjs";
import { shortName } from "./names.mjs";
import { has, t } from "./texts.mjs";

/** "09:00 王桂兰 点 提交". @param {{no: number, at: string, by: ?number, name: string, words: string}} act */
export function actTitle({ at, by, name, words }, store) {
  if (!name) return h("h4", {}, t("page-calls-before"));
  const person = store.person(by);
  const key = `page-act-${name.replace("_", "-")}`;
  return h(
    "h4",
    {},
    h("time", { class: "p-faint" }, time(at, store.play().zone)),
    person && h("b", {}, shortName(person)),
    h("span", {}, has(key) ? t(key) : name),
    words && h("q", {}, name === "trouble" ? t(`page-trouble-${words.replace("_", "-")}`) : words),
  );
}

/** How a call ended, as the end of its mark's class and text: a fault of the day, or what Telegram said. */
export function ending({ ok, fault, answer }) {
  if (fault) return fault.replace("_", "-");
  if (ok) return "ok";
  const code = answer?.error_code ?? 400;
  return code === 429 ? "too-many" : code >= 500 ? "server-error" : "refused";
}

/**
 * A line that opens to what was sent and what was answered; written only when it is opened.
 * @param {{no: number, at: string, method: string, args: Object, answer: any, ok: boolean, fault: string}} call
 * @param {string} zone
 */
export function callRow(call, zone) {
  const end = ending(call);
  const summary = h(
    "summary",
    {},
    h("code", { class: "p-method" }, call.method),
    h("span", { class: ["p-mark", `p-mark-${end}`] }, t(`page-call-${end}`)),
    h("time", { class: "p-faint" }, time(call.at, zone)),
  );
  const row = h("details", { class: "p-call", dataset: { no: call.no, method: call.method } }, summary);
  row.addEventListener("toggle", () => row.append(...written("page-calls-args", call.args), ...written("page-calls-answer", call.answer)), { once: true });
  return row;
}

const written = (key, value) => [
  h("h5", {}, t(key)),
  h("pre", { tabindex: 0 }, typeof value === "string" ? value : JSON.stringify(value ?? null, null, 2)),
];
