"""Find attributions in a sentence: cue, speaker, and the stretch that is attributed.

Frames, in the order in which they are tried for each verb of saying:

    SPEAKER cue (to somebody) (that) CONTENT        cue.before
    CONTENT, SPEAKER cue                            cue.after
    "CONTENT," cue SPEAKER                          cue.inverted
    according to SPEAKER, CONTENT                   according-to
    SPEAKER called X CONTENT                        judging
    SPEAKER accused X of CONTENT                    accusing
    ..., adding / calling / expressing CONTENT      participle
    (his) comments / claims that CONTENT            noun
"""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import window_start
from newsroom.reading.lexicon import (
    ACCUSING,
    ASKING,
    JUDGING,
    QUOTING_ING,
    REPORTING_ING,
    SAYING,
    SAYING_THAT,
    WEAK_SAYING,
)
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.attitudes import (
    DEMANDING,
    JUDGED,
    REBUFFING,
    THANKING,
    accusing,
    demanding,
    is_within_words,
    judging,
    rebuffing,
    thanking,
)
from newsroom.reading.quotes.chains import Attribution, impersonal, judged_by, quoting, settle
from newsroom.reading.quotes.content import (
    CLOSERS,
    TELLING,
    asks,
    behind_circumstances,
    content_end,
    content_start,
    is_coordinate,
    is_relative_only,
    only_adjuncts,
    opens_aside,
    skip_to_content,
    starts_with_subject,
    trim,
)
from newsroom.reading.quotes.hearers import behind_hearer
from newsroom.reading.quotes.idioms import IDIOMATIC, JUDGES, OF_JUDGES, idiom, is_sought, needs_that
from newsroom.reading.quotes.nominals import CUES as SPEAKING_NOUNS
from newsroom.reading.quotes.nominals import cue_nouns, phrase_end
from newsroom.reading.quotes.participial import FIXED, behind_fixed, participle
from newsroom.reading.quotes.relatives import told_within
from newsroom.reading.quotes.spanish_cues import find_spanish
from newsroom.reading.quotes.speakers import speaker_of
from newsroom.reading.quotes.texts import is_deed_of_noun
from newsroom.reading.quotes.views import REPORTED, according, as_told, viewed
from newsroom.reading.verbs import DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, Verb

# Who or what is called back: no words.
ENVOYS = frozenset("ambassador ambassadors envoy envoys diplomat diplomats troops invitation invitations".split())
NEAR_ENVOY = 6
# Weak verbs of saying that still report where the words behind them are quoted.
QUOTING_WEAK = frozenset(
    "express voice stress emphasize emphasise reiterate underline underscore hope promise vow pledge threaten".split()
)
REPORTING = SAYING | JUDGING | ACCUSING
CUES = (
    SPEAKING_NOUNS
    | {"according", "segun", "acuerdo", "juicio", "opinion", "palabras", "ojos", "criterio", "words", "view"}
    | REPORTED
)
UNSAYING = frozenset("no neither nobody none if whether unless".split())  # before who speaks: it is not said
ASKED = frozenset(("asked", "questioned", "pressed"))  # "Asked whether …, she said": what was asked is not said
TIME_OPENERS = frozenset(("after", "before", "since", "when", "as", "while", "hours", "days"))
CONDITIONS = frozenset("if unless once until without should although though what how why whether".split())
CONJUNCTIONS = frozenset("because that since although though and but as if while where which".split())
LONGEST_SUBJECT, INSERTED_GAP, LONGEST_OPENING = 24, 8, 6
LONGEST_TITLE, OF_TITLE = 8, frozenset(("'s", "’s", "of", "for", "the"))
MOST_EPITHETS, NO_EPITHETS = 4, PREPOSITIONS | CONJUNCTIONS | SUBJECT_PRONOUNS | {"or", "to", "not"}
DASHED = CLOSERS | frozenset(",–—-")  # what stands before a dash and "said X"
COMMISSIVE = frozenset("vow pledge promise threaten".split())  # "vowed to retaliate" says what somebody will do
# The verbs for which _for_verb has a frame, and those it knows as they are written.
CUE_VERBS = REPORTING.union(SAYING_THAT, ASKING, DEMANDING, THANKING, JUDGED, REBUFFING, IDIOMATIC)
DENYING = frozenset(("deny", "reject", "dispute"))
JOINED = frozenset("and but also later further".split())
CUE_ING = REPORTING_ING.union(QUOTING_ING, FIXED)


