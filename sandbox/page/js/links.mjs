/* Links to the bot, which open on the phone they are tapped on. */

/**
 * What a link to the bot starts it with: "" for a link without a payload, null when it leads elsewhere.
 * @param {string} address @param {string} username the bot's, without @
 * @returns {string|null}
 */
export function payloadOf(address, username) {
  const url = parsed(address);
  if (!url || !username) return null;
  const isPage = /^(www\.)?(t|telegram)\.me$/.test(url.hostname) && /^https?:$/.test(url.protocol);
  const name = isPage
    ? url.pathname.slice(1).replace(/\/$/, "")
    : url.protocol === "tg:"
      ? url.searchParams.get("domain")
      : "";
  return (name ?? "").toLowerCase() === username.toLowerCase() ? (url.searchParams.get("start") ?? "") : null;
}

/** Addresses that may stand behind a link; javascript: and the like may not. @param {string} address */
export function isHarmless(address) {
  return ["http:", "https:", "tg:", "mailto:", "tel:"].includes(parsed(address)?.protocol);
}

function parsed(address) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
