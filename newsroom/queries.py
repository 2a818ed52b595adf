"""Read over the newsroom's models; each docstring says how many queries it costs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from django.db.models import Count, Q, QuerySet

from newsroom.models import Article, Decision, Draft, LogEntry, ParagraphMark, Reading, TextVersion
from newsroom.models.content import Content, EventContent, Participant, StatementContent, content_from_json
from newsroom.reading import sameness
from timeline.kinds import KINDS
from timeline.models import Citation, Country, Event, Leader, Participation, Tenure
from timeline.values import When

COPIES_COMPARED = 60
EVENTS_COMPARED = 100
DECIDABLE = (Draft.State.PROPOSED, Draft.State.ACCEPTED, Draft.State.REJECTED, Draft.State.PUBLISHED)


PASSAGE_FIELDS = {
    "event": ("summary", "when", "kind", "modality", "place"),
    "statement": ("words", "speaker", "when", "claim"),
}


@dataclass(frozen=True, slots=True)
class DraftRow:
    """Hold a draft with its typed content and its passages."""

    draft: Draft
    content: Content

    @property
    def passages(self) -> list[tuple[str, str]]:
        """Return (field, subject) of each passage."""
        return [(one.field, one.subject) for one in self.draft.passages.all()]

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Return the parts in an event; a statement has none."""
        return self.content.participants if isinstance(self.content, EventContent) else ()


@dataclass(frozen=True, slots=True)
class Desk:
    """Hold all that the desk shows of one article."""

    article: Article
    text: TextVersion
    reading: Reading
    drafts: list[DraftRow]
    marks: list[ParagraphMark]
    last: Decision | None
    countries: dict[str, Country]
    leaders: dict[str, Leader]
    tenures: dict[int, list[Tenure]]
    events: list[Event]


@dataclass(frozen=True, slots=True)
class Copy:
    """Hold an article that looks like another copy of the same report, how alike, and where the words differ."""

    article: Article
    likeness: float
    differences: list[sameness.Difference]

    @property
    def percent(self) -> int:
        """Return the share of words in common, in hundredths."""
        return round(self.likeness * 100)


@dataclass(frozen=True, slots=True)
class Lack:
    """Name what a draft lacks before it can be published: the axis, a fixed word for why, the field that mends it."""

    axis: str
    code: str
    field: str
    about: str = ""


@dataclass(slots=True)
class Verification:
    """Count what the check of all published passages found."""

    verified: int = 0
    not_held: int = 0
    failed: list[Citation] = field(default_factory=list)


def waiting_articles() -> QuerySet[Article]:
    """Return open articles, the oldest first, each with its count of drafts by state. One query."""
    counted = {
        f"{state}_count": Count("texts__readings__drafts", filter=Q(texts__readings__drafts__state=state))
        for state in ("proposed", "accepted", "published")
    }
    return (
        Article.objects.filter(state=Article.State.OPEN)
        .select_related("claimed_by", "added_by")
        .annotate(**counted)
        .order_by("added_at", "pk")
    )


def recent_log(limit: int = 12) -> list[LogEntry]:
    """Return the newest changes with who made them. One query."""
    return list(LogEntry.objects.select_related("by").order_by("-pk")[:limit])


def newest_events(limit: int = 20) -> list[Event]:
    """Return the public events that were recorded last. One query."""
    return list(Event.objects.filter(withdrawn_at__isnull=True).order_by("-pk")[:limit])


def is_event(event_id: int) -> bool:
    """Say whether an event has this number and stands, alone or merged into another. One query."""
    return Event.objects.filter(pk=event_id).exclude(withdrawn_at__isnull=False, merged_into__isnull=True).exists()


