"""A synthetic record in the database of the tests, written as the benchmark writes it and without read models."""

import psycopg
import pytest
from django.db import connection

from benchmarks.speed import record
from config.postgres import SUPERUSER
from timeline.models import Country


def write_record(events: int, countries: int) -> None:
    """Write so many events between so many countries; skip where the server has no superuser who may enter."""
    for slug in (*(f"country-{number:02d}" for number in range(countries - 2)), "mexico", "united-states"):
        Country.objects.create(slug=slug, name=slug.title(), sort_key=slug, kind="state", source="test")
    said = connection.get_connection_params()
    address = f"host={said['host']} port={said.get('port') or 5432} user={SUPERUSER} dbname={said['dbname']}"
    try:
        with psycopg.connect(address, autocommit=True) as superuser:
            states = list(record.states(superuser))
    except psycopg.OperationalError:
        pytest.skip(f"the tests' server has no superuser {SUPERUSER} who may enter, and a record is written as one")
    record.Writer(address, events, states).write()
