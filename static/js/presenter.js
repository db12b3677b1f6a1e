// The presenter's page: now, next, notes, people and answers, and one key for each action. A paired phone has the same
// page as a remote control.

import { Afterwards } from "./afterwards.js";
import { Countdown } from "./countdown.js";
import { PreviewDialog, RemoteDialog } from "./lending.js";
import { Line } from "./line.js";
import { Moderation } from "./moderation.js";
import { aDialogIsOpen, Overview } from "./overview.js";
import { all, count, data, fill, one, put } from "./page.js";
import { keepToScale } from "./scaled.js";
import { Rewording } from "./rewording.js";
import { Sorting } from "./sorting.js";
import { drawReactions } from "./rising.js";
import { drawCounts, drawJoin, drawResult } from "./screen.js";
import { Seen } from "./seen.js";
import { drawSmallWall } from "./small-wall.js";
import { Stopwatch } from "./stopwatch.js";

const words = data("words");
const workshop = Number(document.body.dataset.workshop);
const isRemote = "remote" in document.body.dataset;
let state = data("state");
/** @type {{slide: number, done: boolean}|null} where the last press leads; until the slide is here */
let wanted = null;
const seen = new Seen();
const moderation = new Moderation({ words, direct, list: "#answers", more: "[data-more]" });
const asked = new Moderation({ words, direct, list: "#beside-answers", more: "[data-beside-more]" });
/** The list for which keys are. */
const inHand = () => (asked.hasFocus ? asked : moderation);
const rewording = new Rewording({ words, direct, slide: () => state.number });
const afterwards = new Afterwards({ words, direct });
const sorting = new Sorting({ words, direct, slide: () => state.number });
const countdown = new Countdown();
const elapsed = new Stopwatch("[data-elapsed]", words.elapsed);
const onSlide = new Stopwatch("[data-on-slide]", words.on_slide);
const overview = new Overview({ words, ask: askForSlides, go: goTo });
const remotes = isRemote ? null : new RemoteDialog(words);
const preview = isRemote ? null : new PreviewDialog(data("preview"));
const help = /** @type {HTMLDialogElement} */ (one("[data-help]"));

const line = new Line({
  auth: isRemote ? { remote: workshop } : { presenter: workshop },
  status(status) {
    if (line.isCut) wanted = null; // what it led to may never have left
    const text = one("[data-line]");
    text.dataset.status = status;
    one("span", text).textContent = words[`line_${status}`] ?? words.line_server;
  },
  on: {
    slide: showSlide,
    news: showNews,
    address: (message) => drawJoin(document, (state.join = message.join)),
  },
});

keepToScale(all(".stand .picture"));
showSlide(state, true);
tick();
setInterval(tick, 10_000);

// ---- what the server says

function showSlide(fresh_, first = false) {
  noteChanges(fresh_);
  const isOther = first || fresh_.drawn !== state.drawn || fresh_.number !== state.number;
  state = { ...state, ...fresh_ };
  // The acknowledgement comes before the slide: until then a press goes on from where the last one leads.
  if (wanted && (wanted.done || wanted.slide === state.number)) wanted = null;
  moderation.fill(state.answers, state.enlarged, state.number);
  fillAsked();
  countdown.start(state.time_left);
  if (isOther) put(one("#now"), state.html); // else it would be laid out anew with each answer that is hidden
  put(one("#next"), state.next ?? "");
  one("[data-last]").hidden = Boolean(state.next);
  put(one("#notes"), state.notes);
  if (state.join) drawJoin(document, state.join);
  draw();
}

/** What another presenter changed a blink ago has not been seen yet. */
function noteChanges(fresh_) {
  for (const key of ["open", "revealed", "moderated", "large_code", "ended", "free"]) {
    if (fresh_[key] !== state[key] && fresh_.number === state.number) seen.change(key, state[key]);
  }
  const isOurs = wanted && fresh_.number === wanted.slide;
  if (fresh_.number !== state.number && !isOurs && !wanted) seen.change("number", state.number);
}

function showNews(news) {
  if (news.following !== state.following) line.ask("state").then(showSlide, () => {}); // a vote leads elsewhere
  const { answers: _answers, gone: _gone, ...facts } = news;
  for (const name of ["result", "harvest", "words", "beside"]) facts[name] ??= state[name];
  state = { ...state, ...facts };
  if (state.revealed || state.harvest) drawResult(one("#now"), news.result);
  moderation.change(news.answers, news.gone);
  if (news.beside) fillAsked();
  draw();
}

/** What people ask beside the slides. */
function fillAsked() {
  const { slide, answers } = state.beside ?? { slide: -1, answers: [] };
  asked.fill(answers, "", slide);
}

// ---- drawing

