/* The drawn signs on buttons: strokes on a field of 24 × 24, coloured by the words around them. */

import { svg } from "./dom.mjs";

const STROKES = {
  back: "M15 4l-8 8 8 8",
  bot: "M5 9h14v10H5z M12 9V5 M9.5 13.5v1 M14.5 13.5v1 M2.5 13v3 M21.5 13v3",
  bin: "M5 7h14 M9 7V4h6v3 M7 7l1 13h8l1-13 M10.5 11v5 M13.5 11v5",
  camera: "M4 8h4l2-3h4l2 3h4v11H4z M12 17a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z",
  clip: "M8 12.5l6-6a3 3 0 0 1 4.5 4.5l-8 8a5 5 0 0 1-7-7l7.5-7.5",
  close: "M6 6l12 12 M18 6L6 18",
  contact: "M12 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z M5 20c0-4 3-6 7-6s7 2 7 6",
  dice: "M5 5h14v14H5z M9 9v.5 M15 9v.5 M12 12v.5 M9 15v.5 M15 15v.5",
  door: "M6 21V3h12v18 M3 21h18 M14.5 12v1",
  down: "M12 5v13 M6 12.5l6 6 6-6",
  edit: "M4 20l1-4L16 5l3 3L8 19z",
  file: "M6 3h8l4 4v14H6z M14 3v4h4",
  forward: "M13 6l7 6-7 6v-4c-5 0-8 2-9 5 0-6 3-9 9-9z",
  globe: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M3 12h18 M12 3c-6 6-6 12 0 18 M12 3c6 6 6 12 0 18",
  keys: "M3 6h18v12H3z M7 10h.5 M11 10h.5 M15 10h.5 M8 14h8",
  link: "M10 14l4-4 M8 11l-2.5 2.5a3.5 3.5 0 0 0 5 5L13 16 M11 8l2.5-2.5a3.5 3.5 0 0 1 5 5L16 13",
  location: "M12 21c-5-6-7-8-7-11a7 7 0 0 1 14 0c0 3-2 5-7 11z M12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  mic: "M12 14a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3z M6 11a6 6 0 0 0 12 0 M12 17v4",
  more: "M12 5v1 M12 11.5v1 M12 18v1",
  music:
    "M9 18V5l10-2v13 M6.5 20.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z M16.5 18.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  out: "M14 4H5v16h9 M10 12h11 M17 8l4 4-4 4",
  pause: "M9 5v14 M15 5v14",
  up: "M12 20V6 M6 12l6-6 6 6",
  play: "M8 5l11 7-11 7z",
  poll: "M5 20V10 M12 20V4 M19 20v-7",
  reply: "M11 6l-7 6 7 6v-4c5 0 8 2 9 5 0-6-3-9-9-9z",
  send: "M3 11.5L21 4l-6 17-3.5-7z M11.5 14L21 4",
  smile: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M9 9.5v.5 M15 9.5v.5 M8 14c2 3 6 3 8 0",
  slash: "M15 4L9 20",
  group:
    "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6z M3 19c0-4 3-5.5 6-5.5s6 1.5 6 5.5 M16 11a2.5 2.5 0 1 0 0-5 M17 13.5c3 .3 4.5 2 4.5 5",
};

/** @param {keyof STROKES} name @returns {SVGElement} for eyes only: the button around it has the name */
export function icon(name) {
  return svg("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" }, svg("path", { d: STROKES[name] }));
}
