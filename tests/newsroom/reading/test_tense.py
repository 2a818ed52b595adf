"""The verb that governs words of time decides whether they lie ahead; and words of parts of time are found."""

from datetime import date

import pytest

from newsroom.reading.analysis import analyse
from newsroom.reading.timing import resolve_times
from newsroom.values import Paragraph
from timeline.gazetteer import load

BASE = date(2026, 1, 14)  # a Wednesday


def days(text: str, base: date = BASE) -> list[str]:
    article = analyse(text, [Paragraph(text, 0, len(text), 0, len(text))], 0, base, load())
    answers = resolve_times(article)
    return [answers[place].edtf for place in sorted(answers)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Duarte met Lindqvist on Friday, aides said.", ["2026-01-09"]),
        ("Duarte will meet Lindqvist on Friday, aides said.", ["2026-01-16"]),
        ("The two agreed to meet on Friday.", ["2026-01-16"]),
        ("He flew to Cairo to meet the king on Saturday.", ["2026-01-10"]),
        ("She said talks would resume on Monday.", ["2026-01-19"]),
        ("The protest on Friday drew thousands.", ["2026-01-09"]),
        ("She said the meeting on Friday will discuss water.", ["2026-01-16"]),
        ("On Monday, Duarte, who will travel to Ottawa on Friday, met the envoy.", ["2026-01-12", "2026-01-16"]),
        ("A summit planned for Tuesday was cancelled on Monday.", ["2026-01-20", "2026-01-12"]),
        ("The deal signed on Friday will take effect in March.", ["2026-01-09", "2026-03"]),
        ("The ministers are meeting on Thursday in Oslo.", ["2026-01-15"]),
        ("The new term begins Monday.", ["2026-01-19"]),
        ("The minister could sign the law on Friday.", ["2026-01-16"]),
        ("The law could have been signed on Friday.", ["2026-01-09"]),
        ("Russia and the US are to hold talks on Thursday.", ["2026-01-15"]),
        ("They met as scheduled on Friday.", ["2026-01-09"]),
        ("Envoys gathered ahead of Friday's vote.", ["2026-01-16"]),
        ("The ban was lifted, effective Friday.", ["2026-01-16"]),
        ("Talks were postponed until Friday.", ["../2026-01-16"]),
        ("Israel on Thursday accused Iran of lying.", ["2026-01-08"]),
        ("Israel on Thursday will host the summit.", ["2026-01-15"]),
        ("The envoys hope to sign on Thursday.", ["2026-01-15"]),
        ("The ministry says it fired a missile on Friday.", ["2026-01-09"]),
        ("The navy fired rockets from its northern shores late on Sunday.", ["2026-01-11"]),
        ("The king visits Oslo on Friday.", ["2026-01-16"]),
        ("Oslo said that its president visits Cairo on Friday.", ["2026-01-16"]),
        ("The envoys were due to meet in Oslo on Monday to sign a pact.", ["2026-01-12"]),
        ("The envoys were due to meet on Friday.", ["2026-01-16"]),
        ("The envoys are due to meet on Monday.", ["2026-01-19"]),
        ("Members had hoped to issue a text on Tuesday.", ["2026-01-13"]),
        ("She said the envoys were due to meet on Monday.", ["2026-01-19"]),
        ("He glossed over warnings from Oslo on Thursday that raids could follow.", ["2026-01-08"]),
    ],
)
def test_the_governing_verb_decides(text: str, edtf: list[str]) -> None:
    assert days(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They spoke over the weekend.", ["[2026-01-10..2026-01-11]"]),
        ("They will speak this weekend.", ["[2026-01-17..2026-01-18]"]),
        ("The court ruled last March.", ["2025-03"]),
        ("The mandate will end next June.", ["2026-06"]),
        ("He visited in March of last year.", ["2025-03"]),
        ("They signed last Dec. 20.", ["2025-12-20"]),
        ("Troops must leave by the end of the month.", ["[..2026-01-31]"]),
        ("It will be ready by the end of the year.", ["[..2026-12-31]"]),
        ("The day before yesterday they spoke.", ["2026-01-12"]),
        ("He arrived Tuesday. He left later in the day.", ["2026-01-13", "2026-01-13"]),
        ("He arrived on Tuesday. Two days later, they signed.", ["2026-01-13", "2026-01-15"]),
        ("He arrived on Tuesday. The previous day, they had signed.", ["2026-01-13", "2026-01-12"]),
        ("On 08/13/90 they met.", ["1990-08-13"]),
        ("They have agreed to cease fire from Tuesday midnight.", ["[2026-01-13..2026-01-14]"]),
        ("They have agreed to cease fire from Friday midnight.", ["[2026-01-16..2026-01-17]"]),
        ("On 13.01.26 they met.", ["2026-01-13"]),
    ],
)
def test_words_of_parts_of_time(text: str, edtf: list[str]) -> None:
    assert days(text) == edtf


