"""Words cannot drift: the database refuses a statement that quotes what none of its passages has, whoever writes it."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction

from tests.factories import make_statement
from timeline.models import Statement

pytestmark = pytest.mark.django_db


@transaction.atomic
def settled(change_it: Callable[[], object]) -> None:
    """Change something, and check what is checked at the commit."""
    change_it()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def change(statement: Statement, **fields: str) -> None:
    """Change a statement past all checks of the program."""
    settled(lambda: Statement.objects.filter(pk=statement.pk).update(**fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"words": "We will keep working side by side."},
        {"words": "We will keep […] side by side today"},
        {"words": "We will not keep working", "speech": "official_text"},
        {"words": "She says that they “keep on working”.", "speech": "mixed"},
        {"words": "She says “keep working” and “for ever”.", "speech": "mixed"},
    ],
)
def test_words_that_no_passage_has_are_refused(fields):
    statement = make_statement()
    with pytest.raises(IntegrityError, match="quotes words that none of its passages has"):
        change(statement, **fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"words": "We will […] working \u2003[…]side by side"},
        {"words": "She says that they “keep working” “side by side”.", "speech": "mixed"},
        {"words": "She says that they „keep working“ and “", "speech": "mixed"},
        {"words": "She says that they go on.", "speech": "indirect"},
        {"words": "She says nothing else “", "speech": "indirect"},
    ],
)
def test_what_the_record_takes_the_database_takes(fields):
    change(make_statement(), **fields)


def test_marks_in_what_is_only_reported_are_refused():
    statement = make_statement()
    for words in ("She says that they “keep working”.", "She says that they «keep working»."):
        with pytest.raises(IntegrityError, match="statement_reported_has_no_marks"):
            change(statement, words=words, speech="indirect")


def test_a_passage_that_holds_quoted_words_stays(db):
    statement = make_statement()
    holding = statement.citations.filter(field="words")
    for change_it in (holding.delete, lambda: holding.update(exact="We will keep working side by Side")):
        with pytest.raises(IntegrityError, match="quotes words"):
            settled(change_it)
    settled(statement.citations.exclude(field="words").delete)
    assert statement.citations.count() == 1
