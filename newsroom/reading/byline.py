"""Read what an article says about itself: date with its origin, dateline, agency, republisher, people who made it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from newsroom.reading.clean import Cleaned
from newsroom.reading.clean.furniture import AGENCIES
from newsroom.reading.clean.stamps import is_month_first, stamp_days
from newsroom.reading.dates import find_times, resolve
from newsroom.reading.readouts import opening_voice
from newsroom.reading.sentences import fold, tokenize
from newsroom.values import ArticleMeta, DateCandidate, Paragraph, Problem

DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^\n():–—]{0,60}?)?"
    r"(?:,? (?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?))?"
    r"(?: ?\((?P<agency>[\w .&/-]{2,40})\))?"
    r"(?P<sign> ?(?:--|[–—])[ ]?| - | _ |: |(?<=\)) (?=[A-Z])| (?=(?:The|A|An|In|On|U\.?S\.?)\b))"
)
# The same turned about, "March 7, 2008 (PARIS) — ", and what a wire's archive sets before it: "20110428 Reuters PARIS".
DATE_FIRST = re.compile(
    r"(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8},? \d{4}),? ?"
    r"\((?P<place>[A-Z][^\d():\n]{2,40})\) ?(?:--|[–—-]) ?"
)
STAMPED = re.compile(r"(?:(?:19|20)\d{6}|(?:19|20)\d\d([-/.])\d\d\1\d\d) +(?P<agency>[A-Z]\w{1,11} )?(?=[A-Z]{3})")
IN_BRACKETS = re.compile(r" ?\[[^\]\n]{2,40}\]")  # "Oslo [Norway], May 2"
REPORTING = re.compile(r"(?:reporting|writing|written|compiled|additional reporting) by ([^;()]{3,200})", re.IGNORECASE)
EDITING = re.compile(r"(?:editing by|editors?:) ?([^;()]{3,120})", re.IGNORECASE)
MONTH_ONLY = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![-\d])")
BY = re.compile(r"^(?:by|published by|written by|por|publicado por) ([^\d|]{3,80})", re.IGNORECASE)
ATTRIBUTABLE = re.compile(r"\b(?:is|are) attributable to ([^:\n]{3,80}):")
RELEASED = re.compile(
    r"^(?P<who>[^\n]{3,120}?) (?:released|issued) the following (?:statement|readout)[^:\n]{0,60}:$|"
    r"\bfollowing (?:press release|statement|readout) was (?:published|released|issued) by (?P<by>[^\n.]{3,80})"
)
# Outlets and hosts that are a government's own: what they publish is official text.
GOVERNMENT = re.compile(
    r"(?:the )?(?:[a-z.]{2,12} )?(?:president of|presidency of|ministry of|department of state|state department|kremlin"
    r"|white house|prime minister'?s? (?:of|office)|government of|foreign ministry)",
    re.IGNORECASE,
)
OFFICIAL_HOST = re.compile(
    r"//(?:[\w-]{1,40}\.){1,5}(?:gov|gob|gouv)(?:\.[a-z]{2})?(?:/|$)"
    r"|//(?:[\w-]{1,20}\.)?(?:kremlin|mid)\.ru/"
)
# A headline that only a government's own text has: "Readout of X's Call with Y", "Secretary X's Meeting with Y".
READOUT = re.compile(
    r"readout (?:of|from) |(?:deputy )?secretary [\w. ]{2,40}['’]s? (?:phone call|video call|call|meeting) with ",
    re.IGNORECASE,
)
MEDIA = "told reporters"
ADDRESS_DATE = re.compile(r"(?:^|[^\d])(20\d{2}|19\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:[^\d]|$)")
ADDRESS_NAMED = re.compile(r"/(20\d{2}|19\d{2})/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/(\d{1,2})/")
SPEAKER_LABEL = re.compile(r"(?:M[RS]S?\. |DR\. )?[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,4}: +\S")  # "MS. ROURKE: Good"
# Who asks and who answers, each named by what he is: "Minister Varga: No.", "Sato, Asahi: Will you go?"
NAMED = re.compile(r"(?P<who>[A-Z][\w.'’-]+(?: [\w.'’-]+){0,6}(?:, [A-Z][\w .&'’-]{1,40})?):(?: +\S|[A-Z“\"])")
QUESTION = re.compile(
    r"(?:Q|P(?=\.-|:)|(?i:question|reporter|journalist|interviewer|moderator|pregunta|periodista|moderadora?))"
    r"(?: ?\([^()\n]{2,40}\))?(?::|\. ?[-–—]| (?=[A-Z]))"
)
# A headline of what is said before the press, in which one label is enough: "Remarks With …", "Doorstop interview".
PRESSED = re.compile(
    r"\b(?:press|media) (?:conference|availability|briefing|encounter|statement)s?\b|\bdoorstop\b|\binterview\b"
    r"|\bremarks (?:with|at|to|after)\b|\banswers\b|\b(?:conferencia|rueda) de prensa\b"
    r"|\bentrevista\b|\bestenografica\b"
)
OFFICE_LABEL = re.compile(
    r"(?:(?:Prime|Foreign|Deputy|Primer|Primera) )?(?:Minister|President|Secretary|Ministr[oa]|President[ea]|Canciller)"
    r"(?: [A-Z][\w.'’-]+){0,3}(?::|\. ?[-–—]) *\S"
)
DASHED = re.compile(
    r"[A-Z][\w.'’]*(?: [\w.'’]+){0,4}(?: \([^()\n]{3,40}\))?\. ?[-–—]{1,2} *[A-Z¿¡“\"]"
)  # "Ministro.- No."
ALONE = re.compile(r"[A-Z][\w.'’-]*(?: [\w.'’-]+){0,4}:$")  # a label on a line of its own
ANSWER = re.compile(r"(?:A|(?i:answer|respuesta)|[A-Z][\w.'’-]*(?: [\w.,'’()-]+){0,9}): +\S")
SPANISH = frozenset(
    "el la los las que una un y en al se ha lo por para con del como mas este esta fue dijo segun sobre entre"
    " tambien su"
    " sus tras ante".split()
)
GERMAN = frozenset("der die das und ist nicht mit auf für von dem den ein eine sich".split())
FRENCH = frozenset("le les des une est dans pour que qui sur avec par pas au aux du".split())
ORDER = ("given", "JSON-LD", "address", "page date", "dateline", "meta", "time element", "modified")


@dataclass(slots=True)
class Dateline:
    """Hold a dateline: place, words of its date, agency, and where the story's first word stands."""

    place: str = ""
    date_words: str = ""
    agency: str = ""
    length: int = 0


