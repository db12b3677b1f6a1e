// Pictures of slides: drawn as large as a small projector and then made smaller, since a browser sets no type below
// six pixels and a slide that is laid out in a thumb's size would burst.

const STAGE_WIDTH = 960; // px, as in picture.css

const resized = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) {
    if (!contentRect.width) continue;
    /** @type {HTMLElement} */ (target).style.setProperty("--scale", String(contentRect.width / STAGE_WIDTH));
  }
});

/** Keeps each stage as wide as its frame. @param {Iterable<Element>} frames */
export function keepToScale(frames) {
  for (const frame of frames) resized.observe(frame);
}
