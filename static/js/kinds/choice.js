// A choice on the phone: options to tick, sent by themselves a moment after the last tick.

import { all, one } from "../page.js";
import { Single } from "./single.js";

export class Phone extends Single {
  value() {
    return all("input:checked", this.form).map((box) => Number(box.value));
  }

  /** Says, once everybody may know what is right, whether this is what was answered here. */
  draw() {
    super.draw();
    const verdict = one(".verdict", this.form);
    if (!verdict) return;
    const isGood = isRight(this.page.answers.of(this.slide, 0)[0]?.value, this.form);
    one("[data-good]", verdict).hidden = !isGood;
    one("[data-right-answer]", verdict).hidden = isGood;
  }

  fill(value) {
    for (const box of all("input", this.form)) box.checked = value?.includes(Number(box.value)) ?? false;
  }
}

/** Of several right options all must be ticked and no other; of one to choose, any right one will do.
 * @param {number[]|undefined} ticked @param {HTMLFormElement} form */
function isRight(ticked, form) {
  const right = form.dataset.right.split(" ").map(Number);
  if (!ticked?.length || ticked.some((option) => !right.includes(option))) return false;
  return form.dataset.several !== "true" || ticked.length === right.length;
}
