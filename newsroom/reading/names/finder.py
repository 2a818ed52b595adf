"""Find the actors of a sentence by a small grammar of noun phrases.

    phrase  = determiner? (country | body | premodifier)* title ("of" place)? ","? name? apposition?
            | name apposition? | country noun? | body | quantifier? plural noun | pronoun

Every rule reads a bounded number of tokens on, so a sentence takes time linear in its length.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from newsroom.reading.names.appositions import with_apposition
from newsroom.reading.names.blocs import COUNTED
from newsroom.reading.names.documents import document_at
from newsroom.reading.names.index import CountryHit, NameIndex, is_territory
from newsroom.reading.names.joint import BLOC_OPENERS, JOINED, behind_title, bloc_of_few, several_at, stateless_office
from newsroom.reading.names.mentions import Mention, Named
from newsroom.reading.names.modifying import MODIFYING, is_modifier
from newsroom.reading.names.people import Actor, Registry
from newsroom.reading.names.phrases import (
    ABBREVIATED,
    BODY_HEADS,
    HEADS,
    ORGANISATION_WORDS,
    PHRASE_OPENERS,
    POSTED,
    TITLE_WORDS,
    after_possessive,
    body_ahead,
    body_behind,
    continues,
    form_of,
    is_bare_office,
    is_bound_for,
    is_collective,
    is_family_name,
    is_given_name,
    is_of_other_family,
    is_possessive,
    is_premodifier,
    is_region,
    last_word,
    opens_a_name,
    plain,
    plural_title,
    portfolio_before,
    spell,
    stands_alone,
    title_ahead,
    title_at,
)
from newsroom.reading.names.portfolios import portfolio_behind, portfolio_of_body
from newsroom.reading.names.roles import ROLE_NOUNS, role_at
from newsroom.reading.names.runs import is_named_behind, is_of_body, name_end
from newsroom.reading.names.spanish_bodies import NOUNS as SPANISH_NOUNS
from newsroom.reading.names.spanish_bodies import spanish_body_at
from newsroom.reading.names.things import is_no_person
from newsroom.reading.names.titles import (
    ACTING_BODIES,
    BODY_NOUNS,
    BODY_PREFIXES,
    GROUP_NOUNS,
    NOT_NAMES,
    PARTICLES,
    Title,
)
from newsroom.reading.sentences import Token

DETERMINERS = frozenset("the a an whose his her its their this el la los las un una su sus our both".split())
PRONOUNS = frozenset("he she they it him her them we i él ella ellos".split())
REGION_WORDS = frozenset("east west north south asia asian africa african europe european pacific atlantic".split())
DUTIES = frozenset(
    "the republic kingdom state government of foreign affairs and security policy"
    " la el los las republica reino estado gobierno de del y"
    " relaciones exteriores asuntos defensa comercio hacienda".split()
)
CONCERNING = frozenset("of over about for to in on".split())  # "sovereignty over X": the land does not act
LINKS = frozenset("of for to from in de del en ante".split())
STARTS = HEADS | COUNTED
OPENERS = DETERMINERS | PRONOUNS


class Finder:
    """Find mentions sentence by sentence; the registry carries the actors from one to the next."""

    def __init__(
        self, index: NameIndex, registry: Registry, on: date | None, certain: frozenset[str], language: str = "en"
    ) -> None:
        """Take the index, the registry, the day on which names count, and the countries named without doubt."""
        self.index, self.registry, self.on, self.certain = index, registry, on, certain
        self.language = language
        # In Spanish a word in small letters can name a people: "diplomáticos peruanos".
        self._small = index.countries.keys() if language == "es" else frozenset()
        self._heads = STARTS.union(index.bodies, self._small, SPANISH_NOUNS if language == "es" else ())
        self._openers = OPENERS | self._heads
        self._tokens: Sequence[Token] = ()
        self._has_groups = self._has_roles = True  # whether the sentence has a word that such a phrase must have
        self._hits: dict[int, CountryHit | None] = {}  # what stands where in the sentence at hand: asked several times

    def country_at(self, tokens: Sequence[Token], index: int) -> CountryHit | None:
        """Return the country named at ``index``."""
        if tokens[index].low not in self.index.countries:
            return None
        if tokens is not self._tokens:
            self._tokens, self._hits = tokens, {}
        if index not in self._hits:
            self._hits[index] = self.index.country_at(tokens, index, self.on, self.certain, self.language)
        return self._hits[index]

    def find(self, tokens: Sequence[Token]) -> Named:
        """Return the mentions of a sentence."""
        named = Named(covered=[-1] * len(tokens))
        words = [token.low for token in tokens]
        self._has_groups, self._has_roles = not JOINED.isdisjoint(words), not ROLE_NOUNS.isdisjoint(words)
        openers, behind = self._openers, 0
        for place in [n for n, token in enumerate(tokens) if token.is_capital or token.low in openers]:
            if place < behind or (mention := self._mention_at(tokens, place, named)) is None:
                continue
            for number in range(mention.first, mention.last + 1):
                named.covered[number] = len(named.mentions)
            if named.mentions and mention.actor.kind == "person" and mention.first == named.mentions[-1].last + 1:
                owner = named.mentions[-1]
                if owner.actor.kind == "country" and (owner.is_possessive or owner.form == "adjective"):
                    self.registry.describe(mention.actor, None, "", owner.actor.country)
            if mention.actor.start < 0:
                mention.actor.start, mention.actor.end = tokens[mention.first].start, tokens[mention.last].end
            named.mentions.append(mention)
            behind = mention.last + 1
        return named

    def _mention_at(self, tokens: Sequence[Token], place: int, named: Named) -> Mention | None:
        """Return the mention that starts at ``place``."""
        low = tokens[place].low
        if low in PRONOUNS:
            return self._pronoun(tokens, place)
        is_article = low in DETERMINERS and not (low == "a" and self.language == "es")
        if is_article and tokens[place].is_capital and self.country_at(tokens, place) is not None:
            is_article = False  # "El Salvador"
        start = place + is_article
        if low == "the" and start < len(tokens) and tokens[start].low == "latter":
            return Mention(place, start, Actor("pronoun", "latter"), "pronoun")
        if start >= len(tokens):
            return None
        head = tokens[start]
        if not (head.is_capital or head.low in self._heads):
            return role_at(tokens, place) if self._has_roles else None
        return (
            (head.low in BLOC_OPENERS and bloc_of_few(self, tokens, place, start))
            or (self._has_groups and several_at(self, tokens, place, start, named))
            or (self.language == "es" and spanish_body_at(self, tokens, place, start, named))
            or self._described(tokens, place, start, named)
            or (self._name(tokens, place, named) if start == place else None)
            or document_at(self, tokens, place, start, named)
            or (self._has_roles and role_at(tokens, place))
            or None
        )

    def _may_name(self, token: Token) -> bool:
        """Tell whether a word can name a state or its people by how it is written."""
        return token.is_capital or token.low in self._small

    def _pronoun(self, tokens: Sequence[Token], place: int) -> Mention | None:
        """Return a pronoun; who it is gets decided when the sentence has been read."""
        low = tokens[place].low
        if (
            low == "her"
            and place + 1 < len(tokens)
            and tokens[place + 1].is_word
            and tokens[place + 1].low not in LINKS | {"on", "about", "and"}
        ):
            return None
        return Mention(place, place, Actor("pronoun", low), "pronoun", is_plural=low in ("they", "them", "we"))

    def _described(self, tokens: Sequence[Token], place: int, start: int, named: Named) -> Mention | None:
        """Return a phrase with a country, a body or a title in it."""
        if tokens[start].low not in PHRASE_OPENERS and tokens[start].low not in self.index.first_words:
            return None
        index, body = start, ""
        codes: list[str] = []
        body_actor: Actor | None = None
        while index < len(tokens) and index - start < 14:
            found = self.index.body_at(tokens, index)
            hit = self.country_at(tokens, index) if self._may_name(tokens[index]) else None
            if found and (not hit or found[0] >= hit.last):
                last, code = found
                code = code or (codes[-1] if codes else "")
                body = plain(tokens, start, last)
                body_actor = self.registry.other("body", body, code)
                index = after_possessive(tokens, last + 1)
            elif hit and not self._is_person(tokens, hit):
                if hit.form != "town":
                    named.countries.append(hit)
                codes.append(hit.code)
                last_hit = hit
                index = after_possessive(tokens, hit.last + 1)
            elif codes and (office := portfolio_before(tokens, index)) > index and title_at(tokens, index) is None:
                index = office
            elif (title := title_at(tokens, index)) is not None:
                return self._titled(tokens, place, index, title, codes, body_actor, named)
            elif (is_premodifier(tokens, index) and (index > start or title_ahead(tokens, index))) or (
                tokens[index].low == "-" and index > start and tokens[index].start == tokens[index - 1].end
            ):
                index += 1
            else:
                break
            if (codes or body) and not continues(tokens, index) and title_at(tokens, index) is None:
                break
        if body_actor is not None:
            following = self.owner(tokens, index, named) if not body_actor.country else None
            if following is not None and following[1]:
                body_actor = self.registry.other("body", plain(tokens, start, following[0]), following[1])
                index = following[0] + 1
            end = last_word(tokens, index)
            return Mention(place, end, body_actor, "name", is_possessive=tokens[end].low in ("'s", "’s"))
        if codes:
            return self._country(tokens, place, last_hit, codes, index)
        return None

    def _is_person(self, tokens: Sequence[Token], hit: CountryHit) -> bool:
        """Tell whether a country's name is part of a person's ("Jordan Bardella", "Ann Georgia Smith")."""
        leader = self.index.leader_at(tokens, hit.first, self.on, self.certain)
        return (leader is not None and leader.last > hit.last) or opens_a_name(tokens, hit.last)

    def _country(self, tokens: Sequence[Token], place: int, hit: CountryHit, codes: list[str], index: int) -> Mention:
        """Return a country alone, or a body of one: "the Russian Foreign Ministry", "U.S. forces", "the US side"."""
        noun = hit.last + 1
        if noun < len(tokens) and tokens[noun].low in ("'s", "’s"):
            noun += 1
        end = noun
        while end < len(tokens) and end - noun < 6 and tokens[end].low in BODY_PREFIXES and body_ahead(tokens, end):
            end += 1
        if end < len(tokens) and tokens[end].low in MODIFYING and is_modifier(tokens, end):
            end = len(tokens)
        if end < len(tokens) and tokens[end].low in BODY_NOUNS and (end > noun or hit.form not in ("city", "town")):
            kind = "body" if tokens[end].low in ACTING_BODIES else "people"
            end = portfolio_of_body(tokens, end)
            actor = self.registry.other(kind, plain(tokens, hit.first, end), hit.code)
            return Mention(place, after_possessive(tokens, end + 1) - 1, actor, "name", is_possessive(tokens, end + 1))
        known = self.index.gazetteer
        country = known.country_by_code(hit.code) or known.countries.get(hit.code.lower())
        is_people = place < hit.first and is_collective(tokens, hit)
        name = plain(tokens, place, hit.last) if is_people else country.name if country else hit.code
        is_land = country is not None and is_territory(country) and place > 0 and tokens[place - 1].low in CONCERNING
        form = "name" if is_people else "place" if is_land else form_of(tokens, hit)
        possessive = is_possessive(tokens, hit.last + 1)
        actor = self.registry.other("country", name, hit.code)
        is_owner = possessive and not stands_alone(tokens, hit.last + 2)  # "Peru's president met Chile's"
        return Mention(place, hit.last + possessive, actor, "name" if possessive else form, is_owner)

    def _titled(
        self, tokens: Sequence[Token], place: int, index: int,
        title: tuple[int, Title], codes: list[str], body: Actor | None, named: Named,
    ) -> Mention | None:  # fmt: skip
        """Return a phrase with a title: a named person, or an office."""
        last, entry = title
        if is_possessive(tokens, last + 1) and not (codes or body) and tokens[place].low not in ("the", "el", "la"):
            return None
        end = last
        country = codes[-1] if codes and entry.kind != "counterpart" else body.country if body else ""
        following = None if codes and is_bound_for(tokens, last + 1, entry) else self.owner(tokens, last + 1, named)
        if following is not None:
            end = following[0]
            if entry.kind != "ambassador" or tokens[last + 1].low not in POSTED:
                country = country or following[1]
                posted = self.of_place(tokens, end + 1, named) if entry.kind == "ambassador" else None
                end = posted[0] if posted is not None and posted[1] else end  # "la cónsul de Bolivia en Chile, X"
        words = plain(tokens, place + (tokens[place].low in DETERMINERS), last)
        name_start = portfolio_behind(tokens, end + 1) if following is None else end + 1
        while name_start < len(tokens) and (
            (
                tokens[name_start].text == ","
                and (following is not None or is_named_behind(self, tokens, name_start, codes))
            )
            or tokens[name_start].low in TITLE_WORDS
            or (tokens[name_start].text in (".",) and tokens[name_start - 1].low in ABBREVIATED)
        ):
            name_start += 1
        person, name_end = self.person_at(tokens, name_start)
        is_named = following is None and is_family_name(tokens, last, name_start)
        if person is None and is_named and self.country_at(tokens, name_start) is None:
            person, name_end = self.registry.person(tokens[name_start].text), name_start  # "Ambassador Huang"
        if (
            person is None
            and tokens[end + 1 : end + 2]
            and tokens[end + 1].low in ("and", "&")
            and (second := title_at(tokens, end + 2))
            and (tokens[end].low != "secretary" or second[1].kind != "foreign_minister")  # two people, of two states
        ):
            person, name_end = self.person_at(tokens, second[0] + 1)
        if person is not None:
            if name_end == name_start:
                person = self.registry.in_office(person, tokens[name_end].low, entry)
            self.registry.describe(person, entry, words, country)
            return with_apposition(self, tokens, place, name_end, person, named)
        if entry.kind == "honorific" or (
            not codes
            and body is None
            and following is None
            and tokens[place].low not in DETERMINERS
            and not is_bare_office(tokens, place, last, entry)
        ):
            return None
        if not (codes or body or following):
            return stateless_office(self.registry, tokens, (place, last, end), entry, words)
        actor = self.registry.other("office", words, country)
        if entry.kind == "ambassador" and following is not None and following[1] != country:
            actor.others.add(following[1])
        actor.office, actor.level, actor.title_kind, actor.gender = words, entry.level, entry.kind, entry.gender
        return Mention(place, end, actor, "office", is_possessive(tokens, end + 1))

    def of_place(self, tokens: Sequence[Token], index: int, named: Named) -> tuple[int, str] | None:
        """Return the end and the code of "of Turkey", "to Malaysia", "for Foreign Affairs", "of the Kingdom of X"."""
        if index >= len(tokens) or tokens[index].low not in LINKS:
            return None
        place = index + 1
        while place < len(tokens) and tokens[place].low in DUTIES and place - index < 9:
            place += 1
        if place < len(tokens) and tokens[place].is_capital:
            hit = self.country_at(tokens, place)
            if hit is not None and hit.form not in ("demonym",):
                if hit.form != "town":
                    named.countries.append(hit)
                return body_behind(tokens, hit.last), hit.code
        if tokens[place - 1].low in ("affairs", "policy", "exteriores"):
            return place - 1, ""
        return None

    def owner(self, tokens: Sequence[Token], index: int, named: Named) -> tuple[int, str] | None:
        """Return the end and the code of the state behind an office: "of Peru", "peruano"."""
        return self.of_place(tokens, index, named) or behind_title(self, tokens, index, named)

    def _name(self, tokens: Sequence[Token], place: int, named: Named) -> Mention | None:
        """Return a person named without a title before, or another capitalised name."""
        title = plural_title(tokens, place)
        person, end = self.person_at(tokens, place if title is None else title[0] + 1)
        if person is None:
            return None
        if title is not None:
            self.registry.describe(person, title[1], "", "")
        return with_apposition(self, tokens, place, end, person, named)

    def person_at(self, tokens: Sequence[Token], place: int) -> tuple[Actor | None, int]:
        """Return the person whose name starts at ``place`` and the last token of the name."""
        if place >= len(tokens) or not tokens[place].is_capital:
            return None, place
        leader = self.index.leader_at(tokens, place, self.on, self.certain)
        is_bare = leader is not None and not leader.is_full and place > 0
        if leader and is_bare and is_of_other_family(tokens, place, self.index.gazetteer.leaders[leader.slug].name):
            known = self.registry.by_token(tokens[leader.last].low)
            return (known, leader.last) if known is not None else (None, place)  # "Al Saud" is no "Saud"
        if (
            tokens[place].low in BODY_HEADS
            or is_of_body(tokens, place)
            or (leader is not None and is_region(tokens, place, leader.last))
        ):
            return None, place
        is_word = tokens[place].low in NOT_NAMES and not (leader is not None and leader.is_full)
        if is_word and not is_given_name(tokens, place):
            return None, place
        end = name_end(self, tokens, place)
        follower = tokens[end + 1] if end + 1 < len(tokens) else None
        if (
            follower is not None
            and follower.is_capital
            and follower.low in ORGANISATION_WORDS
            and not (leader and leader.is_full)
        ):
            return None, place
        known = self.registry.by_token(tokens[end].low)
        if leader is not None and (leader.last >= end or leader.is_full):
            is_story = known is not None and (not known.slug or known.is_called(tokens[end].low))
            if is_story and not leader.is_full:
                return known, leader.last
            follows = leader.last + 1 <= end and tokens[leader.last + 1].low in PARTICLES  # "X bin Y bin Z"
            is_longer = leader.is_full and (end - leader.last == 1 or follows)
            return self.registry.known(leader.slug), max(leader.last, end if is_longer else leader.last)
        if end == place:
            return (known, end) if known is not None and len(tokens[place].low) > 1 else (None, place)
        if leader is None and self.country_at(tokens, end) and end - place < 2 and known is None:
            return None, place
        if tokens[end].low in REGION_WORDS or is_no_person(tokens, place, end):
            return None, place
        inner = self.index.leader_within(tokens, place + 1, end, self.on, self.certain) if leader is None else None
        if inner is not None:
            return self.registry.known(inner), end
        name = spell(tokens, place, end)
        if (
            tokens[end].low in GROUP_NOUNS
            or tokens[end].low in ORGANISATION_WORDS
            or (tokens[place].text.isupper() and end - place < 1)
        ):
            return None, place
        surname = self.index.leader_at(tokens, end, self.on, self.certain)
        if surname is not None and surname.last == end and known is None:
            leader_name = self.index.gazetteer.leaders[surname.slug].name.split()[0]
            if leader_name[:3].lower() == tokens[place].low[:3]:
                return self.registry.known(surname.slug), end
        return self.registry.person(name), end
