// Binds the desk's modules to what asks for them, now and after each swap; each only improves what works without it.
import { bind as bindFocus } from "./desk-focus.js";
import { bind as bindKeys } from "./desk-keys.js";
import { bind as bindSelect } from "./desk-select.js";
import { bind as bindWords } from "./desk-words.js";

const modules = {
  "desk-focus": bindFocus,
  "desk-keys": bindKeys,
  "desk-select": bindSelect,
  "desk-words": bindWords,
};
const bound = new WeakSet();

function bindAll() {
  for (const element of document.querySelectorAll("[data-module]")) {
    const bind = modules[element.dataset.module];
    if (!bind || bound.has(element)) continue;
    bound.add(element);
    bind(element);
  }
}

document.documentElement.classList.add("is-scripted");
bindAll();
document.addEventListener("htmx:after:settle", bindAll);
