"""What the API for programs answers: each object as a dictionary, and the description of them all (OpenAPI 3.1)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from timeline.models import Country, Coverage
from timeline.outputs.dataset import covered
from timeline.pages.coverage import is_old
from timeline.pages.licence import licence
from timeline.queries.covered import CoveredPair

Record = dict[str, Any]
Schema = dict[str, Any]
VERSION = "1.0.0"
MOST_PAIRS, USUAL_PAIRS = 100, 50
TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
MAYBE_NUMBER: Schema = {"type": ["integer", "null"]}
MAYBE_ADDRESS: Schema = {"type": ["string", "null"], "format": "uri"}
ADDRESS: Schema = {"type": "string", "format": "uri"}
MAYBE_MOMENT: Schema = {"type": ["string", "null"], "format": "date-time"}
YES_OR_NO: Schema = {"type": "boolean"}


def _object_of(**properties: tuple[Schema, str]) -> Schema:
    described = {name: {**schema, "description": words} for name, (schema, words) in properties.items()}
    return {"type": "object", "required": list(described), "properties": described}


def _is(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _list_of(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


# fmt: off
SCHEMAS = {
    "Coverage": _object_of(
        coverage_of=(TEXT, "Of what it is said: “pair”, or “record” where nothing is said of that alone; or empty."),
        covers=(TEXT, "From which day until which, as an EDTF interval; “..” is today."),
        sources_checked=(TEXT, "The day on which sources were last looked through."),
        known_gaps=(TEXT, "What is known to be missing, in English."),
        is_old=(YES_OR_NO, "Whether that day lies more than seven days back, so that something may be missing."),
        is_sample=(YES_OR_NO, "Whether it is a sample, which is not complete."),
    ),
    "Country": _object_of(
        slug=(TEXT, "Its key in addresses."),
        name=(TEXT, "The short English name that is shown today."),
        iso2=(TEXT, "ISO 3166-1 alpha-2; empty where it has none."),
        iso3=(TEXT, "ISO 3166-1 alpha-3; empty where it has none."),
        iso_numeric=(TEXT, "ISO 3166-1 numeric, which is UN M49; empty where it has none."),
        iso3166_3=(TEXT, "ISO 3166-3, of former states; empty where it has none."),
        cow=(MAYBE_NUMBER, "The number of Correlates of War."),
        wikidata=(TEXT, "The Wikidata item; empty where it is not known."),
    ),
    "Pair": _object_of(
        first=(_is("Country"), "The country whose slug comes first."),
        second=(_is("Country"), "The other one."),
        version=(MAYBE_NUMBER, "A number that grows with each change of its events; null while it has none."),
        changed_at=(MAYBE_MOMENT, "When an event of it was last published, changed or withdrawn."),
        events=(NUMBER, "How many events its timeline shows without filters: those that happened, of both as parties."),
        coverage=(_is("Coverage"), "What is covered."),
        address=(ADDRESS, "This object."),
        page=(ADDRESS, "Its timeline."),
        data=(ADDRESS, "Its events as JSON, which takes the filters of the page."),
    ),
    "Problem": {
        **_object_of(
            type=(TEXT, "“about:blank”: the status says all (RFC 9457)."),
            title=(TEXT, "The words of the status."),
            status=(NUMBER, "The status."),
            detail=(TEXT, "What was wrong, in a sentence."),
            field=(TEXT, "The parameter that it is about."),
            near=(_list_of(TEXT), "Slugs of countries that may have been meant."),
        ),
        "required": ["type", "title", "status", "detail"],
    },
}
SCHEMAS["WholePair"] = _object_of(**{
    name: ({key: value for key, value in schema.items() if key != "description"}, schema["description"])
    for name, schema in SCHEMAS["Pair"]["properties"].items()
}, sources=(MAYBE_NUMBER, "On how many sources these events rest; null where there are too many to count."))
SCHEMAS["Pairs"] = _object_of(
    pairs=(_list_of(_is("Pair")), "Pairs that have events, in an order that never changes."),
    next=(MAYBE_ADDRESS, "Where the list goes on; null at its end."),
)
SCHEMAS["Entrance"] = _object_of(
    version=(TEXT, "The version of this API."),
    coverage=(_is("Coverage"), "What is said to be covered of the record as a whole."),
    licence=(TEXT, "How the record may be used."),
    pairs=(ADDRESS, "The list of pairs."),
    description=(ADDRESS, "This API, described as OpenAPI."),
    about=(ADDRESS, "The page about the record."),
)
# fmt: on


@dataclass(frozen=True)
class Site:
    """Where answers are given: how a whole address of the site is made of a route, and the day."""

    address_of: Callable[..., str]
    today: date


def entrance(coverage: Coverage | None, site: Site) -> Record:
    """Return what stands at the root."""
    return {
        "version": VERSION,
        "coverage": coverage_record(coverage, site.today),
        "licence": licence(coverage),
        "pairs": site.address_of("api:pairs"),
        "description": site.address_of("api:description"),
        "about": site.address_of("timeline:about"),
    }


def coverage_record(coverage: Coverage | None, today: date) -> Record:
    """Return what is covered, under the names that the files of lists have for it."""
    return {
        **covered(coverage),
        "is_old": coverage is not None and is_old(coverage, today),
        "is_sample": coverage is not None and coverage.is_sample,
    }


def country_record(country: Country) -> Record:
    """Return a country's key, name and codes."""
    names = ("slug", "name", "iso2", "iso3", "iso_numeric", "iso3166_3", "cow", "wikidata")
    return {name: getattr(country, name) for name in names}


