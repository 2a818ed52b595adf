"""Cut text into tokens and sentences, keeping every offset.

Tokens are made by one regular expression without nested repetition; sentences by one pass over the tokens, so both
take time linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from newsroom.reading.verb_forms import irregular_forms

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TOKEN = re.compile(
    r"(\s*)"  # what stands before the token
    r"((?:EE|RR|FF|DD)\. ?(?:UU|EE|AA|HH)\."  # EE. UU., RR.EE.: plurals of Spanish initials
    # re-opened, co-operation, which are folded to "reopened", "cooperation"; any other hyphen parts words.
    r"|(?:[Rr]e-|[Cc]o-(?=op|ord))[a-z]{3,}(?![\w'’])"
    # Two letters or more of ASCII, or of any script, as most tokens are: the general form of words, below, would find
    # the same.
    rf"|[A-Za-z]{{2,}}+(?![\w'’{INVISIBLE}\u0300-\u036f])"
    rf"|[^\W\d_]{{2}}[^\W_]*+(?![{INVISIBLE}\u0300-\u036f])(?:['’](?!(?:s|ll|ve|re|m)(?!\w))[^\W\d_]+)?"
    rf"|(?:[^\W\d_]\.){{2,9}}"  # U.S., U.N.
    rf"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?!\w)"  # 50, 1,500, 20:30, 22nd
    rf"|['’](?:s|ll|ve|re|m)(?!\w)"
    rf"|(?:[^\W_]|[{INVISIBLE}\u0300-\u036f])+(?:['’](?!(?:s|ll|ve|re|m)(?!\w))[^\W\d_]+)?"
    rf"|\S)",
    re.UNICODE,
)
# What a day is named with that parts an auxiliary from its verb: "will on Monday, May 20, confer with".
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december today tomorrow yesterday tonight week month year morning afternoon evening"
    " night weekend".split()
)
DAY_OPENERS = frozenset("on this next last later earlier late early , in".split())
# What opens a remark that parts an auxiliary from its verb: "did not, as had been reported, sign".
REMARKING, ASIDE_REACH = frozenset("however as contrary indeed therefore though despite unlike moreover".split()), 8
SPAN_OPENERS = frozenset("in over during within for".split())
SPANNED = frozenset("last past recent previous coming next few several couple of or so".split())
SPANS = frozenset("hours days weeks months years decades hour day week month year decade".split())
INITIALS = 2  # letters that stand for a first name
SPAN_REACH = 3  # "last three", "past few", "last couple of"
DAY_REACH = 8  # tokens that such a day may take
# Verbs that are cut short behind a pronoun; "'s" is two words, which what follows tells apart; so is "'d", which stays.
SHORT = {"'ll": "will", "'ve": "have", "'re": "are", "'m": "am"}
CURRENCIES, SUM = frozenset("$ € £ ¥ euros dollars pounds yen".split()), re.compile(r"\d+(?:m|mn|mln|bn|tn)")
SHORTENING = frozenset("he she it who that there what here".split())
PARTICIPLES = frozenset(
    form for forms in irregular_forms().values() for form, name in forms.items() if name in ("part", "past_or_part")
)
ALWAYS_ACTIVE = frozenset("agreed been become begun come gone had happened made met said spoken".split())
BEHIND_PASSIVE = frozenset("as at by in on that to".split())
ABBREVIATIONS = frozenset(
    "mr mrs ms dr gen lt col maj sgt capt adm sen rep gov hon prof st jr sr no vs inc corp ltd co messrs rev amb"
    " brig cmdr cpl jan feb mar apr jun jul aug sept sep oct nov dec"
    " mt ft sra dra art núm approx dept engr smt sh".split()
)
# Initials of more than one letter, one sound in another script; the last ones are family names too, unless glued.
LONG_INITIALS, GLUED_INITIALS = frozenset("ts ch sh kh zh dz dj lkh tsh".split()), frozenset("yu ya ye yo".split())
OPENERS_AFTER_ABBREVIATION = frozenset(
    "the a an he she it they we i this that these those in on at but and after before meanwhile his her its their"
    " according earlier last when while as for if however both there"
    " el la los las por tras segun ademas tambien".split()
)
LONGEST_SENTENCE = 250  # no prose goes on longer; the bound keeps every look round a token cheap
CLOSING = frozenset("\"'”’»)]")
OPENING = frozenset("\"'`“‘«([")
STOPS = frozenset(".!?…")


@dataclass(slots=True, eq=False)
class Token:
    """Hold one token: its words as they stand, their folded form, its offsets, and what its first character is."""

    text: str
    low: str
    start: int
    end: int
    is_word: bool
    is_capital: bool


@dataclass(slots=True)
class Sentence:
    """Hold a sentence as a run of tokens of one paragraph."""

    tokens: tuple[Token, ...]
    paragraph: int
    first_of_paragraph: bool
    words: list[str] = field(init=False)  # the folded form of each token

    def __post_init__(self) -> None:
        """Keep the words at hand."""
        self.words = [token.low for token in self.tokens]
        if not CURRENCIES.isdisjoint(self.words):  # "$5m", "€2.5bn"
            self.words = ["million" if SUM.fullmatch(word) else word for word in self.words]

    @property
    def start(self) -> int:
        """Return the offset of its first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Return the offset behind its last character."""
        return self.tokens[-1].end


def places_of(words: Sequence[str], wanted: Container[str]) -> list[int]:
    """Return where words of a set stand."""
    return [place for place, word in enumerate(words) if word in wanted]


@lru_cache(maxsize=20000)
def fold(text: str) -> str:
    """Return ``text`` in lower case without accents, invisible characters and typographic apostrophes."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(dict.fromkeys(map(ord, INVISIBLE))))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace("’", "'").replace("ı", "i")


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]`` with offsets into ``text``."""
    tokens: list[Token] = []
    add, make, facts, last = tokens.append, Token.__new__, _facts, start
    for gap, words in TOKEN.findall(text[start:end].rstrip()):
        token = make(Token)  # Token(…) takes three times as long
        token.text, token.low, token.is_word, token.is_capital = facts(words)
        token.start = last + len(gap)
        token.end = last = token.start + len(words)
        add(token)
    return tokens


@lru_cache(maxsize=20000)
def _facts(words: str) -> tuple[str, str, bool, bool]:
    """Return one string for all tokens of these words, the folded form, and what the first character is."""
    low = fold(words)
    low = SHORT.get(low, low)
    if low.startswith(("re-", "co-")):
        low = low.replace("-", "")
    elif ". " in low:
        low = low.replace(" ", "")
    return words, low, low[:1].isalnum(), words[:1].isupper() or words[:1].istitle()


def split_sentences(
    text: str, start: int, end: int, paragraph: int, protected: Sequence[tuple[int, int]] = ()
) -> list[Sentence]:
    """Return the sentences of ``text[start:end]``; none ends inside a protected (quoted) stretch."""
    tokens = tokenize(text, start, end)
    sentences: list[Sentence] = []
    first = 0
    guard = iter(sorted(protected))
    shield = next(guard, None)
    # Nothing ends with a plain word; in a long paragraph every token counts, for a sentence is cut when it is too long.
    is_long = len(tokens) > LONGEST_SENTENCE
    for index, token in enumerate(tokens):
        if token.is_word and token.text[-1] != "." and not (is_long and index - first >= LONGEST_SENTENCE):
            continue
        if token.low == "'s" and index and tokens[index - 1].low in SHORTENING:
            token.low = _spelled_out(tokens, index)
        while shield is not None and shield[1] <= token.start:
            shield = next(guard, None)
        inside = shield is not None and shield[0] <= token.start < shield[1] and token.end < shield[1]
        if inside and index - first < LONGEST_SENTENCE:
            continue
        if index - first >= LONGEST_SENTENCE or _ends_sentence(text, tokens, index):
            sentences.append(Sentence(tuple(tokens[first : index + 1]), paragraph, not sentences))
            first = index + 1
    if first < len(tokens):
        sentences.append(Sentence(tuple(tokens[first:]), paragraph, not sentences))
    return sentences


def _spelled_out(tokens: Sequence[Token], index: int) -> str:
    """Return which verb "'s" behind a pronoun is: "who's met her" has, "it's expected to", "she's leaving" is."""
    behind = [token.low for token in tokens[index + 1 : index + 4]]
    if behind[:1] in (["already"], ["also"], ["just"], ["never"], ["not"], ["now"]):
        del behind[0]
    participle, follower = [*behind, "", ""][:2]
    if participle in ALWAYS_ACTIVE:
        return "has"
    is_participle = participle in PARTICIPLES or participle.endswith("ed")
    return "has" if is_participle and follower.isalpha() and follower not in BEHIND_PASSIVE else "is"


def _ends_sentence(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a sentence ends with the token at ``index``."""
    token = tokens[index]
    follower = tokens[index + 1] if index + 1 < len(tokens) else None
    if follower is None:
        return False
    if token.text in CLOSING:
        place = index - 1 - (index > 1 and token.text == tokens[index - 1].text == "'")  # two apostrophes make one mark
        before = tokens[place] if index else None
        if follower.text in "-–—":
            return False  # the dash of a signature
        is_glued = before is not None and before.end == token.start and follower.is_capital and len(follower.text) > 2
        is_parted = is_glued or _is_apart(token, follower)  # 'a "plot."Chile said'
        return bool(before and before.text in STOPS and _starts_sentence(follower) and is_parted)
    if token.text in STOPS:
        if follower.text in CLOSING and not _is_apart(token, follower):
            return False
        return _starts_sentence(follower) and _is_stop(tokens, index, follower)
    if "." in token.text and len(token.text) > 3 and token.text.endswith("."):
        return follower.low in OPENERS_AFTER_ABBREVIATION and follower.is_capital
    return False


