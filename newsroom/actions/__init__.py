"""Every write of the newsroom, one verb each: atomic, with its row in the log in the same transaction."""

from newsroom.actions.accounts import enrol_user
from newsroom.actions.articles import (
    ARTICLE_DETAILS,
    ENGINE,
    LARGEST_FILE,
    LARGEST_TEXT,
    Submitted,
    check_size,
    claim_article,
    describe_article,
    read_again,
    submit_text,
)
from newsroom.actions.copies import join_origins, keep_apart
from newsroom.actions.passages import can_take_passages_back, change_passages, take_passages_back
from newsroom.actions.public_events import (
    correct_public_event,
    merge_public_events,
    separate_event,
    withdraw_public_event,
)
from newsroom.actions.public_statements import correct_public_statement, withdraw_public_statement
from newsroom.actions.publishing import NotPublishable, finish_article, publish_article, withdraw_draft
from newsroom.actions.refusals import Conflict, NotVerbatim, Refused
from newsroom.actions.review import (
    accept_draft,
    add_draft,
    add_passage,
    edit_draft,
    reject_draft,
    restore_dropped,
    undo_decision,
    wave_off_paragraph,
)
from newsroom.actions.second_sources import accept_as_source

__all__ = [
    "ARTICLE_DETAILS",
    "ENGINE",
    "LARGEST_FILE",
    "LARGEST_TEXT",
    "Conflict",
    "NotPublishable",
    "NotVerbatim",
    "Refused",
    "Submitted",
    "accept_as_source",
    "accept_draft",
    "add_draft",
    "add_passage",
    "can_take_passages_back",
    "change_passages",
    "check_size",
    "claim_article",
    "correct_public_event",
    "correct_public_statement",
    "describe_article",
    "edit_draft",
    "enrol_user",
    "finish_article",
    "join_origins",
    "keep_apart",
    "merge_public_events",
    "publish_article",
    "read_again",
    "reject_draft",
    "restore_dropped",
    "separate_event",
    "submit_text",
    "take_passages_back",
    "undo_decision",
    "wave_off_paragraph",
    "withdraw_draft",
    "withdraw_public_event",
    "withdraw_public_statement",
]
