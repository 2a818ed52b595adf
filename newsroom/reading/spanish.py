"""Find the Spanish verbs of a sentence: the groups of auxiliaries and heads.

A form that is also a noun ("visita") is a verb only where no article stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsroom.reading.sentences import Token
from newsroom.reading.spanish_forms import spanish_forms
from newsroom.reading.verbs import Verb

# Nouns and adjectives that a subjunctive looks like.
NOUNS = frozenset(
    "ataque cierre informe alcance avance firme corte embarque entre cese pese de cobre cure trate disparo mate acoja"
    " venta lance mande cite parta".split()
)
# What a clause in the subjunctive opens with; and before it, who sets what is to be, or tells what was.
WHAT_IF = frozenset("que cuando hasta ojala quiza quizas si aunque como donde".split())
SETTING = frozenset(
    "espera esperan esperaba esperado preve preven previsto prevista programado acordo acordaron pacto pactaron decidio"
    " decidieron ordeno ordenaron dispuso dispusieron estipula establece planea".split()
)
TELLING = frozenset(
    "lamenta lamentan lamento lamentaron celebra celebro condena condeno deplora deploro denuncia desde despues luego"
    " hecho".split()
)
SUBJUNCTIVE_REACH = 14
HAVE = frozenset(
    "ha han habia habian habra habran habria habrian hubo haya hayan hubiera hubieran hubiese hubiesen haber".split()
)
BE = frozenset("fue fueron es son sera seran era eran sido ser siendo".split())
BEING = frozenset("esta estan estaba estaban estara estaran".split())  # "está programado"; else "esta" is "this"
MODALS = dict.fromkeys("puede pueden podria podrian podra podran pudo".split(), "could") | dict.fromkeys(
    "debe deben debera deberan".split(), "must"
)
MODALS |= dict.fromkeys(("deberia", "deberian"), "should")
HAVING_TO = dict.fromkeys("tiene tienen tendra tendran".split(), "must")  # before "que"
HAVING_TO |= dict.fromkeys(("tendria", "tendrian"), "should")
INFINITIVE = re.compile(r"[a-zñ]{2,}(?:ar|er|ir)")
READY = frozenset("dispuesto dispuesta dispuestos dispuestas listo lista listos preparado preparada".split())
GOING = frozenset(("va", "van", "iba", "iban"))
# What opens a group that ends in a gerund ("está negociando", "viene negociando"), by its time; and its participles.
ONGOING = dict.fromkeys("esta estan sigue siguen continua continuan viene vienen".split(), "present")
ONGOING |= dict.fromkeys("estaba estaban seguia seguian continuaba continuaban venia venian estuvo".split(), "past")
ONGOING |= dict.fromkeys("estuvieron siguio siguieron continuo continuaron".split(), "past")
ONGOING_AHEAD = dict.fromkeys("estara estaran seguira seguiran continuara continuaran".split(), "will")
ONGOING_AHEAD |= dict.fromkeys(("estaria", "estarian"), "would")
BEEN_AT = frozenset("estado venido seguido continuado".split())
# "hizo llegar una nota": it was delivered.
MAKING = dict.fromkeys(("hizo", "hicieron"), "past") | dict.fromkeys(("hace", "hacen"), "present")
MAKING_AHEAD = frozenset(("hara", "haran"))
NOT_BEFORE = frozenset(
    "el la los las un una su sus cuya cuyo cuyas cuyos este esta esa ese de del al en otra otro cada gran ultima"
    " primera primer segunda segundo tercera tercer cuarta quinta nueva nuevo proxima reciente anterior breve historica"
    " eventual posible futura pasada previa inminente energica rotunda firme airada tajante fallida fallido frustrada"
    " frustrado cancelada cancelado abortada suspendida suspendido pospuesta esperada anunciada"
    " prevista planeada".split()
)
SMALL_WORDS = frozenset("el la los las de del que en y por con para al se una su un como".split())
ENGLISH_WORDS = frozenset("the of and to in that is was for on with by as at from a an it".split())
FEWEST = 3  # so many small words tell the language of a sentence
OBJECTS = frozenset("la lo las los".split())  # "la invitó": no article stands before a past
PAST_ENDINGS = ("ó", "aron", "ieron", "aba", "aban", "ía", "ían", "ará", "erá", "irá")
# What only looks like a verb: "a partir del lunes", "por parte de", "por medio de".
NO_VERBS = frozenset((before, "parte") for before in ("por", "de", "en", "la", "forma"))
NO_VERBS |= {("a", "partir"), ("por", "medio"), ("en", "medio")}
# Verbs that mean something else with "se", and what they mean without it.
DETERMINERS, PACTS = frozenset("el los su sus".split()), frozenset("acuerdo tratado convenio acuerdos pacto".split())
# What a verb means where one of these stands right behind it: "tomaron la ciudad", "alcanzó una base".
TARGETING = {"take": "capture", "reach": "hit", "say": "declare"}
TARGETS = frozenset(
    "ciudad localidad ciudades localidades aldea aldeas pueblo isla base bases bastion refineria deposito"
    " edificio planta"
    " puente buque barco hospital tregua cese alto guerra".split()
)
PLACED = frozenset(("encuentra", "encuentran", "encontraba", "encontraban"))
HAS, TERM = ("tien", "tuv", "tendr", "tenia"), frozenset("hora horas dia dias semana semanas plazo".split())
# Who "coincide en" one of these, as in "coincide en que", is of one mind with another: nothing is agreed.
VOICED = frozenset("senalar destacar resaltar subrayar afirmar valorar calificar considerar reconocer recalcar".split())
PRONOMINAL = {"speak": "say", "clash": "face", "meet": "find"}
# Endings of finite verbs that hardly any noun has.
PAST_ENDING, FUTURE_ENDING = re.compile(r"(?!estuv|dej)\w{2,}(?:ó|aron|ieron)"), re.compile(r"\w{2,}[aei]r(?:á|án)")
AHEAD = ("sera", "seran", "habra", "habran")
HEARSAY = ("habria", "habrian")  # "habría expulsado": it is said to have


def is_spanish(words: Sequence[str]) -> bool:
    """Tell whether a sentence of these folded words is Spanish by its small words."""
    if SMALL_WORDS.isdisjoint(words):
        return False
    small = sum(map(SMALL_WORDS.__contains__, words))
    return small >= FEWEST and small > sum(map(ENGLISH_WORDS.__contains__, words))


def find_spanish_verbs(tokens: Sequence[Token], blocked: Sequence[int]) -> list[Verb]:
    """Return the verb groups of a Spanish sentence, left to right; ``blocked`` tokens belong to names."""
    forms = spanish_forms()
    found: list[Verb] = []
    index = 0
    while index < len(tokens):
        verb = None if blocked[index] or not tokens[index].is_word else _group_at(tokens, forms, index)
        if verb is not None:
            found.append(verb)
        index = verb.head + 1 if verb is not None else index + 1
    return found


def _group_at(tokens: Sequence[Token], forms: dict[str, tuple[str, str]], index: int) -> Verb | None:
    """Return the verb group that starts at ``index``."""
    low = tokens[index].low
    after = forms.get(tokens[index + 1].low, ("", "")) if index + 1 < len(tokens) else ("", "")
    if low in BEING and index + 1 < len(tokens) and tokens[index + 1].low in READY:
        return Verb(index, index, "be", "aux", _is_negated(tokens, index), has_auxiliary=True, tense="present")
    if low.startswith(("tien", "tenia")) and index + 1 < len(tokens) and tokens[index + 1].low == "previsto":
        return None  # "tienen previsto reunirse": a plan
    if after[1] == "ing" and (low in ONGOING or low in ONGOING_AHEAD):
        return _ongoing(index, index + 1, _by_pronoun(tokens, index + 1, after[0]), _is_negated(tokens, index), low)
    if (low in MAKING or low in MAKING_AHEAD) and tokens[index + 1 : index + 2] and tokens[index + 1].low == "llegar":
        return _made_to_arrive(tokens, index)
    if low == "haber" and after[1] == "part" and _is_after(tokens, index):
        return Verb(index, index + 1, after[0], "ing")  # "tras haber expulsado a"
    if low in HAVE or low in BE or (low in BEING and after[1] == "part"):
        return _auxiliary(tokens, forms, index)
    if (low in MODALS or low in HAVING_TO) and (obliged := _obliged(tokens, forms, index)) is not None:
        return obliged
    if low in GOING and index + 2 < len(tokens) and tokens[index + 1].low == "a":
        lemma, form = forms.get(tokens[index + 2].low, ("", ""))
        if form == "base":
            return _finite(index, index + 2, lemma, "will", _is_negated(tokens, index))
    if low in ("acaba", "acaban") and _has_just(tokens, forms, index):
        head = index + 2
        return Verb(index, head, forms[tokens[head].low][0], "past", _is_negated(tokens, index), tense="past")
    lemma, form = forms.get(low, ("", "")) if low in forms else _by_ending(tokens, index)
    before = tokens[index - 1].low if index else ""
    if (before, low) in NO_VERBS:
        return None
    if form == "future" and not tokens[index].text.endswith(("á", "án")):
        form = "past"  # "viajara" is no "viajará"
    is_tensed = form in ("past", "imperfect", "future") and tokens[index].text.endswith(PAST_ENDINGS)
    if not lemma or (before in NOT_BEFORE and form not in ("base", "part") and not (is_tensed and before in OBJECTS)):
        return None
    return _single(tokens, forms, index, _by_pronoun(tokens, index, lemma), form)


def _obliged(tokens: Sequence[Token], forms: dict[str, tuple[str, str]], index: int) -> Verb | None:
    """Return what somebody can or must do: "debe respetar", "podría viajar", "tiene que pagar"."""
    low = tokens[index].low
    is_having = low in HAVING_TO and index + 1 < len(tokens) and tokens[index + 1].low == "que"
    head, modal = (index + 2, HAVING_TO[low]) if is_having else (index + 1, MODALS.get(low, ""))
    lemma = _infinitive(tokens, forms, head) if modal else ""
    return _finite(index, head, lemma, modal, _is_negated(tokens, index)) if lemma else None


def _infinitive(tokens: Sequence[Token], forms: dict[str, tuple[str, str]], place: int) -> str:
    """Return what an infinitive means, itself where the table lacks it: "debe respetar"; "" where none stands there."""
    if place >= len(tokens):
        return ""
    lemma, form = forms.get(tokens[place].low, ("", ""))
    if form == "base":
        return lemma
    return tokens[place].low if not lemma and INFINITIVE.fullmatch(tokens[place].text) else ""


def _ongoing(first: int, head: int, lemma: str, negated: bool, opener: str) -> Verb:
    """Return a group that ends in a gerund: "está negociando", "ha venido negociando"."""
    modal, tense = ONGOING_AHEAD.get(opener, ""), ONGOING.get(opener, "present")
    is_perfect = opener in HAVE
    return Verb(
        first, head, lemma, "ing", negated, modal, is_perfect, is_progressive=True, has_auxiliary=True, tense=tense
    )


def _made_to_arrive(tokens: Sequence[Token], index: int) -> Verb:
    """Return "hizo llegar", by which something is delivered."""
    low, negated = tokens[index].low, _is_negated(tokens, index)
    if low in MAKING_AHEAD:
        return _finite(index, index + 1, "deliver", "will", negated)
    tense = MAKING[low]
    return Verb(index, index + 1, "deliver", "past" if tense == "past" else "s", negated, tense=tense)


def _is_after(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether what was done before follows: "tras haber", "luego de haber", "después de haber"."""
    before = [token.low for token in tokens[max(0, index - 2) : index]]
    return before[-1:] == ["tras"] or before in (["luego", "de"], ["despues", "de"])


