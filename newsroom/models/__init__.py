"""Gather the newsroom's models under one name."""

from newsroom.models.user import Role, User, UserManager

__all__ = ["Role", "User", "UserManager"]
