// The day until which phones may go on after the workshop.

import { fill, one } from "./page.js";

export class Afterwards {
  /** @param {{words: Record<string, string>, direct: (command: any) => Promise<boolean>}} options */
  constructor({ words, direct }) {
    this.words = words;
    this.form = /** @type {HTMLFormElement|null} */ (one("[data-afterwards]")); // a remote control has none
    this.until = "";
    this.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#keep(direct);
    });
  }

  /** @param {string} until a day as in 2026-12-31; empty where everything ends with the workshop */
  draw(until) {
    if (!this.form || until === this.until) return;
    this.until = until;
    this.form.until.value = until;
  }

  async #keep(direct) {
    const until = this.form.until.value;
    const isKept = await direct({ do: "afterwards", until: until || null });
    const date = new Date(`${until}T12:00`).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
    const said = until ? fill(this.words.kept_until, { date }) : this.words.kept_not;
    one("[data-afterwards-kept]").textContent = isKept ? said : "";
  }
}
