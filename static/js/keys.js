// Keys of a timeline: j and k go from event to event, ? lists them and has the switch.
const OFF = "timeline-keys-off";

// Where events are folded stands a link, which is a stop among them.
const STOPS = "#timeline .event, #timeline .timeline__fold";

const events = () => [...document.querySelectorAll(STOPS)].filter((event) => event.offsetParent);

// The place of the event that has the focus; else a place just before the first that begins in the window.
function here(all) {
  const focused = all.indexOf(document.activeElement.closest(STOPS));
  if (focused >= 0) return focused;
  const below = all.findIndex((event) => event.getBoundingClientRect().top > 0);
  return (below < 0 ? all.length : below) - 0.5;
}

// Past the last event stands the link to the next page of the list, before the first the one to the page before.
function move(step) {
  const all = events();
  const at = here(all);
  const wanted = all[step > 0 ? Math.floor(at) + 1 : Math.ceil(at) - 1];
  const link = document.querySelector(`#timeline [rel=${step > 0 ? "next" : "prev"}]`);
  const target = wanted?.querySelector(".event__title a, .timeline__fold > a") ?? link;
  target?.focus({ preventScroll: true });
  (wanted ?? target)?.scrollIntoView({ block: "nearest" });
}

export function open(dialog) {
  const toggle = dialog.querySelector("[data-keys-switch]");
  toggle.checked = !localStorage.getItem(OFF);
  toggle.onchange = () => (toggle.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1"));
  dialog.showModal();
}

export function press(key, dialog) {
  if (key === "j") move(1);
  if (key === "k") move(-1);
  if (key === "?") open(dialog);
}
