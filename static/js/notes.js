// The notes alone, large, on a second screen: they follow the slide.

import { Countdown } from "./countdown.js";
import { Line } from "./line.js";
import { data, fill, one, put } from "./page.js";
import { Stopwatch } from "./stopwatch.js";

const words = data("words");
const countdown = new Countdown();
const onSlide = new Stopwatch("[data-on-slide]", words.on_slide);
const elapsed = new Stopwatch("[data-elapsed]", words.elapsed);
let state = data("state");

show(state);

new Line({
  auth: { presenter: Number(document.body.dataset.workshop) },
  status(status) {
    const text = one("[data-line]");
    text.dataset.status = status;
    text.hidden = status === "ok" || status === "connecting";
    one("span", text).textContent = words[`line_${status}`] ?? words.line_server;
  },
  on: { slide: show, news: (news) => drawFacts((state = { ...state, ...news })) },
});

function show(fresh) {
  const isOther = fresh.number !== state.number;
  state = { ...state, ...fresh };
  const notes = one("#notes");
  put(notes, state.notes);
  one("[data-no-notes]").hidden = state.notes !== "";
  if (isOther) notes.parentElement.scrollTop = 0;
  const slide = document.createElement("template");
  slide.innerHTML = state.html;
  one("[data-title]").textContent = one("h1", slide.content)?.textContent ?? "";
  slide.innerHTML = state.next ?? "";
  one("[data-coming]").textContent = state.next ? (one("h1", slide.content)?.textContent ?? "") : words.last;
  countdown.start(state.time_left);
  drawFacts(state);
}

function drawFacts({ number, of, asks, answered, counts, ended }) {
  one("[data-place]").textContent = number ? fill(words.place, { n: number, of }) : words.lobby;
  one("[data-answered]").textContent = asks ? fill(words.answered, { n: answered, m: counts.people }) : "";
  elapsed.set(state.elapsed, !ended);
  onSlide.set(state.on_slide, !ended);
}
