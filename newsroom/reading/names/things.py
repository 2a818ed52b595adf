"""Tell which capitalised words name no person: a place, a body, a document, a gathering, a war, a ship.

No list of names is ever whole; but the nouns of what is not a person are few, and a name that holds one of them is
none ("Border Security Force", "Geneva Conventions", "Cumbre de las Américas").
"""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.sentences import Token

# Words that are family names too ("Park", "Church", "Law", "Royal", "Banks") are left out.
NO_PERSONS = frozenset(
    # what is held and signed, in Spanish
    " visita oficial encuentro reunion reuniones gira memorandum comunicado conjunto conjunta comision mixta acta"
    " entendimiento asamblea foro convenio declaracion cooperacion secretaria"
    # bodies and their parts
    " force forces bureau bureaus division directorate service services affairs relations assembly"
    " authority unit headquarters staff fleet squadron brigade battalion regiment airforce guards corps command"
    " ministries embassies consulates offices agencies commissions committees councils courts parliaments senates"
    " movement alliance coalition confederation federation league union unions society societies academy faculty"
    " college school hospital clinic laboratory observatory centre center complex facility station airlines airways"
    " motors group groups company companies corporation holdings enterprises industries bank partnership"
    " partnerships initiative initiatives network networks secretariat delegation mission missions taskforce"
    " intelligence police gendarmerie rangers tigers taliban mosque cathedral synagogue"
    " media press television channel broadcasting newspaper magazine publishers foundation charity"
    # documents, plans and what they are about
    " agreement agreements accord accords treaty treaties pact convention conventions protocol protocols charter"
    " declaration declarations memorandum memorandums memoranda resolution resolutions communique statements"
    " act acts statute constitution understanding framework roadmap agenda strategy doctrine policy"
    " programme programmes program programs project projects plan plans scheme fund funds package mechanism treaty"
    " list report paper survey census budget aid assistance tax tariff tariffs sanctions rights freedom freedoms"
    " democracy unity friendship peace security defence defense development reform reforms prevention action"
    " change climate energy trade commerce economy finance resources water waters health education science"
    " technology intelligence military naval maritime marine aviation industrial agricultural financial"
    " political strategic bilateral multilateral trilateral regional international intergovernmental global national"
    " federal joint economic diplomatic humanitarian presidential ministerial parliamentary governmental"
    " continental african european asian american arab"
    # gatherings and events
    " summit summits conference conferences congress forum dialogue talks meeting meetings session"
    " sessions consultations"
    " games olympics olympic cup championship festival exhibition expo ceremony anniversary jubilee visit week day"
    " days month year years decade war wars uprising revolution intifada crisis conflict operation operations exercise"
    " exercises drill drills attack attacks massacre genocide holocaust hurricane cyclone typhoon earthquake tsunami"
    # places
    " ocean sea seas river rivers lake lakes gulf bay strait straits channel canal basin delta coast peninsula isthmus"
    " island islands archipelago reef shoal atoll mount mountain mountains valley plateau desert oasis"
    " province provinces region regions district districts county state states republic kingdom emirates territory"
    " territories city town village harbour harbor airport aerodrome railway railways road avenue square"
    " tunnel gate crossing checkpoint corridor zone zones area areas line border frontier boundary triangle strip"
    " palace fort shrine monument memorial museum hotel stadium theatre building compound"
    " plant pipeline dam reactor factory refinery hemisphere horn basin"
    # things
    " heritage orthodox undertaking ship vessel submarine carrier aircraft flight satellite missile missiles"
    " rocket rockets airlines t-shirts"
    # Spanish, where the noun comes first
    " cumbre reunion conferencia encuentro tratado acuerdo convenio convencion protocolo declaracion constitucion"
    " comunicado memorando memorandum agencia alianza comando fuerzas oceano rio "
    " islas provincia ciudad casa obras publicas comunicacion relaciones defensa economia hacienda inspeccion"
    " naciones unidas estados pueblo nacional internacional permanente ordinaria mixta iberoamericana latinoamericana"
    " suramericana suramericanas caribena".split()
)
# What opens the name of a place or of several, never a person's.
OPENERS = frozenset(
    " new nueva nuevo north south east west northern southern eastern western central upper lower greater great"
    " los las rio puerto porto fort camp mount cape lake several hundreds dozens"
    " two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
    " ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv xxvi xxvii xxviii xxix"
    " xxx".split()
)


def is_no_person(tokens: Sequence[Token], first: int, last: int) -> bool:
    "Tell whether a run of capitalised words names something that is no person."
    if tokens[first].low in OPENERS and last > first:
        return True
    return any(token.low in NO_PERSONS for token in tokens[first : last + 1])
