"""Prepare an article for reading: sentences with their actors, verbs, times and quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import pairwise

from newsroom.reading.acts import ACT_VERBS
from newsroom.reading.dates import TimeExpression, find_times, year_at_end
from newsroom.reading.joined_verbs import with_joined
from newsroom.reading.lexicon import VERBS
from newsroom.reading.names.codes import is_state
from newsroom.reading.names.finder import Finder
from newsroom.reading.names.index import ASIDE, CountryHit, NameIndex, index_of
from newsroom.reading.names.mentions import Mention, Named
from newsroom.reading.names.namesakes import COMPANIES
from newsroom.reading.names.people import Actor, Registry
from newsroom.reading.names.phrases import ORGANISATION_WORDS, title_at
from newsroom.reading.names.titles import BODY_NOUNS
from newsroom.reading.participles import mark_participles
from newsroom.reading.quotes.marks import Quote, pair_marks, with_marks
from newsroom.reading.sentences import Sentence, Token, past_day, places_of, split_sentences
from newsroom.reading.spanish import HAVE, find_spanish_verbs, is_spanish
from newsroom.reading.spanish_forms import spanish_forms
from newsroom.reading.verb_forms import form_table
from newsroom.reading.verbs import ADJECTIVE, AUXILIARIES, NAME, Verb, find_verbs
from newsroom.values import Paragraph
from timeline.gazetteer import Gazetteer

NAMESAKES = frozenset(("TD", "GE", "JO"))  # states whose names people and a part of another state bear
# States whose capitals bear a name that other towns bear too, but few people: where the capital acts, it is the state.
SEATS = frozenset("US GB FR GR LY PE NZ CL BO CR JM BS GY IL".split())
# Of two states with one name the one that is meant where nothing speaks for the other.
USUAL = {"CD": "CG", "DO": "DM", "KR": "KP"}
OPEN = NAMESAKES | SEATS | frozenset(USUAL)
GOING = frozenset("in to from en a desde".split())
FINITE = frozenset(("past", "present", "future"))
WITHIN_US = frozenset(
    "atlanta savannah governor congressman congresswoman republicans democrats carolina florida alabama".split()
)
JOINTS = frozenset(("and", ",", "or", "with", "between", "y", "e", "to", "-"))
PLACE_WORDS = frozenset("in at near inside across within throughout en".split())
TOPIC_WORDS = frozenset(("on", "about", "over"))
MEDIATING = frozenset("brokered mediated facilitated".split())
GATHERINGS = frozenset("conference summit talks meeting debate report session resolution statement remarks".split())
TYING = frozenset(("and", "-", "y", "e"))  # what ties two who are named side by side
SELDOM = 12  # from how many times as often on one state is named the story is of it alone
OFTEN = 3  # how many times as often the main pair is named as those of an aside
TOGETHER = 12  # how far apart two may be named whom "with" joins
MOST_VERBS = 40  # no sentence of prose has more; the bound keeps the frames cheap


@dataclass(slots=True)
class Clause:
    """Hold an analysed sentence: tokens with actors, verbs, times and the quotations that touch it."""

    number: int
    sentence: Sentence
    named: Named
    verbs: list[Verb]
    times: list[TimeExpression]
    quotes: list[Quote]
    quoted: list[bool]
    role: str = "body"
    tokens: tuple[Token, ...] = ()
    words: list[str] = field(init=False)  # the folded form of each token
    mentions: list[Mention] = field(init=False)  # left to right
    windows: dict[int, int] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)
    lemmas: frozenset[str] = frozenset()  # of its verbs
    heads: frozenset[int] = frozenset()  # of its verbs
    mains: tuple[int, ...] = ()  # the numbers of the verbs that carry a clause: finite, and no infinitive
    lows: frozenset[str] = frozenset()  # what words occur at all: most rules look for some and need look no further
    bracketed: set[int] | None = None
    subjects: dict[int, list[Mention]] | None = None  # what is known of them, once all references are resolved
    is_spanish: bool = False
    # Who a Spanish verb without a subject means where it is singular, and where it is plural.
    implied: tuple[Actor | None, Actor | None] = (None, None)
    spoken: list[tuple[Actor, str]] = field(default_factory=list)  # who is quoted in it, and when he spoke

    def __post_init__(self) -> None:
        """Keep the tokens and their words at hand."""
        self.tokens = self.sentence.tokens
        self.mentions = self.named.mentions
        self.words = self.sentence.words
        self.lows = frozenset(self.words)
        self.lemmas = frozenset([verb.lemma for verb in self.verbs])
        self.heads = frozenset([verb.head for verb in self.verbs])
        self.mains = tuple([n for n, verb in enumerate(self.verbs) if verb.is_finite and not verb.is_infinitive])

    def mains_before(self, number: int) -> tuple[int, ...]:
        """Return the numbers of the verbs before one that carry a clause of their own."""
        return self.mains[: bisect_left(self.mains, number)]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of a run of tokens."""
        return self.tokens[first].start, self.tokens[last].end

    def token_at(self, offset: int) -> int:
        """Return the number of the first token that ends behind an offset."""
        return next((number for number, token in enumerate(self.tokens) if token.end > offset), len(self.tokens) - 1)