def read_dateline(text: str) -> Dateline:
    """Return the dateline that opens a paragraph; an empty one where there is none."""
    if (turned := DATE_FIRST.match(text)) is not None:
        return Dateline(turned["place"], turned["date"], "", turned.end())
    if (stamp := STAMPED.match(text)) is not None and fold(stamp["agency"] or "ap").strip() in AGENCIES:
        found = read_dateline(text[stamp.end() :])
        return replace(found, length=stamp.end() + found.length) if found.length else found
    match = DATELINE.match(text)
    if match is None:
        return Dateline()
    place = IN_BRACKETS.sub("", match["place"] or "").strip(" ,")
    agency, sign = match["agency"] or "", match["sign"].strip()
    known_agency = fold(agency) in AGENCIES or "." in agency or (agency.isupper() and len(agency) > 1)
    if not place:
        return Dateline("", match["date"] or "", agency, match.end()) if known_agency and sign != "" else Dateline()
    words = place.replace(",", " ").split()
    if len(words) > 5 or not all(word[:1].isupper() or word in ("de", "del", "la") for word in words):
        return Dateline()
    capitals = words[0].isupper() and len(words[0]) > 2
    if sign == "" and not (known_agency and agency):
        return Dateline()
    if sign == ":" and (len(words) > 2 or fold(place) in NOT_PLACES or not place.replace(" ", "").isalpha()):
        return Dateline()
    if sign in ("-", "_", "–", "—", "--") and not (capitals or known_agency or match["date"]):
        return Dateline()
    return Dateline(place, match["date"] or "", agency, match.end())


NOT_PLACES = frozenset(
    "source quote details background question answer moderator note update breaking watch literally reference context"
    " analysis opinion explainer exclusive q a fuente nota".split()
)


