"""Find attributions of attitudes: what somebody calls a thing, accuses another of, calls for or urges another to do."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import JUDGING, SAYING
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.calling import gives_name
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.quotes.content import content_end, skip_adjuncts, trim
from newsroom.reading.quotes.participial import with_speaker
from newsroom.reading.quotes.speakers import speaker_of, with_own_noun
from newsroom.reading.verbs import Verb

# Verbs that judge where the words behind them are quoted: "dismissed the report as “nonsense”".
JUDGED = JUDGING | frozenset(
    "dismiss decry deride mock reject portray depict view criticize criticise deplore salute denounce welcome see"
    " regard deem lambast rebuke ridicule liken".split()
)
DESCRIBING = frozenset(
    "describe characterize characterise hail condemn denounce reject dismiss portray brand criticize criticise deplore"
    " praise decry".split()
)  # with "as", no quoted words are needed
# Verbs that reject what is claimed, and nouns for it.
REBUFFING = frozenset("reject dismiss deny refute rebut dispute brush shrug rubbish repudiate rebuff".split())
CLAIMED = frozenset(
    "claim claims report reports suggestion suggestions allegation allegations accusation accusations charge charges"
    " rumour rumours rumor rumors assertion assertions speculation notion idea insinuations insinuation".split()
)
FEW = 4  # words
CLAIM_REACH = 8  # tokens
CALLERS = frozenset(("it", "they", "he", "she"))
THANKING, THANKED = frozenset(("thank", "congratulate")), frozenset(("for", "on"))
POSTING = frozenset("take use write tweet post".split())  # what somebody does "to thank X for" something in words
# Verbs of asking, with the words one of which stands right behind them.
DEMANDING: dict[str, frozenset[str]] = {
    "call": frozenset(("on", "upon", "for")),
    "appeal": frozenset(("to", "for")),
    "press": frozenset(("for",)),
    "urge": frozenset(),
    "advise": frozenset(),
    "exhort": frozenset(),
    "implore": frozenset(),
    "warn": frozenset(),
    "caution": frozenset(),
}
ALARMS = frozenset(("warn", "caution"))


def speaker_before(clause: Clause, number: int) -> tuple[Actor, tuple[int, int]] | None:
    """Return the subject of a verb, else the people without a name who stand before it."""
    found = subjects(clause, number)
    if found and len(found) == 1:
        own = with_own_noun(clause, found[0], clause.verbs[number].first)
        return own or (found[0].actor, (found[0].first, found[0].last))
    speaker, words = speaker_of(clause, number)
    return (speaker, words) if speaker is not None and words[1] < clause.verbs[number].first else None


def judging(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read "called it a “vital step”" with quoted words, "described it as frank", "called it an error" without too."""
    found = _caller(clause, number) or speaker_before(clause, number)
    start = verb.head + 1
    last = content_end(clause, number, start)
    quoted = next((n for n in range(start, last + 1) if clause.quoted[n]), start)
    if verb.lemma == "call" and clause.words[quoted - 1] == "to":
        return None  # "had called the prince to “express his thanks”": on the telephone
    is_as = verb.lemma in DESCRIBING and not verb.is_passive and _is_called_as(clause, start, last)
    if (
        found is None
        or start > last
        or not (is_as or any(clause.quoted[start : last + 1]) or gives_name(clause, verb))
        or clause.words[start] in ("on", "for", "off")
    ):
        return None
    if any(
        verb.head < v.first - 1 < quoted and clause.words[v.first - 2] == "what" for v in clause.verbs[number + 1 :]
    ):
        return None  # "lambasted X for what he termed “…”": the marks are that verb's
    for v in clause.verbs[number + 1 :]:
        is_own = v.lemma in SAYING or (v.is_finite and not v.is_infinitive and v.first > quoted > start)
        if is_own and not clause.quoted[v.head] and v.first <= last and clause.words[v.first - 1] in ("and", "but"):
            last = trim(clause, start, v.first - 2)
    is_inserted = clause.words[verb.first - 2 : verb.first - 1] == ["what"] or clause.words[verb.first - 1] == "who"
    if is_inserted and clause.quoted[quoted]:
        last = _before_comma(clause, quoted, last)  # "In what he called “…”, X freed"
    return Attribution(
        start,
        last,
        verb.first,
        verb.head,
        *found,
        "judging",
        (found[1][0], start),
    )


