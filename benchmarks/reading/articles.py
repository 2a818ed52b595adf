"""Score readings of annotated articles: the matching rules of the annotations' own scorer, under its names.

A proposal and an annotation are joined one to one, best first. Optional annotations neither help nor hurt. Attributes
are judged only on what was joined and is not optional.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.reading.tally import Tally, contained, fold, same_name, token_f1, words

Item = dict[str, Any]
Matched = list[tuple[Item, Item, float]]

EVENT_FLOOR, STATEMENT_FLOOR = 0.5, 0.55


def accepted(gold: Item, name: str) -> list[Any]:
    """Return the main value of a field and every other one that is right too."""
    return [gold[name], *gold.get(f"{name}_also_accept", [])]


def match(
    proposals: Sequence[Item], golds: Sequence[Item], score: Callable[[Item, Item], float], floor: float
) -> Matched:
    """Join proposals and annotations one to one, the best score first, none under the floor."""
    pairs = sorted(
        ((score(one, gold), i, j) for i, one in enumerate(proposals) for j, gold in enumerate(golds)), reverse=True
    )
    used_proposals: set[int] = set()
    used_golds: set[int] = set()
    joined: Matched = []
    for value, i, j in pairs:
        if value < floor:
            break
        if i not in used_proposals and j not in used_golds:
            used_proposals.add(i)
            used_golds.add(j)
            joined.append((proposals[i], golds[j], value))
    return joined


def overlap(proposal: Item, texts: Sequence[str]) -> float:
    """Return the best likeness of a proposal's passage to any accepted text: token F1, or 0.9 of containment."""
    exact = proposal["passage"]["exact"]
    return max(max(token_f1(exact, text), 0.9 * contained(exact, text)) for text in texts)


def edtf_key(value: str | None) -> str:
    """Return an EDTF text without blanks."""
    return (value or "").replace(" ", "")


def date_right(proposal: Item, gold: Item) -> bool:
    """Tell whether the date is an accepted one."""
    wanted = {edtf_key(gold.get("date")), *map(edtf_key, gold.get("date_also_accept", []))}
    return edtf_key(proposal.get("edtf")) in wanted


def type_right(proposal: Item, gold: Item) -> bool:
    """Tell whether the PLOVER type (without its mode) is an accepted one."""

    def root(value: str | None) -> str:
        return (value or "").split(":")[0].upper()

    return root(proposal.get("plover")) in {root(value) for value in accepted(gold, "plover")}


def countries_right(proposal: Item, gold: Item) -> bool:
    """Tell whether the parties are one of the accepted sets."""
    return any(set(proposal["countries"]) == set(one) for one in accepted(gold, "participants"))


def modality_right(proposal: Item, gold: Item) -> bool:
    """Tell whether the modality is an accepted one."""
    return proposal["modality"] in accepted(gold, "modality")


def speaker_right(proposal: Item, gold: Item) -> bool:
    """Tell whether the speaker is an accepted one; words of nobody named must have none."""
    if not gold["speaker"]:
        return not proposal.get("speaker")
    return any(same_name(proposal.get("speaker"), one) for one in accepted(gold, "speaker"))


FAULTS = {"date": date_right, "countries": countries_right, "type": type_right, "modality": modality_right}


def event_score(proposal: Item, gold: Item) -> float:
    """Return how well an event fits an annotation: passages must overlap and a party be shared."""
    if not any(set(proposal["countries"]) & set(one) for one in accepted(gold, "participants")):
        return 0.0
    if gold.get("optional") and not modality_right(proposal, gold):
        return 0.0
    score = overlap(proposal, accepted(gold, "passage"))
    if score < EVENT_FLOOR:
        return 0.0
    right = 0.15 * type_right(proposal, gold) + 0.1 * modality_right(proposal, gold)
    return score + right + 0.05 * countries_right(proposal, gold)


def statement_score(proposal: Item, gold: Item) -> float:
    """Return how well a statement fits an annotation."""
    return overlap(proposal, accepted(gold, "text")) + 0.1 * speaker_right(proposal, gold)


def score_article(reading: Item, gold: Item, tally: Tally) -> None:
    """Count every measure of one article; raise ``ValueError`` where a passage is not the text at its offsets."""
    check_passages(reading)
    file = str(gold["article"])
    score_events(reading, gold, tally, file)
    score_statements(reading, gold, tally, file)
    used = [item["passage"]["exact"] for group in ("events", "statements") for item in reading[group]]
    for banned in map(fold, gold.get("must_not", [])):
        taken = [one for one in used if banned in fold(one) or (len(words(one)) > 2 and fold(one) in banned)]
        tally.add("traps avoided", not taken)
        for one in taken:
            tally.miss("traps avoided", file, one)
    names = [leader["name"] for leader in reading["leaders"]]
    for leader in gold["leaders"]:
        right = any(same_name(name, leader["name"]) for name in names)
        tally.add("leader recall", right)
        if not right:
            tally.miss("leader recall", file, leader["name"])
    wanted, named = set(gold["countries"]), set(reading["countries"])
    tally.add("country recall", len(wanted & named), len(wanted))
    tally.add("country precision", len(wanted & named), max(len(named), 1))
    tally.add("publication date", (reading["article"].get("published") or "")[:10] == gold["published"][:10])


def check_passages(reading: Item) -> None:
    """Raise ``ValueError`` where a passage is not ``text[start:end]``."""
    for group in ("events", "statements"):
        for item in reading[group]:
            passage = item["passage"]
            if reading["text"][passage["start"] : passage["end"]] != passage["exact"]:
                raise ValueError(f"{reading['file']}: a passage of {group} is not its text: {passage['exact'][:60]!r}")


