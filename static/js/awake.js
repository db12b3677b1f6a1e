// Keeps the screen on while a question is open: who thinks for a minute need not unlock the phone to answer.
// Browsers allow it over https only; elsewhere the phone sleeps when it likes.

export class Awake {
  constructor() {
    this.wanted = false;
    /** @type {Promise<any>|null} the lock that is held or asked for */
    this.lock = null;
    // A page that is hidden loses its lock.
    document.addEventListener("visibilitychange", () => this.#follow());
  }

  /** @param {boolean} wanted whether the screen should stay on */
  want(wanted) {
    this.wanted = wanted;
    this.#follow();
  }

  #follow() {
    const take = this.wanted && !document.hidden;
    if (take && !this.lock) this.#take();
    else if (!take && this.lock) this.#release();
  }

  #take() {
    const lock = navigator.wakeLock?.request("screen");
    if (!lock) return;
    this.lock = lock;
    const gone = () => {
      if (this.lock === lock) this.lock = null;
    };
    // The battery may be low: then it is not given, or taken back.
    lock.then((held) => held.addEventListener("release", gone), gone);
  }

  #release() {
    this.lock.then((held) => held.release(), () => {});
    this.lock = null;
  }
}
