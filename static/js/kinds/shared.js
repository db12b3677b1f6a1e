// A question of which people see one another's answers, on the phone: what I sent, what the others said, and my
// votes for them.

import { count, newId, one } from "../page.js";
import { Phone as Open } from "./open.js";

const STILL_FOR = 1500; // ms after the last touch, before the list may change its order under a thumb

export class Shared extends Open {
  /** @param {HTMLFormElement} form @param {import("../phone.js").Page} page */
  constructor(form, page) {
    super(form, page);
    this.most = Number(form.dataset.votes);
    this.template = /** @type {HTMLTemplateElement} */ (one("[data-one-said]", form));
    this.list = one(".said-list", form);
    /** @type {Map<string, HTMLElement>} */
    this.items = new Map();
    this.touched = 0;
    form.addEventListener("pointerdown", () => (this.touched = performance.now()));
  }

  draw() {
    super.draw();
    const said = this.said();
    this.voted = new Set(this.page.answers.votes());
    this.left = this.#left();
    one(".all-said", this.form).hidden = !said.length;
    for (const [id, item] of this.items) if (!said.some((each) => each.id === id)) this.#forget(id, item);
    for (const each of said) this.#drawOne(each);
    this.#order(said);
    this.#drawVotesLeft();
  }

  /** What the others said, in the order in which it stands here. @returns {any[]} */
  said() {
    const mine = new Set(this.answers().map((answer) => answer.id));
    const others = (this.page.state.said?.[this.slide] ?? []).filter((each) => !mine.has(each.id));
    return others
      .filter((each) => this.isHere(each))
      .map((each, order) => ({ ...each, order }))
      .sort(mostWanted);
  }

  /** Whether it belongs into this list. @param {any} _each @returns {boolean} */
  isHere(_each) {
    return true;
  }

  /** What stands small beside it. @param {any} _each @returns {string} */
  aside(_each) {
    return "";
  }

  /** How many people, of all, voted for it; the own vote that is under way counts already. */
  #votes(each) {
    return each.votes + Number(this.voted.has(each.id)) - Number(this.page.answers.voted.has(each.id));
  }

  #drawOne(each) {
    const item = this.items.get(each.id) ?? this.#newItem(each.id);
    const hasVoted = this.voted.has(each.id);
    const vote = one(".vote", item);
    one(".said-text", item).textContent = each.text;
    vote.hidden = !this.most || Boolean(each.settled);
    vote.setAttribute("aria-pressed", String(hasVoted));
    vote.disabled = !this.field || (!hasVoted && this.left < 1);
    one(".vote-count", item).textContent = each.votes === undefined ? "" : String(this.#votes(each));
    one(".settled-sign", item).hidden = !each.settled;
    one(".said-round", item).textContent = this.aside(each);
    one("[data-report]", item).disabled = this.page.answers.hasReported(each.id);
  }

  #newItem(id) {
    const item = /** @type {HTMLElement} */ (this.template.content.firstElementChild.cloneNode(true));
    const about = { slide: this.slide, question: this.question, answer: id };
    one(".vote", item).addEventListener("click", () => {
      this.page.submit({ do: "vote", id: newId(), given: !this.page.answers.hasVoted(id), ...about });
    });
    one("[data-report]", item).addEventListener("click", () => {
      this.page.submit({ do: "report", id: newId(), ...about });
      one("[data-report]", item).textContent = this.page.words.reported;
    });
    this.items.set(id, item);
    return item;
  }

  #forget(id, item) {
    item.remove();
    this.items.delete(id);
  }

  /** New ones come at their place at once; what is here moves only when nobody is about to press. */
  #order(said) {
    const isStill = performance.now() - this.touched > STILL_FOR;
    clearTimeout(this.later);
    if (!isStill) this.later = setTimeout(() => this.draw(), STILL_FOR);
    const wanted = said.map(({ id }) => this.items.get(id)).filter((item) => isStill || !item.isConnected);
    const differs = wanted.some((item, place) => this.list.children[place] !== item);
    if (!differs) return;
    const focused = document.activeElement;
    this.list.append(...wanted);
    if (this.list.contains(focused)) /** @type {HTMLElement} */ (focused).focus({ preventScroll: true });
  }

  #left() {
    const all_ = this.page.state.said?.[this.slide] ?? [];
    return this.most - all_.filter((each) => this.voted.has(each.id)).length;
  }

  #drawVotesLeft() {
    const line = one("[data-votes-left]", this.form);
    if (!line) return;
    const text = this.left > 0 ? count([line.dataset.one, line.dataset.many], this.left) : line.dataset.none;
    if (line.textContent !== text) line.textContent = text;
  }
}

/** What is settled last; then the most wanted, then the newest. */
function mostWanted(one, other) {
  return (
    Number(Boolean(one.settled)) - Number(Boolean(other.settled)) ||
    (other.votes ?? 0) - (one.votes ?? 0) ||
    other.order - one.order
  );
}
