// Fills the form with the words that were selected on the desk, and with those selected in the article below it.
export function bind(form) {
  const words = form.querySelector("[name=words]");
  const paragraph = form.querySelector("[name=paragraph]");
  const brought = new URLSearchParams(location.hash.slice(1)).get("words");
  if (brought && !words.value) words.value = brought;
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const found = selection.anchorNode?.parentElement?.closest("[data-paragraph]");
    if (!found || selection.isCollapsed) return;
    words.value = selection.toString().trim();
    paragraph.value = found.dataset.paragraph;
  });
}
