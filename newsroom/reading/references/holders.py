"""Decide who holds an office, and who is meant by "the ministry", "the government", "the statement"."""

from __future__ import annotations

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import SAYING
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.names.roles import PERSONAL
from newsroom.reading.references.groups import KIND_MATCH
from newsroom.reading.references.issuers import ISSUING, is_of_both, issuer
from newsroom.reading.references.memory import Memory
from newsroom.reading.references.states import state_of_person
from newsroom.reading.sentences import fold
from newsroom.reading.verbs import PREPOSITIONS

PRIME = "prime minister"
NEAR = 50  # characters round a name within which an office of its bearer stands


def holder(memory: Memory, mention: Mention, gender: str = "") -> Actor | None:
    """Return the person who holds the office: named before, else named later as the only one.

    ``gender`` is what the article before a Spanish office tells of its holder: "el presidente" is no woman.
    """
    office = mention.actor
    kinds = KIND_MATCH.get(office.title_kind, set())
    word = fold(office.office).split()[-1] if office.office else ""

    # "the Deputy Prime Minister and Minister of Foreign Affairs": of several ministers, who is both
    is_double = PRIME in fold(office.name) and office.title_kind != "head"

    def fits(actor: Actor) -> bool:
        if actor.title_kind not in kinds or actor is office or not _may_be(actor, gender):
            return False
        if office.country and actor.country != office.country:
            return False
        if not is_double and {"deputy", "vice"} & set(fold(office.office).split()) - set(fold(actor.office).split()):
            return False
        return office.title_kind != "official" or word in fold(actor.office)

    def is_called_so(actor: Actor) -> bool:
        return bool(word) and fits(actor) and word in fold(actor.office).split()

    if is_double:
        both = [actor for actor in memory.persons if fits(actor) and _is_prime(memory, actor)]
        if len(both) == 1:
            return both[0]
    last, test = None, fits
    for actor in reversed(memory.persons):
        if actor.title_kind in kinds and fits(actor):
            if is_called_so(actor):
                last, test = actor, is_called_so
                break
            last = last or actor
    if last is not None:
        near = [actor for actor in (memory.subject, memory.speaker) if actor is not None and not office.country]
        return next((actor for actor in near if test(actor) and actor in memory.persons), last)
    if gender and (earlier := _holder_of_then(memory, office, gender)) is not None:
        return earlier
    if office.title_kind == "official" or not office.country:
        return _named_office(memory, office, word)
    subject = memory.subject
    is_new = "'s " in fold(office.name) or "’s " in office.name  # "Peru's foreign minister": nobody told of before
    if subject is not None and _is_free(subject, gender) and not is_new:
        subject.country, subject.title_kind, subject.level, subject.office = (
            office.country,
            office.title_kind,
            office.level,
            office.office,
        )
        return subject
    later = [p for p in memory.article.registry.people if p.title_kind in kinds and p.start >= 0 and fits(p)]
    return later[0] if len(later) == 1 else None


def _named_office(memory: Memory, office: Actor, word: str) -> Actor | None:
    """Return the last office named whose name ends in the word of an official's without a state."""
    if office.title_kind != "official" or office.country:
        return None
    named = (one for one in reversed(memory.bodies) if one.kind == "office" and one is not office)
    return next((one for one in named if fold(one.name).endswith(word)), None)


def _may_be(actor: Actor, gender: str) -> bool:
    """Tell whether nothing speaks against a gender."""
    return not gender or actor.gender in ("", gender)


def _is_free(subject: Actor, gender: str) -> bool:
    """Tell whether a person has neither state nor office yet."""
    return subject.kind == "person" and not (subject.country or subject.title_kind) and _may_be(subject, gender)


def _holder_of_then(memory: Memory, office: Actor, gender: str) -> Actor | None:
    """Return who held an office before, where words of the other gender cannot mean who holds it now."""
    gazetteer = memory.article.registry.gazetteer
    for actor in reversed(memory.persons):
        is_own = bool(actor.slug) and actor.country == office.country and actor.gender == gender
        if not is_own or actor.title_kind:
            continue
        held = {gazetteer.offices[one.office].kind for one in gazetteer.tenures_of(actor.slug)}
        if any(kind == office.title_kind or kind.startswith(f"{office.title_kind}_of") for kind in held):
            return actor
    return None


