"""What was typed as PostgreSQL's query of words; nothing typed is ever read as its syntax."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from timeline.models.vectors import SEARCH_CONFIGURATION
from timeline.search import Query, Term

Params = list[Any]


@dataclass(frozen=True)
class Sql:
    """A piece of SQL with its parameters; the planner never looks at those that stand in a SELECT of their own."""

    text: str
    params: Params
    is_unseen: bool = False

    @property
    def unseen(self) -> "Sql":
        """Return a value that the planner does not look at: the plan is alike for all, and the server keeps it."""
        return Sql(f"(SELECT {self.text})", self.params, is_unseen=True)


def words_query(query: Query, *, with_keys: bool = True, with_excluded: bool = True, with_order: bool = True) -> Sql:
    """Return the tsquery of all clauses and of what is excluded; without keys, of the words only.

    Without order the words of a phrase may stand anywhere, which the index knows.
    """
    clauses = [[term if with_order else replace(term, is_phrase=False) for term in one.terms] for one in query.clauses]
    pieces = [_any(terms, with_keys) for terms in clauses]
    for term in query.excluded if with_excluded else ():
        piece = _term(term, with_keys)
        pieces.append(Sql(f"!!{piece.text}", piece.params))
    text = " && ".join(piece.text for piece in pieces) or "''::tsquery"
    return Sql(text, [param for piece in pieces for param in piece.params])


def matches(words: Sql, keys: str = "") -> Sql:
    """Return the condition that a row has the words, and one of some keys.

    For these it is asked apart: the index then takes them for one list, which it skips through, while in one condition
    with the words it would look at every key for each row that has the rarest word.
    """
    text = f"search @@ ({words.text})"
    if not keys:
        return Sql(text, words.params)
    some = Sql("%s::tsquery", [keys])
    some = some.unseen if words.is_unseen else some
    return Sql(f"{text} AND search @@ {some.text}", [*words.params, *some.params])


def keys_query(keys: Iterable[str]) -> str:
    """Return keys as a tsquery in which one of them must be there; they are slugs and months of ours."""
    return " | ".join("'" + key.replace("\\", "\\\\").replace("'", "''") + "'" for key in keys)


def _any(terms: Sequence[Term], with_keys: bool) -> Sql:
    found = [_term(term, with_keys) for term in terms]
    return Sql(f"({' || '.join(term.text for term in found)})", [param for term in found for param in term.params])


def _term(term: Term, with_keys: bool) -> Sql:
    """Return a term: PostgreSQL reads the words, whatever they are."""
    function = "phraseto_tsquery" if term.is_phrase else "plainto_tsquery"
    texts, params = [f"{function}('{SEARCH_CONFIGURATION}', %s)"], [term.text]
    if with_keys and term.keys:
        texts.append("%s::tsquery")
        params.append(keys_query(term.keys))
    return Sql(f"({' || '.join(texts)})", list(params))
