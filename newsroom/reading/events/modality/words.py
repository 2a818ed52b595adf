"""Hold the words by which more than one question about modality is decided."""

from __future__ import annotations

from newsroom.reading.verbs import PREPOSITIONS

PLANNING = frozenset(
    "plan intend schedule agree decide set expect prepare arrange promise vow pledge announce due aim order"
    " invite commit expect".split()
)
WISHING = frozenset(
    "hope want seek wish try offer consider propose ask urge call fear demand mull weigh suggest threaten request"
    " encourage press beg implore beseech entreat".split()
)
REFUSING = frozenset(
    "refuse decline fail reject avoid rule stop halt end deny refrain abstain desist resist forgo eschew shun".split()
)
DECISIONS = frozenset("decision move order ruling orden medida".split())
FAVOURING = frozenset("support encourage back favour favor advocate endorse".split())
SETTING = frozenset("plan schedule slate expect prepare announce arrange set envisage".split())
OCCURRING = frozenset("get take hold happen occur go proceed materialise materialize come".split())
PARTING = frozenset(", before after since while when".split())  # behind them an "-ing" has a clause of its own
CONDITIONS = frozenset("if unless whether should si imagine suppose supposing assuming imaginemos supongamos".split())
AHEAD = frozenset(
    "upcoming planned scheduled forthcoming next future expected coming proposed postponed mooted proxima proximo"
    " prevista previsto planeada".split()
)
ADVISING = frozenset("should must ought shall".split())
# Words right before it that say how little was wanting.
ALL_BUT = frozenset(
    (
        ("verge", "of"),
        ("brink", "of"),
        ("edge", "of"),
        ("cusp", "of"),
        ("threshold", "of"),
        ("close", "to"),
        ("closer", "to"),
        ("near", "to"),
    )
)
LONGEST = 3
# Verbs that give up what was planned or decided, and what it is called before "to".
DROPPING = frozenset("withdraw revoke rescind shelve abandon delay adjourn defer axe".split())
REVOKING = frozenset("revoke rescind reverse overturn".split())
GIVING_UP = DROPPING | REVOKING | frozenset("cancel scrap drop postpone suspend freeze ditch nix abort".split())
INTENTS = frozenset("plan plans decision idea proposal proposals threat threats bid intention move order offer".split())
# Nouns whose infinitive says what is only intended, wished or asked for: "came under pressure to send aid".
PROMISING = INTENTS | frozenset(
    "attempt attempts effort efforts bids motion resolution push request requests pressure will ability inability need"
    " obligation duty right freedom power readiness willingness reluctance desire wish promise promises pledge vow"
    " commitment agreement calls call demand demands appeal appeals chance hope hopes refusal failure intentions intent"
    " invitation permission deadline bill draft".split()
)
# What says that it had been planned otherwise.
ONCE = frozenset(("originally", "initially"))
REACH, REACH_OF_NOUN, NEAR_INTENT = 12, 4, 6
# What ends the phrase that "no" opens, or makes it no denial: "no doubt the talks", "no longer".
NOT_DESCRIBING = PREPOSITIONS | frozenset(", doubt longer less and but or the a that who which".split())
