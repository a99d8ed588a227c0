/* Words of the page itself: what did not work, and that the server cannot be reached. */

import { h } from "./dom.mjs";
import { t } from "./texts.mjs";
import { say } from "./widgets.mjs";

const STAYS = 6000; // ms
const CALM = 700; // ms that a connection may be away before a word is said of it

/** What to say of an act that failed: the server's words, or that it is away. @param {Error} error */
export const wordsOf = (error) => (error instanceof TypeError ? t("page-lost") : error.message);

/** A line at the bottom that goes away by itself. @returns {{element: HTMLElement, tell(words: string): void}} */
export function createToast() {
  const element = h("div", { class: "p-page-toast", role: "status" });
  let timer;
  const tell = (words) => {
    clearTimeout(timer);
    element.textContent = words;
    timer = setTimeout(() => (element.textContent = ""), STAYS);
  };
  return { element, tell };
}

/** A bar at the top while the server is away. @returns {{element: HTMLElement, connected(is: boolean): void, update(): void}} */
export function createLost() {
  const element = h("div", { class: "p-lost", role: "alert", hidden: true });
  let timer;
  const connected = (is) => {
    clearTimeout(timer);
    if (is) element.hidden = true;
    else timer = setTimeout(() => (element.hidden = false), CALM);
  };
  return { element, connected, update: () => say(element, t("page-lost")) };
}
