/* Which phones are open, in which order, and which is at the front of a small window; kept over a reload. */

const KEY = "redvest.layout";

/** Who is on the screen at first: the one who reports, who answers, who helps, and who keeps the whole in view. */
export const AT_FIRST = ["resident-wang", "leader-01", "volunteer-4", "secretary"];

/** @typedef {{open: string[], front: string}} Layout   keys of people, from the left */

/** Their phone is there and at the front. @param {Layout} layout @param {string} key @returns {Layout} */
export const shown = ({ open }, key) => ({ open: open.includes(key) ? open : [...open, key], front: key });

/** Their phone is gone; its neighbour comes to the front in its place. @returns {Layout} */
export function closed({ open, front }, key) {
  const left = open.filter((other) => other !== key);
  const neighbour = left[Math.max(open.indexOf(key) - 1, 0)] ?? "";
  return { open: left, front: front === key ? neighbour : front };
}

/** Their phone has changed places with the one to the left of it. @returns {Layout} */
export function movedLeft({ open, front }, key) {
  const at = open.indexOf(key);
  if (at < 1) return { open, front };
  return { open: [...open.slice(0, at - 1), key, open[at - 1], ...open.slice(at + 1)], front };
}

/**
 * @param {{getItem: Function, setItem: Function}} memory localStorage, or whatever is like it
 * @returns the layout as it is, what changes it, and subscribe(told) -> unsubscribe
 */
export function createLayout(memory) {
  const told = new Set();
  let layout = read(memory);
  const become = (next) => {
    layout = next;
    memory.setItem(KEY, JSON.stringify(layout));
    for (const listener of [...told]) listener();
  };
  return {
    open: () => layout.open,
    front: () => layout.front,
    show: (key) => become(shown(layout, key)),
    close: (key) => become(closed(layout, key)),
    moveLeft: (key) => become(movedLeft(layout, key)),
    subscribe(listener) {
      told.add(listener);
      return () => told.delete(listener);
    },
  };
}

function read(memory) {
  const fallback = { open: AT_FIRST, front: AT_FIRST[0] };
  try {
    const { open, front } = JSON.parse(memory.getItem(KEY));
    return Array.isArray(open) ? { open, front: String(front) } : fallback;
  } catch {
    return fallback; // nothing kept, or somebody else's words under our key
  }
}
