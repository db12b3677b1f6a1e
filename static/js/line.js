// The line to the server: a websocket, and plain HTTP where no websocket gets through.

import { bring } from "./bring.js";

const PATIENCE = 8000; // ms for an acknowledgement
const FALL_BACK_AFTER = 5000; // ms without a websocket
const POLL_EVERY = 2500; // ms

/** @typedef {"connecting"|"ok"|"http"|"offline"|"server"|"moved"|"out"} Status */

export class Line {
  /** @param {{auth: object, token?: string, on: Record<string, (data: any) => void>,
   *   status: (status: Status) => void, since?: () => number, place?: () => object, words?: string,
   *   interface?: string}} options `place` is what a phone at its own pace asks for;
   *   `words` and `interface` are the languages that a phone reads */
  constructor(options) {
    this.options = options;
    /** @type {Status} */
    this.status = "connecting";
    /** @type {any} none until its script is here: a page is drawn and answered without it */
    this.socket = null;
    this.opened = this.#open();
    // A phone that wakes up or finds its network again need not wait for the next try.
    addEventListener("online", () => this.wake());
    addEventListener("offline", () => this.#set("offline"));
    document.addEventListener("visibilitychange", () => document.hidden || this.wake());
    this.fallback = setTimeout(() => this.#poll(), FALL_BACK_AFTER);
  }

  /** Whether something can be sent now. */
  get up() {
    return this.status === "ok" || this.status === "http";
  }

  /** Names the line that is open now; another one has another name. @returns {string|undefined} */
  get id() {
    return this.socket?.id;
  }

  /** Whether it is known that nothing can be sent: while a page connects, what is asked waits. */
  get isCut() {
    return !this.up && this.status !== "connecting";
  }

  /** Asks the server something over the websocket. @param {string} event @param {any} [data] @returns {Promise<any>} */
  async ask(event, data) {
    await this.opened;
    return this.socket.timeout(PATIENCE).emitWithAck(event, data);
  }

  /** Asks for all that this page shows, whichever way is open. @returns {Promise<any>} */
  look() {
    const place = this.options.place?.() ?? {};
    return this.socket?.connected ? this.ask("state", place) : this.#fetch("/live/state", place);
  }

  /** Sends a phone's submission, whichever way is open. @param {any} command @returns {Promise<any>} */
  submit(command) {
    return this.socket?.connected ? this.ask("submit", command) : this.#post(command);
  }

  /** Tries again at once. */
  wake() {
    if (this.status === "moved" || this.status === "out") return;
    if (this.socket?.connected) {
      // It may only look alive, after sleep or on another network: an unanswered question cuts it.
      this.look().then(this.options.on.slide, () => this.renew());
    } else {
      this.renew(); // while socket.io waits between two tries, its own `connect` does nothing
      if (this.status !== "http") this.#poll();
    }
  }

  /** Leaves a line on which something was not answered, for a new one. */
  renew() {
    this.socket?.disconnect().connect();
  }

  /** Takes the place back from another tab. */
  here() {
    this.#set("connecting");
    this.socket.connect();
  }

  async #open() {
    const { io } = await bring("../vendor/socket.io/socket.io.esm.min.js");
    this.socket = io({
      auth: this.options.auth,
      transports: ["websocket"],
      reconnectionDelay: 300,
      reconnectionDelayMax: 3000,
      timeout: 6000,
    });
    this.socket.on("connect", () => this.#connected());
    this.socket.on("disconnect", (reason) => this.#cut(reason));
    this.socket.on("connect_error", (error) => this.#failed(error));
    this.socket.on("moved", () => this.#moved());
    for (const [event, handle] of Object.entries(this.options.on)) this.socket.on(event, handle);
  }

  async #connected() {
    clearTimeout(this.fallback);
    try {
      const state = await this.look();
      this.options.on.slide(state);
      this.#set("ok");
    } catch {
      this.renew();
    }
  }

  #cut(reason) {
    if (this.status === "moved") return;
    this.#set(navigator.onLine ? "server" : "offline");
    if (reason === "io server disconnect") this.socket.connect();
    clearTimeout(this.fallback);
    this.fallback = setTimeout(() => this.#poll(), FALL_BACK_AFTER);
  }

  #failed(error) {
    if (error.message === "token") {
      this.socket.disconnect();
      this.#set("out");
    } else if (this.status !== "http") {
      this.#set(navigator.onLine ? "server" : "offline");
    }
  }

  #moved() {
    this.#set("moved");
    this.socket.disconnect();
  }

  /** Looks over HTTP, until the websocket is back. */
  async #poll() {
    clearTimeout(this.fallback);
    if (!this.options.token || this.socket?.connected || this.status === "moved" || this.status === "out") return;
    try {
      const state = await this.#fetch("/live/state", { ...this.options.place?.(), since: this.options.since() });
      if (this.socket?.connected) return;
      if (state.html !== undefined) this.options.on.slide(state);
      this.#set("http");
    } catch {
      if (!this.socket?.connected) this.#set(navigator.onLine ? "server" : "offline");
    }
    this.fallback = setTimeout(() => this.#poll(), POLL_EVERY);
  }

  #post(command) {
    return this.#fetch("/live/submissions", {}, { method: "POST", body: JSON.stringify(command) });
  }

  async #fetch(path, query, options = {}) {
    const { token, words = "", interface: ours = "" } = this.options;
    const answer = await fetch(`${path}?${new URLSearchParams({ ...query, words })}`, {
      ...options,
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", "Accept-Language": ours || "*" },
      signal: AbortSignal.timeout ? AbortSignal.timeout(PATIENCE) : undefined,
    });
    if (answer.status === 413) return { error: "413" }; // from a proxy it is a page, not JSON
    if (answer.status >= 500) throw new Error(String(answer.status));
    return answer.json();
  }

  /** @param {Status} status */
  #set(status) {
    this.status = status;
    this.options.status(status);
  }
}
