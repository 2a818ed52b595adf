"""Turn attributions and quotations into statements: direct, mixed, indirect, official text."""

from __future__ import annotations

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.dates import Resolved, TimeExpression
from newsroom.reading.names.people import Actor
from newsroom.reading.names.titles import DOCUMENTS
from newsroom.reading.prepositions import is_in_phrase
from newsroom.reading.quotes.attribution import find_attributions
from newsroom.reading.quotes.beside import stated_by
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.quotes.channels import find_channel
from newsroom.reading.quotes.content import STRESSING, starts_with_subject
from newsroom.reading.quotes.documents import label as label_of
from newsroom.reading.quotes.documents import official_text, posts, transcript
from newsroom.reading.quotes.marks import Quote
from newsroom.reading.quotes.meaning import NEAR, meant, opens
from newsroom.reading.quotes.nominals import FEELING, WEIGHING
from newsroom.reading.quotes.people import only_asks
from newsroom.reading.quotes.said import Said, passed_on, replace, without_nested
from newsroom.reading.quotes.uncued import UncuedReader
from newsroom.reading.sentences import fold
from newsroom.reading.timing import Dated, dated, default_day

OPEN = frozenset(("since", "until", "by", "before"))  # nobody says a thing since a day
PERSON, RECENT = frozenset(("person",)), 6  # statements
SPOKEN = frozenset("person body bodyref country plain office".split())
IMPERSONAL = frozenset(("body", "bodyref", "group", "country", "office", "document", "plain"))
LATTER = {"este": "he", "aquel": "he", "esta": "she", "aquella": "she"}
OURS, BEHIND = frozenset(("we", "our", "i", "my")), frozenset(("cue.after", "cue.inverted", "according-to"))
REFLEXIVE = ("quej", "lament", "pregunt")  # "se quejó": somebody did
PROFESSING = STRESSING | FEELING | WEIGHING
OPENERS = frozenset("on in at late early earlier later el en but and".split())  # words of time behind these date it all


