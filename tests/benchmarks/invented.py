"""A folder of annotated material, invented for the tests and laid out as measure_reading wants it."""

import json

STORY = (
    "title: Duarte calls Lindqvist\nsource: https://news.example/calls\npublished: 2026-01-13\noutlet: Example\n---\n"
    "MEXICO CITY (Reuters) - Mexican President Claudia Sheinbaum spoke by telephone with U.S. President Donald Trump"
    " on Monday.\n\n“We will keep talking,” Sheinbaum told reporters.\n"
)
GOLD = {
    "article": "901",
    "file": "901.txt",
    "published": "2026-01-13",
    "exhaustive": True,
    "countries": ["MX", "US"],
    "leaders": [{"name": "Claudia Sheinbaum", "country": "MX", "role": "President"}],
    "must_not": ["A caption that nobody wrote"],
    "events": [
        {
            "type": "call",
            "plover": "CONSULT:phone",
            "date": "2026-01-12",
            "participants": ["MX", "US"],
            "passage": "Claudia Sheinbaum spoke by telephone with U.S. President Donald Trump on Monday.",
            "modality": "happened",
            "background": False,
        }
    ],
    "statements": [
        {
            "speaker": "Claudia Sheinbaum",
            "speaker_country": "MX",
            "kind": "direct",
            "text": "We will keep talking,",
            "date": "2026-01-12",
        }
    ],
}
TIMEML = """<?xml version="1.0" ?>
<TimeML><DOCID>INVENTED1</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2026-01-14" functionInDocument="CREATION_TIME">01/14/26</TIMEX3></DCT>
<TEXT>
<TIMEX3 tid="t1" type="DATE" value="2026-01-12">Monday</TIMEX3>, the envoys met in Oslo.

They <EVENT eid="e1">met</EVENT> again on <TIMEX3 tid="t2" type="DATE" value="2026-01-13">Wednesday</TIMEX3>, and will
sign on <TIMEX3 tid="t3" type="DATE" value="2026-01-24">January 24</TIMEX3> and
<TIMEX3 tid="t4" type="TIME" value="2026-01-14TNI">tonight</TIMEX3> they rest. The war began in
<TIMEX3 tid="t5" type="DATE" value="2019">2019</TIMEX3>.
</TEXT></TimeML>
"""
QUOTED = "“We will wait,” Ana Duarte said on Monday.\n\nShe said that Oslo was “a start.”\n"
BRAT = (
    "T1\tContent 0 15\t“We will wait,”\nT2\tSource 16 26\tAna Duarte\nT3\tCue 27 31\tsaid\n"
    "T4\tAttribution 27 31\tsaid\nE1\tAttribution:T4 Content:T1 Source:T2 Cue:T3\n"
    "T5\tContent 53 77\tthat Oslo was “a start.”\nT6\tSource 44 47\tShe\nT7\tCue 48 52\tsaid\n"
    "T8\tAttribution 48 52\tsaid\nE2\tAttribution:T8 Content:T5 Source:T6 Cue:T7\n"
)
PAGE = """<!doctype html><html lang="en"><head><title>Envoys meet in Oslo | Example</title>
<meta property="article:published_time" content="2026-01-13T22:30:00-06:00"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Envoys meet in Oslo</h1><p>The envoys of two countries met in Oslo on Monday and talked for four hours
about water, trade and the return of twelve men.</p><p>They said that they would meet again in early March, and that
nothing had been signed so far, because both sides want more time.</p></article></body></html>"""
PAGE_GOLD = {
    "source_url": "https://news.example/oslo",
    "gold": {
        "title": "Envoys meet in Oslo",
        "publishing_date": "2026-01-13 22:30:00-06:00",
        "body": {
            "summary": [],
            "sections": [
                {
                    "headline": [],
                    "paragraphs": [
                        "The envoys of two countries met in Oslo on Monday and talked for four hours about water, trade"
                        " and the return of twelve men.",
                        "They said that they would meet again in early March, and that nothing had been signed so far,"
                        " because both sides want more time.",
                    ],
                }
            ],
        },
    },
}


def write(folder):
    """Lay out all parts in a folder and return it."""
    for path, text in {
        "reading/articles/901.txt": STORY,
        "reading/gold/901.json": json.dumps(GOLD),
        "data/timeml/INVENTED1.tml": TIMEML,
        "data/polnear/example_2026-01-13_wait_a1.ann": BRAT,
        "data/polnear/example_2026-01-13_wait.txt": QUOTED,
        "html/oslo.html": PAGE,
        "html/oslo.gold.json": json.dumps(PAGE_GOLD),
    }.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder
