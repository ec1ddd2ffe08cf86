"""The words that tell feelings and judgements in English: everything that `english` knows, in small letters."""

from __future__ import annotations

from blueprint_cli.language.feelings.clauses import phrases, words

CONJUNCTIONS = words(
    """
    and because but so then while
    """
)
"""Words that end a clause."""

FEELINGS = words(
    """
    abandoned afraid aggravated alarmed amazed amused angry annoyed anxious appalled apprehensive ashamed
    astonished baffled betrayed bewildered bitter bored bothered calm captivated cautious charmed cheated
    cheerful cherished chuffed comfortable comforted concerned confident confused content convinced cross
    curious delighted demoralised demoralized demotivated depressed devastated disappointed discouraged
    disgusted disheartened dismayed disoriented displeased disrespected dissatisfied distraught distressed
    distrustful disturbed doubtful dubious eager ecstatic elated embarrassed enchanted enraged enthusiastic
    envious exasperated excited exhausted fascinated fed-up flattered frightened frustrated furious glad
    grateful guilty gutted happy heartbroken helpless hesitant homesick honored honoured hopeful hopeless
    humiliated hurt ignored impatient impressed indifferent indignant insecure insulted interested intrigued
    irritated jealous joyful jubilant keen livid lonely lost mad miserable mistrustful misunderstood motivated
    moved neglected nervous nostalgic offended optimistic outraged overjoyed overwhelmed panicked patronised
    patronized peeved perplexed pessimistic pleased powerless proud puzzled reassured relaxed relieved reluctant
    resentful restless sad safe satisfied scared sceptical shocked skeptical skittish startled stressed stumped
    stunned surprised suspicious tempted tense terrified thankful thrilled tired touched trapped troubled
    uncertain uncomfortable unconvinced underwhelmed uneasy unhappy unimpressed unsafe unsatisfied unsettled
    unsure unwelcome upset valued vulnerable wary weary welcome worried wowed unmoved uninspired soothed heartened encouraged shaken rattled flustered frazzled stressed-out hangry giddy mortified spooked unnerved perturbed vexed miffed irked incensed resigned regretful remorseful sorry smitten delirious blissful serene tranquil empowered included excluded judged respected dehumanised dehumanized infuriated enthused disillusioned disenchanted hooked taken-aback nonplussed bemused awestruck starstruck sure certain hesitating desperate hostile compassionate
    """
)
"""Adjectives of feeling: after `is` and its like they make a clause a feeling."""

FELT_ONLY = words(
    """
    abandoned cautious cheated content cross hurt ignored keen lost mad motivated moved neglected safe tempted
    tired touched trapped unsafe unwelcome valued welcome
    """
)
"""Words that say a feeling after `feels`, but perhaps a fact after `is`: there they need a cause."""

EMOTION = words(
    """
    admire admired admires adore adored adores appreciate appreciated appreciates despair despaired despairs
    detest detests dislike disliked dislikes distrust distrusts doubt doubted doubting doubts dread dreaded
    dreading dreads enjoy enjoyed enjoying enjoys envies envy fear feared fearing fears fret frets fumes hate
    hated hates hating hope hoped hopes hoping like liked likes loathe loathes love loved loves loving marvel
    marvelled marvels mistrust mistrusts panic panicked panicking panics regret regrets regretted regretting
    rejoice rejoices resent resented resents suffer suffers sulk sulks trust trusts wish wishes worried worries
    worry worrying
    """
)
"""Verbs of emotion."""

JUDGING = words(
    """
    believe believed believes consider considered considers deem deems feel feels felt find finding finds found
    judge judged judges reckon reckons think thinking thinks thought
    """
)
"""Verbs of judging: with a word of JUDGEMENTS, or before a whole clause, they make it a judgement."""

