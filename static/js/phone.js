// The phone's page: follows the screen, takes answers, and says what became of each.

import { Forms } from "./forms.js";
import { keep, read } from "./kept.js";
import { Line } from "./line.js";
import { Outbox } from "./outbox.js";
import { all, data, fill, fresh, newId, one, put } from "./page.js";

const words = data("words");
const { token: ownToken, code } = document.body.dataset;
const main = one("#slide");
const outboxKey = `outbox-${code}`;

const token = takeAlong() ?? ownToken;
/** Everything the page shows. `mine` has an entry an answer: {id, slide, question, value}. */
const state = { ...data("state"), mine: new Map(), errors: new Map(), status: "connecting" };
learn(state.mine, data("state").mine);

const line = new Line({
  auth: { token },
  token,
  since: () => state.seq,
  status(status) {
    state.status = status;
    renderLine();
    renderAnswers();
    if (line?.up) outbox.flush();
  },
  on: { slide: showSlide },
});

const outbox = new Outbox(outboxKey, {
  send: (command) => line.submit(command),
  up: () => line.up,
  saved,
  refused,
  changed: () => renderAnswers(),
});
for (const command of outbox.commands) apply(command);
const forms = new Forms({ main, code, words, outbox, submit, slide: () => state.number, goAlong: () => goAlong() });

/** What the screen shows while somebody here finishes a form. */
let held = null;

showSlide(state, true);

// ---- what the server says

function showSlide(fresh_, first = false) {
  held = !first && fresh_.number !== state.number && forms.isBusy() ? fresh_ : null;
  one("[data-hold]").hidden = !held;
  if (!held) draw(fresh_, first);
}

/** Goes along with the screen; what was typed stays on the phone. */
function goAlong() {
  if (held) draw(held);
  held = null;
  one("[data-hold]").hidden = true;
}

one("[data-go-along]").addEventListener("click", goAlong);

function draw(fresh_, first = false) {
  const changed = fresh_.drawn !== state.drawn;
  Object.assign(state, fresh_, { mine: state.mine });
  if (Array.isArray(fresh_.mine) && !first) {
    state.mine.clear();
    learn(state.mine, fresh_.mine);
    for (const command of outbox.commands) apply(command);
  }
  if (changed) {
    put(main, fresh_.html);
    scrollTo(0, 0);
  }
  if (changed || first) prepareSlide();
  renderPlace();
  renderAnswers();
}

function learn(mine, answers) {
  for (const answer of answers) mine.set(answer.id, answer);
}

/** What a command will do, shown before the server answers. */
function apply(command) {
  const { mine } = state;
  if (command.do === "answer") {
    mine.set(command.id, { id: command.id, slide: command.slide, question: command.question, value: command.value });
  } else if (command.do === "edit" && mine.has(command.answer)) {
    mine.get(command.answer).value = command.value;
  } else if (command.do === "withdraw") {
    mine.delete(command.answer);
  }
}

function submit(command) {
  apply(command);
  outbox.add(command);
}

function saved(command) {
  if (command.do === "form") forms.saved(command);
}

function refused(command, answer) {
  if (command.do === "form") return forms.refused(command, answer);
  if (command.do === "answer") {
    state.mine.delete(command.id);
    const key = draftKey(command.slide, command.question);
    if (typeof command.value === "string" && !read(key)) keep(key, command.value);
  } else {
    line.ask("state").then(showSlide, () => {});
  }
  state.errors.set(`${command.slide ?? state.number}-${command.question ?? 0}`, answer.text ?? words.refused);
  if (command.slide === undefined || command.slide === state.number) {
    restoreDrafts();
    renderAnswers();
  }
}

// ---- the slide

function prepareSlide() {
  for (const form of all("form.question", main)) prepareQuestion(form);
  for (const form of all("form.choice", main)) prepareChoice(form);
  forms.prepare();
  restoreDrafts();
}

function draftKey(slide, field) {
  return `draft-${code}-${slide}-${field}`;
}

function prepareQuestion(form) {
  const question = Number(form.dataset.question);
  const field = one("textarea", form);
  if (!field) return;
  field.addEventListener("input", () => {
    keep(draftKey(state.number, question), field.value || null);
    state.errors.delete(`${state.number}-${question}`);
    renderCounter(form);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sendAnswer(form, question, field);
  });
}

function sendAnswer(form, question, field) {
  const value = field.value.trim();
  if (!value || length(value) > Number(form.dataset.longest)) {
    field.focus();
    return;
  }
  const edited = form.dataset.editing;
  if (edited) submit({ do: "edit", id: newId(), answer: edited, value });
  else submit({ do: "answer", id: newId(), slide: state.number, question, value });
  endEditing(form);
  field.focus({ preventScroll: true });
  navigator.vibrate?.(10);
}

function endEditing(form) {
  delete form.dataset.editing;
  const field = one("textarea", form);
  field.value = "";
  keep(draftKey(state.number, form.dataset.question), null);
  one(".send button", form).textContent = words.send;
  renderCounter(form);
}

function startEditing(form, answer) {
  form.dataset.editing = answer.id;
  const field = one("textarea", form);
  field.value = answer.value;
  one(".send button", form).textContent = words.save;
  renderCounter(form);
  field.focus();
}

/** Characters as the server counts them: code points, after composing. */
function length(text) {
  return [...text.normalize("NFC")].length;
}

function renderCounter(form) {
  const longest = Number(form.dataset.longest);
  const left = longest - length(one("textarea", form).value.trim());
  const counter = one(".counter", form);
  counter.textContent = fill(left < 0 ? words.over : words.left, { n: Math.abs(left) });
  counter.classList.toggle("over", left < 0);
  counter.classList.toggle("near", left >= 0 && left < 60);
  one(".send button", form).disabled = left < 0 || left === longest;
}

