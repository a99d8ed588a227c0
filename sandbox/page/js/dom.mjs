/* Elements from plain data. Words always go in as text nodes, so nothing a bot or a person writes is ever read
   as HTML here (markup.mjs alone reads Telegram's subset, by a whitelist). */

/**
 * Make an element: h("button", {class: "key", "aria-label": "Send", onclick: send}, "➤").
 * `on…` are listeners; `dataset` and `style` are objects; `value`, `checked`, `disabled`, `hidden` … that are
 * properties are set as such when their value is true or false; null, undefined and false leave it out.
 * @param {string} tag @param {Object<string, any>} [props] @param {...(Node|string|number|null|false|Array)} children
 * @returns {HTMLElement}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) set(element, name, value);
  element.append(...nodes(children));
  return element;
}

/** The same for drawings: svg("svg", {viewBox: "0 0 24 24"}, svg("path", {d})). @returns {SVGElement} */
export function svg(tag, props = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props)) element.setAttribute(name, String(value));
  element.append(...nodes(children));
  return element;
}

/** Put these children in the place of all there are. @param {Element} element */
export function fill(element, ...children) {
  element.replaceChildren(...nodes(children));
  return element;
}

/**
 * Make the children of `parent` those of `items`, in order, and touch only what has changed: an item that is the
 * same object as before keeps its element (with focus, scroll and playing sound), a new one is made, one that was
 * replaced is made anew, or mended in place where `patch` is given. The parent is to hold nothing else.
 * @template T
 * @param {Element} parent @param {T[]} items @param {(item: T) => string|number} keyOf @param {(item: T) => Element} make
 * @param {(element: Element, item: T, before: T) => void} [patch]
 */
export function keyed(parent, items, keyOf, make, patch) {
  const before = shown.get(parent) ?? new Map();
  const after = new Map();
  for (const item of items) after.set(String(keyOf(item)), entry(item, before.get(String(keyOf(item))), make, patch));
  shown.set(parent, after);
  const wanted = new Set([...after.values()].map(({ element }) => element));
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  let at = parent.firstElementChild;
  for (const element of wanted) {
    if (element === at) at = at.nextElementSibling;
    else parent.insertBefore(element, at);
  }
}

/** What stands in each parent that keyed() looks after: key -> {item, element}. */
const shown = new WeakMap();

function entry(item, old, make, patch) {
  if (old?.item === item) return old;
  if (old && patch) {
    patch(old.element, item, old.item);
    return { item, element: old.element };
  }
  return { item, element: make(item) };
}

function set(element, name, value) {
  if (value === null || value === undefined) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "class") element.className = Array.isArray(value) ? value.filter(Boolean).join(" ") : value;
  else if (name === "dataset" || name === "style") Object.assign(element[name], value);
  else if (typeof value === "boolean" && name in element) element[name] = value;
  else if (value !== false) element.setAttribute(name, value === true ? "" : String(value));
}

function nodes(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : String(child)));
}
