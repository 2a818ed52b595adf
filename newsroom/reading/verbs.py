"""Know verbs: their forms, and the groups of auxiliaries, negations and heads that stand in a sentence.

No tagger is used. A word is a verb when the lexicon has it in a verbal form and its left neighbour allows a verb; after
an auxiliary any fitting word is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from newsroom.reading.sentences import DAY_OPENERS, SPAN_OPENERS, Token, past_day
from newsroom.reading.verb_forms import (
    AMBIGUOUS,
    HOLDERS,
    NAME_LINKS,
    NOT_ADVERBS,
    closes_quote,
    describes_noun,
    has_article,
    is_counted,
    is_gerund,
    is_manner,
    is_no_verb,
    is_reporting,
    is_told_bare,
    joins_on,
    opens_headline,
    past_adverbs,
    rough_lemma,
)

BE = frozenset("am is are was were be been being 's 're".split())
HAVE, DO = frozenset("have has had having".split()), frozenset("do does did".split())
MODALS = frozenset("will would shall should can could may might must wo ca cannot".split())
NEGATIONS = frozenset("not never n't cannot no neither nor".split())
CONTRACTED = {
    f"{word}n't": word
    for word in "do does did is are was were have has had would could should can might must need".split()
} | {"won't": "will", "can't": "can", "shan't": "shall", "cannot": "can"}
MERELY = frozenset(("only", "just", "merely", "simply", "limited to", "confined to"))  # "not only expelled X but also"
ADVERBS = frozenset(
    "also not never now still already again ever just yet soon then later long so far even always often once well"
    " both all each together formally further no longer today yesterday instead rather first last twice earlier"
    " thus".split()
)
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your any some no each every another both several many"
    " few more most such what which 's ' two three four five six seven eight nine ten eleven twelve first second third"
    " last next recent new".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for from with without about against between among over under after before during since until"
    " into onto through across toward towards despite via amid including following as than like within near".split()
)
SUBJECT_PRONOUNS = frozenset("i you he she it we they who which that".split())
NAME, ADJECTIVE = 1, 2  # what a token that belongs to a mention is
MEANT = frozenset("plans hopes aims needs seeks wants offers threatens vows pledges promises".split())
PEOPLE_TOO = frozenset("another some several many most few".split())  # "Some say"
TOLD = frozenset("said say says told believe fear argue think claim".split())
CLAUSAL = frozenset("says believes thinks claims hopes expects argues insists fears knows alleges wants".split())
AIMED = frozenset("sanctions attacks raids bans curbs".split())  # nouns, where "on" or "against" follows
TEXTS = frozenset("statement letter message tweet post decree order law bill resolution ruling edict".split())
PLURALS = frozenset("people police media men women".split())
BASE_PARTICIPLES, ADJECTIVES = frozenset("come become run overcome".split()), frozenset("willing unwilling".split())
GROUP_OPENERS = MODALS | BE | HAVE | DO | frozenset(CONTRACTED) | {"to"}
AUXILIARIES = MODALS | (BE - {"'s"}) | HAVE | DO
NEXT_VERBS = (AUXILIARIES | TOLD) - {"being", "having"}  # "denies having"
WITH_VERBS = frozenset("says writes stands speaks meets agrees disagrees sides".split())  # "meets with"
NO_SUBJECTS = DETERMINERS | PREPOSITIONS | BE | HAVE | DO | MODALS | frozenset("made no new joint own future".split())
NEVER_HEADS = DETERMINERS | PREPOSITIONS | SUBJECT_PRONOUNS
LASTING = frozenset("for until about more less only longer several two three from over".split())
# What may follow a participle that describes a noun, and verbs behind which it says what somebody is.
REDUCED = frozenset("by in on at since during after from with between under over until off".split())
LINKING = frozenset("remain remains remained stay stays stayed become becomes became get gets got feel felt".split())
FIERCE = frozenset("fierce heavy intense renewed ongoing fresh deadly bitter sporadic bloody".split())
BEFORE_NOUNS = (DETERMINERS | FIERCE) - {"each"}  # "each blaming the other"
NEVER_VERBS = frozenset("following including according regarding concerning depending allies spies".split())
FINITE_FORMS = frozenset("past s base past_or_part".split())


@dataclass(slots=True)
class Verb:
    """Hold a verb group: token range, head, lemma, form, and what the auxiliaries say of it."""

    first: int
    head: int
    lemma: str
    form: str
    is_negated: bool = False
    modal: str = ""
    is_perfect: bool = False
    is_passive: bool = False
    is_infinitive: bool = False
    is_progressive: bool = False
    has_auxiliary: bool = False
    tense: str = ""
    is_sharing: bool = False  # it has the "to" or the modal of the verb before it: "to expel X and close"
    is_finite: bool = field(init=False)  # whether the group can carry a clause of its own

    def __post_init__(self) -> None:
        """Keep at hand what is asked for most."""
        self.is_finite = self.form in FINITE_FORMS or (self.has_auxiliary and not self.is_infinitive)


def find_verbs(tokens: Sequence[Token], forms: dict[str, tuple[str, str]], blocked: Sequence[int]) -> list[Verb]:
    """Return the verb groups of a sentence, left to right; ``blocked`` tokens belong to names."""
    verbs: list[Verb] = []
    behind = 0
    for index, token in enumerate(tokens):
        low = token.low
        if not (low in forms or low in GROUP_OPENERS or low.endswith("ed")) or blocked[index] or index < behind:
            continue
        verb = None if index == behind and describes_noun(tokens, index) else _group_at(tokens, forms, blocked, index)
        if verb is not None:
            verbs.append(verb)
            behind = verb.head + 1
    return verbs


def _group_at(
    tokens: Sequence[Token], forms: dict[str, tuple[str, str]], blocked: Sequence[int], index: int
) -> Verb | None:
    """Return the verb group that starts at ``index``, or ``None``."""
    low = CONTRACTED.get(tokens[index].low, tokens[index].low)
    if low == "may" and index and tokens[index].is_capital:
        return None  # the month
    if low in AUXILIARIES:
        return _auxiliary_group(tokens, forms, blocked, index)
    if low == "to":
        return _infinitive(tokens, forms, blocked, index)
    found = forms.get(low)
    if found and may_be_verb(tokens, index, found[1]):
        form = found[1]
        if form == "past_or_part" and index and tokens[index].is_capital and _is_capital(tokens, index + 1):
            return None  # part of a name: "Revolutionary Armed Forces"
        is_glued = index > 1 and tokens[index - 1].text == "-" and tokens[index - 1].end == tokens[index].start
        if form == "past_or_part" and is_glued and (blocked[index - 2] or tokens[index - 2].low == "so"):
            form = "part"  # "a Swiss-mediated plan"
        if form in ("s", "base") and index and blocked[index - 1] == ADJECTIVE:
            return None
        if found[1] == "part":
            return Verb(index, index, found[0], "part", is_passive=True)
        tense, denied = "past" if form.startswith("past") else "present", _is_never(tokens, index)
        return Verb(index, index, found[0], form, denied, tense=tense)
    if (
        not found
        and low.endswith("ed")
        and len(low) > 4
        and index
        and blocked[index - 1] == NAME
        and tokens[index].text.islower()
    ):
        return Verb(index, index, rough_lemma(low), "past_or_part", tense="past")
    return None


def _is_never(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a verb without auxiliary is denied: "but not yet signed", "never formally recognised"."""
    before = next((n for n in range(index - 1, -1, -1) if not tokens[n].low.endswith("ly")), -1)
    pair = [token.low for token in tokens[max(0, before - 1) : before + 1]]
    closing = ("never", "nor", "not") if tokens[index].low.endswith("ing") else ("never", "nor")  # "by not attending"
    return (bool(pair) and pair[-1] in closing) or pair == ["not", "yet"]


