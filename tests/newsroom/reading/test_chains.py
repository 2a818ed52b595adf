"""Words that are passed on, judged in the passive, vowed; names that are no state's: sentences of our own."""

import pytest

from newsroom.reading import read
from newsroom.values import Given

LEAD = "The matter was followed closely by many people in the whole region and beyond, residents said."
PAD = "Nothing else of note was known about the matter by the evening."


def reading(text: str):
    return read(f"{LEAD}\n\n{text}\n\n{PAD}", Given(published="2026-01-12"))


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "The paper quoted a senior Kenyan official saying a summit had been scheduled for May.",
            "Kenyan official",
            "a summit had been scheduled for May",
        ),
        (
            "The agency cited another intelligence source as saying the summit was off.",
            "intelligence source",
            "the summit was off",
        ),
        (
            'The plan had been described by Elina Valtonen as "a step that nobody had hoped for".',
            "Elina Valtonen",
            "a step that nobody had hoped for",
        ),
        (
            "The Kenyan Foreign Ministry spoke of trade. It was noted that the ministers had agreed on a bridge.",
            "Kenyan Foreign Ministry",
            "the ministers had agreed on a bridge",
        ),
        (
            "The Kenyan foreign ministry vowed to retaliate against the new duties.",
            "Kenyan foreign ministry",
            "to retaliate against the new duties",
        ),
        (
            "Elina Valtonen has voiced hope that Norway will join the talks.",
            "Elina Valtonen",
            "Norway will join the talks",
        ),
        (
            "According to TASS, Kenyan President William Ruto said that the truce would hold.",
            "William Ruto",
            "the truce would hold",
        ),
        (
            "Kenyan President William Ruto said, according to TASS, that the truce would hold.",
            "William Ruto",
            "the truce would hold",
        ),
        ("On Sunday Hizbollah said it had destroyed a vehicle.", "Hizbollah", "it had destroyed a vehicle"),
        ("Frelimo said it had won.", "Frelimo", "it had won"),
        (
            "Kenyan authorities said the lake belonged to them.",
            "Kenyan authorities",
            "the lake belonged to them",
        ),
        (
            "Bergenspost noted that the envoy was last seen in May.",
            "Bergenspost",
            "the envoy was last seen in May",
        ),
        (
            'A Kenyan official said it rained. Asked whether it was so, he said, "I do not ask him such things."',
            "Kenyan official",
            "I do not ask him such things.",
        ),
    ],
)
def test_words_go_to_who_said_them(text: str, speaker: str, words: str) -> None:
    found = [(one.speaker, one.passage.exact) for one in reading(text).statements]
    assert any(speaker.lower() in who.lower() and words == exact for who, exact in found), found


@pytest.mark.parametrize(
    "text",
    [
        "This noted that. Nothing came of it.",
        "It was raining, and that was that.",
        "The ministry wanted to retaliate against the duties.",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert len(reading(text).statements) == 1  # the lead's


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Norway paid US$8.9 million to Iceland.", "IS NO"),
        ("Norway sent ships to the Indian Ocean.", "NO"),
        ("Norway patrols the Gulf of Oman.", "NO"),
        ("The envoy flew with Malaysia Airlines to Norway.", "NO"),
        ("Norway invoked the Vienna Convention.", "NO"),
        ("Vienna protested to Norway.", "AT NO"),
        ("Norway published the note in Spanish, too.", "NO"),
        ("Norway protested in Spanish waters.", "ES NO"),
        ("Norway licensed a Russian-language channel.", "NO"),
        ("The Kenya Power Lines Limited sued in Norway.", "NO"),
        ("The Japan Times wrote about Norway.", "NO"),
        ("Japan's Times Square opened in Norway.", "JP NO"),
    ],
)
def test_a_namesake_is_no_country(text: str, codes: str) -> None:
    assert " ".join(sorted({one.code for one in reading(text).countries})) == codes


def test_a_readout_tells_what_a_person_said() -> None:
    text = (
        "Office of the Spokesperson\n\nThe below is attributable to Spokesperson Ann Lee:\n\n"
        "Secretary of State Marco Rubio spoke today with Norwegian Foreign Minister Espen Barth Eide. "
        "The Secretary emphasized that any delay would be costly."
    )
    found = read(text, Given(published="2026-01-12", outlet="US Department of State")).statements
    assert ("indirect", "any delay would be costly") in [(one.speech, one.passage.exact) for one in found], found


def test_a_bare_office_in_a_readout_is_the_outlets_own() -> None:
    """Take "the Secretary" of a ministry's readout for its own side, and what they spoke about for no side."""
    text = (
        "Readout of the Call\n\nThe Secretary and Foreign Minister Espen Barth Eide of Norway spoke today on Chad and"
        " Niger. They also discussed the Niger conference.\n\nThe Secretary asked for an answer from Foreign Minister"
        " Eide after the meetings."
    )
    found = read(text, Given(published="2026-01-12", outlet="Ministry of Foreign Affairs of Canada")).events
    told = {(one.plover.split(":")[0], frozenset(one.countries)) for one in found}
    assert told == {("CONSULT", frozenset(("CA", "NO"))), ("REQUEST", frozenset(("CA", "NO")))}


def test_what_an_agency_reports_is_said_by_whom_it_names() -> None:
    """Keep the agency in the chain; its report is no statement beside that of the speaker."""
    said = reading("According to TASS, Kenyan President William Ruto said that the truce would hold.").statements
    told = [(one.speaker, one.reported_by) for one in said if "truce" in one.words]
    assert told == [("William Ruto", ("TASS",))]
