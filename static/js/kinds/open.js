// An open question on the phone: a field, its counter, and below it what was sent.

import { drawCounter, length } from "../counter.js";
import { keep, read } from "../kept.js";
import { fresh, newId, one, tick } from "../page.js";

const MOST_SHOWN = 2000; // characters; no question takes more than 1,000

export class Phone {
  /** @param {HTMLFormElement} form one question @param {import("../phone.js").Page} page */
  constructor(form, page) {
    this.form = form;
    this.page = page;
    this.slide = Number(form.closest("[data-slide]").dataset.slide);
    this.question = Number(form.dataset.question);
    this.longest = Number(form.dataset.longest);
    /** @type {HTMLTextAreaElement|HTMLInputElement|null} none while the question is closed */
    this.field = one("textarea, input", form);
    if (!this.field) return;
    // On a slow line people type before this script is here.
    if (this.field.value && !this.editing && read(this.draftKey) === null) keep(this.draftKey, this.field.value);
    this.#listen();
  }

  get draftKey() {
    return `draft-${this.page.code}-${this.slide}-${this.question}`;
  }

  get editKey() {
    return `edit-${this.page.code}-${this.slide}-${this.question}`;
  }

  /** The answer that is being changed, with its new words, or null. @returns {{answer: string, value: string}|null} */
  get editing() {
    const editing = read(this.editKey);
    return editing && this.answers().some((answer) => answer.id === editing.answer) ? editing : null;
  }

  /** Draws what was sent, and where it is. */
  draw() {
    const { answers, state, outbox } = this.page;
    const sent = this.answers().reverse();
    const refused = answers.refusedOf(this.slide, this.question);
    const list = one(".notes", this.form);
    const signature = JSON.stringify([sent.map((a) => [a, outbox.about(a.id)]), refused, state.open]);
    if (list.dataset.drawn !== signature) {
      list.dataset.drawn = signature;
      list.replaceChildren(...refused.map((r) => this.#refusal(r)), ...sent.map((a) => this.#note(a)));
    }
    this.page.showError(this.form, this.slide, this.question);
  }

  /** Puts what was typed and not sent into the field. */
  restore() {
    if (!this.field) return;
    const editing = this.editing;
    const typed = editing ? editing.value : (read(this.draftKey) ?? "");
    if (this.field.value !== typed) this.field.value = typed; // setting it would move the cursor
    one(".send-button", this.form).textContent = editing ? this.page.words.save : this.page.words.send;
    one("[data-cancel]", this.form).hidden = !editing;
    this.count();
  }

  /** Says how many characters are left, and whether it can be sent. */
  count() {
    const left = this.longest - length(this.field.value);
    drawCounter(one(".counter", this.form), left, this.page.words);
    one(".send-button", this.form).disabled = left < 0 || left === this.longest;
  }

  /** What was sent, the oldest first. */
  answers() {
    return this.page.answers.of(this.slide, this.question);
  }

  #listen() {
    const { field, form } = this;
    field.addEventListener("input", () => {
      const editing = this.editing;
      if (editing) keep(this.editKey, { ...editing, value: field.value });
      else keep(this.draftKey, field.value || null);
      this.page.forgetError(this.slide, this.question);
      this.count();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    one("[data-cancel]", form).addEventListener("click", () => this.#endEditing());
  }

  #send() {
    const value = this.field.value.trim();
    const editing = this.editing;
    if (value && length(value) <= this.longest) {
      if (editing) this.#submit({ do: "edit", answer: editing.answer, value });
      else this.#submit({ do: "answer", value });
      if (!editing) keep(this.draftKey, null);
      this.#endEditing();
      tick();
    }
    this.field.focus({ preventScroll: true });
  }

  #submit(command) {
    this.page.submit({ id: newId(), slide: this.slide, question: this.question, ...command });
  }

  #startEditing(answer) {
    keep(this.editKey, { answer: answer.id, value: answer.value });
    this.restore();
    this.field.focus();
  }

  #endEditing() {
    keep(this.editKey, null);
    this.restore();
  }

  #note(answer) {
    const item = fresh("note");
    one(".note-text", item).textContent = inShort(answer.value);
    this.page.showState(one(".note-state", item), answer.id);
    one(".note-tools", item).hidden = !this.field;
    one("[data-edit]", item).addEventListener("click", () => this.#startEditing(answer));
    one("[data-withdraw]", item).addEventListener("click", () => {
      this.#submit({ do: "withdraw", answer: answer.id });
      this.restore();
    });
    return item;
  }

  #refusal(refusal) {
    const item = fresh("refusal");
    one(".note-text", item).textContent = inShort(refusal.value);
    one(".note-state", item).textContent = `✗ ${this.page.words.refused}: ${refusal.text}`;
    const again = one("[data-again]", item);
    again.hidden = !this.field;
    again.addEventListener("click", () => {
      this.page.answers.discard(refusal.id);
      this.#submit({ do: "answer", value: refusal.value });
    });
    one("[data-discard]", item).addEventListener("click", () => {
      this.page.answers.discard(refusal.id);
      this.draw();
    });
    return item;
  }
}

/** A text as it is shown: one that was far too long to be sent would keep the browser laying out lines for minutes.
 * @param {string} text */
function inShort(text) {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
