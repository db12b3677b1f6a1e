// The board: a lead is dragged to another status. The choice on its paper does the same, by touch and keyboard too.

import { all, one } from "./page.js";

/** @type {HTMLElement|undefined} */
let held;

for (const paper of all(".paper")) {
  const [select, button] = [one("select", paper), one("button", paper)];
  const now = select.value;
  button.disabled = true; // until there is something to move
  select.addEventListener("change", () => (button.disabled = select.value === now));
  paper.draggable = true;
  paper.addEventListener("dragstart", () => hold(paper));
  paper.addEventListener("dragend", () => hold(undefined));
  one("h3 a", paper).draggable = false; // it would be the address that is dragged
}

for (const column of all(".column")) {
  column.addEventListener("dragover", (event) => {
    if (!held || held.closest(".column") === column) return;
    event.preventDefault(); // it may be put down here
    column.classList.add("is-under");
  });
  column.addEventListener("dragleave", (event) => {
    if (!column.contains(/** @type {Node|null} */ (event.relatedTarget))) column.classList.remove("is-under");
  });
  column.addEventListener("drop", (event) => {
    event.preventDefault();
    move(held, column.dataset.status);
  });
}

/** @param {HTMLElement|undefined} paper */
function hold(paper) {
  held?.classList.remove("is-held");
  held = paper;
  held?.classList.add("is-held");
  if (!held) for (const column of all(".is-under")) column.classList.remove("is-under");
}

/** @param {HTMLElement} paper @param {string} status */
function move(paper, status) {
  const [form, select, button] = [one("form", paper), one("select", paper), one("button", paper)];
  select.value = status;
  button.disabled = false;
  form.requestSubmit(button);
  button.disabled = true; // dropped twice it is moved once
}
