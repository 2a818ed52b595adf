"""The words of all names, kept by this process: of a text with none of them no names are asked.

Most searches name nobody, and to ask for names took a fifth of their time. The version of the directory, which rises
with everything that is written of countries and leaders, is asked each time and says whether what is kept still holds.
"""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from timeline.models import Country
from timeline.sql.sending import Rows, ask_known

Answer = TypeVar("Answer")

# While the directory changes its words are not read again: 23,000 leaders have 28,000, which take a tenth of a second.
SECONDS_AT_REST = 60
VERSION = """
SELECT concat(version, ' ', changed_at), changed_at <= statement_timestamp() - make_interval(secs => %s),
  (SELECT is_sample FROM timeline_coverage WHERE first_id IS NULL ORDER BY id LIMIT 1)
FROM timeline_directoryversion
"""
# Whatever `timeline/sql/names.py` compares with what was typed.
WORDS = """
SELECT (SELECT concat(version, ' ', changed_at) FROM timeline_directoryversion), array_agg(word COLLATE "C") FROM (
  SELECT DISTINCT word FROM (
    SELECT search_key FROM timeline_countryname
    UNION ALL SELECT lower(concat_ws(' ', iso2, iso3, iso3166_3)) FROM timeline_country
    UNION ALL SELECT concat_ws(' ', name_key, family_key, sort_key) FROM timeline_leader
    UNION ALL SELECT search_key FROM timeline_leadername
  ) AS names (key) CROSS JOIN LATERAL string_to_table(key, ' ') AS word
) AS words
"""


@dataclass(frozen=True)
class NameWords:
    """The words of all names without accents and case, in order, and the version of the directory that they are of."""

    version: str
    words: tuple[str, ...]

    def may_be_name(self, key: str) -> bool:
        """Return whether somebody may be called so."""
        return all(_is_strange(word) or self._at_or_behind(word) == word for word in key.split())

    def may_begin(self, key: str) -> bool:
        """Return whether each word of a text may be the beginning of a word of a name."""
        return all(_is_strange(word) or self._at_or_behind(word).startswith(word) for word in key.split())

    def _at_or_behind(self, word: str) -> str:
        place = bisect_left(self.words, word)
        return self.words[place] if place < len(self.words) else ""


def _is_strange(word: str) -> bool:
    """Return whether the database may read the word otherwise than we do: it knows accents and signs of its own."""
    return not (word.isascii() and word.isalnum())


# Replaced as a whole, by whichever thread reads it anew.
_kept = NameWords("", ())


class Directory:
    """The directory as one visit finds it; it is read when it is first needed."""

    def __init__(self, read: Callable[[], Rows]) -> None:
        self._read = read

    @cached_property
    def _row(self) -> tuple[str, bool, bool]:
        for version, is_at_rest, is_sample in self._read():
            return version, is_at_rest, bool(is_sample)
        return "", False, False

    @property
    def is_sample(self) -> bool:
        """Return whether it is said of the whole record that it is a sample."""
        return self._row[2]

    @cached_property
    def words(self) -> NameWords | None:
        """Return the words of all names; None while they change."""
        global _kept  # noqa: PLW0603 - one for the process
        version, is_at_rest, _ = self._row
        kept = _kept
        if version != kept.version and is_at_rest:
            ((read_version, words),) = ask_known(Country, WORDS, [])()
            _kept = kept = NameWords(read_version, tuple(sorted(words or ())))
        return kept if version and version == kept.version else None

    def ask_if(
        self, is_needed: Callable[[NameWords], bool], ask: Callable[[], Callable[[], list[Answer]]]
    ) -> Callable[[], list[Answer]]:
        """Ask for names only if their words are such that any may be found, and return what reads them.

        What was kept last says whether to ask at once; whether it still holds is seen when the answer is wanted.
        """
        guessed = _kept
        read = None if guessed.version and not is_needed(guessed) else ask()

        def answer() -> list[Answer]:
            words = self.words
            if read is not None:
                return read()
            return [] if words and (words is guessed or not is_needed(words)) else ask()()

        return answer


def ask_directory() -> Directory:
    """Ask which version the directory has; one statement, and one more where its words are not kept."""
    return Directory(ask_known(Country, VERSION, [SECONDS_AT_REST]))
