// Looking back: plays the projector's picture of a workshop again, faster than it was.

import { FilmTime } from "./film-time.js";
import { all, count, data, fill, one } from "./page.js";
import { Picture } from "./picture.js";
import { drawHistogram, drawPlayed, drawScenes } from "./timeline.js";

const STEP = 5000; // ms of the film, for an arrow
const BETWEEN_FRAMES = 100; // ms: a picture changes ten times a second at most, as it did in the room
const AGAIN_AFTER = 1500; // ms, when a picture did not come

const words = data("words");
const timeline = data("timeline");
const scenes = data("scenes");
const film = new FilmTime(timeline.length, timeline.silences);
const picture = new Picture(one("#stage"), words);
const playhead = /** @type {HTMLInputElement} */ (one(".playhead"));
const histogram = /** @type {SVGElement} */ (document.querySelector(".density"));
/** Where the film is (ms), how fast it goes, and whether it does. */
const state = { place: 0, speed: 5, plays: false, jumped: false, scene: -1, frame: data("frame") };
let asking = false;
let askedAt = 0;
let before = performance.now();

picture.show(state.frame, true);
layOut();
draw();
drawFrame();
requestAnimationFrame(tick);

// ---- time

function tick(now) {
  const passed = now - before;
  before = now;
  // After a sleep of the laptop or in a tab behind others the film stands still: it does not jump.
  if (state.plays) move(state.place + Math.min(passed, 1000) * state.speed);
  if (state.plays && state.place >= film.length) play(false);
  if (isStale()) ask();
  requestAnimationFrame(tick);
}

/** @param {number} place */
function move(place) {
  state.place = Math.max(0, Math.min(film.length, place));
  draw();
}

/** Goes somewhere else in the film. @param {number} place */
function jump(place) {
  state.jumped = true;
  move(place);
}

function play(plays) {
  if (plays && state.place >= film.length) jump(0);
  state.plays = plays;
  one("[data-play]").dataset.plays = String(plays);
  one("[data-play-word]").textContent = plays ? words.pause : words.play;
}

// ---- pictures

function isStale() {
  const moment = film.toMoment(state.place);
  const { at, until } = state.frame;
  return moment < at || (until !== null && moment >= until);
}

/** Asks for the picture of now: one at a time, so that a slow line shows fewer of them and no old ones. */
async function ask() {
  if (asking || performance.now() - askedAt < BETWEEN_FRAMES) return;
  asking = true;
  askedAt = performance.now();
  const { jumped } = state;
  state.jumped = false;
  try {
    const answer = await fetch(`${document.body.dataset.frames}?at=${Math.floor(film.toMoment(state.place))}`, {
      headers: { Accept: "application/json" },
    });
    if (!answer.ok) throw new Error(String(answer.status));
    state.frame = await answer.json();
    picture.show(state.frame, jumped);
    drawFrame();
  } catch {
    state.jumped = true;
    askedAt = performance.now() + AGAIN_AFTER;
  }
  asking = false;
}

// ---- drawing

/** What depends on the length of the film: drawn anew when silences are skipped or not. */
function layOut() {
  const length = Math.max(1, film.length);
  playhead.max = String(Math.ceil(length));
  one("[data-length]").textContent = clock(film.length);
  drawHistogram(histogram, timeline.answers.map((at) => film.toFilm(at)), length);
  const begins = scenes.map((scene) => film.toFilm(scene.at) / length);
  const marks = scenes.map(({ title }, n) => ({ title, begin: begins[n], end: begins[n + 1] ?? 1 }));
  drawScenes(one(".scenes"), marks, goToScene);
}

function draw() {
  const now = clock(state.place);
  if (playhead.valueAsNumber !== Math.round(state.place)) playhead.value = String(Math.round(state.place));
  one("[data-now]").textContent = now;
  drawPlayed(histogram, state.place / Math.max(1, film.length));
  const moment = film.toMoment(state.place);
  const scene = Math.max(0, scenes.findLastIndex((each) => each.at <= moment));
  if (scene !== state.scene) drawScene(scene);
  const said = fill(words.moment, { time: now, slide: scenes[scene].title });
  if (playhead.getAttribute("aria-valuetext") !== said) playhead.setAttribute("aria-valuetext", said);
  drawTimeLeft(moment);
}

function drawScene(scene) {
  state.scene = scene;
  const { number, title } = scenes[scene];
  one("[data-scene]").textContent = number ? `${number}. ${title}` : title;
  for (const [index, mark] of [...one(".scenes").children].entries()) {
    mark.classList.toggle("current", index === scene);
  }
}

function drawFrame() {
  const { frame } = state;
  one("[data-answers]").textContent = frame.asks ? count(words.answers, frame.counts.answers) : "";
  one("[data-people]").textContent = count(words.people, frame.counts.people);
  const large = one("[data-enlarged]");
  large.hidden = !frame.enlarged;
  one("p", large).textContent = frame.enlarged ?? "";
  one("[data-rehearsal]").hidden = !frame.rehearsal.phones;
  one("[data-rehearsal]").textContent = count(words.rehearsal, frame.rehearsal.phones);
}

function drawTimeLeft(moment) {
  const { time_left: left, at } = state.frame;
  const still = left === null ? 0 : left - (moment - at);
  one("[data-left]").hidden = still <= 0;
  one("[data-left]").textContent = clock(Math.max(0, still));
}

/** @param {number} ms */
function clock(ms) {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const end = `${hours ? String(minutes).padStart(2, "0") : minutes}:${String(seconds % 60).padStart(2, "0")}`;
  return hours ? `${hours}:${end}` : end;
}

// ---- what one does

function goToScene(index) {
  const scene = scenes[Math.max(0, Math.min(scenes.length - 1, index))];
  jump(film.toFilm(scene.at));
}

/** To the next slide, or to the beginning of this one and then the one before. */
function turn(by) {
  const begin = film.toFilm(scenes[state.scene].at);
  goToScene(by < 0 && state.place - begin > 2000 ? state.scene : state.scene + by);
}

one("[data-play]").addEventListener("click", () => play(!state.plays));
playhead.addEventListener("input", () => jump(playhead.valueAsNumber));
for (const button of all("[data-speed]")) {
  button.addEventListener("click", () => {
    state.speed = Number(button.dataset.speed);
    for (const each of all("[data-speed]")) each.setAttribute("aria-pressed", String(each === button));
  });
}
for (const button of all("[data-at]")) {
  button.addEventListener("click", () => jump(film.toFilm(Number(button.dataset.at))));
}
one("[data-skip]").addEventListener("change", (event) => {
  const moment = film.toMoment(state.place);
  film.skips = /** @type {HTMLInputElement} */ (event.target).checked;
  layOut();
  state.scene = -1;
  move(film.toFilm(moment));
});

const KEYS = {
  " ": () => play(!state.plays),
  ArrowRight: (event) => (event.shiftKey ? turn(1) : jump(state.place + STEP)),
  ArrowLeft: (event) => (event.shiftKey ? turn(-1) : jump(state.place - STEP)),
  PageDown: () => turn(1),
  PageUp: () => turn(-1),
  Home: () => jump(0),
  End: () => jump(film.length),
};

addEventListener("keydown", (event) => {
  const act = KEYS[event.key];
  const presses = event.key === " " && /** @type {HTMLElement} */ (event.target).closest("button, summary, a, [type=checkbox]");
  if (!act || presses || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act(event);
});
