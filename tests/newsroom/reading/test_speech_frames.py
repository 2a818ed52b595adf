"""The wider frames of speech: cues inserted or behind a hearer, attitudes, joined cues, speakers without a name."""

import pytest

from newsroom.reading import read
from newsroom.values import Given, StatementProposal

LEAD = "Portuguese Foreign Minister Duarte Almada met Moroccan Foreign Minister Karim Ziani in Lisbon on Monday."


def statements(text: str) -> list[StatementProposal]:
    return list(read(f"{LEAD}\n\n{text}", Given(published="2026-01-12")).statements)


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("The port will reopen in May, Almada told lawmakers on Monday.", "Duarte Almada", "will reopen in May"),
        ("The port will reopen in May, Ziani told Radio Rabat’s Hind Alami.", "Karim Ziani", "will reopen in May"),
        (
            "The port will reopen in May, the ministry’s press service said.",
            "ministry’s press service",
            "will reopen in May",
        ),
        (
            "Portugal’s Ministry of Trade and Industry said it was small.",
            "Portugal’s Ministry of Trade and Industry",
            "it",
        ),
        ("According to reports from Rabat, Ziani said the port would reopen.", "Karim Ziani", "the port would reopen"),
        ("According to Rabat's daily newspaper, Ziani said that it was shut.", "Karim Ziani", "it was shut"),
        ("Almada denied on Monday reports that Morocco's port was shut.", "Duarte Almada", "Morocco's port was shut"),
        ("Almada said the talks explored the ways to a new port.", "Duarte Almada", "the talks explored the ways"),
        ("Ziani made clear nothing had changed for the port.", "Karim Ziani", "nothing had changed for the port"),
        ("Ziani made clear he would stay.", "Karim Ziani", "he would stay"),
        ("The state-run Atlas news reported that the port was shut.", "state-run Atlas news", "the port was shut"),
        ("The Arab League said the port would stay open.", "Arab League", "the port would stay open"),
        ("The port has lost its pilot, said a senior official at the ministry.", "senior official", "has lost its"),
        (
            "The port has lost its pilot, said the Moroccan foreign ministry.",
            "Moroccan foreign ministry",
            "has lost its",
        ),
        ("Morocco has recalled its envoy, said Foreign Minister Karim Ziani.", "Karim Ziani", "has recalled its envoy"),
        ("The port has lost its pilot, said the country's navy in a note.", "country's navy", "has lost its pilot"),
        ("The port was shut after dark, the Lisbon daily wrote.", "Lisbon daily", "was shut after dark"),
        (
            "The port was shut, the embassy said in a comment on its page, adding that a ship was lost.",
            "embassy",
            "The port was shut",
        ),
        ("Duarte Almada, from Mr Costa's Mar-Aberto party, said the port was shut.", "Duarte Almada", "the port was"),
        ("The port, Almada said, will reopen in May.", "Duarte Almada", "The port, Almada said, will reopen in May"),
        ("Almada called on Morocco to reopen the port.", "Duarte Almada", "Morocco to reopen the port"),
        ("Almada called on Monday for patience and calm.", "Duarte Almada", "patience and calm"),
        ('Ziani dismissed the report as "pure fantasy".', "Karim Ziani", 'the report as "pure fantasy"'),
        ('Retired officials described the port as "a ruin".', "Retired officials", 'the port as "a ruin"'),
        ("Ziani described the port as safe and well run.", "Karim Ziani", "the port as safe and well run"),
        (
            "Ziani affirmed the need to respect the port's old rules.",
            "Karim Ziani",
            "the need to respect the port's old",
        ),
        ("Ziani expressed gratitude for Portugal's patience.", "Karim Ziani", "gratitude for Portugal's patience"),
        ("Almada expressed concern over the state of the port.", "Duarte Almada", "concern over the state of the port"),
        ("Almada voiced hope for a quick repair of the port.", "Duarte Almada", "hope for a quick repair of the port"),
        ("Almada thanked Morocco for its patience.", "Duarte Almada", "Morocco for its patience"),
        ("Ziani congratulated Almada on the new port.", "Karim Ziani", "Almada on the new port"),
        ("Ziani hailed the port as a model.", "Karim Ziani", "the port as a model"),
        ("Ziani rejected the report as baseless.", "Karim Ziani", "the report as baseless"),
        ("Ziani demanded that Portugal reopen the port.", "Karim Ziani", "Portugal reopen the port"),
        ("Almada made it clear the port would stay open.", "Duarte Almada", "the port would stay open"),
        ("The joint statement said the port would stay open.", "joint statement", "the port would stay open"),
        ("Traders say the port is too small.", "Traders", "the port is too small"),
        ("Almada vowed on Monday to reopen the port.", "Duarte Almada", "to reopen the port"),
        ("Almada welcomed the plan, denying that the port had been sold.", "Duarte Almada", "the port had been sold"),
        ("Almada made it clear that the port would stay open.", "Duarte Almada", "the port would stay open"),
        ("Ziani pointed out that the port was small.", "Karim Ziani", "the port was small"),
        ("Ziani repeated his call for Portugal to wait.", "Karim Ziani", "Portugal to wait"),
        ("Ziani was quoted as saying the port was small.", "Karim Ziani", "the port was small"),
        ("The court ruled that the port was Portuguese.", "court", "the port was Portuguese"),
        ("The fishermen say they were in open waters.", "fishermen", "they were in open waters"),
        ("The port is small, said his hosts.", "hosts", "The port is small"),
        ("A statement issued by Rabat said the port was small.", "Morocco", "the port was small"),
        (
            "Lisbon says the port, built by a Dutch firm, is safe; Rabat calls it a ruin.",
            "Portugal",
            "the port, built by a Dutch firm, is safe",
        ),
        ("The port is small, state television quoted Ziani as saying on Tuesday.", "Karim Ziani", "The port is small"),
        ("Ziani issued a statement saying the port was small.", "Karim Ziani", "the port was small"),
        ("Another said the port was small.", "Another", "the port was small"),
        (
            "A Moroccan foreign ministry official, speaking on Sunday, said the port was small.",
            "Moroccan foreign ministry official",
            "the port was small",
        ),
        ('Calling the talks "frank", Ziani flew home.', "Karim Ziani", 'the talks "frank"'),
        ("Rabat closed the port because, Ziani said on Sunday, it was old.", "Karim Ziani", "it was old"),
        ('Almada was "worried" and urged Morocco to wait.', "Duarte Almada", "Morocco to wait"),
        ("Reuters reported on Sunday that the port was small.", "Reuters", "the port was small"),
        ("Ziani told Lisbon in December it wanted the port.", "Karim Ziani", "it wanted the port"),
        (
            "Almada welcomed the call to his colleague Ziani, expressing hope that the port would reopen.",
            "Duarte Almada",
            "the port would reopen",
        ),
        ('"The port is open", – said Ziani.', "Karim Ziani", "The port is open"),
        ("As noted by Ziani, the port is open.", "Karim Ziani", "the port is open"),
        ('In the words of Ziani, "the port is a jewel".', "Karim Ziani", "the port is a jewel"),
        ("Rabat said the ferries would sail again.", "Morocco", "the ferries would sail again"),
        ("Both sides said the ferries would sail again.", "Portugal and Morocco", "the ferries would sail again"),
    ],
)
def test_frame(text: str, speaker: str, words: str) -> None:
    found = [(one.speaker, one.words) for one in statements(text)]
    assert any(who == speaker and words in said for who, said in found), found


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ('Ziani spoke on Sunday.\n\n"A ruin," is how one fisherman put it.', "fisherman", "A ruin,"),
        (
            'Almada was brief. "The port is safe," was all that the minister added.',
            "Duarte Almada",
            "The port is safe,",
        ),
        ("The port will close in May. This was stated by Karim Ziani.", "Karim Ziani", "The port will close in May"),
        ("Rabat on Sunday “noted with regret” the closure of the port.", "Morocco", "“noted with regret” the closure"),
        (
            "The port is safe, the Moroccan ministry reported.\n\n“Ships sail daily,” the statement reads.",
            "Moroccan ministry",
            "Ships sail daily,",
        ),
    ],
)
def test_quotation_without_a_plain_cue(text: str, speaker: str, words: str) -> None:
    found = [(one.speaker, one.words) for one in statements(text)]
    assert any(who == speaker and words in said for who, said in found), found


