"""Pair quotation marks: curly, straight, angle, `` '' and single; unclosed ones run to the end of the paragraph.

One pass over each paragraph. A paragraph that opens a quotation without closing it, followed by one that opens again,
is a quotation that runs on (the convention of English newspapers).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

MARK = re.compile(r"``|''|[\"“”„‟«»‘’']")
LOW = frozenset("„‟")  # “German” ones open low and close with what opens English ones
DOUBLE_OPEN = frozenset(("“", "„", "«", "``", "‟"))
DOUBLE_CLOSE = frozenset(("”", "»", "''"))
STRAIGHT = '"'
SINGLE_OPEN = frozenset(("‘", "'"))
SINGLE_CLOSE = frozenset(("’", "'"))
# Words before a run of quoted words that name a thing by its title, and so report nobody's words.
TITLES = frozenset(
    "book film movie song dance documentary novel play album series programme program show called named dubbed known"
    " titled entitled nicknamed codenamed so-called term word phrase exercise drill operation operacion ejercicio buque"
    " pelicula libro llamado llamada denominado denominada".split()
)


# Who speaks, between dashes within what he says: "—Nada cambia —dijo la ministra—. Seguiremos", "«Nada —dijo—, nada»".
INSERTED = re.compile(
    r"\s[—–](?:(?:ha|han|había) )?(?:dijo|dice|dicho|(?:afirm|asegur|explic|señal|indic|declar|agreg|subray|recalc"
    r"|remarc|apunt|coment|reiter|lament|record|manifest|contest|anunci|destac|enfatiz|matiz|precis|alert|avis|critic"
    r"|denunci|exclam|pregunt)(?:ó|a|ado)|(?:advirt|añad|insist|respond|repit|prosigu|conclu|sostuv|pid)(?:ió|yó|o|ido)"
    r"|advertido|advierte|añade|insiste|responde|sostiene)\b[^—–«»“”\n]{0,160}(?:[—–][,.;:]?\s*|$)"
)
DASHES = ("—", "–")
REPORTED = re.compile(
    r"(?!(?:I|We|You|It|They|What|If)\b)(?:[A-Z][\w.’'-]{0,30} ){1,6}"
    r"(?:told (?:reporters|journalists|the|a|an|[A-Z]\w*)\b|(?:said|says|stated|added|announced|warned|insisted)\b)"
)


LOST = re.compile(r"(?:^|[\s(])\?[\w\[]")
QUESTION = re.compile(r"\?")
TWICE = re.compile(r"[‘’]{2}")
LONGEST = 6  # paragraphs without a mark within one quotation


@dataclass(slots=True)
class Quote:
    """Hold one quotation: inner offsets, outer offsets (with the marks), and how it was closed."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    is_closed: bool = True
    runs_on: bool = False


def with_marks(text: str) -> str:
    """Return a text of the same length in which marks that a page has lost stand again: ?We will,? he said.

    No sentence begins with a question mark at its first word: where one does, the question marks stand for marks.
    Two single marks stand for a double one: ‘’We will’’, he said.
    """
    if "‘’" in text or "’’" in text or "‘‘" in text:
        text = TWICE.sub(_as_double, text)
    if LOST.search(text) is None:
        return text
    letters, opened = list(text), -1
    for mark in QUESTION.finditer(text):
        place = mark.start()
        before, after = text[place - 1 : place] or " ", text[place + 1 : place + 2] or " "
        if (before.isspace() or before in "([") and (after.isalnum() or after == "["):
            letters[place], opened = "“", place
        elif before.isalnum() and after.isalpha():
            letters[place] = "’"
        elif opened >= 0 and (after.isspace() or after in ",.;:)") and "\n" not in text[opened:place]:
            is_question = before.isalpha() and text[place + 2 : place + 3].isupper()
            letters[place], opened = ("?", opened) if is_question else ("”", -1)
    return "".join(letters)


