// The wall in the presenter's picture of the slide: the newest answers, in columns as on the projector, and no more
// of them than there is room for.

import { place } from "./masonry.js";
import { one } from "./page.js";

const STEPS = ["large", "medium", "small"];
const MOST = 24; // more never find room in the smallest type
const MOST_LINES = 6;

/** @type {WeakMap<Element, string>} what each wall shows, so that it is laid only when that changes */
const drawn = new WeakMap();

/** @param {HTMLElement} slide the picture @param {any[]} visible those that the room sees, the first ones first */
export function drawSmallWall(slide, visible) {
  const wall = one("[data-columns]", slide);
  if (!wall) return;
  const empty = one("[data-empty]", slide);
  if (empty) empty.hidden = visible.length > 0;
  const answers = visible.slice(0, MOST);
  const key = JSON.stringify([visible.length > MOST, answers.map(shown)]);
  if (drawn.get(wall) === key) return;
  drawn.set(wall, key);
  const isNumbered = one("[data-numbered]", slide) !== null;
  lay(wall, answers.map((answer) => card(answer, isNumbered)), visible.length > MOST);
}

function shown({ id, value, question, pinned }) {
  return [id, value, question, pinned];
}

function lay(wall, cards, isCrowded) {
  for (const step of isCrowded ? STEPS.slice(-1) : STEPS) {
    wall.dataset.step = step;
    const box = boxOf(wall);
    wall.replaceChildren(...stacks(box.columns, (stack) => (stack ? [] : cards)));
    const heights = cards.map((each) => each.offsetHeight);
    const numbers = [...cards.keys()];
    let placed = place(numbers, (number) => heights[number], box);
    if (placed.over.length && step !== STEPS.at(-1)) continue;
    // One that is taller than the wall stands there cut off rather than not at all.
    if (!placed.stacks.some((stack) => stack.length)) placed = { stacks: [numbers.slice(0, 1)], over: [] };
    wall.replaceChildren(...stacks(box.columns, (stack) => (placed.stacks[stack] ?? []).map((number) => cards[number])));
    return;
  }
}

function boxOf(wall) {
  const styles = getComputedStyle(wall);
  return {
    columns: Number(styles.getPropertyValue("--columns")) || 3,
    gap: Number.parseFloat(styles.rowGap) || 0,
    room: wall.clientHeight,
    last: false,
  };
}

function stacks(count, cardsOf) {
  return Array.from({ length: count }, (_nothing, index) => {
    const stack = document.createElement("div");
    stack.className = "column";
    stack.append(...cardsOf(index));
    return stack;
  });
}

function card(answer, isNumbered) {
  const element = document.createElement("article");
  element.className = "card";
  element.classList.toggle("flat", String(answer.value).split("\n").length > MOST_LINES);
  element.toggleAttribute("data-pinned", Boolean(answer.pinned));
  if (isNumbered) {
    element.append(Object.assign(document.createElement("span"), { className: "badge", textContent: answer.question + 1 }));
  }
  element.append(Object.assign(document.createElement("p"), { dir: "auto", textContent: answer.value }));
  return element;
}
