"""What the desk's templates write again and again: fields in our dress, dates in words."""

from django import template
from django.forms import BoundField, CheckboxInput
from django.utils.safestring import SafeString

from timeline.values import When

register = template.Library()


@register.filter
def dressed(field: BoundField) -> SafeString:
    """Return a form's field with the class of our fields and, where it is wrong, the marks of that."""
    attributes: dict[str, str | bool] = {} if isinstance(field.field.widget, CheckboxInput) else {"class": "field"}
    if field.errors:
        attributes |= {"aria-invalid": "true", "aria-describedby": f"{field.id_for_label}-error-1"}
    return field.as_widget(attrs=attributes)


@register.filter
def as_when(edtf: str) -> When | None:
    """Return the date of an EDTF text; nothing where it is none."""
    try:
        return When.parse(edtf)
    except ValueError:
        return None
