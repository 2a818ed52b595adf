"""Tell of an attack whose doer is not named: who was struck did not strike, and who condemns it condemns nobody known.

"Peru condemned the terrorist attack in Kenya": Kenya was struck. Whoever struck it is a party only where the story has
told it before.
"""

from __future__ import annotations

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events.parties import Parties
from newsroom.reading.grammar import subjects
from newsroom.reading.names.mentions import Mention

HARMS = frozenset(
    "attack attacks bombing bombings assault assaults killing killings murder murders assassination assassinations raid"
    " raids massacre massacres explosion explosions blast blasts shooting shootings kidnapping kidnappings abduction"
    " abductions torching storming arson stabbing beheading ambush hijacking atentado atentados ataque ataques"
    " asesinato asalto secuestro masacre".split()
)
STRUCK = frozenset("on against at in of near upon outside inside contra en a al".split())
OWNING = frozenset("its their his her our su sus".split())
AGENT = frozenset(("by", "por", "from"))
CALLED = frozenset(("as", "como"))
EDGES = frozenset("the a an of in on by to for with and after".split())
BEFORE = 5  # tokens before a harm among which the name of who did it stands
NEAR = 8  # how far behind its verb the harm stands
REACH = 14  # how far behind the harm those stand whom it struck


def doers(article: Article, struck: Parties) -> Parties:
    """Add to those struck who struck them last, as the story has told it."""
    for code in tuple(struck.countries):
        for doer in article.struck.get(code, ()):
            struck.add_code(doer)
    return struck


def harm_behind(clause: Clause, number: int) -> int:
    """Return the noun for a harm that is a verb's object, else -1."""
    head = clause.verbs[number].head
    for place in range(head + 1, min(len(clause.tokens), head + 1 + NEAR)):
        if clause.words[place] in HARMS and clause.named.covered[place] < 0:
            return place
        if clause.words[place] in AGENT | CALLED:
            break  # "denounced it as an attack on"
    return -1


def struck_by(clause: Clause, harm: int) -> list[Mention]:
    """Return those whom a harm struck: behind "on", "against", "in", "of"."""
    found: list[Mention] = []
    for mention in clause.mentions:
        if not harm < mention.first <= harm + REACH:
            continue
        before = next((n for n in range(mention.first - 1, harm, -1) if clause.words[n] in STRUCK | AGENT), harm)
        if clause.words[before] in AGENT:
            break
        if before > harm:
            found.append(mention)
    return found


def judged_harm(article: Article, clause: Clause, number: int, found: Parties) -> Parties | None:
    """Return who criticises whom where the harm done to somebody is condemned; ``None`` where its doer is unknown."""
    harm = harm_behind(clause, number)
    if harm < 0 or clause.verbs[number].is_passive:
        return found
    victims = struck_by(clause, harm)
    harmed = {code for m in victims for code in m.actor.countries}
    own = Parties().add(clause, subjects(clause, number))
    head = clause.verbs[number].head
    named = [m for m in clause.mentions if head < m.first <= harm + REACH and m not in victims]
    doing = [code for m in named for code in m.actor.countries]
    if set(doing) - set(own.countries) or not own.countries or not (harmed or is_unknown(article)):
        if harmed and own.countries:
            found.countries = list(dict.fromkeys((*own.countries, *doing)))
        return found
    known = doers(article, Parties(countries=sorted(harmed)))
    for code in known.countries[len(harmed) :]:
        own.add_code(code)
    return own if len(own.countries) > 1 else None


def is_left_open(clause: Clause, noun: int) -> bool:
    """Tell whether a noun is a harm that somebody suffered, and no "its" says whose deed it was."""
    is_owned = OWNING & set(clause.words[max(0, noun - 3) : noun])
    return clause.words[noun] in HARMS and not is_owned and bool(struck_by(clause, noun))


def is_unknown(article: Article) -> bool:
    """Tell whether the story has told of no attack whose doer is a state."""
    return not article.struck


def is_of_unknown(clause: Clause, first: int) -> bool:
    """Tell whether a name that is no state's stands before a noun, by whom or where it was done."""
    timed = {place for time in clause.times for place in range(time.first, time.last + 1)}
    for place in range(first - 1, max(0, first - BEFORE), -1):
        token = clause.tokens[place]
        if not token.is_word or clause.named.covered[place] >= 0 or place in timed or token.low in EDGES:
            return False
        if token.is_capital:
            return True
    return False
