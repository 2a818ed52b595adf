"""Check what a row of speech asks of a verb: somebody is asked, something is refused, offered or pledged."""

from __future__ import annotations

from itertools import pairwise

from newsroom.reading.acts.words import ACCUSED, DIPLOMATS, FORCE, GIVEN, HARSH, MISSIONS, REFUSED, SANCTIONS
from newsroom.reading.analysis import Clause
from newsroom.reading.asides import behind_aside
from newsroom.reading.events.answering import DUTIES, is_asked_of_state, is_denied_by
from newsroom.reading.events.modality.decided import has_measure_behind
from newsroom.reading.events.spoken import warns_of_others
from newsroom.reading.events.thinness import DOMESTIC
from newsroom.reading.events.threats import MANNERS, REPLYING
from newsroom.reading.events.trials import Trial
from newsroom.reading.grammar import subjects, window_start
from newsroom.reading.names.mentions import Mention
from newsroom.reading.verbs import PREPOSITIONS, Verb

GIVEN_NOUNS = frozenset("el la los las un una su sus mas explicaciones respeto que".split())
CALLING = frozenset("call appeal request".split())
TELLING = frozenset("tell order warn want advise counsel caution challenge dare remind".split())
INSERTED = 8  # how long an insertion behind a verb may be
SOUGHT = 5  # how near behind "seek" that stands which is sought
BLAMED = 10  # how near behind "blame" that stands on which it is put
OFFERED = frozenset(
    "help assistance mediation talks summit meeting dialogue negotiations ceasefire aid plan proposal initiative deal"
    " terms truce roadmap package conference mediacion ayuda dialogo visit commission committee mission pact agreement"
    " treaty partnership exchange swap venture framework mechanism".split()
)
# What is offered to nobody's use.
WISHES = frozenset(
    "condolences congratulations sympathy sympathies prayers thanks no little few details view views insight praise"
    " explanation comment support press news briefing condolencias pesame rueda conferencia declaraciones".split()
)
TOLD_BEFORE = frozenset("demand want ask urge call propose offer insist suggest seek request".split())
LISTED = 8  # how near behind "attack" that stands which is attacked
NEAR_AGENT = 4  # how near behind "attacked by" who did it stands
DISMISSING = frozenset("reject dismiss refute rebut rubbish dispute".split())
WITHIN = frozenset(
    "lawmakers lawmaker parliament congress senate senators mps deputies court tribunal judges opposition unions union"
    " assembly legislators".split()
)
ADDRESSED = 6  # how near behind "urged" those stand who are urged
POLITE = frozenset(
    "condolences congratulations sympathy sympathies prayers thanks gratitude appreciation greetings regards wishes"
    " felicitations condolencias felicitaciones pesame saludos agradecimiento".split()
)
OWNED = frozenset("its their his her own su sus".split())
GAINING = frozenset("hold have get obtain secure arrange win gain".split())
TIED = frozenset("ties relations bilateral relationship relaciones lazos vinculos friendship".split())
CITIZENS = frozenset(
    "investors businesses businessmen businesspeople entrepreneurs companies firms students tourists artists youth"
    " youths citizens people traders journalists reporters media press observers visitors empresarios inversionistas"
    " estudiantes turistas".split()
)
ADVISING = frozenset(
    "warn advise urge tell ask order call instruct caution recommend bar ban allow permit beg implore beseech entreat"
    " exhort press plead counsel request".split()
)
STRIKING = frozenset("attack strike bomb invade shell use fight escalate retaliate sanction punish".split())
ADVISED = CITIZENS | frozenset("nationals travellers travelers public residents voters".split())
SPOKEN_TO = 6  # how far behind the verb those stand
PROMISED = 12  # how far behind "pledged" that stands which is pledged
CONDITIONS = frozenset(("if", "unless"))
OUTRIGHT = frozenset("say withhold pour throw disinvite uninvite".split())  # rows that ask for words of their own
GRANTED = frozenset("request requests access permission asylum extradition salvoconducto clearance appeal bail".split())
# What is refused here is no act.
SILENT = frozenset("comment say elaborate disclose identify reveal specify divulge speculate".split())
IDLE = SILENT | frozenset("give speak be name".split())
AGENT_NEAR = 4  # how far behind a participle its agent stands
SUMS = frozenset("million billion dollars euros aid loan loans grant grants".split())
EITHER_WAY = frozenset("send use act deploy defend force military intervene".split())
PEACE = frozenset("end ending stop avoid prevent respect peace".split())
HELPING = frozenset("aid help assistance assist support aides reform investigate".split())
REVIEWED = frozenset("review reconsider reassess".split())
SHARED = frozenset("cooperation ties relations relationship agreements accords aid partnership".split())


