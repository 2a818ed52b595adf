"""What the desk's templates write again and again: fields in our dress, dates in words."""

from django import template
from django.forms import BoundField, CheckboxInput
from django.utils.safestring import SafeString

from timeline.models import Citation

register = template.Library()


@register.filter
def dressed(field: BoundField) -> SafeString:
    """Return a form's field with the class of our fields and, where it is wrong, the marks of that."""
    attributes: dict[str, str | bool] = {} if isinstance(field.field.widget, CheckboxInput) else {"class": "field"}
    if field.errors:
        attributes |= {"aria-invalid": "true", "aria-describedby": f"{field.id_for_label}-error-1"}
    return field.as_widget(attrs=attributes)


@register.filter
def field_words(field: str) -> str:
    """Return what a passage supports, in words."""
    return str(dict(Citation.Field.choices).get(field, field))
