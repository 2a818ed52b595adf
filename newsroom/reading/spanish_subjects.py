"""Find the subject of a Spanish verb that has none before it: behind it, or left out since it is known."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.verbs import Verb

# What may stand before a verb that opens its clause: small words, adverbs, days; a noun would be its subject.
SMALL = frozenset(
    "se no ya le les lo la los las me nos que y e pero donde cuando aunque mientras asi tambien ademas asimismo tampoco"
    " luego despues posteriormente finalmente igualmente igual incluso entonces hoy ayer anoche mañana manana alli alla"
    " ahi aqui antes previamente recientemente despues anteriormente"
    " por su parte en cambio sin embargo a al mismo tiempo el de este esta dia pasado proximo tarde noche"
    " lunes martes miercoles jueves viernes sabado domingo quien quienes".split()
)
JOINING, CLITICS = frozenset(("y", "e", "pero")), frozenset("se le les lo la los las".split())
TIED = frozenset(
    "a al con de del en por para sobre contra ante hacia entre desde tras segun como durante y e o".split()
)
# Verbs whose bare object may be a state: "visitó Chile", "reconoció Kosovo".
DIRECT = frozenset("visit tour leave invade attack bomb recognize occupy annex reach support bear".split())
DRIVING = frozenset("lead force prompt order".split())
REACH = 14
DONE = frozenset(
    "sign initial ratify approve announce discuss exchange reach issue hold agree deliver create open".split()
)
COUNTING = frozenset(
    "un una el la los las dos tres cuatro cinco seis siete ocho diez varios varias nuevos sendos diversos otros".split()
)
ARTICLES = frozenset("el la los las".split())
DETERMINERS = ARTICLES | frozenset("un una unos unas su sus este esta ese esa".split())
DAYS = frozenset("lunes martes miercoles jueves viernes sabado domingo dia pasado proximo".split())


def opens_without_subject(clause: Clause, start: int, verb: Verb) -> bool:
    """Tell whether no noun stands between the edge of a clause and its verb, and nobody is left out behind "se"."""
    if _is_done(clause, verb):
        return False
    for place in range(verb.first - 1, start - 1, -1):
        if clause.tokens[place].text in ",;:" or clause.words[place] == "que":
            return True
        if clause.words[place] in JOINING and (clause.words[place + 1] in CLITICS or place + 1 < verb.first):
            return True  # "respondió a X y lo acusó", "llegará a X y luego viajará"
        if clause.words[place] not in SMALL and not clause.words[place].isdecimal():
            return _is_fronted(clause, start, verb)
    return True


def _is_fronted(clause: Clause, start: int, verb: Verb) -> bool:
    """Tell whether all that stands before a verb hangs on the preposition that opens: "A la reunión asistieron"."""
    tied = [n for n in range(start + 1, verb.first) if clause.words[n] in DETERMINERS or clause.named.covered[n] >= 0]
    is_all = all(clause.words[n - 1] in TIED | DETERMINERS or clause.named.covered[n - 1] >= 0 for n in tied)
    return clause.words[start] in TIED - JOINING and is_all


def _is_done(clause: Clause, verb: Verb) -> bool:
    """Tell whether "se" and a thing behind it say what is done, by whomever: "se firmarán dos convenios"."""
    behind = clause.words[verb.head + 1 : verb.head + 3]
    is_thing = bool(behind) and behind[0] in COUNTING and not DAYS & set(behind)
    return is_thing and verb.lemma in DONE and clause.words[verb.first - 1] == "se" and verb.first > 0


def subject_behind(clause: Clause, number: int) -> list[Mention]:
    """Return the mention behind a verb that no preposition ties to it: "se reunieron en Lima los presidentes"."""
    verb = clause.verbs[number]
    following = [other.first for other in clause.verbs[number + 1 :] if other.is_finite]
    end = min([verb.head + REACH, *following, len(clause.tokens)])
    for mention in clause.mentions:
        if not verb.head < mention.first < end or mention.form in ("place", "adjective"):
            continue
        place = mention.first - 1 - (clause.words[mention.first - 1] in ARTICLES)  # "en la Casa Rosada"
        is_object = mention.actor.kind == "country" and verb.lemma in DIRECT
        if clause.words[place] not in TIED and not is_object:
            return [mention]
    return []


def driven_to(clause: Clause, number: int) -> list[Mention]:
    """Return who is brought to do what an infinitive names: "lo que llevó a Lima a retirar a su embajador"."""
    before, verb = clause.verbs[number - 1], clause.verbs[number]
    if not number or before.lemma not in DRIVING:
        return []
    named = [m for m in clause.mentions if before.head < m.first and m.last < verb.first]
    return [m for m in named[:1] if clause.words[m.first - 1] in ("a", "al")]


def implied_subject(clause: Clause, verb: Verb) -> list[Mention]:
    """Return a mention at the verb itself of whom its ending means: "Reiteró", "Acordaron"."""
    is_plural = clause.words[verb.first].endswith("n")
    actor: Actor | None = clause.implied[is_plural]
    if actor is None or clause.quoted[verb.head] or len(actor.countries) != 1 + is_plural:
        return []
    return [Mention(verb.first, verb.first, actor, "pronoun", is_plural=is_plural)]