def is_asked(trial: Trial) -> bool:
    """Tell whether somebody is asked for something, or to do it."""
    verb, opener = trial.verb, trial.opener
    if verb.is_passive and is_asked_of_state(trial):
        return True
    if verb.lemma == "remind" and trial.near and not DUTIES.isdisjoint(trial.words[:BLAMED]):
        return True  # "reminded Chile of its obligations"
    if verb.lemma in TELLING:
        is_own = verb.lemma in ("order", "tell") and bool(trial.near) and _is_own_person(trial)
        return bool(trial.near) and not is_own and _is_told_to(trial.clause, trial.near[0])
    if verb.lemma == "telephone":
        return trial.clause.is_spanish and _is_called_upon(trial)
    if opener in ("a", "al") and any(m.first - verb.head <= ADDRESSED for m in trial.behind):
        return True  # Spanish: "pidió a Chile", "instó el lunes a Chile"
    if trial.clause.is_spanish and verb.lemma == "request" and opener in GIVEN_NOUNS:
        return True  # "pidió una solución"
    if verb.lemma in ("appeal", "plead") and opener in ("to", "with") and trial.near:
        return True
    if opener == "that" and verb.is_passive:  # "it was requested that the Chilean side explain"
        return any(0 < m.first - verb.head <= 2 and m.actor.countries for m in trial.clause.mentions)
    own = {code for m in trial.subjects for code in m.actor.countries}
    asked = trial.near[0] if trial.near else None
    is_people = asked is not None and asked.form == "name" and trial.clause.words[asked.last].endswith("ns")
    if asked is not None and is_people and set(asked.actor.countries) <= own:
        return False  # "He asked Kenyans to be calm"
    is_urged = verb.lemma not in CALLING and opener != "for"  # "asked for an answer from X"
    if _is_at_home(trial) or (not DOMESTIC.isdisjoint(trial.words[:ADDRESSED]) and not _is_foreign(trial)):
        return False  # "called on the senate committee to"
    if not is_urged and opener in ("on", "upon", "for"):
        return True
    is_told = bool({"to", "that", "for"} & set(trial.words[:12]))
    return (is_urged or verb.lemma == "request") and bool(trial.near) and is_told


def _is_own_person(trial: Trial) -> bool:
    """Tell whether who is told is of the subject's own state: "ordered his foreign minister to break ties"."""
    told, own = trial.near[0].actor, {code for m in trial.subjects for code in m.actor.countries}
    return told.kind in ("person", "office") and bool(told.countries) and set(told.countries) <= own


def _is_called_upon(trial: Trial) -> bool:
    """Tell whether "a" joins what somebody is to do to who is named behind a Spanish "llamó":"
    " "llamó a X a respetar"."""
    named = [m for m in trial.behind if m.first - trial.verb.head <= ADDRESSED]
    words = trial.clause.words
    behind = (words[m.last + 1 : m.last + 3] for m in named)
    is_told = any(len(two) > 1 and two[0] == "a" and two[1].endswith(("ar", "er", "ir", "se")) for two in behind)
    return trial.opener in ("a", "al") and is_told


def _is_at_home(trial: Trial) -> bool:
    """Tell whether a court, a parliament or its members tell "the government" what to do: their own."""
    asking = {word for m in trial.subjects for word in trial.clause.words[m.first : m.last + 1]}
    asking.add(trial.clause.words[trial.verb.first - 1])
    return ("the", "government") in pairwise(trial.words[:ADDRESSED]) and not asking.isdisjoint(WITHIN)


def _is_foreign(trial: Trial) -> bool:
    """Tell whether another state than the subject's is named among those addressed: "urged Chile's parliament to"."""
    own = {code for m in trial.subjects for code in m.actor.countries}
    return any(set(m.actor.countries) - own and m.first - trial.verb.head <= ADDRESSED for m in trial.behind)


def _is_told_to(clause: Clause, mention: Mention) -> bool:
    """Tell whether "to" or "not to" stands right behind who is told: "told Chile on Monday to leave"."""
    place = behind_aside(clause, mention.last + 1)
    return clause.words[place : place + 1] == ["to"] or clause.words[place : place + 2] == ["not", "to"]


