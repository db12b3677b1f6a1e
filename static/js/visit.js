// A card's page is looked at: by a person who sees it, not by what fetches it for a preview or in advance.

if (document.visibilityState === "visible") tell();
else document.addEventListener("visibilitychange", tell, { once: true });

function tell() {
  fetch(document.body.dataset.visit, { method: "POST", keepalive: true }).catch(() => {}); // counted another day
}
