"""What was published when: the versions of an event or a statement, and what each changed, field by field."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from timeline.kinds import KINDS
from timeline.models import Citation, Event, Modality, Office, Participation, Revision, Statement
from timeline.pages.dates import when_text
from timeline.pages.passages import told
from timeline.queries.revisions import citations_in, correction_count, corrections, labels_of
from timeline.values import When, language_of_words

Content = Mapping[str, Any]


@dataclass(frozen=True)
class Names:
    """The present names of what revisions name by its slug."""

    countries: Mapping[str, str] = told("Country by slug.")
    leaders: Mapping[str, str] = told("Leader by slug.")
    offices: Mapping[str, str] = told("Office by slug.")
    languages: Mapping[int, str] = told("Language of a source by its id.")


class Words(str):
    """Words of the record, which are in a language of their own on whatever page; what stands round them is not."""

    language: str
    before: str
    own: str
    after: str

    def __new__(cls, text: str, language: str = "en", *, before: str = "", after: str = "") -> "Words":
        """Return a text with its language (BCP 47), and with what stands before and after it in the page's."""
        made = super().__new__(cls, f"{before}{text}{after}")
        made.language, made.before, made.own, made.after = language, before, text, after
        return made


@dataclass(frozen=True)
class FieldChange:
    """What one version changed in one field."""

    field: str = told("What was changed, in words.")
    before: list[str] = told("What it said; of lists, what was taken away.")
    after: list[str] = told("What it says; of lists, what was added.")


@dataclass(frozen=True)
class VersionLine:
    """One version in a history."""

    revision: Revision = told("What was published.")
    changes: list[FieldChange] = told("What it changed against the version before it; empty in the first.")
    is_first: bool = told("Whether nothing was published before it.")


def _date(content: Content, names: Names) -> str:
    words = when_text(When.parse(content["edtf"]))
    if not content.get("source_words"):
        return words
    dating = [one for one in content.get("citations", ()) if one["field"] == Citation.Field.WHEN]
    passages = ((one["exact"], names.languages.get(one["source"], "")) for one in dating)
    language = language_of_words(content["source_words"], passages)
    return Words(content["source_words"], language, before=f"{words} (“", after="”)")


def _kind(content: Content) -> str:
    kind = KINDS.get(content["kind"])
    return _(kind.label) if kind else str(content["kind"])


def _label(choices: Any, value: str) -> str:
    return _(str(choices(value).label)) if value in choices.values else value


def _person(part: Content, names: Names) -> str:
    country = names.countries.get(part["country"], part["country"])
    text = country
    if part.get("leader"):
        leader = names.leaders.get(part["leader"], part["leader"])
        office = names.offices.get(part["office"], part["office"]) if part.get("office") else _("office not known")
        text = f"{leader}, {office}, {country}"
    return f"{text} ({_label(Participation.Role, part['role'])})"


def _passage(citation: Content, names: Names) -> str:
    field = _label(Citation.Field, citation["field"])
    language = names.languages.get(citation["source"], "")
    return Words(citation["exact"], language, before="“", after=f"” ({citation['outlet']}; {field})")


def _said(statement: Content, names: Names) -> str:
    speaker = statement.get("leader")
    name = names.leaders.get(speaker, speaker) if speaker else statement["speaker_name"]
    words = f"“{statement['words']}”" if statement["speech"] == Statement.Speech.DIRECT else statement["words"]
    return Words(f"{name}: {words}", statement["language"])


def _claim(claim: Content) -> str:
    about = _("about") + " " if claim["is_approximate"] else ""
    # Versions from before figures could name a check have no such field.
    word = _("fact check")
    checked = f"; {word}: {claim['fact_check']}" if claim.get("fact_check") else ""
    date = when_text(When.parse(claim["edtf"]))
    return f"{claim['subject']}, {about}{claim['value']} {claim['unit']}, {date}{checked}"


def _texts(content: Content, names: Names) -> dict[str, list[str]]:
    """Return all that a revision says, by field in words, each as a list of texts."""
    said: dict[str, list[str]] = {}
    if "title" in content:
        said[_("Title")] = [Words(content["title"])]
        said[_("Summary")] = [Words(content["summary"])]
        said[_("Kind")] = [_kind(content)]
        said[_("Whether it took place")] = [_label(Modality, content["modality"])]
        said[_("Level")] = [_label(Office.Level, content["level"])]
        said[_("Place")] = [Words(content["place"])]
        said[_("Time zone")] = [content["time_zone"]]
        said[_("Who took part")] = [_person(part, names) for part in content["participations"]]
        said[_("Statements")] = [_said(statement, names) for statement in content["statements"]]
    else:
        said[_("Words")] = [_said(content, names)]
        said[_("Form")] = [_label(Statement.Speech, content["speech"])]
        said[_("For")] = [names.countries.get(content["country"], content["country"] or "")]
        said[_("About")] = [names.countries.get(slug, slug) for slug in content["about"]]
        said[_("Where it was said")] = [Words(content["channel"])]
        said[_("Reported by")] = [link["name"] for link in content["attributions"]]
        said[_("Figures")] = [_claim(claim) for claim in content["claims"]]
    said[_("When")] = [_date(content, names)]
    said[_("Passages")] = [_passage(citation, names) for citation in citations_in(content)]
    return {field: [text for text in texts if text] for field, texts in said.items()}