def _infinitive(
    tokens: Sequence[Token], forms: dict[str, tuple[str, str]], blocked: Sequence[int], index: int
) -> Verb | None:
    """Return the group "to (not) do" that starts at ``index``."""
    head, negated = _skip(tokens, index + 1)
    if head >= len(tokens) or blocked[head]:
        return None
    low = tokens[head].low
    if low in ("be", "have"):
        group = _auxiliary_group(tokens, forms, blocked, head)
        return None if group is None else _as_infinitive(group, index, negated)
    found = forms.get(low)
    if not found or found[1] not in ("base", "past_or_part", "past") or found[0] != low:
        return None
    before = tokens[index - 1] if index else None
    negated = negated or bool(before and before.low in NEGATIONS)
    return Verb(index, head, found[0], "base", is_negated=negated, is_infinitive=True)


def _as_infinitive(group: Verb, first: int, negated: bool) -> Verb:
    """Return a group that "to" precedes."""
    denied = negated or group.is_negated
    return replace(group, first=first, is_negated=denied, modal="", is_infinitive=True, has_auxiliary=True, tense="")


def _skip(tokens: Sequence[Token], index: int) -> tuple[int, bool]:
    """Skip adverbs from ``index`` on; return the next place and whether a negation was passed."""
    negated, start = False, index
    while index < len(tokens):
        low = tokens[index].low
        if low in NEGATIONS:
            after = [token.low for token in tokens[index + 1 : index + 3]]
            negated = MERELY.isdisjoint((*after[:1], " ".join(after)))
        elif low in (",", "and") and index > start and tokens[index + 1 : index + 2] and is_manner(tokens, index + 1):
            pass  # "to immediately and unconditionally release"
        elif (low in DAY_OPENERS or low in SPAN_OPENERS) and (behind := past_day(tokens, index)) > index:
            index = behind - 1  # "will, on Monday, May 20, meet"
        elif not (low in ADVERBS or low == "since" or (low.endswith("ly") and low not in NOT_ADVERBS)):
            break
        index += 1
    return index, negated


