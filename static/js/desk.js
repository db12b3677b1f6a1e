// The desk by keyboard: j and k go through the list, Enter opens, / searches, n writes a note, a sets the next
// action, x ticks, Escape goes back to the list.

import { all, one } from "./page.js";

const rows = all(".leads .lead");
let at = rows.findIndex((row) => row.getAttribute("aria-current") === "true");

const keys = {
  j: () => go(at + 1),
  k: () => go(at - 1),
  n: () => one("#note")?.focus(),
  a: () => one("#next_action")?.focus(),
  x: tick,
  "/": () => /** @type {HTMLInputElement|null} */ (one("#words"))?.select(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = /** @type {HTMLElement} */ (event.target);
  const types = target.closest("input:not([type=checkbox]), textarea, select");
  if (event.key === "Escape") {
    if (types) target.blur();
    else /** @type {HTMLAnchorElement|null} */ (one(".panel-back a"))?.click();
  } else if (!types && keys[event.key]) {
    event.preventDefault();
    keys[event.key]();
  }
});

const what = /** @type {HTMLSelectElement|null} */ (one('[name="what"]'));
what?.addEventListener("change", show);
show();

/** Of the fields for a change of many only the one that is needed. */
function show() {
  if (!what) return;
  const needed = { status: "status", owner: "owner" }[what.value] ?? "value";
  for (const name of ["status", "owner", "value"]) {
    const field = /** @type {HTMLElement} */ (one(`.many [name="${name}"]`));
    field.hidden = name !== needed;
  }
}

/** @param {number} next */
function go(next) {
  if (next < 0 || next >= rows.length) return;
  at = next;
  const link = one("h2 a", rows[at]);
  link.focus();
  link.scrollIntoView({ block: "nearest" });
}

function tick() {
  const box = /** @type {HTMLInputElement|null} */ (rows[at] ? one('input[type="checkbox"]', rows[at]) : null);
  if (box) box.checked = !box.checked;
}