def _by_ending(tokens: Sequence[Token], index: int) -> tuple[str, str]:
    """Return itself and the form of a verb that the table lacks: "asumió", "juraron", "asumirá"; its act is unknown.

    What stands behind "desde que" only names a time, and parts nothing: "no ha visitado Perú desde que asumió en mayo".
    """
    token = tokens[index]
    if index > 1 and tokens[index - 1].low == "que" and tokens[index - 2].low == "desde":
        return "", ""
    if token.is_capital or not token.text.endswith(("ó", "ron", "á", "án")):
        return "", ""
    if PAST_ENDING.fullmatch(token.text):
        return token.low, "past"
    return (token.low, "future") if FUTURE_ENDING.fullmatch(token.text) else ("", "")


def _has_just(tokens: Sequence[Token], forms: dict[str, tuple[str, str]], index: int) -> bool:
    """Tell whether "de" and an infinitive follow: "acaba de firmar"."""
    if index + 2 >= len(tokens) or tokens[index + 1].low != "de":
        return False
    return forms.get(tokens[index + 2].low, ("", ""))[1] == "base"


def _single(
    tokens: Sequence[Token], forms: dict[str, tuple[str, str]], index: int, lemma: str, form: str
) -> Verb | None:
    """Return the verb of one word, by its form."""
    before, negated = tokens[index - 1].low if index else "", _is_negated(tokens, index)
    if form == "subjunctive":
        return _subjunctive_at(tokens, forms, index, lemma, negated)
    if form == "base":
        first = index - 1 if before in ("a", "de", "para", "en", "tras", "al", "por", "sin") else index
        if before in ("tras", "al"):
            return Verb(index, index, lemma, "ing", is_negated=negated)  # "tras reunirse": after meeting
        return Verb(first, index, lemma, "base", is_negated=negated or before == "sin", is_infinitive=True)
    if form == "ing":
        return Verb(index, index, lemma, "ing", is_negated=negated)
    if form == "part":
        is_bare = before not in NOT_BEFORE and before.isalpha() and before not in ("a", "lo")  # "lo acordado"
        return Verb(index, index, lemma, "part", is_passive=True) if is_bare or before == "," else None
    if form in ("future", "would"):
        return _finite(index, index, lemma, "will" if form == "future" else "would", negated)
    tense = "past" if form in ("past", "imperfect") else "present"
    return Verb(index, index, lemma, "past" if tense == "past" else "s", is_negated=negated, tense=tense)


