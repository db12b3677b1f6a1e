// A choice on the phone: options to tick, sent by themselves a moment after the last tick.

import { all } from "../page.js";
import { Single } from "./single.js";

export class Phone extends Single {
  value() {
    return all("input:checked", this.form).map((box) => Number(box.value));
  }

  fill(value) {
    for (const box of all("input", this.form)) box.checked = value?.includes(Number(box.value)) ?? false;
  }
}
