"""Compare the words in which two acts are told: what they are about, which offices take part, which tells the other."""

from __future__ import annotations

from dataclasses import replace

from newsroom.reading.acts.words import ACCORDS, MISSIONS
from newsroom.reading.analysis import Clause
from newsroom.reading.events.candidates import TOPICAL, Candidate
from newsroom.reading.events.victims import are_of_other_victims
from newsroom.reading.grammar import subjects
from newsroom.reading.verbs import DETERMINERS, PREPOSITIONS

TOLD = frozenset(("happened", "planned"))
VISITS = frozenset(("visit", "state_visit"))
CALLS = frozenset(("phone_call", "video_call"))
SHORT = 3  # letters of a word that says too little
PAIR, FEW, MANY = 2, 4, 5
HALF = 2  # the part of the fewer words that both must share
GENERAL = frozenset(
    "foreign minister ministers ministry president government officials official spokesman spokeswoman country"
    " countries said says told that this which with from after before over into their they have been were would will"
    " could against also again statement late early".split()
)
PLAIN = frozenset(
    "new bilateral joint landmark historic major key draft formal final long-awaited comprehensive"
    " three four five seven eight nine several many other".split()
)
MEASURES = frozenset(("sanctions", "tariffs"))
HITTING_THEM = frozenset("them him her their his sus su".split())  # "sanctioned two generals and froze their assets"
CUTS = frozenset(("ties_broken", "ties_downgraded"))
ON = frozenset(("on", "about", "for", "sobre", "de"))
TOPIC_REACH = 4  # words of an accord's topic behind "on"
ENDS = PREPOSITIONS | frozenset((",", ".", ";", "and", "that", "which"))
MINISTERS = frozenset("minister ministers secretary".split())
NEAR = 8  # words behind an act that count it
COUNTS = frozenset(("total", "number"))
SUMMING = frozenset(("twice", "times", "wars"))
LONG = frozenset("weeks months years decades".split())
BROKERED = frozenset("accord deal truce ceasefire agreement pact treaty armistice settlement".split())
PREMISES = MISSIONS | frozenset(("premises", "compound", "chancery"))
ALSO = frozenset(("also", "tambien"))
ADDING = frozenset("additionally separately furthermore ademas".split())
# Of one talk is told that they "also discussed", and of one charge that they "also accused".
RETOLD_ALSO = frozenset("contact accusation criticism refusal accord".split())
RECEIVING = frozenset(f"contact.{verb}" for verb in "welcome receive host greet".split())
LATER = frozenset("later afterwards subsequently luego despues posteriormente".split())
PRIOR = frozenset("previously previamente anteriormente".split())
HELD = frozenset(f"contact.{verb}" for verb in "hold host meet receive visit dine".split())
TALKED_ON = TOPICAL | {"contact.noun"}
TAKEN_UP, STEM = frozenset("it them him her this that so".split()), 5
# What one side does as the other did, and the words that say so.
IN_KIND = frozenset(
    "sanctions tariffs expulsion recall summons border ties seizure deportation posture force arrest ban".split()
)
ANSWERED = frozenset(
    "response retaliation reply answer reaction return reciprocity after following respuesta represalia represalias"
    " reciprocidad tras".split()
)


def are_told_apart(first: Candidate, second: Candidate) -> bool:
    """Tell whether the words of two sentences say that the second act is another one."""
    if _sums_up(first) or _sums_up(second) or _is_apart(first, second) or _is_held_now(first, second):
        return True
    is_more = first.family == "offer" and first.rule != second.rule and not are_akin(first, second)
    is_more = is_more or _is_done_again(first, second) or _is_reception(first, second)
    is_more = is_more or (_is_prior(second) and not _is_prior(first))
    is_more = is_more or _is_come_since(second) or _is_quitting(first) != _is_quitting(second)
    is_more = is_more or (_is_added(second) and (second.rule in HELD or not are_akin(first, second)))
    is_more = is_more or are_of_other_victims(first, second) or _is_met_later(first, second)
    return is_more or _is_of_fewer(first, second) or _are_asked_apart(first, second)


def _is_reception(first: Candidate, second: Candidate) -> bool:
    """Tell whether hosts receive who was told to come: "arrived in Lima on Monday", "was received by the president"."""
    return {first.kind, second.kind} <= VISITS and second.rule in RECEIVING and first.rule not in RECEIVING


