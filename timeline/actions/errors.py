"""What an action can refuse, each with a sentence that says what to do."""


class RecordError(Exception):
    """Say why something was not written; nothing was."""


class InvalidField(RecordError):
    """A field holds what it cannot: an unknown kind, an address that is none, too long a title."""


class MissingCitation(RecordError):
    """A fact has no passage that supports it."""


class PassageNotSound(RecordError):
    """A passage contradicts itself or its source: offsets, hash."""


class QuotationNotVerbatim(RecordError):
    """Quotation marks stand round words that are in no passage."""


class MissingParty(RecordError):
    """An event names no country that took part."""


class UnknownCountry(RecordError):
    """No country has this slug."""


class UnknownLeader(RecordError):
    """No leader has this slug."""


class OfficeNotKnown(RecordError):
    """A person held no recorded office on the day, and nobody said that the office is not known."""


class StaleVersion(RecordError):
    """Somebody else published a version in between."""

    def __init__(self, current: int, expected: int) -> None:
        """Keep both numbers for the page that shows both versions."""
        self.current, self.expected = current, expected
        super().__init__(
            f"Version {current} was published meanwhile; you changed version {expected}. "
            "Look at the new version and make your change there."
        )


class AlreadyWithdrawn(RecordError):
    """A withdrawn thing cannot be changed."""


class MissingReason(RecordError):
    """A correction, a retraction or a merge needs a reason."""


class NotMergeable(RecordError):
    """These events cannot be merged, or the merge can no longer be undone."""


class NothingThere(RecordError):
    """No event, statement or thread has this number."""


class AlreadyConfirmed(RecordError):
    """A wish to follow a list was confirmed before."""