def changes_between(before: Content, after: Content, names: Names) -> list[FieldChange]:
    """Return what was changed, by field; of fields that hold several texts only what came and went."""
    old, new = _texts(before, names), _texts(after, names)
    found = []
    for field, texts in new.items():
        was = old.get(field, [])
        gone, come = [text for text in was if text not in texts], [text for text in texts if text not in was]
        if gone or come:
            found.append(FieldChange(field, list(dict.fromkeys(gone)), list(dict.fromkeys(come))))
    return found


def version_lines(revisions: Sequence[Revision], names: Names) -> list[VersionLine]:
    """Return the versions of one thing, the latest first as they are given, with what each changed."""
    lines = []
    for place, revision in enumerate(revisions):
        earlier = revisions[place + 1] if place + 1 < len(revisions) else None
        changes = changes_between(earlier.content, revision.content, names) if earlier else []
        lines.append(VersionLine(revision, changes, earlier is None))
    return lines


@dataclass(frozen=True)
class HistoryPage:
    """Every published version of an event or a statement."""

    event: Event | None = told("The event, where it is one's history.")
    statement: Statement | None = told("The statement, where it is one's history.")
    title: str = told("What it is called; empty where it was withdrawn.")
    versions: list[VersionLine] = told("The versions, the latest first.")
    is_withdrawn: bool = told("Whether it was withdrawn: then what it said is not shown.")


@dataclass(frozen=True)
class VersionPage:
    """What one version said, as it stood."""

    revision: Revision = told("What was published.")
    fields: list[tuple[str, list[str]]] = told("Each field in words with its texts.")
    title: str = told("The title then, or whose statement it is.")
    summary: str = told("The summary then, or the words.")
    address: str = told("The present page of the event or statement.")
    versions: list[int] = told("The numbers of all versions, oldest first.")
    current: int = told("The number of the version that stands now.")

    @property
    def is_current(self) -> bool:
        """Return whether this version stands now."""
        return self.revision.version == self.current


def fields_of(content: Content, names: Names) -> list[tuple[str, list[str]]]:
    """Return all that a revision says, without what is empty."""
    return [(field, texts) for field, texts in _texts(content, names).items() if texts]


def names_of(revisions: Iterable[Revision]) -> Names:
    """Return the present names of what revisions name (4 queries)."""
    return Names(*labels_of(revision.content for revision in revisions))


def event_history_page(event: Event, revisions: Sequence[Revision]) -> HistoryPage:
    """Show every version of an event; of one that was withdrawn only kinds, days and reasons (4 queries or none)."""
    is_withdrawn = event.withdrawn_at is not None
    lines = _without_words(revisions) if is_withdrawn else version_lines(revisions, names_of(revisions))
    return HistoryPage(event, None, "" if is_withdrawn else event.title, lines, is_withdrawn)


def statement_history_page(statement: Statement, revisions: Sequence[Revision]) -> HistoryPage:
    """Show every version of a statement; of one that was withdrawn only kinds, days and reasons (4 queries or none)."""
    is_withdrawn = statement.withdrawn_at is not None
    lines = _without_words(revisions) if is_withdrawn else version_lines(revisions, names_of(revisions))
    return HistoryPage(None, statement, "" if is_withdrawn else statement.words, lines, is_withdrawn)


def _without_words(revisions: Sequence[Revision]) -> list[VersionLine]:
    return [VersionLine(revision, [], place == len(revisions) - 1) for place, revision in enumerate(revisions)]


def version_page(revisions: Sequence[Revision], version: int, address: str) -> VersionPage | None:
    """Show one version as it stood, or None where there is none of that number (4 queries)."""
    revision = next((revision for revision in revisions if revision.version == version), None)
    if revision is None:
        return None
    names = names_of([revision])
    content = revision.content
    is_event = "title" in content
    skipped = {_("Title"), _("Summary"), _("Words")}
    return VersionPage(
        revision=revision,
        fields=[(field, texts) for field, texts in fields_of(content, names) if field not in skipped],
        title=content["title"] if is_event else _said(content, names),
        summary=content["summary"] if is_event else "",
        address=address,
        versions=sorted(revision.version for revision in revisions),
        current=max(revision.version for revision in revisions),
    )


@dataclass(frozen=True)
class CorrectionLine:
    """A correction in the log."""

    revision: Revision = told("What was published.")
    changes: list[FieldChange] = told("What it changed; nothing of what was withdrawn.")
    is_withdrawn: bool = told("Whether the event or statement was withdrawn.")


@dataclass(frozen=True)
class CorrectionsPage:
    """The log of corrections."""

    lines: list[CorrectionLine] = told("The corrections, the latest first.")
    count: int = told("How many corrections and retractions there were in all.")
    following: str = told("The query of the page after; empty on the last.")
    contact: str = told("Where errors are reported, as a link; empty where the site does not say.")


def corrections_page(before_id: int | None) -> CorrectionsPage:
    """Read a page of the log (at most 7 queries)."""
    logged, has_more = corrections(before_id)
    told_of = [one for one in logged if one.before]
    names = names_of([revision for one in told_of if one.before for revision in (one.revision, one.before)])
    lines = []
    for one in logged:
        thing = one.revision.event or one.revision.statement
        changes = changes_between(one.before.content, one.revision.content, names) if one.before else []
        lines.append(CorrectionLine(one.revision, changes, thing is None or thing.withdrawn_at is not None))
    following = f"following={logged[-1].revision.pk}" if has_more else ""
    return CorrectionsPage(lines, correction_count(), following, settings.CONTACT)
