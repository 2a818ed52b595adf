"""What is wrong with a filter as an address says it, in sentences of our own that say what may be chosen instead."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.utils.translation import gettext as _

LONGEST_LABEL = 40
# A field with more choices shows them; its error does not name them all.
MOST_NAMED = 8


def short(text: str) -> str:
    """Return a text cut to what a label holds."""
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1]}…"


def errors_of(form: BaseForm) -> dict[str, list[str]]:
    """Return what is wrong with a form, by field."""
    choices = {name: getattr(field, "choices", ()) for name, field in form.fields.items()}
    return {
        name: [sentence for error in errors for sentence in _sentences(error, choices.get(name, ()))]
        for name, errors in form.errors.as_data().items()
    }


def _sentences(error: ValidationError, choices: Any) -> Iterator[str]:
    params = error.params or {}
    if error.code == "invalid_choice":
        labels = [str(label) for value, label in choices if value]
        said = {"value": short(str(params.get("value", ""))), "choices": ", ".join(labels)}
        if 0 < len(labels) <= MOST_NAMED:
            yield _("“%(value)s” cannot be chosen here. What can: %(choices)s.") % said
        else:
            yield _("“%(value)s” cannot be chosen here. Choose from the list.") % said
    elif error.code == "max_length":
        yield _("That is too long. Use at most %(most)d characters.") % {"most": params["limit_value"]}
    else:
        yield from error.messages