def _by_pronoun(tokens: Sequence[Token], index: int, lemma: str) -> str:
    """Return what a verb means by the words beside it: "se negó a", "sostuvo que", "tomó la ciudad", "llevó a X a"."""
    word, after = tokens[index].low, [token.low for token in tokens[index + 1 : index + 4]]
    if word.startswith(("sostuv", "sostien")) and (after[:1] == ["que"] or tokens[index - 1].text == ","):
        return "say"
    if word.startswith("denunci") and len(after) > 1 and after[0] in DETERMINERS and after[1] in PACTS:
        return "abandon"
    joint = after[1] if after[:1] == ["en"] and after[1:] else ""
    if lemma == "coincide" and joint not in VOICED and joint.endswith(("ar", "er", "ir")):
        return "agree"
    if lemma == "hold" and word.startswith(HAS) and not TERM.isdisjoint(after):
        return "have"  # "tiene 48 horas para abandonar el país"
    if lemma == "determine" and after[:1] and after[0].endswith(("ar", "er", "ir", "rse")):
        return "decide"  # "determinó suspender", no "determinó que"
    behind = [] if after[:1] == ["como"] else tokens[index + 1 : index + 7]  # "tomando como base"
    if lemma in TARGETING and not TARGETS.isdisjoint(token.low for token in behind):
        return TARGETING[lemma]
    is_own = word.endswith("rse") or any(token.low == "se" for token in tokens[max(0, index - 3) : index])
    if lemma == "deny" and is_own and after[:1] == ["a"]:
        return "refuse"
    if lemma == "carry" and after[:2] == ["a", "cabo"]:
        return "hold"
    if lemma == "carry" and after[:1] in (["a"], ["al"]):
        return "lead"  # "llevó a Lima a retirar"
    is_where = word in PLACED and "con" not in after[:2]  # "se encuentran en Lima": they are there
    if word.startswith(("comunic", "enfrent", "encontr", "encuentr")) and (is_where or not is_own):
        return PRONOMINAL.get(lemma, lemma)
    return lemma


