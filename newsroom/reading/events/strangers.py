"""Tell what keeps a side of an act from being a state of the story: somebody else is named, or another clause names it.

Whoever negotiates "with the rebels", is "held by Hamas" or acts "in solidarity with" a state has another counterpart
than the story's states; to lend them one would name a wrong state.
"""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.names.codes import BODIES, is_state
from newsroom.reading.names.mentions import Mention
from newsroom.reading.verbs import ADVERBS, PREPOSITIONS, Verb

# Who is no state, in words without a capital; what stands behind "with" or "by".
ARMED = frozenset(
    "rebel rebels militant militants insurgent insurgents guerrilla guerrillas gunman gunmen separatist separatists"
    " jihadist jihadists terrorist terrorists extremist extremists factions protesters demonstrators activists"
    " dissidents pirates smugglers kidnappers mercenaries rebeldes guerrilleros insurgentes milicianos yihadistas"
    " terroristas separatistas pistoleros sicarios paramilitares manifestantes".split()
)
OTHERS = ARMED | frozenset(
    "militia militias militiamen opposition businessmen businesspeople businesswomen executives investors"
    " entrepreneurs companies firms investor lenders"
    " creditors bankers traders farmers workers students youth schoolchildren journalists reporters academics scholars"
    " doctors nurses teachers miners drivers union unions critics analysts economists historians campaigners"
    " exile exiles parishioners bishops clerics survivors families relatives victims refugees residents"
    " villagers voters supporters"
    " lawmakers legislators parliamentarians senators congressmen troops soldiers veterans staff employees expatriates"
    " airline airlines carrier carriers retailer operator"
    " group groups ngos watchdog bloc panel tribunal jury diaspora emigres empresarios periodistas estudiantes"
    " opositores oposicion milicia milicias guerrilla inversionistas inversores acreedores empresas productores"
    " community communities comunidad trabajadores familiares vecinos residentes indigenas cocaleros jurado".split()
)
PRIVATE = frozenset(
    "bank brewer firm firms company companies airline insurer retailer maker producer hotel broker striker captain"
    " goalkeeper team club singer professor author businessman trader hacker charity union church newspaper magazine"
    " university orchestra bishop archbishop coach athlete actor actress footballer novelist economist analyst"
    " historian player players runner runners footballers forwards strikers swimmers cyclists batsmen bowlers comedians"
    " contractor developer startup conglomerate shipbuilder carmaker manufacturer supermarket critic".split()
)
# Who says or does a thing of his own: behind these nouns no state acts, whosever they are.
ALONE = frozenset(
    "traders farmers residents villagers analysts experts economists critics activists campaigners commentators"
    " observers historians scholars academics tourists holidaymakers fans hooligans pilgrims students pupils workers"
    " employees exporters importers growers shopkeepers retailers investors businessmen economist analyst expert"
    " journalists reporters lawyers relatives families survivors victims supporters worshippers passengers".split()
)
# These act for the state whose name stands before them.
OF_STATES = frozenset(
    "militia militias militiamen troops soldiers lawmakers legislators parliamentarians senators staff farmers"
    " villagers residents".split()
)
WRITTEN = frozenset("report reports article newspaper daily weekly editorial".split())
NAMED = frozenset(("body", "plain", "people", "person"))
LEANING = frozenset("solidarity sympathy support coordination consultation concert tandem favour favor defence".split())
MEDIATED = frozenset("brokered mediated facilitated".split())
URGING = frozenset(
    "pressure urging behest request requests insistence demand demands appeal appeals calls support backing help"
    " assistance encouragement approval consent blessing warning warnings objections opposition criticism protests"
    " presion pedido peticion instancias apoyo ayuda advertencia advertencias".split()
)
URGED_BY, FROM = (
    frozenset("under amid following after despite with at to bajo tras con".split()),
    frozenset("from of by de".split()),
)
LEANING_ON = frozenset(("with", "for", "to", "of"))
STOPS = PREPOSITIONS | frozenset(", . ; : and or but to who which that said".split())
CUTS = frozenset(("while", "whereas", "mientras", ";"))
MARCHING = frozenset("demonstrated demonstrating rallied rallying marched marching".split())
LANDS = frozenset("countries nations states neighbours neighbors governments paises naciones".split())
UNCOUNTED = frozenset(
    "neighbouring neighboring other several many various some different foreign regional western african asian european"
    " arab more otros varios muchos algunos vecinos".split()
)
PAIR = 2
ACRONYMS = frozenset(  # of bodies that are no state's
    "ECOWAS CEDEAO SADC IGAD OPEC OPEP CARICOM UNASUR OEA OAS CELAC MERCOSUR AU OIC GCC COMESA EAC ECCAS UNHCR ACNUR"
    " IMF FMI WTO OMC ICC CPI ICJ CIJ WHO OMS UNESCO UNICEF UNRWA SAARC SCO CSTO OPCW IOC FIFA UEFA".split()
)
UNKNOWN = frozenset("armed masked unidentified unknown hooded".split())
WHO = frozenset("who which that".split())
SHARED = frozenset(("between", "entre"))
REACH = 5  # how many tokens of a noun phrase are looked at
REPORTS = frozenset("report study survey inquiry commission panel article book film".split())
REPORT_NEAR = 6  # tokens before a relative clause among which a report stands