def desk_of(article: Article) -> Desk:
    """Return what the desk shows of an article. Eleven queries, whatever its size."""
    text = article.texts.order_by("-number")[:1].get()
    reading = text.readings.order_by("-read_at", "-pk")[:1].get()
    drafts = list(
        Draft.objects.filter(reading__text_version__article=article, state__in=DECIDABLE)
        .select_related("reading__text_version")
        .prefetch_related("passages")
        .order_by("number", "pk")
    )
    rows = [DraftRow(draft, content_from_json(draft.kind, draft.content)) for draft in drafts]
    last = article.decisions.filter(undone_at__isnull=True).select_related("draft").order_by("-pk").first()
    countries, leaders, tenures = _named(row.content for row in rows)
    marks, events = list(text.marks.all()), _events_near(article, [row.content for row in rows])
    return Desk(article, text, reading, rows, marks, last, countries, leaders, tenures, events)


def _events_near(article: Article, contents: list[Content]) -> list[Event]:
    """Return the public events that drafts may tell of: of their countries and days, not from this article itself.

    Two queries; none where no draft has two parties and a date.
    """
    events = [one for one in contents if isinstance(one, EventContent) and len({p.country for p in one.parties}) > 1]
    whens = [when for one in events if (when := when_of(one.edtf)) is not None]
    days = [day for when in whens for day in (when.earliest, when.latest) if day is not None]
    if not days:
        return []
    slugs = {part.country for one in events for part in one.parties}
    named = Participation.objects.filter(country__slug__in=slugs, role=Participation.Role.PARTY).values("event")
    near = Event.objects.filter(pk__in=named, withdrawn_at__isnull=True).filter(
        Q(earliest__lte=max(days)) | Q(earliest__isnull=True), Q(latest__gte=min(days)) | Q(latest__isnull=True)
    )
    if article.source_id:
        near = near.exclude(citations__source=article.source_id)
    return list(near.prefetch_related("participations__country").order_by("-pk")[:EVENTS_COMPARED])


def events_told_of(desk: Desk, row: DraftRow) -> list[Event]:
    """Return the events that a draft may be another source for: its parties, days, modality, and kind or its group.

    The likest kind first. No query.
    """
    content = row.content
    when = when_of(content.edtf)
    if not isinstance(content, EventContent) or when is None or content.kind not in KINDS:
        return []
    parties, group = {part.country for part in content.parties}, KINDS[content.kind].group
    found = [
        event
        for event in desk.events
        if KINDS[event.kind].group == group
        and event.modality == content.modality
        and when.overlaps(event.earliest, event.latest)
        and len(parties) > 1
        and parties == {one.country.slug for one in event.participations.all() if one.role == "party"}
    ]
    return sorted(found, key=lambda event: (event.kind != content.kind, event.pk))


def _day_of(article: Article) -> date | None:
    """Return the day of an article: its dateline's, else that of its publication."""
    when = when_of(article.published) if article.published else None
    return article.dateline_on or (when.earliest if when else None)


@lru_cache(maxsize=256)
def _shingles(text: str, spans: tuple[tuple[int, int], ...]) -> sameness.Shingles:
    """Return the runs of words of a stored text's paragraphs; texts never change."""
    return sameness.shingles(text[start:end] for start, end in spans)


def _paragraphs(text: TextVersion) -> list[str]:
    """Return the kept paragraphs of a text as its newest reading has them."""
    return [text.text[part["start"] : part["end"]] for part in _newest(text).paragraphs]


def _newest(text: TextVersion) -> Reading:
    return max(text.readings.all(), key=lambda one: (one.read_at, one.pk))


def copies_of(desk: Desk) -> list[Copy]:
    """Return the articles that look like copies of the desk's and of which nobody has decided so, the likest first.

    Looks at the newest articles of the same origin or of three days before and after. Four queries.
    """
    article, day = desk.article, _day_of(desk.article)
    near = Q(origin=article.origin, published="", dateline_on__isnull=True) if article.origin else Q()
    if day is not None:
        days = [day + timedelta(days=apart) for apart in range(-sameness.DAYS_APART, sameness.DAYS_APART + 1)]
        near |= Q(dateline_on__in=days) | Q(published__in=[one.isoformat() for one in days])
    if not near:
        return []
    acts = (Decision.Act.ONE_ORIGIN, Decision.Act.APART)
    steps = Decision.objects.filter(Q(article=article) | Q(after__other=article.pk), act__in=acts, undone_at=None)
    settled = {pk for owner, other in steps.values_list("article", "after__other") for pk in (owner, other)}
    others = Article.objects.filter(near).exclude(pk__in=settled | {article.pk}).order_by("-pk")[:COPIES_COMPARED]
    texts = (
        TextVersion.objects.filter(article__in=[one.pk for one in others])
        .order_by("article_id", "-number")
        .distinct("article_id")
        .select_related("article")
        .defer("original")
        .prefetch_related("readings")
    )
    found = [copy for text in texts if (copy := _copy(desk, text)) is not None]
    return sorted(found, key=lambda copy: (-copy.likeness, copy.article.pk))