def _subjunctive_at(
    tokens: Sequence[Token], forms: dict[str, tuple[str, str]], index: int, lemma: str, negated: bool
) -> Verb | None:
    """Return a verb in the subjunctive: a plan behind "se espera que", a fact behind "lamentó que", else a wish."""
    if tokens[index].low in NOUNS or tokens[index].is_capital:
        return None
    for place in range(index - 1, max(-1, index - SUBJUNCTIVE_REACH), -1):
        low = tokens[place].low
        if low in WHAT_IF:
            before = {token.low for token in tokens[max(0, place - 4) : place]}
            if before & TELLING:
                return Verb(index, index, lemma, "s", is_negated=negated, tense="present")
            return _finite(index, index, lemma, "will" if before & SETTING else "could", negated)
        if tokens[place].text in ".;:" or forms.get(low, ("", ""))[1] in ("past", "future", "present"):
            break
    return None


def _auxiliary(tokens: Sequence[Token], forms: dict[str, tuple[str, str]], first: int) -> Verb | None:
    """Return the group that "ha", "fue", "ha sido", "será" open; a lone "fue" is "be"."""
    place = first
    passive = tokens[first].low in BEING
    while place < len(tokens) and (place == first or tokens[place].low in HAVE or tokens[place].low in BE):
        passive = passive or tokens[place].low in BE
        place += 1
    lemma, form = forms.get(tokens[place].low, ("", "")) if place < len(tokens) else ("", "")
    negated = _is_negated(tokens, first)
    if tokens[place : place + 1] and tokens[place].low in BEEN_AT and tokens[first].low in HAVE:
        done = forms.get(tokens[place + 1].low, ("", "")) if place + 1 < len(tokens) else ("", "")
        if done[1] == "ing":
            return _ongoing(first, place + 1, done[0], negated, tokens[first].low)
    opener = tokens[first].low
    modal = "will" if opener in AHEAD else "would" if opener in HEARSAY else ""
    tense = "past" if opener in ("fue", "fueron", "era", "eran", "habia", "habian") else "present"
    if form != "part":
        aux = "be" if passive else "have"
        return Verb(first, place - 1, aux, "aux", negated, modal, has_auxiliary=True, tense=tense)
    return Verb(first, place, lemma, "part", negated, modal, opener in HAVE, passive, has_auxiliary=True, tense=tense)


def _finite(first: int, head: int, lemma: str, modal: str, negated: bool) -> Verb:
    """Return a verb that lies ahead."""
    return Verb(first, head, lemma, "base", negated, modal, has_auxiliary=True, tense="present")


def _is_negated(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "no", "nunca" or "jamás" stands before a verb, a pronoun between them aside."""
    before = {token.low for token in tokens[max(0, index - 2) : index]}
    return bool({"no", "nunca", "jamas", "tampoco"} & before) and not {"solo", "solamente"} & before