class StatementReader:
    """Read the statements of an article, sentence by sentence; remembers who spoke last and when."""

    def __init__(self, article: Article, times: dict[tuple[int, int], Resolved]) -> None:
        """Start with nobody speaking."""
        self.article, self.times = article, times
        self.said: list[Said] = []
        self.dates: dict[int, Dated] = {}
        self.handled: set[int] = set()
        self.uncued = UncuedReader(article, times, self.said, self.dates)

    def read(self) -> list[Said]:
        """Return the statements in the order of the text."""
        if self.article.document == "transcript" and self.article.voices:
            return transcript(self.article)
        if self.article.document == "readout" and self.article.attributed_to is not None:
            whole = official_text(self.article)
            self.said += [whole] if whole is not None else []
        for clause in self.article.clauses:
            if clause.sentence.paragraph not in self.article.voices:
                self._sentence(clause)
        self.said += transcript(self.article) if self.article.voices else []
        self.said += posts(self.article, self.times)
        self.said.sort(key=lambda one: (one.start, one.end))
        self._name_later()
        return without_nested(passed_on(self.article.text, self.said))

    def _name_later(self) -> None:
        """Name those who spoke as "he", "she" before the story named anybody: whom a sentence soon after opens with."""
        for one in self.said:
            if one.speaker is None or one.speaker.kind != "pronoun" or one.speaker.name not in ("he", "she"):
                continue
            ahead = self.article.clauses[one.clause + 1 : one.clause + 1 + NEAR]
            named = (who for later in ahead if (who := opens(later, PERSON)) is not None)
            who = next(named, None)
            one.speaker = who if who is not None and who.gender in ("", one.speaker.name) else one.speaker

    def _sentence(self, clause: Clause) -> None:
        """Read the attributions of a sentence, then the quotations that none of them covers."""
        label = label_of(clause)
        if label == "source":
            return
        if self._looks_back(clause):
            return
        attributions = find_attributions(clause)
        before = len(self.said)
        for one in attributions:
            if any(_passes_on(clause, one, other) for other in attributions):
                continue
            if one.speaker is None and clause.is_spanish:
                one.speaker = self._left_out(clause, one)
            self._from_attribution(clause, one, [(other.first, other.last) for other in attributions])
        self.said[before:] = _reporters_first(self.said[before:])
        for quote in clause.quotes:
            if quote.outer_start not in self.handled and quote.outer_start >= clause.sentence.start:
                self.handled.add(quote.outer_start)
                self.uncued.read(clause, quote, attributions, label)
        if len(self.said) == before and not clause.quotes:
            self._speaks_on(clause)

    def _speaks_on(self, clause: Clause) -> None:
        """Go on with what was told in the first person without marks: "We will act, he said. We will not wait."."""
        last = self.said[-1] if self.said else None
        if last is None or last.clause != clause.number - 1 or last.speech != "indirect" or last.rule not in BEHIND:
            return
        own = fold(self.article.text[last.start : last.end]).split()
        if OURS.isdisjoint(own) or OURS.isdisjoint(clause.lows):
            return
        said = replace(last, clause.sentence.start, clause.sentence.end, "indirect")
        said.rule, said.cue, said.speaker_span, said.clause = "continued", (0, 0), (0, 0), clause.number
        self.said.append(said)

    def _looks_back(self, clause: Clause) -> bool:
        """Read "This was stated by X.": what was stated is the sentence before."""
        earlier = self.article.clauses[clause.number - 1] if clause.number else None
        found = stated_by(clause)
        if earlier is None or found is None or any(one.clause == earlier.number for one in self.said):
            return False
        verb, mention = found
        end = earlier.tokens[max(0, len(earlier.tokens) - 2)].end
        cue, words = clause.span(verb.first, verb.head), clause.span(mention.first, mention.last)
        said = Said(earlier.sentence.start, end, "indirect", mention.actor, "cue.after", cue, words)
        said.date, said.clause = default_day(self.article), earlier.number
        self.said.append(said)
        return True

    def _from_attribution(self, clause: Clause, one: Attribution, contents: list[tuple[int, int]]) -> None:
        """Make the statement or statements of one attribution."""
        one.speaker = meant(self.article, self.said, clause, one)
        start, end = clause.span(one.first, one.last)
        inside = [quote for quote in clause.quotes if quote.outer_start < end and start < quote.outer_end]
        fresh = [quote for quote in inside if quote.outer_start not in self.handled]
        if inside and not fresh and one.rule in ("noun", "participle", "cue.before"):
            return
        date = self._date(clause, one, contents)
        bare = _rest(clause, one, inside)
        base = self._base(clause, one, date)
        if not inside:
            if (
                self.article.document == "readout"
                and self.article.attributed_to is not None
                and not _is_told(clause, one)
            ):
                return
            self.said.append(replace(base, start, end, "indirect"))
            return
        for quote in inside:
            self.handled.add(quote.outer_start)
        if not bare:
            for quote in [one for one in inside if self.article.text[one.start : one.end].strip()]:
                self.said.append(replace(base, quote.start, quote.end, "direct"))
            return
        start = min(start, *(quote.outer_start for quote in inside))
        end = max([end, *(quote.outer_end for quote in inside if quote.outer_end <= clause.sentence.end)])
        self.said.append(replace(base, start, end, "mixed"))

    def _base(self, clause: Clause, one: Attribution, date: Dated) -> Said:
        """Return what all statements of one attribution share."""
        cue = clause.span(one.cue_first, one.cue_last)
        words = clause.span(*one.speaker_words) if one.speaker_words[1] >= one.speaker_words[0] else (0, 0)
        channel, where = find_channel(self.article.text, clause, one)
        return Said(0, 0, "", one.speaker, one.rule, cue, words, date, channel, where, one.reporter, clause.number)

    def _left_out(self, clause: Clause, one: Attribution) -> Actor | None:
        """Return the subject that Spanish leaves out: who spoke last, else the person last named.

        Of "se agrega", "se lee" it is the body or text that spoke last.
        """
        if (latter := self._latter(clause, one)) is not None:
            return latter
        told = [one for one in self.said[-RECENT:] if not only_asks(one.speaker)]
        last = told[-1] if told else None
        is_impersonal = clause.words[one.cue_first - 1 : one.cue_first] == ["se"]
        is_impersonal = is_impersonal and not clause.words[one.cue_first].startswith(REFLEXIVE)
        if last is not None and last.speaker is not None:
            is_asked = only_asks(self.said[-1].speaker)  # "la reportera preguntó si …": he answers her
            is_near = clause.number - last.clause <= (NEAR if is_impersonal or is_asked else 1)
            if is_near and last.speaker.kind in (IMPERSONAL if is_impersonal else SPOKEN):
                return last.speaker
        behind = range(one.cue_last + 1, min(one.cue_last + NEAR + 1, len(clause.tokens)))
        texts = [m for m in clause.mentions if m.first in behind and clause.words[m.last] in DOCUMENTS]
        if is_impersonal and texts and texts[0].actor.kind != "document":
            return texts[0].actor  # "“…”, se lee en el texto"
        before = self.article.clauses[clause.number - 1] if clause.number else None
        if before is not None and not is_impersonal and (opening := opens(before, SPOKEN)) is not None:
            return opening
        for earlier in reversed(self.article.clauses[max(0, clause.number - 3) : clause.number]):
            spoke = [one.speaker for one in self.said if one.clause == earlier.number and one.speaker is not None]
            if speaking := [who for who in spoke if who.kind in SPOKEN]:
                return speaking[-1]
            people = [
                m.actor
                for m in earlier.mentions
                if m.actor.kind == "person" and not earlier.quoted[m.first] and not is_in_phrase(earlier, m)
            ]
            if people:
                return last.speaker if last is not None and last.speaker in people else people[0]
        return None

    def _latter(self, clause: Clause, one: Attribution) -> Actor | None:
        """Return whom "este", "esta" before a cue means: the person named last."""
        beside = [*clause.words[max(0, one.cue_first - 1) : one.cue_first], *clause.words[one.cue_last + 1 :][:1]]
        gender = next((LATTER[word] for word in beside if word in LATTER), None)
        if gender is None:
            return None
        for near in (clause, *self.article.clauses[max(0, clause.number - 1) : clause.number]):
            people = [
                m.actor
                for m in near.mentions
                if m.actor.kind == "person" and m.actor.gender in ("", gender) and not near.quoted[m.first]
                and (near is not clause or m.last < one.cue_first - 1)
            ]  # fmt: skip
            if people:
                return people[-1]
        return None

    def _date(self, clause: Clause, one: Attribution, contents: list[tuple[int, int]]) -> Dated:
        """Return when it was said: words of time near the cue, else the speaker's last day, else the story's."""
        low, high = (0, one.first) if one.rule in ("cue.before", "judging", "accusing", "spanish.before") else one.zone
        nearest = sorted(clause.times, key=lambda time: (abs(time.first - one.cue_first), time.first))
        for time in nearest:
            own = one.rule == "demanding" and one.cue_last < time.first < one.zone[1]
            inside = not own and any(first <= time.first <= last for first, last in contents)
            resolved = self.times.get((clause.number, time.first))
            if time.kind == "recent" or time.relation in OPEN or not _is_of_cue(clause, time, one.cue_first):
                continue
            if (
                resolved is not None
                and self.article.base
                and (resolved.earliest or self.article.base) > self.article.base
            ):
                continue  # nothing was said on a day to come
            if resolved is not None and low <= time.first < high and not inside and not clause.quoted[time.first]:
                found = dated(self.article, clause, time, resolved)
                if one.speaker is not None:
                    self.dates[id(one.speaker)] = found
                return found
        verb = next((v for v in clause.verbs if v.head == one.cue_last), None)
        if (verb is not None and verb.is_perfect and verb.tense == "past") or (
            clause.role == "bullet" and self.article.document == "brief"
        ):
            return default_day(self.article, is_before=True)
        known = self.dates.get(id(one.speaker)) if one.speaker is not None else None
        if known is not None:
            return Dated(known.edtf, known.words, known.start, known.end, "speaker-day")
        return default_day(self.article)


