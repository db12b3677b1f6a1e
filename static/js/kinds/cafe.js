// A world café on the phone: choose a table, and from round to round the question that lies there now.

import { all, fill, newId, one } from "../page.js";
import { Shared } from "./shared.js";

export class Phone extends Shared {
  /** @param {HTMLFormElement} form @param {import("../phone.js").Page} page */
  constructor(form, page) {
    super(form, page);
    const { tables, round, rounds, writes } = form.dataset;
    this.tables = Number(tables);
    this.round = Number(round); // -1 before the first
    this.rounds = Number(rounds);
    this.oneWrites = writes === "one";
    this.asked = all("[data-questions] li", form).map((item) => item.textContent);
    /** @type {number|undefined} the table that was pressed, until the server says where this phone sits */
    this.pressed = undefined;
    this.isMoving = false;
    /** @type {{id: string, before: string|undefined}|undefined} the pen that was asked for and the one that it takes
     *  the place of, until the server says who writes */
    this.taking = undefined;
    for (const button of all("[data-table]", form)) {
      button.addEventListener("click", () => this.#sit(Number(button.dataset.table)));
    }
    one("[data-move]", form).addEventListener("click", () => {
      this.isMoving = true;
      this.draw();
      one("[data-table]", form).focus();
    });
    one("[data-take-pen]", form).addEventListener("click", () => {
      this.taking = { id: newId(), before: this.#pen };
      this.page.submit({ do: "pen", id: this.taking.id, slide: this.slide });
      this.field.focus();
    });
  }

  /** The table where this phone is now: 0, 1, …; undefined before one was chosen. */
  get place() {
    const began = this.#seat?.table;
    if (began === undefined) return this.pressed;
    return (began + Math.max(this.round, 0)) % this.tables;
  }

  draw() {
    if (this.#pen !== this.taking?.before) this.taking = undefined;
    const place = this.place;
    this.#moveTo(place);
    const isSeated = place !== undefined && !this.isMoving;
    const isOn = this.round >= 0;
    this.#show("[data-choosing]", !isSeated);
    this.#show("[data-seated]", isSeated);
    this.#show("[data-before]", !isOn);
    this.#show("[data-writing]", isOn && this.#mayWrite);
    this.#show("[data-pen]", isOn && !this.#mayWrite && Boolean(this.field));
    if (isSeated) this.#drawPlace(place);
    super.draw();
  }

  isHere(each) {
    return each.question === this.question && this.round >= 0;
  }

  aside(each) {
    return each.round < this.round ? fill(this.form.dataset.roundWords, { n: each.round + 1 }) : "";
  }

  get #seat() {
    return this.page.state.seats?.[this.slide];
  }

  /** The pen of the people who began at the same table. */
  get #pen() {
    return this.page.state.pens?.[this.#seat?.table];
  }

  get #mayWrite() {
    if (!this.oneWrites) return true;
    const own = this.page.state.ownPen ?? this.#seat?.pen;
    const isTaking = this.page.outbox.commands.some((command) => command.do === "pen");
    // Acknowledged before the table is told: a field that went for that moment would take the keyboard along.
    const isNext = own !== undefined && own === this.taking?.id;
    return isTaking || isNext || (this.#pen !== undefined && this.#pen === own);
  }

  #drawPlace(place) {
    const { dataset } = this.form;
    const where = fill(dataset.tableWords, { n: place + 1 });
    const round = this.round < 0 ? "" : fill(dataset.roundOfWords, { n: this.round + 1, of: this.rounds });
    one("[data-where]", this.form).textContent = [round, where].filter(Boolean).join(" · ");
    one("[data-asked]", this.form).textContent = this.asked[this.question];
    one("[data-pen-text]", this.form).textContent = this.#pen === undefined ? dataset.penFree : dataset.penTaken;
  }

  /** Goes to a table: its question, with the draft that was begun there. */
  #moveTo(place) {
    if (place === undefined) return;
    const question = place % this.asked.length;
    if (question === this.question) return;
    this.question = question;
    this.form.dataset.question = String(question);
    this.restore();
  }

  #sit(table) {
    this.isMoving = false;
    this.pressed = table < 0 ? this.pressed : table;
    if (this.#seat && table >= 0) {
      const began = (table - Math.max(this.round, 0) + this.tables) % this.tables;
      this.page.state.seats[this.slide] = { ...this.#seat, table: began };
    }
    this.page.submit({ do: "sit", id: newId(), slide: this.slide, table });
    this.draw();
  }

  #show(selector, isShown) {
    one(selector, this.form).hidden = !isShown;
  }
}