function prepareChoice(form) {
  let timer = 0;
  const mine = mineOf(0)[0];
  for (const box of all("input", form)) box.checked = mine?.value.includes(Number(box.value)) ?? false;
  form.addEventListener("change", () => {
    clearTimeout(timer);
    const slide = state.number;
    timer = setTimeout(() => sendChoice(form, slide), 400);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
}

function sendChoice(form, slide) {
  const value = all("input:checked", form).map((box) => Number(box.value));
  const mine = [...state.mine.values()].find((answer) => answer.slide === slide);
  state.errors.delete(`${slide}-0`);
  if (mine) submit({ do: "edit", id: newId(), answer: mine.id, value });
  else submit({ do: "answer", id: newId(), slide, question: 0, value });
}

function restoreDrafts() {
  for (const form of all("form.question", main)) {
    const field = one("textarea", form);
    if (!field) continue;
    field.value = field.value || (read(draftKey(state.number, form.dataset.question)) ?? "");
    renderCounter(form);
  }
  forms.restore();
}

// ---- drawing

function mineOf(question) {
  return [...state.mine.values()].filter((a) => a.slide === state.number && a.question === question);
}

/** "saved", or where the last command about an answer is. */
function stateOf(answer) {
  const about = outbox.commands.filter((c) => c.id === answer.id || c.answer === answer.id).at(-1);
  return about ? outbox.where(about.id) : "saved";
}

function renderAnswers() {
  for (const form of all("form.question", main)) renderQuestion(form);
  const choice = one("form.choice", main);
  if (choice) renderChoice(choice);
  forms.draw();
}

function renderQuestion(form) {
  const question = Number(form.dataset.question);
  const list = one(".notes", form);
  const answers = mineOf(question).reverse();
  const signature = JSON.stringify(answers.map((a) => [a.id, a.value, stateOf(a), state.open]));
  if (list.dataset.drawn !== signature) {
    list.dataset.drawn = signature;
    list.replaceChildren(...answers.map((answer) => note(form, answer)));
  }
  showError(form, question);
}

function note(form, answer) {
  const item = fresh("note");
  const where = stateOf(answer);
  one(".note-text", item).textContent = answer.value;
  one(".note-state", item).textContent = where === "saved" ? `✓ ${words.saved}` : `… ${words[where]}`;
  one(".note-state", item).dataset.state = where;
  one(".note-tools", item).hidden = !state.open;
  one("[data-edit]", item).addEventListener("click", () => startEditing(form, answer));
  one("[data-withdraw]", item).addEventListener("click", () => {
    submit({ do: "withdraw", id: newId(), answer: answer.id });
  });
  return item;
}

function renderChoice(form) {
  const mine = mineOf(0)[0];
  const text = one(".note-state", form);
  const where = mine && stateOf(mine);
  text.textContent = mine ? (where === "saved" ? `✓ ${words.saved}` : `… ${words[where]}`) : "";
  text.dataset.state = where ?? "";
  showError(form, 0);
}

function showError(form, question) {
  const error = one(".error", form);
  if (!error) return;
  error.textContent = state.errors.get(`${state.number}-${question}`) ?? "";
  error.hidden = !error.textContent;
}

function renderPlace() {
  if (state.number) one("[data-place]").textContent = fill(words.place, { n: state.number, of: state.of });
}

function renderLine() {
  const { status } = state;
  const text = one("[data-line]");
  text.dataset.status = status;
  one("span", text).textContent = words[`line_${status}`] ?? words[`line_${status === "connecting" ? "connecting" : "server"}`];
  const trouble = one("[data-trouble]");
  trouble.hidden = !(status in { offline: 1, server: 1, moved: 1, out: 1 });
  one("[data-trouble-text]").textContent = words[`trouble_${status}`] ?? words[status] ?? "";
  one("[data-moved-address]").hidden = status !== "server";
  renderTroubleButton(status, trouble);
}

function renderTroubleButton(status, trouble) {
  one("[data-action]", trouble)?.remove();
  if (status !== "moved" && status !== "out") return;
  const button = document.createElement("button");
  button.dataset.action = status;
  button.textContent = status === "moved" ? words.here : words.again;
  button.addEventListener("click", () => {
    if (status === "moved") return line.here();
    keep(`token-${code}`, null);
    location.reload();
  });
  trouble.append(button);
}

// ---- the laptop's address changed: what was written goes along to the new one

one("[data-new-address]").addEventListener("submit", (event) => {
  event.preventDefault();
  const host = one("#new-address").value.trim().replace(/^https?:\/\//, "").replace(/\/.*$/, "");
  if (!host) return;
  const luggage = encodeURIComponent(JSON.stringify({ token, commands: outbox.commands }));
  location.assign(`${location.protocol}//${host}/${code}#${luggage}`);
});

/** The identity and the unsent answers that this phone had at the old address. */
function takeAlong() {
  const kept = read(`token-${code}`);
  if (location.hash.length < 2) return kept;
  try {
    const luggage = JSON.parse(decodeURIComponent(location.hash.slice(1)));
    const known = new Set((read(outboxKey) ?? []).map((command) => command.id));
    const added = luggage.commands.filter((command) => !known.has(command.id));
    keep(outboxKey, [...(read(outboxKey) ?? []), ...added]);
    keep(`token-${code}`, luggage.token);
    history.replaceState(null, "", location.pathname);
    return luggage.token;
  } catch {
    return kept;
  }
}
