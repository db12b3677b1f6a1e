// Local storage that cannot fail: where a browser forbids it, things are kept for as long as the page is open.

const memory = new Map();

/** @param {string} key @returns {any} what was kept, or null */
export function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return memory.get(key) ?? null;
  }
}

/** @param {string} key @param {any} value null forgets it */
export function keep(key, value) {
  memory.set(key, value);
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full or forbidden: the copy in memory has to do.
  }
}

/** Whether another page will find it. @param {string} key */
export function survives(key) {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

/** Everything whose key is wanted. @param {(key: string) => boolean} isWanted @returns {Record<string, any>} */
export function kept(isWanted) {
  let keys = [...memory.keys()];
  try {
    keys = Object.keys(localStorage);
  } catch {
    // Forbidden: what is in memory is all there is.
  }
  const found = keys.filter(isWanted).map((key) => [key, read(key)]);
  return Object.fromEntries(found.filter(([, value]) => value !== null));
}
