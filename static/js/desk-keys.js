// Keys for what the buttons do: a key presses the button that shows it. Can be turned off (WCAG 2.1.4).
import { cards, current, isOpen, move, moveToOpen, put } from "./desk-cards.js";

const OFF = "desk-keys-off";
const TYPED = "input, textarea, select, [contenteditable]";
const moves = { j: () => move(1), k: () => move(-1), n: moveToOpen, " ": moveToOpen };
const same = { r: "x" };

function press(key) {
  const wanted = `[data-key="${same[key] ?? key}"]`;
  const button = current()?.querySelector(wanted) ?? document.querySelector(`#bar ${wanted}, .desk__proposals > p ${wanted}`);
  if (!button || button.disabled) return false;
  button.click();
  return true;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(OFF)) return;
  if (event.target.closest(TYPED) || (event.key === " " && event.target.closest("button, a, summary"))) return;
  if (event.key in moves) moves[event.key]();
  else if (event.key.length !== 1 || !press(event.key.toLowerCase())) return;
  event.preventDefault();
}

function label() {
  const button = document.querySelector("[data-keys-switch]");
  if (!button) return;
  button.hidden = false;
  button.textContent = localStorage.getItem(OFF) ? button.dataset.off : button.dataset.on;
}

function turn() {
  localStorage.getItem(OFF) ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1");
  label();
}

// Puts the card on that is pointed at, by itself or by its words in the article.
function follow(event) {
  const draft = event.target.closest(".mark")?.dataset.drafts.split(" ")[0];
  const card = event.target.closest(".proposal") ?? (draft && document.getElementById(`draft-${draft}`));
  if (card && card !== current()) put(card, { focus: false });
}

export function bind(desk) {
  document.addEventListener("keydown", onKey);
  desk.addEventListener("click", (event) => (event.target.closest("[data-keys-switch]") ? turn() : follow(event)));
  desk.addEventListener("focusin", follow);
  document.addEventListener("htmx:finally:request", () => {
    label();
    const on = current() ?? cards().find((card) => card.dataset.draft === desk.dataset.last);
    if (on?.dataset.state === "edited") on.querySelector("input:not([type=hidden]), textarea")?.focus();
    else if (on) isOpen(on) ? put(on) : moveToOpen();
  });
  document.addEventListener("htmx:before:request", () => (desk.dataset.last = current()?.dataset.draft ?? ""));
  const undone = (event) => put(document.getElementById(`draft-${event.target.dataset.undoes}`) ?? current());
  desk.addEventListener("submit", undone, { capture: true });
  label();
  put(document.querySelector(".proposal:target") ?? cards().find(isOpen), { focus: false, scroll: false });
}
