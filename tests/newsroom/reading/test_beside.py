"""A quotation that no frame of saying covers goes to who stands beside its marks; names of things go to nobody."""

import pytest

from newsroom.reading import read

LEAD = "Foreign Minister Ana Duarte of Mexico met reporters in Oslo on Monday, a day after talks with Canada ended.\n\n"


def speakers(text: str) -> list[str]:
    return [one.speaker for one in read(LEAD + text).statements if "wait for an answer" in one.passage.exact]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Must we wait for an answer?” Duarte asked.", "Ana Duarte"),
        ("“We wait for an answer!” Duarte shouted.", "Ana Duarte"),
        ("“We wait for an answer,” Duarte was quoted as saying by Notimex.", "Ana Duarte"),
        ("“We wait for an answer,” Duarte, who took office in May, said on Monday.", "Ana Duarte"),
        ("“We wait for an answer,” said the ministry’s spokesman, Erik Lindqvist.", "Erik Lindqvist"),
        ("“We wait for an answer,” agreed Erik Lindqvist, her counterpart in Oslo.", "Erik Lindqvist"),
        ("“We wait for an answer,” said one resident, Maria Solberg, 45.", "Maria Solberg"),
        ("“We wait for an answer,” Sen. Erik Lindqvist, R-Ohio, said Friday.", "Erik Lindqvist"),
        (
            "“We wait for an answer,” said a spokesman for the fishermen, who asked not to be named.",
            "spokesman for the fishermen",
        ),
        ("“We wait for an answer,” says Olena, a teacher from Kharkiv.", "Olena"),
        ("“We wait for an answer,” said Mr Lind’s adviser, Maria Solberg.", "Maria Solberg"),
        ("“We wait for an answer,” a resident who gave no name told AFP.", "resident"),
        ("“We wait for an answer,” Duarte’s office said.", "Ana Duarte's office"),
        ("“We wait for an answer,” state media quoted Duarte as saying.", "Ana Duarte"),
        ("But Okoro, in a televised address, struck a softer tone: “We wait for an answer.”", "Okoro"),
        ("“We wait for an answer,” said the Norwegian minister, Erik Lindqvist.", "Erik Lindqvist"),
        (
            "“We wait for an answer,” Maria Solberg, the former head of the mission of her country in the capital of"
            " the province, wrote in a letter.",
            "Maria Solberg",
        ),
        ("Duarte’s message was clear: “We wait for an answer.”", "Ana Duarte"),
        ("Duarte: “We wait for an answer.”", "Ana Duarte"),
        ("Duarte says of Canada, “We wait for an answer.”", "Ana Duarte"),
        ("The film shows Ana Duarte asking, “Must we wait for an answer, then?”", "Ana Duarte"),
        ("“We wait for an answer,” the ministry said in a statement.", "ministry"),
        ("''We wait for an answer,'' said Chad Bown, an expert on trade.", "Chad Bown"),
        ("“As a lawyer I wait for an answer to what he calls “hell” on earth.” — Erik Lindqvist", "Erik Lindqvist"),
        ("“We wait for an answer and for peace.” ― Maria Solberg", "Maria Solberg"),
    ],
)
def test_who_stands_beside_a_quotation_speaks(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_the_source_of_a_brief_is_the_person_before_the_channel() -> None:
    text = (
        "Mexican President Rosa Vidal has talked with her envoys.\n\nSource: Vidal on X (Twitter)\n\n"
        "Quote: “We wait for an answer.”"
    )
    assert [one.speaker for one in read(text).statements if "wait for" in one.passage.exact] == ["Rosa Vidal"]


def test_paragraphs_with_labels_make_a_transcript() -> None:
    text = (
        "title: Department Press Briefing\noutlet: Department of State\npublished: 2026-01-12\n---\n"
        "MS. SOLBERG: Good afternoon. We wait for an answer from Ottawa.\n\n"
        "QUESTION: Will you wait for an answer much longer?\n\n"
        "MS. SOLBERG: I will not preview anything.\n"
    )
    found = [(one.speaker, one.speech) for one in read(text).statements]
    assert {speech for _, speech in found} == {"direct"}
    assert len(found) == 2
    assert all("solberg" in speaker.lower() for speaker, _ in found)


def test_the_name_of_a_thing_is_nobodys_words() -> None:
    found = read(LEAD + "The book, “To Wait For An Answer,” was written by Duarte.").statements
    assert [one for one in found if "Answer" in one.passage.exact] == []


def test_an_inner_quotation_in_the_same_marks_does_not_end_the_outer_one() -> None:
    text = "“I would rather live in what he calls “hell” than leave,” Duarte said. “It is “home” to us.”"
    exact = [one.passage.exact for one in read(LEAD + text).statements if one.speech == "direct"]
    assert exact == ["I would rather live in what he calls “hell” than leave,", "It is “home” to us."]


def test_two_quotations_of_which_the_first_is_not_closed_stay_two() -> None:
    text = "“We wait for an answer, Duarte said.\n\n“Nothing is signed,” she said. “Nothing is lost.”"
    exact = [one.passage.exact for one in read(LEAD + text).statements]
    assert "Nothing is signed," in exact
    assert "Nothing is lost." in exact


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "The envoy shuttled between Lima and Quito, two people familiar with the matter said.",
            "shuttled",
            "two people",
        ),
        (
            "Its boats never crossed the line, a spokesman, Colonel Ivo Brand, told state television.",
            "crossed",
            "Ivo Brand",
        ),
        (
            "Peru is expelling three envoys, officials said Tuesday, a day after a court convicted a spy.",
            "expelling",
            "officials",
        ),
        (
            "The governor will lead a mission to Lima, and in May to Quito, his office said Tuesday.",
            "mission",
            "office",
        ),
        (
            "Speaking on condition of anonymity, one of them said the envoys had asked for time.",
            "asked for time",
            "one of them",
        ),
    ],
)
def test_people_without_a_name_say_things(text: str, words: str, speaker: str) -> None:
    found = [one.speaker for one in read(LEAD + text).statements if words in one.passage.exact]
    assert [speaker in one for one in found] == [True], found


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Brand had offered to fly in last week, but Duarte told him on Tuesday that it was late.", "2026-01-13"),
        ("“It was late,” Duarte said after the first meeting since April.", "2026-01-12"),
        ("Noting that this year marks a jubilee, Duarte said it was late.", "2026-01-12"),
        ("On Tuesday, as he left, Duarte said it was late.", "2026-01-13"),
        ("Duarte, who arrived on Tuesday, said it was late.", "2026-01-12"),
    ],
)
def test_a_saying_is_dated_by_the_words_of_time_of_its_own_cue(text: str, edtf: str) -> None:
    head = "published: 2026-01-14\n---\nForeign Minister Ana Duarte of Mexico met Ivo Brand in Oslo on Monday.\n\n"
    found = [one.when.edtf for one in read(head + text).statements if "was late" in one.passage.exact and one.when]
    assert found == [edtf]
