"""Turn attributions and quotations into statements: direct, mixed, indirect, official text."""

from __future__ import annotations

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.dates import Resolved, TimeExpression
from newsroom.reading.grammar import subjects
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.attribution import find_attributions
from newsroom.reading.quotes.beside import (
    introduced,
    mention_behind,
    mention_beside,
    stated_by,
    subject_of_quoted_verb,
)
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.quotes.channels import find_channel
from newsroom.reading.quotes.content import content_end_plain, starts_with_subject
from newsroom.reading.quotes.documents import label as label_of
from newsroom.reading.quotes.documents import official_text, signature, transcript
from newsroom.reading.quotes.marks import Quote, is_title
from newsroom.reading.quotes.meaning import NEAR, meant, turned_to
from newsroom.reading.quotes.said import Said, replace, without_nested
from newsroom.reading.timing import Dated, dated, default_day

OPEN = frozenset(("since", "until", "by", "before"))  # nobody says a thing since a day
SPOKEN = frozenset(("person", "body"))
IMPERSONAL = frozenset(("body", "group", "country", "office", "document", "plain"))
REFLEXIVE = ("quej", "lament", "pregunt")  # "se quejó": somebody did
FIRST_PERSON, LONGEST_FIRST = frozenset("i we our my us".split()), 3
OPENERS = frozenset("on in at late early earlier later el en but and".split())  # words of time behind these date it all


