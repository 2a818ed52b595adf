"""The kinds of event: a plain word for each, in ten groups, with fixed PLOVER 2.0 and CAMEO codes.

Pure Python. The order here is the order of lists and filters. A joint kind is what both sides do together and stands on
the spine of a pair's page; any other stands on the side that acts. Codes after the PLOVER manual of 4 February 2024.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LevelHint = Literal["", "leader", "minister", "official"]


@dataclass(frozen=True, slots=True)
class Group:
    """Name a group of kinds."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Kind:
    """Describe one kind of event: its words, its codes, whether both sides act together, who usually acts."""

    key: str
    label: str
    group: str
    definition: str
    example: str
    plover: str
    cameo: str
    is_joint: bool = False
    level_hint: LevelHint = ""


GROUPS: dict[str, Group] = {
    group.key: group
    for group in (
        Group("contact", "Contact"),
        Group("agreement", "Agreement"),
        Group("conciliation", "Conciliation"),
        Group("cooperation", "Cooperation"),
        Group("request", "Request"),
        Group("protest", "Protest"),
        Group("refusal", "Refusal"),
        Group("threat", "Threat"),
        Group("measure", "Measure"),
        Group("force", "Force"),
    )
}

# fmt: off
_CONTACT = (
    Kind("phone_call", "Phone call", "contact", "They spoke by telephone.",
         "The presidents of two countries speak by telephone.", "CONSULT:phone", "041", True),
    Kind("video_call", "Video call", "contact", "They spoke by video link.",
         "Two foreign ministers confer by video.", "CONSULT:phone", "041", True),
    Kind("conversation", "Conversation", "contact", "They spoke; the source does not say by what means.",
         "A minister “spoke with” a colleague abroad.", "CONSULT", "040", True),
    Kind("meeting", "Meeting", "contact", "They met in person, in one of the countries or where is not stated.",
         "Two ministers meet in one of their capitals.", "CONSULT", "040", True),
    Kind("meeting_third_place", "Meeting elsewhere", "contact", "They met in person in a country that is not theirs.",
         "Two leaders meet beside a conference abroad.", "CONSULT:third-party", "044", True),
    Kind("visit", "Visit", "contact", "One travelled to the other’s country.",
         "A foreign minister travels to a neighbour’s capital.", "CONSULT:visit", "042", True),
    Kind("state_visit", "State visit", "contact", "A head of state was received with full honours.",
         "A president is received on a state visit.", "CONSULT:visit", "042", True, "leader"),
    Kind("summit_multilateral", "Summit", "contact", "Leaders or ministers of many countries met.",
         "The leaders of twenty countries meet.", "CONSULT:multilateral", "040", True),
    Kind("negotiation", "Negotiation", "contact", "They negotiated on a stated matter.",
         "Delegations hold a second round of talks on a border.", "CONSULT", "046", True),
    Kind("mediation", "Mediation", "contact", "A third party brought them together or carried messages.",
         "A third country hosts talks between two enemies.", "CONSULT:third-party", "045", True),
)

_AGREEMENT = (
    Kind("announced_meeting", "Meeting announced", "agreement",
         "A visit, a meeting or talks were agreed or announced.",
         "Two governments announce a visit for next month.", "AGREE", "036", True),
    Kind("offer", "Offer", "agreement", "One offered help, talks or terms. What was offered has not happened by that.",
         "A government says that it is ready to mediate if asked.", "AGREE", "030"),
    Kind("agreement_in_principle", "Agreement in principle", "agreement", "They agreed, and have signed nothing yet.",
         "Two ministers agree in principle on a trade deal.", "AGREE", "030", True),
    Kind("treaty_signed", "Treaty signed", "agreement", "They signed a treaty or another formal agreement.",
         "Two presidents sign a treaty on water.", "SUPPORT", "057", True),
    Kind("ratified", "Ratification", "agreement", "One ratified an agreement between them.",
         "A parliament ratifies a border treaty.", "SUPPORT", "057"),
    Kind("recognition", "Recognition", "agreement", "One recognised the other as a state, or its government.",
         "A government recognises a new state.", "SUPPORT", "054"),
    Kind("ties_established", "Ties established", "agreement", "They opened diplomatic relations.",
         "Two states open diplomatic relations.", "SUPPORT", "054", True),
    Kind("ties_restored", "Ties restored", "agreement", "They took up relations that had been broken.",
         "Two states reopen their embassies.", "SUPPORT", "050", True),
    Kind("praise_support", "Support", "agreement", "One declared its support for the other, as an act of policy.",
         "A government backs another’s claim before an assembly.", "SUPPORT", "051"),
)

