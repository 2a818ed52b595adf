"""Know which nouns name the act of a verb: "expulsion" of "expel", "cierre" of "close", so that one row reads both.

The gerund is a noun too ("the severing of ties"). A noun tells the act only where one of the words of the verb's row
stands near it: the closure of an embassy is another act than the closure of a border.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from newsroom.reading.acts.rows import Act
from newsroom.reading.verb_forms import form_table

# Verb = its nouns, English and Spanish; words of a phrase are joined by "_".
NOUNS = """
acquire=acquisition,adquisicion adopt=adoption approve=approval,aprobacion arrest=arrest,arrests,arresto
ban=ban,prohibicion blockade=blockade block=blockage,bloqueo break=break,rupture,ruptura,rompimiento,quiebre
break+off=rupture,ruptura buy=purchase cancel=cancellation,cancelacion capture=capture,captura
close=closure,cierre,clausura confiscate=confiscation,incautacion convict=conviction create=creation
curtail=curtailment cut=cut,cuts,corte cut+off=cutoff,cut_- off deliver=delivery,deliveries,entrega
declare=declaration,declaracion deploy=deployment,despliegue designate=designation,designacion
destroy=destruction,destruccion detain=detention,detentions,detencion
disburse=disbursement donate=donation,donations,donacion,donativo downgrade=downgrade
enact=enactment establish=establishment,establecimiento evacuate=evacuation,evacuacion
exchange=exchange,swap,intercambio,canje exclude=exclusion,exclusion execute=execution
expand=expansion expel=expulsion,expulsions expropriate=expropriation,expropiacion extend=extension,prorroga
free=liberacion freeze=freeze,congelamiento,congelacion grant=concesion
halt=halt,suspension hand+over=handover,entrega impose=imposition,imposicion imprison=imprisonment,encarcelamiento
inaugurate=inauguration,inauguracion increase=increase,increases,aumento indict=indictment
intercept=interception introduce=introduction invade=invasion kidnap=kidnapping,secuestro lift=levantamiento
mobilize=mobilisation,mobilization,movilizacion nationalise=nationalisation,nationalization,nacionalizacion
normalize=normalisation,normalization,normalizacion open=opening,apertura oust=ouster prohibit=prohibition
purchase=purchase,compra raise=hike,rise,increase,subida ratify=ratification,ratificacion recall=recall
recognize=recognition,reconocimiento redeploy=redeployment reduce=reduction,reductions,reduccion
reestablish=reestablishment,re-establishment,restablecimiento reimpose=reimposition reinstate=reinstatement
reinforce=reinforcement,refuerzo release=release,liberacion remove=removal,eliminacion
renew=renewal,renovacion reopen=reapertura repatriate=repatriation,repatriacion repeal=repeal
requisition=requisition rescind=rescission restore=restoration,restablecimiento
restrict=restriction resume=resumption,reanudacion return=return,regreso,retorno,vuelta revoke=revocation,revocacion
sell=sale,sales,venta send=dispatch,envio sever=severance shut=shutdown shut+down=shutdown ship=shipment,shipments
sign=signature,firma,suscripcion suspend=suspension
surrender=surrender use=use,uso terminate=termination,terminacion transfer=transfer,traslado upgrade=upgrade,elevacion
withdraw=withdrawal,retirada,retiro
"""
DERIVED = {
    verb: tuple(tuple(noun.replace("_", " ").split()) for noun in nouns.split(","))
    for verb, _, nouns in (entry.partition("=") for entry in NOUNS.split())
}
TOLD = frozenset(("speech", "asked", "pledge", "mutual", "called"))  # what is said has nouns of its own
OF = frozenset(("of", "de", "del"))
BEHIND_GERUND = frozenset("off out up down back over away home in".split())


def nouns_of(row: Act) -> Iterator[tuple[tuple[str, ...], Act]]:
    """Yield the nouns that name the act of a row's verbs, each with the row by which it is read."""
    if not row.words or row.is_speech or row.parties in TOLD or row.family in ("contact", "cancelled", "accord"):
        return
    own = replace(
        row,
        nouns=(),
        to=OF | row.prepositions | {"to", "on", "from", "with"},
        of=row.words,
        is_joint=row.parties in ("with", "joint"),
        is_derived=True,
    )
    told = {noun: own for verb in sorted(row.verbs) for noun in _names(verb)}
    yield from ((noun, one) for noun, one in told.items() if noun not in row.nouns)


@cache
def _gerund(verb: str) -> str:
    """Return the gerund of a verb, an empty text where it has none of its own."""
    return next((word for word, told in form_table([verb]).items() if told == (verb, "ing")), "")


def _names(verb: str) -> tuple[tuple[str, ...], ...]:
    """Return the nouns of a verb: those of the table, and the gerund, which is one before "of"."""
    bare, _, particle = verb.partition("+")
    gerund = _gerund(bare) if not particle or particle in BEHIND_GERUND else ""
    phrase = (gerund, particle) if particle else (gerund,)  # "the handing over of"
    return (*DERIVED.get(verb, ()), *((phrase,) if gerund else ()))
