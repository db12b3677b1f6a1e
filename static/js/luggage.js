// Who this phone is, and what it has not sent: kept through a reload, and taken along when the workshop's
// laptop gets another address.

import { keep, kept, read, survives } from "./kept.js";

export class Luggage {
  /** @param {string} code of the workshop @param {string} ownToken what the server gave with this page
   * @param {string} language in which the deck is read here; empty where it has one only */
  constructor(code, ownToken, language = "") {
    this.code = code;
    this.language = language;
    this.#unpack();
    // The history's entry survives a reload also where a browser keeps neither cookies nor storage.
    this.token = history.state?.token ?? read(`token-${code}`) ?? ownToken;
    this.#remember(this.token);
  }

  /** Forgets who this phone is. */
  forget() {
    keep(`token-${this.code}`, null);
    history.replaceState(null, "", location.pathname + location.search);
  }

  /** Reads the deck in another language from now on. @param {string} language */
  readIn(language) {
    // In the address too: it survives a reload also where a browser keeps no cookies.
    history.replaceState({ token: this.token }, "", asked(language));
    location.reload();
  }

  /** Goes to another address with everything. @param {string} typed */
  take(typed) {
    const host = typed.trim().replace(/^https?:\/\//, "").replace(/\/.*$/, "");
    if (!host) return;
    const packed = encodeURIComponent(JSON.stringify({ token: this.token, kept: kept(this.#isOurs) }));
    location.assign(`${location.protocol}//${host}/${this.code}${asked(this.language)}#${packed}`);
  }

  /** Gives a link to another page of this phone the token along, where that page could not find it.
   * @param {HTMLAnchorElement} link */
  label(link) {
    if (!survives(`token-${this.code}`)) link.hash = this.token;
  }

  /** What belongs to this workshop: the outbox, drafts, what was refused. @param {string} key */
  #isOurs = (key) => key.split("-").includes(this.code) && !/^(token|last)-/.test(key);

  #unpack() {
    if (location.hash.length < 2) return;
    try {
      const packed = JSON.parse(decodeURIComponent(location.hash.slice(1)));
      for (const [key, value] of Object.entries(packed.kept)) {
        if (this.#isOurs(key)) keep(key, together(read(key), value));
      }
      this.#remember(packed.token);
    } catch {
      // Somebody's own address, or cut off by a messenger: the phone comes in without luggage.
    }
  }

  #remember(token) {
    keep(`token-${this.code}`, token);
    history.replaceState({ token }, "", location.pathname + location.search);
  }
}

/** The address's question for a language. @param {string} language */
function asked(language) {
  return language ? `?language=${encodeURIComponent(language)}` : "";
}

/** Lists are joined, each entry once; of anything else the one that is here already stays. */
function together(here, arriving) {
  if (!Array.isArray(here) || !Array.isArray(arriving)) return here ?? arriving;
  const known = new Set(here.map((entry) => entry.id));
  return [...here, ...arriving.filter((entry) => !known.has(entry.id))];
}
