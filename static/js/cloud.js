// Where words stand in a cloud. Pure: only numbers go in and out. Lengths are in any one unit, such as the screen's
// largest type; places are the middles of words, from the middle of the box.

const SMALLER = 0.93; // from one size of all words to the next that is tried
const WORTH_GROWING = 1.2; // so much larger must words get to be laid again when nothing else asks for it
const WORTH_MOVING = 1.6; // so much larger must they get to leave their places
const SEARCH = 0.35; // between two spots that are tried, in sizes of the smallest word
const TURN = 2.399963; // the golden angle: each word's search begins in another direction
const PUSHES = 120; // rounds in which words make room for one another
const TOUCH = 1e-6;

/** @typedef {{key: string, width: number, height: number, weight: number}} Item a word at size 1, and its part of the
 *   largest one's size */
/** @typedef {{width: number, height: number, least: number, most: number, worst: number, gap: number}} Box with the
 *   smallest and the largest size, the one below which the largest word does not go to make room for more, and the
 *   gap around words */
/** @typedef {{key: string, x: number, y: number, width: number, height: number, size: number}} Word in its place */
/** @typedef {{scale: number, words: Map<string, Word>}} Cloud */

/** All words that fit, as large as can be. Those that stood in the cloud before stay where they were, or make room for
 * one another, unless they would be much larger elsewhere.
 * @param {Item[]} items the most important first @param {Box} box @param {Cloud} [before] @returns {Cloud} */
export function arrange(items, box, before) {
  const anew = largest(box.most, 0, box, (scale) => laid(items, box, scale));
  if (!before?.words.size) return anew;
  const from = anew.scale > before.scale * WORTH_GROWING ? anew.scale : Math.min(before.scale, box.most);
  return largest(from, anew.scale / WORTH_MOVING, box, (scale) => moved(items, box, scale, before)) ?? anew;
}

/** The largest cloud from one scale down to another; null if there is none. */
function largest(from, to, box, layAt) {
  const lowest = Math.max(to, Math.min(from, box.worst));
  for (let scale = from; ; scale = Math.max(scale * SMALLER, lowest)) {
    const words = layAt(scale);
    if (words) return { scale, words };
    if (scale <= lowest) return null;
  }
}

/** A cloud from nothing, the largest word in the middle; null if a word finds no room that may not be left out. */
function laid(items, box, scale) {
  const words = new Map();
  for (const [index, item] of items.entries()) {
    const word = sized(item, box, scale, { x: 0, y: 0 });
    if (place(word, index * TURN, box, words)) continue;
    if (scale > box.worst) return null;
  }
  return words;
}

/** A cloud that grew: its words in their places or beside them, and new ones where there is room. */
function moved(items, box, scale, before) {
  const zoom = Math.min(1, scale / before.scale); // what grows closes the gaps
  const all = items.map((item) => {
    const stood = before.words.get(item.key);
    return sized(item, box, scale, stood ? { x: stood.x * zoom, y: stood.y * zoom } : { x: 0, y: 0 });
  });
  const standing = all.filter(({ key, size }) => before.words.has(key) && size >= box.least);
  if (!makeRoom(standing, box)) return null;
  const words = new Map(standing.map((word) => [word.key, word]));
  let leftOut = 0;
  for (const [index, word] of all.entries()) {
    if (words.has(word.key) || place(word, index * TURN, box, words)) continue;
    if (scale > box.worst) return null;
    leftOut = Math.max(leftOut, items[index].weight);
  }
  // What many say is not left out for what few say.
  return items.some(({ key, weight }) => weight < leftOut && words.has(key)) ? null : words;
}

function sized(item, box, scale, { x, y }) {
  const size = Math.min(Math.max(box.least, scale * item.weight), box.width / item.width, box.height / item.height);
  return { key: item.key, x, y, width: item.width * size, height: item.height * size, size };
}

/** Puts a word in the free spot nearest to the middle, on a spiral as wide as the box. */
function place(word, angle, box, words) {
  if (word.size < box.least) return false;
  const taken = [...words.values()];
  const wide = Math.max(1, Math.min(2.4, box.width / box.height));
  const step = box.least * SEARCH;
  const end = Math.max(box.height, box.width / wide) / 2 + step;
  for (let radius = 0, turn = angle; radius < end * Math.SQRT2; ) {
    const spot = { ...word, x: wide * radius * Math.cos(turn), y: radius * Math.sin(turn) };
    keepInside(spot, box);
    if (!taken.some((other) => overlap(spot, other, box))) {
      words.set(word.key, spot);
      return true;
    }
    // One step along the spiral, whose arms are one step apart.
    const along = step / Math.max(radius, step);
    turn += along;
    radius += (step * along) / (2 * Math.PI);
  }
  return false;
}

function isInside({ x, y, width, height }, box) {
  return Math.abs(x) <= (box.width - width) / 2 + TOUCH && Math.abs(y) <= (box.height - height) / 2 + TOUCH;
}

/** How far two words reach into one another, sideways and up or down; null if they do not. */
function overlap(one, other, box) {
  const x = (one.width + other.width) / 2 + box.gap - Math.abs(one.x - other.x);
  const y = (one.height + other.height) / 2 + box.gap - Math.abs(one.y - other.y);
  return x > TOUCH && y > TOUCH ? { x, y } : null;
}

/** Words push one another aside, the small ones further than the large, until none overlap; false if they cannot. */
function makeRoom(words, box) {
  for (let round = 0; round < PUSHES; round += 1) {
    for (const word of words) keepInside(word, box);
    if (!pushApart(words, box)) return words.every((word) => isInside(word, box));
  }
  return false;
}

function keepInside(word, box) {
  const [x, y] = [(box.width - word.width) / 2, (box.height - word.height) / 2];
  word.x = Math.max(-x, Math.min(x, word.x));
  word.y = Math.max(-y, Math.min(y, word.y));
}

function pushApart(words, box) {
  let pushed = false;
  for (const [index, one] of words.entries()) {
    for (const other of words.slice(index + 1)) {
      const deep = overlap(one, other, box);
      if (!deep) continue;
      pushed = true;
      const axis = deep.x < deep.y ? "x" : "y";
      const direction = one[axis] < other[axis] ? 1 : -1;
      const share = (one.width * one.height) / (one.width * one.height + other.width * other.height);
      one[axis] -= direction * (deep[axis] + TOUCH) * (1 - share);
      other[axis] += direction * (deep[axis] + TOUCH) * share;
    }
  }
  return pushed;
}