def _reporters_first(told: list[Said]) -> list[Said]:
    """Put whoever only passes words on before who spoke them, so that he speaks on: "“…,” X said, Y reported"."""
    passing = [
        outer
        for outer in told
        if any(
            outer.start <= one.start and one.end < outer.end and one.cue[0] < outer.end <= outer.cue[0]
            for one in told
        )
    ]  # fmt: skip
    return [*passing, *(one for one in told if all(one is not outer for outer in passing))]


def _passes_on(clause: Clause, one: Attribution, other: Attribution) -> bool:
    """Tell whether a content only passes on whose quotation it holds: "The paper reported that X replied: “…”"."""
    is_inside = one.first < other.cue_first <= other.first <= other.last <= one.last
    is_persons = other.speaker is not None and other.speaker.kind == "person"
    return is_inside and is_persons and one.rule == other.rule == "cue.before" and clause.quoted[other.first]


def _is_of_cue(clause: Clause, time: TimeExpression, cue: int) -> bool:
    """Tell whether words of time before a cue can be its own: no relative clause or other verb stands between them."""
    place = time.first
    if place > cue:
        return True
    relative = next((n for n in range(place - 1, -1, -1) if clause.words[n] in ("who", "which", "whose")), None)
    if relative is not None and any(relative < verb.head < cue and verb.is_finite for verb in clause.verbs):
        return False
    opens = all(token.low in OPENERS for token in clause.tokens[:place])
    return opens or not any(place < verb.head < cue and verb.is_finite for verb in clause.verbs)


def _rest(clause: Clause, one: Attribution, inside: list[Quote]) -> bool:
    """Tell whether words stand in the content outside of its quotations."""
    for number in range(one.first, one.last + 1):
        token = clause.tokens[number]
        if token.is_word and not any(quote.outer_start <= token.start < quote.outer_end for quote in inside):
            return True
    return False


def _is_told(clause: Clause, one: Attribution) -> bool:
    """Tell whether a readout reports what a person said: "emphasized that CONTENT", "reiterated CONTENT"."""
    is_person = one.speaker is not None and one.speaker.kind in ("person", "group", "office")
    if not is_person:
        return False
    if not one.first:
        return one.rule == "cue.after"  # "CONTENT, the minister said."
    if clause.words[one.first - 1] == "that":
        return True
    verb = next((v for v in clause.verbs if v.head == one.cue_last), None)
    if one.speaker is not None and one.speaker.kind == "person" and verb is not None and verb.lemma in PROFESSING:
        return one.rule == "cue.before"  # "reaffirmed his country's support for"
    heads = [v for v in clause.verbs if one.first < v.head <= one.last and v.is_finite and not v.is_infinitive]
    return one.rule == "cue.before" and bool(heads) and starts_with_subject(clause, one.first)
