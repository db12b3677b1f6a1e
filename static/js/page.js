// What every page's script needs: the data that the server put into the page, and small things of the DOM.

/** The JSON of a data block in the page. @param {string} id @returns {any} */
export function data(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

/** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement|null} */
export function one(selector, within = document) {
  return within.querySelector(selector);
}

/** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement[]} */
export function all(selector, within = document) {
  return [...within.querySelectorAll(selector)];
}

/** The text with {name} filled in. @param {string} text @param {Record<string, unknown>} values */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** What somebody typed, in the middle of a sentence of ours: in its own direction, and leaving ours alone.
 * @param {string} text */
export function isolated(text) {
  return `\u2068${text}\u2069`;
}

/** One or many. @param {[string, string]} words @param {number} n */
export function count(words, n) {
  return fill(words[n === 1 ? 0 : 1], { n });
}

/** A copy of the first element in a template. @param {string} id @returns {HTMLElement} */
export function fresh(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  return /** @type {HTMLElement} */ (template.content.firstElementChild.cloneNode(true));
}

/** Puts the server's HTML into an element. Its own text in there was escaped by the template.
 * @param {HTMLElement} element @param {string} html */
export function put(element, html) {
  element.innerHTML = html;
}

/** 128 random bits. `crypto.randomUUID` exists on https only, and a workshop's laptop has none. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").slice(0, 22);
}

const TICK = 10; // ms
const stillness = matchMedia("(prefers-reduced-motion: reduce)");

/** What a hand feels: one short tick when something was sent, and nothing for who asked for a still screen. */
export function tick() {
  if (!stillness.matches) navigator.vibrate?.(TICK);
}
