"""Time the engine: a story of 600 words, a text of one megabyte, and how the time grows with the length.

Time of the processor, so that other programs on the machine count little. It is this machine's: the growth ratio is
what to compare.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from time import process_time

STORY_WORDS, MEGABYTE = 600, 1_000_000
PARAGRAPHS = (
    "SANTA ROSALIA (Bilateral) - Foreign Minister Ana Duarte of Mexico told reporters on Monday that she had spoken by"
    " telephone with her counterpart in Canada, and that both governments would meet again in early March.",
    "“We agreed to keep talking,” Duarte said after the call. “Nothing was signed, and nothing was refused.” She added"
    " that a delegation would travel to Ottawa next week.",
    "In a statement, the Canadian ministry said the two sides had discussed tariffs, water and the return of 12 men."
    " It denied that a ceasefire in Colombia had been on the agenda.",
    "Last Friday, the president of Colombia cancelled a visit to Mexico that had been planned for 22 and 23 January,"
    " according to two officials who spoke on condition of anonymity.",
    "“The door is open,” the president wrote on X. “We expect an answer by the end of the month.”",
)


def invented_story(words: int) -> str:
    """Return an invented story of about so many words: the paragraphs above, again and again."""
    parts: list[str] = []
    count = 0
    while count < words:
        parts.append(PARAGRAPHS[len(parts) % len(PARAGRAPHS)])
        count += len(parts[-1].split())
    return "\n\n".join(parts)


def text_of(stories: Sequence[str], size: int) -> str:
    """Return so many characters of the stories, one after the other, from the first again where they end."""
    joined = "\n\n".join(stories)
    return ("\n\n".join([joined] * (size // max(1, len(joined)) + 1)))[:size]


def seconds(work: Callable[[str], object], text: str, runs: int) -> float:
    """Return the median time of so many runs, after one that does not count."""
    times = []
    for _ in range(runs + 1):
        start = process_time()
        work(text)
        times.append(process_time() - start)
    return statistics.median(times[1:] or times)
