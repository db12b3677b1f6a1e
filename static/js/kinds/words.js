// Words on the phone: an open question of one line, with room for a few answers.

import { drawCounter, length } from "../counter.js";
import { count, one } from "../page.js";
import { Phone as Open } from "./open.js";

const NEAR = 10; // characters left, from which they are counted

export class Phone extends Open {
  draw() {
    super.draw();
    if (this.field) this.count();
  }

  /** What is typed can be sent if it is new; the field is there while another word may come. */
  count() {
    const { dataset } = this.form;
    const typed = this.field.value;
    const left = this.longest - length(typed);
    const more = Number(dataset.most) - this.answers().length;
    const isSaid = this.answers().some(({ id, value }) => id !== this.editing?.answer && plain(value) === plain(typed));
    const counter = one(".counter", this.form);
    drawCounter(counter, left, this.page.words, NEAR);
    if (isSaid) counter.textContent = dataset.said;
    else if (left >= NEAR) counter.textContent = count([dataset.leftOne, dataset.leftMany], more);
    one(".send-button", this.form).disabled = left < 0 || left === this.longest || isSaid;
    one("fieldset", this.form).hidden = more <= 0 && !this.editing;
    one("[data-full]", this.form).hidden = more > 0 || this.editing;
  }
}

/** As people would call it the same. @param {string} text */
function plain(text) {
  return text.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean).join(" ");
}