def _copy(desk: Desk, text: TextVersion) -> Copy | None:
    """Return the article of a text as a copy of the desk's, with the differing words; nothing where it is none."""
    mine, yours = desk.reading.paragraphs, _newest(text).paragraphs
    left, right = (
        _shingles(stored.text, tuple((part["start"], part["end"]) for part in parts))
        for stored, parts in ((desk.text, mine), (text, yours))
    )
    share = sameness.likeness(left, right)
    if share < sameness.SHARE_OF_ONE_AGENCY:
        return None
    words = [desk.text.text[part["start"] : part["end"]] for part in mine], _paragraphs(text)
    sketches = (
        sameness.sketch(paragraphs, article.origin, _day_of(article))
        for paragraphs, article in zip(words, (desk.article, text.article), strict=True)
    )
    if not sameness.is_same_story(*sketches):
        return None
    return Copy(text.article, share, sameness.differences(*words))


def draft_row(draft: Draft) -> tuple[Desk, DraftRow]:
    """Return the desk of a draft's article and the draft's own row on it. Nine queries."""
    desk = desk_of(draft.reading.text_version.article)
    return desk, next(row for row in desk.drafts if row.draft.pk == draft.pk)


def _named(
    contents: Iterable[Content],
) -> tuple[dict[str, Country], dict[str, Leader], dict[int, list[Tenure]]]:
    """Return the countries and leaders that contents name, with the leaders' tenures. Three queries."""
    slugs: set[str] = set()
    people: set[str] = set()
    for content in contents:
        if isinstance(content, EventContent):
            slugs |= {part.country for part in content.participants}
            people |= {part.leader for part in content.participants}
        else:
            slugs |= {content.country, *content.about}
            people.add(content.speaker)
    leaders = {one.slug: one for one in Leader.objects.filter(slug__in=people)}
    tenures: dict[int, list[Tenure]] = {}
    held = Tenure.objects.filter(leader__in=leaders.values()).select_related("office__country").order_by("pk")
    for tenure in held:
        tenures.setdefault(tenure.leader_id, []).append(tenure)
    return {one.slug: one for one in Country.objects.filter(slug__in=slugs)}, leaders, tenures


def when_of(edtf: str) -> When | None:
    """Return the date of an EDTF text; nothing where it is none."""
    try:
        return When.parse(edtf)
    except ValueError:
        return None


def office_held(desk: Desk, leader: str, country: str, edtf: str) -> Tenure | None:
    """Return the office that a leader held for a country on the day; no query."""
    person, when = desk.leaders.get(leader), when_of(edtf)
    if person is None or when is None:
        return None
    found = [one for one in desk.tenures.get(person.pk, []) if one.covers(when.earliest, when.latest)]
    order = {"leader": 0, "minister": 1, "official": 2}
    fitting = [one for one in found if not country or one.office.country.slug == country]
    return min(fitting, key=lambda one: (order[one.office.level], one.is_acting, one.pk), default=None)


def lacks_of(desk: Desk, row: DraftRow) -> list[Lack]:
    """Return what a draft lacks on the five axes: source, date, principals, office then, counterpart. No query."""
    lacks = _source_lacks(desk.article)
    if isinstance(row.content, EventContent):
        return lacks + list(_event_lacks(desk, row, row.content))
    return lacks + list(_statement_lacks(desk, row, row.content))


def _source_lacks(article: Article) -> list[Lack]:
    """Return what is not known of the article."""
    names = {"headline": article.headline, "outlet": article.outlet, "origin": article.origin}
    return [Lack("source", "no_" + name, name) for name, value in names.items() if not value.strip()]


