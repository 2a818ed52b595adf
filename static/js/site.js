// Binds each [data-module] to what improves it; all of it works without. Modules that few pages need come when asked for.
const modules = {
  filters: async (form) => (await import("./filters.js")).bind(form),
  "search-box": (form) =>
    form.addEventListener("focusin", async () => (await import("./search-box.js")).bind(form), { once: true }),
  copy: async (section) => (await import("./copy.js")).bind(section),
};

document.documentElement.classList.add("is-scripted");

for (const element of document.querySelectorAll("[data-module]")) {
  modules[element.dataset.module]?.(element);
}
