/* Everything on the page put together, and told what has changed. */

import { createBar } from "./bar.mjs";
import { createCalls } from "./calls.mjs";
import { createChips } from "./chips.mjs";
import { createDrawer } from "./drawer.mjs";
import { h } from "./dom.mjs";
import { createGuide } from "./guide.mjs";
import { createPeople } from "./people.mjs";
import { wordsOf } from "./notices.mjs";
import { createRow, mark } from "./row.mjs";
import { createSaving } from "./saving.mjs";
import { createSpeaking } from "./speaking.mjs";
import { createStories } from "./stories.mjs";
import { onLanguage, t } from "./texts.mjs";
import { createTime } from "./time.mjs";
import { createTrouble } from "./trouble.mjs";
import { beginRead } from "./waiting.mjs";

/**
 * @param {{store: Object, api: Object, layout: Object, memory: Storage, toast: Object, lost: Object}} base
 * @returns {HTMLElement} the whole page; it listens to the store, the layout and the language
 */
export function createPage({ store, api, layout, memory, toast, lost }) {
  const { tell } = toast;
  const act = (body) => api.act(body).catch((error) => (tell(wordsOf(error)), null));
  const row = createRow({ store, api, layout });
  const { show } = row;

  const people = createPeople({ store, layout, show });
  const stories = createStories({ store, act });
  const saving = createSaving({ api, tell });
  const calls = createCalls({ store });
  const drawer = createDrawer(
    [
      { name: "trouble", title: "page-trouble", panel: createTrouble({ store, act }) },
      { name: "calls", title: "page-calls", panel: calls },
    ],
    () => bar.update(),
  );
  const [time, speaking] = [createTime({ store, act }), createSpeaking({ act, memory, tell })];
  const chips = createChips({ store, layout, pick: people.open, show });
  const tellStories = () => {
    bar.fold();
    stories.open();
  };
  const showTime = () => {
    bar.fold(true);
    mark(time.element);
  };
  const guide = createGuide({ store, act, show, showTime, stories: tellStories });
  const bar = createBar({ store, time, speaking, drawer, guide: guide.again, save: saving.open });

  const line = h("div", { class: "p-line" }, chips.element, bar.menu);
  const left = h("div", { class: "p-middle" }, row.element, drawer.element);
  const dialogs = [people, stories, saving].map(({ element }) => element);
  const element = h("div", { class: "p-page" }, lost.element, bar.element, guide.element, line, left, dialogs, toast.element);

  const onPlay = [bar, drawer, guide];
  const always = [row, people, stories, saving, lost, chips];
  const update = (parts) => parts.forEach((part) => part.update());
  const whole = () => {
    beginRead(store);
    document.title = t("page-title");
    update([...onPlay, ...always]);
    calls.redraw();
  };
  store.subscribe((news) => {
    if (news.fresh) return whole();
    if (news.play || news.people.size || news.chats.size) update(onPlay);
    if (news.people.size) update([row, people]);
    if (news.people.size || news.chats.size || news.messages.size || news.read.size) chips.update();
    calls.learn(news);
  });
  layout.subscribe(chips.update);
  onLanguage(whole);
  whole();
  return element;
}
