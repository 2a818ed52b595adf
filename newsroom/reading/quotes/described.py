"""Find whom words between a name and its verb describe: an office, an apposition, a relative clause."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.lexicon import SAYING
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.own_nouns import RELATIVES
from newsroom.reading.prepositions import is_in_phrase
from newsroom.reading.quotes.people import CUTTING, HUMAN, clause_words
from newsroom.reading.verbs import DETERMINERS, PREPOSITIONS, Verb

CONNECTIVES = frozenset(("and", "but", "or", "that", "which", "who", "as", "when", "while", "because", "so", "then"))
OWNERS = frozenset("the a an one his her its their another some".split())
ENDS = (PREPOSITIONS - {"of", "for"}) | CONNECTIVES
INSERTED = frozenset("a an the who whose one".split())
OF = frozenset(("of", "for", "de", "del"))
ARTICLES = frozenset("the a an el la un una".split())
# What no person's name in commas follows: "According to the report, Ann Lee has left".
NAMELESS = frozenset("report reports statement note readout release study survey document media paper text".split())
CALLED_SO = HUMAN | frozenset(
    "subsecretario subsecretaria secretario secretaria vocero vocera portavoz director directora jefe jefa ministro"
    " ministra canciller presidente presidenta embajador embajadora comisario comisaria alcalde alcaldesa gobernador"
    " titular responsable primer viceministro viceministra mandatario mandataria comandante relator relatora"
    " representante lider".split()
)
# Cues that may close a content before people without a name: "…, commented a senior official while".
CLOSING = frozenset("say add warn comment explain remark insist argue state observe stress announce report".split())
WRITTEN = frozenset("letter note message email memo reply cable telegram statement".split())
SPEAKING_IN = frozenset(
    "speaking responding replying reacting commenting addressing briefing answering writing".split()
)
RANKS = frozenset("general almirante coronel capitan doctor doctora don dona embajador embajadora".split())
BREAKS = frozenset("who which that while when as after".split())
RELATIVE = frozenset(("who", "whose"))
LONGEST_RELATIVE, LONGEST_HEAD, LONGEST_BARE, LONGEST_PAPER, LONGEST_SPEAKING = 26, 10, 4, 3, 14  # words
# The last word of an outlet's name: "Lima Post".
PAPERS = frozenset(
    "post times herald star daily news tribune gazette chronicle mail mirror observer standard monitor guardian"
    " telegraph journal review nation globe inquirer bulletin dispatch examiner courier sentinel weekly radio tv"
    " television press broadcasting independent express argus sun leader citizen reporter insider".split()
)


def named_behind(clause: Clause, mention: Mention) -> Mention:
    """Return the person whose name follows an office and a comma: "said the Greek minister, X"; else the office.

    The name may also close what the office is for: "said Head of the team for dialogue with Y, Z" without the comma.
    """
    if mention.actor.kind == "office" and (closing := _closing_name(clause, mention)) is not None:
        return closing
    place = mention.last + 2
    if mention.actor.kind != "office" or place >= len(clause.tokens) or clause.tokens[place - 1].text != ",":
        return mention
    name = clause.named.at(place)
    return name if name is not None and name.first == place and name.actor.kind == "person" else mention


def _closing_name(clause: Clause, office: Mention) -> Mention | None:
    """Return the person whose name stands right before the first mark or verb behind an office and its "of"."""
    place = office.last + 1
    if place >= len(clause.tokens) or not (clause.words[place] in OF or clause.tokens[place].is_capital):
        return None
    heads = {verb.first for verb in clause.verbs}
    while place < len(clause.tokens) and clause.tokens[place].is_word and place not in heads:
        place += 1
    if (closing := _name_behind_comma(clause, place)) is not None:
        return closing
    person = clause.named.at(place - 1)
    is_his = person is not None and person.actor.kind == "person" and not person.actor.title_kind
    return person if person is not None and is_his and clause.words[person.first - 1] not in PREPOSITIONS else None


def before_apposition(clause: Clause, place: int) -> Mention | None:
    """Return the person before a short apposition that commas enclose: "Ann Lee, R-Ohio, said", "Ann Lee, 45, said"."""
    if place < 3 or clause.tokens[place - 1].text != ",":
        return _before_who(clause, place) if clause.words[place - 1] == "who" else _before_speaking(clause, place)
    if (found := _before_insertion(clause, place)) is not None:
        return found
    for opening in range(place - 2, max(0, place - 9), -1):
        if clause.quoted[opening] or opening in clause.heads:
            return None
        if clause.tokens[opening].text == ",":
            mention = clause.named.at(opening - 1)
            return mention if mention is not None and mention.actor.kind == "person" else None
    return None


def _before_who(clause: Clause, place: int) -> Mention | None:
    """Return the people without a name of whom "who" tells that they speak: "angered farmers in Peru who said"."""
    last = place - 2 - (clause.words[place - 2] == ",")  # "quoted an official, who called"
    own = clause.named.at(last)
    if own is not None and (own.actor.kind == "person" or own.form == "office"):
        return None
    for noun in range(last, max(0, last - LONGEST_BARE - 1), -1):
        if clause.quoted[noun] or clause.tokens[noun].text in ",;:" or noun in clause.heads:
            return None
        if clause.words[noun] in HUMAN:
            first = noun - 2 if clause.words[noun - 1] == "and" and clause.words[noun - 2] in HUMAN else noun
            return Mention(first, last, Actor("plain", clause_words(clause, first, last)), "name")
    return None


def _before_speaking(clause: Clause, place: int) -> Mention | None:
    """Return who stands before where he speaks, no comma behind it: "Ann Lee, speaking in Lima on Monday said"."""
    if clause.lows.isdisjoint(SPEAKING_IN):
        return None
    for opener in range(place - 2, max(0, place - LONGEST_SPEAKING), -1):
        if clause.quoted[opener] or clause.tokens[opener].text in ";:":
            return None
        verb = next((v for v in clause.verbs if v.head == opener), None) if opener in clause.heads else None
        if verb is not None and (verb.is_finite or verb.has_auxiliary):
            return None
        if clause.words[opener] in SPEAKING_IN:
            last = opener - 1 - (clause.tokens[opener - 1].text == ",")
            mention = clause.named.at(last) if last >= 0 else None
            is_free = mention is not None and not mention.is_possessive and mention.form in ("name", "office")
            return mention if mention is not None and is_free and not is_in_phrase(clause, mention) else None
    return None


def is_past_object(clause: Clause, found: list[Mention], beside: Mention) -> bool:
    """Tell whether a name and its office stand behind what an earlier verb acts upon: "expelled X, an aide, Y said"."""
    if clause.words[beside.last + 1] == "who" and beside.actor.kind == "plain":
        return True  # "angered farmers in Peru who said"
    is_object = any(verb.is_finite and verb.head < found[0].first for verb in clause.verbs)
    has_comma = "," in clause.words[beside.first : beside.last]
    return is_object and has_comma and "," in clause.words[found[-1].last + 1 : beside.first]


def _before_insertion(clause: Clause, place: int) -> Mention | None:
    """Return who opens a clause before a long apposition: "Ann Lee, a lawyer who has worked there since 2001, said"."""
    for mention in clause.mentions:
        if mention.last + 1 >= place - 1:
            return None
        opens = (
            mention.first == 0
            or clause.quoted[mention.first - 1]
            or (mention.first == 1 and clause.words[0] in CUTTING)
        )
        after = clause.words[mention.last + 2] if mention.last + 2 < place else ""
        if not opens or mention.actor.kind != "person" or clause.tokens[mention.last + 1].text != ",":
            continue
        inside = [verb for verb in clause.verbs if mention.last < verb.head < place and verb.is_finite]
        first = inside[0].first if inside else place
        relative = any(token.low in RELATIVES for token in clause.tokens[mention.last + 2 : first])
        if after in INSERTED and (relative or not inside):
            return mention
    return _surname_behind_quotation(clause, place)


def _surname_behind_quotation(clause: Clause, place: int) -> Mention | None:
    """Return a bare surname between a quotation and its apposition: “…,” Ortiz, the mayor, said."""
    for start in range(1, place - 3):
        token = clause.tokens[start]
        if not clause.quoted[start] and clause.quoted[start - 1] and clause.named.covered[start] < 0:
            is_name = token.is_capital and token.is_word and clause.tokens[start + 1].text == ","
            has_apposition = clause.words[start + 2] in INSERTED
            return Mention(start, start, Actor("plain", token.text), "name") if is_name and has_apposition else None
    return None


def _name_behind_comma(clause: Clause, comma: int) -> Mention | None:
    """Return the person whose name alone follows the comma that closes an office: "the head of the Y agency, Z,"."""
    first = comma + 1 + (clause.words[comma + 1 : comma + 2] != [] and clause.words[comma + 1] in RANKS)
    name = clause.named.at(first) if clause.tokens[comma : comma + 1] and clause.words[comma] == "," else None
    if name is None or name.first not in (comma + 1, first) or name.actor.kind != "person" or name.form != "name":
        return None
    after = clause.words[name.last + 1] if name.last + 1 < len(clause.tokens) else "."
    return None if name.is_possessive or after in ("and", "or") else name


def titled_behind(clause: Clause, first: int, last: int) -> Mention | None:
    """Return the person whose name in commas follows an office: "la vocera del Gobierno, X,"."""
    opener = first + (clause.words[first] in ARTICLES)
    is_called = CALLED_SO.intersection(clause.words[opener : opener + 2]) or (
        not clause.is_spanish and clause.words[last] in HUMAN
    )
    if not is_called or opener > last or clause.words[last] in NAMELESS:
        return None
    name = _name_behind_comma(clause, last + 1)
    is_closed = name is not None and (name.last + 1 >= len(clause.tokens) or clause.words[name.last + 1] in ",.;:")
    return name if is_closed or (name is not None and clause.words[name.last] == ",") else None


def before_relative(clause: Clause, verb: Verb) -> tuple[Actor, tuple[int, int]] | None:
    """Return whom a relative clause before a cue describes: "a diplomat who asked not to be named said"."""
    place = verb.first
    if clause.lows.isdisjoint(RELATIVE) or clause.words[place - 1] in ("and", "but", "or", "who"):
        return None
    opener = place - 2
    while opener > 0 and clause.words[opener] not in RELATIVE:
        if place - opener > LONGEST_RELATIVE or clause.quoted[opener] or clause.tokens[opener].text in ";:":
            return None
        opener -= 1
    inside = [v for v in clause.verbs if opener < v.head < place and v.is_finite and not v.is_infinitive]
    is_open = clause.words[place - 1] != ","
    if opener < 1 or not inside or (is_open and inside[-1].lemma in SAYING and inside[-1].lemma != "speak"):
        return None
    return _head_before(clause, opener - 1 - (clause.words[opener - 1] == ","))


def _head_before(clause: Clause, last: int) -> tuple[Actor, tuple[int, int]] | None:
    """Return who a noun phrase names that ends at a token: a person, else people without a name and where they are."""
    mention = clause.named.at(last)
    if mention is not None and mention.actor.kind == "person" and mention.form in ("name", "office"):
        return mention.actor, (mention.first, mention.last)
    first = last
    while first and last - first < LONGEST_HEAD and clause.tokens[first - 1].is_word and not clause.quoted[first - 1]:
        if clause.words[first] in DETERMINERS and not {*clause.words[first : last + 1]}.isdisjoint(HUMAN):
            break
        if first - 1 in clause.heads or clause.words[first - 1] in CUTTING:
            break
        first -= 1
    words = clause.words[first : last + 1]
    opener = first + (words[0] in DETERMINERS)
    if words[0] not in DETERMINERS and not (clause.words[last] in HUMAN and last - first < LONGEST_BARE):
        return None
    code = next((code for n in range(opener, last + 1) if (m := clause.named.at(n)) for code in m.actor.countries), "")
    return Actor("plain", clause_words(clause, opener, last), code), (first, last)


def maker_of(clause: Clause, document: Mention, end: int) -> tuple[Actor, tuple[int, int]] | None:
    """Return who made a document that speaks: "a statement issued by X said", "the letter, signed by X, says"."""
    for place in range(document.last + 1, min(document.last + 9, end)):
        is_from = clause.words[place] in ("by", "from")
        mention = clause.named.at(place + 1) if is_from else None
        if is_from and tuple(clause.words[place + 1 : place + 3]) in (("his", "office"), ("her", "office")):
            owner = possessor(clause, place + 1)
            return (owner, (document.first, place + 2)) if owner is not None else None
        if mention is not None and mention.form != "adjective" and not mention.is_possessive:
            return mention.actor, (document.first, mention.last)
        if is_from and place + 1 < end and (mention is None or mention.actor.kind != "person"):
            last = _phrase_end(clause, place + 1, end)
            first = min(last, place + 1 + (clause.words[place + 1] in OWNERS))
            if clause.words[last] in HUMAN or clause.words[first] in HUMAN:
                return Actor("plain", clause_words(clause, first, last)), (document.first, last)
        if mention is not None and mention.is_possessive and clause.words[mention.last + 1] in ("office", "ministry"):
            return mention.actor, (document.first, mention.last + 1)  # "a statement from his office"
    return None


def possessor(clause: Clause, place: int) -> Actor | None:
    """Return whom "his", "her", "its" before a token means: the nearest other person or state named before."""
    low = clause.words[place]
    wanted = {"his": "he", "her": "she"}.get(low, "")
    kinds = ("person",) if wanted else ("country", "body", "group")
    found = [m.actor for m in clause.mentions if m.last < place and m.actor.kind in kinds and m.form != "adjective"]
    matching = [actor for actor in found if not wanted or actor.gender in ("", wanted)]
    return matching[-1] if matching else None


def _phrase_end(clause: Clause, first: int, end: int) -> int:
    """Return the last token of a noun phrase and of what hangs on it by "of" or "for", words of time left out."""
    starts = {time.first for time in clause.times}
    last = first
    while last + 1 < end and clause.tokens[last + 1].is_word and not clause.quoted[last + 1]:
        if last + 1 in starts or clause.words[last + 1] in ENDS:
            break
        last += 1
    return last


def phrase_behind(clause: Clause, verb: Verb) -> tuple[Actor, tuple[int, int]] | None:
    """Return the people without a name behind a cue that closes a content: "…, said his hosts."."""
    before = clause.tokens[verb.first - 1].text if verb.first else ""
    if before != "," or verb.lemma not in CLOSING or verb.has_auxiliary or clause.quoted[verb.head - 1]:
        return None
    first = last = verb.head + 1
    while (
        last < len(clause.tokens)
        and last - first < 6
        and (clause.tokens[last].is_word or clause.words[last] in ("'s", "’s"))
    ):
        if clause.words[last] in PREPOSITIONS | BREAKS or clause.quoted[last]:
            break
        last += 1
    words = clause.words[first:last]
    if not words or words[0] not in OWNERS or words[-1] not in HUMAN:
        return None
    return Actor("plain", clause_words(clause, first + 1, last - 1)), (first, last - 1)


def paper_at(clause: Clause, mention: Mention, end: int) -> tuple[Actor, tuple[int, int]] | None:
    """Return the outlet whose name a place begins: "the Lima Post reported", "Chile Daily News said"."""
    first, last = mention.last + 1, end - 1
    if mention.actor.kind != "country" or mention.is_possessive or not first <= last < first + LONGEST_PAPER:
        return None
    is_name = all(clause.tokens[n].is_capital for n in range(first, end))
    if not is_name or clause.words[last] not in PAPERS:
        return None
    opener = mention.first + (clause.words[mention.first] in OWNERS)
    return Actor("plain", clause_words(clause, opener, last)), (mention.first, last)


def _writer(clause: Clause, own: Mention) -> tuple[Actor, tuple[int, int]] | None:
    """Return who wrote what is sent to who stands before a cue: "A letter from X to Y, seen by Z, says"."""
    link = own.first - 1 - (own.first > 1 and clause.words[own.first - 1] in DETERMINERS)
    if link < 2 or clause.words[link] != "to" or clause.words[min(1, link)] not in WRITTEN:
        return None
    text = clause.named.at(1) or Mention(0, 1, Actor("document", clause.words[1]), "name")
    return maker_of(clause, text, link)


def closing(clause: Clause, verb: Verb, own: Mention) -> tuple[Actor, tuple[int, int]] | None:
    """Return the people without a name behind a cue that closes a sentence, whose subject another verb has."""
    if (writer := _writer(clause, own)) is not None:
        return writer
    is_told = any(own.last < v.head < verb.first - 1 and v.is_finite for v in clause.verbs)
    behind = phrase_behind(clause, verb) if is_told and own.last < verb.first else None
    after = clause.words[behind[1][1] + 1] if behind is not None and behind[1][1] + 1 < len(clause.tokens) else "."
    return behind if after in BREAKS | {".", ","} else None
