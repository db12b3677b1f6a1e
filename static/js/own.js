// What only this phone shows when people play: its name, whether its answer was right, and its place. The slide
// is the same for all phones; this comes with the phone's own state, for which it asks when there is something new.

import { all, fill, newId, one } from "./page.js";

const SPREAD = 700; // ms over which the phones of a room ask
const AGAIN_AFTER = 3000; // ms, where no answer came

/** @typedef {{slide: number, nick: string, may_change: boolean, outcome: string, is_right: boolean, place: string}} Mine */

export class Own {
  /** @param {{main: HTMLElement, state: any, outbox: import("./outbox.js").Outbox, ask: () => Promise<void>}} options
   *   state: what the server said last, with `own` in it at the beginning */
  constructor({ main, state, outbox, ask }) {
    this.main = main;
    this.state = state;
    this.outbox = outbox;
    this.ask = ask;
    /** @type {Mine|null} */
    this.mine = state.own ?? null;
    main.addEventListener("click", (event) => {
      const button = /** @type {HTMLElement} */ (event.target).closest("[data-another-name]");
      if (button && !this.#isTaking()) this.#take(true);
    });
  }

  /** This phone is somebody else than the page was made for. */
  forget() {
    this.mine = null;
  }

  /** Takes over what came with a slide, or asks for it. @param {any} fresh */
  learn(fresh) {
    if (fresh.own) this.mine = fresh.own;
    else if (fresh.has_own) this.#askSoon(Math.random() * SPREAD);
  }

  /** Has a name to play under, if there is none yet. */
  play() {
    if (!this.mine?.nick && !this.#isTaking()) this.#take(false);
  }

  /** A name was given, or not. @param {any} answer the server's */
  named(answer) {
    if (answer.own) this.mine = { ...this.mine, ...answer.own };
    else this.#askSoon(0); // it was given before, and only the answer got lost
    this.draw();
  }

  draw() {
    for (const element of all("[data-own]", this.main)) {
      const text = this.#text(element.dataset.own);
      const says = element.dataset.says;
      element.textContent = text && says ? fill(says, { name: text }) : text;
      element.hidden = !text;
      if (element.dataset.own === "outcome") element.dataset.right = String(this.mine?.is_right ?? false);
    }
    const line = one("[data-nick]", this.main);
    if (line) line.hidden = !this.mine?.nick;
    const another = /** @type {HTMLButtonElement|null} */ (one("[data-another-name]", this.main));
    if (!another) return;
    another.hidden = !this.mine?.may_change;
    another.disabled = this.#isTaking();
  }

  #text(name) {
    if (!this.mine || (name === "outcome" && this.mine.slide !== this.state.number)) return "";
    return this.mine[name] ?? "";
  }

  #isTaking() {
    return this.outbox.commands.some((command) => command.do === "nick");
  }

  #take(another) {
    this.outbox.add({ do: "nick", id: newId(), another });
  }

  #askSoon(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask().catch(() => this.#askSoon(AGAIN_AFTER)), wait);
  }
}
