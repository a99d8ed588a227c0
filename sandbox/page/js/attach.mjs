/* The 📎: everything that can be sent besides words and voice. */

import { doors, openLink } from "./doors.mjs";
import { contacts, dice, location, poll, sticker, venue } from "./extras.mjs";
import { pickFiles, preview } from "./preview.mjs";
import { samplesOf, sampleSheet } from "./samples.mjs";
import { t } from "./texts.mjs";

/** @typedef {{where: () => Object, caption: () => string, sent: () => void}} Tools   the composer's: where an act goes, what
 *   is written there already, and how it is emptied */

/** @param {import("./phone.mjs").Phone} phone @param {number} chat @param {Tools} tools */
export function attach(phone, chat, tools) {
  const isPrivate = phone.chat(chat).kind === "private";
  const pick = (accept, kind) => pickFiles(accept).then((files) => sendFiles(phone, chat, tools, files, kind));
  const hasSamples = samplesOf(phone, ["photo", "video", "document"]).length > 0;
  const choose = () => sampleSheet(phone, (item) => preview(phone, tools, [item]));
  phone.sheets.actions(t("page-phone-attach"), [
    hasSamples && { label: t("page-phone-sample-pictures"), icon: "camera", run: choose },
    { label: t("page-phone-own-pictures"), icon: "camera", run: () => pick("image/*,video/*") },
    { label: t("page-phone-kind-document"), icon: "file", run: () => pick("", "document") },
    { label: t("page-phone-kind-audio"), icon: "music", run: () => pick("audio/*", "audio") },
    isPrivate && {
      label: t("page-phone-doors"),
      icon: "door",
      hint: t("page-phone-doors-hint"),
      run: () => doors(phone),
    },
    { label: t("page-phone-kind-location"), icon: "location", run: () => location(phone, tools) },
    { label: t("page-phone-kind-venue"), icon: "location", run: () => venue(phone, tools) },
    { label: t("page-phone-kind-contact"), icon: "contact", run: () => contacts(phone, tools) },
    { label: t("page-phone-kind-poll"), icon: "poll", run: () => poll(phone, tools) },
    { label: t("page-phone-kind-sticker"), icon: "smile", run: () => sticker(phone, tools) },
    { label: t("page-phone-kind-dice"), icon: "dice", run: () => dice(phone, tools) },
    isPrivate && {
      label: t("page-phone-open-link"),
      icon: "link",
      hint: t("page-phone-open-link-hint"),
      run: () => openLink(phone),
    },
  ]);
}

/**
 * Show chosen files before they are sent.
 * @param {File[]} files @param {string} [kind] of all of them; else what each is
 */
export function sendFiles(phone, chat, tools, files, kind) {
  if (files.length)
    preview(
      phone,
      tools,
      files.map((file) => ({ file, kind: kind ?? kindOf(file) })),
    );
}

function kindOf(file) {
  if (file.type === "image/gif") return "animation";
  const kind = { image: "photo", video: "video", audio: "audio" }[file.type.split("/")[0]];
  return kind ?? "document";
}