def is_within_words(clause: Clause, number: int) -> bool:
    """Tell whether a judgement only describes a noun in what its speaker says: "said the step, which he called “A”"."""
    verb = clause.verbs[number]
    opener = verb.first - 1 - (clause.words[verb.first - 1] in CALLERS)
    if clause.is_spanish:  # "que a la vez calificó de"
        near = range(verb.first - 1, max(1, verb.first - 1 - FEW), -1)
        opener = next((n for n in near if clause.words[n] == "que"), opener)
    if opener < 1 or clause.words[opener] not in ("which", "que") or verb.is_passive:
        return False
    if opener == verb.first - 1 and not clause.is_spanish:
        return False  # "a paper which called it “…”"
    is_apart = clause.tokens[opener - 1].text == ","
    return is_apart and any(
        one.lemma in SAYING and one.is_finite and not clause.quoted[one.head] for one in clause.verbs[:number]
    )


def _is_called_as(clause: Clause, start: int, last: int) -> bool:
    """Tell whether "as" says what somebody calls a thing: not "rejected the plan, as well as other ideas"."""
    places = (n for n in range(start, last) if clause.words[n] == "as")
    return any("well" not in (clause.words[n + 1], clause.words[n - 1]) for n in places)


def _before_comma(clause: Clause, quoted: int, last: int) -> int:
    """Return where what is called something ends: before a comma behind its quoted name, or within its marks."""
    for place in range(quoted, last):
        is_closed = clause.quoted[place] and not clause.quoted[place + 1]
        if not clause.quoted[place] and clause.tokens[place].text in ",;":
            return place - 1
        if is_closed and clause.tokens[place - 1].text == ",":
            return place
    return last


def _carries(clause: Clause, number: int) -> bool:
    """Tell whether a verb outside of quotations carries a clause."""
    verb = clause.verbs[number]
    return verb.is_finite and not verb.is_infinitive and not clause.quoted[verb.head]


def _caller(clause: Clause, number: int) -> tuple[Actor, tuple[int, int]] | None:
    """Return who calls a thing what it does in "hit back at what it called “…”": the subject of the verb before."""
    verb = clause.verbs[number]
    if verb.first < 2 or clause.words[verb.first - 2] != "what" or clause.words[verb.first - 1] not in CALLERS:
        return None
    before = clause.mains_before(number)
    if not before:  # "In what he called “…”, X freed": the subject is still to come
        before = tuple([n for n in range(number + 1, len(clause.verbs)) if _carries(clause, n)][:1])
    elif clause.words[verb.first - 1] in ("he", "she"):
        return None  # known by who was named
    found = subjects(clause, before[-1]) if before and not clause.verbs[before[-1]].is_passive else []
    return (found[0].actor, (verb.first - 1, verb.first - 1)) if len(found) == 1 else None


