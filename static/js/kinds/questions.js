// Questions on the phone: mine, and those of the others, which I may want answered too.

export { Shared as Phone } from "./shared.js";
