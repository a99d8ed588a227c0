/* How times, sizes and names are written. */

import { isBuilding } from "./names.mjs";
import { language, t } from "./texts.mjs";

const formatters = new Map();

function formatter(zone, options) {
  const key = `${language()} ${zone} ${JSON.stringify(options)}`;
  const locale = language() === "en" ? "en-GB" : "zh-CN";
  if (!formatters.has(key)) formatters.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
  return formatters.get(key);
}

/** "09:05" @param {string} at ISO @param {string} zone IANA name */
export const time = (at, zone) =>
  formatter(zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(at));

/** "3月3日星期二" or "Tuesday 3 March" */
export const day = (at, zone) =>
  formatter(zone, { weekday: "long", day: "numeric", month: "long" }).format(new Date(at));

/** "3月3日" or "3 March" */
export const shortDay = (at, zone) => formatter(zone, { day: "numeric", month: "short" }).format(new Date(at));

/** @param {number} seconds @returns {string} "1:05" */
export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds || 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** @param {number} bytes @returns {string} "1.2 MB" */
export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(0)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

/** A Chinese name with its spelling for those who read English. @param {import("./store.mjs").Person} person */
export function fullName(person) {
  return language() === "en" && person.latin && person.latin !== person.name
    ? `${person.latin} ${person.name}`
    : person.name;
}

/** What they are, in words: "grid leader · 松柏苑", or where a resident lives. */
export function standing(person) {
  const posts = person.posts.map((post) => [roleOf(post), post.place].filter(Boolean).join(" · "));
  if (posts.length) return posts.join(language() === "en" ? ", " : "，");
  return person.home ? `${t("page-phone-resident")} · ${person.home}` : t("page-phone-resident");
}

const roleOf = (post) => t(isBuilding(post) ? "page-phone-building" : `role-${post.role}`);

/** One of seven colours for a name, always the same for the same. @param {string|number} of @returns {string} a class */
export function tint(of) {
  let sum = 0;
  for (const sign of String(of)) sum = (sum * 31 + sign.codePointAt(0)) % 9973;
  return `tint-${sum % 7}`;
}

/** The sign in the round picture: the first of the name. */
export const initial = (name) => [...(name || "?")][0].toUpperCase();
