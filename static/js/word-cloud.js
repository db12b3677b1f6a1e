// <word-cloud>: the picture of a list of words with how often each was given. The list comes from the server and may
// change at any time; it stays for screen readers. The picture is drawn beside it in a shadow root, where
// no change of the list's HTML touches it, so that words grow and move from where they are.

import { arrange } from "./cloud.js";
import { all, count } from "./page.js";

const LARGEST = 2.8; // in the picture's own type size, which is a tenth of the stage's height
const SMALLEST = 0.25;
const TOP_AT_LEAST = 0.75;
const BREAK_FROM = 15; // characters, from which a phrase stands on two lines
const POWER = 0.7; // a word given twice as often is 1.6 times as large
const BESIDE = 0.4; // between words in one line, or they would read as a phrase; a part of their type size
const GAP = 0.04; // around each word
const NOTE = 0.45;
const PAUSE = 300; // ms between two drawings, while a crowd sends

class WordCloud extends HTMLElement {
  connectedCallback() {
    this.#prepare();
    this.changed = new MutationObserver(() => this.#drawSoon());
    this.changed.observe(this, { attributes: true, characterData: true, childList: true, subtree: true });
    this.resized = new ResizeObserver(() => this.#draw());
    this.resized.observe(this);
    this.onFont = () => this.#draw();
    document.fonts.addEventListener("loadingdone", this.onFont);
  }

  disconnectedCallback() {
    this.changed.disconnect();
    this.resized.disconnect();
    clearTimeout(this.waiting);
    document.fonts.removeEventListener("loadingdone", this.onFont);
  }

  #prepare() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    this.sky = part("div", "sky");
    this.sky.setAttribute("aria-hidden", "true");
    this.note = part("div", "note");
    root.append(document.createElement("slot"), this.sky);
    /** @type {Map<string, HTMLElement>} by the word's key */
    this.spans = new Map();
    this.drawn = 0;
  }

  #drawSoon() {
    if (this.waiting) return;
    const pause = this.drawn + PAUSE - performance.now();
    if (pause <= 0) this.#draw();
    else this.waiting = setTimeout(() => this.#draw(), pause);
  }

  #draw() {
    clearTimeout(this.waiting);
    this.waiting = 0;
    const em = Number.parseFloat(getComputedStyle(this.sky).fontSize);
    if (!this.clientWidth || !em) return; // nobody sees it
    this.drawn = performance.now();
    const words = all("[data-times]", this).map(wordOf);
    this.#keepSpans(words);
    const items = this.#measured(words, em);
    const box = { width: this.clientWidth / em, height: this.clientHeight / em, least: SMALLEST, most: LARGEST, worst: TOP_AT_LEAST, gap: GAP };
    const others = Number(this.dataset.others);
    let cloud = arrange(items, others ? { ...box, height: box.height - NOTE } : box, this.cloud);
    if (!others && cloud.words.size < words.length) cloud = arrange(items, { ...box, height: box.height - NOTE }, this.cloud);
    this.cloud = cloud;
    const leftOut = others + words.length - cloud.words.size;
    this.#show(words, leftOut ? NOTE / 2 : 0);
    this.note.textContent = leftOut ? count([this.dataset.othersOne, this.dataset.othersMany], leftOut) : "";
  }

  /** One element a word; the same as long as the word is there. */
  #keepSpans(words) {
    const keys = new Set(words.map((word) => word.key));
    for (const [key, span] of this.spans) {
      if (keys.has(key)) continue;
      span.remove();
      this.spans.delete(key);
    }
    for (const word of words) {
      const span = this.spans.get(word.key) ?? part("span", "word");
      const text = onLines(word.text);
      if (span.textContent !== text) span.textContent = text;
      if (this.spans.has(word.key)) continue;
      span.dir = "auto";
      this.spans.set(word.key, span);
      this.sky.append(span);
    }
    this.sky.append(this.note);
  }

  /** How large each word is at size 1; a word's own transform does not change that. */
  #measured(words, em) {
    const top = Math.max(...words.map((word) => word.times));
    return words.map(({ key, times }) => {
      const { offsetWidth, offsetHeight } = this.spans.get(key);
      return { key, width: offsetWidth / em + BESIDE, height: offsetHeight / em, weight: (times / top) ** POWER };
    });
  }

  #show(words, lift) {
    for (const word of words) {
      const span = this.spans.get(word.key);
      const place = this.cloud.words.get(word.key);
      span.hidden = !place;
      if (!place) continue;
      // Only what stands already moves; what is new appears in its place.
      const names = ["word", span.style.transform ? "settled" : "landing", word.isMost ? "most" : tone(word.key)];
      span.setAttribute("part", names.join(" "));
      const { x, y, size } = place;
      span.style.transform = `translate(-50%, -50%) translate(${x.toFixed(3)}em, ${(y - lift).toFixed(3)}em) scale(${size.toFixed(3)})`;
    }
  }
}

function part(tag, name) {
  const element = document.createElement(tag);
  element.setAttribute("part", name);
  return element;
}

function wordOf(item) {
  const { key, times } = item.dataset;
  return { key, times: Number(times), text: item.firstElementChild.textContent, isMost: "most" in item.dataset };
}

/** A long phrase on two lines, as equal as can be. */
function onLines(text) {
  if (text.length < BREAK_FROM) return text;
  const middle = text.length / 2;
  const spaces = [...text.matchAll(/ /g)].map((found) => found.index);
  if (!spaces.length) return text;
  const nearest = spaces.reduce((a, b) => (Math.abs(b - middle) < Math.abs(a - middle) ? b : a));
  return `${text.slice(0, nearest)}\n${text.slice(nearest + 1)}`;
}

/** One of two colours, always the same for a word: neighbours are told apart, and nothing else is said. */
function tone(key) {
  let sum = 0;
  for (const character of key) sum = (sum * 31 + character.codePointAt(0)) % 1009;
  return sum % 5 < 2 ? "second" : "first";
}

customElements.define("word-cloud", WordCloud);
