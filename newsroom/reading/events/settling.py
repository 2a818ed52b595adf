"""Settle what one sentence tells: one candidate where several triggers of a family tell the same."""

from __future__ import annotations

from newsroom.reading.events.bringing import FIRSTS
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.merging import is_made_and_kept
from newsroom.reading.events.newness import telling
from newsroom.reading.events.wording import are_two_measures
from newsroom.reading.verbs import DETERMINERS
from timeline.kinds import KINDS

CLAIMED = "accusation.claimed"
SUMMED = 8  # how near before its noun that begins which sums up


def settle(found: list[Candidate]) -> list[Candidate]:
    """Keep one candidate where several triggers of one family tell the same in one sentence."""
    kept: list[Candidate] = []
    charges = [one for one in found if one.family == "accusation" and one.rule != CLAIMED]
    for one in found:
        if any(_only_describes(one, other) for other in found):
            continue
        if any(_is_charged_already(one, other) for other in (*charges, *kept)):
            continue
        if (summons := next((other for other in kept if _is_said_at(other, one)), None)) is not None:
            summons.last = max(summons.last, one.last)
            continue
        rival = next(
            (
                other
                for other in kept
                if other.family == one.family
                and (other.kind == one.kind or not (_names_other(other) or _names_other(one)))
                and (other.modality == one.modality or one.rule.endswith(".deed") or _tells_again(other, one))
                and (abs(other.trigger[0] - one.trigger[0]) <= 6 or _tells_again(other, one))
                and not (is_made_and_kept(other, one) or are_two_measures(other, one) or _are_unlike(other, one))
                and _share_sides(other, one)
            ),
            None,
        )
        if rival is None:
            kept.append(one)
        elif one.trigger == rival.trigger and one.rule.endswith(".deed") and not one.parties.is_inferred:
            rival.parties = one.parties  # the noun's own words say who does it to whom
        elif (
            one.family == "contact"
            and rival.kind in ("conversation", "negotiation", "visit")
            and one.kind in ("phone_call", "video_call", "state_visit", "meeting")
        ):
            rival.kind = one.kind
    return kept


def _are_unlike(other: Candidate, one: Candidate) -> bool:
    """Tell whether verbs tell acts of two PLOVER types: "restored ties in May but broke them off in March"."""
    are_told = telling(other) is not None and telling(one) is not None
    return are_told and _root(other) != _root(one)


def _root(one: Candidate) -> str:
    return KINDS[one.kind].plover.partition(":")[0]


def _share_sides(other: Candidate, one: Candidate) -> bool:
    """Tell whether two acts of a sentence can be one: no "returned from X and rang the leader of Y"."""
    mine, yours = set(other.parties.countries), set(one.parties.countries)
    is_open = other.parties.is_inferred or one.parties.is_inferred
    return mine <= yours or yours <= mine or (is_open and not mine.isdisjoint(yours))


def _only_describes(one: Candidate, other: Candidate) -> bool:
    """Tell whether a participle only says who mediates what is still to come: "will resume EU-mediated talks"."""
    is_of_noun = one.kind == "mediation" and one.is_reference and other.trigger[0] == one.trigger[1] + 1
    return is_of_noun and other.family == "contact" and other.modality != "happened"


def _is_charged_already(one: Candidate, other: Candidate) -> bool:
    """Tell whether a claim only says what another charge of its sentence says: "X breached the truce, Y said"."""
    if one.rule != CLAIMED or other.family != "accusation" or other.modality != "happened":
        return False
    return set(one.parties.countries) == set(other.parties.countries)


def _is_said_at(summons: Candidate, one: Candidate) -> bool:
    """Tell whether words only say what an envoy was called in for: "summoned the envoy and handed him a protest"."""
    if summons.family != "summons" or one.family not in ("protest", "criticism") or one.modality != summons.modality:
        return False
    is_noun = one.rule.endswith((".noun", ".deed"))  # "summoned her to protest at his description of"
    return (
        summons.trigger < one.trigger and not is_noun and set(one.parties.countries) == set(summons.parties.countries)
    )


def _tells_again(other: Candidate, one: Candidate) -> bool:
    """Tell whether an act is only told again in its sentence: "agreed on terms to end a row", "the first visit"."""
    is_content = other.kind == one.kind == "agreement_in_principle" and one.modality == "planned"
    return (is_content and other.modality == "happened" and other.trigger < one.trigger) or _sums_up(one)


def _sums_up(one: Candidate) -> bool:
    """Tell whether an apposition only sums up what the sentence tells: "will visit Peru, the first such trip since"."""
    first = one.trigger[0]
    before = one.clause.words[max(0, first - SUMMED) : first]
    if one.rule != "contact.noun" or "," not in before:
        return False
    behind = before[len(before) - before[::-1].index(",") :]
    return bool(behind) and behind[0] in DETERMINERS and not FIRSTS.isdisjoint(behind)


def _names_other(one: Candidate) -> bool:
    """Tell whether a participle names an act of its own: "the embassies, closed in May, were reopened"."""
    return one.is_reference and one.family != "contact"