def _auxiliary_group(
    tokens: Sequence[Token], forms: dict[str, tuple[str, str]], blocked: Sequence[int], first: int
) -> Verb | None:
    """Return the group that the auxiliary at ``first`` opens; a lone auxiliary is its own head."""
    chain: list[str] = []
    negated, index, last = bool(first and tokens[first - 1].low == "never"), first, first  # "never did sign"
    while index < len(tokens) and not blocked[index]:
        raw = tokens[index].low
        low = CONTRACTED.get(raw, raw)
        if not (low in MODALS or low in BE or low in HAVE or low in DO) or low == "'s":
            break
        chain.append(low)
        negated = negated or (raw in CONTRACTED and raw != low)
        last = index
        index, passed = _skip(tokens, index + 1)
        negated = negated or passed
    head = _head_after(tokens, forms, blocked, index, chain)
    return _make_group(tokens, forms, first, last, head, chain, negated)


def _head_after(
    tokens: Sequence[Token], forms: dict[str, tuple[str, str]], blocked: Sequence[int], index: int, chain: list[str]
) -> int | None:
    """Return the place of the head that the chain of auxiliaries asks for, or ``None``."""
    if index >= len(tokens) or blocked[index] or not tokens[index].is_word:
        return None
    low, final = tokens[index].low, chain[-1]
    form = forms.get(low, ("", ""))[1]
    if final in BE:
        is_like = not form and low.endswith(("ing", "ed")) and low not in ADJECTIVES
        fits = (is_like or form in ("part", "past_or_part", "ing")) and tokens[index - 1].low != "no"  # "no fighting"
    elif final in HAVE:
        fits = form in ("part", "past_or_part") or low in BASE_PARTICIPLES or (not form and low.endswith("ed"))
    else:
        fits = form == "base" or (bool(form) and forms[low][0] == low)
        fits = fits or (not form and low.isalpha() and low not in NEVER_HEADS and final not in DO)
    return index if fits else None


