// Puts what stands in a field where it can be pasted from.

import { one } from "./page.js";

/** Lets a button copy a field; without a script there is none, and the text can be selected.
 * @param {HTMLElement} button @param {HTMLInputElement|HTMLTextAreaElement} field */
export function offerToCopy(button, field) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    if (!(await copied(field.value))) return; // it is selected: a long press copies it
    button.textContent = button.dataset.done;
    one("[data-told]").textContent = button.dataset.done;
  });
}

/** @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand("copy"); // without https there is no clipboard of the new kind
  }
}
