"""Entries for every template that is drawn once and filled: each value empty, plain, and hostile to markup."""

from datetime import date
from functools import partial
from itertools import product
from types import SimpleNamespace

from django.utils.html import escape
from django.utils.safestring import SafeString

from timeline.pages.bands import Band, BandSpan, BandTick, OfficeLine, Spell
from timeline.pages.country import CounterpartLine, OtherCounterpart
from timeline.pages.coverage import CoverageNote
from timeline.pages.dates import ShownDate
from timeline.pages.event_rows import ShownQuote, ShownRow, ShownSource
from timeline.pages.filter_form import (
    ChipLink,
    FieldError,
    FilterForm,
    FilterMenu,
    FilterOptions,
    FilterOrder,
    FilterText,
    HiddenInput,
    MentionsSwitch,
    OrderChoice,
)
from timeline.pages.filters import FilterField, Option, OptionGroup
from timeline.pages.flags import Flag
from timeline.pages.found_lists import FoundList, FoundPage, SearchFrame, SearchParts
from timeline.pages.frame import Alternate, CardTags, Masthead, OtherLanguage, OtherWords, PrintFoot
from timeline.pages.hits import EventHit, Run, SourceHit, StatementHit
from timeline.pages.leader import MetLine, SpokenOfLink
from timeline.pages.lines import EventLine
from timeline.pages.lists import TimelineMonth, TimelineRow, TimelineYear, YearStep
from timeline.pages.pair import PairParts, TimelineParts, YearsBar
from timeline.pages.pair_head import LaterTimeline, PairHead, SideOffice, SideOfPair, SidePerson, StateEntry
from timeline.pages.places import CountryEntry
from timeline.pages.sources import PageSources
from timeline.pages.spark import Spark, SparkBar
from timeline.pages.strip import Strip, StripBar

HOSTILE = "<b>100 %s \"%d\" {{ x }} & 'so' \ue0001\ue001</b>"
TEXTS = ("", "plain", HOSTILE)
EITHER = (True, False)


def some(made, *choices):
    """Return what is made of every choice of the first value with every choice of the others."""
    return [made(*given) for given in product(*choices)]


def options():
    return some(Option, TEXTS, TEXTS, (None, 0, 12345), EITHER, ("kind", "show"))


def rows():
    kept, either = SafeString("<article>100 % kept</article>"), (True, False)
    told = product(TEXTS, ("", "leader"), either, either, ("", "2026-01-12"), TEXTS, either, either, either)
    return [TimelineRow(12345, date(2026, 1, 12), kept, "joint", *rest) for rest in told]


def bars():
    given = product(TEXTS, TEXTS, TEXTS, (0, 7), (0, 1234), TEXTS, (True, False))
    return [
        StripBar("2026-01", name, label, over, first, joint, 1234, first + joint + 1234, bool(label or over), *rest)
        for name, label, over, first, joint, *rest in given
    ] + [StripBar("2026-02", "February 2026", "Feb", "", 0, 0, 0, 0, True)]


def months():
    some = rows()[:5]
    return [
        TimelineMonth("2026-01", address, name, 2026, shown, folded)
        for address, name, shown, folded in product(TEXTS, TEXTS, (some, some[:1]), ([], some))
    ]


def steps():
    return [YearStep(year, *rest) for year, *rest in product((976, 2026), (0, 1234), TEXTS)]


def marked():
    return [Run(text, is_marked) for text, is_marked in product(TEXTS, (True, False))]


def others():
    return some(OtherCounterpart, TEXTS, TEXTS, (0, 1234))


def dates():
    return some(ShownDate, TEXTS, TEXTS, EITHER)


def flags():
    return [Flag(SafeString("data:image/svg+xml,100%25")), Flag(HOSTILE)]


def years():
    ways = [None, steps()[0], steps()[-1]]
    return some(TimelineYear, (976, 2026), ([], months()[:3]), (0, 1234), ways, ways)


def errors():
    return some(FieldError, ("kind", HOSTILE), TEXTS)


