// The presenter's words of a cloud: each may count as another one, or be taken from the cloud; and back.

import { fill, fresh, one } from "./page.js";

export class Rewording {
  /** @param {{words: Record<string, string>, direct: (command: any) => void, slide: () => number}} options */
  constructor({ words, direct, slide }) {
    this.words = words;
    this.order = (word, into) => direct({ do: "reword", slide: slide(), word, into });
    this.drawn = "";
  }

  /** @param {{said: any[], reworded: any[]}|null} cloud null where the slide has none */
  draw(cloud) {
    one("[data-rewording]").hidden = !cloud?.said.length && !cloud?.reworded.length;
    const drawn = JSON.stringify(cloud);
    const isChoosing = document.activeElement?.closest("[data-rewording] select"); // it would close under the hand
    if (!cloud || drawn === this.drawn || isChoosing) return;
    this.drawn = drawn;
    one("[data-words]").replaceChildren(...cloud.said.map((each) => this.#said(each, cloud.said)));
    one("[data-reworded]").replaceChildren(...cloud.reworded.map((each) => this.#reworded(each)));
  }

  #said({ word, text, times }, all) {
    const item = fresh("said-word");
    one("[data-word]", item).textContent = text;
    one("[data-times]", item).textContent = `${times}×`;
    const select = /** @type {HTMLSelectElement} */ (one("select", item));
    select.setAttribute("aria-label", fill(this.words.counts_as, { word: text }));
    select.append(new Option("→ …", ""), ...all.filter((each) => each.word !== word).map((each) => new Option(each.text)));
    select.addEventListener("change", () => {
      const into = select.value;
      select.blur();
      if (into) this.order(word, into);
    });
    one("[data-hide]", item).addEventListener("click", () => this.order(word, ""));
    return item;
  }

  #reworded({ word, said, into }) {
    const item = fresh("reworded-word");
    const text = into ? this.words.counts_as_now : this.words.word_hidden;
    one("[data-what]", item).textContent = fill(text, { word: said, into });
    one("[data-restore]", item).addEventListener("click", () => this.order(word, null));
    return item;
  }
}