def is_refused(trial: Trial) -> bool:
    """Tell whether something is refused: an offer, a demand, or to do a thing; before the verb of a relative clause."""
    verb, words = trial.verb, trial.words
    if verb.is_passive and is_denied_by(trial):
        return True
    if verb.is_passive:
        words = [*words, *trial.before]
    elif not (REFUSED | ACCUSED) & set(words):
        words = [*words, *trial.before[-5:]]  # "an offer that she rejected"
    if verb.lemma == "deny":
        near = words[: words.index(",")] if "," in words else words
        if GRANTED & set(near[:SOUGHT]):
            return True  # "denied a request for access"
        near = near[: near.index("that")] if "that" in near else near
        return bool(ACCUSED & set(near if "that" in words else words))  # "denied the charge that", no "denied that"
    if verb.lemma in OUTRIGHT:
        return verb.lemma != "say" or words[:1] == ["to"]  # "said no to", not "said that no"
    if (done := _infinitive_behind(trial)) is not None and done.lemma in SILENT:
        return False  # "declined to reveal details of the talks"
    behind = trial.clause.words[verb.head + 1 : verb.head + 3]
    if verb.lemma in DISMISSING and behind[:1] == ["it"] and behind[1:] in (["."], ["as"], [","], ["and"]):
        return True  # "Chile dismissed it as slander"
    if REFUSED & set(words) or _goes_on_behind(trial) or _is_of_what_was_told(trial):
        return True
    return done is not None and done.lemma not in IDLE


def _infinitive_behind(trial: Trial) -> Verb | None:
    """Return the infinitive that follows a verb at once, or behind a time: "refused on Monday to hand them over"."""
    opening = behind_aside(trial.clause, trial.verb.head + 1)
    following = trial.clause.verbs[trial.number + 1 : trial.number + 2]
    return next((verb for verb in following if verb.is_infinitive and verb.first <= opening + 1), None)


def is_claim_denounced(trial: Trial) -> bool:
    """Tell whether a claim itself is denounced, "slammed Chile's claims as lies": not a state, over its claims."""
    verb, words = trial.verb, trial.words[:SOUGHT]
    if verb.is_passive:
        return not trial.row.words.isdisjoint(trial.before[-SOUGHT:])
    place = next((n for n, word in enumerate(words) if word in trial.row.words), -1)
    return place >= 0 and (PREPOSITIONS - {"as"}).isdisjoint(words[:place])


def _is_of_what_was_told(trial: Trial) -> bool:
    """Tell whether a relative clause refuses all that its sentence tells of a demand: "…, which Peru rejected"."""
    own = trial.subjects[:1]
    words, verb = trial.clause.words, trial.verb
    if not own or own[0].last != verb.first - 1 or verb.is_negated or not TOLD_BEFORE & trial.clause.lemmas:
        return False
    place = own[0].first - 1
    is_end = not trial.opener.isalpha()
    return is_end and words[place] == "which" and words[place - 1] == ","


def _goes_on_behind(trial: Trial) -> bool:
    """Tell whether an infinitive follows behind an insertion in commas: "descartó, sin embargo, normalizar"."""
    head, tokens = trial.verb.head, trial.clause.tokens
    later = trial.clause.verbs[trial.number + 1 : trial.number + 2]
    if not later or not later[0].is_infinitive or tokens[head + 1].text != ",":
        return False
    return tokens[later[0].first - 1].text == "," and later[0].first - head <= INSERTED and later[0].lemma not in IDLE


def is_offered(trial: Trial) -> bool:
    """Tell whether help or talks are offered, or to do something."""
    verb = trial.verb
    if verb.lemma == "give" and trial.row.words & set(trial.words[:2]):
        return True  # "gave assurances that"
    if not POLITE.isdisjoint(trial.words[:SOUGHT]) and GIVEN.isdisjoint(trial.words):
        return False
    is_to = "to" in trial.words[:3] or _infinitive_behind(trial) is not None
    is_given = verb.lemma == "offer" and not verb.is_passive and bool(trial.subjects) and trial.row.family == "offer"
    if is_given and not WISHES & set(trial.words[:SOUGHT]):
        return True  # "offered the help of its experts"
    return is_to or bool(trial.near and verb.lemma == "offer") or bool(OFFERED & set(_what_is_offered(trial)))


def _what_is_offered(trial: Trial) -> list[str]:
    """Return the words near a verb among which that stands which is offered: "talks with Chile proposed by Peru"."""
    is_behind = trial.verb.is_passive and trial.opener in ("by", "por")
    return trial.clause_before if is_behind else trial.words[:8]


