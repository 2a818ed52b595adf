"""Hold the acts of agreeing and giving way: accords, ties, recognition, support, release, easing, withdrawal."""

from __future__ import annotations

from newsroom.reading.acts.rows import act
from newsroom.reading.acts.words import (
    ACCORDS,
    BORDERS,
    CARGO,
    CRAFT,
    DIPLOMATS,
    HEIRLOOMS,
    MISSIONS,
    PEOPLE,
    PLANS,
    PRISONERS,
    SANCTIONS,
    SUPPORT,
    TARIFFS,
    TERMS,
    TIES,
    TRADE,
    TROOPS,
    TRUCES,
    words,
)

KIN = words("couple family father mother brother scholar scholars man men woman women teenager teenagers civilians")
ALLOWED = (
    CARGO | CRAFT | DIPLOMATS | PRISONERS | words("inspectors monitors observers investigators flights trucks lorries")
)
BROUGHT_ABOUT = "result+in lead+to end+in culminate+in produce yield"
# fmt: off
AGREED = (
    act("ceasefire_declared", "ceasefire", "agree reach declare announce sign conclude accept establish strike"
        " negotiate seal proclaim broker call order implement", TRUCES, parties="joint", sure=0.8),
    act("ceasefire_declared", "ceasefire", "extend renew prolong", "ceasefire truce armistice cessation tregua cese",
        parties="joint", sure=0.8),
    act("ceasefire_declared", "ceasefire", BROUGHT_ABOUT, "ceasefire cease truce armistice", parties="between",
        sure=0.65),
    act("agreement_in_principle", "accord", BROUGHT_ABOUT, "agreement accord deal pact compromise settlement"
        " rapprochement", parties="between", sure=0.6),
    act("ceasefire_declared", "ceasefire", "order announce declare proclaim call", "halt end stop pause suspension"
        " cessation", also="attacks attack fighting hostilities offensive shelling strikes airstrikes bombing"
        " operations raids war combat", parties="joint", sure=0.65),
    act("ceasefire_in_force", "ceasefire", "stop halt suspend cease call+off", "attacks raids strikes airstrikes"
        " shelling bombing bombardment offensive hostilities fire bombardeos ataques", by="on against in at", sure=0.6),
    act("ceasefire_declared", "ceasefire", "declare proclaim", "over ended end", also="war conflict hostilities",
        parties="joint", sure=0.65),
    act("ceasefire_declared", "ceasefire", "order", "stop cease halt hold",
        also="shooting firing fire shelling fighting attacks troops forces army", parties="joint", sure=0.6),
    act("ceasefire_declared", "ceasefire", "lay+down cease stop halt end", "arms hostilities fighting guns firing"
        " shooting", parties="joint", sure=0.65),
    act("treaty_signed", "accord", "sign initial ink seal exchange append put+signatures put+signature affix"
        " put+pen put+names put+name",
        ACCORDS | words("document documento documentos statement communique signatures signature paper letter"
        " letters intent programme programmes program programs programa programas plan roadmap"), parties="joint",
        sure=0.85, by="with", nouns="signing,signature,firma,suscripcion", of=ACCORDS, joint=True),
    act("ceasefire_declared", "ceasefire", nouns="ceasefire,cease - fire,truce,armistice,ceasefire agreement"
        ",ceasefire accord,ceasefire deal,ceasefire pact,ceasefire understanding,cease - fire accord"
        ",cease - fire agreement,truce agreement,cese al fuego,cese el fuego,alto el fuego,tregua,armisticio"
        ",cese de hostilidades", joint=True),
    act("treaty_signed", "accord", nouns="treaty,peace treaty,accord,accords,peace accord,peace accords,pact,agreement"
        ",deal,peace deal,peace agreement,peace pact,border treaty,border agreement,tratado,tratado de paz,acuerdo"
        ",acuerdo de paz", joint=True),
    act("treaty_signed", "accord", "accede join", "treaty convention accord agreement pact", parties="joint",
        by="with", sure=0.6),
    act("ratified", "accord", "ratify", ACCORDS | {"it"}, parties="with", by="with", sure=0.8,
        nouns="ratification,ratificacion", of=ACCORDS, to="with", joint=True),
    act("ratified", "accord", "come enter take go", ACCORDS, parties="joint", by="with", sure=0.6,
        also="force effect vigor", nouns="entry into force,entrada en vigor", of=ACCORDS, joint=True),
    act("ratified", "accord", "exchange", "ratification", parties="with", by="with", sure=0.7),
    act("ratified", "accord", "approve pass", ACCORDS, parties="with", by="with", sure=0.6, also="with"),
    act("praise_support", "support", "agree affirm reaffirm reiterate stress emphasize emphasise recognize",
        "defend self-defence self-defense", parties="speech", sure=0.6, also="right"),
    act("agreement_in_principle", "accord", "agree concur", parties="joint", sure=0.7),
    act("agreement_in_principle", "accord", "reach establish define strike conclude seal finalize finalise clinch"
        " hammer+out thrash+out negotiate forge secure make cut work+out iron+out arrive ink complete achieve close"
        " broker extend prolong renew revive update hash+out adopt amend modify",
        ACCORDS | words("consensus understanding compromise breakthrough"), parties="joint", sure=0.7, by="with"),
    act("agreement_in_principle", "accord", "finalize finalise settle agree hammer+out thrash+out iron+out work+out"
        " draw+up nail+down", "terms plan details arrangements programme timetable schedule modalities price prices",
        parties="joint", by="with", sure=0.6),
    act("agreement_in_principle", "accord", "shake+hands", ACCORDS | {"compromise"}, also="on", parties="joint",
        by="with", sure=0.65),
    act("agreement_in_principle", "accord", "see+eye", parties="joint", by="with", also="on about over", sure=0.55),
    act("agreement_in_principle", "accord", "announce", "compromise breakthrough settlement", parties="joint",
        by="with", sure=0.65),
    act("agreement_in_principle", "accord", "instruct direct order task mandate", "ministers officials teams ministries"
        " authorities delegations negotiators experts governments", parties="joint", also="their to with", sure=0.55),
    act("agreement_in_principle", "accord", "end", "trade tariff", also="hostilities war wars", parties="joint",
        by="with", sure=0.65),
    act("agreement_in_principle", "accord", "announce", "commission committee mechanism council partnership group"
        " centre center fund alliance panel", also="creation establishment formation launch setting", parties="joint",
        by="with", sure=0.6),
    act("agreement_in_principle", "accord", "conclude establish form launch set+up create forge found seal agree"
        " revive reactivate relaunch reconstitute re-establish reestablish",
        "group panel hotline taskforce centre center partnership commission committee committees commissions mechanism"
        " council union alliance asociacion comision alianza",
        parties="joint", by="with", sure=0.6),
    act("agreement_in_principle", "accord", "establish define draw+up adopt agree", "agenda roadmap priorities hoja"
        " prioridades cronograma", parties="joint", by="with", sure=0.55),
    act("agreement_in_principle", "accord", "enter", "partnership alliance pact union", parties="joint", by="with",
        sure=0.6),
    act("agreement_in_principle", "accord", "come enter", ACCORDS | words("terms understanding"), parties="joint",
        also="to into", sure=0.65, by="with"),
    act("agreement_in_principle", "accord", "announce approve endorse accept back unveil", PLANS, parties="joint",
        sure=0.65, also="approval acceptance endorsement backing plan plans proposal roadmap deal agreement accord"
        " pact truce treaty acuerdo"),
    act("agreement_in_principle", "accord", "issue release adopt publish", "joint conjunta conjunto", parties="joint",
        also="statement statements communique communiques declaration declarations declaracion comunicado",
        sure=0.65),
    act("agreement_in_principle", "accord", "demarcate delimit delineate", "border boundary frontier frontera",
        parties="joint", by="with", sure=0.6),
    act("agreement_in_principle", "accord", "make+peace join+forces", parties="with", by="with", sure=0.6),
    act("agreement_in_principle", "accord", "settle resolve end patch+up lay+rest set+aside iron+out overcome", TERMS,
        parties="joint", by="with", sure=0.6),
    act("agreement_in_principle", "accord", "give grant", "consent nod ahead blessing approval assent permission visto",
        parties="speech", by="to for a", sure=0.6),
    act("agreement_in_principle", "accord", "give", "light luz", also="green verde", parties="speech", by="to"
        " for", sure=0.6),
    act("agreement_in_principle", "accord", "accept consent accede approve grant assent",
        "request demand demands proposal offer invitation terms quota solicitud propuesta invitacion oferta",
        parties="speech", sure=0.6),
    act("recognition", "ties", "recognize recognise", "government independence president sovereignty state statehood"
        " authority representative council control claim jurisdiction gobierno independencia soberania", sure=0.7),
    act("recognition", "ties", "recognize recognise", parties="near", sure=0.6, nouns="recognition,reconocimiento",
        to="of to a"),
    act("ties_established", "ties", "establish open forge", TIES, parties="with", by="with", sure=0.8,
        nouns="establishment,establecimiento", of=TIES, joint=True),
    act("ties_established", "ties", nouns="anniversary of diplomatic relations,anniversary of diplomatic ties"
        ",anniversary of their diplomatic relations,anniversary of their diplomatic ties"
        ",anniversary of the diplomatic relations,aniversario de relaciones diplomaticas"
        ",aniversario de las relaciones diplomaticas", to="between with", joint=True),
    act("ties_established", "ties", "open inaugurate", MISSIONS, parties="place",
        by="in", sure=0.65),
    act("ties_restored", "ties", "restore resume normalize normalise reopen reestablish renew re-establish rebuild"
        " mend patch+up repair upgrade elevate raise thaw restart", TIES | MISSIONS,
        parties="with",
        by="with between in", nouns="restoration,resumption,normalisation,normalization,reestablishment,rapprochement"
        ",restablecimiento,normalizacion,reanudacion", of=TIES, joint=True),
    act("ties_restored", "ties", "put bring set", TIES, also="footing normal track keel", parties="with", by="with",
        sure=0.6),
    act("ties_restored", "ties", "bury+hatchet mend+fences", parties="with", by="with", sure=0.6),
    act("ties_restored", "ties", "resume restore restart relaunch", "cooperation cooperacion", parties="with",
        by="with", sure=0.6),
    act("ties_restored", "ties", "improve", TIES, parties="with", by="with between", sure=0.55),
    act("recognition", "ties", "gain win achieve obtain secure", "independence", by="from", sure=0.55),
    act("recognition", "ties", "switch shift transfer", TIES, parties="with", by="to", also="from", sure=0.65),
    act("recognition", "ties", "switch shift transfer", "recognition allegiance", parties="with", by="to", sure=0.65),
    act("ties_restored", "envoys", "return go+back come+back", "ambassador ambassadors embajador embajadora",
        parties="place", by="to a",
        sure=0.6),
    act("ties_restored", "envoys", "return", "ambassador ambassadors envoy embajador embajadora", by="to",
        parties="with",
        sure=0.65),
    act("ties_restored", "envoys", "send return send+back", "ambassador ambassadors embajador", also="back again",
        by="to",
        parties="with", sure=0.65),
    act("ties_restored", "envoys", "appoint name", "ambassador ambassadors embajador embajadora", by="to en",
        also="first new since hiatus nuevo nueva primer primera", parties="with", sure=0.6),
    act("ties_restored", "envoys", "send", "ambassador ambassadors embajador embajadora", by="to", parties="with",
        sure=0.6),
    act("ties_restored", "envoys", "exchange", "ambassadors embajadores", parties="with", by="with to", sure=0.6),
    act("praise_support", "support", "pledge promise offer voice declare back reaffirm give grant lend renew reiterate"
        " vow", SUPPORT, by="to for of", sure=0.65, nouns="support,backing,solidarity,endorsement,apoyo,respaldo"
        ",solidaridad", to="for to with of a", of=""),
    act("praise_support", "support", "back support endorse champion defend", "claim bid candidacy candidate call"
        " stance initiative"
        " sovereignty integrity position membership independence efforts right application accession dispute row"
        " conflict standoff", sure=0.6),
    act("praise_support", "support", "throw put", SUPPORT | {"weight"}, by="behind", sure=0.6),
    act("praise_support", "support", "decorate", parties="whom", sure=0.55),
    act("praise_support", "support", "vote", "favour favor bid membership admission accession candidacy entry",
        also="for in", sure=0.6),
    act("praise_support", "support", "express", SUPPORT, by="to for with", sure=0.6),
    act("praise_support", "support", "stand", "alongside behind by with", sure=0.6),
    act("praise_support", "support", "side ally align", "alongside behind by with", parties="near", sure=0.6),
    act("praise_support", "support", "throw+weight come+support come+defence come+defense rally+behind rally+round"
        " rally+around swing+behind", sure=0.6),
    act("offer", "offer", "offer propose volunteer table put+forward float suggest", parties="speech", sure=0.6),
    act("offer", "proposal", "hold+branch extend+branch offer+branch wave+branch hold+hand", by="to", sure=0.6),
    act("offer", "invitation", "invite", sure=0.7),
    act("offer", "offer", "signal express indicate convey show", "readiness willingness", parties="speech", sure=0.6,
        nouns="readiness,willingness", to="to", speech=True),
    act("offer", "invitation", "extend issue send", "invitation invitacion", by="to", sure=0.65),
    act("agreement_in_principle", "pledge", "promise assure", "that", parties="near", sure=0.55),
    act("praise_support", "support", "assure", "support solidarity backing cooperation assistance commitment",
        parties="near", sure=0.6),
    act("offer", "offer", "give", "assurance assurances guarantee guarantees garantias", parties="speech", by="to",
        sure=0.6),
    act("offer", "offer", "extend make submit unveil announce", "offer offers proposal proposals overture overtures"
        " initiative", parties="speech", sure=0.6),
)

