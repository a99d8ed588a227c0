/* What people are called, and what they are, in the reader's language. */

import { language, t } from "./texts.mjs";

/** "李建国"; for who reads English "Li Jianguo". @param {import("./store.mjs").Person} person */
export const shortName = (person) => (language() === "en" && person.latin) || person.name;

/** "李建国"; for who reads English "Li Jianguo 李建国", since the cards know only the name itself. */
export const fullName = (person) => (shortName(person) === person.name ? person.name : `${person.latin} ${person.name}`);

/** Does this post stand below a compound: a building, a unit? Codes of grids say so: XY01-2. */
const isBuilding = (post) => post.role === "leader" && post.grid.includes("-");

const roleWords = (post) => t(isBuilding(post) ? "page-role-building" : `role-${post.role}`);

/** "网格长 · 松柏苑"; of several posts each; a resident's is the home. */
export function standing(person) {
  if (!person.posts.length) return [t("page-role-resident"), person.home].filter(Boolean).join(" · ");
  const places = new Map(); // those of one kind together: "物业 · 松柏苑、银杏苑"
  for (const post of person.posts) places.set(roleWords(post), [...(places.get(roleWords(post)) ?? []), post.place]);
  const between = language() === "en" ? ", " : "、";
  return [...places].map(([role, where]) => `${role} · ${where.join(between)}`).join("; ");
}

const GROUP_OF = {
  leader: "leaders",
  deputy: "leaders",
  property: "property",
  committee: "property",
  volunteer: "volunteers",
  member: "volunteers",
};

/** In which part of the picker they stand: by the first of their posts. @returns {string} */
export function partOf(person) {
  const [post] = person.posts;
  if (!post) return "residents";
  return isBuilding(post) ? "buildings" : (GROUP_OF[post.role] ?? "office");
}