def is_stranger_at(clause: Clause, place: int, *, named: bool = True) -> bool:
    """Tell whether the noun phrase that starts at a token names somebody who acts for no state.

    Without ``named`` only a common noun says so: an unknown name may be a firm or place of the state that is meant.
    """
    is_owned = False  # "Ugandan": by whom it stands, it is of a state
    for index in range(place, min(len(clause.tokens), place + REACH)):
        mention, token = clause.named.at(index), clause.tokens[index]
        if mention is not None:
            if not mention.is_possessive and mention.form != "adjective":
                if not named:
                    return False
                others = [code for code in mention.actor.countries if not is_state(code) and code not in BODIES]
                if others:
                    return len(others) == len(mention.actor.countries)  # "the African Union"
                has_no_state = not mention.actor.countries and mention.actor.kind in NAMED
                return has_no_state and not mention.actor.title_kind
            is_owned = True
            continue
        if token.low in STOPS:
            return False
        if token.low in OTHERS and not (is_owned and token.low in OF_STATES):
            return True
        if named and token.is_capital and token.is_word and index and not is_owned:
            return True
    return False


def is_acronym(clause: Clause, place: int) -> bool:
    """Tell whether the short name of a body that is no state's stands at a token: "ECOWAS", "OPEC"."""
    if not 0 <= place < len(clause.tokens) or clause.named.covered[place] >= 0:
        return False
    return clause.tokens[place].text in ACRONYMS


def faces_body(clause: Clause, verb: Verb) -> bool:
    """Tell whether a body of no state acts, or is acted upon: "ECOWAS also threatened", "rejected a plan by OPEC"."""
    before = verb.first - 1 - (verb.first > 1 and clause.words[verb.first - 1] in ADVERBS)
    place = verb.head + 1 + (clause.words[verb.head + 1 : verb.head + 2] == ["the"])
    by = next((n for n in range(place, min(place + REACH, len(clause.words))) if clause.words[n] == "by"), -PAIR)
    return any(is_acronym(clause, n) for n in (before, place, by + 1))


def is_with_many(clause: Clause, start: int, end: int) -> bool:
    """Tell whether the other side is states that nobody counts: "signed accords with neighbouring countries"."""
    for place in range(start + 1, min(end, len(clause.words) - 1)):
        if clause.words[place] in ("with", "con") and clause.named.covered[place] < 0:
            phrase = clause.words[place + 1 : place + 1 + REACH]
            lands = next((n for n, word in enumerate(phrase) if word in LANDS), 0)
            return lands > 0 and not UNCOUNTED.isdisjoint(phrase[:lands]) and "the" not in phrase[:lands]
    return False


def is_done_by_stranger(clause: Clause, place: int, struck: list[str]) -> bool:
    """Tell whether those right before a verb act for no state: "gunmen killed", "Kenyan rebels attacked Nairobi".

    Those of one state who attack another's embassy are not meant.
    """
    place = _head_end(clause, _antecedent_end(clause, place))
    if place < 1 or not (clause.words[place - 1] in ARMED or _are_unknown_men(clause, place - 1)):
        return False
    owner = clause.named.at(place - 2)
    return owner is None or not struck or set(owner.actor.countries) <= set(struck)


def _head_end(clause: Clause, place: int) -> int:
    """Return the token behind the noun on which a preposition hangs before a verb: "gunmen on motorcycles attacked"."""
    for before in range(place - 1, max(0, place - REACH), -1):
        if clause.named.covered[before] >= 0 or not clause.tokens[before].is_word:
            break
        if clause.words[before] in PREPOSITIONS:
            return before
    return place


def _are_unknown_men(clause: Clause, place: int) -> bool:
    """Tell whether a token ends "armed men", "unidentified attackers"."""
    return clause.words[place] in ("men", "attackers", "assailants") and clause.words[place - 1] in UNKNOWN


def _antecedent_end(clause: Clause, place: int) -> int:
    """Return the token behind those whom a relative clause describes, whose verb stands at a token: "rebels, who"."""
    for before in range(place - 1, max(0, place - REACH), -1):
        if clause.named.covered[before] >= 0:
            return place  # "rebels, which Peru rejected"
        if clause.words[before] in WHO:
            return before - (clause.words[before - 1] == ",")
    return place


