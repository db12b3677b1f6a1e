// The wall: cards in columns, the newest first, smaller when there are many, and in pages when there are more.
// Every page keeps the newest card in its first place, so that what was just sent is always to be seen. In its other
// ways a wall turns to the page of the newest card.

import { boxOf, hang, tryOn } from "./hanging.js";
import { WAYS } from "./masonry.js";
import { fresh, one } from "./page.js";

const STEPS = ["large", "medium", "small"];
const NEXT_PAGE_AFTER = 12_000; // ms
const BETWEEN_CARDS = 140; // ms between two that land; less when many wait
const MOST_LINES = 6; // of somebody's own; with more of them a card would push the others from the wall
const MOST_PAGES = 10_000;
const LONGEST_BACKLOG = 2_000; // ms until the last of a crowd has landed

export class Wall {
  /** @param {HTMLElement} element @param {{page: string}} words */
  constructor(element, words) {
    this.element = element;
    this.words = words;
    this.numbered = "numbered" in element.dataset;
    this.way = element.dataset.way || "columns";
    /** @type {Map<string, HTMLElement>} cards by answer, the oldest first */
    this.cards = new Map();
    /** @type {any[]} answers that have still to land */
    this.queue = [];
    this.pause = BETWEEN_CARDS;
    this.page = 0;
    this.pages = 1;
    this.#forgetSizes();
    this.turning = setInterval(() => this.turn(1), NEXT_PAGE_AFTER);
    this.resized = new ResizeObserver(() => this.#layAnew());
    this.resized.observe(element);
    document.fonts.ready.then(() => this.#layAnew());
  }

  /** Takes the wall down. */
  end() {
    clearInterval(this.turning);
    clearTimeout(this.landing);
    this.resized.disconnect();
  }

  /** Puts answers up at once, without landing. @param {any[]} answers */
  fill(answers) {
    for (const answer of answers) this.#put(answer);
    this.lay();
  }

  /** Lets answers land one after the other; one that hangs already changes its text. @param {any[]} answers */
  add(answers) {
    const fresh_ = [];
    for (const answer of answers) {
      if (this.cards.has(answer.id)) this.#put(answer);
      else fresh_.push(answer);
    }
    this.queue = this.queue.filter((a) => !fresh_.some((b) => b.id === a.id)).concat(fresh_);
    if (fresh_.length < answers.length) this.lay();
    this.pause = Math.min(this.pause, LONGEST_BACKLOG / this.queue.length);
    if (this.queue.length && !this.landing) this.#land();
  }

  /** Takes answers down. @param {string[]} ids */
  remove(ids) {
    this.queue = this.queue.filter((answer) => !ids.includes(answer.id));
    let removed = false;
    for (const id of ids) removed = this.cards.delete(id) || removed;
    this.step = 0; // fewer cards may be larger again
    if (removed) this.lay();
  }

  /** Shows another page. @param {number} by */
  turn(by) {
    if (!(this.pages > 1)) return;
    this.page = (this.page + by + this.pages) % this.pages;
    this.lay();
  }

  #land() {
    const answer = this.queue.shift();
    if (!answer) {
      this.landing = 0;
      this.pause = BETWEEN_CARDS;
      return;
    }
    this.page = this.way === "grid" ? MOST_PAGES : 0;
    // Only the newest: a card that is laid again would land again, and a crowd would flicker all the time.
    this.landed?.classList.remove("landing");
    this.landed = this.#put(answer);
    this.landed.classList.add("landing");
    this.lay();
    this.landing = setTimeout(() => this.#land(), this.pause);
  }

  #put(answer) {
    const card = this.cards.get(answer.id) ?? fresh("card");
    one("p", card).textContent = answer.value;
    card.classList.toggle("flat", answer.value.split("\n").length > MOST_LINES);
    card.toggleAttribute("data-pinned", Boolean(answer.pinned));
    card.dataset.question = String(answer.question);
    const number = one(".badge", card);
    number.hidden = !this.numbered;
    number.textContent = this.numbered ? String(answer.question + 1) : "";
    this.cards.set(answer.id, card);
    for (const heights of this.heights) heights.delete(card);
    return card;
  }

  #forgetSizes() {
    this.step = 0;
    /** @type {Map<HTMLElement, number>[]} how tall each card is, by step */
    this.heights = STEPS.map(() => new Map());
    this.boxes = [];
  }

  #layAnew() {
    this.#forgetSizes();
    this.lay();
  }

  /** Lays the cards out: the largest step in which all fit, else pages of the smallest. */
  lay() {
    const columns = one("[data-columns]", this.element);
    const empty = one("[data-empty]", this.element);
    if (!columns) return;
    if (empty) empty.hidden = this.cards.size > 0;
    const newestFirst = [...this.cards.values()].reverse();
    const isPinned = (card) => "pinned" in card.dataset;
    const cards = [...newestFirst.filter(isPinned), ...newestFirst.filter((card) => !isPinned(card))];
    for (; this.step < STEPS.length; this.step += 1) {
      const pages = WAYS[this.way](this.#measure(columns, cards));
      if (pages) return this.#show(columns, cards, pages);
    }
  }

  /** The wall and its cards in the present step. What was measured before is not measured again: each look at a
   * height lets the browser lay out the whole wall, and a crowd lands by the dozen. */
  #measure(columns, cards) {
    const heights = this.heights[this.step];
    const isLast = this.step === STEPS.length - 1;
    columns.dataset.step = STEPS[this.step];
    this.boxes[this.step] ??= boxOf(columns, isLast);
    const unknown = cards.filter((card) => !heights.has(card));
    if (unknown.length) {
      tryOn(columns, this.boxes[this.step].columns, unknown);
      for (const card of unknown) heights.set(card, card.offsetHeight);
    }
    return {
      cards: [...cards.keys()],
      height: (number) => heights.get(cards[number]),
      group: (number) => Number(cards[number].dataset.question),
      box: this.boxes[this.step],
    };
  }

  #show(columns, cards, pages) {
    this.pages = pages.length;
    this.page = Math.max(0, Math.min(this.page, pages.length - 1));
    hang(columns, pages[this.page] ?? [], cards);
    const sign = one("[data-page]", this.element);
    sign.hidden = pages.length < 2;
    sign.textContent = this.words.page.replace("{n}", String(this.page + 1)).replace("{of}", String(pages.length));
  }
}
