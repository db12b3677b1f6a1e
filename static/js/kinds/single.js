// What questions with one answer a phone share: it is sent by a button or by itself a moment after the last
// change, and sending again replaces it. A kind says how its form is read and filled.

import { keep, read } from "../kept.js";
import { all, newId, one, tick } from "../page.js";

const SEND_AFTER = 400; // ms

export class Single {
  /** @param {HTMLFormElement} form @param {import("../phone.js").Page} page */
  constructor(form, page) {
    this.form = form;
    this.page = page;
    this.slide = Number(form.closest("[data-slide]").dataset.slide);
    this.draftKey = `draft-${page.code}-${this.slide}-0`;
    this.button = one(".send-button", form);
    this.isEarly = isTouched(form); // on a slow line people answer before this script is here
    form.addEventListener("change", () => this.changed());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.button) this.#send();
    });
  }

  /** The answer as it stands in the form; undefined while it is none. @returns {any} */
  value() {
    throw new Error("a kind's own");
  }

  /** What a reload brings back: also what is no answer yet. @returns {any} */
  draft() {
    return this.value();
  }

  /** Puts an answer into the form; undefined empties it. @param {any} _value */
  fill(_value) {
    throw new Error("a kind's own");
  }

  /** Somebody changed something. */
  changed() {
    const value = this.value();
    keep(this.draftKey, this.draft() ?? null);
    this.page.forgetError(this.slide, 0);
    clearTimeout(this.timer);
    if (!this.button && value !== undefined) this.timer = setTimeout(() => this.#send(), SEND_AFTER);
    this.draw();
  }

  /** Says where the answer is. */
  draw() {
    const mine = this.#mine();
    const text = one(".note-state", this.form);
    const value = this.value();
    const isSent = mine && JSON.stringify(value) === JSON.stringify(mine.value);
    if (isSent) this.page.showState(text, mine.id);
    else this.#showUnsent(text);
    if (this.button) {
      this.button.disabled = value === undefined || isSent;
      this.button.textContent = mine ? this.page.words.save : this.page.words.send;
    }
    this.page.showError(this.form, this.slide, 0);
  }

  /** Puts back what was typed, or what was sent. */
  restore() {
    if (this.isEarly && read(this.draftKey) === null) this.changed();
    else this.fill(read(this.draftKey) ?? this.#mine()?.value);
    this.isEarly = false;
  }

  /** What stands there and was not sent before the question closed must not look like an answer. */
  #showUnsent(text) {
    const isTooLate = one("fieldset:disabled", this.form) && read(this.draftKey) !== null;
    text.textContent = isTooLate ? `✗ ${this.page.words.refused}` : "";
    text.dataset.state = "refused";
  }

  #mine() {
    return this.page.answers.of(this.slide, 0)[0];
  }

  #send() {
    const value = this.value();
    const mine = this.#mine();
    if (value === undefined || JSON.stringify(value) === JSON.stringify(mine?.value)) return;
    if (!this.button) keep(this.draftKey, null); // what took care to make is there again if it is refused
    const command = mine ? { do: "edit", answer: mine.id } : { do: "answer" };
    this.page.submit({ ...command, id: newId(), slide: this.slide, question: 0, value });
    tick();
  }
}

function isTouched(form) {
  return all("input", form).some((field) => field.checked !== field.defaultChecked || field.value !== field.defaultValue);
}
