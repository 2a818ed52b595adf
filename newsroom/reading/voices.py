"""Find who speaks through a whole document, and for which country those speak whose country the text leaves out.

A readout has one voice, a transcript one a paragraph, a brief ("Source: …") its source. A minister without a country is
the one of the outlet's own country, or of the place of the dateline.
"""

from __future__ import annotations

import re
from collections import Counter

from newsroom.reading.analysis import Article, finder_for
from newsroom.reading.byline import attributed_to
from newsroom.reading.clean import Cleaned
from newsroom.reading.names.codes import is_state
from newsroom.reading.names.delegations import lend_by_delegations
from newsroom.reading.names.index import index_of
from newsroom.reading.names.people import Actor
from newsroom.reading.sentences import fold, tokenize
from newsroom.values import ArticleMeta

LABEL = re.compile(
    r"([A-Z][\w.'’/-]{0,24}(?: (?:[A-Z][\w.'’-]{0,24}|of|for|and|the|de|del|la|y)){0,9})"  # an office or a name
    r"(?: \(([^()\n]{3,50})\)|, ([A-Z][^:.\n]{1,80}))?"  # whose, or what he is
    r"(?::(?:\s+(?=\S)|(?=[A-Z“\"])|$)|\. ?[-–—]{1,2} *(?=\S))"  # "Minister:", in Spanish "Ministro.-"
)
ASKED = re.compile(r"Q (?=[A-Z])")
HONORIFIC = re.compile(r"(?:Mrs?|Ms|Dr|Shri|Smt|Sr|Sra|H\.E)\.? +", re.IGNORECASE)
CIRCUMSTANCE = re.compile(r" (?:on|in|via|at|during|to|speaking)\b|[(,;]")
ASKING = [
    [word]
    for word in "question q moderator reporter journalist host pregunta p interviewer periodista follow-up presenter"
    " moderador moderadora media".split()
]
# What stands above the words of a transcript in the form of a label, and names nobody.
HEADINGS = frozenset(
    "subject subjects topic topics note date time place venue location source tema temas fecha lugar hora".split()
)
LABELS = frozenset("source quote details background reference update photo".split())  # of a brief
OFFICES = frozenset(
    "minister president secretary chancellor premier spokesperson spokesman spokeswoman ambassador ministro ministra"
    " presidente presidenta canciller portavoz pm".split()
)
THROUGH = ("via", "through", "in")  # "(Via interpreter)" names nobody
PAIR, OFTEN = 2, 6  # how often (in weights) two foreign states are named who fill a story
STATE_DEPARTMENT = ("state department", "department of state", "state.gov")
BY = frozenset(("by", "por"))
ANSWERING = ("a", "answer", "respuesta", "r")
ANSWERER = re.compile(  # whose press conference it is, where no name says it
    r"(?:(?:Foreign|Defen[cs]e) Ministry|State Department|MOFA|MFA|Kremlin|Pentagon|White House|Official|Presidential)"
    r"(?:['’]s)? (?:Deputy )?[Ss]pokes(?:person|man|woman)"
)
OTHER_CODES = {"uk": "GB", "gov": "US"}  # by the end of a host's name, where it is not the state's own code
FOR_ALL = frozenset("co io me tv fm ai to cc ws la am is nu st eu tk ml".split())  # ends that anybody may have
HOME_KINDS = frozenset("head foreign_minister minister spokesperson".split())


def set_voices(article: Article, cleaned: Cleaned, meta: ArticleMeta) -> None:
    """Set the voices of an article and the countries of those at home."""
    article.here = _country_of(article, meta.dateline_place)
    home = _country_of(article, cleaned.given.outlet or cleaned.page.about.outlet) or article.here
    if not home and meta.document == "readout":  # "Readout of Secretary Kerry's Call with Foreign Minister Lavrov"
        home = next((one.country for one in _people_in(article, meta.title, "") if one.country), "")
    home = home or _of_address(article, meta.address)
    lend_by_delegations(article)
    for person in article.registry.people:
        if person.country or person.title_kind not in HOME_KINDS:
            continue
        if home and _is_guest(article, person, home):
            article.guests.append((person, article.partner(home)))
        else:
            person.country = _state_of(article, person, home)
    article.home = acting = home or _opening_state(article, meta.title)
    for body in article.registry.bodies:
        if (
            not body.country
            and acting
            and {"ministry", "ministerio", "cancilleria", "office"} & set(fold(body.name).split())
        ):
            body.country = (
                _of_namesake(article, body)
                or _facing(article, body, acting)
                or _beside_pair(article, body, acting)
                or acting
            )
    outlet = fold(f"{cleaned.given.outlet or cleaned.page.about.outlet} {meta.address}")
    if home == "US" and any(name in outlet for name in STATE_DEPARTMENT):
        _house_secretary(article)
    whole = attributed_to(cleaned)
    if whole and meta.document == "readout":
        article.attributed_to = _voice(article, whole, home)
        _house_offices(article, home or article.attributed_to.country)
    elif meta.document == "transcript":
        _set_speakers(article, cleaned, _people_in(article, meta.title, home), home)
    elif meta.document == "story":
        _set_dialogue(article, cleaned, home)
    for part in cleaned.paragraphs:
        if part.text.startswith(("Source:", "Source ")) and len(part.text) < 90:
            article.source = _source(article, part.text.split(":", 1)[-1].strip())
            break