def _is_stop(tokens: Sequence[Token], index: int, follower: Token) -> bool:
    """Tell whether the full stop at ``index`` ends a sentence and no abbreviation or initial."""
    if tokens[index].text != "." or index == 0:
        return True
    before = tokens[index - 1]
    if before.end != tokens[index].start:
        return True
    if follower.text[:1].isdigit() and before.text[-1:].isdigit() and not _is_apart(tokens[index], follower):
        return False  # "16.6bn"
    if len(before.text) <= INITIALS and before.text.istitle() and not _is_apart(tokens[index], follower):
        return False  # "Ts.Tsolmon", "Yu.Ivanova"
    if before.low in ABBREVIATIONS and (before.is_capital or before.low in ("vs", "no")):
        return False
    if is_long_initial(before) or (before.low in GLUED_INITIALS and not _is_apart(tokens[index], follower)):
        return not (before.is_capital and follower.is_capital)
    return not (len(before.text) == 1 and before.text.isupper() and before.text != "I" and follower.is_capital)


def is_long_initial(token: Token) -> bool:
    """Tell whether a token can be an initial of more than one letter: "Ts. Tsolmon", "Kh.Battulga"."""
    return token.low in LONG_INITIALS and token.is_capital and not token.text.isupper()


def _starts_sentence(token: Token) -> bool:
    """Tell whether a sentence can start with ``token``."""
    return token.is_capital or token.text in OPENING or token.text[:1].isdigit() or token.text in "•-–—¿¡*"


