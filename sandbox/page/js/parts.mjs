/* The small parts that every screen of a phone is made of. */

import { h } from "./dom.mjs";
import { initial, tint } from "./format.mjs";
import { icon } from "./icons.mjs";

/** @param {string} look its class @param {(event: Event) => void} onclick @param {...any} children */
export const button = (look, onclick, ...children) => h("button", { type: "button", class: look, onclick }, children);

/** A button that is only a sign. @param {string} name what it does, for those who do not see the sign */
export const round = (sign, name, onclick, look = "round") =>
  h("button", { type: "button", class: look, "aria-label": name, onclick }, icon(sign));

/** The round picture of a person or a group: the first of the name. @param {string|number} [of] what gives its colour */
export const face = (name, of = name) => h("span", { class: ["face", tint(of)], "aria-hidden": "true" }, initial(name));

/** The same of the bot. */
export const botFace = () => h("span", { class: "face bot-face", "aria-hidden": "true" }, icon("bot"));
