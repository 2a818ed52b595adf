"""Tell how far a verb reaches: its clause, the words behind it, its passage."""

from __future__ import annotations

from newsroom.reading.acts.rows import Act
from newsroom.reading.acts.words import TROOPS
from newsroom.reading.analysis import Clause
from newsroom.reading.events.bringing import is_of_first
from newsroom.reading.events.candidates import stretch
from newsroom.reading.events.modality.gerunds import OPEN_NOUNS
from newsroom.reading.events.modality.words import PROMISING
from newsroom.reading.grammar import subjects, window_start
from newsroom.reading.insertions import ends_quoted
from newsroom.reading.lexicon import SAYING
from newsroom.reading.names.mentions import Mention
from newsroom.reading.own_nouns import OPENERS
from newsroom.reading.sentences import places_of
from newsroom.reading.verbs import PREPOSITIONS, Verb

REACH = 14
TIMES, TIME_NEAR = frozenset(("time", "vez")), 4  # where a time stands that opens its sentence
SUBJECT = 12  # how near its verb a subject stands that is quoted with it
TAKEN_UP = 8  # how many words behind the verb before are its object
TAKING_UP, CLITICS = frozenset(("it", "them")), frozenset("lo la los las".split())
# Acts whose thing a pronoun may stand for.
TAKEN_BEFORE = frozenset("ties sanctions sanctions-eased tariffs border cancelled".split())
PARTING = frozenset((",", "-", "–", "—", "--"))
SUMMARIES = frozenset(
    "claim charge accusation allegation assertion move step decision measure statement remark comment gesture demand"
    " policy shift practice action term word phrase acusacion afirmacion decision medida paso gesto".split()
)
OWNING = frozenset("its their his her".split())
BIDDING = frozenset("order demand request require instruct direct ask".split())
GOING = frozenset(("leave", "depart", "vacate"))
JOINING = frozenset("and y as than but".split())
SHARING = frozenset("and but or not yet then y e o pero ni".split())
RELATIVES = frozenset("which who whom where whose what".split())  # "in what is seen as a snub"
ANSWERING = frozenset("response retaliation reply answer reaction return exchange".split())
ASIDES = SUMMARIES | ANSWERING


def end_of(clause: Clause, number: int) -> int:
    """Return the token behind the reach of a verb's objects; asked for often, found once."""
    if number not in clause.ends:
        clause.ends[number] = _find_end(clause, number)
    return clause.ends[number]


def _find_end(clause: Clause, number: int) -> int:
    """Find the token behind the reach of a verb's objects: the next finite clause or the end."""
    verb = clause.verbs[number]
    end = len(clause.tokens)
    if not clause.lows.isdisjoint(ASIDES):
        places = [n - 1 for n in places_of(clause.words, ASIDES) if verb.head + 2 < n < end - 1]
        end = next((n for n in places if _opens_answer(clause, n) or _sums_up(clause, n)), end)
    if clause.quoted[verb.head]:
        end = next((n for n in range(verb.head + 1, end) if ends_quoted(clause, n)), end)
    for later in range(number + 1, len(clause.verbs)):
        other = clause.verbs[later]
        joint = set(clause.words[verb.head + 1 : other.first])
        if joint <= SHARING:
            continue  # "have drafted but not yet signed a pact": one object for both
        is_bidding = verb.lemma in BIDDING or (clause.is_spanish and verb.lemma == "give")
        if clause.words[other.head] == "dated":
            continue  # "rejects the note of the ministry dated 5 May"
        if verb.lemma == "let" and other.lemma == "go" and other.form == "base":
            continue  # "let ten jailed Chileans go in May"
        if other.lemma in GOING and other.form == "base" and is_bidding:
            continue  # "demanded that the diplomats leave the country" tells the same as "asked them to leave"
        if other.is_finite and not other.is_infinitive and other.first - verb.head > 1:
            if clause.words[other.first - 1] in ("which", "who", "that"):
                end = min(end, other.first - 1)
            else:
                own = [m for m in subjects(clause, later) if m.first > verb.head]
                if clause.is_spanish:  # "pidió a X que se restablezcan las relaciones"
                    opened_at = [n for n in range(verb.head + 1, other.first) if clause.words[n] == "que"]
                    own = [m for m in own if not opened_at or m.first > opened_at[-1]]
                is_said = clause.tokens[other.first - 1].text == "," and other.lemma in SAYING
                # "stormed the embassy and pulled down", "visited Peru, as expected"
                is_joined = clause.words[other.first - 1] in JOINING
                if is_said or is_joined or (other.lemma == "be" and is_of_time(clause, number)):
                    own = []  # "asked Chile to free them, said a spokesman"
                if verb.is_infinitive and _is_in_subject(clause, number, other):
                    own = []  # "the first leader to visit Chile was X"
                if verb.lemma == "recall" and clause.words[verb.head + 1] in OWNING:
                    own = [m for m in own if m.first > verb.head + 2]  # "recalled its ambassador and its leader said"
                opened = _relative_between(clause, verb.head, other.first)
                # "reopened its embassy after a war in which thousands died"
                end = min(end, opened if opened is not None else own[0].first if own else other.first)
            break
    return end


