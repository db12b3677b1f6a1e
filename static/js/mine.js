// My answers: shows those of the phone that its own storage knows, where the cookie knows none or another one.

import { keep, read, survives } from "./kept.js";
import { one } from "./page.js";

const { code, token: pageToken } = document.body.dataset;
const token = arriving() ?? history.state?.token ?? read(`token-${code}`) ?? pageToken;

if (token && token !== pageToken) show(await post(location.pathname, new URLSearchParams({ token })));
drawAround();
document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!form.matches("[data-withdraw]")) return;
  event.preventDefault();
  withdraw(form);
});

/** The token that the phone's page gave along where nothing else can keep it. */
function arriving() {
  const found = location.hash.slice(1);
  if (!found) return null;
  history.replaceState({ token: found }, "", location.pathname);
  keep(`token-${code}`, found);
  return found;
}

/** What the server cannot know: what is still on this phone, and how the phone's page knows it again. */
function drawAround() {
  one("[data-unsent]").hidden = !(read(`outbox-${code}`) ?? []).length;
  if (token && !survives(`token-${code}`)) {
    one("a.back").hash = encodeURIComponent(JSON.stringify({ token, kept: {} }));
  }
}

/** @param {HTMLFormElement} form */
async function withdraw(form) {
  const button = one("button", form);
  button.disabled = true;
  const page = await post(form.action, new URLSearchParams(/** @type {any} */ (new FormData(form))));
  if (!page) {
    button.disabled = false;
    complain();
    return;
  }
  show(page);
  one("h1").focus();
}

/** @param {string} address @param {URLSearchParams} body @returns {Promise<Document|null>} null where nobody answers */
async function post(address, body) {
  try {
    const answer = await fetch(address, { method: "POST", body });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return null;
  }
}

/** Puts the answers of another page of the server in the place of these; what is no such page changes nothing.
 * @param {Document|null} page */
function show(page) {
  const fresh = page && one("#mine", page);
  if (!fresh) return;
  one("#mine").replaceWith(fresh);
  one("h1").tabIndex = -1;
  drawAround();
}

function complain() {
  const trouble = one("[data-trouble]");
  trouble.textContent = trouble.dataset.offline;
  trouble.hidden = false;
  trouble.scrollIntoView({ block: "nearest" });
}
