"""Hold the acts of speech: requests, protests, accusations, refusals, threats."""

from __future__ import annotations

from newsroom.reading.acts.judgements import BAD_NAMES
from newsroom.reading.acts.rows import act
from newsroom.reading.acts.words import (
    DIPLOMATS,
    FORCE,
    GIVEN,
    HARSH,
    PLOTS,
    SANCTIONS,
    SOUGHT,
    SPYING,
    SUITS,
    TARIFFS,
    TROOPS,
    WARNED,
    words,
)

EVIDENCE = words("evidence proof documents pruebas")
LINKS = words("links link linking linked involvement complicity connection connections ties implicating implicated")
REGRETTED = words(
    "decision decisions move moves refusal failure withdrawal expulsion absence lack step steps statement statements"
    " remarks action actions conduct behaviour behavior vote announcement"
)

CLAIMED = words("allegation allegations accusation accusations claims insinuations acusacion acusaciones")

VERBAL = words(
    "verbal scathing blistering stinging bitter vitriolic withering rhetorical personal furious veiled outspoken"
    " angry verbales verbal"
)
BLAMED_FOR = words(
    "rights record handling policy policies treatment failure refusal decision stance remarks comments support"
    " silence inaction"
)
# fmt: off
# A blow that is one of words.
SCOLDED = (
    act("criticism", "criticism", "launch unleash mount deliver make fire", "attack attacks broadside tirade barrage"
        " assault onslaught salvo ataque", also=VERBAL, by="on against at over contra", sure=0.6),
    act("criticism", "criticism", "hammer slam blast hit attack pound pummel savage", parties="whom", also=BLAMED_FOR,
        by="over for", sure=0.6),
    act("criticism", "criticism", "clash spar", "meeting meetings summit council session debate assembly conference"
        " forum"
        " hearing", parties="with", also="over at during in", by="with", sure=0.55),
)
ASKED = (
    act("request", "request", "ask urge request call press appeal encourage plead implore beg beseech exhort lobby"
        " petition entreat push pressure tell order warn want lean advise counsel caution"
        " challenge dare prod nudge remind telephone enjoin", parties="asked", sure=0.6,
        nouns="request,requests,appeal,plea,pleas,petition,entreaty,entreaties,behest,urging,pedido,solicitud"
        ",peticion,llamamiento",
        to="for to with that de a", speech=True),
    act("request", "request", "impress", "need importance", parties="with", by="on upon", also="on upon", sure=0.55),
    act("request", "request", "prevail+on prevail+upon lean+on lean+upon", parties="whom", by="on upon", sure=0.6),
    act("request", "request", "pile put exert heap step+up mount keep apply ratchet+up bring",
        "pressure presion", by="on upon sobre", sure=0.6),
    act("request", "request", nouns="call,calls", to="for", of="for", speech=True),
    act("request", "request", "seek request solicit", SOUGHT | GIVEN, parties="with", by="with from", also="from of"
        " de a",
        sure=0.65),
    act("request", "request", "seek", SOUGHT, parties="with", by="with from", sure=0.65),
    act("demand", "request", "claim", "compensation damages reparations indemnizacion", by="from of",
        parties="near", sure=0.6),
    act("request", "request", "request seek", "extradition meeting talks help assistance permission access explanation"
        " consultations clarification clarifications return release handover lifting reopening repatriation inquiry"
        " removal payment", parties="with", by="from of with", also="from by to of for with", sure=0.6),
    act("request", "request", "request", "that", parties="speech", sure=0.6),
    act("request", "request", "want", SOUGHT | SANCTIONS | TARIFFS, parties="speech", sure=0.6),
    act("request", "request", "turn look appeal", "help assistance support aid loan loans credit funds money funding"
        " financing bailout protection advice backing", by="to", also="for", sure=0.6),
    act("demand", "request", "order+out tell+out", TROOPS, parties="near", sure=0.6),
    act("demand", "request", "sue", "retiro retirada salida liberacion cese entrega respeto explicaciones disculpas"
        " que", parties="speech", sure=0.6),
    act("demand", "request", "demand insist", parties="speech", sure=0.65,
        nouns="demand,demands,exigencia,ultimatums,insistence,insistencia",
        to="that for to on from de a en", speech=True),
)

