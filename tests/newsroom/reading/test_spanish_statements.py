"""Who said what in Spanish: one sentence of each frame, with its speaker and the words that are attributed."""

import pytest

from newsroom.reading import read
from newsroom.values import Given, StatementProposal

LEAD = (
    "Lisboa, 12 de enero.- El ministro de Exteriores portugués, Duarte Almada, se reunió este lunes en Lisboa con su"
    " homólogo marroquí, Karim Ziani, para hablar de los puertos de ambos países."
)


def statements(text: str) -> list[StatementProposal]:
    return list(read(f"{LEAD}\n\n{text}", Given(published="2026-01-12")).statements)


@pytest.mark.parametrize(
    ("text", "speech", "speaker", "words"),
    [
        ("«Vamos a abrir el puerto en mayo», ha dicho.", "direct", "Duarte Almada", "Vamos a abrir el puerto en mayo"),
        (
            "—El puerto abrirá en mayo —dijo el ministro Karim Ziani en la radio—. Será el mayor del país.",
            "direct",
            "Karim Ziani",
            "El puerto abrirá en mayo",
        ),
        (
            "—El puerto abrirá en mayo —dijo el ministro Karim Ziani en la radio—. Será el mayor del país.",
            "direct",
            "Karim Ziani",
            "Será el mayor del país.",
        ),
        (
            "«Si no llueve —ha advertido el ministro Karim Ziani—, el puerto abrirá en mayo».",
            "direct",
            "Karim Ziani",
            "el puerto abrirá en mayo",
        ),
        (
            "«El puerto —no la playa— abrirá en mayo», dijo Karim Ziani.",
            "direct",
            "Karim Ziani",
            "El puerto —no la playa— abrirá en mayo",
        ),
        (
            "«El puerto abrirá en mayo», ha dicho el ministro Duarte Almada.",
            "direct",
            "Duarte Almada",
            "El puerto abrirá en mayo",
        ),
        (
            "El puerto abrirá en mayo, según ha avanzado Duarte Almada.",
            "indirect",
            "Duarte Almada",
            "El puerto abrirá en mayo",
        ),
        ("Almada dijo que el puerto abrirá en mayo.", "indirect", "Duarte Almada", "el puerto abrirá en mayo"),
        ("Almada confirmó hoy en Rabat, que el puerto abrirá.", "indirect", "Duarte Almada", "el puerto abrirá"),
        (
            "El puerto abrirá en mayo, anunció el miércoles Duarte Almada en una carta.",
            "indirect",
            "Duarte Almada",
            "El puerto abrirá en mayo",
        ),
        (
            "Marruecos demandará a la empresa del puerto, informó ayer la Fiscalía marroquí.",
            "indirect",
            "Fiscalía marroquí",
            "Marruecos demandará a la empresa del puerto",
        ),
        ("“Ni un barco menos”, bromeó un asesor.", "direct", "asesor", "Ni un barco menos"),
        ("“Ni un barco menos”, repitió el canciller Karim Ziani.", "direct", "Karim Ziani", "Ni un barco menos"),
        (
            "Si el puerto abriera, calculan los pescadores, harían falta otros cien muelles.",
            "indirect",
            "pescadores",
            "Si el puerto abriera, calculan los pescadores, harían falta otros cien muelles",
        ),
        (
            "Ziani pidió a Portugal reabrir el puerto antes de mayo.",
            "indirect",
            "Karim Ziani",
            "reabrir el puerto antes de mayo",
        ),
        (
            "El documento subraya el compromiso de los dos países con los puertos.",
            "indirect",
            "documento",
            "el compromiso de los dos países con los puertos",
        ),
        (
            "Rabat rechazó la acusación y la calificó de “absurda”.",
            "direct",
            "Marruecos",
            "absurda",
        ),
        (
            "El ministro marroquí, Karim Ziani, en una charla breve calificó como “absurda” la acusación de Lisboa.",
            "mixed",
            "Karim Ziani",
            "como “absurda” la acusación de Lisboa",
        ),
        ("Ziani acusó a Portugal de cerrar el puerto.", "indirect", "Karim Ziani", "cerrar el puerto"),
        (
            "Fuentes diplomáticas confirmaron a EFE que el puerto abrirá.",
            "indirect",
            "Fuentes diplomáticas",
            "el puerto abrirá",
        ),
        (
            "El puerto abrirá, confirmaron a EFE fuentes diplomáticas.",
            "indirect",
            "fuentes diplomáticas",
            "El puerto abrirá",
        ),
        (
            "Ziani llamó a Portugal a reabrir el puerto.",
            "indirect",
            "Karim Ziani",
            "a Portugal a reabrir el puerto",
        ),
        (
            "A juicio de Ziani, el puerto debe abrir en mayo.",
            "indirect",
            "Karim Ziani",
            "el puerto debe abrir en mayo",
        ),
        (
            "Rabat aseguró que el puerto abrirá en mayo y agregó que no habrá retrasos.",
            "indirect",
            "Marruecos",
            "no habrá retrasos",
        ),
    ],
)
def test_frame(text: str, speech: str, speaker: str, words: str) -> None:
    found = [(one.speech, one.speaker, one.words) for one in statements(text)]
    assert (speech, speaker, words) in found


