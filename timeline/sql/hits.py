"""What is shown of rows that a search found, with what was looked for between two private characters."""

from collections.abc import Callable, Sequence
from string import Template

from timeline.models import Event
from timeline.models.vectors import SEARCH_CONFIGURATION
from timeline.search import Query
from timeline.sql.sending import Rows, ask
from timeline.sql.tsqueries import Sql, words_query

# Characters of Unicode's private use round what is highlighted; a text that has them itself loses them.
OPEN, CLOSE = "\ue000", "\ue001"
HIGHLIGHT = f"StartSel={OPEN}, StopSel={CLOSE}, HighlightAll=true"

EVENTS = """
SELECT event.id, slug, kind, modality, edtf, ${title}, ${summary}, ARRAY(
  SELECT (SELECT ARRAY[slug, name, name_es] FROM timeline_country WHERE id = part.country_id)
  FROM timeline_participation part WHERE part.event_id = event.id AND part.role = 'party'
  ORDER BY part.position, part.id)${ranked}
FROM (${hits}) AS hit${columns} JOIN timeline_event event ON event.id = hit_id${order}
"""
STATEMENTS = """
SELECT said.id, said.speech, said.language, said.edtf, said.speaker_name, ${words},
  leader.slug, leader.name, leader.pronoun, office.title, office.title_es, country.slug, country.name, country.name_es,
  said.is_translation${ranked}
FROM (${hits}) AS hit${columns} JOIN timeline_statement said ON said.id = hit_id
LEFT JOIN timeline_leader leader ON leader.id = said.leader_id
LEFT JOIN timeline_country country ON country.id = said.country_id
LEFT JOIN timeline_tenure tenure ON tenure.id = said.tenure_id
LEFT JOIN timeline_office office ON office.id = tenure.office_id${order}
"""
SOURCES = """
SELECT source.id, outlet, origin, source.kind, published, language, ${title}${ranked}
FROM (${hits}) AS hit${columns} JOIN timeline_source source ON source.id = hit_id${order}
"""
SHOWN = {
    "events": (Template(EVENTS), {"title": "event.title", "summary": "event.summary"}),
    "statements": (Template(STATEMENTS), {"words": "said.words"}),
    "sources": (Template(SOURCES), {"title": "source.title"}),
}


# The best first, then the newest; those that only may lie within the dates last.
BEST = "is_definite DESC, rank DESC, first_day DESC NULLS LAST, last_day, hit_id DESC"


def shown(name: str, query: Query, ranked: Sql) -> Sql:
    """Return the statement that shows the rows of one list that another ranks, the best first.

    Behind what is shown of a row stand whether it surely lies within the dates, and how many were ranked. The words
    that were looked for are marked.
    """
    words = words_query(query, with_keys=False)
    words = words.unseen if ranked.is_unseen else words
    parts = {"hits": ranked.text, "columns": "", "ranked": ", is_definite, total", "order": f" ORDER BY {BEST}"}
    template, texts = SHOWN[name]
    return Sql(template.substitute(_marked(name, words), **parts), [*words.params * len(texts), *ranked.params])


def ask_shown(name: str, query: Query, ids: Sequence[int]) -> Callable[[], Rows]:
    """Ask for what is shown of rows of one list, in any order, the words that were looked for marked. One statement.

    Each id has a place of its own: so the server knows of every list of that length how many rows it gives, and plans
    the statement no more; of an array it would not. No id asks for nothing.
    """
    if not ids:
        return list
    template, texts = SHOWN[name]
    words = words_query(query, with_keys=False)
    hits = f"VALUES {', '.join(['(%s::bigint)'] * len(ids))}"
    statement = template.substitute(_marked(name, words), hits=hits, columns=" (hit_id)", ranked="", order="")
    return ask(Event, statement, [*words.params * len(texts), *ids])


def _marked(name: str, words: Sql) -> dict[str, str]:
    _, texts = SHOWN[name]
    return {
        field: f"ts_headline('{SEARCH_CONFIGURATION}', translate({text}, '{OPEN}{CLOSE}', ''), {words.text},"
        f" '{HIGHLIGHT}')"
        for field, text in texts.items()
    }