def is_told_by_report(clause: Clause, place: int) -> bool:
    """Tell whether a relative clause opens before a token, and says what a report does: "a report that accused"."""
    lead = clause.words[max(0, place - REPORT_NEAR) : place]
    return lead[-1:] in (["that"], ["which"]) and not REPORTS.isdisjoint(lead)


def is_private(clause: Clause, verb: Verb) -> bool:
    """Tell whether a firm, a sportsman or somebody else without an office acts: "a Chilean bank extended a loan"."""
    place = verb.first
    if not MARCHING.isdisjoint(clause.words[:place]) or clause.words[place - 1] in ALONE:
        return True  # "hundreds demonstrated, condemning Chile", "Chilean tourists attacked a waiter"
    own = clause.named.at(place - 1) if place else None
    if place > 1 and clause.words[place - 1] in WRITTEN and own is None and clause.named.at(place - 2) is None:
        return True  # "the report alleged"; but "a UN report accused"
    if own is not None and own.first > 1 and clause.words[own.first - 1] in ("from", "in"):
        return clause.words[own.first - 2] in ALONE  # "farmers from Chile"
    if own is not None and "opposition" in clause.words[own.first : own.last + 1]:
        return True
    if verb.lemma != "invest" and own is not None and clause.words[own.last] in PRIVATE:
        return own.actor.kind == "people"  # "a Chilean company signed"; but firms invest
    owner = clause.named.at(place - 2) if place > 1 and clause.words[place - 1] in PRIVATE else None
    return owner is not None and (owner.form == "adjective" or owner.is_possessive)


def has_stranger_behind(clause: Clause, start: int, end: int, words: frozenset[str]) -> bool:
    """Tell whether a stranger stands behind the first of some prepositions between two tokens."""
    for place in range(start, min(end, len(clause.tokens) - 1)):
        if clause.words[place] in words and clause.named.covered[place] < 0:
            other = _other_side(clause, place) if clause.words[place] in SHARED else 0
            return is_stranger_at(clause, place + 1) or (other > 0 and is_stranger_at(clause, other))
    return False


def _other_side(clause: Clause, place: int) -> int:
    """Return the token behind the "and" of "between X and Y", 0 where there is none near."""
    joints = range(place + 2, min(len(clause.tokens) - 1, place + 2 + REACH))
    return next((n + 1 for n in joints if clause.words[n] in ("and", "y", "e")), 0)


PASSED_OVER = (("rather", "than"), ("instead", "of"))


def is_leant_on(clause: Clause, mention: Mention) -> bool:
    """Tell whether a state is only whose side is taken ("in solidarity with X"), or passed over ("rather than X")."""
    place = mention.first - 1
    if place > 0 and (clause.words[place - 1], clause.words[place]) in PASSED_OVER:
        return True
    if _has_urged(clause, mention) or not MEDIATED.isdisjoint(clause.words[mention.last + 1 : mention.last + 2]):
        return True  # "under pressure from X", "breached a truce that Y brokered"
    if place < 2 or clause.words[place] not in LEANING_ON or clause.words[place - 1] not in LEANING:
        return False
    return clause.words[place - 2] in ("in", "of", "and")


def _has_urged(clause: Clause, mention: Mention) -> bool:
    """Tell whether a state only pressed or helped another to act: "under pressure from X and Y", "with X's help"."""
    words, place = clause.words, mention.first - 1
    while place > 0 and (words[place] in ("and", ",", "the", "y") or clause.named.covered[place] >= 0):
        place -= 1
    if mention.is_possessive:
        return place >= 0 and words[place] in URGED_BY and not URGING.isdisjoint(words[mention.last + 1 :][:1])
    if place < 2 or words[place] not in FROM or words[place - 1] not in URGING:
        return False
    return not (words[place - 2] == "to" and place - 3 in clause.heads)  # "bowed to pressure from X"


def is_source(clause: Clause, mention: Mention) -> bool:
    """Tell whether somebody is only whose word is taken: "according to X"."""
    return clause.words[max(0, mention.first - 2) : mention.first] == ["according", "to"]


def own_clause(clause: Clause, place: int) -> tuple[int, int]:
    """Return the first token and the one behind the last of the clause that "while" or ";" parts from others."""
    words = clause.words
    first = next((n + 1 for n in range(place - 1, -1, -1) if words[n] in CUTS and n), 0)
    behind = next((n for n in range(place + 1, len(words)) if words[n] in CUTS or words[n : n + 2] == [",", "but"]), -1)
    return first, behind if behind >= 0 else len(clause.tokens)
