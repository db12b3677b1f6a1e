// A place on the phone: tapped in the picture, or moved to with two sliders, which is the way for a keyboard and for
// a screen reader; sent with a button.

import { all, one } from "../page.js";
import { Single } from "./single.js";

const FARTHEST = 1000;

export class Phone extends Single {
  /** @param {HTMLFormElement} form @param {import("../phone.js").Page} page */
  constructor(form, page) {
    super(form, page);
    this.picture = one("[data-picture]", form);
    this.dot = one("[data-dot]", form);
    this.sliders = /** @type {HTMLInputElement[]} */ (all("input", form));
    /** @type {[number, number]|undefined} finer than the sliders' steps */
    this.point = undefined;
    this.picture.addEventListener("click", (event) => this.#tap(event));
    for (const slider of this.sliders) {
      slider.addEventListener("input", () => this.#slide(slider));
      // They stay in sight: would they go with the focus, the button would move away below the pointer.
      slider.addEventListener("focus", () => slider.closest(".spot-sliders").classList.add("reached"));
    }
  }

  value() {
    return this.point;
  }

  fill(value) {
    this.point = value && [...value];
    this.#show();
  }

  #tap(event) {
    if (one("fieldset", this.form).matches(":disabled")) return;
    const box = this.picture.getBoundingClientRect();
    this.#move(part(event.clientX - box.left, box.width), part(event.clientY - box.top, box.height));
  }

  #slide(slider) {
    const [x, y] = this.point ?? [FARTHEST / 2, FARTHEST / 2];
    if (slider.name === "x") this.#move(Number(slider.value), y);
    else this.#move(x, Number(slider.value));
  }

  #move(x, y) {
    this.point = [x, y];
    this.#show();
    this.changed();
  }

  #show() {
    const [x, y] = this.point ?? [FARTHEST / 2, FARTHEST / 2];
    this.dot.toggleAttribute("hidden", !this.point);
    this.dot.setAttribute("cx", `${x / 10}%`);
    this.dot.setAttribute("cy", `${y / 10}%`);
    for (const [index, slider] of this.sliders.entries()) {
      const at = index ? y : x;
      slider.value = String(at);
      slider.setAttribute("aria-valuetext", said(at, slider));
    }
  }
}

/** @param {number} at @param {number} length of the picture's side */
function part(at, length) {
  return Math.min(FARTHEST, Math.max(0, Math.round((at / length) * FARTHEST)));
}

/** How far from the middle, and which way, as a screen reader says it: "40 %, samen". */
function said(at, slider) {
  const middle = FARTHEST / 2;
  const percents = `${Math.round((Math.abs(at - middle) / middle) * 100)} %`;
  return at === middle ? percents : `${percents}, ${at < middle ? slider.dataset.low : slider.dataset.high}`;
}
