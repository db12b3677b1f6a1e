// The form outside the room: it needs no script, but while somebody types a name it can suggest schools.

import { one } from "./page.js";
import { suggest } from "./schools.js";

suggest(/** @type {HTMLFormElement} */ (one("[data-lead-form]")));
