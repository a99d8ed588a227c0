/* Voice messages: one of the samples, or a new one by the browser's microphone. */

import { fill, h } from "./dom.mjs";
import { duration } from "./format.mjs";
import { button } from "./parts.mjs";
import { samplesOf } from "./samples.mjs";
import { t } from "./texts.mjs";

const FORMATS = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];

/**
 * @param {import("./phone.mjs").Phone} phone
 * @param {{where: () => Object, sent: () => void}} tools where it goes, and what is to be done when it went
 */
export function voiceMenu(phone, tools) {
  const send = async (sample) =>
    (await phone.act("sends", { ...tools.where(), kind: "voice", sample: sample.name })) && tools.sent();
  const samples = samplesOf(phone, ["voice"]).map((sample) => ({
    label: t(sample.text),
    icon: "play",
    run: () => send(sample),
  }));
  const record = { label: t("page-phone-record"), icon: "mic", run: () => start(phone, tools) };
  phone.sheets.actions(t("page-phone-voice"), [record, ...samples]);
}

async function start(phone, tools) {
  try {
    if (!globalThis.MediaRecorder || !navigator.mediaDevices) throw new Error("no recorder");
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    record(phone, tools, stream);
  } catch {
    phone.sheets.toast(t("page-phone-no-microphone"), true);
  }
}

/** The sheet while it records: send or cancel; closing it in any way ends the recording. */
function record(phone, tools, stream) {
  const mimeType = FORMATS.find((format) => MediaRecorder.isTypeSupported(format));
  const recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {});
  const pieces = [];
  const began = performance.now();
  const clock = h("output", { class: "record-time" }, duration(0));
  const ticking = setInterval(() => fill(clock, duration((performance.now() - began) / 1000)), 250);
  let isWanted = false;
  recorder.ondataavailable = (event) => pieces.push(event.data);
  recorder.onstop = () => isWanted && sendRecording(phone, tools, pieces, recorder.mimeType);
  const end = () => {
    clearInterval(ticking);
    recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  };
  const done = () => {
    isWanted = true;
    phone.sheets.closeSheet();
  };
  const cancel = button("plain", () => phone.sheets.closeSheet(), t("page-phone-cancel"));
  const send = button("primary", done, t("page-phone-send"));
  const lamp = h("span", { class: "record-lamp", "aria-hidden": "true" });
  const content = [h("div", { class: "recording" }, lamp, clock), h("div", { class: "answers" }, cancel, send)];
  phone.sheets.sheet({ title: t("page-phone-recording"), content, onClose: end });
  recorder.start();
}

async function sendRecording(phone, tools, pieces, mimeType) {
  const name = mimeType.includes("ogg") ? "voice.ogg" : mimeType.includes("mp4") ? "voice.m4a" : "voice.webm";
  const file = new File(pieces, name, { type: mimeType.split(";")[0] });
  if (await phone.act("sends", { ...tools.where(), kind: "voice" }, [file])) tools.sent();
}
