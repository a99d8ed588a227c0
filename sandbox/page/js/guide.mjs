/* The strip with the next step of a story. It can be ignored wholly. */

import { h } from "./dom.mjs";
import { fullName } from "./format.mjs";
import { t } from "./texts.mjs";
import { button, call, say } from "./widgets.mjs";

/**
 * @param {{store: Object, act: Function, show: (key: string, chat?: number) => void, stories: () => void}} page
 * @returns {{element: HTMLElement, again: HTMLElement, update(): void}} `again` is the button that brings it back
 */
export function createGuide({ store, act, show, stories }) {
  const step = h("span", { class: "p-guide-step p-wide" });
  const short = h("span", { class: "p-guide-step p-narrow", "aria-hidden": "true" });
  const who = h("b", { class: "p-guide-who" });
  const what = h("span", { class: "p-guide-what" });
  const line = button("p-guide-line", () => unfold(), h("span", { class: "p-guide-words" }, step, short, who, what));
  const showMe = button("p-key p-key-main", () => bring());
  const doIt = button("p-key", () => act({ act: "step" }));
  const onceMore = button("p-key", () => act({ act: "story", name: store.play().story.name }));
  const others = button("p-key p-key-plain", stories);
  const away = button("p-cross", () => act({ act: "story", name: null }), "×");
  const keys = h("div", { class: "p-guide-keys" }, doIt, onceMore, others);
  const element = h("section", { class: "p-guide" }, line, showMe, keys, away);
  const again = button("p-key p-guide-again", stories);

  /** In a small window the strip is one line until it is tapped. */
  function unfold() {
    line.setAttribute("aria-expanded", String(element.classList.toggle("p-unfolded")));
  }

  function bring() {
    const { person, chat } = store.play().story;
    const whose = store.person(person);
    if (whose) show(whose.key, chat);
  }

  const update = () => {
    const { story, replaying } = store.play();
    element.hidden = !story && !replaying;
    again.hidden = !element.hidden;
    element.setAttribute("aria-label", t("page-guide"));
    say(again, t("page-guide"));
    say(showMe, t("page-guide-show"));
    say(doIt, t("page-guide-do"));
    say(onceMore, t("page-guide-again"));
    say(others, t("page-stories"));
    call(away, t("page-guide-close"));
    const doing = Boolean(story && !story.over && !replaying);
    for (const key of [doIt, showMe]) key.hidden = !doing;
    showMe.hidden ||= !story.person;
    onceMore.hidden = !story?.over || replaying;
    away.hidden = !story;
    tell(doing ? story : null, wordsOf(story, replaying));
  };

  function tell(doing, words) {
    const person = doing && store.person(doing.person);
    say(step, doing ? t("page-guide-step", { step: doing.step, of: doing.of }) : "");
    say(short, doing ? `${doing.step}/${doing.of}` : "");
    say(who, person ? t("page-guide-as", { name: fullName(person) }) : "");
    say(what, words);
  }
  return { element, again, update };
}

function wordsOf(story, replaying) {
  if (replaying) return t("page-guide-replaying");
  if (!story) return "";
  return story.over ? t("page-guide-over") : t(story.text, story.values);
}
