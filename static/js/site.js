// Binds each [data-module] to what improves it; all of it works without. What few need comes when it is asked for.
// What this browser keeps under a name, or keeps from now on; nothing where it refuses to.
function kept(name, value) {
  try { return value ? localStorage.setItem(name, value) : localStorage.getItem(name); }
  catch { return null; }
}
// Keys, and what a page must have for each: "/" goes to the search box, the others serve a timeline.
const keys = { "/": "[name=q]", "?": "#keys", j: "#keys", k: "#keys" };
document.addEventListener("keydown", async (event) => {
  const found = document.querySelector(keys[event.key] ?? "_");
  if (!found || event.ctrlKey || event.metaKey || event.altKey || kept("timeline-keys-off")) return;
  if (event.target.closest("input, textarea, select, dialog")) return;
  event.preventDefault();
  // At once: what is typed next must not be lost while a module comes.
  if (event.key === "/") return found.focus(), found.select();
  (await import("./keys.js")).press(event.key, found);
});
// Notes a first visit; what changed since an earlier one, the module tells.
async function bindVisits(line) {
  const name = `visit ${location.pathname}`;
  if (kept(name)) return (await import("./visits.js")).bind(line, name);
  kept(name, JSON.stringify({ at: Date.now(), since: null }));
}
function bindActions(row) {
  for (const button of row.querySelectorAll("[data-action]")) button.hidden = false;
  row.addEventListener("click", async (event) => (await import("./actions.js")).run(event, row));
}
const atFocus = (load) => (form) => form.addEventListener("focusin", async () => (await load()).bind(form), { once: true });
const modules = {
  actions: bindActions,
  copy: async (section) => (await import("./copy.js")).bind(section),
  filters: atFocus(() => import("./filters.js")),
  "search-box": atFocus(() => import("./search-box.js")),
  visits: bindVisits,
};
const bound = new WeakSet();
function bindAll() {
  for (const element of document.querySelectorAll("[data-module]")) {
    if (!bound.has(element)) modules[element.dataset.module]?.(element);
    bound.add(element);
  }
}
// htmx comes with the first touch of what it serves. Where it cannot come, the browser sends the form.
let htmx = null;
async function onTouch(event) {
  if (!event.target.closest("[hx-get]")) return;
  if (event.type === "submit") event.preventDefault();
  htmx ??= import("./htmx.js").catch(() => ({ again: ({ type, target }) => type === "submit" && target.submit() }));
  const { again } = await htmx;
  for (const touch of touches) document.removeEventListener(touch, onTouch);
  again(event);
}
const touches = ["focusin", "input", "change", "submit"];
for (const touch of touches) document.addEventListener(touch, onTouch);
// A step back into a list that htmx changed before this page was loaded anew.
addEventListener("popstate", ({ state }) => state?.htmx && !htmx && location.reload());

document.documentElement.classList.add("is-scripted");
document.addEventListener("htmx:after:settle", bindAll);
bindAll();
