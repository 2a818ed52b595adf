"""Tell what a text gives only as a rumour, or as a tale: "reportedly", "citing anonymous sources", "in the film"."""

from __future__ import annotations

from itertools import pairwise

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events.candidates import Candidate, are_dated_apart
from newsroom.reading.events.modality import denial_of, is_disowned

HEARSAY = frozenset("reportedly allegedly purportedly supposedly supuestamente presuntamente".split())
CITING = frozenset(("citing", "quoting"))
VERSIONS = frozenset((("segun", "versiones"), ("segun", "rumores"), ("segun", "trascendidos")))
HOLDING = frozenset("right true correct accurate confirmed verified cierto cierta confirma".split())
HEDGING = frozenset(("apparently", "seemingly"))  # right before a verb: no "apparently in reply"
CUES = HEARSAY | HEDGING | CITING | {"unconfirmed", "quoted"}
UNNAMED = frozenset("anonymous unidentified unnamed undisclosed".split())
TALES = frozenset(
    "film movie novel play series drama documentary book game simulation simulations scenario scenarios exercise drill"
    " wargame wargames thriller comedy opera pelicula novela".split()
)
# Of these the things told of are invented, whatever they are; others may tell of what was.
INVENTED = frozenset(
    "film movie novel thriller comedy opera simulation simulations scenario scenarios wargame wargames pelicula"
    " novela".split()
)
SHOWING = frozenset(
    "show shows showed depict depicts depicted portray portrays portrayed imagine imagines imagined envisage envisaged"
    " feature features featured simulate simulates simulated simulating rehearse rehearses rehearsed enacted".split()
)
SHOWN = 12  # words of a sentence among which a tale is said to show something
DENYING = frozenset("deny dismiss refute reject rubbish debunk".split())
REPORTS = frozenset("report reports rumour rumours rumor rumors story stories informe informes versiones".split())
CLAIMS = REPORTS | frozenset("claim claims allegation allegations article assertion".split())
MISSTATING = frozenset("false untrue fake fabricated fabrication baseless unfounded lie lies invented hoax".split())
NO_TRUTH = frozenset((("no", "truth"), ("no", "basis"), ("no", "foundation"), ("without", "foundation")))
REPORTING = frozenset(("report", "claim"))
CLAIMED = frozenset("reported claimed alleged purported".split())  # before the noun: "the reported talks"
SAYING = frozenset("said says claimed claims stated added alleged alleges".split())
CITED = frozenset((("according", "to"),))
OF = frozenset("that of about regarding concerning de sobre".split())
CONTACT = ("meet", "met", "talk", "visit", "contact", "negotia", "call", "spoke", "trip", "reuni", "encuentro")
STEM, WITHIN = 4, frozenset(("within", "without"))  # letters that a verb and its noun share: "closed", "closure"
CONTENT = 14  # words of what a claim says
DENIED, DENIED_NEAR = 4, 6  # sentences round the claim; words between what denies and what is denied
OPENING = 5  # words that open a sentence
CITED_NEAR = 6  # words from "according" to the report
NEAR = 3  # how near to the act a word of hearsay stands, or "anonymous" to "citing"


def is_hearsay(clause: Clause, first: int, last: int, *, is_said: bool = False) -> bool:
    """Tell whether a text gives the act between two tokens only as a rumour; of what ``is_said``, at the verb alone."""
    if not is_said and is_disowned(clause, last):
        return True
    if is_granted(clause, first) or ("segun" in clause.lows and VERSIONS & set(pairwise(clause.words))):
        return True
    if clause.lows.isdisjoint(CUES):
        return False
    lows = clause.words
    if is_said:
        return not HEARSAY.isdisjoint(lows[max(0, first - 1) : first])
    if not HEDGING.isdisjoint(lows[max(0, first - 1) : last + 1]):
        return True
    if not HEARSAY.isdisjoint(lows[max(0, first - NEAR) : last + NEAR]) or "unconfirmed" in lows[:first]:
        return True
    if is_said_by_unnamed(lows[:first]):
        return True
    cited = next((place for place, low in enumerate(lows) if low in CITING and place > last), -1)
    is_unnamed = cited >= 0 and not UNNAMED.isdisjoint(lows[cited : cited + NEAR + 1])
    return is_unnamed and not any(clause.quoted[first:cited])


def is_said_by_unnamed(lead: list[str]) -> bool:
    """Tell whether words quote somebody who is not named: "quoted unnamed officials as saying that"."""
    place = next((n for n in range(len(lead) - 1, -1, -1) if lead[n] == "quoted"), -1)
    return place >= 0 and not UNNAMED.isdisjoint(lead[place + 1 : place + 1 + NEAR]) and "saying" in lead[place:]


def is_granted(clause: Clause, first: int) -> bool:
    """Tell whether an act is told in case a report of it holds: "If the report is right, Peru struck"."""
    lows = clause.words
    if lows[0] not in ("if", "si") or "," not in lows[:first]:
        return False
    lead = lows[1 : lows.index(",")]
    return not HOLDING.isdisjoint(lead) and (len(lead) == 1 or not CLAIMS.isdisjoint(lead))


