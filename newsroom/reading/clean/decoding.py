"""Turn bytes and pasted text into valid text: encodings, NUL, surrogates, control characters, line ends.

The answers are named problems; a fatal one means that nothing was read.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from newsroom.values import Problem

LARGEST = 8_000_000  # bytes or characters that are looked at; of a page most are scripts
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
SIGNATURES = {
    b"%PDF": "a PDF file",
    b"\xff\xd8\xff": "a JPEG picture",
    b"\x89PNG": "a PNG picture",
    b"PK\x03\x04": "a zip archive",
    b"\x1f\x8b": "a gzip archive",
    b"GIF8": "a GIF picture",
}
DECLARED = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,30})")
CONTROLS = re.compile(r"[\x01-\x08\x0b\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
LINE_ENDS = re.compile(r"\r\n?|\x0c|\x85|\u2028|\u2029")
MOJIBAKE = re.compile(r"Ã[\u0080-\u00bf]|â€[\u0080-\u00ff™œ\u201c\u201d]")
SURROGATES = re.compile(r"[\ud800-\udfff]")
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(slots=True)
class Decoded:
    """Hold decoded text, the encoding used, and the problems met."""

    text: str = ""
    encoding: str = ""
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_refused(self) -> bool:
        """Tell whether one of the problems is fatal."""
        return any(problem.is_fatal for problem in self.problems)


def decode(source: str | bytes) -> Decoded:
    """Return valid, normalised text (NFC, line ends as line feeds) for a paste or a file."""
    decoded = Decoded(text=source) if isinstance(source, str) else _decode_bytes(source)
    if decoded.is_refused:
        return decoded
    if len(decoded.text) > LARGEST:
        message = f"The text has {len(decoded.text)} characters; at most {LARGEST} are looked at."
        return Decoded("", decoded.encoding, [Problem("too_long", message, is_fatal=True)])
    if SURROGATES.search(decoded.text):
        message = "The text is not valid text: it has a lone surrogate."
        return Decoded("", decoded.encoding, [Problem("not_text", message, is_fatal=True)])
    _tidy(decoded)
    if not decoded.text.strip():
        decoded.problems.append(Problem("no_text", "There is no text.", is_fatal=True))
    return decoded


def _decode_bytes(source: bytes) -> Decoded:
    """Decode by byte order mark, declared charset, UTF-8, else Windows-1252."""
    for signature, name in SIGNATURES.items():
        if source.startswith(signature):
            return Decoded(problems=[Problem("not_an_article", f"This is {name}, not an article.", is_fatal=True)])
    if len(source) > LARGEST:
        message = f"The file has {len(source)} bytes; at most {LARGEST} are looked at."
        return Decoded(problems=[Problem("too_long", message, is_fatal=True)])
    declared = DECLARED.search(source[:4096])
    name = declared[1].decode("ascii") if declared else ""
    marked = next((encoding for mark, encoding in MARKS if source.startswith(mark)), "")
    for encoding in filter(None, (marked, "utf-8", name, "cp1252")):
        try:
            decoded = Decoded(source.decode(encoding), encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if name and encoding.replace("-sig", "") != name.lower() and not marked:
            message = f"The page says that it is in {name}; it was read as {encoding}."
            decoded.problems.append(Problem("charset", message))
        return decoded
    return Decoded(source.decode("latin-1"), "latin-1")


def _tidy(decoded: Decoded) -> None:
    """Remove what cannot stand in a text, normalise the rest, and note it."""
    text = decoded.text
    if "\x00" in text:
        text = text.replace("\x00", "")
        decoded.problems.append(Problem("nul", "NUL characters were removed."))
    text = LINE_ENDS.sub("\n", CONTROLS.sub("", text.removeprefix("\ufeff")))
    if MOJIBAKE.search(text):
        decoded.problems.append(Problem("mojibake", "Some letters look wrongly decoded (such as Ã©)."))
    if BIDI.search(text):
        decoded.problems.append(Problem("bidi", "The text has marks that change the direction of reading."))
    decoded.text = unicodedata.normalize("NFC", text)
