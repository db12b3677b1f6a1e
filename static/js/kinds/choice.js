// A choice on the phone: options to tick, sent by themselves a moment after the last tick.

import { all, newId, one } from "../page.js";

const SEND_AFTER = 400; // ms

export class Choice {
  /** @param {HTMLFormElement} form @param {import("../phone.js").Page} page */
  constructor(form, page) {
    this.form = form;
    this.page = page;
    this.slide = page.state.number;
    let timer = 0;
    form.addEventListener("change", () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.#send(), SEND_AFTER);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** Says where what was ticked is. */
  draw() {
    const mine = this.#mine();
    const text = one(".note-state", this.form);
    if (mine) this.page.showState(text, mine.id);
    else text.textContent = "";
    this.page.showError(this.form, this.slide, 0);
  }

  /** Ticks what was ticked before. */
  restore() {
    const ticked = this.#mine()?.value ?? [];
    for (const box of all("input", this.form)) box.checked = ticked.includes(Number(box.value));
  }

  #mine() {
    return this.page.answers.of(this.slide, 0)[0];
  }

  #send() {
    const value = all("input:checked", this.form).map((box) => Number(box.value));
    const mine = this.#mine();
    this.page.forgetError(this.slide, 0);
    const command = mine ? { do: "edit", answer: mine.id } : { do: "answer" };
    this.page.submit({ ...command, id: newId(), slide: this.slide, question: 0, value });
  }
}

export { Choice as Phone };
