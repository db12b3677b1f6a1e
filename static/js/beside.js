// The questions that go on beside the slides: who is writing one goes on writing when the screen goes on.

import { one } from "./page.js";

export class Beside {
  /** @param {ParentNode} within the slide that is about to go */
  static of(within) {
    return new Beside(/** @type {HTMLDetailsElement|null} */ (one(".beside", within)));
  }

  /** @param {HTMLDetailsElement|null} details */
  constructor(details) {
    this.isOpen = Boolean(details?.open);
    this.isWriting = Boolean(details?.contains(document.activeElement));
  }

  /** Opens it on the slide that came. @param {ParentNode} within */
  back(within) {
    const details = /** @type {HTMLDetailsElement|null} */ (one(".beside", within));
    if (!details || !this.isOpen) return;
    details.open = true;
    if (this.isWriting) one("textarea", details)?.focus();
  }
}