def thanking(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read "thanked X for CONTENT", "congratulated X on CONTENT": whom and for what is the content."""
    first = verb.head + 1
    last = content_end(clause, number, first)
    near = clause.words[first + 1 : last]
    is_posted = verb.is_infinitive and number > 0 and clause.verbs[number - 1].lemma in POSTING
    found = speaker_before(clause, number - is_posted)
    if found is None or THANKED.isdisjoint(near) or (verb.is_infinitive and not is_posted):
        return None  # "called to congratulate him on"; but "took to the radio to thank him for"
    return Attribution(first, last, verb.first, verb.head, *found, "judging", (found[1][0], first))


def _telling(clause: Clause, number: int) -> tuple[Actor, tuple[int, int]] | None:
    """Return who tells what stands before a participle, which then is his: "X said Y had fired, accusing it of"."""
    verb = clause.verbs[number]
    if verb.form != "ing" or verb.has_auxiliary or clause.words[verb.first - 1 : verb.first] != [","]:
        return None
    told = (n for n, one in enumerate(clause.verbs[:number]) if one.lemma in SAYING and one.is_finite)
    first = next(told, None)
    return speaker_before(clause, first) if first is not None and not clause.verbs[first].is_passive else None


def accusing(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read "accused X of CONTENT"."""
    beside = with_speaker(clause, verb) if verb.form == "ing" and not verb.has_auxiliary else None
    found = beside or _telling(clause, number) or speaker_before(clause, number)
    behind = clause.words[verb.head + 1 : verb.head + 3]
    is_mutual = behind[:1] in (["each"], ["one"]) or behind == ["the", "other"]  # what both say is nobody's words
    if found is None or verb.is_passive or is_mutual:
        return None
    for place in range(verb.head + 1, min(verb.head + 16, len(clause.tokens))):
        opens = clause.words[place] in ("of", "for") or (clause.is_spanish and _opens_charge(clause, place))
        if opens and clause.named.covered[place] < 0 and place > verb.head + 1:
            last = content_end(clause, number, place + 1)
            return Attribution(
                place + 1,
                last,
                verb.first,
                verb.head,
                *found,
                "accusing",
                (found[1][0], place),
            )
    return None


def _opens_charge(clause: Clause, place: int) -> bool:
    """Tell whether "de" and an infinitive or quoted words follow: "acusó a X de cerrar el paso"."""
    after = place + 1
    if clause.words[place] not in ("de", "por") or after >= len(clause.tokens):
        return False
    return clause.quoted[after] or clause.words[after].endswith(("ar", "er", "ir", "rse", "rlo", "rla"))


def demanding(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read "called on X to CONTENT", "called (on Monday) for CONTENT", "urged X to CONTENT"."""
    wanted, tokens = DEMANDING[verb.lemma], clause.tokens
    first = skip_adjuncts(clause, verb.head + 1, verb)
    if first + 1 >= len(tokens) or (wanted and tokens[first].low not in wanted):
        return None
    word = tokens[first].low if wanted else ""
    first += bool(wanted)
    last = content_end(clause, number, first)
    is_alarm = verb.lemma in ALARMS
    links = ("against",) if is_alarm else ("to",)
    link = next((n for n in range(first + 1, last) if tokens[n].low in links or _forbids(clause, n, is_alarm)), -1)
    if (word != "for" and link < 0) or (is_alarm and ("that" in clause.words[first:link] or link > first + 5)):
        return None
    if word in ("on", "upon") and not any(v.is_infinitive and first < v.first <= last for v in clause.verbs):
        return None  # "called on the president and discussed people-to-people contacts"
    found = speaker_before(clause, number)
    if found is None or last - first < 1 or verb.modal in ("will", "shall", "may", "might"):
        return None
    edge = max(first, link)  # "urged Peru on Monday to": the day is that of the urging
    return Attribution(first, last, verb.first, verb.head, *found, "demanding", (found[1][0], edge))


def _forbids(clause: Clause, place: int, is_alarm: bool) -> bool:
    """Tell whether what somebody is warned not to do starts at a token."""
    return is_alarm and clause.words[place : place + 2] == ["not", "to"]


def rebuffing(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read "rejected (on Monday) (as false) CLAIMS that CONTENT": what is rejected is the content, with its noun.

    Whose claims they are nobody says beside them: "rejected Peru's claims that" gives the words of Peru.
    """
    start = verb.head + 1 + (clause.words[verb.head + 1 : verb.head + 2] in (["aside"], ["off"], ["out"]))
    place = next((n for n in range(start, min(start + CLAIM_REACH, len(clause.words) - 2)) if _claims(clause, n)), -1)
    found = speaker_before(clause, number) if place >= 0 else None
    if found is None or any(clause.named.covered[n] >= 0 and clause.words[n] != "it" for n in range(start, place)):
        return None
    if any(v.head < place and v.first > verb.head and v.is_finite for v in clause.verbs):
        return None
    last = content_end(clause, number, place)
    return Attribution(place, last, verb.first, verb.head, *found, "judging", (found[1][0], place))


def _claims(clause: Clause, place: int) -> bool:
    """Tell whether a noun of what is only claimed and "that" stand at a token."""
    return clause.words[place] in CLAIMED and clause.words[place + 1] == "that" and not clause.quoted[place]
