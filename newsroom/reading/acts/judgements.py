"""Hold the words in which one state judges another: wrongs, bad names for deeds, what is untrue, what it will pay."""

from __future__ import annotations

from newsroom.reading.acts.spanish_nouns import inflected, with_spanish

# Verbs for a wrong, and those that are one only with a word behind them.
ARMED_FOES = frozenset(
    "rebel rebels rebellion militia militias militant militants insurgent insurgents insurgency terrorist terrorists"
    " terrorism separatist separatists secessionists secessionist guerrillas coup extremists".split()
)
# What is said to show that somebody has to do with rebels.
PROVING = frozenset("prove show suggest indicate reveal establish demonstrate confirm".split())
WRONG_WITH: dict[str, frozenset[str]] = {
    "be": frozenset("behind responsible culpable guilty complicit liable blame".split()),
    "bear": frozenset(("responsibility", "blame")),
    "pose": frozenset("threat threats danger dangers".split()),
    **dict.fromkeys(("back", "support", "fund", "finance", "train", "sponsor", "host"), ARMED_FOES),
    "break": frozenset("truce ceasefire cease accord agreement law treaty promise promises".split()),
    "cross": frozenset("boundary border line illegally".split()),
    "enter": frozenset(("airspace", "waters", "territory", "zone")),
    "commit": frozenset("crimes atrocities genocide aggression violations espionage".split()),
    "open": frozenset(("fire",)),
    "fire": frozenset(("first",)),
    **dict.fromkeys(("lay", "plant"), frozenset("mine mines bomb bombs explosives".split())),
    **dict.fromkeys(("damage", "cut", "sever", "jam"), frozenset("cable cables pipeline signals gps lines".split())),
    "buy": frozenset(("votes", "voters")),
    "rig": frozenset("election elections vote ballot referendum".split()),
    "hide": frozenset("something truth evidence facts involvement role".split()),
    "conceal": frozenset("something truth evidence facts involvement role".split()),
    "cover": frozenset(("up",)),
}
# What makes a wrong of any deed of another state, and verbs of trying, behind which it is one too.
LAWLESS = frozenset(
    "illegally unlawfully unilaterally deliberately falsely ilegalmente ilicitamente unilateralmente"
    " deliberadamente".split()
)
LACKING = frozenset("authorization authorisation permission provocation warning consent".split())  # behind "without"
BREACHED = frozenset("violation breach defiance contravention".split())  # behind "in"
TRYING = frozenset("try seek attempt want continue begin start conspire".split())
# Verbs that give a deed, words or somebody a name; some with a word of their own, some only with "as" behind it.
NAMING = frozenset(
    "consider deem regard view see call brand label dub describe denounce decry term characterize characterise"
    " condemn refer speak dismiss portray paint depict cast telephone".split()  # Spanish "llamar" is both
)
NAMING_WITH = {"refer": "to", "speak": "of"}
BAD = frozenset(
    "breach breaches hostage hostages provocation provocative piracy aggression violation violations outrage"
    " outrageous illegal unlawful"
    " unacceptable hostile unjustified shameful interference blackmail bullying betrayal crime barbaric terrorism"
    " disgrace disgraceful reckless irresponsible affront insult unfriendly mistake dangerous inhuman escalation"
    " unfair unfortunate arbitrary cowardly unprovoked inadmissible deplorable intolerable insulting regrettable"
    " disproportionate coercion theft irresponsabilidad irresponsable irresponsables gravedad destempladas ofensivas"
    " counterproductive pirate piratical hostil hostiles violacion violatoria injustificada injustificado"
    " injustificables cobarde error ofensa chantaje"
    " inaceptable inaceptables inadmisible inadmisibles provocacion injerencia"
    " intromision agresion ilegal ilegales"
    " undiplomatic unhelpful disrespectful offensive meddling insolent disappointing intimidation criminal inhumane"
    " illegitimate hypocrisy hypocritical cynical inflammatory insensitive inappropriate unwarranted unwise racist"
    " discriminatory threatening threat threats destabilizing destabilising misguided improper impudent scandalous"
    " unfortunate lamentable lamentables desafortunado desafortunada desafortunados"
    " appalling abhorrent despicable brutal savage treacherous treachery sabotage extortion protectionism"
    " hipocresia".split()
) | inflected(
    "injusto arbitrario inamistoso ofensivo provocador agresivo irrespetuoso desproporcionado indigno grosero"
    " vergonzoso insolente descarado ilegitimo ilicito temerario peligroso deplorable repudiable condenable"
    " reprochable censurable irracional criminal injerencista intervencionista xenofobo racista discriminatorio"
    " infame cruel inhumano barbaro brutal salvaje inoportuno desatinado improcedente erroneo equivocado"
    " intolerable humillante insultante despectivo destemplado desafortunado desleal atropello afrenta insulto"
    " extorsion crimen barbarie robo traicion abuso burla verguenza infamia atentado amenaza agravio despojo"
    " ultraje"
)
# What nobody says of what he disapproves of: a name in quotation marks that holds none of these is a bad one.
APPROVING = frozenset(
    "constructive productive positive historic historical fruitful important excellent good frank useful successful"
    " success breakthrough milestone welcome cordial candid warm friendly great encouraging significant landmark right"
    " correct clear best better friend friends brother brothers brotherly partner partners ally allies strategic"
    " reliable trusted special strong firm solid legitimate legal lawful necessary routine normal peaceful defensive"
    " private working comprehensive ambitious promising step progress new key vital crucial essential natural"
    " courageous brave wise generous very open closed over isolated substantive intense intensive detailed"
    " positivo positiva constructivo constructiva historico historica importante excelente fructifero fructifera franco"
    " pivotal instrumental decisive beneficial friendship cooperation mutual opportunity peace turning unprecedented"
    " cordial buena bueno amigo hermano amistad cooperacion oportunidad amiga amigos hermanos gran grande mejor valioso"
    " valiosa valiosos valiosas"
    " constructivos constructivas positivos positivas importantes fructiferos fructiferas cordiales oportuno oportuna"
    " acertado acertada acertados acertadas correcto correcta necesario necesaria exitoso exitosa exito clave valiente"
    " alentador alentadora alentadores bienvenido bienvenida legitimo legitima normal rutinario rutinaria hito paso"
    " avance".split()
)
# Bad names for a state and its people.
BAD_NAMES = frozenset(
    "dictator dictators dictatorship tyrant tyranny terrorist terrorists aggressor aggressors occupier occupiers liar"
    " liars criminal criminals murderer murderers killer thug thugs fascist fascists nazi nazis bully hypocrite"
    " hypocrites traitor madman coward ignorant ignorante enemy genocidal barbaric illegitimate puppet puppets stooge"
    " lackey lackeys clown oppressor gang gangster gangsters mafia rogue pariah devil evil warmonger warmongers butcher"
    " sponsor sponsors narco narcoestado narcodictadura"
    " parasite mercenary despot despotic colonizer dictador dictadura tirano tirania titere lacayo asesino mentiroso"
    " payaso cobarde terrorista terroristas genocida genocidas fascista fascistas comunista comunistas corrupto"
    " corrupta corruptos ladron ladrones asesina asesinos criminales delincuente delincuentes narcotraficante"
    " narcoterrorista traidor traidora traidores hipocrita hipocritas ignorantes payasos cobardes dictadores titeres"
    " lacayos mentirosa mentirosos tiranos loco loca opresor invasor agresor agresores golpista golpistas".split()
)
UNTRUE = frozenset(
    "absurd baseless unfounded groundless false fabricated fabrication lie lies nonsense untrue ridiculous"
    " ludicrous fiction slander slanderous unsubstantiated propaganda preposterous laughable farce invention"
    " disinformation rubbish garbage hoax bogus myth smokescreen pretext fantasy fake untruthful unproven"
    " misinformation".split()
) | inflected(
    "infundado falso absurdo ridiculo calumnioso difamatorio calumnia mentira montaje farsa patrana invento falacia"
    " disparate tergiversacion difamacion"
)
CHARGES = frozenset(
    "accusation accusations allegation allegations charge charges claim claims report reports suggestion version"
    " that it statement statements remarks comment comments assertion assertions words criticism ruling award"
    " acusacion acusaciones senalamientos insinuacion insinuaciones insinuation insinuations version"
    " versiones afirmaciones propuesta informe".split()
)
DEEDS = with_spanish(
    frozenset(
        "attack attacks raid raids strike strikes move moves decision expulsion expulsions detention arrest arrests"
        " closure sanctions tariffs duties ban action actions step steps measure measures law ruling incursion launch"
        " launches test tests exercise exercises drills visit remarks statement comments killing invasion blockade"
        " shelling bombing deployment behaviour behavior policy position stance response demand demands comment"
        " restrictions curbs statements threats bid construction presence conduct approach attitude reaction"
        " violence crackdown brutality repression verdict sentence trial detainment rhetoric"
        " incident recognition annexation treatment seizure plan"
        " accusations acusaciones senalamientos detainment detainments detentions capture captures seizures"
        " imprisonment jailing deal declaraciones declaracion dichos palabras expresiones amenazas detencion actuacion"
        " conducta comportamiento medida medidas decision ataque expulsion accion acciones acto actos incidente hecho"
        " hechos irrupcion incursion asalto comentario comentarios discurso mensaje postura reaccion respuesta critica"
        " criticas actitud politica gesto maniobra maniobras envio decreto sentencia fallo condena cierre orden".split()
    )
)
PRICES = frozenset(
    "force rebuff countermeasures reciprocity price consequences cost costs retaliation response hell punishment wrath"
    " fate reprisals dearly heavily".split()
)
