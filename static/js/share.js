// The sender's page of a card: hands the link or the picture to whatever the phone sends things with.

import { one } from "./page.js";

const link = /** @type {HTMLInputElement} */ (one("#link"));
/** Fetched beforehand: a phone shows what it can send with only right after the press.
 * @type {File|null} */
let picture = null;

offerToShare();
offerToCopy();

/** Phones can share from https only; without it there is the link to copy. */
async function offerToShare() {
  if (!navigator.share) return;
  one("[data-share]").hidden = false;
  const button = one("[data-share-link]");
  button.addEventListener("click", () => share({ title: button.dataset.title, url: link.value }));
  picture = await fetched();
  const withPicture = one("[data-share-picture]");
  if (!picture || !navigator.canShare?.({ files: [picture] })) return;
  withPicture.hidden = false;
  withPicture.addEventListener("click", () => share({ files: [picture] }));
}

/** @param {ShareData} what */
async function share(what) {
  try {
    await navigator.share(what);
  } catch {
    // Called off, by the person or by the phone: the page still shows the other ways.
  }
}

async function fetched() {
  try {
    const answer = await fetch(/** @type {HTMLImageElement} */ (one(".card-picture")).src);
    const name = one("[data-share-picture]").dataset.name;
    return answer.ok ? new File([await answer.blob()], name, { type: "image/png" }) : null;
  } catch {
    return null;
  }
}

function offerToCopy() {
  const button = one("[data-copy]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    link.select();
    if (!(await copied())) return; // it is selected: a long press copies it
    button.textContent = button.dataset.done;
    one("[data-told]").textContent = button.dataset.done;
  });
}

async function copied() {
  try {
    await navigator.clipboard.writeText(link.value);
    return true;
  } catch {
    return document.execCommand("copy"); // without https there is no clipboard of the new kind
  }
}