def _is_prime(memory: Memory, actor: Actor) -> bool:
    """Tell whether "Prime Minister" stands where a person is first named."""
    near = memory.article.text[max(0, actor.start - NEAR) : actor.end + NEAR] if actor.start >= 0 else ""
    return PRIME in fold(near)


def body(memory: Memory, clause: Clause, mention: Mention) -> Actor | None:
    """Return whose "the ministry" is: the last one named, else by the subject's country, the place, or who is at home.

    "The government" is the subject's; "in Lima, the foreign ministry said" is Peru's.
    """
    words = mention.actor.name.replace("agencia", "agency")
    if clause.words[mention.first] in PERSONAL and (code := state_of_person(memory, clause, mention)):
        return _government(memory.article, words, code)  # "said that her government had"
    named = [one for one in reversed(memory.bodies) if words.split()[-1] in fold(f"{one.name} {one.office}")]
    opening = clause.mentions[0] if clause.words[0] == "in" and clause.mentions[0].last < mention.first else None
    if opening is not None and opening.actor.kind == "country" and len(words.split()) > 1:
        code = opening.actor.country  # "In Peru's capital, Lima, the foreign ministry said"
        named = [one for one in named if one.country == code and words in fold(one.name)]
        if not named:
            return memory.article.registry.other("body", words, code)
    if named:
        return next((one for one in named if words in fold(one.name)), named[0])
    if (house := memory.houses.get(words.split()[-1])) is not None:
        return house
    article, subject = memory.article, memory.subject.country if memory.subject else ""
    if words in ("government", "gobierno"):
        return _government(article, words, subject) if subject else None
    if len(words.split()) == 1 and words != "ministry":
        return None
    place = next((m.actor.country for m in clause.mentions if m.last < mention.first and m.form == "place"), "")
    code = place or article.home or subject
    return article.registry.other("body", words, code) if code else None


def _government(article: Article, noun: str, code: str) -> Actor:
    """Return the government of a state under a name that says whose it is: "Bolivia's government"."""
    state, gazetteer = article.gazetteer.country_by_code(code), article.gazetteer
    if state is None:
        return article.registry.other("body", f"{code} {noun}", code)
    name = gazetteer.short_name(state.slug, article.base, article.language)
    return article.registry.other("body", f"{noun} de {name}" if noun == "gobierno" else f"{name}'s {noun}", code)


def maker(memory: Memory, clause: Clause, number: int, mention: Mention) -> Actor | None:
    """Return who made "the statement": the body after "by", else the last who spoke."""
    after = clause.tokens[mention.last + 1 : mention.last + 2]
    if after and after[0].low in ("by", "from", "of", "de", "del") and number + 1 < len(clause.mentions):
        named = clause.mentions[number + 1]
        if named.first <= mention.last + 3 and named.form != "adjective":
            return named.actor
    if is_of_both(memory.article.clauses, clause.number, clause.words[mention.last]):
        return None
    if clause.words[mention.first] in ("the", "el", "la") and _tells(clause, mention):
        return issuer(memory, clause) or memory.speaker
    return _putting_out(clause, mention)


def _putting_out(clause: Clause, document: Mention) -> Actor | None:
    """Return who puts out a text in which he says more: "emitió un comunicado en el que rechazó"."""
    behind = clause.words[document.last + 1 : document.last + 4]
    if behind[:1] != ["que"] and not (behind[:1] == ["en"] and behind[2:] == ["que"]):
        return None
    number = next((n for n, verb in enumerate(clause.verbs) if verb.head == document.first - 1), None)
    own = subjects(clause, number) if number is not None and clause.verbs[number].lemma in ISSUING else []
    return own[0].actor if len(own) == 1 else None


def _tells(clause: Clause, document: Mention) -> bool:
    """Tell whether a text can be what tells something: no object of an act, "signed the accord", "for the release".

    "In the statement", "according to the note" and "dice el comunicado" are.
    """
    before = clause.words[document.first - 1] if document.first else ""
    if before in PREPOSITIONS or before in ("de", "con", "por", "para", "a", "sobre", "segun"):
        return before in ("in", "en", "segun", "con") or clause.words[document.first - 2] == "according"
    verb = next((one for one in clause.verbs if one.head == document.first - 1), None)
    return verb is None or verb.lemma in SAYING or any(clause.quoted[: verb.first])  # "“…”, concluye el comunicado"
