"""Hold the nouns that can speak without a name, and put the words of a sentence together again."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.names.people import Actor
from newsroom.reading.sentences import fold

HUMAN = frozenset(
    "aide diplomat spokesperson spokeswoman experts analysts officials official sources source residents witnesses"
    " critics people protesters villagers diplomats spokesman report reports newspaper agency news website channel"
    " broadcaster outlet observers activists reporters lawmakers ministers fighters rebels authorities police media"
    " economists historians relatives survivors opponents supporters soldiers insiders scholars investigators"
    " prosecutors groups group network campaign company firm bank union party court judge panel institute association"
    " office team charity hospital university senator senators congressman congresswoman governor mayor nominee"
    " candidate minister premier chancellor study survey document lawyers families aides researchers leaders"
    " presidents participants delegates negotiators side sides parties ministry host hosts guest guests traders"
    " farmers fishermen fishers businessmen generals insurgents militants doctors pilots nurses teachers students"
    " drivers producers exporters importers buyers sellers bankers investors shipowners captains commanders commander"
    " general colonel admiral officers officer prosecutor deputy deputies opposition government governments army"
    " military navy administration cabinet parliament congress senate assembly embassy consulate delegation mission"
    " bloc council commission tribunal chamber federation committee board presidency palace king queen prince monarch"
    " president pope bishop bishops cardinal church imam cleric resident villager neighbour neighbours locals refugees"
    " migrants passengers tourists prisoners hostages parents mother father son daughter brother widow veteran"
    " veterans worker workers miners unions exiles dissidents guerrillas expert analyst witness critic negotiator"
    " mediator mediators envoy ambassador consul adviser advisers communique declaration memo letter note readout text"
    " paper dispatch cable bulletin post tweet statement service department bureau directorate secretariat authority"
    " organisation organization institution foundation alliance coalition movement organisers organizers chief head"
    " heads leader chairman chairwoman chair executive spokespeople caretaker man woman youth scientist scientists"
    " engineer engineers author professor lecturer academic academics historian economist lawyer attorney activist"
    " journalist journalists reporter correspondents magazine daily weekly newspaper broadcaster lieutenant"
    " sergeant junta regime leadership force forces watchdog militia faction front brotherhood emirate chancellery"
    " station headquarters guard guards intelligence outlets papers newspapers dailies broadcasters portal portals"
    " release releases television tv radio politician statesman lawmaker legislator supporter"
    " agreement accord treaty pact resolution memorandum protocol"
    " opponent insider observer protester spokespersons agencies ministries premiers kremlin"
    " monitors inspectors representatives representative physicians physician doctor intermediary"
    " intermediaries".split()
)
# Nouns of one person without a name.
SPOKESPEOPLE = frozenset(
    "spokesman spokeswoman spokesperson official diplomat source resident analyst aide adviser advisor envoy officer"
    " commander expert witness lawyer trader farmer student teacher survivor relative negotiator minister professor"
    " economist activist villager soldier lawmaker senator governor mayor doctor man woman".split()
)
# Who only asks: what is said next without a speaker is another's answer.
ASKERS = frozenset(
    "reporter reporters journalist journalists interviewer presenter moderator correspondent reportera reportero"
    " periodista periodistas entrevistador entrevistadora presentador presentadora moderador moderadora".split()
)
CUTTING = frozenset(("but", "while", "though", "although"))  # what stands before these is of another clause


def only_asks(actor: Actor | None) -> bool:
    """Tell whether a speaker is somebody without a name who asks for others: "a reporter", "la periodista"."""
    return actor is not None and actor.kind == "plain" and not ASKERS.isdisjoint(fold(actor.name).split())


def clause_words(clause: Clause, first: int, last: int) -> str:
    """Return the words of a run of tokens with single blanks, closed up where the text has none: "state-run"."""
    words, end = "", -1
    for token in clause.tokens[first : last + 1]:
        words += token.text if token.start == end or not words else f" {token.text}"
        end = token.end
    return words
