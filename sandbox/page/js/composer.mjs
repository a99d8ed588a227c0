/* Where words are written and sent, with everything around the field. */

import { h } from "./dom.mjs";
import { attach, sendFiles } from "./attach.mjs";
import { commands } from "./commands.mjs";
import { createKeys } from "./keys.mjs";
import { round } from "./parts.mjs";
import { createQuoteBar } from "./quotebar.mjs";
import { voiceMenu } from "./recorder.mjs";
import { t } from "./texts.mjs";

const LINES = 5;

/**
 * @param {import("./phone.mjs").Phone} phone @param {number} chat @param {() => ?number|undefined} topic the open one
 * @returns {{element: HTMLElement, update(), focus(), reply(id: number), edit(message),
 *   take(files, event)}} take() is for files that were pasted or dropped
 */
export function createComposer(phone, chat, topic) {
  const { state } = phone;
  const field = h("textarea", {
    class: "field-words",
    rows: "1",
    enterkeyhint: "send",
    "aria-label": t("page-phone-write"),
  });
  const say = (words) => phone.say(words, chat, where());
  const slash = round("slash", t("page-phone-commands"), () => commands(phone, chat, { send: say, write }));
  const showKeys = round("keys", t("page-phone-keys"), () => keys.turn());
  const clip = round("clip", t("page-phone-attach"), () => attach(phone, chat, tools));
  const mic = round("mic", t("page-phone-voice"), () => voiceMenu(phone, { where, sent: drop }));
  const go = round("send", t("page-phone-send"), send, "round send");
  const keys = createKeys(phone, chat, { toggle: showKeys, where, sent: drop });
  const bar = createQuoteBar(phone, chat, drop);
  const row = h("div", { class: "composer-row" }, slash, field, showKeys, clip, mic, go);
  const element = h("div", { class: "composer" }, bar.element, row, keys.element);
  const tools = { where, caption: () => field.value.trim(), sent };
  let isGoing = false;

  /** Where an act of this field goes: the chat, the open topic, what it answers. */
  function where() {
    const place = phone.at(chat, topic());
    const answered = state.replies.get(chat);
    return answered ? { ...place, reply_to: answered } : place;
  }

  async function send() {
    const words = field.value.trim();
    if (!words || isGoing) return;
    isGoing = true;
    const edited = state.edits.get(chat);
    const done = await (edited ? phone.act("edits", { chat, message: edited, text: words }) : say(words));
    isGoing = false;
    if (done) sent();
  }

  function sent() {
    write("");
    drop();
  }

  function write(words) {
    field.value = words;
    state.drafts.set(chat, words);
    fit();
    if (words) field.focus();
  }

  function drop() {
    if (state.edits.has(chat)) write("");
    state.replies.delete(chat);
    state.edits.delete(chat);
    bar.update();
    fit();
  }

  function reply(id) {
    state.edits.delete(chat);
    state.replies.set(chat, id);
    bar.update();
    field.focus();
  }

  function edit(message) {
    state.replies.delete(chat);
    state.edits.set(chat, message.id);
    bar.update();
    write(message.text);
  }

  function fit() {
    const style = getComputedStyle(field);
    const most = parseFloat(style.lineHeight) * LINES + parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
    field.style.height = "auto";
    const border = field.offsetHeight - field.clientHeight;
    const wanted = Math.min(field.scrollHeight, most || field.scrollHeight);
    if (wanted) field.style.height = `${wanted + border}px`;
    const isEmpty = !field.value.trim();
    go.hidden = isEmpty;
    mic.hidden = !isEmpty;
  }

  field.addEventListener("input", () => write(field.value));
  field.addEventListener("keydown", (event) => {
    // Enter that picks a word of an input method (229 in Safari) must not send it.
    const isComposing = event.isComposing || event.keyCode === 229;
    if (event.key === "Escape") drop();
    if (event.key !== "Enter" || event.shiftKey || isComposing) return;
    event.preventDefault();
    send();
  });
  const take = (files, event) => {
    if (!files?.length) return;
    event.preventDefault();
    sendFiles(phone, chat, tools, [...files]);
  };
  field.addEventListener("paste", (event) => take(event.clipboardData.files, event));

  function update() {
    const known = phone.chat(chat);
    const isAnswer = (message) => message.id > known.answer && message.by === phone.id;
    if (known.answer && known.answer !== state.asked.get(chat)) {
      state.asked.set(chat, known.answer);
      if (!phone.store.messages(chat).some(isAnswer)) state.replies.set(chat, known.answer);
    }
    field.placeholder = known.keys?.placeholder || t("page-phone-write");
    slash.hidden = !phone.commandsOf(chat).length;
    keys.update();
    bar.update();
    fit();
  }

  field.value = state.drafts.get(chat) ?? "";
  return { element, update, focus: () => field.focus({ preventScroll: true }), reply, edit, take };
}
