"""Read cues in relative clauses: what is told within one, who speaks on from one, and what a text that is sent says.

rebels who X says HAVE CAMPS THERE          a raid which X claims KILLED TWO          in what X said WAS A MISTAKE
a plan for which X has shown no love, commenting that CONTENT
X sent a letter to its posts advising CONTENT
X has criticised the decision saying CONTENT
"""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.lexicon import CUE_NOUNS, SAYING
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.quotes.content import content_end
from newsroom.reading.quotes.people import HUMAN, clause_words
from newsroom.reading.quotes.speakers import speaker_of
from newsroom.reading.quotes.texts import puts_out
from newsroom.reading.quotes.unnamed import SOME, TEXTS
from newsroom.reading.verbs import DETERMINERS, PREPOSITIONS, Verb

OPENERS = frozenset(("who", "whom", "which", "that", "what"))
JOINED = OPENERS | frozenset("and or but as when where while because if after before since until".split())
SPEAKERS = frozenset(("name", "office", "pronoun", "anaphor"))
# What somebody does by words, and how he goes on to say why, mostly without a comma.
REACTING = frozenset(
    "criticise criticize condemn denounce reject dismiss defend deny slam blast decry deplore lambast rebuke oppose"
    " refuse rebuff welcome praise support back justify downplay protest respond react reply apologise apologize"
    " retaliate hail".split()
)
# How the words end that describe who speaks: "local officials", "western powers".
ADJECTIVAL = ("al", "an", "ern", "ary", "ed", "ish", "ese", "ior", "eral", "ign", "ent", "ny", "ome", "her", "top")
ALLIED = frozenset("powers countries states nations allies neighbours neighbors capitals".split())
LONGEST_PHRASE = 8  # tokens
GOING_ON = frozenset("saying claiming arguing stating insisting stressing explaining alleging asserting".split())
TOLD = (TEXTS | CUE_NOUNS | frozenset("reports rumours rumors report letter article articles media".split())) - {
    "words"
}


