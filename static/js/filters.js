// The filters of a list: empty fields stay out of the address, menus close, long lists narrow, what failed can be tried again.
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/&/g, " and ").toLowerCase();

export function bind(form) {
  form.addEventListener("formdata", ({ formData }) => {
    const said = [...formData].filter(([, value]) => value.trim());
    for (const name of new Set(formData.keys())) formData.delete(name);
    for (const [name, value] of said) if (`${name}=${value}` !== `show=${form.dataset.show ?? "happened"}`) formData.append(name, value);
  });
  form.addEventListener("input", ({ target }) => {
    if (target.matches("[data-narrow-by]")) narrow(target);
  });
  // A name that only narrows the list is no choice yet: Enter makes it one.
  form.addEventListener("change", (event) => {
    if (event.target.matches("[data-narrow-by]") && shown(event.target).length) event.stopImmediatePropagation();
  }, true);
  form.addEventListener("keydown", (event) => {
    const menu = event.target.closest(".filter-menu[open]");
    if (event.key === "Escape" && menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", ({ target }) => {
    const isBar = matchMedia("(min-width: 56.25rem)").matches;
    for (const menu of isBar ? form.querySelectorAll(".filter-menu[open]") : []) {
      if (!menu.contains(target)) menu.open = false;
    }
  });
  form.addEventListener("htmx:before:request", () => document.getElementById("filters-failed").replaceChildren());
}

const options = (field) => [...field.closest("[data-narrow]").querySelectorAll("li")];
const shown = (field) => options(field).filter((option) => !option.hidden);

function narrow(field) {
  const words = folded(field.value).split(/\s+/);
  for (const option of options(field)) {
    const name = folded(option.textContent);
    option.hidden = !words.every((word) => name.includes(word));
  }
}

export function fail(form, { detail }) {
  const status = detail.ctx?.response?.status ?? 0;
  if (status === 422 || (status && status < 400)) return;
  const place = document.getElementById("filters-failed");
  place.replaceChildren(document.getElementById("filters-failed-text").content.cloneNode(true));
  place.querySelector("button").addEventListener("click", () => form.requestSubmit());
}
