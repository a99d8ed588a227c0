/* The page's language: kept in this browser, and told to the sandbox's people, so that their phones are read in it. */

import { h } from "./dom.mjs";
import { button } from "./parts.mjs";
import { language, load, t } from "./texts.mjs";
import { say } from "./widgets.mjs";

const KEY = "redvest.language";
const OWN_NAMES = { "zh-CN": "中文", en: "English" };

/** The language the reader chose here before; none: the sandbox's own. @param {Storage} memory @returns {?string} */
export function chosen(memory) {
  const kept = memory.getItem(KEY);
  return kept in OWN_NAMES ? kept : null;
}

/**
 * @param {{act: (body: Object) => Promise<any>, memory: Storage, tell: (words: string) => void}} page
 * @returns {{element: HTMLElement, update(): void}}
 */
export function createSpeaking({ act, memory, tell }) {
  const keys = Object.entries(OWN_NAMES).map(([code, name]) => {
    const key = button("p-key", () => choose(code));
    key.lang = code;
    say(key, name);
    return { code, key };
  });
  const element = h("div", { class: "p-languages", role: "group" }, keys.map(({ key }) => key));

  async function choose(code) {
    if (code === language()) return;
    memory.setItem(KEY, code);
    await load(code);
    if ((await act({ act: "speaks", by: null, language: code })) !== null) tell(t("page-language-told"));
  }

  const update = () => {
    element.setAttribute("aria-label", t("page-language"));
    for (const { code, key } of keys) key.setAttribute("aria-pressed", String(code === language()));
  };
  return { element, update };
}
