"""What the pages show on which a list is followed by mail, and what is followed is changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from timeline.outputs.entry import Entry, entry_of
from timeline.outputs.following import FollowedList
from timeline.outputs.lists import GivenList
from timeline.outputs.offered import OfferedList
from timeline.pages.passages import told
from timeline.queries.exports import ListSize


@dataclass(frozen=True)
class FollowPage:
    """A list that can be followed: in words, how much of it there is now, and the form."""

    offered: OfferedList = told("The list with its filters.")
    errors: list[str] = told("What in the address cannot be meant.")
    size: ListSize | None = told("How many rows it has; None where its filters cannot be meant.")
    newest: Entry | None = told("What was published or corrected in it last.")
    sends_mail: bool = told("Whether this site sends mail.")
    frequencies: Sequence[tuple[str, Any]] = told("How often can be chosen.")
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
    frequencies: Sequence[tuple[str, Any]],
    typed: dict[str, str],
    problems: dict[str, list[str]],
    *,
    sends_mail: bool,
) -> FollowPage:
    """Read what a list has now (at most 14 queries)."""
    offered, contents = listed.offered, listed.contents
    errors = [sentence for found in listed.errors.values() for sentence in found]
    if contents is None:
        return FollowPage(offered, errors, None, None, sends_mail, frequencies)
    rows = contents.published_last().rows
    newest = entry_of(rows[0], "") if rows else None
    return FollowPage(offered, errors, contents.size(), newest, sends_mail, frequencies, typed, problems)