def _as_double(mark: re.Match[str]) -> str:
    """Return the double mark, of two letters, for which two single ones stand."""
    before, after = mark.string[mark.start() - 1 : mark.start()], mark.string[mark.end() : mark.end() + 1]
    return "``" if after.isalnum() and not before.isalnum() else "''"


def pair_marks(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quote]:
    """Return the outermost quotations of the paragraphs, given by their offsets, in order.

    Where one opens, and the first mark of a paragraph not far behind closes, all between them is quoted.
    """
    quotes: list[Quote] = []
    between: list[Quote] = []
    for start, end in paragraphs:
        is_open = bool(quotes) and not quotes[-1].is_closed and len(between) < LONGEST
        own = _pair_paragraph(text, start, end, is_open=is_open)
        if not own and is_open:
            between.append(Quote(start, end, start, end, is_closed=False))
            continue
        if own and own[0].start == start:
            quotes.extend(between)
        quotes.extend(own)
        between = []
    return _link_paragraphs(text, quotes, paragraphs)


def _pair_paragraph(text: str, start: int, end: int, *, is_open: bool) -> list[Quote]:
    """Pair the marks of one paragraph; single marks count only where no double marks enclose them.

    Where a quotation ``is_open`` from the paragraph before and the first double mark only closes, it runs to there.
    """
    quotes: list[Quote] = []
    opened: re.Match[str] | None = None
    marks = list(MARK.finditer(text, start, end))
    first = next((mark for mark in marks if not _is_single(mark.group())), None) if is_open else None
    if first is not None and not _opens(text, first, start, end) and first.start() > start:
        quotes.append(Quote(start, first.start(), start, first.end()))
        marks = [mark for mark in marks if mark.start() > first.start()]
    marks = marks[_is_stray(text, marks, start) :]
    inner = _inner_marks(marks)
    for number, mark in enumerate(marks):
        sign = mark.group()
        if opened is not None and number in inner:
            continue
        if opened is None:
            if _opens(text, mark, start, end):
                opened = mark
        elif _closes(text, mark, opened, end):
            if mark.start() > opened.end():
                quotes.append(Quote(opened.end(), mark.start(), opened.start(), mark.end()))
            opened = None
        elif _is_single(opened.group()) and not _is_single(sign) and _opens(text, mark, start, end):
            opened = mark  # an apostrophe was taken for an opening mark
    if opened is not None and not _is_single(opened.group()):
        quotes.append(Quote(opened.end(), end, opened.start(), end, is_closed=False))
    if text.startswith(DASHES, start) and not quotes and INSERTED.search(text, start, end):
        quotes = [Quote(start + 1, end, start, end)]  # speech that opens with a dash has no other mark
    return [part for quote in quotes for part in _parted(text, quote)]


def _is_stray(text: str, marks: Sequence[re.Match[str]], start: int) -> bool:
    """Tell whether a mark opens what reports words and quotes some: “Berg told reporters that it was “a mistake.”."""
    double = "".join(mark.group() for mark in marks if not _is_single(mark.group()))
    return double == "““”" and marks[0].start() == start and REPORTED.match(text, start + 1) is not None


def _parted(text: str, quote: Quote) -> list[Quote]:
    """Return the parts of a quotation into which a speaker between dashes parts it."""
    if "—" not in text[quote.start : quote.end] and "–" not in text[quote.start : quote.end]:
        return [quote]
    parts, start, outer = [], quote.start, quote.outer_start
    for inserted in INSERTED.finditer(text, quote.start, quote.end):
        parts.append(Quote(start, inserted.start(), outer, inserted.start()))
        start = outer = inserted.end()
    if not parts:
        return [quote]
    if start < quote.end:
        parts.append(Quote(start, quote.end, outer, quote.outer_end, quote.is_closed, quote.runs_on))
    return parts


def _inner_marks(marks: Sequence[re.Match[str]]) -> set[int]:
    """Return the numbers of curly marks that lie inside a quotation in the same marks: “what he calls “hell” is …”.

    An opening mark is an inner one where the last double mark opened too, and two closing ones follow.
    """
    double = [number for number, mark in enumerate(marks) if mark.group() in "“”"]
    inner: set[int] = set()
    for place in range(1, len(double) - 2):
        around = "".join(marks[double[number]].group() for number in range(place - 1, place + 3))
        if around == "““””" and double[place - 1] not in inner:
            inner |= {double[place], double[place + 1]}
    return inner


def _is_single(sign: str) -> bool:
    """Tell whether the mark is a single one."""
    return sign in SINGLE_OPEN or sign in SINGLE_CLOSE


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Tell whether a mark can open a quotation where it stands."""
    sign = mark.group()
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if sign in DOUBLE_OPEN:
        return not after.isspace() or sign == "«"
    if sign == STRAIGHT or sign == "''":
        is_apart = after.isspace() and text[mark.end() + 1 : mark.end() + 2].isupper() and before.isspace()
        return (not after.isspace() and not before.isalnum()) or (is_apart and _is_even(text, start, end))
    if sign in SINGLE_OPEN:
        return after.isalnum() and (before.isspace() or before in "([—–-:") and not _is_elision(text, mark.end())
    if sign == "»":  # »so« in Danish and in German books
        return before.isspace() and not after.isspace()
    return sign == "”" and before.isspace() and not after.isspace()


def _is_even(text: str, start: int, end: int) -> bool:
    """Tell whether each straight mark of a paragraph has its other half."""
    return text.count(STRAIGHT, start, end) % 2 == 0


def _is_elision(text: str, place: int) -> bool:
    """Tell whether what follows is a clipped word or year: 'em, 'til, '90s."""
    return text[place : place + 2].isdigit() or text[place : place + 3].lower() in ("em ", "til", "cau")


def _closes(text: str, mark: re.Match[str], opened: re.Match[str], end: int) -> bool:
    """Tell whether a mark closes the quotation that ``opened`` opened; curly and straight may be mixed."""
    sign = mark.group()
    after = text[mark.end()] if mark.end() < end else " "
    before = text[mark.start() - 1]
    if _is_single(opened.group()):
        return sign in SINGLE_CLOSE and not after.isalnum() and not before.isspace()
    if opened.group() == "«":
        return sign == "»"
    if opened.group() == "»":
        return sign == "«"
    if sign == "“":  # German ones close so, and those who type it in haste
        return not before.isspace() and (opened.group() in LOW or after.isspace() or after in ",.;:)")
    if sign in DOUBLE_CLOSE:
        return sign != "»"
    return sign == STRAIGHT and (not after.isalnum() or not before.isspace())


def _link_paragraphs(text: str, quotes: list[Quote], paragraphs: Sequence[tuple[int, int]]) -> list[Quote]:
    """Mark unclosed quotations that the next paragraph takes up again by an opening mark."""
    starts = {start: number for number, (start, _) in enumerate(paragraphs)}
    opening = {starts[quote.outer_start] for quote in quotes if quote.outer_start in starts}
    ends = {end: number for number, (_, end) in enumerate(paragraphs)}
    linked = []
    for quote in quotes:
        number = ends.get(quote.outer_end)
        runs_on = not quote.is_closed and number is not None and number + 1 in opening
        linked.append(
            Quote(quote.start, quote.end, quote.outer_start, quote.outer_end, quote.is_closed, runs_on)
            if runs_on
            else quote
        )
    return linked


def is_title(words_before: Sequence[str], words: str) -> bool:
    """Tell whether quoted words are the name of a thing (a book, a dance, an operation), not somebody's words."""
    if not words_before or words_before[-1] not in TITLES:
        return False
    names = [word for word in words.split() if len(word) > 3]
    return bool(names) and all(word[:1].isupper() for word in names)


def is_name_of_thing(words: str) -> bool:
    """Tell whether quoted words are two or more that read as a title: every longer word with a capital."""
    longer = [word for word in words.split() if len(word) > 3]
    is_sentence = words.rstrip()[-1:] in (".", "!", "?")
    return not is_sentence and len(words.split()) > 1 and bool(longer) and all(word[:1].isupper() for word in longer)
