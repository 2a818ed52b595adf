"""What the pages of an event, a statement and a source show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from timeline.kinds import GROUPS, KINDS, Group, Kind
from timeline.models import Citation, Claim, Country, Event, EventLink, Participation, Revision, Source, Statement
from timeline.pages.accounts import Comparison, comparisons, denials, differing
from timeline.pages.addresses import address_of
from timeline.pages.dates import when_text
from timeline.pages.passages import Note, Notes, language_of_cited, numbered, told
from timeline.queries import EventRecord, StatementRecord, event_pairs
from timeline.queries.threads import ThreadPlace, places_in_threads
from timeline.sql.neighbours import Neighbour, neighbours_of
from timeline.topics import TOPICS, Topic
from timeline.values import When

LATER_SAID = 3
# So many pairs of an event lead on to the events beside it, which is all of them between six countries or fewer; those
# after the first stand folded.
PAIRS_LED_ON, PAIRS_OPEN = 15, 2


@dataclass(frozen=True)
class NearEvent:
    """What stands beside an event in the list of a pair."""

    address: str = told("The address of its page.")
    title: str = told("Its title.")
    when: When = told("When it was.")
    how: str = told("How it is linked with the event, behind its title; empty where it only stands beside it.")


@dataclass(frozen=True)
class PairLink:
    """A pair under which an event stands."""

    first_slug: str = told("The first country's slug.")
    first_name: str = told("The first country's name.")
    second_slug: str = told("The second country's slug.")
    second_name: str = told("The second country's name, as running text has it.")
    before: NearEvent | None = told("What happened between the two just before.", default=None)
    after: NearEvent | None = told("What happened between them next.", default=None)


@dataclass(frozen=True)
class PersonLine:
    """Somebody who took part, or a country without a named person."""

    participation: Participation = told("The country's part, with leader and tenure.")
    notes: list[int] = told("Numbers of the passages that say so.")


@dataclass(frozen=True)
class ClaimLine:
    """A figure in a statement: what its speaker claims."""

    claim: Claim = told("The figure.")
    notes: list[int] = told("Numbers of the passages that say so.")
    differs: bool = told("Whether somebody else gives another number for the same thing.")


@dataclass(frozen=True)
class SaidLine:
    """A statement as the event's page shows it."""

    statement: Statement = told("The statement.")
    speaker: str = told("Who said it.")
    office: str = told("The office that the speaker held then; empty where none is known.")
    reported_by: list[str] = told("Who reported that it was said, outermost first.")
    notes: list[int] = told("Numbers of the passages that hold the words.")
    claims: list[ClaimLine] = told("The figures in it.")


@dataclass(frozen=True)
class Account:
    """What one side said."""

    name: str = told("The side's name: a country; empty for others.")
    in_text: str = told("The name as running text has it.")
    side: str = told("first or second by the order of the parties, joint for others.")
    said: list[SaidLine] = told("Its statements.")


@dataclass(frozen=True)
class Cited:
    """What a citation says before the sources."""

    words: str = told("The title of an event, or the words of a statement.")
    language: str = told("Their language.")
    rest: str = told("The date; of a statement also who made it, in which office.")

    def __str__(self) -> str:
        return f"{self.words}{self.rest}"


@dataclass(frozen=True)
class EventPage:
    """All of an event's page."""

    event: Event = told("The event.")
    kind: Kind = told("What kind of act it was.")
    group: Group = told("The group of the kind.")
    topics: list[Topic] = told("What it was about.")
    pairs: list[PairLink] = told("The pairs under which it stands.")
    people: list[PersonLine] = told("Who took part, in order.")
    others: list[PersonLine] = told("Who was there as host or mediator, or was only spoken of.")
    accounts: list[Account] = told("What each side said.")
    comparisons: list[Comparison] = told("The facts of which several origins give an account.")
    denials: list[Event] = told("Where a party denied it.")
    notes: Notes = told("The numbered passages.")
    when_notes: list[int] = told("Numbers of the passages that date it.")
    date_language: str = told("The language of the source's words for the date; empty where it is not known.")
    kind_notes: list[int] = told("Numbers of the passages that say what it was.")
    summary_notes: list[int] = told("Numbers of the passages that tell of it.")
    place_notes: list[int] = told("Numbers of the passages that say where.")
    modality_notes: list[int] = told("Numbers of the passages that say whether it took place.")
    sources: list[Source] = told("The sources cited, each once.")
    own_sources: int = told("How many of them tell of the event itself, and not only of what was said.")
    origins: list[str] = told("Whose reports of the event these are, each once.")
    linked: list[NearEvent] = told("Events that are linked with it: later ones first, then those to which it points.")
    revisions: list[Revision] = told("Every published version, the latest first.")
    threads: list[ThreadPlace] = told("The threads in which it stands, with what comes before and after it.")
    contact: str = told("Where errors are reported, as a link; empty where the site does not say.")

    @property
    def near_open(self) -> list[PairLink]:
        """Return the first pairs between which something happened before or after it."""
        return self._near[:PAIRS_OPEN]

    @property
    def near_folded(self) -> list[PairLink]:
        """Return the pairs after these."""
        return self._near[PAIRS_OPEN:]

    @property
    def linked_elsewhere(self) -> list[NearEvent]:
        """Return the linked events that do not stand beside it in the open lists of its pairs, which say how."""
        beside = {near.address for pair in self.near_open for near in (pair.before, pair.after) if near}
        return [one for one in self.linked if one.address not in beside]

    @property
    def _near(self) -> list[PairLink]:
        return [pair for pair in self.pairs if pair.before or pair.after]

    @property
    def republications(self) -> int:
        """Return how many sources repeat an origin that is counted already."""
        return self.own_sources - len(self.origins)

    @property
    def sources_of_words(self) -> int:
        """Return how many sources tell only of what was said, and so do not confirm the event."""
        return len(self.sources) - self.own_sources

    @property
    def cited(self) -> Cited:
        """Return what a citation says before the sources: title and date."""
        return Cited(self.event.title, "en", f", {when_text(self.event.when)}.")


