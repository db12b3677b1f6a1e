// What a hand feels: one short tick when something was sent, and nothing for who asked for a still screen.

const TICK = 10; // ms
const stillness = matchMedia("(prefers-reduced-motion: reduce)");

export function tick() {
  if (!stillness.matches) navigator.vibrate?.(TICK);
}
