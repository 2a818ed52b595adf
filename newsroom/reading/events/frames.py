"""Hold the frames: which verbs and nouns, with which objects, tell which kind of event.

A verb frame names its verbs, the words that must stand among its objects (none: any), and how its parties are found. A
noun frame names its phrases. To add a rule, add a line here; ``docs/reading.md`` shows how.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """Hold a frame of a verb.

    ``parties`` is "with" (subject and who stands behind with/to, or a joint subject), "object" (subject and the state
    or person acted upon), "joint" (a joint subject), "place" (subject and the state of the place), "speech" (subject
    and whoever is named in what is said, else the other country of the story's main pair), "near" (subject and the
    state named right behind the verb), "troops" (forces and the state of the place), "whom" (subject and the
    states that are the verb's first object).
    """

    kind: str
    family: str
    verbs: frozenset[str]
    words: frozenset[str] = frozenset()
    parties: str = "object"
    prepositions: frozenset[str] = frozenset()
    confidence: float = 0.75
    also: frozenset[str] = frozenset()  # a second set of which a word must stand behind the verb, too


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DIPLOMATS = _set(
    "commissioner commissioners diplomat diplomats ambassador ambassadors staff staffers envoy"
    " envoys personnel officials consul consuls"
    " attache attaches members"
    " embajador embajadora embajadores diplomaticos encargado encargada mission"
    " diplomatico consul funcionarios personal"
)
TIES = _set("ties relations relationship links relaciones vinculos lazos")
TROOPS = _set(
    "troops forces soldiers warships military army navy fleet aircraft carrier alert reinforcements tanks"
    " missiles destroyers"
    " jets bombers battalions"
    " tropas soldados buques aviones"
)
PRISONERS = _set(
    "citizen citizens national nationals journalist journalists fisherman fishermen crew tourist tourists student"
    " students activist activists pilot pilots businessman teacher teachers"
    " prisoner prisoners hostage hostages detainee detainees captives bodies pow pows sailors soldiers remains"
    " presos detenidos prisioneros rehenes ciudadanos ciudadano pescadores periodista periodistas"
)
ACCORDS = _set(
    "agreement agreements treaty treaties deal deals pact pacts accord accords memorandum memoranda mou mous"
    " protocol convention"
    " contract declaration acuerdo tratado communique"
    " acuerdos convenio convenios memorando memorandos pacto pactos"
)
SANCTIONS = _set(
    "sanctions sanction embargo restrictions ban bans blacklist sanciones measures sancion bloqueo restricciones"
    " medidas"
)
TARIFFS = _set("tariff tariffs duty duties levies aranceles quota quotas")
BARRED = _set(
    "officials lawmakers senators ministers individuals companies firms banks citizens nationals entities imports"
    " exports flights airlines airline carriers aircraft products goods ships vessels oil officers generals judges"
)
PEOPLE = PRISONERS | _set(
    "man men woman women person people suspect suspects official officials soldier reporter businessmen worker workers"
    " migrants fishers spy spies agent agents officer officers researcher trader traders national"
)
TRUCES = _set("ceasefire truce armistice cease hostilities cessation tregua cese")
MEETINGS = _set(
    "t meeting meetings visit visits talks summit trip call dialogue"
    " negotiations conversation reunion visita dialogo conversaciones negociaciones cumbre viaje encuentro llamada"
)
PLANS = ACCORDS | _set("plan plans proposal roadmap")
ACCUSED = _set(
    "allegation allegations accusation accusations charge charges claim claims responsibility involvement blame"
    " wrongdoing acusacion acusaciones responsabilidad"
)
FIRE = _set("fire gunfire shots artillery shelling rockets missiles blows shellfire")
TRADE = _set(
    "import imports export exports supplies supply gas oil electricity deliveries shipments goods trade water sales"
    " purchases flights importaciones exportaciones"
)
REFUSED = _set(
    "meeting visit summit reunion encuentro visita dialogo "
    "propuesta oferta intervencion invitacion offer offers proposal proposals intervention request requests"
    " demand demands invitation help aid assistance idea plan ultimatum call"
    " calls possibility deployment troops mediation talks negotiations interference option action terms claim"
    " claims allegations accusations charge charges accusation allegation claim threat threats pressure bid overture"
    " overtures suggestion truce ceasefire compromise conditions deal assertion notion"
    " complaint complaints concerns objections meeting reunion encuentro visit dialogue dialogo"
    " acusaciones pedido solicitud exigencia amenazas ultimatum grounds pretext justification"
    " reasoning version argument arguments"
)
FORCE = _set(
    "strike attack bomb invade retaliate hit respond shell destroy punish deploy use intervene seize occupy annex"
    " send act retaliation"
    " strikes attacks force military sanctions tariffs war consequences response answer reprisals invasion"
    " countermeasures impose cut expel"
    " retaliatory reciprocate nuclear weapons"
    " represalias consecuencias cerrar atacar sanciones aranceles medidas"
)
SUPPORT = _set("support backing solidarity stand side assistance apoyo respaldo solidaridad")
SUITS = _set("suit lawsuit case complaint proceedings dispute application")
STRIKES = _set(
    "strike strikes airstrike airstrikes attack attacks raid raids assault bombardment bombing shelling offensive"
    " incursion"
)
CRAFT = _set(
    "drone drones jet jets plane planes aircraft helicopter helicopters balloon missile missiles warplane dron avion"
)
EXERCISES = _set("exercise exercises drill drills manoeuvres maneuvers wargames patrol patrols")
GIVEN = _set(
    "aid assistance relief humanitarian loan loans grant grants weapons weaponry food medicine medicines vaccines wheat"
    " grain rice fuel ammunition missiles tanks jets helicopters funds funding arms"
    " ayuda asistencia alimentos medicinas"
)
SOLD = _set("technology weapons arms jets missiles aircraft reactor reactors tanks gas oil uranium grain wheat")
WORKS = _set("crossing railway pipeline bridge corridor terminal highway venture dam plant cable")


def _frame(
    kind: str,
    family: str,
    verbs: str,
    words: str | frozenset[str] = "",
    *,
    parties: str = "object",
    by: str = "",
    sure: float = 0.75,
    also: str | frozenset[str] = "",
) -> VerbFrame:
    """Return the frame of a row: a set of words may be written as one string."""
    sets = [one if isinstance(one, frozenset) else _set(one) for one in (verbs, words, by, also)]
    return VerbFrame(kind, family, sets[0], sets[1], parties, sets[2], sure, sets[3])


# fmt: off
VERB_FRAMES: tuple[VerbFrame, ...] = (
    _frame("conversation", "contact", "speak talk converse confer consult chat huddle", parties="with",
           by="with con to", sure=0.8),
    _frame("negotiation", "contact", "negotiate", parties="with", by="with", sure=0.65),
    _frame("tariffs_imposed", "tariffs", "answer respond retaliate", TARIFFS, sure=0.65),
    _frame("conversation", "contact", "exchange", "views pleasantries opinions greetings", parties="with", by="with",
           sure=0.65),
    _frame("meeting", "contact", "sit+down", parties="with", by="with", sure=0.7),
    _frame("conversation", "contact", "discuss", parties="with", by="with", sure=0.6),
    _frame("conversation", "contact", "send hand+over hand deliver convey transmit write pass receive present",
           "letter letters message messages", parties="with", by="to from with", sure=0.65),
    _frame("phone_call", "contact", "call phone telephone dial", parties="called"),
    _frame("phone_call", "contact", "tell inform", "phone telephone", parties="called"),
    _frame("meeting", "contact", "meet", parties="with", by="with con", sure=0.8),
    _frame("summit_multilateral", "contact", "gather convene assemble", parties="joint", sure=0.6),
    _frame("visit", "contact", "send dispatch", "delegation envoy team minister mission", parties="with", by="to",
           sure=0.6),
    _frame("visit", "contact", "visit", parties="place", sure=0.8),
    _frame("visit", "contact", "travel fly go arrive head tour return", parties="place", by="to a al in for",
           sure=0.65),
    _frame("visit", "contact", "leave depart continue proceed", parties="place", by="to for", sure=0.6),
    _frame("visit", "contact", "host receive welcome greet", parties="person", sure=0.7),
    _frame("ceasefire_declared", "ceasefire",
           "agree reach declare announce sign conclude accept establish strike negotiate seal proclaim", TRUCES,
           parties="joint", sure=0.8),
    _frame("treaty_signed", "accord", "sign initial ink seal", ACCORDS | _set("statement"), parties="joint", sure=0.85),
    _frame("ratified", "accord", "ratify", parties="with", by="with", sure=0.8),
    _frame("praise_support", "support", "agree affirm reaffirm reiterate stress emphasize emphasise recognize",
           "defend self-defence self-defense", parties="speech", sure=0.6, also="right"),
    _frame("agreement_in_principle", "accord", "agree", parties="joint", sure=0.7),
    _frame("agreement_in_principle", "accord", "reach strike conclude seal finalize finalise clinch",
           ACCORDS | _set("consensus understanding"), parties="joint", sure=0.7),
    _frame("agreement_in_principle", "accord", "announce approve endorse accept back", PLANS, parties="joint",
           sure=0.65, also="approval acceptance endorsement backing plan plans proposal roadmap"),
    _frame("agreement_in_principle", "accord", "issue release adopt publish", "joint", parties="joint",
           also="statement communique declaration", sure=0.65),
    _frame("recognition", "ties", "recognize recognise",
           "government independence president sovereignty state statehood", sure=0.7),
    _frame("recognition", "ties", "recognize recognise", parties="near", sure=0.6),
    _frame("ties_established", "ties", "establish open", TIES, parties="with", by="with", sure=0.8),
    _frame("ties_restored", "ties", "restore resume normalize normalise reopen reestablish renew",
           TIES | _set("embassies embassy"), parties="with", by="with between"),
    _frame("ties_broken", "ties", "sever break cut end suspend rupture", TIES, parties="with", by="with", sure=0.85),
    _frame("ties_downgraded", "ties", "downgrade freeze reduce lower", TIES, parties="with", by="with", sure=0.8),
    _frame("diplomats_expelled", "expulsion", "expel oust eject", DIPLOMATS, sure=0.85),
    _frame("diplomats_expelled", "expulsion", "declare", "grata gratae gratas", sure=0.85),
    _frame("diplomats_expelled", "expulsion", "order give tell ask", "leave out", also=DIPLOMATS),
    _frame("ambassador_summoned", "summons", "call+in haul+in", DIPLOMATS, sure=0.8),
    _frame("ambassador_recalled", "recall", "call+home call+back pull+out telephone+consultas", DIPLOMATS),
    _frame("meeting_cancelled", "cancelled", "call+off put+off", MEETINGS, parties="with", by="with to"),
    _frame("troops_withdrawn", "withdrawal", "pull+back pull+out", TROOPS, sure=0.7),
    _frame("sanctions_imposed", "sanctions", "cut+off", TRADE, by="to from", sure=0.7),
    _frame("ties_broken", "ties", "break+off cut+off", TIES, parties="with", by="with", sure=0.85),
    _frame("mediation", "contact", "bring+together", sure=0.65),
    _frame("mediation", "contact", "mediate shuttle intercede arbitrate", parties="between", sure=0.7),
    _frame("ultimatum", "threat", "give set issue", "days deadline hours ultimatum until", sure=0.7,
           also="deadline to ultimatum"),
    _frame("sanctions_imposed", "sanctions", "ban halt suspend block restrict embargo stop prohibit", TRADE,
           by="to from of", sure=0.7),
    _frame("sanctions_imposed", "sanctions", "maintain keep", "embargo sanctions", sure=0.6),
    _frame("ambassador_summoned", "summons", "summon call", DIPLOMATS | _set("charge"), by="to by", sure=0.85),
    _frame("ambassador_recalled", "recall", "recall withdraw", "ambassador ambassadors diplomats embajador envoy",
           sure=0.8),
    _frame("sanctions_imposed", "sanctions",
           "impose slap extend tighten levy expand announce adopt prolong renew reimpose introduce sanction blacklist",
           SANCTIONS),
    _frame("sanctions_imposed", "sanctions", "bar ban blacklist sanction", BARRED, sure=0.7),
    _frame("sanctions_imposed", "sanctions", "retaliate", SANCTIONS | TARIFFS, sure=0.65),
    _frame("tariffs_imposed", "tariffs", "impose slap raise levy announce hike double increase introduce", TARIFFS),
    _frame("sanctions_eased", "sanctions-eased", "lift ease remove waive drop relax suspend end", SANCTIONS | TARIFFS),
    _frame("sanctions_imposed", "sanctions", "hit target punish slap", SANCTIONS - _set("measures"), sure=0.7),
    _frame("sanctions_imposed", "sanctions", "freeze seize block", "assets accounts reserves funds", sure=0.7),
    _frame("sanctions_imposed", "sanctions", "ban", parties="near", sure=0.6),
    _frame("ties_downgraded", "ties", "scrap cancel terminate suspend annul quit withdraw tear+up", ACCORDS,
           parties="with", by="with from", sure=0.7),
    _frame("ties_downgraded", "ties", "close shut shutter evacuate", "embassy embassies consulate consulates mission",
           parties="place"),
    _frame("ties_downgraded", "ties", "suspend halt cut freeze stop end", "aid assistance cooperation funding support",
           by="to with from for", sure=0.7),
    _frame("person_arrested", "arrest", "arrest detain jail imprison seize", PEOPLE, parties="near", sure=0.65),
    _frame("capture_of_leader", "capture", "capture seize abduct kidnap", parties="leader", sure=0.8),
    _frame("strike", "force", "strike bomb bombard shell raid attack hit bombed", sure=0.65),
    _frame("strike", "force", "launch conduct stage mount carry+out", STRIKES, by="on against in at into", sure=0.7),
    _frame("strike", "force", "fire launch", "missile missiles rocket rockets drones shells", by="at on into towards",
           sure=0.7),
    _frame("attack", "force", "down shoot+down intercept", CRAFT, sure=0.65),
    _frame("attack", "force", "kill shoot wound injure assassinate", PEOPLE, parties="near", sure=0.65),
    _frame("invasion", "force", "invade occupy annex"),
    _frame("invasion", "force", "enter cross+into advance+into", parties="troops", sure=0.65),
    _frame("armed_clash", "clash", "clash fight skirmish", parties="with", by="with against", sure=0.7),
    _frame("armed_clash", "clash", "exchange trade", FIRE, parties="joint"),
    _frame("armed_clash", "clash", "wage", "war", parties="with", by="with against on", sure=0.65),
    _frame("attack", "force", "open", "fire", by="on at"),
    _frame("force_posture", "posture",
           "deploy mobilize mobilise order amass station mass put place send dispatch move rush scramble", TROOPS,
           parties="posture", sure=0.65),
    _frame("force_posture", "posture", "be", "alert", parties="posture", sure=0.6, also="high full maximum"),
    _frame("border_closed", "border", "close shut blockade seal",
           "border borders crossing crossings frontera fronteras frontier strait airspace skies ports"),
    _frame("sanctions_eased", "sanctions-eased", "open reopen unseal", "border borders frontier crossing crossings"
           " airspace ports", by="with to", sure=0.7),
    _frame("troops_withdrawn", "withdrawal", "withdraw pull remove", "army forces soldiers troops"),
    _frame("prisoner_release", "release", "release free swap exchange hand repatriate", PRISONERS, parties="with",
           by="with to"),
    _frame("troops_withdrawn", "withdrawal", "withdraw leave pull+out", parties="troops", by="from", sure=0.65),
    _frame("extradition", "extradition", "extradite"),
    _frame("extradition", "extradition", "hand+over", "suspect suspects fugitive fugitives man men", by="to", sure=0.7),
    _frame("deportation", "deportation", "deport", sure=0.65),
    _frame("apology", "apology", "apologize apologise", parties="with", by="to"),
    _frame("apology", "apology", "express issue offer convey", "regret regrets apology apologies", parties="with",
           by="to"),
    _frame("concession", "concession", "drop withdraw abandon", "demand demands objection objections veto complaint"),
    _frame("protest_note", "protest", "lodge file hand deliver send submit present issue express",
           "protest protests protesta", by="to",
           sure=0.8),
    _frame("court_case", "court", "sue"),
    _frame("court_case", "court", "file bring lodge launch institute", SUITS, also="court tribunal wto against"),
    _frame("court_case", "court", "take drag haul", "court tribunal"),
    _frame("criticism", "criticism",
           "condemn denounce criticize criticise slam blast protest decry rebuke lambast deplore censure",
           parties="whom", sure=0.6),
    _frame("criticism", "criticism", "complain", "that about of over at to de", parties="speech", sure=0.6),
    _frame("accusation", "accusation", "accuse blame", sure=0.8),
    _frame("threat", "threat", "threaten", parties="speech"),
    _frame("threat", "threat", "vow pledge promise", FORCE, parties="speech", sure=0.65),
    _frame("threat", "threat", "warn", FORCE | _set("escalate provoke severe reciprocal measures"), parties="speech",
           sure=0.65),
    _frame("threat", "threat", "reserve", "right", parties="speech", sure=0.6),
    _frame("praise_support", "support", "pledge promise offer voice declare back reaffirm", SUPPORT, by="to for",
           sure=0.65),
    _frame("praise_support", "support", "back support endorse",
           "claim bid candidacy sovereignty integrity position membership independence", sure=0.6),
    _frame("praise_support", "support", "express", SUPPORT, by="to for with", sure=0.6),
    _frame("praise_support", "support", "stand", "alongside behind by with", sure=0.6),
    _frame("offer", "offer", "offer propose", parties="speech", sure=0.6),
    _frame("offer", "invitation", "invite", sure=0.7),
    _frame("refusal", "refusal", "reject refuse decline rebuff dismiss spurn refute rebut", parties="speech", sure=0.7),
    _frame("refusal", "refusal", "deny", parties="speech", sure=0.6),
    _frame("refusal", "refusal", "turn+down brush+aside", parties="speech", sure=0.7),
    _frame("refusal", "refusal", "rule", "out", parties="speech"),
    _frame("request", "request", "ask urge request call press appeal encourage", parties="asked", sure=0.6),
    _frame("request", "request", "seek", MEETINGS | _set("resumption consultations extradition"), parties="with",
           by="with from", sure=0.65),
    _frame("demand", "request", "demand", parties="speech", sure=0.65),
    _frame("meeting_cancelled", "cancelled", "withdraw quit walk+out pull+out", MEETINGS, parties="with", by="with"),
    _frame("meeting_cancelled", "cancelled", "cancel scrap postpone boycott suspend", MEETINGS, parties="with",
           by="with"),
    _frame("mediation", "contact", "mediate broker facilitate sponsor", MEETINGS | TRUCES, parties="mediated",
           sure=0.65),
    _frame("aid", "aid", "send provide donate deliver give supply grant ship", GIVEN, by="to", sure=0.6),
    _frame("aid", "aid", "lend grant donate", "million billion", by="to", sure=0.6),
    _frame("economic_cooperation", "economic", "sell export", SOLD, by="to", sure=0.55),
    _frame("aid", "aid", "receive get obtain", GIVEN, parties="with", by="from", sure=0.6),
    _frame("offer", "aid-offer", "pledge promise announce", "aid assistance loan grant", by="to for", sure=0.6),
    _frame("military_cooperation", "exercise", "hold conduct stage launch begin start join carry+out", EXERCISES,
           parties="with", by="with", sure=0.7),
    _frame("economic_cooperation", "economic", "open inaugurate launch build", WORKS, parties="joint", sure=0.6),
)
# fmt: on
VERB_INDEX: dict[str, tuple[VerbFrame, ...]] = {}
for _one in VERB_FRAMES:
    for _verb in sorted(_one.verbs):
        VERB_INDEX[_verb] = (*VERB_INDEX.get(_verb, ()), _one)

SPEECH_KINDS = frozenset(
    "threat offer refusal accusation request demand criticism praise_support warning denial ultimatum apology"
    " protest_note".split()
)
CONTACT_KINDS = frozenset(
    "phone_call video_call conversation meeting meeting_third_place visit state_visit summit_multilateral"
    " negotiation mediation announced_meeting".split()
)
SPECIFIC = (
    "phone_call",
    "video_call",
    "state_visit",
    "visit",
    "meeting",
    "mediation",
    "negotiation",
    "conversation",
    "summit_multilateral",
)
# The particles with which a verb has frames of their own: "call": "off".
PARTICLES: dict[str, frozenset[str]] = {}
for _entry in VERB_INDEX:
    _lemma, _, _particle = _entry.partition("+")
    if _particle:
        PARTICLES[_lemma] = PARTICLES.get(_lemma, frozenset()) | {_particle}
