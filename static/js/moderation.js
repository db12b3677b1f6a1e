// The presenter's list of answers: each can be shown or hidden, put in front, put large on the screen, and its
// sender muted; by a press, or by a key for the one that is chosen. What waits for the presenter stands first. Only
// what changed is drawn, and of thousands the first two hundred, until somebody asks for more.

import { count, fill, fresh, one } from "./page.js";
import { Seen } from "./seen.js";

const AT_FIRST = 200;

export class Moderation {
  /** @param {{words: Record<string, any>, direct: (command: any) => void, list: string, more: string}} options
   *   the selectors of the list and of its button for more */
  constructor({ words, direct, list, more }) {
    this.words = words;
    this.direct = direct;
    this.enlarged = "";
    /** @type {Map<string, any>} answers on the slide, the oldest first */
    this.answers = new Map();
    this.seen = new Seen();
    this.most = AT_FIRST;
    this.slide = -1;
    /** @type {string|null} the answer that keys are for */
    this.chosen = null;
    /** @type {Map<string, HTMLElement>} */
    this.items = new Map();
    /** @type {WeakMap<HTMLElement, string>} */
    this.drawn = new WeakMap();
    this.list = one(list);
    this.more = one(more);
    this.more.addEventListener("click", () => {
      this.most += AT_FIRST;
      this.draw();
    });
    this.list.addEventListener("click", (event) => this.#press(/** @type {HTMLElement} */ (event.target)));
    this.list.addEventListener("focusin", (event) => {
      const item = /** @type {HTMLElement} */ (event.target).closest("li");
      if (item) this.#choose(item.dataset.id);
    });
  }

  /** @param {any[]} answers @param {string} enlarged the answer that is large on the screen @param {number} slide */
  fill(answers, enlarged, slide) {
    if (slide !== this.slide) {
      this.most = AT_FIRST;
      this.chosen = null;
    } else {
      for (const answer of answers) this.#noteChange(answer);
    }
    this.slide = slide;
    if (enlarged !== this.enlarged) this.seen.change("enlarged", this.enlarged);
    this.answers = new Map(answers.map((answer) => [answer.id, answer]));
    this.enlarged = enlarged;
  }

  /** @param {any[]} changed @param {string[]} gone */
  change(changed, gone) {
    for (const answer of changed) {
      this.#noteChange(answer);
      this.answers.set(answer.id, answer);
    }
    for (const id of gone) this.answers.delete(id);
  }

  /** Those that the room sees, as on the wall: those in front first, then the newest. */
  get visible() {
    const visible = [...this.answers.values()].filter((answer) => !answer.hidden && !answer.waiting).reverse();
    return [...visible.filter((answer) => answer.pinned), ...visible.filter((answer) => !answer.pinned)];
  }

  /** Chooses the next answer, or the one before. @param {number} by */
  choose(by) {
    const ids = [...this.list.children].map((item) => /** @type {HTMLElement} */ (item).dataset.id);
    if (!ids.length) return;
    const at = this.chosen === null ? -1 : ids.indexOf(this.chosen);
    const next = Math.max(0, Math.min(at + by, ids.length - 1));
    this.items.get(ids[next]).focus();
  }

  /** Does something with the answer that is chosen. @param {string} name */
  act(name) {
    const answer = this.chosen === null ? undefined : this.answers.get(this.chosen);
    if (!answer) return;
    const { waiting } = answer;
    const after = this.items.get(answer.id)?.nextElementSibling;
    this.#order(name, answer.id);
    // The next one that waits is chosen: a queue is gone through with one key.
    if (waiting && (name === "hide" || name === "reject") && after) /** @type {HTMLElement} */ (after).focus();
  }

  /** Whether somebody is in this list. */
  get hasFocus() {
    return this.list.contains(document.activeElement);
  }

  draw() {
    const texts = [...this.answers.values()].reverse().filter((answer) => typeof answer.value === "string");
    const ordered = [...texts.filter((answer) => answer.waiting), ...texts.filter((answer) => !answer.waiting)];
    const wanted = ordered.slice(0, this.most);
    this.#letGo(new Set(wanted.map((answer) => answer.id)));
    const isNumbered = one("[data-numbered]", one("#now")) !== null;
    let place = this.list.firstElementChild;
    for (const answer of wanted) {
      const item = this.#item(answer.id);
      this.#drawOne(item, answer, isNumbered);
      if (item === place) place = place.nextElementSibling;
      else this.#put(item, place);
    }
    const left = ordered.length - wanted.length;
    this.more.hidden = !left;
    this.more.textContent = count(this.words.more, left);
  }

  /** A focus that moves with its answer stays with it. */
  #put(item, place) {
    const focused = item.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
    this.list.insertBefore(item, place);
    focused?.focus({ preventScroll: true });
  }

