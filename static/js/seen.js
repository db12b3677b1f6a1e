// What the person at this page has had time to see. Where another presenter changed something a blink ago, a press
// means what stood there before: two who press 'next' together go one slide, and two who hide an answer hide it.

const BLINK = 300; // ms; nobody reacts to what they see any faster
const OURS_FOR = 1000; // ms in which a change is the one that this page asked for

export class Seen {
  /** @param {() => number} [clock] */
  constructor(clock = () => performance.now()) {
    this.clock = clock;
    /** @type {Map<string, {before: any, at: number}>} */
    this.changes = new Map();
    /** @type {Map<string, number>} */
    this.orders = new Map();
  }

  /** This page asked for a change of it. @param {string} key */
  order(key) {
    this.orders.set(key, this.clock());
    this.changes.delete(key);
  }

  /** It changed. @param {string} key @param {any} before */
  change(key, before) {
    const now = this.clock();
    if (now - (this.orders.get(key) ?? -Infinity) < OURS_FOR) return;
    const last = this.changes.get(key);
    if (last && now - last.at < BLINK) return; // what was seen is what stood there before the first of them
    this.changes.set(key, { before, at: now });
  }

  /** What the person saw last. @template T @param {string} key @param {T} present @returns {T} */
  of(key, present) {
    const last = this.changes.get(key);
    return last && this.clock() - last.at < BLINK ? last.before : present;
  }
}
