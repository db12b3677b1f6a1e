// The phone's line at the top of the page, and what to do when it is not well.

import { one } from "./page.js";

const TROUBLED = ["offline", "server", "moved", "out"];

export class Trouble {
  /** @param {{words: Record<string, string>, here: () => void, forget: () => void}} options `here` takes the place
   *   back from another tab, `forget` lets go of an identity that the server does not know */
  constructor(options) {
    this.options = options;
  }

  /** @param {import("./line.js").Status} status */
  show(status) {
    const { words } = this.options;
    const text = one("[data-line]");
    text.dataset.status = status;
    one("span", text).textContent = words[`line_${status}`] ?? words.line_server;
    const trouble = one("[data-trouble]");
    trouble.hidden = !TROUBLED.includes(status);
    one("[data-trouble-text]").textContent = words[`trouble_${status}`] ?? words[status] ?? "";
    one("[data-moved-address]").hidden = status !== "server";
    this.#offer(status, trouble);
  }

  #offer(status, trouble) {
    const { words, here, forget } = this.options;
    one("[data-action]", trouble)?.remove();
    if (status !== "moved" && status !== "out") return;
    const button = document.createElement("button");
    button.dataset.action = status;
    button.textContent = status === "moved" ? words.here : words.again;
    button.addEventListener("click", () => {
      if (status === "moved") return here();
      forget();
      location.reload();
    });
    trouble.append(button);
  }
}