def find_attributions(clause: Clause) -> list[Attribution]:
    """Return the attributions of a sentence, outermost first, without those inside a quotation."""
    found: list[Attribution] = []
    for number, verb in enumerate(clause.verbs):
        is_cue = verb.lemma in CUE_VERBS or clause.words[verb.head] in CUE_ING
        if not is_cue or clause.quoted[verb.head] or (clause.is_spanish and _is_for_spanish(clause, verb)):
            continue
        attribution = _for_verb(clause, number, verb)
        if attribution is not None and attribution.last >= attribution.first and not _is_unsaid(clause, attribution):
            found.append(attribution)
    if not clause.lows.isdisjoint(CUES):
        found += [one for one in (*according(clause), *viewed(clause), *cue_nouns(clause)) if one.last >= one.first]
    if clause.words[0] == "as":
        found += as_told(clause)
    if clause.is_spanish:
        found += find_spanish(clause)
    return settle(clause, found)


def _is_unsaid(clause: Clause, one: Attribution) -> bool:
    """Tell whether nobody says it, or only perhaps: "Neither side said", "no official has said", "if X says that"."""
    first, last = one.speaker_words
    if one.rule != "cue.before" or last < first or any(clause.quoted[one.first : one.last + 1]):
        return False
    return not UNSAYING.isdisjoint(clause.words[max(0, first - 1) : first + 1])


def _is_for_spanish(clause: Clause, verb: Verb) -> bool:
    """Tell whether the Spanish frames read a verb: all but charges and judgements, and these behind a pronoun."""
    return verb.lemma not in ACCUSING | JUDGING or clause.words[verb.first - 1] in ("la", "lo", "las", "los")


