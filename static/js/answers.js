// What this phone sent: the answers that the server has, what is under way to it, and what it refused.

import { keep, read } from "./kept.js";

/** @typedef {{id: string, slide: number, question: number, value: any}} Answer */
/** @typedef {Answer & {text: string}} Refusal an answer that was not taken, and why */

export class Answers {
  /** @param {string} code @param {() => any[]} underWay the commands that are not acknowledged yet */
  constructor(code, underWay) {
    this.key = `refused-${code}`;
    this.underWay = underWay;
    /** @type {Map<string, Answer>} as the server has them */
    this.settled = new Map();
    /** @type {Refusal[]} */
    this.refusals = read(this.key) ?? [];
  }

  /** Takes over the server's list. @param {Answer[]} answers */
  learn(answers) {
    this.settled = new Map(answers.map((answer) => [answer.id, answer]));
  }

  /** The answers to a question as they will stand, the oldest first. @param {number} slide @param {number} question */
  of(slide, question) {
    const mine = new Map(this.settled);
    for (const command of this.underWay()) apply(mine, command);
    return [...mine.values()].filter((answer) => answer.slide === slide && answer.question === question);
  }

  /** The server has it. @param {any} command */
  saved(command) {
    apply(this.settled, command);
  }

  /** The server did not take it; words that somebody wrote stay here. @param {any} command @param {string} text why */
  refused(command, text) {
    if (command.do === "withdraw" || typeof command.value !== "string") return;
    const { id, slide, question, value } = command;
    this.#keepRefusals([...this.refusals, { id, slide, question, value, text }]);
  }

  /** @param {number} slide @param {number} question */
  refusedOf(slide, question) {
    return this.refusals.filter((refusal) => refusal.slide === slide && refusal.question === question);
  }

  /** Lets go of what was refused. @param {string} id */
  discard(id) {
    this.#keepRefusals(this.refusals.filter((refusal) => refusal.id !== id));
  }

  #keepRefusals(refusals) {
    this.refusals = refusals;
    keep(this.key, refusals.length ? refusals : null);
  }
}

/** What a command makes of the answers. @param {Map<string, Answer>} answers @param {any} command */
function apply(answers, command) {
  const { id, slide, question, value } = command;
  const changed = answers.get(command.answer);
  if (command.do === "answer") answers.set(id, { id, slide, question, value });
  else if (command.do === "edit" && changed) answers.set(command.answer, { ...changed, value });
  else if (command.do === "withdraw") answers.delete(command.answer);
}
