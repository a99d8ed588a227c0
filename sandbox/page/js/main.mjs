/* The page begins here: what is known, the way to the server, the words, and then everything else. */

import { createApi } from "./api.mjs";
import { createLayout } from "./layout.mjs";
import { createLost, createToast, wordsOf } from "./notices.mjs";
import { createPage } from "./page.mjs";
import { chosen } from "./speaking.mjs";
import { createStore } from "./store.mjs";
import { language, load } from "./texts.mjs";

const memory = globalThis.localStorage;
const store = createStore(memory);
const api = createApi({ language });
const [toast, lost] = [createToast(), createLost()];
let opened = false;

/** Once, when the first whole picture has come: before it there is nothing to show, and no language to show it in. */
async function open() {
  opened = true;
  const mine = chosen(memory);
  const { language: theirs } = store.play();
  await load(mine ?? theirs);
  document.body.replaceChildren(createPage({ store, api, layout: createLayout(memory), memory, toast, lost }));
  if (mine && mine !== theirs)
    api.act({ act: "speaks", by: null, language: mine }).catch((error) => toast.tell(wordsOf(error)));
}

const learn = (changes) => {
  store.apply(changes);
  if (!opened) open();
};
api.changes(learn, lost.connected);
