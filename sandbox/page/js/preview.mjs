/* What has been chosen to be sent, with a caption. */

import { fill, h } from "./dom.mjs";
import { size } from "./format.mjs";
import { icon } from "./icons.mjs";
import { button, round } from "./parts.mjs";
import { sampleFile, sampleSheet, samplesOf } from "./samples.mjs";
import { t } from "./texts.mjs";

/** @typedef {{kind: string, file?: File, sample?: string, url?: string}} Item   a file, or a sample by its name */

/** Ask the browser for files. @param {string} accept @returns {Promise<File[]>} none when it was closed */
export function pickFiles(accept) {
  return new Promise((chosen) => {
    const input = h("input", { type: "file", accept, multiple: true });
    input.addEventListener("change", () => chosen([...input.files]));
    input.addEventListener("cancel", () => chosen([]));
    input.click();
  });
}

/** @param {import("./phone.mjs").Phone} phone @param {import("./attach.mjs").Tools} tools @param {Item[]} first */
export function preview(phone, tools, first) {
  let items = [...first];
  const list = h("div", { class: "chosen" });
  const name = t("page-phone-caption");
  const look = { rows: "2", "data-focus": "", placeholder: name, "aria-label": name };
  const caption = h("textarea", look, tools.caption());
  const send = h("button", { type: "submit", class: "primary wide" }, t("page-phone-send"));
  const form = h("form", { class: "form", onsubmit: submit }, list, caption, send);
  const made = [];
  caption.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) submit(event);
  });

  function show() {
    const more = button("tile add", add, "+");
    more.setAttribute("aria-label", t("page-phone-add"));
    fill(list, items.map(chosen), more);
    send.disabled = !items.length;
  }

  function remove(item) {
    items = items.filter((each) => each !== item);
    show();
  }

  async function add() {
    const isSample = items.at(-1)?.sample && samplesOf(phone, ["photo", "video", "document"]).length;
    const words = caption.value;
    if (isSample) {
      sampleSheet(phone, (item) => preview(phone, { ...tools, caption: () => words }, [...items, item]));
      return;
    }
    const kind = items.at(-1)?.kind ?? "document";
    const accept = { photo: "image/*", video: "video/*", audio: "audio/*" }[kind] ?? "";
    items.push(...(await pickFiles(accept)).map((file) => ({ file, kind })));
    show();
  }

  async function submit(event) {
    event.preventDefault();
    if (send.disabled || !items.length) return;
    send.disabled = true;
    const done = await sendAll(phone, tools.where(), items, caption.value.trim());
    send.disabled = false;
    if (!done) return;
    phone.sheets.closeSheet();
    tools.sent();
  }

  function chosen(item) {
    const address = item.url ?? URL.createObjectURL(item.file);
    if (item.file) made.push(address);
    const shut = round("close", t("page-phone-remove"), () => remove(item), "round small");
    return h("div", { class: "tile" }, seen(item, address), shut);
  }

  show();
  const forget = () => made.forEach((address) => URL.revokeObjectURL(address));
  phone.sheets.sheet({ title: t("page-phone-preview"), content: [form], onClose: forget });
}

function seen(item, address) {
  if (item.kind === "photo" || item.kind === "animation")
    return h("img", { src: address, alt: t("page-phone-kind-photo") });
  if (item.kind === "video") return h("video", { src: address, muted: true, preload: "metadata" });
  const name = h("small", {}, item.file?.name ?? item.sample);
  const large = item.file && h("small", {}, size(item.file.size));
  return h("span", { class: "file-words" }, icon(item.kind === "audio" ? "music" : "file"), name, large);
}

/** An act per album: pictures and films go in one, each other kind in one of its own; the caption is the first's. */
async function sendAll(phone, where, items, caption) {
  const hasPhoto = items.some((item) => item.kind === "photo");
  const albumOf = (item) => (hasPhoto && item.kind === "video" ? "photo" : item.kind);
  const kinds = [...new Set(items.map(albumOf))];
  for (const [at, kind] of kinds.entries()) {
    const same = items.filter((item) => albumOf(item) === kind);
    const body = { ...where, kind, ...(at === 0 && caption ? { caption } : {}) };
    const isSample = same.length === 1 && same[0].sample;
    const done = isSample
      ? await phone.act("sends", { ...body, sample: same[0].sample })
      : await phone.act("sends", body, await Promise.all(same.map((item) => item.file ?? sampleFile(item))));
    if (!done) return false;
  }
  return true;
}