def hidden():
    return some(HiddenInput, TEXTS, TEXTS)


def groups():
    return some(OptionGroup, TEXTS, ([], options()[::17]), TEXTS)


def fields():
    found = some(FilterField, ("kind", "show"), TEXTS, ([], groups()[:4]), ([],), TEXTS, EITHER)
    return some(FilterOptions, found[::5], EITHER, EITHER, [None, *errors()[:2]])


def switches():
    return some(MentionsSwitch, options()[::11], [None, *errors()[:2]])


def menus():
    few = [None, *fields()[::97]]
    return some(FilterMenu, ("kind", HOSTILE), TEXTS, ("", "3"), EITHER, few[1:], [None, switches()[1]], few)


def texts():
    return some(FilterText, TEXTS, TEXTS, TEXTS, TEXTS, [None, *errors()[:2]])


def choices():
    return some(OrderChoice, TEXTS, TEXTS, EITHER)


def orders():
    return some(FilterOrder, TEXTS, ([], choices()), [None, errors()[1]])


def chips():
    return some(ChipLink, TEXTS, TEXTS)


def forms():
    return some(
        FilterForm, TEXTS, TEXTS[1:], ["list"],
        EITHER, EITHER, TEXTS[:2], ([], hidden()), ([], menus()[:1]), ([], texts()[:2]), [None, orders()[1]],
        ([], chips()), TEXTS[:2],
    )  # fmt: skip


def cards():
    return some(CardTags.of, TEXTS, TEXTS, TEXTS, TEXTS, ["en"])


def feet():
    return some(PrintFoot, TEXTS, [None, dates()[8]])


def bars_of_years():
    return some(YearsBar, ([], steps()), TEXTS, ([], hidden()), TEXTS, [None, errors()[1]])


def lists_of_sources():
    return some(PageSources, [SafeString(f"<li>{escape(HOSTILE)}</li>")], (1, 1234), (1,))


def quotes():
    return some(ShownQuote, TEXTS[1:], ("en", "es"), TEXTS[1:], ["/statements/7/"], TEXTS[1:], EITHER)


def event_rows():
    source_words = [SafeString(""), escape(HOSTILE)]
    of_kind = product(source_words, ("contact",), TEXTS[1:], ("", "leaders"), ("", "planned"), TEXTS[2:])
    of_text = product(TEXTS[1:], ["/events/7/"], TEXTS[::2], [None, quotes()[-1]], TEXTS[1:], ("", "and 2 more"))
    found = [("1768255200", "", dates()[0], *one, *next_one) for one, next_one in product(of_kind, list(of_text)[::5])]
    rest = list(product(TEXTS[2:], EITHER, ("", HOSTILE)))
    return [ShownRow(*one, *rest[place % len(rest)]) for place, one in enumerate(found)] + [
        ShownRow("1", corrected, when, *found[0][3:], *rest[0]) for corrected in TEXTS for when in dates()[::9]
    ]


def notes():
    day = [None, dates()[8]]
    return some(CoverageNote, EITHER, EITHER, day, day, TEXTS, TEXTS, day[1:])


def strips():
    return some(Strip, TEXTS, TEXTS, TEXTS, TEXTS, [bars()[:2]], ["M0.15 50h.7v3h-.7z"], [""], [""])


def spoken_of():
    return some(SpokenOfLink, TEXTS, TEXTS, TEXTS)


def event_lines():
    of_kind = product(("contact", "threat"), TEXTS, ("", "planned"), TEXTS, TEXTS, TEXTS[1:])
    some_of_them = [EventLine(date(2026, 1, 12), when, *one, HOSTILE) for when in dates()[::9] for one in of_kind]
    return some_of_them + some(
        EventLine, [date(2026, 1, 12)], dates()[:1], ["contact"], TEXTS, [""], [""], ["A"], ["/"], TEXTS, EITHER, (0, 7)
    )


def countries():
    return some(CountryEntry, TEXTS, TEXTS, TEXTS, TEXTS)