def _event_lacks(desk: Desk, row: DraftRow, content: EventContent) -> Iterator[Lack]:
    """Yield what an event lacks."""
    passages = row.passages
    for name, value in (("title", content.title), ("kind", content.kind), ("modality", content.modality)):
        if not value:
            yield Lack("source", "no_" + name, name)
    if when_of(content.edtf) is None:
        yield Lack("date", "no_date", "edtf")
    for name, axis in (("when", "date"), ("kind", "source"), ("modality", "source")):
        if (name, "") not in passages:
            yield Lack(axis, "no_passage", "passage", name)
    if not content.parties:
        yield Lack("principals", "no_party", "participants")
    for part in content.participants:
        yield from _participant_lacks(desk, content.edtf, part, passages)
    if len({part.country for part in content.parties}) < 2 and not content.is_counterpart_unstated:
        yield Lack("counterpart", "no_counterpart", "is_counterpart_unstated")


def _participant_lacks(desk: Desk, edtf: str, part: Participant, passages: list[tuple[str, str]]) -> Iterator[Lack]:
    """Yield what a participation lacks."""
    name = str(desk.leaders.get(part.leader) or part.person or desk.countries.get(part.country) or part.country)
    if part.country not in desk.countries:
        yield Lack("principals", "unknown_country", "participants", name)
    if ("participation", part.subject) not in passages:
        yield Lack("principals", "no_passage", "passage", name)
    is_asked = part.leader and not part.is_office_unknown
    if is_asked and office_held(desk, part.leader, part.country, edtf) is None:
        yield Lack("office", "no_office", "participants", name)


def _statement_lacks(desk: Desk, row: DraftRow, content: StatementContent) -> Iterator[Lack]:
    """Yield what a statement lacks."""
    passages = row.passages
    if when_of(content.edtf) is None:
        yield Lack("date", "no_date", "edtf")
    if not content.words.strip():
        yield Lack("source", "no_words", "words")
    if not content.speaker and not content.speaker_name.strip():
        yield Lack("principals", "no_speaker", "speaker")
    for name, axis in (("words", "source"), ("speaker", "principals")):
        if (name, "") not in passages:
            yield Lack(axis, "no_passage", "passage", name)
    for claim in content.claims:
        if not (claim.subject.strip() and claim.value and claim.unit):
            yield Lack("source", "no_figure", "claim_subject")
        if ("claim", "") not in passages:
            yield Lack("source", "no_passage", "passage", "claim")
    is_asked = content.speaker and not content.is_office_unknown
    if is_asked and office_held(desk, content.speaker, content.country, content.edtf) is None:
        name = str(desk.leaders.get(content.speaker, content.speaker))
        yield Lack("office", "no_office", "is_office_unknown", name)


def is_sound(text: TextVersion, start: int, end: int, exact: str) -> bool:
    """Say whether words stand at their offsets in a stored text that still has its hash. No query."""
    return text.text[start:end] == exact and hashlib.sha256(text.text.encode()).hexdigest() == text.sha256


def verify_citations() -> Verification:
    """Hold each published passage against the stored text of its hash. Two queries, and one for each text."""
    found = Verification()
    texts: tuple[str, TextVersion | None] = ("", None)
    for citation in Citation.objects.order_by("version_hash", "pk").iterator(chunk_size=1000):
        if texts[0] != citation.version_hash:
            stored = TextVersion.objects.filter(sha256=citation.version_hash).order_by("pk").first()
            texts = (citation.version_hash, stored)
        if texts[1] is None:
            found.not_held += 1
        elif is_sound(texts[1], citation.start, citation.end, citation.exact):
            found.verified += 1
        else:
            found.failed.append(citation)
    return found


def leaders_of_countries(slugs: Iterable[str]) -> list[Leader]:
    """Return the leaders who held an office of the countries, for the lists of the forms. One query."""
    return list(
        Leader.objects.filter(tenures__office__country__slug__in=list(slugs))
        .distinct()
        .order_by("sort_key", "pk")[:200]
    )
