// A projector's picture of some moment, on a page that is no projector: the same HTML and the same wall.

import { morph } from "./morph.js";
import { one, put } from "./page.js";
import { drawCounts } from "./screen.js";
import { Wall } from "./wall.js";

export class Picture {
  /** @param {HTMLElement} stage @param {{page: string}} words */
  constructor(stage, words) {
    this.stage = stage;
    this.words = words;
    this.frame = null;
    /** @type {Wall|null} */
    this.wall = null;
  }

  /** @param {any} frame @param {boolean} jumps whether it is no later moment of what is shown: nothing lands then */
  show(frame, jumps) {
    const isSame = this.frame?.drawn === frame.drawn;
    const isSameSlide = this.frame?.number === frame.number;
    const before = this.frame;
    this.frame = frame;
    if (isSame && this.wall) this.#changeWall(frame.answers, jumps);
    else if (!isSame && isSameSlide && before && !this.wall) morph(this.stage, frame.html);
    else if (!isSame || !before) this.#turn(frame, Boolean(before));
    drawCounts(this.stage, frame.counts);
  }

  #turn(frame, puts) {
    this.wall?.end();
    if (puts) put(this.stage, frame.html);
    const element = one("[data-wall]", this.stage);
    this.wall = element && new Wall(element, this.words);
    this.wall?.fill(frame.answers);
  }

  #changeWall(answers, jumps) {
    const here = new Set(answers.map((answer) => answer.id));
    this.wall.remove([...this.wall.cards.keys()].filter((id) => !here.has(id)));
    if (jumps) this.wall.fill(answers);
    else this.wall.add(answers);
  }
}
