// Leads from the box to what it suggests by the arrow keys, says how much that is, and puts it away again.
export function bind(form) {
  const input = form.querySelector("input[type=search]");
  const box = form.querySelector("[data-search-suggestions]");
  const status = form.querySelector("[data-search-status]");
  const links = () => [...box.querySelectorAll("a")];

  const close = () => box.replaceChildren();

  form.addEventListener("keydown", (event) => {
    const all = links();
    if (!all.length) return;
    const at = all.indexOf(document.activeElement);
    if (event.key === "Escape") {
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
