// The presenter's harvest: answers in piles, dragged into themes with a mouse, or put there with a list or a
// number key where there is none.

import { all, fill, fresh, one } from "./page.js";

export class Sorting {
  /** @param {{words: Record<string, string>, direct: (command: any) => void, slide: () => number}} options */
  constructor({ words, direct, slide }) {
    this.words = words;
    this.direct = (command) => direct({ slide: slide(), ...command });
    this.place = one("#sorting");
    /** @type {any[]} the piles, as the server says them */
    this.piles = [];
    this.drawn = "";
    one("[data-new-theme]").addEventListener("submit", (event) => {
      event.preventDefault();
      const field = /** @type {HTMLInputElement} */ (one("[data-new-theme] input"));
      if (field.value.trim()) this.direct({ do: "name_theme", theme: 0, name: field.value });
      field.value = "";
    });
  }

  /** @param {any[]|null} piles null where the slide is no harvest */
  draw(piles) {
    one("[data-sorting]").hidden = !piles;
    if (!piles) return;
    const drawn = JSON.stringify(piles);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.piles = piles;
    const focused = /** @type {HTMLElement|null} */ (document.activeElement);
    const back = focused?.closest("#sorting") && { id: idOf(focused), is: focused.tagName };
    this.place.replaceChildren(...piles.map((pile) => this.#pile(pile)));
    if (back) this.#focus(back);
  }

  get #themes() {
    return this.piles.filter((pile) => pile.theme);
  }

  #pile(pile) {
    const element = fresh(pile.theme ? "theme-pile" : "pile");
    element.dataset.pile = String(pile.theme);
    if (pile.theme) this.#nameable(element, pile);
    else one(".pile-name", element).textContent = pile.name;
    one("[data-pile-count]", element).textContent =
      pile.answers.length + (pile.votes === null ? "" : ` · ▲ ${pile.votes}`);
    one("ul", element).append(...pile.answers.map(([id, text]) => this.#card(id, text, pile.theme)));
    element.addEventListener("dragover", (event) => {
      event.preventDefault();
      element.classList.add("over");
    });
    element.addEventListener("dragleave", () => element.classList.remove("over"));
    element.addEventListener("drop", (event) => {
      event.preventDefault();
      element.classList.remove("over");
      this.#sort(event.dataTransfer.getData("text/plain"), pile.theme);
    });
    return element;
  }

  #nameable(element, pile) {
    const field = /** @type {HTMLInputElement} */ (one("input", element));
    field.value = pile.name;
    field.addEventListener("change", () => {
      this.direct({ do: "name_theme", theme: pile.theme, name: field.value });
    });
    const remove = one("[data-remove]", element);
    remove.setAttribute("aria-label", fill(this.words.remove_theme, { name: pile.name }));
    remove.addEventListener("click", () => this.direct({ do: "remove_theme", theme: pile.theme }));
  }

  #card(id, text, theme) {
    const card = fresh("sortable");
    card.dataset.answer = id;
    one("p", card).textContent = text;
    card.addEventListener("dragstart", (event) => {
      event.dataTransfer.setData("text/plain", id);
      event.dataTransfer.effectAllowed = "move";
      card.classList.add("dragged");
    });
    card.addEventListener("dragend", () => card.classList.remove("dragged"));
    card.addEventListener("keydown", (event) => this.#key(event, id));
    const select = /** @type {HTMLSelectElement} */ (one("select", card));
    select.append(new Option(this.words.no_theme, "0"), ...this.#themes.map((each) => new Option(each.name, each.theme)));
    select.value = String(theme);
    select.hidden = !this.#themes.length;
    select.setAttribute("aria-label", fill(this.words.theme_of, { text: text.slice(0, 40) }));
    select.addEventListener("change", () => this.#sort(id, Number(select.value)));
    return card;
  }

  /** 1 to 9 put an answer into a theme, 0 takes it out; arrows go to the one above and below. */
  #key(event, id) {
    if (event.target.tagName === "SELECT" || event.ctrlKey || event.metaKey || event.altKey) return;
    const theme = event.key === "0" ? { theme: 0 } : this.#themes[Number(event.key) - 1];
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (theme) this.#sort(id, theme.theme);
    else if (by) {
      const cards = all(".sortable", this.place);
      cards[cards.findIndex((card) => card.dataset.answer === id) + by]?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #sort(answer, theme) {
    this.direct({ do: "sort", answer, theme });
  }

  #focus({ id, is }) {
    const card = all(".sortable", this.place).find((each) => each.dataset.answer === id);
    const pile = all(".pile", this.place).find((each) => each.dataset.pile === id);
    if (card) (is === "SELECT" ? one("select", card) : card).focus();
    else one("input", pile ?? this.place)?.focus();
  }
}

function idOf(element) {
  const owner = /** @type {HTMLElement} */ (element.closest(".sortable, .pile"));
  return owner?.dataset.answer ?? owner?.dataset.pile;
}
