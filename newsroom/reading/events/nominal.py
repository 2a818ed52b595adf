"""Find events told by nouns: a call, talks, a ceasefire, clashes, threats, an offer."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.reading.acts import CONTACT_KINDS
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events import modality, noun_phrases
from newsroom.reading.events.candidates import Candidate, stretch
from newsroom.reading.events.completing import are_others, by_story
from newsroom.reading.events.contacting import OWN_BODIES
from newsroom.reading.events.fighting import of_truce
from newsroom.reading.events.journeys import ARRIVALS, traveller
from newsroom.reading.events.noun_frames import NOUN_PHRASES, NounFrame
from newsroom.reading.events.noun_governors import governor_of
from newsroom.reading.events.noun_kinds import IN_FORCE, called_on, phrase_of_invitation, settle_kind
from newsroom.reading.events.noun_parties import (
    OF,
    from_subject,
    is_at_home,
    is_with_stranger,
    named_by_noun,
    partakes,
    with_holder,
)
from newsroom.reading.events.noun_phrases import (
    JOURNEYS,
    REGULAR,
    TOPIC_REACH,
    is_called_for,
    is_definite,
    is_of_accord,
    is_of_body,
    renames,
    whose_equal,
)
from newsroom.reading.events.parties import Parties, after_word
from newsroom.reading.events.partners import add_target
from newsroom.reading.events.quoted import is_scare_quote, is_told_by_institution
from newsroom.reading.events.reach import is_first_person
from newsroom.reading.events.strangers import has_stranger_behind
from newsroom.reading.events.thinness import AGAIN
from newsroom.reading.grammar import subjects
from newsroom.reading.longest import Phrases
from newsroom.reading.sentences import places_of
from newsroom.reading.series import attending
from newsroom.reading.verbs import Verb

APART = frozenset("separate another otro otra".split())
LIKE_THOSE = frozenset("similar such these further more other earlier previous regular".split())
VISITS = frozenset(("visit", "state_visit"))
VENUES = frozenset("in during at by via through on en durante".split())
AGREED = frozenset("agree agreed agrees agreement".split())
TEAMS, LEADING = frozenset("team delegation committee".split()), frozenset("head chief leader member".split())
OWN = frozenset("his her their its".split())
OFFICES = frozenset("envoy representative mediator negotiator coordinator facilitator ambassador".split())
OFFICE_LINKS, OFFICE_REACH = frozenset(("for", "on")), 8
GERUNDS = frozenset("fighting bombing shelling meeting".split())
# What is met in a figure of speech, and how near behind "meeting" it stands.
MET = frozenset(
    "expectations demand targets needs standards obligations criteria conditions requirements commitments challenges"
    " benchmarks".split()
)
NEAR_MET = 2
LINKED = {"contacts": (["between"], ["with"]), "stop": (["in"],)}  # nouns that tell a contact only before these
OBJECTS = (["the"], ["a"], ["its"], ["their"], ["an"])
DOING = (*OBJECTS, ["alongside"])  # "fighting the war", "fighting alongside Chile's army"
HOLDING = frozenset("hold have conduct attend discuss pay".split())
PROMPTING = frozenset(
    "prompt cause spark trigger cast raise fuel overshadow jeopardise jeopardize cloud ignite provoke revive deepen"
    " strain complicate".split()
)
PHRASES = Phrases({tuple(phrase.split()): frame for phrase, frame in NOUN_PHRASES.items()})
LANDS = frozenset(
    "country countries region capital capitals kingdom republic states nations island asia africa".split()
)
EFFORTS, SHARED = frozenset("efforts push diplomacy".split()), frozenset(("between", "among"))
AFTER, MEANS, MEANS_NEAR = frozenset(("after", "following")), frozenset("through via by mediante traves".split()), 4
ENDING = frozenset("resolve settle solve end address overcome defuse ease handle tackle manage find seek".split())
SEEING = frozenset("see witness experience suffer endure".split())
GOAL_NEAR = 5  # how far behind "tour of" the state stands to which it leads
PROVIDING, CHANCE_NEAR = frozenset("provide offer give afford present be serve remain".split()), 6
CHANCES = frozenset("opportunity opportunities chance platform forum occasion venue".split())


def find_nominal(article: Article, clause: Clause) -> Iterator[Candidate]:
    """Yield the events that the nouns of a sentence tell."""
    if clause.lows.isdisjoint(PHRASES.first_words):
        return
    behind = 0
    for place in places_of(clause.words, PHRASES.first_words):
        if place < behind or (match := _phrase_at(clause, place)) is None:
            continue
        last, frame = match
        found = _candidate(article, clause, place, last, frame)
        if found is not None:
            if frame.family == "invitation" and (phrase := phrase_of_invitation(clause, place, last)) is not None:
                (found.first, found.last), found.is_background = phrase, True
            yield found
        behind = last + 1


def _has_object(clause: Clause, place: int) -> bool:
    """Tell whether somebody's name follows a word in "-ing" at once."""
    mention = clause.named.at(place + 1) if place + 1 < len(clause.tokens) else None
    return mention is not None and mention.first == place + 1 and mention.form != "adjective"