def test_transcript_tells_what_others_said() -> None:
    page = (
        "Question: Will the port close?\n\n"
        "Spokesperson Hind Alami: Minister Duarte Almada said that the port will stay open. We agree with him."
    )
    found = read(page, Given(published="2026-01-12", title="Transcript of the briefing by Hind Alami")).statements
    assert ("Duarte Almada", "the port will stay open") in [(one.speaker, one.words) for one in found]


def test_labels_on_lines_of_their_own_name_who_speaks() -> None:
    page = (
        "Main topics:\n\nThe port and the ferry\n\nQuestion:\n\nWill the port close this year or not?\n\n"
        "Minister:\n\nThe port will stay open for everybody.\n\nQuestion:\n\nAnd what of the ferry?\n\n"
        "Minister:\n\nThe ferry sails on Monday, and I will be on it."
    )
    title = "Press Conference by Minister for Foreign Affairs Duarte Almada"
    found = [(one.speaker, one.words) for one in read(page, Given(published="2026-01-12", title=title)).statements]
    assert found == [
        ("Duarte Almada", "The port will stay open for everybody."),
        ("Duarte Almada", "The ferry sails on Monday, and I will be on it."),
    ]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Ziani has voiced hope that the port will reopen and has encouraged Portugal to wait.",
            ["the port will reopen"],
        ),
        (
            "Almada denied that the port had been sold and said its cranes remained in use.",
            ["the port had been sold", "its cranes remained in use"],
        ),
        (
            'Ziani called the delay "a scandal" and demanded that the port be opened.',
            ['the delay "a scandal"', "the port be opened"],
        ),
    ],
)
def test_joined_cues_end_the_content_before_them(text: str, contents: list[str]) -> None:
    assert [one.words for one in statements(text)] == contents


