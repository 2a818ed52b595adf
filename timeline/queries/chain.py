"""Whether the chain over all revisions is whole, and if not, where."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from timeline.models import Seal
from timeline.sql.chain import Link, Loose, fallen_guards, links, unsealed, without_revision

# How many seals are read at a time, and how many faults are named.
BLOCK = 10_000
MOST_NAMED = 100


@dataclass
class ChainReport:
    """What was found: how many changes, the head, the place of a noted head, and faults in words."""

    changes: int = 0
    head: str = ""
    noted_at: int | None = None
    faults: list[str] = field(default_factory=list)
    count: int = 0

    def add(self, fault: str) -> None:
        """Count a fault, and keep its words where there are not too many."""
        self.count += 1
        if len(self.faults) < MOST_NAMED:
            self.faults.append(fault)


def chain_head() -> Seal | None:
    """Return the last seal with its revision; None where nothing was published (1 query)."""
    return Seal.objects.select_related("revision").order_by("-number").first()


def verify_chain(noted: str = "") -> ChainReport:
    """Hold every seal against its revision and the seal before it (a query for every 10,000, and four more).

    ``noted`` is a head that was written down elsewhere, in small letters: only it tells of a chain that was written
    anew as a whole.
    """
    report = ChainReport()
    for link in links(BLOCK):
        for fault in _faults(link, report.changes + 1):
            report.add(fault)
        report.changes, report.head = link.number, link.hash
        if link.hash == noted:
            report.noted_at = link.number
    for loose in unsealed(MOST_NAMED):
        report.add(f"revision {loose.revision_id} ({_thing(loose)}, version {loose.version}) is not in the chain")
    for loose in without_revision(MOST_NAMED):
        report.add(f"{_thing(loose)} is public in version {loose.version}, of which there is no revision")
    for name, table in fallen_guards():
        report.add(f"the trigger {name} of {table} is turned off or missing")
    if noted and report.noted_at is None:
        report.add(f"The head {noted} is not in the chain: what it was the head of was written anew or taken away")
    return report


def _faults(link: Link, expected: int) -> Iterator[str]:
    if link.number == expected + 1:
        yield f"change {expected} is missing"
    elif link.number != expected:
        yield f"changes {expected} to {link.number - 1} are missing"
    if link.is_sound is None:
        yield f"change {link.number} (revision {link.revision_id}) was deleted, and its seal is left"
    elif not link.is_sound:
        yield (
            f"change {link.number} (revision {link.revision_id}, {_thing(link)}, version {link.version})"
            " is not what was sealed, or does not follow the one before it"
        )


def _thing(row: Link | Loose) -> str:
    return f"event {row.event_id}" if row.event_id else f"statement {row.statement_id}"
