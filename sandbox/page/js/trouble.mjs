/* Telegram's bad days, the bot's, and those of people and groups. */

import { h } from "./dom.mjs";
import { button } from "./parts.mjs";
import { createUpsets } from "./upsets.mjs";
import { t } from "./texts.mjs";
import { say } from "./widgets.mjs";

const KINDS = ["too_many", "server_error", "lost_answer", "offline"];
const keyOf = (kind) => `page-trouble-${kind.replace("_", "-")}`;

/** What is wrong now, in words; empty on a good day. @param {Object} play @returns {string[]} */
export function troubles(play) {
  const on = KINDS.filter((kind) => play.troubles[kind]).map((kind) => t(keyOf(kind)));
  return ["stopped", "failed"].includes(play.bot) ? [...on, t(`page-bot-${play.bot}`)] : on;
}

/**
 * @param {{store: Object, act: (body: Object) => Promise<any>}} page
 * @returns {{element: HTMLElement, update(): void}}
 */
export function createTrouble({ store, act }) {
  const about = h("p", { class: "p-faint" });
  const parts = [createSwitches({ store, act }), createBotSwitch({ store, act }), createUpsets({ store, act })];
  const element = h("div", { class: "p-trouble" }, about, parts.map((part) => part.element));
  const update = () => {
    say(about, t("page-trouble-about"));
    for (const part of parts) part.update();
  };
  return { element, update };
}

function createSwitches({ store, act }) {
  const title = h("h3");
  const switches = KINDS.map((kind) => ({ kind, ...createSwitch(kind, (on) => act({ act: "trouble", kind, on })) }));
  const element = h("section", { class: "p-part" }, title, switches.map((one) => one.element));
  const update = () => {
    say(title, t("page-trouble-telegram"));
    for (const { kind, show } of switches) show(store.play().troubles[kind]);
  };
  return { element, update };
}

/** The whole card is the switch, so that there is much to hit. */
function createSwitch(kind, turn) {
  const [name, does, watch] = ["p-switch-name", "", "p-switch-watch"].map((class_) => h("span", { class: class_ }));
  const [id, key] = [`trouble-${kind}`, keyOf(kind)];
  name.id = id;
  does.id = `${id}-does`;
  const isOn = () => element.getAttribute("aria-checked") === "true";
  const words = h("span", { class: "p-switch-words" }, name, does, watch);
  const element = button("p-switch", () => turn(!isOn()), words, h("span", { class: "p-slide", "aria-hidden": "true" }));
  element.setAttribute("role", "switch");
  element.setAttribute("aria-labelledby", id);
  element.setAttribute("aria-describedby", does.id);
  const show = (on) => {
    element.setAttribute("aria-checked", String(on));
    say(name, t(key));
    say(does, t(`${key}-does`));
    say(watch, t(`${key}-watch`));
  };
  return { element, show };
}

function createBotSwitch({ store, act }) {
  const title = h("h3");
  const state = h("p", { class: "p-bot-state", role: "status" });
  const about = h("p", { class: "p-faint" });
  const kill = button("p-key", () => act({ act: "kill" }));
  const launch = button("p-key p-key-main", () => act({ act: "launch" }));
  const element = h("section", { class: "p-part" }, title, state, about, h("div", { class: "p-keys" }, kill, launch));
  const update = () => {
    const { bot } = store.play();
    const is = ["starting", "running"].includes(bot);
    state.dataset.bot = bot;
    say(title, t("page-trouble-bot"));
    say(state, t(`page-bot-${bot}`));
    say(about, t("page-trouble-bot-does"));
    say(kill, t("page-bot-kill"));
    say(launch, t("page-bot-launch"));
    kill.hidden = !is;
    launch.hidden = is;
  };
  return { element, update };
}