def is_unconditional(trial: Trial) -> bool:
    """Tell help that is promised from help in case of need: "pledged each other aid if attacked"."""
    if {"freeze", "cut", "cuts", "halt", "suspension", "end"} & set(trial.words[:SOUGHT]):
        return False  # "announced a freeze on aid"
    return trial.verb.lemma in ("offer", "announce", "approve") or not CONDITIONS & set(trial.words)


def is_warned(trial: Trial) -> bool:
    """Tell whether what is warned of is one's own doing, and no advice to one's own people."""
    if trial.row.kind == "warning" and not ADVISED.isdisjoint(trial.words[:SPOKEN_TO]):
        return False  # "warned citizens not to travel to the north of Chile"
    return not warns_of_others(trial.clause, trial.number, trial.row.words)


def is_told_not_to(clause: Clause, number: int) -> bool:
    """Tell whether an infinitive with "not" is what somebody is told: "warned Chile not to retaliate"."""
    verb = clause.verbs[number]
    told = clause.verbs[number - 1] if number else None
    return told is not None and told.lemma in ADVISING and verb.first - told.head <= SPOKEN_TO


def is_advice(clause: Clause, governor: int, end: int) -> bool:
    """Tell whether a verb only tells private people what to do: "warned citizens not to travel to Chile"."""
    verb = clause.verbs[governor]
    return verb.lemma in ADVISING and not ADVISED.isdisjoint(clause.words[verb.head : end])


def is_state_blamed(trial: Trial) -> bool:
    """Tell whether a state is blamed: "blamed the killings on a militia" accuses none."""
    if "on" not in trial.words[:BLAMED] or trial.verb.is_passive:
        return True
    return any(m.actor.countries for m in trial.behind)


def is_sought(trial: Trial) -> bool:
    """Tell whether what is sought stands near the verb, before any circumstance."""
    words = trial.words
    if trial.opener == "to" and words[1:2] and words[1] not in GAINING:
        return False  # "is seeking to undermine the talks"
    near = words[: next((n for n, word in enumerate(words) if word in ("during", "in", "at", "on")), SOUGHT)]
    return bool(trial.row.words & set(near[:SOUGHT]))


def is_wanted(trial: Trial) -> bool:
    """Tell whether something is wanted of the other side: "wants Chile to leave", "wants the ban lifted"."""
    if trial.row.parties == "asked":
        return is_asked(trial)
    return trial.opener != "to" and not trial.verb.is_passive and is_sought(trial)


def insists(trial: Trial) -> bool:
    """Tell a demand from a claim: "insisted that Chile pay", "insisted on an answer"."""
    following = trial.clause.verbs[trial.number + 1 : trial.number + 2]
    if trial.opener == "on":
        return True
    if not following or following[0].is_infinitive:
        return False
    if trial.clause.words[following[0].first] == "be":
        return True  # "insisted that the experts be given a say"
    return following[0].modal in ("must", "should") or (following[0].form == "base" and not following[0].has_auxiliary)


def are_citizens(trial: Trial) -> bool:
    """Tell whether only private people are spoken to: "encouraged young Chileans to", "invited Chilean investors"."""
    words = trial.words[:SPOKEN_TO]
    words = words[: next((n for n, word in enumerate(words) if word in ("to", "for", "a")), SPOKEN_TO)]
    return not CITIZENS.isdisjoint(words) or (words[:1] == ["young"])


def is_pledged(trial: Trial) -> bool:
    """Tell whether somebody pledges what concerns another state that is named: "pledged to arm no Chileans"."""
    verb = trial.verb
    if verb.is_negated or verb.modal or verb.is_infinitive or not trial.subjects:
        return False
    if verb.is_passive and verb.lemma != "commit":
        return False
    if CONDITIONS & set(trial.words):
        return False  # "pledged to help if attacked"
    own = {code for m in trial.subjects for code in m.actor.countries}
    behind = [hit for hit in trial.clause.named.countries if hit.first > verb.head and hit.code not in own]
    is_of_ties = not TIED.isdisjoint(trial.words)  # "to cement the ties between the two countries"
    return bool(own) and _opens_promise(trial) and (bool(behind) or is_of_ties)


def _opens_promise(trial: Trial) -> bool:
    """Tell whether it is said what is promised, words of time and place aside: "pledged during her visit to free"."""
    if trial.opener in ("that", "to", "not") or (trial.clause.is_spanish and trial.opener in ("a", "que")):
        return True
    later = next((verb for verb in trial.clause.verbs[trial.number + 1 :]), None)
    is_promised = later is not None and later.is_infinitive and later.first - trial.verb.head <= PROMISED
    return is_promised and trial.opener in PREPOSITIONS


