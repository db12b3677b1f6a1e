// Suggests schools while somebody types a name. Any other name is as good; where nothing comes, nothing is said.

import { all, one } from "./page.js";

const PAUSE = 250; // ms without a key before it asks
const LEAST = 3;
const MOST_LIKE = 3;

/** @typedef {{name: string, place: string, board: string}} School */

/** @param {HTMLFormElement} form */
export function suggest(form) {
  const list = one("[data-schools]", form);
  const field = /** @type {HTMLInputElement|null} */ (form.elements.namedItem("school"));
  if (!list || !field || field.list) return;
  const like = one("[data-schools-like]", form);
  /** @type {Map<string, School>} */
  const known = new Map();
  let timer = 0;
  let filledIn = "";
  field.setAttribute("list", list.id);
  field.after(like);
  field.addEventListener("input", () => {
    clearTimeout(timer);
    const chosen = known.get(field.value);
    if (chosen) return take(chosen);
    timer = setTimeout(ask, PAUSE);
  });

  async function ask() {
    const typed = field.value.trim();
    const found = typed.length < LEAST ? [] : await asked(list.dataset.schools, typed);
    if (typed !== field.value.trim()) return; // somebody typed on
    for (const school of found) known.set(called(school), school);
    offer([...new Set(found.map(called))], typed);
  }

  /** A browser shows of a list only what has the very letters that were typed; others stand below the field. */
  function offer(names, typed) {
    const shows = names.some((name) => name.toLowerCase().includes(typed.toLowerCase()));
    list.textContent = "";
    list.append(...(shows ? names.map((name) => new Option("", name)) : []));
    for (const button of all("button", like)) button.remove();
    like.append(...(shows ? [] : names.slice(0, MOST_LIKE).map(button)));
    like.hidden = shows || !names.length;
  }

  function button(name) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.dir = "auto";
    button.textContent = name;
    button.addEventListener("click", () => {
      change(field, name);
      field.focus();
    });
    return button;
  }

  /** The board comes along, unless somebody filled it in. @param {School} school */
  function take(school) {
    like.hidden = true;
    const board = /** @type {HTMLInputElement|null} */ (form.elements.namedItem("board"));
    if (!board || (board.value && board.value !== filledIn)) return;
    filledIn = school.board;
    if (board.value !== filledIn) change(board, filledIn);
  }
}

/** @param {string} address @param {string} typed @returns {Promise<School[]>} */
async function asked(address, typed) {
  try {
    const answer = await fetch(`${address}?q=${encodeURIComponent(typed)}`);
    return answer.ok ? (await answer.json()).schools : [];
  } catch {
    return []; // without a line one types the whole name
  }
}

/** @param {School} school */
function called({ name, place }) {
  return !place || name.toLowerCase().includes(place.toLowerCase()) ? name : `${name}, ${place}`;
}

/** As if it was typed, so that it is kept. @param {HTMLInputElement} field @param {string} text */
function change(field, text) {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