def _state_of(article: Article, person: Actor, home: str) -> str:
    """Return the state of a person whose words name none: at home, but where the story is of others."""
    if home and (found := _of_same_office(article, person, home) or _of_scene(article, person, home)):
        return found
    return _beside_pair(article, person, home) or home


def _of_same_office(article: Article, person: Actor, home: str) -> str:
    """Return the one state whose minister of a person's title a story tells of that is but written in another."""
    office, found = fold(person.office).split(), set()
    is_abroad = home == article.here and not article.weights[home]  # a story of Chile, written in Kenya
    for clause in article.clauses if office and is_abroad else ():
        for hit in clause.named.countries:
            start = hit.last + 1 + (clause.words[hit.last + 1 : hit.last + 2] in (["'s"], ["’s"]))
            if clause.words[start : start + len(office)] == office:
                found.add(hit.code)
    return found.pop() if len(found) == 1 else ""


def _of_scene(article: Article, person: Actor, home: str) -> str:
    """Return the state where somebody meets others, which the story names, where it never names the outlet's own."""
    if home in article.weights:
        return ""
    for clause in article.clauses:
        if any(one.actor is person for one in clause.mentions):
            others = {code for one in clause.mentions if one.form != "place" for code in one.actor.countries}
            places = [one.actor.country for one in clause.mentions if one.form == "place"]
            return next((code for code in places if code not in others and _is_told_of(article, code)), "")
    return ""


def _beside_pair(article: Article, person: Actor, home: str) -> str:
    """Return the one of a story's two states that faces the other in the words of somebody without a country.

    So only where two foreign states fill the story, which never names that of its outlet.
    """
    if (
        home in article.weights
        or len(article.pair) != PAIR
        or min(article.weights[code] for code in article.pair) < OFTEN
    ):
        return ""
    for clause in article.clauses:
        if any(one.actor is person for one in clause.mentions):
            named = {code for m in clause.mentions for code in m.actor.countries if code in article.pair}
            named |= {hit.code for hit in clause.named.countries if hit.code in article.pair}
            return next(code for code in article.pair if code not in named) if len(named) == 1 else ""
    return ""


def _is_told_of(article: Article, code: str) -> bool:
    """Tell whether a story names a state otherwise than as a place."""
    return any(m.actor.country == code and m.form != "place" for clause in article.clauses for m in clause.mentions)


def _of_namesake(article: Article, body: Actor) -> str:
    """Return whose "the Foreign Ministry" is where the text names one of a state in the same words, and no other."""
    words = fold(body.name).removeprefix("the ")
    named = {one.country for one in article.registry.bodies if one.country and fold(one.name).endswith(f" {words}")}
    return named.pop() if len(named) == 1 else ""


def _facing(article: Article, body: Actor, home: str) -> str:
    """Return whose "the Foreign Ministry" acts on one of a story's two states, where home is none of the story's."""
    if len(article.pair) != PAIR or not home or home in article.weights:
        return ""
    for clause in article.clauses:
        own = next((one for one in clause.mentions if one.actor is body), None)
        verb = next((one for one in clause.verbs if own is not None and one.first == own.last + 1), None)
        met = clause.named.at(verb.head + 1) if verb is not None else None
        if met is not None and met.actor.country in article.pair:
            return next(code for code in article.pair if code != met.actor.country)
    return ""