def past_day(tokens: Sequence[Token], index: int) -> int:
    """Return the place behind the words of a day that start at ``index``: ", on Monday, May 20,"; else ``index``."""
    place, is_day = index, False
    while place < min(len(tokens), index + DAY_REACH):
        low = tokens[place].low
        if not (low in DAYS or low in DAY_OPENERS or low[:1].isdigit()):
            break
        is_day, place = is_day or low in DAYS, place + 1
    return place if is_day else max(_past_span(tokens, index), _past_aside(tokens, index))


def _past_aside(tokens: Sequence[Token], index: int) -> int:
    """Return the place behind a remark in commas that starts at ``index``: ", however,"; else ``index``."""
    words = [token.low for token in tokens[index : index + ASIDE_REACH]]
    end = words.index(",", 1) if words[:1] == [","] and "," in words[1:] else 0
    return index + end + 1 if end > 1 and words[1] in REMARKING else index


def _past_span(tokens: Sequence[Token], index: int) -> int:
    """Return the place behind a span of time that starts at ``index``: "in the last three months"; else ``index``."""
    start = index + (tokens[index].text == "," if index < len(tokens) else 0)
    words = [token.low for token in tokens[start : start + DAY_REACH]]
    if not words or words[0] not in SPAN_OPENERS:
        return index
    end = next((n for n, low in enumerate(words) if low in SPANS), 0)
    inner = [low for low in words[1:end] if low not in ("the", "a")]
    is_long = words[0] == "for" and end == 1 and words[1].endswith("s")  # "for years"
    if not is_long and (not inner or inner[0] not in SPANNED or len(inner) > SPAN_REACH):
        return index
    return start + end + 1 + (words[end + 1 : end + 2] == [","] == [tokens[index].text])


def _is_apart(token: Token, follower: Token) -> bool:
    """Tell whether white space stands between two neighbouring tokens."""
    return follower.start > token.end
