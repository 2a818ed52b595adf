// Binds each [data-module] to what improves it; all of it works without. What few need comes when it is asked for.
const TYPED = "input, textarea, select, [contenteditable]";
const KEYS = ["j", "k", "/", "?"];

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
    if (dialog.open || !KEYS.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest(TYPED) || kept("timeline-keys-off")) return;
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

const modules = {
  filters: (form) => form.addEventListener("focusin", async () => (await import("./filters.js")).bind(form), { once: true }),
  "search-box": (form) =>
    form.addEventListener("focusin", async () => (await import("./search-box.js")).bind(form), { once: true }),
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
    if (bound.has(element)) continue;
    bound.add(element);
    modules[element.dataset.module]?.(element);
  }
}

document.documentElement.classList.add("is-scripted");
bindAll();
document.addEventListener("htmx:after:settle", bindAll);