_CONCILIATION = (
    Kind("apology", "Apology", "conciliation", "One apologised or expressed regret to the other.",
         "A prime minister apologises for a past wrong.", "CONCEDE", "055"),
    Kind("concession", "Concession", "conciliation", "One gave way or announced that it would.",
         "A government announces that it will withdraw a demand.", "CONCEDE", "080"),
    Kind("ceasefire_declared", "Ceasefire declared", "conciliation",
         "A ceasefire was declared, not yet in force.",
         "Two sides announce a ceasefire from midnight.", "CONCEDE", "0871", True),
    Kind("ceasefire_in_force", "Ceasefire in force", "conciliation", "A ceasefire took effect.",
         "The guns fall silent at the agreed hour.", "RETREAT:ceasefire", "0871", True),
    Kind("prisoner_release", "Prisoners released", "conciliation", "One released or both exchanged prisoners.",
         "A government frees two jailed citizens of another.", "RETREAT:release", "0841"),
    Kind("sanctions_eased", "Sanctions eased", "conciliation", "One lifted or eased sanctions, tariffs or a ban.",
         "A government lifts part of an embargo.", "RETREAT", "085"),
    Kind("troops_withdrawn", "Troops withdrawn", "conciliation", "One withdrew its forces.",
         "The last foreign soldiers leave a province.", "RETREAT:withdraw", "0872"),
)

_COOPERATION = (
    Kind("aid", "Aid", "cooperation", "One gave the other money, goods, arms or relief.",
         "A government sends relief after an earthquake.", "AID", "070"),
    Kind("economic_cooperation", "Economic cooperation", "cooperation", "They traded, invested or built together.",
         "Two countries open a joint railway.", "COOPERATE", "061", True),
    Kind("military_cooperation", "Military cooperation", "cooperation", "They exercised, trained or patrolled jointly.",
         "Two navies hold a joint exercise.", "COOPERATE", "062", True),
    Kind("extradition", "Extradition", "cooperation", "One handed over a wanted person to the other.",
         "A government extradites a suspect.", "COOPERATE", "063"),
)

_REQUEST = (
    Kind("request", "Request", "request", "One asked the other for something.",
         "A government asks another for its support.", "REQUEST", "100"),
    Kind("demand", "Demand", "request", "One demanded that the other do or stop something.",
         "A government demands that another open its archives.", "REQUEST:change", "100"),
)

_PROTEST = (
    Kind("protest_note", "Protest note", "protest", "One protested formally to the other.",
         "An embassy hands over a note of protest.", "ACCUSE:disapprove", "114"),
    Kind("ambassador_summoned", "Ambassador summoned", "protest", "One called in the other’s ambassador to complain.",
         "A foreign ministry summons an ambassador.", "ACCUSE:disapprove", "114"),
    Kind("criticism", "Criticism", "protest", "One condemned or criticised the other, as an act of policy.",
         "A government condemns a law of another.", "ACCUSE:disapprove", "111"),
    Kind("accusation", "Accusation", "protest", "One accused the other of a stated wrong.",
         "A minister accuses a neighbour of arming rebels.", "ACCUSE:allege", "112"),
    Kind("investigation", "Investigation", "protest", "One opened an inquiry into what the other or its people did.",
         "A ministry opens an inquiry into a neighbour’s subsidies.", "ACCUSE:investigate", "090"),
    Kind("denial", "Denial", "protest", "One denied what the other said of it.",
         "A ministry denies that its ships crossed the line.", "ACCUSE:disapprove", "111"),
    Kind("court_case", "Court case", "protest", "One brought the other before a court.",
         "A state files suit at the International Court of Justice.", "ACCUSE:allege", "115"),
)

_REFUSAL = (
    Kind("refusal", "Refusal", "refusal", "One refused or ruled out what the other wanted, asked or offered.",
         "A president rules out foreign troops on her soil.", "REJECT", "120"),
    Kind("meeting_cancelled", "Meeting called off", "refusal", "One called off a meeting, a visit or talks.",
         "A president calls off a visit a week before it.", "REJECT:meet", "125"),
)

