/* Several media sent as one: pictures and films as a grid, files and music below each other. */

import { h } from "./dom.mjs";
import { icon } from "./icons.mjs";
import { media, picture } from "./media.mjs";
import { t } from "./texts.mjs";

const SEEN = new Set(["photo", "video"]);

/** @param {import("./store.mjs").Message[]} messages of one album @param {import("./phone.mjs").Phone} phone */
export function album(messages, phone) {
  if (!messages.every((message) => SEEN.has(message.media?.kind))) {
    return h(
      "div",
      { class: "album-list" },
      messages.map((message) => media(message, phone)),
    );
  }
  const cells = messages.map(({ media: about }) =>
    about.kind === "photo" ? picture(about, phone) : film(about, phone),
  );
  return h("div", { class: ["album", `album-${Math.min(cells.length, 4)}`] }, cells);
}

function film(about, phone) {
  const still = h("video", { src: about.url, preload: "metadata", muted: true, playsinline: "" });
  const open = () => phone.view(about.url, true);
  const sign = h("span", { class: "disc over" }, icon("play"));
  return h(
    "button",
    { type: "button", class: "picture", "aria-label": t("page-phone-play"), onclick: open },
    still,
    sign,
  );
}
