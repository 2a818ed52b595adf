"""Hold the words in which one state judges another: wrongs, bad names for deeds, what is untrue, what it will pay."""

from __future__ import annotations

# Verbs for a wrong, and those that are one only with a word behind them.
WRONG_WITH: dict[str, frozenset[str]] = {
    "be": frozenset("behind responsible culpable guilty complicit liable blame".split()),
    "bear": frozenset(("responsibility", "blame")),
    "back": frozenset("rebels militia militants insurgents terrorists terrorism separatists guerrillas coup".split()),
    "support": frozenset("rebels militia militants insurgents terrorists terrorism separatists guerrillas".split()),
    "fund": frozenset("rebels militia militants insurgents terrorists terrorism separatists guerrillas".split()),
    "train": frozenset("rebels militia militants insurgents terrorists guerrillas".split()),
    "sponsor": frozenset(("terrorism", "terrorists", "terror")),
    "host": frozenset(("rebels", "terrorists", "militants")),
    "break": frozenset("truce ceasefire cease accord agreement law treaty promise promises".split()),
    "cross": frozenset("boundary border line".split()),
    "enter": frozenset(("airspace", "waters", "territory")),
    "commit": frozenset("crimes atrocities genocide aggression violations espionage".split()),
}
NAMING = frozenset(
    "consider deem regard view see call brand label dub describe denounce decry term characterize characterise"
    " condemn".split()
)
BAD = frozenset(
    "breach breaches hostage hostages provocation provocative piracy aggression violation violations outrage"
    " outrageous illegal unlawful"
    " unacceptable hostile unjustified shameful interference blackmail bullying betrayal crime barbaric terrorism"
    " disgrace disgraceful reckless irresponsible affront insult unfriendly mistake dangerous inhuman escalation"
    " unfair arbitrary cowardly unprovoked inadmissible deplorable intolerable insulting regrettable"
    " disproportionate coercion theft irresponsabilidad irresponsable irresponsables gravedad destempladas ofensivas"
    " counterproductive pirate piratical hostil hostiles violacion violatoria injustificada injustificado"
    " injustificables cobarde error ofensa chantaje"
    " inaceptable inaceptables inadmisible inadmisibles provocacion injerencia"
    " intromision agresion ilegal ilegales".split()
)
UNTRUE = frozenset(
    "absurd baseless unfounded groundless false fabricated fabrication lie lies nonsense untrue ridiculous"
    " ludicrous fiction slander slanderous unsubstantiated propaganda preposterous laughable farce invention"
    " disinformation infundada infundadas infundado infundados falso falsa falsos falsas absurdo absurda absurdas"
    " calumnia calumnias calumnioso calumniosos calumniosas mentira mentiras montaje".split()
)
CHARGES = frozenset(
    "accusation accusations allegation allegations charge charges claim claims report reports suggestion version"
    " that it statement remarks ruling award acusacion acusaciones senalamientos versiones afirmaciones".split()
)
DEEDS = frozenset(
    "attack attacks raid raids strike strikes move moves decision expulsion expulsions detention arrest arrests"
    " closure sanctions tariffs duties ban action actions step steps measure measures law ruling incursion launch"
    " launches test tests exercise exercises drills visit remarks statement comments killing invasion blockade"
    " shelling bombing deployment behaviour behavior policy incident recognition annexation treatment seizure plan"
    " accusations acusaciones senalamientos detainment detainments detentions capture captures seizures"
    " imprisonment jailing deal declaraciones declaracion dichos palabras expresiones amenazas detencion actuacion"
    " conducta comportamiento medida medidas decision ataque expulsion".split()
)
PRICES = frozenset(
    "force rebuff countermeasures reciprocity price consequences cost costs retaliation response hell punishment wrath"
    " fate reprisals".split()
)
