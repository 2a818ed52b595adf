"""Decide who a speaker is whom the sentence names by a pronoun, a document, an office or a bare noun alone.

"The statement added", "he said" go on from who spoke before; "the country's top diplomat", "the minister", "the
official" mean whoever of the story has that office, also where the story names him only later.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.grammar import subjects
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.quotes.epithets import called
from newsroom.reading.quotes.ministries import foreign_ministry, portfolio
from newsroom.reading.quotes.people import SPOKESPEOPLE
from newsroom.reading.quotes.said import Said
from newsroom.reading.quotes.speakers import ISSUING, speaker_of
from newsroom.reading.quotes.tellers import SINGULAR, teller
from newsroom.reading.quotes.texts import ORDERING
from newsroom.reading.references.groups import join
from newsroom.reading.references.issuers import is_of_both
from newsroom.reading.sentences import fold

INSTITUTIONS = frozenset(("body", "country", "office", "plain"))
ISSUERS = frozenset(("body", "plain", "country"))
MAKERS, BODY = frozenset(("body", "country")), frozenset(("body",))
NEAR, RECENT, PAIR = 3, 8, 2  # sentences; words
# Nouns that name an office without its title: what kind of holder they mean.
CALLED: dict[str, frozenset[str]] = {
    "diplomat": frozenset(("foreign_minister",)),
    "minister": frozenset(("foreign_minister", "minister")),
    "president": frozenset(("head",)),
    "leader": frozenset(("head",)),
    "premier": frozenset(("head",)),
    "spokesman": frozenset(("spokesperson",)),
    "spokeswoman": frozenset(("spokesperson",)),
    "spokesperson": frozenset(("spokesperson",)),
    "exteriores": frozenset(("foreign_minister",)),
    "externos": frozenset(("foreign_minister",)),
    "diplomacia": frozenset(("foreign_minister",)),
    "diplomatico": frozenset(("foreign_minister", "ambassador")),
    "diplomatica": frozenset(("foreign_minister", "ambassador")),
    "embajador": frozenset(("ambassador",)),
    "embajadora": frozenset(("ambassador",)),
    "canciller": frozenset(("foreign_minister",)),
    "ministro": frozenset(("foreign_minister", "minister")),
    "ministra": frozenset(("foreign_minister", "minister")),
    "mandatario": frozenset(("head",)),
    "mandataria": frozenset(("head",)),
    "portavoz": frozenset(("spokesperson",)),
}
BOTH = frozenset(("both", "all", "each"))  # "both have said in a joint statement"
FIRST_AMONG = frozenset(("top", "chief", "senior-most"))  # "a diplomat" is anybody
OWN = frozenset(("country's", "nation's", "kingdom's", "its", "his", "her"))
TEXTS = frozenset("comunicado comunicacion texto documento nota declaracion statement text communique comment".split())
REPORTS = frozenset(("report", "article", "editorial"))
REPORTING = frozenset("report reports reported wrote writes published revealed quoted claimed claims".split())
OUTLETS = frozenset(
    "paper newspaper daily weekly magazine broadcaster channel outlet website network station tabloid".split()
)
INDEFINITE = frozenset("a an un una".split())  # nobody who acted before need have put out "a statement"
IN = frozenset(("in", "through", "via", "to"))
IT_SAID = frozenset(("cue.before", "cue.after"))
OBJECT = 4  # words behind a verb among which its object stands
LONGEST_TITLE = 6  # words
HIM = frozenset(("him", "himself"))
COMMANDING = frozenset("general colonel admiral captain chief head ambassador consul president premier judge".split())
CHIEFS = frozenset(("chief", "head", "boss"))  # "the UN chief"
GENERIC = frozenset("official diplomat source aide adviser spokesman spokeswoman spokesperson envoy".split())
LINKS = frozenset("of for at in from with to who close familiar".split())  # what ends the title of somebody unnamed


def meant(article: Article, said: Sequence[Said], clause: Clause, one: Attribution) -> Actor | None:
    """Return who the speaker of an attribution is: itself, who spoke before, or who of the story has the office."""
    speaker = one.speaker
    passing = None if speaker is None else _passing(article, said, clause, one, speaker)
    if speaker is None or passing is not None or speaker.kind in ("group", "body"):
        return passing or (speaker and foreign_ministry(article, speaker))
    if speaker.kind == "person" and (told_by := teller(said, clause, one, speaker)) is not None:
        return told_by
    if speaker.kind in ("country", "person"):
        return called(article, said, clause, one) or speaker
    if speaker.kind == "plain" and _bare_text(speaker) in TEXTS:
        return _text_of(said, clause, one) or _acted(article, clause, one) or speaker
    if speaker.kind in ("office", "plain"):
        goes_on = _same_noun(said, clause, one) or _goes_on(said, clause, one)
        if goes_on is not None and goes_on.kind == "plain":
            return goes_on  # "a spokesperson said … the spokesperson said": nobody whom the story names
        own = (portfolio(article, said, speaker) or _called(article, said, clause, one)) if clause.is_spanish else None
        return (
            own
            or _holder(article, clause, speaker)
            or goes_on
            or _of_body(article, said, clause, speaker)
            or called(article, said, clause, one)
            or speaker
        )
    if speaker.kind not in ("pronoun", "document"):
        return speaker
    near = [each for each in said[-NEAR - 1 :] if clause.number - each.clause <= NEAR and each.speaker is not None]
    if speaker.kind == "document" or speaker.name == "it":
        bodies = [each.speaker for each in near if each.speaker and each.speaker.kind in INSTITUTIONS]
        if is_of_both(article.clauses, clause.number, clause.words[one.speaker_words[1]]):
            return speaker
        if near and near[-1].speaker is speaker:
            return speaker  # "a newspaper reported … it also reported"
        if bodies and (speaker.kind == "pronoun" or _opener(clause, one) in ("the", "it", "el", "la")):
            return bodies[-1]
    if speaker.kind == "document":
        return (_acted(article, clause, one) if fold(speaker.name) in TEXTS else None) or speaker
    if not said or clause.number - said[-1].clause > NEAR:
        return speaker
    return turned_to(article, said, clause) or said[-1].speaker


def _bare_text(speaker: Actor) -> str:
    """Return the noun of a text that speaks, words that only tell it from another left out: "the new statement"."""
    words = fold(speaker.name).removeprefix("part of the ").removesuffix(" de prensa").split()
    return " ".join(words[words[0] in ORDERING :] if len(words) == PAIR else words)


def _passing(article: Article, said: Sequence[Said], clause: Clause, one: Attribution, speaker: Actor) -> Actor | None:
    """Return who goes on: a body of which "it" adds something, whose statement it is, the outlet that reported."""
    if clause.words[one.speaker_words[1]] in TEXTS and (same := _same_text(article, said, clause, one)) is not None:
        return same
    known = _of_text(article, said, speaker) or _outlet(article, said, clause, one) if speaker.kind == "plain" else None
    return known or _going_on(article, said, clause, one) or _nobody_named(article, said, clause, one)


def _of_text(article: Article, said: Sequence[Said], speaker: Actor) -> Actor | None:
    """Return whose text speaks, where his name stands before it: "an Olmedo Centre statement said"."""
    words = speaker.name.split()
    noun = fold(words[-1]) if words else ""
    words = words[fold(words[0]) in INDEFINITE : -1] if words else []
    if noun not in TEXTS | REPORTS or not words or not all(word[0].isupper() for word in words):
        return None
    asked = {fold(word) for word in words}
    spoken = [each.speaker for each in reversed(said) if each.speaker is not None]
    known = next((who for who in (*spoken, *article.registry.bodies) if asked <= set(fold(who.name).split())), None)
    if known is None and speaker.country:  # "the Chilean statement said": who last spoke for Chile by a text
        known = next((who for who in spoken if who.country == speaker.country and who.kind in ISSUERS), None)
        return known or (speaker if noun in TEXTS else None)
    return known or (Actor("plain", " ".join(words)) if noun in TEXTS else None)


def _same_text(article: Article, said: Sequence[Said], clause: Clause, one: Attribution) -> Actor | None:
    """Return whose text spoke last, where it goes on: "a Red Cross statement said … the statement added"."""
    last = next((each for each in reversed(said) if each.speaker is not None), None)
    if last is None or clause.number - last.clause > NEAR or _opener(clause, one) != "the":
        return None
    words = fold(article.text[slice(*last.speaker_span)]).split()
    return last.speaker if len(words) > 1 and words[-1] == clause.words[one.speaker_words[1]] else None


def _outlet(article: Article, said: Sequence[Said], clause: Clause, one: Attribution) -> Actor | None:
    """Return the outlet that reported before, which "the paper", "the broadcaster" means."""
    first, last = one.speaker_words
    is_the = "the" in clause.words[max(0, first - 1) : first + 1]
    if clause.words[last] not in OUTLETS or not is_the or last - first > 1:
        return None
    for each in reversed(said):
        if clause.number - each.clause > RECENT:
            break
        if each.speaker is None or each.speaker.kind not in ("plain", "body"):
            continue
        name, cue = fold(each.speaker.name).split(), fold(article.text[slice(*each.cue)]).split()
        is_named = not each.speaker.country and each.speaker.name[:1].isupper() and SPOKESPEOPLE.isdisjoint(name)
        if not OUTLETS.isdisjoint(name[1:]) or (is_named and not REPORTING.isdisjoint(cue)):
            return each.speaker
    return None


def _going_on(article: Article, said: Sequence[Said], clause: Clause, one: Attribution) -> Actor | None:
    """Return the body of which "it" adds something, where it spoke in the sentence before: "It said in a note that"."""
    first, end = one.speaker_words
    if first != end or clause.words[first] != "it" or one.rule not in IT_SAID or not clause.number:
        return None
    if first <= OBJECT and (not said or said[-1].clause < clause.number - 1):
        before = article.clauses[clause.number - 1]
        if not any(before.quoted) and (issuer := _issuer(article, clause)) is not None and issuer.kind in ISSUERS:
            return _of_state(article, before, issuer)  # "The country's ministry issued a statement. It said"
        is_text = not TEXTS.isdisjoint(clause.words) and not any(before.quoted)
        heads = [n for n, verb in enumerate(before.verbs) if verb.is_finite] if is_text else []
        acting = subjects(before, heads[0]) if heads else []
        return acting[0].actor if len(acting) == 1 and acting[0].actor.kind == "body" else None
    if not said or (one.rule == "cue.before" and first > OBJECT):
        return None
    last = said[-1]
    is_next = last.clause == clause.number - 1 and last.rule in ("according-to", "cue.after", "cue.before")
    if not is_next or last.speaker is None:
        return None
    source = fold(article.text[slice(*last.speaker_span)]).split()
    is_text = not TEXTS.isdisjoint(source) and not LINKS.union(("by",)).isdisjoint(source)  # "a statement by X"
    is_source = last.speaker.kind == "plain" and (is_text or not (TEXTS | OUTLETS).isdisjoint(source[-1:]))
    return last.speaker if is_source or last.speaker.kind in MAKERS else None


def _of_state(article: Article, clause: Clause, body: Actor) -> Actor:
    """Return a body that a sentence opens with as its state's, by the state's name: "The country's ministry issued"."""
    first = clause.named.at(0)
    code = first.actor.country if first is not None and first.is_possessive and first.form == "anaphor" else ""
    state = article.gazetteer.country_by_code(code) if code and body.kind == "plain" else None
    if state is None or len(words := body.name.split()) < PAIR:
        return body
    noun = " ".join(words[fold(words[0]).endswith(("'s", "’s")) :])
    return article.registry.other("body", f"{article.gazetteer.short_name(state.slug)}'s {noun}", code)


def _nobody_named(article: Article, said: Sequence[Said], clause: Clause, one: Attribution) -> Actor | None:
    """Return the person without a name who spoke last, where "he" or "she" goes on: "a spokesman said … he said"."""
    first, end = one.speaker_words
    is_open = one.speaker is not None and one.speaker.kind == "pronoun" and clause.words[first] == "it"
    if first != end or not clause.number or not (is_open or clause.words[first] in SINGULAR):
        return None
    last = said[-1] if said and clause.number - said[-1].clause <= 1 else None
    before = article.clauses[clause.number - 1]
    if last is None:
        opening = None if HIM & before.lows else opening_of(before)  # "A judge jailed him. He said": not the judge
        found = opening[0] if opening is not None else None
        if opening is not None and opening[0].kind == "office" and not is_open:
            told = Attribution(0, 0, 0, 0, *opening, one.rule, (0, 0))
            return meant(article, said, before, told)  # "The Kenyan ambassador disagreed. “…,” he said."
    else:
        found = last.speaker if last.speaker_span != (0, 0) else None
        if found is not None and found.kind == "office" and not is_open:
            return found  # "Kenya's army chief said it had. “…,” he said."
    if found is None or found.kind != "plain":
        return None
    title = takewhile(lambda word: word not in LINKS, fold(found.name).split()[:LONGEST_TITLE])
    return found if is_open or not (SPOKESPEOPLE | COMMANDING).isdisjoint(title) else None


def opens(clause: Clause, kinds: frozenset[str]) -> Actor | None:
    """Return who opens a sentence without quotations as the subject of one of its verbs."""
    found = opening_of(clause)
    return found[0] if found is not None and found[0].kind in kinds else None


def opening_of(clause: Clause) -> tuple[Actor, tuple[int, int]] | None:
    """Return who opens a sentence without quotations, and where he stands."""
    if any(clause.quoted):
        return None
    for number, verb in enumerate(clause.verbs):
        if verb.is_finite and not verb.is_infinitive:
            speaker, words = speaker_of(clause, number)
            if speaker is not None and words[0] <= 1 and words[1] < verb.first:
                return speaker, words
    return None


def _opener(clause: Clause, one: Attribution) -> str:
    """Return the word that the speaker of an attribution begins with."""
    return clause.words[one.speaker_words[0]]


def _issuer(article: Article, clause: Clause) -> Actor | None:
    """Return who put out the text that speaks, told not long before: "the president's office issued a statement"."""
    for earlier in reversed(article.clauses[max(0, clause.number - NEAR) : clause.number]):
        for number, verb in enumerate(earlier.verbs):
            behind = earlier.words[verb.head + 1 : verb.head + 1 + OBJECT]
            if verb.lemma in ISSUING and not verb.is_passive and not TEXTS.isdisjoint(behind):
                return speaker_of(earlier, number)[0]
    return None


def _acted(article: Article, clause: Clause, one: Attribution) -> Actor | None:
    """Return who acts in the sentences before, whose text speaks then: "Kenya protested … reads the statement"."""
    if _opener(clause, one) in INDEFINITE:  # "Kenya's ministry denied it. “…,” a statement said."
        before = article.clauses[clause.number - 1 : clause.number] if clause.number else ()
        return next((who for earlier in before if (who := opens(earlier, BODY)) is not None), None)
    near = article.clauses[max(0, clause.number - NEAR) : clause.number]
    return next((who for earlier in reversed(near) if (who := opens(earlier, MAKERS)) is not None), None)


def _text_of(said: Sequence[Said], clause: Clause, one: Attribution) -> Actor | None:
    """Return the body that spoke in the sentence before, which "the" text that speaks then has put out."""
    last = said[-1] if said and clause.number - said[-1].clause <= 1 else None
    is_the = _opener(clause, one) in ("the", "el", "la")
    return last.speaker if last and is_the and last.speaker and last.speaker.kind in ISSUERS else None


def turned_to(article: Article, said: Sequence[Said], clause: Clause) -> Actor | None:
    """Return the person with whom a sentence since the last statement begins: the story has turned to him."""
    for earlier in reversed(article.clauses[said[-1].clause + 1 : clause.number]):
        first = earlier.mentions[0] if earlier.mentions else None
        if first is not None and first.first == 0 and first.actor.kind == "person" and not earlier.quoted[0]:
            return first.actor
    return None


def _holder(article: Article, clause: Clause, office: Actor) -> Actor | None:
    """Return the one person of the story who has an office: named not long before, else anywhere in it."""
    words = fold(office.name).split()
    if len(words) == PAIR and words[1] in CHIEFS:
        heads = [one for one in article.registry.people if fold(one.office).split()[:1] == words[:1]]
        return heads[0] if len(heads) == 1 else None
    kinds = CALLED.get(words[-1], frozenset()) if words else frozenset()
    if words[-1:] == ["diplomat"] and not FIRST_AMONG & set(words):
        kinds = frozenset()
    own = {words[0]} & OWN if words else set()
    if not kinds or (
        office.kind == "plain" and len(words) > 1 and not own and words[-1] not in ("externos", "exteriores")
    ):
        return None
    holders = [one for one in article.registry.people if one.title_kind in kinds and _is_called(office, one)]
    fits = [one for one in holders if office.country in ("", one.country)]
    fits = fits or [one for one in holders if not one.country]
    if len(fits) > 1:
        recent = [
            mention.actor
            for earlier in article.clauses[max(0, clause.number - RECENT) : clause.number]
            for mention in earlier.mentions
            if any(mention.actor is one for one in fits)
        ]
        fits = recent[-1:]
    return fits[0] if len(fits) == 1 else None


def _is_called(office: Actor, person: Actor) -> bool:
    """Tell whether an office can be a person's: "the minister" any minister's, "the deputy minister" a deputy's."""
    asked = set(fold(office.office).split())
    is_same = office.title_kind == person.title_kind and office.title_kind in ("foreign_minister", "head")
    return len(asked) < PAIR or is_same or asked <= set(fold(person.office).split())


