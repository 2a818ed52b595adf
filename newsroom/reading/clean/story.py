"""Decide which lines of a paste are the story; headlines, captions, promotion, related stories are left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from newsroom.reading.clean.furniture import BULLET, FURTHER, STAMP, UPDATE, Line, classify
from newsroom.reading.sentences import fold

BRIEF = re.compile(r"^(?:quote|details)\s*:", re.IGNORECASE)
HEAD = 3  # among so many first lines the dateline stands
FEWEST_TEASERS = 2  # openings of other stories, each with "Read more" below
WORD = re.compile(r"\w+")
# Letters of the longest line of a wrapped text, and the share of blank lines from which on these part paragraphs.
WRAP_WIDTH, PARTED = 92, 0.1
SIGNED = re.compile(r"[\"“«][^\"”»]{12,}[\"”»] ?[—–―-]+ ?[^\W\d_]")
# Where a dateline stands behind a headline on one line: "… talks DURBAN, Aug 30 (PTI) The …".
GLUED = re.compile(
    r"(?<=[^\W_]) (?=[A-Z][A-Z'’ -]{2,30}(?:, [A-Z][\w.]+)?, (?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?(?:,? \d{4})?"
    r" ?(?:\([A-Z][\w /.&-]{1,30}\)|--|[–—]|- ))"
    # A day and an agency behind a picture's words: "… in Oslo today (EPA) May 4, 2007 (RFE/RL) -- The …".
    r"|(?<=\)) (?=[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4} \([A-Z][\w /.&-]{1,30}\) ?[–—-])"
)
DAY = re.compile(
    r"\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^[A-Z][\w .,]{2,30}\d{1,2}(?: \([A-Z]+\))? ?[:—–-]",
    re.IGNORECASE,
)
PICTURE = re.compile(
    r"\((?:[LRC]|left|right|cent(?:er|re))\)|\b(?:photo|picture|file|image|pictured|poses?|shakes? hands)\b",
    re.IGNORECASE,
)
YEAR_LINE = re.compile(r"(?:1[5-9]|20)\d\d:?")
# A heading with the year of its section at one end: "2007: The mediation", "First summit (June 13-15, 2000)".
SECTION = re.compile(r"(?:1[5-9]|20)\d\d ?[:–—-] ?\D|.*\D((?:1[5-9]|20)\d\d)\)?:?$")
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
LONGEST_HEADING = 14  # words
SIGNING = re.compile(r"[—–-] ?[^()]{2,60} \(@\w{1,30}\)")
POSTED = re.compile(r"\S {1,3}[—–-] ?[^()]{2,60} \(@\w{1,30}\)")  # the words of a post with who wrote it
TURN = re.compile(
    r"(?:M[RS]S?\.? )?[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,3}: +\S"
)  # of a transcript: "MR. BURNS: No –"
SPEAKER = re.compile(r"([A-Z][\w.'’/-]{0,24}(?: [A-Z][\w.'’-]{0,24}){0,4}): *(?=[^\s/])")
SAID = re.compile(r"[\"“][^\"”]+[,?!][\"”] [^\"”]{1,40}\b(?:said|told|added)\b")  # “…,” he said - The Tolna Herald
SPEECH = re.compile(r"\b(?:said|says|told|announced|met|spoke|agreed|held|dijo|will)\b")


def split_lines(text: str, start: int = 0) -> list[Line]:
    """Return the lines that are not blank, with offsets; lines wrapped at a fixed width are joined to paragraphs."""
    blocks: list[list[Line]] = [[]]
    offset = start
    for raw in text[start:].split("\n"):
        bare = raw.strip()
        if bare:
            begin = offset + raw.index(bare[0])
            blocks[-1].append(Line(bare, begin, begin + len(bare)))
        elif blocks[-1]:
            blocks.append([])
        offset += len(raw) + 1
    blocks = _with_signatures(text, blocks)
    lines = [line for block in blocks for line in block]
    if not _is_wrapped(lines):
        return lines
    is_parted = len(blocks) - 1 > PARTED * len(lines)
    return [_join(text, part) for block in blocks for part in _paragraphs(block, is_parted=is_parted)]


def _with_signatures(text: str, blocks: list[list[Line]]) -> list[list[Line]]:
    """Join each line that says who wrote a post with the words before it: "… // — Ann Lee (@annlee) May 4"."""
    joined: list[list[Line]] = []
    for block in blocks:
        kept: list[Line] = []
        for line in block:
            before = kept or (joined[-1] if joined else [])
            if before and SIGNING.match(line.text) is not None:
                before[-1] = _join(text, [before[-1], line])
            else:
                kept.append(line)
        joined += [kept] if kept else []
    return joined


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Tell whether the text was broken into lines of a fixed width, as e-mail does."""
    continued = sum(line.text[:1].islower() for line in lines[1:])
    if len(lines) < 6 or continued < 0.25 * len(lines):
        return False
    return sum(len(line.text) <= WRAP_WIDTH for line in lines) >= 0.8 * len(lines)