def said_line(statement: Statement, notes: Notes, contradicted: frozenset[int] = frozenset()) -> SaidLine:
    """Show a statement with its speaker, the office then, and how it reached us."""
    office = statement.tenure.office.held_by(statement.leader) if statement.tenure else ""
    return SaidLine(
        statement=statement,
        speaker=statement.speaker,
        office=office,
        reported_by=[attribution.name for attribution in statement.attributions.all()],
        notes=notes.of(f"statement {statement.pk}"),
        claims=[
            ClaimLine(claim, notes.of(f"claim {claim.pk}"), claim.pk in contradicted)
            for claim in statement.claims.all()
        ],
    )


def _order_of_facts(record: EventRecord) -> dict[str, int]:
    """Return the facts of the page in reading order."""
    facts = ["summary", "when", "kind", "modality", "place"]
    facts += [f"participation {part.pk}" for part in record.participations]
    for statement in record.statements:
        facts += [f"statement {statement.pk}", *(f"claim {claim.pk}" for claim in statement.claims.all())]
    return {fact: place for place, fact in enumerate(facts)}


def event_page(record: EventRecord) -> EventPage:
    """Show an event (3 or 4 queries beside those of the record)."""
    event = record.event
    notes = numbered(record.citations, _order_of_facts(record))
    people = [PersonLine(part, notes.of(f"participation {part.pk}")) for part in record.participations]
    parties = [line for line in people if line.participation.role == Participation.Role.PARTY]
    pairs = event_pairs(event.pk)
    linked = _linked(record)
    near = {(one.pair_id, one.is_after): _near(one, linked) for one in neighbours_of(event.pk, PAIRS_LED_ON)}
    sides = [slug for pair in pairs[:1] for slug in (pair[0], pair[2])]
    kind = KINDS[event.kind]
    topics = {topic.topic for topic in event.topics.all()}
    return EventPage(
        event=event,
        kind=kind,
        group=GROUPS[kind.group],
        topics=[topic for key, topic in TOPICS.items() if key in topics],
        pairs=[_pair_link(parties, pair, near) for pair in pairs],
        people=parties,
        others=[line for line in people if line not in parties],
        accounts=_accounts(record, notes, _countries(parties, sides)),
        comparisons=comparisons(notes),
        denials=denials(record.links_in),
        notes=notes,
        when_notes=notes.of("when"),
        date_language=language_of_cited(event.source_words, _dating(record.citations)),
        kind_notes=notes.of("kind"),
        summary_notes=notes.of("summary"),
        place_notes=notes.of("place"),
        modality_notes=notes.of("modality"),
        sources=record.sources,
        own_sources=len(record.own_sources),
        origins=record.origins,
        linked=linked,
        revisions=record.revisions,
        threads=places_in_threads(event),
        contact=settings.CONTACT,
    )


def _dating(citations: Iterable[Citation]) -> list[Citation]:
    return [citation for citation in citations if citation.field == Citation.Field.WHEN]


def _linked(record: EventRecord) -> list[NearEvent]:
    """Return the events that are linked with one, without withdrawn ones, each once for each way."""
    links = [(link.event, _("%(how)s this") % {"how": _(link.get_kind_display())}) for link in record.links_in]
    links += [(link.to_event, _("this %(how)s it") % {"how": _(link.get_kind_display())}) for link in record.links_out]
    return [
        NearEvent(address_of("timeline:event", other.pk, other.slug), other.title, other.when, how)
        for other, how in links
        if not other.withdrawn_at
    ]


def _near(found: Neighbour, linked: Iterable[NearEvent]) -> NearEvent:
    address = address_of("timeline:event", found.event_id, found.slug)
    how = ", ".join(one.how for one in linked if one.address == address)
    return NearEvent(address, found.title, When.parse(found.edtf), how)