def pair_record(found: CoveredPair, site: Site) -> Record:
    """Return a pair with what is covered of it."""
    slugs = (found.place.first.slug, found.place.second.slug)
    page = site.address_of("timeline:pair", *slugs)
    return {
        "first": country_record(found.place.first),
        "second": country_record(found.place.second),
        "version": found.pair.version if found.pair else None,
        "changed_at": found.pair.changed_at.isoformat() if found.pair else None,
        "events": found.events,
        "coverage": coverage_record(found.coverage, site.today),
        "address": site.address_of("api:pair", *slugs),
        "page": page,
        "data": f"{page}events.json",
    }


def description(root: str) -> Record:
    """Return the description of the API at a root: OpenAPI 3.1."""
    after = _parameter("after", "query", {**NUMBER, "minimum": 0}, "Where the list goes on, as `next` has it.")
    limit = _parameter(
        "limit", "query", {**NUMBER, "minimum": 1, "maximum": MOST_PAIRS, "default": USUAL_PAIRS}, "How many at most."
    )
    either = "A country: its slug. A code of ISO 3166 or another name leads to it."
    countries = [_parameter(name, "path", TEXT, either) for name in ("first", "second")]
    paths = {
        "/": _path("Say what there is.", "Entrance", []),
        "/pairs/": _path("List the pairs that have events, with what is covered of each.", "Pairs", [after, limit]),
        "/pairs/{first}/{second}/": _path("Say of a pair what is covered of it.", "WholePair", countries, "301", "404"),
        "/openapi.json": {"get": {"summary": "Describe this API.", "responses": {"200": {"description": "This."}}}},
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Bilateral",
            "version": VERSION,
            "description": "What the record covers, pair by pair. Reading needs no key. Each answer has an ETag: send"
            " it as If-None-Match and get 304 while nothing has changed. A parameter that is not known is refused.",
        },
        "servers": [{"url": root}],
        "paths": paths,
        "components": {"schemas": SCHEMAS},
    }


def _parameter(name: str, where: str, schema: Schema, words: str) -> Schema:
    return {"name": name, "in": where, "required": where == "path", "schema": schema, "description": words}


def _path(summary: str, schema: str, parameters: list[Schema], *more: str) -> Schema:
    words = {"301": "The address has another form, which is named.", "404": "No country is called so, or both are one."}
    answers: Schema = {
        "200": {"description": "Done.", "content": {"application/json": {"schema": _is(schema)}}},
        "304": {"description": "Nothing has changed since the ETag that was sent."},
    }
    problem = {"application/problem+json": {"schema": _is("Problem")}}
    for status in more:
        answers[status] = {"description": words[status]} | ({"content": problem} if status != "301" else {})
    answers["400"] = {"description": "A parameter is not known, is there twice, or is no number.", "content": problem}
    answers["default"] = {"description": "Something went wrong.", "content": problem}
    return {"get": {"summary": summary, "parameters": parameters, "responses": answers}}
