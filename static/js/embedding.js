// The form afterwards: its address and its code are copied by a press.

import { offerToCopy } from "./copying.js";
import { all, one } from "./page.js";

for (const button of all("[data-copies]")) {
  const field = one(`#${button.dataset.copies}`);
  offerToCopy(button, /** @type {HTMLInputElement|HTMLTextAreaElement} */ (field));
}
