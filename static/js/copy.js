// Offers a button that copies the words with their attribution, and says so.
export function bind(section) {
  const text = section.querySelector("[data-copy-text]");
  const button = section.querySelector("[data-copy-button]");
  const done = section.querySelector("[data-copy-done]");
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent.trim());
    done.textContent = done.dataset.copyWords;
  });
}
