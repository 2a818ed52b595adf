"""Find attributions in a Spanish sentence: cue, speaker, and the stretch that is attributed.

Frames, in the order in which they are tried for each verb:

    "CONTENT", cue SPEAKER        CONTENT, cue SPEAKER        spanish.after
    SPEAKER cue (time) que CONTENT        SPEAKER cue: "CONTENT"        spanish.before
    SPEAKER pidió a X CONTENT        SPEAKER subrayó el CONTENT        spanish.before

Behind a closing mark any verb in the third person is a cue. A speaker whom the sentence leaves out stays open.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import subjects
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.prepositions import is_in_phrase
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.quotes.content import CLOSERS, content_start, trim
from newsroom.reading.quotes.speakers import clause_words
from newsroom.reading.spanish import participles, third_persons

SAYING = """
decir:dij afirmar asegurar señalar destacar informar anunciar declarar indicar explicar advertir:advirt agregar añadir
sostener:sostuv subrayar expresar precisar comentar manifestar reiterar confirmar recordar responder escribir negar
denunciar apuntar detallar considerar criticar lamentar enfatizar puntualizar revelar aclarar insistir contestar
replicar recalcar remarcar resaltar acotar mencionar exponer:expus plantear reafirmar reprochar aseverar reconocer
admitir prometer garantizar alertar opinar argumentar alegar estimar calcular adelantar concluir celebrar quejar
publicar tuitear repetir:repit contar resumir zanjar ratificar sugerir:sugir matizar sentenciar relatar describir
notificar comunicar constatar deplorar rechazar valorar juzgar confiar pronosticar vaticinar evocar ironizar bromear
apostillar espetar inquirir preguntar reclamar amenazar jurar coincidir acordar pensar creer suponer temer exclamar
reportar divulgar rebatir objetar aducir:aduj razonar observar ponderar augurar proclamar pedir:pid exigir
"""
# Verbs whose object tells what somebody asks for; verbs whose object, with its article, tells what somebody said.
ASKING = "pedir:pid exigir instar solicitar reclamar urgir exhortar demandar conminar"
STRESSING = "subrayar destacar resaltar reiterar reafirmar recalcar enfatizar ratificar remarcar agradecer lamentar"
JUDGING = "calificar tachar tildar describir definir catalogar llamar considerar"
# Preterites that end in an "o" without an accent, and participles behind "había".
STRONG = frozenset("dijo sostuvo expuso adujo propuso dicho".split())
PEOPLE = frozenset(
    "fuentes autoridades funcionarios diplomaticos analistas expertos testigos vecinos medios voceros".split()
)
IRREGULAR_PRESENT = {
    "saying": "dice dicen niega niegan advierte advierten sostiene sostienen expone exponen repite repiten pide piden"
    " sugiere sugieren recuerda recuerdan cuenta cuentan reconoce reconocen piensa piensan decia decian",
    "asking": "pide piden",
}
NOUNS_TOO = frozenset("cuenta cuentan informe publica publicas critica criticas denuncia denuncias reclama amenaza"
    " replica replicas observa juzga confia demanda calcula acuerda rechaza contesta valora".split())  # fmt: skip
FINITE_ENDINGS = ("o", "aron", "ieron", "a", "e", "an", "en")
CLITICS = frozenset("se le les lo la me nos asi tambien ademas luego y e".split())
OBJECTS = frozenset("se le les lo la los las".split())
HAVING = frozenset("ha han habia habian".split())
ARTICLES = frozenset("la los las lo".split())
INDEFINITE = frozenset("un una unos unas otro otra".split())
DETERMINERS = INDEFINITE | frozenset("el la los las su sus este esta ese esa".split())
ADVERBS = frozenset(
    "tambien ademas hoy ayer anoche luego entonces finalmente posteriormente horas despues antes".split()
)
PHRASE_ENDS = frozenset(
    "en durante tras al a ante sobre para por con desde que hasta segun mientras cuando despues antes mediante".split()
)
LONGEST_GAP, LONGEST_PHRASE, MIN_RELATIVE, MIN_NOUN = 16, 10, 5, 2
VIEWS = frozenset(
    tuple(words.split())
    for words in ("de acuerdo con", "de acuerdo a", "a juicio de", "en opinion de", "en palabras de", "a criterio de")
)
VIEW_NOUNS = {"segun"} | {words[1] for words in VIEWS}  # one of these has each sentence with such words
NO_CONTENT = frozenset("que quien quienes cual donde cuando como".split())


@cache
def _forms(entries: str, irregular: str = "saying") -> frozenset[str]:
    """Return the folded third persons of verbs, past and present."""
    words = {form for entry in entries.split() for form in third_persons(entry)}
    return frozenset(words | set(IRREGULAR_PRESENT.get(irregular, "").split()))


@cache
def _participles(entries: str) -> frozenset[str]:
    """Return the folded participles of verbs."""
    return frozenset(word for entry in entries.split() for word in participles(entry))


def find_spanish(clause: Clause) -> list[Attribution]:
    """Return the attributions of a Spanish sentence, left to right."""
    found: list[Attribution] = []
    cues = [place for place in range(len(clause.tokens)) if _is_cue(clause, place)]
    for number, place in enumerate(cues):
        following = cues[number + 1] if number + 1 < len(cues) else len(clause.tokens)
        one = _after(clause, place) or _before(clause, place, following)
        if one is None or one.last < one.first:
            continue
        joint = _joint(clause, place)
        between = found[-1].cue_last < one.speaker_words[0] < place if found else False
        if found and joint and found[-1].speaker is not None and not between:
            one.speaker, one.speaker_words = found[-1].speaker, found[-1].speaker_words
        if one.rule == "spanish.after" or place >= (found[-1].last if found else 0) or not joint:
            found.append(one)
        elif found and found[-1].first < place <= found[-1].last:
            found[-1].last = trim(clause, found[-1].first, place - 2)
            found.append(one)
    return found


def _joint(clause: Clause, place: int) -> bool:
    """Tell whether "y" or "pero" stands before a cue, an object pronoun between them aside: "y la calificó de"."""
    before = place - 1
    while before > 0 and (clause.words[before] in OBJECTS or clause.words[before] in HAVING):
        before -= 1
    return before > 0 and clause.words[before] in ("y", "e", "pero")


def _is_cue(clause: Clause, place: int) -> bool:
    """Tell whether a word is a cue: a verb of saying, or any verb right behind a closing mark."""
    token = clause.tokens[place]
    if clause.quoted[place] or not token.is_word or clause.named.covered[place] >= 0:
        return False
    edge = _edge(clause, place)
    if edge >= 0 and clause.quoted[edge - (clause.tokens[edge].text == ",")] and edge < place:
        is_known = token.low in _forms(SAYING) or token.low in _forms(ASKING, "asking")
        is_verbal = is_known or clause.words[place - 1] not in ARTICLES  # "la intentona" is a noun
        return is_verbal and token.text.islower() and token.low.endswith(FINITE_ENDINGS) and len(token.low) > 3
    before = clause.words[place - 1] if place else ""
    if token.text.endswith(("á", "án")) or (token.text.endswith("o") and token.low not in STRONG and before != "ha"):
        return False  # "demandará" is no "demandara", "anuncio" no "anunció"
    if token.low in NOUNS_TOO and (before in DETERMINERS or before in PHRASE_ENDS or before in ("de", "del")):
        return False
    if token.low in _forms(JUDGING, "") or token.low == "llamo":
        return token.low == "llamo" or any(clause.quoted[place:]) or token.low in _forms(SAYING)
    return token.low in _forms(SAYING) or token.low in _forms(ASKING, "asking") or _is_perfect(clause, place)


def _is_perfect(clause: Clause, place: int) -> bool:
    """Tell whether "ha", "había", "han" and the participle of a verb of saying stand at a place: "ha dicho"."""
    before = clause.words[place - 1] if place else ""
    low = clause.words[place]
    return before in HAVING and low in _participles(SAYING)


def _edge(clause: Clause, place: int) -> int:
    """Return the token before a cue, pronouns and small words between them left out."""
    edge = place - 1
    while edge > 0 and not clause.quoted[edge] and clause.words[edge] in CLITICS:
        edge -= 1
    return edge


def _after(clause: Clause, place: int) -> Attribution | None:
    """Read "“CONTENT”, cue SPEAKER" and "CONTENT, cue SPEAKER"; what goes on behind the speaker belongs to it too."""
    tokens, edge = clause.tokens, _edge(clause, place)
    following = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if edge < 1 or following in ("que", ":"):
        return None
    is_dash = tokens[edge].text in "–—"
    closes = tokens[edge].text == "," or is_dash or tokens[edge].text in CLOSERS or clause.quoted[edge]
    if not closes or (tokens[place - 1].low in ("y", "e") and not clause.quoted[edge]):
        return None
    quoted = clause.quoted[edge] or (clause.quoted[edge - 1] and not clause.quoted[edge])
    found = _subject_behind(clause, place)
    behind = found[1][1] + 1 if found is not None else len(tokens)
    if quoted:
        speaker, words = found if found is not None else (None, (place, place))
        last = edge if clause.quoted[edge] else edge - 1
        return Attribution(
            content_start(clause, last), last, place, place, speaker, words, "spanish.after", (place, len(tokens))
        )
    rest = place + 1 if is_dash and tokens[place + 1 : place + 2] and tokens[place + 1].text in "–—" else 0
    if rest:
        first = next((n for n in range(rest, min(rest + 3, len(tokens))) if clause.quoted[n]), 0)
        if not first:
            return None
        last = trim(clause, first, len(tokens) - 1)
        return Attribution(first, last, place, place, None, (place, place), "spanish.after", (0, first))
    marks = "–—" if is_dash else ","
    goes_on = behind + 1 < len(tokens) and tokens[behind].text in marks and _says_more(clause, behind + 1)
    if found is None or not (goes_on or _has_verb(clause, 0, edge)) or tokens[0].low in NO_CONTENT:
        return None
    last = trim(clause, 0, len(tokens) - 1) if goes_on else edge - 1
    return Attribution(0, last, place, place, *found, "spanish.after", (place, len(tokens)))


def _says_more(clause: Clause, place: int) -> bool:
    """Tell whether what was said goes on behind an inserted cue: with quoted words or a verb of its own."""
    opener = clause.words[place]
    if opener in ("que", "quien", "quienes", "y", "al", "tras", "luego", "en", "durante"):
        return False
    return any(clause.quoted[place:]) or _has_verb(clause, place, min(place + 6, len(clause.tokens)))


def _has_verb(clause: Clause, first: int, last: int) -> bool:
    """Tell whether a stretch has a verb, known or by its ending with an accent ("demandará", "firmó")."""
    if any(first <= verb.head < last and verb.is_finite for verb in clause.verbs):
        return True
    return any(
        token.text.endswith(("ó", "á", "án", "ía", "ían", "aron", "ieron")) and token.text.islower()
        for token in clause.tokens[first:last]
    )


def _before(clause: Clause, place: int, following: int) -> Attribution | None:
    """Read "SPEAKER cue (time) que CONTENT", "cue SPEAKER que CONTENT", "SPEAKER cue: “CONTENT”"."""
    tokens = clause.tokens
    speaker, words = _subject_before(clause, place) or (None, (place, place))
    first = _content(clause, place)
    if first < 0:
        return None
    if speaker is None and tokens[place + 1].low not in ("que", "de"):
        speaker, words = _subject_behind(clause, place) or (None, words)
        if words[1] >= first:
            speaker, words = None, (place, place)
    last = len(tokens) - 1
    for ahead in range(first + 1, len(tokens)):
        if tokens[ahead].low in ("y", "e") and ahead + 1 == following and not clause.quoted[ahead]:
            after = tokens[following + 1 : following + 2]
            if after and (after[0].low in ("que", ":") or clause.quoted[following + 1]):
                last = ahead - 1
            break
    rule = "spanish.before"
    return Attribution(first, trim(clause, first, last), place, place, speaker, words, rule, (0, first))


def _content(clause: Clause, place: int) -> int:
    """Return where the content behind a cue starts, or -1: behind "que" or a colon, at a quotation, at an object."""
    tokens, commas = clause.tokens, 0
    is_judging = tokens[place].low in _forms(JUDGING, "")
    for ahead in range(place + 1, min(place + LONGEST_GAP, len(tokens))):
        low = tokens[ahead].low
        if clause.quoted[ahead]:
            return place + 1 if is_judging else ahead
        if low in ("que", ":"):
            if low == "que" and commas % 2:
                break
            return ahead + 1 if ahead + 1 < len(tokens) else -1
        commas += low == ","
        if low in (";", ".") or any(verb.head == ahead and verb.is_finite for verb in clause.verbs):
            break
    low = tokens[place].low
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is None:
        return -1
    if low == "llamo" and after.low in ("a", "al"):
        return place + 1 if _asks(clause, place + 2) else -1
    if low in _forms(ASKING, "asking") and after.text not in ",.":
        mention = clause.named.at(place + 2) if after.low in ("a", "al") else None
        return mention.last + 1 if mention is not None and mention.last + 2 < len(tokens) else place + 1
    is_stressed = (
        low in _forms(STRESSING, "")
        and tokens[place - 1].low != "se"
        and after.low in DETERMINERS
        and len(tokens) - place > 4
    )
    return place + 1 if is_stressed else -1


def _asks(clause: Clause, place: int) -> bool:
    """Tell whether "a" and an infinitive follow: "llamó a X a reabrir", not "llamó a su embajador a consultas"."""
    tokens = clause.tokens
    return any(
        tokens[n].low == "a" and tokens[n + 1].low.endswith(("ar", "er", "ir", "se"))
        for n in range(place, min(place + 8, len(tokens) - 1))
    )


def _subject_before(clause: Clause, place: int) -> tuple[Actor, tuple[int, int]] | None:
    """Return who speaks before a cue: the subject of its verb, the nearest free mention, people without a name."""
    number = next((n for n, verb in enumerate(clause.verbs) if verb.head == place), -1)
    found = (
        [m for m in subjects(clause, number) if m.last < place and not clause.quoted[m.first]] if number >= 0 else []
    )
    if len(found) > 1:
        group = Actor("group", " and ".join(m.actor.name for m in found), members=tuple(m.actor for m in found))
        return group, (found[0].first, found[-1].last)
    if found and found[0].actor.kind != "group":
        return found[0].actor, (found[0].first, found[0].last)
    if number < 0 and _joint(clause, place):
        heads = [n for n, verb in enumerate(clause.verbs) if verb.head < place and verb.is_finite]
        shared = [m for m in subjects(clause, heads[-1]) if not clause.quoted[m.first]] if heads else []
        return (shared[0].actor, (shared[0].first, shared[0].last)) if shared else None
    if (named := _before_relative(clause, place)) is not None:
        return named.actor, (named.first, named.last)
    if _is_of_thing(clause, place):
        return None  # "palabras que considera “…”": the subject is left out
    earlier = [verb.head for verb in clause.verbs if verb.head < place - 1 and verb.is_finite]
    barrier = max(earlier, default=-1)
    free = [m for m in clause.mentions if barrier < m.first and m.last < place and _is_free(clause, m)]
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


def _is_of_thing(clause: Clause, place: int) -> bool:
    """Tell whether a cue stands in a relative clause of a plain noun that names no people."""
    if place < MIN_NOUN or clause.words[place - 1] != "que" or clause.named.covered[place - 2] >= 0:
        return False
    return clause.tokens[place - 2].text.islower() and clause.words[place - 2] not in PEOPLE


def _before_relative(clause: Clause, place: int) -> Mention | None:
    """Return whom a relative clause in commas right before a cue describes: "Boric, que viajó en mayo, remarcó"."""
    if place < MIN_RELATIVE or clause.tokens[place - 1].text != ",":
        return None
    for opener in range(place - 2, 0, -1):
        if clause.quoted[opener] or clause.tokens[opener].text in ".;:":
            return None
        if clause.tokens[opener].text == "," and clause.words[opener + 1] in ("que", "quien"):
            mention = clause.named.at(opener - 1)
            return mention if mention is not None and _is_free(clause, mention) else None
    return None


def _is_free(clause: Clause, mention: Mention) -> bool:
    """Tell whether a mention can be a subject."""
    return (
        not clause.quoted[mention.first]
        and mention.form != "adjective"
        and not mention.is_possessive
        and not is_in_phrase(clause, mention)
    )


def _subject_behind(clause: Clause, place: int) -> tuple[Actor, tuple[int, int]] | None:
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
            known = tokens[first + 1].low in DETERMINERS
            first = hearer.last + 1 if hearer is not None else first + 2 + known
    if first >= len(tokens) or clause.quoted[first] or not tokens[first].is_word or tokens[first].low in PHRASE_ENDS:
        return None
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


def openers(clause: Clause) -> Iterator[tuple[int, int]]:
    """Yield where words that name whose view follows start and where he is named: "según X", "a juicio de X"."""
    tokens = clause.tokens
    if clause.lows.isdisjoint(VIEW_NOUNS):
        return
    for place, token in enumerate(tokens):
        if clause.quoted[place]:
            continue
        if token.low == "segun" and place + 1 < len(tokens):
            verb = tokens[place + 1].low in _forms(SAYING)
            yield place, place + 1 + verb
        elif tuple(clause.words[place : place + 3]) in VIEWS and place + 3 < len(tokens):
            yield place, place + 3
