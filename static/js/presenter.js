// The presenter's page: now, next, notes, people and answers, and one key for each action.

import { Countdown } from "./countdown.js";
import { Line } from "./line.js";
import { Moderation } from "./moderation.js";
import { all, count, data, fill, one, put } from "./page.js";
import { Sorting } from "./sorting.js";
import { drawReactions } from "./rising.js";
import { drawCounts, drawJoin, drawResult } from "./screen.js";

const words = data("words");
const workshop = Number(document.body.dataset.workshop);
let state = data("state");
/** @type {{slide: number, done: boolean}|null} where the last press leads; until the slide is here */
let wanted = null;
const moderation = new Moderation({ words, direct });
const sorting = new Sorting({ words, direct, slide: () => state.number });
const countdown = new Countdown();

const line = new Line({
  auth: { presenter: workshop },
  status(status) {
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

showSlide(state);
tick();
setInterval(tick, 10_000);

// ---- what the server says

function showSlide(fresh_) {
  state = { ...state, ...fresh_ };
  // The acknowledgement comes before the slide: until then a press goes on from where the last one leads.
  if (wanted && (wanted.done || wanted.slide === state.number)) wanted = null;
  moderation.fill(state.answers, state.enlarged);
  countdown.start(state.time_left);
  put(one("#now"), state.html);
  put(one("#next"), state.next ?? "");
  if (!state.next) one("#next").textContent = words.last;
  put(one("#notes"), state.notes);
  if (state.join) drawJoin(document, state.join);
  draw();
}

function showNews(news) {
  const { seq, counts, reactions, rehearsal } = news;
  state = { ...state, seq, counts, reactions, rehearsal, result: news.result ?? state.result };
  if (news.harvest) state.harvest = news.harvest;
  if (state.revealed || state.harvest) drawResult(one("#now"), news.result);
  moderation.change(news.answers, news.gone);
  draw();
}

// ---- drawing

function draw() {
  const now = one("#now");
  drawCounts(now, state.counts);
  drawResult(one("#result"), state.result);
  one("#result").hidden = !state.counted || state.revealed;
  drawPicture(now);
  one("[data-place]").textContent = state.number ? fill(words.place, { n: state.number, of: state.of }) : words.lobby;
  one("[data-people]").textContent = count(words.people, state.counts.people);
  drawReactions(one("[data-reaction-counts]"), state.signs, state.reactions);
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
  one("[data-times]").hidden = !state.number;
  one("[data-code]").setAttribute("aria-pressed", String(state.large_code));
  one("[data-end]").textContent = state.ended ? words.reopen : words.end;
  one('[data-go="1"]').disabled = state.number >= state.of;
  one('[data-go="-1"]').disabled = state.number <= 0;
  drawRehearsal();
  moderation.draw();
  sorting.draw(state.harvest);
}

/** The button that begins the next round of a world café. */
function drawRound(button) {
  const round = state.round;
  button.hidden = !round || round.now + 1 >= round.of;
  if (round) button.textContent = fill(words.round, { n: round.now + 2, of: round.of });
}

function drawRehearsal() {
  const { on, phones } = state.rehearsal;
  one("[data-rehearsal]").hidden = !phones;
  const said = count(on ? words.rehearsal : words.rehearsed, phones);
  const status = one("[data-rehearsal] p");
  if (status.textContent !== said) status.textContent = said;
  one("[data-stop-rehearsal]").hidden = !on;
  one("[data-practise]").hidden = on || state.ended;
}

/** The wall in the picture of the slide: the newest few, as on the projector. */
function drawPicture(now) {
  const wall = one("[data-columns]", now);
  if (!wall) return;
  wall.dataset.step = "small";
  const visible = moderation.visible.slice(0, 9);
  one("[data-empty]", now).hidden = visible.length > 0;
  const stacks = [0, 1, 2].map((n) => {
    const stack = document.createElement("div");
    stack.className = "column";
    for (const answer of visible.filter((_answer, index) => index % 3 === n)) {
      const card = document.createElement("article");
      card.className = "card";
      card.append(Object.assign(document.createElement("p"), { dir: "auto", textContent: answer.value }));
      stack.append(card);
    }
    return stack;
  });
  wall.replaceChildren(...stacks);
}

function tick() {
  one("[data-clock]").textContent = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
}

// ---- what the presenter does

/** @returns {Promise<boolean>} whether it was done */
async function direct(command) {
  try {
    const answer = await line.ask("direct", command);
    showRefusal(answer.error ? (answer.text ?? words.refused) : "");
    return !answer.error;
  } catch {
    showRefusal(words.unanswered); // a command names where to go, so pressing again is safe
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
async function go(by) {
  const slide = (wanted?.slide ?? state.number) + by;
  if (slide < 0 || slide > state.of) return;
  const order = (wanted = { slide, done: false });
  order.done = await direct({ do: "show", slide });
  if (!order.done && wanted === order) wanted = null;
}

for (const button of document.querySelectorAll("[data-go]")) {
  button.addEventListener("click", () => go(Number(button.dataset.go)));
}
one("[data-open]").addEventListener("click", () => direct({ do: "open", slide: state.number, open: !state.open }));
one("[data-reveal]").addEventListener("click", revealResult);
one("[data-moderate]").addEventListener("click", () => direct({ do: "moderate", moderated: !state.moderated }));
for (const button of all("[data-seconds]")) {
  button.addEventListener("click", () => {
    direct({ do: "time", slide: state.number, seconds: Number(button.dataset.seconds) });
  });
}
one("[data-round]").addEventListener("click", () => direct({ do: "round", slide: state.number, round: state.round.now + 1 }));
for (const button of all("[data-phones]")) {
  button.addEventListener("click", () => direct({ do: "rehearse", phones: Number(button.dataset.phones) }));
}
one("[data-stop-rehearsal]").addEventListener("click", () => direct({ do: "rehearse", phones: 0 }));
one("[data-erase-rehearsal]").addEventListener("click", () => direct({ do: "erase-rehearsal" }));
one("[data-end]").addEventListener("click", () => direct({ do: "end", ended: !state.ended }));
one("[data-code]").addEventListener("click", showCode);

function showCode() {
  direct({ do: "code", large: !state.large_code });
}

function revealResult() {
  if (state.reveals) direct({ do: "reveal", slide: state.number, revealed: !state.revealed });
}

const KEYS = {
  r: revealResult,
  R: revealResult,
  ArrowRight: () => go(1),
  PageDown: () => go(1),
  " ": () => go(1),
  ArrowLeft: () => go(-1),
  PageUp: () => go(-1),
  h: showCode,
  H: showCode,
};

addEventListener("keydown", (event) => {
  const act = KEYS[event.key];
  const inField = /** @type {HTMLElement} */ (event.target).closest("input, textarea, summary, a");
  const presses = event.key === " " && /** @type {HTMLElement} */ (event.target).closest("button");
  if (!act || inField || presses || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
});
