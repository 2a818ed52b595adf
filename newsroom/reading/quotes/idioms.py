"""Find attributions whose cue is several words: "made clear that", "repeated his call for", "was quoted as saying"."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.lexicon import SAYING_THAT
from newsroom.reading.quotes.attitudes import speaker_before
from newsroom.reading.quotes.chains import TELLING, Attribution
from newsroom.reading.quotes.content import content_end
from newsroom.reading.quotes.people import HUMAN
from newsroom.reading.verbs import Verb

# Words behind a verb that make a cue of both; of courts the bare verb is one.
PHRASES: dict[str, tuple[tuple[str, ...], ...]] = {
    "make": (("clear",), ("plain",), ("known",), ("it", "clear"), ("it", "plain"), ("it", "known")),
    "let": (("it", "be", "known"), ("be", "known"), ("it", "be", "understood")),
    "point": (("out",),),
    "spell": (("out",),),
    "find": ((),),
    "rule": ((),),
    "hold": ((),),
    "decide": ((),),
    "answer": ((),),
    "agree": ((),),
    "go": (("on", "to", "say"), ("on", "to", "add"), ("on", "to", "warn")),
    "serve": (("notice",), ("warning",)),
    "leave": (("no", "doubt"), ("little", "doubt")),
    "give": (("notice",),),
    "be": tuple((word,) for word in "confident adamant convinced certain hopeful optimistic insistent".split()),
}
# Verbs and a preposition behind which quoted words follow: "spoke of “a long talk”".
OF_MARKS: dict[str, tuple[str, ...]] = {
    "speak": ("of",),
    "talk": ("of", "about"),
    "point": ("to",),
    "refer": ("to",),
    "hint": ("at",),
    "allude": ("to",),
    "warn": ("of", "against", "about"),
    "caution": ("against",),
    "complain": ("of", "about"),
    "rail": ("against",),
    "scoff": ("at",),
    "bristle": ("at",),
}
# Of these what follows is a content without marks, too: "warned of a long war".
FORESEEING = frozenset(("warn", "caution", "complain"))
# Verbs and a word behind them of a rebuff, in which quoted words follow: "lashed out at X for its “…”".
REBUFFS: dict[str, tuple[str, ...]] = {"lash": ("out",), "hit": ("out", "back"), "take": ("issue", "aim", "exception")}
LINKING = frozenset(("for", "over", "at", "as", "with", "to"))
JUDGES = frozenset("court tribunal judge judges panel jury arbitrators inquiry commission investigators".split())
OF_JUDGES = frozenset(("find", "rule", "hold", "decide"))
# Verbs that take up a noun of speech, such nouns, and what opens the content behind them.
RAISING = frozenset(
    "repeat reiterate renew issue make give sound restate echo reaffirm offer convey share take voice express".split()
)
SPOKEN = frozenset(
    "call calls appeal appeals demand demands warning warnings claim claims pledge promise threat view position hope"
    " hopes concern concerns assurance assurances assertion allegation charge accusation complaint argument stance"
    " conviction belief fear fears regret confidence point opinion doubts suspicion".split()
)
NEEDING_THAT = SAYING_THAT | {"conclude", "inform", "remind", "notify", "continue"}
DOUBTING = frozenset(("doubt", "fear"))  # of people this tells what they say, of a state how it stands
GRATA = frozenset("grata gratae gratas".split())
NOTHING = frozenset(("nothing", "nobody", "there", "everything"))
IDIOMATIC = RAISING.union(PHRASES, OF_MARKS, REBUFFS, ("quote", "cite"))
ASKED_FOR = frozenset("call calls appeal appeals demand demands plea".split())
RUNG = frozenset(("call", "calls"))
SEEKING = frozenset("seek try attempt move hasten rush".split())  # "sought to assure X that"
READY = frozenset("quick keen eager swift careful anxious pleased sorry sad glad happy proud".split())
USING = frozenset("use take go call phone telephone write speak return come appear intervene seize".split())
REPORTED = frozenset("say report believe understand quote allege rumour rumor claim".split())
REACH, LONGEST_MEANS = 5, 9
ASKED = 9  # how far behind "call to" it stands what for


def idiom(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Return the attribution of a cue of several words, where one stands at a verb."""
    is_sought_for = verb.is_infinitive and is_sought(clause, number)
    if (
        verb.is_negated
        or (verb.is_infinitive and not is_sought_for)
        or verb.modal
        or (verb.form == "ing" and not verb.has_auxiliary)
    ):
        return None
    if verb.is_passive:
        return _quoted_as(clause, number, verb)
    first = _behind_phrase(clause, verb)
    place = verb.head + 1
    opens = clause.words[place : place + 1] != [] and clause.words[place] in OF_MARKS.get(verb.lemma, ())
    if first < 0 and opens and (verb.lemma in FORESEEING or any(clause.quoted[place + 1 : place + 1 + REACH])):
        first = place + 1
    if first < 0 and clause.words[place : place + 1] != [] and clause.words[place] in REBUFFS.get(verb.lemma, ()):
        first = _behind_rebuff(clause, place)
    if first < 0 and verb.lemma in RAISING:
        first = _behind_noun(clause, verb)
    if first < 0 or first >= len(clause.tokens):
        return None
    found = speaker_before(clause, number)
    last = content_end(clause, number, first)
    if found is None or last < first:
        return None
    words = clause.words[found[1][0] : found[1][1] + 1]
    if verb.lemma in OF_JUDGES and not JUDGES & set(words):
        return None
    if verb.lemma == "agree" and not clause.quoted[first]:
        return None  # what is agreed on without marks is an act, and no words
    return Attribution(first, last, verb.first, first - 1, *found, "cue.before", (min(found[1][0], verb.first), first))