MUTUAL = (
    act("agreement_in_principle", "pledge", "pledge promise vow undertake guarantee assure commit", "that to not",
        parties="pledge", sure=0.55),
    act("agreement_in_principle", "accord", "decide resolve pledge vow promise undertake commit",
        "to themselves en de a", parties="mutual", sure=0.6),
    act("agreement_in_principle", "accord", "decide resolve coincide", parties="mutual", sure=0.6),
)

CONCEDED = (
    act("apology", "apology", "apologize apologise make+amends", parties="with", by="to"),
    act("apology", "apology", "express issue offer convey voice tender extend make send",
        "regret regrets apology apologies remorse contrition disculpas", parties="speech", by="to",
        nouns="apology,apologies,disculpa,disculpas", to="to a", speech=True),
    act("apology", "apology", "regret", "loss death deaths incident collision killing killings harm suffering damage"
        " error abuses role", parties="speech", sure=0.6),
    act("apology", "apology", "acknowledge admit accept take assume", "responsibility guilt blame fault",
        parties="speech",
        by="for", sure=0.55),
    act("apology", "apology", "request", "disculpas perdon disculpa", parties="speech", by="a", sure=0.6),
    act("apology", "apology", "say+sorry ask+forgiveness", parties="speech", by="to"),
    act("concession", "concession", "drop lift withdraw abandon retract back+down climb+down relent relinquish"
        " renounce waive forgo",
        "demand demands objection objections veto complaint claim claims accusation lawsuit application bid candidacy"
        " charge charges", by="against to on", sure=0.7),
    act("concession", "concession", "bow yield submit bend succumb capitulate accede relent give+in cave+in",
        "pressure demand demands request ultimatum threats exigencias presiones presion", parties="speech", by="to a",
        sure=0.6),
    act("concession", "concession", "make", "concession concessions concesiones", by="to a", sure=0.6),
    act("concession", "concession", "give+up give+back cede surrender hand+over hand+back return",
        "village villages land territory territories island islands province enclave base bases camp", by="to",
        sure=0.6),
    act("concession", "concession", "soften moderate tone+down temper", "stance position line tone criticism"
        " rhetoric", by="on towards toward over",
        sure=0.55),
    act("concession", "concession", "pay", "compensation reparations damages ransom restitution indemnizacion",
        by="to for", sure=0.6),
    act("concession", "concession", "compensate", parties="near", sure=0.6),
    act("concession", "concession", "acquit exonerate absolve", PEOPLE, parties="near", sure=0.55),
    act("concession", "concession", "clear exonerate absolve", "blame wrongdoing responsibility guilt involvement"
        " charges", also="of", parties="near", sure=0.55),
    act("concession", "concession", "open", "corridor corridors", also="humanitarian aid relief safe", by="into to for"
        " in from", sure=0.6),
    act("concession", "concession", "return give+back hand+back restitute repatriate",
        HEIRLOOMS | CARGO | CRAFT | {"cattle"},
        by="to", sure=0.6),
    act("concession", "concession", "commute overturn quash reduce", "sentence sentences conviction convictions",
        by="of",
        sure=0.6),
    act("concession", "concession", "grant give allow restore", "access passage overflight acceso", by="to a",
        sure=0.6),
    act("concession", "concession", "allow permit authorize authorise let admit", ALLOWED, parties="near",
        also="enter visit resume pass through fish cross land return use dock back into inspect fly", sure=0.55),
    act("concession", "concession", "put+off delay postpone pause hold+off defer", TARIFFS | SANCTIONS,
        by="on for against", sure=0.6),
    act("concession", "concession", "back+down climb+down give+ground give+way cave+in give+in relent",
        parties="speech", by="in to on",
        sure=0.6),
    act("troops_withdrawn", "withdrawal", "pull+back pull+out bring+home send+home", TROOPS, sure=0.7),
    act("troops_withdrawn", "withdrawal", "retreat withdraw pull+back", "territory soil", by="from", sure=0.6),
    act("troops_withdrawn", "withdrawal", "evacuate vacate abandon leave quit", "base bases outpost outposts garrison"
        " garrisons", by="in inside on", sure=0.6),
    act("troops_withdrawn", "withdrawal", "cut reduce halve trim draw+down scale+back scale+down thin+out"
        " stand+down demobilise demobilize",
        TROOPS | {"presence"},
        also="troops soldiers forces units reservists presence tropas soldados", by="in from on along near", sure=0.6),
    act("troops_withdrawn", "withdrawal", "withdraw pull remove evacuate",
        "army forces soldiers troops tropas peacekeepers warships units vessel vessels ship ships tanks artillery"
        " bombers fuerzas ejercito",
        nouns="withdrawal,pullout,pullback,withdrawals,retreat,retirada,repliegue,retiro", to="from de",
        of=TROOPS | words("from")),
    act("troops_withdrawn", "withdrawal", "disengage pull+apart", parties="joint", sure=0.65,
        nouns="disengagement", to="between by with", joint=True),
    act("troops_withdrawn", "withdrawal", "withdraw leave pull+out pull+back step+back draw+back retreat quit vacate"
        " fall+back", parties="troops",
        by="from", sure=0.65),
    act("troops_withdrawn", "withdrawal", "fly+out march+out roll+out depart", parties="troops", by="from"
        " of", sure=0.6),
    act("prisoner_release", "release", "release free swap exchange hand hand+over deliver repatriate return"
        " set+free let+go"
        " liberate pardon send+home amnesty send+back hand+back give+back", PRISONERS | KIN, parties="with",
        by="with to",
        nouns="release,freeing,transfer,repatriation,liberacion,excarcelacion,pardon", to="of", of=PEOPLE),
    act("prisoner_release", "release", "hand+over hand+back hand turn+over", "fighter fighters combatants"
        " rebels gunmen mercenaries raiders", also="captured jailed detained arrested imprisoned surrendered", by="to",
        sure=0.6),
    act("prisoner_release", "release", "receive get recover", "bodies remains prisoners hostages captives detainees",
        parties="with", by="from", sure=0.6),
    act("concession", "concession", "release free let+go", CARGO, parties="near", sure=0.6),
    act("prisoner_release", "release", "walk+free go+free", parties="place", by="from in", sure=0.6),
    act("prisoner_release", "release", nouns="exchange of prisoners,prisoner swap,prisoner exchange,prisoner swaps"
        ",swap of prisoners,exchange of captives,intercambio de prisioneros,canje de prisioneros,intercambio de presos"
        ",canje de presos", joint=True),
    act("sanctions_eased", "sanctions-eased", "lift ease remove waive drop relax suspend end scrap abolish cancel"
        " revoke rescind repeal roll+back roll+out loosen soften cut lower reduce slash halve withdraw unfreeze"
        " unblock undo reverse overturn trim pare shave walk+back do+away", SANCTIONS | TARIFFS | {"blockade", "siege"},
        nouns="lifting,easing,removal,waiver,abolition,relaxation,scrapping"
        ",suspension,levantamiento,eliminacion", to="of on", of=SANCTIONS | TARIFFS),
    act("sanctions_eased", "sanctions-eased", "suspend halt pause freeze", TARIFFS, by="on for against", sure=0.65),
    act("sanctions_eased", "sanctions-eased", "exempt spare", SANCTIONS | TARIFFS, by="from", sure=0.6),
    act("sanctions_eased", "sanctions-eased", "ease waive relax lift scrap abolish drop simplify do+away", "visa visas",
        by="for to", sure=0.6),
    act("sanctions_eased", "sanctions-eased", "remove strike drop take delete delist", "list lists blacklist",
        parties="near", also="sponsors terrorism terror sanctions sanctioned blacklist", sure=0.6),
    act("sanctions_eased", "sanctions-eased", "unfreeze release unblock", "assets funds accounts money reserves",
        sure=0.65),
    act("sanctions_eased", "sanctions-eased", "resume restart restore", TRADE | {"flights", "visas"}, by="to from of",
        sure=0.65),
    act("sanctions_eased", "sanctions-eased", "grant give", "exemption exemptions waiver waivers exencion", by="to",
        sure=0.65),
    act("sanctions_eased", "sanctions-eased", "open reopen unseal", BORDERS | {"paso"}, by="with to", sure=0.7,
        nouns="reopening,opening,reapertura", of=BORDERS, to="with of to", joint=True),
)
# fmt: on