def is_fiction(clause: Clause, *, is_hostile: bool) -> bool:
    """Tell whether a sentence tells what a film or a drill plays: "In the novel, Peru invades", "simulations show"."""
    tales = TALES if is_hostile else INVENTED
    if clause.lows.isdisjoint(tales):
        return False
    if any(
        low in tales and not SHOWING.isdisjoint(clause.words[n + 1 : n + NEAR]) for n, low in enumerate(clause.words)
    ):
        return True  # "held a drill that simulated an attack"
    lead = clause.words[:OPENING]
    if lead[0] in ("in", "en") and "," in lead:
        return not tales.isdisjoint(lead)
    return not tales.isdisjoint(lead) and not SHOWING.isdisjoint(clause.words[:SHOWN])


def doubt(article: Article, merged: list[Candidate]) -> None:
    """Take what others report for alleged where the article tells that such a report is denied, or that it was not."""
    found = [(clause, word) for clause in article.clauses if (word := _denied(clause))]
    undone = [one for one in merged if one.modality == "negated"]
    for one in merged if found or undone else ():
        if one.modality != "happened" or one.is_venue:
            continue  # "during the visit" is taken for granted
        told = [(one.clause, one.trigger[0]), *((clause, last) for clause, _, last in one.more)]
        reported = [clause.number for clause, place in told if _is_reported(clause, place)]
        denied = [(clause, word) for clause, word in found if _is_of_act(clause, word, one)]
        is_denied = any(
            word in REPORTS or abs(by.number - place) <= DENIED for by, word in denied for place in reported
        )
        after = [other for other in undone if any(0 < other.clause.number - place <= DENIED for place in reported)]
        if is_denied or any(_denies(other, one) for other in after):
            one.modality = "alleged"


def _denies(other: Candidate, one: Candidate) -> bool:
    """Tell whether what did not come about is what was reported before: "but did not travel to Lima"."""
    if (other.family, other.kind) != (one.family, one.kind):
        return False
    mine_of, yours_of = set(one.parties.countries), set(other.parties.countries)
    is_denial = denial_of(other.clause, other.trigger[0]) >= 0  # "denied that he had gone there", whoever "he" is
    return (mine_of == yours_of or (is_denial and bool(mine_of & yours_of))) and not are_dated_apart(one, other)


def _is_of_act(clause: Clause, word: str, one: Candidate) -> bool:
    """Tell whether a denied claim is of an act: of any contact where it says of none else, of the rest by its noun."""
    if one.family == "contact":
        return not _is_of_other_matter(clause.words)
    place = clause.words.index(word) + 1
    stem = one.clause.words[one.trigger[1]][:STEM]  # "reports of a withdrawal" of troops that "withdrew"
    nouns = (low for low in clause.words[place : place + CONTENT] if len(low) > STEM + 1 and low not in WITHIN)
    return len(stem) == STEM and any(low.startswith(stem) for low in nouns)


def _denied(clause: Clause) -> str:
    """Return the noun for a report that a sentence says is denied: "denied reports", "no truth in the claim"."""
    lows = clause.words
    if clause.lows.isdisjoint(CLAIMS):
        return ""
    for verb in clause.verbs:
        if verb.lemma in DENYING and not verb.is_negated:
            behind = [] if verb.is_passive else lows[verb.head + 1 : verb.head + DENIED_NEAR]
            before = lows[max(0, verb.first - DENIED_NEAR) : verb.first] if verb.is_passive else []
            if word := next((low for low in (*behind, *before) if low in CLAIMS), ""):
                return word
    places = [n for n, pair in enumerate(pairwise(lows)) if pair in NO_TRUTH]
    places += [n for n, low in enumerate(lows) if low in MISSTATING]
    near = (low for n in places for low in lows[max(0, n - DENIED_NEAR) : n + DENIED_NEAR])
    return next((low for low in near if low in CLAIMS), "")


def _is_of_other_matter(lows: list[str]) -> bool:
    """Tell whether a claim is said to be of something else than a contact: "the claim that it shelters rebels"."""
    place = next(n for n, low in enumerate(lows) if low in CLAIMS)
    content = lows[place + 1 : place + 1 + CONTENT]
    return not OF.isdisjoint(content[:1]) and not any(low.startswith(CONTACT) for low in content)


def _is_reported(clause: Clause, place: int) -> bool:
    """Tell whether a token stands in what others report: "the paper reported that", "the report said", "reported".

    Also "according to the earlier report".
    """
    if any(verb.head < place and verb.lemma in REPORTING for verb in clause.verbs):
        return True
    pairs = list(pairwise(clause.words))
    is_said = any(noun in CLAIMS and verb in SAYING for noun, verb in pairs)
    cited = (clause.words[n : n + CITED_NEAR] for n, pair in enumerate(pairs) if pair in CITED)
    is_said = is_said or any(not CLAIMS.isdisjoint(words) for words in cited)
    return is_said or not CLAIMED.isdisjoint(clause.words[max(0, place - NEAR) : place])