def _house_offices(article: Article, home: str) -> None:
    """Give the bare offices of a readout ("The Secretary spoke") its own state, where no guest bears that title.

    The one with which it opens is its own in any case: "The Prime Minister spoke to the Prime Minister of Peru".
    """
    lead = next((m.actor for clause in article.clauses[:1] for m in clause.mentions if m.first <= 1), None)
    opening = fold(lead.name).removeprefix("the ") if lead is not None and lead.kind == "office" else ""
    others = {word for one in article.registry.people if one.country != home for word in fold(one.office).split()}
    for clause in article.clauses:
        for mention in clause.mentions:
            office = mention.actor
            if office.kind != "office" or office.country or office.title_kind not in HOME_KINDS:
                continue
            name = fold(office.name).removeprefix("the ")
            if clause.tokens[mention.last].is_capital and (name == opening or name.split()[-1] not in others):
                office.country = home


def _house_secretary(article: Article) -> None:
    """Give a bare "the Secretary" in a text of the State Department its own state, beside a foreign secretary too."""
    for clause in article.clauses:
        for mention in clause.mentions:
            office = mention.actor
            if office.kind == "office" and not office.country and clause.tokens[mention.last].text == "Secretary":
                office.country = "US" if mention.last - mention.first <= 1 else ""


def _is_guest(article: Article, person: Actor, home: str) -> bool:
    """Tell whether a president without a country cannot be at home: the story names the one who is."""
    office = fold(person.office).split()[-1:]
    return person.title_kind in ("head", "foreign_minister") and any(
        other is not person
        and other.country == home
        and other.title_kind == person.title_kind
        and fold(other.office).split()[-1:] == office
        for other in article.registry.people
    )


def _source(article: Article, words: str) -> Actor:
    """Return the source of a brief: the person of the story named before "on X", "in a statement", else a body."""
    name = CIRCUMSTANCE.split(words, maxsplit=1)[0].strip(" .")
    known = article.registry.by_token(fold(name.split()[-1])) if name else None
    return known or article.registry.other("body", name or words, _country_of(article, words))


def _country_of(article: Article, words: str) -> str:
    """Return the first country named in a few words, as a name, an adjective or a capital."""
    index, tokens = index_of(article.gazetteer), tokenize(words)
    for place, token in enumerate(tokens):
        hit = index.country_at(tokens, place, article.base, frozenset()) if token.is_capital else None
        if hit is not None and hit.form != "organisation":
            return hit.code
    for place in range(len(tokens)):
        found = index.body_at(tokens, place)
        if found is not None and is_state(found[1]):
            return found[1]
    return ""


def _of_address(article: Article, address: str) -> str:
    """Return the state whose own page it is, "www.gov.uk" or "mofa.gov.qa", else that of an outlet under its domain."""
    host = address.split("//", 1)[-1].split("/", 1)[0].split(":", 1)[0].lower().split(".")
    code = OTHER_CODES.get(host[-1], host[-1].upper())
    is_known = any(country.iso2 == code for country in article.gazetteer.countries.values())
    return code if len(host) > 1 and host[-1] not in FOR_ALL and is_known and is_state(code) else ""


def _opening_state(article: Article, title: str) -> str:
    """Return the state with which a headline begins: that of "the foreign ministry" of which no word says whose."""
    opening = tokenize(title)[:1]
    hit = index_of(article.gazetteer).country_at(tokenize(title), 0, article.base, frozenset()) if opening else None
    return hit.code if hit is not None and hit.form in ("name", "demonym") and is_state(hit.code) else ""


def _people_in(article: Article, words: str, home: str) -> list[Actor]:
    """Return the people named in a headline, first who gives it, those without a country taken as at home."""
    tokens = tokenize(words)
    found = finder_for(article).find(tokens)
    named = [mention for mention in found.mentions if mention.actor.kind == "person"]
    named.sort(key=lambda one: tokens[one.first - 1].low not in BY if one.first else True)
    people = [mention.actor for mention in named]
    for person in people:
        person.country = person.country or home
    return people


def _voice(article: Article, words: str, home: str) -> Actor:
    """Return who is meant by "Spokesperson Ned Price" or "the Ministry of …"."""
    last = fold(words.split()[-1])
    known = article.registry.by_token(last)
    if known is not None:
        known.country = known.country or home
        return known
    people = _people_in(article, words, home)
    return people[0] if people else Actor("body", words, _country_of(article, words) or home)


