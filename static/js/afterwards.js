// Until when phones may go on after the workshop: the end of a day, by the clock of whoever sets it.

import { fill, one } from "./page.js";

export class Afterwards {
  /** @param {{words: Record<string, string>, direct: (command: any) => Promise<boolean>}} options */
  constructor({ words, direct }) {
    this.words = words;
    this.form = /** @type {HTMLFormElement|null} */ (one("[data-afterwards]"));
    this.until = 0;
    this.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#keep(direct);
    });
  }

  /** @param {number} until milliseconds since 1970, UTC; 0 where everything ends with the workshop */
  draw(until) {
    if (!this.form || until === this.until) return;
    this.until = until;
    this.form.until.value = until ? dayOf(new Date(until)) : "";
  }

  async #keep(direct) {
    const day = this.form.until.value;
    const until = day ? new Date(`${day}T23:59:59`).getTime() : 0;
    const isKept = await direct({ do: "afterwards", until });
    const { kept_until: kept, kept_not: ends } = this.words;
    const date = new Date(until).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
    one("[data-afterwards-kept]").textContent = isKept ? (until ? fill(kept, { date }) : ends) : "";
  }
}

/** @param {Date} date */
function dayOf(date) {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${date.getFullYear()}-${month}-${day}`;
}