function draw() {
  const now = one("#now");
  drawCounts(now, state.counts);
  drawResult(one("#result"), state.result);
  one("#result").hidden = !state.counted || state.revealed;
  drawSmallWall(now, moderation.visible.filter(hangs));
  one("[data-place]").textContent = state.number ? fill(words.place, { n: state.number, of: state.of }) : words.lobby;
  drawReactions(one("[data-reaction-counts]"), state.signs, state.reactions);
  const isAnswered = state.asks && state.answerable;
  one("[data-people]").textContent = isAnswered
    ? fill(words.answered, { n: state.answered, m: state.counts.people })
    : count(words.people, state.counts.people);
  elapsed.set(state.elapsed, !state.ended);
  onSlide.set(state.on_slide, !state.ended);
  drawStep(one("[data-undo]"), state.undo, words.undo);
  remotes?.connected(state.remotes);
  overview.mark(state.number);
  overview.count(state.number, state.counts);
  one("[data-answers]").textContent = count(words.answers, state.counts.answers);
  one("[data-none]").hidden = moderation.answers.size > 0 || state.counted || state.harvest;
  const toggle = one("[data-open]");
  toggle.hidden = !state.asks;
  toggle.textContent = state.open ? words.close : words.open;
  const reveal = one("[data-reveal]");
  reveal.hidden = !state.reveals;
  one("span", reveal).textContent = state.revealed ? words.conceal : words.reveal;
  one("[data-moderate]").hidden = !state.asks || state.counted || Boolean(state.harvest);
  one("[data-moderate]").setAttribute("aria-pressed", String(state.moderated));
  drawRound(one("[data-round]"));
  drawInTurn(one("[data-in-turn]"));
  drawWay(one("[data-arrange]"));
  one("[data-free]").setAttribute("aria-pressed", String(state.free));
  one("[data-times]").hidden = !state.number;
  one("[data-code]").setAttribute("aria-pressed", String(state.large_code));
  const end = one("[data-end]");
  if (end) end.textContent = state.ended ? words.reopen : words.end;
  one('[data-go="1"]').disabled = !state.following;
  one('[data-go="-1"]').disabled = state.number <= 0;
  drawRehearsal();
  moderation.draw();
  drawAsked();
  rewording.draw(state.words);
  afterwards.draw(state.until);
  sorting.draw(state.harvest);
}

/** Whether an answer hangs on the wall: of questions in turn only those to the one that is asked now. */
function hangs(answer) {
  return !state.questions || state.wall.way === "grouped" || answer.question === state.questions.now;
}

function drawAsked() {
  one("[data-beside]").hidden = !state.beside?.answers.length;
  one("#beside-title").textContent = state.beside ? fill(words.beside, { title: state.beside.title }) : "";
  asked.draw();
}

/** A button for each of the questions that are asked in turn. */
function drawInTurn(group) {
  const { now = 0, of = 0 } = state.questions ?? {};
  group.hidden = !of;
  if (group.children.length !== of) {
    group.replaceChildren(...Array.from({ length: of }, (_nothing, question) => questionButton(question)));
  }
  [...group.children].forEach((button, question) => button.setAttribute("aria-pressed", String(question === now)));
}

function questionButton(question) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = fill(words.question, { n: question + 1 });
  button.addEventListener("click", () => direct({ do: "pose", slide: state.number, question }));
  return button;
}

/** How the answers hang, where they do. */
function drawWay(label) {
  label.hidden = !state.wall;
  if (!state.wall) return;
  const select = /** @type {HTMLSelectElement} */ (one("select", label));
  for (const option of select.options) option.hidden = option.disabled = !state.wall.ways.includes(option.value);
  if (select !== document.activeElement) select.value = state.wall.way;
}

/** The button that begins the next round of a world café. */
function drawRound(button) {
  const round = state.round;
  button.hidden = !round || round.now + 1 >= round.of;
  if (round) button.textContent = fill(words.round, { n: round.now + 2, of: round.of });
}

function drawRehearsal() {
  const box = one("[data-rehearsal]");
  if (!box) return; // a remote control has none
  const { on, phones } = state.rehearsal;
  box.hidden = !phones;
  const said = count(on ? words.rehearsal : words.rehearsed, phones);
  const status = one("p", box);
  if (status.textContent !== said) status.textContent = said;
  one("[data-stop-rehearsal]").hidden = !on;
  const practise = one("[data-practise]");
  if (practise) practise.hidden = on || state.ended;
}

function drawStep(button, step, text) {
  const what = step && fill(words.steps[step.what], { slide: step.slide || words.lobby });
  button.disabled = !step;
  const label = one("span", button);
  label.textContent = step ? fill(text, { what }) : words.nothing_to_undo;
  button.title = label.textContent;
}

function tick() {
  one("[data-clock]").textContent = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
}

// ---- what the presenter does

/** @returns {Promise<boolean>} whether it was done */
async function direct(command) {
  if (line.isCut) {
    showRefusal(words.cut); // kept until later it would move a screen that nobody expects to move
    return false;
  }
  const asked = line.id;
  try {
    const answer = await line.ask("direct", command);
    showRefusal(answer.error ? (answer.text ?? words.refused) : "");
    return !answer.error;
  } catch {
    showRefusal(words.unanswered); // a command names where to go, so pressing again is safe
    if (line.id === asked) line.renew(); // it only looks alive, after sleep or on another network
    return false;
  }
}

function showRefusal(text) {
  const refusal = one("[data-refusal]");
  refusal.textContent = text;
  refusal.hidden = !text;
}