def read_meta(cleaned: Cleaned) -> tuple[ArticleMeta, Dateline, list[Problem]]:
    """Return the description of a cleaned article, its dateline, and what is doubtful about it."""
    problems: list[Problem] = []
    dateline = next(
        (found for part in cleaned.paragraphs[:2] if (found := read_dateline(part.text)).length), Dateline()
    )
    if not dateline.length:
        dateline = _dropped_dateline(cleaned)
    candidates = _candidates(cleaned, dateline)
    published, reason = _choose(candidates, problems)
    dateline_date = _day_of(dateline.date_words, published.day if published else None)
    credit = " ".join(part.text for part in cleaned.dropped if part.reason == "credit line")
    authors, editors = _people(cleaned, credit)
    outlet = cleaned.given.outlet or cleaned.page.about.outlet
    origin = _agency(cleaned, dateline, credit, outlet)
    republisher = _republisher(outlet, origin)
    meta = ArticleMeta(
        title=cleaned.given.title or cleaned.page.about.title or _first_headline(cleaned),
        published=published.day if published else dateline_date,
        published_month=_month_of(cleaned.given.published) if not (published or dateline_date) else "",
        published_origin=published.origin if published else "dateline" if dateline_date else "",
        published_reason=reason,
        candidates=tuple(candidates),
        dateline_place=dateline.place,
        dateline_date=dateline_date,
        origin=origin or outlet,
        republisher=republisher,
        authors=tuple(authors),
        editors=tuple(editors),
        credit_line=credit,
        language=cleaned.page.about.language or guess_language(cleaned.text),
        address=cleaned.given.address or cleaned.page.about.address,
        access=cleaned.page.about.access,
        encoding=cleaned.encoding,
        document=_document(cleaned),
    )
    if meta.published is None and not any(problem.is_fatal for problem in cleaned.problems):
        problems.append(Problem("no_date", "No date of publication was found; relative dates stay open."))
    problems += _glued(cleaned)
    return meta, dateline, problems


def _dropped_dateline(cleaned: Cleaned) -> Dateline:
    """Return the dateline of a line of its own ("New Delhi, May 10")."""
    for part in cleaned.dropped:
        if part.reason in ("headline or caption", "page date") and len(part.text) < 60:
            tokens = tokenize(part.text)
            times = [one for one in find_times(tokens) if one.kind == "day" and one.last == len(tokens) - 1]
            if times and times[0].first >= 2 and tokens[times[0].first - 1].text == "," and tokens[0].is_capital:
                place = part.text[: tokens[times[0].first - 1].start]
                if len(place.split()) <= 3 and place.replace(" ", "").isalpha() and not find_times(tokenize(place)):
                    return Dateline(place, part.text[tokens[times[0].first].start :])
    return Dateline()


def _month_of(words: str) -> str:
    """Return the month that is all a source says of its publication: "2019-10"."""
    found = MONTH_ONLY.match(words)
    return f"{found[1]}-{found[2]}" if found else ""


def _day_of(words: str, base: date | None) -> date | None:
    """Return the day that words of a calendar date mean."""
    for found in find_times(tokenize(words)):
        resolved = resolve(found, base) if found.kind == "day" else None
        if resolved is not None and resolved.is_day:
            return resolved.earliest
    return None


def _candidates(cleaned: Cleaned, dateline: Dateline) -> list[DateCandidate]:
    """Return every date of publication that is stated, each with its origin."""
    found: list[DateCandidate] = []

    month_first = is_month_first(cleaned.page.about.locale)

    def add(words: str, origin: str) -> None:
        days = stamp_days(words.replace("T", " "), month_first=month_first)
        if days:
            found.append(DateCandidate(days[0], words[:80], origin))

    if cleaned.given.published:
        add(cleaned.given.published, "given")
    for origin, words in cleaned.page.about.dates:
        add(words, origin)
    address = cleaned.given.address or cleaned.page.about.address
    named = ADDRESS_NAMED.search(address.lower())
    if named:
        add(f"{named[3]} {named[2]} {named[1]}", "address")
    elif plain := ADDRESS_DATE.search(address):
        add(f"{plain[1]}-{plain[2]}-{plain[3]}", "address")
    for part in cleaned.dropped[:400]:
        if part.reason in ("page date", "byline", "section label", "headline or caption") and len(part.text) < 200:
            add(part.text, "page date")
    if dateline.date_words and any(character.isdigit() for character in dateline.date_words[-4:]):
        add(dateline.date_words, "dateline")
    return list(dict.fromkeys(found))