def _is_met_later(first: Candidate, second: Candidate) -> bool:
    """Tell whether a word at a verb puts a meeting after one told: "held talks with X", "later met Y"."""
    if second.rule not in HELD or second.is_anaphoric or first.kind in VISITS:
        return False
    return not LATER.isdisjoint(second.clause.words[max(0, second.trigger[0] - 1) : second.trigger[1] + 2])


def _is_prior(one: Candidate) -> bool:
    """Tell whether a word at a verb puts an act before those told: "has previously mediated between them"."""
    return not PRIOR.isdisjoint(one.clause.words[max(0, one.trigger[0] - 1) : one.trigger[1] + 2])


def _sums_up(one: Candidate) -> bool:
    """Tell whether words count what was done over the years: "have gone to war over it twice", "met three times"."""
    if is_counted(one):
        return True
    behind = one.clause.words[one.trigger[1] + 1 : one.trigger[1] + NEAR]
    if "recent" in behind and not LONG.isdisjoint(behind):
        return True
    if SUMMING.isdisjoint(one.clause.lows):
        return False
    return not SUMMING.isdisjoint(behind)


def is_counted(one: Candidate) -> bool:
    """Tell whether words give how often or how many in all: "the total number of prisoners exchanged has reached"."""
    lead = one.clause.words[max(0, one.trigger[0] - NEAR) : one.trigger[0]]
    place = next((n for n in range(len(lead) - 1, -1, -1) if lead[n] in COUNTS), -1)
    verb = one.verb
    if lead[max(0, place - 1) : place + 1] == ["a", "number"]:
        return False  # "A number of Peruvians stormed the embassy"
    is_of = place >= 0 and lead[place + 1 : place + 2] == ["of"] and "," not in lead[place:]
    return is_of and verb is not None and verb.form in ("part", "past_or_part") and not verb.has_auxiliary


def _is_apart(first: Candidate, second: Candidate) -> bool:
    """Tell whether one of two is who brokered an accord, the other a talk: "a truce sponsored by Peru"."""
    return _is_of_accord(first) is not _is_of_accord(second) and {"mediation"} != {first.kind, second.kind}


def _is_held_now(first: Candidate, second: Candidate) -> bool:
    """Tell whether one talk goes on, and others held one on a day told: "X, Y and Z are meeting … X met Y Monday"."""
    verb = next((v for v in first.clause.verbs if v.first == first.trigger[0] or v.head == first.governor), None)
    if first.family != "contact" or verb is None or not verb.is_progressive or verb.tense != "present":
        return False
    is_dated = second.date is not None and bool(second.date.words) and not (first.date and first.date.words)
    before = (v for v in reversed(second.clause.verbs) if v.is_finite and v.head <= second.trigger[1])
    told = next(before, None)
    is_past = told is not None and told.tense == "past"
    return is_dated and is_past and set(first.parties.countries) != set(second.parties.countries)


def _are_asked_apart(first: Candidate, second: Candidate) -> bool:
    """Tell whether two verbs ask for other things: no word of what is asked for stands in both."""
    is_verb = all(one.verb is not None for one in (first, second))
    if first.family != "request" or not is_verb or second.is_definite:
        return False
    mine, yours = _asked(first), _asked(second)
    return len(mine & yours) * HALF < min(len(mine), len(yours))


def _asked(one: Candidate) -> set[str]:
    """Return the stems of the words behind a verb that say what is asked for; none where a pronoun stands for it."""
    words = one.clause.words[one.trigger[1] + 1 : one.last + 1]
    if not TAKEN_UP.isdisjoint(words):
        return set()
    behind = replace(one, first=one.trigger[1] + 1)
    return {word[:STEM] for word in _content(behind)}


def _is_of_accord(one: Candidate) -> bool:
    """Tell whether a participle says who brought an accord about: "a deal brokered by Peru"."""
    if one.kind != "mediation" or not one.is_reference:
        return False
    beside = (one.clause.words[one.trigger[0] - 1], *one.clause.words[one.trigger[1] + 1 : one.trigger[1] + 3])
    return not BROKERED.isdisjoint(beside)


def _is_added(one: Candidate) -> bool:
    """Tell whether words add an act to those told before: "Peru will also provide two boats", "in addition, Peru"."""
    is_retold, opening = one.family in RETOLD_ALSO, one.clause.words[:2]
    if not (is_retold or one.is_definite) and (opening == ["in", "addition"] or opening[0] in ADDING):
        return True
    if (is_retold and one.rule not in HELD) or one.clause.lows.isdisjoint(ALSO):
        return False
    return not ALSO.isdisjoint(one.clause.words[max(0, one.trigger[0] - 1) : one.trigger[1] + 1])