def _called(article: Article, said: Sequence[Said], clause: Clause, one: Attribution) -> Actor | None:
    """Return whom a Spanish noun and the adjective of a state mean: "el diplomático chileno" who last spoke for it."""
    words = fold(one.speaker.name).split() if one.speaker is not None else []
    state = clause.named.at(one.speaker_words[1])
    named = [word for word in (*words[:1], *words[-2:-1]) if word in CALLED]
    kinds = CALLED[named[0]] if named else frozenset()
    if not kinds or state is None or state.form != "adjective":
        return None
    last = next((each.speaker for each in reversed(said) if each.speaker is not None), None)
    if last is not None and last.kind == "person" and last.country == state.actor.country:
        return last
    people = [one for one in article.registry.people if one.country == state.actor.country and one.title_kind in kinds]
    return people[0] if len(people) == 1 else None


def _of_body(article: Article, said: Sequence[Said], clause: Clause, speaker: Actor) -> Actor | None:
    """Return the body whose text speaks, "the ministry statement said", or those of whom "both" is said."""
    words = fold(speaker.name).split()
    if len(words) == 1 and words[0] in BOTH:
        heads = [n for n, verb in enumerate(clause.verbs) if verb.is_finite and not clause.quoted[verb.head]]
        acting = [m.actor for m in subjects(clause, heads[0])] if heads else []
        return join(tuple(acting)) if len(acting) > 1 else None
    if len(words) != 2 or words[1] not in TEXTS:
        return None
    spoken = [each.speaker for each in reversed(said) if each.speaker is not None and each.speaker.kind == "body"]
    return next((body for body in (*spoken, *article.registry.bodies) if words[0] in fold(body.name).split()), None)


