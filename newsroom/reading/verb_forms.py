"""Know the forms of verbs: regular ones by rule, the others by a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.reading.sentences import Token

COUNTS = frozenset("two three four five six seven eight nine ten eleven twelve".split())
NEVER_COUNTED = frozenset("the these those all both latter in of on since last first".split())  # "the two captured X"
FEWEST = 2  # tokens before a form that a number stands before
NAME_LINKS = frozenset("- 's ’s al el bin bint ibn von van der de da dos".split())  # "Sheikh Hamad bin Ali"
FEW = 3  # tokens of the first of two names that open a headline
NOT_ADVERBS = frozenset(
    "fly rally bully tally reply apply supply rely comply ally family italy july assembly daily early".split()
)
HOW_OFTEN = frozenset("often still now already also again always never sometimes both".split())
ARTICLES = frozenset("a an the his her their its".split())
ACTED_ON = frozenset("the a an its his her their it them him both".split())  # what opens an object
NEVER_DESCRIBED = frozenset("declared announced need speed feed seed accused wounded deceased united".split())
OPENERS = frozenset("by in on at to for of with from the a an that its his her their and or as after".split())
NO_PLURALS = frozenset("its his this as was is has us".split())

IRREGULAR = """
be am,is,are,was,were been being|have has had had having|do does did done doing|say says said said saying
tell tells told told telling|speak speaks spoke spoken speaking|write writes wrote written writing
meet meets met met meeting|hold holds held held holding|go goes went gone going|come comes came come coming
take takes took taken taking|make makes made made making|give gives gave given giving|get gets got got getting
see sees saw seen seeing|know knows knew known knowing|think thinks thought thought thinking
leave leaves left left leaving|send sends sent sent sending|break breaks broke broken breaking
cut cuts cut cut cutting|strike strikes struck struck striking|hit hits hit hit hitting|shoot shoots shot shot shooting
begin begins began begun beginning|fall falls fell fallen falling|rise rises rose risen rising
withdraw withdraws withdrew withdrawn withdrawing|undertake undertakes undertook undertaken undertaking
seek seeks sought sought seeking|find finds found found finding|keep keeps kept kept keeping
bring brings brought brought bringing|lead leads led led leading|pay pays paid paid paying|lay lays laid laid laying
read reads read read reading|become becomes became become becoming|feel feels felt felt feeling
stand stands stood stood standing|understand understands understood understood understanding
put puts put put putting|set sets set set setting|quit quits quit quit quitting|let lets let let letting
run runs ran run running
fly flies flew flown flying|grow grows grew grown growing|show shows showed shown showing
draw draws drew drawn drawing|drive drives drove driven driving|win wins won won winning|lose loses lost lost losing
sell sells sold sold selling|buy buys bought bought buying|spend spends spent spent spending
build builds built built building|lend lends lent lent lending|freeze freezes froze frozen freezing
unfreeze unfreezes unfroze unfrozen unfreezing
fight fights fought fought fighting|seize seizes seized seized seizing|swear swears swore sworn swearing
forgive forgives forgave forgiven forgiving|overthrow overthrows overthrew overthrown overthrowing
shut shuts shut shut shutting|throw throws threw thrown throwing|tear tears tore torn tearing
sink sinks sank sunk sinking|blow blows blew blown blowing|ring rings rang rung ringing|bear bears bore borne bearing
overrun overruns overran overrun overrunning|forbid forbids forbade forbidden forbidding
withhold withholds withheld withheld withholding|slay slays slew slain slaying|choose chooses chose chosen choosing
teach teaches taught taught teaching|catch catches caught caught catching|cast casts cast cast casting
bid bids bid bid bidding|shed sheds shed shed shedding|rebuild rebuilds rebuilt rebuilt rebuilding
uphold upholds upheld upheld upholding|foresee foresees foresaw foreseen foreseeing|eat eats ate eaten eating
shake shakes shook shaken shaking|steal steals stole stolen stealing|oversee oversees oversaw overseen overseeing
beset besets beset beset besetting|hang hangs hung hung hanging|ride rides rode ridden riding
lie lies lay lain lying|overfly overflies overflew overflown overflying|retake retakes retook retaken retaking|
burn burns burned,burnt burned,burnt burning|hurt hurts hurt hurt hurting|
underwrite underwrites underwrote underwritten underwriting|thrust thrusts thrust thrust thrusting|
sleep sleeps slept slept sleeping|sit sits sat sat sitting|hear hears heard heard hearing|mean means meant meant meaning
""".replace("\n", "|")

# Third persons that are nouns in the plural as well.
GERUND_OPENERS = frozenset(("'s", "of", "fierce", "heavy", "new", "renewed"))
GERUND_CLOSERS = frozenset((",", ".", "", "between", "in", "along", "over", "and", "on"))
DESCRIBING = frozenset(
    "renewed increased expanded extended heightened intensified enhanced strengthened deepened continued repeated"
    " sustained prolonged strained improved".split()
)  # of a noun, right behind a verb or where a sentence begins
ENCOUNTERS = frozenset(("meeting", "fighting"))
# What stands behind "states" where it is a verb and no plural.
STATED = frozenset(("that", ":", '"', "“", "«", "the", "his", "her", "its", "their", "this"))
# Who acts, before a word in "-s" that is then no plural: "the foreign minister visits".
HOLDERS = frozenset(
    "minister president premier secretary chancellor leader king queen envoy pope delegation administration government"
    " army navy military junta regime each".split()
)
# What opens no object of a bare verb: "rather than force, of"; no "rather than hold talks".
NO_OBJECTS = frozenset("by in on at to for of with from or and as after than but when while".split())
# Verbs behind which "down" is none.
BEFORE_DOWN = frozenset("shoots brings guns comes steps backs turns breaks shuts lays puts takes sits cuts".split())
AMBIGUOUS = frozenset(
    "suspects blasts probes links questions challenges grounds rescues regrets pumps mortars deposits"
    " attacks strikes talks calls visits offers claims plans demands comments remarks reports moves results deals"
    " drills exports imports concerns"
    " returns hits raids clashes fights ships threatens views needs aims acts works helps turns leads starts ends"
    " rules permits"
    " quarrels feuds squabbles teams accords loans grabs catches debates delays boycotts awards channels funnels leases"
    " fines insults"
    " lectures retreats shelters levels exiles massacres hammers ferries thrusts outfits"
    " trucks guns plants points positions pounds presents proceeds props purchases rails rains rallies reserves rounds"
    " sentences shuttles sponsors stages stations transfers transports travels updates upgrades vents volunteers votes"
    " vows wages waves winds wires witnesses wounds breaches assaults ambushes allies advances amnesties brokers buses"
    " chairs champions convicts contests crosses curbs damages defeats disputes drives embargoes escorts forms gains"
    " gifts guarantees hacks halts hikes hints intercepts issues jails journeys kicks labels launches levies locks"
    " lunches marches masses murders objects outlaws passes patches pauses phones piles pins pools rebuffs"
    " repairs replies requisitions reviews scuffles searches shadows shifts skirmishes strips switches tenders torches"
    " torpedoes transits trims vetoes walks"
    " falls shows meets"
    " sanctions contacts pledges promises requests appeals arrests bombs shells protests funds grants trades"
    " heads faces causes shares"
    " steps spies blows"
    " exercises patrols seals swaps exchanges drops increases declines rises costs uses places orders hands"
    " names hopes fears doubts"
    " changes answers"
    " jets lands sails rings tables floats lists boards storms rams rockets charges trains arms funds backs sides"
    " protests rows lobbies petitions pressures tears downs censures rebukes faults bars quits exits"
    " freezes supplies forces troops tests fires targets releases cuts bans blocks breaks limits measures".split()
)


def inflect(lemma: str) -> dict[str, str]:
    """Return the regular forms of a verb: form to name, ``past_or_part`` where both are alike."""
    if lemma.endswith("e"):
        past, participle = lemma + "d", (lemma if lemma.endswith(("ee", "oe", "ye")) else lemma[:-1]) + "ing"
        if lemma.endswith("ie"):
            participle = lemma[:-2] + "ying"
    elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        past, participle = lemma[:-1] + "ied", lemma + "ing"
    elif lemma in DOUBLING:
        past, participle = lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"
    else:
        past, participle = lemma + "ed", lemma + "ing"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        third = lemma[:-1] + "ies"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return {lemma: "base", third: "s", past: "past_or_part", participle: "ing"}


DOUBLING = frozenset(
    "lob beg dub pin snub"
    " stop plan permit submit admit commit refer defer prefer confer occur expel compel propel repel"
    " rebut ban bar"
    " drop transfer deter rob nod tap slap slam ram trim prod shrug jet strip ship grab plot stun jam snap pen nab hem"
    " rap trap drum wrap crop cap ebb tag step chat drag quip cancel travel counsel signal label abet regret"
    " equip level panel pummel"
    " scrap axe model shun spur swap initial skip channel funnel quarrel kidnap patrol acquit readmit prop spar".split()
)
OBJECTS = frozenset("them him us me".split())
GOING_ON = frozenset("saying claiming arguing stating insisting alleging asserting".split())
PROVERBIAL = frozenset("old popular famous wise common local familiar known".split())  # "the old saying"
SHORTEST_PLACED, LONGEST_PLACED, LONGEST_OPENING, LONGEST_OUTLET = 3, 8, 4, 6  # words
TELLING_BARE = frozenset("say insist complain argue believe maintain".split())  # bare, these are hardly ever nouns
PLACING = frozenset("in of from at including near along across on such like".split())
OUTLETS = frozenset("newspaper daily weekly magazine agency service website channel broadcaster portal".split())
ENDING = frozenset((".", ",", "that"))
EITHER = frozenset("cancel travel counsel signal label model initial level channel funnel quarrel kidnap".split())


@cache
def irregular_forms() -> dict[str, dict[str, str]]:
    """Return the forms of each irregular verb: lemma to (form to name)."""
    table: dict[str, dict[str, str]] = {}
    for entry in filter(None, (part.strip() for part in IRREGULAR.split("|"))):
        lemma, *forms = entry.split()
        names = ("s", "past", "part", "ing") if len(forms) == 4 else ("past", "part", "ing")
        known = {lemma: "base"}
        for name, words in zip(names, forms, strict=True):
            for word in words.split(","):
                if known.get(word) != "base" or name != "part":  # "come", "run": a participle only behind "have"
                    known[word] = "past_or_part" if known.get(word) == "past" and name == "part" else name
        table[lemma] = known
    return table


def form_table(lemmas: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return every form of the verbs: word to (lemma, form); the first verb that claims a form keeps it."""
    table: dict[str, tuple[str, str]] = {}
    irregular = irregular_forms()
    for lemma in [*lemmas, *irregular]:
        forms = irregular.get(lemma) or inflect(lemma)
        if lemma in EITHER:
            forms = forms | {lemma + "ed": "past_or_part", lemma + "ing": "ing"}
        for word, form in forms.items():
            table.setdefault(word, (lemma, form))
    return table


