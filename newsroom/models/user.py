"""Define who works in the newsroom: accounts that log in by e-mail, each with one role."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower, Now
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """Say what an account may do; each role may do all that the ones before it may."""

    CONTRIBUTOR = "contributor", _("Contributor")
    EDITOR = "editor", _("Editor")
    PUBLISHER = "publisher", _("Publisher")
    ADMIN = "admin", _("Administrator")


RANKS = {role: rank for rank, role in enumerate(Role.values)}


class UserManager(BaseUserManager["User"]):
    """Find accounts; `newsroom.actions.enrol_user` is the way to make one."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """Return the account of an e-mail address, whatever its case."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Hold one account of the newsroom; readers need none."""

    email = models.EmailField(
        _("e-mail"), max_length=254, unique=True, help_text="The address that logs in; unique whatever its case."
    )
    name = models.CharField(_("name"), max_length=120, blank=True, help_text="The name that colleagues see.")
    role = models.CharField(
        _("role"), max_length=12, choices=Role, default=Role.CONTRIBUTOR, help_text="What this account may do."
    )
    is_active = models.BooleanField(_("active"), default=True, help_text="An inactive account cannot log in.")
    joined_at = models.DateTimeField(_("joined"), db_default=Now(), help_text="When the account was made.")

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        """Keep addresses unique whatever their case, and roles known."""

        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["email", "id"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_unique"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="user_role_known"),
        ]

    def __str__(self) -> str:
        """Return what colleagues see."""
        return self.name or self.email

    @property
    def is_staff(self) -> bool:
        """Say whether the account may enter the newsroom at all."""
        return self.is_active

    @property
    def may_publish(self) -> bool:
        """Say whether the account may change what readers see."""
        return self.ranks_at_least(Role.PUBLISHER)

    def ranks_at_least(self, role: str) -> bool:
        """Say whether the account may do what `role` may."""
        return self.is_active and RANKS[self.role] >= RANKS[role]
