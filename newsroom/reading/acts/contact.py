"""Hold the acts of contact: calls, talks, meetings, visits, letters, mediation, and what is called off."""

from __future__ import annotations

from newsroom.reading.acts.rows import act
from newsroom.reading.acts.words import FIRE, MEDIATED, MEETINGS, TARIFFS, words

VISITED = "to a al in for into at"
# fmt: off
CONTACTS = (
    act("conversation", "contact", "speak talk converse confer consult chat huddle interact touch+base"
        " catch+up", parties="with", by="with con to",
        sure=0.8),
    act("conversation", "contact", "contact approach", parties="near", sure=0.55),
    act("conversation", "contact", "communicate liaise", parties="with", by="with", sure=0.6),
    act("conversation", "contact", "have maintain keep hold open establish", "communication communications contact"
        " contacts channel", parties="with", by="with", sure=0.55),
    act("negotiation", "contact", "negotiate bargain haggle", parties="with", by="with", sure=0.65),
    act("tariffs_imposed", "tariffs", "answer respond retaliate", TARIFFS, sure=0.65),
    act("mediation", "contact", "pass carry relay ferry convey transmit deliver exchange", "messages message letters"
        " proposals mensajes", parties="mediated", also="between entre", sure=0.65),
    act("mediation", "contact", "act serve", "mediator mediators intermediary intermediaries broker conduit go bridge"
        " channel mediador mediadora intermediario", parties="mediated", also="between entre", sure=0.65),
    act("conversation", "contact", "exchange trade swap share compare", "views pleasantries opinions greetings messages"
        " letters notes impressions assessments", parties="with", by="with", sure=0.65),
    act("meeting", "contact", "sit+down sit+together come+face lunch dine breakfast shake+hands shake+hand"
        " break+bread rub+shoulders", parties="with", by="with to", sure=0.7),
    act("meeting", "contact", "drop+in look+in pop+in", parties="with", by="on", sure=0.6),
    act("meeting", "contact", "sit+across sit+opposite", parties="with", by="from opposite with", sure=0.65),
    act("conversation", "contact", "discuss", parties="with", by="with", sure=0.6),
    act("conversation", "contact", "review explore examine go+over take+stock touch+on", "ties relations cooperation"
        " situation issues matters topics developments relaciones cooperacion", parties="with", by="with", sure=0.55),
    act("conversation", "contact", "get+touch be+contact be+touch keep+contact keep+touch stay+touch"
        " stay+contact stay+communication remain+contact remain+touch remain+communication maintain+contact"
        " maintain+contacts maintain+communication keep+communication be+communication", parties="with", by="with",
        also="in close constant regular direct", sure=0.6),
    act("negotiation", "contact", "be+talks be+negotiations be+discussions be+consultations be+conversaciones",
        parties="with", by="with", also="in en", sure=0.65),
    act("negotiation", "contact", "return+table come+table go+table", parties="joint", sure=0.6),
    act("meeting", "contact", "present submit hand+over receive accept", "credentials credenciales credence",
        parties="with", by="to from of", sure=0.6),
    act("conversation", "contact", "send hand+over hand deliver convey transmit write pass receive present relay"
        " carry bear get bring", "letter letters message messages carta mensaje", parties="with", by="to from with",
        sure=0.65),
    act("conversation", "contact", "write", parties="with", by="to", sure=0.55),
    act("conversation", "contact", "raise", "case issue matter plight", parties="with", by="with", also="with",
        sure=0.55),
    act("phone_call", "contact", "reach+out", "phone telephone", parties="with", by="to", sure=0.6),
    act("conversation", "contact", "brief", parties="called", sure=0.55),
    act("conversation", "contact", "notify apprise", parties="near", sure=0.55),
    act("meeting", "contact", "join", "dinner lunch breakfast talks", parties="called", sure=0.55),
    act("phone_call", "contact", "call phone telephone dial ring contact", parties="called"),
    act("phone_call", "contact", "call+up ring+up phone+up", parties="called"),
    act("phone_call", "contact", "be+phone get+phone be+telephone be+line get+line", parties="with", by="with"
        " to", sure=0.6),
    act("negotiation", "contact", "sit meet gather", "table", also="negotiating bargaining", parties="joint", by="with",
        sure=0.65),
    act("meeting", "contact", "call", "on", parties="called", sure=0.6),
    act("phone_call", "contact", "tell inform brief", "phone telephone", parties="called"),
    act("meeting", "contact", "meet encounter", parties="with", by="with con", sure=0.8),
    act("meeting", "contact", "hold celebrate conduct have", "meeting session reunion reuniones sesion encuentro"
        " encuentros entrevista", parties="with", by="with con", sure=0.65),
    act("negotiation", "contact", "reconvene", parties="joint", sure=0.6),
    act("summit_multilateral", "contact", "gather convene assemble", parties="joint", sure=0.6),
    act("visit", "contact", "send dispatch", "delegation envoy team minister mission emissary diplomat negotiators"
        " representative", parties="with", by="to", sure=0.6),
    act("visit", "contact", "visit tour", parties="place", sure=0.8),
    act("visit", "contact", "travel fly go arrive head tour return land touch+down jet journey sail drive set+off"
        " set+out", parties="place", by=VISITED, sure=0.65),
    act("visit", "contact", "return come+back arrive+back", "home back", parties="place", by="from de", sure=0.55),
    act("visit", "contact", "return come+back", parties="place", by="from de", sure=0.55),
    act("visit", "contact", "come", parties="place", by="to", sure=0.55),
    act("visit", "contact", "spend", "weekend day days night nights week weeks holiday hours", parties="place",
        by="in at en", sure=0.6),
    act("phone_call", "contact", "reach get+through", parties="called", by="to", sure=0.6),
    act("visit", "contact", "reach", parties="place", sure=0.55),
    act("visit", "contact", "attend witness", "inauguration ceremony funeral swearing-in coronation wedding parade"
        " celebrations celebration opening investidura ceremonia", by="of in for", sure=0.6),
    act("summit_multilateral", "contact", "attend join take+part participate", "summit cumbre forum conference",
        parties="place", by="in at en", sure=0.6),
    act("visit", "contact", "come", "visit talks meeting summit visita", parties="place", by="to", sure=0.6),
    act("summit_multilateral", "contact", "arrive travel fly gather", "summit cumbre", parties="joint", also="for para",
        sure=0.55),
    act("visit", "contact", "stop stop+over stop+off call+at transit", parties="place", by="in at", sure=0.55),
    act("visit", "contact", "leave depart continue proceed", parties="place", by="to for hacia rumbo", sure=0.6),
    act("visit", "contact", "leave depart", "visit stay trip tour talks visita", parties="place", sure=0.6),
    act("visit", "contact", "host receive welcome greet entertain", parties="person", sure=0.7),
    act("visit", "contact", "play+host", parties="person", sure=0.7),
    act("meeting", "contact", "pay make", "call calls respects", parties="with", by="on to",
        also="courtesy respects farewell", sure=0.6),
    act("meeting", "contact", "grant give hold have host share offer accord extend", "welcome audience lunch dinner"
        " breakfast banquet"
        " luncheon reception tea almuerzo cena desayuno audiencia banquete recepcion", parties="with",
        by="to with for con a", sure=0.6),
    act("meeting", "contact", "roll+out", "carpet", parties="with", by="for", sure=0.6),
    act("meeting", "contact", "hold host offer chair preside lead", "ceremony ceremonia", parties="with",
        by="to for a", sure=0.55, also="welcome welcoming farewell state condecoracion bienvenida despedida honores"),
    act("meeting", "contact", "chair co-chair co-preside preside", "session meeting commission committee forum round"
        " talks sesion reunion", parties="joint", by="with", sure=0.6),
    act("mediation", "contact", "bring+together", sure=0.65),
    act("mediation", "contact", nouns="mediation,mediation effort,mediation efforts,good offices,mediacion"
        ",buenos oficios", to="between among in", of=""),
    act("mediation", "contact", "mediate shuttle intercede arbitrate", parties="between", sure=0.7),
    act("mediation", "contact", "mediate broker facilitate sponsor oversee moderate", MEDIATED, parties="mediated",
        sure=0.65),
    act("armed_clash", "clash", "exchange trade", FIRE | {"salvoes", "salvos"}, parties="joint"),
)

CALLED_OFF = (
    act("meeting_cancelled", "cancelled", "call+off put+off break+off break+up", MEETINGS, parties="with",
        by="with to"),
    act("meeting_cancelled", "cancelled", "withdraw quit walk+out pull+out walk+away storm+out back+out"
        " beg+off cry+off bow+out", MEETINGS | {"table"}, parties="with", by="with to"),
    act("meeting_cancelled", "cancelled", "stay+away", MEETINGS, parties="with", by="with"),
    act("meeting_cancelled", "cancelled", "cancel scrap postpone boycott suspend axe abandon shelve adjourn delay"
        " defer skip nix ditch freeze halt abort", MEETINGS | words("lunch dinner breakfast banquet reception"
        " audience"), parties="with", by="with to",
        nouns="cancellation,postponement,suspension,deferral,deferment,cancelacion", of=MEETINGS, joint=True),
)
# fmt: on
