// Leads from the box to what it suggests by the arrow keys, says how much that is, and puts it away again.
export function bind(form) {
  const input = form.querySelector("input[type=search]");
  const box = form.querySelector("[data-search-suggestions]");
  const status = form.querySelector("[data-search-status]");
  // The first page lays what is found out below its box, where it stays.
  const links = () => [...(box ?? document.getElementById("found")).querySelectorAll("a")];

  const close = () => box.replaceChildren();

  (box ? form : document).addEventListener("keydown", (event) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    if (!all.length || (at < 0 && !form.contains(event.target))) return;
    if (event.key === "Escape" && box) {
      close();
      input.focus();
    } else if (event.key === "ArrowDown") {
      all[Math.min(at + 1, all.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      (all[at - 1] ?? input).focus();
    } else {
      return;
    }
    event.preventDefault();
  });

  if (!box) return;
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!form.contains(event.target)) close();
  });

  new MutationObserver(() => {
    const words = box.firstElementChild?.dataset.words ?? "";
    if (document.activeElement === input) status.textContent = words;
  }).observe(box, { childList: true });
}