def _is_come_since(one: Candidate) -> bool:
    """Tell whether an act is said to have come after those told before: "has since tightened sanctions"."""
    return one.family not in RETOLD_ALSO and "since" in one.clause.words[one.trigger[0] : one.trigger[1]]


def _is_quitting(one: Candidate) -> bool:
    """Tell whether a state leaves an accord, which is no measure told again: "a pact from which it withdrew"."""
    return one.family == "ties" and one.rule.endswith((".withdraw", ".quit"))


def _is_of_fewer(first: Candidate, second: Candidate) -> bool:
    """Tell whether some of those who met, all named, meet again: "met the leaders of X and Y", "then flew to X"."""
    if first.family != "contact" or first.parties.is_inferred or second.parties.is_inferred:
        return False
    mine, yours = set(first.parties.countries), set(second.parties.countries)
    if len(mine) == PAIR and len(yours) > MANY and not (second.is_definite or second.is_anaphoric):
        return True  # "had a call with X. There was a meeting of the six as well"
    if {first.kind, second.kind} <= VISITS or {first.kind, second.kind} <= CALLS:
        return mine != yours  # a tour, and one of its stops; a call to one, and calls to both
    return second.rule not in TALKED_ON and yours < mine


def is_surely_one(first: Candidate, second: Candidate) -> bool:
    """Tell whether one person charges or refuses twice, or the same embassy is attacked in two sentences."""
    if first.family in ("accusation", "refusal"):
        return bool(set(first.parties.people) & set(second.parties.people))
    if first.family != "force" or first.clause is second.clause:
        return False
    return _is_at_mission(first) and _is_at_mission(second)


def _is_at_mission(one: Candidate) -> bool:
    """Tell whether an embassy stands beside an act."""
    words = one.clause.words
    return not PREMISES.isdisjoint(words[max(0, one.trigger[0] - NEAR) : one.trigger[1] + NEAR])


def are_word_for_word(first: Candidate, second: Candidate) -> bool:
    """Tell whether two sentences have the very same words for an act: a page repeats its lead."""
    if (
        first.clause is second.clause
        or first.rule != second.rule
        or first.parties.countries != second.parties.countries
    ):
        return False
    words = first.clause.words[first.first : first.last + 1]
    return len(words) > FEW and words == second.clause.words[second.first : second.last + 1]


def are_akin(first: Candidate, second: Candidate) -> bool:
    """Tell whether two acts are told in the same words, at least half of the fewer ones."""
    mine, yours = ({word[:STEM] for word in _content(one)} for one in (first, second))
    return len(mine & yours) * HALF >= max(1, min(len(mine), len(yours)))


def _content(one: Candidate) -> set[str]:
    """Return the words of an act that tell what it is about: no names, no times, not the act itself."""
    clause = one.clause
    skipped = {place for time in clause.times for place in range(time.first, time.last + 1)}
    skipped |= set(range(one.trigger[0], one.trigger[1] + 1))
    return {
        clause.words[place]
        for place in range(one.first, one.last + 1)
        if place not in skipped and clause.named.covered[place] < 0 and _tells(clause.words[place])
    }


def _tells(word: str) -> bool:
    """Tell whether a word is more than one of grammar or office."""
    return len(word) > SHORT and word.isalpha() and word not in GENERAL


def are_of_other_topics(first: Candidate, second: Candidate) -> bool:
    """Tell whether two accords are about different things: "a trade agreement", "an agreement on visas"."""
    mine, yours = _topic(first), _topic(second)
    return bool(mine) and bool(yours) and not mine & yours


def _topic(one: Candidate) -> set[str]:
    """Return the words that say what an accord behind its verb is about."""
    words = one.clause.words
    noun = next((n for n in range(one.trigger[1] + 1, one.last + 1) if words[n] in ACCORDS), None)
    if noun is None:
        return set()
    found: set[str] = set()
    for place in range(noun - 1, one.trigger[1], -1):
        if words[place] in DETERMINERS | PREPOSITIONS or one.clause.named.covered[place] >= 0:
            break
        found.add(words[place])
    is_dated = any(time.first - 1 <= noun + 1 <= time.last for time in one.clause.times)  # "signed a pact on Monday"
    if words[noun + 1 : noun + 2] and words[noun + 1] in ON and not is_dated:
        for place in range(noun + 2, min(noun + 2 + TOPIC_REACH, len(words))):
            if words[place] in ENDS:
                break
            found.add(words[place])
    return {word for word in found if _tells(word) and word not in PLAIN}


