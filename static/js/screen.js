// What a projector and a presenter's picture share: a slide's HTML, its counts, its tally and its join code.

import { morph } from "./morph.js";
import { all, fill, one, put } from "./page.js";

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

/** What the answers amount to, so far. @param {ParentNode} within @param {string|null} html null where the room may
 * not see it, or where the answers themselves are shown */
export function drawResult(within, html) {
  const place = one("[data-result]", within);
  if (place && html !== null && html !== undefined) morph(place, html);
}

/** @param {ParentNode} within @param {{svg: string, short: string, host: string}} join */
export function drawJoin(within, join) {
  for (const element of all("[data-join-svg]", within)) put(element, join.svg);
  for (const element of all("[data-join-name]", within)) {
    element.setAttribute("aria-label", fill(element.dataset.joinName, { address: join.short }));
  }
  for (const element of all("[data-join-short]", within)) element.textContent = join.short;
  for (const element of all("[data-join-host]", within)) element.textContent = join.host;
}
