/* Pictures, films, files and voice messages that come with the sandbox, for whoever has none at hand. */

import { h } from "./dom.mjs";
import { icon } from "./icons.mjs";
import { button } from "./parts.mjs";
import { t } from "./texts.mjs";

const address = (sample) => `/sample/${encodeURIComponent(sample.name)}`;

/** @param {import("./phone.mjs").Phone} phone @param {string[]} kinds */
export const samplesOf = (phone, kinds) =>
  (phone.store.play()?.samples ?? []).filter((sample) => kinds.includes(sample.kind));

/** Choose one, by its picture. @param {(item: {sample: string, kind: string, url: string}) => void} chosen */
export function sampleSheet(phone, chosen) {
  const tile = (sample) => {
    const take = () => {
      phone.sheets.closeSheet();
      chosen({ sample: sample.name, kind: sample.kind, url: address(sample) });
    };
    return button("tile", take, seen(sample), h("span", {}, t(sample.text)));
  };
  const tiles = samplesOf(phone, ["photo", "video", "document"]).map(tile);
  phone.sheets.sheet({ title: t("page-phone-sample-pictures"), content: [h("div", { class: "tiles" }, tiles)] });
}

function seen(sample) {
  if (sample.kind === "photo") return h("img", { src: address(sample), alt: "", loading: "lazy" });
  return h("span", { class: "disc" }, icon(sample.kind === "video" ? "play" : "file"));
}

/** A sample's bytes as a file, for an album. @param {{url: string, sample: string}} item @returns {Promise<File>} */
export async function sampleFile({ url, sample }) {
  const bytes = await (await fetch(url)).blob();
  return new File([bytes], sample, { type: bytes.type });
}
