// The projector's page: the slide that the presenter shows, with the answers landing on it.

import { Countdown } from "./countdown.js";
import { Line } from "./line.js";
import { count, data, one, put } from "./page.js";
import { Rising, drawReactions } from "./rising.js";
import { drawCounts, drawJoin, drawResult } from "./screen.js";
import { Wall } from "./wall.js";

const words = data("words");
const stage = one("#stage");
const large = /** @type {HTMLDialogElement} */ (one("[data-large]"));
let state = data("state");
const enlarged = /** @type {HTMLDialogElement} */ (one("[data-enlarged]"));
const countdown = new Countdown();
const rising = new Rising(one("[data-rising]"));
/** @type {Wall|null} */
let wall = null;

showSlide(state, true);

const line = new Line({
  auth: { projector: document.body.dataset.key },
  status: (status) => {
    const text = one("[data-line]");
    text.hidden = status === "ok" || status === "connecting";
    text.textContent = words.line_server;
  },
  on: {
    slide: (fresh) => showSlide(fresh),
    news: showNews,
    address: (message) => drawJoin(document, (state.join = message.join)),
  },
});

function showSlide(fresh, first = false) {
  const changed = first || fresh.drawn !== state.drawn;
  state = { ...state, ...fresh };
  if (state.join) drawJoin(document, state.join);
  if (changed) {
    wall?.end();
    if (!first) turnTo(fresh.html);
    const element = one("[data-wall]", stage);
    wall = element && new Wall(element, words);
    wall?.fill(state.answers);
  } else if (wall) {
    // Back after a break: what is new lands, what was taken away goes.
    const here = new Set(state.answers.map((answer) => answer.id));
    wall.remove([...wall.cards.keys()].filter((id) => !here.has(id)));
    wall.add(state.answers);
  }
  one("[data-corner]").hidden = !state.number;
  countdown.start(state.time_left);
  showEnlarged();
  if (large.open !== state.large_code) showLarge(state.large_code);
  drawNumbers();
}

function turnTo(html) {
  put(stage, html);
  const slide = stage.firstElementChild;
  slide?.classList.add("arriving");
  if (state.join) drawJoin(stage, state.join);
}

function showNews(news) {
  rising.rise(state.signs, state.reactions, news.reactions);
  const { seq, counts, reactions, enlarged, rehearsal } = news;
  state = { ...state, seq, counts, reactions, enlarged, rehearsal };
  drawResult(stage, news.result);
  showEnlarged(); // the large answer may have been taken back
  wall?.remove(news.gone);
  wall?.add(news.answers);
  drawNumbers();
}

function drawNumbers() {
  drawCounts(stage, state.counts);
  drawReactions(one("[data-reaction-counts]"), state.signs, state.reactions);
  one("[data-answers-word]").textContent = state.asks && (wall || state.reveals) ? count(words.answers, state.counts.answers) : "";
  one("[data-people-word]").textContent = count(words.people, state.counts.people);
  one("[data-rehearsal]").hidden = !state.rehearsal.phones;
  one("[data-rehearsal]").textContent = count(words.rehearsal, state.rehearsal.phones);
}

addEventListener("keydown", (event) => {
  if (event.key === "h" || event.key === "H") {
    showLarge(!large.open);
  } else if (event.key === "PageDown" || event.key === "ArrowDown") wall?.turn(1);
  else if (event.key === "PageUp" || event.key === "ArrowUp") wall?.turn(-1);
  else if (event.key === "f" || event.key === "F") toggleFullScreen();
});

function showLarge(shown) {
  if (shown) large.showModal();
  else large.close();
}

/** One answer large over the slide, or the slide again. */
function showEnlarged() {
  one("p", enlarged).textContent = state.enlarged ?? "";
  if (state.enlarged && !enlarged.open) enlarged.show();
  else if (!state.enlarged) enlarged.close();
}

function toggleFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

export { line };
