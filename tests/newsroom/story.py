"""An invented story with what makes real ones hard, and the people of the newsroom who work on it."""

from datetime import UTC, datetime

from newsroom import actions
from newsroom.models import Article, Draft, Role, User
from newsroom.queries import desk_of
from newsroom.values import Given

NOON = datetime(2026, 1, 13, 12, tzinfo=UTC)
PASSWORD = "nine quiet rivers"
ADDRESS = "https://daily.example.org/world/river-water"

# ruff: noqa: E501 - a paragraph of the story is one line
STORY = """Mexico and United States leaders talk about river water

• World
• Monday, 12 Jan 2026

FILE PHOTO: Mexico's President Claudia Sheinbaum looks at a reservoir in Monterrey, Mexico, June 3, 2025. AGENCY/Nuno Vale/File Photo

MEXICO CITY, Jan 12 (Meridian) - Mexican President Claudia Sheinbaum spoke by telephone with U.S. President Donald Trump on Monday about sharing the water of border rivers, her office said.

"We will keep our word on the rivers," Sheinbaum told reporters.

On Sunday, U.S. Secretary of State Marco Rubio met Mexican Foreign Minister Juan Ramon de la Fuente in Washington, a spokesperson said.

Sheinbaum said water deliveries to the United States had risen by about 20% over the past year.

The dry season begins in February in the north of the country.

(Reporting by Ines Faro; Editing by Tom Webb)

Sign up for our morning briefing and never miss a story!

Next In World

Chile to hold runoff after close vote
Kenya and Uganda reopen border bridge
Finland's Saari, on budget, says there is 'no way back'
"""
DRY_SEASON = "The dry season begins in February in the north of the country."
QUOTE = "We will keep our word on the rivers"


def enrol(email: str, role: str) -> User:
    """Make an account."""
    name = email.split("@", maxsplit=1)[0].title()
    return actions.enrol_user(email=email, role=role, password=PASSWORD, at=NOON, name=name)


def people() -> tuple[User, User, User]:
    """Return editor Ana, publisher Ben, contributor Chao."""
    return (
        enrol("ana@example.org", Role.EDITOR),
        enrol("ben@example.org", Role.PUBLISHER),
        enrol("chao@example.org", Role.CONTRIBUTOR),
    )


def submit(by: User, text: str | bytes = STORY, address: str = ADDRESS, **given: str) -> Article:
    """Bring the story in."""
    given = {"outlet": "The Daily Example", **given}
    return actions.submit_text(source=text, given=Given(address=address, **given), by=by, at=NOON).article


def drafts_of(article: Article) -> list[Draft]:
    """Return the drafts that the desk shows."""
    return [row.draft for row in desk_of(article).drafts]


def accept_all(article: Article, by: User) -> None:
    """Accept whatever is proposed."""
    for draft in drafts_of(article):
        if draft.state == Draft.State.PROPOSED:
            actions.accept_draft(draft=draft, expected_version=draft.version, by=by, at=NOON)


def publish_all(article: Article, by: User) -> list[Draft]:
    """Accept and publish whatever is proposed."""
    accept_all(article, by)
    accepted = {one.pk: one.version for one in drafts_of(article) if one.state == Draft.State.ACCEPTED}
    return actions.publish_article(article=article, expected=accepted, by=by, at=NOON)