def is_own_staff(trial: Trial) -> bool:
    """Tell whether one's own envoys are told to come home, or to leave: "told its diplomats in Chile to leave"."""
    words = trial.words
    place = next((n for n, word in enumerate(words) if word in DIPLOMATS), -1)
    is_return = "retorno" in trial.row.words  # "ordered the return of all its diplomats"
    if place < 0 or trial.verb.is_passive or not (is_return or "to" in words[place:]):
        return False
    head = trial.verb.head + 1
    own = {code for m in trial.subjects for code in m.actor.countries}
    if any(m.first <= head + place and set(m.actor.countries) - own for m in trial.behind):
        return False  # "ordered Chilean diplomats to return home"
    return is_return or not OWNED.isdisjoint(words[:place]) or not {"return", "back"}.isdisjoint(words[place:])


def is_own_fault(trial: Trial) -> bool:
    """Tell regret for one's own doing from that over another's: "expressed regret that Chile had left the pact"."""
    own = {code for m in trial.subjects for code in m.actor.countries}
    later = range(trial.number + 1, len(trial.clause.verbs))
    return not any(
        {code for m in subjects(trial.clause, n) for code in m.actor.countries} - own
        for n in later
        if trial.clause.verbs[n].is_finite and not trial.clause.verbs[n].is_passive
    )


def is_by_somebody(trial: Trial) -> bool:
    """Tell whether somebody accuses: not "officials accused of torture", where nobody is said to."""
    is_bare = not trial.verb.has_auxiliary and (trial.verb.is_passive or trial.opener == "of")
    return not is_bare or not {"by", "por"}.isdisjoint(trial.words[:AGENT_NEAR]) or trial.verb.first == 0


def is_ruled_out(trial: Trial) -> bool:
    """Tell whether something is ruled out, or a measure is not: "has not ruled out breaking off ties"."""
    is_kept = trial.verb.is_negated and not SANCTIONS.isdisjoint(trial.words)
    later = trial.clause.verbs[trial.number + 1 : trial.number + 2]
    is_gerund = bool(later) and later[0].form == "ing" and later[0].head == trial.verb.head + 2
    if is_gerund and not trial.verb.is_negated and later[0].lemma not in STRIKING:
        return True  # "ruled out recognising Peru", no "attacking"
    return is_kept or is_refused(trial) or (trial.verb.is_negated and has_measure_behind(trial.clause, trial.number))


def is_no_blow(trial: Trial) -> bool:
    """Tell whether words are attacked: an embassy, a consulate is attacked by force."""
    verb, lows = trial.verb, trial.clause.words
    hit = lows[window_start(trial.clause, trial.number) : verb.first] if verb.is_passive else trial.words[:LISTED]
    named = any(0 < m.first - verb.head <= NEAR_AGENT for m in trial.clause.mentions)
    is_by_nobody = verb.is_passive and trial.opener == "by" and not named
    return MISSIONS.isdisjoint(hit) and not is_by_nobody  # "were attacked by a group of men"


def is_hostile(trial: Trial) -> bool:
    """Tell a vow to hurt from one to help: "pledged to send doctors", "vowed to send its troops to the border"."""
    if trial.words[:1] in (["not"], ["never"], ["no"], ["nunca"]):
        return False
    heard = trial.words[: next((n for n, word in enumerate(trial.words) if word in CONDITIONS), len(trial.words))]
    end = trial.verb.head + 1 + (len(heard) if len(heard) < len(trial.words) else len(trial.clause.words))
    heard = [word for word in heard if word != "close"]  # "pledged to keep close ties": only where a verb closes
    words = {*heard, *(v.lemma for v in trial.clause.verbs if trial.verb.head < v.head < end)}
    if not SUMS.isdisjoint(trial.words):
        return False  # "pledged 40 million dollars to rebuild schools hit by the storm"
    if not REPLYING.isdisjoint(words) and not MANNERS.isdisjoint(words):
        return True  # "promised to reply in kind"
    if not REVIEWED.isdisjoint(words):
        return not SHARED.isdisjoint(words)  # "vowed to review all cooperation"
    return bool(((FORCE | HARSH) - EITHER_WAY) & words) and not (HELPING | PEACE) & words


def is_sued(trial: Trial) -> bool:
    """Tell whether a Spanish "demandar" is to sue: "ante la corte", "a Chile por el asalto", no "que retire"."""
    near = set(trial.words)
    is_of_state = trial.opener == "a" and "por" in near and "que" not in near and bool(trial.behind)
    return not trial.clause.is_spanish or bool({"ante", "corte", "tribunal"} & near) or is_of_state
