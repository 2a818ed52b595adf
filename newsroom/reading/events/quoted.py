"""Tell which verbs inside a quotation tell an event: what a government announces, agrees, calls off or asks for.

Most of what is said in quotation marks is comment. An institution's sentence in the third person ("The two ministers
agreed to …", "The meeting has been cancelled") and a dated plan of the speaker's own side are news.
"""

from __future__ import annotations

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events import modality
from newsroom.reading.grammar import subjects

FIRST_PERSON = frozenset(("i", "we"))
OWN = frozenset("our my nuestro nuestra nuestros nuestras".split())
MEETING = frozenset("meet visit hold host receive travel convene gather".split())
AGREEING = frozenset(
    "agree meet discuss speak talk exchange sign reaffirm reiterate emphasize emphasise stress underline underscore"
    " express visit hold confer reach coincidir acordar reafirmar".split()
)
CALLING_OFF = frozenset("cancel postpone scrap".split())


def tells_in_quotation(article: Article, clause: Clause, number: int) -> bool:
    """Tell whether a quoted verb counts as told: a joint act, a meeting dated or called off, a formal request."""
    verb = clause.verbs[number]
    status = modality.of_verb(clause, number)
    if verb.lemma in CALLING_OFF:
        return verb.is_passive and status == "happened"
    if verb.lemma in ("request", "demand"):
        return verb.is_passive and status == "happened" and len(article.pair) == 2
    own = subjects(clause, number)
    if any(mention.actor.name in FIRST_PERSON for mention in own):
        return False
    if status == "planned" and verb.lemma in MEETING and verb.modal == "will":
        return any(time.first > verb.head for time in clause.times)
    codes = {code for mention in own for code in mention.actor.countries}
    return status == "happened" and verb.lemma in AGREEING and len(codes) > 1 and verb.tense == "past"