def met():
    return some(MetLine, TEXTS, TEXTS, TEXTS, (0, 7), (0, 1234), dates()[:2], TEXTS[1:], TEXTS[1:])


def spark_bars():
    return some(SparkBar, TEXTS[1:], (0, 5), (0, 1234), TEXTS[1:], ("22.50",))


def sparks():
    return [Spark(spark_bars(), 4), Spark([], 0)]


def counterparts():
    whom = (("Cuba", HOSTILE), (None, *flags()[:1]), TEXTS[1:], (0, 1234), sparks())
    return some(CounterpartLine, *whom, (None,)) + some(CounterpartLine, *whom, dates()[:1], TEXTS, TEXTS, TEXTS[1:])


def held():
    return some(SideOffice, TEXTS, EITHER, TEXTS)


def people():
    return some(SidePerson, TEXTS, TEXTS, (held()[:1], held()[:4]))


def later():
    return some(LaterTimeline, TEXTS, TEXTS)


def sides():
    return some(
        SideOfPair, ("first", "second"), TEXTS, TEXTS, [None, flags()[0]], ([], people()[:3]), TEXTS, ([], later()[:2])
    )


def lines():
    return some(StateEntry, TEXTS, TEXTS, TEXTS, dates()[::5], TEXTS, (1, 1234))


def heads():
    day, side, state = [None, dates()[8]], sides()[-1:], [[], lines()[:3]]
    return some(
        PairHead, TEXTS[1:], TEXTS[1:], EITHER, TEXTS, ["May"], TEXTS[:2], day, day, EITHER, EITHER, side, side, state,
        TEXTS[2:], ["/contacts/"], ["/compare/"],
    )  # fmt: skip


def found_events():
    told = product(dates()[::9], ("contact", "threat"), TEXTS, ("", "planned"), TEXTS, ([], marked()), EITHER)
    return [
        EventHit("/events/1/", when, group, kind, modality, kind, parties, marked(), summary, is_possible)
        for when, group, kind, modality, parties, summary, is_possible in told
    ]


def found_statements():
    told = product(TEXTS, EITHER, TEXTS, ("", "/leaders/x/"), TEXTS, TEXTS, EITHER, EITHER)
    return [
        StatementHit("/statements/1/", dates()[-1], speech, is_direct, "en", marked(), *rest)
        for speech, is_direct, *rest in told
    ]


def found_sources():
    return some(SourceHit, ["/sources/1/"], ["en"], [marked()], TEXTS, TEXTS, TEXTS, TEXTS)


def found_lists():
    drawn, nothing = SafeString("<p>100 % kept</p>"), SafeString("")
    words = list(product(("events",), TEXTS[1:], TEXTS[1:], (1, 21)))
    return [
        FoundList(*named, hits, *seldom, *queries)
        for named in words
        for hits in (nothing, drawn)
        for seldom in ((nothing, nothing), (drawn, drawn))
        for queries in product(TEXTS[:2], TEXTS[:2], TEXTS[1:], TEXTS)
    ]


def found_pages():
    drawn, nothing = SafeString("<p>100 % kept</p>"), SafeString("")
    seldom, lists = ((nothing, nothing, nothing), (drawn, drawn, drawn)), ([], found_lists()[:2])
    return [
        FoundPage(*said, *parts, listed, *queries)
        for said in product(TEXTS, TEXTS)
        for parts in seldom
        for listed in lists
        for queries in product(EITHER, EITHER, TEXTS[:2], TEXTS[:2], TEXTS[:2])
    ]


def spells():
    return some(Spell, TEXTS, TEXTS, EITHER, TEXTS, EITHER)


def offices():
    return some(OfficeLine, TEXTS, ([], spells()[:3]), ([], spells()[-3:]), TEXTS)


band_spans = partial(some, BandSpan, TEXTS, TEXTS, TEXTS, (2, 1234))
ticks = partial(some, BandTick, (976, 2026), TEXTS, (20,), (34,))
languages = partial(some, OtherLanguage, ("en", HOSTILE), TEXTS, TEXTS)


