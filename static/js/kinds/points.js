// Points on the phone: given out by minus, plus or a number; a button sends them once none are left.

import { all, fill, one } from "../page.js";
import { Single } from "./single.js";

export class Phone extends Single {
  /** @param {HTMLFormElement} form @param {import("../phone.js").Page} page */
  constructor(form, page) {
    super(form, page);
    this.total = Number(form.dataset.total);
    this.step = Number(form.dataset.step);
    this.rows = all(".portion", form);
    /** @type {HTMLElement|null} none while the question is closed */
    this.counter = one(".send > span", form);
    this.counter?.setAttribute("role", "status");
    for (const row of this.rows) this.#listen(row);
  }

  value() {
    return this.#left() === 0 ? this.draft() : undefined;
  }

  draft() {
    return this.rows.map(amount);
  }

  fill(value) {
    for (const [index, row] of this.rows.entries()) {
      const given = value?.[index] ?? 0;
      if (given !== amount(row)) one("input", row).value = String(given);
    }
  }

  draw() {
    super.draw();
    const left = this.#left();
    if (this.counter) this.#drawCounter(left);
    for (const row of this.rows) {
      const given = amount(row);
      one("rect", row).setAttribute("width", String(Math.min(100, (100 * given) / this.total)));
      // Not `disabled`, which would lose the keyboard's place.
      one('[data-by="-1"]', row).setAttribute("aria-disabled", String(given === 0));
      one('[data-by="1"]', row).setAttribute("aria-disabled", String(left <= 0));
    }
  }

  #drawCounter(left) {
    const { left: some, over } = this.page.words;
    this.counter.textContent = fill(left < 0 ? over : some, { n: Math.abs(left) });
    this.counter.classList.toggle("over", left < 0);
  }

  #listen(row) {
    const field = one("input", row);
    field.addEventListener("focus", () => field.select());
    field.addEventListener("blur", () => (field.value = String(amount(row))));
    field.addEventListener("input", () => {
      field.value = /^\d*/.exec(field.value)[0];
      this.changed();
    });
    one('[data-by="-1"]', row).addEventListener("click", () => this.#add(row, -Math.min(this.step, amount(row))));
    one('[data-by="1"]', row).addEventListener("click", () => this.#add(row, Math.min(this.step, this.#left())));
  }

  #add(row, points) {
    const given = amount(row);
    if (points < 0 ? given === 0 : points <= 0) return;
    one("input", row).value = String(given + points);
    this.changed();
  }

  #left() {
    return this.draft().reduce((left, given) => left - given, this.total);
  }
}

function amount(row) {
  return Number(one("input", row).value);
}
