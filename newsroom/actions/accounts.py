"""Make and change the accounts of the newsroom."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from newsroom.actions.log import write_log
from newsroom.models import Role, User


@transaction.atomic
def enrol_user(*, email: str, role: str, password: str, at: datetime, name: str = "", by: User | None = None) -> User:
    """Make the account of an address, or give an existing one this name, role and password.

    Raise ``ValueError`` for a role that is unknown.
    """
    if role not in Role.values:
        raise ValueError(f"There is no role {role}; there are {', '.join(Role.values)}.")
    user = User.objects.select_for_update().filter(email__iexact=email).first() or User(email=email.lower())
    before = {"role": user.role, "name": user.name} if user.pk else {}
    user.name, user.role, user.is_active = name or user.name, role, True
    user.set_password(password)
    user.save()
    write_log("enrol_user", of=user, by=by, at=at, before=before, after={"role": role, "name": user.name})
    return user
