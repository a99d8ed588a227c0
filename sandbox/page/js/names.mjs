/* What people are called for short, and where they stand among others. More of it: format.mjs. */

import { language, t } from "./texts.mjs";

/** "李建国"; for who reads English "Li Jianguo". @param {import("./store.mjs").Person} person */
export const shortName = (person) => (language() === "en" && person.latin) || person.name;

/** Who said it: for the bot its name in the reader's language. @param {import("./store.mjs").Message} message */
export const sender = (message) => (message.bot ? t("page-phone-bot") : message.from);

/** Does this post stand below a compound: a building, a unit? Codes of grids say so: XY01-2. */
export const isBuilding = (post) => post.role === "leader" && post.grid.includes("-");

const PART_OF = {
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
  return isBuilding(post) ? "buildings" : (PART_OF[post.role] ?? "office");
}
