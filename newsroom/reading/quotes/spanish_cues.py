"""Find attributions in a Spanish sentence: cue, speaker, and the stretch that is attributed.

Frames, in the order in which they are tried for each verb:

    "CONTENT", cue SPEAKER        CONTENT, cue SPEAKER        spanish.after
    SPEAKER cue (time) que CONTENT        SPEAKER cue: "CONTENT"        spanish.before
    SPEAKER pidió a X CONTENT        SPEAKER subrayó el CONTENT        spanish.before

Behind a closing mark any verb in the third person is a cue. A speaker whom the sentence leaves out stays open.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from newsroom.reading.analysis import Clause
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.quotes.content import CLOSERS, content_start, trim
from newsroom.reading.quotes.marks import TITLES
from newsroom.reading.quotes.spanish_gerunds import find_gerunds
from newsroom.reading.quotes.spanish_idioms import find_idioms
from newsroom.reading.quotes.spanish_speakers import (
    DETERMINERS,
    HAVING,
    OBJECTS,
    PHRASE_ENDS,
    THINGS,
    is_free,
    is_of_object,
    is_own_view,
    is_thing,
    joins,
    opens_content,
    subject_before,
    subject_behind,
)
from newsroom.reading.spanish_forms import participles, third_persons

SAYING = """
decir:dij afirmar asegurar señalar destacar informar anunciar declarar indicar explicar advertir:advirt agregar añadir
sostener:sostuv subrayar expresar precisar comentar manifestar reiterar confirmar recordar responder escribir negar
denunciar apuntar detallar considerar criticar lamentar enfatizar puntualizar revelar aclarar insistir contestar
replicar recalcar remarcar resaltar acotar mencionar exponer:expus plantear reafirmar reprochar aseverar reconocer
admitir prometer garantizar alertar opinar argumentar alegar estimar calcular adelantar concluir celebrar quejar
publicar tuitear repetir:repit contar resumir zanjar ratificar sugerir:sugir matizar sentenciar relatar describir
notificar comunicar constatar deplorar rechazar valorar juzgar confiar pronosticar vaticinar evocar ironizar bromear
apostillar espetar inquirir preguntar reclamar amenazar jurar coincidir acordar pensar creer suponer temer exclamar
reportar divulgar rebatir objetar aducir:aduj razonar observar ponderar augurar proclamar pedir:pid exigir abundar
ahondar anticipar proponer:propus descartar esperar agradecer
"""
# Verbs whose object tells what somebody asks for; verbs whose object, with its article, tells what somebody said.
ASKING = "pedir:pid exigir instar solicitar reclamar urgir exhortar demandar conminar"
STRESSING = "subrayar destacar resaltar reiterar reafirmar recalcar enfatizar ratificar remarcar agradecer lamentar"
# Verbs whose own object is what somebody feels or wants: "expresó su solidaridad con".
FEELING, OWN = "expresar manifestar", frozenset(("su", "sus"))
# Verbs whose object tells what came or comes about, where its noun is one of deeds: "anunció la reapertura de".
STATING = "anunciar confirmar revelar informar negar admitir adelantar"
JUDGING = "calificar tachar tildar describir definir catalogar llamar considerar denominar"
# Preterites that end in an "o" without an accent, and participles behind "había".
STRONG = frozenset("dijo sostuvo expuso adujo propuso dicho".split())
IRREGULAR_PRESENT = {
    "saying": "dice dicen niega niegan advierte advierten sostiene sostienen expone exponen repite repiten pide piden"
    " sugiere sugieren recuerda recuerdan cuenta cuentan reconoce reconocen piensa piensan decia decian",
    "asking": "pide piden",
}
NOUNS_TOO = frozenset("cuenta cuentan informe publica publicas critica criticas denuncia denuncias reclama amenaza"
    " espera replica replicas observa juzga confia demanda calcula acuerda rechaza contesta"
    " valora".split())  # fmt: skip
FINITE_ENDINGS = ("o", "aron", "ieron", "a", "e", "an", "en")
CLITICS = frozenset("se le les lo la me nos asi tambien ademas luego y e".split())
IMPERSONAL = tuple("acord reafirm indic destac reiter subray resalt enfatiz ratific remarc esper".split())
PAST = ("ó", "ron")
DEEDS, LINKS = ("cion", "sion", "miento", "aje", "encia"), frozenset("de del desde con en entre a al oficial".split())
ARTICLES = frozenset("la los las lo".split())
REFERRING = frozenset(("refirio", "refirieron", "refiere", "refieren", "referia", "referian"))
# Words that end like a verb and are none, where a quotation is only a part of what goes on: "… “grave” entre ambos".
NO_VERBS = frozenset(
    "entre como ahora para sobre ante contra hasta hacia desde durante mediante donde cuando mientras aunque porque"
    " pero sino cada toda todo nada algo mucho poco tanto cuanto mismo misma este esta ese esa aquella otra otro una"
    " uno ella ello siempre nunca todavia tampoco incluso dentro fuera cerca arriba debajo encima enfrente delante"
    " aparte salvo excepto bajo luego pronto apenas acaso quiza dado debido junto respecto primero segundo tercero"
    " siguiente parte frente medio conforme pese gracias".split()
)
PRETERITES = ("jo", "uvo", "uso", "izo", "iso", "ino", "udo", "upo")  # "dijo", "tuvo", "puso", "hizo", "vino"
NEAR_SOURCE = 4
LONGEST_GAP, FEWEST_QUOTED, LONGEST_OPENING = 16, 3, 8  # words
THUS, REACH_OF_THUS = (("asi",), ("de", "esta", "manera"), ("de", "esta", "forma"), ("de", "este", "modo")), 3
WITH_THESE = ("con", "estas", "palabras")
NO_CONTENT = frozenset("que quien quienes cual donde cuando como".split())


@cache
def forms(entries: str, irregular: str = "saying") -> frozenset[str]:
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
        if "segun" in clause.words[max(0, place - NEAR_SOURCE) : place - 1]:
            continue  # "un preso que, según X, pidió volver": X tells it
        if found and found[-1].first < place <= found[-1].last and _is_within_words(clause, place):
            continue
        following = cues[number + 1] if number + 1 < len(cues) else len(clause.tokens)
        one = _after(clause, place) or _before(clause, place, following)
        if one is None or one.last < one.first or (found and is_own_view(found[-1], one)):
            continue
        joint = joins(clause, place)
        between = found[-1].cue_last < one.speaker_words[0] < place if found else False
        if found and joint and found[-1].speaker is not None and not between:
            one.speaker, one.speaker_words = found[-1].speaker, found[-1].speaker_words
        if found and one.rule == "spanish.after" and found[-1].first < one.first <= found[-1].last:
            found[-1].last = trim(clause, found[-1].first, one.first - 1)  # "dijo que A, «B», agregó"
        if one.rule == "spanish.after" or place >= (found[-1].last if found else 0) or not joint:
            found.append(one)
        elif found and found[-1].first < place <= found[-1].last:
            found[-1].last = trim(clause, found[-1].first, place - 2)
            found.append(one)
    known = {one.cue_last for one in found}
    found += [one for one in find_idioms(clause) if one.cue_last not in known]
    return [*found, *find_gerunds(clause, found)]


def _is_cue(clause: Clause, place: int) -> bool:
    """Tell whether a word is a cue: a verb of saying, or any verb right behind a closing mark."""
    token = clause.tokens[place]
    if clause.quoted[place] or not token.is_word or clause.named.covered[place] >= 0:
        return False
    edge = _edge(clause, place)
    if edge >= 0 and clause.quoted[edge - (clause.tokens[edge].text == ",")] and edge < place:
        is_known = token.low == "lee" or token.low in forms(SAYING) or token.low in forms(ASKING, "asking")
        is_verbal = is_known or not (
            token.low in NO_VERBS or clause.words[place - 1] in ARTICLES or _is_noun(clause, place)
        )  # "la intentona"
        return (
            is_verbal
            and token.text.islower()
            and token.low.endswith(FINITE_ENDINGS)
            and (len(token.low) > 3 or token.low == "lee")
        )
    before = clause.words[place - 1] if place else ""
    if token.text.endswith(("á", "án")) or (
        token.text.endswith("o") and token.low not in STRONG and before not in HAVING
    ):
        return False  # "demandará" is no "demandara", "anuncio" no "anunció"
    if token.low in NOUNS_TOO and (before in DETERMINERS or before in PHRASE_ENDS or before in ("de", "del")):
        return False
    if token.low in REFERRING:
        ahead = slice(place, place + LONGEST_GAP)  # "se refirió a X como “…”", "refiere la cancillería que"
        return any(clause.quoted[ahead]) if before == "se" else "que" in clause.words[ahead]
    if token.low in forms(JUDGING, "") or token.low == "llamo":
        return token.low == "llamo" or any(clause.quoted[place:]) or token.low in forms(SAYING)
    return token.low in forms(SAYING) or token.low in forms(ASKING, "asking") or _is_perfect(clause, place)


def _is_noun(clause: Clause, place: int) -> bool:
    """Tell whether a word right behind a closing mark is what quoted words describe: un “confuso” enfrentamiento."""
    if not clause.quoted[place - 1]:
        return False
    token, first = clause.tokens[place], place - 1
    while first and clause.quoted[first - 1]:
        first -= 1
    is_short = sum(one.is_word for one in clause.tokens[first:place]) < FEWEST_QUOTED
    return is_short or (token.text.endswith("o") and not token.low.endswith(PRETERITES))


def _is_perfect(clause: Clause, place: int) -> bool:
    """Tell whether "ha", "había", "han" and the participle of a verb of saying stand at a place: "ha dicho"."""
    before = clause.words[place - 1] if place else ""
    low = clause.words[place]
    return before in HAVING and low in _participles(SAYING)


def _edge(clause: Clause, place: int) -> int:
    """Return the token before a cue, pronouns and small words between them left out."""
    edge = place - 1
    is_perfect = edge > 0 and clause.words[edge] in HAVING  # "«…», ha dicho X"
    edge -= is_perfect and not clause.quoted[edge]
    while edge > 0 and not clause.quoted[edge] and clause.words[edge] in CLITICS:
        edge -= 1
    return edge


def _after(clause: Clause, place: int) -> Attribution | None:
    """Read "“CONTENT”, cue SPEAKER" and "CONTENT, cue SPEAKER"; what goes on behind the speaker belongs to it too."""
    tokens, edge = clause.tokens, _edge(clause, place)
    following = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if edge < 1 or following in ("que", ":") or tokens[place].low in forms(JUDGING, ""):
        return None  # "la Casa Rosada, según X, tildó de «falsa» la denuncia": what stands before is no content
    is_dash = tokens[edge].text in "–—"
    closes = tokens[edge].text == "," or is_dash or tokens[edge].text in CLOSERS or clause.quoted[edge]
    if not closes or (tokens[place - 1].low in ("y", "e") and not clause.quoted[edge]):
        return None
    quoted = clause.quoted[edge] or (clause.quoted[edge - 1] and not clause.quoted[edge])
    found = subject_behind(clause, place)
    behind = found[1][1] + 1 if found is not None else len(tokens)
    if quoted:
        speaker, words = found if found is not None else (None, (place, place))
        last = edge if clause.quoted[edge] else edge - 1
        start = content_start(clause, last)
        if place and clause.words[place - 1] in ("y", "e") and _has_verb(clause, 0, start):
            return None  # "se refirió a X como “…” y agradeció": that verb has its own content
        if clause.words[start - 1] in TITLES and start:
            return None  # "el buque “Libertad” zarpó"
        cues = forms(SAYING) | forms(JUDGING, "") | forms(ASKING, "asking")
        if any(tokens[n].low in cues and not clause.quoted[n] for n in range(start, last)):
            start = _own_sentence(clause, last)
        if start < 0:
            return None  # "X tildó de «falsa» la denuncia": that cue has its own content
        return Attribution(start, last, place, place, speaker, words, "spanish.after", (place, len(tokens)))
    rest = place + 1 if is_dash and tokens[place + 1 : place + 2] and tokens[place + 1].text in "–—" else 0
    if rest:
        first = next((n for n in range(rest, min(rest + 3, len(tokens))) if clause.quoted[n]), 0)
        if not first:
            return None
        last = trim(clause, first, len(tokens) - 1)
        return Attribution(first, last, place, place, None, (place, place), "spanish.after", (0, first))
    marks = "–—" if is_dash else ","
    goes_on = behind + 1 < len(tokens) and tokens[behind].text in marks and _says_more(clause, behind + 1)
    is_known = tokens[place].low in forms(SAYING) and _has_verb(clause, 0, edge)  # "El puerto abrirá, agregó."
    if found is None and (clause.quoted[0] or is_known) and tokens[edge].text == "," and following in (".", ""):
        return Attribution(0, edge - 1, place, place, None, (place, place), "spanish.after", (place, len(tokens)))
    if found is None and edge <= LONGEST_OPENING and tokens[edge].text == following == ",":
        last = trim(clause, 0, len(tokens) - 1)  # "De esta manera, agregó, la embajada cerrará"
        is_said = _has_verb(clause, place + 2, last) and not _has_verb(clause, 0, edge)
        return (
            Attribution(0, last, place, place, None, (place, place), "spanish.after", (edge, place + 2))
            if is_said
            else None
        )
    is_told = _has_verb(clause, 0, edge) or (goes_on and following not in ("a", "al"))  # "X, criticó a Y"
    if found is None or not is_told or tokens[0].low in NO_CONTENT or is_thing(clause, *found):
        return None
    last = trim(clause, 0, len(tokens) - 1) if goes_on else edge - 1
    return Attribution(0, last, place, place, *found, "spanish.after", (place, len(tokens)))


def _own_sentence(clause: Clause, last: int) -> int:
    """Return where quoted words start that a comma parts from what was said before and that have a verb, else -1."""
    first = last
    while first and clause.quoted[first - 1]:
        first -= 1
    is_apart = first > 0 and clause.tokens[first - 1].text == ","
    is_ours = any(word.endswith("mos") for word in clause.words[first:last])  # "hemos logrado", "queremos"
    return first if is_apart and (is_ours or _has_verb(clause, first, last)) else -1


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
    if tokens[place - 1].low == "se" and tokens[place].low.startswith(IMPERSONAL):
        return None  # "se acordó que": nobody is said to say it
    speaker, words = subject_before(clause, place) or (None, (place, place))
    first = _content(clause, place)
    if first < 0:
        return None
    if speaker is None and tokens[place + 1].low not in ("que", "de"):
        speaker, words = subject_behind(clause, place) or (None, words)
        if words[1] >= first:
            speaker, words = None, (place, place)
    last = len(tokens) - 1
    for ahead in range(first + 1, len(tokens)):
        if tokens[ahead].low in ("y", "e") and ahead + 1 == following and not clause.quoted[ahead]:
            after = tokens[following + 1 : following + 2]
            if after and (after[0].low in ("que", ":", "lo") or clause.quoted[following + 1]):
                last = ahead - 1
            break
    source = next((n for n in range(first + 1, last) if clause.words[n] == "segun" and not clause.quoted[n]), 0)
    last = source - 1 if source and tokens[source - 1].text == "," else last  # "…, según un comunicado"
    if tokens[place].low in forms(JUDGING, ""):
        last = _name_end(clause, first, last)
    rule = "spanish.before"
    return Attribution(first, trim(clause, first, last), place, place, speaker, words, rule, (0, first))


def _name_end(clause: Clause, first: int, last: int) -> int:
    """Return where what something is called ends: before what goes on behind its quoted name and a comma."""
    quoted = False
    for place in range(first, last):
        quoted = quoted or clause.quoted[place]
        is_break = clause.tokens[place].text in ",;" or clause.words[place] == "durante"
        if quoted and is_break and not any(clause.quoted[place : place + 3]):
            return place - 1
    return last


def _content(clause: Clause, place: int) -> int:
    """Return where the content behind a cue starts, or -1: behind "que" or a colon, at a quotation, at an object."""
    tokens, commas = clause.tokens, 0
    is_judging = tokens[place].low in forms(JUDGING, "") and tokens[place - 1].low not in OBJECTS
    for ahead in range(place + 1, min(place + LONGEST_GAP, len(tokens))):
        low = tokens[ahead].low
        if clause.quoted[ahead]:
            return place + 1 if is_judging else ahead
        if low == "que" and clause.words[ahead - 1] == "lo" and any(clause.quoted[ahead : ahead + LONGEST_GAP]):
            break  # "lamentó lo que llamó “…”": the words are that cue's
        if low in ("que", ":"):
            if low == "que" and _is_stressed(clause, place) and is_of_object(clause, place + 1, ahead):
                break  # "destacó la larga lucha que libra"
            if low == "que" and not opens_content(clause, place, ahead, is_apart=bool(commas % 2)):
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
    if low in forms(ASKING, "asking") and after.text not in ",.":
        mention = clause.named.at(place + 2) if after.low in ("a", "al") else None
        return mention.last + 1 if mention is not None and mention.last + 2 < len(tokens) else place + 1
    object_at = _behind_place(clause, place + 1)
    is_stressed = _is_stressed(clause, place) and len(tokens) - object_at > 3
    is_stressed = is_stressed and clause.words[object_at] in (OWN if low in forms(FEELING, "") else DETERMINERS)
    return object_at if is_stressed or _states_deed(clause, place, object_at) else -1


def _is_stressed(clause: Clause, place: int) -> bool:
    """Tell whether a cue has a noun for what somebody lays stress on or feels."""
    return clause.words[place] in forms(f"{STRESSING} {FEELING}", "") and clause.words[place - 1] not in ("se", "lo")


def _is_within_words(clause: Clause, place: int) -> bool:
    """Tell whether a judgement only describes a noun in what is said: "dijo que la medida, que calificó de «A»"."""
    near = clause.words[max(0, place - NEAR_SOURCE - 1) : place]
    return clause.words[place] in forms(JUDGING, "") and (",", "que") in pairwise(near)


def _states_deed(clause: Clause, place: int, object_at: int) -> bool:
    """Tell whether a noun of a deed, with its article, is what somebody announces: "informó de la firma de"."""
    words, low = clause.words, clause.words[place]
    if low not in forms(STATING, "") or words[place - 1] == "se" or not clause.tokens[place].text.endswith(PAST):
        return False
    noun = object_at + 1 + (words[object_at : object_at + 1] in (["de"], ["sobre"]))
    is_noun = noun + 2 < len(words) and words[noun - 1] in DETERMINERS and clause.tokens[noun].text.islower()
    return is_noun and (words[noun] in THINGS or words[noun].endswith(DEEDS)) and words[noun + 1] in LINKS


def _behind_place(clause: Clause, place: int) -> int:
    """Return the token behind words of time and a place by which a verb is parted from its object: "en La Habana"."""
    time = next((one for one in clause.times if one.first == place), None)
    place = time.last + 1 if time is not None else place
    end = place + 1
    while clause.words[place : place + 1] == ["en"] and end < len(clause.tokens) and clause.tokens[end].is_capital:
        end += 1
    return end if end > place + 1 else place


def said_so(clause: Clause) -> tuple[Actor, tuple[int, int]] | None:
    """Return who spoke the words before a sentence that only says so: "Así lo afirmó X"."""
    thus = next((len(words) for words in THUS if tuple(clause.words[: len(words)]) == words), 0)
    cue = next((n for n in range(thus, min(thus + REACH_OF_THUS, len(clause.tokens))) if _is_cue(clause, n)), 0)
    if tuple(clause.words[:3]) == WITH_THESE and not any(clause.quoted):
        people = [m for m in clause.mentions if m.actor.kind == "person" and is_free(clause, m)]
        return (people[0].actor, (people[0].first, people[0].last)) if people else None
    return subject_behind(clause, cue) if thus and cue and not any(clause.quoted) else None


def _asks(clause: Clause, place: int) -> bool:
    """Tell whether "a" and an infinitive follow: "llamó a X a reabrir", not "llamó a su embajador a consultas"."""
    tokens = clause.tokens
    end = next((n for n in range(place, min(place + 8, len(tokens))) if tokens[n].low in ("y", "e", ",")), len(tokens))
    return any(
        n < end and tokens[n].low == "a" and tokens[n + 1].low.endswith(("ar", "er", "ir", "se"))
        for n in range(place, min(place + 8, len(tokens) - 1))
    )
