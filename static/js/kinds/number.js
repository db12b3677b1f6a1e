// A number on the phone: typed with a comma or a point, sent with a button.

import { one } from "../page.js";
import { Single } from "./single.js";

const GROUPED = /^-?[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*$/;

export class Phone extends Single {
  /** @param {HTMLFormElement} form @param {import("../phone.js").Page} page */
  constructor(form, page) {
    super(form, page);
    this.field = /** @type {HTMLInputElement} */ (one(".guess-field", form));
    this.low = Number(form.dataset.min);
    this.high = Number(form.dataset.max);
    this.decimals = Number(form.dataset.decimals);
    this.field.addEventListener("input", () => this.changed());
    this.field.addEventListener("change", () => this.#tidy());
  }

  value() {
    const number = toNumber(this.field.value, this.decimals);
    if (!(number >= this.low && number <= this.high)) return undefined;
    return Number(number.toFixed(this.decimals));
  }

  draft() {
    return this.field.value || undefined;
  }

  /** @param {string|number|undefined} value a draft as it was typed, or an answer */
  fill(value) {
    this.field.value = typeof value === "number" ? written(value) : (value ?? "");
  }

  /** Shows how the number was understood, or that it was not. */
  #tidy() {
    const value = this.value();
    this.field.setAttribute("aria-invalid", String(value === undefined && this.field.value.trim() !== ""));
    if (value !== undefined) this.field.value = written(value);
  }
}

/** The number that somebody wrote, in Dutch or in English; NaN where it is none.
 * @param {string} text @param {number} decimals how many an answer has at most */
export function toNumber(text, decimals) {
  const bare = text.replace(/[\s'’_]/g, "").replace(/^[€$£¥]|[€$£¥%‰°]$/g, "").replace("−", "-");
  // 1.000 is a thousand here and one there: where no answer has three decimals, it is a thousand.
  if (GROUPED.test(bare) && (decimals < 3 || bare.match(/[.,]/g).length > 1)) return Number(ungrouped(bare));
  const [, whole, part = ""] = /^(.*?)(?:[.,](\d*))?$/.exec(bare);
  const plain = `${GROUPED.test(whole) ? ungrouped(whole) : whole}.${part}`;
  return /^-?(\d+\.\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
}

/** @param {string} text */
function ungrouped(text) {
  return text.replace(/[.,]/g, "");
}

/** @param {number} value */
function written(value) {
  return new Intl.NumberFormat(document.documentElement.lang, { useGrouping: false, maximumFractionDigits: 3 }).format(value);
}
