/* Whose phone it is, and what they can do to themselves. */

import { fill, h } from "./dom.mjs";
import { fullName, initial, standing, tint } from "./format.mjs";
import { icon } from "./icons.mjs";
import { t } from "./texts.mjs";

/** @param {import("./phone.mjs").Phone} phone @param {() => void} [onClose] @returns {{element, update()}} */
export function createHeader(phone, onClose) {
  const face = h("span", { class: "face", "aria-hidden": "true" });
  const name = h("h2", {});
  const what = h("p", {});
  const state = h("p", { class: "phone-state", hidden: true });
  const menu = h("button", { type: "button", class: "round", onclick: () => personMenu(phone) }, icon("more"));
  const shut = h("button", { type: "button", class: "round", onclick: () => onClose?.() }, icon("close"));
  const element = h("header", { class: "owner" }, face, h("div", { class: "owner-words" }, name, what, state), menu, onClose && shut);

  function update() {
    const person = phone.who();
    const said = stateOf(person);
    face.className = `face ${tint(person.id)}`;
    fill(face, initial(person.name));
    fill(name, fullName(person));
    fill(what, standing(person));
    state.hidden = !said;
    fill(state, said && t(`page-phone-state-${said}`));
    menu.setAttribute("aria-label", t("page-phone-person-menu", { name: person.name }));
    shut.setAttribute("aria-label", t("page-phone-close-phone", { name: person.name }));
  }

  return { element, update };
}

function stateOf(person) {
  if (person.deactivated) return "deactivated";
  if (person.blocked) return "blocked";
  return person.started ? "" : "new";
}

function personMenu(phone) {
  const person = phone.who();
  const speak = (language) => () => phone.act("speaks", { language });
  phone.sheets.actions(fullName(person), [
    { label: t("page-phone-speaks-zh"), isChosen: person.reads === "zh-CN", run: speak("zh-CN") },
    { label: t("page-phone-speaks-en"), isChosen: person.reads === "en", run: speak("en") },
    { label: t("page-phone-start-again"), icon: "bot", hint: "/start", run: () => phone.start("") },
    person.blocked
      ? { label: t("page-phone-unblock"), icon: "bot", run: () => phone.act("unblocks") }
      : { label: t("page-phone-block"), icon: "close", isDanger: true, run: () => phone.act("blocks") },
    !person.deactivated && { label: t("page-phone-deactivate"), icon: "close", isDanger: true, run: () => deactivate(phone) },
  ]);
}

async function deactivate(phone) {
  if (await phone.sheets.confirm(t("page-phone-deactivate-sure"), t("page-phone-deactivate"), true)) phone.act("deactivates");
}
