// A quiz question on the phone: one press sends the option, with the time that it took on this phone's own clock.

import { keep, read } from "../kept.js";
import { all, newId, one, tick } from "../page.js";

/** @type {Map<string, number>} when each question was first seen, on the page's steady clock */
const seen = new Map();

export class Phone {
  /** @param {HTMLFormElement} form @param {import("../phone.js").Page} page */
  constructor(form, page) {
    this.form = form;
    this.page = page;
    this.slide = page.state.number;
    this.closed = one("fieldset", form).matches(":disabled");
    this.buttons = /** @type {HTMLButtonElement[]} */ (all(".quiz-option", form));
    if (!this.closed) this.since = firstSight(`seen-${page.code}-${this.slide}`, page.state.time_passed);
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const button of this.buttons) button.addEventListener("click", () => this.#choose(Number(button.value)));
    page.own.play();
  }

  restore() {}

  draw() {
    const mine = this.#mine();
    const over = this.page.countdown.isOver;
    for (const button of this.buttons) {
      const isMine = mine?.value[0] === Number(button.value);
      button.setAttribute("aria-pressed", String(isMine));
      button.disabled = Boolean(mine) || over || this.closed;
    }
    this.form.classList.toggle("chosen", Boolean(mine));
    const text = one(".note-state", this.form);
    if (mine) this.page.showState(text, mine.id);
    else text.textContent = "";
    one("[data-over]", this.form).hidden = !over || this.closed;
    this.page.showError(this.form, this.slide, 0);
  }

  #mine() {
    return this.page.answers.of(this.slide, 0)[0];
  }

  #choose(option) {
    if (this.#mine() || this.closed || this.page.countdown.isOver) return;
    const took = Math.round(performance.now() - this.since);
    this.page.forgetError(this.slide, 0);
    this.page.submit({ do: "answer", id: newId(), slide: this.slide, question: 0, value: [option, took] });
    tick();
  }
}

/** When a question was first seen, on this page's steady clock, which begins anew with each reload. The time of
 * day, kept through it, may be wrong by a day and may jump, but not to before the question's time began.
 * @param {string} key in local storage @param {number|null} passed ms since then, as the server says */
function firstSight(key, passed) {
  const known = seen.get(key);
  if (known !== undefined) return known;
  const at = read(key)?.at ?? Date.now();
  keep(key, { at });
  const age = Math.max(0, Math.min(Date.now() - at, passed ?? Infinity));
  seen.set(key, performance.now() - age);
  return seen.get(key);
}