def test_speaker_left_out_is_who_spoke_last() -> None:
    found = statements("“El puerto es de todos”, dijo Almada. Advirtió que no habrá otro acuerdo.")
    assert [(one.speaker, one.words) for one in found] == [
        ("Duarte Almada", "El puerto es de todos"),
        ("Duarte Almada", "no habrá otro acuerdo"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Se indicó que la agenda estará basada en el respeto.",
        "Marruecos demandará a la empresa ante la corte por el cierre del puerto.",
        "La denuncia de los pescadores llegó el martes a la corte de Rabat.",
        "El anuncio de que el puerto abrirá sorprendió a Rabat.",
        "Rabat llamó a su embajador a consultas el lunes.",
        "Almada visitó a los pescadores, que reconocieron el puerto.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert statements(text) == []


def test_the_subject_that_spanish_leaves_out() -> None:
    """A relative clause parts a speaker from his verb; "se agrega" goes on; an adjective names a state."""
    after = (
        "Almada, que viajó a Rabat en mayo, remarcó “la importancia de los puertos”.\n\n"
        "La Cancillería portuguesa emitió un comunicado en el que rechazó “las acusaciones sin base” de la empresa. “El"
        " puerto abrirá en mayo”, se agrega.\n\n"
        "“El acuerdo está lejos”, dijo Ziani. “Nadie ha pedido otra cosa”, agregó el diplomático marroquí."
    )
    found = {one.words.strip("“”"): one.speaker for one in statements(after)}
    assert found["la importancia de los puertos"] == "Duarte Almada"
    assert found["“las acusaciones sin base” de la empresa".strip("“”")] == "Cancillería portuguesa"
    assert found["El puerto abrirá en mayo"] == "Cancillería portuguesa"
    assert found["Nadie ha pedido otra cosa"] == "Karim Ziani"


def test_who_speaks_behind_a_place_or_by_his_field() -> None:
    after = (
        "“El puerto es de todos”, dijo desde Faro (Portugal) el canciller portugués, Duarte Almada.\n\n"
        "“Nadie lo cerrará”, acotó el jefe de la diplomacia portuguesa."
    )
    found = {one.words: one.speaker for one in statements(after)}
    assert found == {"El puerto es de todos": "Duarte Almada", "Nadie lo cerrará": "Duarte Almada"}


def test_a_deed_called_something_is_no_statement_of_whoever_acts_behind_it() -> None:
    found = statements("Ziani calificó el cierre como una “violación flagrante” y ordenó la salida de los barcos.")
    assert [(one.speaker, one.passage.exact[:9]) for one in found] == [("Karim Ziani", "el cierre")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "El gobierno de Dina Boluarte recordó la disputa de Chile con el expresidente Pedro Castillo, a lo que el"
            " presidente peruano contestó: «no me iré».",
            "Pedro Castillo",
        ),
        (
            "El chileno Gabriel Boric recibió a Michelle Bachelet. La presidenta chilena dijo: «volveré».",
            "Michelle Bachelet",
        ),
        (
            "La presidenta de Perú, Dina Boluarte, recordó a Pedro Castillo. La presidenta peruana dijo: «volveré».",
            "Dina Boluarte",
        ),
        (
            "La presidente de Perú, Dina Boluarte, recordó a Pedro Castillo. La presidente peruana dijo: «volveré».",
            "Dina Boluarte",
        ),
        (
            "La presidenta de Perú, Dina Boluarte, llamó a Gabriel Boric. El presidente chileno dijo: «volveré».",
            "Gabriel Boric",
        ),
    ],
)
def test_an_office_of_the_other_gender_is_that_of_who_held_it_before(text: str, speaker: str) -> None:
    found = read(text, Given(published="2024-10-17")).statements
    assert [one.speaker for one in found if one.speech == "direct"] == [speaker]


def test_a_ministry_without_a_capital_goes_on_speaking() -> None:
    found = statements(
        "La cancillería marroquí defendió a su embajador por la reunión con el líder del mayor partido portugués, Rui"
        " Matos. Asimismo, reiteró que hablar con todos es su labor."
    )
    assert [one.speaker for one in found] == ["cancillería marroquí"]


