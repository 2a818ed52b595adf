"""Attribute the quotations that no cue of their sentence covers: carried over, beside, signed, or inferred."""

from __future__ import annotations

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.dates import Resolved
from newsroom.reading.grammar import subjects
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.prepositions import is_in_phrase
from newsroom.reading.quotes.attribution import find_attributions
from newsroom.reading.quotes.beside import introduced, mention_behind, mention_beside, subject_of_quoted_verb
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.quotes.channels import PLATFORMS
from newsroom.reading.quotes.content import content_end_plain
from newsroom.reading.quotes.documents import signature
from newsroom.reading.quotes.epithets import OFFICES
from newsroom.reading.quotes.marks import Quote, is_name_of_thing, is_title
from newsroom.reading.quotes.meaning import meant, opens, turned_to
from newsroom.reading.quotes.nominals import words_of
from newsroom.reading.quotes.people import clause_words, only_asks
from newsroom.reading.quotes.said import Said
from newsroom.reading.quotes.spanish_cues import said_so
from newsroom.reading.timing import Dated, dated, default_day

FIRST_PERSON, LONGEST_FIRST = frozenset("i we our my us".split()), 3
JOINED = frozenset("the a an its their his her el la los las un una su sus to of for a de".split())
NAMED, LONGEST_RUN = frozenset(("person", "body", "country", "plain")), 12  # sentences
CLOSING = frozenset(("cue.after", "cue.inverted", "spanish.after"))
PEOPLE, NAMING = frozenset(("person",)), frozenset(("person", "plain"))
POSTS = frozenset(PLATFORMS) | frozenset("tweet tuit tweets video".split())
ARTICLES = frozenset(("el", "la", "los", "las"))
ANYBODY_IN_SPANISH = OFFICES | frozenset(
    "especialista analista experto historiador internacionalista analistas expertos".split()
)
NEAR, RECENT = 3, 12  # sentences, statements
ANYBODY = PEOPLE | {"office", "body", "plain"}


