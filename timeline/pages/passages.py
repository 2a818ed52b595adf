"""The words behind the facts: passages with their numbers, and links that open the source at the words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from timeline.models import Citation
from timeline.values import language_of_words

LONGEST_EXCERPT = 300
LONGEST_FRAGMENT = 300
RANGE_WORDS = 5
QUOTATION_MARKS = re.compile(r"[“”„«»‹›\"\n\r]|…|\.\.\.|\[…\]")

# What turns the direction of reading without being seen: words of others could read otherwise than they stand.
TURNING = {place: f"⟨U+{place:04X}⟩" for place in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def told(help_text: str, **more: Any) -> Any:
    """Return a dataclass field with the sentence that says what it shows."""
    return field(metadata={"help": help_text}, **more)


def visible(text: str) -> str:
    """Return words of others with a mark where something unseen turns the direction of reading."""
    return str(text).translate(TURNING)


def _encoded(words: str) -> str:
    """Percent-encode all that has a meaning in a text fragment, hyphens and commas too (WICG)."""
    return quote(words, safe="").replace("-", "%2D")


def passage_address(address: str, exact: str) -> str:
    """Return the address that opens a page at the words of a passage; an empty or odd address gives nothing.

    The longest run without quotation marks is taken, because a page may print other marks; a long one becomes a range
    of its first and last words. A fragment that the address has already is kept.
    """
    if not address.startswith(("https://", "http://")):
        return ""
    runs = [" ".join(run.split()).strip(" ,.;:–—-") for run in QUOTATION_MARKS.split(exact)]
    run = max(runs, key=lambda words: (len(words.split()), len(words)), default="")
    if not run:
        return address
    words = run.split()
    text = _encoded(run)
    if len(run) > LONGEST_FRAGMENT and len(words) > 2 * RANGE_WORDS:
        text = f"{_encoded(' '.join(words[:RANGE_WORDS]))},{_encoded(' '.join(words[-RANGE_WORDS:]))}"
    return f"{address}{'' if '#' in address else '#'}:~:text={text}"


def excerpt(exact: str) -> str:
    """Return the words of a passage, cut at a space to the longest excerpt that is shown of a source."""
    if len(exact) <= LONGEST_EXCERPT:
        return exact
    return exact[: LONGEST_EXCERPT - 1].rsplit(" ", 1)[0] + "…"


@dataclass(frozen=True)
class Note:
    """One numbered passage and the source that it stands in."""

    number: int = told("The number by which facts on the page point to it.")
    before: str = told("Words of the source just before the passage.")
    exact: str = told("The passage, verbatim.")
    after: str = told("Words of the source just after the passage.")
    citation: Citation = told("The citation, with its source.")
    address: str = told("Where the source can be read, opened at the words; empty where it has no address.")
    supports: list[str] = told("What the passage supports, in words.")
    is_source_shown: bool = told("Whether the source is named in full here and not in the note before.")


@dataclass
class Notes:
    """The numbered passages of a page, and which of them support what."""

    notes: list[Note] = told("The passages in the order of their numbers.", default_factory=list)
    by_fact: dict[str, list[int]] = told("Numbers by fact: “when”, “participation 7” ...", default_factory=dict)

    def of(self, fact: str) -> list[int]:
        """Return the numbers of the passages that support a fact."""
        return self.by_fact.get(fact, [])

    @property
    def first_of_kind(self) -> int:
        """Return the number of the first passage that says what it was, to which other pages lead; 0 for none."""
        return next(iter(self.of("kind")), 0)


def language_of_cited(words: str, citations: Iterable[Citation]) -> str:
    """Return the language of words of a source, from the passages that have them or else all; empty if not known."""
    return language_of_words(words, ((citation.exact, citation.source.language) for citation in citations))


def fact_of(citation: Citation) -> str:
    """Return the key of the fact that a citation supports."""
    if citation.participation_id:
        return f"participation {citation.participation_id}"
    if citation.claim_id:
        return f"claim {citation.claim_id}"
    if citation.statement_id:
        return f"statement {citation.statement_id}"
    return str(citation.field)


def numbered(citations: Iterable[Citation], order: dict[str, int]) -> Notes:
    """Number passages in the order in which the page's facts need them; one passage has one number."""
    notes = Notes()
    found: dict[tuple[int, int, int], list[Citation]] = {}
    last = len(order)
    for citation in sorted(citations, key=lambda c: (order.get(fact_of(c), last), c.source_id, c.start, c.pk)):
        found.setdefault((citation.source_id, citation.start, citation.end), []).append(citation)
    source_before = 0
    for number, group in enumerate(found.values(), start=1):
        for citation in group:
            numbers = notes.by_fact.setdefault(fact_of(citation), [])
            if number not in numbers:
                numbers.append(number)
        notes.notes.append(_note(number, group, is_source_shown=group[0].source_id != source_before))
        source_before = group[0].source_id
    return notes


def _note(number: int, group: list[Citation], *, is_source_shown: bool) -> Note:
    """Show a passage with as much of its surroundings as the longest excerpt leaves room for, cut at spaces."""
    citation = group[0]
    exact = excerpt(citation.exact)
    room = max(0, LONGEST_EXCERPT - len(exact)) // 2
    prefix, suffix = citation.prefix[-room:] if room else "", citation.suffix[:room]
    if prefix and " " in prefix:
        prefix = prefix.split(" ", 1)[1] if not prefix[0].isspace() else prefix.lstrip()
    if suffix and " " in suffix:
        suffix = suffix.rsplit(" ", 1)[0] if not suffix[-1].isspace() else suffix.rstrip()
    supports = list(dict.fromkeys(str(c.get_field_display()) for c in group))
    address = passage_address(citation.source.address, citation.exact)
    return Note(number, prefix, exact, suffix, citation, address, supports, is_source_shown)