def test_what_is_told_behind_a_quoted_name_is_no_part_of_it() -> None:
    found = statements("Ziani llamó “torpe” al ministro Almada en Rabat, aunque el puerto abrió en mayo.")
    assert [one.passage.exact for one in found] == ["“torpe” al ministro Almada en Rabat"]
    found = statements("Ziani lo llamó “torpe”, “ciego” y “sordo” durante una visita a Rabat.")
    assert [one.passage.exact for one in found] == ["“torpe”, “ciego” y “sordo”"]


def test_the_portfolio_means_the_ministry_that_spoke() -> None:
    text = (
        "“El puerto abrirá en mayo, como se había acordado”, señaló la Cancillería portuguesa en un comunicado.\n\n"
        "Las tarifas “bajarán a la mitad desde junio”, agregó la cartera en la nota."
    )
    said = statements(text)
    assert len({one.speaker for one in said}) == 1 and "Cancillería" in said[0].speaker, said


def test_a_counterpart_is_who_holds_the_same_office_in_the_other_state() -> None:
    said = statements(
        "La canciller de Perú, Rosa Díaz, y la de Chile, Ana Soto, se reunieron en Quito.\n\n"
        "Díaz dijo que el día fue largo. Su homóloga afirmó: “Venimos a trabajar por el puerto”."
    )
    assert [one.speaker for one in said] == ["Rosa Díaz", "Ana Soto"]


def test_a_counterpart_in_a_state_of_which_nothing_was_told_stays_one() -> None:
    said = statements("Almada habló después con la prensa. Su homóloga peruana afirmó: “Venimos a trabajar”.")
    assert "homóloga" in said[-1].speaker


def test_a_portfolio_of_which_nothing_was_told_stays_a_portfolio() -> None:
    said = statements("Las tarifas “bajarán a la mitad desde junio”, agregó la cartera en la nota.")
    assert [one.speaker for one in said] == ["cartera"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Almada negó la venta. «Rabat se metió en el puerto», completó en alusión a Pablo Rivas.", "Duarte Almada"),
        ("Almada negó la venta. «Rabat se metió en el puerto», confesó a la radio Oriental.", "Duarte Almada"),
        ("«Rabat se metió en el puerto», sostuvo ante el Congreso el ministro Luis Benítez.", "Luis Benítez"),
        ("«Rabat se metió en el puerto», dijo en Lisboa el ministro Luis Benítez.", "Luis Benítez"),
        ("«Rabat se metió», replicó el ministro de Defensa portugués, general Raúl Funes.", "Raúl Funes"),
        ("«Rabat se metió en el puerto», algo que nadie vio, precisó Almada.", "Duarte Almada"),
        ("Almada negó la venta. «Rabat se metió en el puerto», algo que nadie vio, precisó.", "Duarte Almada"),
        ("A ojos de Karim Ziani, «la nota de Lisboa es un error que se pagará caro».", "Karim Ziani"),
        ("Desde Rabat, la respuesta llegó por boca de su enviada, Ana Soto: «No hay error».", "Ana Soto"),
        ("Preguntada por los periodistas, la ministra Rosa Gil se limitó a decir: «Sin comentarios».", "Rosa Gil"),
        ("«No firmaremos nada». Con estas palabras, la ministra Rosa Gil cerró el debate.", "Rosa Gil"),
        ("Rosa Gil habló con su par, Luis Mamani. «Estamos de acuerdo», celebró este último.", "Luis Mamani"),
        (
            "Para el especialista en pesca «el enfado del Congreso no se puede trasladar al puerto».",
            "especialista en pesca",
        ),
        ("Allí Ziani se refirió a su homólogo portugués como «un hombre de paz».", "Karim Ziani"),
    ],
)
def test_who_spoke_quoted_words_is_told_behind_them(text: str, speaker: str) -> None:
    quoted = [one for one in statements(text) if one.speech in ("direct", "mixed")]
    assert [one.speaker for one in quoted] == [speaker]


def test_an_official_is_not_the_head_of_a_state() -> None:
    text = "El vocero respondió al presidente Tomás Rojas. El funcionario pidió calma: «Rojas mintió», dijo en Lima."
    said = read(f"El puerto de la ciudad se abrió el lunes y ya no se cierra.\n\n{text}", Given(published="2026-01-12"))
    assert [one.speaker for one in said.statements] == ["funcionario"]


def test_who_only_asks_does_not_go_on() -> None:
    said = statements(
        "Almada fue claro: «El puerto es de todos y lo seguirá siendo», dijo en Rabat.\n\n"
        "La reportera pregunta entonces qué hará el Gobierno. «Nosotros no gritamos, nosotros abrimos», indica."
    )
    assert said[-1].speaker == "Duarte Almada"
