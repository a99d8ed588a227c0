/* What one person or one group does that upsets a bot: blocking it, leaving, becoming a supergroup. */

import { fill, h } from "./dom.mjs";
import { fullName } from "./format.mjs";
import { button } from "./parts.mjs";
import { t } from "./texts.mjs";
import { say } from "./widgets.mjs";

/**
 * @param {{store: Object, act: (body: Object) => Promise<any>}} page
 * @returns {{element: HTMLElement, update(): void}}
 */
export function createUpsets({ store, act }) {
  const title = h("h3");
  const person = createChoice(() => update());
  const group = createChoice(() => update());
  const [personKeys, groupKeys] = [h("div", { class: "p-keys" }), h("div", { class: "p-keys" })];
  const [personWatch, groupWatch] = [h("p", { class: "p-faint" }), h("p", { class: "p-faint" })];
  const element = h("section", { class: "p-part" }, title);
  element.append(person.element, personKeys, personWatch, group.element, groupKeys, groupWatch);
  let drawn = "";

  const update = () => {
    const groups = store.chats().filter((chat) => chat.kind !== "private" && !chat.moved_to);
    say(title, t("page-trouble-people"));
    say(personWatch, t("page-trouble-blocks-watch"));
    say(groupWatch, t("page-trouble-upgrades-watch"));
    person.offer(t("page-trouble-person"), store.people().map((one) => [one.id, fullName(one)]));
    group.offer(t("page-trouble-group"), groups.map((one) => [one.id, one.title]));
    const [who, which] = [store.person(person.chosen()), store.chat(group.chosen())];
    const keys = { person: who ? personActs(who, groups) : [], group: which ? groupActs(which) : [] };
    if (JSON.stringify(keys) === drawn) return; // keep the focus where it is
    drawn = JSON.stringify(keys);
    fill(personKeys, keys.person.map(({ words, does }) => button("p-key", () => act(does), words)));
    fill(groupKeys, keys.group.map(groupKey));
  };

  const groupKey = ({ words, does }) =>
    does ? button("p-key", () => act({ ...does, by: byWhom(does.chat) }), words) : h("span", { class: "p-faint" }, words);

  /** An administrator does it, if there is one. */
  function byWhom(chat) {
    const { admins, members } = store.chat(chat);
    return admins[0] ?? members[0];
  }
  return { element, update };
}

/** What they may do now: {words, does: the act}. */
function personActs({ id: by, blocked }, groups) {
  const block = { words: t(`page-trouble-${blocked ? "unblocks" : "blocks"}`), does: { act: blocked ? "unblocks" : "blocks", by } };
  const moves = groups.map(({ id: chat, title, members }) => {
    const act = members.includes(by) ? "leaves" : "joins";
    return { words: t(`page-trouble-${act}`, { group: title }), does: { act, by, chat } };
  });
  return [block, ...moves];
}

const groupActs = ({ id: chat, kind }) =>
  kind === "group"
    ? [{ words: t("page-trouble-upgrades"), does: { act: "upgrades", chat } }]
    : [{ words: t("page-trouble-upgraded") }];

/** A list to choose one of. chosen() is the id; the first unless another was chosen. */
function createChoice(changed) {
  const name = h("span");
  const select = h("select", { onchange: changed });
  const element = h("label", { class: "p-choice" }, name, select);
  let drawn = "";
  const offer = (words, options) => {
    say(name, words);
    select.setAttribute("aria-label", words); // the label's own text has all the choices in it
    if (JSON.stringify(options) === drawn) return;
    drawn = JSON.stringify(options);
    const { value } = select;
    fill(select, options.map(([id, label]) => h("option", { value: id }, label)));
    if (options.some(([id]) => String(id) === value)) select.value = value;
  };
  return { element, offer, chosen: () => Number(select.value) };
}
