"""Hold the acts of help and of what states do together: aid, extradition, exercises, trade, works."""

from __future__ import annotations

from newsroom.reading.acts.rows import act
from newsroom.reading.acts.words import (
    EXERCISES,
    GIVEN,
    PEOPLE,
    SOLD,
    WORKS,
    words,
)

# What a state helps another to do.
RELIEVED = words(
    "rebuild reconstruct evacuate rescue repair restore extinguish contain fight combat battle clear remove demine"
    " dismantle recover clearing removing fighting rebuilding repairing restoring evacuating"
)
# fmt: off
# Who is sent to help, and no envoy.
RELIEF = (
    act("aid", "aid", "send dispatch deploy fly rush", "rescue relief medical search firefighting forensic",
        also="team teams crew crews experts unit units workers specialists forces force soldiers troops firefighters",
        by="to", sure=0.6),
    act("aid", "aid", "send deploy contribute dispatch", "peacekeepers peacekeeping", by="to in", sure=0.55),
)
COOPERATED = (
    act("extradition", "extradition", "extradite", nouns="extradition,handover,extradicion", to="of to a",
        of=PEOPLE | words("suspect suspects fugitive fugitives man woman boss leader banker")),
    act("extradition", "extradition", "hand+over hand+back turn+over hand deliver surrender",
        "suspect suspects convict convicts fugitive fugitives man men woman criminal criminals gangster trafficker"
        " fugitivo sospechoso"
        " fraudster swindler killer murderer smuggler kingpin hacker accused suspected wanted"
        " rebel leader commander militant militants warlord boss banker ringleader", by="to", sure=0.7),
    act("extradition", "extradition", "approve order authorize authorise grant clear",
        "extradition handover extradicion", by="to of a", sure=0.6),
    act("aid", "aid", "fly+in ship+in bring+in truck+in", GIVEN, by="to from", sure=0.6),
    act("aid", "aid", "write+off forgive cancel waive reschedule restructure", "debt debts arrears loan loans"
        " deuda", by="of",
        sure=0.6),
    act("aid", "aid", "bail+out", parties="near", sure=0.6, nouns="bailout", to="of for to"),
    act("aid", "aid", "come+aid come+rescue", "aid rescue", by="of", sure=0.6),
    act("aid", "aid", "help assist", RELIEVED, parties="whom", sure=0.55),
    act("aid", "aid", "clear remove defuse", "mines minefield minefields landmines", by="in from", sure=0.55),
    act("aid", "aid", "foot", "bill", by="for of in", sure=0.55),
    act("aid", "aid", "open throw+open", "doors door", also="refugees people evacuees families fleeing", parties="near",
        by="to", sure=0.55),
    act("aid", "aid", "prop+up shore+up stabilise stabilize", "currency economy finances reserves peso lira pound"
        " rupee",
        sure=0.55),
    act("aid", "aid", "throw extend offer", "lifeline", by="to", sure=0.55),
    act("aid", "aid", "roll+over", "loan loans deposit debt debts", by="to", sure=0.6),
    act("aid", "aid", "expedite hasten accelerate speed+up fast-track step+up boost", "delivery deliveries shipment"
        " shipments supplies", also=GIVEN - words("team teams system systems equipment"), by="to", sure=0.55),
    act("aid", "aid", "award", "grant grants loan loans scholarship scholarships", by="to", sure=0.55),
    act("aid", "aid", "open set+up establish construct erect", "hospital hospitals clinic clinics shelters school"
        " schools wells", by="in for", sure=0.55),
    act("aid", "aid", "shelter resettle take+in admit", "refugees evacuees families", parties="near", sure=0.55),
    act("aid", "aid", "rescue pick+up evacuate save", "crew crewmen sailors seamen fishermen citizens nationals"
        " passengers"
        " wounded tripulantes", parties="near", sure=0.55),
    act("aid", "aid", "grant give offer provide take+in", "asylum refuge shelter sanctuary refugees evacuees asilo",
        by="to a", sure=0.6),
    act("aid", "aid", "increase double triple boost resume restore step+up", "aid assistance ayuda", by="to a",
        sure=0.6),
    act("aid", "aid", "send provide donate deliver give supply grant ship fly airlift dispatch hand+over hand extend"
        " gift lend present rush transfer deploy truck ferry channel funnel equip furnish outfit", GIVEN, by="to",
        sure=0.6, nouns="aid,assistance,ayuda"
        ",asistencia",
        to="to for of a", of=""),
    act("aid", "aid", "lend grant donate disburse provide give contribute extend transfer loan pump inject"
        " deposit allocate release earmark wire set+aside", "million billion loan loans grant credit prestamo prestamos"
        " credito", by="to in for a into", sure=0.6),
    act("aid", "aid", nouns="delivery,dispatch,entrega,envio", to="to a", of=GIVEN),
    act("aid", "aid", "donate", by="to a", sure=0.6, nouns="donation,donations,donacion,donaciones,donativo",
        to="to for a"),
    act("aid", "aid", "receive get obtain take+delivery win secure", GIVEN | {"bailout"}, parties="with", by="from",
        sure=0.6),
    act("aid", "aid", "arrive land reach", "vaccine vaccines doses aid relief shipment supplies fuel grain wheat"
        " tents blankets generators rescue"
        " doctors"
        " medics rescuers firefighters medicine medicines oxygen food vacunas ayuda medicos tents blankets masks"
        " ambulances generators flour rice maize", parties="place",
        by="in at to en a", sure=0.55),
    act("aid", "aid", "take+delivery", parties="near", sure=0.6),
    act("aid", "aid", "finance fund build rebuild bankroll underwrite", WORKS | words("bridge school hospital clinic"
        " airport stadium"
        " shelters housing construction"), sure=0.55,
        by="in for"),
    act("military_cooperation", "exercise", "exercise train drill patrol practise", "together alongside jointly with",
        parties="with", by="with alongside", sure=0.6),
    act("aid", "aid", "train equip arm", "soldiers troops forces police officers pilots army marines"
        " commandos sailors guards recruits airmen battalion battalions brigade brigades", sure=0.6),
    act("offer", "aid-offer", "pledge promise offer", GIVEN - words("team teams system systems equipment"), by="to for",
        sure=0.55),
    act("offer", "aid-offer", "pledge promise announce offer commit approve unveil",
        "aid assistance loan grant million billion relief credit help ayuda", by="to for", sure=0.6),
    act("economic_cooperation", "economic", "order", SOLD, parties="object", by="from", also="from", sure=0.55),
    act("economic_cooperation", "economic", "launch open start begin inaugurate", "flights flight ferry", by="to with",
        also="direct commercial passenger scheduled regular service ferry air", sure=0.55),
    act("economic_cooperation", "economic", "sell export supply pump", SOLD, by="to", sure=0.55),
    act("economic_cooperation", "economic", "approve clear authorize authorise", "sale sales", by="to", sure=0.55),
    act("economic_cooperation", "economic", "buy purchase acquire import", SOLD, by="from", sure=0.55),
    act("economic_cooperation", "economic", "invest", "million billion", by="in", sure=0.55),
    act("military_cooperation", "exercise", "hold conduct stage launch begin start join carry+out take+part practise"
        " complete participate wrap+up wind+up kick+off end finish conclude mount run embark",
        EXERCISES, parties="with", by="with", sure=0.7,
        also="joint military naval exercise exercises drill drills patrols patrol manoeuvres maneuvers conjunto"
            " conjuntos"
        " conjuntas"),
    act("military_cooperation", "exercise", "host", EXERCISES, also="for", sure=0.6),
    act("military_cooperation", "exercise", nouns="exercise,exercises,drill,drills,patrol,patrols,manoeuvres"
        ",maneuvers,war games", of="joint", joint=True),
    act("economic_cooperation", "economic", "open inaugurate launch build commission complete break+ground",
        WORKS | {"post", "market", "puente", "carretera", "hidrovia"}, parties="joint", sure=0.6),
    act("economic_cooperation", "economic", "begin start launch", "work construction", also=WORKS,
        parties="joint", sure=0.6),
    act("economic_cooperation", "economic", "set+up create form establish found", "venture fund consortium",
        parties="joint", by="with", sure=0.55),
    act("economic_cooperation", "economic", "link connect join+up", WORKS | words("grids railways networks markets"),
        parties="joint", by="with to", sure=0.55),
    act("economic_cooperation", "economic", "place", "order orders", also=SOLD, parties="with", by="with from",
        sure=0.55),
    act("economic_cooperation", "economic", "team+up", parties="joint", by="with", sure=0.55),
    act("economic_cooperation", "economic", "lease", "base bases port ports island land", by="to from", sure=0.55),
    act("economic_cooperation", "economic", "pass", "intelligence", by="to", parties="with", sure=0.55),
    act("economic_cooperation", "economic", "provide supply furnish", "information data evidence", by="to with"),
    act("economic_cooperation", "economic", "share pool swap exchange", "intelligence information data evidence",
        parties="with", by="with", sure=0.55),
)
# fmt: on