def _is_done(clause: Clause, place: int) -> bool:
    """Tell whether a word behind a comma or "and" is a verb by the article or owner behind it: ", visit the port"."""
    behind = clause.words[place + 1 : place + 2]
    return place > 0 and clause.words[place - 1] in (",", "and", "or") and (behind in OBJECTS or behind == ["his"])


def _phrase_at(clause: Clause, place: int) -> tuple[int, NounFrame] | None:
    """Return the last token and the frame of the noun phrase at ``place``, where a first word of one stands."""
    token = clause.tokens[place]
    is_gerund = token.low in GERUNDS and not any(verb.head == place and verb.has_auxiliary for verb in clause.verbs)
    is_doing = is_gerund and clause.words[place + 1 : place + 2] in DOING
    if is_doing or (is_gerund and place in clause.heads and _has_object(clause, place)):
        return None  # "troops fighting the war", "prevented from meeting X"
    if (place in clause.heads and not is_gerund) or clause.named.covered[place] >= 0:
        return None
    if token.low == "meeting" and not MET.isdisjoint(clause.words[place + 1 : place + 1 + NEAR_MET]):
        return None  # "data meeting lowered expectations"
    if token.low in ("visit", "call", "tour") and _is_done(clause, place):
        return None  # "is to, among others, visit the port"
    if token.low in LINKED and clause.words[place + 1 : place + 2] not in LINKED[token.low]:
        return None  # "a stop to the raids", "his contacts"
    is_sent_for = token.low == "consultations" and place and clause.words[place - 1] == "for"
    if is_sent_for or (token.low == "llamada" and noun_phrases.is_so_called(clause, place)):
        return None  # an envoy called home, "la llamada «guerra»"
    is_briefing = place > 0 and clause.words[place - 1] in noun_phrases.BRIEFING  # "a press call on the visit"
    if token.low in ("call", "calls") and (is_briefing or is_called_for(clause, place + 1)):
        return None  # "her call for an inquiry", 'a call "on Chile to free them"'
    found = PHRASES.at(clause.words, place)
    if (
        found is not None
        and clause.words[found[0]] in EFFORTS
        and SHARED.isdisjoint(clause.words[found[0] + 1 : found[0] + 2])
    ):
        return None  # "diplomatic efforts to free them"
    is_bare = found is not None and found[0] == place and token.low in ("call", "offer", "capture", "threat")
    if is_bare and place and clause.words[place - 1] == "to":
        return None
    return found


