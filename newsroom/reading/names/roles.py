"""Read nouns that stand for a state without its name: "the kingdom", "the Gulf state", "its neighbour", "the country".

Which state is meant is decided by the memory of the story (``references/``); here only what the words say of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.sentences import Token
from newsroom.reading.verbs import PREPOSITIONS

ARCTIC = "DK FI IS NO SE"
GULF = "AE BH KW OM QA SA"
CENTRAL_ASIA = "KG KZ TJ TM UZ"
SOUTH_ASIA = "AF BD BT IN LK MV NP PK"
SOUTHEAST_ASIA = "BN ID KH LA MM MY PH SG TH TL VN"
EAST_ASIA = "CN JP KP KR MN TW"
CAUCASUS = "AM AZ GE"
BALKAN = "AL BA BG GR HR ME MK RO RS SI XK"
BALTIC = "EE LT LV"
ANDES = "BO CO EC PE VE"
SOUTH_AMERICA = f"{ANDES} AR BR CL GY PY SR UY"
CENTRAL_AMERICA = "BZ CR GT HN NI PA SV"
CARIBBEAN = "AG BB BS CU DM DO GD HT JM KN LC TT VC"
MAGHREB = "DZ EG LY MA MR TN"
WEST_AFRICA = "BF BJ CI CV GH GM GN GW LR ML MR NE NG SL SN TG"
EAST_AFRICA = "BI DJ ER ET KE KM MG MU RW SC SO SS SD TZ UG"
CENTRAL_AFRICA = "AO CD CF CG CM GA GQ ST TD"
SOUTHERN_AFRICA = "BW LS MW MZ NA SZ ZA ZM ZW"
AFRICA = f"{MAGHREB} {WEST_AFRICA} {EAST_AFRICA} {CENTRAL_AFRICA} {SOUTHERN_AFRICA}"
LEVANT = "IL IQ JO LB PS SY"
MIDDLE_EAST = f"{GULF} {LEVANT} EG IR TR YE"
PACIFIC = "FJ FM KI MH NR NZ PG PW SB TO TV VU WS"
EASTERN_EUROPE = f"{BALKAN} {BALTIC} BY CZ HU MD PL RU SK UA"
EUROPE = f"{EASTERN_EUROPE} {ARCTIC} AD AT BE CH CY DE ES FR GB IE IT LI LU MC MT NL PT"
SOVIET = f"{CENTRAL_ASIA} {CAUCASUS} {BALTIC} BY MD UA"
ISLANDS = f"{PACIFIC} BB BH BS CU CV CY DM DO GB HT ID IE IS JM JP KM LK MG MT MU MV PH SC SG ST TL TT TW"
KINGDOMS = "BE BH BT DK ES GB JO KH LS MA NL NO SA SE SZ TH TO"
# What words say of a state that they do not name.
TRAITS: dict[str, frozenset[str]] = {
    words: frozenset(codes.split())
    for words, codes in (
        ("gulf", GULF),
        ("central asian", CENTRAL_ASIA),
        ("south asian", SOUTH_ASIA),
        ("southeast asian", SOUTHEAST_ASIA),
        ("east asian", EAST_ASIA),
        ("asian", f"{CENTRAL_ASIA} {SOUTH_ASIA} {SOUTHEAST_ASIA} {EAST_ASIA}"),
        ("caucasus", CAUCASUS),
        ("balkan", BALKAN),
        ("baltic", BALTIC),
        ("nordic", ARCTIC),
        ("scandinavian", ARCTIC),
        ("andean", ANDES),
        ("south american", SOUTH_AMERICA),
        ("central american", CENTRAL_AMERICA),
        ("latin american", f"{SOUTH_AMERICA} {CENTRAL_AMERICA} {CARIBBEAN} MX"),
        ("caribbean", CARIBBEAN),
        ("north african", MAGHREB),
        ("maghreb", MAGHREB),
        ("west african", WEST_AFRICA),
        ("sahel", "BF ML MR NE TD"),
        ("east african", EAST_AFRICA),
        ("central african", CENTRAL_AFRICA),
        ("southern african", SOUTHERN_AFRICA),
        ("african", AFRICA),
        ("middle eastern", MIDDLE_EAST),
        ("arab", f"{GULF} {MAGHREB} IQ JO LB SD SO SY YE"),
        ("pacific", PACIFIC),
        ("eastern european", EASTERN_EUROPE),
        ("european", EUROPE),
        ("former soviet", SOVIET),
        ("soviet", SOVIET),
        ("island", ISLANDS),
        ("kingdom", KINGDOMS),
        ("monarchy", f"{KINGDOMS} AE BN KW OM QA"),
        ("sultanate", "BN OM"),
        ("emirate", "AE KW QA"),
        ("archipelago", ISLANDS),
        ("communist", "CN CU KP LA VN"),
        ("nuclear-armed", "CN FR GB IN IL KP PK RU US"),
        ("bloc", "EU"),
        ("superpower", "CN RU US SUHH"),
        ("asiatico", f"{CENTRAL_ASIA} {SOUTH_ASIA} {SOUTHEAST_ASIA} {EAST_ASIA}"),
        ("andino", ANDES),
        ("sudamericano", SOUTH_AMERICA),
        ("suramericano", SOUTH_AMERICA),
        ("centroamericano", CENTRAL_AMERICA),
        ("latinoamericano", f"{SOUTH_AMERICA} {CENTRAL_AMERICA} {CARIBBEAN} MX"),
        ("caribeno", CARIBBEAN),
        ("africano", AFRICA),
        ("europeo", EUROPE),
        ("balcanico", BALKAN),
        ("baltico", BALTIC),
        ("arabe", f"{GULF} {MAGHREB} IQ JO LB SD SO SY YE"),
        ("magrebi", MAGHREB),
        ("hebreo", "IL"),
        ("judio", "IL"),
        ("persa", "IR"),
        ("galo", "FR"),
        ("germano", "DE"),
        ("teuton", "DE"),
        ("luso", "PT"),
        ("heleno", "GR"),
        ("helvetico", "CH"),
        ("nipon", "JP"),
        ("azteca", "MX"),
        ("inca", "PE"),
        ("cafetero", "CO"),
        ("charrua", "UY"),
        ("guarani", "PY"),
        ("norteamericano", "US"),
    )
}
HALVES = {"north": "KP", "south": "KR"}
STATE_NOUNS = frozenset("country nation state republic kingdom monarchy emirate sultanate island archipelago".split())
NEIGHBOURS = frozenset("neighbour neighbor rival ally foe adversary".split())
NEIGHBOURING = frozenset(("neighbouring", "neighboring"))
LAND_NOUNS = {"pais": "", "nacion": "a", "estado": ""}  # in Spanish, with the gender of the word behind it
ROLE_NOUNS = (
    STATE_NOUNS | NEIGHBOURS | {"bloc", "koreas", *LAND_NOUNS, *HALVES}
)  # one of these has each phrase for a state
OWN = frozenset(("its", "their"))
FIGHTERS = frozenset("troops forces soldiers warplanes jets warships gunboats".split())
PERSONAL, LANDS = frozenset(("his", "her")), frozenset(("country", "nation", "homeland"))  # "said that her country"
DETERMINERS = frozenset(("the", "that", "this")) | OWN
STOPS = (
    PREPOSITIONS
    | DETERMINERS
    | frozenset(
        "and or but as than who which that is was are were be been has have had will would said says a an"
        " member head heads secretary minister department deep solid steady current".split()
    )
)
REACH = 5


def role_at(tokens: Sequence[Token], place: int) -> Mention | None:
    """Return a phrase that stands for a state: a determiner, words in small letters or of a region, and the noun."""
    if tokens[place].low in PERSONAL:
        is_land = place + 1 < len(tokens) and tokens[place + 1].low in LANDS
        return _mention(tokens, place, place + 1) if is_land else None
    if tokens[place].low in LAND_NOUNS:
        return _spanish_role(tokens, place)
    if tokens[place].low not in DETERMINERS:
        return None
    korean = _korea(tokens, place)
    if korean is not None:
        return korean
    for index in range(place + 1, min(len(tokens), place + 1 + REACH)):
        token = tokens[index]
        is_noun = token.low in STATE_NOUNS or token.low == "bloc" or token.low in NEIGHBOURS
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if is_noun and not (after is not None and (after.text == "-" or (after.is_word and _goes_on(after)))):
            return _mention(tokens, place, index)
        if token.low in STOPS or not (token.low.isalpha() or token.text == "-" or "-" in token.low):
            return None
        if token.is_capital and token.low not in CAPITALISED:
            return None
    return None


def _spanish_role(tokens: Sequence[Token], place: int) -> Mention | None:
    """Return the state of which a Spanish noun and the word behind it tell: "el país hebreo", "la nación andina"."""
    low = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if LAND_NOUNS[tokens[place].low] and low.endswith("a") and low not in TRAITS:
        low = f"{low[:-1]}o"
    behind = tokens[place + 2].low if place + 2 < len(tokens) else ""
    if low == "vecino" and place <= 1:  # "El país vecino negó": elsewhere it may be any
        return Mention(place, place + 1, Actor("stateref", "neighbour"), "anaphor")
    if low not in TRAITS or (tokens[place].low == "estado" and behind == "de"):
        return None  # "el estado norteamericano de Texas"
    return Mention(place, place + 1, Actor("stateref", low), "anaphor")


def both_koreas(tokens: Sequence[Token], start: int) -> Mention | None:
    """Return "North and South Korea" and those who act for both: "North and South Korean officials"."""
    halves = [token.low for token in tokens[start : start + 3]]
    index = start + 3
    if halves not in (["north", "and", "south"], ["south", "and", "north"]) or index >= len(tokens):
        return None
    if tokens[index].low not in ("korea", "koreans", "korean"):
        return None
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    index += tokens[index].low == "korean" and after.isalpha() and after.endswith("s")
    members = (Actor("country", "North Korea", "KP"), Actor("country", "South Korea", "KR"))
    return Mention(start, index, Actor("office", "two Koreas", members=members), "name", is_plural=True)


def _korea(tokens: Sequence[Token], place: int) -> Mention | None:
    """Return "the two Koreas", and "the North" or "the South" where it stands alone; of which land, the story says."""
    if place + 1 >= len(tokens):
        return None
    index = place + 1 + (tokens[place + 1].low in ("two", "both"))
    if index >= len(tokens):
        return None
    if tokens[index].low == "koreas":
        members = (Actor("country", "North Korea", "KP"), Actor("country", "South Korea", "KR"))
        return Mention(place, index, Actor("office", "two Koreas", members=members), "name", is_plural=True)
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    is_alone = after is None or not (after.is_capital or after.low in ("of", "-", "american", "korean"))
    if tokens[index].low in HALVES and tokens[index].is_capital and index == place + 1 and is_alone:
        last = index + (after is not None and after.low in ("'s", "’s"))
        return Mention(place, last, Actor("stateref", tokens[index].low), "anaphor", last > index)
    return None


def _goes_on(after: Token) -> bool:
    """Tell whether the noun only stands before another: "the state visit", "the island chain"."""
    return after.low in AFTERS or after.is_capital


AFTERS = frozenset("of visit visits media television tv department secretary dinner chain party run owned list".split())
CAPITALISED = frozenset(word for words in TRAITS for word in words.split())


def _mention(tokens: Sequence[Token], place: int, index: int) -> Mention | None:
    """Return the mention with what its words say of the state as the name of its actor."""
    noun = tokens[index].low
    lows = " ".join(token.low for token in tokens[place + 1 : index + 1]).replace(" - ", "-")
    if noun in NEIGHBOURS:
        if tokens[place].low not in OWN:
            return None
        lows = "neighbour"
    elif NEIGHBOURING & set(lows.split()):
        lows = "neighbour"  # "in the neighbouring country"
    elif noun == "state" and index == place + 1:
        return None  # "the state" says as often a part of one
    last = index
    if index + 1 < len(tokens) and tokens[index + 1].low in ("'s", "’s"):
        last += 1
        if tokens[last + 1 : last + 2] and tokens[last + 1].low in FIGHTERS:
            return Mention(place, last + 1, Actor("stateref", lows), "anaphor")  # "the country's troops shelled"
    return Mention(place, last, Actor("stateref", lows), "anaphor", last > index)


def fitting(words: str) -> frozenset[str] | None:
    """Return the codes of the states that the words allow; ``None`` where they say nothing."""
    if words in HALVES:
        return frozenset((HALVES[words],))
    padded = f" {words} "
    known = [codes for trait, codes in TRAITS.items() if f" {trait} " in padded]
    if not known:
        return None
    return min(known, key=len)
