// The wall: cards in columns, the newest first, smaller when there are many, and in pages when there are more.
// Every page keeps the newest card in its first place, so that what was just sent is always to be seen.

import { fresh, one } from "./page.js";

const STEPS = ["large", "medium", "small"];
const NEXT_PAGE_AFTER = 12_000; // ms
const BETWEEN_CARDS = 140; // ms between two that land; less when many wait
const MOST_LINES = 6; // of somebody's own; with more of them a card would push the others from the wall
const MOST_PAGES = 60;
const MOST_PASSED_OVER = 4; // cards too tall for the room that is left, before a page counts as full
const LONGEST_BACKLOG = 2_000; // ms until the last of a crowd has landed

export class Wall {
  /** @param {HTMLElement} element @param {{page: string}} words */
  constructor(element, words) {
    this.element = element;
    this.words = words;
    this.numbered = "numbered" in element.dataset;
    /** @type {Map<string, HTMLElement>} cards by answer, the oldest first */
    this.cards = new Map();
    /** @type {any[]} answers that have still to land */
    this.queue = [];
    this.page = 0;
    this.turning = setInterval(() => this.turn(1), NEXT_PAGE_AFTER);
    this.resized = new ResizeObserver(() => this.lay());
    this.resized.observe(element);
    document.fonts.ready.then(() => this.lay());
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
    if (this.queue.length && !this.landing) this.#land();
  }

  /** Takes answers down. @param {string[]} ids */
  remove(ids) {
    this.queue = this.queue.filter((answer) => !ids.includes(answer.id));
    let removed = false;
    for (const id of ids) removed = this.cards.delete(id) || removed;
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
      return;
    }
    this.page = 0;
    // Only the newest: a card that is laid again would land again, and a crowd would flicker all the time.
    this.landed?.classList.remove("landing");
    this.landed = this.#put(answer);
    this.landed.classList.add("landing");
    this.lay();
    const pause = Math.min(BETWEEN_CARDS, LONGEST_BACKLOG / (this.queue.length + 1));
    this.landing = setTimeout(() => this.#land(), pause);
  }

  #put(answer) {
    const card = this.cards.get(answer.id) ?? fresh("card");
    one("p", card).textContent = answer.value;
    card.classList.toggle("flat", answer.value.split("\n").length > MOST_LINES);
    const number = one(".badge", card);
    number.hidden = !this.numbered;
    number.textContent = this.numbered ? String(answer.question + 1) : "";
    this.cards.set(answer.id, card);
    return card;
  }

  /** Lays the cards out: the largest step in which all fit, else pages of the smallest. */
  lay() {
    const columns = one("[data-columns]", this.element);
    const empty = one("[data-empty]", this.element);
    if (!columns) return;
    if (empty) empty.hidden = this.cards.size > 0;
    const cards = [...this.cards.values()].reverse();
    for (const step of STEPS) {
      columns.dataset.step = step;
      if (!this.#place(columns, cards).length) return this.#showPage(0, 1);
    }
    // While a crowd lands only the first page is to be seen; how many there are is counted when it is quiet.
    if (this.queue.length && this.pages > 1) this.#place(columns, cards);
    else this.#layPages(columns, cards);
  }

  /** Every page begins with the newest card; the others come in their order, each on the first page with room. */
  #layPages(columns, [newest, ...others]) {
    const pages = [];
    for (let left = others; left.length && pages.length < MOST_PAGES; ) {
      const over = this.#place(columns, [newest, ...left]);
      if (over.length === left.length) over.shift(); // one that no page can hold must not stop the rest
      const kept = new Set(over);
      pages.push(left.filter((card) => !kept.has(card)));
      left = over;
    }
    this.page = Math.min(this.page, pages.length - 1);
    this.#place(columns, [newest, ...pages[this.page]]);
    this.#showPage(this.page, pages.length);
  }

  /** Puts cards into columns, each where there is most room, and gives those for which there is none. */
  #place(columns, cards) {
    const styles = getComputedStyle(columns);
    const count = Number(styles.getPropertyValue("--columns")) || 3;
    const gap = Number.parseFloat(styles.rowGap) || 0;
    const room = columns.clientHeight;
    const stacks = Array.from({ length: count }, () => {
      const stack = document.createElement("div");
      stack.className = "column";
      return stack;
    });
    columns.replaceChildren(...stacks);
    const heights = stacks.map(() => 0);
    const over = [];
    for (const card of cards) {
      const lowest = heights.indexOf(Math.min(...heights));
      stacks[lowest].append(card);
      const height = heights[lowest] + card.offsetHeight + (heights[lowest] ? gap : 0);
      const isTooTall = height > room && (heights[lowest] > 0 || columns.dataset.step !== STEPS.at(-1));
      if (isTooTall) {
        card.remove();
        over.push(card);
        if (over.length > MOST_PASSED_OVER) return [...over, ...cards.slice(cards.indexOf(card) + 1)];
      } else heights[lowest] = height;
    }
    return over;
  }

  #showPage(page, pages) {
    this.pages = pages;
    const sign = one("[data-page]", this.element);
    sign.hidden = pages < 2;
    sign.textContent = this.words.page.replace("{n}", String(page + 1)).replace("{of}", String(pages));
  }
}