def _candidate(article: Article, clause: Clause, first: int, last: int, frame: NounFrame) -> Candidate | None:
    """Return the candidate for a noun, or ``None`` where its parties are not to be found."""
    governor = governor_of(clause, first, last)
    if clause.quoted[first] and not _counts_in_quotation(article, clause, first, governor, frame):
        return None
    verb = clause.verbs[governor] if governor is not None else None
    is_venue = frame.family == "contact" and _is_at_venue(clause, first)
    is_open = governor is not None and modality.is_open(clause, governor)
    if is_venue and verb is not None and verb.head < first and not (is_open or partakes(clause, verb, first)):
        governor, verb = None, None
    found = _sides(article, clause, (first, last), frame, governor)
    found.add(clause, attending(clause, last + 1) if frame.family == "contact" and not is_venue else [])
    is_seen = frame.family == "clash" and _is_within(clause, first, last, verb)
    if (own := len(found.countries)) < 2 and (is_seen or _is_with_no_state(clause, first, last)):
        return None
    definite = is_definite(clause, first)
    if definite and not own and (is_venue or frame.family in ("accusation", "threat", "proposal")):
        return None  # "rejected the accusations", "her role in the talks": told before
    if frame.kind == "visit":
        found.add(clause, [*traveller(clause, first), *called_on(clause, first, last)])
    status = modality.of_noun(clause, first, last, governor)
    kind, status = settle_kind(clause, first, last, frame, status, governor)
    if not kind or (frame.family == "contact" and _is_no_contact(clause, first, last, governor)):
        return None
    if len(found.countries) < 2 and (
        (frame.family in ("contact", "ceasefire", "clash") and found.countries)
        or not definite
        or kind not in CONTACT_KINDS
    ):
        found = from_subject(article, clause, first, governor, found, frame)
    if status != "hypothetical" and _is_of_story(clause, first, last, governor, found, frame):
        found = by_story(article, clause, found, at=first, is_contact=frame.family == "contact")
    if len(found.countries) < 2 or (found.is_inferred and _is_held_with_stranger(clause, first, last, found, frame)):
        return None
    if kind == "summit_multilateral" and _is_of_nobody(clause, first, last, own, found):
        return None
    if not own and not definite and _is_of_others(clause, first, found):
        return None
    start = verb.first if verb is not None and verb.head < first else first
    begin, end = stretch(clause, start if _is_outcome(clause, verb, first) else 0, len(clause.tokens) - 1, first)
    one = Candidate(
        kind,
        frame.family,
        status,
        clause,
        (first, last),
        min(begin, start),
        max(end, last),
        found,
        f"{frame.family}.noun",
        frame.confidence,
        is_definite=definite,
        governor=verb.head if verb is not None else -1,
    )
    one.is_other, one.is_venue = _are_held(clause, first, verb) or _is_told_apart(clause, first), is_venue
    one.is_anaphoric = own < 2 and frame.family == "contact" and _names_known(one)
    one.is_background = clause.role == "bullet" or not AFTER.isdisjoint(clause.words[max(0, first - 4) : first])
    return one


def _sides(article: Article, clause: Clause, noun: tuple[int, int], frame: NounFrame, governor: int | None) -> Parties:
    """Return who is named round a noun: of a contact also who holds it, of expulsions on whom several act."""
    found = named_by_noun(clause, *noun, frame, governor)
    if frame.family == "contact":
        found = with_holder(article, clause, noun, governor, found)
        found.add(clause, whose_equal(clause, *noun))
    elif frame.family == "expulsion":
        add_target(article, clause, governor, found)
    return found


def _is_told_apart(clause: Clause, first: int) -> bool:
    """Tell whether a word before a noun tells it from what was told: "another meeting"."""
    return not APART.isdisjoint(clause.words[max(0, first - 3) : first])


def _is_outcome(clause: Clause, verb: Verb | None, first: int) -> bool:
    """Tell whether a noun stands in what another act led to: "put off the talks, prompting a row over the visit"."""
    if verb is None or verb.form != "ing" or verb.lemma not in PROMPTING or verb.head > first:
        return False
    return verb.first > 0 and clause.words[verb.first - 1] == ","


def _is_within(clause: Clause, first: int, last: int, verb: Verb | None) -> bool:
    """Tell of fighting in one state: "Sudan has seen heavy fighting", "fighting between Libya's rival governments"."""
    is_seen = verb is not None and verb.lemma in SEEING and verb.head < first
    sides = of_truce(clause)
    is_with_others = sides is not None and len(sides) == 1  # "a truce with the rebels after days of fighting"
    return is_seen or is_with_others or clause.words[last + 1 : last + 2] == ["between"]


def _is_at_venue(clause: Clause, first: int) -> bool:
    """Tell whether a noun says where something was done: "at the meeting", but not "agreed on a meeting"."""
    is_agreed = not AGREED.isdisjoint(clause.words[max(0, first - TOPIC_REACH) : first])
    if clause.words[first - 1] == "for" or clause.words[first - 2 : first] in (["for", "a"], ["for", "the"]):
        return False  # "is due in Lima on Friday for talks"
    if "framework" in clause.words[max(0, first - 2 * TOPIC_REACH) : first]:
        return True  # "events within the framework of the meeting"
    start = max([0, first - 3, *(time.last + 1 for time in clause.times if time.last < first)])  # "on Monday the visit"
    return not (VENUES - {"on"} if is_agreed else VENUES).isdisjoint(clause.words[start:first])