JUDGEMENTS = words(
    """
    abrupt absurd acceptable alarming amazing annoying arrogant attractive awesome awful bad beautiful bland
    boring brilliant charming cheap cheerful clean clear clunky cluttered cold comfortable competent complex
    complicated condescending confusing convenient convincing correct costly cramped creepy cumbersome delicious
    difficult dirty disappointing dismissive dreadful dubious dull easy efficient exaggerated excellent
    excessive exhausting expensive fair fantastic fast filthy friendly frustrating generous gloomy good great
    handy hard heavy helpful high horrendous horrible illegible impersonal impractical impressive inadequate
    incompetent incomprehensible inconvenient inefficient interesting intimidating intuitive irritating lengthy
    long loud lousy lovely low mediocre messy nice noisy normal odd outdated overpriced overwhelming pathetic
    patronising patronizing perfect pleasant pointless polite poor poorly practical pretty pricey professional
    pushy quick reasonable reassuring relaxing reliable repetitive ridiculous rude satisfactory satisfying
    scandalous shameful short simple slow steep stingy strange stressful superb surprising suspicious tasty
    tedious terrible tiresome tiring trustworthy ugly unacceptable unattractive unclear uncomfortable
    unconvincing unfair unfriendly unhelpful uninteresting unintuitive unpleasant unprofessional unreadable
    unreasonable unreliable unsatisfactory untrustworthy useful useless vague warm weird welcoming wonderful
    worrying worth worthwhile unbearable intolerable insufferable unforgivable outrageous delightful gorgeous old-fashioned modern soulless hostile chaotic seamless smooth soothing soothing flawless sloppy shoddy disgusting revolting tasteless inspiring uninspiring refreshing hard-to-read user-friendly laughable insulting humiliating generic cosy cozy stuffy spacious
    """
)
"""Words of judgement, as a predicate."""

NOUNS = words(
    """
    anger annoyance anxiety boredom butterflies concerns confidence confusion cool courage despair
    disappointment discomfort dissatisfaction doubt doubts dread enthusiasm excitement faith fear fears feeling
    feelings feels frustration gratitude guilt happiness hope hopes impatience impression interest irritation
    joy misgivings mood motivation nerves panic patience pleasure pride regret regrets relief reservations
    satisfaction second-thoughts sense shame stress temper trust unease worries worry
    """
)
"""Nouns of feeling."""

COPULAS = words(
    """
    'm 're 's am appear appears are be became become becomes becoming been being come comes end ends feel
    feeling feels felt get gets getting go goes got grew grow growing grows is leave leaves look looks remain
    remains seem seems sound sounds stay stayed stays walk walks was were
    """
)
"""Verbs that join a subject with an adjective."""

PLAIN_COPULAS = words(
    """
    'm 're 's am are be been being get gets getting got is was were
    """
)
"""Those that say nothing else."""

FEEL = words(
    """
    feel feeling feels felt
    """
)
"""To feel."""

HAVING = words(
    """
    experience experienced experiences experiencing feel feeling feels felt finds gain gains get gets had
    harbors harbours has have having keeps lose loses losing lost takes
    """
)
"""Verbs that take a noun of feeling."""

ADVERBS = words(
    """
    a absolutely again all already also always aren't at away bit both can't cannot clearly completely deep
    deeply didn't doesn't don't either entirely even extremely fairly far finally fully genuinely highly home
    hugely immediately increasingly incredibly isn't just kind later less little lot mildly more most much n't
    never no not now of often only out particularly perfectly pleasantly positively pretty quickly quite rather
    really secretly seriously simply slightly slowly so sometimes somewhat soon sort still strongly suddenly
    terribly thoroughly too totally truly unpleasantly up utterly vaguely very visibly wasn't well weren't won't longer hardly barely scarcely
    """
)
"""Words that may stand between a verb and its adjective."""

STARTS = words(
    """
    began begin beginning begins fail failed fails learn learned learns struggle struggled struggles tend tends can continue continues could did do does ends had has have keep keeps may might
    must should start started starting starts to up will would
    """
)
"""Words that may stand before the verb."""

DETERMINERS = words(
    """
    a all an both each every her his its many most my new no other our regular same some that the their these
    this those three two your
    """
)
"""Words that a subject starts with."""

PRONOUNS = words(
    """
    everybody everyone he i it nobody one she somebody they we you
    """
)
"""Subjects of one word."""

BREAKS_SUBJECT = words(
    """
    about as at by for from how if in into on onto than that to what when where whether which who why with
    """
)
"""Words after which no subject goes on: what follows is not the head of the clause."""

PEOPLE = words(
    """
    buyer buyers citizens client clients couples customer customers diner diners drivers families guest guests
    owner owners parent parents passenger passengers patient patients people resident residents shopper shoppers
    student students traveller travellers user users visitor visitors
    """
)
"""Subjects without an article."""

WHY = words(
    """
    about after among around as at because before by despite during every for from in of on over since that to
    until when while with without
    """
)
"""Words that may follow an adjective of feeling."""

CAUSES = words(
    """
    about among by of with
    """
)
"""Words that say why."""

