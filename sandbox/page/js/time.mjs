/* The sandbox's clock in words, and the buttons that move it. */

import { h } from "./dom.mjs";
import { language, t } from "./texts.mjs";
import { button, say, unlessWaiting, wait } from "./widgets.mjs";

const TICK = 1000; // ms

/** @param {string} clock when it was told, ISO @param {number} passed ms since then @returns {number} ms since the epoch */
export const timeNow = (clock, passed) => Date.parse(clock) + Math.max(passed, 0);

/** "Tuesday 3 March" / "3月3日 星期二", in the play's zone. */
export function dayWords(time, zone, reader) {
  const locale = reader === "en" ? "en-GB" : reader;
  const part = (options) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(time);
  const [day, weekday] = [part({ day: "numeric", month: "long" }), part({ weekday: "long" })];
  return reader === "en" ? `${weekday} ${day}` : `${day} ${weekday}`;
}

/** "14:05", in the play's zone. */
export function hourWords(time, zone) {
  const options = { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return new Intl.DateTimeFormat("en-GB", options).format(time);
}

/** "14:00", or with its weekday when that is another day than today. */
export function momentWords(time, now, zone, reader) {
  const hour = hourWords(time, zone);
  if (dayWords(time, zone, "en") === dayWords(now, zone, "en")) return hour;
  const short = { timeZone: zone, weekday: "short" };
  return `${new Intl.DateTimeFormat(reader === "en" ? "en-GB" : reader, short).format(time)} ${hour}`;
}

/**
 * @param {{store: Object, act: (body: Object) => Promise<any>}} page
 * @returns {{element: HTMLElement, update(): void}}
 */
export function createTime({ store, act }) {
  const day = h("span", { class: "p-clock-day" });
  const hour = h("span", { class: "p-clock-hour" });
  const clock = h("div", { class: "p-clock", role: "timer" }, hour, day);
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
    say(hour, hourWords(now, play.zone));
    say(day, dayWords(now, play.zone, language()));
    const due = play.next && momentWords(Date.parse(play.next.at), now, play.zone, language());
    say(next, due ? t("page-time-next", { time: due, number: play.next.number }) : t("page-time-no-next"));
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