def _is_with_no_state(clause: Clause, first: int, last: int) -> bool:
    """Tell whether a noun has no second state: "visa on arrival", "a cabinet meeting", "talks with the rebels"."""
    is_own = clause.words[last] in ARRIVALS or clause.words[first - 1] in OWN_BODIES or _is_round_of_own(clause, last)
    return is_own or is_with_stranger(clause, first, last)


def _is_round_of_own(clause: Clause, last: int) -> bool:
    """Tell whether a tour leads to no state: "a tour of flooded districts"."""
    behind = clause.words[last + 1 : last + 1 + GOAL_NEAR]
    if clause.words[last] not in ("tour", "gira") or behind[:1] not in (["of"], ["de"], ["por"]):
        return False
    is_named = any(last < m.first <= last + GOAL_NEAR for m in clause.mentions)
    return not is_named and LANDS.isdisjoint(behind)


def _names_known(one: Candidate) -> bool:
    """Tell whether a noun names a contact told before: "the call", "talks" of the story, "during his visit"."""
    clause, (first, last) = one.clause, one.trigger
    is_again = one.kind not in VISITS and _is_told_again(clause, first, one.parties)
    return one.is_definite or is_again or (one.is_venue and _is_told_of(clause, first, last))


def _is_no_contact(clause: Clause, first: int, last: int, governor: int | None) -> bool:
    """Tell whether a contact is only what somebody offers, what an office is for, or what a journey is made for."""
    is_purpose = governor is not None and _is_purpose_of_journey(clause, governor)
    is_purpose = is_purpose or renames(clause, first, last) or _goes_on(clause, last, governor)
    is_purpose = is_purpose or _is_means(clause, first, last) or _is_by_chance(clause, governor)
    is_purpose = is_purpose or _is_habit(clause, last, governor)
    is_other = is_purpose or _is_offered(clause, first) or _is_of_office(clause, first) or is_of_accord(clause, first)
    return is_other or modality.is_asked_after(clause, last)


def _goes_on(clause: Clause, last: int, governor: int | None) -> bool:
    """Tell whether an exchange is only to go on, on no day: "agreed to continue their dialogue"."""
    verb = clause.verbs[governor] if governor is not None else None
    is_to_last = verb is not None and verb.lemma == "continue" and verb.is_infinitive
    return is_to_last and clause.words[last] in REGULAR and not any(time.first > last for time in clause.times)


def _is_habit(clause: Clause, last: int, governor: int | None) -> bool:
    """Tell whether it is said what meetings are good for: "these meetings provide an opportunity to exchange views"."""
    verb = clause.verbs[governor] if governor is not None else None
    if verb is None or verb.head < last or verb.tense != "present" or verb.is_perfect or verb.is_progressive:
        return False
    return verb.lemma in PROVIDING and not CHANCES.isdisjoint(clause.words[verb.head + 1 : verb.head + 1 + CHANCE_NEAR])


def _is_by_chance(clause: Clause, governor: int | None) -> bool:
    """Tell whether some only were at the same place: "coincidieron en varios actos de la cumbre"."""
    verb = clause.verbs[governor] if governor is not None else None
    return verb is not None and verb.lemma == "coincide" and clause.words[verb.head + 1 : verb.head + 2] == ["en"]


def _is_means(clause: Clause, first: int, last: int) -> bool:
    """Tell whether talks only are how a quarrel is to end: "agreed to resolve the row through talks"."""
    link = next((n for n in range(first - 1, max(0, first - MEANS_NEAR), -1) if clause.words[n] in MEANS), 0)
    ending = next((v for v in reversed(clause.verbs) if v.head < link), None)
    is_meant = ending is not None and ending.lemma in ENDING and (ending.is_infinitive or bool(ending.modal))
    return bool(link) and is_meant and not any(time.first > last for time in clause.times)


def _is_purpose_of_journey(clause: Clause, governor: int) -> bool:
    """Tell whether a contact is only what somebody came for: "visited Chile to hold talks"."""
    verb, outer = clause.verbs[governor], modality.governing(clause, governor)
    if not verb.is_infinitive or verb.lemma not in HOLDING or outer is None:
        return False
    journey = clause.verbs[outer]
    return journey.lemma in JOURNEYS and modality.of_verb(clause, outer) == "happened"


