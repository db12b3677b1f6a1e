// How cards come to hang on a wall: measured in the type of a step, and put where masonry.js says.

/** @param {HTMLElement} columns the wall in its present step @param {boolean} last whether there is no smaller type
 * @returns {import("./masonry.js").Box} */
export function boxOf(columns, last) {
  const styles = getComputedStyle(columns);
  return {
    columns: Number(styles.getPropertyValue("--columns")) || 3,
    gap: Number.parseFloat(styles.rowGap) || 0,
    room: columns.clientHeight,
    last,
  };
}

/** Hangs cards up to be measured, all in a column. @param {HTMLElement} columns @param {number} count of columns
 * @param {HTMLElement[]} cards */
export function tryOn(columns, count, cards) {
  columns.replaceChildren(...stacks(count, (stack) => (stack ? [] : cards)));
}

/** Hangs up a page. @param {HTMLElement} columns @param {any[]} page as masonry.js gives it @param {HTMLElement[]} cards */
export function hang(columns, page, cards) {
  const isGrid = page.every((each) => typeof each === "number");
  if (isGrid) columns.replaceChildren(...page.map((number) => cards[number]));
  else columns.replaceChildren(...stacks(page.length, (stack) => page[stack].map((number) => cards[number])));
}

function stacks(count, cardsOf) {
  return Array.from({ length: count }, (_nothing, index) => {
    const stack = document.createElement("div");
    stack.className = "column";
    stack.append(...cardsOf(index));
    return stack;
  });
}