def are_of_other_offices(first: Candidate, second: Candidate) -> bool:
    """Tell whether ministers of different portfolios act: "the defence minister met", "the trade minister met"."""
    mine, yours = _portfolios(first), _portfolios(second)
    return bool(mine) and bool(yours) and not mine & yours


def _is_done_again(first: Candidate, second: Candidate) -> bool:
    """Tell whether verbs of two sentences tell two closures of a border, or who else cut ties."""
    if first.clause is second.clause or second.is_definite:
        return False
    if first.family == "border":
        return not (first.rule.endswith(".deed") or second.rule.endswith(".deed"))
    mine, yours = set(first.parties.countries), set(second.parties.countries)
    is_named = second.rule.endswith(".deed") and yours < mine  # "Togo's recognition of X", as Mali's and Benin's
    return first.family == "ties" and mine != yours and not is_named


def _portfolios(one: Candidate) -> set[str]:
    """Return what the ministers of an act are ministers for."""
    words = one.clause.words
    places = (n for n in range(max(1, one.first), one.last + 1) if words[n] in MINISTERS)
    return {words[n - 1] for n in places if _is_portfolio(one.clause, n - 1)}


def _is_portfolio(clause: Clause, place: int) -> bool:
    """Tell whether a word before "minister" says what for: no name, no article, not "prime"."""
    word = clause.words[place]
    return (
        word.isalpha()
        and word not in DETERMINERS | PREPOSITIONS | {"prime", "two", "both", "and"}
        and (not clause.tokens[place].is_capital or clause.tokens[place + 1].is_capital)
    )


def are_two_measures(first: Candidate, second: Candidate) -> bool:
    """Tell whether one sentence tells two measures: of one state, or of one in answer to that of the other."""
    return _are_joined_measures(first, second) or _is_answered_in_kind(first, second)


def _is_answered_in_kind(first: Candidate, second: Candidate) -> bool:
    """Tell whether each side does the same: "banned its envoys in response to a ban by Chile", "after Chile had"."""
    if first.clause is not second.clause or first.family not in IN_KIND or first.trigger > second.trigger:
        return False
    mine, yours = first.parties.countries, second.parties.countries
    between = first.clause.words[first.trigger[1] + 1 : second.trigger[0]]
    return mine[0] != yours[0] and mine[0] in yours and not ANSWERED.isdisjoint(between)


def _are_joined_measures(first: Candidate, second: Candidate) -> bool:
    """Tell whether a state takes two measures in a sentence: "banned its airlines and froze the assets of a bank"."""
    if first.family not in MEASURES or first.clause is not second.clause or first.rule == second.rule:
        return False
    words, joiner = first.clause.words, second.trigger[0] - 1
    if words[joiner] not in ("and", ",", "y") or joiner - first.trigger[1] < PAIR:
        return False  # "imposed and extended sanctions"
    is_of_those = not HITTING_THEM.isdisjoint(words[second.trigger[1] + 1 : second.trigger[1] + 3])
    return _finite_at(first) and _finite_at(second) and not is_of_those


def _finite_at(one: Candidate) -> bool:
    """Tell whether a finite active verb tells an act."""
    verb = one.verb
    return verb is not None and verb.is_finite and not (verb.is_infinitive or verb.is_passive)


def have_both_cut(first: Candidate, second: Candidate) -> bool:
    """Tell whether each of two states is said to break its ties: "Peru cut ties … Chile decided to end its own"."""
    if first.family == "ties" and first.clause is second.clause and _is_of_own(second) and not _is_of_own(first):
        return True  # "ordered Peru's embassy shut and closed its own"
    return len({_cutter(first), _cutter(second)} - {""}) > 1


def _is_of_own(one: Candidate) -> bool:
    """Tell whether an act is done to what the doer has itself: "closed its own embassy"."""
    return one.clause.words[one.trigger[1] + 1 : one.trigger[1] + 3] in (["its", "own"], ["their", "own"])


def _cutter(one: Candidate) -> str:
    """Return the one state that a verb says breaks or lowers its ties; "" for both together, or behind a noun."""
    if one.family != "ties" or one.kind not in CUTS:
        return ""
    number = next((n for n, v in enumerate(one.clause.verbs) if v.first == one.trigger[0]), None)
    if number is None or one.clause.verbs[number].is_passive:
        return ""
    codes = {code for m in subjects(one.clause, number) for code in m.actor.countries}
    return codes.pop() if len(codes) == 1 else ""
