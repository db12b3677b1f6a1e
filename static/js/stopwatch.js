// How long something has been going on: counted on this device's own steady clock from what the server says, so
// that a clock that is wrong by a day does no harm.

import { fill, one } from "./page.js";

export class Stopwatch {
  /** @param {string} selector where the time stands @param {string} words with {time} in it */
  constructor(selector, words) {
    this.selector = selector;
    this.words = words;
    this.from = 0;
    this.still = 0;
    setInterval(() => this.draw(), 1000);
  }

  /** @param {number} elapsed milliseconds so far; 0 where nothing has begun @param {boolean} runs */
  set(elapsed, runs) {
    this.still = elapsed;
    this.from = elapsed && runs ? performance.now() - elapsed : 0;
    this.draw();
  }

  draw() {
    const element = one(this.selector);
    element.hidden = !this.still;
    const text = this.still ? fill(this.words, { time: clock(this.from ? performance.now() - this.from : this.still) }) : "";
    if (element.textContent !== text) element.textContent = text;
  }
}

/** @param {number} milliseconds */
function clock(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