@dataclass(slots=True)
class Article:
    """Hold an analysed article."""

    text: str
    base: date | None
    gazetteer: Gazetteer
    registry: Registry
    clauses: list[Clause] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    language: str = "en"
    document: str = "story"
    attributed_to: Actor | None = None
    source: Actor | None = None
    voices: dict[int, tuple[Actor, int]] = field(default_factory=dict)
    guests: list[tuple[Actor, str]] = field(default_factory=list)  # presidents of no stated country, not at home
    certain: frozenset[str] = frozenset()
    pair: tuple[str, ...] = ()
    acting: tuple[str, ...] = ()  # the parties of the act told last
    met: tuple[str, ...] = ()  # the parties of the contact told last
    latest: dict[str, tuple[str, ...]] = field(default_factory=dict)  # with whom each state last acted
    fighting: tuple[str, ...] = ()  # the two of whose fighting or truce the story has told last
    struck: dict[str, tuple[str, ...]] = field(default_factory=dict)  # who attacked whom last, by the state attacked
    told: tuple[int, int, tuple[str, ...]] = (-1, -1, ())  # the act told last: its sentence, its verb, its parties
    weights: Counter[str] = field(default_factory=Counter)
    story_day: date | None = None
    entries: dict[int, tuple[Clause, TimeExpression]] = field(default_factory=dict)  # of a chronology, by paragraph
    here: str = ""  # the state of the dateline's place
    home: str = ""  # the state of the outlet, of the dateline, or with which the headline begins
    month: str = ""  # the month of publication, where the day is not known
    official: list[tuple[int, int]] = field(default_factory=list)  # where institutions are quoted, how far so far
    state_names: dict[str, str] | None = None  # how the text names each state first, once it is asked for

    @property
    def hits(self) -> list[CountryHit]:
        """Return every place where a country is named."""
        return [hit for clause in self.clauses for hit in clause.named.countries]

    def partner(self, code: str) -> str:
        """Return the other country of the story's main pair, where ``code`` is one of both."""
        if len(self.pair) == 2 and code in self.pair:
            return self.pair[1] if code == self.pair[0] else self.pair[0]
        return ""

    def main_state(self, own: str) -> str:
        """Return the state, another than ``own``, of which a story tells most; an empty text where it tells of none."""
        passing = self.in_passing()
        states = [code for code in self.weights if is_state(code) and code != own and code not in passing]
        return max(states, key=self.weights.__getitem__, default="")  # of equals, who is named first

    def in_passing(self) -> set[str]:
        """Return the states that hardly count, since a story is so much of one of them."""
        most = max(self.weights.values(), default=0)
        return {code for code, weight in self.weights.items() if weight * SELDOM < most}

    def counterparts(self, code: str) -> tuple[str, ...]:
        """Return with whom a state last acted in the story so far, else the other one of the main pair.

        The pair comes first where it is the one of which the story tells, and the latest act was a mere aside.
        """
        partner, latest = self.partner(code), self.latest.get(code, ())
        latest = latest if latest != ("EU",) or not partner else ()  # a state of which the story tells comes first
        is_aside = bool(partner) and all(self.weights[one] * OFTEN < self.weights[partner] for one in latest)
        return latest if latest and not is_aside else (partner,) if partner else ()

    def is_official(self, start: int, end: int) -> bool:
        """Tell whether a stretch of the text touches what an institution is quoted with."""
        place = bisect_right(self.official, (end, len(self.text)))
        return place > 0 and self.official[place - 1][1] >= start


@cache
def verb_forms() -> dict[str, tuple[str, str]]:
    """Return the table of verb forms."""
    return form_table((*VERBS, *ACT_VERBS))


def analyse(
    text: str,
    paragraphs: Sequence[Paragraph],
    skip: int,
    base: date | None,
    gazetteer: Gazetteer,
    language: str = "en",
) -> Article:
    """Return the analysed article; the first ``skip`` characters (a dateline) are no part of its sentences."""
    article = Article(text, base, gazetteer, Registry(gazetteer, base), language=language)
    spans = [(part.start + (skip if not number else 0), part.end) for number, part in enumerate(paragraphs)]
    marked = with_marks(text)
    article.quotes = pair_marks(marked, spans)
    index = index_of(gazetteer)
    sentences = _sentences(marked, spans, article.quotes)
    article.certain = _certain(sentences, index, base, language)
    if language == "es":
        article.certain |= {"US"}  # "EU" is Estados Unidos there
    finder = finder_for(article)
    quotes, position = article.quotes, 0
    for sentence in sentences:
        start, end = sentence.start, sentence.end
        while position < len(quotes) and quotes[position].outer_end <= start:
            position += 1
        behind = position
        while behind < len(quotes) and quotes[behind].outer_start < end:
            behind += 1
        touching = quotes[position:behind]
        role = paragraphs[sentence.paragraph].role
        article.clauses.append(_clause(len(article.clauses), sentence, finder, touching, role))
    _weigh(article)
    return article