PROTESTED = (
    act("court_case", "court", "file bring lodge submit", "complaint case dispute",
        also="wto icj tribunal court arbitration", by="against over", sure=0.65),
    act("protest_note", "protest", "lodge file hand deliver send submit present issue express register make raise"
        " hand+over write convey give", "protest protests protesta complaint complaints demarche verbale"
        " representations queja", by="to with against a", sure=0.8, nouns="protest,protests,note of protest"
        ",protest note,note verbale,demarche,nota de protesta,nota diplomatica,nota verbal,protesta,queja,queja formal"
        ",diplomatic note,verbal note,formal complaint",
        to="to with over against at a", speech=True),
    act("ambassador_summoned", "summons", "call+in haul+in send+for", DIPLOMATS, sure=0.8),
    act("ambassador_summoned", "summons", "summon call convoke invite demarche", DIPLOMATS | words("charge chargé"),
        by="to by",
        sure=0.85, nouns="summoning,summons,summon,convocatoria,citacion", to="of to for", of=DIPLOMATS),
    act("court_case", "court", "take bring refer submit carry", "case matter dispute issue grievance grievances caso"
        " asunto disputa"
        " controversia", also="court tribunal icj wto hague corte arbitration arbitraje haya union bloc council"
        " assembly sadc ecowas asean oas forum", by="against over with", sure=0.6),
    act("court_case", "court", "sue"),
    act("court_case", "court", "issue", "warrant warrants", by="for against", sure=0.55),
    act("court_case", "court", "put", "trial", parties="near", also="on", sure=0.6),
    act("court_case", "court", "file bring lodge launch institute submit initiate begin", SUITS,
        also="court tribunal wto against icj hague arbitration", by="against",
        nouns="lawsuit,suit,court case,legal action,demanda", to="against"),
    act("court_case", "court", "file bring institute initiate launch", "suit lawsuit case cases charges"
        " demanda", by="against",
        sure=0.55),
    act("court_case", "court", "take drag haul bring", "court tribunal arbitration icj", also="to before"),
    act("criticism", "criticism", "express voice convey", "regret", also=REGRETTED, by="over at about for with",
        sure=0.6),
    act("criticism", "criticism", "express voice convey", "regret", parties="speech", sure=0.6),
    act("criticism", "criticism", "regret", REGRETTED, sure=0.6),
    act("criticism", "criticism", "react respond", "angrily furiously fury dismay anger outrage indignation alarm"
        " indignacion", by="to a ante", sure=0.6),
    act("criticism", "criticism", "insult lecture", parties="near", sure=0.6),
    act("criticism", "criticism", "give", "dressing earful", parties="near", by="to", sure=0.6),
    act("criticism", "criticism", "have", "words", also="harsh sharp strong stern angry blunt"
        " bitter", by="for", sure=0.6),
    act("criticism", "criticism", "come", "fire criticism attack", also="over for criticism", parties="with", by="from",
        sure=0.6),
    act("criticism", "criticism", "be", "critical", also="of", by="of", sure=0.55),
    act("criticism", "criticism", "remonstrate", parties="with", by="with", sure=0.6),
    act("criticism", "criticism", "quarrel bicker squabble wrangle feud spar", parties="with", by="with", sure=0.55),
    act("criticism", "criticism", "question", "commitment sincerity motives legitimacy intentions sovereignty",
        sure=0.55),
    act("criticism", "criticism", "liken", by="to", parties="near", sure=0.6),
    act("criticism", "criticism", "compare", "hitler nazi nazis hitlers fascist fascists", by="to with",
        parties="near", sure=0.6),
    act("refusal", "refusal", "condemn denounce decry slam blast deplore lambast lament deride ridicule mock"
        " scorn assail", CLAIMED, parties="speech", sure=0.6),
    act("criticism", "criticism", "condemn denounce criticize criticise slam blast protest decry rebuke lambast"
        " deplore censure bemoan lament castigate chide berate chastise admonish scold reprimand deride mock ridicule"
        " attack excoriate assail blister bristle fault upbraid rap pillory dress+down flay scorn vilify savage"
        " reproach"
        " disparage denigrate belittle malign slander demonise demonize besmirch impugn"
        " frown+on frown+upon", parties="whom", sure=0.6,
        by="over about at to for",
        nouns="angry response,angry reaction,sharp response,sharp reaction,harsh response,furious response"
        ",condemnation,denunciation,criticism,rebuke,criticisms,reprimand,outrage,fury,censure,condena,critica"
        ",criticas,repudio,reproche,tirade,broadside", to="of at against a over toward towards"),
    act("criticism", "criticism", nouns="rebuke,reprimand,broadside", to="to at against"),
    act("criticism", "criticism", nouns="description,labelling,labeling,branding,depiction,portrayal,characterisation"
        ",characterization,designation", to="of", of=BAD_NAMES),
    act("investigation", "investigation", "investigate probe", "companies company firms firm imports bank banks"
        " exporters"
        " airline subsidies dumping officials", also="for over into of", parties="near", sure=0.55),
    act("investigation", "investigation", "open launch begin start order initiate", "inquiry inquiries investigation"
        " investigations probe probes", by="into of on against", sure=0.6, nouns="investigation,probe,inquiry",
        to="into of"),
    act("criticism", "criticism", "complain bristle fume", "that about of over at to de", parties="speech", sure=0.6),
    act("criticism", "criticism", "hit+out lash+out lash+into take+task take+issue take+exception take+umbrage"
        " tear+into speak+out rail inveigh"
        " fulminate lay+into round+on turn+on take+aim"
        " take+swipe take+swipes take+jab heap+blame heap+scorn pour+scorn cry+foul vent+fury vent+anger"
        " cast+doubt", parties="whom", by="at against"
        " on into to with over", sure=0.65),
    act("accusation", "accusation", "accuse blame suspect", sure=0.8, nouns="accusation,accusations,allegation"
        ",allegations,charge,charges,acusacion,acusaciones,imputacion,imputaciones,senalamientos"
        ",denuncia", to="that against of"),
    act("accusation", "accusation", "charge", "with", parties="near", sure=0.6),
    act("accusation", "accusation", "allege charge", "that", parties="speech", sure=0.6),
    act("accusation", "accusation", "allege", parties="speech", sure=0.6),
    act("accusation", "accusation", "implicate", parties="near", sure=0.6),
    act("accusation", "accusation", "see detect allege", "hand", also="behind in", parties="near", sure=0.55),
    act("accusation", "accusation", "link connect", PLOTS, also="to con a", parties="near", sure=0.6),
    act("accusation", "accusation", "have find present possess obtain uncover discover hold show publish release"
        " unveil produce submit", EVIDENCE, also=LINKS,
        parties="speech", sure=0.6),
    act("accusation", "accusation", "expose uncover bust dismantle unmask detect foil thwart break+up", SPYING,
        by="by of", sure=0.6),
    act("accusation", "accusation", "level make hurl fling lay direct", "accusation accusations charge charges"
        " allegation allegations acusaciones cargos", by="at against", sure=0.65),
    act("criticism", "criticism", "level heap aim direct hurl unleash", "criticism criticisms insults abuse scorn"
        " criticas insultos", by="at against on", sure=0.6),
    act("accusation", "accusation", "point+finger pin+blame lay+blame put+blame", by="at on", sure=0.7),
    act("accusation", "accusation", "hold+responsible hold+accountable", parties="near", sure=0.7),
    act("accusation", "accusation", "trade exchange swap", "accusations allegations barbs insults recriminations"
        " charges blame acusaciones", parties="joint", sure=0.65),
    act("accusation", "accusation", nouns="war of words,exchange of insults,exchange of barbs", to="with between",
        joint=True),
    act("accusation", "accusation", "trade exchange swap", "words", parties="joint", sure=0.6,
        also="harsh angry bitter heated sharp tough"),
)

