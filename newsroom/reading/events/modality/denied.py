"""Tell what is only accused or denied: an act that a verb of charging or denying governs."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import window_start
from newsroom.reading.tellers import teller
from newsroom.reading.verbs import PREPOSITIONS, Verb

DENIAL_NOUNS, LONGEST = frozenset(("denial", "denials", "desmentido")), 24
PARTING = frozenset((";", ",", "after", "before", "while", "but", "which", "when"))
DENIALS = frozenset(
    "deny refute dismiss reject dispute rebut rebuff scotch contradict laugh scoff rubbish debunk quash".split()
)
EFFORTS = frozenset("attempt attempts effort efforts bid bids push try".split())
HOAXES = frozenset("hoax false untrue fake fabricated invented unfounded baseless wrong staged falso falsa".split())
ACCOUNTS_OF, HOAX_NEAR = (
    frozenset("report reports story stories video footage news claim claims rumour rumor".split()),
    7,
)
CHARGING = frozenset(("accuse", "blame", "suspect", "allege"))
AUXILIARIES = frozenset(("haber", "estar"))
LINKS = frozenset(("of", "for", "that"))
# What may be kept back of an act that came about.
ACCOUNTS = frozenset(
    "account accounts detail details readout readouts information transcript summary contents content particulars"
    " outcome outcomes results detalles informacion contenido reaction reactions comment response word mention"
    " reaccion reacciones respuesta comentario".split()
)
# Why it came about, where somebody could give it: "gave no reason for the expulsion", but "saw no reason for talks".
GROUNDS = frozenset(
    "reason reasons explanation explanations motive motives justification cause razon razones motivo motivos"
    " explicacion explicaciones".split()
)
GIVING = frozenset("give offer provide state cite disclose specify announce supply dar ofrecer".split())
UNKNOWN = frozenset("clear known certain apparent evident disclosed revealed".split())
ASKING_WHAT = frozenset("what how who why where which".split())
# What an account may be of that is still to come about.
STILL_OPEN = frozenset(
    "a an any such whether when offer offers proposal proposals request requests call calls invitation invitations plea"
    " pleas appeal threat threats demand demands idea possibility plan plans possible proposed".split()
)
# Nouns that say of what "of" joins to them that it will not be.
OFF = frozenset(
    "cancellation postponement deferral deferment cancelacion aplazamiento postergacion adjournment".split()
)
OFF_NEAR = 9  # how far behind such a noun the meeting stands
NOT_OFF = frozenset(", and after at during in following for by on ahead before que that which y".split())
UNTOLD_NEAR = 4  # how far before its verb stands the "no" of an account that is the subject
ACCOUNT_NEAR = 8  # how far before its noun the account stands
ASKED_AFTER = frozenset(("information", "comment", "details", "knowledge", "news", "answer"))
HELP = frozenset(
    "support backing funding financing arming aid assistance sponsorship sheltering harbouring harboring training"
    " supply supplies help apoyo respaldo ayuda financiacion financiamiento".split()
)
TO_WHOM = frozenset("for of to a al".split())
PARTED = frozenset("; while after which when but before prompting".split())  # what ends what one is accused of
WHO, CLOSED = frozenset(("which", "who", "que")), 4  # how far behind the comma that closes a clause its verb stands
RELATIVES, FAR = frozenset(("that", "who", "which", "que")), 10
NO, OF_NOUNS = frozenset("no ningun ninguna".split()), frozenset("of from in after about on over for de del en".split())
DISOWNED = frozenset(("which", "something", "algo"))
VOUCHING, DENYING = frozenset(("confirm", "verify", "corroborate")), frozenset(("deny", "refute", "debunk"))
CALLING = frozenset("call describe brand term label dismiss denounce".split())
MISCALLED = HOAXES | frozenset("invention fabrication lie lies fiction rumour rumor rumours rumors nonsense".split())
RELATIVE_NEAR, BARE_NEAR = 8, 9  # how far behind "which" its verb stands, and a bare clause behind "denied"
UNTIED = frozenset(", ; and but or after before when while as who which that where since because until".split())
ALLEGED = frozenset("alleged purported supposed rumoured rumored supuesto supuesta presunto presunta".split())
SUSPECTED = frozenset(
    "suspected alleged rumoured rumored purported apparent presuntos presuntas supuestos supuestas".split()
)
SAID_TO = frozenset("said believed thought suspected reported understood".split())
DENIED_WORDS = frozenset("that que haber having being reports report claims allegations rumours rumors any".split())


def is_disowned(clause: Clause, last: int) -> bool:
    """Tell whether a clause behind an act says that a side denies it, or has not confirmed it: ", which X denied"."""
    if clause.lows.isdisjoint(DISOWNED):
        return False
    for place in range(last + 1, len(clause.tokens) - 2):
        if clause.tokens[place].text in ".;:" or clause.quoted[place]:
            return False
        if clause.tokens[place].text == "," and clause.words[place + 1] in ("which", "something", "algo"):
            verb = next((v for v in clause.verbs if v.first > place + 1), None)
            if verb is None or verb.first - place > RELATIVE_NEAR:
                return False
            if verb.lemma in VOUCHING:
                return verb.is_negated
            is_false = not MISCALLED.isdisjoint(clause.words[verb.head + 1 : verb.head + 5])
            return not verb.is_negated and (verb.lemma in DENYING or (verb.lemma in CALLING and is_false))
    return False


def claimed(clause: Clause, place: int) -> str:
    """Return what a noun is worth that is only charged, denied, or named as called off: "the postponement of talks"."""
    if is_alleged(clause, place):
        return "alleged"
    if is_denied(clause, place) or _is_hoax(clause, place) or _is_of_vain_effort(clause, place):
        return "negated"
    if _is_unconfirmed(clause, place):
        return "hypothetical"
    before = clause.words[max(0, place - OFF_NEAR) : place]
    opener = next((n for n in range(len(before) - 1, -1, -1) if before[n] in OFF), -1)
    is_of = opener >= 0 and before[opener + 1 : opener + 2] in (["of"], ["de"], ["del"])
    return "cancelled" if is_of and NOT_OFF.isdisjoint(before[opener + 2 :]) else ""


def _is_unconfirmed(clause: Clause, place: int) -> bool:
    """Tell whether nobody has confirmed what a noun names: "no meeting has been confirmed", "no está confirmada"."""
    if "confirm" not in clause.lemmas:
        return False
    before = clause.words[max(0, place - ACCOUNT_NEAR // 2) : place]
    verb = next((v for v in clause.verbs if v.lemma == "confirm" and v.is_passive), None)
    if verb is None or abs(verb.head - place) > FAR or not OF_NOUNS.isdisjoint(before):
        return False
    return verb.is_negated or not NO.isdisjoint(before)


def _is_hoax(clause: Clause, place: int) -> bool:
    """Tell whether what is told of a noun turns out to be untrue: "the report of a clash was a hoax"."""
    if clause.lows.isdisjoint(HOAXES):
        return False
    before = clause.words[max(0, place - HOAX_NEAR) : place]
    if ACCOUNTS_OF.isdisjoint(before) or {"of", "about", "de", "that"}.isdisjoint(before):
        return False
    behind = clause.words[place : place + FAR + HOAX_NEAR]
    return not HOAXES.isdisjoint(behind) and "not" not in behind


def _is_of_vain_effort(clause: Clause, place: int) -> bool:
    """Tell whether a noun is what somebody tried in vain to bring about: "attempts to arrange a meeting failed"."""
    if EFFORTS.isdisjoint(clause.words[max(0, place - LONGEST // 2) : place]):
        return False
    verb = next((v for v in clause.verbs if v.head > place and v.is_finite and not v.is_infinitive), None)
    if verb is None or verb.is_negated or verb.modal:
        return False
    behind = clause.words[verb.head + 1 : verb.head + 3]
    return (
        verb.lemma in ("fail", "collapse", "founder", "flounder", "falter")
        or (verb.lemma in ("come", "fall") and behind[-1:] in (["nothing"], ["naught"], ["through"]))
        or behind[:1] == ["through"]
    )


def is_denied(clause: Clause, place: int) -> bool:
    """Tell whether a token stands in what somebody denies: "denied reports that they had met", "his denial that"."""
    if not clause.lows.isdisjoint(DENIAL_NOUNS) and _is_in_denial(clause, place):
        return True
    if _is_hoax(clause, place):
        return True
    return not clause.lemmas.isdisjoint(DENIALS) and any(
        verb.lemma in DENIALS
        and not verb.is_negated
        and clause.words[verb.first - 1] not in ("nobody", "none", "nadie")
        and verb.head < place
        and place - verb.head < 30
        and clause.quoted[verb.head] == clause.quoted[place]
        and not any(token.text == ";" for token in clause.tokens[verb.head : place])
        and (
            not DENIED_WORDS.isdisjoint(clause.words[verb.head + 1 : verb.head + 6])
            or _opens_clause(clause, verb, place)
        )
        and not _goes_on(clause, verb, place)
        for verb in clause.verbs
    )


def _opens_clause(clause: Clause, denying: Verb, place: int) -> bool:
    """Tell whether what is denied is a clause without "that", which has begun at a token: "denied it had struck"."""
    if denying.lemma != "deny" or denying.is_passive:
        return False
    verb = next((v for v in clause.verbs if v.head > denying.head and v.is_finite and not v.is_infinitive), None)
    if verb is None or verb.head > place or not 1 < verb.first - denying.head <= BARE_NEAR:
        return False
    return (UNTIED | PREPOSITIONS).isdisjoint(clause.words[denying.head + 1 : verb.first])


def _is_in_denial(clause: Clause, place: int) -> bool:
    """Tell whether a token stands behind "denial that" in the same sentence, and no verb goes on with who denies."""
    noun = next((n for n in range(place - 2, max(-1, place - LONGEST), -1) if clause.words[n] in DENIAL_NOUNS), -1)
    if noun < 0 or clause.words[noun + 1] not in ("that", "of") or clause.quoted[noun] != clause.quoted[place]:
        return False
    between = [verb for verb in clause.verbs if noun < verb.head < place and verb.is_finite]
    return len(between) <= 1 and PARTING.isdisjoint(clause.words[noun + 2 : place])


def is_alleged(clause: Clause, place: int) -> bool:
    """Tell whether a token stands in what one accuses another of, or behind "alleged"."""
    if not clause.lows.isdisjoint(ALLEGED):
        before = range(max(0, place - 3), place)
        # Who is supposed to do something has it before him.
        if any(clause.words[n] in ALLEGED and clause.words[n + 1] != "to" for n in before):
            return True
        if _is_of_those_helped(clause, place):
            return True
    is_said = "be" in clause.lows and not clause.lows.isdisjoint(SAID_TO)
    if (is_said or not clause.lows.isdisjoint(SUSPECTED)) and _is_by_suspects(clause, place):
        return True
    if clause.lemmas.isdisjoint(CHARGING):
        return False
    is_of = clause.words[max(0, place - 2) : place] == [",", "of"]  # "accused X, which had left, of bombing"
    return any(
        (is_of and verb.lemma in CHARGING and verb.head < place and not _goes_on(clause, verb, place))
        or (
            verb.lemma in CHARGING
            and verb.head < place <= verb.head + 30
            and clause.quoted[verb.head] == clause.quoted[place]
            and (LINKS & set(clause.words[verb.head + 1 : place]) or _is_charge_in_spanish(clause, place))
            and not _goes_on(clause, verb, place)
            and PARTED.isdisjoint(clause.words[verb.head + 1 : place])
            and (verb.is_finite or "," not in clause.words[verb.head + 1 : place])
        )
        for verb in clause.verbs
    )


def _is_by_suspects(clause: Clause, place: int) -> bool:
    """Tell whether a token is the verb of those who only may have done it: "Suspected Chilean troops shot"."""
    verb = next((v for v in clause.verbs if v.head == place), None)
    if verb is None or verb.is_passive or not verb.is_finite or verb.is_infinitive:
        return False
    if clause.words[verb.first - 1] in ("and", "but", "y"):
        return False  # "ordered the expulsion of suspected spies and imposed"
    lead = range(max(1, verb.first - FAR), verb.first - 1)
    said = next((n for n in lead if clause.words[n] in SAID_TO and clause.words[n + 1 : n + 3] == ["to", "be"]), 0)
    if said and clause.words[verb.first - 1] == "," and any(t.is_capital for t in clause.tokens[said : verb.first]):
        return True  # "Four men, said to be Chilean agents, blew up"
    start = window_start(clause, clause.verbs.index(verb))
    if start < verb.first and clause.heads.isdisjoint(range(start, verb.first)):
        start -= start > 0 and clause.words[start - 1] in SUSPECTED  # "suspected" itself is taken for a verb
        return not SUSPECTED.isdisjoint(clause.words[start : min(start + 2, verb.first)])
    return False


def _is_of_those_helped(clause: Clause, place: int) -> bool:
    """Tell whether a token says what they do who are said to be helped: "its alleged support for rebels who attack"."""
    relative = next((n for n in range(place - 1, max(0, place - FAR), -1) if clause.words[n] in RELATIVES), 0)
    for aid in range(relative - 1, max(0, relative - FAR), -1):
        if clause.tokens[aid].text in ",;":
            return False
        if clause.words[aid] in HELP and clause.words[aid + 1] in TO_WHOM:
            return not ALLEGED.isdisjoint(clause.words[max(0, aid - 2) : aid])
    return False


def _is_charge_in_spanish(clause: Clause, place: int) -> bool:
    """Tell whether a token is a verb that "de" joins to who is accused: "acusó a X de haber bombardeado"."""
    verb = next((v for v in clause.verbs if v.head == place), None) if clause.is_spanish else None
    if verb is None:
        return False
    first = verb.first - (clause.words[verb.first - 1] in AUXILIARIES)
    is_bare = verb.is_infinitive or clause.words[first] in AUXILIARIES
    return is_bare and clause.words[first - 1] in ("de", "por", "y")


# "denied that it had struck and accused"
SAID_AFTER = frozenset("say add tell accuse blame condemn call demand warn urge threaten describe insist".split())
PRONOUNS, PAST = frozenset("it he she they".split()), ("past", "past_or_part")


def _goes_on(clause: Clause, charging: Verb, place: int) -> bool:
    """Tell whether a token is a verb that goes on with who accuses or denies: "accused X of spying and recalled"."""
    if _is_behind_insertion(clause, charging, place):
        return True
    verb = next((v for v in clause.verbs if v.head == place), None)
    if verb is None:
        before = [v for v in clause.verbs if charging.head < v.head < place]
        return bool(before) and (
            _stands_apart(clause, before[-1], charging) or _is_next_act(clause, charging, before[-1])
        )
    if not verb.is_finite or verb.is_infinitive or charging.is_infinitive:
        return False
    if _is_next_act(clause, charging, verb):
        return True
    joint = verb.first - 1 - (clause.words[verb.first - 1] in PRONOUNS)  # "and it has recalled"
    is_joined = clause.words[joint] in ("and", "but", "y")
    between = clause.words[charging.head : verb.first]
    if is_joined and "that" not in between and (verb.is_perfect or (charging.is_perfect and verb.form in PAST)):
        return True  # "accuses X of spying and has closed its border", "has rejected the claims and cut ties"
    if _stands_apart(clause, verb, charging):
        return True  # "accused X of spying, and the two countries recalled their envoys"
    inside = [v for v in clause.verbs if charging.head < v.head < verb.first and v.is_finite]
    is_of_that = "that" in between and bool(inside) and inside[-1].is_perfect and clause.words[joint - 1] != ","
    if is_of_that and verb.lemma not in SAID_AFTER:
        return False  # "rejected reports that it had expelled two envoys and closed the border"
    return (
        is_joined and verb.tense == charging.tense and charging.form.startswith("past") is verb.form.startswith("past")
    )


def _is_next_act(clause: Clause, charging: Verb, verb: Verb) -> bool:
    """Tell whether a bare past is the next of a series with a charge: "accused X of spying, expelled its envoy and".

    Behind "that" it must not go on from what is said to have been done: "denied that it had struck, accused X".
    """
    number = clause.verbs.index(verb)
    if (told := teller(clause, number)) is not None:
        return clause.verbs[told] is charging
    is_past = not (charging.has_auxiliary or verb.has_auxiliary) and charging.tense == verb.tense == "past"
    place = verb.first - 1
    if not is_past or verb.is_infinitive or clause.words[place] not in (",", "and"):
        return False
    between = clause.words[charging.head + 1 : place]
    opens_object = clause.words[verb.head + 1 : verb.head + 2] != [] and clause.words[verb.head + 1] not in PREPOSITIONS
    inside = [v for v in clause.verbs if charging.head < v.head < verb.first and v.is_finite and not v.is_infinitive]
    if "that" in between or RELATIVES.intersection(between) or not opens_object:
        return False
    return all(_is_next_act(clause, charging, v) for v in inside[-1:])


def _stands_apart(clause: Clause, verb: Verb, charging: Verb) -> bool:
    """Tell whether "and" opens a clause with a subject of its own, behind what one is accused of."""
    places = range(verb.first - 1, charging.head + 1, -1)
    joint = next((n for n in places if clause.words[n] in ("and", "but", "y")), 0)
    if not joint or not verb.is_finite or verb.is_infinitive:
        return False
    is_parted = clause.words[joint - 1] == "," or clause.words[joint + 1] in ("the", "both")
    is_whole = joint < verb.first - 1 and clause.heads.isdisjoint(range(joint, verb.first))
    return is_parted and is_whole and RELATIVES.isdisjoint(clause.words[charging.head : verb.first])


def _is_behind_insertion(clause: Clause, charging: Verb, place: int) -> bool:
    """Tell whether a token stands behind a clause put in, by which one accuses: "X, which accuses Y of it, left"."""
    opener = next((n for n in range(charging.first - 1, charging.first - 4, -1) if clause.words[n] in WHO), 0)
    if opener < 2 or clause.words[opener - 1] != ",":
        return False
    mains = [v.first for v in clause.verbs if charging.head < v.first <= place and v.is_finite and not v.is_infinitive]
    return any("," in clause.words[max(charging.head, first - CLOSED) : first] for first in mains)


def denial_of(clause: Clause, place: int) -> int:
    """Return the token of the verb that denies what stands at ``place``, or -1."""
    heads = [verb.head for verb in clause.verbs if verb.lemma in DENIALS and verb.head < place]
    return heads[-1] if heads and is_denied(clause, place) else -1


def is_only_untold(clause: Clause, denying: Verb, first: int) -> bool:
    """Tell whether what is denied is only an account of what a noun names: "gave no details of the talks"."""
    words = clause.words[max(denying.head + 1, first - ACCOUNT_NEAR) : first]
    is_unknown = denying.lemma == "know" or not UNKNOWN.isdisjoint(clause.words[denying.head + 1 : denying.head + 4])
    if denying.head < first and is_unknown and not ASKING_WHAT.isdisjoint(words):
        return True  # "it was not immediately clear what the agenda of the visit was"
    subject = clause.words[max(0, denying.first - UNTOLD_NEAR) : denying.first] if denying.head < first else []
    if "no" in subject:
        words = subject[subject.index("no") :] + words  # "no reason was given for the expulsion"
    untold = ACCOUNTS | GROUNDS if denying.lemma in GIVING else ACCOUNTS
    place = next((n for n, word in enumerate(words) if word in untold), -1)
    return place >= 0 and STILL_OPEN.isdisjoint(words[place + 1 :])


def is_asked_after(clause: Clause, last: int) -> bool:
    """Tell whether somebody only has nothing to say of what a noun names: "As for the visit, I have no information"."""
    verb = next((v for v in clause.verbs if v.head > last), None)
    if verb is None or verb.lemma not in ("have", "offer", "get"):
        return False
    behind = clause.words[verb.head + 1 : verb.head + 4]
    return behind[:1] == ["no"] and not ASKED_AFTER.isdisjoint(behind)


def rules_out(clause: Clause, verb: Verb) -> bool:
    """Tell whether a verb says that something will not be: "ruled out", "descartó"."""
    is_out = verb.lemma == "rule" and clause.words[verb.head + 1 : verb.head + 2] == ["out"]
    return is_out or (clause.is_spanish and clause.words[verb.head].startswith("descart"))