def _for_verb(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Choose the frame for a verb."""
    word = clause.words[verb.head]
    if word == "states" and not {"that", ":"} & set(clause.words[verb.head + 1 : verb.head + 2]):
        return None  # "nine other states"
    if verb.lemma == "recall" and not ENVOYS.isdisjoint(clause.words[verb.head + 1 : verb.head + NEAR_ENVOY]):
        return None
    if verb.lemma in JUDGING and is_within_words(clause, number):
        return None
    if (found := idiom(clause, number, verb) or told_within(clause, number, verb)) is not None:
        return found
    if verb.lemma in ACCUSING and not verb.is_negated:
        return accusing(clause, number, verb)
    opens_quote = any(clause.quoted[verb.head + 1 : verb.head + 4])
    is_fixed = word in FIXED and behind_fixed(clause, verb) > 0
    if (is_fixed or word in REPORTING_ING or (word in QUOTING_ING and opens_quote)) and not verb.has_auxiliary:
        return participle(clause, number, verb)
    is_active = verb.is_finite and not verb.is_passive
    is_own = not verb.is_infinitive or is_sought(clause, number)  # not "asked the council to urge"
    if (
        is_active
        and is_own
        and verb.lemma in DEMANDING
        and not verb.is_negated
        and (found := demanding(clause, number, verb))
    ):
        return found
    if is_active and verb.lemma in THANKING and not (verb.is_negated or verb.modal):
        return thanking(clause, number, verb)
    if is_active and (found := _judged(clause, number, verb)):
        return found
    if verb.lemma in ("quote", "cite") and not verb.is_passive:
        return quoting(clause, number, verb)
    if verb.is_passive and not verb.is_negated:
        return judged_by(clause, verb) if verb.lemma in JUDGING else impersonal(clause, number, verb)
    if (
        verb.lemma in OF_JUDGES
        and is_active
        and not JUDGES.isdisjoint(clause.words[max(0, verb.first - 3) : verb.first])
    ):
        return _after(clause, number, verb)  # "CONTENT, the court ruled"
    if (
        (
            verb.lemma not in SAYING
            and verb.lemma not in SAYING_THAT
            and not (verb.lemma in ASKING and asks(clause, verb))
        )
        or (verb.is_infinitive and not is_sought(clause, number))
        or verb.is_negated
        or verb.is_passive
        or (verb.form == "ing" and not verb.has_auxiliary)
    ):
        return None
    if verb.modal not in ("", "would"):
        return None
    return _after(clause, number, verb) or _before(clause, number, verb)


def _judged(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read what somebody rejects or what he calls a thing."""
    if verb.lemma in REBUFFING and not verb.is_negated and (found := rebuffing(clause, number, verb)):
        return found
    if verb.lemma not in JUDGED:
        return None
    is_apart = not verb.has_auxiliary and clause.words[verb.first - 1] == ","  # ", described as “…” by X"
    return (judged_by(clause, verb) if is_apart else None) or judging(clause, number, verb)


def _after(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read "CONTENT, SPEAKER said", "CONTENT," said SPEAKER and "SUBJECT, SPEAKER said, VERB"."""
    speaker, words = speaker_of(clause, number)
    if speaker is None or (verb.lemma in DENYING and clause.words[verb.head + 1 : verb.head + 2] == ["it"]):
        return None  # "Ann said A, but Bo denied it"
    inverted = words[0] > verb.head
    edge = _edge(clause, verb.first - 1 if inverted else words[0] - 1, inverted)
    if edge < 1 or not (
        clause.tokens[edge].text == "," or clause.tokens[edge].text in CLOSERS or clause.tokens[edge].text in "–—-"
    ):
        return None
    tail = max(verb.head, words[1]) + 1
    if verb.lemma in TELLING and not inverted:
        tail = behind_hearer(clause, tail)
    tail = behind_circumstances(clause, tail)
    end, rule = len(clause.tokens), "cue.inverted" if inverted else "cue.after"
    if (
        tail + 1 < end
        and clause.tokens[edge].text == clause.tokens[tail].text == ","
        and (clause.words[edge - 1] in CONJUNCTIONS)
    ):  # "… because, she said, CONTENT"
        last = trim(clause, tail + 1, end - 1)
        return Attribution(tail + 1, last, verb.first, verb.head, speaker, words, "cue.before", (edge, tail))
    if not clause.quoted[edge] and (last := _inserted(clause, number, edge, tail)) >= 0:
        return Attribution(0, last, verb.first, verb.head, speaker, words, "cue.inserted", (edge + 1, tail))
    goes_on = clause.words[tail : tail + 1] == ["adding"]  # "CONTENT, X said adding that"
    if not inverted and not clause.quoted[edge] and not (goes_on or only_adjuncts(clause, tail)):
        return None
    start = window_start(clause, number)
    if not inverted and edge < start - 1 <= words[1] and not clause.quoted[edge]:
        return None
    first = content_start(clause, edge)
    if not clause.quoted[edge] and (not _has_verb(clause, first, edge) or clause.words[first] in ASKED):
        return None
    if not clause.quoted[edge] and _is_circumstance(clause, first, edge):
        return None
    return Attribution(first, edge, verb.first, verb.head, speaker, words, rule, (edge + 1, end))


def _edge(clause: Clause, edge: int, inverted: bool) -> int:
    """Return the token that parts a content from the speaker behind it, whose owner and small words left out."""
    owner = clause.named.at(edge)
    if not inverted and owner is not None and (owner.is_possessive or owner.actor.kind == "body"):
        edge = owner.first - 1  # "…, state department spokeswoman X said"
    while (
        edge > 0
        and clause.words[edge] in ("also", "as", "the", "a", "an", "and", "but", "while", "later")
        and not inverted
    ):
        edge -= 1
    edge = _before_title(clause, _before_epithets(clause, edge))
    while edge > 1 and clause.tokens[edge].text in "–—-" and clause.tokens[edge - 1].text in DASHED:
        edge -= 1  # "“CONTENT”, – said X"
    return edge


def _before_title(clause: Clause, edge: int) -> int:
    """Return the comma before capital words that say whose spokesman it is: "…, Lima's Ports Ministry spokesman X"."""
    place = edge
    while place > max(0, edge - LONGEST_TITLE) and (clause.tokens[place].is_capital or clause.words[place] in OF_TITLE):
        place -= 1
    return place if 0 < place < edge and clause.tokens[place].text == "," else edge


def _before_epithets(clause: Clause, edge: int) -> int:
    """Return the mark before small words that describe who speaks behind a content: "…, a trade ministry aide X"."""
    for place in range(edge, max(0, edge - MOST_EPITHETS) - 1, -1):
        if clause.tokens[place].text == "," or clause.tokens[place].text in CLOSERS:
            return place
        word = clause.words[place]
        if not word.isalpha() or not clause.tokens[place].text.islower() or word in NO_EPITHETS:
            break
        if any(v.first <= place <= v.head for v in clause.verbs):
            break
    return edge


def _inserted(clause: Clause, number: int, edge: int, tail: int) -> int:
    """Return the last token of a content round a cue in commas: "The port, she said, would reopen"; else -1."""
    tokens = clause.tokens
    if tail + 1 >= len(tokens) or tokens[edge].text != "," or tokens[tail].text != "," or edge > LONGEST_SUBJECT:
        return -1
    following = next((v for v in clause.verbs[number + 1 :] if v.is_finite and not v.is_infinitive), None)
    if following is None or clause.quoted[following.head] or any(clause.quoted[:edge]):
        return -1
    has_verb = any(v.is_finite and v.head < edge for v in clause.verbs)
    if following.first - tail > (1 if not has_verb else 0) + INSERTED_GAP * has_verb:
        return -1
    opener = tokens[tail + 1].low
    if has_verb and (tokens[0].low not in CONDITIONS or opener in ("and", "but", "which", "who", "as", "when")):
        return -1
    return trim(clause, 0, len(tokens) - 1)


def _is_circumstance(clause: Clause, first: int, edge: int) -> bool:
    """Tell whether a stretch is a clause of time that only opens a sentence: "A day after X resigned, Y said"."""
    opener = next((n for n in range(first, min(first + 4, edge)) if clause.words[n] in TIME_OPENERS), -1)
    if any(time.first - opener in (0, 1) for time in clause.times):
        return False  # "After May we will pay, X said"
    inside = [v for v in clause.verbs if first <= v.head < edge and v.is_finite and not v.is_infinitive]
    return opener >= 0 and len(inside) == 1 and inside[0].first > opener


def _has_verb(clause: Clause, first: int, last: int) -> bool:
    """Tell whether a stretch has a verb; a word in -ed that the lexicon lacks counts as one."""
    if any((v.is_finite or v.is_infinitive) and first <= v.head < last for v in clause.verbs):
        return True
    return any(t.text.islower() and t.low.endswith("ed") and len(t.low) > 4 for t in clause.tokens[first:last])


def _has_unknown_verb(clause: Clause, first: int, last: int) -> bool:
    """Tell whether a short subject and a verb in -ed that the lexicon lacks open a content: "the talks explored"."""
    place = next((n for n in range(first, last) if clause.words[n].endswith("ed")), -1)
    if not first < place <= first + LONGEST_OPENING or any(v.head == place and v.has_auxiliary for v in clause.verbs):
        return False
    subject = clause.words[first:place]
    is_phrase = subject[0] in DETERMINERS | SUBJECT_PRONOUNS or clause.named.at(first) is not None
    is_phrase = is_phrase or (subject[-1].endswith("s") and subject[0] not in PREPOSITIONS)  # "relations soured"
    is_bare = clause.tokens[place].text.islower() and subject[-1] not in DETERMINERS and not subject[-1].endswith("ly")
    return is_phrase and is_bare and PREPOSITIONS.isdisjoint(subject) and "," not in subject


def _before(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read "SPEAKER said (on Monday) (in a statement) (that) CONTENT"."""
    speaker, words = speaker_of(clause, _leading(clause, number))
    if speaker is None or words[0] > verb.head:
        return None
    first, has_that = skip_to_content(clause, number)
    last = content_end(clause, number, first)
    if first > last or is_deed_of_noun(clause, verb, first):
        return None
    if not has_that and not clause.quoted[first] and needs_that(clause, verb, first, last):
        return None
    finite = any((v.is_finite or v.modal) and not v.is_infinitive for v in clause.verbs if first <= v.head <= last)
    is_unknown = not finite and verb.lemma == "say" and _has_unknown_verb(clause, first, last)
    opens_quote = clause.quoted[first]
    if clause.words[first] == "to" and not any(clause.quoted[first : last + 1]):
        is_old = verb.is_perfect and verb.tense == "past"  # "had pledged to lift the ban": no words of the story
        is_vow = verb.lemma in COMMISSIVE and verb.is_finite and not (verb.modal or is_old or speaker.kind == "group")
        return _made_before(clause, verb, first, last, speaker, words) if is_vow else None
    last = _within_relative(clause, verb, last)
    quoted = any(clause.quoted[first : last + 1])
    if has_that or opens_quote:
        return _made_before(clause, verb, first, last, speaker, words)
    if quoted and not (verb.lemma in WEAK_SAYING and verb.lemma not in QUOTING_WEAK and not finite):
        return _made_before(clause, verb, first, last, speaker, words)
    if (end := phrase_end(clause, verb, first, last)) >= first:
        return _made_before(clause, verb, first, end, speaker, words)
    if is_unknown:
        return _made_before(clause, verb, first, last, speaker, words)
    if not finite or is_relative_only(clause, first, last):
        return None
    if not (starts_with_subject(clause, first) or (verb.lemma not in WEAK_SAYING and opens_aside(clause, first))):
        return None
    if _is_coordinated(clause, first, is_weak=verb.lemma in WEAK_SAYING):
        return None
    return _made_before(clause, verb, first, last, speaker, words)


def _within_relative(clause: Clause, verb: Verb, last: int) -> int:
    """Return where a content ends that is told within ", who has said CONTENT, VERB": before the comma behind it."""
    if verb.first < 2 or clause.words[verb.first - 1] != "who" or clause.tokens[verb.first - 2].text != ",":
        return last
    behind = (v.first for v in clause.verbs if verb.head + 1 < v.first <= last and v.is_finite and not v.is_infinitive)
    return next((n - 2 for n in behind if clause.tokens[n - 1].text == "," and not clause.quoted[n - 1]), last)


def _leading(clause: Clause, number: int) -> int:
    """Return the cue from which a joined one goes on, else itself: "X said Y had fired and stressed the need"."""
    verb = clause.verbs[number]
    if verb.first and clause.words[verb.first - 1] in JOINED:
        for earlier in range(number):
            one = clause.verbs[earlier]
            is_cue = one.lemma in SAYING and one.is_finite and not (one.is_passive or clause.quoted[one.head])
            has_own = any(
                one.head < m.first < verb.first and clause.words[m.first - 1] in JOINED for m in clause.mentions
            )
            if is_cue and not has_own and is_coordinate(clause, earlier, number):
                return earlier
    return number


def _is_coordinated(clause: Clause, first: int, *, is_weak: bool) -> bool:
    """Tell whether the first finite verb behind a cue only goes on from it: "recalled its envoy and ordered"."""
    verb = next((v for v in clause.verbs if v.head >= first and v.is_finite and not v.is_infinitive), None)
    if verb is None or verb.first <= first:
        return False
    inserted = any(token.text == "," for token in clause.tokens[first : verb.first - 1])  # "the span, built by X, is"
    return clause.words[verb.first - 1] in ("and", "but", "y") or (
        clause.tokens[verb.first - 1].text == "," and (is_weak or not inserted)
    )


def _made_before(
    clause: Clause, verb: Verb, first: int, last: int, speaker: Actor, words: tuple[int, int]
) -> Attribution:
    """Make the attribution of a cue that stands before its content."""
    return Attribution(
        first, last, verb.first, verb.head, speaker, words, "cue.before", (min(words[0], verb.first), first)
    )
