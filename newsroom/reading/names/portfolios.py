"""Find what an office or a ministry is for, behind its noun: "for Trade and Industry"."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.names.phrases import title_at
from newsroom.reading.names.titles import PORTFOLIO_ENDS
from newsroom.reading.sentences import Token

OF_PORTFOLIOS = frozenset("ministry department secretariat office".split())
SPANISH_PORTFOLIOS = frozenset(
    "relaciones exteriores asuntos defensa comercio hacienda economia finanzas industria industrias turismo energia"
    " minas mineria petroleo interior gobernacion justicia educacion cultura salud agricultura ganaderia pesca trabajo"
    " empleo transporte transportes obras publicas vivienda ambiente medio infraestructura planificacion planeacion"
    " desarrollo social sociales seguridad integracion politica cooperacion internacional internacionales migracion"
    " migraciones inmigracion ciencia tecnologia innovacion deporte deportes comunicacion comunicaciones informacion"
    " igualdad mujer mujeres presidencia vicepresidencia gobierno produccion inversion inversiones alimentacion"
    " telecomunicaciones hidrocarburos aduanas consulares politicos exterior nacional".split()
)
JOINTS = frozenset(("the", "and", "of", "&", ",", "de", "del", "la", "los", "las", "y", "e"))
PLACES = frozenset("sahel sudan africa asia europe america americas caribbean pacific arctic balkans east".split())
# What may stand between an office and its state: "minister of defence of the Republic of Kenya".
DUTIES = (
    SPANISH_PORTFOLIOS
    | (PORTFOLIO_ENDS - PLACES)
    | frozenset(
        "the republic kingdom state government of foreign affairs and security policy socialist democratic islamic"
        " federative bolivarian plurinational hashemite arab"
        " external internal international regional human natural & "
        " la el los las republica reino estado de del y e".split()
    )
)


def portfolio_behind(tokens: Sequence[Token], index: int) -> int:
    """Return the place behind what an office is for ("for Political Affairs", "de Minas"), else ``index``."""
    if index + 1 >= len(tokens) or tokens[index].low not in ("for", "of", "and", "de"):
        return index
    end = _portfolio_end(tokens, index)
    is_name_next = end + 1 < len(tokens) and tokens[end + 1].is_capital and title_at(tokens, end + 1) is None
    return end + 1 if end > index and is_name_next else index


def _portfolio_end(tokens: Sequence[Token], index: int) -> int:
    """Return the last token of the portfolio behind a preposition, else ``index``, where that stands."""
    end = index
    for place in range(index + 1, min(len(tokens), index + 9)):
        token = tokens[place]
        if not (token.is_capital and token.is_word) and token.low not in JOINTS:
            break
        if token.is_capital and (token.low in PORTFOLIO_ENDS or token.low in SPANISH_PORTFOLIOS):
            end = place
    return end


def portfolio_of_body(tokens: Sequence[Token], noun: int) -> int:
    """Return the last token of what a body is for ("Ministry of Trade and Industry"), else its own noun."""
    after = tokens[noun + 1].low if noun + 1 < len(tokens) else ""
    end = _portfolio_end(tokens, noun + 1) if tokens[noun].low in OF_PORTFOLIOS and after in ("of", "for") else 0
    return end if end > noun + 1 else noun


def second_portfolio(tokens: Sequence[Token], place: int) -> int:
    """Return the place behind what else an office is for ("Foreign Affairs | & Expatriates | of"), else ``place``."""
    end = place + 1
    if place + 2 < len(tokens) and tokens[place].low in ("and", "&", "y", "e") and tokens[end].is_capital:
        while end < len(tokens) and tokens[end].is_capital and tokens[end].low in DUTIES:
            end += 1
        if end > place + 1 and end < len(tokens) and tokens[end].low in ("of", "de"):
            return end
    return place