def whole_pairs():
    drawn, feeds = [SafeString("<p>100 % kept</p>")], (None, SimpleNamespace(question=HOSTILE))
    frame = (TEXTS, TEXTS[1:], feeds, drawn, drawn, drawn, EITHER, (None, notes()[-1]), drawn)
    return some(PairParts, [SafeString("Cuba and Mexico")], *frame, drawn, drawn, drawn, drawn)


def whole_searches():
    drawn, feeds = SafeString("<p>100 % kept</p>"), (None, SimpleNamespace(question=HOSTILE))
    frame = SearchFrame(drawn, drawn, drawn, drawn, drawn)
    return some(SearchParts, [frame], [SafeString("Search")], EITHER, feeds, EITHER, [drawn])


def whole_lists():
    drawn, nothing = SafeString("<p>100 % kept</p>"), SafeString("")
    seldom = [nothing, drawn]
    planned, steps = (TEXTS[:2], TEXTS[1:]), (TEXTS[1:], TEXTS[:2], EITHER)
    listed = (([], years()[:1]), (None, lists_of_sources()[0]), seldom)
    return some(TimelineParts, seldom, seldom, TEXTS[1:], seldom, *planned, *steps, *listed)


ENTRIES = {
    "components/_day": dates,
    "components/_field-errors": errors,
    "components/_flag": flags,
    "components/_when": dates,
    "components/_words": lambda: some(OtherWords, TEXTS[1:], ("en", HOSTILE)),
    "components/alternate": lambda: some(Alternate, ("en", HOSTILE), TEXTS),
    "components/band": lambda: some(Band, ([], band_spans()), ([], ticks()), (24, 1234), ([],)),
    "components/band-office": offices,
    "components/band-span": band_spans,
    "components/band-tick": ticks,
    "components/card-tags": cards,
    "components/chip": chips,
    "components/coverage-of-pair": notes,
    "components/counterpart": counterparts,
    "components/country-entry": countries,
    "components/event-line": event_lines,
    "components/event-quote": quotes,
    "components/feed-links": lambda: [SimpleNamespace(question=text) for text in TEXTS],
    "components/filter-group": groups,
    "components/filter-mentions": switches,
    "components/filter-menu": menus,
    "components/filter-option": options,
    "components/filter-options": fields,
    "components/filter-order": orders,
    "components/filter-text": texts,
    "components/filters": forms,
    "components/found-list": found_lists,
    "components/hidden-input": hidden,
    "components/hit-events": found_events,
    "components/hit-sources": found_sources,
    "components/hit-statements": found_statements,
    "components/marked": marked,
    "components/masthead": lambda: some(Masthead, ([], languages()), EITHER),
    "components/masthead-language": languages,
    "components/met": met,
    "components/order-choice": choices,
    "components/other-counterpart": others,
    "components/page-source": partial(some, ShownSource, ("", "es"), ("/",), TEXTS[1:], TEXTS, TEXTS[1:], TEXTS, TEXTS),
    "components/page-sources": lists_of_sources,
    "components/print-foot": feet,
    "components/side": sides,
    "components/spark": sparks,
    "components/spark-bar": spark_bars,
    "components/spell": spells,
    "components/side-later": later,
    "components/side-office": held,
    "components/side-person": people,
    "components/spoken-of": spoken_of,
    "components/state-line": lines,
    "components/strip": strips,
    "components/strip-column": bars,
    "components/strip-numbers": bars,
    "components/timeline-month": months,
    "components/timeline-row": rows,
    "components/timeline-year": years,
    "components/year-after": steps,
    "components/year-before": steps,
    "components/years": bars_of_years,
    "components/years-step": steps,
    "timeline/_event_row": event_rows,
    "timeline/_pair_head": heads,
    "timeline/_timeline": whole_lists,
    "timeline/pair": whole_pairs,
    "timeline/_search_found": found_pages,
    "timeline/search": whole_searches,
}
