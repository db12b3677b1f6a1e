// Where cards hang on a wall: in columns, each card where there is most room. Pure: only numbers go in and out.

const MOST_PASSED_OVER = 4; // cards too tall for the room that is left, before a page counts as full
const MOST_PAGES = 60;

/** @typedef {{columns: number, room: number, gap: number, last: boolean}} Box a wall in one size of type: its
 *   columns, their height and the gap between cards (px), and whether there is no smaller type */

/** One page. @param {number[]} cards which cards, the first ones first @param {(card: number) => number} height in px
 * @param {Box} box @returns {{stacks: number[][], over: number[]}} the columns, and the cards that found no room */
export function place(cards, height, box) {
  /** @type {number[][]} */
  const stacks = Array.from({ length: box.columns }, () => []);
  const heights = stacks.map(() => 0);
  const over = [];
  for (const [index, card] of cards.entries()) {
    const lowest = heights.indexOf(Math.min(...heights));
    const reach = heights[lowest] + height(card) + (heights[lowest] ? box.gap : 0);
    // A card taller than the wall hangs alone, once there is no smaller type to set it in.
    if (reach > box.room && (heights[lowest] > 0 || !box.last)) {
      over.push(card);
      if (over.length > MOST_PASSED_OVER) return { stacks, over: [...over, ...cards.slice(index + 1)] };
      continue;
    }
    stacks[lowest].push(card);
    heights[lowest] = reach;
  }
  return { stacks, over };
}

/** Pages that each begin with the first card; the others in their order, each on the first page with room.
 * @param {number[]} cards @param {(card: number) => number} height @param {Box} box @returns {number[][][]} stacks */
export function paged([first, ...others], height, box) {
  const pages = [];
  for (let left = others; pages.length < MOST_PAGES && (left.length || !pages.length); ) {
    const { stacks, over } = place([first, ...left], height, box);
    if (over.length === left.length) over.shift(); // one that no page can hold must not stop the rest
    pages.push(stacks);
    left = over;
  }
  return pages;
}
