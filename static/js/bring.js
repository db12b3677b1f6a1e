// Scripts that the page can begin without: they come when they come, and a bad line is tried again.

const AGAIN_AFTER = 1500; // ms, longer each time
const LONGEST = 15_000;

/** @param {string} address as seen from this file @returns {Promise<any>} the module */
export async function bring(address) {
  for (let turn = 0; ; turn += 1) {
    try {
      // Some browsers never ask a second time for the address of a module that did not come.
      return await import(turn ? `${address}?again=${turn}` : address);
    } catch {
      await new Promise((after) => setTimeout(after, Math.min(AGAIN_AFTER * (turn + 1), LONGEST)));
    }
  }
}
