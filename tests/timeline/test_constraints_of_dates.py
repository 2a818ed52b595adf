"""What the database refuses of offices and of the dates of sources and countries, whoever writes."""

import pytest
from django.db import IntegrityError, connection, transaction

from tests.cast import MEXICO, RUBIO, SHEINBAUM, TRUMP, UNITED_STATES
from tests.factories import make_event, make_source, make_statement, part
from timeline.models import Country, Leader, Participation, Source, Statement, Tenure

pytestmark = pytest.mark.django_db


def refused(constraint, rows, **values):
    """Update by SQL, check what is deferred too, and expect the constraint that is named."""
    assert rows.count() == 1
    with pytest.raises(IntegrityError, match=constraint):
        changed(rows, **values)


def changed(rows, **values):
    with transaction.atomic(), connection.cursor() as cursor:
        rows.update(**values)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_an_office_of_somebody_else_cannot_be_shown():
    event = make_event(participations=(part(MEXICO, SHEINBAUM), part(UNITED_STATES, TRUMP)))
    foreign = Tenure.objects.get(leader__slug=RUBIO)
    row = Participation.objects.filter(event=event, leader__slug=SHEINBAUM)
    refused("participation_office_is_the_leaders", row, tenure=foreign)
    refused("participation_office_is_the_leaders", row, leader=Leader.objects.get(slug=RUBIO))
    said = Statement.objects.filter(pk=make_statement().pk)
    refused("statement_office_is_the_leaders", said, tenure=foreign)


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("source_published_and_day_agree", {"published_on": "2026-01-13"}),
        ("source_published_and_day_agree", {"published": ""}),
        ("source_published_and_day_agree", {"published": "2026-01", "published_on": "2026-01-31"}),
    ],
)
def test_a_source_has_the_day_that_its_date_gives(constraint, values):
    refused(constraint, Source.objects.filter(pk=make_source().pk), **values)


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Source, {"updated": "yesterday"}),
        (Country, {"existed_from": "1821?!"}),
        (Country, {"existed_until": "2026-13"}),
    ],
)
def test_a_date_that_is_none_is_refused(model, values):
    rows = Source.objects.filter(pk=make_source().pk)
    if model is Country:
        make_event()
        rows = Country.objects.filter(slug=MEXICO)
    refused("EDTF|month|edtf", rows, **values)