@pytest.mark.parametrize(
    "text",
    [
        "A day after the port was closed, donors promised Morocco new cranes.",
        "Lisbon and nine other states, Spain among them, have begun to fish.",
        "Lisbon recalled its envoy, Rui Costa, began moving families and stopped all ferries.",
        "Almada made a phone call to the Moroccan envoy Omar Tazi on Sunday.",
        "Almada called Ziani on Sunday to congratulate him on the new port.",
        "Almada called on the Moroccan envoy Omar Tazi and discussed trade and people to people contacts.",
        "Almada informed Ziani of the events that took place at the port.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    "text",
    ["El puerto según informó", "For Ziani", '"A ruin" is how', "Morocco says «", "said", "dijo", "In the words of"],
)
def test_a_cue_at_the_end_of_the_text_reports_nothing(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("His Excellency the Deputy Prime Minister and Minister of Foreign Affairs said it was late.", "Ali Saffar"),
        ("HE the Deputy Prime Minister and Minister of Foreign Affairs said it was late.", "Ali Saffar"),
        ("His Excellency said that the port was closed.", "Ali Saffar"),
        ("For his part, HE Omar Tazi said that the port was closed.", "Omar Tazi"),
        ("The Moroccan minister said that the port was closed.", "Omar Tazi"),
    ],
)
def test_styles_and_double_offices_mean_who_was_named_with_them(told: str, speaker: str) -> None:
    text = (
        "His Excellency Sheikh Ali Saffar, Deputy Prime Minister and Minister of Foreign Affairs of Oman, called"
        f" His Excellency Omar Tazi, Minister of Foreign Affairs of the Kingdom of Morocco.\n\n{told}"
    )
    assert [one.speaker for one in read(text, Given(published="2026-01-12")).statements] == [speaker]


def test_a_page_of_a_government_speaks_for_its_state() -> None:
    text = "The Prime Minister spoke to the President of Chile, Ana Solari, this morning."
    given = Given(published="2026-01-12", address="https://www.gov.uk/government/news/pm-call-with-solari")
    assert [set(event.countries) for event in read(text, given).events] == [{"GB", "CL"}]
    given = Given(published="2026-01-12", address="https://wire.example.com/pm-call-with-solari")
    assert read(text, given).events == ()


def test_the_office_with_which_a_readout_opens_is_that_of_its_state_beside_a_guest_of_the_same_title() -> None:
    text = "The Prime Minister spoke to the Prime Minister of Chile, Ana Solari, this morning.\n\nThey discussed trade."
    given = Given(published="2026-01-12", address="https://www.gov.uk/government/news/pm-call-with-solari")
    assert {frozenset(event.countries) for event in read(text, given).events} == {frozenset(("GB", "CL"))}


@pytest.mark.parametrize(
    ("post", "words", "day"),
    [
        (
            "We had a very good talk with the president of Peru. Our borders stay open… pic.twitter.com/aB3x —"
            " Lena Ortiz (@lenaortiz) January 12, 2026",
            "We had a very good talk with the president of Peru. Our borders stay open…",
            "2026-01-12",
        ),
        (
            "Tuvimos una buena conversación. https://t.co/xY9 — Lena Ortiz (@lenaortiz)",
            "Tuvimos una buena conversación.",
            "2026-01-14",
        ),
    ],
)
def test_a_post_shown_on_a_page_is_its_writers_own_words(post: str, words: str, day: str) -> None:
    text = f"President Lena Ortiz of Chile wrote to her followers.\n\n{post}\n\nPeru did not comment at once."
    (found,) = [one for one in read(text, Given(published="2026-01-14")).statements if one.rule == "statement.post"]
    assert (found.words, found.speech, found.channel) == (words, "direct", "X")
    assert (found.speaker, found.speaker_country, found.when and found.when.edtf) == ("Lena Ortiz", "CL", day)


@pytest.mark.parametrize(
    "text",
    [
        "Lena Ortiz of Chile (@lenaortiz) said on X that the ports would reopen soon.",
        "Follow us — Harbour Daily (@harbour) for more news of the ports and of what happens at sea every day.",
    ],
)
def test_a_handle_alone_makes_no_post(text: str) -> None:
    assert [one for one in read(text, Given(published="2026-01-14")).statements if one.rule == "statement.post"] == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Almada told reporters, who had waited for hours, that he would go.", "Duarte Almada", "he would go"),
        ("The port is shut, according to a readout from the harbour ministry.", "harbour ministry", "The port is shut"),
        ("According to the official statement, Ziani said that the port is shut.", "Karim Ziani", "the port is shut"),
        ("Ziani hailed the port, described as “a gift” by the aide Omar Tazi.", "Omar Tazi", "a gift"),
        (
            "In a statement, the ministry said the port was shut. Ziani noted the delay. Cranes are on their way, the"
            " statement said.",
            "ministry",
            "Cranes are on their way",
        ),
        (
            "Prime Minister Rui Costa congratulated Ziani on the port, pledging that the aid would go on. More cranes"
            " will follow, he said.",
            "Rui Costa",
            "More cranes will follow",
        ),
    ],
)
def test_speakers_are_told_from_those_beside_them(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in [(one.speaker, one.words) for one in statements(text)]
