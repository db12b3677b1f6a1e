// What the phone showed last, kept on it: a page that opens without a network begins there.

import { keep, read } from "./kept.js";

export class Last {
  /** @param {string} code of the workshop */
  constructor(code) {
    this.key = `last-${code}`;
  }

  /** @param {any} state as the server said it @param {import("./answers.js").Answers} answers of this phone */
  keep(state, answers) {
    const until = state.time_left === null ? null : Date.now() + state.time_left;
    keep(this.key, { ...state, mine: answers.all, voted: [...answers.voted], until });
  }

  /** Another identity begins afresh. */
  forget() {
    keep(this.key, null);
  }

  /** What was kept, if it is not older than the page. @param {number} seq of the page @returns {any} or null */
  since(seq) {
    const { until, ...state } = read(this.key) ?? {};
    if (!(state.seq >= seq)) return null;
    return { ...state, time_left: until === null ? null : Math.max(0, until - Date.now()) };
  }
}