def _is_in_subject(clause: Clause, number: int, following: Verb) -> bool:
    """Tell whether an infinitive belongs to the subject of the finite verb behind it: "the order to expel X hurt"."""
    verb = clause.verbs[number]
    if not verb.first or any(other.is_finite and not other.is_infinitive for other in clause.verbs[:number]):
        return False
    between = clause.words[verb.head + 1 : following.first]
    is_whole = "," not in between or ("," not in between[:-1] and "," in clause.words[: verb.first])
    return is_whole and OPENERS.isdisjoint(between)  # "Peru, the first state to recognise X in 1963, has"


def is_of_time(clause: Clause, number: int) -> bool:
    """Tell whether a verb only says of which time a sentence tells: "The last time X visited Y was in 2014".

    Or of whom: "The last leader to visit Y was X in 2014".
    """
    verb = clause.verbs[number]
    if is_of_first(clause, number):
        following = clause.verbs[number + 1 : number + 2]
        return bool(following) and following[0].lemma == "be" and "," not in clause.words[verb.head : following[0].head]
    if clause.lows.isdisjoint(TIMES) or any(v.is_finite for v in clause.verbs[:number]):
        return False
    return not TIMES.isdisjoint(clause.words[: min(verb.first, TIME_NEAR)])


def _opens_answer(clause: Clause, place: int) -> bool:
    """Tell whether what is answered begins at a token: "in response to"."""
    opening, noun, joint = clause.words[place : place + 3]
    return opening == "in" and noun in ANSWERING and joint in ("to", "for")


def _sums_up(clause: Clause, place: int) -> bool:
    """Tell whether an insertion begins at a token that calls what was told by a name: ", a claim denied by"."""
    before, article, noun = clause.words[place - 1 : place + 2]
    return article in ("a", "an", "una", "un") and before in PARTING and noun in SUMMARIES


def _relative_between(clause: Clause, first: int, last: int) -> int | None:
    """Return where the relative clause opens in which the later of two verbs stands: "in which", "where"."""
    place = next((n for n in range(last - 1, first + 1, -1) if clause.words[n] in RELATIVES), None)
    return None if place is None else place - (clause.words[place - 1] in PREPOSITIONS)


PLANS_IN_SPANISH = frozenset(
    "plan planes intencion presion presiones llamado llamamiento posibilidad idea amenaza deseo voluntad oferta"
    " propuesta pedido solicitud invitacion derecho opcion intento intentos promesa compromiso".split()
)
# Nouns whose own object is not that of the verb before: "issued a threat of | sanctions", "cancelled the signing of".
NESTING = OPEN_NOUNS | PROMISING | frozenset("signing signature ahead permission firma".split())
NESTED = frozenset(("of", "for", "de"))
DENYING: tuple[list[str], ...] = ([], ["not"], ["never"])
UNDOING = frozenset("before after of without near".split())


def content_start(clause: Clause, number: int, end: int) -> int:
    """Return the token behind a verb that another opens, whose object is not its own: "was kept from attacking | X".

    So it is with an "-ing" behind a preposition, and with an infinitive that says what is only promised or denied.
    """
    verb = clause.verbs[number]
    far = min(end, verb.head + TAKEN_UP, len(clause.words) - 1)
    for place in range(verb.head + 1, far if not clause.lows.isdisjoint(NESTING) else 0):
        if clause.words[place] in NESTING and clause.words[place + 1] in NESTED:
            end = place + 1
            break
    for later in range(number + 1, len(clause.verbs)):
        other = clause.verbs[later]
        if other.first >= end:
            break
        before = clause.words[other.first - 1]
        if other.form == "ing" and not other.has_auxiliary and (before in PREPOSITIONS or before == "to"):
            return other.head + (before not in UNDOING)
        between = clause.words[verb.head + 1 : other.first]
        if clause.is_spanish and other.is_infinitive and _is_of_plan(clause, other):
            return other.head
        is_chained = later == number + 2 and clause.verbs[number + 1].form == "ing"
        is_chained = is_chained and clause.verbs[number + 1].head == verb.head + 1 == other.first - 1
        is_told = (
            verb.is_passive and not between and TROOPS.isdisjoint(clause.words[max(0, verb.first - 2) : verb.first])
        )
        is_denied = is_told or (other.is_negated and between in DENYING)
        if other.is_infinitive and (before in PROMISING or before == "yet" or is_chained or is_denied):
            return other.head + (other.lemma in GOING)
    return end


def _is_of_plan(clause: Clause, verb: Verb) -> bool:
    """Tell whether a Spanish infinitive says what is only planned or asked for: "tiene planes de", "presiones para"."""
    place = verb.first if verb.first < verb.head else verb.first - 1  # of the preposition
    is_joined = clause.words[place] in ("de", "para", "a")
    return is_joined and place > 0 and clause.words[place - 1] in PLANS_IN_SPANISH