def _make_group(
    tokens: Sequence[Token],
    forms: dict[str, tuple[str, str]],
    first: int,
    last: int,
    head: int | None,
    chain: list[str],
    negated: bool,
) -> Verb:
    """Build the group from its chain of auxiliaries and its head."""
    modal = next((word for word in chain if word in MODALS), "")
    tense = "past" if chain[0] in ("was", "were", "had", "did") else "present"
    if head is None:
        lemma = "be" if chain[-1] in BE else "have" if chain[-1] in HAVE else "do"
        lemma = lemma if chain[-1] not in MODALS else chain[-1]
        is_perfect = len(chain) > 1 and chain[-2] in HAVE
        return Verb(first, last, lemma, "aux", negated, modal, is_perfect, has_auxiliary=True, tense=tense)
    low = tokens[head].low
    unknown = "ing" if low.endswith("ing") else "part" if low.endswith("ed") else "base"
    lemma, form = forms.get(low, (rough_lemma(low), unknown))
    passive = chain[-1] in BE and form != "ing"
    is_participle = chain[0] in ("having", "being")
    return Verb(
        first,
        head,
        lemma,
        "ing" if is_participle else form,
        negated,
        modal,
        any(word in HAVE for word in chain),
        passive,
        is_progressive=chain[-1] in BE and form == "ing",
        has_auxiliary=not is_participle,
        tense="" if is_participle else tense,
    )


def may_be_verb(tokens: Sequence[Token], index: int, form: str) -> bool:
    """Tell by its neighbours whether a word that could be a verb is one."""
    before = tokens[index - 1].low if index else ""
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if (
        tokens[index].low in NEVER_VERBS
        or (before in BE and form in ("base", "s"))  # "is open to talks"
        or is_no_verb(before, tokens[index].low, after)
        or (form.startswith("past") and is_counted(tokens, index))
        or (form == "s" and after in NEXT_VERBS and tokens[index].low not in CLAUSAL)  # "but witnesses said"
        or (tokens[index].low == "last" and not (after in LASTING and before.endswith("s")))  # no "diplomats last week"
    ):
        return False
    if (
        before in DETERMINERS
        and before not in ("that", "this", "which", "both")
        and not _is_of_each(tokens, index, before)
        and not (before in PEOPLE_TOO and tokens[index].low in TOLD)
        and not closes_quote(tokens, index - 1)
    ):
        return (form.startswith("past") and before in ("first", "last", "two")) or False
    if form == "ing" and index and tokens[index].is_capital and before not in ('"', "“", "'", "”", ":", ","):
        return False  # part of a title: "Memorandum of Understanding"
    is_told = before.endswith("ly") or before in TEXTS  # "a decree pardoning four spies"
    if form == "ing" and has_article(tokens, index) and not is_told:
        return False  # "a brief meeting"
    if form == "ing":
        is_free = before not in BEFORE_NOUNS or closes_quote(tokens, index - 1)
        return is_free and not is_gerund(tokens[index].low, before, after)
    if form.startswith(("past", "part")):
        if form == "part":
            return after in REDUCED and _describes(tokens, index)
        return before not in PREPOSITIONS or before in ("after", "before", "since", "that", "as", "than")
    is_meant = after == "to" and tokens[index].low in MEANT and _is_singular_noun(tokens, index - 1)
    is_held = before in HOLDERS or (tokens[index].low in CLAUSAL and _is_singular_noun(tokens, index - 1))
    is_held = is_held and (_is_capital(tokens, index + 1) or after in DETERMINERS or after == "about")
    if form == "s" and (is_meant or is_held or is_reporting(tokens, index)):  # "the foreign minister visits Chile"
        return True
    if (
        form == "s"
        and tokens[index].low in AMBIGUOUS
        and not (before in SUBJECT_PRONOUNS or (before == "and" and after in ("the", "its", "his", "her", "their")))
        and not (tokens[index - 1 if index else 0].is_capital and not joins_on(tokens, index - 2))
    ):  # also "the Kenya-Uganda talks"
        return False
    is_of = after in ("by", "of", "between") or (after in ("on", "against") and tokens[index].low in AIMED)
    if tokens[index].low in AMBIGUOUS and (is_of or has_article(tokens, index)):
        return False
    is_named = before in ("'s", "-", "and", "or") and form == "s" and after in ("of", "with")
    if is_named or (before in PREPOSITIONS and before != "than"):
        return False
    if form == "base":
        is_wished = index > 1 and tokens[index - 1].is_capital and tokens[index - 2].low == "that"  # "that Chile pay"
        is_wished = is_wished or _is_of_each(tokens, index, before) or is_told_bare(tokens, index)
        held = past_adverbs(tokens, index)  # "Peru and Chile often accuse each other"
        return is_wished or _is_led(tokens, held, tokens[max(0, held - 1)].low) or _is_plural(tokens, held - 1)
    is_with = after == "with" and [token.low for token in tokens[index + 2 : index + 3]] != ["reference"]
    is_noun = (is_with or after in ("of", "between")) and tokens[index].low not in WITH_VERBS
    return not (is_noun or before.endswith("'")) and _is_nominal(tokens, index - 1)


