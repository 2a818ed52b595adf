// Does what needs a script: copies the page's address, prints it, lists the keys.
import { open } from "./keys.js";

const SHOWN_FOR = 2500;

async function copy(button, done) {
  const words = button.textContent;
  await navigator.clipboard.writeText(location.href);
  done.textContent = button.dataset.done;
  button.textContent = button.dataset.done;
  setTimeout(() => (button.textContent = words), SHOWN_FOR);
}

export function run(event, row) {
  const button = event.target.closest("[data-action]");
  const { action } = button?.dataset ?? {};
  if (action === "copy") copy(button, row.querySelector("[data-action-done]"));
  if (action === "print") print();
  if (action === "keys") open(document.getElementById("keys"));
}
