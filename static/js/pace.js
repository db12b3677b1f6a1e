// Slides at the phone's own pace, where the presenter allows it, and after the workshop: which slide this phone is on,
// and the buttons that turn it.

import { keep, read } from "./kept.js";
import { all, one } from "./page.js";

const MOST_LATE = 1000; // ms

export class Pace {
  /** @param {{code: string, state: any, look: () => Promise<any>, draw: (fresh: any) => void}} options */
  constructor({ code, state, look, draw }) {
    this.key = `pace-${code}`;
    this.state = state;
    this.look = look;
    this.drawSlide = draw;
    /** @type {number|null} null while this phone goes along with the screen */
    this.slide = read(this.key);
    /** @type {ReturnType<typeof setTimeout>|null} */
    this.catching = null;
    for (const button of all("[data-turn]")) {
      button.addEventListener("click", () => this.#turn(Number(button.dataset.turn)));
    }
    one("[data-along]").addEventListener("click", () => this.#go(null));
  }

  /** What the server is asked for. */
  get place() {
    return this.slide === null ? {} : { slide: this.slide };
  }

  /** Whether a slide that came is the one that this phone shows. @param {any} fresh as the server said it */
  wants(fresh) {
    if (!fresh.free) this.#keep(null);
    else if (this.slide !== null && !(this.slide >= 1 && this.slide <= fresh.of)) this.#keep(null);
    return this.slide === null || this.slide === fresh.number;
  }

  /** The screen went on: what this phone shows may have changed too. Many phones are told at the same moment, and of
   * many changes one after the other; each asks once, and not all at once. */
  catchUp() {
    this.catching ??= setTimeout(async () => {
      this.catching = null;
      const fresh = await this.look().catch(() => null); // without a network the slide stays
      if (fresh && this.wants(fresh)) this.drawSlide(fresh);
    }, Math.random() * MOST_LATE);
  }

  draw() {
    const { free, number, of, screen, is_over: isOver } = this.state;
    one("[data-pace]").hidden = !free;
    one('[data-turn="-1"]').disabled = number <= 1;
    one('[data-turn="1"]').disabled = number >= of;
    one("[data-along]").hidden = this.slide === null || number === screen || isOver;
  }

  #turn(by) {
    this.#go(Math.max(1, Math.min(this.state.number + by, this.state.of)));
  }

  async #go(slide) {
    const before = this.slide;
    this.#keep(slide);
    try {
      const fresh = await this.look();
      if (this.slide === slide) this.drawSlide(fresh);
    } catch {
      if (this.slide === slide) this.#keep(before); // no network: the slide stays
    }
    this.draw();
  }

  #keep(slide) {
    this.slide = slide;
    keep(this.key, slide);
  }
}
