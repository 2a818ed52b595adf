"""Tell what the words right before a noun make of it: a rumour, what is feared, asked for, planned or not to be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsroom.reading.analysis import Clause
from newsroom.reading.events.modality.decided import is_proposed
from newsroom.reading.events.modality.denied import ACCOUNTS
from newsroom.reading.events.modality.words import ALL_BUT, NOT_DESCRIBING, REACH_OF_NOUN

RUMOURED = frozenset(
    "whispers whisper gossip murmurs hearsay rumours rumour rumors rumor speculation unconfirmed rumores".split()
)
# What is said to be "for" something to come.
PLANNED_FOR = frozenset("plan plans preparations arrangements arrange arranges arranging framework roadmap".split())
# Stems of what Spanish verbs and nouns make of a noun behind them, and of one with "una" alone.
SPANISH_VERBS = {
    ("condicion", "supedit", "dese", "negoci", "favor", "contra", "planes"): "hypothetical",
    ("impid", "imped", "desmint", "desmient", "nego", "niega", "negaron"): "negated",
    ("prepar", "fecha"): "planned",
    ("aplaz", "pospus", "pospon", "suspend", "suspenso"): "cancelled",
}
SPANISH_WISHES = ("insist", "apuest", "apost", "opon", "opus", "llam", "advirti", "adviert")
SPANISH_ARTICLES = frozenset("un una el la los las".split())
FRUSTRATED = ("frustr", "malogr")
TOWARDS = frozenset(("towards", "toward", "hacia"))
WANTED_FOR = frozenset("bid hopes push pressure conditions prospects channel mechanism components".split())
FEARED = frozenset("fear fears feared fearing dread dreaded".split())
SPOKEN_OF = frozenset(
    (word, "of") for word in "warn warns warned warning warnings talk talked talking".split()
) | frozenset(
    tuple(pair.split())
    for pair in (
        "away from,back from,warnings about,open to,advised against,advises against,warned against,warns against,"
        "warning against,voted against,votes against,argued against,decided against,speculated about,"
        "speculation about,speculate about,hinges on,hinge on,depends on,depend on,rests on,contingent on,"
        "hinted at,hints at,hinting at,insisted on,insists on,insisting on,insist on"
    ).split(",")
)
ASKED_FOR = (
    frozenset(
        (word, "for")
        for word in "rehearsal rehearsals pretext pretexts excuse excuses offer offers proposal proposals plea pleas"
        " ask asks asked asking push pushes pushed pushing press presses pressed pressing lobby lobbied lobbying"
        " plead pleads pleaded pleading campaign campaigns campaigned campaigning pray prayed hope hopes hoped hoping"
        " brace braces braced bracing lobbies yearn yearned clamour clamoured argue argues argued arguing call calls"
        " called calling case request requests demand demands motion motions bill ahead approval permission wait waits"
        " waited waiting appeal appealed appeals need needs invitation invitations petition petitions".split()
    )
    | frozenset(
        (word, "of")
        for word in "idea notion option possibility prospect likelihood nothing dream importance danger dangers spectre"
        " specter nightmare impossibility scenario probability".split()
    )
    | frozenset((word, "de") for word in "propuesta propuestas idea oferta amenaza peligro intento promesa".split())
)
THREATENED = frozenset((word, "of") for word in "threat threats talk fear fears rumours rumors promise".split())
WAYS_TO = frozenset(
    (way, link)
    for way in "way ways door doors path road ground groundwork camino puerta puertas paso".split()
    for link in ("to", "for", "toward", "towards", "a", "al", "para", "hacia")
)
PAVING = frozenset(
    "make makes made making pave paves paved paving open opens opened opening clear clears cleared clearing smooth"
    " smooths smoothed smoothing prepare prepares prepared preparing lay lays laid laying abre abren abrir abrio"
    " abriendo allana allanar allano allanando despeja despejar despejo despejando".split()
)
UNTRUE = frozenset(
    tuple(pair.split())
    for pair in "ban on,bans on,moratorium on,no truth,cessation of,halt to,cese de,refusal of,avoidance of"
    ",rejection of,denial of,absence of,lack of".split(",")
)
PENCILLED = frozenset((("pencilled", "in"), ("penciled", "in")))
STOPPED = frozenset((("sin", "efecto"), ("plug", "on"), ("brakes", "on"), ("axe", "to")))
AHEAD_OF = frozenset(
    tuple(pair.split())
    for pair in (
        "ahead of,advance of,eve of,run-up to,runup to,visperas de,fecha del,fecha de,preview of,agenda for,agenda of"
    ).split(",")
)
PREVIEWING = frozenset(("previewing", "previewed", "previews"))
CAME_WITHIN = frozenset((("came", "within"), ("come", "within"), ("coming", "within")))  # "came within hours of war"
AWAITED = frozenset((("to", "the"), ("to", "his"), ("to", "her"), ("to", "their")))
PARTING_NO = (NOT_DESCRIBING | ACCOUNTS) - {"or"}  # "no reaction to the raid", but "no talks or contacts"


# What only plays at an act, and who calls for one: "calls are growing in Peru for the expulsion of".
REHEARSED = frozenset("simulated simulating simulates simulate rehearsed rehearsing rehearse mock".split())
CLAMOUR = frozenset("calls demands pressure appeals petition petitions clamour clamor campaign campaigns".split())
SWELLING = frozenset("grow mount rise increase intensify come multiply build swell spread be".split())
REACH_OF_CLAMOUR = 12


def worth_before(clause: Clause, first: int, before: Sequence[str]) -> str:
    """Return the modality that the words before a noun give it, else nothing."""
    pairs = set(pairwise(before))
    if RUMOURED & set(before):
        return "alleged"
    if clause.is_spanish and any(low.startswith(FRUSTRATED) for low in before):
        return "negated"
    if ("short", "of") in pairwise(before[-REACH_OF_NOUN:]):
        return "negated"
    if clause.is_spanish and (given := _of_spanish_verb(before)):
        return given
    is_goal = not TOWARDS.isdisjoint(before[-REACH_OF_NOUN:])  # "nudged both towards talks"
    if is_goal or pairs & SPOKEN_OF or pairs & ASKED_FOR or _is_feared(before) or is_proposed(before):
        return "hypothetical"
    is_rehearsed = not REHEARSED.isdisjoint(before[-REACH_OF_NOUN:])
    if is_rehearsed or _is_called_for(clause, first) or is_asked_by_named(clause, first):
        return "hypothetical"
    if pairs & WAYS_TO and not PAVING.isdisjoint(before):
        return "hypothetical"  # "paving the way to a restoration of ties"
    if not pairs.isdisjoint(UNTRUE) or _is_none(before):
        return "negated"
    if "for" in before[-REACH_OF_NOUN:] and (meant := _meant_for(before)):
        return meant
    if pairs & AHEAD_OF or (("forward", "to") in pairs and pairs & AWAITED) or not PREVIEWING.isdisjoint(before[-2:]):
        return "planned"  # "looks forward to the visit", "previewed the talks"
    if pairs & PENCILLED:
        return "planned"
    if not pairs.isdisjoint(STOPPED):
        return "cancelled"  # "dejó sin efecto la expulsión"
    if ALL_BUT & set(pairwise(before[-REACH_OF_NOUN:])) or not pairs.isdisjoint(CAME_WITHIN):
        return "hypothetical"  # "on the brink of war"
    return ""


def _meant_for(before: Sequence[str]) -> str:
    """Return the modality of what there are plans or wishes for, or no plans."""
    place = before.index("for")
    owner = before[place - 1] if place else ""
    if owner in PLANNED_FOR:
        return "negated" if "no" in before[:place][-3:] else "planned"  # "there were no plans for a visit"
    return "hypothetical" if owner in WANTED_FOR else ""


def _is_called_for(clause: Clause, first: int) -> bool:
    """Tell whether people call for what a noun names, with a verb between: "pressure grew on Peru for an apology"."""
    start = max(0, first - REACH_OF_CLAMOUR)
    link = next((n for n in range(first - 1, max(start, first - REACH_OF_NOUN - 1), -1) if clause.words[n] == "for"), 0)
    verb = next((v for v in reversed(clause.verbs) if start < v.first and v.head < link), None)
    if not link or verb is None or verb.lemma not in SWELLING:
        return False
    return not CLAMOUR.isdisjoint(clause.words[max(0, verb.first - 3) : verb.first])


def _of_spanish_verb(before: Sequence[str]) -> str:
    """Return the modality that a Spanish verb right before a noun gives it: "impidió la firma", "insistió en una"."""
    if len(before) < 2 or before[-1] not in SPANISH_ARTICLES:
        return ""
    place = len(before) - 2
    place -= before[place] in ("a", "de", "en", "por", "para", "con")
    for stems, modality in SPANISH_VERBS.items():
        if place >= 0 and before[place].startswith(stems):
            return modality
    is_new = before[-1] in ("un", "una")  # but "insistió en la reunión": where somebody insisted
    return "hypothetical" if is_new and place >= 0 and before[place].startswith(SPANISH_WISHES) else ""


def is_asked_by_named(clause: Clause, first: int) -> bool:
    """Tell whether a call, plan or threat names who makes it before what it is for: "a proposal by Chile for talks"."""
    floor = max(0, first - REACH_OF_NOUN - 1)
    link = next((n for n in range(first - 1, floor, -1) if clause.words[n] in ("for", "of")), 0)
    owner = clause.named.at(link - 1) if link > 1 else None
    if owner is None or owner.first < 2:
        return False
    place = owner.first - 1
    place -= clause.words[place] == "the"
    is_owned = clause.words[place] in ("by", "in", "from")
    return is_owned and (clause.words[place - 1], clause.words[link]) in ASKED_FOR | THREATENED


def _is_none(before: Sequence[str]) -> bool:
    """Tell whether "no" opens the phrase that a noun ends: "no talks", "no high-level bilateral contacts"."""
    place = next((n for n in range(len(before) - 1, -1, -1) if before[n] == "no"), len(before))
    return place < len(before) and PARTING_NO.isdisjoint(before[place + 1 :])


def _is_feared(before: Sequence[str]) -> bool:
    """Tell whether a word of fear or hope stands before a noun, and none that says it was of what came about."""
    place = next((n for n in range(len(before) - 1, -1, -1) if before[n] in FEARED), len(before))
    return place < len(before) and {"after", "over", "about", "since", "that", "the", ","}.isdisjoint(before[place:])