class StatementReader:
    """Read the statements of an article, sentence by sentence; remembers who spoke last and when."""

    def __init__(self, article: Article, times: dict[tuple[int, int], Resolved]) -> None:
        """Start with nobody speaking."""
        self.article, self.times = article, times
        self.said: list[Said] = []
        self.dates: dict[int, Dated] = {}
        self.handled: set[int] = set()

    def read(self) -> list[Said]:
        """Return the statements in the order of the text."""
        if self.article.document == "transcript" and self.article.voices:
            return transcript(self.article)
        if self.article.document == "readout" and self.article.attributed_to is not None:
            whole = official_text(self.article)
            self.said += [whole] if whole is not None else []
        for clause in self.article.clauses:
            self._sentence(clause)
        self.said.sort(key=lambda one: (one.start, one.end))
        return without_nested(self.said)

    def _sentence(self, clause: Clause) -> None:
        """Read the attributions of a sentence, then the quotations that none of them covers."""
        label = label_of(clause)
        if label == "source":
            return
        if self._looks_back(clause):
            return
        attributions = find_attributions(clause)
        for one in attributions:
            if any(_passes_on(clause, one, other) for other in attributions):
                continue
            if one.speaker is None and one.rule.startswith("spanish"):
                one.speaker = self._left_out(clause, one)
            self._from_attribution(clause, one, [(other.first, other.last) for other in attributions])
        for quote in clause.quotes:
            if quote.outer_start not in self.handled and quote.outer_start >= clause.sentence.start:
                self._uncovered(clause, quote, attributions, label)

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
        last = self.said[-1] if self.said else None
        is_impersonal = clause.words[one.cue_first - 1 : one.cue_first] == ["se"]
        is_impersonal = is_impersonal and not clause.words[one.cue_first].startswith(REFLEXIVE)
        if last is not None and last.speaker is not None:
            is_near = clause.number - last.clause <= (NEAR if is_impersonal else 1)
            if is_near and last.speaker.kind in (IMPERSONAL if is_impersonal else SPOKEN):
                return last.speaker
        for earlier in reversed(self.article.clauses[max(0, clause.number - 3) : clause.number]):
            people = [m.actor for m in earlier.mentions if m.actor.kind == "person" and not earlier.quoted[m.first]]
            if people:
                return people[0]
        return None

    def _date(self, clause: Clause, one: Attribution, contents: list[tuple[int, int]]) -> Dated:
        """Return when it was said: words of time near the cue, else the speaker's last day, else the story's."""
        low, high = (0, one.first) if one.rule in ("cue.before", "judging", "accusing", "spanish.before") else one.zone
        nearest = sorted(clause.times, key=lambda time: (abs(time.first - one.cue_first), time.first))
        for time in nearest:
            inside = any(first <= time.first <= last for first, last in contents)
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

    def _uncovered(self, clause: Clause, quote: Quote, attributions: list[Attribution], label: str) -> None:
        """Attribute a quotation without a cue of its own: a brief's source, a signature, carried over, or inferred."""
        words = self.article.text[quote.start : quote.end]
        before = [t.low for t in clause.tokens if t.end <= quote.outer_start]
        if not words.strip() or is_title(before, words):
            return
        self.handled.add(quote.outer_start)
        rest = [t.low for number, t in enumerate(clause.tokens) if not clause.quoted[number] and t.is_word]
        signed = signature(clause, quote)
        is_alone = len(rest) <= 1 or all(word in ("and", "but") for word in rest) or _is_fragment(clause, quote, words)
        beside = self._beside(clause, quote, is_alone)
        unclaimed = not attributions and clause.role != "bullet"
        if self.article.source is not None and (label in ("quote", "details") or unclaimed):
            self._from_source(clause, quote, self.article.source, is_whole=label == "quote")
        elif signed is not None:
            self._add(clause, quote.start, quote.end, "direct", signed[0], "signature", signed[1])
        elif beside is not None and (is_alone or not attributions):
            self._from_beside(clause, quote, *beside)
        elif is_alone:
            self._carried(clause, quote)
        else:
            self._inferred(clause, quote, attributions)

    def _add(
        self,
        clause: Clause,
        start: int,
        end: int,
        speech: str,
        speaker: Actor,
        rule: str,
        cue: tuple[int, int] = (0, 0),
    ) -> None:
        """Add a statement that has no cue with a time of its own."""
        date = self.dates.get(id(speaker)) or default_day(self.article)
        self.said.append(Said(start, end, speech, speaker, rule, cue, date=date, clause=clause.number))

    def _from_source(self, clause: Clause, quote: Quote, source: Actor, *, is_whole: bool) -> None:
        """Give quoted words of a brief to its source."""
        if is_whole:
            self._add(clause, quote.start, quote.end, "direct", source, "brief")
        else:
            start, end = self._stretch(clause, quote, clause.token_at(quote.outer_start))
            self._add(clause, start, end, "mixed", source, "brief")

    def _inferred(self, clause: Clause, quote: Quote, attributions: list[Attribution]) -> None:
        """Give quoted words to the speaker of the nearest cue, else to the subject of the verb before them."""
        place = clause.token_at(quote.outer_start)
        owner = subject_of_quoted_verb(clause, quote, place)
        if owner is not None:
            end = clause.tokens[content_end_plain(clause, place)].end
            words = clause.span(owner.first, owner.last)
            self._add(clause, quote.outer_start, end, "mixed", owner.actor, "words", words)
            return
        near = [one for one in attributions if one.speaker is not None]
        speaker: Actor | None = None
        rule, span = "inferred", (0, 0)
        if near:
            chosen = min(near, key=lambda one: abs(one.cue_first - place))
            speaker, span = chosen.speaker, clause.span(chosen.cue_first, chosen.cue_last)
        else:
            before = [
                n
                for n, verb in enumerate(clause.verbs)
                if verb.head < place and not clause.quoted[verb.head] and verb.is_finite and not verb.is_infinitive
            ]
            acts = bool(before) and not clause.verbs[before[-1]].is_passive
            found = _viewer(clause) or (subjects(clause, before[-1]) if acts else [])
            if found:
                speaker, rule = found[0].actor, "words"
                span = clause.span(clause.verbs[before[-1]].first, clause.verbs[before[-1]].head)
        last = self.said[-1] if self.said else None
        if speaker is None and last is not None and clause.number - last.clause == 1:
            same = self.article.clauses[last.clause].sentence.paragraph == clause.sentence.paragraph
            speaker, rule = (last.speaker if same else None), "continued"
        if speaker is not None and speaker.kind != "pronoun":
            start, end = self._stretch(clause, quote, place)
            self._add(clause, start, end, "mixed", speaker, rule, span)

    def _beside(self, clause: Clause, quote: Quote, is_alone: bool) -> tuple[Clause, Mention] | None:
        """Return who stands beside a quotation; for one alone in its sentence, who speaks in the next sentence."""
        mention = self._named_label(clause, quote)
        if mention is None and not is_alone:
            mention = mention_beside(clause, quote, self.article.text)
        if mention is not None or not is_alone:
            return (clause, mention) if mention is not None else None
        earlier = self.article.clauses[clause.number - 1] if clause.number else None
        if earlier is not None and earlier.tokens[-1].text == ":" and not any(earlier.quoted):
            mention = introduced(earlier, list(range(len(earlier.tokens))))
            return (earlier, mention) if mention is not None else None
        following = self.article.clauses[clause.number + 1 : clause.number + 2]
        asks = self.article.text[quote.start : quote.end].rstrip().endswith(("?", "!"))
        if not asks or not following or following[0].sentence.paragraph != clause.sentence.paragraph:
            return None
        mention = mention_behind(following[0])
        return (following[0], mention) if mention is not None else None

    def _named_label(self, clause: Clause, quote: Quote) -> Mention | None:
        """Return the person of the article whose name and a colon are all that stands before a quotation."""
        before = [n for n, token in enumerate(clause.tokens) if token.end <= quote.outer_start]
        if not 2 <= len(before) <= 4 or clause.tokens[before[-1]].text != ":":
            return None
        actor = self.article.registry.by_token(clause.words[before[-2]])
        return Mention(before[0], before[-2], actor, "name") if actor is not None else None

    def _from_beside(self, clause: Clause, quote: Quote, where: Clause, mention: Mention) -> None:
        """Give a quotation to whoever stands beside it."""
        span = where.span(mention.first, mention.last)
        date = self._near_date(where, mention)
        self.said.append(
            Said(quote.start, quote.end, "direct", mention.actor, "beside", span, span, date, clause=clause.number)
        )

    def _near_date(self, clause: Clause, mention: Mention) -> Dated:
        """Return the day of the words beside a quotation, else the speaker's last, else the story's."""
        for time in clause.times:
            resolved = self.times.get((clause.number, time.first))
            if resolved is not None and resolved.is_day and not clause.quoted[time.first]:
                return dated(self.article, clause, time, resolved)
        return self.dates.get(id(mention.actor)) or default_day(self.article)

    def _stretch(self, clause: Clause, quote: Quote, place: int) -> tuple[int, int]:
        """Return the clause round quoted words: from behind the verb before them to the next comma behind them."""
        verbs = [v for v in clause.verbs if v.head < place and not clause.quoted[v.head]]
        first = verbs[-1].head + 1 if verbs else 0
        for number in range(place - 1, first - 1, -1):
            if clause.tokens[number].text in ",:;" and not clause.quoted[number]:
                first = number + 1
                break
        end = quote.outer_end
        for number in range(clause.token_at(quote.outer_end - 1) + 1, len(clause.tokens)):
            token = clause.tokens[number]
            if token.text in ",.;:" and not clause.quoted[number]:
                break
            if token.low in ("and", "but") and any(
                0 < v.first - number <= 2 and not v.is_infinitive for v in clause.verbs
            ):
                break
            end = token.end
        return min(clause.tokens[min(first, len(clause.tokens) - 1)].start, quote.outer_start), end

    def _carried(self, clause: Clause, quote: Quote) -> None:
        """Give a quotation that stands alone to whoever spoke last."""
        last = next(
            (one for one in reversed(self.said) if clause.number - one.clause <= 3 and one.speaker is not None), None
        )
        turned = turned_to(self.article, self.said, clause) if self.said else None
        if (
            turned is not None
            and self.article.clauses[clause.number - 1].sentence.paragraph == clause.sentence.paragraph
        ):
            self._add(clause, quote.start, quote.end, "direct", turned, "continued")
            return
        if last is None:
            return
        self.said.append(
            Said(
                quote.start,
                quote.end,
                "direct",
                last.speaker,
                "continued",
                date=last.date,
                channel=last.channel,
                channel_span=last.channel_span,
                clause=clause.number,
            )
        )


