// What the presenter lends out: a remote control to a phone, by a code that works once, and a link to look along.

import { count, fill, one, put } from "./page.js";

/** Sends one of the page's forms. @param {HTMLFormElement} form @param {Record<string, string>} [more] */
async function send(form, more = {}, address = form.action) {
  const body = new FormData(form);
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  const answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

export class RemoteDialog {
  /** @param {Record<string, any>} words */
  constructor(words) {
    this.words = words;
    this.dialog = /** @type {HTMLDialogElement} */ (one("[data-remote-dialog]"));
    this.form = /** @type {HTMLFormElement} */ (one("form", this.dialog));
    this.remotes = 0;
    this.left = 0;
    one("[data-uncouple]", this.dialog).addEventListener("click", () => this.#uncouple());
    this.dialog.addEventListener("close", () => clearInterval(this.ticking));
  }

  async open() {
    this.dialog.showModal();
    clearInterval(this.ticking);
    this.ticking = setInterval(() => this.#tick(), 1000);
    await this.#renew();
  }

  /** How many are connected now; one more has just been paired, and the code has done its work. @param {number} remotes */
  connected(remotes) {
    if (remotes > this.remotes && this.dialog.open) this.dialog.close();
    this.remotes = remotes;
    one("[data-remotes]", this.dialog).textContent = remotes ? count(this.words.remotes, remotes) : this.words.no_remotes;
  }

  async #renew() {
    try {
      const { svg, link, seconds } = await send(this.form);
      put(one("[data-remote-code]", this.dialog), svg);
      one("[data-remote-link]", this.dialog).textContent = link;
      this.left = seconds;
    } catch {
      one("[data-remote-left]", this.dialog).textContent = this.words.refused;
      this.left = 0;
    }
    this.#draw();
  }

  #tick() {
    if (!this.left) return;
    this.left -= 1;
    if (this.left) this.#draw();
    else this.#renew(); // whoever looks for the phone needs more than two minutes
  }

  #draw() {
    if (this.left) one("[data-remote-left]", this.dialog).textContent = fill(this.words.remote_left, { n: this.left });
  }

  async #uncouple() {
    await send(this.form, {}, `${this.form.action}/end`);
    await this.#renew();
  }
}

export class PreviewDialog {
  /** @param {{link: string, notes: boolean}} preview */
  constructor(preview) {
    this.preview = preview;
    this.dialog = /** @type {HTMLDialogElement} */ (one("[data-preview-dialog]"));
    this.form = /** @type {HTMLFormElement} */ (one("form", this.dialog));
    this.link = /** @type {HTMLInputElement} */ (one("[data-preview-link]", this.dialog));
    for (const button of this.dialog.querySelectorAll("[data-act]")) {
      button.addEventListener("click", () => this.#act(/** @type {HTMLElement} */ (button).dataset.act));
    }
    one("[name=notes]", this.form).addEventListener("change", () => this.#act("share"));
    one("[data-copy]", this.dialog).addEventListener("click", () => this.#copy());
  }

  async open() {
    this.#draw();
    this.dialog.showModal();
    if (!this.preview.link) await this.#act("share");
  }

  async #act(act) {
    this.preview = await send(this.form, { act });
    this.#draw();
    if (act === "end") this.dialog.close();
  }

  #draw() {
    this.link.value = this.preview.link;
    /** @type {HTMLInputElement} */ (one("[name=notes]", this.form)).checked = this.preview.notes;
    one("[data-copied]", this.dialog).hidden = true;
  }

  async #copy() {
    this.link.select();
    await navigator.clipboard?.writeText(this.link.value).then(
      () => (one("[data-copied]", this.dialog).hidden = false),
      () => {}, // it stands there selected
    );
  }
}
