// Typing answer sheets without the mouse: Enter goes to the next question, digits choose, Backspace chooses nothing,
// Ctrl+Enter keeps the sheet. Without this script the page is a plain form.

const DIGIT = /^(?:Digit|Numpad)(\d)$/; // where the key is: French keyboards have digits only with Shift

const form = /** @type {HTMLFormElement|null} */ (document.querySelector("[data-paper]"));
form?.addEventListener("keydown", press);
// What is typed into the field for the number takes the place of what stands there. Its focus may come before
// this script, or after it.
const number = /** @type {HTMLInputElement|null} */ (document.querySelector("input[type=number]"));
number?.addEventListener("focus", () => number.select());
if (document.activeElement === number) number?.select();

/** @param {KeyboardEvent} event */
function press(event) {
  if (event.isComposing) return; // Enter takes a word from an input method
  const stop = /** @type {HTMLElement} */ (event.target).closest("[data-stop]");
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) act(event, () => keepButton().click());
  else if (event.ctrlKey || event.metaKey || event.altKey || !stop) return;
  else if (event.key === "Enter" && !event.shiftKey) act(event, () => goOn(stop));
  else if (stop.matches("fieldset")) choose(event, stop);
}

/** @param {KeyboardEvent} event @param {Element} group */
function choose(event, group) {
  const digit = DIGIT.exec(event.code)?.[1];
  const inputs = /** @type {HTMLInputElement[]} */ ([...group.querySelectorAll("input:not([data-none])")]);
  const input = digit && inputs[(Number(digit) || 10) - 1]; // 0 is the tenth
  if (input) act(event, () => toggle(input));
  else if (event.key === "Backspace" || event.key === "Delete") act(event, () => clear(group, inputs));
}

/** @param {HTMLInputElement} input */
function toggle(input) {
  input.checked = input.type === "radio" || !input.checked;
  input.focus();
}

/** @param {Element} group @param {HTMLInputElement[]} inputs */
function clear(group, inputs) {
  for (const input of inputs) input.checked = false;
  const none = /** @type {HTMLInputElement|null} */ (group.querySelector("[data-none]"));
  if (none) none.checked = true;
  inputs[0].focus();
}

/** @param {Element} stop */
function goOn(stop) {
  const stops = [...form.querySelectorAll("[data-stop]")];
  const next = stops[stops.indexOf(stop) + 1];
  const field = /** @type {HTMLInputElement} */ (next?.matches("fieldset") ? firstOf(next) : (next ?? keepButton()));
  field.focus();
  if (next && !next.matches("fieldset")) field.select();
}

/** What has the focus in a group: what is chosen, or the first. @param {Element} group */
function firstOf(group) {
  return group.querySelector("input[type=radio]:checked:not([data-none])") ?? group.querySelector("input");
}

function keepButton() {
  return /** @type {HTMLButtonElement} */ (form.querySelector("[data-keep]"));
}

/** @param {KeyboardEvent} event @param {() => void} what */
function act(event, what) {
  event.preventDefault();
  what();
}
