/* Ways into the bot from outside: the poster at a door, and a link that somebody was given. */

import { fill, h } from "./dom.mjs";
import { ask } from "./forms.mjs";
import { icon } from "./icons.mjs";
import { payloadOf } from "./links.mjs";
import { button } from "./parts.mjs";
import { t } from "./texts.mjs";

/** Scan the poster at a door; the person's own first. @param {import("./phone.mjs").Phone} phone */
export function doors(phone) {
  const { home } = phone.who();
  const isHome = (each) => Number(each.name === home);
  const all = [...(phone.store.play()?.doors ?? [])].sort((one, other) => isHome(other) - isHome(one));
  const name = t("page-phone-filter");
  const filter = h("input", { type: "search", "data-focus": "", placeholder: name, "aria-label": name, oninput: show });
  const list = h("div", { class: "actions" });

  function show() {
    const wanted = filter.value.trim().toLowerCase();
    const found = all.filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(wanted));
    fill(list, found.map(door), !found.length && h("p", { class: "nothing" }, t("page-phone-nothing-found")));
  }

  function door({ code, name }) {
    const scan = () => {
      phone.sheets.closeSheet();
      phone.start(`at_${code}`);
    };
    const hint = name === home && h("small", {}, t("page-phone-own-door"));
    return button("action", scan, icon("door"), h("span", { class: "action-words" }, h("span", {}, name), hint));
  }

  show();
  phone.sheets.sheet({ title: t("page-phone-doors"), content: [h("div", { class: "form" }, filter), list] });
}

/** Open a link to the bot, or start it with what is written. @param {import("./phone.mjs").Phone} phone */
export async function openLink(phone) {
  const field = { name: "link", label: t("page-phone-open-link-field"), mode: "url" };
  const said = await ask(phone, t("page-phone-open-link"), [field], t("page-phone-open"));
  if (!said) return;
  const payload = payloadOf(said.link, phone.botName()) ?? (/^[\w-]{1,64}$/.test(said.link) ? said.link : null);
  if (payload === null) phone.sheets.toast(t("page-phone-not-ours"), true);
  else phone.start(payload);
}
