"""How editors' accounts differ from the accounts of a public site."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class StaffAccountAdapter(DefaultAccountAdapter):
    """Close sign-up: accounts are made by a command or by an administrator."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return false for everybody."""
        return False
