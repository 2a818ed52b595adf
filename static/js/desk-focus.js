// Brings what went wrong into view and gives it the focus.
export function bind(element) {
  element.focus();
}
