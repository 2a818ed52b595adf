"""What stands between quotation marks in words of ours."""

import re
from collections.abc import Iterable

WORD = re.compile(r"\w+")
QUOTATION_MARKS = {"“": "”", "«": "»", "„": "“”", "‘": "’", '"': '"', "‹": "›"}


def quoted_runs(text: str) -> list[str]:
    """Return the words between the outermost quotation marks of a text of ours, in order.

    A mark that is never closed quotes all that follows it, so that the check on it fails closed. An apostrophe between
    two letters closes nothing.
    """
    runs: list[str] = []
    position = 0
    while position < len(text):
        closing = QUOTATION_MARKS.get(text[position])
        if closing is None:
            position += 1
            continue
        end = _closing_mark(text, position + 1, closing)
        runs.append(text[position + 1 : end].strip())
        position = end + 1
    return [run for run in runs if run]


def language_of(languages: Iterable[str]) -> str:
    """Return the language of words that stand in texts of these languages (BCP 47); of several none is known: empty."""
    found = set(languages)
    return found.pop() if len(found) == 1 else ""


def language_of_words(words: str, passages: Iterable[tuple[str, str]]) -> str:
    """Return the language of words of a source, from passages with their languages (BCP 47); empty if not known.

    The passages that have the words in their order count before those that have only some, and those before all.
    """
    wanted = WORD.findall(words.casefold())
    by_likeness: dict[tuple[bool, int], set[str]] = {}
    for passage, language in passages:
        found = WORD.findall(passage.casefold())
        holds = f" {' '.join(wanted)} " in f" {' '.join(found)} "
        by_likeness.setdefault((holds, len(set(wanted) & set(found))), set()).add(language)
    return language_of(by_likeness[max(by_likeness)]) if by_likeness else ""


def _closing_mark(text: str, start: int, closing: str) -> int:
    for index in range(start, len(text)):
        if text[index] in closing:
            inside_word = 0 < index < len(text) - 1 and text[index - 1].isalpha() and text[index + 1].isalpha()
            if not (text[index] == "’" and inside_word):
                return index
    return len(text)
