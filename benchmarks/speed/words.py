"""The words of the synthetic record: sentences whose words are as unequally common as in a language.

The first words stand in more than a tenth of all events, those of the middle in one of a hundred, the last in a few.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

Value = TypeVar("Value")

THEMES = (
    "trade", "border", "security", "energy", "migration", "water", "tariffs", "fisheries", "aviation", "climate",
    "investment", "visas", "shipping", "steel", "grain", "gas", "oil", "nuclear", "defence", "intelligence",
    "extradition", "customs", "currency", "debt", "loans", "vaccines", "medicine", "telecommunications", "satellites",
    "railways", "ports", "pipelines", "electricity", "coal", "lithium", "copper", "cotton", "wheat", "coffee", "sugar",
    "textiles", "automobiles", "machinery", "semiconductors", "software", "banking", "insurance", "taxation", "tourism",
    "education", "scholarships", "archives", "museums", "language", "broadcasting", "sport", "space", "forests",
    "whaling", "rivers", "dams", "islands", "airspace", "straits", "minerals", "fertiliser", "seeds", "livestock",
    "quarantine", "refugees", "prisoners", "hostages", "smuggling", "piracy", "terrorism", "cybercrime", "espionage",
    "drones", "missiles", "artillery", "mines", "submarines", "sanctions", "embargo", "assets", "reparations",
    "passports", "consulates", "embassies", "pensions", "labour", "wages", "unions", "nursing", "housing", "bridges",
)  # fmt: skip
QUALITIES = (
    "joint", "bilateral", "regional", "northern", "southern", "eastern", "western", "maritime", "technical", "annual",
    "interim", "binding", "voluntary", "provisional", "urgent", "humanitarian", "strategic", "commercial", "scientific",
    "judicial", "parliamentary", "military", "civilian", "rural", "coastal", "renewable", "digital", "agricultural",
    "industrial", "cultural", "financial", "monetary", "legal", "medical", "postal", "academic", "diplomatic",
    "consular", "seasonal", "reciprocal", "unilateral", "contested", "disputed", "frozen", "stolen", "undersea",
)  # fmt: skip
THINGS = (
    "talks", "plan", "agreement", "review", "commission", "dispute", "programme", "framework", "summit", "proposal",
    "inquiry", "corridor", "fund", "mission", "exercise", "declaration", "protocol", "quota", "roadmap", "inspection",
    "negotiation", "tribunal", "workshop", "committee", "statement", "complaint", "restriction", "exemption",
    "deadline",
    "moratorium", "inventory", "timetable", "memorandum", "contract", "licence", "guarantee", "subsidy", "penalty",
    "appeal", "ruling", "ceremony", "delegation", "envoy", "arbitration", "ceasefire", "withdrawal", "recall",
    "expulsion", "closure", "reopening", "inauguration", "renewal", "suspension", "ratification", "verification",
)  # fmt: skip
DEEDS = (
    "discussed", "announced", "reviewed", "rejected", "welcomed", "signed", "postponed", "criticised", "proposed",
    "accepted", "delayed", "extended", "questioned", "defended", "renewed", "cancelled", "drafted", "opened", "closed",
    "suspended", "resumed", "condemned", "praised", "offered", "demanded", "refused", "promised", "threatened", "began",
    "completed", "witnessed", "supported", "opposed", "deplored", "clarified", "withdrew", "ratified", "recorded",
)  # fmt: skip
SYLLABLES = (
    "ba be bo ca da del do fa ga ho ka ko la le lo ma me mo na no or pa ra ri ro sa so ta te to va vel ven zu".split()
)
GIVEN = (
    "Ana", "José", "María", "Claudia", "Nicolás", "Juan", "Łukasz", "Søren", "Zoë", "François", "Jürgen", "Luís",
    "Amara", "Ngozi", "Kwame", "Fatima", "Aisha", "Ibrahim", "Recep", "Mei", "Haruto", "Priya", "Arjun", "Olena",
    "Andrzej", "Ingrid", "Mateo", "Lucía", "Omar", "Leila", "Thabo", "Nomvula", "Peter", "Helen", "Anders", "Marta",
)  # fmt: skip
FAMILY = (
    "Pérez", "Silva", "Kowalski", "Ørsted", "Müller", "Trần", "Mensah", "Okafor", "García", "Hernández", "Novák",
    "Lindqvist", "Traoré", "Ito", "Chen", "Rahman", "Sharma", "Petrov", "Shevchenko", "Yılmaz", "Nasser", "Haddad",
    "Dlamini", "Moreau", "Rossi", "Jensen", "Virtanen", "Costa", "Ramos", "Quispe", "Tanaka", "Nguyễn", "Baker",
)  # fmt: skip
OUTLETS = ("Harbour Post", "The Meridian", "Daily Ledger", "Northern Courier", "Capital Times", "El Faro del Sur",
           "Strait Observer", "Continental Review", "The Signal", "Gazette of the Plains")  # fmt: skip
ORIGINS = ("Meridian Wire", "Harbour Post", "Union Press Agency", "Foreign Ministry", "Northern Courier")
PLACES = 6000
WORDS_OF_A_BAG = 3_000
BEFORE_PLACES = ("Port", "San", "New", "Upper", "Fort", "Mount")


def bag(words: Sequence[str]) -> list[str]:
    """Return words of which the n-th stands as often as Zipf says, with an exponent of 0.9; each at least once.

    From it one is drawn at once, where weights would have to be looked through for each.
    """
    weights = [1 / rank**0.9 for rank in range(1, len(words) + 1)]
    share = WORDS_OF_A_BAG / sum(weights)
    return [word for word, weight in zip(words, weights, strict=True) for _ in range(max(1, round(weight * share)))]


def drawing(random: Random, values: Sequence[Value]) -> Callable[[], Value]:
    """Return what draws one of the values, each as likely as any other; a few times as quickly as ``random.choice``."""
    of_one, count = random.random, len(values)
    return lambda: values[int(of_one() * count)]


class Language:
    """Make the sentences of one record; the same random source gives the same words."""

    def __init__(self, random: Random) -> None:
        self.random = random
        places = sorted({self._place() for _ in range(PLACES)})
        random.shuffle(places)
        bags = [bag(words) for words in (THEMES, QUALITIES, THINGS, DEEDS, places)]
        self.theme, self.quality, self.thing, self.deed, self.place = (drawing(random, words) for words in bags)

    def _place(self) -> str:
        name = "".join(self.random.choices(SYLLABLES, k=self.random.randint(2, 4))).title()
        return f"{self.random.choice(BEFORE_PLACES)} {name}" if len(name) < 6 else name

    def subject(self) -> str:
        """Return what an event is about: "maritime fisheries dispute"."""
        return f"{self.quality()} {self.theme()} {self.thing()}"

    def summary(self) -> str:
        """Return a sentence or two of some thirty words."""
        more = f" A {self.subject()} is to follow near {self.place()}." if self.random.random() < 0.5 else ""
        return (
            f"Both sides {self.deed()} the {self.subject()} in {self.place()} and {self.deed()} "
            f"a {self.quality()} {self.thing()} on {self.theme()}, {self.theme()} and {self.theme()}.{more}"
        )

    def saying(self) -> str:
        """Return words of a speaker."""
        return (
            f"We {self.deed()} the {self.subject()} because {self.theme()} and {self.theme()} "
            f"matter to the people of {self.place()}"
        )

    def person(self) -> tuple[str, str]:
        """Return a full name and the family name in it."""
        family = f"{self.random.choice(FAMILY)}-{self._place().split()[-1]}"
        return f"{self.random.choice(GIVEN)} {family}", family