  #letGo(wanted) {
    for (const [id, item] of this.items) {
      if (wanted.has(id)) continue;
      if (id === this.chosen) this.#passOn(item, wanted);
      item.remove();
      this.items.delete(id);
    }
  }

  /** The answer that was chosen is gone: its neighbour is, from now on. */
  #passOn(item, wanted) {
    const neighbours = [item.nextElementSibling, item.previousElementSibling];
    const heir = neighbours.find((each) => each && wanted.has(/** @type {HTMLElement} */ (each).dataset.id));
    const hadFocus = item.contains(document.activeElement);
    this.#choose(heir ? /** @type {HTMLElement} */ (heir).dataset.id : null);
    if (hadFocus && heir) /** @type {HTMLElement} */ (heir).focus({ preventScroll: true });
  }

  #choose(id) {
    if (id === this.chosen) return;
    this.items.get(this.chosen)?.removeAttribute("aria-current");
    this.chosen = id;
    this.items.get(id)?.setAttribute("aria-current", "true");
  }

  #item(id) {
    const known = this.items.get(id);
    if (known) return known;
    const item = fresh("moderated");
    item.dataset.id = id;
    if (id === this.chosen) item.setAttribute("aria-current", "true");
    this.items.set(id, item);
    return item;
  }

  #press(target) {
    const button = /** @type {HTMLElement|null} */ (target.closest("[data-do]"));
    const item = target.closest("li");
    if (button && item) this.#order(button.dataset.do, item.dataset.id);
  }

  #order(name, id) {
    const answer = this.seen.of(id, this.answers.get(id));
    const enlarged = this.seen.of("enlarged", this.enlarged);
    const isSeen = !answer.hidden && !answer.waiting;
    if (name === "enlarge" && !isSeen) return;
    if (name === "settle" && answer.settled === undefined) return;
    const commands = {
      hide: () => ({ do: "hide", hidden: isSeen }),
      reject: () => ({ do: "hide", hidden: true }),
      pin: () => ({ do: "pin", pinned: !answer.pinned }),
      enlarge: () => ({ do: "enlarge", answer: enlarged === id ? "" : id }),
      mute: () => ({ do: "mute", muted: !answer.muted }),
      settle: () => ({ do: "settle", settled: !answer.settled }),
    };
    this.seen.order(name === "enlarge" ? "enlarged" : id);
    this.direct({ answer: id, ...commands[name]() });
  }

  #noteChange(answer) {
    const before = this.answers.get(answer.id);
    if (before && isOtherwise(before, answer)) this.seen.change(answer.id, before);
  }

  #drawOne(item, answer, isNumbered) {
    const isLarge = this.enlarged === answer.id;
    const key = JSON.stringify([answer, isLarge, isNumbered]);
    if (this.drawn.get(item) === key) return;
    this.drawn.set(item, key);
    const { words } = this;
    const isSeen = !answer.hidden && !answer.waiting;
    one("p", item).textContent = answer.value;
    one('[data-do="hide"]', item).textContent = isSeen ? words.hide : answer.waiting ? words.approve : words.show;
    one('[data-do="reject"]', item).hidden = !answer.waiting;
    for (const [name, isPressed] of [["pin", answer.pinned], ["enlarge", isLarge], ["mute", answer.muted], ["settle", answer.settled]]) {
      one(`[data-do="${name}"]`, item).setAttribute("aria-pressed", String(isPressed));
    }
    one('[data-do="settle"]', item).hidden = answer.settled === undefined;
    this.#drawOpinions(one(".opinions", item), answer);
    one('[data-do="enlarge"]', item).disabled = !isSeen;
    item.classList.toggle("hidden-answer", answer.hidden);
    item.classList.toggle("waiting-answer", answer.waiting);
    const why = one(".why", item);
    why.hidden = answer.held === undefined;
    why.textContent = answer.held ? fill(words.held_for, { word: answer.held }) : words.held;
    one(".from-paper", item).hidden = !answer.sheet;
    const number = one(".badge", item);
    number.hidden = !isNumbered;
    number.textContent = String(answer.question + 1);
  }

  /** What people make of it: votes, and reports. */
  #drawOpinions(element, { votes, reports }) {
    const said = [];
    if (votes) said.push(count(this.words.votes, votes));
    if (reports) said.push(count(this.words.reports, reports));
    element.textContent = said.join(" · ");
    element.hidden = !said.length;
  }
}

function isOtherwise(before, answer) {
  return ["hidden", "waiting", "pinned", "muted", "settled"].some((name) => Boolean(before[name]) !== Boolean(answer[name]));
}
