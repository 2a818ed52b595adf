// Binds each [data-module] to its module, which only improves what works without it.
const modules = {
  copy: () => import("./copy.js"),
  filters: () => import("./filters.js"),
};

document.documentElement.classList.add("is-scripted");

for (const element of document.querySelectorAll("[data-module]")) {
  const load = modules[element.dataset.module];
  if (load) load().then((module) => module.bind(element));
}