def _precision(name: str, reading: Item, group: str, joined: Matched, tally: Tally, file: str) -> None:
    """Count proposals that an annotation supports; those of optional ones count neither way."""
    counted = [gold for _, gold, _ in joined if not gold.get("optional")]
    extra = [one for one in reading[group] if not any(one is other for other, _, _ in joined)]
    if counted or extra:
        tally.add(name, len(counted), len(counted) + len(extra))
    for one in extra:
        tally.judged.append((one["confidence"], False))
        kind = f"{one.get('plover')} {one['modality']}" if group == "events" else f"{one['speech']} {one['speaker']}"
        tally.miss(name, file, f"not annotated: {kind}: {one['passage']['exact'][:90]}")


def score_events(reading: Item, gold: Item, tally: Tally, file: str) -> None:
    """Count the events of one article."""
    joined = match(reading["events"], gold["events"], event_score, EVENT_FLOOR)
    hit = [one for _, one, _ in joined]
    hit_types = {one.get("type") for one in hit}
    wanted = [
        one
        for one in gold["events"]
        if not one.get("optional") and (one in hit or not hit_types & set(one.get("may_merge_with", [])))
    ]
    main = [one for one in wanted if not one.get("background")]
    tally.add("event recall", sum(one in hit for one in wanted), len(wanted))
    tally.add("event recall, not background", sum(one in hit for one in main), len(main))
    for one in wanted:
        if one not in hit:
            note = f"missed: {one['plover']} {one['modality']} {one['date']}: {one['passage'][:90]}"
            tally.miss("event recall" if one.get("background") else "event recall, not background", file, note)
    if gold.get("exhaustive"):
        _precision("event precision", reading, "events", joined, tally, file)
    for proposal, one, _ in joined:
        if not one.get("optional"):
            _judge_event(proposal, one, tally, file)
    _judge_modality(reading, gold, joined, tally, file)


def _judge_event(proposal: Item, gold: Item, tally: Tally, file: str) -> None:
    """Count the attributes of an event that was joined."""
    faults = [name for name, right in FAULTS.items() if not right(proposal, gold)]
    tally.judged.append((proposal["confidence"], not faults))
    tally.add("event date", "date" not in faults)
    tally.add("event date, first choice", edtf_key(proposal.get("edtf")) == edtf_key(gold["date"]))
    tally.add("event countries", "countries" not in faults)
    tally.add("event type (PLOVER root)", "type" not in faults)
    tally.add("event modality", "modality" not in faults)
    tally.add("event all four right", not faults)
    if faults:
        got = f"{proposal.get('edtf')} {proposal['countries']} {proposal.get('plover')} {proposal['modality']}"
        want = f"{gold['date']} {gold['participants']} {gold['plover']} {gold['modality']}"
        tally.miss(
            "event all four right", file, f"{'+'.join(faults)}: got {got}, wanted {want}: {gold['passage'][:60]}"
        )


def _judge_modality(reading: Item, gold: Item, joined: Matched, tally: Tally, file: str) -> None:
    """Count what did not happen and is not shown as if it had."""
    name = "not-happened never shown as happened"
    for one in gold["events"]:
        if one["modality"] == "happened" or "happened" in one.get("modality_also_accept", []):
            continue
        wrong = [
            proposal
            for proposal in reading["events"]
            if proposal["modality"] == "happened"
            and type_right(proposal, one)
            and countries_right(proposal, one)
            and overlap(proposal, accepted(one, "passage")) >= 0.6
            and not any(proposal is other and own["modality"] == "happened" for other, own, _ in joined)
        ]
        tally.add(name, not wrong)
        if wrong:
            tally.miss(name, file, f"{one['modality']}: {one['passage'][:90]}")


def score_statements(reading: Item, gold: Item, tally: Tally, file: str) -> None:
    """Count the statements of one article."""
    joined = match(reading["statements"], gold["statements"], statement_score, STATEMENT_FLOOR)
    found = {id(one): proposal for proposal, one, _ in joined}
    for one in gold["statements"]:
        if one.get("optional"):
            continue
        proposal = found.get(id(one))
        right = proposal is not None and speaker_right(proposal, one)
        tally.add(f"{one['kind']} found", proposal is not None)
        tally.add(f"{one['kind']} found, right speaker", right)
        tally.add("statement found, right speaker", right)
        if not right:
            got = f" (got {proposal.get('speaker')!r})" if proposal is not None else ""
            note = f"{one['kind']} of {one['speaker']}{got}: {one['text'][:90]}"
            tally.miss("statement found, right speaker", file, note)
        if proposal is not None:
            tally.judged.append((proposal["confidence"], right))
            tally.add("statement speech kind", proposal["speech"] in accepted(one, "kind"))
            tally.add("statement date", date_right(proposal, one))
            span = max(token_f1(proposal["passage"]["exact"], text) for text in accepted(one, "text"))
            tally.add("statement span F1", span)
    if gold.get("exhaustive"):
        _precision("statement precision", reading, "statements", joined, tally, file)


def score_direct(quotations: Sequence[Item], gold: Item, tally: Tally) -> None:
    """Count only the direct quotations of one article, for programs that find nothing else."""
    wanted = [one for one in gold["statements"] if one["kind"] == "direct" and not one.get("optional")]
    joined = match(quotations, gold["statements"], statement_score, STATEMENT_FLOOR)
    found = {id(one): proposal for proposal, one, _ in joined}
    for one in wanted:
        proposal = found.get(id(one))
        tally.add("direct found", proposal is not None)
        tally.add("direct found, right speaker", proposal is not None and speaker_right(proposal, one))
