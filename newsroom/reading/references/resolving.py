"""Give each reference of an article the actor that it stands for."""

from __future__ import annotations

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.names.holders import name_holders
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.references.holders import body, holder, maker
from newsroom.reading.references.memory import Memory
from newsroom.reading.references.owners import housed, lend_country, lend_office, own_by_whose, owned
from newsroom.reading.references.plurals import plural
from newsroom.reading.references.pronouns import pronoun
from newsroom.reading.references.states import state

GENDERS = {"el": "he", "al": "he", "del": "he", "la": "she"}  # of the article before an office


def resolve_references(article: Article) -> None:
    """Give each pronoun, anaphor and office the actor that it stands for."""
    memory = Memory(article)
    for clause in article.clauses:
        if clause.is_spanish:
            clause.implied = memory.implied()
        name_holders(article.registry, clause.tokens, clause.mentions, clause.verbs)
        for number, mention in enumerate(clause.mentions):
            own_by_whose(article.registry, clause, mention)
            if mention.actor.kind in ("pronoun", "group", "office", "bodyref", "document", "stateref"):
                found = _find(memory, clause, number, mention)
                if found is not None:
                    mention.actor = found
            if mention.actor.kind == "person":
                owners = [*reversed(memory.here), memory.subject]
                lend_office(mention.actor, owners)
                lend_country(clause, mention, owners)
            memory.note(clause, number, mention)
        memory.end_sentence(clause)
    for guest, country in article.guests:
        guest.country = guest.country or country
    for clause in article.clauses:
        clause.subjects = {}


def _find(memory: Memory, clause: Clause, number: int, mention: Mention) -> Actor | None:
    """Return the actor for a reference."""
    kind = mention.actor.kind
    if kind in ("group", "stateref") and (named := _named_in_commas(clause, mention)) is not None:
        return named
    if kind in ("pronoun", "group"):
        return pronoun(memory, clause, mention) if kind == "pronoun" else plural(memory, clause, mention)
    if kind == "office":
        registry, own = memory.article.registry, memory.here[:1]
        found = holder(memory, owned(registry, clause, mention, (*own, memory.subject)), _gender(clause, mention))
        return found or housed(registry, clause, mention, (*own, memory.speaker))
    if kind == "bodyref":
        return body(memory, clause, mention)
    if kind == "document":
        return maker(memory, clause, number, mention)
    if kind == "stateref":
        return state(memory, clause, number, mention)
    return None


def _gender(clause: Clause, mention: Mention) -> str:
    """Return the gender of the article before a Spanish office; empty where none stands there."""
    words = clause.words[max(0, mention.first - 1) : mention.first + 1] if clause.is_spanish else []
    return next((GENDERS[word] for word in words if word in GENDERS), "")


def _named_in_commas(clause: Clause, mention: Mention) -> Actor | None:
    """Return the state that a noun in commas describes behind it: "Chile, their neighbour, offered"."""
    opener = clause.named.at(0)
    if opener is None or opener.actor.kind != "country" or opener.form != "name":
        return None
    is_inside = mention.first == opener.last + 2 and clause.words[opener.last + 1] == ","
    return opener.actor if is_inside and clause.words[mention.last + 1 : mention.last + 2] == [","] else None
