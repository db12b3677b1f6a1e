// Opens this page without a network, where the browser lets it: over https, and on the machine itself.

/** @param {string} code of the workshop: the worker looks after this one page and no other */
export function openWithoutNetwork(code) {
  const workers = navigator.serviceWorker; // none over plain http
  if (!workers) return;
  const register = () => workers.register("/sw.js", { scope: `/${code}` }).catch(() => {});
  // After the page: what it needs to be answered goes first over a slow line.
  if (document.readyState === "complete") register();
  else addEventListener("load", register);
}
