"""Hold the words for offices, institutions and groups, with what each says of level and gender."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.reading.longest import lengths_by_first_word


@dataclass(frozen=True, slots=True)
class Title:
    """Hold a word for an office: its kind, its level, and the gender that it tells (empty where it tells none)."""

    kind: str
    level: str
    gender: str = ""


def _table() -> dict[tuple[str, ...], Title]:
    """Return every title as tokens, folded."""
    table: dict[tuple[str, ...], Title] = {}
    for (kind, level), phrases in TITLES.items():
        for phrase in phrases.split(","):
            table[tuple(phrase.replace("-", " - ").split())] = Title(kind, level, GENDERS.get(phrase.strip(), ""))
    return table


TITLES = {
    (
        "head",
        "leader",
    ): "president,prime minister,premier,chancellor,king,queen,emperor,emir,sultan,crown prince,taoiseach,"
    "leader,supreme leader,dictator,pm,head of state,head of government,caretaker prime minister,presidente,"
    "presidenta,primer ministro,primera ministra,mandatario,mandataria,canciller federal,pope,paramount leader,"
    "strongman,monarch,co-president,party chief,general secretary,ruler,junta leader,military ruler,jefe de estado,"
    "army leader,chief adviser,chief advisor,president-elect,prime minister-designate,state counsellor,"
    "federal chancellor,chairman of the cabinet of ministers,chairman of the council of ministers,"
    "chairperson of the council of ministers,president of the council of ministers,"
    "presidente del consejo de ministros,president of the government,presidente del gobierno,presidenta del gobierno,"
    "chairman of the presidency,chairperson of the presidency,general secretary of the communist party,"
    "secretary general of the communist party,party secretary,party leader,presidente interino,presidenta interina,"
    "presidente encargado,amir,shah,pontiff,grand duke,interim leader,jefe de gobierno,jefa de gobierno,"
    "jefe del estado,jefa de estado,presidente de la republica,presidenta de la republica,principe heredero,rey,reina,"
    "papa,emir,regent,empress,prime minister-elect,jefe del gobierno,prime minister-in-exile,governor general,"
    "governor-general,first minister,lider supremo,presidente electo,presidenta electa,primer ministro interino,"
    "primer mandatario,primera mandataria,monarca,"
    "jefe del ejecutivo,jefa del ejecutivo,presidente saliente,presidente en funciones,lider",
    (
        "foreign_minister",
        "minister",
    ): "foreign minister,foreign secretary,secretary of state,minister of foreign affairs,"
    "minister for foreign affairs,secretary of foreign affairs,foreign affairs secretary,external affairs minister,"
    "foreign affairs minister,chief diplomat,top diplomat,canciller,secretario de estado,secretaria de estado,"
    "secretario de relaciones exteriores,ministro de exteriores,ministra de exteriores,fm,eam,foreign policy chief,"
    "high representative,ministro de relaciones exteriores,minister of external affairs,minister for external affairs,"
    "ministra de relaciones exteriores,secretaria de relaciones exteriores,ministro de asuntos exteriores,"
    "ministra de asuntos exteriores,jefe de la diplomacia,jefa de la diplomacia,responsable de la diplomacia,"
    "titular de la cancilleria,titular de la diplomacia,jefe de la cancilleria,jefa de la cancilleria,"
    "titular de exteriores,titular de relaciones exteriores,ministro del exterior,foreign affairs chief,"
    "foreign affairs and trade minister,foreign and european affairs minister,foreign office minister",
    ("minister", "minister"): "minister,defense minister,defence minister,defense secretary,defence secretary,"
    "finance minister,minister of defense,minister of defence,interior minister,state councilor,state councillor,"
    "treasury secretary,commerce minister,commerce secretary,trade minister,energy minister,attorney general,vice"
    " president,"
    "vice-president,home minister,energy secretary,homeland security secretary,deputy prime minister,vice"
    " premier,secretary,internal affairs minister,home affairs minister,"
    "deputy foreign minister,deputy secretary of state,ministro,ministra,secretario,secretaria,vice foreign minister,"
    "culture minister,education minister,transport minister,environment minister,justice minister,tourism minister,"
    "science minister,labour minister,labor minister,immigration minister,migration minister,prime minister's deputy,"
    "foreign trade minister,fisheries minister,infrastructure minister,information minister,cabinet secretary,"
    "economy minister,economy secretary,security minister,agriculture minister,health minister,oil minister,"
    "first vice president,deputy president,deputy minister,trade representative,union minister,minister of state,"
    "tanaiste,federal councillor,federal councilor,chief cabinet secretary,prime cabinet secretary,defense chief,"
    "defence chief,raksha mantri,first deputy prime minister,executive vice president,first deputy foreign minister,"
    "first vice foreign minister,vice minister of foreign affairs,deputy minister of foreign affairs,vicecanciller,"
    "viceministro,viceministra,vicepresidente,vicepresidenta,viceprimer ministro,secretary of national defense,"
    "secretary of defense,secretary of defence,secretary of war,commissioner,trade commissioner,state secretary,"
    "minister delegate,minister-delegate,vice minister,vice foreign affairs minister,deputy premier,vice chancellor,"
    "vice-chancellor,deputy chancellor,subsecretario,subsecretaria,secretary of the security council,"
    "security council secretary,secretary of the national security council,permanent secretary,cabinet minister,"
    "parliamentary secretary,chairman of the joint chiefs of staff",
    (
        "spokesperson",
        "official",
    ): "spokesperson,spokesman,spokeswoman,press secretary,portavoz,vocero,vocera,chief spokesman,"
    "presidential spokesman,presidential spokesperson,deputy spokesperson,deputy spokesman,deputy press secretary",
    (
        "ambassador",
        "official",
    ): "ambassador,envoy,special envoy,consul,consul general,charge d'affaires,chargé d'affaires,"
    "representative,special representative,permanent representative,high commissioner,co-chair,co-chairman,negotiator,"
    "ambassadors,chief negotiator,diplomat,ambassador extraordinary and plenipotentiary,ambassador extraordinary,"
    "extraordinary and plenipotentiary ambassador,ambassador-designate,ambassador-at-large,ambassador at large,"
    "embajador extraordinario y plenipotenciario,embajadora extraordinaria y plenipotenciaria,consul-general,enviado,"
    "enviada,enviado especial,enviada especial,representante permanente,consul,cónsul general,embajador,embajadora,"
    "nuncio,peace envoy,presidential envoy,mediator,deputy ambassador,high commissioner-designate,press attache,"
    "attache,military attache,defence attache,defense attache,cultural attache,minister counselor,minister counsellor,"
    "minister-counselor,minister-counsellor,deputy head of mission,deputy chief of mission,head of mission,"
    "chief of mission,consul-general,encargado de negocios,encargada de negocios,consulesa,"
    "agregado militar",
    (
        "official",
        "official",
    ): "adviser,advisor,national security adviser,national security advisor,director,chief,governor,"
    "senator,congressman,congresswoman,mayor,commander,official,analyst,professor,expert,judge,first lady,chairman,"
    "chairwoman,chair,secretary general,secretary-general,lawmaker,speaker,house speaker,assistant secretary,"
    "assistant secretary of state,"
    "deputy secretary,undersecretary,under secretary,undersecretary of state,deputy assistant secretary,chief of"
    " staff,chief executive,"
    "director general,head,economist,author,lawyer,attorney,activist,candidate,opposition leader,rebel leader,"
    "military spokesman,police chief,researcher,historian,reporter,journalist,administration official,senior official,"
    "government official,state department official,army chief,chief minister,counterpart,homologo,homologa,par,"
    "colleague,colega,funcionario,funcionaria,gobernante,dirigente,lider opositor,lider rebelde,aide,prosecutor,"
    "parliament speaker,speaker of parliament,speaker of the parliament,intelligence chief,spy chief,security chief,"
    "military chief,deputy under secretary,deputy national security adviser,deputy national security advisor,"
    "under secretary of state,deputy assistant secretary of state,trade envoy,"
    "aid chief,rights chief,refugee chief",
    (
        "honorific",
        "",
    ): "mr,mrs,ms,miss,dr,sir,hon,gen,lt gen,col gen,maj gen,general,lieutenant general,colonel,col,admiral,captain,"
    "prince,princess,sheikh,ayatollah,lord,lady,sen,rep,gov,prof,amb,sra,sr,don,doña,senor,senora,rev,archbishop,"
    "cardinal,imam,shri,sh,smt,shrimati,honourable,honorable,hon'ble,h.e.,engr,alhaji,pengiran,major,maj,lieutenant,"
    "lt,brigadier,sergeant,vice admiral,rear admiral,wing commander,major general,brigadier general,brig gen,marshal,"
    "field marshal,comrade,datuk,his excellency,her excellency,excellency,highness,royal highness,majesty,adm,"
    "rear adm,vice adm,cmdr,lt cmdr,"
    "datuk seri,dato,dato seri,tan sri,tun,shaikh,sayyid,hojatoleslam,mullah,excelentisimo,licenciado,ingeniero",
}
GENDERS = {
    "king": "he",
    "queen": "she",
    "crown prince": "he",
    "spokesman": "he",
    "spokeswoman": "she",
    "mr": "he",
    "mrs": "she",
    "ms": "she",
    "miss": "she",
    "sir": "he",
    "congressman": "he",
    "congresswoman": "she",
    "first lady": "she",
    "prince": "he",
    "princess": "she",
    "presidenta": "she",
    "lady": "she",
    "chairwoman": "she",
    "sra": "she",
    "sheikh": "he",
    "lord": "he",
    "vocera": "she",
    "embajadora": "she",
    "primera ministra": "she",
    "emperor": "he",
    "co-chairman": "he",
    "mandataria": "she",
    "primera mandataria": "she",
    "funcionaria": "she",
    "secretaria": "she",
    "ministra": "she",
    "vicepresidenta": "she",
    "viceministra": "she",
    "jefa de gobierno": "she",
    "presidenta electa": "she",
    "shaikh": "he",
}
TITLE_TABLE = _table()
TITLE_LENGTHS = lengths_by_first_word(TITLE_TABLE)
# Offices before whose word a portfolio may stand: "Strategic Affairs Minister", "Foreign Relations Secretary".
PORTFOLIO_TITLES = frozenset("minister secretary commissioner ministro ministra".split())
# The last word of what an office is for: "for Political Affairs", "for the Horn of Africa".
PORTFOLIO_ENDS = frozenset(
    "affairs defense defence cooperation security policy trade development rights migration abroad relations"
    " integration diaspora commerce industry energy climate sahel sudan africa asia europe america americas caribbean"
    " pacific arctic balkans east process reform peace war conflict refugees nations council lakes interior"
    " communications communication transport transportation broadcasting information education health justice finance"
    " economy agriculture tourism culture environment labour labor science technology innovation planning investment"
    " employment youth sport sports works housing water resources petroleum mines mining fisheries forestry welfare"
    " land equality women children veterans territories regions religion heritage arts families irrigation"
    " infrastructure mobility parliament local government immigration citizenship privatization privatisation"
    " investments business food worship expatriates aviation railways ports shipping protection power electricity gas"
    " oil minerals".split()
)
PREMODIFIERS = frozenset(
    "president-elect transition permanent strategic incoming security veteran defense energy right chief then navy new"
    " administration republican socialist principal external longtime leftist interim affairs state trade vice late ex"
    " parliamentary government right-wing communist visiting hardline defence foreign ousted acting force long high"
    " expresidente intelligence assistant left-wing official interior federal nuclear deputy ruling party wing time"
    " conservative unification democratic designate military economic finance elected senior police first army home"
    " transitional provisional departing executive internal outgoing current economy deposed former newly left air hon"
    " presidential opposition caretaker reformist national populist special liberal second press prime top far".split()
)
BODY_NOUNS = frozenset(
    "ministry department office embassy government administration side authorities officials official state parliament"
    " congress senate army military forces troops navy police presidency agency council court commission delegation"
    " consulate mission cabinet regime leadership team secretariat command guard service intelligence house diplomats"
    " diplomat soldiers lawmakers negotiators gobierno ministerio cancilleria embajada secretaria media television"
    " tv spokesmen envoys ministers leaders president's counterparts party bank alliance union company news newspaper"
    " daily broadcaster radio source sources people public jets warplanes planes aircraft drones fighters commandos"
    " warships gunboats ships vessels helicopters tanks artillery prosecutors investigators agents guards officers"
    " generals airmen marines paratroopers peacekeepers rescuers envoy legislators mps deputies delegations troop"
    " migrants nationals citizens fishermen journalists students tourists businessmen companies firms hackers"
    " presidents premiers chancellors mfa mod boats boat ship vessel jet plane helicopter drone warplane warship"
    " gunboat frigate frigates submarine submarines trawlers trawler coastguard coastguards gunners settlers customs"
    " crew crews fisherman sailors force junta judge judges tribunal regulator regulators rangers bomber bombers"
    " gunships carrier destroyer destroyers corvette cutter cutters missile missiles rocket rockets shells operatives"
    " militiamen".split()
)
ACTING_BODIES = frozenset(
    "ministry department office embassy government administration side authorities officials official parliament"
    " congress senate presidency consulate mission cabinet leadership secretariat delegation gobierno ministerio"
    " cancilleria embajada media television"
    " military army police navy forces council commission court house agency news tv source sources newspaper"
    " daily broadcaster radio mfa mod".split()
)
BODY_PREFIXES = frozenset(
    "foreign defense defence interior finance state justice treasury commerce trade energy health economy home external"
    " affairs white security national supreme federal central armed naval coast border press human rights oil military"
    " lower upper new interim transitional caretaker outgoing incoming air customs immigration secret special"
    " combat fighter riot ruling patrol fishing coastguard merchant cargo supply militia information education"
    " agriculture transport culture presidential prime minister's exteriores relaciones"
    " exterior and of".split()
)
GROUP_NOUNS = frozenset(
    "leaders presidents ministers diplomats sides parties countries nations governments neighbours neighbors"
    " neighbor neighbour states"
    " officials delegations allies rivals foes adversaries premiers statesmen counterparts mandatarios paises"
    " partes powers ministros lideres pair duo"
    " heads capitals giants arch-rivals rivals participants interlocutors secretaries chiefs militaries republics foes"
    " negotiators chairs envoys representatives"
    " armies navies men women co-chairs ambassadors viceministros vicecancilleres embajadores jefes secretarios"
    " ministras gobernantes homologos homologas contrapartes pares cancilleres presidentes gobiernos naciones".split()
)
GROUP_QUANTIFIERS = frozenset(
    "two both each either three four five six seven warring ambos ambas dos rival feuding neighbouring neighboring"
    " other top foreign prime asian african european andean south north caucasus nuclear armed defence defense"
    " interior finance trade energy health justice deputy vice transport agriculture economy".split()
)
DOCUMENTS = frozenset(
    "statement readout communique declaration document letter note comment communiqué release comunicado post tweet"
    " report transcript resolution message texto nota escrito misiva documento mensaje declaracion".split()
)
# What may stand before them: "a joint statement".
DESCRIBING = frozenset(
    "joint written brief short official separate final common terse lengthy similar trilateral same mismo misma".split()
)
BODIES = {
    "state department": "US",
    "white house": "US",
    "pentagon": "US",
    "oval office": "US",
    "capitol hill": "US",
    "department of state": "US",
    "downing street": "GB",
    "the elysee": "FR",
    "elysee": "FR",
    "quai d'orsay": "FR",
    "the kremlin": "RU",
    "kremlin": "RU",
    "zhongnanhai": "CN",
    "foreign office": "",
    "foreign ministry": "",
    "ministry of foreign affairs": "",
    "ministry for foreign affairs": "",
    "external affairs ministry": "",
    "ministry of external affairs": "",
    "defense ministry": "",
    "defence ministry": "",
    "ministry of defense": "",
    "ministry of defence": "",
    "department of foreign affairs": "",
    "department of foreign affairs and trade": "",
    "ministry of foreign relations": "",
    "ministry of external relations": "",
    "department of external affairs": "",
    "secretariat of foreign relations": "",
    "ministry of national defense": "",
    "ministry of national defence": "",
    "department of national defense": "",
    "department of defence": "",
    "foreign ministries": "",
    "ministerio de relaciones exteriores": "",
    "ministerio de asuntos exteriores": "",
    "federal foreign office": "DE",
    "foreign and commonwealth office": "GB",
    "global affairs canada": "CA",
    "number 10": "GB",
    "palazzo chigi": "IT",
    "farnesina": "IT",
    "itamaraty": "BR",
    "palacio de nariño": "CO",
    "casa de nariño": "CO",
    "palacio de miraflores": "VE",
    "miraflores": "VE",
    "la moneda": "CL",
    "casa rosada": "AR",
    "moncloa": "ES",
    "los pinos": "MX",
    "bankova": "UA",
    "chigi palace": "IT",
    "cheong wa dae": "KR",
    "malacañang": "PH",
    "malacanang": "PH",
    "south block": "IN",
    "aso rock": "NG",
    "union buildings": "ZA",
    "planalto": "BR",
    "smolensk square": "RU",
    "binnenhof": "NL",
    "interior ministry": "",
    "blue house": "KR",
    "rashtrapati bhavan": "IN",
    "bundestag": "DE",
    "knesset": "IL",
    "state duma": "RU",
    "duma": "RU",
    "verkhovna rada": "UA",
    "national palace": "",
    "presidential palace": "",
    "department of defense": "US",
    "homeland security": "US",
    "us congress": "US",
    "bipartisan congressional delegation": "US",
    "homeland security department": "US",
    "osce minsk group": "",
    "minsk group": "",
    "security council": "",
    "national security council": "",
    "un security council": "",
    "european commission": "EU",
    "european council": "EU",
    "european parliament": "EU",
    "brussels": "EU",
    "red cross": "",
    "international committee of the red cross": "",
    "treasury department": "US",
    "justice department": "US",
    "defense department": "US",
    "casa blanca": "US",
    "departamento de estado": "US",
    "cancilleria": "",
    "secretaria de relaciones exteriores": "MX",
    "international community": "",
    "office of the spokesperson": "US",
    "chancellery": "",
    "cia": "US",
    "fbi": "US",
    "mossad": "IL",
    "israel defense forces": "IL",
    "israeli defense forces": "IL",
    "idf": "IL",
    "islamic revolutionary guard corps": "IR",
    "revolutionary guards": "IR",
    "revolutionary guard": "IR",
    "irgc": "IR",
    "fsb": "RU",
    "people's liberation army": "CN",
    "pla": "CN",
}
PARTICLES = frozenset(
    "de la del las los van von der den bin bint ibn al el ul ur da do dos di du le abu ben ter ten"
    " e y al- zu st".split()
)
NOT_NAMES = frozenset(
    "relaciones exteriores alli ahi aqui alla luego asi entonces asimismo incluso tampoco despues finalmente anoche"
    " i the a an in on at of and but or for to by with from as if when while after before since it he she they we"
    " you this"
    " that these those his her its their our my there here what which who how why where not no yes also however"
    " meanwhile besides likewise furthermore similarly nonetheless nevertheless therefore elsewhere"
    " earlier later now then than both all some many most last next first second according while despite during about"
    " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun"
    " under over between among following speaking asked separately additionally moreover still yet such each"
    " el la los las un una en por para con su sus al del se lo que como durante tras segun tambien pero ademas cuando"
    " ante sobre desde hasta bajo contra mediante aunque mientras este esta estos estas ese esa hoy ayer cada otro otra"
    " lunes martes miercoles jueves viernes sabado domingo informo informa refiere refirio comunico detallo indico"
    " said says told source quote details background title covid mou mous nato so are is was were will would"
    " reporters reuters afp ap news agency television press republican democrat democratic constitution"
    " congress senate parliament islamic christian muslim jewish western eastern northern southern central"
    " government state treaty agreement article section internet twitter facebook telegram x whatsapp instagram".split()
)
FIRST_NAMES = {
    "she": "claudia angela hillary condoleezza jen karine jill theresa ursula kaja annalena liz sanna mette magdalena"
    " dilma cristina michelle maria giorgia marine kamala nancy victoria wendy madeleine susan janet linda ana"
    " catherine"
    " elizabeth margaret sheikh-hasina benazir aung angela roza tansu golda indira jacinda helen julia penny melanie"
    " chrystia mary anita sushma nirupama hina maleeha tarja kersti dalia ingrida zuzana viola beata kolinda ivana"
    " salome maia natalia olha yulia tatiana svetlana marija sahle joyce ellen samia violeta laura xiomara mia"
    " keiko dina delcy"
    " sanae yoko hua mao tammy caroline heather nauert morgan karen sarah kellyanne stephanie anna emine".split(),
    "he": "donald joe barack george bill john marco mike antony rex vladimir sergei sergey dmitry"
    " boris emmanuel nicolas francois"
    " olaf gerhard david tony gordon keir rishi recep hugo juan andres enrique felipe vicente fidel raul miguel luis"
    " jair luiz michel xi hu wen li yang wang benjamin mahmoud ali hassan mohammad mohammed muhammad abdel bashar"
    " saddam"
    " narendra manmohan imran shehbaz nawaz pervez ashraf hamid kim moon yoon shinzo fumio yoshihide taro pedro mariano"
    " volodymyr petro viktor alexander ilham nikol robert jean paul peter tommy ned richard james steve stephen anwar"
    " gustavo alvaro nayib javier mauricio gabriel evo rafael justin mark stephen scott anthony kevin".split(),
}
GENDER_BY_FIRST_NAME = {name: gender for gender, names in FIRST_NAMES.items() for name in names}