def noun_of_infinitive(clause: Clause, verb: Verb) -> str:
    """Return the word before an infinitive, past who has what it names: "a threat by Peru to expel"."""
    place = verb.first - 1
    owner = next((m for m in clause.mentions if m.last == place), None)
    if owner is not None and owner.first > 1:
        start = owner.first - 1 - (clause.words[owner.first - 1] in ("the", "its"))
        place = start - 1 if clause.words[start] in ("by", "from", "of") else place
    return clause.words[place] if place >= 0 else ""


def words_behind(clause: Clause, number: int, end: int) -> list[str]:
    """Return the folded words behind a verb within reach."""
    verb = clause.verbs[number]
    words = clause.words[verb.head + 1 : min(end, verb.head + 1 + REACH)]
    while "cross" in words and words[words.index("cross") + 1 : words.index("cross") + 3] == ["-", "border"]:
        del words[words.index("cross") : words.index("cross") + 3]  # "opened a cross-border market": no border
    return words + _meant(clause, number)


def _meant(clause: Clause, number: int) -> list[str]:
    """Return the words behind the verb before, where a pronoun takes up its object: "cut ties and restored them".

    Of "ordered the envoy to leave and recalled its own" that is the verb before which carries the clause.
    """
    verb, before = clause.verbs[number], clause.verbs[number - 1]
    behind = clause.words[verb.head + 1 : verb.head + 4]
    is_clitic = clause.is_spanish and clause.words[verb.first - 1] in CLITICS
    if number and behind[:1] and behind[0] in OWNING and behind[1:2] == ["own"] and not "".join(behind[2:]).isalpha():
        carrying = [v for v in clause.verbs[:number] if v.is_finite and not v.is_infinitive]
        before = carrying[-1] if carrying else before
    elif not number or not (TAKING_UP & set(behind[:1]) or is_clitic):
        return []
    return clause.words[before.head + 1 : min(verb.first, before.head + 1 + TAKEN_UP)]


def is_meant(clause: Clause, number: int, row: Act) -> bool:
    """Tell whether a pronoun stands for the thing done, named before: "ties were strained since Peru severed them"."""
    head = clause.verbs[number].head
    is_told = row.family in TAKEN_BEFORE or row.kind in ("treaty_signed", "ratified")
    if not is_told or TAKING_UP.isdisjoint(clause.words[head + 1 : head + 2]):
        return False
    return not row.words.isdisjoint(clause.words[: clause.verbs[number].first])


def words_before(clause: Clause, number: int) -> list[str]:
    """Return the folded words of a passive verb's subject."""
    verb = clause.verbs[number]
    if verb.first == 0:  # "Summoned by X, Y's envoy said"
        comma = next((n for n, token in enumerate(clause.tokens) if token.text == ","), 0)
        return clause.words[comma + 1 : comma + 1 + REACH] if comma else []
    start = window_start(clause, number)
    if clause.tokens[verb.first - 1].text != ",":
        return clause.words[max(0, verb.first - REACH) : verb.first]
    comma = next((n for n in range(verb.first - 2, start, -1) if clause.tokens[n].text == ","), verb.first - 1)
    inserted = clause.words[comma : verb.first]  # "two of its citizens, | A and B, | were jailed"
    return [*clause.words[start : start + 3], *inserted, *clause.words[max(0, comma - REACH) : comma]]


def bounds(clause: Clause, number: int, end: int) -> tuple[int, int]:
    """Return the first and last token of the clause of a verb, its subject included."""
    verb = clause.verbs[number]
    before: list[Mention] = [m for m in subjects(clause, number) if m.last < verb.first]
    own = [m for m in before if verb.first - m.last < SUBJECT]
    first = own[0].first if own else max(0, window_start(clause, number))
    if before and not own and clause.words[verb.first - 1] in ("and", "y"):
        first = verb.first  # "cut off its ties with the Gulf state of Qatar and | accused it of"
    elif before and not own and clause.words[verb.first - 1] == ",":
        first = before[-1].first  # "Qatar, which mediated in the talks between Chad and Libya, will host"
    opening = clause.times[0] if clause.times and clause.times[0].first <= 2 else None
    if opening is not None and not any(v.is_finite and v.head < first for v in clause.verbs):
        first = 0
    last = max(verb.head, min(end, len(clause.tokens)) - 1)
    if clause.is_spanish:  # "el acuerdo que firmaron Perú y Chile es"
        last = max(last, *(m.last for m in subjects(clause, number) if verb.head < m.first <= last + 3), last)
    begin, finish = stretch(clause, first, last, verb.head)
    return (begin if begin <= verb.first else first), finish


def is_first_person(clause: Clause, number: int) -> bool:
    """Tell whether "I" or "we" of a quotation, whose speaker is known, is the subject: "We condemn …", she said."""
    verb = clause.verbs[number]
    if verb.modal not in ("", "will") or verb.is_infinitive or not clause.quoted[verb.head]:
        return False
    found = subjects(clause, number)
    return bool(found) and found[0].form == "pronoun" and found[0].actor.kind not in ("pronoun", "group")
