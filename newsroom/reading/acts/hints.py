"""Words by which the kind of an act is guessed where no row of the lexicon tells it."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsroom.reading.spanish_forms import participles, third_persons
from newsroom.reading.verb_forms import inflect, irregular_forms

MISLEADING = frozenset("promising committing storm storms".split())  # forms that mostly mean something else


@dataclass(frozen=True, slots=True)
class Hint:
    """Hold a kind and the words that hint at it.

    ``verbs`` and ``nouns`` are English, ``infinitives`` and ``spanish`` (nouns and adjectives, accents folded) Spanish;
    nouns stand in the singular, adjectives among them.
    """

    kind: str
    family: str
    verbs: str
    nouns: str
    infinitives: str = ""
    spanish: str = ""
    words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Write out every form of every word."""
        forms = {word for verb in self.verbs.split() for word in irregular_forms().get(verb) or inflect(verb)}
        forms -= MISLEADING
        for noun in (self.nouns + " " + self.spanish).split():
            forms |= {noun, noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "on", "or", "dad")) else "s")}
            forms |= {noun[:-1] + "ies"} if noun.endswith("y") else set()
        for verb in self.infinitives.split():
            forms |= {verb, *third_persons(verb), *participles(verb)}
        object.__setattr__(self, "words", frozenset(forms))


# What an official says of a state that he blames, beside the words of `judgements.py`, and of one that he warns.
BLAMING = frozenset(
    "incorrect erroneous malicious distort distorts distorted distortion disregard disregards disregarded"
    " disregarding ignore ignores ignored trample tramples trampled defy defies defied undermine undermines"
    " undermined undermining blackmailing bullying coercive coercion hegemony hegemonic hegemonism arrogance"
    " audacity autocratic intolerant repressive despotic bellicose belligerent belligerence hostility hatred malign"
    " heinous vile monstrous atrocious ridiculous nonsensical dishonest deceitful deception perfidy treason bad-"
    " faith double-standards complicit colonialist imperialist expansionist expansionism revanchist"
    " militarist militarism warmongering unwarranted unhelpful unwise disproportionate excessive indiscriminate"
    " inflame inflames provoke provokes humiliante humillante humillacion vergonzoso vergonzosa bochornoso descarado"
    " descarada cinico cinica cinismo arrogancia prepotencia prepotente soberbia imperialista imperialismo"
    " colonialista colonialismo injerencista intervencionista intervencionismo mezquino mezquina vil infame infamia"
    " burdo burda torpe nefasto nefasta hipocrita barbarie atropello atropellos despojo traicion cobardia deplorable"
    " repudiable".split()
)
WARNING = frozenset("warn warns warned warning warnings retaliatory retaliate countermeasures repercussions".split())

# Of two kinds the one with more words in a sentence, else the first, is guessed.
HINTS = (
    Hint(
        "attack",
        "force",
        "attack bomb shell raid storm ambush assault flatten bombard invade assassinate torpedo strafe besiege"
        " kill wound injure massacre kidnap abduct pound",
        "attack bombardment bombing airstrike shelling raid ambush assault incursion intrusion aggression"
        " invasion gunfire crossfire gunfight skirmish clash hostility fighting flare-up firefight mob missile"
        " rocket mortar artillery massacre hostage",
        "atacar bombardear invadir asaltar matar herir secuestrar disparar",
        "ataque bombardeo invasion agresion combate enfrentamiento escaramuza misil cohete tiroteo asalto",
    ),
    Hint(
        "sanctions_imposed",
        "sanctions",
        "close shut cut order suspend ban halt freeze restrict embargo revoke cancel sever curtail expel"
        " blacklist boycott blockade bar punish downgrade terminate discontinue scrap withhold nationalise"
        " nationalize reroute deport evict",
        "suspension ban freeze freezer restriction sanction embargo revocation rupture expulsion deadline boycott"
        " blockade tariff duty closure blacklist nationals quota",
        "suspender prohibir congelar restringir cancelar romper sancionar bloquear expulsar vetar castigar",
        "suspension sancion embargo ruptura bloqueo arancel cierre veto restriccion expulsion",
    ),
    Hint(
        "criticism",
        "criticism",
        "accuse blame protest condemn denounce decry deplore lament berate chide rebuke lambast slam blast assail"
        " deride mock insult vilify reproach reprimand scold resent regret trigger violate breach",
        "illegal unlawful baseless groundless unfair unjust unjustified unacceptable inadmissible aggression"
        " aggressive provocation provocative irresponsible reckless hateful slanderous slander insult insulting"
        " regrettable deplorable lamentable annexation violation breach misgiving concern concerned outrage"
        " outraged astounded appalled alarmed dismayed disappointed disappointment displeasure indignation"
        " bellicose unfriendly hostile scandalous shameful absurd hypocrisy hypocritical"
        " interference meddling protest accusation controversy cynical arrogant treacherous betrayal criminal"
        " genocide occupation destabilizing destabilising illegitimate intolerable offensive disrespect"
        " disrespectful wrongful",
        "acusar culpar protestar condenar denunciar deplorar lamentar repudiar criticar reprochar",
        "ilegal inaceptable inadmisible injusto injustificado inadecuado lamentable injerencia intromision"
        " provocacion agresion preocupado preocupacion condena violacion ofensa insulto calumnia hostil"
        " irresponsable peon repudio protesta indignacion grosero",
    ),
    Hint(
        "request",
        "request",
        "demand require urge ask advise appeal propose request want seek implore beseech plead petition exhort summon",
        "demand appeal proposal request plea petition",
        "exigir pedir solicitar instar reclamar proponer exhortar rogar",
        "exigencia peticion solicitud propuesta reclamo llamado",
    ),
    Hint(
        "refusal",
        "refusal",
        "reject dismiss deny refuse oppose rebuff spurn decline veto disown refute rebut",
        "rejection dismissal denial refusal opposition rebuff veto",
        "rechazar negar rehusar descartar desmentir oponer vetar",
        "rechazo negativa oposicion",
    ),
    Hint(
        "meeting",
        "contact",
        "meet visit host receive welcome arrive discuss confer converse greet dine telephone phone",
        "meeting talk visit luncheon dinner banquet reception conversation summit consultation negotiation"
        " delegation courtesy tete-a-tete commission arrival call dialogue phone audience handshake"
        " gathering roundtable ceremony",
        "reunir visitar recibir conversar dialogar encontrar entrevistar reencontrar llegar abordar",
        "reunion visita encuentro delegacion dialogo audiencia almuerzo cena cumbre llamada cita ceremonia"
        " conversacion",
    ),
    Hint(
        "aid",
        "aid",
        "donate grant lend airlift fund finance supply bankroll",
        "aid donation grant assistance relief humanitarian vaccine loan fund funding supply",
        "donar financiar",
        "donacion ayuda prestamo vacuna asistencia",
    ),
    Hint(
        "agreement_in_principle",
        "pledge",
        "agree sign pledge promise commit cooperate collaborate coordinate",
        "agreement accord pledge commitment willingness readiness keenness invitation memorandum treaty pact protocol"
        " ready promise",
        "acordar firmar prometer comprometer suscribir convenir",
        "acuerdo invitacion cooperacion compromiso tratado convenio memorando protocolo",
    ),
    Hint(
        "recognition",
        "support",
        "recognize recognise",
        "recognition independence",
        "reconocer",
        "reconocimiento independencia",
    ),
)
