// The time line: how many answers came when, and which slide stood on the screen.

const BARS = 150;
const LEAST_FOR_A_NAME = 0.03; // of the film; less has no room for a letter
const SVG = "http://www.w3.org/2000/svg";

/** Bars, the highest one as high as the picture. @param {SVGElement} svg @param {number[]} places in the film
 * @param {number} length of the film */
export function drawHistogram(svg, places, length) {
  const counts = new Array(BARS).fill(0);
  for (const place of places) counts[Math.min(BARS - 1, Math.floor((place / length) * BARS))] += 1;
  const most = Math.max(1, ...counts);
  svg.setAttribute("viewBox", `0 0 ${BARS} 100`);
  svg.replaceChildren(...counts.map((count, index) => bar(index, (100 * count) / most)));
}

/** @param {SVGElement} svg @param {number} share how much of the film has been shown: 0 to 1 */
export function drawPlayed(svg, share) {
  const upTo = Math.ceil(share * BARS);
  for (const [index, each] of [...svg.children].entries()) each.classList.toggle("played", index < upTo);
}

/** @param {HTMLElement} track @param {{title: string, begin: number, end: number}[]} marks shares of the film
 * @param {(index: number) => void} go */
export function drawScenes(track, marks, go) {
  track.replaceChildren(...marks.map(({ title, begin, end }, index) => {
    const mark = document.createElement("button");
    mark.type = "button";
    mark.tabIndex = -1; // the table holds the same, for the keyboard too
    mark.className = "scene";
    mark.title = title;
    mark.textContent = end - begin > LEAST_FOR_A_NAME ? title : "";
    mark.style.insetInlineStart = `${100 * begin}%`;
    mark.style.inlineSize = `${100 * (end - begin)}%`;
    mark.addEventListener("click", () => go(index));
    return mark;
  }));
}

function bar(index, height) {
  const rect = document.createElementNS(SVG, "rect");
  const seen = height && Math.max(height, 4);
  const sizes = { x: index + 0.12, y: 100 - seen, width: 0.76, height: seen };
  for (const [name, value] of Object.entries(sizes)) rect.setAttribute(name, String(value));
  return rect;
}
