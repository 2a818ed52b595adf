// Keys for what the buttons do: a key presses the button that shows it. Can be turned off (WCAG 2.1.4).
import { cards, current, isOpen, move, moveToOpen, put } from "./desk-cards.js";

const OFF = "desk-keys-off";
const moves = { j: () => move(1), k: () => move(-1), n: moveToOpen, " ": moveToOpen };
const same = { r: "x" };

function press(key) {
  const wanted = `[data-key="${same[key] ?? key}"]`;
  const button = current()?.querySelector(wanted) ?? document.querySelector(`#bar ${wanted}, .desk__proposals > p ${wanted}`);
  if (!button || button.disabled) return false;
  button.click();
  return true;
}

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(OFF)) return;
  if (isTyping(event.target) || (event.key === " " && event.target.closest("button, a, summary"))) return;
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

export function bind(desk) {
  document.addEventListener("keydown", onKey);
  desk.addEventListener("click", (event) => {
    if (event.target.closest("[data-keys-switch]")) {
      localStorage.getItem(OFF) ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1");
      label();
    }
    const draft = event.target.closest(".mark")?.dataset.drafts.split(" ")[0];
    const card = event.target.closest(".proposal") ?? (draft && document.getElementById(`draft-${draft}`));
    if (card && card !== current()) put(card, { focus: false });
  });
  desk.addEventListener("focusin", (event) => {
    const card = event.target.closest(".proposal");
    if (card && card !== current()) put(card, { focus: false });
  });
  document.addEventListener("htmx:finally:request", () => {
    label();
    const on = current() ?? cards().find((card) => card.dataset.draft === desk.dataset.last);
    if (on?.dataset.state === "edited") on.querySelector("input:not([type=hidden]), textarea")?.focus();
    else if (on) isOpen(on) ? put(on) : moveToOpen();
  });
  document.addEventListener("htmx:before:request", () => (desk.dataset.last = current()?.dataset.draft ?? ""));
  desk.addEventListener("submit", (event) => put(document.getElementById(`draft-${event.target.dataset.undoes}`) ?? current()));
  label();
  put(document.querySelector(".proposal:target") ?? cards().find(isOpen), { focus: false });
}
