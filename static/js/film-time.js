// The time of a film beside the time of its workshop: the same, less the silences that are skipped. Pure.

export class FilmTime {
  /** @param {number} length of the workshop @param {[number, number][]} silences in order; all in milliseconds */
  constructor(length, silences) {
    this.end = length;
    this.silences = silences;
    this.skips = true;
  }

  /** How long the film is. */
  get length() {
    return this.toFilm(this.end);
  }

  /** @param {number} moment of the workshop @returns {number} of the film */
  toFilm(moment) {
    let skipped = 0;
    for (const [from, to] of this.#skipped()) {
      if (moment <= from) break;
      skipped += Math.min(moment, to) - from;
    }
    return moment - skipped;
  }

  /** @param {number} place in the film @returns {number} the moment of the workshop; behind a silence, not before */
  toMoment(place) {
    let moment = place;
    for (const [from, to] of this.#skipped()) {
      if (moment < from) break;
      moment += to - from;
    }
    return moment;
  }

  #skipped() {
    return this.skips ? this.silences : [];
  }
}
