// The answers that somebody may send along with the form: those of this phone, each with a box to tick. Nothing is
// ticked, and what is not ticked does not go along.

import { all, one } from "./page.js";

const MOST = 12;

/** Fills in the list, once. @param {HTMLElement} details @param {{code: string, token: string}} page */
export async function fillIn(details, page) {
  const list = one("ul", details);
  if (list.children.length || list.dataset.busy) return;
  list.dataset.busy = "yes";
  list.textContent = "";
  try {
    const body = new URLSearchParams({ token: page.token });
    const answer = await fetch(`/${page.code}/mine`, { method: "POST", body });
    const mine = new DOMParser().parseFromString(await answer.text(), "text/html");
    const given = answersIn(mine).slice(0, MOST);
    if (given.length) list.append(...given.map(line));
    else list.textContent = list.dataset.none;
  } catch {
    list.textContent = list.dataset.offline;
  }
  delete list.dataset.busy;
}

/** @param {Document} mine @returns {{question: string, text: string}[]} */
function answersIn(mine) {
  return all("[data-asked]", mine).flatMap((section) =>
    all(".note-text", section).map((text) => ({
      question: one("h2", section).textContent.trim(),
      text: text.textContent.trim(),
    })),
  );
}

/** @param {{question: string, text: string}} given @param {number} index */
function line({ question, text }, index) {
  const item = document.createElement("li");
  const label = document.createElement("label");
  const box = document.createElement("input");
  const words = document.createElement("span");
  label.className = "option";
  box.type = "checkbox";
  box.name = `answer-${index + 1}`;
  box.value = text;
  words.dir = "auto";
  words.textContent = text;
  const about = document.createElement("small");
  about.textContent = question;
  const asked = document.createElement("input");
  asked.type = "hidden";
  asked.name = `answer-${index + 1}-question`;
  box.addEventListener("change", () => (asked.value = box.checked ? question : ""));
  label.append(box, words);
  item.append(about, label, asked);
  return item;
}
