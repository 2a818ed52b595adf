"""Read the parts of a noun phrase: titles, possessives, nouns for bodies; each looks a few tokens on."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.names.index import CountryHit
from newsroom.reading.names.things import NO_PERSONS
from newsroom.reading.names.titles import (
    BODY_NOUNS,
    BODY_PREFIXES,
    DESCRIBING,
    DOCUMENTS,
    GROUP_NOUNS,
    GROUP_QUANTIFIERS,
    NOT_NAMES,
    PARTICLES,
    PORTFOLIO_TITLES,
    PREMODIFIERS,
    TITLE_LENGTHS,
    TITLE_TABLE,
    Title,
)
from newsroom.reading.sentences import Token, fold
from newsroom.reading.verb_forms import takes_object
from newsroom.reading.verbs import AUXILIARIES

BODY_REFERENCES = frozenset(
    "ministry department government embassy presidency agency commission council delegation team mission"
    " ministerio gobierno agencia delegacion mision".split()
)
GIVEN_NAMES = frozenset(("chad", "georgia", "jordan"))  # states whose names people bear before a family name
PLACE_WORDS = frozenset(("valley", "tech", "dream", "basin", "desert", "road", "border"))
TITLE_WORDS = frozenset(word for phrase, entry in TITLE_TABLE.items() if entry.kind == "honorific" for word in phrase)
# What follows a name and a hyphen without being part of the name: "Paris-based", "Soviet-era".
COMPOUND_ENDINGS = frozenset(
    "based born led era style made held run wide built owned bound only free long like born linked allied sent"
    " themed aligned".split()
)
POSTED = frozenset(("to", "for", "in", "en", "ante"))  # behind an ambassador: where, not whose
APPOINTED = frozenset("named appointed elected installed minted inaugurated nominated re-elected reelected".split())
NEWLY = frozenset("newly recently freshly just".split())
PAIR_ENDS = frozenset(("for", "on", "at", "in"))  # what stands behind "the two" where it is an object
PLURAL_KINDS = frozenset(("head", "foreign_minister", "minister", "ambassador"))
# What opens the name of a body or a place, never a person's; in Spanish the noun comes first.
BODY_HEADS = frozenset(
    "palacio embajada ministerio gobierno congreso cancilleria senado asamblea hotel plaza avenida universidad corte"
    " tribunal consejo comision partido frente museo estadio aeropuerto ejercito armada policia instituto camara"
    " organizacion union liga banco fuerzas secretaria fiscalia vicepresidencia presidencia delegacion".split()
)
TOWNS = frozenset("city capital town resort village port seaport suburb ciudad puerto localidad balneario".split())
TOWN_WORDS = frozenset(
    "border coastal lakeside seaside southern northern eastern western central sea ski holiday".split()
)
PLURAL_AUXILIARIES = frozenset("have had were are will would could did also met spoke held said then".split())
ABBREVIATED = frozenset("mr mrs ms dr gen lt col maj sen rep gov hon prof amb adm cmdr".split())
SHORT_TITLES = frozenset("head chair chief general representative speaker author don hon dr col pope pm".split())
PRESS = frozenset("news agency press television tv radio gazette daily newspaper times broadcaster".split())
LONGEST_OUTLET = 7  # tokens
ORGANISATION_WORDS = frozenset(
    "news agency television tv times post group party council committee union association organisation"
    " organization forces"
    " army front university institute company corporation limited ltd inc bank foundation summit conference sea ocean"
    " river islands island city square street house department ministry office court congress senate parliament"
    " agreement"
    " treaty act war forum league commission journal press radio network border strait gulf mountains peninsula"
    " plan court"
    " national states america district region province county airport base palace temple trees museum title day"
    " week year"
    " karabakh crescent cross watch international fund programme program mission guard strip bay coast canal economic"
    " visit visits talks meeting dialogue consultations declaration communique pact convention embassy consulate"
    " ministries embassies dam nile lake community standard mail herald tribune review trust cooperation railway"
    " secretariat holding holdings corp committee".split()
)

STYLES = frozenset("excellency highness majesty".split())


def title_at(tokens: Sequence[Token], index: int) -> tuple[int, Title] | None:
    """Return the last token and the entry of the title at ``index``, the longest that fits."""
    if index >= len(tokens):
        return None
    for length in TITLE_LENGTHS.get(tokens[index].low, ()):
        words = tuple([token.low for token in tokens[index : index + length]])
        entry = TITLE_TABLE.get(words)
        if entry is not None:
            last = index + len(words) - 1
            return (last, entry) if last > index or not is_plain_word(tokens, index) else None
    return None


def is_excellency(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "HE" is short for "His Excellency", before a name or an office: "HE the Prime Minister"."""
    if tokens[index].text != "HE" or index + 1 >= len(tokens):
        return False
    after = tokens[index + 1]
    return after.low == "the" or (after.is_capital and not after.text.isupper())