def _behind_phrase(clause: Clause, verb: Verb) -> int:
    """Return where the content behind a verb and its fixed words starts, or -1; "that" or a colon must open it."""
    tokens = clause.tokens
    for words in PHRASES.get(verb.lemma, ()):
        place = verb.head + 1 + len(words)
        if tuple(token.low for token in tokens[verb.head + 1 : place]) == words and place < len(tokens):
            if tokens[place].low in ("that", ":"):
                return place + 1
            if words == ("clear",) and _opens_clause(clause, place):
                return place  # "made clear nothing had changed"
            if words[-1:] in (("say",), ("add",), ("warn",)) or words == ("it", "clear"):
                return place
    return -1


def _behind_rebuff(clause: Clause, place: int) -> int:
    """Return where what is quoted of a rebuff starts: behind the preposition before its marks, else -1."""
    quote = next((n for n in range(place, min(place + ASKED, len(clause.tokens))) if clause.quoted[n]), -1)
    links = [n for n in range(place, quote) if clause.words[n] in LINKING]
    is_of_verb = any(place < verb.head < quote and verb.is_finite for verb in clause.verbs)
    return links[-1] + 1 if links and not is_of_verb else -1


def _opens_clause(clause: Clause, place: int) -> bool:
    """Tell whether a subject of one or two words and its verb stand at a token: "he would", "nothing had"."""
    named = clause.named.at(place)
    is_subject = clause.words[place] in NOTHING or (named is not None and not named.is_possessive)
    last = named.last if named is not None else place
    return is_subject and any(v.first == last + 1 and v.is_finite for v in clause.verbs)


def _behind_noun(clause: Clause, verb: Verb) -> int:
    """Return where the content behind a noun of speech starts: "repeated his call for CONTENT"; else -1."""
    tokens = clause.tokens
    for place in range(verb.head + 1, min(verb.head + 1 + REACH, len(tokens) - 2)):
        if clause.quoted[place] or tokens[place].text in ",;:":
            break
        if tokens[place].low in SPOKEN:
            opener = tokens[place + 1].low
            wanted = ("that", "for", "to", "on") if tokens[place].low in ASKED_FOR else ("that",)
            is_asked = any(v.is_infinitive and place < v.first <= place + ASKED for v in clause.verbs)
            is_rung = opener == "to" and tokens[place].low in RUNG and not is_asked
            return place + 2 if opener in wanted and not is_rung else -1  # "made a call to the Peruvian president"
    return -1