_THREAT = (
    Kind("threat", "Threat", "threat", "One threatened the other. What was threatened has not happened by that.",
         "A leader says that force may be used.", "THREATEN", "130"),
    Kind("warning", "Warning", "threat", "One warned the other of consequences without naming force.",
         "A minister warns of consequences for relations.", "THREATEN", "130"),
    Kind("ultimatum", "Ultimatum", "threat", "One set the other a time limit under a threat.",
         "A government gives another ten days to withdraw.", "THREATEN", "139"),
)

_MEASURE = (
    Kind("ambassador_recalled", "Ambassador recalled", "measure", "One called its own ambassador or diplomats home.",
         "A government recalls its ambassador.", "SANCTION:withdraw", "161"),
    Kind("diplomats_expelled", "Diplomats expelled", "measure", "One expelled diplomats of the other.",
         "A government gives ten diplomats a week to leave.", "SANCTION:expel", "166"),
    Kind("ties_downgraded", "Ties downgraded", "measure", "One lowered the rank of relations, or halted talks or aid.",
         "A government lowers its mission to a chargé d’affaires.", "SANCTION:discontinue", "161"),
    Kind("ties_broken", "Ties broken", "measure", "One broke off diplomatic relations.",
         "A government breaks off relations and closes its embassy.", "SANCTION:discontinue", "161"),
    Kind("sanctions_imposed", "Sanctions", "measure", "One imposed sanctions, an embargo or a ban on the other.",
         "A government freezes the assets of officials abroad.", "SANCTION:discontinue", "163"),
    Kind("tariffs_imposed", "Tariffs", "measure", "One raised tariffs on the other’s goods.",
         "A government raises the duty on steel.", "SANCTION:discontinue", "163"),
    Kind("border_closed", "Border closed", "measure", "One closed its border, airspace or waters to the other.",
         "A government closes three border crossings.", "COERCE:restrict", "191"),
    Kind("person_arrested", "Arrest", "measure", "One arrested or held citizens or officials of the other.",
         "Police arrest a foreign journalist.", "COERCE:arrest", "173"),
    Kind("property_seized", "Seizure", "measure", "One seized ships, goods or other property of the other.",
         "A coast guard seizes a foreign trawler.", "COERCE:seize", "171"),
    Kind("deportation", "Deportation", "measure", "One deported citizens of the other.",
         "A flight returns deported migrants.", "COERCE:deport", "174"),
)

_FORCE = (
    Kind("force_posture", "Show of force", "force", "One moved or raised forces towards the other.",
         "A fleet is sent to a disputed sea.", "MOBILIZE", "150"),
    Kind("cyber", "Cyberattack", "force", "One attacked the other’s computer systems.",
         "A ministry’s network is shut down by an attack from abroad.", "COERCE:cyber", "170"),
    Kind("armed_clash", "Clash", "force", "Forces of both fought.",
         "Border guards of two countries exchange fire.", "ASSAULT", "190", True),
    Kind("strike", "Strike", "force", "One struck targets of the other from the air, the sea or afar.",
         "Aircraft bomb a base across the border.", "ASSAULT:aerial", "195"),
    Kind("invasion", "Invasion", "force", "One sent forces into the other’s territory to stay or to fight.",
         "An army crosses the border at dawn.", "ASSAULT", "192"),
    Kind("attack", "Attack", "force", "One attacked forces, people or property of the other by other means.",
         "An embassy is attacked on another state’s orders.", "ASSAULT", "180"),
    Kind("capture_of_leader", "Leader captured", "force", "One captured a leader of the other.",
         "Special forces seize a president abroad.", "ASSAULT:abduct", "181"),
)

# fmt: on
KINDS: dict[str, Kind] = {
    kind.key: kind
    for kinds in (
        _CONTACT,
        _AGREEMENT,
        _CONCILIATION,
        _COOPERATION,
        _REQUEST,
        _PROTEST,
        _REFUSAL,
        _THREAT,
        _MEASURE,
        _FORCE,
    )
    for kind in kinds
}


# A contact: they spoke, met, or negotiated.
CONTACTS: tuple[str, ...] = tuple(key for key, kind in KINDS.items() if kind.group == "contact")


def kinds_by_group() -> list[tuple[Group, list[Kind]]]:
    """Return each group with its kinds, both in declared order."""
    return [(group, [kind for kind in KINDS.values() if kind.group == group.key]) for group in GROUPS.values()]