def style_at(tokens: Sequence[Token], index: int) -> int:
    """Return the last token of a style that stands for who was named before ("His Highness stressed"), else -1."""
    last = index + 1 + (index + 1 < len(tokens) and tokens[index + 1].low in ("royal", "imperial", "serene"))
    if last + 1 >= len(tokens) or tokens[last].low not in STYLES or not tokens[last].is_capital:
        return -1
    after = tokens[last + 1]
    return -1 if after.is_capital or after.low in ("the", "'s", "’s") else last


def plural_title(tokens: Sequence[Token], place: int) -> tuple[int, Title] | None:
    """Return the last token and the entry of a title of several before their names: "Presidents X and Y"."""
    for last in (place, place + 1):
        if last + 1 >= len(tokens) or not (tokens[last].is_capital and tokens[last + 1].is_capital):
            return None
        words = [token.low for token in tokens[place : last + 1]]
        entry = TITLE_TABLE.get((*words[:-1], words[-1].removesuffix("s")))
        if words[-1].endswith("s") and entry is not None and entry.kind in PLURAL_KINDS:
            return last, entry
    return None


def is_bare_office(tokens: Sequence[Token], first: int, last: int, title: Title) -> bool:
    """Tell whether an office in capitals stands for its holder without an article: "Foreign Secretary agreed to"."""
    after = tokens[last + 1].low if last + 1 < len(tokens) else ""
    is_capital = last > first and all(token.is_capital for token in tokens[first : last + 1])
    is_told = after in AUXILIARIES or after in PLURAL_AUXILIARIES or after.endswith("ed")
    return is_capital and is_told and title.kind in ("head", "foreign_minister")


def is_family_name(tokens: Sequence[Token], title: int, place: int) -> bool:
    """Tell whether one capitalised word right behind a title in capitals is the name of who bears it: "Mr Huang"."""
    if place >= len(tokens) or tokens[place - 1].text == "," or not tokens[title].is_capital:
        return False
    token, after = tokens[place], tokens[place + 1] if place + 1 < len(tokens) else None
    is_word = token.low.replace("'", "").isalpha() and len(token.low) > 1 and not token.text.isupper()
    if not (token.is_capital and is_word):
        return False
    is_alone = after is None or not after.is_capital or after.low in NOT_NAMES
    is_other = token.low in NO_FAMILY_NAMES or token.low in NOT_NAMES or token.low in NO_PERSONS
    return is_alone and not is_other and title_at(tokens, place) is None


def is_particle(token: Token) -> bool:
    """Tell whether a token is a particle in capitals that opens a family name: "Al Saud", "Bin Laden"."""
    return token.is_capital and token.low in ("al", "el", "bin", "ibn", "ben", "abu")


def is_of_other_family(tokens: Sequence[Token], place: int, known: str) -> bool:
    """Tell whether a particle makes a family name another one's: "Al-Saud" is no "Saud", but "El-Sisi" is Sisi."""
    before = place - 2 if place > 1 and tokens[place - 1].text == "-" else place - 1
    return is_particle(tokens[before]) and PARTICLES.isdisjoint(fold(known).replace("-", " ").split()[:-1])