def finder_for(article: Article) -> Finder:
    """Return the finder of names for an article."""
    return Finder(index_of(article.gazetteer), article.registry, article.base, article.certain, article.language)


def _sentences(text: str, spans: Sequence[tuple[int, int]], quotes: Sequence[Quote]) -> list[Sentence]:
    """Return the sentences of all paragraphs."""
    sentences: list[Sentence] = []
    position = 0
    for number, (start, end) in enumerate(spans):
        protected = []
        while position < len(quotes) and quotes[position].outer_start < end:
            protected.append((quotes[position].outer_start, quotes[position].outer_end))
            position += 1
        sentences += [one for one in split_sentences(text, start, end, number, protected) if one.tokens]
    return sentences


def _certain(sentences: Sequence[Sentence], index: NameIndex, base: date | None, language: str) -> frozenset[str]:
    """Return the countries that the text names without doubt; they decide ambiguous names."""
    codes = set()
    within_us = False
    open_names: list[tuple[Sequence[Token], int, CountryHit]] = []
    ends: set[tuple[int, int]] = set()  # where a state named without doubt begins and ends, by sentence and token
    for number, sentence in enumerate(sentences):
        tokens = sentence.tokens
        within_us = within_us or not WITHIN_US.isdisjoint(sentence.words)
        for place in places_of(sentence.words, index.countries):
            if not (tokens[place].is_capital or language == "es"):
                continue
            if (hit := index.country_at(tokens, place, base, frozenset())) is not None:
                codes.add(hit.code)
                ends |= {(number, hit.first), (number, hit.last)}
            elif (hit := index.country_at(tokens, place, base, OPEN)) is not None and _may_be(hit):
                open_names.append((tokens, number, hit))
    persons = {hit.code for words, _, hit in open_names if _is_of_person(words, hit)}
    for words, number, hit in (*open_names, *reversed(open_names)):  # lists are known by their first or last name
        before, after = hit.first - 1, hit.last + 1
        is_listed = before > 0 and words[before].low in JOINTS and (number, before - 1) in ends
        joined = after + 1 + (after + 1 < len(words) and words[after + 1].low == "the")  # "Jordan and the US"
        is_listed |= after < len(words) and words[after].low in JOINTS and (number, joined) in ends
        if hit.code in NAMESAKES:
            is_state = hit.code not in persons and not (hit.code == "GE" and within_us)
        elif hit.code in USUAL and hit.form not in ("capital", "city"):
            is_state = USUAL[hit.code] not in codes
        else:
            is_state = _acts(words, after) or (hit.code not in persons and _is_gone_to(words, before))
        if is_listed or is_state or _has_government(words, after):
            codes.add(hit.code)
            ends |= {(number, hit.first), (number, hit.last)}
    return frozenset(codes)


def _may_be(hit: CountryHit) -> bool:
    """Tell whether a name that is open may mean the state: of a seat only the capital."""
    if hit.form in ("capital", "city"):
        return hit.code in SEATS
    return hit.form in ("name", "demonym") and (hit.code in NAMESAKES or hit.code in USUAL or hit.code == "US")


def _is_of_person(tokens: Sequence[Token], hit: CountryHit) -> bool:
    """Tell whether a capitalised word stands right beside a name: "Michael Jordan", "Chad Smith"."""
    before = tokens[hit.first - 1] if hit.first > 1 else None
    after = tokens[hit.last + 1] if hit.last + 1 < len(tokens) else None
    beside = [one for one in (before, after) if one is not None and one.is_word and one.is_capital]
    return any(one.low not in BODY_NOUNS | ORGANISATION_WORDS | COMPANIES for one in beside)