def _paragraphs(block: Sequence[Line], *, is_parted: bool) -> Iterator[Sequence[Line]]:
    """Yield the wrapped lines of each paragraph; where blank lines part paragraphs, a full line ends none."""
    width = max((len(line.text) for line in block if len(line.text) <= WRAP_WIDTH), default=0)
    begin = 0
    for number, (line, following) in enumerate(pairwise(block), start=1):
        is_full = 0.6 * width <= len(line.text) <= WRAP_WIDTH
        # The first line may be the headline.
        goes_on = is_full and number > 1 and not line.ends_like_prose
        if not (following.text[:1].islower() or goes_on or (is_parted and is_full)):
            yield block[begin:number]
            begin = number
    yield block[begin:]


def _join(text: str, block: Sequence[Line]) -> Line:
    """Join the wrapped lines of a block; each line end becomes one blank, so that offsets hold."""
    begin, end = block[0].start, block[-1].end
    return Line(text[begin:end].replace("\n", " "), begin, end)


def cut_stamps(lines: Sequence[Line]) -> list[Line]:
    """Cut "PTI | Moscow | Updated: …" off the end of a line, as a line of its own."""
    cut: list[Line] = []
    for line in lines:
        stamp = STAMP.search(line.text)
        if stamp is None or line.reason:
            cut.append(line)
            continue
        sentence = max(line.text.rfind(mark, 0, stamp.start()) for mark in (". ", ".", "! ", "? "))
        edge = sentence + 1 if sentence > 0 else 0
        if edge:
            cut.append(Line(line.text[:edge], line.start, line.start + edge))
        rest = line.text[edge:].strip()
        begin = line.start + line.text.index(rest, edge)
        cut.append(Line(rest, begin, begin + len(rest), "page date"))
    return cut


def cut_headline(lines: Sequence[Line]) -> list[Line]:
    """Cut a headline off the line that the dateline stands on, as a line of its own."""
    lead = next((number for number, line in enumerate(lines) if line.words > LONGEST_HEADING), 0)
    for number in sorted({*range(min(HEAD, len(lines))), lead}) if lines else ():
        line = lines[number]
        if not line.reason and (glued := GLUED.search(line.text)):
            headline = Line(line.text[: glued.start()], line.start, line.start + glued.start(), "headline or caption")
            story = Line(line.text[glued.end() :], line.start + glued.end(), line.end)
            return [*lines[:number], headline, story, *lines[number + 1 :]]
    return list(lines)


def mark_lines(lines: list[Line], title: str) -> None:
    """Give each line that is no part of the story its reason."""
    is_brief = any(BRIEF.match(line.text) for line in lines)
    _find_turns(lines)
    for line in lines:
        if not (is_brief and line.is_label):
            line.reason = line.reason or classify(line)
    _mark_after_markers(lines)
    _mark_teasers(lines)
    _mark_headings(lines, title)
    _mark_trailing(lines)
    _mark_repeats(lines)


def _find_turns(lines: Sequence[Line]) -> None:
    """Find the lines of two who speak in turn, each named before a colon more than once: "Davis: Did you?"."""
    named = [match[1] if (match := SPEAKER.match(line.text)) is not None else "" for line in lines]
    counted = Counter(name for name in named if name)
    speaking = {name for name, times in counted.items() if times > 1}
    for line, name in zip(lines, named, strict=True):
        line.is_turn = name in speaking and len(speaking) > 1


def _mark_after_markers(lines: Sequence[Line]) -> None:
    """Mark headlines that follow "Also read" and its like, and all that follows the start of the comments."""
    after, is_tail, paragraphs = False, False, 0
    for number, line in enumerate(lines):
        paragraphs += not line.reason and line.is_prose
        if line.reason == "comments":
            is_tail = is_tail or paragraphs > 1
        elif is_tail:
            line.reason = line.reason or "comments"
        elif line.reason == "label":
            after = True
        elif not line.reason and after:
            if line.is_prose and not _is_teaser(lines, number):
                after = False
            else:
                line.reason = "related headline"


def _mark_teasers(lines: Sequence[Line]) -> None:
    """Mark openings of other stories at the end, each with its "Read more" below; what the story ends with stays."""
    run: list[int] = []
    for number in range(len(lines) - 1, 0, -2):
        if not FURTHER.match(lines[number].text) or lines[number - 1].reason not in ("", "related headline"):
            break
        run.append(number - 1)
    if len(run) < FEWEST_TEASERS:
        return
    if not lines[run[-1] - 1].reason:
        run.pop()  # the story's own last paragraph
    for number in run:
        lines[number].reason = "related headline"


def _is_teaser(lines: Sequence[Line], number: int) -> bool:
    """Tell whether a prose-like line after a marker stands alone among headlines."""
    following = [line for line in lines[number + 1 : number + 3] if not line.reason]
    return lines[number].words < 15 and not any(line.is_prose for line in following)