def _is_led(tokens: Sequence[Token], index: int, before: str) -> bool:
    """Tell whether a pronoun is the subject of a bare verb: "they claim", no "rejected that claim", "this issue"."""
    return before in SUBJECT_PRONOUNS and before != "this" and (before != "that" or _is_plural(tokens, index - 2))


def _describes(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a participle without auxiliary can describe the noun before it: "the ties broken in 2016"."""
    before = tokens[index - 1] if index else tokens[index]
    if before.text == "," and index > 1:
        before = tokens[index - 2]
    low = before.low
    return low.isalpha() and not low.endswith("ly") and low not in NO_SUBJECTS | ADVERBS | LINKING | SUBJECT_PRONOUNS


def _is_of_each(tokens: Sequence[Token], index: int, before: str) -> bool:
    """Tell whether "each" belongs to those named before: "Peru and Chile each accuse", "Both fired, each blaming"."""
    if before != "each" or [token.low for token in tokens[index + 1 : index + 3]] == ["the", "other"]:
        return before == "each"  # "Each blames the other"
    return index > 1 and (_is_plural(tokens, index - 2) or tokens[index].low.endswith("ing"))


def _is_capital(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a token stands at a place and is written with a capital."""
    return index < len(tokens) and tokens[index].is_capital


def _is_plural(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the token looks like a plural noun or a joint subject."""
    if index < 0:
        return False
    token = tokens[index]
    if token.low.endswith("s") and not token.low.endswith(("ss", "'s", "this")):
        return index < 1 or tokens[index - 1].low not in ("a", "an")  # "an arms embargo"
    if token.low in PLURALS or (token.low.endswith(("men", "dren")) and len(token.low) > 5):
        return tokens[index + 1].low != "free"  # "set the fishermen free"
    first = index
    while first and (tokens[first].is_capital or tokens[first].low in NAME_LINKS):
        first -= 1
    joined = {tokens[place].low for place in range(max(0, min(first, index - 4)), index)}
    return token.is_capital and ("and" in joined or opens_headline(tokens, first, PREPOSITIONS))


def _is_singular_noun(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the token looks like the singular noun that ends a subject: "the foreign minister plans to"."""
    low = tokens[index].low if index >= 0 else ""
    return low.isalpha() and len(low) > 2 and not low.endswith(("ed", "s", "ing", "ly")) and low not in NO_SUBJECTS


def _is_nominal(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the token can end a subject: a name, a noun, a pronoun, a closing mark or comma."""
    if index < 0:
        return False
    token = tokens[index]
    return token.is_capital or token.low in SUBJECT_PRONOUNS or token.text in ')"”’,“‘«' or token.low.isalpha()
