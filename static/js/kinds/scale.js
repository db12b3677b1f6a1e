// A scale on the phone: for each statement how much somebody agrees, sent by itself a moment after each tick.

import { all } from "../page.js";
import { Single } from "./single.js";

export class Phone extends Single {
  value() {
    const steps = all("fieldset", this.form).map((row) => Number(row.querySelector("input:checked")?.value ?? 0));
    return steps.some(Boolean) ? steps : undefined;
  }

  fill(value) {
    for (const [index, row] of all("fieldset", this.form).entries()) {
      for (const box of all("input", row)) box.checked = Number(box.value) === value?.[index];
    }
  }
}
