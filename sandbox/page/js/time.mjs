/* The sandbox's clock in words, and the buttons that move it. */

import { h } from "./dom.mjs";
import { day, shortDay, time } from "./format.mjs";
import { button } from "./parts.mjs";
import { t } from "./texts.mjs";
import { say, unlessWaiting, wait } from "./widgets.mjs";

const TICK = 1000; // ms

/** @param {string} clock when it was told, ISO @param {number} passed ms since then @returns {number} ms since the epoch */
export const timeNow = (clock, passed) => Date.parse(clock) + Math.max(passed, 0);

/** "14:00", or with its day when that is another than today. @param {string|number} at @param {number} now */
export const moment = (at, now, zone) => (day(at, zone) === day(now, zone) ? "" : `${shortDay(at, zone)} `) + time(at, zone);

/**
 * @param {{store: Object, act: (body: Object) => Promise<any>}} page
 * @returns {{element: HTMLElement, update(): void}}
 */
export function createTime({ store, act }) {
  const date = h("span", { class: "p-clock-day" });
  const hour = h("span", { class: "p-clock-hour" });
  const clock = h("div", { class: "p-clock", role: "timer" }, hour, date);
  const move = (body) => button("p-key", unlessWaiting(() => act({ act: "passes", ...body })));
  const [ten, next, morning] = [move({ minutes: 10 }), move({ to: "deadline" }), move({ to: "morning" })];
  const moving = h("span", { class: "p-moving", role: "status" });
  const element = h("div", { class: "p-time" }, clock, h("div", { class: "p-keys" }, ten, next, morning), moving);
  let heard = { play: null, at: 0 }; // performance.now() runs on when the machine's own clock is put right

  const tick = () => {
    const play = store.play();
    if (!play) return;
    if (heard.play !== play) heard = { play, at: performance.now() };
    const now = timeNow(play.clock, performance.now() - heard.at);
    say(hour, time(now, play.zone));
    say(date, day(now, play.zone));
    const { next: due, zone } = play;
    say(next, due ? t("page-time-next", { time: moment(due.at, now, zone), number: due.number }) : t("page-time-no-next"));
  };

  const update = () => {
    const play = store.play();
    clock.setAttribute("aria-label", t("page-clock"));
    say(ten, t("page-time-ten"));
    say(morning, t("page-time-morning"));
    say(moving, play.moving ? t("page-time-moving") : "");
    for (const key of [ten, next, morning]) wait(key, play.moving);
    wait(next, play.moving || !play.next);
    tick();
  };
  setInterval(tick, TICK);
  return { element, update };
}
