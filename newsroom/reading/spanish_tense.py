"""Tell whether Spanish words of time lie ahead, by the endings of the verbs round them; no table of verbs is needed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsroom.reading.sentences import Token

TIMES = frozenset(
    "lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre"
    " setiembre octubre noviembre diciembre proximo proxima pasado pasada semana mes ano dia dias hoy ayer manana fin"
    " este esta finales fines mediados principios inicios verano otono invierno primavera".split()
)
ARTICLES = frozenset("el la los las al del".split())
FUTURE = re.compile(r"\w{2,}(?:rá|rán|ré|remos)")
CONDITIONAL = re.compile(r"\w{2,}r(?:ía|ían)")
PAST = re.compile(r"\w{2,}(?:ó|aron|ieron|eron|aba|aban|ía|ían)")
PAST_FORMS = frozenset(
    "fue fueron dijo dijeron hizo hicieron hubo tuvo tuvieron puso vino dio quiso estuvo pudo ha han".split()
)
# Present forms that news uses of what is fixed for a day to come.
COMING = frozenset(
    "viaja viajan visita visitan recibe llega llegan comienza comienzan empieza empiezan inicia parte vence regresa"
    " vuelve termina concluye arranca vota celebra asume".split()
)
# Before these a word like "visita", "parte" or "vuelta" is a noun: "concluyó su visita a Lima el lunes".
NOUN_OPENERS = ARTICLES | frozenset(
    "un una su sus esta esa este ese primera segunda tercera nueva ultima breve reciente cada de en con sin tras"
    " durante ante sobre por cuya".split()
)
BEFORE_PART = frozenset(
    "como forma forman formo formaron formar formando fue fueron es son era eran ser sido gran mayor buena otra tomo"
    " tomaron toma toman tomar tomado formado hacer hace hacen".split()
)
BEING = frozenset(("ser", "sea", "sean", "estar", "quedar"))
PARTICIPLE = re.compile(r"\w{2,}(?:[ai]d|puest|hech|escrit|rot)[oa]s?")
PLANS = frozenset(
    "previsto prevista previstos previstas programada programado fijada fijado prevé planea debe deben"
    " espera esperan aguarda aguardan".split()
)
INFINITIVE = re.compile(r"\w{2,}(?:ar|er|ir)(?:se|lo|la|los|las|le|les)?")
NO_INFINITIVES = frozenset(
    "partir ayer mujer primer tercer lugar militar par mar popular similar titular pesar".split()
)
# Stems of verbs behind which an infinitive lies ahead: "acordaron reunirse en abril".
PLANNING = tuple(
    "acord acuerd promet pact conven convin prev plane compromet quedaron quedo propus propon invit pidi pide"
    " piden inst"
    " espera program exhort".split()
)
NEXT = frozenset("proximo proxima futuro futura".split())
PLANNED = 9  # how far behind such a verb its infinitive stands
GOING = frozenset(("va", "van", "iba", "iban", "voy", "vamos"))


def is_spanish(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether words of time that start at a token are Spanish."""
    if tokens[place].low in TIMES:
        return True
    if place and tokens[place - 1].low in ("dia", "dias"):
        return True
    nearby = [token.low for token in tokens[max(0, place - 1) : place + 4]]
    return nearby[0] in ARTICLES and any(word in TIMES for word in nearby)


def is_to_come(tokens: Sequence[Token]) -> bool:
    """Tell whether a verb in the future stands among tokens."""
    words = [token.text.lower() for token in tokens]
    return any(FUTURE.fullmatch(word) and not word.startswith("habr") for word in words)


def is_ahead(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the last verb before the words looks ahead; where none stands before them, the first one behind."""
    if place > 1 and "para" in (tokens[place - 1].low, tokens[place - 2].low, tokens[max(0, place - 3)].low):
        return True
    if any(token.low in NEXT for token in tokens[max(0, place - PLANNED) : place - 1]):
        return True  # "acordaron una próxima reunión en enero"
    if any(_is_planned(tokens, n) for n in range(max(1, place - PLANNED), place)):
        return True
    if _is_described(tokens, place):
        return False  # "la moción aprobada el viernes por el Senado"
    before = next((found for n in range(place - 1, -1, -1) if (found := _outlook(tokens, n)) is not None), None)
    if before is not None:
        return before
    return next((found for n in range(place, len(tokens)) if (found := _outlook(tokens, n)) is not None), False)


def _is_described(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a participle of what was done stands right before the words: "las medidas anunciadas el jueves"."""
    last = place - 1 if tokens[place - 1].low in ARTICLES else place
    if last < 2 or PARTICIPLE.fullmatch(tokens[last - 1].low) is None or tokens[last - 1].low in PLANS:
        return False
    noun = tokens[last - 2]
    return noun.is_word and noun.low not in NOUN_OPENERS | BEING and _outlook(tokens, last - 2) is None


def _is_planned(tokens: Sequence[Token], number: int) -> bool:
    """Tell whether a token is an infinitive that a verb of planning, asking or inviting governs."""
    low = tokens[number].low
    if low in NO_INFINITIVES or tokens[number].is_capital or INFINITIVE.fullmatch(low) is None:
        return False
    return any(token.low.startswith(PLANNING) for token in tokens[max(0, number - PLANNED) : number])


def _outlook(tokens: Sequence[Token], number: int) -> bool | None:
    """Tell whether a token is a verb that looks ahead; ``None`` for what is no verb."""
    token = tokens[number]
    word = token.text.lower()
    if not token.is_word or (token.is_capital and number):
        return None
    is_noun = number > 0 and tokens[number - 1].low in NOUN_OPENERS
    if is_noun and (token.low in COMING or word == "espera" or word.endswith("ía")):
        return None  # "durante su visita", "informó la cancillería el lunes", "disparos de artillería"
    if word == "parte" and tokens[number - 1].low in BEFORE_PART:
        return None  # "fueron parte de la llamada del martes"
    if CONDITIONAL.fullmatch(word):
        return not word.startswith("habr")  # "habría viajado" is hearsay of the past
    if FUTURE.fullmatch(word):
        return not word.startswith("habr")
    if word in PLANS or (word in GOING and number + 1 < len(tokens) and tokens[number + 1].low == "a"):
        return True
    if token.low in COMING:
        return True
    if word in PAST_FORMS or PAST.fullmatch(word):
        return False
    return None
