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
    and whoever is named in what is said, else the other country of the story's main pair).
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
)
TIES = _set("ties relations relationship links relaciones")
TROOPS = _set(
    "troops forces soldiers warships military army navy fleet aircraft carrier alert reinforcements tanks"
    " missiles destroyers"
    " jets bombers battalions"
)
PRISONERS = _set(
    "citizen citizens national nationals journalist journalists fisherman fishermen crew tourist tourists student"
    " students activist activists pilot pilots businessman teacher teachers"
    " prisoner prisoners hostage hostages detainee detainees captives bodies pow pows sailors soldiers remains"
)
ACCORDS = _set(
    "agreement agreements treaty treaties deal deals pact pacts accord accords memorandum memoranda mou mous"
    " protocol convention"
    " contract declaration acuerdo tratado communique"
)
SANCTIONS = _set("sanctions sanction embargo restrictions ban bans blacklist sanciones measures")
TARIFFS = _set("tariff tariffs duty duties levies aranceles quota quotas")
BARRED = _set(
    "officials lawmakers senators ministers individuals companies firms banks citizens nationals entities imports"
    " exports flights ships vessels oil officers generals judges"
)
TRUCES = _set("ceasefire truce armistice cease hostilities cessation")
MEETINGS = _set("meeting meetings visit visits talks summit trip call dialogue negotiations conversation")
FIRE = _set("fire gunfire shots artillery shelling rockets missiles blows shellfire")
TRADE = _set(
    "import imports export exports supplies supply gas oil electricity deliveries shipments goods trade water sales"
    " purchases flights importaciones exportaciones"
)
REFUSED = _set(
    "propuesta oferta intervencion invitacion offer offers proposal proposals intervention request requests"
    " demand demands invitation help aid assistance idea plan ultimatum call"
    " calls possibility deployment troops mediation talks negotiations interference option action terms claim"
    " claims allegations accusations charge charges accusation allegation claim threat threats pressure bid overture"
    " overtures suggestion truce ceasefire compromise conditions deal assertion notion"
)
FORCE = _set(
    "strike attack bomb invade retaliate hit respond shell destroy punish deploy use intervene seize occupy annex"
    " send act retaliation"
    " strikes attacks force military sanctions tariffs war consequences response answer reprisals invasion"
    " countermeasures impose cut expel"
    " retaliatory reciprocate nuclear weapons"
)
SUPPORT = _set("support backing solidarity stand side assistance")

