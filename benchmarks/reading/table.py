"""Lay the measures out as rows: name, our share, count, the bar, and what others reach on the same cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.reading import dates, pages, quotations
from benchmarks.reading.tally import Tally

# The bars of the reading engine: what must be reached on these and on unseen texts.
BARS = {
    "direct found": 0.95,
    "direct found, right speaker": 0.92,
    "statement found, right speaker": 0.78,
    "statement precision": 0.80,
    "event recall": 0.82,
    "event recall, not background": 0.90,
    "event precision": 0.75,
    "event all four right": 0.70,
    "not-happened never shown as happened": 1.0,
    "traps avoided": 1.0,
    dates.WEEKDAYS: 0.95,
    dates.ALL: 0.80,
    quotations.FOUND: 0.85,
    quotations.RIGHT: 0.80,
    pages.BODY: 0.965,
    pages.DAY: 1.0,
    pages.TITLE: 0.95,
}
# What others published on their own material, for the measures that no program at hand can be run for.
PUBLISHED = {
    "direct found, right speaker": "Guardian-AFP 0.89 (all three parts right)",
    "statement found, right speaker": "BBC Citron 0.57 exact, 0.83 overlap",
    dates.WEEKDAYS: "0.906 by the rule 'that day or the last one' (TimeBank and AQUAINT)",
    dates.ALL: "dateparser 0.622 (TimeBank and AQUAINT)",
    quotations.FOUND: "textacy 0.45 (whole development part)",
    quotations.RIGHT: "textacy 0.38 (whole development part)",
    pages.BODY: "trafilatura 0.953 (41 pages)",
    pages.DAY: "trafilatura 39 of 41",
    pages.TITLE: "trafilatura 26 of 41",
}
WIDTH = 38


@dataclass(frozen=True, slots=True)
class Reference:
    """Hold what another program reached: its name, and its tally; or why there is none."""

    program: str
    tally: Tally | None
    reason: str = ""


def rows(ours: Tally, references: Mapping[str, Reference]) -> Iterator[str]:
    """Return one line a measure, those with a bar first, in the order of the bars."""
    yield f"{'measure':{WIDTH}} {'ours':>6}  {'count':>15}  {'bar':>6}      {'reference':20} published elsewhere"
    names = [name for name in BARS if name in ours.cases] + sorted(set(ours.cases) - set(BARS))
    for name in names:
        share = ours.share(name)
        bar = BARS.get(name)
        shown = "     -" if share is None else f"{share:6.3f}"
        count = f"({ours.hits[name]:.5g} of {ours.cases[name]:g})"
        verdict = "" if bar is None or share is None else "met" if share >= bar - 1e-9 else "MISSED"
        wanted = f"{bar:6.3f}" if bar is not None else "     -"
        beside = _beside(name, references)
        line = f"{name:{WIDTH}} {shown}  {count:>15}  {wanted} {verdict:6} {beside:20} {PUBLISHED.get(name, '')}"
        yield line.rstrip()


def _beside(name: str, references: Mapping[str, Reference]) -> str:
    """Return what another program reached in a measure, or that it was not run."""
    reference = references.get(name)
    if reference is None:
        return "-"
    share = reference.tally.share(name) if reference.tally is not None else None
    return f"{reference.program} {'not run' if share is None else f'{share:.3f}'}"


def calibration(judged: Sequence[tuple[float, bool]], width: float = 0.1) -> Iterator[str]:
    """Return for each band of confidence how many proposals were right; a confidence means that share."""
    bands: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in judged:
        bands.setdefault(min(int(confidence / width + 1e-9), int(1 / width) - 1), []).append((confidence, right))
    for number in sorted(bands):
        members = bands[number]
        mean = sum(confidence for confidence, _ in members) / len(members)
        share = sum(right for _, right in members) / len(members)
        low = f"{number * width:.1f} to {(number + 1) * width:.1f}"
        yield f"  {low}: {share:.2f} right of {len(members)} (mean confidence {mean:.2f})"


def misses(tally: Tally, limit: int) -> Iterator[str]:
    """Return the misses of each measure, at most so many each."""
    for name, found in tally.misses.items():
        yield f"{name}: {len(found)}"
        for miss in found[:limit]:
            yield f"  {miss.file}: {miss.text}"
        if len(found) > limit:
            yield f"  and {len(found) - limit} more"
