// A slide's time that runs: counted on this device's own steady clock from what the server says is left, so that
// a clock that is wrong by a day does no harm.

import { all } from "./page.js";

export class Countdown {
  /** @param {() => void} [over] called when the time is over */
  constructor(over = () => {}) {
    this.over = over;
    this.until = 0;
    setInterval(() => this.draw(), 250);
  }

  /** @param {number|null} left milliseconds; null where no time runs */
  start(left) {
    this.until = left === null ? 0 : performance.now() + left;
    this.draw();
  }

  /** Whether a time ran, and is over. */
  get isOver() {
    return this.until > 0 && performance.now() >= this.until;
  }

  draw() {
    const seconds = Math.ceil((this.until - performance.now()) / 1000);
    for (const element of all("[data-countdown]")) {
      element.hidden = seconds <= 0;
      element.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    }
    if (this.isOver && !this.wasOver) this.over();
    this.wasOver = this.isOver;
  }
}
