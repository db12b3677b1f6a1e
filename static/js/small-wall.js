// The wall in the presenter's picture of the slide: the newest answers, hung as on the projector, and no more of them
// than there is room for.

import { boxOf, hang, tryOn } from "./hanging.js";
import { WAYS } from "./masonry.js";
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
  lay(wall, answers, answers.map((answer) => card(answer, isNumbered)), visible.length > MOST);
}

function shown({ id, value, question, pinned }) {
  return [id, value, question, pinned];
}

function lay(wall, answers, cards, isCrowded) {
  const way = wall.closest("[data-wall]").dataset.way || "columns";
  for (const step of isCrowded ? STEPS.slice(-1) : STEPS) {
    wall.dataset.step = step;
    const box = boxOf(wall, step === STEPS[STEPS.length - 1]);
    tryOn(wall, box.columns, cards);
    const heights = cards.map((each) => each.offsetHeight);
    const pages = WAYS[way]({
      cards: [...cards.keys()],
      height: (number) => heights[number],
      group: (number) => answers[number].question,
      box,
    });
    if (!pages) continue;
    return hang(wall, pages[way === "grid" ? pages.length - 1 : 0] ?? [], cards);
  }
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
