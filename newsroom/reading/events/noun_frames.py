"""Hold the frames of nouns: which phrases tell which kind of event."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NounFrame:
    """Hold a frame of a noun: its kind, its family for merging, and whether it lasts."""

    kind: str
    family: str
    is_lasting: bool = False
    confidence: float = 0.65


NOUN_PHRASES: dict[str, NounFrame] = {
    phrase.strip(): frame
    for phrases, frame in (
        (
            "phone call,telephone call,phone conversation,telephone conversation,telephone talk,phone talks"
            ",telephone talks,telephone calls,telephone conversations,phone conversations,conversation by phone"
            ",phone calls,llamada,llamada telefonica,conversacion telefonica,comunicacion telefonica"
            ",contacto telefonico,dialogo telefonico"
            ",llamadas telefonicas,conversaciones telefonicas,llamadas"
            ",telephone meeting,telephonic conversation,telephonic conversations,telephonic talk,telephonic talks"
            ",telephonic call,telephonic exchange,telephone exchange,phone exchange,telephone chat"
            ",phone chat,telephonic discussion"
            ",telephone discussion,phonecall,phonecalls,phone consultations",
            NounFrame("phone_call", "contact", confidence=0.8),
        ),
        ("call", NounFrame("phone_call", "contact", confidence=0.7)),
        (
            "video call,video conference,video meeting,video talks,videoconference,videollamada,videoconferencia"
            ",reunion virtual,cumbre virtual,virtual meeting,teleconference",
            NounFrame("video_call", "contact", confidence=0.8),
        ),
        (
            "contacts,conversation,discussions,discussion,conversations,conversacion,conversaciones,charla,contactos"
            ",exchange of views"
            ",productive discussions",
            NounFrame("conversation", "contact"),
        ),
        (
            "talks,negotiations,peace talks,consultations,political consultations,bargaining"
            ",trilateral consultation,ministerial consultation,political consultation,bilateral consultation"
            ",dialogue,peace process,negotiation,negociaciones,negociacion,consultas politicas"
            ",un dialogo,dialogo formal,dialogos formales"
            ",ronda de negociaciones,ronda de conversaciones,ronda de consultas,ronda de dialogo,mesa de dialogo"
            ",rounds of talks,round of talks,diplomatic efforts,diplomatic push,shuttle diplomacy,intense diplomacy",
            NounFrame("negotiation", "contact"),
        ),
        (
            "meeting,meetings,encounter,reunion,encuentro,reuniones,encuentros,reunion bilateral"
            ",encuentro bilateral,encuentro de trabajo,reunion de trabajo,almuerzo de trabajo,cena de trabajo"
            ",audiencia,tete a tete,face - to - face,courtesy call"
            ",working lunch,working dinner,get - together,handshake"
            ",one - on - one meeting,bilateral meeting,tete - a - tete,one - on - one,one - to - one,sit - down,sitdown"
            ",bilaterals,working breakfast,pull - aside",
            NounFrame("meeting", "contact", confidence=0.7),
        ),
        (
            "summit,summits,peace conference,cumbre,cumbres",
            NounFrame("summit_multilateral", "contact", confidence=0.55),
        ),
        (
            "visit,visits,official visits,trips,official visit,working visit,trip,tour,stop,stopover,stop - over"
            ",pilgrimage,arrival,llegada,arribo,visita,visita oficial,visita de trabajo,visitas,visitas oficiales,gira"
            ",viaje,viaje oficial,viajes,giras,periplo,estancia,desplazamiento",
            NounFrame("visit", "contact"),
        ),
        (
            "state visit,state visits,visita de estado,visitas de estado",
            NounFrame("state_visit", "contact", confidence=0.75),
        ),
        (
            "ceasefire,cease - fire,truce,cese al fuego,alto el fuego,tregua,cese el fuego,armistice",
            NounFrame("ceasefire_declared", "ceasefire"),
        ),
        (
            "clashes,fighting,hostilities,fierce clashes,border clashes,firefight,gunfight,gunbattle,skirmish"
            ",skirmishes,exchange of fire,exchanges of fire,cross - border firing,face - off,faceoff"
            ",scuffle,scuffles,exchange of gunfire,exchanges of gunfire,combates,enfrentamientos"
            ",escaramuzas,choques",
            NounFrame("armed_clash", "clash", True),
        ),
        ("signing", NounFrame("treaty_signed", "accord")),
        ("expulsion,expulsions,expulsiones", NounFrame("diplomats_expelled", "expulsion")),
        ("capture,abduction,captura", NounFrame("capture_of_leader", "capture")),
        ("threats,threat,amenazas", NounFrame("threat", "threat")),
        ("offers,offer", NounFrame("offer", "offer")),
        ("proposal,proposals", NounFrame("offer", "proposal")),
        ("invitation", NounFrame("offer", "invitation")),
        ("accusations", NounFrame("accusation", "accusation")),
        (
            "exchange of prisoners,prisoner swap,prisoner exchange,intercambio de prisioneros,canje de prisioneros",
            NounFrame("prisoner_release", "release"),
        ),
        (
            "joint exercises,joint drills,joint military exercises,joint exercise,ejercicios conjuntos,maniobras"
            " conjuntas"
            ",ejercicios militares conjuntos,ejercicios navales conjuntos,maniobras militares conjuntas"
            "",
            NounFrame("military_cooperation", "exercise"),
        ),
    )
    for phrase in phrases.split(",")
}
