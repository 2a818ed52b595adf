"""Every write to the record, one verb each: atomic, with its revision and its read models in the same transaction."""

from timeline.actions.errors import (
    AlreadyWithdrawn,
    InvalidField,
    MissingCitation,
    MissingParty,
    MissingReason,
    NothingThere,
    NotMergeable,
    OfficeNotKnown,
    PassageNotSound,
    QuotationNotVerbatim,
    RecordError,
    StaleVersion,
    UnknownCountry,
    UnknownLeader,
)
from timeline.actions.events import correct_event, record_event, withdraw_event
from timeline.actions.links import (
    link_events,
    merge_events,
    record_coverage,
    record_thread,
    refresh_names,
    unlink_events,
    unmerge_events,
)
from timeline.actions.searches import note_failed_search
from timeline.actions.sources import correct_source, record_source
from timeline.actions.statements import correct_statement, record_statement, withdraw_statement

__all__ = [
    "AlreadyWithdrawn",
    "InvalidField",
    "MissingCitation",
    "MissingParty",
    "MissingReason",
    "NotMergeable",
    "NothingThere",
    "OfficeNotKnown",
    "PassageNotSound",
    "QuotationNotVerbatim",
    "RecordError",
    "StaleVersion",
    "UnknownCountry",
    "UnknownLeader",
    "correct_event",
    "correct_source",
    "correct_statement",
    "link_events",
    "merge_events",
    "note_failed_search",
    "record_coverage",
    "record_event",
    "record_source",
    "record_statement",
    "record_thread",
    "refresh_names",
    "unlink_events",
    "unmerge_events",
    "withdraw_event",
    "withdraw_statement",
]