REFUSED_ACTS = (
    act("refusal", "refusal", "reject refuse decline rebuff dismiss spurn refute rebut snub ignore disregard discount"
        " scoff rubbish pooh-pooh dispute contest disown disavow repudiate deflect brush shun resist defy",
        parties="speech", sure=0.7,
        nouns="refusal,rejection,denial,dismissal,snub,veto,rebuff,rechazo,negativa", to="of to a", speech=True),
    act("refusal", "refusal", "deny", parties="speech", sure=0.6),
    act("refusal", "refusal", "say+no", by="to", sure=0.65),
    act("refusal", "refusal", "turn", "ear", also="deaf", by="to", sure=0.6),
    act("refusal", "refusal", "shut close slam", "door", by="on to", sure=0.6),
    act("refusal", "refusal", "shoot+down knock+back", "proposal proposals offer idea plan request suggestion bid"
        " demand",
        parties="speech", sure=0.65),
    act("refusal", "refusal", "give", "reception response welcome reply", also="cool cold frosty chilly lukewarm muted",
        by="to", sure=0.55),
    act("refusal", "refusal", "stand+firm hold+firm stand+ground dig+heels", parties="speech", by="against over on to",
        sure=0.55),
    act("refusal", "refusal", "give+shrift", also="short", by="to", sure=0.6),
    act("refusal", "refusal", "pour+water throw+water", also="cold", by="on", sure=0.6),
    act("refusal", "refusal", "withhold", "consent approval support backing", by="from for to", sure=0.6),
    act("refusal", "refusal", "disinvite uninvite", parties="near", sure=0.65),
    act("refusal", "refusal", "turn+down brush+aside laugh+off vote+down shrug+off brush+off wave+away push+back"
        " hit+back fire+back"
        " fend+off throw+out balk baulk bridle", parties="speech", sure=0.7),
    act("refusal", "refusal", "turn+away turn+back", DIPLOMATS | words("delegation minister inspectors monitors"
        " observers investigators"), parties="speech", sure=0.6),
    act("refusal", "refusal", "oppose rebuff snub spurn defy", parties="near", sure=0.6),
    act("refusal", "refusal", "withdraw rescind revoke recall cancel retract", "invitation invitacion", by="to for a",
        parties="near", sure=0.6),
    act("refusal", "refusal", "bar", "summit talks conference meeting forum cumbre", also="from de",
        parties="near", sure=0.6),
    act("refusal", "refusal", "contradict stonewall", "account claim claims version assertion statement request"
        " sovereignty", parties="speech", sure=0.55),
    act("refusal", "refusal", "rule", "out", parties="speech"),
    act("refusal", "refusal", "exclude discount", "use force action option options intervention war strike strikes"
        " solution solutions sanctions retaliation", parties="speech", sure=0.6),
    act("refusal", "refusal", "object", also="to", parties="speech", sure=0.65),
    act("refusal", "refusal", "retort", parties="speech", sure=0.6),
    act("refusal", "refusal", "veto block oppose obstruct thwart stymie frustrate derail scupper hinder",
        "resolutions drafts bids resolution draft motion bid"
        " membership entry accession proposal candidate candidates nominee appointment candidatura ingreso"
        " plan candidacy application request statement text ingreso adhesion candidatura", sure=0.65),
    act("refusal", "refusal", "veto block", "sanctions admission extradition extradicion", sure=0.65),
    act("refusal", "refusal", "veto block hold+up", "aid loan loans package tranche funding funds credit disbursement"
        " desembolso", by="to for para", sure=0.6),
    act("refusal", "refusal", "block prevent bar stop keep", "joining rejoining entering attending", also="from",
        parties="near", sure=0.6),
    act("refusal", "refusal", "vote", "against", by="against", sure=0.6),
)

