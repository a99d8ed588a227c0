/* The few ways in which what stands around the phones is mended in place, so that focus stays where it is. */

/** Put these words there, if others stand there. @param {Element} element @param {string} words */
export function say(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

/** A button that only shows a sign: what it is called. @param {Element} element @param {string} words */
export function call(element, words) {
  element.setAttribute("aria-label", words);
  element.title = words;
}

/**
 * It waits, or no longer: a tap does nothing meanwhile. Not `disabled`, which would take the focus away.
 * @param {Element} element @param {boolean} is
 */
export function wait(element, is) {
  element.setAttribute("aria-disabled", String(is));
}

/** A listener that does nothing while its button waits. @param {() => void} does */
export const unlessWaiting = (does) => (event) => {
  if (event.currentTarget.getAttribute("aria-disabled") !== "true") does();
};