def _mark_headings(lines: Sequence[Line], title: str) -> None:
    """Mark the headline, what stands above the first paragraph, and headings between paragraphs."""
    first = next((number for number, line in enumerate(lines) if not line.reason and line.is_prose), None)
    is_chronology = sum(YEAR_LINE.fullmatch(line.text) is not None for line in lines) > 1
    key = fold(title).strip(" .\"'“”")
    sections = _sections(lines, key)
    for number, line in enumerate(lines):
        if line.reason or (is_chronology and YEAR_LINE.fullmatch(line.text)) or number in sections:
            continue
        if key and fold(line.text).strip(" .\"'“”") == key:
            line.reason = "headline"
        elif (
            first is None
            or line.is_prose
            or line.is_label
            or SIGNED.match(line.text)
            or POSTED.search(line.text)
            or line.is_turn
            or TURN.match(line.text)
            or (number < first and _is_open_lead(line))
        ):
            continue
        elif number < first:
            if not _is_open_lead(line):
                line.reason = "section label" if BULLET.match(line.text) else "headline or caption"
        elif BULLET.match(line.text) and line.words <= 4:
            line.reason = "section label"
        elif line.words <= LONGEST_HEADING and not line.ends_like_prose and not SPEECH.search(line.text):
            line.reason = "heading"


def _sections(lines: Sequence[Line], key: str) -> set[int]:
    """Return the lines that head the sections of a history, each with a year of its own; the years go one way."""
    found: dict[int, int] = {}
    for number, line in enumerate(lines[:-1]):
        is_open = line.words > LONGEST_HEADING or (line.ends_like_prose and not line.text.endswith((":", ")")))
        if line.reason or is_open or fold(line.text) == key or not SECTION.match(line.text):
            continue
        if not lines[number + 1].reason and lines[number + 1].is_prose:
            found[number] = int(YEAR.findall(line.text)[-1])
    years = list(found.values())
    goes_one_way = years in (sorted(set(years)), sorted(set(years), reverse=True))
    for number in found if len(found) > 1 and goes_one_way else ():
        lines[number].is_section = True
    return set(found) if len(found) > 1 and goes_one_way else set()


def _is_open_lead(line: Line) -> bool:
    """Tell whether a line is a first sentence that lacks its full stop: long, dated, written small, no picture's."""
    words = [word for word in line.text.split() if word[:1].isalpha()]
    small = sum(word[0].islower() for word in words)
    return (
        len(words) >= 14 and 2 * small >= len(words) and bool(DAY.search(line.text)) and not PICTURE.search(line.text)
    )


def _mark_trailing(lines: Sequence[Line]) -> None:
    """Mark headlines of other stories behind the last paragraph."""
    run: list[Line] = []
    for line in reversed(lines):
        if line.reason:
            continue
        is_speech = line.text[0] in '"“‘«„' and line.words > 2  # “No,” she said.
        if (
            line.is_prose
            or line.is_label
            or line.is_turn
            or (line.words > LONGEST_HEADING and SAID.match(line.text))
            or TURN.match(line.text)
            or POSTED.search(line.text)
            or UPDATE.match(line.text)
            or (line.ends_like_prose and (line.words > 3 or is_speech))
        ):
            break
        run.append(line)
    if sum(not line.reason for line in lines) > len(run):
        for line in run:
            line.reason = "related headline"


def _mark_repeats(lines: Sequence[Line]) -> None:
    """Mark a summary above the story whose words stand again below, and a teaser that the next line completes."""
    kept = [line for line in lines if not line.reason]
    for number, line in enumerate(kept[:3]):
        below = kept[number + 1 : number + 6]
        words = WORD.findall(fold(line.text))
        if (
            not below
            or len(words) < 6
            or line.is_label
            or line.text.endswith(":")
            or (len(kept) < 3 and not _begins(line, below[0]))
        ):
            continue
        opening = line.text.split(")")[0] if ")" in line.text[:60] else ""
        if (
            (len(opening) > 8 and not line.ends_like_prose and below[0].text.startswith(opening))
            or any(_begins(line, other) for other in below[:2])
            or _is_covered(words, below)
        ):
            line.reason = "repeated below"


def _begins(line: Line, other: Line) -> bool:
    """Tell whether a clipped line starts as the other one does."""
    clipped = fold(line.text)[:60]
    return (
        len(clipped) > 30
        and fold(other.text).startswith(clipped)
        and line.words <= other.words
        and not line.ends_like_prose
    )


def _is_covered(words: Sequence[str], below: Sequence[Line]) -> bool:
    """Tell whether nine tenths of the words stand again, in the same runs, in the lines below."""
    text = [word for line in below for word in WORD.findall(fold(line.text))][:600]
    matcher = SequenceMatcher(None, list(words[:120]), text, autojunk=False)
    runs = sum(block.size for block in matcher.get_matching_blocks() if block.size >= 4)
    return runs >= 0.75 * min(len(words), 120)