THREATENED = (
    act("threat", "threat", "threaten", parties="speech", nouns="threat,threats,amenaza,amenazas",
        to="to of against on", speech=True),
    act("threat", "threat", "vow pledge promise swear", FORCE | HARSH, parties="speech", sure=0.65),
    act("threat", "threat", "vow pledge promise swear", "respond reply answer react reciprocate", parties="speech",
        sure=0.6),
    act("threat", "threat", "warn", WARNED, parties="speech", sure=0.65,
        nouns="stern warning,warning,warnings,advertencia,advertencias", to="to of against that a", speech=True),
    act("warning", "threat", "warn caution", "that of against not about", parties="speech", sure=0.55),
    act("warning", "threat", "put+notice", parties="near", sure=0.6),
    act("warning", "threat", "serve+notice", by="on to", sure=0.6),
    act("threat", "threat", "rattle brandish", "sabre saber sabres sabers threat threats", by="at over against",
        sure=0.6),
    act("threat", "threat", "prepare", "response reply answer respuesta", also="strong firm decisive harsh tough severe"
        " crushing forceful contundente firme dura severa demoledora", parties="speech", sure=0.55),
    act("threat", "threat", "float dangle hint prepare draw+up ready", SANCTIONS | TARIFFS
        | words("retaliation consequences"), by="against on at over",
        parties="speech", sure=0.5),
    act("threat", "threat", "consider weigh mull contemplate ponder",
        SANCTIONS | words("retaliation countermeasures tariffs reprisals airstrikes strikes invasion blockade embargo"),
        parties="speech", sure=0.5),
    act("threat", "threat", "consider weigh mull contemplate ponder", "steps action measures options",
        also="further retaliatory additional", parties="speech", sure=0.5),
    act("threat", "threat", "caution warn", "against", parties="near", sure=0.6),
    act("threat", "threat", "claim", "ownership sovereignty soberania", by="over of from sobre", sure=0.55),
    act("threat", "threat", "reserve", "right", parties="speech", sure=0.6),
    act("threat", "threat", "raise float", "prospect spectre specter possibility threat",
        also="sanctions strikes war retaliation tariffs action", parties="speech", sure=0.6),
    act("ultimatum", "threat", nouns="ultimatum", to="to a"),
    act("ultimatum", "threat", "give set issue hand deliver present serve launch", "days deadline hours ultimatum until"
        " week plazo", sure=0.7,
        also="deadline to ultimatum plazo"),
)
# fmt: on
