"""Hold the verbs and nouns by which the engine reads: cues of speech and the words for what states do.

To add a word, put it into the set whose frame it shares; nothing else is needed.
"""

from __future__ import annotations

# Verbs whose object is a clause that somebody said.
SAYING = frozenset(
    "say tell convey add announce state claim warn note insist argue stress explain suggest reply respond write tweet"
    " post declare affirm charge thunder fume grumble sneer"
    " confirm assert reveal report vow pledge promise deny emphasize emphasise underscore underline reiterate"
    " acknowledge admit concede"
    " propose predict remark comment observe conclude complain quip caution assure maintain contend allege"
    " indicate recall read"
    " disclose mention estimate reaffirm repeat continue threaten believe think hope expect express inform counter"
    " cite voice swear"
    " highlight opine speculate recount remind notify relay reassure"
    " clarify urge signal quote guarantee recognize recognise joke lament testify elaborate retort boast hint".split()
)
# Verbs of saying that need "that" or a clause right behind them: otherwise they are no report of words.
WEAK_SAYING = frozenset(
    "believe think hope expect read continue recall report indicate maintain recognize recognise inform observe"
    " repeat signal counter express"
    " threaten promise vow pledge propose deny confirm urge guarantee estimate affirm reaffirm underscore"
    " underline stress emphasize emphasise"
    " cite voice"
    " charge note reiterate predict acknowledge post comment quote claim concede conclude highlight show see understand"
    " mention disclose hint speculate recount remind notify relay".split()
)
# Verbs of acts and of thought that report words only behind "that", or behind their content: "…, he reasoned".
SAYING_THAT = frozenset(
    "fear regret recommend protest object assess imply calculate specify stipulate concur muse confide"
    " advise submit doubt intimate surmise rejoin interject theorise theorize foresee reckon plead"
    " feel consider".split()
)
# Verbs that report an attitude by a noun phrase.
JUDGING = frozenset(
    "call describe brand label dub characterize characterise denounce hail term praise condemn slam blast".split()
)
ACCUSING = frozenset("accuse blame".split())
ASKING = frozenset("ask urge call demand request".split())
QUOTING_ING = frozenset("asking telling replying responding tweeting writing posting joking quipping shouting".split())
REPORTING_ING = frozenset(
    "telling adding saying stressing noting warning calling insisting suggesting emphasizing"
    " emphasising claiming arguing"
    " describing"
    " confirming announcing expressing promising vowing explaining reiterating declaring pledging accusing highlighting"
    " dismissing rejecting criticising criticizing condemning denouncing hailing praising branding labelling welcoming"
    " denying acknowledging admitting conceding predicting alleging contending affirming reaffirming voicing conveying"
    " cautioning assuring complaining claiming lamenting boasting remarking observing believing urging"
    " underscoring underlining asserting stating commenting disclosing clarifying reminding informing notifying"
    " reassuring testifying demanding requesting advising".split()
)
CUE_NOUNS = frozenset(
    "comment comments remark remarks claim claims statement statements warning warnings allegation allegations"
    " announcement assertion"
    " accusation accusations suggestion suggestions insistence assurance assurances contention complaint argument"
    " belief denial pledge promise".split()
)
SPEECH_MEDIA = frozenset(
    "statement tweet post interview speech letter remarks comments readout briefing conference address message".split()
)

MEETING = (
    "meet visit host receive welcome greet travel arrive tour attend hold speak talk converse discuss "
    "confer call phone telephone dial exchange chat huddle consult"
).split()
AGREEING = (
    "agree sign ratify conclude reach strike seal initial finalize finalise endorse accept approve adopt "
    "establish restore resume normalize normalise recognize recognise open reopen"
).split()
CONFLICT = (
    "expel summon recall sever break cut suspend downgrade freeze impose lift ease extend tighten slap ban block"
    " blacklist sanction retaliate"
    " invade attack bomb shell bombard strike hit raid shoot kill capture seize detain arrest abduct clash fight"
    " occupy annex blockade close"
    " deploy mobilize mobilise order amass test fire launch withdraw pull release free swap exchange hand return"
    " extradite deport apologize apologise regret"
    " condemn denounce criticize criticise accuse blame threaten warn vow pledge promise offer propose invite"
    " reject refuse decline rule rebuff"
    " dismiss deny demand urge ask request appeal seek cancel postpone delay scrap boycott mediate broker"
    " facilitate sponsor organize organise host intercede"
    " support back aid assist help provide supply send donate grant fund cooperate collaborate halt stop end"
    " collapse violate breach intercept down oust remove topple overthrow"
    " harbour harbor shelter sue investigate honour honor protest".split()
)
COMMON = (
    "go come make take give get see know want need try work use keep put begin start lead leave show seem become"
    " follow include"
    " face cause force allow enable remain stay mean turn bring happen occur run move live rise fall fall grow"
    " drop increase decrease decline reduce"
    " prepare plan intend decide aim act play pay spend buy sell open serve win lose join head focus touch cover"
    " address understand feel"
    " emerge stem come create build develop expand strengthen boost improve deepen promote maintain defend"
    " protect prevent avoid resolve settle solve"
    " implement carry fulfil fulfill complete enter draw set let ensure require depend rely respect oppose share"
    " represent"
    " die flee injure wound displace produce export import trade invest cost worth look find hear listen appear"
    " convene gather sit"
    " thank congratulate praise commend laud toast mark celebrate commemorate underline outline brief update"
    " raise push press continue"
    " dissatisfy displease enrage outrage incense infuriate offend appall disgust irk satisfy please"
    " consider review examine assess coordinate handle tackle combat curb dismantle disrupt destroy damage target"
    " hit lay pave last result belong evacuate repel recapture encircle".split()
)
IRREGULAR_HEADS = "say tell speak meet hold make take give see think write know hear feel".split()
OTHERS = (
    "highlight shuttle negotiate answer arbitrate skirmish embargo prohibit restrict dispatch rush scramble haul "
    "depart proceed refuse regret hint apologise initiate voice engage reserve telephone converse confer "
    "reestablish renew stand station levy hike double introduce prolong reimpose proclaim ink clinch rupture "
    "lower shut repatriate kidnap eject deliver head place put spurn waive relax decry commit arrange contact bar "
    "direct level reconvene issue schedule slate plan sue file lodge institute jail imprison evacuate shutter "
    "ship mount conduct stage enter cross down rebuke lambast deplore censure obtain submit present drag "
    "manage succeed proceed hasten notify lapse hesitate "
    "envisage envision contemplate "
    "inaugurate exclude invoke swap accompany snub inform convoke tighten vote abstain lead elect appoint locate "
    "situate destine involve publish see sentence convict punish expect await reopen shoot fire refute rebut wage"
    " resort prompt encourage infringe attach wrap owe"
    " spare escape reverse rescind oblige compel shun evade dodge forgo sidestep eschew avert forestall foil thwart"
    " simulate rehearse debate"
    " preclude refrain desist deter discourage dissuade restrain materialise materialize"
).split()
VERBS: tuple[str, ...] = tuple(
    dict.fromkeys(
        [
            *sorted(SAYING),
            *sorted(SAYING_THAT),
            *sorted(JUDGING),
            *sorted(ACCUSING),
            *sorted(ASKING),
            *MEETING,
            *AGREEING,
            *CONFLICT,
            *COMMON,
            *IRREGULAR_HEADS,
            *OTHERS,
        ]
    )
)
