/* Places, numbers, polls, stickers and dice. */

import { h } from "./dom.mjs";
import { fullName } from "./format.mjs";
import { ask } from "./forms.mjs";
import { button } from "./parts.mjs";
import { t } from "./texts.mjs";

const STICKERS = ["👍", "❤️", "😊", "🙏", "🎉", "😢"];
const DICE = ["🎲", "🎯", "🏀", "⚽", "🎳", "🎰"];

const act = async (phone, tools, name, body) => {
  if (await phone.act(name, { ...tools.where(), ...body })) tools.sent();
};

/** Where they are, one of the community's places, or one that is typed. */
export function location(phone, tools) {
  phone.sheets.actions(t("page-phone-kind-location"), [
    { label: t("page-phone-own-location"), icon: "location", run: () => act(phone, tools, "location", {}) },
    { label: t("page-phone-spots"), icon: "group", run: () => spots(phone, tools) },
    { label: t("page-phone-typed-location"), icon: "edit", run: () => typedLocation(phone, tools) },
  ]);
}

function spots(phone, tools) {
  const spot = ({ name, latitude, longitude }) => ({
    label: name,
    icon: "location",
    run: () => act(phone, tools, "location", { latitude, longitude }),
  });
  phone.sheets.search(t("page-phone-spots"), (phone.store.play()?.spots ?? []).map(spot));
}

async function typedLocation(phone, tools) {
  const fields = [
    { name: "latitude", label: t("page-phone-latitude"), value: "36.62000", mode: "decimal" },
    { name: "longitude", label: t("page-phone-longitude"), value: "101.77000", mode: "decimal" },
  ];
  const said = await ask(phone, t("page-phone-typed-location"), fields);
  if (!said) return;
  const [latitude, longitude] = [Number(said.latitude), Number(said.longitude)];
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) act(phone, tools, "location", { latitude, longitude });
  else phone.sheets.toast(t("page-phone-no-place"), true);
}

export async function venue(phone, tools) {
  const fields = [
    { name: "title", label: t("page-phone-venue-title") },
    { name: "address", label: t("page-phone-venue-address") },
  ];
  const said = await ask(phone, t("page-phone-kind-venue"), fields);
  if (said) act(phone, tools, "venue", said);
}

/** Their own number, that of somebody here, or one that is typed. */
export function contacts(phone, tools) {
  phone.sheets.actions(t("page-phone-kind-contact"), [
    {
      label: t("page-phone-own-contact"),
      icon: "contact",
      hint: phone.who().phone,
      run: () => act(phone, tools, "contact", {}),
    },
    { label: t("page-phone-other-contact"), icon: "group", run: () => otherContact(phone, tools) },
    { label: t("page-phone-typed-contact"), icon: "edit", run: () => typedContact(phone, tools) },
  ]);
}

function otherContact(phone, tools) {
  const others = phone.store.people().filter((person) => person.id !== phone.id);
  const item = (person) => ({
    label: fullName(person),
    hint: person.phone,
    run: () => act(phone, tools, "contact", { of: person.id }),
  });
  phone.sheets.actions(t("page-phone-other-contact"), others.map(item));
}

async function typedContact(phone, tools) {
  const fields = [
    { name: "name", label: t("page-phone-contact-name") },
    { name: "phone", label: t("page-phone-contact-number"), mode: "tel" },
  ];
  const said = await ask(phone, t("page-phone-typed-contact"), fields);
  if (said) act(phone, tools, "contact", said);
}

export async function poll(phone, tools) {
  const fields = [
    { name: "question", label: t("page-phone-poll-question") },
    { name: "options", label: t("page-phone-poll-options"), rows: 4 },
  ];
  const said = await ask(phone, t("page-phone-kind-poll"), fields);
  if (!said) return;
  const options = said.options
    .split("\n")
    .map((option) => option.trim())
    .filter(Boolean);
  if (options.length > 1) act(phone, tools, "poll", { question: said.question, options });
  else phone.sheets.toast(t("page-phone-poll-too-few"), true);
}

export const sticker = (phone, tools) =>
  signs(phone, t("page-phone-kind-sticker"), STICKERS, (emoji) => act(phone, tools, "sticker", { emoji }));

export const dice = (phone, tools) =>
  signs(phone, t("page-phone-kind-dice"), DICE, (emoji) => act(phone, tools, "dice", { emoji }));

function signs(phone, title, all, chosen) {
  const take = (emoji) => () => {
    phone.sheets.closeSheet();
    chosen(emoji);
  };
  const buttons = all.map((emoji) => button("sign", take(emoji), emoji));
  phone.sheets.sheet({ title, content: [h("div", { class: "signs" }, buttons)] });
}
