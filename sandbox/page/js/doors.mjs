/* Ways into the bot from outside: the poster at a door, and a link that somebody was given. */

import { ask } from "./forms.mjs";
import { payloadOf } from "./links.mjs";
import { t } from "./texts.mjs";

/** Scan the poster at a door; the person's own first. @param {import("./phone.mjs").Phone} phone */
export function doors(phone) {
  const { home } = phone.who();
  const isHome = (each) => Number(each.name === home);
  const all = [...(phone.store.play()?.doors ?? [])].sort((one, other) => isHome(other) - isHome(one));
  const door = ({ code, name }) => ({
    label: name,
    also: code,
    icon: "door",
    hint: name === home ? t("page-phone-own-door") : "",
    run: () => phone.start(`at_${code}`),
  });
  phone.sheets.search(t("page-phone-doors"), all.map(door));
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
