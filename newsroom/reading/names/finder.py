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
from newsroom.reading.names.documents import document_at, rulers_at
from newsroom.reading.names.index import CountryHit, NameIndex, is_territory
from newsroom.reading.names.joint import (
    BLOC_OPENERS,
    DETERMINERS,
    JOINED,
    behind_title,
    bloc_of_few,
    several_at,
    stateless_office,
)
from newsroom.reading.names.mentions import Mention, Named
from newsroom.reading.names.modifying import MODIFYING, is_backer, is_friend, is_modifier, is_of_outlet
from newsroom.reading.names.outlets import WORDS as AGENCIES
from newsroom.reading.names.outlets import agency_at
from newsroom.reading.names.people import Actor, Registry
from newsroom.reading.names.persons import person_at
from newsroom.reading.names.phrases import (
    ABBREVIATED,
    HEADS,
    PHRASE_OPENERS,
    POSTED,
    RULERS,
    TITLE_WORDS,
    after_possessive,
    body_ahead,
    body_behind,
    continues,
    form_of,
    is_bare_office,
    is_bound_for,
    is_collective,
    is_excellency,
    is_family_name,
    is_possessive,
    is_premodifier,
    last_word,
    opens_a_name,
    plain,
    plural_title,
    portfolio_before,
    stands_alone,
    style_at,
    title_ahead,
    title_at,
)
from newsroom.reading.names.portfolios import DUTIES, portfolio_behind, portfolio_of_body, second_portfolio
from newsroom.reading.names.roles import HALVES, LAND_NOUNS, ROLE_NOUNS, both_koreas, role_at
from newsroom.reading.names.runs import is_named_behind
from newsroom.reading.names.spanish_bodies import NOUNS as SPANISH_NOUNS
from newsroom.reading.names.spanish_bodies import same_office_at, spanish_body_at
from newsroom.reading.names.titles import ACTING_BODIES, BODY_NOUNS, BODY_PREFIXES, Title
from newsroom.reading.sentences import Token