def _pair_link(
    parties: Iterable[PersonLine],
    pair: tuple[str, str, str, str, int],
    near: Mapping[tuple[int, bool], NearEvent],
) -> PairLink:
    """Return a pair with its names in the language of the page, which its countries know as parties."""
    slug, name, second_slug, second_name, pair_id = pair
    countries = {line.participation.country.slug: line.participation.country for line in parties}
    first, second = countries.get(slug), countries.get(second_slug)
    return PairLink(
        slug,
        first.label if first else name,
        second_slug,
        second.in_text if second else second_name,
        before=near.get((pair_id, False)),
        after=near.get((pair_id, True)),
    )


def _countries(parties: Iterable[PersonLine], sides: list[str]) -> list[Country]:
    """Return the countries of the parties, those of the first pair in its order and first."""
    countries = {line.participation.country.slug: line.participation.country for line in parties}
    in_order = [countries[slug] for slug in sides if slug in countries]
    return in_order + [country for slug, country in countries.items() if slug not in sides]


def _accounts(record: EventRecord, notes: Notes, countries: list[Country]) -> list[Account]:
    """Return what each party said, and last what others said; two parties both have a column, even if empty."""
    if not record.statements:
        return []
    by_country: dict[int | None, list[SaidLine]] = {}
    contradicted = differing([claim for statement in record.statements for claim in statement.claims.all()])
    for statement in record.statements:
        by_country.setdefault(statement.country_id, []).append(said_line(statement, notes, contradicted))
    accounts = []
    for place, country in enumerate(countries):
        said = by_country.pop(country.pk, [])
        if said or len(countries) == 2:
            accounts.append(
                Account(country.label, country.in_text, ("first", "second")[place] if place < 2 else "joint", said)
            )
    names = {s.country_id: s.country.label for s in record.statements if s.country}
    for country_id, said in by_country.items():
        accounts.append(Account(names.get(country_id, ""), "", "joint", said))
    return accounts


@dataclass(frozen=True)
class LaterEvent:
    """A later event that points to the one in which something was said, with what was said at it."""

    link: EventLink = told("The link, with the later event.")
    said: list[Statement] = told("Its first statements.")


@dataclass(frozen=True)
class StatementPage:
    """All of a statement's page."""

    said: SaidLine = told("The statement with its speaker.")
    statement: Statement = told("The statement itself.")
    about: list[Country] = told("The countries that it speaks about.")
    notes: Notes = told("The numbered passages.")
    date_language: str = told("The language of the source's words for the date; empty where it is not known.")
    words_note: Note | None = told("The passage that holds the words.")
    sources: list[Source] = told("The sources cited, each once.")
    revisions: list[Revision] = told("Every published version, the latest first.")
    later: list[LaterEvent] = told("Later events that follow or answer the event in which it was said, oldest first.")
    contact: str = told("Where errors are reported, as a link; empty where the site does not say.")

    @property
    def open_source(self) -> Source | None:
        """Return the first source that can be opened, for words whose own source cannot."""
        return next((source for source in self.sources if source.address), None)

    @property
    def told_by(self) -> list[str]:
        """Return who passed the saying on between the sources and the speaker, outermost first."""
        known = {name for source in self.sources for name in (source.outlet, source.origin)}
        return [name for name in self.said.reported_by if name not in known]

    @property
    def cited(self) -> Cited:
        """Return what a citation says before the sources: words, speaker with the office then, and date."""
        words = self.statement.words
        if self.statement.speech == Statement.Speech.DIRECT:
            words = f"“{words}”"
        said = (self.said.speaker, self.said.office, when_text(self.statement.when))
        translated = _("in the source’s translation")
        how = f" ({translated})" if self.statement.is_translation else ""
        return Cited(words, self.statement.language, f" — {', '.join(part for part in said if part)}{how}.")


def statement_page(record: StatementRecord) -> StatementPage:
    """Show a statement (no query beside those of the record)."""
    statement = record.statement
    facts = [f"statement {statement.pk}", *(f"claim {claim.pk}" for claim in statement.claims.all())]
    notes = numbered(record.citations, {fact: place for place, fact in enumerate(facts)})
    return StatementPage(
        said=said_line(statement, notes),
        statement=statement,
        about=list(statement.about.all()),
        notes=notes,
        date_language=language_of_cited(statement.source_words, _dating(record.citations) or record.citations),
        words_note=_words_note(record.citations, notes),
        sources=record.sources,
        revisions=record.revisions,
        later=[LaterEvent(link, _said_at(link.event_id, record.said_later)) for link in record.later],
        contact=settings.CONTACT,
    )


def _said_at(event_id: int, said: Iterable[Statement]) -> list[Statement]:
    return [statement for statement in said if statement.event_id == event_id][:LATER_SAID]


def _words_note(citations: Iterable[Citation], notes: Notes) -> Note | None:
    """Return the numbered passage that holds a statement's words, one that can be opened before one that cannot."""
    places = {(c.source_id, c.start, c.end) for c in citations if c.field == Citation.Field.WORDS}
    holding = (n for n in notes.notes if (n.citation.source_id, n.citation.start, n.citation.end) in places)
    return min(holding, key=lambda note: not note.address, default=None)
