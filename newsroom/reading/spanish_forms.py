"""Know the forms of Spanish verbs by rule.

Each verb stands under the English one whose frames it shares, so that one table of frames serves both languages. Words
are folded: "habló" is "hablo".
"""

from __future__ import annotations

from functools import cache

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
hail=aplaudir propose=plantear define=definir
schedule=programar,agendar
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
implement=implementar raise=subir,aumentar,incrementar
double=duplicar exempt=eximir,exonerar,exceptuar
lift=suprimir unfreeze=descongelar unblock=desbloquear authorize=autorizar use=usar,utilizar,emplear
mention=mencionar remember=recordar return=devolver reject=declinar sail=zarpar ignore=ignorar,desoir
opt=optar,elegir rush=apresurar,precipitar hesitate=dudar,vacilar determine=determinar lodge=formular
prepare=preparar,alistar cancel=desconvocar
advocate=abogar,propugnar concern=versar
spy=espiar meddle=inmiscuir interfere=injerir provoke=provocar breach=incumplir,infringir,contravenir:contravin
undermine=socavar destabilize=desestabilizar blackmail=chantajear intimidate=intimidar amend=enmendar,modificar
demarcate=demarcar,delimitar compensate=indemnizar,compensar acquit=absolver fine=multar insult=insultar
sit=sentar inaugurate=inaugurar entertain=agasajar,homenajear
lower=bajar massacre=masacrar overfly=sobrevolar ransack=saquear settle=zanjar,dirimir inject=inyectar link=vincular
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
ENCLITICS = ("se", "lo", "la", "le", "les", "los", "las")


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
    subjunctive = _with_plural(past[1][:-2] + "a") + _with_plural(past[1][:-3] + "se")  # "viajara", "viajase"
    participles = IRREGULAR.get(infinitive, (root + ("ado" if is_ar else "ido"),))
    gerund = _gerund(infinitive, root, stem, is_ar)
    found = [(future + "a", "future"), (future + "an", "future"), (future + "ia", "would"), (future + "ian", "would")]
    found += [(word, "past") for word in (*past, *subjunctive)]
    found += [(word, "present") for word in _with_plural(_present(infinitive, root) + ("a" if is_ar else "e"))]
    for one in participles:
        found += [(one[:-1] + end, "part") for end in ("o", "a", "os", "as")]
    found += [(gerund, "ing"), *((gerund + end, "ing") for end in ENCLITICS)]
    found += [(infinitive, "base"), *((infinitive + end, "base") for end in ENCLITICS)]
    found += [(word, "imperfect") for word in _with_plural(root + ("aba" if is_ar else "ia"))]
    return [*found, *((word, "subjunctive") for word in _with_plural(_subjunctive(infinitive, root, is_ar)))]


def _gerund(infinitive: str, root: str, stem: str, is_ar: bool) -> str:
    """Return the gerund: "pidiendo", "destruyendo", "proveyendo", "diciendo", or by rule."""
    if is_ar:
        return root + "ando"
    if infinitive == "decir":
        return "diciendo"
    if infinitive.endswith("eer") or (infinitive.endswith("uir") and not infinitive.endswith("guir")):
        return root + "yendo"
    is_weak = infinitive.endswith("ir") and len(stem) == len(root) and stem[-1:] == root[-1:]
    return (stem if is_weak else root) + "iendo"


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
