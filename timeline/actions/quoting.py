"""Hold what an event quotes against the passages that are left, whatever took the others away."""

from django.db.models import Q, QuerySet

from timeline.actions.checks import unsupported_words
from timeline.actions.errors import QuotationNotVerbatim
from timeline.models import Citation, Event
from timeline.values import quoted_runs


def check_words_of_event(event: Event | None, which: str) -> None:
    """Raise ``QuotationNotVerbatim`` where a standing event quotes words of no passage of its own or its statements.

    ``which`` names the event in the sentence. One query for an event that quotes something, else none.
    """
    if event is None or event.withdrawn_at or not quoted_runs(event.title + "\n" + event.summary):
        return
    passages = list(_words(Q(event=event) | Q(participation__event=event) | _of_statements(event)))
    for name, text in (("title", event.title), ("summary", event.summary)):
        if lost := unsupported_words(text, passages):
            raise QuotationNotVerbatim(
                f"In the {name} of {which}, “{lost}” would be in no passage any more. "
                f"Change the {name} first, or add to that event a passage that has the words."
            )


def words_of_statements(event: Event) -> QuerySet[Citation, str]:
    """Return the passages of the statements of an event, and of the figures in them (1 query)."""
    return _words(_of_statements(event))


def _of_statements(event: Event) -> Q:
    said = Q(statement__event=event, statement__withdrawn_at__isnull=True)
    return said | Q(claim__statement__event=event, claim__statement__withdrawn_at__isnull=True)


def _words(passages: Q) -> QuerySet[Citation, str]:
    return Citation.objects.filter(passages).values_list("exact", flat=True)
