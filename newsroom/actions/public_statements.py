"""Correct statements that are public, and take back what should not be there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from newsroom.actions.log import write_log
from newsroom.actions.public_events import log_correction, refusals
from newsroom.actions.publishing import refuse_ahead, withdraw_draft
from newsroom.actions.refusals import Conflict, Refused
from newsroom.actions.standing import statement_input_of
from newsroom.models import Draft, User
from timeline import actions as record
from timeline.models import Modality, Statement
from timeline.values import When


@transaction.atomic
def correct_public_statement(
    *,
    statement: Statement,
    changed: Mapping[str, Any],
    expected_version: int,
    kind: str,
    reason: str,
    by: User,
    at: datetime,
) -> Statement:
    """Publish a new version of a statement with some fields changed; its passages and figures stay.

    ``changed`` are fields of ``StatementInput``, with ``edtf`` for the date and ``fact_check`` for where others checked
    the first figure; another speaker, country or day has the
    office of that day. Raise ``Conflict`` where another version was published, ``Refused`` where the record refuses
    this one.
    """
    with refusals(statement):
        if expected_version != statement.version:
            raise record.StaleVersion(statement.version, expected_version)
        standing, given = statement_input_of(statement), dict(changed)
        edtf, fact_check = str(given.pop("edtf")), str(given.pop("fact_check", ""))
        new = replace(standing, **given)
        if new.claims:
            new = replace(new, claims=(replace(new.claims[0], fact_check=fact_check), *new.claims[1:]))
        if edtf != statement.edtf:
            new = replace(new, when=When.parse(edtf), resolved_from="given by an editor")
        if new == standing:
            raise Refused("nothing_changed", "Nothing was changed.")
        if (new.leader, new.country, new.when) != (standing.leader, standing.country, standing.when):
            new = replace(new, office=None)
        refuse_ahead(edtf, Modality.HAPPENED, at)
        corrected = record.correct_statement(
            statement_id=statement.pk,
            statement=new,
            expected_version=expected_version,
            kind=kind,
            reason=reason,
            by=str(by),
            at=at,
        )
    log_correction("correct_statement", corrected, after=expected_version, kind=kind, reason=reason, by=by, at=at)
    return corrected


@transaction.atomic
def withdraw_public_statement(
    *, statement: Statement, expected_version: int, reason: str, by: User, at: datetime
) -> None:
    """Take a statement back from readers; the draft that it was published from waits for a decision again."""
    if expected_version != statement.version:
        raise Conflict(statement)
    draft = Draft.objects.filter(statement=statement, state=Draft.State.PUBLISHED).order_by("pk").first()
    if draft is not None:
        withdraw_draft(draft=draft, expected_version=draft.version, reason=reason, by=by, at=at)
        return
    with refusals(statement):
        record.withdraw_statement(
            statement_id=statement.pk, expected_version=expected_version, reason=reason, by=str(by), at=at
        )
    write_log("withdraw", of=statement, by=by, at=at, before={"version": expected_version}, after={"reason": reason})
