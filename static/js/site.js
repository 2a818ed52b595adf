// Binds each [data-module] to what improves it; all of it works without. Modules that few pages need come when asked for.
const modules = {
  filters: async (form) => (await import("./filters.js")).bind(form),
  copy: async (section) => (await import("./copy.js")).bind(section),
};

document.documentElement.classList.add("is-scripted");

for (const element of document.querySelectorAll("[data-module]")) {
  modules[element.dataset.module]?.(element);
}
