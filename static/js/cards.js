// The choices of the cards' page: only what goes with the kind is shown, and the pictures follow.

const CALM = 250; // ms without another choice
const SHOP = ["sra4", "sra3", "pages", "each"];
const ONE_A_PAGE = ["pages", "each"];

const form = document.getElementById("cards");
const preview = form.querySelector(".card-preview");
const refused = form.querySelector("[data-refused]");
const address = `${location.pathname}/`;
let waiting = 0;
let asked = new AbortController();

form.querySelector("[data-show]").hidden = true;
form.addEventListener("input", () => {
  fold();
  preview.classList.add("is-stale");
  asked.abort(); // what is still on its way shows an earlier choice
  clearTimeout(waiting);
  waiting = setTimeout(draw, CALM);
});
fold();
draw();

function fold() {
  const { kind, paper, flip } = Object.fromEntries(new FormData(form));
  for (const part of form.querySelectorAll("[data-for], [data-sheets]")) {
    const fits = !part.dataset.for || part.dataset.for.split(" ").includes(kind);
    const single = "sheets" in part.dataset && ONE_A_PAGE.includes(paper);
    part.hidden = !fits || single || ("long" in part.dataset && flip !== "long");
  }
  form.querySelector("[data-office]").hidden = SHOP.includes(paper);
  form.querySelector("[data-shop]").hidden = !SHOP.includes(paper);
}

async function draw() {
  asked = new AbortController();
  const { signal } = asked;
  const body = new FormData(form);
  const figures = [...preview.querySelectorAll("[data-view]")];
  try {
    for (const figure of figures) await show(figure, body, signal);
    if (!signal.aborted) preview.classList.remove("is-stale");
  } catch {
    // Another choice was made, or there is no connection just now: the last pictures stay.
  }
}

async function show(figure, body, signal) {
  const answer = await fetch(`${address}${figure.dataset.view}.png`, { method: "POST", body, signal });
  const isText = answer.headers.get("Content-Type")?.startsWith("text/plain");
  refused.hidden = !isText;
  refused.textContent = isText ? await answer.text() : "";
  figure.hidden = isText || answer.status !== 200;
  if (figure.hidden) return;
  figure.querySelector("img").src = await asAddress(await answer.blob());
}

function asAddress(blob) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = failed;
    reader.readAsDataURL(blob);
  });
}