def is_region(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a family name is that of a region: "the Horn of Africa"."""
    behind = [token.low for token in tokens[last + 1 : last + 2]]
    return first == last and first > 0 and tokens[first - 1].low == "the" and behind == ["of"]


MONTHLY_NAMES = frozenset(("jan", "april", "may", "june", "august"))
LAST_TITLE_WORDS = frozenset(words[-1] for words in TITLE_TABLE)
FIRST_TITLE_WORDS = frozenset(TITLE_LENGTHS)
PHRASE_OPENERS = FIRST_TITLE_WORDS | PREMODIFIERS  # what a described actor can start with beside names
RULERS = frozenset("officials authorities lawmakers legislators deputies".split())  # who in a capital act for its state
# What a phrase can start with when it has no capital; most words are none of these and need no closer look.
HEADS = GROUP_QUANTIFIERS | GROUP_NOUNS | FIRST_TITLE_WORDS | PREMODIFIERS | BODY_REFERENCES | DESCRIBING | DOCUMENTS
HEADS |= RULERS


def is_plain_word(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a short title is rather another word here: "general terms", "head to", "chair the talks"."""
    low, after = tokens[index].low, tokens[index + 1].low if index + 1 < len(tokens) else ""
    if low == "par":
        return not index or tokens[index - 1].low != "su"
    if low in SHORT_TITLES:
        return not tokens[index].is_capital and after not in ("of", "for", ",")
    return (
        low == "official"
        and (_is_of_press(tokens, index) or not (index + 1 < len(tokens) and tokens[index + 1].is_capital))
        and after not in ("said", "told", "of", "in", "who", ",", ".", "at", "from", "with")
        and not tokens[index].is_capital
    )


def _is_of_press(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word describes an outlet by its name: "the official Northern News Agency"."""
    behind = tokens[index + 1 : index + 1 + LONGEST_OUTLET]
    end = next((token for token in behind if not token.is_capital or token.low in PRESS), None)
    return end is not None and end.low in PRESS


def is_given_name(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word for a month is a person's first name: "Jan Novak", "Minister April Lund"."""
    if tokens[place].low not in MONTHLY_NAMES or place + 1 >= len(tokens):
        return False
    after = tokens[place + 1]
    if not (after.is_capital and after.text.isalpha()):
        return False
    return tokens[place].low == "jan" or (place > 0 and tokens[place - 1].low in LAST_TITLE_WORDS)


def is_premodifier(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word may stand before a title: "former", and "named" in "newly named"."""
    low = tokens[index].low
    return low in PREMODIFIERS or (low in APPOINTED and index > 0 and tokens[index - 1].low in NEWLY)


def title_ahead(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether premodifiers lead to a title or a country within a few tokens."""
    for step in range(1, 5):
        if index + step >= len(tokens):
            return False
        if title_at(tokens, index + step) is not None:
            return True
        if not (is_premodifier(tokens, index + step) or tokens[index + step].is_capital):
            return False
    return False


def portfolio_before(tokens: Sequence[Token], index: int) -> int:
    """Return the place of the title behind its capitalised portfolio ("Strategic Affairs Minister"), else ``index``."""
    for place in range(index, min(len(tokens), index + 5)):
        if place > index and tokens[place].low in PORTFOLIO_TITLES:
            after = tokens[place + 1] if place + 1 < len(tokens) else None
            return place if after is not None and after.is_capital else index
        if not (tokens[place].is_capital and tokens[place].is_word) and tokens[place].low not in ("and", "&"):
            return index
    return index


def continues(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a phrase may go on at ``index`` towards a title."""
    return index < len(tokens) and (
        is_premodifier(tokens, index)
        or title_at(tokens, index) is not None
        or tokens[index].low == "-"
        or (tokens[index].is_capital and title_ahead(tokens, index))
        or (tokens[index].is_capital and tokens[index].low in BODY_PREFIXES)
        or portfolio_before(tokens, index) > index
    )


REACH_OF_BODY = 6
CLOSING = frozenset(", . ; in on at for after before during".split())
MEMBERS = frozenset("countries states members nations member".split())


def body_ahead(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a noun for a body stands within the next few tokens."""
    return _leads_to(BODY_NOUNS, tokens[index + 1 : index + 6], BODY_PREFIXES)


def body_behind(tokens: Sequence[Token], state: int) -> int:
    """Return the last token of the body that a state has behind its name ("of Peru's parliament"), else the state's."""
    index = state + 2
    if not is_possessive(tokens, state + 1):
        return state
    while index < len(tokens) and index - state < REACH_OF_BODY and tokens[index].low in BODY_PREFIXES:
        index += 1
    return index if index < len(tokens) and tokens[index].low in BODY_NOUNS else state


def _leads_to(wanted: frozenset[str], tokens: Sequence[Token], between: frozenset[str]) -> bool:
    """Tell whether one of the wanted words stands among tokens, behind none but capitals and words of ``between``."""
    for token in tokens:
        if token.low in wanted:
            return True
        if token.low not in between and not token.is_capital:
            return False
    return False


def is_possessive(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the token at ``index`` is a possessive ending."""
    return index < len(tokens) and (
        tokens[index].low in ("'s", "’s") or (tokens[index].text in "'’" and tokens[index - 1].low.endswith("s"))
    )


def stands_alone(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether no noun follows a possessive ending: of "Chile's in Lima" the noun was said before."""
    return index >= len(tokens) or tokens[index].low in CLOSING


def after_possessive(tokens: Sequence[Token], index: int) -> int:
    """Return the place behind a possessive ending, if one stands at ``index``."""
    return index + 1 if is_possessive(tokens, index) else index


def last_word(tokens: Sequence[Token], index: int) -> int:
    """Return the last token before ``index`` that is a word or a possessive."""
    return max(0, index - 1)


def before_noun(tokens: Sequence[Token], hit: CountryHit) -> bool:
    """Tell whether an undeclined short name stands as an adjective: "US diplomats", "UN resolutions"."""
    text = tokens[hit.last].text
    after = tokens[hit.last + 1] if hit.last + 1 < len(tokens) else None
    if after is None or not (text.isupper() or text.endswith(".")) or not after.is_word:
        return False
    is_verb = after.low.endswith(("ed", "ly")) or takes_object(tokens, hit.last + 1)  # "the US urging Peru to"
    return after.low not in FUNCTION_WORDS and not is_verb


FUNCTION_WORDS = frozenset(
    "and or is was are were has have had will would could should may might must to of in on at for with from by"
    " said says"
    " that which who after before as but if not also can did does do made gave took held told agreed met spoke saw if"
    " until since when where while against over under about into near between be been never still now".split()
)


def form_of(tokens: Sequence[Token], hit: CountryHit) -> str:
    """Return how a country is named where no possessive ending follows: as a name, an adjective or a mere place."""
    if hit.form in ("city", "town"):
        return "place"
    if hit.form == "demonym":
        low = tokens[hit.last].low
        if is_before_town(tokens, hit.last + 1):
            return "place"
        return "name" if low.endswith("s") and not low.endswith("ss") else "adjective"
    if hit.form == "organisation" and hit.last + 1 < len(tokens) and tokens[hit.last + 1].low in MEMBERS:
        return "place"  # "14 European Union countries": not the Union
    return "adjective" if hit.form == "name" and before_noun(tokens, hit) else "name"


def is_collective(tokens: Sequence[Token], hit: CountryHit) -> bool:
    """Tell whether an adjective names a people: "the Dutch, the Germans and the Danes", "the French have"."""
    after = tokens[hit.last + 1] if hit.last + 1 < len(tokens) else None
    if hit.form != "demonym" or not tokens[hit.last].low.endswith(("sh", "ch", "se", "ss")):
        return False
    return after is None or after.text in (",", ".") or after.low in FUNCTION_WORDS - {"and", "or"}


def is_before_town(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a place of a state follows its adjective: "the Swiss lakeside town", "the Malaysian capital"."""
    return _leads_to(TOWNS, tokens[index : index + 3], TOWN_WORDS)


def plain(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return the words of a run of tokens with single blanks, possessives joined."""
    return " ".join(token.text for token in tokens[first : last + 1]).replace(" 's", "'s").replace(" ’s", "’s")


def spell(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return a name as it is written, its gaps as single blanks."""
    parts: list[str] = []
    for number in range(first, last + 1):
        glued = number > first and tokens[number].start == tokens[number - 1].end
        parts.append(("" if glued or number == first else " ") + tokens[number].text)
    return "".join(parts)


NO_FAMILY_NAMES = BODY_NOUNS | BODY_PREFIXES | ORGANISATION_WORDS | PLACE_WORDS


def opens_a_name(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the name of a state is a first name here: "Chad Bown", but not "Chad President", "Chad Army"."""
    if tokens[place].low not in GIVEN_NAMES or place + 1 >= len(tokens):
        return False
    after = tokens[place + 1]
    if not after.is_capital or not after.low.isalpha():
        return False
    if after.low in NO_FAMILY_NAMES:
        return False
    return title_at(tokens, place + 1) is None


def is_glued_part(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a token belongs to a name by its hyphen: "al-" before a name, "-seok" behind one."""
    token = tokens[index]
    if token.low in PARTICLES and index + 2 < len(tokens) and tokens[index + 1].text == "-":
        return token.end == tokens[index + 1].start and tokens[index + 1].end == tokens[index + 2].start
    return (
        tokens[index - 1].text == "-"
        and tokens[index - 1].end == token.start
        and token.low.isalpha()
        and len(token.low) <= 6
        and token.low not in COMPOUND_ENDINGS
        and not token.low.endswith("ed")
    )


def is_bare_pair(tokens: Sequence[Token], place: int, start: int, index: int) -> bool:
    """Tell whether "the two" stands alone before its verb: "The two agreed"."""
    quantifier = tokens[start].low if index == start + 1 else ""
    if not (quantifier == "two" and tokens[place].low == "the"):
        return False
    after = tokens[index].low
    if after in PAIR_ENDS and index > 2:
        return True  # "will meet the two for talks"
    return after in PLURAL_AUXILIARIES or (after.endswith("ed") and tokens[index].text.islower())


def is_bound_for(tokens: Sequence[Token], index: int, title: Title) -> bool:
    """Tell whether a place behind an office says where it is or goes: "the visit of Peru's president to Lima"."""
    if title.kind == "ambassador" or index >= len(tokens):
        return False
    return tokens[index].low in POSTED and tokens[index].low != "for"
