"""Gather the newsroom's models under one name."""

from newsroom.models.article import Article, ParagraphMark, Reading, TextVersion
from newsroom.models.draft import Draft, Passage
from newsroom.models.log import LogEntry
from newsroom.models.review import PUBLIC_ACTS, Decision
from newsroom.models.user import Role, User, UserManager

__all__ = [
    "PUBLIC_ACTS",
    "Article",
    "Decision",
    "Draft",
    "LogEntry",
    "ParagraphMark",
    "Passage",
    "Reading",
    "Role",
    "TextVersion",
    "User",
    "UserManager",
]