class UncuedReader:
    """Attribute quotations without a cue; shares what the reader of statements remembers."""

    def __init__(
        self,
        article: Article,
        times: dict[tuple[int, int], Resolved],
        said: list[Said],
        dates: dict[int, Dated],
    ) -> None:
        """Take the memory of the reader of statements."""
        self.article, self.times = article, times
        self.said, self.dates = said, dates

    def read(self, clause: Clause, quote: Quote, attributions: list[Attribution], label: str) -> None:
        """Attribute a quotation without a cue of its own: a brief's source, a signature, carried over, or inferred."""
        words = self.article.text[quote.start : quote.end]
        before = [t.low for t in clause.tokens if t.end <= quote.outer_start]
        if (
            not words.strip()
            or is_title(before, words)
            or is_name_of_thing(words)
            or words.lower().startswith("persona")
        ):
            return
        rest = [t.low for number, t in enumerate(clause.tokens) if not clause.quoted[number] and t.is_word]
        signed = signature(clause, quote)
        is_alone = len(rest) <= 1 or all(word in ("and", "but") for word in rest) or _is_fragment(clause, quote, words)
        beside = self._beside(clause, quote, is_alone)
        is_opening = quote.outer_start <= clause.sentence.start
        unclaimed = not attributions and clause.role != "bullet"
        if self.article.source is not None and (label in ("quote", "details") or unclaimed):
            self._from_source(clause, quote, self.article.source, is_whole=label == "quote")
        elif signed is not None:
            self._add(clause, quote.start, quote.end, "direct", signed[0], "signature", signed[1])
        elif beside is not None and (is_alone or not attributions or (is_opening and beside[1].actor.kind in NAMING)):
            self._from_beside(clause, quote, *beside)
        elif is_alone:
            self._carried(clause, quote)
        elif (cue := _resumed(clause, quote, attributions)) is not None and cue.speaker is not None:
            span = clause.span(cue.cue_first, cue.cue_last)
            self._add(clause, quote.start, quote.end, "direct", cue.speaker, cue.rule, span)
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
            behind = clause.token_at(quote.outer_end - 1) + 1
            is_over = clause.words[behind : behind + 1] in ([","], ["and"], ["but"])  # “noted” it, and left
            end = quote.outer_end if is_over else clause.tokens[content_end_plain(clause, place)].end
            words = clause.span(owner.first, owner.last)
            self._add(clause, quote.outer_start, end, "mixed", owner.actor, "words", words)
            return
        if (worded := words_of(clause, place)) is not None:
            words = clause.span(*worded[1])
            self._add(clause, quote.outer_start, quote.outer_end, "mixed", worded[0], "words", words)
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
                cue = clause.verbs[before[-1]] if before else None  # "For X, “…”": whose view has no verb before it
                span = clause.span(cue.first, cue.head) if cue is not None else span
        last = self.said[-1] if self.said else None
        is_same = last is not None and last.clause == clause.number
        if speaker is None and last is not None and is_same and _joins(self.article.text[last.end : quote.outer_start]):
            if last.speaker is not None:  # "“appeals for peace” and the “opening of the span”"
                self._add(clause, quote.outer_start, quote.outer_end, "mixed", last.speaker, "continued")
            return
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
            return (earlier, self._gone_on(earlier, mention)) if mention is not None else None
        following = self.article.clauses[clause.number + 1 : clause.number + 2]
        if following and following[0].is_spanish and (thus := said_so(following[0])) is not None:
            return following[0], Mention(*thus[1], thus[0], "name")
        ends = self.article.text[quote.start : quote.end].rstrip().endswith(("?", "!", "."))
        if not ends or not following or following[0].sentence.paragraph != clause.sentence.paragraph:
            return None
        mention = mention_behind(following[0])
        return (following[0], mention) if mention is not None else None

    def _gone_on(self, clause: Clause, mention: Mention) -> Mention:
        """Return who spoke last in place of the "it" of a line that only goes on: "It continued:"."""
        if clause.words[mention.first : mention.last + 1] != ["it"] or not clause.verbs:
            return mention
        it, words = Actor("pronoun", "it"), (mention.first, mention.last)
        verb = clause.verbs[0]
        cue = Attribution(0, 0, verb.first, verb.head, it, words, "beside", (0, 0))
        speaker = meant(self.article, self.said, clause, cue)
        return mention if speaker is None or speaker.kind == "pronoun" else Mention(*words, speaker, "pronoun")

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
        heads = [n for n in range(place) if _is_past(clause, n)] if clause.is_spanish else []
        first = max([verb.head + 1 for verb in verbs] + [n + 1 for n in heads], default=0)
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
            if token.low in ("y", "e", "pero") and any(_is_past(clause, n) for n in (number + 1, number + 2)):
                break
            end = token.end
        return min(clause.tokens[min(first, len(clause.tokens) - 1)].start, quote.outer_start), end

    def _carried(self, clause: Clause, quote: Quote) -> None:
        """Give a quotation that stands alone to whom the sentences round it tell of, else to who spoke last."""
        clauses, paragraph = self.article.clauses, clause.sentence.paragraph
        before = clauses[clause.number - 1] if clause.number else None
        is_inside = before is not None and before.sentence.paragraph == paragraph
        near = [one for one in self.said[-RECENT:] if clause.number - one.clause <= NEAR and one.speaker is not None]
        # A source that is only named does not speak on, nor does a reporter who asked.
        spoken = [one for one in near if one.rule != "according-to" and not only_asks(one.speaker)]
        last = next(reversed(spoken or near), None)
        speaker = turned_to(self.article, self.said, clause) if is_inside and self.said else None
        speaker = speaker or self._told_behind(clause) if not is_inside else speaker
        if quote.runs_on and (ahead := self._told_ahead(clause)) is not None:
            speaker = ahead
        if speaker is None and before is not None and (last is None or (is_inside and last.clause < before.number)):
            speaker = opens(before, PEOPLE if last is not None else ANYBODY)
        if not is_inside and before is not None and (last is None or last.clause < before.number):
            speaker = speaker or _posting(before)
        if speaker is not None:
            self._add(clause, quote.start, quote.end, "direct", speaker, "continued")
        elif last is not None:
            one = Said(
                quote.start, quote.end, "direct", last.speaker, "continued", date=last.date, clause=clause.number
            )
            one.channel, one.channel_span = last.channel, last.channel_span
            self.said.append(one)

    def _told_ahead(self, clause: Clause) -> Actor | None:
        """Return who is named where a quotation over several paragraphs ends: “We agreed. // “We will sign,” X said."""
        for following in self.article.clauses[clause.number + 1 : clause.number + 1 + LONGEST_RUN]:
            for one in find_attributions(following):
                if one.rule in CLOSING and following.quoted[one.last] and one.speaker is not None:
                    speaker = meant(self.article, self.said, following, one)
                    return speaker if speaker is not None and speaker.kind in NAMED else None
            if not all(following.quoted[n] for n, token in enumerate(following.tokens) if token.is_word):
                return None
        return None

    def _told_behind(self, clause: Clause) -> Actor | None:
        """Return who speaks behind a quotation that opens their paragraph: “…” X said the talks would go on."""
        following = self.article.clauses[clause.number + 1 : clause.number + 2]
        if not following or following[0].sentence.paragraph != clause.sentence.paragraph:
            return None
        opening = opens(following[0], ANYBODY)
        if opening is None:
            return None
        told = find_attributions(following[0])
        return opening if any(one.speaker is not None and one.speaker.name == opening.name for one in told) else None


