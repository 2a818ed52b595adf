"""Tell which verbs inside a quotation tell an event: what a government announces, agrees, calls off or asks for.

Most of what is said in quotation marks is comment. An institution's sentence in the third person ("The two ministers
agreed to …", "The meeting has been cancelled") and a dated plan of the speaker's own side are news.
"""

from __future__ import annotations

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events import modality
from newsroom.reading.events.modality.decided import is_decided
from newsroom.reading.events.reach import is_first_person
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import SAYING

FIRST_PERSON = frozenset(("i", "we"))
NAMED_FORMS = frozenset(("name", "office"))
MEETING = frozenset("meet visit hold host receive travel convene gather".split())
AGREEING = frozenset(
    "agree meet discuss speak talk exchange sign affirm reaffirm reiterate renew emphasize emphasise stress underline"
    " underscore express visit hold confer reach coincidir acordar reafirmar".split()
)
PROMISING = frozenset("pledge commit undertake agree".split())
ASKING = frozenset("ask urge request demand call appeal".split())
ASKED_OF = frozenset("request demand ask urge remind".split())  # what a ministry tells in the passive that it asked
SEEKING = frozenset("seek request demand ask remind".split())  # and in the active
ASKING_OF = {"call": ("on", "upon"), "appeal": ("to",)}  # the words by which such a verb asks somebody
ASKED = 3  # how near behind "asked" the other side stands
CALLING_OFF = frozenset("cancel postpone scrap".split())
# What a ministry does to envoys and tells in the passive: "two diplomats were declared personae non gratae".
MEASURES = frozenset("declare summon expel recall".split())
TELLING = MEETING | AGREEING | PROMISING | ASKING | CALLING_OFF | MEASURES | {"reserve", "seek", "remind"}
BOTH = 2  # how near before its verb "they" stands, who have talked
MARKED = 6  # words of a quotation that only marks them
MANY = 8  # words of a quotation that can tell an event of its own


def counts_in_quotation(article: Article, clause: Clause, number: int) -> bool:
    """Tell whether a verb inside quoted words counts: scare quotes round one verb, or an institution's own words."""
    verb = clause.verbs[number]
    quote = next(
        (one for one in clause.quotes if one.outer_start <= clause.tokens[verb.head].start < one.outer_end), None
    )
    if quote is None:
        return True
    if is_first_person(clause, number):
        return True
    if verb.modal in ("must", "should") and _is_reiterated(clause, number):
        return True
    if is_decided(clause, number) and not _is_by_unknown(clause, number):
        return True  # "We have decided to suspend all visits"
    is_told = verb.tense == "past" and article.is_official(quote.start, quote.end)
    if is_told and len({code for m in subjects(clause, number) for code in m.actor.countries}) > 1:
        return True
    if verb.lemma in MEETING and is_told_by_institution(article, clause, number):
        return True
    words = article.text[quote.start : quote.end].split()
    if len(words) > MANY and _tells(article, clause, number):
        return True
    return len(words) <= 3 or (words[0][:1].islower() and clause.tokens[0].start < quote.outer_start)


def _is_reiterated(clause: Clause, number: int) -> bool:
    """Tell whether quoted words tell in the third person who says what must be: “Peru reiterates that X must free”."""
    before = next((n for n in range(number - 1, -1, -1) if clause.verbs[n].is_finite), -1)
    if before < 0 or clause.verbs[before].lemma not in SAYING or not clause.quoted[clause.verbs[before].head]:
        return False
    return any(m.actor.countries and m.form in NAMED_FORMS for m in subjects(clause, before))


def is_told_by_institution(article: Article, clause: Clause, number: int) -> bool:
    """Tell whether an institution tells in the third person what somebody named did: "Minister X had a call with"."""
    verb = clause.verbs[number]
    if verb.tense != "past" or verb.is_infinitive or verb.modal or verb.is_negated:
        return False
    own = subjects(clause, number)
    codes = {code for mention in own for code in mention.actor.countries}
    if not codes or any(mention.form not in NAMED_FORMS for mention in own):
        return False
    return article.is_official(clause.tokens[verb.first].start, clause.tokens[verb.head].end)


def _is_by_unknown(clause: Clause, number: int) -> bool:
    """Tell whether nobody knows who "we" are that decided on a measure."""
    governor = modality.governing(clause, number)
    found = subjects(clause, governor) if governor is not None else []
    return any(m.actor.name in FIRST_PERSON and not m.actor.countries for m in found)


def _tells(article: Article, clause: Clause, number: int) -> bool:
    """Tell whether a quoted verb counts as told: a joint act, a meeting dated or called off, a formal request."""
    verb = clause.verbs[number]
    if verb.lemma not in TELLING:
        return False
    status = modality.of_verb(clause, number)
    if verb.lemma == "reserve":  # "Peru reserves the right to respond": no comment, a threat
        return status == "happened" and "right" in clause.words[verb.head + 1 : verb.head + 4]
    if verb.lemma in CALLING_OFF | MEASURES:
        return verb.is_passive and status == "happened"
    if verb.lemma in ASKED_OF and verb.is_passive:
        return status == "happened" and len(article.pair) == 2
    if verb.lemma in SEEKING and len(article.pair) == 2 and is_told_by_institution(article, clause, number):
        return True
    if verb.lemma in ("request", "demand"):
        return False
    own = subjects(clause, number)
    if any(mention.actor.name in FIRST_PERSON for mention in own):
        return False
    if status == "planned" and verb.lemma in MEETING and verb.modal == "will":
        return any(time.first > verb.head for time in clause.times)
    codes = {code for mention in own for code in mention.actor.countries}
    if verb.lemma == "agree" and status == "negated":
        return len(codes) == 1  # "the minister did not agree to any of the offers"
    if status == "happened" and verb.lemma in PROMISING:
        is_both = clause.words[max(0, verb.first - BOTH) : verb.first][:1] == ["they"] and len(article.met) > 1
        return len(codes) > 1 or is_both  # "Both heads of state commit themselves to", "They also agreed to"
    links = ASKING_OF.get(verb.lemma)
    if links is not None and not any(word in links for word in clause.words[verb.head + 1 : verb.head + 2]):
        return False  # "they call it a mistake"
    if status == "happened" and verb.lemma in ASKING and len(codes) == 1:
        return any(0 < m.first - verb.head <= ASKED and set(m.actor.countries) - codes for m in clause.mentions)
    return status == "happened" and verb.lemma in AGREEING and len(codes) > 1 and verb.tense == "past"


def is_scare_quote(article: Article, clause: Clause, place: int, longest: int = MARKED) -> bool:
    """Tell whether a noun stands in a short run of quoted words."""
    quote = next((one for one in clause.quotes if one.outer_start <= clause.tokens[place].start < one.outer_end), None)
    return quote is None or len(article.text[quote.start : quote.end].split()) <= longest