def test_the_month_just_gone_is_not_called_last() -> None:
    assert days("Helicopters crashed last February.", date(1998, 3, 1)) == ["1997-02"]
    assert days("Helicopters crashed last February.", date(1998, 11, 1)) == ["1998-02"]


def test_last_week_said_on_a_sunday_is_flagged() -> None:
    text = "They spoke last week."
    for base, doubtful in ((date(2026, 1, 18), True), (date(2026, 1, 17), False)):
        article = analyse(text, [Paragraph(text, 0, len(text), 0, len(text))], 0, base, load())
        assert [one.is_ambiguous for one in resolve_times(article).values()] == [doubtful]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Oslo and Cairo agreed a truce after talks in Rome, the palace said on Tuesday.", 13),
        ("Oslo and Cairo plan a summit after discussing grain over the phone, the palace said on Tuesday.", 13),
        ("The king's aide, who has been travelling a lot, announced the visits on Tuesday.", 13),
        ("Oslo lodged a protest after a drone, launched at dawn, crossed the border on Tuesday.", 14),
        ("Oslo lodged a protest after Cairo's envoy said on Tuesday that grain was late.", 14),
        ("Oslo wrote to the envoy, who left on Tuesday.", 14),
    ],
)
def test_the_day_of_the_story_is_that_of_its_main_verb(text: str, day: int) -> None:
    article = analyse(text, [Paragraph(text, 0, len(text), 0, len(text))], 0, BASE, load())
    resolve_times(article)
    assert article.story_day == BASE.replace(day=day)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In 2015, Malta signed a pact. The next year, it left.", "2016"),
        ("In 2015, Malta signed a pact. The following year, it left.", "2016"),
        ("In May 2015, Malta signed a pact. The year after, it left.", "2016"),
        ("In 2015, Malta signed a pact. That same year, it left.", "2015"),
        ("In 2015, Malta signed a pact. Later that year, it left.", "[2015-01-01..2015-12-31]"),
        ("On 5 May 2015, Malta signed a pact. Later that year, it left.", "[2015-05-05..2015-12-31]"),
        ("In May 2015, Malta signed a pact. The next month, it left.", "2015-06"),
        ("In December 2015, Malta signed a pact. The following month, it left.", "2016-01"),
        ("On 5 May 2015, Malta signed a pact. The next week, it left.", "[2015-05-11..2015-05-17]"),
        ("In May 2015, Malta signed a pact. It will leave next year.", "2027"),
        ("In May 2015, Malta signed a pact. It will leave in the next year.", "2027"),
        ("En 2015, Malta firmó un pacto. Al año siguiente, se retiró.", "2016"),
        ("En 2015, Malta firmó un pacto. Ese mismo año, se retiró.", "2015"),
        ("En mayo de 2015, Malta firmó un pacto. Al mes siguiente, se retiró.", "2015-06"),
        ("En mayo de 2015, Malta firmó un pacto. Dos años más tarde, se retiró.", "2017~"),
    ],
)
def test_what_goes_on_counts_from_the_time_named_before(text: str, edtf: str) -> None:
    assert days(text)[-1] == edtf
