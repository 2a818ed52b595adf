"""Hold the measures of one state against another: expulsions, recalls, ties, sanctions, tariffs, borders, arrests."""

from __future__ import annotations

from newsroom.reading.acts.rows import act
from newsroom.reading.acts.words import (
    ACCORDS,
    ASSETS,
    BARRED,
    BORDERS,
    CARGO,
    CRAFT,
    DIPLOMATS,
    EXERCISES,
    MISSIONS,
    PEOPLE,
    PROPERTY,
    RETALIATORY,
    SANCTIONS,
    TARIFFS,
    TIES,
    TRADE,
    words,
)

SENDING = (
    "ambassador ambassadors diplomats embajador embajadora embajadores envoy envoys diplomat commissioner consul staff"
    " charge adviser advisers advisor advisors attache attaches"
)
# fmt: off
MEASURES = (
    act("diplomats_expelled", "expulsion", "expel oust eject evict banish kick+out throw+out boot+out turf+out"
        " chuck+out boot remove drum+out", DIPLOMATS, sure=0.85, nouns="expulsion,expulsions,ouster,ejection",
        to="of from", of=DIPLOMATS),
    act("concession", "concession", "suspend halt reverse revoke rescind cancel freeze postpone put+hold",
        "termination expulsion expulsions deportation deportations annexation", by="of from with to", sure=0.6),
    act("diplomats_expelled", "expulsion", "order+out", DIPLOMATS | {"citizens"}, sure=0.7),
    act("diplomats_expelled", "expulsion", "send+packing", DIPLOMATS, sure=0.7),
    act("diplomats_expelled", "expulsion", "declare name consider brand label designate proclaim pronounce announce"
        " deem say", "grata gratae gratas unwelcome", sure=0.85),
    act("ambassador_recalled", "recall", "order tell ask instruct call direct", "return home back leave out"
        " regresar volver", also=DIPLOMATS, sure=0.7),
    act("diplomats_expelled", "expulsion", "order give grant tell ask instruct direct demand request require propose",
        "leave out home go vacate depart pack quit abandonen abandonar",
        also=DIPLOMATS | {"intelligence", "spies"}),
    act("diplomats_expelled", "expulsion", "show", "door", also=DIPLOMATS | PEOPLE | {"soldiers", "troops"}, sure=0.65),
    act("diplomats_expelled", "expulsion", "send+home", DIPLOMATS, parties="near", sure=0.65),
    act("diplomats_expelled", "expulsion", "tell order instruct direct ask", "withdraw recall repatriate remove"
        " replace",
        also=DIPLOMATS, parties="near", sure=0.65),
    act("diplomats_expelled", "expulsion", "give order", "leave depart", also="hours days week weeks", sure=0.6),
    act("diplomats_expelled", "expulsion", "have", "leave depart quit", also="hours days until week weeks month",
        sure=0.65),
    act("diplomats_expelled", "expulsion", "order", "departure removal exit", also=DIPLOMATS, by="of", sure=0.75),
    act("diplomats_expelled", "expulsion", "revoke withdraw cancel strip", "accreditation accreditations credentials"
        " immunity",
        sure=0.7),
    act("ambassador_recalled", "recall", "pull", SENDING, by="from out of", sure=0.7),
    act("ambassador_recalled", "recall", "call+home summon+home call+back pull+out bring+home bring+back"
        " telephone+consultas telephone+consulta telephone+informar withdraw recall summon evacuate airlift",
        SENDING, sure=0.8, nouns="recall,withdrawal,evacuation"
        ",llamado en consulta,llamada en consulta,llamado a consultas,llamada a consultas,retiro,retirada",
        to="of to from a", of=SENDING),
    act("ambassador_recalled", "recall", "order", "return withdrawal evacuation repatriation retorno regreso"
        " retiro repliegue", also=DIPLOMATS, by="from in en", sure=0.6),
    act("ambassador_recalled", "recall", "recall", "official officials personnel deputy head mission counsellor"
        " members", by="from to", sure=0.65),
    act("sanctions_imposed", "sanctions", "cut+off choke+off", TRADE | words("power water electricity"), by="to"
        " from", sure=0.7),
    act("sanctions_imposed", "sanctions", "stop halt cut+off reduce block", "flow flows", also="fuel gas oil water"
        " electricity power goods food", by="to from", sure=0.6),
    act("sanctions_imposed", "sanctions", "turn+off shut+off switch+off", "gas electricity power water supply", by="to",
        sure=0.6),
    act("sanctions_imposed", "sanctions", "cut reduce slash curb curtail limit stop halt delay withhold hold+up",
        TRADE & words(
        "supplies supply deliveries shipments exports imports export import flights sales purchases"
        " importaciones exportaciones suministro"), also="to from of a de", by="to from", sure=0.6),
    act("sanctions_imposed", "sanctions", "tighten toughen stiffen", "rules rule controls control checks inspections"
        " regulations regime procedures", also=TRADE | words("visa visas customs exporting importing trucks lorries"
        " products shipping investment entry"), by="on for of to from against", sure=0.6),
    act("sanctions_imposed", "sanctions", "introduce impose order start begin apply", "checks inspections",
        also="stricter tougher tighter extra additional customs lengthy systematic", by="on of for", sure=0.6),
    act("sanctions_imposed", "sanctions", "remove strike drop take delete exclude", "list whitelist",
        also="trusted favoured favored preferred preferential white whitelist trading", parties="near", sure=0.6),
    act("sanctions_eased", "sanctions-eased", "put add restore return reinstate place", "list whitelist",
        also="trusted favoured favored preferred preferential white whitelist trading", parties="near", sure=0.6),
    act("sanctions_imposed", "sanctions", "cut reduce slash halve lower trim", "quota quotas", by="for of on to",
        sure=0.6),
    act("sanctions_imposed", "sanctions", "stop+issuing cease+issuing suspend+issuing halt+issuing stop+granting"
        " suspend+issuance halt+issuance", "visa visas permits licences licenses passports", by="to for of",
        sure=0.65),
    act("sanctions_imposed", "sanctions", "revoke withdraw suspend strip cancel remove axe", "privileges status"
        " preferences rights",
        also="overflight landing fishing transit trade trading preferential privileges favoured favored", by="of"
            " from for", sure=0.6),
    act("sanctions_imposed", "sanctions", "ban halt suspend stop prohibit bar freeze", "deployment recruitment hiring"
        " sending", also="workers labour labor maids domestic helpers nurses labourers laborers", by="to", sure=0.65),
    act("sanctions_imposed", "sanctions", "join", "sanctions embargo", by="against on", sure=0.6),
    act("sanctions_imposed", "sanctions", "bar ban block exclude shut+out keep+out", "market markets shelves",
        also="from", by="from", parties="near", sure=0.6),
    act("sanctions_imposed", "sanctions", "close shut", "market markets", by="to", sure=0.6),
    act("sanctions_imposed", "sanctions", "turn+back turn+away reject return block", "consignment consignments shipment"
        " shipments cargoes", also="from", by="from", sure=0.55),
    act("ties_broken", "ties", "drop ditch abandon dump", "ally", also="diplomatic", parties="near", sure=0.6),
    act("sanctions_imposed", "sanctions", "designate", "sponsor", parties="near", sure=0.65),
    act("sanctions_imposed", "sanctions", "designate outlaw proscribe", "terrorist terrorists", parties="near",
        sure=0.6),
    act("sanctions_imposed", "sanctions", "stop halt cease suspend end",
        "importing buying exporting selling pumping supplying purchasing shipping", by="from to", sure=0.6),
    act("sanctions_imposed", "sanctions", "shut close cut turn+off shut+off",
        "pipeline pipelines taps tap valve valves oleoducto gasoducto", by="to from", sure=0.6),
    act("ties_broken", "ties", "break+off cut cut+off sever suspend freeze end", "contact contacts", parties="with",
        by="with", sure=0.7),
    act("sanctions_imposed", "sanctions", "sever cut+off break+off", "trade commerce comercio", parties="with",
        by="with", sure=0.65),
    act("ties_broken", "ties", "sever stop break cut end suspend cancel rupture terminate break+off cut+off snap", TIES,
        parties="with", by="with", sure=0.85, nouns="rupture,ruptura,rompimiento",
        of=TIES | words("diplomatic diplomatica with con"), to="with of", joint=True),
    act("ties_broken", "ties", "break", "with", parties="with", by="with", sure=0.6),
    act("ties_broken", "ties", "derecognise derecognize", sure=0.65),
    act("ties_downgraded", "ties", "withdraw recall pull+out", "observers monitors inspectors", by="from", sure=0.55),
    act("ties_broken", "ties", "withdraw revoke rescind cancel", "recognition", by="of from", sure=0.65),
    act("ties_broken", "ties", "break", "con", parties="with", by="with", sure=0.6),
    act("ties_downgraded", "ties", "downgrade freeze reduce lower scale+down scale+back cut+back curtail halve"
        " put+hold put+ice",
        TIES | words("presence mission representation staff"), parties="with", by="with in to", sure=0.8,
        nouns="downgrading,downgrade,freezing", of=TIES, joint=True),
    act("sanctions_imposed", "sanctions", "terminate discontinue ban halt suspend freeze block restrict stop prohibit"
        " bar embargo",
        TRADE | words("visas visa travel sale delivery shipment export payments"), by="to from of for", sure=0.7),
    act("sanctions_imposed", "sanctions", "place put", SANCTIONS - words("measures"), by="on", also="on", sure=0.65),
    act("sanctions_imposed", "sanctions", "maintain keep", "embargo sanctions", sure=0.6),
    act("sanctions_imposed", "sanctions", "impose slap extend tighten levy expand announce adopt prolong renew"
        " reimpose introduce sanction blacklist unveil order approve toughen widen step+up ramp+up broaden reinstate"
        " restore enact apply enforce authorize authorise unleash bring+in intensify strengthen agree declare issue",
        SANCTIONS,
        by="on against over to", nouns="sanctions,sanction,embargo,ban,bans,curbs,restrictions,penalties,travel ban"
        ",asset freeze,boycott,sanciones,embargo,restricciones,coercion,pressure", to="on against over a of"),
    act("sanctions_imposed", "sanctions", nouns="imposition,imposicion", to="on against over", of=SANCTIONS | TARIFFS),
    act("sanctions_imposed", "sanctions", "take adopt implement introduce", "measures steps action actions tariffs"
        " duties medidas", also=RETALIATORY, by="against on contra", sure=0.65),
    act("sanctions_imposed", "sanctions", "take implement", "countermeasures contramedidas reprisals represalias",
        by="against contra", sure=0.65),
    act("sanctions_imposed", "sanctions", "bar ban blacklist sanction designate penalise penalize exclude"
        " prohibit forbid boycott",
        BARRED, sure=0.7),
    act("sanctions_imposed", "sanctions", "block ban shut close shut+down suspend restrict jam outlaw", "outlets"
        " broadcasters"
        " broadcaster channel channels newspapers website websites media", sure=0.6),
    act("sanctions_imposed", "sanctions", "revoke withdraw cancel suspend", "licence license licences licenses",
        by="of", sure=0.6),
    act("sanctions_imposed", "sanctions", "sanction blacklist", parties="near", sure=0.65),
    act("sanctions_imposed", "sanctions", "put place", "sanctions ban embargo curbs restrictions", also="under",
        sure=0.6),
    act("sanctions_imposed", "sanctions", "add put place", "list blacklist", sure=0.6, also="sanctions"
        " sanctioned blacklist stop entry banks companies firms officials entities"),
    act("sanctions_imposed", "sanctions", "deny refuse revoke cancel withhold",
        "visa visas permits", sure=0.6, by="to for of"),
    act("sanctions_imposed", "sanctions", "deny", "entry entrance admission overflight", sure=0.6, by="to for",
        nouns="denial of entry,denials of entry,entry ban,entry bans", to="to on for"),
    act("sanctions_eased", "sanctions-eased", "grant give offer introduce extend allow", "visa visas", also="free",
        by="to for", sure=0.65),
    act("sanctions_imposed", "sanctions", "scrap end suspend abolish cancel revoke stop halt", "visa", by="for with",
        also="free waiver", sure=0.6),
    act("sanctions_imposed", "sanctions", "impose introduce reintroduce reimpose require reinstate", "visa visas",
        by="on for of", sure=0.65),
    act("tariffs_imposed", "tariffs", "end revoke cancel scrap withdraw remove", "exemption exemptions waiver waivers",
        by="for of on to from", sure=0.6),
    act("tariffs_imposed", "tariffs", "hit+back strike+back fire+back", TARIFFS, by="on", sure=0.65),
    act("sanctions_imposed", "sanctions", "retaliate hit+back strike+back fire+back", SANCTIONS | TARIFFS, sure=0.65),
    act("tariffs_imposed", "tariffs", "impose slap raise levy announce hike extend double increase introduce hit"
        " target triple put place unveil charge clamp approve adopt authorise authorize order", TARIFFS, by="on"
        " against",
        nouns="tariffs,tariff,duties,levies,levy,surcharge,aranceles", to="on against a over"),
    act("sanctions_imposed", "sanctions", "fine", "bank banks firm firms company companies airline carrier operator"
        " shipowner", parties="near", sure=0.55),
    act("sanctions_imposed", "sanctions", "exclude expel suspend eject", "bloc union organisation organization"
        " commonwealth grouping bloque", also="from de", parties="near", sure=0.6),
    act("sanctions_imposed", "sanctions", "withhold", "payment payments dues", by="from to", sure=0.55),
    act("tariffs_imposed", "tariffs", "punish", TARIFFS, sure=0.6),
    act("sanctions_imposed", "sanctions", "hit target punish slap", SANCTIONS - words("measures"), sure=0.7),
    act("sanctions_imposed", "sanctions", "freeze seize block confiscate", ASSETS, sure=0.7,
        nouns="freezing,freeze,seizure", to="of on", of=ASSETS),
    act("sanctions_imposed", "sanctions", "ban", parties="near", sure=0.6),
    act("ties_downgraded", "ties", "end scrap cancel terminate suspend freeze annul quit withdraw tear+up pull+out"
        " renounce repudiate revoke rescind nullify"
        " put+hold hold+abeyance put+abeyance keep+abeyance place+abeyance walk+away walk+out back+out"
        " abrogate abandon denounce exit", ACCORDS, parties="with", by="with from", sure=0.7),
    act("ties_downgraded", "ties", nouns="withdrawal,exit,retiro", of=ACCORDS, to="with from"),
    act("ties_downgraded", "ties", nouns="annulment,abrogation,repudiation", of=ACCORDS, to="with"),
    act("ties_downgraded", "ties", "cut reduce limit cap halve slash", "diplomats staff", also="number size", by="of"
        " in",
        sure=0.6),
    act("ties_downgraded", "ties", "restrict limit curb", "movement movements", also=DIPLOMATS, by="of", sure=0.6),
    act("ties_downgraded", "ties", "cancel suspend scrap pull+out call+off withdraw halt", EXERCISES,
        also="joint military naval", parties="with", by="with from", sure=0.65),
    act("ties_downgraded", "ties", "cancel suspend pull+out withdraw quit leave exit", "force mission initiative"
        " scheme",
        also="joint regional", parties="with", by="with", sure=0.6),
    act("ties_downgraded", "ties", "stop halt suspend end cease pause freeze break+off cut+off",
        "sharing cooperation collaboration coordination", parties="with", by="with", sure=0.65),
    act("ties_downgraded", "ties", "collapse break+down", ACCORDS, parties="joint",
        sure=0.6),
    act("ties_downgraded", "ties", "tear+up rip+up scrap cancel", "order orders", parties="with", by="with", sure=0.6),
    act("ties_downgraded", "ties", "order tell instruct force", "close shut", also=MISSIONS, parties="near"),
    act("ties_downgraded", "ties", "withdraw remove", "embassy embassies consulate embajada embajadas consulado",
        parties="place", by="from in en de", sure=0.6),
    act("ties_downgraded", "ties", "close shut shutter evacuate shut+down", MISSIONS, parties="place",
        nouns="closure,closing,shutdown,cierre", of=MISSIONS, to="of in"),
    act("ties_downgraded", "ties", "suspend halt stop freeze pause cease end wind+down", "work operations operation"
        " activities functions services", also=MISSIONS | {"consular"}, parties="place", sure=0.65),
    act("ties_downgraded", "ties", "suspend halt cut freeze stop end cut+off withhold withdraw slash delay hold+up"
        " curtail",
        "aid assistance cooperation funding support contacts ayuda cooperacion", by="to with from for", sure=0.7,
        nouns="suspension,freeze,halt,cut-off", to="to with", of="aid assistance cooperation funding contacts"),
    act("person_arrested", "arrest", "kidnap arrest detain jail imprison seize hold round+up sentence convict capture"
        " abduct"
        " indict execute incarcerate nab apprehend lock+up hang catch snatch grab prosecute", PEOPLE,
        parties="near", sure=0.65,
        nouns="arrest,arrests,apprehension,detention,imprisonment,jailing,detencion,arresto,abduction,kidnapping"
        ",conviction"
        ",execution,ejecucion,indictment", to="of", of=PEOPLE),
    act("person_arrested", "arrest", "hand give", "jail prison sentence sentences term terms", also="jail prison"
        " sentence"
        " sentences years year life suspended", parties="near", sure=0.6),
    act("person_arrested", "arrest", "throw put clap", "jail prison irons bars", also=PEOPLE | DIPLOMATS,
        parties="near", sure=0.6),
    act("person_arrested", "arrest", "question interrogate", DIPLOMATS | PEOPLE, parties="near", sure=0.55),
    act("person_arrested", "arrest", "take hold", "prisoner hostage captive", also=PEOPLE | {"citizens"},
        parties="near",
        sure=0.6),
    act("person_arrested", "arrest", "take", "custody", parties="near", sure=0.65),
    act("property_seized", "seizure", "seize impound board intercept detain confiscate capture hold commandeer stop"
        " requisition hijack tow tow+away"
        , CARGO, parties="near", sure=0.6, nouns="seizure,interception,boarding,impounding"
        ",confiscation,capture,incautacion,captura,apresamiento,abordaje", to="of", of=CARGO),
    act("property_seized", "seizure", "take escort bring haul lead", "port harbour harbor", also=CARGO, parties="near",
        sure=0.6),
    act("property_seized", "seizure", "seize take"
        " gain", "control", also=CARGO | PROPERTY | {"flagged", "maker", "owned"}, parties="near", by="of",
        sure=0.6),
    act("property_seized", "seizure", "nationalise nationalize expropriate confiscate take+over requisition seize",
        PROPERTY, parties="object", by="of by", sure=0.6, nouns="nationalisation,nationalization,expropriation"
        ",confiscation,expropiacion,nacionalizacion", to="of", of=PROPERTY),
    act("property_seized", "seizure", "confiscate", parties="near", sure=0.55),
    act("property_seized", "seizure", "force+down divert ground", CRAFT | {"airliner", "airliners"}, parties="near",
        sure=0.6),
    act("property_seized", "seizure", "force divert order", "land", also=CRAFT | CARGO, parties="near", sure=0.6),
    act("border_closed", "border", "close shut blockade seal seal+off shut+down block", BORDERS, by="with to",
        nouns="closure,closing,blockade,cierre,bloqueo,sealing,border closure", of=BORDERS,
        to="with of to on against"),
    act("border_closed", "border", "slam", "shut door", also=BORDERS, by="to on", sure=0.6),
    act("border_closed", "border", "block shut seal", "road roads highway highways motorway route routes",
        parties="place", by="to in of from into with", sure=0.55),
    act("border_closed", "border", "keep", BORDERS, by="with to", sure=0.6),
    act("border_closed", "border", "blockade besiege encircle", parties="near", sure=0.6, nouns="siege,encirclement"
        ",naval blockade,cerco", to="of"),
    act("border_closed", "border", "surround", "garrison garrisons outpost base enclave", parties="near", sure=0.55),
    act("border_closed", "border", "impose order lay", "blockade siege", by="on", sure=0.65),
    act("border_closed", "border", "bar block turn+away turn+back stop prevent",
        "workers lorries trucks travellers convoy convoys migrants refugees traffic airliner plane planes aircraft ship"
        " boat", also="from entering crossing at", parties="near", sure=0.6),
    act("border_closed", "border", "turn+away turn+back send+back drive+off escort+out", CARGO | CRAFT,
        parties="near", sure=0.6),
    act("person_arrested", "arrest", "arrest detain jail imprison apprehend round+up", parties="near", sure=0.55),
    act("deportation", "deportation", "deport", sure=0.65, nouns="deportation,deportations,deportacion",
        to="of to"),
    act("deportation", "deportation", "order direct instruct", "leave exit depart", also="nationals citizens visitors"
        " migrants journalists students workers tourists pilgrims", parties="near", sure=0.6),
    act("deportation", "deportation", "accept receive take+back take+in", "deportees", by="from", sure=0.6),
    act("deportation", "deportation", "put+plane fly+home send+home", sure=0.55, by="by"),
    act("deportation", "deportation", "expel kick+out throw+out evict banish exile", PEOPLE | words("journalists"
        " missionaries"),
        parties="near",
        sure=0.6),
    act("deportation", "deportation", "fly transport bus truck drive send", PEOPLE, parties="near", sure=0.55,
        also="prison jail border frontier detention"),
    act("deportation", "deportation", "turn+back send+back", PEOPLE, parties="near", sure=0.55),
    act("deportation", "deportation", "send+back fly+back turn+back return expel repatriate",
        "migrants workers citizens nationals refugees people seekers asylum africans home", sure=0.6, parties="near"),
)
# fmt: on
