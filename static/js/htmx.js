// Brings htmx, does again what was typed, chosen or sent before it was there, and tells where an answer failed.
const settings = { includeIndicatorCSS: false, history: "reload", morphIgnore: ["data-htmx-powered", "open"], defaultTimeout: 15000 };
// It reads them once, as it comes.
const meta = document.createElement("meta");
meta.name = "htmx-config";
meta.content = JSON.stringify(settings);
document.head.append(meta);
await import("../vendor/htmx@4.0.1/htmx.min.js");

// It binds what it serves in a task of its own: until then this module is not there, and who waits for it hears each touch.
await new Promise((done) => setTimeout(done));

export function again({ type, target, submitter }) {
  if (type === "submit") target.requestSubmit(submitter);
  else if (type !== "focusin") target.dispatchEvent(new Event(type, { bubbles: true }));
}

// An answer may be there before the module of the filters is.
async function fail(event) {
  const form = event.target.closest?.("[data-module=filters]");
  if (form) (await import("./filters.js")).fail(form, event);
}
for (const name of ["htmx:error", "htmx:response:error"]) document.addEventListener(name, fail);
