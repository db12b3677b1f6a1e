// What the phone sent and the server has not acknowledged: kept in local storage, sent in order, resent with
// the same id after a break, so that it is answered twice and counted once.

import { keep, read } from "./kept.js";

const AGAIN_AFTER = 2000; // ms, after the server asked to try again
const AROUND = 200; // bytes that go along with a command

export class Outbox {
  /** @param {string} key in local storage
   * @param {{send: (command: any) => Promise<any>, saved: (command: any, answer: any) => void,
   *   refused: (command: any, answer: any) => void, changed: () => void, up: () => boolean,
   *   most: number, tooLarge: string}} options `most`: bytes that a message may have; the server hangs up on a larger
   *   one, so that it would be sent again and again; `tooLarge` says so */
  constructor(key, options) {
    this.key = key;
    this.options = options;
    /** @type {any[]} */
    this.commands = read(key) ?? [];
    this.sending = null;
    // Another tab of this phone has the same outbox.
    addEventListener("storage", (event) => {
      if (event.key === key && !this.sending) this.commands = read(key) ?? [];
    });
  }

  /** @param {any} command with an id of its own */
  add(command) {
    this.commands.push(command);
    this.#keep();
    this.flush();
  }

  /** Where the last command about an answer is: "sending", "waiting", or undefined when none is here.
   * @param {string} id the answer's, or a form's own */
  about(id) {
    if (!this.commands.some((command) => command.id === id || command.answer === id)) return undefined;
    return this.sending || this.options.up() ? "sending" : "waiting";
  }

  /** Sends what is here, one after the other. */
  async flush() {
    while (!this.sending && this.commands.length && this.options.up()) {
      this.sending = this.commands[0];
      const answer = await this.#try(this.sending);
      const command = this.sending;
      this.sending = null;
      if (answer === null) {
        this.options.changed();
        setTimeout(() => this.flush(), AGAIN_AFTER);
        return;
      }
      this.commands = this.commands.filter((other) => other.id !== command.id);
      this.#keep();
      if (answer.error) this.options.refused(command, answer);
      else this.options.saved(command, answer);
    }
    this.options.changed();
  }

  /** The server's answer, or null when it must be sent again. */
  async #try(command) {
    this.options.changed();
    if (size(command) + AROUND > this.options.most) return this.#tooLarge();
    try {
      const answer = await this.options.send(command);
      if (answer.error === "413") return this.#tooLarge(); // somebody between here and the server takes less
      return answer.error && (answer.again || answer.error === "token") ? null : answer;
    } catch {
      return null; // no answer: nobody knows whether it arrived, so the same id goes again
    }
  }

  #tooLarge() {
    return { error: "too_large", text: this.options.tooLarge };
  }

  #keep() {
    keep(this.key, this.commands.length ? this.commands : null);
    this.options.changed();
  }
}

/** @param {any} command */
function size(command) {
  return new Blob([JSON.stringify(command)]).size;
}
