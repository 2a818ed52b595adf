"""Read Spanish nouns for those who act for the state behind them: "la Fiscalía peruana", "tropas de Chile".

And offices of which the noun stands once: "la canciller de Perú, X, y la de Chile, Y".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsroom.reading.names.appositions import with_apposition
from newsroom.reading.names.mentions import Mention, Named
from newsroom.reading.names.people import Actor
from newsroom.reading.names.phrases import plain
from newsroom.reading.names.titles import Title
from newsroom.reading.sentences import Token

if TYPE_CHECKING:
    from newsroom.reading.names.finder import Finder

BODIES = frozenset(
    "gobierno ejecutivo ministerio embajada consulado presidencia ejercito policia armada marina guardia fuerza fuerzas"
    " aviacion fiscalia parlamento congreso senado asamblea camara justicia tribunal corte autoridades delegacion"
    " comitiva mision parte secretaria gobiernos cancillerias ejercitos armadas marinas parlamentos"
    " cancilleria diplomacia administracion representacion vicepresidencia procuraduria contraloria".split()
)
PEOPLE = frozenset(
    "tropas soldados militares diplomaticos funcionarios negociadores agentes policias legisladores parlamentarios"
    " senadores diputados aviones cazas buques drones ciudadanos migrantes pescadores marinos periodistas turistas"
    " representantes delegados enviados rescatistas misiles delegaciones buque barco pesquero avion dron submarino"
    " fragata ciudadano soldado agente guardacostas barcos pesqueros"
    " empresas espias fuerzas emisario emisaria delegado".split()
)
GOVERNMENTS = frozenset("gobierno ejecutivo administracion regimen gabinete".split())  # named by their heads, too
NOUNS = BODIES | PEOPLE | GOVERNMENTS
# What may stand between such a noun and its state: "las Fuerzas Armadas de", "la Corte Suprema de Justicia de".
WITHIN = frozenset(
    "nacional nacionales armadas naval navales aerea aereo aereas costera costero federal central suprema supremo civil"
    " militar militares fronteriza fronterizos de del la relaciones exteriores asuntos defensa interior justicia estado"
    " hacienda economia comercio general constitucional inteligencia seguridad frontera diputados popular tierra mar"
    " diplomatica diplomaticas consulares especiales especial actual combate guerra transporte patrulla"
    " interino interina provisional transitorio transitoria saliente entrante legitimo legitima facto".split()
)
OF = frozenset(("de", "del"))
BEFORE_HEADS = OF | frozenset(
    "el la presidente presidenta primer primera ministro ministra mandatario interino interina transitorio provisional"
    " saliente".split()
)
FORMAL = frozenset("la republica reino estado estados unidos".split())
AND = frozenset((",", "y", "e"))
REACH = 7
JOINING = frozenset("y e con".split())
BETWEEN = 3  # how far behind the first holder the second one begins: ", y la"
GENDERS = {"el": "he", "la": "she"}


def same_office_at(finder: Finder, tokens: Sequence[Token], place: int, named: Named) -> Mention | None:
    """Return who holds the office named before in another state: "y la de Chile, X", "y el chileno, X"."""
    before, low = named.mentions[-1], tokens[place].low
    held = before.actor
    opener = place if low in GENDERS else place - 1 if tokens[place - 1].low == "de" else 0
    if not 0 < opener - before.last <= BETWEEN or tokens[opener - 1].low not in JOINING:
        return None
    if held.kind not in ("person", "office") or not (held.title_kind and held.country):
        return None
    owner = finder.owner(tokens, opener + (low in GENDERS), named)
    if owner is None or owner[1] in ("", held.country):
        return None
    end, code = owner
    start = end + 1 + (end + 1 < len(tokens) and tokens[end + 1].text == ",")
    person, last = finder.person_at(tokens, start) if start < len(tokens) else (None, end)
    title = Title(held.title_kind, held.level, GENDERS.get(low, ""))
    if person is not None and person.country in ("", code):
        finder.registry.describe(person, title, held.office, code)
        return with_apposition(finder, tokens, opener, last, person, named)
    if held.kind == "person" or low not in GENDERS:
        return None
    office = finder.registry.other("office", f"{held.office} {plain(tokens, place + 1, end)}", code)
    office.office, office.level, office.title_kind, office.gender = held.office, title.level, title.kind, title.gender
    return Mention(place, end, office, "office")


def spanish_body_at(finder: Finder, tokens: Sequence[Token], place: int, start: int, named: Named) -> Mention | None:
    """Return who acts for the state that is named behind the noun at ``start``, or for several states."""
    if tokens[start].low not in NOUNS:
        return None
    if (government := _government_of(finder, tokens, place, start)) is not None:
        return government
    for index in range(start + 1, min(len(tokens), start + REACH)):
        hit = finder.country_at(tokens, index)
        if hit is not None and (hit.form == "demonym" or tokens[index - 1].low in OF | FORMAL) and hit.form != "town":
            break
        if tokens[index].low not in WITHIN | FORMAL:
            return None
    else:
        return None
    hits, end = [hit], hit.last
    is_several = tokens[start].low.endswith("s")
    while is_several and end + 2 < len(tokens) and tokens[end + 1].low in AND:
        following = end + 2 + (tokens[end + 2].low in OF)
        other = finder.country_at(tokens, following) if following < len(tokens) else None
        if other is None or (other.form == "demonym") != (hit.form == "demonym"):
            break
        hits.append(other)
        end = other.last
    named.countries.extend(hits)
    words = plain(tokens, start, end)
    codes = tuple(dict.fromkeys(one.code for one in hits))
    if len(codes) > 1:
        members = tuple(finder.registry.other("country", code, code) for code in codes)
        return Mention(place, end, Actor("office", words, members=members), "name", is_plural=True)
    kind = "people" if tokens[start].low in PEOPLE else "body"
    return Mention(place, end, finder.registry.other(kind, words, codes[0]), "name")


def _government_of(finder: Finder, tokens: Sequence[Token], place: int, start: int) -> Mention | None:
    """Return the government that is named by its head: "el Ejecutivo de Pedro Sánchez", "la administración Trump"."""
    if tokens[start].low not in GOVERNMENTS:
        return None
    name = start + 1
    while name < len(tokens) and tokens[name].low in BEFORE_HEADS:
        name += 1
    if name >= len(tokens) or not tokens[name].is_capital:
        return None
    head, last = finder.person_at(tokens, name)
    if head is None or not head.country:
        return None
    return Mention(place, last, finder.registry.other("body", plain(tokens, start, last), head.country), "name")
