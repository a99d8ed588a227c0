/* Whose phone it is, and what they can do to themselves. */

import { fill, h } from "./dom.mjs";
import { fullName, standing } from "./format.mjs";
import { face, round } from "./parts.mjs";
import { t } from "./texts.mjs";

/** @param {import("./phone.mjs").Phone} phone @param {() => void} [onClose] @returns {{element, update()}} */
export function createHeader(phone, onClose) {
  const picture = h("span", {});
  const name = h("h2", {});
  const what = h("p", {});
  const state = h("p", { class: "phone-state", hidden: true });
  const menu = round("more", "", () => personMenu(phone));
  const shut = round("close", "", () => onClose?.());
  const element = h(
    "header",
    { class: "owner" },
    picture,
    h("div", { class: "owner-words" }, name, what, state),
    menu,
    onClose && shut,
  );

  function update() {
    const person = phone.who();
    const said = stateOf(person);
    fill(picture, face(person.name, person.id));
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
    { label: t("page-phone-speaks-zh"), icon: "globe", isChosen: person.reads === "zh-CN", run: speak("zh-CN") },
    { label: t("page-phone-speaks-en"), icon: "globe", isChosen: person.reads === "en", run: speak("en") },
    { label: t("page-phone-start-again"), icon: "bot", hint: "/start", run: () => phone.start("") },
    person.blocked
      ? { label: t("page-phone-unblock"), icon: "bot", run: () => phone.act("unblocks") }
      : { label: t("page-phone-block"), icon: "close", isDanger: true, run: () => phone.act("blocks") },
    !person.deactivated && {
      label: t("page-phone-deactivate"),
      icon: "bin",
      isDanger: true,
      run: () => deactivate(phone),
    },
  ]);
}

async function deactivate(phone) {
  if (await phone.sheets.confirm(t("page-phone-deactivate-sure"), t("page-phone-deactivate"), true))
    phone.act("deactivates");
}
