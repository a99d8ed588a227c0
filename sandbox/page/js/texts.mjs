/* The page's words, from the server's Fluent files, in the language the reader has chosen. */

const state = { language: "zh-CN", words: {} };
const listeners = new Set();

/**
 * Fetch a language's words and make it the page's; whoever listens renders anew.
 * @param {"zh-CN"|"en"} language @param {string} [base]
 */
export async function load(language, base = "") {
  const response = await fetch(`${base}/texts/${language}`);
  if (!response.ok) throw new Error(`/texts/${language}: ${response.status}`);
  use(language, await response.json());
}

/** Make these words the page's. @param {string} language @param {Object<string, string>} words */
export function use(language, words) {
  Object.assign(state, { language, words });
  if (globalThis.document) document.documentElement.lang = language;
  for (const listener of [...listeners]) listener(language);
}

/** The page's language. @returns {"zh-CN"|"en"} */
export const language = () => state.language;

/** @param {(language: string) => void} listener called after each change @returns {() => void} ends it */
export function onLanguage(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Is there such a text? @param {string} key */
export const has = (key) => key in state.words;

/**
 * A text, its {name} places filled. A key without words shows as the key, so that it is seen.
 * @param {string} key @param {Object<string, string|number>} [values]
 */
export function t(key, values = {}) {
  const words = state.words[key] ?? key;
  return words.replace(/\{\s*\$?([\w-]+)\s*\}/g, (place, name) => (name in values ? String(values[name]) : place));
}
