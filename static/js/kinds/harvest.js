// Votes for the themes of a harvest: a choice of at most so many.

import { all } from "../page.js";
import { Phone as Choice } from "./choice.js";

export class Phone extends Choice {
  draw() {
    super.draw();
    const isFull = this.value().length >= Number(this.form.dataset.most);
    for (const box of all("input", this.form)) box.disabled = isFull && !box.checked;
  }
}
