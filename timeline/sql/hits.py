"""What is shown of rows that a search found, with what was looked for between two private characters."""

from collections.abc import Callable, Sequence
from string import Template

from timeline.models import Event
from timeline.models.vectors import SEARCH_CONFIGURATION
from timeline.search import Query
from timeline.sql.sending import Rows, ask
from timeline.sql.tsqueries import words_query

# Characters of Unicode's private use round what is highlighted; a text that has them itself loses them.
OPEN, CLOSE = "\ue000", "\ue001"
HIGHLIGHT = f"StartSel={OPEN}, StopSel={CLOSE}, HighlightAll=true"

EVENTS = """
SELECT event.id, slug, kind, modality, edtf, ${title}, ${summary}, ARRAY(
  SELECT (SELECT ARRAY[slug, name, name_es] FROM timeline_country WHERE id = part.country_id)
  FROM timeline_participation part WHERE part.event_id = event.id AND part.role = 'party'
  ORDER BY part.position, part.id)
FROM timeline_event event WHERE event.id IN (${ids})
"""
STATEMENTS = """
SELECT said.id, said.speech, said.language, said.edtf, said.speaker_name, ${words},
  leader.slug, leader.name, leader.pronoun, office.title, office.title_es, country.slug, country.name, country.name_es
FROM timeline_statement said
LEFT JOIN timeline_leader leader ON leader.id = said.leader_id
LEFT JOIN timeline_country country ON country.id = said.country_id
LEFT JOIN timeline_tenure tenure ON tenure.id = said.tenure_id
LEFT JOIN timeline_office office ON office.id = tenure.office_id
WHERE said.id IN (${ids})
"""
SOURCES = """
SELECT id, outlet, origin, kind, published, language, ${title} FROM timeline_source source WHERE id IN (${ids})
"""
SHOWN = {
    "events": (Template(EVENTS), {"title": "event.title", "summary": "event.summary"}),
    "statements": (Template(STATEMENTS), {"words": "said.words"}),
    "sources": (Template(SOURCES), {"title": "source.title"}),
}


def ask_shown(name: str, query: Query, ids: Sequence[int]) -> Callable[[], Rows]:
    """Ask for what is shown of rows of one list, in any order, the words that were looked for marked. One statement.

    Each id has a place of its own: so the server knows of every list of that length how many rows it gives, and plans
    the statement no more; of an array it would not. No id asks for nothing.
    """
    if not ids:
        return list
    template, texts = SHOWN[name]
    words = words_query(query, with_keys=False)
    unmarked = {field: f"translate({text}, '{OPEN}{CLOSE}', '')" for field, text in texts.items()}
    marked = {
        field: f"ts_headline('{SEARCH_CONFIGURATION}', {text}, {words.text}, '{HIGHLIGHT}')"
        for field, text in unmarked.items()
    }
    statement = template.substitute(marked, ids=", ".join(["%s"] * len(ids)))
    return ask(Event, statement, [*words.params * len(texts), *ids])
