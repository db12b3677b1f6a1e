// The presenter's list of answers: each can be shown or hidden, put in front, put large on the screen, and its
// sender muted. What waits for the presenter stands first.

import { fill, fresh, one } from "./page.js";

export class Moderation {
  /** @param {{words: Record<string, any>, direct: (command: any) => void}} options */
  constructor({ words, direct }) {
    this.words = words;
    this.direct = direct;
    this.enlarged = "";
    /** @type {Map<string, any>} answers on the slide, the oldest first */
    this.answers = new Map();
  }

  /** @param {any[]} answers @param {string} enlarged the answer that is large on the screen */
  fill(answers, enlarged) {
    this.answers = new Map(answers.map((answer) => [answer.id, answer]));
    this.enlarged = enlarged;
  }

  /** @param {any[]} changed @param {string[]} gone */
  change(changed, gone) {
    for (const answer of changed) this.answers.set(answer.id, answer);
    for (const id of gone) this.answers.delete(id);
  }

  /** Those that the room sees, the newest first. */
  get visible() {
    return [...this.answers.values()].filter((answer) => !answer.hidden && !answer.waiting).reverse();
  }

  draw() {
    const list = one("#answers");
    const texts = [...this.answers.values()].reverse().filter((answer) => typeof answer.value === "string");
    const items = [...texts.filter((answer) => answer.waiting), ...texts.filter((answer) => !answer.waiting)];
    const byId = new Map([...list.children].map((item) => [item.dataset.id, item]));
    list.replaceChildren(...items.map((answer) => this.#drawOne(byId.get(answer.id) ?? this.#newItem(answer.id), answer)));
  }

  #newItem(id) {
    const item = fresh("moderated");
    item.dataset.id = id;
    const commands = {
      hide: (answer) => ({ hidden: !(answer.hidden || answer.waiting) }),
      pin: (answer) => ({ pinned: !answer.pinned }),
      enlarge: () => ({ answer: this.enlarged === id ? "" : id }),
      mute: (answer) => ({ muted: !answer.muted }),
    };
    for (const [name, change] of Object.entries(commands)) {
      one(`[data-do="${name}"]`, item).addEventListener("click", () => {
        this.direct({ do: name, answer: id, ...change(this.answers.get(id)) });
      });
    }
    return item;
  }

  #drawOne(item, answer) {
    const { words } = this;
    const isSeen = !answer.hidden && !answer.waiting;
    one("p", item).textContent = answer.value;
    one('[data-do="hide"]', item).textContent = isSeen ? words.hide : answer.waiting ? words.approve : words.show;
    this.#press(item, "pin", answer.pinned);
    this.#press(item, "enlarge", this.enlarged === answer.id);
    this.#press(item, "mute", answer.muted);
    one('[data-do="enlarge"]', item).disabled = !isSeen;
    item.classList.toggle("hidden-answer", answer.hidden);
    item.classList.toggle("waiting-answer", answer.waiting);
    const why = one(".why", item);
    why.hidden = answer.held === undefined;
    why.textContent = answer.held ? fill(words.held_for, { word: answer.held }) : words.held;
    const number = one(".badge", item);
    number.hidden = one("[data-numbered]", one("#now")) === null;
    number.textContent = String(answer.question + 1);
    return item;
  }

  #press(item, name, isPressed) {
    one(`[data-do="${name}"]`, item).setAttribute("aria-pressed", String(isPressed));
  }
}
