// A ranking on the phone: each tap gives an option the next place, a second tap frees it; a button sends the order.

import { all, fill, one } from "../page.js";
import { Single } from "./single.js";

const SETTLE = { duration: 180, easing: "cubic-bezier(0.2, 0.9, 0.3, 1)" };
const stillness = matchMedia("(prefers-reduced-motion: reduce)");

export class Phone extends Single {
  /** @param {HTMLFormElement} form @param {import("../phone.js").Page} page */
  constructor(form, page) {
    super(form, page);
    this.top = Number(form.dataset.top);
    this.list = one(".ranks", form);
    this.rows = all(".rank", form);
    this.said = one(".rank-said", form);
    /** @type {HTMLElement|null} none while the question is closed */
    this.counter = one(".send > span", form);
    /** @type {number[]} the options that have a place, the first one first */
    this.order = [];
    for (const [option, row] of this.rows.entries()) {
      one(".rank-option", row).addEventListener("click", () => this.#tap(option));
      for (const button of all("[data-move]", row)) {
        button.addEventListener("click", () => this.#move(option, Number(button.dataset.move)));
      }
    }
  }

  value() {
    return this.order.length === this.top ? this.order : undefined;
  }

  draft() {
    return this.order;
  }

  fill(value) {
    this.order = value ?? [];
    this.#arrange();
  }

  draw() {
    super.draw();
    for (const [option, row] of this.rows.entries()) this.#drawRow(option, row);
    const left = this.top - this.order.length;
    if (this.counter) this.counter.textContent = left ? fill(this.page.words.left, { n: left }) : "";
  }

  #drawRow(option, row) {
    const place = this.order.indexOf(option) + 1;
    one(".rank-place", row).textContent = place || "";
    const button = one(".rank-option", row);
    button.setAttribute("aria-pressed", String(place > 0));
    // Not `disabled`, which would lose the keyboard's place: they say why, or do nothing.
    button.setAttribute("aria-disabled", String(!place && this.order.length === this.top));
    one(".rank-moves", row).hidden = !place;
    one('[data-move="-1"]', row).setAttribute("aria-disabled", String(place === 1));
    one('[data-move="1"]', row).setAttribute("aria-disabled", String(place === this.order.length));
  }

  #tap(option) {
    const { takenOut, full } = this.form.dataset;
    if (this.order.includes(option)) {
      this.#change(this.order.filter((other) => other !== option));
      this.#say(takenOut, option);
    } else if (this.order.length < this.top) {
      this.#change([...this.order, option]);
      this.#sayPlace(option);
    } else {
      const text = fill(full, { n: this.top });
      this.counter.textContent = text;
      this.said.textContent = text;
    }
  }

  #move(option, by) {
    const from = this.order.indexOf(option);
    const to = from + by;
    if (to < 0 || to >= this.order.length) return;
    const order = [...this.order];
    [order[from], order[to]] = [order[to], order[from]];
    this.#change(order);
    this.#sayPlace(option);
  }

  #change(order) {
    this.order = order;
    const before = new Map(this.rows.map((row) => [row, row.offsetTop]));
    this.#arrange();
    this.changed();
    if (!stillness.matches) for (const row of this.rows) settle(row, before.get(row));
  }

  /** Puts the options with a place on top, in their order. */
  #arrange() {
    const rest = [...this.rows.keys()].filter((option) => !this.order.includes(option));
    const rows = [...this.order, ...rest].map((option) => this.rows[option]);
    if (rows.every((row, index) => row === this.list.children[index])) return;
    const focused = this.list.contains(document.activeElement) ? document.activeElement : null;
    this.list.append(...rows);
    focused?.focus({ preventScroll: true }); // an element that moves loses it
  }

  #sayPlace(option) {
    this.#say(this.form.dataset.placed, option);
  }

  #say(text, option) {
    const words = { option: one(".rank-text", this.rows[option]).textContent, n: this.order.indexOf(option) + 1 };
    this.said.textContent = fill(text, words);
  }
}

function settle(row, before) {
  const way = before - row.offsetTop;
  if (way) row.animate([{ transform: `translateY(${way}px)` }, { transform: "none" }], SETTLE);
}
