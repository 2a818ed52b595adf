"""Query sets that are put together once: their statement is kept, and each time only the values are sent with it.

A page of one event asks a dozen small questions. Django took longer to put each together than the server to answer it,
though what is asked differs in a number alone.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, update_wrapper
from typing import Any, TypeVar

from django.db import connections
from django.db.backends.postgresql.compiler import SQLCompiler
from django.db.models import BooleanField, Expression, F, Func, Model, QuerySet
from django.db.models.sql import Query

Row = TypeVar("Row")


class Given(Expression):
    """Stands in a query set for a value that is given each time it is asked."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """Stand among the statement's values for the one to come."""
        return "%s", [self]


def among(column: str, values: Any) -> Func:
    """Return the condition that a column is one of a `Given` list, which the statement holds as one value."""
    return Func(
        F(column), values, template="%(expressions)s)", arg_joiner=" = ANY(", output_field=BooleanField()
    )  # fmt: skip


def composed(build: Callable[..., QuerySet[Any, Row]]) -> Callable[..., list[Row]]:
    """Return a function that reads the rows of the query set that ``build`` makes of `Given` values. One statement.

    ``build`` is called once: it may not decide by a value what to ask, nor have anything prefetched.
    """
    return _Composed(build)


class _Composed:
    def __init__(self, build: Callable[..., QuerySet[Any, Any]]) -> None:
        update_wrapper(self, build)
        self._build = build

    def __call__(self, *values: Any) -> list[Any]:
        pattern, statement = self._pattern, self._statement
        asked: QuerySet[Any, Any] = QuerySet(pattern.model, query=_Asked.of(pattern.query, statement, values))
        asked._iterable_class, asked._fields = pattern._iterable_class, pattern._fields  # type: ignore[attr-defined]
        return list(asked)

    @cached_property
    def _pattern(self) -> QuerySet[Any, Any]:
        return self._build(*(Given(number) for number in range(self._build.__code__.co_argcount)))

    @cached_property
    def _statement(self) -> "_Statement":
        return _Statement(self._pattern.query.get_compiler(using=self._pattern.db))


class _Statement:
    """What a compiler knows when it is done."""

    def __init__(self, compiler: SQLCompiler) -> None:
        self.text: str
        self._values: Sequence[Any]
        self.text, self._values = compiler.as_sql()
        columns = ("select", "klass_info", "col_count", "annotation_col_map", "has_extra_select")
        self.columns = {name: getattr(compiler, name) for name in columns}
        self.converters = compiler.get_converters([column[0] for column in compiler.select[: compiler.col_count]])

    def values(self, given: Sequence[Any]) -> list[Any]:
        """Return all values of the statement, those that are given in their places."""
        return [given[value.number] if isinstance(value, Given) else value for value in self._values]


class _Asked(Query):
    """A query whose statement is known; only the values are new."""

    statement: _Statement
    given: Sequence[Any]

    @classmethod
    def of(cls, pattern: Query, statement: _Statement, given: Sequence[Any]) -> "_Asked":
        asked = cls.__new__(cls)
        asked.__dict__.update(pattern.__dict__, statement=statement, given=given)
        return asked

    def get_compiler(self, using: Any = None, connection: Any = None, elide_empty: bool = True) -> SQLCompiler:
        return _Known(self, connection or connections[using], using, elide_empty)


class _Known(SQLCompiler):
    """Hands out the statement that another has compiled."""

    query: _Asked

    def as_sql(self, with_limits: bool = True, with_col_aliases: bool = False) -> tuple[str, Any]:
        self.__dict__.update(self.query.statement.columns)
        return self.query.statement.text, self.query.statement.values(self.query.given)

    def get_converters(self, expressions: Iterable[Any]) -> dict[int, Any]:
        return self.query.statement.converters


def share_out(owners: Iterable[Model], name: str, of: str, rows: Iterable[Model], shown: str = "") -> None:
    """Give each owner its own of the rows, as if they had been prefetched under a name.

    ``of`` is the column by which a row is an owner's; ``shown`` what of the row is meant, where it only leads there.
    """
    by_owner: dict[Any, list[Model]] = {}
    for row in rows:
        by_owner.setdefault(getattr(row, of), []).append(getattr(row, shown) if shown else row)
    for owner in owners:
        owner.__dict__.setdefault("_prefetched_objects_cache", {})[name] = by_owner.get(owner.pk, [])
