"""Who said what: one sentence of each frame, with its speaker and the words that are attributed."""

import pytest

from newsroom.reading import read
from newsroom.values import Given, StatementProposal

LEAD = "Portuguese Foreign Minister Duarte Almada met Moroccan Foreign Minister Karim Ziani in Lisbon on Monday."


def statements(text: str, title: str = "") -> list[StatementProposal]:
    return list(read(f"{LEAD}\n\n{text}", Given(published="2026-01-12", title=title)).statements)


@pytest.mark.parametrize(
    ("text", "speech", "speaker", "words"),
    [
        ('"We are neighbours," Almada said.', "direct", "Duarte Almada", "We are neighbours,"),
        ('"We are neighbours," said Ziani, who arrived on Sunday.', "direct", "Karim Ziani", "We are neighbours,"),
        ('Almada told reporters: "We are neighbours."', "direct", "Duarte Almada", "We are neighbours."),
        (
            'Ziani said the talks had been "very good" and useful.',
            "mixed",
            "Karim Ziani",
            'the talks had been "very good" and useful',
        ),
        ("Almada said that the port would reopen.", "indirect", "Duarte Almada", "the port would reopen"),
        (
            "Ziani wrote: “The port will be open in May. https://example.org/port pic.twitter.com/Ab12cd”",
            "direct",
            "Karim Ziani",
            "The port will be open in May.",
        ),
        (
            "Almada said on Monday in a statement that the port would reopen.",
            "indirect",
            "Duarte Almada",
            "the port would reopen",
        ),
        ("The port would reopen in May, Ziani said.", "indirect", "Karim Ziani", "The port would reopen in May"),
        (
            "According to Almada, the port would reopen in May.",
            "indirect",
            "Duarte Almada",
            "the port would reopen in May",
        ),
        (
            "The port will reopen in May, according to the Portuguese Foreign Ministry.",
            "indirect",
            "Portuguese Foreign Ministry",
            "The port will reopen in May",
        ),
        ('Almada called the plan "premature" on Monday.', "mixed", "Duarte Almada", 'the plan "premature"'),
        (
            "Morocco accused Portugal of closing the port without notice.",
            "indirect",
            "Morocco",
            "closing the port without notice",
        ),
        (
            "Ziani welcomed the plan, adding that details would follow.",
            "indirect",
            "Karim Ziani",
            "details would follow",
        ),
        (
            "A local agency quoted Ziani as saying that the port would reopen.",
            "indirect",
            "Karim Ziani",
            "the port would reopen",
        ),
        ("Experts said that the port was too small.", "indirect", "Experts", "the port was too small"),
        ('"It was a good day." — Helena Brito', "direct", "Helena Brito", "It was a good day."),
        ("``It was a good day,'' Ziani said.", "direct", "Karim Ziani", "It was a good day,"),
    ],
)
def test_the_frames(text: str, speech: str, speaker: str, words: str) -> None:
    found = [(one.speech, one.speaker, words in one.words) for one in statements(text)]
    assert (speech, speaker, True) in found, [(one.speech, one.speaker, one.words) for one in statements(text)]


def test_a_pronoun_means_the_one_who_spoke() -> None:
    found = statements("Ziani said the port would reopen.\n\nHe also said the ferries would sail again.")
    assert [one.speaker for one in found] == ["Karim Ziani", "Karim Ziani"]


def test_a_paragraph_that_is_only_a_quotation_is_carried_over() -> None:
    found = statements('"We are neighbours," Almada said.\n\n"We will behave like neighbours."')
    assert [(one.speaker, one.rule) for one in found] == [
        ("Duarte Almada", "statement.cue.after"),
        ("Duarte Almada", "statement.continued"),
    ]


def test_two_cues_of_one_speaker_give_two_statements() -> None:
    found = statements("Almada said the port was safe and suggested the ferries could sail again.")
    assert [one.words for one in found] == ["the port was safe", "the ferries could sail again"]
    assert {one.speaker for one in found} == {"Duarte Almada"}


def test_the_date_belongs_to_the_saying() -> None:
    (one,) = statements("Ziani last week said the port would reopen.")
    assert one.when is not None
    assert (one.when.edtf, one.source_words) == ("[2026-01-05..2026-01-11]", "last week")


def test_the_chain_of_those_who_pass_it_on_is_kept() -> None:
    (one,) = statements("The Spanish Foreign Ministry quoted Ziani as saying that the port would reopen.")
    assert one.reported_by == ("Spanish Foreign Ministry",)


@pytest.mark.parametrize(
    "text",
    [
        "Almada did not say whether the port would reopen.",
        "Almada declined to say who had closed the port.",
        "The film “Night Over Lisbon” was shown after the film “Night Over Rabat”.",
        "The port, which is the largest of the region, reopened in May.",
        "A day after Morocco recalled its ambassador, Spain closed the port.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert statements(text) == []


def test_the_channel_is_named() -> None:
    assert statements("Ziani said in a post on X that the port would reopen.")[0].channel == "post on X"
    assert statements('"We are neighbours," Almada told reporters.')[0].channel == "reporters"
