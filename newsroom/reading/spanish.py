"""Know Spanish verbs: their forms by rule, and the groups of auxiliaries and heads that stand in a sentence.

Each verb stands under the English one whose frames it shares, so that one table of frames serves both languages. Words
are folded: "habló" is "hablo". A form that is also a noun ("visita") is a verb only where no article stands before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsroom.reading.sentences import Token
from newsroom.reading.verbs import Verb

# English verb = Spanish infinitives; a stem that changes stands behind a colon (preterite, third person).
VERBS = """
talk=hablar,conversar,dialogar,platicar,charlar hold=sostener:sostuv,mantener:mantuv,celebrar,realizar,efectuar
meet=reunir,entrevistar speak=comunicar visit=visitar tour=recorrer summon=convocar,citar free=liberar,excarcelar
offer=ofrecer,proponer:propus telephone=telefonear,llamar mediate=mediar warn=advertir:advirt apologize=disculpar
suspend=suspender cancel=cancelar,aplazar,posponer:pospus sue=demandar submit=presentar close=cerrar
agree=acordar,pactar,convenir:convin sign=firmar,suscribir expel=expulsar order=ordenar,disponer:dispus
reject=rechazar,descartar condemn=condenar criticize=criticar accuse=acusar,culpar,denunciar lament=lamentar
negotiate=negociar dine=cenar,almorzar accept=aceptar approve=aprobar grant=conceder,otorgar lift=eliminar
freeze=congelar seize=incautar,confiscar,apresar kill=matar,asesinar down=derribar fire=disparar launch=lanzar
capture=capturar block=bloquear veto=vetar sell=vender invest=invertir finance=financiar facilitate=facilitar
intervene=intervenir occupy=ocupar annex=anexar facilitate=facilitar criticize=censurar condemn=repudiar
land=aterrizar arrive=arribar return=regresar,volver urge=exhortar pledge=comprometer proclaim=proclamar
storm=irrumpir,asaltar threaten=amenazar request=pedir:pid,solicitar demand=exigir,reclamar urge=instar break=romper
restore=restablecer,reanudar impose=imponer:impus,aplicar travel=viajar,acudir arrive=llegar receive=recibir
invite=invitar lift=levantar,aliviar welcome=acoger discuss=abordar,tratar,analizar,repasar,examinar
announce=anunciar send=enviar,mandar
deliver=entregar donate=donar deport=deportar extradite=extraditar arrest=detener:detuv,arrestar bomb=bombardear
attack=atacar invade=invadir deploy=desplegar withdraw=retirar,replegar recognize=reconocer ratify=ratificar
establish=establecer open=abrir reopen=reabrir reach=alcanzar,lograr deny=negar,desmentir:desmint refuse=negar
support=apoyar,respaldar reaffirm=reafirmar,reiterar,ratificar plan=planear,prever:previ sanction=sancionar
ban=prohibir begin=iniciar,comenzar end=concluir,finalizar,terminar protest=protestar host=acoger vow=prometer
say=decir:dij,afirmar,asegurar,señalar,indicar,agregar,añadir,destacar,informar,declarar,explicar,sostener:sostuv
complain=quejar want=querer,buscar express=expresar,manifestar underline=subrayar highlight=resaltar,recalcar
confirm=confirmar decide=decidir,resolver describe=calificar,tachar raise=elevar form=crear,formar
consider=considerar,evaluar,sopesar,barajar
ponder=estudiar issue=emitir agree=concordar,consensuar avoid=evitar,eludir abstain=abstener:abstuv
give=dar:d leave=abandonar happen=ocurrir,suceder,concretar,materializar,producir:produj
show=mostrar proceed=proceder improve=mejorar fail=fracasar fear=temer
exchange=intercambiar,canjear reduce=reducir:reduj,rebajar,disminuir downgrade=degradar thank=agradecer
congratulate=felicitar praise=elogiar,encomiar attend=asistir participate=participar chair=presidir lead=encabezar
deplore=deplorar,reprobar chide=reprochar blame=responsabilizar alert=alertar
evacuate=evacuar,desalojar kidnap=secuestrar strike=golpear clash=enfrentar extend=prorrogar,ampliar,extender,cursar
renew=renovar cooperate=cooperar,colaborar strengthen=fortalecer,reforzar,estrechar normalize=normalizar
cut=cortar,interrumpir
leave=abandonar,salir,partir intercept=interceptar repatriate=repatriar investigate=investigar repeal=derogar
sink=hundir shell=cañonear execute=ejecutar return=retornar hand=traspasar join=sumar
abandon=desistir revoke=revocar,anular initial=rubricar defend=defender retaliate=contraatacar
penetrate=penetrar violate=violar,vulnerar cross=cruzar mobilize=movilizar recover=recuperar transfer=trasladar
rail=arremeter urge=urgir yield=ceder forgive=condonar describe=tildar,catalogar enter=entrar
detain=retener:retuv host=hospedar,alojar confer=conferenciar,departir supply=suministrar,proveer,abastecer
train=entrenar,capacitar,adiestrar besiege=sitiar harass=hostigar attack=agredir reprimand=reprender,amonestar
criticize=fustigar,cuestionar,recriminar,increpar reject=desestimar,objetar refuse=rehusar raid=allanar expel=echar
seize=decomisar boycott=boicotear close=clausurar kidnap=raptar torture=torturar down=abatir urge=conminar
ram=embestir:embist harbour=amparar,albergar,cobijar appoint=nombrar,designar take=tomar
agree=acceder spray=rociar infiltrate=infiltrar conspire=conspirar incite=incitar
persecute=perseguir complete=completar coincide=coincidir mediate=interceder ask=preguntar,rogar pardon=indultar
hail=aplaudir propose=plantear schedule=programar,agendar
wage=librar constitute=constituir:constituy carry=llevar convey=transmitir hold=tener:tuv
say=adelantar,precisar,detallar,matizar,apuntar,puntualizar,comentar,revelar
respond=responder,reaccionar force=obligar,forzar prompt=motivar,empujar,impulsar
impose=gravar,decretar prohibit=vedar exclude=excluir:excluy expropriate=expropiar nationalize=nacionalizar
accuse=imputar,inculpar,incriminar warn=avisar urge=apremiar,emplazar ask=implorar seal=sellar resume=retomar
stop=cesar,frenar,paralizar free=soltar capture=aprehender imprison=encarcelar sentence=sentenciar
wound=herir:hir injure=lesionar hit=impactar shoot=balear,tirotear destroy=destruir:destruy
damage=averiar enter=ingresar,incursionar,internar,adentrar advance=avanzar deploy=apostar,estacionar test=ensayar
hack=hackear,piratear travel=desplazar arrive=desembarcar meet=encontrar,reencontrar provide=proporcionar,brindar
rescue=rescatar build=construir:construy allocate=destinar,asignar buy=comprar,adquirir export=exportar
import=importar share=compartir equip=equipar arm=armar support=avalar,secundar praise=alabar yield=claudicar
retract=retractar lodge=interponer expect=esperar plan=planificar,proyectar begin=emprender,arrancar,empezar
end=culminar reactivate=reactivar relaunch=relanzar revive=reavivar
implement=implementar raise=subir,aumentar,incrementar double=duplicar exempt=eximir,exonerar,exceptuar
lift=suprimir unfreeze=descongelar unblock=desbloquear authorize=autorizar use=usar,utilizar,emplear
mention=mencionar remember=recordar return=devolver reject=declinar sail=zarpar ignore=ignorar,desoir
spy=espiar meddle=inmiscuir interfere=injerir provoke=provocar breach=incumplir,infringir,contravenir:contravin
undermine=socavar destabilize=desestabilizar blackmail=chantajear intimidate=intimidar amend=enmendar,modificar
demarcate=demarcar,delimitar compensate=indemnizar,compensar acquit=absolver fine=multar insult=insultar
massacre=masacrar overfly=sobrevolar ransack=saquear settle=zanjar,dirimir inject=inyectar link=vincular
"""
IRREGULAR = {
    "tener": ("tenido",),
    "resolver": ("resuelto",),
    "volver": ("vuelto",),
    "devolver": ("devuelto",),
    "romper": ("roto",),
    "abrir": ("abierto",),
    "reabrir": ("reabierto",),
    "decir": ("dicho",),
    "proponer": ("propuesto",),
    "posponer": ("pospuesto",),
    "imponer": ("impuesto",),
    "disponer": ("dispuesto",),
    "suscribir": ("suscrito",),
    "prever": ("previsto",),
}
# Stems of the present that change: "acuerda", "pide", "mantiene".
PRESENT = dict(
    pair.split("=")
    for pair in (
        "acordar=acuerd negar=nieg cerrar=cierr reforzar=refuerz renovar=renuev comenzar=comienz empezar=empiez"
        " advertir=adviert desmentir=desmient invertir=inviert pedir=pid extender=extiend defender=defiend"
        " aprobar=aprueb reprobar=reprueb recordar=recuerd encontrar=encuentr querer=quier volver=vuelv"
        " resolver=resuelv devolver=devuelv desplegar=desplieg replegar=replieg concordar=concuerd herir=hier"
        " rogar=rueg soltar=suelt manifestar=manifiest reabrir=reabr reencontrar=reencuentr"
    ).split()
)
# Nouns and adjectives that a subjunctive looks like.
NOUNS = frozenset(
    "ataque cierre informe alcance avance firme corte embarque entre cese pese de cobre cure trate disparo mate acoja"
    " venta lance mande cite parta".split()
)
# What a clause in the subjunctive opens with; and before it, who sets what is to be, or tells what was.
WHAT_IF = frozenset("que cuando hasta ojala quiza quizas si aunque como donde".split())
SETTING = frozenset(
    "espera esperan esperaba esperado preve preven previsto prevista programado acordo acordaron pacto pactaron decidio"
    " decidieron ordeno ordenaron dispuso dispusieron estipula establece planea".split()
)
TELLING = frozenset(
    "lamenta lamentan lamento lamentaron celebra celebro condena condeno deplora deploro denuncia desde despues luego"
    " hecho".split()
)
SUBJUNCTIVE_REACH = 14
HAVE = frozenset(
    "ha han habia habian habra habran habria habrian hubo haya hayan hubiera hubieran hubiese hubiesen haber".split()
)
BE = frozenset("fue fueron es son sera seran era eran sido ser siendo".split())
BEING = frozenset("esta estan estaba estaban estara estaran".split())  # "está programado"; else "esta" is "this"
MODALS = dict.fromkeys("puede pueden podria podrian podra podran pudo".split(), "could") | dict.fromkeys(
    "debe deben debera deberan".split(), "must"
)
MODALS |= dict.fromkeys(("deberia", "deberian"), "should")
READY = frozenset("dispuesto dispuesta dispuestos dispuestas listo lista listos preparado preparada".split())
GOING = frozenset(("va", "van", "iba", "iban"))
NOT_BEFORE = frozenset(
    "el la los las un una su sus este esta esa ese de del al en otra otro cada gran ultima"
    " primera primer segunda segundo tercera tercer cuarta quinta nueva nuevo proxima reciente anterior breve historica"
    " eventual posible futura pasada previa inminente energica rotunda firme airada tajante".split()
)
ENCLITICS = ("se", "lo", "la", "le", "les", "los", "las")
SMALL_WORDS = frozenset("el la los las de del que en y por con para al se una su un como".split())
ENGLISH_WORDS = frozenset("the of and to in that is was for on with by as at from a an it".split())
FEWEST = 3  # so many small words tell the language of a sentence
OBJECTS = frozenset("la lo las los".split())  # "la invitó": no article stands before a past
PAST_ENDINGS = ("ó", "aron", "ieron", "aba", "aban", "ía", "ían", "ará", "erá", "irá")
# What only looks like a verb: "a partir del lunes", "por parte de", "por medio de".
NO_VERBS = frozenset((before, "parte") for before in ("por", "de", "en", "la", "forma")) | {("a", "partir")}
NO_VERBS |= {("por", "medio"), ("en", "medio")}
# Verbs that mean something else with "se", and what they mean without it.
DETERMINERS, PACTS = frozenset("el los su sus".split()), frozenset("acuerdo tratado convenio acuerdos pacto".split())
# What a verb means where one of these stands right behind it: "tomaron la ciudad", "alcanzó una base".
TARGETING = {"take": "capture", "reach": "hit", "say": "declare"}
TARGETS = frozenset(
    "ciudad localidad ciudades localidades aldea aldeas pueblo isla base bases bastion refineria deposito"
    " edificio planta"
    " puente buque barco hospital tregua cese alto guerra".split()
)
PLACED = frozenset(("encuentra", "encuentran", "encontraba", "encontraban"))
PRONOMINAL = {"speak": "say", "clash": "face", "meet": "find"}
AHEAD = ("sera", "seran", "habra", "habran")
HEARSAY = ("habria", "habrian")  # "habría expulsado": it is said to have


def is_spanish(words: Sequence[str]) -> bool:
    """Tell whether a sentence of these folded words is Spanish by its small words."""
    if SMALL_WORDS.isdisjoint(words):
        return False
    small = sum(map(SMALL_WORDS.__contains__, words))
    return small >= FEWEST and small > sum(map(ENGLISH_WORDS.__contains__, words))


@cache
def spanish_forms() -> dict[str, tuple[str, str]]:
    """Return every form: folded word to (English verb, form): past, present, future, would, part, ing, base."""
    table: dict[str, tuple[str, str]] = {}
    for entry in VERBS.split():
        lemma, _, infinitives = entry.partition("=")
        for one in infinitives.replace("ñ", "n").split(","):
            infinitive, _, stem = one.partition(":")
            for word, form in _forms(infinitive, stem):
                table.setdefault(word, (lemma, form))
    table["verse"] = ("meet", "base")
    return table


@cache
def third_persons(entry: str) -> tuple[str, ...]:
    """Return the folded third persons, past and present, of an entry "infinitive" or "infinitive:stem"."""
    infinitive, _, stem = entry.replace("ñ", "n").partition(":")
    return tuple(word for word, form in _forms(infinitive, stem) if form in ("past", "present"))


def participles(entry: str) -> tuple[str, ...]:
    """Return the folded participles of an entry."""
    infinitive, _, stem = entry.replace("ñ", "n").partition(":")
    return tuple(word for word, form in _forms(infinitive, stem) if form == "part" and word.endswith("o"))


def _forms(infinitive: str, stem: str) -> list[tuple[str, str]]:
    """Return the folded forms of the third person, the participles, the gerund and the infinitive."""
    root, ending = infinitive[:-2], infinitive[-2:]
    is_ar = ending == "ar"
    future = infinitive.removesuffix("ner") + "ndr" if infinitive.endswith(("poner", "tener")) else infinitive
    past = _past(root, stem, is_ar)
    subjunctive = (root + "ara", root + "aran") if is_ar else (past[1][:-2] + "a", past[1][:-2] + "an")
    participles = IRREGULAR.get(infinitive, (root + ("ado" if is_ar else "ido"),))
    gerund = root + ("ando" if is_ar else "iendo")
    found = [(future + "a", "future"), (future + "an", "future"), (future + "ia", "would"), (future + "ian", "would")]
    found += [(word, "past") for word in (*past, *subjunctive)]
    found += [(word, "present") for word in _with_plural(_present(infinitive, root) + ("a" if is_ar else "e"))]
    for one in participles:
        found += [(one[:-1] + end, "part") for end in ("o", "a", "os", "as")]
    found += [(gerund, "ing"), (infinitive, "base"), *((infinitive + end, "base") for end in ENCLITICS)]
    found += [(word, "imperfect") for word in _with_plural(root + ("aba" if is_ar else "ia"))]
    return [*found, *((word, "subjunctive") for word in _with_plural(_subjunctive(infinitive, root, is_ar)))]


def _with_plural(word: str) -> tuple[str, str]:
    """Return a third person and its plural."""
    return word, word + "n"


def _present(infinitive: str, root: str) -> str:
    """Return the stem of the present: "acuerd", "mantien", "destruy", or the root."""
    if infinitive.endswith(("tener", "venir")):
        return root[:-2] + "ien"
    if infinitive.endswith("uir") and not infinitive.endswith("guir"):
        return root + "y"
    return PRESENT.get(infinitive, root)


def _subjunctive(infinitive: str, root: str, is_ar: bool) -> str:
    """Return the singular of the present subjunctive: "retire", "cese", "ataque", "exija", "ofrezca", "mantenga"."""
    stem = _present(infinitive, root)
    if is_ar:
        for last, spelt in (("c", "qu"), ("g", "gu"), ("z", "c")):
            if stem.endswith(last):
                return stem[:-1] + spelt + "e"
        return stem + "e"
    if infinitive.endswith(("tener", "venir", "poner", "salir")):
        return root + "ga"
    if infinitive.endswith(("ecer", "ocer", "ucir")):
        return root[:-1] + "zca"
    return (stem[:-1] + "j" if stem.endswith("g") else stem) + "a"


def _past(root: str, stem: str, is_ar: bool) -> tuple[str, str]:
    """Return the two forms of the preterite: of a strong stem ("impuso"), a changed one ("pidió"), or by rule."""
    if stem:
        plural = stem + ("eron" if stem[-1] in "jy" else "ieron")
        return stem + ("io" if stem[-1] in "dtr" else "o"), plural
    return (root + "o", root + "aron") if is_ar else (root + "io", root + "ieron")


def find_spanish_verbs(tokens: Sequence[Token], blocked: Sequence[int]) -> list[Verb]:
    """Return the verb groups of a Spanish sentence, left to right; ``blocked`` tokens belong to names."""
    forms = spanish_forms()
    found: list[Verb] = []
    index = 0
    while index < len(tokens):
        verb = None if blocked[index] or not tokens[index].is_word else _group_at(tokens, forms, index)
        if verb is not None:
            found.append(verb)
        index = verb.head + 1 if verb is not None else index + 1
    return found


def _group_at(tokens: Sequence[Token], forms: dict[str, tuple[str, str]], index: int) -> Verb | None:
    """Return the verb group that starts at ``index``."""
    low = tokens[index].low
    after = forms.get(tokens[index + 1].low, ("", "")) if index + 1 < len(tokens) else ("", "")
    if low in BEING and index + 1 < len(tokens) and tokens[index + 1].low in READY:
        return Verb(index, index, "be", "aux", _is_negated(tokens, index), has_auxiliary=True, tense="present")
    if low.startswith(("tien", "tenia")) and index + 1 < len(tokens) and tokens[index + 1].low == "previsto":
        return None  # "tienen previsto reunirse": a plan
    if low in HAVE or low in BE or (low in BEING and after[1] == "part"):
        return _auxiliary(tokens, forms, index)
    if low in MODALS and after[1] == "base":
        return _finite(index, index + 1, after[0], MODALS[low], _is_negated(tokens, index))
    if low in GOING and index + 2 < len(tokens) and tokens[index + 1].low == "a":
        lemma, form = forms.get(tokens[index + 2].low, ("", ""))
        if form == "base":
            return _finite(index, index + 2, lemma, "will", _is_negated(tokens, index))
    if low in ("acaba", "acaban") and _has_just(tokens, forms, index):
        head = index + 2
        return Verb(index, head, forms[tokens[head].low][0], "past", _is_negated(tokens, index), tense="past")
    lemma, form = forms.get(low, ("", ""))
    before = tokens[index - 1].low if index else ""
    if (before, low) in NO_VERBS:
        return None
    if form == "future" and not tokens[index].text.endswith(("á", "án")):
        form = "past"  # "viajara" is no "viajará"
    is_tensed = form in ("past", "imperfect", "future") and tokens[index].text.endswith(PAST_ENDINGS)
    if not lemma or (before in NOT_BEFORE and form not in ("base", "part") and not (is_tensed and before in OBJECTS)):
        return None
    return _single(tokens, forms, index, _by_pronoun(tokens, index, lemma), form)


def _has_just(tokens: Sequence[Token], forms: dict[str, tuple[str, str]], index: int) -> bool:
    """Tell whether "de" and an infinitive follow: "acaba de firmar"."""
    if index + 2 >= len(tokens) or tokens[index + 1].low != "de":
        return False
    return forms.get(tokens[index + 2].low, ("", ""))[1] == "base"


def _single(
    tokens: Sequence[Token], forms: dict[str, tuple[str, str]], index: int, lemma: str, form: str
) -> Verb | None:
    """Return the verb of one word, by its form."""
    before, negated = tokens[index - 1].low if index else "", _is_negated(tokens, index)
    if form == "subjunctive":
        return _subjunctive_at(tokens, forms, index, lemma, negated)
    if form == "base":
        first = index - 1 if before in ("a", "de", "para", "en", "tras", "al", "por", "sin") else index
        if before in ("tras", "al"):
            return Verb(index, index, lemma, "ing", is_negated=negated)  # "tras reunirse": after meeting
        return Verb(first, index, lemma, "base", is_negated=negated or before == "sin", is_infinitive=True)
    if form == "ing":
        return Verb(index, index, lemma, "ing", is_negated=negated)
    if form == "part":
        is_bare = before not in NOT_BEFORE and before.isalpha() and before not in ("a", "lo")  # "lo acordado"
        return Verb(index, index, lemma, "part", is_passive=True) if is_bare or before == "," else None
    if form in ("future", "would"):
        return _finite(index, index, lemma, "will" if form == "future" else "would", negated)
    tense = "past" if form in ("past", "imperfect") else "present"
    return Verb(index, index, lemma, "past" if tense == "past" else "s", is_negated=negated, tense=tense)


def _by_pronoun(tokens: Sequence[Token], index: int, lemma: str) -> str:
    """Return what a verb means by the words beside it: "se negó a", "sostuvo que", "tomó la ciudad", "llevó a X a"."""
    word, after = tokens[index].low, [token.low for token in tokens[index + 1 : index + 4]]
    if word.startswith(("sostuv", "sostien")) and (after[:1] == ["que"] or tokens[index - 1].text == ","):
        return "say"
    if word.startswith("denunci") and len(after) > 1 and after[0] in DETERMINERS and after[1] in PACTS:
        return "abandon"
    if lemma == "coincide" and after[:1] == ["en"] and (after[1:2] == ["que"] or after[1].endswith(("ar", "er", "ir"))):
        return "agree"
    if lemma in TARGETING and not TARGETS.isdisjoint(token.low for token in tokens[index + 1 : index + 7]):
        return TARGETING[lemma]
    is_own = word.endswith("rse") or any(token.low == "se" for token in tokens[max(0, index - 3) : index])
    if lemma == "deny" and is_own and after[:1] == ["a"]:
        return "refuse"
    if lemma == "carry" and after[:2] == ["a", "cabo"]:
        return "hold"
    if lemma == "carry" and after[:1] in (["a"], ["al"]):
        return "lead"  # "llevó a Lima a retirar"
    is_where = word in PLACED and "con" not in after[:2]  # "se encuentran en Lima": they are there
    if word.startswith(("comunic", "enfrent", "encontr", "encuentr")) and (is_where or not is_own):
        return PRONOMINAL.get(lemma, lemma)
    return lemma


def _subjunctive_at(
    tokens: Sequence[Token], forms: dict[str, tuple[str, str]], index: int, lemma: str, negated: bool
) -> Verb | None:
    """Return a verb in the subjunctive: a plan behind "se espera que", a fact behind "lamentó que", else a wish."""
    if tokens[index].low in NOUNS or tokens[index].is_capital:
        return None
    for place in range(index - 1, max(-1, index - SUBJUNCTIVE_REACH), -1):
        low = tokens[place].low
        if low in WHAT_IF:
            before = {token.low for token in tokens[max(0, place - 4) : place]}
            if before & TELLING:
                return Verb(index, index, lemma, "s", is_negated=negated, tense="present")
            return _finite(index, index, lemma, "will" if before & SETTING else "could", negated)
        if tokens[place].text in ".;:" or forms.get(low, ("", ""))[1] in ("past", "future", "present"):
            break
    return None


def _auxiliary(tokens: Sequence[Token], forms: dict[str, tuple[str, str]], first: int) -> Verb | None:
    """Return the group that "ha", "fue", "ha sido", "será" open; a lone "fue" is "be"."""
    place = first
    passive = tokens[first].low in BEING
    while place < len(tokens) and (place == first or tokens[place].low in HAVE or tokens[place].low in BE):
        passive = passive or tokens[place].low in BE
        place += 1
    lemma, form = forms.get(tokens[place].low, ("", "")) if place < len(tokens) else ("", "")
    negated = _is_negated(tokens, first)
    opener = tokens[first].low
    modal = "will" if opener in AHEAD else "would" if opener in HEARSAY else ""
    tense = "past" if opener in ("fue", "fueron", "era", "eran", "habia", "habian") else "present"
    if form != "part":
        aux = "be" if passive else "have"
        return Verb(first, place - 1, aux, "aux", negated, modal, has_auxiliary=True, tense=tense)
    return Verb(first, place, lemma, "part", negated, modal, opener in HAVE, passive, has_auxiliary=True, tense=tense)


def _finite(first: int, head: int, lemma: str, modal: str, negated: bool) -> Verb:
    """Return a verb that lies ahead."""
    return Verb(first, head, lemma, "base", negated, modal, has_auxiliary=True, tense="present")


def _is_negated(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "no" or "nunca" stands before a verb, a pronoun between them aside."""
    before = {token.low for token in tokens[max(0, index - 2) : index]}
    return bool({"no", "nunca", "tampoco"} & before) and not {"solo", "solamente"} & before
