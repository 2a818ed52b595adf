// Binds each [data-module] to what improves it; all of it works without. Modules that few pages need come when asked for.
const modules = {
  // Keeps fields that say nothing out of the address of a filtered list.
  filters: (form) =>
    form.addEventListener("formdata", ({ formData }) => {
      for (const [name, value] of [...formData]) {
        if (value === "") formData.delete(name);
      }
    }),
  copy: async (section) => (await import("./copy.js")).bind(section),
};

document.documentElement.classList.add("is-scripted");

for (const element of document.querySelectorAll("[data-module]")) {
  modules[element.dataset.module]?.(element);
}
