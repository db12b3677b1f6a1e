// The phone's page: follows the screen, takes answers, and says what became of each.

import { Answers } from "./answers.js";
import { Awake } from "./awake.js";
import { Beside } from "./beside.js";
import { Countdown } from "./countdown.js";
import { Forms } from "./forms.js";
import { Kinds } from "./kinds.js";
import { Last } from "./last.js";
import { Line } from "./line.js";
import { Luggage } from "./luggage.js";
import { openWithoutNetwork } from "./offline.js";
import { Outbox } from "./outbox.js";
import { Own } from "./own.js";
import { Pace } from "./pace.js";
import { all, data, fill, one, put } from "./page.js";
import { Reactions } from "./reactions.js";
import { Trouble } from "./trouble.js";

const words = data("words");
const {
  token: ownToken, code, kinds: asked, mostBytes, words: language = "", interface: ours,
} = document.body.dataset;
const main = one("#slide");
const countdown = new Countdown(() => drawAll());
const awake = new Awake();
const last = new Last(code);
const kinds = new Kinds(asked.split(" ").filter(Boolean));
const luggage = new Luggage(code, ownToken, language);
const { token } = luggage;
/** Everything the page shows, as the server said it last. */
const state = { ...data("state"), mine: null };
/** @type {Map<string, string>} what was wrong, by slide and question */
const errors = new Map();
/** @type {any[]} what phones can do on this slide: one object a form */
let parts = [];
/** What the screen shows while somebody here finishes a form. */
let held = null;

const outbox = new Outbox(`outbox-${code}`, {
  most: Number(mostBytes),
  tooLarge: words.too_large,
  send: (command) => line.submit(command),
  up: () => line.up,
  saved,
  refused,
  changed: () => drawAll(),
});
const answers = new Answers(code, () => outbox.commands);
const own = new Own({ main, state, outbox, ask: async () => showSlide(await line.look()) });
const pace = new Pace({ code, state, look: () => line.look(), draw });
if (token !== ownToken) own.forget();
if (token === ownToken) answers.learn(data("state").mine, data("state").voted);

/** What the parts of a slide get to know of the page. @typedef {typeof page} Page */
const page = { code, words, state, outbox, answers, countdown, own, submit, showState, showError, forgetError };
const forms = new Forms({ main, code, token, words, outbox, submit, slide: () => state.number, goAlong });

new Reactions({ main, send: (command) => line.submit(command), state });

const line = new Line({
  auth: { token, words: language, interface: ours },
  token,
  words: language,
  interface: ours,
  since: () => state.seq,
  place: () => pace.place,
  status(status) {
    trouble.show(status);
    drawAll();
    if (line?.up) outbox.flush();
  },
  on: { slide: showSlide, said: hear },
});
const trouble = new Trouble({ words, here: () => line.here(), forget });

for (const link of all("[data-tongues] a")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    luggage.readIn(link.hreflang);
  });
}
const kept = last.since(state.seq);
prepareSlide();
if (kept) draw(kept); // the page may be an older copy, opened without a network
else drawAll();
countdown.start(state.time_left);
keepAwake();
addEventListener("load", () => kinds.bringAll());
openWithoutNetwork(code);
one("[data-go-along]").addEventListener("click", goAlong);
document.addEventListener("click", (event) => {
  const link = /** @type {HTMLElement} */ (event.target).closest("a[data-mine]");
  if (link) luggage.label(/** @type {HTMLAnchorElement} */ (link));
});
one("[data-new-address]").addEventListener("submit", (event) => {
  event.preventDefault();
  luggage.take(one("#new-address").value, outbox.commands);
});

/** Lets go of who this phone was, where the server does not know it any more. */
function forget() {
  luggage.forget();
  last.forget();
}

// ---- what the server says

function showSlide(fresh) {
  if (!pace.wants(fresh)) return pace.catchUp(); // it shows a slide of its own
  held = fresh.number !== state.number && forms.isBusy() ? fresh : null;
  one("[data-hold]").hidden = !held;
  if (!held) draw(fresh);
}

/** Goes along with the screen; what was typed stays on the phone. */
function goAlong() {
  if (held) draw(held);
  held = null;
  one("[data-hold]").hidden = true;
}

function draw(fresh) {
  const changed = fresh.drawn !== state.drawn;
  const isOther = fresh.number !== state.number;
  Object.assign(state, fresh);
  countdown.start(state.time_left);
  own.learn(fresh);
  if (fresh.mine) answers.learn(fresh.mine, fresh.voted);
  if (changed) {
    const beside = Beside.of(main);
    const readsTable = !isOther && one("[data-told]", main)?.open;
    put(main, fresh.html);
    if (isOther) scrollTo(0, 0);
    if (readsTable) one("[data-told]", main)?.setAttribute("open", "");
    prepareSlide();
    beside.back(main);
  } else if (fresh.mine) restore();
  last.keep(state, answers);
  keepAwake();
  if (state.number) one("[data-place]").textContent = fill(words.place, { n: state.number, of: state.of });
  drawAll();
}

/** What others said, or changed. */
function hear({ slide, said, gone }) {
  const all_ = new Map((state.said?.[slide] ?? []).map((each) => [each.id, each]));
  for (const each of said) all_.set(each.id, each);
  for (const id of gone) all_.delete(id);
  state.said = { ...state.said, [slide]: [...all_.values()] };
  drawAll();
}

function saved(command, answer) {
  if (command.do === "form") forms.saved(command);
  else if (command.do === "nick") own.named(answer);
  else answers.saved(command);
  if (command.do === "pen") state.ownPen = command.id;
  if (command.do === "sit") line.wake(); // the server may have chosen the table
  last.keep(state, answers);
}

function refused(command, answer) {
  if (command.do === "form") return forms.refused(command, answer);
  if (command.do === "nick") return own.named({});
  const text = answer.text ?? words.refused;
  answers.refused(command, text);
  if (typeof command.value !== "string") errors.set(`${command.slide}-${command.question}`, text);
  restore();
  drawAll();
}

// ---- the slide

function prepareSlide() {
  parts = [];
  const questions = all("[data-kind]", main);
  kinds.need(questions.map((form) => form.dataset.kind), () => {
    if (!questions.every((form) => main.contains(form))) return; // the next slide was faster
    parts = questions.map((form) => new (kinds.here.get(form.dataset.kind))(form, page));
    restore();
    drawAll();
  });
  forms.prepare();
  forms.restore();
}

function keepAwake() {
  awake.want(Boolean(state.asks && state.open && !state.ended));
}

function restore() {
  for (const part of parts) part.restore();
  forms.restore();
}

function drawAll() {
  for (const part of parts) part.draw();
  own.draw();
  pace.draw();
  forms.draw();
}

// ---- what the parts use

function submit(command) {
  outbox.add(command);
}

/** Says where an answer is. @param {HTMLElement} element @param {string} id */
function showState(element, id) {
  const where = outbox.about(id) ?? "saved";
  element.textContent = where === "saved" ? `✓ ${words.saved}` : `… ${words[where]}`;
  element.dataset.state = where;
}

/** @param {HTMLElement} form @param {number} slide @param {number} question */
function showError(form, slide, question) {
  const error = one(".error", form);
  error.textContent = errors.get(`${slide}-${question}`) ?? "";
  error.hidden = !error.textContent;
}

/** @param {number} slide @param {number} question */
function forgetError(slide, question) {
  errors.delete(`${slide}-${question}`);
}
