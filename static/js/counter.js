// How many characters are left for a text, counted as the server counts them: code points, after composing.

import { fill } from "./page.js";

const NEAR = 60;

/** @param {string} text */
export function length(text) {
  return [...text.trim().normalize("NFC")].length;
}

/** Says how many characters are left, or how many there are too many.
 * @param {HTMLElement} counter @param {number} left @param {{left: string, over: string}} words
 * @param {number} [near] from how many it is said louder */
export function drawCounter(counter, left, words, near = NEAR) {
  counter.textContent = fill(left < 0 ? words.over : words.left, { n: Math.abs(left) });
  counter.classList.toggle("over", left < 0);
  counter.classList.toggle("near", left >= 0 && left < near);
}