WITH = words(
    """
    anger annoyance anxiety concern delight disappointment dread enthusiasm excitement frustration gratitude
    impatience joy pleasure pride regret relief surprise trepidation worry
    """
)
"""Nouns of feeling that say how something is done."""

DONE_TO = words("excluded hooked included judged misunderstood respected shaken stressed-out")
"""What others do, whatever it makes feel: `including` judges nothing."""

NEVER_DONE_TO = words("cross mad tired")
"""Those of FELT_ONLY that nobody gets by what others do: `gets cross` is none of `gets lost`."""

SUFFERING = words("suffer suffered suffers")
"""To suffer: a sprain is a fact."""

FIXED = phrases(
    """
    fed up / at ease / at a loss / in a panic / in doubt / under pressure / under stress / out of patience / on
    edge / in despair / in tears / in two minds / in a good mood / in a bad mood / over the moon / in love / in
    control / in shock / in awe / sick of / taken aback / looked after / taken seriously / blown away / let down
    / left alone / put off / turned off / left out / ripped off / cared for / taken for granted / on cloud nine / at the end of her tether / at the end of his tether / at the end of their tether / at their wits end / at her wits end / at his wits end / on tenterhooks / down in the dumps / all smiles / beside herself / beside himself / in high spirits / in low spirits / out of her depth / out of his depth / up in arms / on the verge of tears / in good spirits / ill at ease / none the wiser / left wanting / left cold / won over / put at ease / let down / sick and tired / bored stiff / worried sick / scared stiff / close to tears / spoilt for choice / torn between
    """
)
"""Feelings of several words, after a verb that joins."""

OPENINGS = phrases(
    """
    wonders whether / wonders if / wonders why / wonder whether / wonder if / wonder why / can't wait / cannot wait / look forward / looks forward / looking forward / can't stand / cannot stand /
    couldn't care / has had enough / has enough of / loses heart / takes pleasure / takes comfort / takes
    offence / can't believe / has no idea / has a bad feeling / goes mad / runs out of patience / loses her temper / loses his temper / loses their temper / loses his cool / loses her cool / dies of boredom / bursts with pride / jumps for joy / has second thoughts / has cold feet / has had it with / has mixed feelings / gets cold feet / gets butterflies / breathes a sigh / heaves a sigh / takes heart / takes fright / grows tired / falls in love / could not be happier / could cry / wants to scream / is dying to / cannot get over / dares not
    """
)
"""Feelings of several words that start with their own verb."""

LIKED_THINGS = words(
    """
    brand's button certificate comment computer device company's page photo post reel shop's story tweet video
    """
)
"""What is liked with a click."""

NAMED_THINGS = words("button icon label link menu offer option plan tab")
"""What a word before it is the name of: the `Enjoy` button."""

TOUCHED = words(
    """
    a an both each for her his its that the their this
    """
)
"""Words after `feels` where it is done with the hand."""

PRESSURES = words("pressure urge need loss weight")
"""What is felt without being a feeling by itself."""

BECOMING = words("starting beginning getting feeling left made")
"""Words between a verb that joins and its adjective."""

GET = words("get gets got getting")
"""To get."""

CLICKED = words("like likes liked trust trusts wish wishes")
"""Verbs of emotion that may be a click, or a noun."""

BEFORE_NOUN = words("the a an his her their any some my our mixed good bad great real")
"""Words before a noun of feeling."""

THINKING = words("think thinks thought thinking believe believes believed reckon reckons")
"""Verbs before a clause that is a judgement."""

ABOUT = words("about of over twice through")
"""Words after `thinks` that make it an action."""

CLAUSE_VERBS = words(
    """
    is are was were will has it's looks seems feels takes sounds deserves lacks costs should could would cannot
    """
)
"""Verbs by which a clause is known."""

BEFORE_JUDGED_NOUN = words("a an the some his her more less")
"""Words before an adjective that stands with its noun."""

MANNER = words(
    """
    angrily anxiously apprehensively begrudgingly cheerfully despairingly eagerly enthusiastically excitedly
    fearfully furiously gladly gratefully grudgingly happily hesitantly impatiently joyfully nervously proudly
    reluctantly sadly suspiciously unhappily warily wearily
    """
)
"""Adverbs of feeling that say how something is done."""

LEAVING = words(
    "leave leaves left exit exits return returns returned drive drives walk walks go goes come comes"
)
"""Verbs of going, after which the last word of a clause may say how."""

BODY = words("dizzy faint feverish ill nauseous poorly sick unwell")
"""What the body feels: a fact."""
