// Looking along: the slides as pictures, and a mark at the one that is on now.

import { Line } from "./line.js";
import { all, data, fill, one } from "./page.js";
import { keepToScale } from "./scaled.js";

const words = data("words");
const follow = /** @type {HTMLInputElement} */ (one("[data-follow]"));
let state = data("state");
let line = "connecting";

draw();
keepToScale(all(".picture"));

new Line({
  auth: { preview: document.body.dataset.key },
  status(status) {
    line = status;
    draw();
  },
  on: {
    slide(fresh) {
      const moved = fresh.number !== state.number;
      state = fresh;
      draw();
      if (moved) goAlong();
    },
  },
});

follow.addEventListener("change", goAlong);

function draw() {
  for (const item of all("[data-slide-of]")) {
    const isOn = state.live && item.dataset.slideOf === String(state.number);
    item.toggleAttribute("data-on", isOn);
    one("[data-on-sign]", item).hidden = !isOn;
  }
  const on = state.number ? fill(words.on, { n: state.number }) : words.lobby;
  const cut = { out: words.out, server: words.line_server, offline: words.line_offline };
  one("[data-now]").textContent = cut[line] ?? (state.live ? on : words.not_live);
}

function goAlong() {
  if (!follow.checked || !state.live) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  one(`[data-slide-of="${state.number}"]`)?.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
}
