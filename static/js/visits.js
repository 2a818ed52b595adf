// Marks what is new and what was corrected since the reader's last visit. That is known to this browser alone.
const PAUSE = 30 * 60 * 1000;

// A visit ends when nothing of the page was opened for half an hour; the one before it is what changes are told since.
function lastVisit(name) {
  const known = JSON.parse(localStorage.getItem(name));
  const since = Date.now() - known.at > PAUSE ? known.at : known.since;
  localStorage.setItem(name, JSON.stringify({ at: Date.now(), since }));
  return since;
}

function mark(row, words) {
  const badge = document.createElement("p");
  badge.className = "event__mark";
  badge.textContent = words;
  row.closest(".event").prepend(badge);
}

function marked(line, since) {
  const found = { new: 0, corrected: 0 };
  // In seconds, for a page has many of them.
  for (const row of document.querySelectorAll("#timeline [data-published]")) {
    const isNew = row.dataset.published * 1000 > since;
    const isCorrected = !isNew && row.dataset.corrected * 1000 > since;
    if (!isNew && !isCorrected) continue;
    found[isNew ? "new" : "corrected"] += 1;
    mark(row, isNew ? line.dataset.markNew : line.dataset.markCorrected);
  }
  return found;
}

export function bind(line, name) {
  const since = lastVisit(name);
  if (!since) return;
  const found = marked(line, since);
  const words = line.querySelector("[data-visits-words]");
  // As the dates of the page: day, month, year.
  const language = document.documentElement.lang.replace(/^en$/, "en-GB");
  const date = new Date(since).toLocaleDateString(language, { dateStyle: "long" });
  const text = found.new + found.corrected ? words.dataset.some : words.dataset.none;
  words.textContent = text.replace("{date}", date).replace("{new}", found.new).replace("{corrected}", found.corrected);
  line.querySelector("[data-visits-all]").href = `?since=${new Date(since).toISOString().slice(0, 10)}#timeline`;
  line.hidden = false;
  line.querySelector("[data-visits-forget]").addEventListener("click", () => {
    localStorage.removeItem(name);
    for (const badge of document.querySelectorAll("#timeline .event > .event__mark")) badge.remove();
    line.hidden = true;
  });
}
