"""The codes by which the engine knows countries, and which of them are a state's."""

from __future__ import annotations

from functools import cache

from timeline.gazetteer import CountryEntry, load

LENGTHS = (2, 4)  # of ISO 3166-1 alpha-2, and of ISO 3166-3 for states of once
BODIES = frozenset(("UN", "G7", "NATO", "OSCE", "IAEA"))  # whose code is as long as a state's


def code_of(country: CountryEntry) -> str:
    """Return the code by which the engine knows a country: ISO alpha-2, else the four-letter code, else the slug."""
    return country.iso2 or country.iso3166_3 or country.slug.upper()


def is_state(code: str) -> bool:
    """Tell whether a code is that of a state, also one of once, or of the European Union."""
    return code not in BODIES and (len(code) in LENGTHS or code in _states_without_code())


def written(code: str) -> str:
    """Return the code by which others know a country: for a state that ISO went on to count as another, that one's."""
    return _counted_as().get(code, code)


@cache
def _counted_as() -> dict[str, str]:
    """Return the four-letter code of the dissolved state for what was left of it without a code of its own."""
    gazetteer = load()
    left = {
        gazetteer.countries[one.successor]: gazetteer.countries[one.predecessor].iso3166_3
        for one in gazetteer.successions
        if one.kind == "dissolution"
    }
    return {code_of(state): code for state, code in left.items() if code and not (state.iso2 or state.iso3166_3)}


@cache
def _states_without_code() -> frozenset[str]:
    """Return the states of once that ISO 3166 gave no code of their own, as the engine writes them."""
    return frozenset(code_of(one) for one in load().countries.values() if one.kind == "former_state")
