"""Several reports of one event: how many origins they are, and what each says of a fact."""

import re
from decimal import Decimal

import pytest

from tests.cast import MEXICO, SHEINBAUM, TRUMP, UNITED_STATES
from tests.factories import (
    cite,
    claim_input,
    make_event,
    part,
    source_input,
    statement_input,
)
from tests.pages import text_of
from tests.timeline.test_pages_records import LATER, address_of
from timeline import actions
from timeline.values import Figure


@pytest.mark.django_db
def test_two_accounts_of_one_call_count_as_two_origins(client):
    other = source_input(title="Readout", outlet="State Department", origin="State Department", text="x",
                         kind="readout",
                         address="https://example.com/readout")  # fmt: skip
    copy = source_input(outlet="The Copy", address="https://example.net/copy")
    from_both = tuple(
        part(country, leader, citations=(part_citation(source),))
        for (country, leader), source in zip(((MEXICO, SHEINBAUM), (UNITED_STATES, TRUMP)), (other, copy), strict=True)
    )
    event = make_event(participations=from_both)
    page = text_of(client.get(address_of(event)))
    assert "2 origins (" in page
    assert "1 more report of the same" in page
    assert "single source" not in page


@pytest.mark.django_db
def test_who_only_reports_what_was_said_is_no_origin_of_the_event(client):
    other = source_input(outlet="The Other", origin="The Other", address="https://example.net/said", text="another")
    words = "We will keep working side by side"
    said = statement_input(citations=(cite("words", words, other), cite("speaker", "she told reporters", other)))
    page = text_of(client.get(address_of(make_event(statements=(said,)))))
    assert "1 origin (Example Wire); 1 more source only for what was said" in page
    assert "single source" in page
    assert "more report of the same" not in page
    assert ">1 source<" in text_of(client.get("/pairs/mexico/united-states/"))


@pytest.mark.django_db
def test_a_list_names_a_few_origins_and_counts_the_others(client):
    sources = [
        source_input(text=f"Report {n}", origin=f"Agency {n}", address=f"https://example.org/{n}") for n in range(1, 8)
    ]
    event = make_event(citations=(*(cite("when", source=source) for source in sources), cite("kind"), cite("modality")))
    row = text_of(client.get("/pairs/mexico/united-states/"))
    assert "Agency 1, Agency 2, Agency 3, Agency 4, Agency 5 and 3 more" in row
    assert "8 origins (" in text_of(client.get(address_of(event)))
    assert "Agency 7" in text_of(client.get(address_of(event)))


def part_citation(source):
    """Return the passage for a participation, as another source has it."""
    return cite("participation", "The two presidents", source)


@pytest.mark.django_db
def test_what_several_origins_say_of_a_fact_stands_side_by_side(client):
    readout = source_input(title="Readout", outlet="The Presidency", origin="The Presidency", kind="readout",
                           address="https://example.org/readout", text="another text")  # fmt: skip
    words = "Sheinbaum called it a “useful talk” afterwards"
    alone = make_event()
    assert "One event, several accounts" not in text_of(client.get(address_of(alone)))
    both = make_event(
        title="Both tell of it", citations=(cite("when"), cite("kind"), cite("modality"), cite("kind", words, readout))
    )
    page = text_of(client.get(address_of(both)))
    compared = page.split("One event, several accounts")[1].split("</section>")[0]
    assert re.findall(r'<h3 class="comparison__fact">([^<]+)</h3>', compared) == ["What it was"]
    origins = re.findall(r'comparison__origin">([^<]+) <span class="comparison__kind">([^<]+)<', compared)
    assert origins == [("Example Wire", "press report"), ("The Presidency", "official readout")]
    assert f"“{words}”" in compared
    assert set(re.findall(r"#(note-[0-9]+)", compared)) <= set(re.findall(r'id="(note-[0-9]+)"', page))
    in_spanish = text_of(client.get("/es" + address_of(both)))
    assert re.findall(r'<h3 class="comparison__fact">([^<]+)</h3>', in_spanish) == ["Qué fue"]
    # The passage is English, the word for its note is the page's.
    assert f'<span lang="en">“{words}”</span><a class="note-mark"' in in_spanish


@pytest.mark.django_db
def test_figures_that_contradict_each_other_are_said_to_differ(client):
    half, other = claim_input(), claim_input(figure=Figure(Decimal(40), "%", "down", is_approximate=True))
    agreed = make_event(statements=(statement_input(claims=(half,)), statement_input(claims=(half,))))
    assert "accounts differ" not in text_of(client.get(address_of(agreed)))
    disputed = make_event(
        title="Two numbers",
        statements=(
            statement_input(claims=(half, claim_input(subject="seizures"))),
            statement_input(leader=TRUMP, country=UNITED_STATES, about=(MEXICO,), claims=(other,)),
        ),
    )
    page = text_of(client.get(address_of(disputed)))
    claims = re.findall(r'class="said__claim">.*?</p>', page)
    assert ["accounts differ" in claim for claim in claims] == [True, False, True]


@pytest.mark.django_db
def test_a_denial_that_answers_an_event_is_said_beside_whether_it_happened(client):
    attack = make_event(title="An alleged attack", kind="attack", modality="alleged",
                        participations=(part(MEXICO, SHEINBAUM), part(UNITED_STATES, side="recipient")))  # fmt: skip
    denial = make_event(title="Mexico denies it", kind="denial",
                        participations=(part(MEXICO, SHEINBAUM), part(UNITED_STATES, side="recipient")))  # fmt: skip
    follows = make_event(title="A later denial", kind="denial",
                         participations=(part(MEXICO, SHEINBAUM), part(UNITED_STATES, side="recipient")))  # fmt: skip
    actions.link_events(event_id=follows.pk, to_event_id=attack.pk, kind="follows", by="Ana", at=LATER)
    assert "accounts differ" not in text_of(client.get(address_of(attack)))
    actions.link_events(event_id=denial.pk, to_event_id=attack.pk, kind="answers", by="Ana", at=LATER)
    fact = text_of(client.get(address_of(attack))).split("Did it happen?")[1].split("</dd>")[0]
    assert "accounts differ" in fact
    assert f'href="{address_of(denial)}"' in fact
