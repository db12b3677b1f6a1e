// Follows the jobs on a page: their progress, and the page again when one has ended.

const EVERY = 700; // ms

for (const item of document.querySelectorAll('[data-state="waiting"], [data-state="running"]')) follow(item);

async function follow(item) {
  try {
    const answer = await fetch(`/jobs/${item.dataset.job}`, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const job = await answer.json();
    if (job.state !== "waiting" && job.state !== "running") return location.reload();
    const bar = item.querySelector("progress");
    bar.max = job.total || 1;
    bar.value = job.done;
    item.querySelector("[data-progress]").textContent = job.words;
  } catch {
    // No connection just now; the job goes on, and so do we.
  }
  setTimeout(() => follow(item), EVERY);
}
