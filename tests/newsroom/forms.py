"""Forms of pages as a browser would send them."""

import html
import re

FORM = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL)


def forms_of(response, action):
    """Return the values of each form of a page that leads to an address, as a browser would send them."""
    found = []
    for form in FORM.findall(response.content.decode()):
        if f'action="{action}"' not in form.split(">", 1)[0]:
            continue
        values = {}
        for field in re.findall(r"<input\b[^>]*>", form):
            name, value = (re.search(rf'\b{key}="([^"]*)"', field) for key in ("name", "value"))
            is_unchecked = 'type="checkbox"' in field and "checked" not in field
            if name and not is_unchecked:
                values[name[1]] = html.unescape(value[1]) if value else ("on" if 'type="checkbox"' in field else "")
        for name, inside in re.findall(r'<textarea\b[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', form, re.DOTALL):
            values[name] = html.unescape(inside).removeprefix("\n")
        for name, inside in re.findall(r'<select\b[^>]*name="([^"]*)"[^>]*>(.*?)</select>', form, re.DOTALL):
            chosen = re.search(r'<option value="([^"]*)" selected', inside) or re.search(
                r'<option value="([^"]*)"', inside
            )
            values[name] = html.unescape(chosen[1])
        values.pop("csrfmiddlewaretoken", None)
        found.append(values)
    return found
