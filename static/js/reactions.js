// Signs at the phone's bottom edge. They are of the moment: what cannot be sent now is not kept for later, and
// whoever presses on and on waits a moment, as the server would drop it anyway.

import { all, newId, tick } from "./page.js";

const AT_ONCE = 5;
const EVERY = 1050; // ms for one more; a little more than the server takes, so that it refuses none

export class Reactions {
  /** @param {{main: HTMLElement, state: any, send: (command: any) => Promise<any>}} options */
  constructor({ main, state, send }) {
    this.main = main;
    this.state = state;
    this.send = send;
    this.left = AT_ONCE;
    this.since = performance.now();
    main.addEventListener("click", (event) => {
      const button = /** @type {HTMLButtonElement|null} */ (
        /** @type {HTMLElement} */ (event.target).closest("[data-sign]")
      );
      if (button) this.#press(button);
    });
  }

  #press(button) {
    this.#refill();
    if (this.left < 1) return this.#rest();
    this.left -= 1;
    const sign = Number(button.dataset.sign);
    this.send({ do: "react", id: newId(), slide: this.state.number, sign }).catch(() => {});
    tick();
    button.classList.remove("sent");
    void button.offsetWidth; // begins the movement anew
    button.classList.add("sent");
    if (this.left < 1) this.#rest();
  }

  #refill() {
    const now = performance.now();
    this.left = Math.min(AT_ONCE, this.left + (now - this.since) / EVERY);
    this.since = now;
  }

  /** Lets the buttons rest until one more may be sent. They keep the focus: a disabled button would lose it. */
  #rest() {
    this.#mark(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#mark(false), (1 - this.left) * EVERY);
  }

  #mark(resting) {
    for (const button of all("[data-sign]", this.main)) button.setAttribute("aria-disabled", String(resting));
  }
}
