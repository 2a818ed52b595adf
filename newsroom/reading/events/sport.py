"""Tell sport from what states do: a match is no clash, and a team that strikes strikes a ball."""

from __future__ import annotations

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events.candidates import Candidate, level_of

MATCHES = frozenset(
    "match matches tournament qualifier qualifiers semi-final semi-finals semifinal semifinals quarterfinal"
    " championship championships trophy midfielder goalkeeper striker forwards coach innings wickets penalties"
    " medal scored".split()
)
FIXTURES = frozenset("match matches tournament qualifier friendly coach squad".split())
GAMES = (
    MATCHES
    | FIXTURES
    | frozenset(
        "goal goals league football footballer cricket rugby tennis hockey basketball olympic athlete athletes"
        " team teams player players captain fans season stadium penalty half-time halftime kick midfield defender"
        " equaliser equalised equalizer winger batsman bowler runner sprinter race lap relay cup title"
        " partido partidos gol goles equipo delantero portero seleccion torneo liga jugador jugadores".split()
    )
)
SENTENCES, WORDS = 4, 5  # with a word of sport; different words of it: fewer stand in stories of states
SHARE = 3  # of how many sentences one has such a word


def is_of_match(clause: Clause) -> bool:
    """Tell whether a sentence is of sport, so that nobody in it is struck: "hammered Chile in the final"."""
    return not MATCHES.isdisjoint(clause.lows)


def is_of_fixture(clause: Clause) -> bool:
    """Tell whether a journey in a sentence is that of a team: "the Chilean side arrived in Lima for a match"."""
    return not FIXTURES.isdisjoint(clause.lows)


def is_report_of_sport(article: Article) -> bool:
    """Tell whether a whole article reports sport."""
    found = [words for clause in article.clauses if (words := clause.lows & GAMES)]
    return (
        len(found) >= SENTENCES
        and len(found) * SHARE >= len(article.clauses)
        and len(frozenset().union(*found)) >= WORDS
    )


def is_done_in_play(one: Candidate) -> bool:
    """Tell whether, in a report of sport, teams and players do it, and nobody who holds an office."""
    return not level_of(one.parties)
