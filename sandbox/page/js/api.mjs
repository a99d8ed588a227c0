/* The way to the server: acts go out, changes come in. */

const AGAIN_AFTER = 1000; // ms until a stream that was refused is tried again; a broken one the browser renews itself

/**
 * @param {{language: () => string, base?: string}} options language() is that of the page: refusals come in it
 * @returns {{act: Act, changes: Changes, load: (file: File) => Promise<Object>, saveUrl: () => string}}
 */
export function createApi({ language, base = "" }) {
  /**
   * @callback Act
   * @param {Object} body the act, {"act": name, "by": person id, …}
   * @param {(File|Blob)[]} [files] in order
   * @returns {Promise<Object>} the answer; rejected with an Error whose message is the server's words for people
   */
  const act = (body, files = []) => post(`${base}/act?language=${language()}`, files.length ? form(body, files) : body);

  const load = (file) => {
    const data = new FormData();
    data.append("state", file);
    return post(`${base}/load?language=${language()}`, data);
  };

  return { act, load, saveUrl: () => `${base}/save`, changes: (learn, connected) => changes(base, learn, connected) };
}

/**
 * Listen to the server; after a break everything comes anew ("fresh").
 * @param {string} base @param {(changes: Object) => void} learn @param {(is: boolean) => void} [connected]
 * @returns {() => void} stops it
 */
function changes(base, learn, connected = () => undefined) {
  let source;
  let timer;
  const open = () => {
    source = new EventSource(`${base}/changes`);
    source.onopen = () => connected(true);
    source.onmessage = (event) => learn(JSON.parse(event.data));
    source.onerror = () => {
      connected(false);
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN_AFTER);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

function form(body, files) {
  const data = new FormData();
  data.append("act", JSON.stringify(body));
  for (const file of files) data.append("files", file, file.name ?? "file");
  return data;
}

async function post(address, body) {
  const isForm = body instanceof FormData;
  const headers = isForm ? {} : { "Content-Type": "application/json" };
  const response = await fetch(address, { method: "POST", headers, body: isForm ? body : JSON.stringify(body) });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? `${response.status} ${response.statusText}`);
  return answer;
}
