"""What the pages show on which a list is followed by mail, and what is followed is changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.models import Frequency
from timeline.outputs.entry import Entry, entry_of
from timeline.outputs.following import FollowedList
from timeline.outputs.lists import GivenList
from timeline.outputs.offered import OfferedList
from timeline.pages.passages import told
from timeline.queries.exports import ListSize

YEAR, MONTHS = timedelta(days=365), 12
# More mails a month than these are a burden, and a calmer frequency is named.
MANY = 30


@dataclass(frozen=True)
class Choice:
    """How often mails can come, and how many that would be."""

    key: str = told("What the form sends.")
    label: str = told("How often.")
    volume: str = told("About how many mails a month, in words.")


@dataclass(frozen=True)
class FollowPage:
    """A list that can be followed: in words, how much of it there is now, and the form."""

    offered: OfferedList = told("The list with its filters.")
    errors: list[str] = told("What in the address cannot be meant.")
    size: ListSize | None = told("How many rows it has; None where its filters cannot be meant.")
    newest: Entry | None = told("What was published or corrected in it last.")
    sends_mail: bool = told("Whether this site sends mail.")
    frequencies: Sequence[Choice] = told("How often can be chosen.")
    counted: str = told("From what the expected number of mails is counted, in a sentence; may be empty.", default="")
    typed: dict[str, str] = field(default_factory=dict)
    problems: dict[str, list[str]] = field(default_factory=dict)

    @property
    def feeds(self) -> list[tuple[str, str]]:
        """Return the name and the whole address of each feed."""
        names = {"Atom": "feed.atom", "RSS": "feed.rss", "JSON Feed": "feed.json"}
        return [(label, self.offered.file_address(name)) for label, name in names.items()]


@dataclass(frozen=True)
class MinePage:
    """All that an address follows; nothing where it follows nothing any more."""

    token: str = told("What stands in the address of the page.")
    follows: Sequence[FollowedList] = told("Each list that is followed.")


def follow_page(
    listed: GivenList,
    frequencies: Sequence[tuple[str, object]],
    typed: dict[str, str],
    problems: dict[str, list[str]],
    *,
    today: date,
    sends_mail: bool,
) -> FollowPage:
    """Read what a list has now, and how much came in a year (at most 15 queries)."""
    offered, contents = listed.offered, listed.contents
    errors = [sentence for found in listed.errors.values() for sentence in found]
    if contents is None:
        return FollowPage(offered, errors, None, None, sends_mail, [])
    rows = contents.published_last().rows
    newest = entry_of(rows[0], "") if rows else None
    by_day = contents.by_day(today - YEAR, today)
    entries, days = sum(by_day.values()), len(by_day)
    mails = {Frequency.DAILY: days, Frequency.WEEKLY: 52, Frequency.SOON: entries}
    choices = [Choice(key, str(label), _a_month(mails[Frequency(key)])) for key, label in frequencies]
    counted = _counted(entries, days)
    return FollowPage(offered, errors, contents.size(), newest, sends_mail, choices, counted, typed, problems)


def _a_month(in_a_year: int) -> str:
    """Return in words how many mails a month so many a year are."""
    if in_a_year < MONTHS:
        return _("less than one mail a month")
    number = round(in_a_year / MONTHS)
    return ngettext("about %(n)s mail a month", "about %(n)s mails a month", number) % {"n": number}


def _counted(entries: int, days: int) -> str:
    """Return from what the number of mails is counted."""
    if not entries:
        return _("Of the last year the list has nothing: mails will be rare.")
    numbers = {
        "entries": ngettext("%(n)s entry", "%(n)s entries", entries) % {"n": entries},
        "days": ngettext("%(n)s day", "%(n)s days", days) % {"n": days},
    }
    said = _("Counted from the last year, of which the list has %(entries)s on %(days)s.") % numbers
    if entries > MANY * MONTHS:
        said += " " + _("Soon can mean more than one mail a day here: once a day or once a week is calmer.")
    return said