def _is_gone_to(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a preposition makes a name the place of something: "the consul in La Paz", "flew to Santiago"."""
    return place >= 0 and tokens[place].low in GOING


def _has_government(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a possessive ending and a title of a state follow: "Georgia's foreign minister"."""
    if place + 1 >= len(tokens) or tokens[place].low not in ("'s", "’s"):
        return False
    title = title_at(tokens, place + 1)
    return title is not None and title[1].kind in ("head", "foreign_minister", "ambassador")


def _acts(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether an auxiliary or a verb follows a capital: "Paris has", "London on Monday condemned", "Lima negó"."""
    place = past_day(tokens, place)
    if place >= len(tokens):
        return False
    low = tokens[place].low
    told = verb_forms().get(low, ("", ""))[1] in ("past", "past_or_part")
    return told or low in AUXILIARIES or low in HAVE or spanish_forms().get(low, ("", ""))[1] in FINITE


def _clause(number: int, sentence: Sentence, finder: Finder, quotes: list[Quote], role: str) -> Clause:
    """Analyse one sentence."""
    tokens = sentence.tokens
    named = finder.find(tokens)
    kinds = [ADJECTIVE if one.form == "adjective" or one.is_possessive else NAME for one in named.mentions]
    kinds.append(0)  # what no mention covers has the number -1
    blocked = list(map(kinds.__getitem__, named.covered))
    in_spanish = finder.language == "es" or is_spanish(sentence.words)
    if in_spanish:
        verbs = find_spanish_verbs(tokens, blocked)[:MOST_VERBS]
    else:
        verbs = with_joined(tokens, find_verbs(tokens, verb_forms(), blocked), verb_forms(), blocked)
        verbs = mark_participles(tokens, verbs[:MOST_VERBS], blocked)
    quoted = _quoted(tokens, quotes) if quotes else [False] * len(tokens)
    times = [time for time in find_times(tokens) if not _is_name(named, time)]
    if role == "heading":  # it only says when: nothing is told or said in it
        verbs, quoted, quotes, times = [], [False] * len(tokens), [], times or year_at_end(tokens)
    return Clause(number, sentence, named, verbs, times, quotes, quoted, role, is_spanish=in_spanish)


def _is_name(named: Named, time: TimeExpression) -> bool:
    """Tell whether words of time are part of a person's name: "Jan Novak", "Theresa May"."""
    mention = named.at(time.first)
    return mention is not None and mention.actor.kind == "person" and mention.last >= time.last and time.kind == "month"


def _quoted(tokens: Sequence[Token], quotes: Sequence[Quote]) -> list[bool]:
    """Tell of each token whether it starts within a quotation."""
    if len(quotes) == 1:
        start, end = quotes[0].outer_start, quotes[0].outer_end
        return [start <= token.start < end for token in tokens]
    spans = [(one.outer_start, one.outer_end) for one in quotes]
    return [any([start <= token.start < end for start, end in spans]) for token in tokens]  # noqa: C419 - faster so


def is_place(clause: Clause, hit: CountryHit) -> bool:
    """Tell whether a name only says where: "in X", "the Peruvian capital"."""
    mention = clause.named.at(hit.first)
    if mention is not None and mention.form == "place":
        return True
    return hit.first > 0 and clause.words[hit.first - 1] in PLACE_WORDS


def _is_topic(clause: Clause, place: int) -> bool:
    """Tell whether a name only says what is talked about, or who mediates: "talks on X", "a truce that Y brokered"."""
    if clause.words[place + 1 : place + 2] and clause.words[place + 1] in MEDIATING:
        return True
    return place > 1 and clause.words[place - 1] in TOPIC_WORDS and clause.words[place - 2] in GATHERINGS


def _weigh(article: Article) -> None:
    """Find the story's main pair: the two countries that act together or are named most; the lead counts more."""
    for clause in article.clauses:
        weight = 3 if clause.number < 3 else 1
        for hit in clause.named.countries:
            mention = clause.named.at(hit.first)
            if hit.form not in ASIDE and not (mention is not None and mention.form == "place"):
                article.weights[hit.code] += weight - _is_topic(clause, hit.first)  # of equals, no topic
        for mention in clause.mentions:
            if mention.actor.kind == "person" and mention.actor.country:
                article.weights[mention.actor.country] += weight
    together: Counter[tuple[str, str]] = Counter()
    for clause in article.clauses:
        for before, mention in pairwise(clause.mentions):
            joiner, gap = clause.words[mention.first - 1], mention.first - before.last - 1
            if not (gap == 1 and joiner in TYING) and not (joiner == "with" and 0 < gap < TOGETHER):
                continue
            codes = sorted({before.actor.country, mention.actor.country} - {""})
            is_topic = joiner == "and" and before.first and clause.words[before.first - 1] in TOPIC_WORDS
            if len(codes) > 1 and not is_topic:  # no "conference on X and a minister of Y"
                together[codes[0], codes[1]] += 3 if clause.number < 3 else 1
    joined = [
        pair
        for pair, _ in sorted(
            together.items(),
            key=lambda item: (-item[1] * 4 - article.weights[item[0][0]] - article.weights[item[0][1]], item[0]),
        )
        if all(map(is_state, pair)) and together[pair] >= 2
    ]
    states = [code for code, _ in article.weights.most_common() if is_state(code)]  # of equals, who is named first
    told = joined[0] if joined else tuple(states[:2])
    article.pair = told if article.in_passing().isdisjoint(told) else ()
