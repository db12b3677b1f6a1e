// What a projector and a presenter's picture share: a slide's HTML, its counts, its tally and its join code.

import { all, one, put } from "./page.js";

/** @param {ParentNode} within @param {Record<string, number>} counts */
export function drawCounts(within, counts) {
  for (const element of all("[data-count]", within)) {
    const number = counts[element.dataset.count] ?? 0;
    element.textContent = String(number);
    const line = element.closest("[data-from-one]");
    if (line) line.hidden = number === 0;
  }
  for (const word of all("[data-word-of]", within)) {
    word.textContent = counts[word.dataset.wordOf] === 1 ? word.dataset.one : word.dataset.many;
  }
}

/** Bars of a choice, as long as their share of the people who answered.
 * @param {ParentNode} within @param {number[]} tally @param {number} people who answered */
export function drawTally(within, tally, people) {
  const highest = Math.max(...tally, 0);
  for (const [index, option] of all("[data-tally] > li", within).entries()) {
    const votes = tally[index] ?? 0;
    one(".tally-count", option).textContent = highest ? String(votes) : "";
    one("rect", option).setAttribute("width", String(people ? (100 * votes) / people : 0));
    option.classList.toggle("highlight", votes > 0 && votes === highest);
  }
  for (const line of all("[data-tally-empty]", within)) line.hidden = highest > 0;
}

/** @param {ParentNode} within @param {{svg: string, short: string, host: string}} join */
export function drawJoin(within, join) {
  for (const element of all("[data-join-svg]", within)) put(element, join.svg);
  for (const element of all("[data-join-short]", within)) element.textContent = join.short;
  for (const element of all("[data-join-host]", within)) element.textContent = join.host;
}