VERB_FRAMES: tuple[VerbFrame, ...] = (
    VerbFrame(
        "conversation",
        "contact",
        _set("speak talk converse confer consult chat huddle"),
        frozenset(),
        "with",
        _set("with to con"),
        0.8,
    ),
    VerbFrame("negotiation", "contact", _set("negotiate"), frozenset(), "with", _set("with"), 0.65),
    VerbFrame("tariffs_imposed", "tariffs", _set("answer respond retaliate"), TARIFFS, confidence=0.65),
    VerbFrame("conversation", "contact", _set("discuss"), frozenset(), "with", _set("with"), 0.6),
    VerbFrame("phone_call", "contact", _set("call phone telephone dial"), frozenset(), "called", frozenset(), 0.75),
    VerbFrame("phone_call", "contact", _set("tell inform"), _set("phone telephone"), "called", frozenset(), 0.75),
    VerbFrame("meeting", "contact", _set("meet"), frozenset(), "with", _set("with con"), 0.8),
    VerbFrame("visit", "contact", _set("visit"), frozenset(), "place", frozenset(), 0.8),
    VerbFrame(
        "visit",
        "contact",
        _set("travel fly go arrive head tour return"),
        frozenset(),
        "place",
        _set("to in for a al"),
        0.65,
    ),
    VerbFrame("visit", "contact", _set("leave depart continue proceed"), frozenset(), "place", _set("for to"), 0.6),
    VerbFrame("visit", "contact", _set("host receive welcome greet"), frozenset(), "person", frozenset(), 0.7),
    VerbFrame(
        "ceasefire_declared",
        "ceasefire",
        _set("agree reach declare announce sign conclude accept establish strike negotiate seal proclaim"),
        TRUCES,
        "joint",
        frozenset(),
        0.8,
    ),
    VerbFrame("treaty_signed", "accord", _set("sign initial ink"), ACCORDS | {"statement"}, "joint", frozenset(), 0.85),
    VerbFrame("ratified", "accord", _set("ratify"), frozenset(), "with", _set("with"), 0.8),
    VerbFrame("agreement_in_principle", "accord", _set("agree"), frozenset(), "joint", frozenset(), 0.7),
    VerbFrame(
        "agreement_in_principle",
        "accord",
        _set("reach strike conclude seal finalize finalise clinch"),
        ACCORDS | {"consensus", "understanding", "agreement"},
        "joint",
        frozenset(),
        0.7,
    ),
    VerbFrame(
        "recognition",
        "ties",
        _set("recognize recognise"),
        _set("independence sovereignty state government president statehood"),
        "object",
        frozenset(),
        0.7,
    ),
    VerbFrame("ties_established", "ties", _set("establish open"), TIES, "with", _set("with"), 0.8),
    VerbFrame(
        "ties_restored",
        "ties",
        _set("restore resume normalize normalise reopen reestablish renew"),
        TIES | {"embassies", "embassy"},
        "with",
        _set("with"),
        0.75,
    ),
    VerbFrame("ties_broken", "ties", _set("sever break cut end suspend rupture"), TIES, "with", _set("with"), 0.85),
    VerbFrame("ties_downgraded", "ties", _set("downgrade freeze reduce lower"), TIES, "with", _set("with"), 0.8),
    VerbFrame("diplomats_expelled", "expulsion", _set("expel oust eject"), DIPLOMATS, "object", frozenset(), 0.85),
    VerbFrame(
        "diplomats_expelled", "expulsion", _set("declare"), _set("grata gratae gratas"), "object", frozenset(), 0.85
    ),
    VerbFrame(
        "diplomats_expelled",
        "expulsion",
        _set("order give tell ask"),
        _set("leave out"),
        "object",
        frozenset(),
        0.75,
        DIPLOMATS,
    ),
    VerbFrame("ambassador_summoned", "summons", _set("call+in haul+in"), DIPLOMATS, "object", frozenset(), 0.8),
    VerbFrame(
        "ambassador_recalled", "recall", _set("call+home call+back pull+out"), DIPLOMATS, "object", confidence=0.75
    ),
    VerbFrame("meeting_cancelled", "cancelled", _set("call+off put+off"), MEETINGS, "with", _set("with to"), 0.75),
    VerbFrame("troops_withdrawn", "withdrawal", _set("pull+back pull+out"), TROOPS, "object", confidence=0.7),
    VerbFrame("sanctions_imposed", "sanctions", _set("cut+off"), TRADE, "object", _set("to from"), 0.7),
    VerbFrame("ties_broken", "ties", _set("break+off cut+off"), TIES, "with", _set("with"), 0.85),
    VerbFrame("mediation", "contact", _set("bring+together"), frozenset(), "object", confidence=0.65),
    VerbFrame(
        "mediation", "contact", _set("mediate shuttle intercede arbitrate"), frozenset(), "between", confidence=0.7
    ),
    VerbFrame(
        "ultimatum",
        "threat",
        _set("give set issue"),
        _set("deadline ultimatum hours days until"),
        "object",
        frozenset(),
        0.7,
        _set("to ultimatum deadline"),
    ),
    VerbFrame(
        "sanctions_imposed",
        "sanctions",
        _set("ban halt suspend block restrict embargo stop prohibit"),
        TRADE,
        "object",
        _set("to from of"),
        0.7,
    ),
    VerbFrame(
        "sanctions_imposed", "sanctions", _set("maintain keep"), _set("embargo sanctions"), "object", confidence=0.6
    ),
    VerbFrame(
        "ambassador_summoned", "summons", _set("summon call"), DIPLOMATS | {"charge"}, "object", _set("to by"), 0.85
    ),
    VerbFrame(
        "ambassador_recalled",
        "recall",
        _set("recall withdraw"),
        _set("ambassador ambassadors envoy diplomats embajador"),
        "object",
        frozenset(),
        0.8,
    ),
    VerbFrame(
        "sanctions_imposed",
        "sanctions",
        _set(
            "impose slap extend tighten levy expand announce adopt prolong renew reimpose introduce sanction blacklist"
        ),
        SANCTIONS,
        "object",
        frozenset(),
        0.75,
    ),
    VerbFrame("sanctions_imposed", "sanctions", _set("bar ban blacklist sanction"), BARRED, "object", frozenset(), 0.7),
    VerbFrame("sanctions_imposed", "sanctions", _set("retaliate"), SANCTIONS | TARIFFS, "object", frozenset(), 0.65),
    VerbFrame(
        "tariffs_imposed",
        "tariffs",
        _set("impose slap raise levy announce hike double increase introduce"),
        TARIFFS,
        "object",
        frozenset(),
        0.75,
    ),
    VerbFrame(
        "sanctions_eased",
        "sanctions-eased",
        _set("lift ease remove waive drop relax suspend end"),
        SANCTIONS | TARIFFS,
        "object",
        frozenset(),
        0.75,
    ),
    VerbFrame(
        "capture_of_leader", "capture", _set("capture seize abduct kidnap"), frozenset(), "leader", frozenset(), 0.8
    ),
    VerbFrame(
        "strike",
        "force",
        _set("strike bomb bombard shell raid attack hit bombed"),
        frozenset(),
        "object",
        frozenset(),
        0.65,
    ),
    VerbFrame("invasion", "force", _set("invade occupy annex"), frozenset(), "object", frozenset(), 0.75),
    VerbFrame("armed_clash", "clash", _set("clash fight skirmish"), frozenset(), "with", _set("with against"), 0.7),
    VerbFrame("armed_clash", "clash", _set("exchange trade"), FIRE, "joint", frozenset(), 0.75),
    VerbFrame(
        "force_posture",
        "posture",
        _set("deploy mobilize mobilise order amass station mass put place send dispatch move rush scramble"),
        TROOPS,
        "posture",
        frozenset(),
        0.65,
    ),
    VerbFrame(
        "border_closed",
        "border",
        _set("close shut blockade seal"),
        _set("border borders frontier crossing crossings strait frontera"),
        "object",
        frozenset(),
        0.75,
    ),
    VerbFrame(
        "troops_withdrawn",
        "withdrawal",
        _set("withdraw pull remove"),
        _set("troops forces soldiers army"),
        "object",
        frozenset(),
        0.75,
    ),
    VerbFrame(
        "prisoner_release",
        "release",
        _set("release free swap exchange hand repatriate"),
        PRISONERS,
        "with",
        _set("with to"),
        0.75,
    ),
    VerbFrame("extradition", "extradition", _set("extradite"), frozenset(), "object", frozenset(), 0.75),
    VerbFrame("deportation", "deportation", _set("deport"), frozenset(), "object", frozenset(), 0.65),
    VerbFrame("apology", "apology", _set("apologize apologise"), frozenset(), "with", _set("to"), 0.75),
    VerbFrame(
        "criticism",
        "criticism",
        _set("condemn denounce criticize criticise slam blast protest decry"),
        frozenset(),
        "object",
        frozenset(),
        0.6,
    ),
    VerbFrame("accusation", "accusation", _set("accuse blame"), frozenset(), "object", frozenset(), 0.8),
    VerbFrame("threat", "threat", _set("threaten"), frozenset(), "speech", frozenset(), 0.75),
    VerbFrame("threat", "threat", _set("vow pledge promise"), FORCE, "speech", frozenset(), 0.65),
    VerbFrame(
        "threat", "threat", _set("warn"), FORCE | {"war", "provoke", "severe", "escalate"}, "speech", frozenset(), 0.65
    ),
    VerbFrame("threat", "threat", _set("reserve"), _set("right"), "speech", frozenset(), 0.6),
    VerbFrame(
        "praise_support",
        "support",
        _set("pledge promise offer voice declare back reaffirm"),
        SUPPORT,
        "object",
        _set("for to"),
        0.65,
    ),
    VerbFrame("praise_support", "support", _set("stand"), _set("by with behind alongside"), "object", frozenset(), 0.6),
    VerbFrame("offer", "offer", _set("offer propose"), frozenset(), "speech", frozenset(), 0.6),
    VerbFrame("offer", "invitation", _set("invite"), frozenset(), "object", frozenset(), 0.7),
    VerbFrame(
        "refusal",
        "refusal",
        _set("reject refuse decline rebuff dismiss spurn"),
        frozenset(),
        "speech",
        frozenset(),
        0.7,
    ),
    VerbFrame("refusal", "refusal", _set("rule"), _set("out"), "speech", frozenset(), 0.75),
    VerbFrame("request", "request", _set("ask urge request call press appeal"), frozenset(), "asked", frozenset(), 0.6),
    VerbFrame("demand", "request", _set("demand"), frozenset(), "speech", frozenset(), 0.65),
    VerbFrame(
        "meeting_cancelled",
        "cancelled",
        _set("cancel scrap postpone boycott suspend"),
        MEETINGS,
        "with",
        _set("with"),
        0.75,
    ),
    VerbFrame(
        "mediation",
        "contact",
        _set("mediate broker facilitate sponsor"),
        MEETINGS | TRUCES,
        "mediated",
        frozenset(),
        0.65,
    ),
    VerbFrame(
        "aid",
        "aid",
        _set("send provide donate deliver give supply grant"),
        _set("aid assistance relief humanitarian loan grant weapons food medicine"),
        "object",
        _set("to"),
        0.6,
    ),
)
VERB_INDEX: dict[str, tuple[VerbFrame, ...]] = {}
for _frame in VERB_FRAMES:
    for _verb in sorted(_frame.verbs):
        VERB_INDEX[_verb] = (*VERB_INDEX.get(_verb, ()), _frame)

SPEECH_KINDS = frozenset(
    "threat offer refusal accusation request demand criticism praise_support warning denial ultimatum apology".split()
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