def _passes_on(clause: Clause, one: Attribution, other: Attribution) -> bool:
    """Tell whether a content only passes on whose quotation it holds: "The paper reported that X replied: “…”"."""
    is_inside = one.first < other.cue_first <= other.first <= other.last <= one.last
    is_persons = other.speaker is not None and other.speaker.kind == "person"
    return is_inside and is_persons and one.rule == other.rule == "cue.before" and clause.quoted[other.first]


def _is_fragment(clause: Clause, quote: Quote, words: str) -> bool:
    """Tell whether a sentence is a quotation in the first person and no verb beside it: “We grieve” for the dead."""
    behind = clause.token_at(quote.outer_end - 1) + 1
    if words.rstrip()[-1:] in (",", "?", "!") or clause.words[behind : behind + 1] == [","]:
        return False  # somebody is said to have spoken
    first = {word.strip(",.’'").lower() for word in words.split()[:LONGEST_FIRST]}
    opens = quote.outer_start <= clause.sentence.start and bool(first & FIRST_PERSON)
    beside = [verb for verb in clause.verbs if verb.is_finite and not clause.quoted[verb.head]]
    return opens and all(verb.form == "past_or_part" and not verb.has_auxiliary for verb in beside)


def _viewer(clause: Clause) -> list[Mention]:
    """Return whose view a sentence gives that opens with "For X," and has quoted words."""
    mention = clause.named.at(1) if clause.words[0] in ("for", "to", "para") else None
    comma = mention.last + 1 if mention is not None and mention.first == 1 else len(clause.tokens)
    is_whole = comma < len(clause.tokens) and clause.tokens[comma].text == ","
    return [mention] if mention is not None and is_whole and mention.actor.kind in ("person", "country", "body") else []


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
    """Tell whether a readout reports what a person said: "emphasized that CONTENT", "reiterated CLAUSE"."""
    is_person = one.speaker is not None and one.speaker.kind in ("person", "group", "office")
    if not is_person or not one.first:
        return False
    if clause.words[one.first - 1] == "that":
        return True
    heads = [v for v in clause.verbs if one.first < v.head <= one.last and v.is_finite and not v.is_infinitive]
    return one.rule == "cue.before" and bool(heads) and starts_with_subject(clause, one.first)
