// All slides as pictures: a look at the whole deck, and one press to go anywhere in it. A picture is drawn when it
// comes into sight, so that a long deck opens at once.

import { all, count, fill, fresh, one, put } from "./page.js";
import { keepToScale } from "./scaled.js";

const AHEAD = "400px 0px"; // pictures that soon come into sight

export class Overview {
  /** @param {{words: Record<string, any>, ask: (pictures: boolean) => Promise<any[]>, go: (slide: number) => void}} options */
  constructor({ words, ask, go }) {
    this.words = words;
    this.ask = ask;
    this.go = go;
    this.dialog = /** @type {HTMLDialogElement} */ (one("[data-overview]"));
    this.list = one("ol", this.dialog);
    /** @type {Map<Element, string>} pictures that nobody has seen yet */
    this.html = new Map();
    this.observer = new IntersectionObserver((entries) => this.#drawSeen(entries), { root: this.list, rootMargin: AHEAD });
    this.list.addEventListener("click", (event) => this.#press(/** @type {HTMLElement} */ (event.target)));
    this.dialog.addEventListener("keydown", (event) => this.#key(event));
  }

  get isOpen() {
    return this.dialog.open;
  }

  /** Opens it, or closes it. @param {number} now the slide on screen */
  async toggle(now) {
    if (this.isOpen) return this.dialog.close();
    this.dialog.showModal();
    this.mark(now);
    this.#focus(now);
    const isFirst = !this.list.children.length;
    const slides = await this.ask(isFirst);
    if (isFirst) this.#build(slides);
    for (const slide of slides) this.count(slide.number, slide);
    this.mark(now);
    if (isFirst) this.#focus(now);
  }

  /** Says which slide is on. @param {number} now */
  mark(now) {
    for (const item of this.list.children) {
      const button = one("button", item);
      if (item.dataset.slide === String(now)) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  /** @param {number} slide @param {{answers: number}} numbers */
  count(slide, { answers }) {
    const item = this.list.children[slide];
    if (item) one("[data-answered]", item).textContent = answers ? count(this.words.answers, answers) : "";
  }

  #build(slides) {
    const items = slides.map((slide) => {
      const item = fresh("thumb");
      item.dataset.slide = String(slide.number);
      one("[data-number]", item).textContent = slide.number ? String(slide.number) : "";
      one("[data-title]", item).textContent = slide.number ? slide.title : this.words.lobby;
      one("button", item).setAttribute("aria-label", slide.number ? fill(this.words.slide, slide) : this.words.lobby);
      this.html.set(item, slide.html);
      return item;
    });
    this.list.replaceChildren(...items);
    for (const item of items) this.observer.observe(item);
    keepToScale(all(".picture", this.list));
  }

  #drawSeen(entries) {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      this.observer.unobserve(target);
      put(one(".stage", target), this.html.get(target));
      this.html.delete(target);
    }
  }

  #focus(slide) {
    const button = this.list.children[slide] && one("button", this.list.children[slide]);
    button?.focus({ preventScroll: true });
    button?.closest("li").scrollIntoView({ block: "center" });
  }

  #press(target) {
    const item = target.closest("li");
    if (!item) return;
    this.dialog.close();
    this.go(Number(item.dataset.slide));
  }

  #key(event) {
    const items = [...this.list.children];
    const columns = items.filter((item) => item.offsetTop === items[0].offsetTop).length;
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns, Home: -Infinity, End: Infinity };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = items.findIndex((item) => item.contains(document.activeElement));
    const next = Math.max(0, Math.min(at + step, items.length - 1));
    one("button", items[next]).focus({ preventScroll: true });
    items[next].scrollIntoView({ block: "nearest" });
  }
}

/** Whether any dialog is open, so that keys are meant for it. */
export function aDialogIsOpen() {
  return all("dialog[open]").length > 0;
}