PRONOUNS = frozenset("he she they it him her them we i él ella ellos".split())
HONOURS = frozenset("senor senora excelentisimo excelentisima honorable s.e excmo excma".split())
HOUSES = frozenset(("body", "people"))  # whose name may stand before those of its people
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
        self._openers = OPENERS | self._heads | (frozenset(LAND_NOUNS) if language == "es" else frozenset())
        self._tokens: Sequence[Token] = ()
        self._has_groups = self._has_roles = self._has_agencies = True  # whether the sentence has a word for them
        self.short_names: dict[str, Actor] = {}  # of bodies, by the initials in brackets behind their names
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
        self._has_agencies = not AGENCIES.isdisjoint(words)
        openers, behind = self._openers, 0
        for place in [n for n, token in enumerate(tokens) if token.is_capital or token.low in openers]:
            if place < behind or (mention := self._mention_at(tokens, place, named)) is None:
                continue
            is_backing = is_backer(tokens, mention.last) or is_friend(tokens, mention.first, mention.last)
            if is_backing or is_of_outlet(tokens, mention.last):
                for hit in named.countries:
                    hit.form = "backer" if mention.first <= hit.first <= mention.last else hit.form
            if is_backing:
                behind = mention.last + 1
                continue
            for number in range(mention.first, mention.last + 1):
                named.covered[number] = len(named.mentions)
            if named.mentions and mention.actor.kind == "person" and mention.first == named.mentions[-1].last + 1:
                owner = named.mentions[-1]
                is_of_body = owner.actor.kind in HOUSES and title_at(tokens, mention.first) is not None
                if is_of_body or (owner.actor.kind == "country" and (owner.is_possessive or owner.form == "adjective")):
                    self.registry.describe(mention.actor, None, "", owner.actor.country)
            self._learn_short_name(tokens, mention, named)
            if mention.actor.start < 0:
                mention.actor.start, mention.actor.end = tokens[mention.first].start, tokens[mention.last].end
            named.mentions.append(mention)
            behind = mention.last + 1
        return named

    def _learn_short_name(self, tokens: Sequence[Token], mention: Mention, named: Named) -> None:
        """Keep the initials that stand in brackets behind a body: "the Philippine Coast Guard (PCG)"."""
        place = mention.last + 2
        if place + 1 >= len(tokens) or tokens[place - 1].text != "(" or tokens[place + 1].text != ")":
            return
        initials, actor = tokens[place], mention.actor
        capitals = sum(letter.isupper() for letter in initials.text)
        if actor.kind in HOUSES and initials.text.isalpha() and capitals > 1:
            following = self.of_place(tokens, place + 2, named) if not actor.country else None
            actor.country = following[1] if following is not None else actor.country  # "the Foreign Office (FO) of X"
            body = self.registry.other("body", actor.name, actor.country) if actor.country else actor
            self.short_names.setdefault(initials.text, body)

    def _mention_at(self, tokens: Sequence[Token], place: int, named: Named) -> Mention | None:
        """Return the mention that starts at ``place``."""
        low = tokens[place].low
        if self.language == "es" and named.mentions and (same := same_office_at(self, tokens, place, named)):
            return same
        if low in PRONOUNS and not is_excellency(tokens, place):
            pronoun = self._pronoun(tokens, place)
            if pronoun is not None or low != "her":  # "her counterpart" is read as "his counterpart" is
                return pronoun
        if low in ("his", "her") and (style := style_at(tokens, place)) > place:
            return Mention(place, style, Actor("pronoun", "he" if low == "his" else "she"), "pronoun")
        is_article = low in DETERMINERS and not (low == "a" and self.language == "es")
        if low == "both" and [token.low for token in tokens[place + 1 : place + 2]] == ["of"]:
            is_article = False  # "both of us"
        if is_article and tokens[place].is_capital and self.country_at(tokens, place) is not None:
            is_article = False  # "El Salvador"
        start = place + is_article
        while self.language == "es" and start + 1 < len(tokens) and tokens[start].low in HONOURS:
            start += 1  # "el señor Presidente", "la excelentísima señora Embajadora"
        if low == "the" and start < len(tokens) and tokens[start].low == "latter":
            return Mention(place, start, Actor("pronoun", "latter"), "pronoun")
        if start >= len(tokens):
            return None
        head = tokens[start]
        if self._has_agencies and (agency := agency_at(self, tokens, place, start, named)) is not None:
            return agency
        if not (head.is_capital or head.low in self._heads):
            return role_at(tokens, place) if self._has_roles else None
        return (
            (head.low in BLOC_OPENERS and bloc_of_few(self, tokens, place, start))
            or (head.low in HALVES and both_koreas(tokens, start))
            or (head.low in RULERS and rulers_at(self, tokens, place, start, named))
            or (self._has_groups and several_at(self, tokens, place, start, named))
            or (self.language == "es" and spanish_body_at(self, tokens, place, start, named))
            or self._described(tokens, place, start, named)
            or (self._name(tokens, place, named) if start == place else None)
            or document_at(self, tokens, place, start, named)
            or (role_at(tokens, place) if self._has_roles else None)
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
        head = tokens[start]
        if not (head.low in PHRASE_OPENERS or head.low in self.index.first_words or head.text in self.short_names):
            return None
        index, body = start, ""
        codes: list[str] = []
        body_actor: Actor | None = None
        while index < len(tokens) and index - start < 14:
            found = self.index.body_at(tokens, index)
            hit = self.country_at(tokens, index) if self._may_name(tokens[index]) else None
            short = self.short_names.get(tokens[index].text) if not (hit or body) else None
            if short is not None:
                body_actor, body, index = short, short.name, after_possessive(tokens, index + 1)
            elif found and (not hit or found[0] >= hit.last):
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
        following = (
            None
            if codes and is_bound_for(tokens, last + 1, entry)
            else self.owner(tokens, second_portfolio(tokens, last + 1), named)
        )
        if following is not None:
            end = following[0]
            if entry.kind != "ambassador" or tokens[last + 1].low not in POSTED:
                country = country or following[1]
                posted = self.of_place(tokens, end + 1, named) if entry.kind == "ambassador" else None
                end = posted[0] if posted is not None and posted[1] else end  # "la cónsul de Bolivia en Chile, X"
        words = plain(tokens, place + (tokens[place].low in DETERMINERS), last)
        name_start = self._name_start(tokens, end + 1, codes, is_owned=following is not None)
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
        owner = named.mentions[-1] if named.mentions and named.mentions[-1].last == place - 1 else None
        is_owned = owner is not None and owner.is_possessive and owner.actor.kind == "person" and following is None
        if owner is not None and is_owned and owner.actor.country and entry.kind != "honorific":
            return self._office((place, end), entry, f"{owner.actor.name}'s {words}", owner.actor.country, tokens)
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
        if entry.kind == "ambassador" and following is not None and following[1] != country:
            self.registry.other("office", words, country).others.add(following[1])
        return self._office((place, end), entry, words, country, tokens)

    def _name_start(self, tokens: Sequence[Token], place: int, codes: list[str], *, is_owned: bool) -> int:
        """Return where the name behind an office begins, with commas, further titles and portfolios left out."""
        place = place if is_owned else portfolio_behind(tokens, place)
        while place < len(tokens) and (
            (tokens[place].text == "," and (is_owned or is_named_behind(self, tokens, place, codes)))
            or tokens[place].low in TITLE_WORDS
            or (tokens[place].text == "." and tokens[place - 1].low in ABBREVIATED)
        ):
            place += 1
        return place

    def _office(
        self, places: tuple[int, int], title: Title, words: str, country: str, tokens: Sequence[Token]
    ) -> Mention:
        """Return an office of a state as a mention between two tokens."""
        actor = self.registry.other("office", words, country)
        actor.office, actor.level, actor.title_kind, actor.gender = words, title.level, title.kind, title.gender
        return Mention(*places, actor, "office", is_possessive(tokens, places[1] + 1))

    def of_place(self, tokens: Sequence[Token], index: int, named: Named) -> tuple[int, str] | None:
        """Return the end and the code of "of Turkey", "to Malaysia", "for Foreign Affairs", "of the Kingdom of X"."""
        if index >= len(tokens) or tokens[index].low not in LINKS:
            return None
        place = index + 1
        while place < len(tokens) and tokens[place].low in DUTIES and place - index < 9:
            place += 1
        if place < len(tokens) and tokens[place].is_capital:
            hit = self.country_at(tokens, place)
            is_aim = hit is not None and tokens[index].low == "for" and hit.form in ("city", "town")
            if hit is not None and hit.form != "demonym" and not is_aim:  # "the commissioner for Torkham"
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
        return person_at(self, tokens, place)
