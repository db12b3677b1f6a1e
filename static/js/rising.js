// Signs that people send: they rise at the side of the slide, quietly, and are counted.

const PER_SECOND = 20;
const SPREAD = 100; // ms over which those that came together begin

export class Rising {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    this.left = PER_SECOND;
    this.since = performance.now();
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
  }

  /** Lets those rise that came since. What is too much for the eye is counted and does not rise.
   * @param {string[]} signs @param {number[]} before @param {number[]} now */
  rise(signs, before, now) {
    if (this.still.matches || document.hidden) return;
    for (const [n, sign] of signs.entries()) {
      for (let count = before[n] ?? 0; count < (now[n] ?? 0) && this.#may(); count += 1) {
        setTimeout(() => this.#one(sign), Math.random() * SPREAD);
      }
    }
  }

  #may() {
    const now = performance.now();
    this.left = Math.min(PER_SECOND, this.left + ((now - this.since) / 1000) * PER_SECOND);
    this.since = now;
    if (this.left < 1) return false;
    this.left -= 1;
    return true;
  }

  #one(sign) {
    const one = document.createElement("span");
    one.className = "rising-sign";
    one.textContent = sign;
    one.style.setProperty("--x", String(Math.random()));
    one.style.setProperty("--pace", `${2.4 + Math.random()}s`);
    one.addEventListener("animationend", () => one.remove());
    this.place.append(one);
  }
}

/** How often each sign was sent; nothing before the first. @param {HTMLElement} place @param {string[]} signs
 * @param {number[]} counts */
export function drawReactions(place, signs, counts) {
  const sent = signs.flatMap((sign, n) => (counts[n] ? [`${sign} ${counts[n]}`] : []));
  if (place.childElementCount === sent.length) {
    for (const [n, text] of sent.entries()) if (place.children[n].textContent !== text) place.children[n].textContent = text;
    return;
  }
  place.replaceChildren(...sent.map((text) => Object.assign(document.createElement("span"), { textContent: text })));
}
