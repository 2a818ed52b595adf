"""Know the Spanish words for the things that rows of acts ask for, so that a row need name them in English alone.

A set of English words gains the Spanish ones of each, in both numbers. Words that are English too ("once", "red") or
that mean much else ("paso", "parte") are left out.
"""

from __future__ import annotations

# An English word = Spanish words for it, folded; the plurals of both follow by rule.
NOUNS = """
ambassador=embajador,embajadora diplomat=diplomatico envoy=enviado,emisario attache=agregado staff=personal
representative=representante adviser=asesor,asesora employee=empleado official=funcionario,funcionaria
counsellor=consejero nuncio=nuncio charge=encargado
tie=vinculo,lazo,nexo contact=contacto embassy=embajada consulate=consulado office=oficina
soldier=soldado,militar,efectivo,uniformado troop=tropa,efectivo army=ejercito reinforcement=refuerzo
frigate=fragata destroyer=destructor submarine=submarino fleet=flota battalion=batallon brigade=brigada
aircraft=avion,aeronave plane=avion,avioneta,aeronave jet=caza fighter=caza bomber=bombardero helicopter=helicoptero
tank=tanque,blindado artillery=artilleria paratrooper=paracaidista warship=buque,fragata,navio
ship=barco,buque,navio,embarcacion vessel=embarcacion,buque,navio,patrullera boat=bote,lancha,barco,patrullera
trawler=pesquero tanker=petrolero,tanquero,buque freighter=carguero,mercante yacht=yate cargo=cargamento
drone=dron balloon=globo missile=misil rocket=cohete weapon=arma arms=armamento,arma ammunition=municion bomb=bomba
shell=proyectil,obus torpedo=torpedo
prisoner=preso,presa,prisionero,reo,recluso hostage=rehen detainee=detenido captive=cautivo spy=espia
citizen=ciudadano,ciudadana national=connacional,compatriota journalist=periodista,reportero
fisherman=pescador sailor=marinero,marino,tripulante crew=tripulacion,tripulante tourist=turista student=estudiante
activist=activista,opositor pilot=piloto businessman=empresario migrant=migrante,inmigrante refugee=refugiado
worker=trabajador,obrero priest=sacerdote nun=monja missionary=misionero lawyer=abogado engineer=ingeniero
researcher=investigador remains=restos bodies=cuerpo,cadaver policeman=policia,gendarme guard=guardia
dissident=disidente lawmaker=legislador,diputado,congresista,parlamentario senator=senador judge=juez
commander=comandante,cabecilla officer=oficiales civilian=civiles man=hombre woman=mujer person=persona
suspect=sospechoso,implicado fugitive=profugo,fugitivo boss=capo trafficker=narcotraficante,traficante
criminal=delincuente minister=ministro
treaty=tratado agreement=acuerdo,convenio pact=pacto memorandum=memorando protocol=protocolo contract=contrato
convention=convencion communique=comunicado document=documento letter=carta
consensus=consenso commission=comision committee=comite mechanism=mecanismo council=consejo alliance=alianza
partnership=asociacion,alianza understanding=entendimiento statement=comunicado
sanction=sancion restriction=restriccion ban=prohibicion blockade=bloqueo boycott=boicot countermeasure=contramedida
moratorium=moratoria tariff=arancel,gravamen tax=impuesto quota=cupo levy=gravamen visa=visado,visa asset=activo
funds=fondos flight=vuelo import=importacion export=exportacion supply=suministro oil=petroleo,crudo
electricity=electricidad,energia grain=cereal,grano trade=comercio sale=venta purchase=compra goods=productos,mercancias
ceasefire=tregua hostilities=hostilidades fighting=combate raid=incursion,redada airstrike=bombardeo
bombing=bombardeo operation=operacion,operativo attack=ataque offensive=ofensiva incursion=incursion war=guerra
conflict=conflicto camp=campamento position=posicion facility=instalacion depot=deposito refinery=refineria
stronghold=bastion target=objetivo target=blanco
city=ciudad town=localidad village=aldea territory=territorio province=provincia island=isla,islote airport=aeropuerto
border=frontera,pasos crossing=pasos bridge=puente airspace=aereo waters=aguas strait=estrecho
exercise=ejercicio,maniobra drill=maniobra,simulacro patrol=patrulla,patrullaje training=entrenamiento
meeting=reunion,encuentro talks=conversaciones,dialogo visit=visita trip=viaje,gira summit=cumbre dialogue=dialogo
negotiation=negociacion round=ronda conference=conferencia
proposal=propuesta offer=oferta,ofrecimiento invitation=invitacion request=solicitud,peticion,pedido demand=exigencia
accusation=acusacion,senalamiento,imputacion threat=amenaza apology=disculpa explanation=explicacion
extradition=extradicion asylum=asilo compensation=indemnizacion mediation=mediacion intervention=intervencion
interference=injerencia,intromision resolution=resolucion membership=adhesion candidacy=candidatura access=acceso
permission=permiso clarification=aclaracion admission=ingreso
aid=ayuda,asistencia assistance=asistencia help=ayuda medicine=medicamento,medicina vaccine=vacuna food=alimento
fuel=combustible wheat=trigo rice=arroz tent=carpa blanket=frazada ambulance=ambulancia equipment=equipo
rescuer=rescatista firefighter=bombero team=equipo loan=prestamo,credito million=millon vehicle=vehiculo truck=camion
school=escuela ventilator=respirador train=tren turbine=turbina doctor=medicos system=sistema
support=apoyo,respaldo solidarity=solidaridad cooperation=cooperacion,colaboracion debt=deuda railway=ferrocarril
pipeline=oleoducto,gasoducto dam=presa,represa highway=carretera plant=planta
protest=protesta complaint=queja,denuncia lawsuit=demanda court=tribunal case=caso
shipment=envio cannon=canones arbitration=arbitraje
dispute=disputa,diferendo difference=diferencia sovereignty=soberania independence=independencia government=gobierno
deployment=despliegue,envio departure=salida return=regreso,retorno withdrawal=retiro,retirada
leave=salir,abandonar,salgan,abandonen,salga,abandone,dejar,deje,dejen,marcharse,irse
hour=hora day=dia week=semana deadline=plazo
website=portal computer=computadora,ordenador server=servidor company=empresa,compania bank=banco factory=fabrica
consequence=consecuencia retaliation=represalia response=respuesta force=fuerza terrorism=terrorismo rebel=rebelde
militant=miliciano guerrillas=guerrilleros,guerrilla separatist=separatista terrorist=terrorista
joint=conjunto,conjunta license=licencia accreditation=acreditacion prosecution=procesamiento presence=presencia
"""


