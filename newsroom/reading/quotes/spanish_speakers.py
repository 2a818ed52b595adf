"""Find who speaks in a Spanish sentence: the subject before a cue or behind it, and whether the cue only goes on."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import subjects
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.prepositions import is_in_phrase
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.quotes.described import CALLED_SO, titled_behind
from newsroom.reading.quotes.people import clause_words

PEOPLE = frozenset(
    "fuentes autoridades funcionarios diplomaticos analistas expertos testigos vecinos medios voceros".split()
)
ALL = frozenset("todo toda todos todas ambos ambas".split())
LATTER = frozenset("este esta aquel aquella".split())
LAST = frozenset("ultimo ultima . ,".split())
OBJECTS = frozenset("se le les lo la los las".split())
INDEFINITE = frozenset("un una unos unas otro otra".split())
DETERMINERS = INDEFINITE | frozenset("el la los las su sus este esta ese esa".split())
ADVERBS = frozenset(
    "tambien ademas hoy ayer anoche luego entonces finalmente posteriormente horas despues antes".split()
)
PHRASE_ENDS = frozenset(
    "en durante tras al a ante sobre para por con desde que hasta segun mientras cuando despues antes mediante".split()
)
MEDIA = frozenset(
    "periodistas medios comunicado prensa entrevista mensaje nota radio twitter x declaracion carta video".split()
)
STATIONS = frozenset(
    "radio cadena emisora television televisora agencia diario periodico revista canal portal semanario web".split()
)
TEXTS = frozenset("comunicado nota texto documento declaracion carta mensaje".split())
# What is announced, denied or confirmed, and says nothing itself.
THINGS = frozenset(
    "firma suscripcion acuerdo acuerdos convenio tratado cargo cargos acusacion acusaciones visita viaje gira reunion"
    " encuentro cumbre llamada creacion apertura reapertura cierre entrega envio retiro salida llegada ruptura medida"
    " medidas decision propuesta denuncia denuncias expulsion inicio reanudacion participacion presencia voluntad"
    " importancia necesidad apoyo respaldo compromiso intencion ataque ataques suspension nombramiento designacion"
    " disposicion interes relacion relaciones cooperacion posibilidad existencia".split()
)
CIRCUMSTANCES = frozenset("hoy ayer anoche este esta en durante".split())
ARTICLES, PAIR = frozenset("el la los las".split()), 2
HEARERS = PEOPLE | MEDIA | STATIONS | TEXTS | frozenset("periodista poblacion ciudadania opinion gente pais".split())
HAVING = frozenset("ha han habia habian habria habrian".split())
LONGEST_PHRASE, MIN_RELATIVE, MIN_NOUN = 10, 5, 2


def joins(clause: Clause, place: int) -> bool:
    """Tell whether "y" or "pero" stands before a cue, an object pronoun between them aside: "y la calificó de"."""
    before = place - 1
    while before > 0 and (clause.words[before] in OBJECTS or clause.words[before] in HAVING):
        before -= 1
    return before > 0 and clause.words[before] in ("y", "e", "pero")


def subject_before(clause: Clause, place: int) -> tuple[Actor, tuple[int, int]] | None:
    """Return who speaks before a cue: the subject of its verb, the nearest free mention, people without a name."""
    number = next((n for n, verb in enumerate(clause.verbs) if verb.head == place), -1)
    if (issuer := _issuing(clause, place)) is not None:
        return issuer
    is_told = _is_told(clause, place)
    if not is_told and (who := _of_who(clause, place)) is not None:
        return who.actor, (who.first, who.last)
    own = subjects(clause, number) if number >= 0 and not is_told else []
    opener = _relative_before(clause, place)  # who is named within it only belongs to what describes the speaker
    found = [m for m in own if m.last < place and not clause.quoted[m.first] and not 0 < opener < m.first]
    if len(found) > 1:
        group = Actor("group", " and ".join(m.actor.name for m in found), members=tuple(m.actor for m in found))
        return group, (found[0].first, found[-1].last)
    if found and found[0].actor.kind != "group":
        return found[0].actor, (found[0].first, found[0].last)
    if is_told or joins(clause, place):  # "convocó a X, a quien expresó": X is only told
        heads = [n for n, verb in enumerate(clause.verbs) if verb.head < place and verb.is_finite]
        shared = [m for m in subjects(clause, heads[-1]) if not clause.quoted[m.first]] if heads else []
        shared = shared or [m for m in clause.mentions[:1] if m.first <= 1 and is_free(clause, m)]
        return (shared[0].actor, (shared[0].first, shared[0].last)) if shared else None
    if opener > 0:
        return _described(clause, opener)
    if _is_of_thing(clause, place):
        return None  # "palabras que considera “…”": the subject is left out
    earlier = [verb.head for verb in clause.verbs if verb.head < place - 1 and verb.is_finite]
    barrier = max(earlier, default=-1)
    free = [m for m in clause.mentions if barrier < m.first and m.last < place and is_free(clause, m)]
    if free:
        return free[-1].actor, (free[-1].first, free[-1].last)
    first = place
    while first > barrier + 1 and place - first < LONGEST_PHRASE and clause.tokens[first - 1].is_word:
        first -= 1
    words = clause.tokens[first:place]
    if len(words) > 1 and words[0].low in DETERMINERS and not clause.quoted[first]:
        return Actor("plain", clause_words(clause, first + 1, place - 1)), (first, place - 1)
    if words and words[0].low in PEOPLE:
        return Actor("plain", clause_words(clause, first, place - 1)), (first, place - 1)
    return None


def _issuing(clause: Clause, place: int) -> tuple[Actor, tuple[int, int]] | None:
    """Return who puts out the text in which a cue stands: "emitió un comunicado en el cual consideró"."""
    link = next((n for n in range(place - 1, max(1, place - PAIR - 2), -1) if clause.words[n] in ("cual", "que")), 0)
    start = next((n for n in range(link - 1, max(0, link - 3), -1) if clause.words[n] == "en"), 0) if link else 0
    if not start or TEXTS.isdisjoint(clause.words[max(0, start - 3) : start]):
        return None
    heads = [n for n, verb in enumerate(clause.verbs) if verb.head < start and verb.is_finite]
    own = subjects(clause, heads[-1]) if heads else []
    return (own[0].actor, (own[0].first, own[0].last)) if len(own) == 1 else None


def _is_told(clause: Clause, place: int) -> bool:
    """Tell whether a cue only tells of whom or what stands before it: "a quien expresó", "lo que llamó", "al que"."""
    before = clause.words[max(0, place - 3) : place]
    if before[-1:] in (["quien"], ["quienes"]):
        return before[-2:-1] == ["a"]
    if before[-1:] != ["que"]:
        return False
    return before[-2:-1] in (["lo"], ["al"]) or (before[:1] == ["a"] and before[-2] in ("la", "los", "las"))


def _of_who(clause: Clause, place: int) -> Mention | None:
    """Return the person right before "quien" and a cue: "habló con su par, X, quien le reiteró"."""
    opener = place - 1
    while opener > 1 and clause.words[opener] in OBJECTS | HAVING:
        opener -= 1
    is_who = opener > 1 and clause.words[opener] in ("quien", "que") and clause.tokens[opener - 1].text == ","
    mention = clause.named.at(opener - 2) if is_who else None
    return mention if mention is not None and mention.actor.kind == "person" else None


def _is_of_thing(clause: Clause, place: int) -> bool:
    """Tell whether a cue stands in a relative clause of a plain noun that names no people."""
    if place < MIN_NOUN or clause.words[place - 1] != "que" or clause.named.covered[place - 2] >= 0:
        return False
    return clause.tokens[place - 2].text.islower() and clause.words[place - 2] not in PEOPLE


def _relative_before(clause: Clause, place: int) -> int:
    """Return the comma that opens a relative clause in commas right before a cue, or 0: "Boric, que viajó, remarcó"."""
    if place < MIN_RELATIVE or clause.tokens[place - 1].text != ",":
        return 0
    for opener in range(place - 2, 0, -1):
        if clause.quoted[opener] or clause.tokens[opener].text in ".;:":
            return 0
        if clause.tokens[opener].text == "," and clause.words[opener + 1] in ("que", "quien"):
            return opener
    return 0


def _described(clause: Clause, comma: int) -> tuple[Actor, tuple[int, int]] | None:
    """Return whom a relative clause behind a comma describes: a mention, else the phrase that opens the sentence."""
    mention = clause.named.at(comma - 1)
    if mention is not None and is_free(clause, mention):
        return mention.actor, (mention.first, mention.last)
    is_phrase = clause.words[0] in DETERMINERS and 1 < comma <= LONGEST_PHRASE
    return (Actor("plain", clause_words(clause, 1, comma - 1)), (0, comma - 1)) if is_phrase else None


def is_free(clause: Clause, mention: Mention) -> bool:
    """Tell whether a mention can be a subject."""
    return (
        not clause.quoted[mention.first]
        and mention.form != "adjective"
        and not mention.is_possessive
        and not is_in_phrase(clause, mention)
    )


def subject_behind(clause: Clause, place: int) -> tuple[Actor, tuple[int, int]] | None:
    """Return who speaks behind a cue, words of time left out: "anunció el miércoles X", "dijo un asesor"."""
    tokens, first = clause.tokens, place + 1
    starts = {time.first: time.last for time in clause.times}
    for _ in range(4):
        dated = first if first in starts else first + 1
        if dated in starts and (dated == first or tokens[first].low in DETERMINERS):
            first = starts[dated] + 1
        elif first < len(tokens) and (tokens[first].low in ADVERBS or tokens[first].low.endswith("mente")):
            first += 1
        elif first + 1 < len(tokens) and tokens[first].low in ("a", "al"):
            hearer = clause.named.at(first + 1)
            first += tokens[first + 1].low in ALL
            known = first + 1 < len(tokens) and tokens[first + 1].low in DETERMINERS
            first = hearer.last + 1 if hearer is not None else _behind_station(clause, first + 2 + known)
            is_described = hearer is None and clause.words[first + 1 : first + 2] in (["el"], ["la"])
            first += is_described and clause.tokens[first].text.islower() and clause.words[first].endswith("s")
    first = _behind_text(clause, _behind_place(clause, _behind_medium(clause, first)))
    if first >= len(tokens) or clause.quoted[first] or not tokens[first].is_word or tokens[first].low in PHRASE_ENDS:
        return None
    if tokens[first].low in LATTER and (first + 1 == len(tokens) or tokens[first + 1].low in LAST):
        return None  # "celebró este último"
    last = first
    while last + 1 < len(tokens) and last - first < LONGEST_PHRASE:
        after = tokens[last + 1]
        if not (after.is_word or (after.text in ".-" and clause.named.covered[last + 1] >= 0)):
            break
        if after.low in PHRASE_ENDS or clause.quoted[last + 1] or last + 1 in starts:
            break
        last += 1
    inside = [m for m in clause.mentions if first <= m.first <= last and _may_speak(m)]
    people = [m for m in inside if m.actor.kind == "person"]
    is_of = bool(people) and clause.words[people[0].first - 1] in ("de", "del")  # "el ministro de Agua, X"
    titled = titled_behind(clause, first, last) if is_of or all(m.form != "name" for m in people) else None
    if titled is not None:
        return titled.actor, (first, titled.last)
    if people:
        return _joined(clause, people, last)
    if tokens[first].low in INDEFINITE:
        return Actor("plain", clause_words(clause, first + 1, last)), (first, last)
    if inside and inside[0].first <= first + 1:
        return _joined(clause, inside, max(last, inside[0].last))
    name = first + (tokens[first].low in DETERMINERS)
    has_honorific = tokens[first].low in ("don", "dona") and first < last and tokens[first + 1].is_capital
    has_honorific = has_honorific or tokens[first].low in PEOPLE
    if name > last or not (name > first or tokens[first].is_capital or has_honorific):
        return None
    return Actor("plain", clause_words(clause, name, last)), (first, last)


def _behind_medium(clause: Clause, first: int) -> int:
    """Return what stands behind "por su parte" and "en un comunicado"."""
    words = clause.words
    if words[first : first + 3] == ["por", "su", "parte"]:
        return first + 3
    if words[first : first + 1] in (["en"], ["ante"]):
        medium = next((n for n in range(first, min(first + 5, len(words))) if words[n] in MEDIA), -1)
        return medium + 1 if medium > 0 else first
    return first


def _behind_text(clause: Clause, first: int) -> int:
    """Return where the maker of a text stands: "recalca el comunicado del ministerio"; else as it was."""
    if TEXTS.isdisjoint(clause.words[first : first + 2]):
        return first
    ahead = range(first + 1, min(first + LONGEST_PHRASE, len(clause.tokens) - 1))
    makers = (n for n in ahead if clause.words[n] in ("de", "del", "por") and clause.words[n + 1] != "prensa")
    maker = next((n for n in makers if not clause.quoted[n]), -1)
    return maker + 1 if maker > 0 else first


def _behind_place(clause: Clause, first: int) -> int:
    """Return where a person stands behind the place from which he speaks: "dijo desde Cartagena el canciller X".

    Whom a preposition governs does not speak: "dijo en referencia a X".
    """
    if clause.words[first : first + 1] not in (["desde"], ["en"], ["ante"]):
        return first
    ahead = [m for m in clause.mentions if first < m.first <= first + LONGEST_PHRASE and m.actor.kind == "person"]
    ahead = [m for m in ahead if not is_in_phrase(clause, m)]
    where = clause.named.at(first + 1)
    if where is not None and clause.words[where.last + 1 : where.last + 2] in (["el"], ["la"]):
        return where.last + 1
    stops = {",", ".", ";"} & set(clause.words[first : ahead[0].first]) if ahead else set()
    return ahead[0].first if ahead and not stops else first


def _behind_station(clause: Clause, first: int) -> int:
    """Return what stands behind the name of a station or paper that was told: "confesó a la radio Oriental"."""
    if first > len(clause.words) or clause.words[first - 1] not in STATIONS:
        return first
    while first < len(clause.tokens) and clause.tokens[first].is_capital and clause.named.covered[first] < 0:
        first += 1
    return first


def _may_speak(mention: Mention) -> bool:
    """Tell whether a mention behind a cue can be its subject."""
    return mention.form != "adjective" and not mention.is_possessive and mention.actor.kind != "document"


def _joined(clause: Clause, found: list[Mention], last: int) -> tuple[Actor, tuple[int, int]]:
    """Return one speaker, or those whom "y" joins."""
    one, pair = found[0], found[:2]
    if len(pair) == 2 and clause.words[pair[0].last + 1 : pair[1].first] in (["y"], ["e"]):
        names = " and ".join(m.actor.name for m in pair)
        return Actor("group", names, members=tuple(m.actor for m in pair)), (pair[0].first, pair[1].last)
    return one.actor, (one.first, max(one.last, min(last, one.last)))


def opens_content(clause: Clause, cue: int, that: int, *, is_apart: bool) -> bool:
    """Tell whether "que" opens what was said, a comma before it or not: "confirmó hoy, que", "a la ANC, que"."""
    if _describes(clause, cue, that):
        return False
    if not is_apart or clause.words[cue + 1] in CIRCUMSTANCES:
        return True
    hearer = clause.named.at(cue + 2) or clause.named.at(cue + 3)
    is_person = hearer is not None and hearer.actor.kind == "person"
    return clause.words[cue + 1] in ("a", "al") and clause.words[that - 1] == "," and not is_person


def is_of_object(clause: Clause, first: int, that: int) -> bool:
    """Tell whether "que" describes an object with its article, that is no inverted subject: "la larga lucha que"."""
    words = clause.words[first:that]
    is_named = any(
        clause.named.covered[n] >= 0 and clause.tokens[n].is_capital for n in range(first, min(first + PAIR, that))
    )
    is_people = not (HEARERS | CALLED_SO | STATIONS).isdisjoint(words[:PAIR])
    return len(words) > PAIR and words[0] in DETERMINERS and not (is_named or is_people) and "," not in words


def _describes(clause: Clause, cue: int, that: int) -> bool:
    """Tell whether "que" opens what is said of a cue's object, no content: "respondió a la nota que envió X"."""
    noun = that - 1
    if noun - 1 <= cue or clause.named.covered[noun] >= 0 or clause.words[noun - 1] not in ARTICLES:
        return False
    before = noun - PAIR
    is_object = before == cue or (before == cue + 1 and clause.words[before] == "a")
    is_object = is_object or any(time.first > cue and before == time.last for time in clause.times)
    return is_object and clause.tokens[noun].text.islower() and clause.words[noun] not in HEARERS


def is_thing(clause: Clause, speaker: Actor, words: tuple[int, int]) -> bool:
    """Tell whether what stands behind a cue is a thing, nobody who could say it: "anunció la firma de un acuerdo"."""
    noun = words[0] + (clause.words[words[0]] in DETERMINERS)
    if speaker.kind == "person" and clause.named.covered[noun] < 0:
        return clause.words[noun + 1 : noun + PAIR] in (["de"], ["del"]) and clause.words[noun] in THINGS
    return speaker.kind == "plain" and clause.words[words[0]] in ARTICLES and clause.words[noun] in THINGS


def is_own_view(outer: Attribution, one: Attribution) -> bool:
    """Tell whether what somebody said tells what his own state thinks: "afirmó que Chile considera «…»"."""
    if not outer.first < one.cue_first < outer.last:
        return False
    if outer.rule != "spanish.before" or outer.speaker is None or one.speaker is None or one.speaker.kind != "country":
        return False
    own = set(outer.speaker.countries)
    return outer.speaker.kind in ("person", "office") and (not own or own == set(one.speaker.countries))
