// Takes the words selected in the article along to the form that makes a draft or a passage of them.
function selected() {
  const selection = document.getSelection();
  const paragraph = selection.anchorNode?.parentElement?.closest("[data-paragraph]");
  if (!paragraph || selection.isCollapsed) return null;
  const copy = selection.getRangeAt(0).cloneContents();
  for (const number of copy.querySelectorAll(".mark__number, .paragraph__number, form")) number.remove();
  return { paragraph: paragraph.dataset.paragraph, words: copy.textContent.trim() };
}

export function bind() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-add-words]");
    const found = link && selected();
    if (!found) return;
    const address = new URL(link.href);
    address.searchParams.set("paragraph", found.paragraph);
    address.hash = new URLSearchParams({ words: found.words }).toString();
    event.preventDefault();
    location.assign(address);
  });
}
