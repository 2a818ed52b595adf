"""Bring articles in, read them, and change what is known of them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from newsroom.actions.log import write_log
from newsroom.actions.names import Names
from newsroom.actions.proposals import Proposed, propose_drafts
from newsroom.actions.refusals import Conflict, Refused
from newsroom.actions.sources import correct_source
from newsroom.models import Article, Draft, Passage, TextVersion, User
from newsroom.models import Reading as StoredReading
from newsroom.models.content import EventContent, StatementContent
from newsroom.reading import read
from newsroom.values import ArticleMeta, Given, Reading, Span
from timeline.inputs import canonical_address

# Rises when the engine may propose something else for the same text.
ENGINE = "19"
LARGEST_TEXT = 2_000_000
LARGEST_FILE = 8_000_000  # of a saved page most is no text; of its text no more is read either
# Of the letters of two passages together; above, a later reading proposes what was decided before.
SAME_WORDS = 0.8
# What a person may change of what is known of an article.
ARTICLE_DETAILS = (
    "headline", "outlet", "origin", "published", "updated", "dateline_place", "dateline_on", "byline", "editors",
    "address", "archive_address", "language", "kind", "access",
)  # fmt: skip
DECLARED = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})")


@dataclass(frozen=True, slots=True)
class Submitted:
    """Say what became of a text: the article, and whether article and text are new."""

    article: Article
    is_new_article: bool
    is_new_text: bool


def check_size(source: str | bytes) -> None:
    """Refuse what is too large before anything reads it; raise ``Refused``."""
    size, largest = len(source), LARGEST_TEXT if isinstance(source, str) else LARGEST_FILE
    if size > largest:
        message = f"The text has {size:,} characters; at most {largest:,} are read. Paste the story alone."
        raise Refused("too_long", message, "text")


def _read_or_refuse(source: str | bytes, given: Given, is_one_article: bool) -> Reading:
    """Return the reading; raise ``Refused`` for what is no article and for what an editor must answer first."""
    reading = read(source, given)
    for problem in reading.problems:
        if problem.is_fatal:
            raise Refused(problem.code, problem.message, "text")
        if problem.code == "several_articles" and not is_one_article:
            raise Refused(problem.code, problem.message, "is_one_article")
    if "\ufffd" in reading.source_text:
        raise Refused(
            "not_text", "The text is not valid text: letters were lost on the way (�). Copy it again.", "text"
        )
    return reading


def submit_text(
    *, source: str | bytes, by: User, at: datetime, given: Given | None = None, is_one_article: bool = False
) -> Submitted:
    """Bring in a text, pasted or as bytes of a file; the same address and text a second time change nothing.

    Another text at a known address becomes its next version. Raise ``Refused`` with the field that it belongs to.
    """
    check_size(source)
    given = given or Given()
    _refuse_day_ahead(given.published, at)
    try:
        given = replace(given, address=canonical_address(given.address))
    except ValueError as error:
        raise Refused("address", str(error), "address") from error
    reading = _read_or_refuse(source, given, is_one_article)
    try:
        with transaction.atomic():
            # One after the other for each person: a second click finds what the first stored.
            User.objects.select_for_update().get(pk=by.pk)
            return _store(source, given, reading, by=by, at=at)
    except IntegrityError:
        # Somebody else brought the same address in at the same moment: theirs is found now.
        with transaction.atomic():
            return _store(source, given, reading, by=by, at=at)


def _store(source: str | bytes, given: Given, reading: Reading, *, by: User, at: datetime) -> Submitted:
    """Store the article, its text, what was read in it and the drafts."""
    sha256 = hashlib.sha256(reading.source_text.encode()).hexdigest()
    address = given.address or _address_of(reading.article)
    article = _find_article(address, sha256)
    is_new = article is None
    if article is None:
        article = Article(address=address, added_by=by, added_at=at)
    known = None if is_new else article.texts.filter(sha256=sha256).first()
    if known is not None:
        _take_address(article, by=by, at=at)
        return Submitted(article, is_new_article=False, is_new_text=False)
    _fill_article(article, reading.article, given)
    article.changed_at, article.state = at, Article.State.OPEN
    article.version += 0 if is_new else 1
    article.save()
    original = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    declared = DECLARED.search(original[:4096])
    text = TextVersion.objects.create(
        article=article,
        number=article.texts.count() + 1,
        text=reading.source_text,
        sha256=sha256,
        original=original,
        declared_encoding=declared[1].decode("ascii") if declared else "",
        used_encoding=reading.article.encoding or "utf-8",
        created_at=at,
    )
    write_log(
        "submit_text", of=article, by=by, at=at, after={"text": text.number, "sha256": sha256, "address": address}
    )
    _store_reading(article, text, reading, at=at)
    return Submitted(article, is_new_article=is_new, is_new_text=True)


def _take_address(article: Article, *, by: User, at: datetime) -> None:
    """Keep the address of a text that was known without one."""
    if Article.objects.filter(pk=article.pk).exclude(address=article.address).exists():
        article.version, article.changed_at = article.version + 1, at
        article.save()
        write_log("describe_article", of=article, by=by, at=at, after={"address": article.address})


def _address_of(meta: ArticleMeta) -> str:
    """Return the address that a page gives of itself; empty where it is none."""
    try:
        return canonical_address(meta.address)
    except ValueError:
        return ""


def _find_article(address: str, sha256: str) -> Article | None:
    """Return the article of an address, or that of the same text where no other address is known; locked."""
    articles = Article.objects.select_for_update().order_by("pk")
    if not address:
        return articles.filter(texts__sha256=sha256).first()
    found = articles.filter(address=address).first() or articles.filter(address="", texts__sha256=sha256).first()
    if found is not None:
        found.address = address
    return found


def _fill_article(article: Article, meta: ArticleMeta, given: Given) -> None:
    """Take over what was read of an article; what a person gave wins."""
    article.headline = (given.title or meta.title or article.headline)[:300]
    article.outlet = (given.outlet or article.outlet or meta.republisher or meta.origin)[:120]
    article.origin = (meta.origin or article.outlet)[:120]
    article.republisher = meta.republisher[:120]
    article.byline = ", ".join(meta.authors)[:300]
    article.editors = ", ".join(meta.editors)[:300]
    article.dateline_place, article.dateline_on = meta.dateline_place[:120], meta.dateline_date
    article.published = meta.published.isoformat() if meta.published else ""
    article.updated = meta.updated.isoformat() if meta.updated else article.updated
    article.access = meta.access or article.access
    article.published_origin, article.published_reason = meta.published_origin[:80], meta.published_reason[:300]
    article.date_candidates = [asdict(one) | {"day": one.day.isoformat()} for one in meta.candidates]
    article.language = meta.language


def _store_reading(article: Article, text: TextVersion, reading: Reading, *, at: datetime) -> StoredReading:
    """Store a reading and those of its proposals that nobody has decided before; older undecided ones are replaced."""
    stored = StoredReading.objects.create(
        text_version=text,
        engine=ENGINE,
        paragraphs=[{"start": one.source_start, "end": one.source_end, "role": one.role} for one in reading.paragraphs],
        dropped=[{"start": one.start, "end": one.end, "reason": one.reason} for one in reading.dropped],
        problems=[{"code": one.code, "message": one.message} for one in reading.problems],
        read_at=at,
    )
    drafts = Draft.objects.filter(reading__text_version__article=article)
    touched = drafts.filter(state=Draft.State.PROPOSED, is_by_hand=False, decisions__isnull=True)
    touched.update(state=Draft.State.REPLACED, changed_at=at)
    known = set(drafts.exclude(state=Draft.State.REPLACED).values_list("fingerprint", flat=True))
    number = max(drafts.values_list("number", flat=True), default=0)
    decided = _decided_words(drafts, text)
    fresh = {
        one.fingerprint: one
        for one in propose_drafts(reading, Names())
        if one.fingerprint not in known and not _is_decided(one, decided)
    }
    numbers = {fingerprint: number + place for place, fingerprint in enumerate(fresh, 1)}
    for fingerprint, one in fresh.items():
        if isinstance(one.content, StatementContent) and one.event:
            one.content = replace(one.content, event=numbers.get(one.event.fingerprint, 0))
        _store_draft(stored, one, numbers[fingerprint], at=at)
    return stored


def _decided_words(drafts: QuerySet[Draft], text: TextVersion) -> dict[tuple[str, str], list[Span]]:
    """Return by kind, and kind of event, where the principal words of the drafts of a text stand. One query."""
    found: dict[tuple[str, str], list[Span]] = {}
    rows = drafts.exclude(state=Draft.State.REPLACED).filter(
        reading__text_version=text, passages__field__in=("summary", "words")
    )
    for kind, event_kind, start, end in rows.values_list("kind", "content__kind", "passages__start", "passages__end"):
        found.setdefault((kind, event_kind or ""), []).append(Span(start, end))
    return found


def _is_decided(one: Proposed, decided: dict[tuple[str, str], list[Span]]) -> bool:
    """Tell whether a proposal stands on nearly the words of a decided one: a newer engine may cut them otherwise."""
    first = one.passages[0]
    kind = one.content.kind if isinstance(one.content, EventContent) else ""
    for span in decided.get((one.kind, kind), ()):
        shared = min(span.end, first.end) - max(span.start, first.start)
        if shared >= SAME_WORDS * (max(span.end, first.end) - min(span.start, first.start)):
            return True
    return False


def _store_draft(reading: StoredReading, one: Proposed, number: int, *, at: datetime) -> None:
    """Store a proposed draft with its passages."""
    draft = Draft.objects.create(
        reading=reading,
        number=number,
        kind=one.kind,
        content=one.content.to_json(),
        rule=one.rule,
        confidence=one.confidence,
        fingerprint=one.fingerprint,
        changed_at=at,
    )
    text = reading.text_version.text
    Passage.objects.bulk_create(
        Passage(draft=draft, field=c.field, subject=c.subject, start=c.start, end=c.end, exact=text[c.start : c.end])
        for c in one.passages
    )


def locked_article(article_id: int, expected_version: int | None = None) -> Article:
    """Return the article, locked; raise ``Conflict`` where it changed since."""
    article = Article.objects.select_for_update().get(pk=article_id)
    if expected_version is not None and article.version != expected_version:
        raise Conflict(article)
    return article


@transaction.atomic
def read_again(*, article: Article, by: User, at: datetime, published: str = "") -> None:
    """Read the newest text again, with a date that a person gave; what was decided stays decided."""
    article = locked_article(article.pk)
    text = article.texts.order_by("-number").first()
    if text is None:
        return
    given = Given(article.headline, article.outlet, article.address, published or article.published)
    reading = read(bytes(text.original), given)
    if hashlib.sha256(reading.source_text.encode()).hexdigest() != text.sha256:
        reading = read(text.text, given)
    _store_reading(article, text, reading, at=at)
    write_log("read_again", of=article, by=by, at=at, after={"text": text.number, "engine": ENGINE})


@transaction.atomic
def describe_article(
    *, article: Article, details: dict[str, Any], expected_version: int, by: User, at: datetime
) -> Article:
    """Change what is known of an article; another date of publication makes the engine read it again."""
    _refuse_day_ahead(details.get("published", ""), at)
    article = locked_article(article.pk, expected_version)
    before = {name: getattr(article, name) for name in ARTICLE_DETAILS}
    for name in ARTICLE_DETAILS:
        setattr(article, name, details.get(name, before[name]))
    is_new_date = article.published != before["published"]
    if is_new_date:
        article.published_origin, article.published_reason = "given", ""
    article.version, article.changed_at = article.version + 1, at
    _refuse_taken_address(article)
    article.save()
    correct_source(article, by=by, at=at)
    after = {name: getattr(article, name) for name in ARTICLE_DETAILS}
    write_log("describe_article", of=article, by=by, at=at, before=_logged(before), after=_logged(after))
    if is_new_date:
        read_again(article=article, by=by, at=at, published=article.published)
    return article


def _logged(details: dict[str, Any]) -> dict[str, Any]:
    """Return details as the log keeps them: days as text."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in details.items()}


def _refuse_day_ahead(published: str, at: datetime) -> None:
    """Raise ``Refused`` for a day of publication that has begun nowhere on earth."""
    if published and date.fromisoformat(published) > at.date() + timedelta(days=1):
        raise Refused("day_ahead", "This day has not come yet. Give the day on which it was published.", "published")


def _refuse_taken_address(article: Article) -> None:
    """Canonicalise the address; raise ``Refused`` where it is none or another article has it."""
    try:
        article.address = canonical_address(article.address)
    except ValueError as error:
        raise Refused("address", str(error), "address") from error
    if article.address and Article.objects.exclude(pk=article.pk).filter(address=article.address).exists():
        raise Refused("address_taken", "Another article already has this address.", "address")


@transaction.atomic
def claim_article(*, article: Article, by: User, at: datetime, is_claimed: bool) -> Article:
    """Say, or no longer say, that somebody works on an article; it keeps nobody else out."""
    article = locked_article(article.pk)
    article.claimed_by = by if is_claimed else None
    article.save()
    write_log("claim_article" if is_claimed else "release_article", of=article, by=by, at=at)
    return article
