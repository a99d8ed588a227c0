/* Small questions with fields, in a sheet of the phone. */

import { h } from "./dom.mjs";
import { t } from "./texts.mjs";

/** @typedef {{name: string, label: string, value?: string, rows?: number, mode?: string, isOptional?: boolean}} Field */

/**
 * @param {import("./phone.mjs").Phone} phone @param {string} title @param {Field[]} fields
 * @param {string} [yes] the words on the button
 * @returns {Promise<?Object<string, string>>} what was written, by field; null when it was closed
 */
export function ask(phone, title, fields, yes = t("page-phone-send")) {
  return new Promise((answered) => {
    let said = null;
    const submit = (event) => {
      event.preventDefault();
      const data = new FormData(event.currentTarget);
      said = Object.fromEntries(fields.map(({ name }) => [name, String(data.get(name)).trim()]));
      phone.sheets.closeSheet();
    };
    const form = h(
      "form",
      { class: "form", onsubmit: submit },
      fields.map((each, at) => field(each, at === 0)),
      h("button", { type: "submit", class: "primary wide" }, yes),
    );
    phone.sheets.sheet({ title, content: [form], onClose: () => answered(said) });
  });
}

function field({ name, label, value = "", rows, mode, isOptional }, isFirst) {
  const props = {
    name,
    required: !isOptional,
    inputmode: mode,
    autocomplete: "off",
    "data-focus": isFirst ? "" : null,
  };
  const input = rows ? h("textarea", { ...props, rows }, value) : h("input", { ...props, type: "text", value });
  return h("label", { class: "field" }, h("span", {}, label), input);
}