def _choose(candidates: list[DateCandidate], problems: list[Problem]) -> tuple[DateCandidate | None, str]:
    """Choose the date of publication: the most direct origin; a doubt is named where two origins disagree."""
    if not candidates:
        return None, ""
    ranked = sorted(
        candidates, key=lambda one: next((n for n, name in enumerate(ORDER) if one.origin.startswith(name)), 9)
    )
    chosen = ranked[0]
    others = sorted({one.day for one in ranked if one.day != chosen.day})
    reason = f"{chosen.origin} says so"
    if others:
        reason += f"; other dates found: {', '.join(day.isoformat() for day in others)}"
        if any(abs((day - chosen.day).days) > 1 for day in others):
            problems.append(
                Problem("dates_differ", f"The dates found differ: {chosen.day.isoformat()} was taken; {reason}.")
            )
    return chosen, reason


def _people(cleaned: Cleaned, credit: str) -> tuple[list[str], list[str]]:
    """Return the reporters and the editors."""
    authors = [name for line in REPORTING.findall(credit) for name in _names(line)]
    editors = [name for line in EDITING.findall(credit) for name in _names(line)]
    for part in cleaned.dropped:
        match = BY.match(part.text) if part.reason in ("byline", "page date") else None
        if match:
            authors += _names(match[1])
    authors += [name for name in cleaned.page.about.authors if len(name.split()) < 8]
    return list(dict.fromkeys(authors)), list(dict.fromkeys(editors))


def _names(line: str) -> list[str]:
    """Return the names of a list "A, B and C", all-capital ones in ordinary case."""
    parts = re.split(r",| and | y |&", line)
    names = [" ".join(part.split()).strip(" .)") for part in parts]
    return [
        name.title() if name.isupper() else name
        for name in names
        if name and name[:1].isupper() and len(name.split()) < 6
    ]


def _agency(cleaned: Cleaned, dateline: Dateline, credit: str, outlet: str) -> str:
    """Return the agency that wrote the story, from dateline, credit line, end mark, first words or outlet."""
    if dateline.agency:
        return AGENCIES.get(fold(dateline.agency), dateline.agency)
    last = cleaned.paragraphs[-1].text if cleaned.paragraphs else ""
    mark = re.search(r"[.”\"]\s*\(?([A-Z][A-Z/]{1,11})\)?\W*$", last)
    if mark and fold(mark[1]) in AGENCIES:
        return AGENCIES[fold(mark[1])]
    for part in cleaned.dropped:
        word = fold(part.text).strip(" ()[]-.")
        first = word.split(" ")[0] if word else ""
        if word in AGENCIES or (first in AGENCIES and part.reason in ("headline or caption", "page date")):
            return AGENCIES.get(word) or AGENCIES[first]
        if part.reason == "credit line" and part.text.lower().startswith("source:"):
            return " ".join(re.split(r"\s{2,}| Editor", part.text[7:].strip())[:1])
    return outlet.split(" via ")[0].strip() if " via " in outlet else ""


def _republisher(outlet: str, origin: str) -> str:
    """Return the outlet where it is not the origin."""
    if not origin:
        return ""
    name = outlet.split(" via ")[-1].split(" / ")[0].strip()
    return "" if fold(name) == fold(origin) else name


def _first_headline(cleaned: Cleaned) -> str:
    """Return the first headline-like line above the story."""
    return next(
        (
            part.text
            for part in cleaned.dropped
            if part.reason in ("headline", "headline or caption") and len(part.text.split()) > 3
        ),
        "",
    )


def guess_language(text: str) -> str:
    """Return the language by its commonest words: en, es, fr or de."""
    words = fold(text[:6000]).split()
    counts = {"es": SPANISH, "fr": FRENCH, "de": GERMAN}
    best = max(counts, key=lambda code: sum(word in counts[code] for word in words))
    share = sum(word in counts[best] for word in words) / max(1, len(words))
    english = sum(word in ("the", "of", "and", "to", "in", "that", "said") for word in words) / max(1, len(words))
    return best if share > 0.12 and share > english else "en"