def _plural(word: str) -> str:
    """Return the plural of a folded Spanish word; one in "s" is its own."""
    if word.endswith("s"):
        return word
    return word[:-1] + "ces" if word.endswith("z") else word + ("s" if word[-1] in "aeiou" else "es")


def _table() -> dict[str, frozenset[str]]:
    """Return the Spanish words of each English one, in both numbers."""
    found: dict[str, frozenset[str]] = {}
    for entry in NOUNS.split():
        english, _, spanish = entry.partition("=")
        words = frozenset(form for word in spanish.split(",") for form in (word, _plural(word)))
        plural = english[:-1] + "ies" if english.endswith("y") else english + "s"
        for word in (english, plural):
            found[word] = found.get(word, frozenset()) | words
    return found


def inflected(words: str) -> frozenset[str]:
    """Return folded Spanish adjectives and nouns in both numbers, those in "-o" in both genders."""
    both = {form for word in words.split() for form in ((word, word[:-1] + "a") if word.endswith("o") else (word,))}
    return frozenset(both | {_plural(word) for word in both})


SPANISH = _table()


def with_spanish(words: frozenset[str]) -> frozenset[str]:
    """Return English words with the Spanish ones for the same things."""
    return words.union(*(SPANISH.get(word, frozenset()) for word in words))
