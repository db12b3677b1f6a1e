// The service worker of one workshop's phone page: keeps the page with everything it names, and opens it where
// there is no network. The server puts VERSION before this: whenever a page or a script changes, so does this file.
// A page is kept with its own scripts or not at all, so an old one never meets a new page.

/* global VERSION */
const PAGE = new URL(self.registration.scope);
const CACHE = `phone-${VERSION}${PAGE.pathname}`;
const NAMED = /(?:href|src)="(\/(?:static|decks|icon)[^"]*)"/g;
const PATIENCE = 5000; // ms for the network, when the page is here too

self.addEventListener("install", (event) => {
  event.waitUntil(fetch(PAGE).then(keepPage).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldVersions().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const address = new URL(url);
  if (method !== "GET" || address.origin !== PAGE.origin) return;
  if (mode === "navigate") {
    if (address.pathname === PAGE.pathname) event.respondWith(openPage(event));
  } else if (address.pathname.startsWith("/static/") || address.pathname.startsWith("/decks/")) {
    event.respondWith(openFile(event.request));
  }
});

/** The page as the server has it now, or as it was where no answer comes. */
async function openPage(event) {
  const asked = fetch(event.request);
  event.waitUntil(asked.then((answer) => keepPage(answer.clone())).catch(() => {}));
  const kept = await caches.match(PAGE, { cacheName: CACHE });
  if (!kept) return asked;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept));
  const answered = asked.then((answer) => (answer.status < 500 ? answer : kept), () => kept);
  return Promise.race([answered, late]);
}

/** A file whose address changes with its contents. */
async function openFile(request) {
  return (await caches.match(request, { cacheName: CACHE, ignoreSearch: true })) ?? fetch(request);
}

/** Keeps the page once all that it names is here. @param {Response} answer */
async function keepPage(answer) {
  const isPage = answer.ok && !answer.redirected && answer.headers.get("Content-Type")?.startsWith("text/html");
  if (!isPage) throw new Error(`no page: ${answer.status}`);
  const copy = answer.clone();
  const html = await answer.text();
  // One of a newer version is for the worker that comes with it.
  if (!html.includes(`/static/${VERSION}/`)) return;
  const names = [...new Set([...html.matchAll(NAMED)].map(([, name]) => name))];
  const cache = await caches.open(CACHE);
  await Promise.all(names.map((name) => keepFile(cache, name)));
  await cache.put(PAGE, copy);
}

async function keepFile(cache, name) {
  if (!(await cache.match(name))) await cache.add(name);
}

/** Another version's caches go, also those of workshops that are long over. */
async function dropOldVersions() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("phone-") && !name.startsWith(`phone-${VERSION}/`));
  await Promise.all(old.map((name) => caches.delete(name)));
}
