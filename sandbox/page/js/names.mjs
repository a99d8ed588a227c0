/* What people are called for short, and where they stand among others. More of it: format.mjs. */

import { language } from "./texts.mjs";

/** "李建国"; for who reads English "Li Jianguo". @param {import("./store.mjs").Person} person */
export const shortName = (person) => (language() === "en" && person.latin) || person.name;

/** Does this post stand below a compound: a building, a unit? Codes of grids say so: XY01-2. */
const isBuilding = (post) => post.role === "leader" && post.grid.includes("-");

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