def _same_noun(said: Sequence[Said], clause: Clause, one: Attribution) -> Actor | None:
    """Return who spoke without a name as "a cabinet minister", where "the minister" goes on from him."""
    first, last = one.speaker_words
    noun = clause.words[last]
    if noun not in CALLED or clause.words[max(0, first - (first == last)) : last] != ["the"]:
        return None
    for each in reversed(said):
        speaker = each.speaker
        if clause.number - each.clause > NEAR or (speaker is not None and speaker.title_kind in CALLED[noun]):
            return None
        if speaker is not None and speaker.kind == "plain" and fold(speaker.name).split()[-1:] == [noun]:
            return speaker
    return None


def _goes_on(said: Sequence[Said], clause: Clause, one: Attribution) -> Actor | None:
    """Return who spoke last, where "the official" can only be him: an official without a name, a spokeswoman."""
    words = fold(one.speaker.name).split() if one.speaker is not None else []
    start = one.speaker_words[0]
    is_the = "the" in clause.words[max(0, start - 1) : start + 1]
    is_bare = is_the and words[-1:] != [] and words[-1] in GENERIC and len(words) - (words[0] == "the") == 1
    last = next((each for each in reversed(said) if each.speaker is not None), None)
    if not is_bare or last is None or last.speaker is None or clause.number - last.clause > NEAR:
        return None
    name = fold(last.speaker.name).split()
    is_such = last.speaker.kind == "plain" and name[-1:] == words[-1:]
    is_such = is_such or (last.speaker.kind == "person" and last.speaker.title_kind in ("spokesperson", "official"))
    return last.speaker if is_such else None
