/* A voice message with its player. */

import { fill, h } from "./dom.mjs";
import { duration } from "./format.mjs";
import { icon } from "./icons.mjs";
import { t } from "./texts.mjs";

let playing = null; // one at a time in the whole page

/** @param {{url: string, seconds: number}} about @returns {HTMLElement} */
export function voice(about) {
  const sound = new Audio();
  sound.preload = "none";
  sound.src = about.url;
  const button = h("button", { type: "button", class: "disc", onclick: () => turn(sound) });
  const bar = h("progress", { max: "1", value: "0", "aria-label": t("page-phone-kind-voice") });
  const left = h("span", { class: "voice-time" }, duration(about.seconds));
  const length = () => (Number.isFinite(sound.duration) && sound.duration > 0 ? sound.duration : about.seconds || 1);
  const show = () => {
    const isOn = !sound.paused;
    fill(button, icon(isOn ? "pause" : "play"));
    button.setAttribute("aria-label", t(isOn ? "page-phone-pause" : "page-phone-play"));
  };
  const move = () => {
    bar.value = Math.min(1, sound.currentTime / length());
    left.textContent = duration(sound.currentTime > 0 && !sound.ended ? sound.currentTime : about.seconds);
  };
  for (const event of ["play", "pause", "ended"]) sound.addEventListener(event, show);
  for (const event of ["timeupdate", "ended"]) sound.addEventListener(event, move);
  sound.addEventListener("error", () => button.classList.add("broken"));
  show();
  return h("div", { class: "voice" }, button, bar, left);
}

function turn(sound) {
  if (!sound.paused) {
    sound.pause();
    return;
  }
  playing?.pause();
  playing = sound;
  sound.play().catch(() => undefined); // the error event has said so on the button
}
