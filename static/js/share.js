// The sender's page of a card: hands the link or the picture to whatever the phone sends things with.

import { offerToCopy } from "./copying.js";
import { one } from "./page.js";

const link = /** @type {HTMLInputElement} */ (one("#link"));
/** Fetched beforehand: a phone shows what it can send with only right after the press.
 * @type {File|null} */
let picture = null;

offerToShare();
offerToCopy(one("[data-copy]"), link);

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