def is_gerund(low: str, before: str, after: str) -> bool:
    """Tell whether a word in "-ing" is a noun: "fierce fighting in", "the Oct. 15-16 meeting between"."""
    if low in ENCOUNTERS and after == "between":
        return True
    return before in GERUND_OPENERS and after in GERUND_CLOSERS


def is_counted(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a past form describes those whom a number counts: "freed 13 captured soldiers", no "the two met".

    Behind another past form it describes them too: "treated wounded soldiers".
    """
    if index < FEWEST or index + 1 >= len(tokens):
        return False
    before, number, after = tokens[index - 2], tokens[index - 1], tokens[index + 1]
    if number.low.endswith("ed") and number.low not in NEVER_DESCRIBED and not number.is_capital:
        return before.is_capital and after.is_word and after.low not in OPENERS  # "Peru treated wounded soldiers"
    if not (number.text.isdigit() or number.low in COUNTS):
        return False
    is_noun = after.is_capital or (after.low.endswith("s") and after.low not in NO_PLURALS)
    return is_noun and before.is_word and before.low not in NEVER_COUNTED


def describes_noun(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a past form that opens a sentence or stands behind a verb says of what sort the next noun is.

    "Renewed fighting broke out", "could trigger increased tariffs"; no "Chile renewed its".
    """
    after = tokens[index + 1 : index + 2]
    return tokens[index].low in DESCRIBING and any(
        one.is_word and one.low not in OPENERS | ACTED_ON and not one.low.endswith("ly") for one in after
    )


def joins_on(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a hyphen joins what follows: "the Kenya-Uganda talks", no "March 7 - Kenya recalls"."""
    return index >= 0 and tokens[index].text == "-" and tokens[index].end == tokens[index + 1].start


def is_no_verb(before: str, low: str, after: str) -> bool:
    """Tell whether a word is no verb beside others: "close to", "Gulf states severed", "shoots down"."""
    is_particle = low == "down" and before in BEFORE_DOWN
    return is_particle or (low, after) == ("close", "to") or (low == "states" and after not in STATED)


def opens_headline(tokens: Sequence[Token], comma: int, prepositions: frozenset[str]) -> bool:
    """Tell whether a comma joins two names that open a headline: "Peru, Chile sign deal"."""
    if not comma or comma > FEW or tokens[comma].text != "," or tokens[0].low in prepositions:
        return False
    return all(token.is_capital or token.low in NAME_LINKS for token in tokens[:comma])


def has_article(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether an article stands before the one word that a word is described with: "a brief", "a three-way"."""
    first = index - 3 if index > 3 and tokens[index - 2].text == "-" else index - 1
    if len(tokens[index - 1].text) > 1 and tokens[index - 1].text.isupper() and takes_object(tokens, index):
        return False  # "with the US accusing Peru"
    if tokens[index].low.endswith("ing") and tokens[index + 1 : index + 2] and tokens[index + 1].low in OBJECTS:
        return False  # "the office urging them"
    if tokens[index].low in GOING_ON and tokens[index - 1].low not in PROVERBIAL:
        return False  # "criticised the plan saying it had failed"
    return first > 0 and tokens[first - 1].low in ARTICLES


def takes_object(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether an object follows a word in "-ing" at once: "accusing Peru", "urging it", no "US meeting"."""
    low, behind = tokens[index].low, tokens[index + 1 : index + 2]
    if not low.endswith("ing") or low in ENCOUNTERS or not behind:
        return False
    return behind[0].is_capital or behind[0].low in ACTED_ON


def closes_quote(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether an apostrophe is the second of two that close a quotation, not the sign of a plural possessor."""
    before = tokens[index - 1].text if index else ""
    return tokens[index].low == "'" and before in ("'", "’", ",", ".", "?", "!")


def is_manner(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether an adverb of manner stands between two others, or before what they belong to."""
    low, before = tokens[index].low, tokens[index - 2].low
    return low.endswith("ly") and before.endswith("ly") and low not in NOT_ADVERBS


def past_adverbs(tokens: Sequence[Token], index: int) -> int:
    """Return where the adverbs begin that stand right before a token, or its own place: "still regularly accuse"."""
    while index > 1 and (
        (low := tokens[index - 1].low) in HOW_OFTEN or (low.endswith("ly") and low not in NOT_ADVERBS)
    ):
        index -= 1
    return index


def rough_lemma(word: str) -> str:
    """Return a rough lemma of a verb that the lexicon lacks."""
    return word.removesuffix("ing").removesuffix("ed")


def is_told_bare(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a bare form is a verb though no plural stands before it."""
    return _is_forgone(tokens, index) or _are_placed(tokens, index)


def _is_forgone(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a bare verb with its object says what is not done: "rather than meet her", "anything but help"."""
    pair = (tokens[index - 2].low, tokens[index - 1].low) if index > 1 else ("", "")
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    has_object = after is not None and after.is_word and after.low not in NO_OBJECTS
    return pair in (("rather", "than"), ("anything", "but")) and has_object


def _are_placed(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a plural, and where or which it is, stand before "say": "the authorities in Peru say".

    It opens its sentence or clause; commas may stand round what is inserted: "Some states, including Peru, argue".
    """
    if tokens[index].low not in TELLING_BARE or index < SHORTEST_PLACED:
        return False
    before = range(index - 2, max(0, index - LONGEST_PLACED), -1)
    link = next((n for n in before if tokens[n].low in PLACING), 0)
    noun = link - 1 - (link > 1 and tokens[link - 1].text == ",")
    opening = [token.text for token in tokens[max(0, noun - LONGEST_OPENING) : noun]]
    opens = noun < LONGEST_OPENING or not {",", ".", "”", "and", "but", "while", "as"}.isdisjoint(opening)
    is_plural = noun >= 0 and tokens[noun].low.endswith("s") and not tokens[noun].low.endswith(("ss", "'s"))
    return link > 0 and is_plural and opens


def is_reporting(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "reports" is the verb of an outlet: "the Dawn newspaper reports that"."""
    behind = tokens[index + 1].low if index + 1 < len(tokens) else "."
    if tokens[index].low != "reports" or index < 2 or tokens[index - 1].low not in OUTLETS or behind not in ENDING:
        return False
    first = index - 1
    while first and index - first < LONGEST_OUTLET and tokens[first - 1].text not in ",;:":
        first -= 1
    is_open = first == 0 or tokens[first - 1].text == ","
    return is_open and (first > 0 or behind == "that") and tokens[first].low in ("the", "a", "an")
