/* What a message holds besides words. */

import { h, svg } from "./dom.mjs";
import { size } from "./format.mjs";
import { icon } from "./icons.mjs";
import { face } from "./parts.mjs";
import { voice } from "./voice.mjs";
import { t } from "./texts.mjs";

/** @param {import("./store.mjs").Message} message @param {import("./phone.mjs").Phone} phone @returns {?HTMLElement} */
export function media(message, phone) {
  return message.media && (SHOWN[message.media.kind] ?? file)(message.media, phone, message);
}

/** Places, contacts, polls, dice: those that are no files. @returns {(HTMLElement|null)[]} */
export function others(message) {
  return [
    message.location && place(message.location),
    message.contact && contact(message.contact),
    message.poll && poll(message.poll),
    message.dice && h("div", { class: "big-sign" }, message.dice),
  ];
}

/** A picture that is shown large when tapped. */
export function picture(about, phone) {
  const image = h("img", { src: about.url, alt: t("page-phone-kind-photo"), loading: "lazy", decoding: "async" });
  image.addEventListener("error", () => image.classList.add("broken"));
  const open = () => phone.view(about.url);
  return h("button", { type: "button", class: "picture", "aria-label": t("page-phone-enlarge"), onclick: open }, image);
}

const film = (about, look = "") =>
  h("video", { class: ["film", look], src: about.url, controls: true, preload: "metadata", playsinline: "" });

const SHOWN = {
  photo: picture,
  video: (about) => film(about),
  animation: (about, phone) => (about.mime === "image/gif" ? picture(about, phone) : film(about)),
  video_note: (about) => film(about, "round-film"),
  voice,
  audio: (about) => h("div", { class: "song" }, h("div", { class: "file-name" }, about.name), voice(about)),
  sticker: (about) => h("div", { class: "big-sign" }, about.emoji || "🙂"),
};

function file(about) {
  const name = h("span", { class: "file-name" }, about.name || t("page-phone-kind-document"));
  const words = h("span", { class: "file-words" }, name, h("small", {}, size(about.size)));
  const how = { href: about.url, download: about.name || "", target: "_blank", rel: "noopener" };
  return h("a", { class: "file", ...how }, h("span", { class: "disc" }, icon("file")), words);
}

/** Drawn, as no map is at hand: a few streets and a pin; the numbers tell where it is. */
function place({ latitude, longitude, title, address }) {
  const streets = svg("path", {
    class: "streets",
    d: "M0 30L60 22L200 34 M0 70L90 64L200 78 M45 0L52 100 M120 0L112 100 M165 0L172 100",
  });
  const pin = svg("path", { class: "pin", d: "M100 72c-9-14-15-20-15-29a15 15 0 0 1 30 0c0 9-6 15-15 29z" });
  const drawn = svg("svg", { viewBox: "0 0 200 100", preserveAspectRatio: "xMidYMid slice" }, streets, pin);
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", t("page-phone-kind-location"));
  const numbers = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const words = [title && h("b", {}, title), address && h("span", {}, address), h("small", {}, numbers)];
  return h("div", { class: "place" }, drawn, h("div", { class: "place-words" }, words));
}

function contact({ name, phone }) {
  const words = h("span", { class: "file-words" }, h("b", {}, name), h("span", {}, phone));
  return h("div", { class: "contact" }, face(name), words);
}

function poll({ question, options }) {
  return h(
    "div",
    { class: "poll" },
    h("b", {}, question),
    h(
      "ul",
      {},
      options.map((option) => h("li", {}, option)),
    ),
  );
}
