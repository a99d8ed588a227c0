/* Telegram's HTML, made into elements by a whitelist: what is not on it stays as bare words. */

import { h } from "./dom.mjs";
import { isHarmless } from "./links.mjs";
import { button, round } from "./parts.mjs";
import { t } from "./texts.mjs";

const PLAIN = {
  B: "b",
  STRONG: "b",
  I: "i",
  EM: "i",
  U: "u",
  INS: "u",
  S: "s",
  STRIKE: "s",
  DEL: "s",
  CODE: "code",
  PRE: "pre",
};
const QUIET = new Set(["A", "CODE", "PRE"]); // no links are looked for in here
const FOUND =
  /(https?:\/\/[^\s<>"'，。；！？）》、]*[^\s<>"'，。；！？）》、.,;:!?)]|(?<![\w/])\/[a-z][a-z0-9_]{0,31}(?:@\w+)?)/gi;

/**
 * @param {string} html Telegram's subset
 * @param {{link: (address: string) => void, command: (words: string) => void}} tapped
 * @returns {Node[]}
 */
export function markup(html, tapped) {
  // A parsed document has no window: nothing in it runs or loads.
  const parsed = new DOMParser().parseFromString(`<body>${html}`, "text/html");
  return [...parsed.body.childNodes].flatMap((node) => rendered(node, tapped, false));
}

/** An address as a link that opens on this phone, or in a new tab. */
export function anchor(address, words, tapped) {
  const open = (event) => {
    if (tapped.link(address)) event.preventDefault();
  };
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer", onclick: open }, words);
}

function rendered(node, tapped, isQuiet) {
  if (node.nodeType === Node.TEXT_NODE) return isQuiet ? [node.data] : linked(node.data, tapped);
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const inside = [...node.childNodes].flatMap((child) => rendered(child, tapped, isQuiet || QUIET.has(node.tagName)));
  if (PLAIN[node.tagName]) return [h(PLAIN[node.tagName], {}, inside)];
  if (node.matches("tg-spoiler, span.tg-spoiler")) return [spoiler(inside)];
  if (node.tagName === "BLOCKQUOTE") return [quote(inside, node.hasAttribute("expandable"))];
  const address = node.tagName === "A" ? node.getAttribute("href") : null;
  return address && isHarmless(address) ? [anchor(address, inside, tapped)] : inside;
}

/** Addresses and commands in bare words can be tapped, as Telegram makes them. */
function linked(words, tapped) {
  return words.split(FOUND).map((part, at) => {
    if (at % 2 === 0) return part;
    if (!part.startsWith("/")) return anchor(part, part, tapped);
    return button("command-link", () => tapped.command(part), part);
  });
}

function spoiler(inside) {
  const show = (event) => event.currentTarget.classList.add("shown");
  const name = t("page-phone-spoiler");
  return h("button", { type: "button", class: "spoiler", "aria-label": name, onclick: show }, h("span", {}, inside));
}

function quote(inside, isLong) {
  if (!isLong) return h("blockquote", {}, inside);
  const turn = (event) => {
    const isOpen = event.currentTarget.parentElement.classList.toggle("open");
    event.currentTarget.setAttribute("aria-expanded", String(isOpen));
  };
  const more = round("down", t("page-phone-quote"), turn, "quote-more");
  more.setAttribute("aria-expanded", "false");
  return h("blockquote", { class: "long" }, h("div", {}, inside), more);
}
