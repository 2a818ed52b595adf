"""What programs that collect references read in the markup of a page."""

from django import template
from django.utils import timezone

from timeline.models import Event, Source, Statement
from timeline.outputs.reference import coins, to_event, to_source, to_statement

register = template.Library()


@register.simple_tag
def reference(record: Event | Statement | Source, address: str = "") -> str:
    """Return the reference to a source, or to the version of a page of ours at an address, as COinS has it."""
    if isinstance(record, Source):
        return coins(to_source(record))
    # When it was read, which is not among the fields, is known to who reads it alone.
    day = timezone.localdate(record.updated_at)
    return coins(to_event(record, address, day) if isinstance(record, Event) else to_statement(record, address, day))