def _set_speakers(article: Article, cleaned: Cleaned, titled: list[Actor], home: str) -> None:
    """Give each paragraph of a transcript its speaker: by label, else the last one, else the headline's."""
    speaker: Actor | None = titled[0] if titled else None
    article.attributed_to = speaker
    known: dict[str, Actor] = {}  # by label: an office is said once with the name of its holder
    if (opening := _opening_labels(cleaned)) and opening[0] not in ASKING and any(key in ASKING for key in opening):
        speaker = None  # the label of the first question is gone with the lines above it
    for number, part in enumerate(cleaned.paragraphs):
        label = LABEL.match(part.text)
        key = fold(label[1]) if label is not None else ""
        if key.split()[-1:] and key.split()[-1] in HEADINGS:
            continue
        if (
            ASKED.match(part.text)
            or key.split()[:1] in ASKING
            or (label and fold(label[2] or "").split()[:1] in ASKING)
        ):
            speaker = None
        elif key in ANSWERING:
            speaker = article.attributed_to or known.setdefault("a", _answerer(article, cleaned, home))
        elif label is not None and (label.end() < len(part.text) or _names(article, key)):
            speaker = known.setdefault(key, known.get(key) or _labelled(article, label, titled, home))
            known.setdefault(fold(label[3] or key), speaker)  # "NORA SOTO, MINISTER:", and then "MINISTER:"
        if speaker is not None:
            article.voices[number] = (speaker, part.start + (label.end() if label else 0))


def _set_dialogue(article: Article, cleaned: Cleaned, home: str) -> None:
    """Give its speaker to each paragraph in which one of two who speak in turn answers the other, within a story."""
    found = [(number, label) for number, part in enumerate(cleaned.paragraphs) if (label := LABEL.match(part.text))]
    turns = [(number, label, fold(label[1])) for number, label in found if label.end() < len(label.string)]
    counted = Counter(key for _, _, key in turns)
    speaking = [key for key, times in counted.items() if times > 1 and key.split()[-1] not in HEADINGS | LABELS]
    if len(speaking) < PAIR:
        return
    asking = speaking[0] if any(label.string.endswith("?") for _, label, key in turns if key == speaking[0]) else ""
    for number, label, key in turns:
        if key in speaking and key != asking and key.split()[:1] not in ASKING:
            speaker = _labelled(article, label, [], home)
            article.voices[number] = (speaker, cleaned.paragraphs[number].start + label.end())


def _answerer(article: Article, cleaned: Cleaned, home: str) -> Actor:
    """Return the office whose press conference it is, where the lines above it name nobody."""
    lines = [cleaned.given.title or cleaned.page.about.title, *(part.text for part in cleaned.dropped[:8])]
    found = next((match for line in lines if (match := ANSWERER.search(line)) is not None), None)
    is_own = "ministry" in fold(cleaned.given.outlet) or "department" in fold(cleaned.given.outlet)
    name = found[0] if found is not None else ""
    return article.registry.other("plain", name, home if is_own else "") if name else Actor("plain", "")


def _opening_labels(cleaned: Cleaned) -> list[list[str]]:
    """Return the first words of the labels that stand on lines of their own, in order."""
    found = (LABEL.match(part.text) for part in cleaned.paragraphs if part.text.endswith(":"))
    return [fold(label[1]).split()[:1] for label in found if label is not None]


def _names(article: Article, key: str) -> bool:
    """Tell whether a label on a line of its own names somebody: "Minister:", no "Main topics:"."""
    last = key.split()[-1:]
    return bool(last) and (last[0] in OFFICES or article.registry.by_token(last[0]) is not None)


def _labelled(article: Article, label: re.Match[str], titled: list[Actor], home: str) -> Actor:
    """Return who is meant by a label: the person named, or the one person of the headline who has the office."""
    is_office = not OFFICES.isdisjoint(fold(label[1]).split())
    named = label[2] or label[3] if is_office else None  # "Spokesperson (Hind Alami)", "Spokesperson, Ms Alami"
    named = named if named and named[0].isupper() and fold(named).split()[0] not in THROUGH else None
    name = HONORIFIC.sub("", named or label[1]).strip()
    words = fold(name).split()
    person = article.registry.by_token(words[-1]) if words else None
    if person is not None and fold(person.name) == words[-1] and OFFICES.isdisjoint(words):
        person.name = name  # named in full by the label alone
    if person is not None:
        person.name = person.name.title() if person.name.isupper() else person.name
        return person
    holders = [one for one in titled if one.office] if named is None and words and words[-1] in OFFICES else []
    if holders:
        return next((one for one in holders if words[-1] in fold(one.office).split()), holders[0])
    name = name.title() if name.isupper() else name
    borne = [one for one in _people_in(article, name, "") if one.slug] if words and len(words) > 1 else []
    country = _country_of(article, label[1]) or home
    return borne[0] if borne else Actor("plain", name, country)