def _quoted_as(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read "X was quoted (by Y) as saying (that) CONTENT", "X was cited as saying CONTENT"."""
    if verb.lemma not in ("quote", "cite", "report"):
        return None
    tokens = clause.tokens
    place = next(
        (n for n in range(verb.head + 1, min(verb.head + 12, len(tokens) - 1)) if tokens[n].low in TELLING), -1
    )
    found = speaker_before(clause, number)
    if place < 0 or tokens[place - 1].low != "as" or found is None:
        return None
    first = place + 1 + (tokens[place + 1].low in ("that", ":"))
    if tokens[place + 1].low in ("by", "in", ".", ","):  # "“CONTENT,” X was quoted as saying by Y"
        quoted = [n for n in range(verb.first) if clause.quoted[n]]
        zone = (quoted[-1] + 1, len(tokens)) if quoted else (0, 0)
        behind = next((n for n in range(place, len(tokens)) if clause.quoted[n]), -1)
        if not quoted and behind > 0:  # "X was quoted as saying by Y: “CONTENT”"
            last = content_end(clause, number, behind)
            return Attribution(behind, last, verb.first, place, *found, "quoted-as-saying", (verb.first, behind))
        return (
            Attribution(quoted[0], quoted[-1], verb.first, place, *found, "quoted-as-saying", zone) if quoted else None
        )
    by = next((n for n in range(verb.head + 1, place) if tokens[n].low == "by"), -1)
    reporter = clause.named.at(by + 1) if by > 0 else None
    last = content_end(clause, number, first)
    return Attribution(
        first, last, verb.first, place, *found, "quoted-as-saying", (verb.first, first),
        reporter.actor if reporter is not None else None,
    )  # fmt: skip


def needs_that(clause: Clause, verb: Verb, first: int, last: int) -> bool:
    """Tell whether a cue without "that" and marks reports no words: "notified Peru of its plans", "told X to leave"."""
    if verb.lemma == "tell":
        inside = [v for v in clause.verbs if first <= v.head <= last and (v.is_finite or v.is_infinitive)]
        return bool(inside) and inside[0].is_infinitive and clause.words[first] != "to"
    is_bare = verb.lemma in ("underscore", "underline", "highlight") and verb.form == "s" and not verb.has_auxiliary
    is_expelling = verb.lemma == "declare" and not GRATA.isdisjoint(clause.lows)
    is_of_people = verb.lemma in DOUBTING and not HUMAN.isdisjoint(clause.words[max(0, verb.first - 1) : verb.first])
    return is_bare or is_expelling or (verb.lemma in NEEDING_THAT and not is_of_people)


def is_sought(clause: Clause, number: int) -> bool:
    """Tell whether an infinitive of saying stands behind what somebody did to say it: "sought to assure X that …"."""
    verb, before = clause.verbs[number], clause.verbs[number - 1] if number else None
    if before is not None and (_is_reported(before, verb) or _is_used(clause, before, verb)):
        return True
    is_next = before is not None and before.head == verb.first - (clause.words[verb.first] != "to")
    is_next = is_next or (before is not None and before.head == verb.first - 1)
    return before is not None and is_next and before.lemma in SEEKING and before.is_finite and not before.is_negated


def _is_reported(before: Verb, verb: Verb) -> bool:
    """Tell whether an infinitive tells what somebody is said to have said: "is reported to have told X that"."""
    is_next = before.head + 1 == verb.first and verb.is_perfect
    return is_next and before.is_passive and before.is_finite and before.lemma in REPORTED and not before.is_negated


def _is_used(clause: Clause, before: Verb, verb: Verb) -> bool:
    """Tell whether an infinitive and "that" or marks behind it say what was used for it: "took to X to say that"."""
    behind = clause.words[verb.head + 1 : verb.head + 2]
    opens = behind in (["that"], [":"]) or any(clause.quoted[verb.head + 1 : verb.head + 3])
    if clause.words[verb.head + 1 : verb.head + 3] == ["out", "that"]:
        opens = True
    between = clause.words[before.head + 1 : verb.first]
    is_ready = before.lemma == "be" and between[-1:] != [] and between[-1] in READY
    is_act = before.lemma in USING and 0 < len(between) <= LONGEST_MEANS and "," not in between
    is_told = before.is_finite and not (before.is_passive or before.is_negated or before.modal or before.is_infinitive)
    return opens and is_told and (is_ready or is_act)
