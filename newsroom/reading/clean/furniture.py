"""Tell the lines of a page that are no part of the story, each with its reason.

Every pattern is an alternation of fixed words at a fixed place; none nests a repetition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newsroom.reading.clean.stamps import stamp_days
from newsroom.reading.dates import find_times
from newsroom.reading.sentences import fold, tokenize

PHOTO = re.compile(
    r"(?:(?:file photo|photo|image|picture|photograph|foto|imagen|caption|video|watch|in pictures"
    r"|graphic)\b\W*(?:$|[:|])|file photo\b|image source"
    r"|(?:in )?this (?:file |undated |handout |pool )?(?:photo|image|picture|photograph)\b)",
    re.IGNORECASE,
)
PHOTO_INSIDE = re.compile(
    r"photograph:|\bphoto:|\(photo\b|\bphoto by\b|\bphoto/|/file photo|getty images|\breuters/[a-z]|\bafp/"
    r"|\(xinhua/|\bepa/"
    r"|\bap photo\b|\bvia ap\b|\bvia reuters\b|\bcourtesy of\b|\bshutterstock\b|\(file\)$"
    r"|\(r\) (?:shakes|meets|poses)|\[(?:ap|afp|reuters|xinhua|kyodo|getty)\]\W*$",
    re.IGNORECASE,
)
# Each of the patterns above holds one of these; to look for them first is ten times faster.
PHOTO_HINTS = (
    "]",
    "photo",
    "getty",
    "reuters",
    "afp/",
    "xinhua/",
    "epa/",
    "via ap",
    "courtesy",
    "shutterst",
    "(file)",
    "(r)",
)
PROMOTION = re.compile(
    r"^(?:©|\(c\)\s*20|the post\b.{3,200}\bappeared first on\b"
    r"|this (?:post|article|story|piece) (?:was|is) (?:syndicated|republished|(?:originally|first) published)\b"
    r"|support\b.{1,40}\bor (?:become|subscribe|donate)\b)"
    r"|^(?:follow us|follow our|sign up|subscribe|don[’']t miss|download|click here|join our|join us"
    r"|get (?:the|our|st's)|"
    r"register|log in|support (?:us|our|up)|become (?:a|our)|donate|listen to|stay (?:informed|updated|tuned)|like us|"
    r"for more|to read|to continue|continue reading|already a (?:subscriber|member)|want more|enter your e-?mail"
    r"|(?:article|story) continues|read the full|this article is more than|s[ií]guenos|suscr[ií]bete|reg[ií]strate"
    r"|descarga|similar news|you can also read|you(?: are|[’']re) (?:subscribed|receiving)|"
    r"[uú]nete|your email address|required fields|all rights reserved|copyright|we use cookies|"
    r"this website uses|share (?:this|on|via)|send us|have a (?:story|tip)|contact us|our standards)\b",
    re.IGNORECASE,
)
MARKER = re.compile(
    r"^\W*(?:next in\b.{0,40}|others? also read|(?:also |please )?read(?: more| also| next)?(?: on)?"
    r"|more (?:news|stories|on this story|"
    r"from\b.{0,40}|in\b.{0,40}|top stories|like this)|latest(?: news| stories| headlines)?"
    r"|related(?: articles?| stories| topics| news| posts| links"
    r"| content| coverage)?|most (?:read|popular|viewed|shared)|trending(?: now)?|recommended(?: for you| stories)?|"
    r"you (?:may|might) also (?:like|be interested in)|see also|also in\b.{0,40}|up next|editors?[’']? picks?"
    r"|top stories|"
    r"tags?|topics?|categories|share this|share button|next story|previous story|advertisement|newsletters?|"
    r"organizations in this story|popular|don[’']t miss|in case you missed it|"
    r"lea tambi[eé]n|te puede interesar|noticias relacionadas|m[aá]s le[ií]d[ao]s|m[aá]s noticias"
    r"|tambi[eé]n te puede interesar|etiquetas"
    r")\W*$",
    re.IGNORECASE,
)
OF_DOCUMENT = re.compile(  # what a page says of a text: "(Provisional translation)", "Check against delivery"
    r"^\W*(?:(?:this|the following|what follows)(?: \w+)? (?:is|was) )?(?:an? |the )?"
    r"(?:unofficial|non-official|provisional|courtesy|informal|unedited|rough|machine|working) (?:[A-Z]\w+ )?"
    r"(?:translation|transcript|transcription)\b|^\W*(?:please )?check against delivery\b",
    re.IGNORECASE,
)
FURTHER = re.compile(r"^\W*(?:read (?:more|the full (?:story|article))|full story|leer m[aá]s)\W*$", re.IGNORECASE)
TAIL = re.compile(
    r"^\W*(?:leave a reply|leave a comment|comments?(?: \(\d+\))?|post a comment|comentarios)\W*$", re.IGNORECASE
)
INLINE_RELATED = re.compile(
    r"^(?:also read|read also|read more|read|more|see also|related|watch|listen|lea tambi[eé]n|lee tambi[eé]n"
    r"|ver tambi[eé]n|must read|tags|topics|filed under|etiquetas|temas)\s*[:|–-]\s*\S",
    re.IGNORECASE,
)
# "Update: …" is a headline of another story, unless it is long enough for a sentence.
UPDATE, LONGEST_UPDATE = re.compile(r"^updated?\s*[:|–-]\s*\S", re.IGNORECASE), 12
NAVIGATION = re.compile(
    r"^\W*(?:skip to\b.*|home|menu|search|share|print|email|copy link|facebook|twitter|whatsapp|"
    r"telegram|linkedin|loading.*|show more|read more|close|image|photo|advertisement|sponsored)\W*$",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"^[(\[]?\s*(?:\(?reporting by|\(?additional reporting|\(?writing by|\(?editing by|\(?compiled by"
    r"|with inputs? from|"
    r"with reporting by|con informaci[oó]n de|\(?reporte de|\(?editado por|first published)\b"
    r"|^source:.{0,60}\beditors?:|^editors?:|^source: [\w .]{2,30}$",
    re.IGNORECASE,
)
BYLINE = re.compile(r"^(?:by|published by|written by|posted by|por|publicado por|from our)\s+[^\W\d_]", re.IGNORECASE)
PUBLISHED = re.compile(
    r"^\W*(?:posted|published|updated|last updated|first published|created|modified|publicado|actualizado|issued on"
    r"|publi[eé]e? le|mis à jour|ver[öo]ffentlicht|aktualisiert|stand|pubblicato|aggiornato|opublikowano|aktualizacja"
    r"|publicerad|uppdaterad|publisert|oppdatert|opdateret|julkaistu|päivitetty|gepubliceerd|опубликовано|обновлено"
    r"|yayınlanma|güncelleme|publicat)\b"
    r"[^.!?]{0,80}\d",
    re.IGNORECASE,
)
STAMP = re.compile(r"\|[^|\n]{0,80}(?:updated|created|published|posted)\s*:[^\n]*$", re.IGNORECASE)
BULLET = re.compile(r"^\s*(?:[•·▪◦*‣]|[-–]\s)\s*")
LABEL = re.compile(
    r"^(?:source|quote|details|background|why it matters|context|reference|note|literally)\s*:", re.IGNORECASE
)
TERMINAL = re.compile(
    r"[.!?…:;][\"'”’»)\]]*$|[\"”»]$|\.\s*[A-Z]{2,12}$|\.\s*\([A-Z][\w /]{1,20}\)$"
    # How agencies close: "(end)", "- Agencies", "###".
    r"|[.”\"]\s*(?:\((?:end|ends|more|ENDS?)\)|[—–―-]{1,2}\s?[A-Z][\w /]{1,24}|#{2,3}|-\s?[Ee]nds?\s?-)$"
)
SIGNED = re.compile(r"[\"”»]\s?[—–―-]\s?[A-Z][^.!?\"“]{2,60}$")
LONGEST_MARK = 40  # letters of a line that is only an agency's name
LONGEST_BYLINE = 16  # words
LONGEST_STAMP = 8  # words of a line that holds a date in any language, and little else
NOTE_HINTS = ("ollow h", "ollow them", "ollow me", "reach", "Reach", "ontact", "mail")
AUTHOR_NOTE = re.compile(
    r"\b(?:[Ff]ollow|[Rr]each|[Cc]ontact|[Ee]-?mail) (?:her|him|them|me)\b[^.]{0,40}@"
    r"|(?:^|[.!] )(?:Follow|Contact|E-?mail) (?:her|him|them|me) (?:on|at)\b|\bcan be reached at \S{1,40}@"
)
CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b(?:am|pm|gmt|ist|est|edt|utc|cet|bst|hrs)\b", re.IGNORECASE)


@dataclass(slots=True)
class Line:
    """Hold one line of the paste with its offsets, and the reason why it is left out (empty while it is kept).

    ``is_section`` marks a heading that says when what follows took place, ``is_turn`` what one of two says in turn.
    """

    text: str
    start: int
    end: int
    reason: str = ""
    is_section: bool = False
    is_turn: bool = False
    words: int = field(init=False)
    ends_like_prose: bool = field(init=False)

    def __post_init__(self) -> None:
        """Count the words, and see once whether the line ends as a sentence does."""
        self.words = len(self.text.split())
        tail = self.text[-90:]
        self.ends_like_prose = TERMINAL.search(tail.rstrip()[-40:]) is not None or SIGNED.search(tail) is not None

    @property
    def is_prose(self) -> bool:
        """Tell whether the line looks like a paragraph of a story."""
        return (self.words >= 6 and self.ends_like_prose) or self.words >= 28

    @property
    def is_label(self) -> bool:
        """Tell whether the line is part of a brief: "Source: …", "Quote: …", "Background:"."""
        return LABEL.match(self.text) is not None


def classify(line: Line) -> str:
    """Return the reason to leave out the line by its own words, or an empty string."""
    text = line.text
    bare = BULLET.sub("", text)
    if TAIL.match(bare):
        return "comments"
    if line.is_label and not CREDIT.match(text):
        return ""
    if MARKER.match(bare):
        return "label"
    if NAVIGATION.match(bare):
        return "navigation"
    if CREDIT.match(bare) and (line.words < 60 or text.startswith("(")):
        return "credit line"
    if line.words < 30 and OF_DOCUMENT.match(bare):
        return "label"
    is_related = INLINE_RELATED.match(bare) or (line.words < LONGEST_UPDATE and UPDATE.match(bare))
    if is_related and line.words < 30 and not text.rstrip().endswith((".", '"', "”")):
        return "related headline"
    if is_agency_mark(bare):
        return "credit line"
    if line.words < 70 and is_photo_caption(text):
        return "photo caption"
    if PROMOTION.match(bare) and line.words < 30:
        return "promotion"
    if line.words < 70 and any(map(bare.__contains__, NOTE_HINTS)) and AUTHOR_NOTE.search(bare):
        return "author's note"
    if is_byline(bare):
        return "byline"
    if is_page_date(bare):
        return "page date"
    return ""


AGENCIES = {
    "reuters": "Reuters",
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "xinhua": "Xinhua",
    "tass": "TASS",
    "interfax": "Interfax",
    "pti": "PTI",
    "ani": "ANI",
    "ians": "IANS",
    "dpa": "dpa",
    "efe": "EFE",
    "anadolu": "Anadolu",
    "aa": "Anadolu",
    "kyodo": "Kyodo",
    "yonhap": "Yonhap",
    "upi": "UPI",
    "bloomberg": "Bloomberg",
    "ansa": "ANSA",
    "petra": "Petra",
    "wafa": "WAFA",
    "irna": "IRNA",
    "spa": "SPA",
    "ilkha": "ILKHA",
    "bernama": "Bernama",
    "apa": "APA",
    "sputnik": "Sputnik",
    "ria novosti": "RIA Novosti",
    "ukrinform": "Ukrinform",
    "notimex": "Notimex",
    "europa press": "Europa Press",
    "ndtv": "NDTV",
    "cna": "CNA",
    "unb": "UNB",
    "app": "APP",
    "mena": "MENA",
    "qna": "QNA",
    "wam": "WAM",
    "kuna": "KUNA",
    "bna": "BNA",
    "antara": "ANTARA",
    "vna": "VNA",
    "kcna": "KCNA",
    "knight ridder": "Knight Ridder",
    "voa": "VOA",
    "rfe/rl": "RFE/RL",
}


def is_photo_caption(text: str) -> bool:
    """Tell whether the line credits a picture or announces one."""
    if PHOTO.match(text):
        return True
    low = text.lower()
    return any(map(low.__contains__, PHOTO_HINTS)) and PHOTO_INSIDE.search(text) is not None


def is_agency_mark(text: str) -> bool:
    """Tell whether the line is only the name of an agency: "(ANI)", "Associated Press"."""
    return len(text) <= LONGEST_MARK and fold(text).strip(" ()[]-–—.") in AGENCIES


def is_byline(text: str) -> bool:
    """Tell whether the line names those who wrote it."""
    if not BYLINE.match(text) or text.endswith((".", "?", "!")):
        return False
    words = text.split()
    names = [word for word in words[1:] if word[:1].isupper()]
    return len(words) <= LONGEST_BYLINE and 2 * len(names) >= len(words) - 1


def is_page_date(text: str) -> bool:
    """Tell whether the line is nothing but a date, perhaps with a name glued before it."""
    if len(text) > 160 or not any(map(str.isdigit, text)):
        return False
    if PUBLISHED.match(text) and len(text.split()) <= 16:
        return True
    if text.rstrip().endswith("."):
        return False
    tokens = tokenize(text)
    found = [one for one in find_times(tokens) if one.kind == "day" and one.year]
    if not found:
        return len(text.split()) <= LONGEST_STAMP and bool(stamp_days(text))
    covered = sum(one.last - one.first + 1 for one in found)
    rest = [token for token in tokens if token.is_word and not token.low[:1].isdigit() and not CLOCK.match(token.text)]
    known = sum(
        1
        for one in found
        for token in tokens[one.first : one.last + 1]
        if token.is_word and not token.low[:1].isdigit()
    )
    return covered * 2 >= len(tokens) - 6 and len(rest) - known <= 4
