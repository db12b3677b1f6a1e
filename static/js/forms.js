// The forms at the end, on the phone: the call to action, and tell a friend. Kept while typing, sent like an
// answer, and what is wrong stands beside its field.

import { bring } from "./bring.js";
import { drawCounter, length } from "./counter.js";
import { keep, read } from "./kept.js";
import { all, fill, isolated, newId, one } from "./page.js";

export class Forms {
  /** @param {{main: HTMLElement, code: string, token: string, words: Record<string, string>,
   *   outbox: import("./outbox.js").Outbox, submit: (command: any) => void, slide: () => number, goAlong: () => void}} page */
  constructor(page) {
    this.page = page;
    /** Why the form as a whole was not taken; until somebody changes or sends it. */
    this.refusal = "";
  }

  /** The form on the slide, if it has one. */
  get form() {
    return /** @type {HTMLFormElement|null} */ (one("form[data-form]", this.page.main));
  }

  /** Whether somebody is filling the form in, or waits for what the server says of it. */
  isBusy() {
    const form = this.form;
    if (!form || form.hidden) return false;
    return Object.entries(fieldsOf(form)).some(([name, value]) => value && name !== "sender_name");
  }

  /** Listens to a form that was just drawn. */
  prepare() {
    const form = this.form;
    if (!form) return;
    form.addEventListener("input", (event) => {
      keep(this.#draftKey(), fieldsOf(form));
      mark(form, event.target.name, "");
      this.refusal = "";
      this.#count();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.refusal = "";
      this.page.submit({ do: "form", id: newId(), slide: this.page.slide(), fields: fieldsOf(form) });
      this.draw();
    });
    one("[data-send-along]", form)?.addEventListener("toggle", async ({ target }) => {
      const { fillIn } = await bring("./along.js");
      fillIn(target, this.page);
    });
    if (one("[data-schools]", form)) bring("./schools.js").then(({ suggest }) => suggest(form));
    one("[data-another]", this.page.main)?.addEventListener("click", () => {
      keep(this.#doneKey(), null);
      this.draw();
      one("input", form)?.focus();
    });
  }

  /** Puts back what was typed before a reload. */
  restore() {
    const form = this.form;
    if (!form) return;
    const kept = read(this.#draftKey()) ?? {};
    for (const field of form.elements) {
      if (!(field.name in kept)) continue;
      if (field.type === "checkbox") field.checked = kept[field.name] === "yes";
      else if (!field.value) field.value = kept[field.name];
    }
    this.#count();
    this.draw();
  }

  /** The server has the form. Of what was sent only the two first names stay on the phone. */
  saved(command, answer) {
    const { friend_name, sender_name } = command.fields;
    keep(this.#doneKey(command.slide), { friend_name, id: command.id, copy: answer.copy });
    keep(this.#draftKey(command.slide), sender_name ? { sender_name } : null);
    if (this.form && command.slide === this.page.slide()) {
      this.form.reset();
      this.restore();
      one("[data-done]", this.page.main)?.focus();
      this.page.goAlong();
    }
  }

  /** The server did not take the form: says so beside each field. */
  refused(command, answer) {
    const form = command.slide === this.page.slide() ? this.form : null;
    if (!form) return;
    const wrong = answer.fields ?? {};
    for (const field of form.elements) if (field.name) mark(form, field.name, wrong[field.name] ?? "");
    one('[aria-invalid="true"]', form)?.focus();
    this.refusal = answer.text ?? this.page.words.refused;
    this.#say(this.refusal, "refused");
  }

  /** Shows the form or the thanks, and where what was sent is. */
  draw() {
    const { main, outbox, words } = this.page;
    const form = this.form;
    if (!form) return;
    const slide = this.page.slide();
    const waiting = outbox.commands.find((command) => command.do === "form" && command.slide === slide);
    const done = read(this.#doneKey());
    const thanks = one("[data-done]", main);
    form.hidden = Boolean(done);
    one("button:not([type])", form).disabled = Boolean(waiting);
    thanks.hidden = !done;
    for (const text of all("[data-fill]", thanks)) {
      text.textContent = fill(text.dataset.fill, { name: isolated(done?.friend_name ?? "") });
    }
    const copy = /** @type {HTMLAnchorElement|null} */ (one("a[data-copy]", thanks));
    if (copy) copy.hidden = !done?.copy;
    if (copy && done?.copy) copy.href = done.copy;
    leadToCard(one("[data-card]", main), this.page.token, done?.id);
    if (waiting) this.#say(`… ${words[outbox.about(waiting.id)]}`, "waiting");
    else if (done) this.#say(`✓ ${words.saved}`, "saved");
    else if (!one('[aria-invalid="true"]', form)) this.#say(this.refusal, this.refusal && "refused");
  }

  #count() {
    for (const counter of all("[data-counts]", this.form)) {
      const field = this.form.elements.namedItem(counter.dataset.counts);
      drawCounter(counter, Number(field.dataset.longest) - length(field.value), this.page.words);
    }
  }

  #say(text, state) {
    const line = one("[data-form-state]", this.page.main);
    line.textContent = text;
    line.dataset.state = state;
  }

  #draftKey(slide = this.page.slide()) {
    return `draft-${this.page.code}-${slide}-form`;
  }

  #doneKey(slide = this.page.slide()) {
    return `done-${this.page.code}-${slide}`;
  }
}

function fieldsOf(form) {
  const fields = {};
  for (const field of form.elements) {
    if (!field.name) continue;
    fields[field.name] = field.type === "checkbox" ? (field.checked ? field.value : "") : field.value;
  }
  return fields;
}

function mark(form, name, text) {
  const field = form.elements.namedItem(name);
  const error = document.getElementById(`${name}-error`);
  if (!field || !error) return;
  error.textContent = text;
  error.hidden = !text;
  if (text) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

// From the workshop to the page of a card that this phone sent: with its token in a form, which no address shows.

/** @param {HTMLElement|null} button @param {string} token @param {string|undefined} id the card's; one that an older
 *  page sent has none */
function leadToCard(button, token, id) {
  if (!button) return;
  button.hidden = !id;
  button.onclick = () => post(button.dataset.card, { token, id });
}

/** @param {string} action @param {Record<string, string>} fields */
function post(action, fields) {
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action, hidden: true });
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement("input");
    Object.assign(field, { name, value });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}
