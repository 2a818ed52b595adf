"""Hold the sets of words that stand behind the verbs and nouns of acts: who is expelled, what is signed."""

from __future__ import annotations

from newsroom.reading.acts.spanish_nouns import with_spanish


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set, with the Spanish ones for the same things."""
    return with_spanish(frozenset(text.split()))


DIPLOMATS = words(
    "staffer employee employees"
    " adviser advisers advisor advisors"
    " consular counsellor counsellors counselor counselors delegates representative representatives nuncio commissioner"
    " commissioners diplomat diplomats ambassador ambassadors staff staffers envoy envoys personnel officials"
    " consul consuls attache attaches members d'affaires embajador embajadora embajadores diplomaticos"
    " encargado encargada mission diplomatico funcionarios personal"
)
TIES = words("liaison contacts ties relations relationship links relaciones vinculos lazos diplomatica")
MISSIONS = words(
    "embassy embassies consulate consulates mission missions outpost outposts office offices embajada embajadas"
    " consulado consulados"
)
TROOPS = words(
    "tanques blindados contingent contingents "
    "contingent contingents reservists reserves armies navies fleets troop warship frigate frigates submarine"
    " submarines destroyer brigade"
    " brigades division"
    " divisions marines"
    " paratroopers peacekeepers battalion squadron squadrons fighters bomber armour artillery helicopters units"
    " army flotilla gunboats troops forces soldiers warships military navy fleet aircraft carrier alert"
    " batteries battery launchers howitzers warplanes gunships reinforcements tanks missiles destroyers jets bombers"
    " battalions tropas soldados buques aviones"
)
PRISONERS = words(
    "skipper skippers mariner mariners seafarer seafarers crewman crewmen crewmember crewmembers imam imams pensioner"
    " pensioners peacekeeper peacekeepers labourer labourers laborers shepherd shepherds herdsmen passenger passengers"
    " trucker truckers climber climbers mountaineers volunteer volunteers bishop archbishop politician politicians"
    " banker bankers correspondent correspondents conscript conscripts deserter deserters reservists translators"
    " interpreter girl girls child children ranger rangers expatriates"
    " contractor contractors spy spies agent agents"
    " sailor soldier serviceman servicemen guard guards worker workers engineer engineers national nun priest"
    " priests pastor academic academics researcher researchers executive executives migrant migrants driver"
    " drivers trader traders lawyer lawyers doctor doctors nurse nurses troops smuggler smugglers reporter"
    " hunter hunters miners pilgrims divers mayor mayors governor lawmaker lawmakers judge judges monk monks"
    " poacher poachers reporters athlete athletes"
    " dissident dissidents refugees villagers villager farmers herders policeman"
    " policemen officer officers airmen citizen citizens nationals journalist journalists fisherman fishermen crew"
    " tourist tourists student students activist activists pilot pilots businessman teacher teachers prisoner"
    " prisoners hostage hostages detainee detainees captives bodies pow pows sailors soldiers remains presos"
    " detenidos prisioneros rehenes ciudadanos ciudadano pescadores periodista periodistas soldado soldados militar"
    " militares marineros policias tripulantes turista turistas empresario estudiantes diplomaticos reos presos"
)
ACCORDS = words(
    "protocols charter compact contract contracts covenant acuerdos arrangement arrangements roadmap agreement"
    " agreements"
    " treaty treaties deal deals pact pacts accord accords memorandum memoranda mou mous protocol convention"
    " declaration declaracion instrument instruments acuerdo tratado communique convenio convenios memorando"
    " memorandos pacto pactos"
)
SANCTIONS = words(
    "controls curbs curb restriction penalties moratorium prohibition boycott sanctions sanction embargo restrictions"
    " ban"
    " bans blacklist sanciones measures sancion bloqueo restricciones medidas countermeasures contramedidas"
)
RETALIATORY = words("retaliatory reciprocal punitive restrictive represalia reciprocidad punitivas restrictivas")
TARIFFS = words("levy tax taxes surcharge surcharges arancel tariff tariffs duty duties levies aranceles quota quotas")
BARRED = words(
    "lorries trucks judges politicians broadcasters channels media apps coal grain wine beef fish timber goods"
    " cars planes diplomats athletes travellers tourists visitors nationals minister senator lawmaker official mps"
    " lawmakers citizen ships ship tankers tanker vessel officials senators ministers individuals companies firms"
    " banks citizens entities imports exports flights airlines airline carriers aircraft products vessels oil"
    " bank company firm entity individual politician officer airliner truck judge"
    " officers generals trawlers trawler boats airliners barges buses students tourists delegation delegates media"
)
PEOPLE = PRISONERS | words(
    "captive herder pilgrim diver refugee trafficker traffickers captain captains cleric clerics settler settlers"
    " fugitive fugitives hacker hackers scientist scientists preacher photographer cameraman"
    " teenager teenagers boy boys youth youths civilian civilians fisherman herder herdsman farmer miner miners"
    " missionary missionaries writer writers cyclist cyclists hiker hikers nuns couple footballer filmmaker"
    " filmmakers consultant consultants professor mercenary mercenaries historian editor "
    "blogger author actor singer scholar scholars pastor man men woman women person"
    " people suspect suspects official officials soldier reporter businessmen worker workers migrants fishers spy"
    " spies agent agents officer officers researcher trader traders national"
    " ciudadano ciudadanos ciudadana nacionales pescador pescadores marinero marineros marinos tripulantes soldado"
    " soldados militares periodista periodistas turista turistas espia espias agente agentes hombres personas"
)
TRUCES = words("fuego fighting guns arms ceasefire truce armistice cease hostilities cessation tregua cese")
MEETINGS = words(
    "discussions consultations session stay round t meeting meetings visit visits talks summit trip call dialogue"
    " negotiations conversation conference reunion reuniones encuentros visitas visita dialogo conversaciones"
    " negociaciones cumbre viaje encuentro llamada"
)
PLANS = ACCORDS | words("plan plans proposal roadmap")
ACCUSED = words(
    "allegation allegations accusation accusations charge charges claim claims responsibility involvement blame"
    " wrongdoing statement statements remarks acusacion acusaciones responsabilidad version versiones"
)
TARGETS = words(
    "target targets camp camps base bases position positions post posts outpost outposts hideout hideouts stronghold"
    " strongholds site sites facility facilities depot depots pad pads launchpad launchpads objetivos posiciones"
    " campamentos"
)
FIRE = words("fuego disparos fire gunfire shots artillery shelling rockets missiles blows shellfire")
TRADE = words(
    "import imports export exports supplies supply gas oil electricity deliveries shipments goods trade water"
    " sales purchases flights tours comercio importacion exportacion importaciones exportaciones suministro venta"
)
REFUSED = words(
    "accession candidacy candidatura candidate resolution draft motion bid membership order entry access plea pleas"
    " appeal appeals claims version"
    " mandate"
    " jurisdiction apology compensation visa visas credentials conditions accreditation ruling meeting visit"
    " summit reunion encuentro visita dialogo propuesta oferta intervencion invitacion offer offers proposal"
    " proposals intervention request requests demand demands invitation help aid assistance idea plan ultimatum"
    " call calls possibility deployment troops mediation talks negotiations interference option action terms claim"
    " allegations accusations charge charges accusation allegation threat threats pressure overture overtures"
    " suggestion truce ceasefire compromise deal assertion notion complaint complaints concerns objections"
    " dialogue acusaciones pedido solicitud exigencia amenazas grounds pretext justification reasoning argument"
    " arguments warning warnings payment payments inquiry call salvoconducto asylum extradition interference remarks"
    " results findings conclusions verdict probe statement statements comments criticism criticisms insinuations"
    " meddling declaraciones dichos expresiones"
    " afirmaciones insinuaciones senalamientos injerencia intromision criticas version"
    " suggestions notions reports protest protests account concession concessions reparations premise"
    " characterisation characterization"
    " compromise sanctions changes membership admission ruptura rompimiento"
)
FORCE = words(
    "tat review reconsider reassess"
    " reciprocal prosecute sink block teach avenge topple overthrow crush revenge reprisal act attack strike defend"
    " retaliate bomb"
    " invade hit respond shell"
    " destroy punish deploy use"
    " intervene seize occupy annex send retaliation strikes attacks force military sanctions tariffs war"
    " consequences response answer reprisals invasion countermeasures impose cut expel retaliatory reciprocate"
    " nuclear weapons represalias consecuencias cerrar atacar sanciones aranceles medidas"
)
HARSH = words("close shut bar sever expel seize arrest deport blockade")  # what one does who makes good a threat
SUPPORT = words("support backing solidarity assistance apoyo respaldo solidaridad")
SUITS = words("suit lawsuit case claim claims complaint proceedings dispute application")
STRIKES = words(
    "airstrikes operation operations incursions raids bombardments drone strike strikes airstrike attack attacks"
    " raid assault bombardment bombing shelling offensive incursion"
)
CRAFT = words(
    "fighter fighters bomber bombers aircraft planes uav uavs drone drones jet jets plane helicopter helicopters"
    " balloon missile missiles warplane dron avion"
)
EXERCISES = words(
    "ejercicio ejercicios maniobras "
    "operation operations games manoeuvre maneuver training wargame exercise exercises drill drills manoeuvres"
    " maneuvers wargames"
    " patrol patrols"
)
GIVEN = words(
    "donation donations donativo donacion donaciones insumos ambulancias ambulancia vehiculos medicamentos viveres"
    " toneladas mascarillas respiradores computadoras kits mattresses consignment laptops computers books textbooks "
    "vacunas medicos combustible trigo equipos "
    "water bomberos brigadistas rescatistas relief supplies frigates frigate submarine submarines helicopter"
    " corvette cheque intelligence advisers"
    " trainers"
    " jets jet tanks howitzers missiles ammunition fighters arms weapons launchers"
    " ambulances ambulance tents blankets generators doses vaccine boats boat"
    " vessels vehicles trucks buses equipment supplies shipment shipments systems system drones shells rockets"
    " doctors nurses medics physicians experts engineers firefighters technicians tarpaulins rails rice maize flour"
    " masks"
    " uniforms tarpaulins ventilators oxygen medicines fertiliser fertilizer seeds school schools hospital hospitals"
    " clinic tonnes"
    " tons rescuers teams team aid assistance relief humanitarian loan loans grant grants weapons weaponry food"
    " medicine vaccines wheat grain rice fuel ammunition missiles tanks jets helicopters funds funding arms ayuda"
    " asistencia alimentos medicinas"
)
SOLD = words(
    "trenes aviones armas petroleo trigo helicopteros helicopters howitzers ammunition 16s 35s "
    "locomotives buses power electricity coal rice cars trains submarines ships planes aircraft fighters drones"
    " systems technology"
    " submarine ship plane frigate frigates corvette system missile"
    " weapons arms jets missiles rails turbines reactor reactors tanks gas oil uranium grain wheat"
)
WORKS = words(
    "links roads projects pipelines bridges ports dams plants"
    " link road railway line port project factory refinery grid interconnector cable route power zone service"
    " crossing pipeline bridge corridor terminal highway venture dam plant"
)
CARGO = words(
    "longliner longliners seiner seiners skiff skiffs canoe canoes sailboat dredger dredgers motorboat motorboats"
    " pirogue pirogues schooner tug tugs tugboat"
    " gunboat gunboats minesweeper yachts"
    " ship ships vessel vessels boat boats tanker tankers trawler trawlers plane planes aircraft freighter cargo"
    " yacht consignment shipment lorry truck dhow dhows ferry ferries speedboat speedboats lorries trucks barge"
    " barges dinghy airliner airliners convoy convoys freighters"
    " trawlers"
    " barco barcos lancha lanchas pesquero pesqueros cargamento"
)
PROPERTY = words(
    "company companies firm plant refinery mine mines bank subsidiary stake stakes shares oilfield terminal factory"
    " port pipeline farm farms estate"
)
ASSETS = words("assets accounts reserves funds property holdings cuentas activos fondos")
BORDERS = words(
    "border borders boarder crossing crossings frontera fronteras frontier frontiers strait straits airspace skies"
    " ports port waters boundary checkpoint checkpoints bridge"
)
WEAPONS = words("missile missiles rocket rockets drones drone shells bombs torpedo torpedoes mortars artillery")
TERMS = words("boundary dispute row quarrel differences standoff disagreement conflict feud")
TOWNS = words(
    "city town village port island islands territory region province peninsula base airport post outpost land"
    " cities towns villages posts outposts positions heights hill hills farmland farmlands"
)
SOUGHT = MEETINGS | words(
    "assistance aid backing ayuda apoyo"
    " resumption consultations extradition explanation explanations clarification clarifications answers"
    " assurances assurance help support guarantees compensation redress apology permission access approval"
)
WARNED = FORCE | words(
    "escalate provoke severe reciprocal measures price grave serious consequences steps action cost costs respond"
)
MEDIATED = (
    MEETINGS
    | TRUCES
    | ACCORDS
    | words("swap exchange release mediation contacts reconciliation rapprochement dialogue contactos liberacion")
)
WRONGS = frozenset(
    "violate breach infringe interfere meddle shelter harbour harbor arm sabotage spy undermine provoke collude"
    " conspire plot smuggle infiltrate instigate orchestrate mastermind abet incite bully blackmail scapegoat"
    " distort fabricate lie cheat renege flout encroach trespass persecute destabilise destabilize fail torture"
    " mistreat".split()
)
YIELDING = frozenset(
    "accept recognize recognise tolerate allow permit bow yield cave comply budge relent capitulate submit bend"
    " return conclude join attend negotiate extradite withdraw leave apologise apologize pay release free lift sign"
    " abide refrain desist retreat back hand give agree grant let admit acknowledge abandon halt stop surrender"
    " rejoin participate take respond talk send supply lend".split()
)
PLOTS = words(
    "rebels guerrillas militants insurgents terrorists separatists"
    " atentado atentados complot magnicidio"
    " attack attacks plot plots murder killing killings bombing poisoning hack hackers coup assassination sabotage"
)
SPYING = words("spy spies spying espionage plot plots saboteurs espias espionaje")
# Verbs of help, of which must be said where it is built, and for whom it is meant.
BUILDING = tuple("build rebuild finance fund bankroll underwrite open establish construct erect".split())
AIDING = tuple("pump inject set award prop shore stabilise stabilize roll throw expedite hasten".split())
# Verbs whose subject may be the thing itself: "the border reopened", "a bomb exploded".
BY_ITSELF = frozenset(
    "explode go arrive land reach open reopen close resume restart shut collapse mass move deploy gather advance"
    " amass".split()
)
HEIRLOOMS = words(
    "artefact artifact statue painting manuscript relic skull"
    " artefacts artifacts bronzes relics treasures sculptures antiquities artworks manuscripts skulls statues paintings"
)