def _counts_in_quotation(article: Article, clause: Clause, first: int, governor: int | None, frame: NounFrame) -> bool:
    """Tell whether a quoted noun tells an event: said by who takes part, in a few marked words, of a truce in force."""
    if governor is not None and is_first_person(clause, governor):
        return True
    if governor is not None and is_told_by_institution(article, clause, governor):
        return True
    in_force = frame.family == "ceasefire" and bool(IN_FORCE & clause.lows)
    return in_force or is_scare_quote(article, clause, first)


def _is_of_office(clause: Clause, first: int) -> bool:
    """Tell whether a noun only says what an office is for: "the special envoy for the Kosovo-Serbia dialogue"."""
    for place in range(first - 1, max(0, first - OFFICE_REACH), -1):
        if clause.words[place] in OFFICE_LINKS:
            led = set(clause.words[max(0, place - OFFICE_REACH) : place - 1])
            low = clause.words[place - 1]
            return low in OFFICES or (low in TEAMS and bool(LEADING & led))  # "head of Chile's team for the talks"
        if clause.words[place] in OFFICES or place in clause.heads:
            return False
    return False


def _is_held_with_stranger(clause: Clause, first: int, last: int, found: Parties, frame: NounFrame) -> bool:
    """Tell whether a contact before a noun is with no state: "met with the rebels, their first talks"; or at home."""
    if frame.family != "contact" or is_at_home(clause, first, last, found):
        return frame.family == "contact"
    verb = next((v for v in clause.verbs if v.lemma in ("meet", "talk", "speak", "negotiate") and v.head < first), None)
    return verb is not None and has_stranger_behind(clause, verb.head + 1, first, frozenset(("with", "con")))


def _is_of_nobody(clause: Clause, first: int, last: int, own: int, found: Parties) -> bool:
    """Tell whether it is not said who took part in a summit: "on the sidelines of the Africa Summit"."""
    is_theirs = clause.words[first - 1] == "their" and len({hit.code for hit in clause.named.countries}) > 1
    if found.is_inferred and not is_theirs and (clause.tokens[last].is_capital or not own):
        return True
    return not own and _is_of_others(clause, first, found)


def _is_of_others(clause: Clause, first: int, found: Parties) -> bool:
    """Tell whether states are named before a noun, and none of those that the story lends it."""
    named = {hit.code for hit in clause.named.countries if hit.form == "name" and hit.first < first}
    people = {m.actor.country for m in clause.mentions if m.actor.kind == "person" and m.first < first} - {""}
    is_theirs = len(people) > 1 and not set(found.countries) <= people | named  # "A will meet B on a visit to"
    return found.is_inferred and ((bool(named) and not named & set(found.countries)) or is_theirs)


def _is_of_story(clause: Clause, first: int, last: int, governor: int | None, found: Parties, frame: NounFrame) -> bool:
    """Tell whether a side may be left to the story: nobody else acts, and it is no "meeting of X's cabinet"."""
    acting = subjects(clause, governor) if governor is not None else []
    is_told = frame.family != "force" and not clause.quoted[first] and len(found.countries) < 2
    is_of_others = is_of_body(clause, last) or after_word(clause, last + 1, last + 2, OF) or are_others(acting)
    return is_told and not is_of_others


def _is_told_of(clause: Clause, first: int, last: int) -> bool:
    """Tell whether a noun is only where something is done, told before: "during his visit", no "visit to X"."""
    behind = clause.tokens[last + 1].low if last + 1 < len(clause.tokens) else ""
    return clause.tokens[first - 1].low in OWN and behind in (",", ".", "and", ";")


def _is_told_again(clause: Clause, first: int, found: Parties) -> bool:
    """Tell whether a noun whose parties only the story has may be a contact told before: no "another meeting"."""
    before = set(clause.words[max(0, first - 3) : first])
    return found.is_inferred and not before & (LIKE_THOSE | AGAIN)


def _are_held(clause: Clause, first: int, verb: Verb | None) -> bool:
    """Tell whether a sentence only says that meetings took place, no state named: "Similar meetings were held"."""
    if verb is None or verb.head < first or not verb.is_passive or verb.lemma not in ("hold", "convene"):
        return False
    return not clause.named.countries and LIKE_THOSE & set(clause.words[max(0, first - 2) : first]) != set()


def _is_offered(clause: Clause, place: int) -> bool:
    """Tell whether a contact is only what somebody is ready or offers to hold: the offer is the event."""
    words = clause.words[max(0, place - 12) : place]
    return any(word in words for word in ("ready", "willing", "readiness", "willingness", "offered", "offering"))
