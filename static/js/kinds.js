// The scripts of the kinds of question: that of the slide on screen first, the others when there is time.

import { bring } from "./bring.js";

export class Kinds {
  /** @param {string[]} names all that this deck asks */
  constructor(names) {
    this.names = names;
    /** @type {Map<string, any>} the class of each kind that is here */
    this.here = new Map();
    /** @type {Map<string, Promise<void>>} */
    this.coming = new Map();
  }

  /** Calls `then` when these kinds are here, at once if they are. @param {string[]} names @param {() => void} then */
  need(names, then) {
    const missing = names.filter((name) => !this.here.has(name));
    if (missing.length) Promise.all(missing.map((name) => this.#bring(name))).then(then);
    else then();
  }

  /** Brings all of them, so that no later slide has to wait. */
  bringAll() {
    this.need(this.names, () => {});
  }

  #bring(name) {
    if (!this.coming.has(name)) {
      const brought = bring(`./kinds/${name}.js`).then(({ Phone }) => void this.here.set(name, Phone));
      this.coming.set(name, brought);
    }
    return this.coming.get(name);
  }
}
