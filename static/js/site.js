// Binds each [data-module] to what improves it; all of it works without. What few need comes when it is asked for.

// What this browser keeps under a name, or keeps from now on; nothing where it refuses to.
function kept(name, value) {
  try {
    if (value) localStorage.setItem(name, value);
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function bindKeys(dialog) {
  document.addEventListener("keydown", async (event) => {
    if (dialog.open || !["j", "k", "/", "?"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]") || kept("timeline-keys-off")) return;
    event.preventDefault();
    // At once: what is typed next must not be lost while a module comes.
    if (event.key === "/") return document.querySelector(".masthead input").select();
    (await import("./keys.js")).press(event.key, dialog);
  });
}

// Notes a first visit; what changed since an earlier one, the module tells.
async function bindVisits(line) {
  const name = `visit ${location.pathname}`;
  if (kept(name)) return (await import("./visits.js")).bind(line, name);
  kept(name, JSON.stringify({ at: Date.now(), since: null }));
}

const atFocus = (form, load) => form.addEventListener("focusin", async () => (await load()).bind(form), { once: true });

const modules = {
  filters: (form) => {
    atFocus(form, () => import("./filters.js"));
    // An answer may be there before the module is.
    const fail = async (event) => (await import("./filters.js")).fail(form, event);
    for (const name of ["htmx:error", "htmx:response:error"]) form.addEventListener(name, fail);
  },
  "search-box": (form) => atFocus(form, () => import("./search-box.js")),
  copy: async (section) => (await import("./copy.js")).bind(section),
  actions: (row) => {
    for (const button of row.querySelectorAll("[data-action]")) button.hidden = false;
    row.addEventListener("click", async (event) => (await import("./actions.js")).run(event, row));
  },
  keys: bindKeys,
  visits: bindVisits,
};
const bound = new WeakSet();

function bindAll() {
  for (const element of document.querySelectorAll("[data-module]")) {
    if (!bound.has(element)) modules[element.dataset.module]?.(element);
    bound.add(element);
  }
}

document.documentElement.classList.add("is-scripted");
bindAll();
document.addEventListener("htmx:after:settle", bindAll);
