"""Hold the acts of force: strikes, clashes, invasions, captures, shows of force, attacks on computers."""

from __future__ import annotations

from newsroom.reading.acts.rows import act
from newsroom.reading.acts.words import (
    BORDERS,
    CARGO,
    CRAFT,
    FIRE,
    MISSIONS,
    PEOPLE,
    STRIKES,
    TARGETS,
    TOWNS,
    TROOPS,
    WEAPONS,
    words,
)

BURNT = (
    TOWNS - {"land", "territory"}
    | CARGO
    | words(
        "homes home house houses huts hut tents building buildings barracks school schools church mosque crops fields"
        " granary granaries vehicles vehicle cars station stations barrier barriers farms farm market"
    )
)
KILLED = words("general generals commander commanders defector defectors scientist scientists exile critic commandos")
# fmt: off
FORCES = (
    act("force_posture", "posture", "lay plant sow", "mines landmines minefield minefields", also="border frontier",
        by="on along near at with", parties="posture", sure=0.55),
    act("capture_of_leader", "capture", "capture seize abduct kidnap", parties="leader", sure=0.8),
    act("property_seized", "seizure", "search raid", MISSIONS | words("company offices office premises firm"
        " headquarters"),
        parties="near", sure=0.55),
    act("force_posture", "posture", "test test-fire", WEAPONS, by="near", sure=0.55, parties="posture"),
    act("strike", "force", "strike bomb bombard shell raid attack hit bombed pound strafe rocket hammer pummel batter"
        " machine-gun shellac carpet-bomb", sure=0.65, nouns="attack,attacks,raid,raids,strike,strikes,airstrike"
        ",airstrikes,bombing,bombardment,shelling,war,assault,drone strike,air raid,air raids,air strike,air strikes"
        ",missile strike,missile attack,offensive,incursion,incursions,bombings,ataque,ataques,bombardeo"
        ",bombardeos,agresion,ofensiva,incursion militar"
        ",barrage,ambush,sabotage,aggression,onslaught,salvo,salvos,foray,forays,embestida", to="on against in into"
        " of at a inside upon"),
    act("strike", "force", "launch conduct stage mount carry+out", STRIKES, by="on against in at into inside",
        sure=0.7),
    act("strike", "force", "send", WEAPONS, by="into over onto", sure=0.65),
    act("invasion", "force", "send dispatch throw infiltrate insert", "army troops soldiers tanks forces commandos"
        " paratroopers", by="into", sure=0.6),
    act("strike", "force", "fire launch rain lob unleash hurl drop", WEAPONS,
        by="at on into towards toward against onto", sure=0.7),
    act("strike", "force", "strike+back", parties="object", by="at against", sure=0.6),
    act("force_posture", "posture", "mass move advance gather march roll", BORDERS, parties="troops",
        by="to towards toward on near along at", sure=0.6),
    act("attack", "force", "spray blast hose douse", CARGO, also="cannon cannons", parties="near", sure=0.6),
    act("attack", "force", "fire discharge", "shot shots disparos", by="at towards on over", sure=0.55),
    act("attack", "force", "fire use turn spray train aim release drop", "cannon cannons laser lasers flares chaff",
        by="on at against near to over close",
        sure=0.6),
    act("attack", "force", "down shoot+down intercept bring+down destroy", CRAFT, sure=0.65,
        nouns="downing,shootdown,shooting down,derribo", to="of", of=CRAFT),
    act("attack", "force", "kill shoot wound injure assassinate murder poison behead execute slay massacre slaughter"
        " lynch torture beat+up pick+off"
        " stab", PEOPLE | TROOPS | KILLED,
        parties="near", sure=0.65, nouns="killing,killings,massacre,massacres,slaughter,torture,assassination,murder"
        ",shooting,poisoning,asesinato"
            ",asesinatos", to="of",
        of=PEOPLE | TROOPS),
    act("force_posture", "posture", "fire launch test", WEAPONS, also="near sea waters off over ballistic test tests",
        parties="posture", sure=0.55),
    act("attack", "force", "kill shoot capture assassinate bomb",
        PEOPLE | words("commander commanders leader rebel rebels militants camp general"), parties="inside",
        by="in inside within", sure=0.6),
    act("attack", "force", "fire shoot open+up", TROOPS | TARGETS | CARGO | PEOPLE | words("patrol patrols patrulla"),
        by="at on upon into against", sure=0.6, nouns="unprovoked firing,indiscriminate firing", to="on at across"
            " along into"),
    act("strike", "force", "strike hit bomb raid attack pound shell target destroy", TARGETS, parties="inside",
        by="in inside within", sure=0.6),
    act("strike", "force", "target", TARGETS | words("refinery refineries plants bases tankers"), parties="near",
        sure=0.6),
    act("attack", "force", "shoot+dead gun+down", parties="near", sure=0.65),
    act("attack", "force", "violate breach break", "ceasefire truce armistice", sure=0.55,
        nouns="ceasefire violation,ceasefire violations,truce violation,truce violations", to="against along"),
    act("attack", "force", nouns="provocation,provocations", of="military armed", to="against on along"),
    act("attack", "force", "sink ram", CARGO | TROOPS, sure=0.6),
    act("border_closed", "border", "block harass hound confront surround shadow chase chase+away drive+away obstruct"
        " buzz",
        CARGO | CRAFT | words("ships warships warship frigate destroyer submarine carrier fishermen crew crews"),
        parties="object", sure=0.6, nouns="obstruction,harassment", to="of"),
    act("attack", "force", "set+fire burn burn+down", MISSIONS | BURNT, sure=0.6),
    act("attack", "force", "pelt", MISSIONS | PEOPLE, by="in", sure=0.55),
    act("attack", "force", "defeat rout crush annihilate decimate wipe+out knock+out take+out overpower repulse repel",
        "troops forces army soldiers battalion brigade division garrison unit regiment tanks post posts battery convoy",
        parties="near",
        sure=0.6),
    act("attack", "force", "detonate plant set+off explode go+off lay", "bomb bombs mine mines explosives"
        " landmines", by="in"
        " outside at near on off inside", sure=0.55),
    act("attack", "force", "storm ambush assault overrun torpedo sabotage besiege set+ablaze blow+up torch mortar"
        " ransack vandalise"
        " vandalize pillage",
        sure=0.6,
        nouns="storming,ransacking,torpedoing,asalto,irrupcion", to="of on a en contra"),
    act("attack", "force", "break+into burst+into force+way", MISSIONS | words("compound residence"
        " premises"), sure=0.6),
    act("attack", "force", "demolish flatten raze", TOWNS | words("post home homes house houses building"
        " buildings"), sure=0.55),
    act("attack", "force", "destroy damage", TOWNS | TROOPS | CARGO | words("bridge plant depot refinery"), sure=0.55),
    act("invasion", "force", "invade occupy annex overrun", nouns="invasion,occupation,annexation,ocupacion,anexion",
        to="of", of=""),
    act("invasion", "force", "recapture retake", TOWNS, by="from", sure=0.6),
    act("invasion", "force", "push+into thrust+into drive+into advance+into cross+into march+into", "territory soil",
        by="into", sure=0.6),
    act("invasion", "force", "intervene", "militarily", parties="place", by="in", sure=0.6),
    act("invasion", "force", "capture seize take+over take+control conquer"
        " storm", TOWNS | {"swathes", "swaths"}, sure=0.6,
        nouns="seizure,capture,takeover,captura", to="of", of=TOWNS),
    act("invasion", "force", "enter cross+into advance+into push+into cross roll+into march+into pour+into intervene",
        parties="troops", sure=0.65, by="into in"),
    act("armed_clash", "clash", "clash fight skirmish brawl scuffle grapple", parties="with", by="with"
        " against", sure=0.7,
        nouns="clash,clashes,skirmish,skirmishes,gun battle,gunbattle,firefight,gunfight,exchange of fire"
        ",fierce clashes,border clash,border clashes,shootout,hostilities,fighting,combates,enfrentamientos"
        ",cross - border firing,face - off,faceoff,scuffle,scuffles,enfrentamiento,choque,choques,tiroteo"
        ",escaramuza,escaramuzas"
        ",intercambio de disparos,cruce de disparos,intercambio de fuego", to="with between", joint=True),
    act("armed_clash", "clash", nouns="war,border war,brief war,guerra", of="between with against entre", joint=True),
    act("armed_clash", "clash", nouns="clash,clashes,border clash,border clashes,skirmish,skirmishes,shootout,shootouts"
        ",firefight,gunfight,fighting,exchange of fire,hostilities,violence,war,border war,conflict,border conflict"
        ",gun battle,gun battles,gun - battle,gun - battles,gunbattle,gunbattles,exchange of gunfire,artillery duel"
        ",artillery duels,flare - up,flare - ups,flareup,flareups,ceasefire violations,truce violations"
        ",armed conflict,combates,enfrentamientos,enfrentamiento,tiroteo,escaramuzas,guerra,conflicto"
        ",hostilidades,choques", joint=True),
    act("armed_clash", "clash", "be", "war", also="at", parties="with", by="with", sure=0.6),
    act("armed_clash", "clash", "be", "conflict", also="in", parties="with", by="with", sure=0.6),
    act("armed_clash", "clash", "erupt escalate descend slide", "war conflict violence fighting clashes", also="into",
        parties="joint", sure=0.55),
    act("armed_clash", "clash", "come", "blows", also="to", parties="joint", by="with", sure=0.6),
    act("armed_clash", "clash", "declare", "war guerra", by="on a", also="on a", parties="near", sure=0.6),
    act("armed_clash", "clash", "wage", "war guerra", parties="with", by="with against on contra", sure=0.65),
    act("armed_clash", "clash", "go", "war", also="to", parties="with", by="with against", sure=0.6),
    act("attack", "force", "open return", "fire fuego", by="on at against", also=FIRE),
    act("attack", "force", "return open", "fire gunfire fuego", sure=0.6),
    act("attack", "force", "respond reply answer retaliate", FIRE | STRIKES, also="with", sure=0.6),
    act("attack", "force", "retaliate", sure=0.55),
    act("attack", "force", "come", "fire attack shelling bombardment", also=words("guards soldiers troops forces patrol"
        " positions post posts outpost village villages town embassy"), parties="with", by="from", sure=0.55),
    act("force_posture", "posture", "keep retain", TROOPS, parties="posture", by="in on near along", sure=0.6),
    act("force_posture", "posture", "deploy mobilize mobilise order amass station mass put place send dispatch move"
        " rush pour scramble position bolster reinforce sail steam concentrate redeploy assemble build+up beef+up raise"
        " strengthen fly sail call+up",
        TROOPS, parties="posture", by="to near along towards toward off on in at", sure=0.65,
        nouns="deployment,buildup,build - up,mobilisation,mobilization,troop movements,despliegue,movilizacion",
        to="of along near to in on at off", of=TROOPS),
    act("force_posture", "posture", "reinforce fortify militarize militarise", "border frontier garrison garrisons"
        " positions posts defences defenses fortifications", by="with facing along near"
        " on", parties="posture", sure=0.6),
    act("invasion", "force", "land disembark", parties="troops", sure=0.6, by="on in at"),
    act("force_posture", "posture", "enter intrude stray fly sail cross penetrate spend loiter linger"
        " operate", "waters airspace territory",
        also=words("territorial disputed airspace waters"), parties="posture", by="into in", sure=0.6),
    act("force_posture", "posture", "violate breach penetrate overfly", "airspace waters space adiz zone", sure=0.6,
        nouns="violation,violations,incursion,intrusion,violacion,violaciones", to="of into", of="airspace"
            " waters adiz zone"),
    act("force_posture", "posture", "send fly sail", CARGO | CRAFT | words("ships guard vessels"), also="waters"
        " airspace territory",
        parties="posture", by="into to through over", sure=0.6),
    act("force_posture", "posture", "stray intrude cross", "border frontier boundary", parties="posture",
        also="sea maritime boat boats vessel vessels ship ships drone drones balloon balloons jets"
            " aircraft helicopter helicopters plane planes", sure=0.55),
    act("force_posture", "posture", "cross", "line", parties="posture", also="median demarcation control dividing",
        by="with", sure=0.6),
    act("force_posture", "posture", "fly sail pass come", "close", also=CARGO | CRAFT, parties="posture", by="to",
        sure=0.55),
    act("force_posture", "posture", "scramble", CRAFT, parties="posture", by="to near over", sure=0.6),
    act("force_posture", "posture", "entrench", parties="posture", by="along near on at", sure=0.55),
    act("force_posture", "posture", "build erect construct put+up throw+up", "fence wall barrier trenches"
        " fortifications",
        also="border frontier", by="with along on", parties="posture", sure=0.55),
    act("force_posture", "posture", "order instruct authorise authorize", "action actions respond fire shoot retaliate"
        " retaliation", also=TROOPS, parties="near", by="against at on", sure=0.55),
    act("force_posture", "posture", "overfly", parties="near", sure=0.55),
    act("force_posture", "posture", "swarm encircle surround ring", "reef shoal island islands islet waters",
        parties="posture", sure=0.55),
    act("force_posture", "posture", "increase tighten heighten strengthen boost beef+up step+up bolster reinforce",
        "presence security defences"
        " defenses garrison", also="border frontier near along", parties="posture", by="with near along", sure=0.55),
    act("force_posture", "posture", "be", "alert", parties="posture", sure=0.6, also="high full maximum heightened"),
    act("force_posture", "posture", "step+up increase intensify stage hold conduct begin start launch carry+out",
        "patrols patrol war-games games overflights sorties flights exercises drills exercise drill manoeuvres"
        " maneuvers",
        parties="posture", also="frontier border near off close around airspace waters coast", sure=0.6),
    act("force_posture", "posture", "step+up intensify increase", "activities presence deployments incursions",
        also="aimed near around waters border airspace coast", parties="posture", by="at near in off", sure=0.55),
    act("force_posture", "posture", "resume restart kick+off continue", "war-games exercises drills exercise drill"
        " manoeuvres maneuvers", parties="posture", also="frontier border near off close around", sure=0.55),
    act("cyber", "cyber", "hack hack+into break+into breach", "email emails e-mails mailbox network networks systems"
        " computers website websites servers server database", sure=0.65,
        nouns="cyberattack,cyberattacks,cyber attack,hacking,hack,cyber - attack,cyber - attacks,ciberataque"
            ",ciberataques,hackeo"
        ",ataque informatico", to="on against of into"),
    act("cyber", "cyber", "tap bug wiretap eavesdrop", "phone phones telephone telephones calls conversations",
        by="of on", sure=0.6),
    act("cyber", "cyber", "spy+on eavesdrop+on snoop+on", parties="whom", by="on", sure=0.6),
    act("cyber", "cyber", "jam spoof", "radio television broadcasts signal signals gps communications broadcasts",
        by="in of over", sure=0.6),
    act("cyber", "cyber", "hack", sure=0.6),
)
# fmt: on
