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
    /** @type {Set<string>} answers of others for which this phone has voted, as the server has it */
    this.voted = new Set();
    /** @type {Set<string>} answers of others that this phone has reported while the page was open */
    this.reported = new Set();
    /** @type {Refusal[]} */
    this.refusals = read(this.key) ?? [];
  }

  /** Takes over the server's lists. @param {Answer[]} answers @param {string[]} [voted] */
  learn(answers, voted = []) {
    this.settled = new Map(answers.map((answer) => [answer.id, answer]));
    this.voted = new Set(voted);
  }

  /** The answers of others for which this phone votes, as it will stand. @returns {string[]} */
  votes() {
    const voted = new Set(this.voted);
    for (const command of this.underWay()) applyVote(voted, command);
    return [...voted];
  }

  /** @param {string} id of an answer */
  hasVoted(id) {
    return this.votes().includes(id);
  }

  /** @param {string} id of an answer */
  hasReported(id) {
    return this.reported.has(id) || this.underWay().some((command) => command.do === "report" && command.answer === id);
  }

  /** What the server has of this phone. */
  get all() {
    return [...this.settled.values()];
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
    applyVote(this.voted, command);
    if (command.do === "report") this.reported.add(command.answer);
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

/** @param {Set<string>} voted @param {any} command */
function applyVote(voted, command) {
  if (command.do !== "vote") return;
  if (command.given) voted.add(command.answer);
  else voted.delete(command.answer);
}

/** What a command makes of the answers. @param {Map<string, Answer>} answers @param {any} command */
function apply(answers, command) {
  const { id, slide, question, value } = command;
  const changed = answers.get(command.answer);
  if (command.do === "answer") answers.set(id, { id, slide, question, value });
  else if (command.do === "edit" && changed) answers.set(command.answer, { ...changed, value });
  else if (command.do === "withdraw") answers.delete(command.answer);
}
