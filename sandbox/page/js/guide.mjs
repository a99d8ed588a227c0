/* The strip with the next step of a story. It can be ignored wholly. */

import { h } from "./dom.mjs";
import { fullName } from "./format.mjs";
import { button } from "./parts.mjs";
import { t } from "./texts.mjs";
import { call, say, unlessWaiting, wait } from "./widgets.mjs";

/**
 * @param {{store: Object, act: Function, show: (key: string, chat?: number) => void, showTime: () => void,
 *   stories: () => void}} page
 * @returns {{element: HTMLElement, again: HTMLElement, update(): void}} `again` is the button that brings it back
 */
export function createGuide({ store, act, show, showTime, stories }) {
  const step = h("span", { class: "p-guide-step p-wide" });
  const short = h("span", { class: "p-guide-step p-narrow", "aria-hidden": "true" });
  const who = h("b", { class: "p-guide-who" });
  const what = h("span", { class: "p-guide-what" });
  const line = button("p-guide-line", () => unfold(), h("span", { class: "p-guide-words" }, step, short, who, what));
  const showMe = button("p-key p-key-main", () => lead());
  const doIt = button("p-key", unlessWaiting(() => doStep()));
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

  let watched = 0; // the step of a replay that is on the screen

  /** The phone where the step is done comes forward; false where it is nobody's. */
  function bring() {
    const { person, chat } = store.play().story;
    const whose = store.person(person);
    if (whose) show(whose.key, chat);
    return Boolean(whose);
  }

  /** Where nobody does anything it is time that goes by. */
  const lead = () => bring() || showTime();

  async function doStep() {
    bring();
    wait(doIt, true);
    await act({ act: "step" });
    wait(doIt, false);
  }

  /** Who watches sees each step on the phone where it happens. */
  function followReplay({ story, replaying }) {
    const step = replaying && story && !story.over ? story.step : 0;
    if (step && step !== watched) bring();
    watched = step;
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
    const next = story && !story.over ? story : null;
    for (const key of [doIt, showMe]) key.hidden = !next || replaying;
    onceMore.hidden = !story?.over || replaying;
    others.hidden = replaying;
    away.hidden = !story;
    tell(next, replaying);
    say(what, next ? t(next.text, next.values) : t("page-guide-over"));
    followReplay(store.play());
  };

  function tell(next, replaying) {
    const person = next && store.person(next.person);
    const at = next ? t("page-guide-step", { step: next.step, of: next.of }) : "";
    say(step, replaying && next ? `${t("page-guide-replaying")} ${at}` : at);
    say(short, next ? `${next.step}/${next.of}` : "");
    say(who, person ? t("page-guide-as", { name: fullName(person) }) : "");
  }
  return { element, again, update };
}
