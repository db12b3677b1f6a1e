// Where cards hang on a wall, in each of its ways. Pure: only numbers go in and out.

const MOST_PASSED_OVER = 4; // cards too tall for the room that is left, before a page counts as full
const MOST_PAGES = 60;

/** @typedef {{columns: number, room: number, gap: number, last: boolean}} Box a wall in one size of type: its
 *   columns, their height and the gap between cards (px), and whether there is no smaller type
 * @typedef {{cards: number[], height: (card: number) => number, group: (card: number) => number, box: Box}} Hanging
 *   the cards, the newest first; how tall each is in px; and to which question it belongs */

/** The pages of a wall by its way; null where the cards need smaller type. A page is a list of columns, or of cards
 * in reading order for a grid. @type {Record<string, (hanging: Hanging) => any[][]|null>} */
export const WAYS = {
  columns({ cards, height, box }) {
    const { stacks, over } = place(cards, height, box);
    if (!over.length) return [stacks];
    return box.last ? paged(cards, height, box) : null;
  },
  grid({ cards, height, box }) {
    const pages = rows([...cards].reverse(), height, box);
    return pages.length > 1 && !box.last ? null : pages;
  },
  grouped({ cards, height, group, box }) {
    const pages = grouped(cards, height, group, box);
    return pages.length > 1 && !box.last ? null : pages;
  },
  single({ cards, height, box }) {
    // The type is that of the longest: a size that jumps from answer to answer would say which is worth more.
    const isTooTall = cards.some((card) => height(card) > box.room);
    return isTooTall && !box.last ? null : cards.map((card) => [[card]]);
  },
};

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

/** Pages of rows in reading order. @param {number[]} cards @param {(card: number) => number} height @param {Box} box
 * @returns {number[][]} the cards of each page */
export function rows(cards, height, box) {
  /** @type {number[][]} */
  const pages = [[]];
  let used = 0;
  for (let first = 0; first < cards.length; first += box.columns) {
    const row = cards.slice(first, first + box.columns);
    const tall = Math.max(...row.map(height));
    if (used && used + box.gap + tall > box.room) {
      pages.push([]);
      used = 0;
    }
    used += (used ? box.gap : 0) + tall;
    pages[pages.length - 1].push(...row);
  }
  return pages;
}

/** Pages of a column for each group; one that has fewer pages shows its last. @param {number[]} cards
 * @param {(card: number) => number} height @param {(card: number) => number} group @param {Box} box
 * @returns {number[][][]} the columns of each page */
export function grouped(cards, height, group, box) {
  const columns = Array.from({ length: box.columns }, (_nothing, index) => {
    return rows(cards.filter((card) => group(card) === index), height, { ...box, columns: 1 });
  });
  const most = Math.max(...columns.map((pages) => pages.length));
  return Array.from({ length: most }, (_nothing, page) => columns.map((pages) => pages[Math.min(page, pages.length - 1)]));
}