def told_within(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read "NOUN who SPEAKER says CONTENT", whose content starts with its verb."""
    following = clause.verbs[number + 1] if number + 1 < len(clause.verbs) else None
    is_cue = verb.lemma in SAYING and verb.is_finite and not (verb.is_negated or verb.is_passive)
    if following is None or not is_cue or verb.modal or following.first != verb.head + 1:
        return None
    if not following.is_finite or following.is_infinitive or clause.quoted[following.first] != clause.quoted[verb.head]:
        return None
    found = _before(clause, number, verb)
    opener = _opener(clause, found[1][0]) if found is not None else -1
    if found is not None and opener < 0 and following.has_auxiliary:
        opener = found[1][0] - 1  # "an offensive Peru says was backed by Chile"
    if found is None or opener < 1 or clause.words[found[1][0]] in ("it", "they"):
        return None
    last = _end(clause, opener, following, content_end(clause, number, following.first))
    zone = (opener, following.first)
    return Attribution(following.first, last, verb.first, verb.head, *found, "cue.inserted", zone)


def _before(clause: Clause, number: int, verb: Verb) -> tuple[Actor, tuple[int, int]] | None:
    """Return who stands right before a verb: a mention, else people without a name."""
    mention = clause.named.at(verb.first - 1) if verb.first else None
    if mention is not None:
        is_free = mention.form in SPEAKERS and not mention.is_possessive
        return (mention.actor, (mention.first, mention.last)) if is_free else None
    speaker, words = speaker_of(clause, number)
    if speaker is not None and words[1] == verb.first - 1:
        return speaker, words
    return _unnamed(clause, verb)


def _unnamed(clause: Clause, verb: Verb) -> tuple[Actor, tuple[int, int]] | None:
    """Return the people without a name between a relative pronoun, or a noun, and a verb: "which local officials say".

    A state or body whose they are may stand with them: "who its prosecutors say", "that Peru and its allies say".
    """
    last = verb.first - 1
    if clause.words[last] not in HUMAN | ALLIED or clause.quoted[last]:
        return None
    first = last
    while first and last - first < LONGEST_PHRASE and _is_of_phrase(clause, first - 1):
        first -= 1
    if not clause.words[first : last + 1] or clause.words[first - 1 : first] == [","]:
        return None
    opener = first + (clause.words[first] in DETERMINERS)
    code = next((code for n in range(first, last + 1) if (m := clause.named.at(n)) for code in m.actor.countries), "")
    return Actor("plain", clause_words(clause, opener, last), code), (first, last)


def _is_of_phrase(clause: Clause, place: int) -> bool:
    """Tell whether a token can stand within the noun phrase of who speaks."""
    word = clause.words[place]
    if clause.named.covered[place] >= 0 or word in DETERMINERS - OPENERS or word == "and":
        return True
    if clause.tokens[place].is_capital or word in SOME:
        return True
    is_word = clause.tokens[place].is_word and clause.tokens[place].text.islower()
    is_of_verb = any(verb.first <= place <= verb.head for verb in clause.verbs)
    return is_word and word not in OPENERS | PREPOSITIONS and not is_of_verb and word.endswith(ADJECTIVAL)


def _opener(clause: Clause, first: int) -> int:
    """Return the relative pronoun right before a subject, an article between them left out, else -1."""
    place = first - 1 - (first > 0 and clause.words[first - 1] in DETERMINERS - OPENERS)
    return place if place >= 0 and clause.words[place] in OPENERS else -1


def _end(clause: Clause, opener: int, following: Verb, last: int) -> int:
    """Return where a content within a relative clause ends: before a comma, or before the verb of the main clause."""
    comma = next((n for n in range(following.head, last) if clause.words[n] == "," and not clause.quoted[n]), last + 1)
    last = min(last, comma - 1)
    finite = [v for v in clause.verbs if v.is_finite and not (v.is_infinitive or clause.quoted[v.head])]
    if any(v.head < opener for v in finite):
        return last
    behind = (v.first for v in finite if following.head < v.first <= last and clause.words[v.first - 1] not in JOINED)
    return min(last, next(behind, last + 1) - 1)


def speaker_within(clause: Clause, number: int) -> Mention | None:
    """Return the subject of the relative clause from which a participle behind its comma goes on."""
    comma = clause.verbs[number].first - 1
    if comma < 1 or clause.words[comma] != ",":
        return None
    own = [v for v in clause.verbs[:number] if v.is_finite and not (v.is_infinitive or clause.quoted[v.head])]
    mention = clause.named.at(own[-1].first - 1) if own and own[-1].first else None
    opener = _opener(clause, mention.first) if mention is not None and mention.form in SPEAKERS else -1
    if opener < 0 or clause.words[opener] not in ("which", "whom"):
        return None
    return mention if "," not in clause.words[opener:comma] else None


def is_of_reaction(clause: Clause, number: int, verb: Verb) -> bool:
    """Tell whether a participle goes on from what somebody does by words: "criticised the plan saying it had failed".

    Of "denied reports saying that" the reports say it; whom "condemned the man saying" means is left open.
    """
    own = [v for v in clause.verbs[:number] if v.is_finite and not v.is_infinitive and not clause.quoted[v.head]]
    if not own or own[-1].lemma not in REACTING or own[-1].is_passive or clause.words[verb.head] not in GOING_ON:
        return False
    mention = clause.named.at(verb.first - 1)
    is_person = mention is not None and mention.actor.kind == "person" and not mention.is_possessive
    is_told = not TOLD.isdisjoint(clause.words[own[-1].head + 1 : verb.first])
    return not (is_told or is_person) and clause.words[verb.first - 1] not in HUMAN


def is_of_text(clause: Clause, number: int, verb: Verb) -> bool:
    """Tell whether a participle gives the words of a text that is sent: "sent a letter to its posts advising them"."""
    own = [v for v in clause.verbs[:number] if v.is_finite and not v.is_infinitive]
    if not own or not puts_out(clause, own[-1]):
        return False
    texts = [n for n in range(own[-1].head, verb.first) if clause.words[n] in TEXTS]
    return bool(texts) and clause.words[texts[0] + 1] not in ("of", "by", "from")  # not "published a note of Y calling"
