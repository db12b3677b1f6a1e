// A card's page is looked at: by a person who sees it, not by what fetches it for a preview or in advance.

if (location.hash === "#own") {
  // Its sender looks what it is like: no visit. Whoever gets the address from here is one.
  history.replaceState(null, "", location.pathname);
} else if (document.visibilityState === "visible") {
  tell();
} else {
  document.addEventListener("visibilitychange", tell, { once: true });
}

function tell() {
  fetch(document.body.dataset.visit, { method: "POST", keepalive: true }).catch(() => {}); // counted another day
}