def _document(cleaned: Cleaned) -> str:
    """Return what sort of text it is: story, readout, brief or transcript."""
    opening = [part.text for part in cleaned.paragraphs]
    if any(line.startswith(("Quote:", "Details:")) for line in opening):
        return "brief"
    title = fold(cleaned.given.title or cleaned.page.about.title)
    labelled = sum(SPEAKER_LABEL.match(line) is not None for line in opening)
    if labelled > 1 or _is_answered(opening) or (PRESSED.search(title) and (labelled or _is_turn(opening))):
        return "transcript"
    if "transcript" in title or "excerpts from" in title or title.startswith(("remarks by", "version estenografica")):
        return "transcript"
    return "readout" if attributed_to(cleaned) else "story"


def _is_turn(lines: list[str]) -> bool:
    """Tell whether a line opens with the label of an office, or two as Spanish ones do: "Ministra.- Buenos días."."""
    return any(OFFICE_LABEL.match(line) for line in lines) or sum(DASHED.match(line) is not None for line in lines) > 1


def _is_answered(lines: list[str]) -> bool:
    """Tell whether a line that is labelled as a question is followed by a line that opens with who answers it."""
    alone = [line for line in lines if ALONE.match(line)]
    questions = [line for line in alone if QUESTION.match(line)]
    if questions and len(alone) > len(questions):
        return True
    asked = [QUESTION.match(line) is not None for line in lines]
    told = [ANSWER.match(line) is not None for line in lines]
    if any(one and answer and not two for one, two, answer in zip(asked, asked[1:], told[1:], strict=False)):
        return True
    named = [found["who"].split(",")[0].split()[-1] if (found := NAMED.match(line)) else "" for line in lines]
    turns = zip(lines, named, named[1:], strict=False)
    answers = [two for line, one, two in turns if one and two and one != two and line.endswith("?")]
    return any(named.count(one) > 1 for one in answers)  # who answers has the floor more than once


def attributed_to(cleaned: Cleaned) -> str:
    """Return to whom a readout as a whole is attributed, or an empty string."""
    lines = [part.text for part in cleaned.paragraphs[:6]] + [part.text for part in cleaned.dropped[:30]]
    for line in lines:
        match = ATTRIBUTABLE.search(line)
        if match:
            return match[1].strip()
    for line in lines:
        match = RELEASED.search(line)
        if match:
            who = match["who"] or match["by"] or ""
            return who[read_dateline(who + " The").length :].strip()
    if found := opening_voice(cleaned):
        return found
    outlet = cleaned.given.outlet.split(" readout")[0].split(" via ")[0].strip()
    if GOVERNMENT.match(outlet) and not any(MEDIA in fold(part.text) for part in cleaned.paragraphs):
        return outlet
    if OFFICIAL_HOST.search(cleaned.given.address or cleaned.page.about.address):
        return outlet or "government"
    return outlet or "government" if READOUT.match(cleaned.given.title or cleaned.page.about.title) else ""


def _glued(cleaned: Cleaned) -> list[Problem]:
    """Name the case of two articles in one paste: two datelines apart, two credit lines, two attributions."""
    places = [number for number, part in enumerate(cleaned.paragraphs) if _is_firm_dateline(part)]
    credit_lines = sum(
        part.reason == "credit line" and part.text.lower().startswith("(reporting by") for part in cleaned.dropped
    )
    texts = [part.text for part in cleaned.paragraphs] + [part.text for part in cleaned.dropped]
    attributions = sum("attributable to" in text and ATTRIBUTABLE.search(text) is not None for text in texts)
    if (len(places) > 1 and places[-1] - places[0] > 1) or credit_lines > 1 or attributions > 1:
        message = "This looks like two articles in one; split them, or say which is meant."
        return [Problem("several_articles", message)]
    return []


def _is_firm_dateline(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph opens with a place in capitals and an agency or a date."""
    if paragraph.text[1:2].islower():
        return False  # no place in capitals: most paragraphs need no closer look
    found = read_dateline(paragraph.text)
    return bool(found.length and found.place.isupper() and (found.agency or found.date_words))
