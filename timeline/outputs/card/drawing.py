"""Draw the pictures: 1200 by 630 pixels, PNG, in the colours and the serif of the pages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import groupby

from PIL import Image, ImageDraw, ImageFont

from timeline.gazetteer import unaccented
from timeline.outputs.card.palette import Colour, colour, faces

WIDTH, HEIGHT, EDGE = 1200, 630, 72
SPINE = WIDTH // 2
NAMES_AT, STRIP_MIDDLE, STRIP_HALF = 262, 468, 96
REGULAR, STRONG = 400, 600


@dataclass(frozen=True)
class CardBar:
    """One column of the density strip: how tall the acts of each side and of both are, in hundredths of the strip."""

    up: float
    band: float
    down: float


@dataclass(frozen=True)
class PairCard:
    """What a pair's picture says."""

    first: str
    second: str
    about: str
    bars: tuple[CardBar, ...]


@dataclass(frozen=True)
class EventCard:
    """What an event's picture says: when and what it was above, its title, who took part below."""

    above: str
    title: str
    parties: tuple[str, ...]


def draw_pair_card(card: PairCard) -> bytes:
    """Draw two names on the two sides of the spine, and the density strip below them."""
    image, draw = _canvas()
    room = SPINE - EDGE - 36
    size = min(_size_that_fits(name, room, 76) for name in (card.first, card.second))
    top = NAMES_AT - size
    _write(draw, (SPINE - 36 - _length(card.first, size, STRONG), top), card.first, size, STRONG, colour("first"))
    _write(draw, (SPINE + 36, top), card.second, size, STRONG, colour("second"))
    _write(draw, ((WIDTH - _length(card.about, 30, REGULAR)) / 2, 312), card.about, 30, REGULAR, colour("ink-soft"))
    draw.line((SPINE, 176, SPINE, 284), colour("hair-strong"), 2)
    _strip(draw, card.bars)
    return _png(image)


def draw_event_card(card: EventCard) -> bytes:
    """Draw an event's title with what and when above it, and the parties below."""
    image, draw = _canvas()
    _write(draw, (EDGE, 168), card.above, 32, REGULAR, colour("ink-soft"))
    lines = _wrapped(card.title, WIDTH - 2 * EDGE, 62, most=4)
    for number, line in enumerate(lines):
        _write(draw, (EDGE, 222 + 74 * number), line, 62, STRONG, colour("ink"))
    _parties(draw, card.parties)
    return _png(image)


def _canvas() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", (WIDTH, HEIGHT), colour("paper"))
    draw = ImageDraw.Draw(image)
    _write(draw, (EDGE, 58), "Bilateral", 34, STRONG, colour("ink"))
    draw.line((EDGE, 122, WIDTH - EDGE, 122), colour("hair-strong"), 2)
    return image, draw


def _strip(draw: ImageDraw.ImageDraw, bars: tuple[CardBar, ...]) -> None:
    """Draw the strip: the first side's acts upwards, the second's downwards, the band of joint acts between."""
    draw.line((EDGE, STRIP_MIDDLE, WIDTH - EDGE, STRIP_MIDDLE), colour("hair-strong"), 2)
    if not bars:
        return
    step = min((WIDTH - 2 * EDGE) / len(bars), 90)
    start = (WIDTH - step * len(bars)) / 2
    unit = STRIP_HALF / 50
    for place, bar in enumerate(bars):
        left, right = start + step * (place + 0.15), start + step * (place + 0.85)
        top, bottom = STRIP_MIDDLE - bar.band * unit / 2, STRIP_MIDDLE + bar.band * unit / 2
        _bar(draw, left, right, (top - bar.up * unit, top), colour("first"))
        _bar(draw, left, right, (top, bottom), colour("joint"))
        _bar(draw, left, right, (bottom, bottom + bar.down * unit), colour("second"))


def _bar(draw: ImageDraw.ImageDraw, left: float, right: float, reach: tuple[float, float], ink: Colour) -> None:
    if reach[1] - reach[0] >= 1:
        draw.rectangle((left, reach[0], max(left + 1, right), reach[1]), ink)


def _parties(draw: ImageDraw.ImageDraw, parties: tuple[str, ...]) -> None:
    line = " · ".join(parties[:4]) + (" …" if len(parties) > 4 else "")
    size = _size_that_fits(line, WIDTH - 2 * EDGE, 34, REGULAR)
    draw.line((EDGE, 532, WIDTH - EDGE, 532), colour("hair"), 2)
    _write(draw, (EDGE, 552), line, size, REGULAR, colour("ink"))


@cache
def _font(face: int, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(faces()[face].path, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


def _runs(text: str) -> Iterable[tuple[int, str]]:
    """Cut a text into runs of one font file; a letter that neither has loses its accents, or is left out."""
    letters = []
    for letter in text:
        for shown in (letter, unaccented(letter)):
            face = next((n for n, one in enumerate(faces()) if shown and ord(shown[0]) in one.places), None)
            if face is not None:
                letters.append((face, shown))
                break
    return [(face, "".join(shown for _, shown in run)) for face, run in groupby(letters, key=lambda pair: pair[0])]


def _write(draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, size: int, weight: int, ink: Colour) -> None:
    left, top = at
    for face, run in _runs(text):
        font = _font(face, size, weight)
        draw.text((left, top + size), run, ink, font, anchor="ls")
        left += font.getlength(run)


def _length(text: str, size: int, weight: int) -> float:
    return sum(_font(face, size, weight).getlength(run) for face, run in _runs(text))


def _size_that_fits(text: str, room: float, largest: int, weight: int = STRONG) -> int:
    """Return the largest size, of at least 20 pixels, in which a line has room."""
    return next((size for size in range(largest, 20, -2) if _length(text, size, weight) <= room), 20)


def _wrapped(text: str, room: float, size: int, most: int) -> list[str]:
    """Break a title into lines; what has no room in the last one ends in an ellipsis."""
    lines: list[str] = []
    fits: Callable[[str], bool] = lambda line: _length(line, size, STRONG) <= room  # noqa: E731
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and fits(joined):
            lines[-1] = joined
        elif len(lines) == most:
            lines[-1] += " …"
            break
        else:
            lines.append(word)
    return [_shortened(line, fits) for line in lines]


def _shortened(line: str, fits: Callable[[str], bool]) -> str:
    while not fits(line) and len(line) > 1:
        line = line.removesuffix("…").rstrip()[:-1].rstrip() + "…"
    return line


def _png(image: Image.Image) -> bytes:
    file = BytesIO()
    # Few colours and hard edges: a palette keeps the picture small.
    image.quantize(64, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()
