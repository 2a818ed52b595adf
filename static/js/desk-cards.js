// Knows the cards of the desk: which one is on, which are open, and how to move between them.
export const cards = () => [...document.querySelectorAll(".proposal[data-draft]")];
export const current = () => document.querySelector(".proposal--on");
export const isOpen = (card) => card.dataset.state === "proposed";

// Puts a card on, with its words in the article; looking changes nothing else.
export function put(card, { focus = true, scroll = true } = {}) {
  for (const other of document.querySelectorAll(".proposal--on, .mark--on, .mark__number--on")) {
    other.classList.remove("proposal--on", "mark--on", "mark__number--on");
  }
  if (!card) return;
  card.classList.add("proposal--on");
  const marks = document.querySelectorAll(`.mark[data-drafts~="${card.dataset.draft}"]`);
  for (const mark of marks) mark.classList.add("mark--on");
  document.querySelector(`.mark__number[href="#draft-${card.dataset.draft}"]`)?.classList.add("mark__number--on");
  if (scroll) marks[0]?.scrollIntoView({ block: "nearest" });
  if (scroll) card.scrollIntoView({ block: "nearest" });
  if (focus) card.focus({ preventScroll: true });
}

// Moves by a number of cards from the one that is on.
export function move(step) {
  const all = cards();
  const at = all.indexOf(current());
  put(all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + step))]);
}

// Moves to the next card that waits for a decision, then to the next paragraph that is open, then to publishing.
export function moveToOpen() {
  const all = cards();
  const at = all.indexOf(current());
  const open = [...all.slice(at + 1), ...all.slice(0, at + 1)].find(isOpen);
  if (open) return put(open);
  const wave = document.querySelector(".paragraph__wave button");
  put(null);
  (wave ?? document.querySelector('#bar [data-key="p"]'))?.focus();
}