def _posting(clause: Clause) -> Actor | None:
    """Return who is told to have put something out whose words then stand alone: "On X, she explained the step."."""
    places = [n for n, token in enumerate(clause.tokens) if token.low in POSTS and not clause.quoted[n]]
    if not places or (clause.tokens[places[0]].low == "x" and not clause.tokens[places[0]].is_capital):
        return None
    acting = [m for m in clause.mentions if m.form in ("name", "office") and not is_in_phrase(clause, m)]
    return acting[0].actor if acting and acting[0].actor.kind == "person" and not acting[0].is_possessive else None


def _is_past(clause: Clause, place: int) -> bool:
    """Tell whether a word outside of quotations ends as a Spanish past tense does: "refirió", "hablaron"."""
    if place >= len(clause.tokens) or clause.quoted[place]:
        return False
    text = clause.tokens[place].text
    return text.islower() and text.endswith(("ó", "aron", "ieron"))


def _joins(between: str) -> bool:
    """Tell whether only small words join quoted words to those before: "…” and the “…"."""
    words = between.lower().split()
    return 0 < len(words) <= LONGEST_FIRST and words[0] in ("and", "y", "e") and JOINED.issuperset(words[1:])


def _resumed(clause: Clause, quote: Quote, attributions: list[Attribution]) -> Attribution | None:
    """Return the cue between two halves of what somebody said: “We welcome it,” X told reporters, “but it is late.”"""
    place = clause.token_at(quote.outer_start)
    behind = clause.tokens[clause.token_at(quote.outer_end - 1) + 1 :]
    if place < 1 or clause.tokens[place - 1].text not in ",:" or any(token.is_word for token in behind):
        return None
    return next((one for one in attributions if one.rule in CLOSING and _is_before(clause, one, place)), None)


def _is_before(clause: Clause, one: Attribution, place: int) -> bool:
    """Tell whether a cue closes quoted words, and no other verb stands between it and a place."""
    is_between = clause.quoted[one.last] and one.last < one.cue_first < place
    return is_between and not any(
        one.cue_last < verb.head < place and not clause.quoted[verb.head] and verb.is_finite for verb in clause.verbs
    )


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
    if clause.words[0] == "para" and (unnamed := _unnamed_viewer(clause)) is not None:
        return [unnamed]
    mention = clause.named.at(1) if clause.words[0] in ("for", "to", "para") else None
    comma = mention.last + 1 if mention is not None and mention.first == 1 else len(clause.tokens)
    is_whole = comma < len(clause.tokens) and clause.tokens[comma].text == ","
    return [mention] if mention is not None and is_whole and mention.actor.kind in ("person", "country", "body") else []


def _unnamed_viewer(clause: Clause) -> Mention | None:
    """Return the people without a name whose view opens a Spanish sentence: "Para el especialista en pesca «…»"."""
    end = next((n for n in range(len(clause.tokens)) if clause.quoted[n]), 0)
    last = end - 1 - (end > 0 and clause.tokens[end - 1].text == ",")
    is_phrase = last > 1 and clause.words[1] in ARTICLES and clause.words[2] in ANYBODY_IN_SPANISH
    if not is_phrase or "," in clause.words[:last] or any(v.head <= last for v in clause.verbs):
        return None
    return Mention(2, last, Actor("plain", clause_words(clause, 2, last)), "name")