/** Goes on from where the last press leads, not from what the server has answered so far: three quick presses
 * are three slides. */
function go(by) {
  const from = wanted?.slide ?? seen.of("number", state.number);
  // A vote or the deck may lead elsewhere than to the slide after this one.
  return goTo(by === 1 && from === state.number && state.following ? state.following : from + by);
}

async function goTo(slide) {
  if (slide < 0 || slide > state.of) return;
  seen.order("number");
  const order = (wanted = { slide, done: false });
  order.done = await direct({ do: "show", slide });
  if (!order.done && wanted === order) wanted = null;
  else if (order.done && wanted === order && state.number === slide) wanted = null;
}

/** Turns something around from what the person saw, and names what it is to become. */
function turn(key, command) {
  const value = !seen.of(key, state[key]);
  seen.order(key);
  direct(command(value));
}

async function askForSlides(pictures) {
  const { slides } = await line.ask("slides", { pictures });
  return slides ?? [];
}

function undo() {
  if (state.undo) direct({ do: "undo", step: state.undo.step });
}

function redo() {
  if (state.redo) direct({ do: "redo", step: state.redo.step });
}

const openOrClose = () => state.asks && turn("open", (open) => ({ do: "open", slide: state.number, open }));
const showCode = () => turn("large_code", (large) => ({ do: "code", large }));
const free = () => turn("free", (freed) => ({ do: "free", free: freed }));
const moderate = () => turn("moderated", (moderated) => ({ do: "moderate", moderated }));

function revealResult() {
  if (state.reveals) turn("revealed", (revealed) => ({ do: "reveal", slide: state.number, revealed }));
}

for (const button of document.querySelectorAll("[data-go]")) {
  button.addEventListener("click", () => go(Number(button.dataset.go)));
}
for (const button of all("[data-seconds]")) {
  button.addEventListener("click", () => {
    direct({ do: "time", slide: state.number, seconds: Number(button.dataset.seconds) });
  });
}
const BUTTONS = {
  "[data-open]": openOrClose,
  "[data-reveal]": revealResult,
  "[data-moderate]": moderate,
  "[data-free]": free,
  "[data-code]": showCode,
  "[data-round]": () => direct({ do: "round", slide: state.number, round: state.round.now + 1 }),
  "[data-undo]": undo,
  "[data-end]": () => turn("ended", (ended) => ({ do: "end", ended })),
  "[data-overview-too]": () => overview.toggle(state.number),
  "[data-show-overview]": () => overview.toggle(state.number),
  "[data-show-help]": () => help.showModal(),
  "[data-show-remote]": () => remotes.open(),
  "[data-show-preview]": () => preview.open(),
  "[data-stop-rehearsal]": () => direct({ do: "rehearse", phones: 0 }),
  "[data-erase-rehearsal]": () => direct({ do: "erase-rehearsal" }),
};
for (const [selector, act] of Object.entries(BUTTONS)) one(selector)?.addEventListener("click", act);
one("[data-arrange] select").addEventListener("change", (event) => {
  const { value: way } = /** @type {HTMLSelectElement} */ (event.target);
  direct({ do: "arrange", slide: state.number, way });
  /** @type {HTMLElement} */ (event.target).blur(); // keys turn slides again
});
for (const button of all("[data-phones]")) {
  button.addEventListener("click", () => direct({ do: "rehearse", phones: Number(button.dataset.phones) }));
}
for (const button of all("dialog [data-close]")) {
  button.addEventListener("click", () => /** @type {HTMLDialogElement} */ (button.closest("dialog")).close());
}
for (const dialog of all("dialog")) {
  // A press beside it closes it too.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
}

/** The keys; letters in either case. The dialog on '?' lists them in words. */
const KEYS = {
  ArrowRight: () => go(1),
  PageDown: () => go(1),
  " ": () => go(1),
  ArrowLeft: () => go(-1),
  PageUp: () => go(-1),
  o: () => overview.toggle(state.number),
  u: undo,
  a: openOrClose,
  r: revealResult,
  h: showCode,
  j: () => inHand().choose(1),
  k: () => inHand().choose(-1),
  v: () => inHand().act("hide"),
  x: () => inHand().act("reject"),
  p: () => inHand().act("pin"),
  g: () => inHand().act("enlarge"),
  d: () => inHand().act("mute"),
  b: () => inHand().act("settle"),
  "?": () => help.showModal(),
};
const IN_LIST = { ArrowDown: () => inHand().choose(1), ArrowUp: () => inHand().choose(-1) };

function actOf(event, target) {
  if (event.altKey) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) return key === "z" ? (event.shiftKey ? redo : undo) : null;
  if (key === "u" && event.shiftKey) return redo;
  return (target.closest("#answers, #beside-answers") && IN_LIST[key]) || KEYS[key];
}

addEventListener("keydown", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const act = actOf(event, target);
  if (aDialogIsOpen() && !(overview.isOpen && event.key.toLowerCase() === "o")) return;
  const inField = target.closest("input, textarea, select, summary, a");
  const presses = event.key === " " && target.closest("button");
  if (!act || inField || presses) return;
  event.preventDefault();
  act();
});
