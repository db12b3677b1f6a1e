// A brainstorm on the phone: my ideas, those of the others, and a few votes.

export { Shared as Phone } from "./shared.js";
