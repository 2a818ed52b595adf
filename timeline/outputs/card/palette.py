"""Colours and type as the style sheet declares them, for what is drawn and not styled: read from their one home."""

import math
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

TOKENS = Path("static") / "css" / "tokens.css"
Colour = tuple[int, int, int]

_COLOUR = re.compile(r"--([\w-]+): light-dark\(oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)")
_FACE = re.compile(r'url\("\.\./(?P<file>[^"]+\.woff2)"\).*?unicode-range: (?P<range>[^;]+);', re.DOTALL)


@dataclass(frozen=True)
class Face:
    """A font file and the code points that it has."""

    path: Path
    places: frozenset[int]


@cache
def colour(name: str) -> Colour:
    """Return a token's light colour as sRGB, 0 to 255 each; raise KeyError where there is no such token.

    OKLCH to sRGB after CSS Color 4, section 10.
    """
    found = {key: (float(l) / 100, float(c), float(h)) for key, l, c, h in _COLOUR.findall(_tokens())}  # noqa: E741
    lightness, chroma, hue = found[name]
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _channel(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _channel(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _channel(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


@cache
def faces() -> tuple[Face, ...]:
    """Return the files of the serif with their code points, in the order of the style sheet."""
    found = (match.groupdict() for match in _FACE.finditer(_tokens()))
    return tuple(Face(settings.BASE_DIR / "static" / face["file"], _places(face["range"])) for face in found)


def _tokens() -> str:
    return (settings.BASE_DIR / TOKENS).read_text(encoding="utf-8")


def _channel(linear: float) -> int:
    encoded = 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
    return round(255 * min(1, max(0, encoded)))


def _places(written: str) -> frozenset[int]:
    places: set[int] = set()
    for part in written.replace("U+", "").split(","):
        first, _, last = part.strip().partition("-")
        places.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(places)
