"""Feelings and judgements in English customer actions.

A clause is one when its predicate is: `is`, `feels`, `gets` … with a word of FEELINGS; a verb of EMOTION; `finds`,
`thinks` … with a word of JUDGEMENTS; or `has`, `loses` … with a noun of NOUNS. Only the head of a clause counts, so
that "reads how happy others are" stays a fact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.language.feelings.clauses import clauses

if TYPE_CHECKING:
    from blueprint_cli.language.feelings.clauses import Word

CONJUNCTIONS = frozenset({"and", "but", "then", "so", "while", "because"})

FEELINGS = frozenset(
    """
    happy unhappy glad pleased displeased satisfied unsatisfied dissatisfied delighted thrilled excited enthusiastic
    ecstatic overjoyed cheerful content relieved reassured comforted confident comfortable uncomfortable uneasy relaxed
    calm proud grateful thankful impressed unimpressed amazed astonished surprised shocked stunned startled disappointed
    frustrated annoyed irritated exasperated aggravated angry furious mad upset outraged indignant livid cross sad
    miserable depressed devastated heartbroken worried concerned anxious nervous stressed tense panicked scared afraid
    frightened terrified alarmed apprehensive confused lost puzzled baffled bewildered perplexed disoriented overwhelmed
    bored tired weary exhausted fed-up impatient restless embarrassed ashamed guilty hurt offended insulted humiliated
    lonely helpless powerless vulnerable insecure hopeful hopeless optimistic pessimistic skeptical sceptical suspicious
    wary doubtful dubious unsure uncertain hesitant reluctant convinced unconvinced curious intrigued interested eager
    keen indifferent jealous envious moved touched charmed enchanted captivated fascinated amused bitter resentful
    disheartened discouraged demotivated demoralised demoralized motivated tempted disgusted appalled dismayed distraught
    distressed troubled bothered disturbed unsettled puzzled flattered honoured honored valued cherished neglected ignored
    abandoned betrayed cheated misunderstood disrespected patronised patronized welcome unwelcome safe unsafe trapped
    homesick elated joyful nostalgic peeved stumped wowed underwhelmed gutted chuffed cautious mistrustful distrustful
    skittish jubilant enraged
    """.split()  # noqa: SIM905 - a list of words is read more easily as prose
)
"""Adjectives of feeling; after `is` and its like they make a clause a feeling."""

FELT_ONLY = frozenset(
    ["welcome", "unwelcome", "safe", "unsafe", "ignored", "abandoned", "neglected", "cheated", "valued", "trapped", "lost", "content", "moved", "touched", "tired", "cross", "mad", "keen", "cautious", "tempted", "hurt", "motivated"]
)
"""Words that say a feeling after `feels`, but perhaps a fact after `is`; there they need a complement that says why."""

EMOTION = frozenset(
    """
    love loves loved loving enjoy enjoys enjoyed enjoying adore adores adored hate hates hated hating dislike dislikes
    disliked loathe loathes detest detests appreciate appreciates appreciated fear fears feared fearing dread dreads
    dreaded dreading regret regrets regretted regretting resent resents resented doubt doubts doubted doubting distrust
    distrusts mistrust mistrusts panic panics panicked panicking worry worries worried worrying despair despairs
    despaired hope hopes hoped hoping admire admires admired marvel marvels marvelled envy envies fret frets sulk sulks
    rejoice rejoices like likes liked wish wishes suffer suffers trust trusts fumes
    """.split()  # noqa: SIM905
)
"""Verbs of emotion."""

JUDGING = frozenset(
    """
    find finds found finding think thinks thought thinking consider considers considered believe believes believed
    judge judges judged deem deems reckon reckons feel feels felt
    """.split()  # noqa: SIM905
)
"""Verbs of judging; with a word of JUDGEMENTS, or before a whole clause, they make a clause a judgement."""

JUDGEMENTS = frozenset(
    """
    long short slow fast quick expensive cheap pricey overpriced costly complicated complex simple easy hard difficult
    tedious confusing clear unclear vague nice pretty beautiful ugly handy practical impractical pleasant unpleasant
    excessive exaggerated unfair fair normal unacceptable acceptable disappointing reassuring interesting uninteresting
    boring friendly unfriendly cold rude polite welcoming helpful unhelpful competent incompetent efficient inefficient
    useful useless great awesome terrible awful horrible horrendous ridiculous absurd scandalous shameful warm
    professional unprofessional heavy intuitive unintuitive unreadable illegible incomprehensible high low steep
    reasonable unreasonable correct perfect excellent good bad poor delicious tasty bland noisy loud dirty filthy clean
    comfortable uncomfortable annoying frustrating irritating stressful relaxing exhausting tiring overwhelming
    intimidating impersonal suspicious dubious trustworthy untrustworthy unreliable reliable convincing unconvincing
    attractive unattractive lovely charming fantastic wonderful amazing impressive outdated cluttered messy clunky
    cumbersome tiresome lengthy repetitive pointless inconvenient convenient worrying alarming surprising strange odd
    weird poorly cramped dull gloomy cheerful creepy pushy arrogant condescending patronising patronizing dismissive
    abrupt worth worthwhile satisfactory unsatisfactory satisfying inadequate generous stingy mediocre brilliant superb
    lousy dreadful pathetic
    """.split()  # noqa: SIM905
)
"""Words of judgement, as a predicate."""

NOUNS = frozenset(
    """
    doubt doubts fear fears anxiety stress frustration joy happiness anger irritation annoyance relief satisfaction
    dissatisfaction disappointment confidence trust hope hopes faith patience interest enthusiasm excitement impatience
    pride shame guilt regret regrets confusion worry worries concerns misgivings feeling feelings feels sense gratitude
    boredom despair panic pleasure discomfort unease nerves dread reservations second-thoughts butterflies temper mood
    cool courage motivation impression
    """.split()  # noqa: SIM905
)
"""Nouns of feeling."""

_COPULAS = frozenset(
    ["be", "is", "are", "am", "was", "were", "'s", "'re", "'m", "being", "been", "feel", "feels", "felt", "feeling", "get", "gets", "got", "getting", "become", "becomes", "became", "becoming", "grow", "grows", "grew", "growing", "remain", "remains", "stay", "stays", "stayed", "seem", "seems", "appear", "appears", "look", "looks", "leave", "leaves", "come", "comes", "go", "goes", "sound", "sounds", "end", "ends", "walk", "walks"]
)
_PLAIN_COPULAS = frozenset("be is are am was were being been 's 're 'm get gets got getting".split())  # noqa: SIM905
_FEEL = frozenset("feel feels felt feeling".split())  # noqa: SIM905
# Verbs of moving and looking take an adjective only right after them: "leaves happy", not "leaves the happy crowd".
_HAVING = frozenset(
    ["has", "have", "had", "having", "loses", "lose", "lost", "losing", "experiences", "experience", "experienced", "experiencing", "gains", "gain", "gets", "get", "takes", "finds", "keeps", "feels", "feel", "felt", "feeling", "harbours", "harbors"]
)
_ADVERBS = frozenset(
    """
    not never no n't don't doesn't didn't isn't aren't wasn't weren't can't cannot won't very really quite rather so too
    a bit little lot somewhat extremely totally completely utterly absolutely slightly still even more less most
    increasingly truly deeply highly particularly pretty fairly just only already again always often sometimes suddenly
    immediately quickly slowly finally clearly visibly pleasantly unpleasantly positively genuinely thoroughly mildly
    terribly incredibly hugely much at all also both far either entirely fully perfectly seriously simply strongly vaguely
    secretly soon later now away out home up deep well kind of sort
    """.split()  # noqa: SIM905
)
_STARTS = frozenset(
    ["does", "do", "did", "starts", "start", "started", "begins", "begin", "began", "keeps", "keep", "would", "will", "can", "could", "may", "might", "must", "should", "to", "continues", "continue", "ends", "up", "has", "have", "had", "starting", "beginning"]
)
_DETERMINERS = frozenset(
    ["the", "a", "an", "our", "my", "his", "her", "their", "its", "your", "each", "every", "some", "many", "most", "both", "this", "that", "these", "those", "all", "no", "two", "three", "other", "new", "regular", "same"]
)
_PRONOUNS = frozenset("i we he she they it you one everybody everyone nobody somebody".split())  # noqa: SIM905
_BREAKS_SUBJECT = frozenset(
    "to for with on at in by about from whether if that how what why when where which who into onto as than".split()  # noqa: SIM905
)
_PEOPLE = frozenset(
    ["customer", "customers", "client", "clients", "user", "users", "guest", "guests", "patient", "patients", "visitor", "visitors", "passenger", "passengers", "traveller", "travellers", "parent", "parents", "buyer", "buyers", "shopper", "shoppers", "people", "families", "couples", "citizens", "drivers", "owner", "owners", "diner", "diners", "resident", "residents", "student", "students"]
)
_WHY = frozenset(
    ["with", "by", "about", "at", "of", "in", "that", "to", "for", "from", "over", "on", "because", "among", "as", "after", "when", "before", "during", "since", "until", "despite", "every", "while", "without", "around"]
)
_CAUSES = frozenset("by about among of with".split())  # noqa: SIM905
_WITH = frozenset(
    ["impatience", "relief", "joy", "pleasure", "anger", "anxiety", "enthusiasm", "pride", "frustration", "disappointment", "excitement", "delight", "dread", "trepidation", "regret", "annoyance", "worry", "concern", "surprise", "gratitude"]
)
_FIXED = (
    ("can't", "wait"), ("cannot", "wait"), ("look", "forward"), ("looks", "forward"), ("looking", "forward"),
    ("fed", "up"), ("at", "ease"), ("at", "a", "loss"), ("in", "a", "panic"), ("in", "doubt"), ("under", "pressure"),
    ("under", "stress"), ("out", "of", "patience"), ("on", "edge"), ("in", "despair"), ("in", "tears"),
    ("in", "two", "minds"), ("in", "a", "good", "mood"), ("in", "a", "bad", "mood"), ("over", "the", "moon"),
    ("in", "love"), ("in", "control"), ("in", "shock"), ("in", "awe"), ("sick", "of"), ("taken", "aback"),
    ("looked", "after"), ("taken", "seriously"), ("blown", "away"), ("let", "down"), ("left", "alone"), ("put", "off"),
    ("turned", "off"), ("left", "out"), ("ripped", "off"), ("cared", "for"), ("taken", "for", "granted"),
)  # fmt: skip
_OPENINGS = (
    ("can't", "stand"), ("cannot", "stand"), ("couldn't", "care"), ("has", "had", "enough"), ("has", "enough", "of"),
    ("loses", "heart"), ("takes", "pleasure"), ("takes", "comfort"), ("takes", "offence"), ("can't", "believe"),
    ("has", "no", "idea"), ("has", "a", "bad", "feeling"), ("goes", "mad"), ("runs", "out", "of", "patience"),
)  # fmt: skip
_AFTER_COPULA = frozenset(_FIXED[5:])
_LIKED_THINGS = frozenset(
    ["post", "page", "photo", "video", "comment", "story", "reel", "tweet", "brand's", "company's", "shop's", "button"]
)
_TOUCHED = frozenset("the a an his her its their this that for each both".split())  # noqa: SIM905


def feeling(text: str, more: frozenset[str] = frozenset()) -> tuple[int, int] | None:
    """Where a feeling or judgement stands in a sentence, as offsets, or None for a fact.

    Args:
        text: one sentence.
        more: further adjectives and verbs of feeling.
    """
    for words in clauses(text, CONJUNCTIONS):
        found = _in_clause(_split(words), more)
        if found:
            return found
    return None


def _split(words: tuple[Word, ...]) -> list[Word]:
    """Words with a contracted `not` or copula apart: `isn't` counts as `is` and `not`, `she's` as `she` and `'s`."""
    joined: list[Word] = []
    for word in words:
        before = joined[-1] if joined else None
        if before is not None and before.plain.endswith("'") and before.end == word.start:
            joined[-1] = _contracted(before, word)
        else:
            joined.append(word)
    found: list[Word] = []
    for word in joined:
        if word.plain.endswith("n't") and word.plain not in ("can't", "won't"):
            found += [_part(word, word.plain[:-3]), _part(word, "not")]
        elif word.plain.endswith(("'m", "'re")) or word.plain in ("she's", "he's", "it's"):
            head, _, tail = word.plain.partition("'")
            found += [_part(word, head), _part(word, f"'{tail}")]
        else:
            found.append(word)
    return found


def _contracted(one: Word, other: Word) -> Word:
    return type(one)(one.plain + other.plain, one.start, other.end)


def _part(word: Word, plain: str) -> Word:
    return type(word)(plain, word.start, word.end)


def _in_clause(words: list[Word], more: frozenset[str]) -> tuple[int, int] | None:
    for start in _predicate_starts(words):
        rest = words[start:]
        length = _predicate(rest, more)
        if length:
            return rest[0].start, rest[length - 1].end
    length = _bare_adjective(words, more)
    return (words[0].start, words[length - 1].end) if length else None


def _predicate_starts(words: list[Word]) -> list[int]:
    """Where a predicate may start: at the first word, and after a subject."""
    starts = [0]
    plain = [word.plain for word in words]
    if not plain:
        return []
    if plain[0] in _PRONOUNS or plain[0] in _PEOPLE:
        starts.append(1)
    elif plain[0] in _DETERMINERS:
        for index in range(1, min(len(plain), 6)):
            if plain[index - 1] in _BREAKS_SUBJECT:
                break
            starts.append(index)
    elif (
        len(plain) > 1
        and not plain[0].endswith("s")
        and plain[1] in _COPULAS | EMOTION
        and plain[1].endswith("s")
    ):
        starts.append(1)
    return starts


def _skip(words: list[Word], start: int, skipped: frozenset[str]) -> int:
    while start < len(words) and words[start].plain in skipped:
        start += 1
    return start


def _predicate(words: list[Word], more: frozenset[str]) -> int:
    """How many words say a feeling at the start of these; 0 is none."""
    plain = [word.plain for word in words]
    head = _skip(words, 0, _ADVERBS | _STARTS)
    if head >= len(plain):
        return 0
    for phrase in (*_FIXED[:5], *_OPENINGS):
        if tuple(plain[: len(phrase)]) == phrase or tuple(plain[head : head + len(phrase)]) == phrase:
            return head + len(phrase)
    return (
        _after_copula(words, plain, head, more)
        or _emotion(plain, head, more)
        or _having(words, plain, head)
        or _judging(words, plain, head)
        or _with_feeling(plain)
    )


def _after_copula(words: list[Word], plain: list[str], head: int, more: frozenset[str]) -> int:
    if plain[head] not in _COPULAS:
        return 0
    after = _skip(
        words, head + 1, _ADVERBS | frozenset({"starting", "beginning", "getting", "feeling", "made"})
    )
    if after >= len(plain):
        return 0
    for phrase in _AFTER_COPULA:
        for place in (after, head + 1):
            if tuple(plain[place : place + len(phrase)]) == phrase:
                return place + len(phrase)
    if plain[head] in _FEEL and plain[head + 1] == "that":
        return len(plain)
    if plain[head] in _FEEL:
        return 0 if _touches(plain, head, after) else after + 1
    word = plain[after]
    if word not in FEELINGS | more or (plain[head] not in _PLAIN_COPULAS and after > head + 3):
        return 0
    following = plain[after + 1] if after + 1 < len(plain) else ""
    if word in FELT_ONLY and plain[head] in _PLAIN_COPULAS and following and following not in _CAUSES:
        return 0
    if plain[head] in ("get", "gets", "got", "getting") and word in ("lost", "moved", "touched"):
        return 0
    # "leaves satisfied" is one, "gets interested parties together" is not: a noun follows.
    return after + 1 if not following or following in _WHY | _ADVERBS or plain[head] in _PLAIN_COPULAS else 0


def _touches(plain: list[str], head: int, after: int) -> bool:
    """True for feeling with the hand: `feels the leather`, but not `feels the pressure` or `feels a sense of`."""
    degree = plain[head + 1 : head + 3] in (["a", "bit"], ["a", "little"], ["a", "lot"])
    if not degree and (plain[after] in _TOUCHED or plain[head + 1] in ("a", "an")):
        return not NOUNS.union({"pressure", "urge", "need", "loss", "weight"}).intersection(
            plain[after : after + 4]
        )
    return False


def _emotion(plain: list[str], head: int, more: frozenset[str]) -> int:
    word = plain[head]
    if word not in EMOTION | more:
        return 0
    after = plain[head + 1 : head + 5]
    if word in ("like", "likes", "liked", "trust", "trusts", "wish", "wishes") and (
        _LIKED_THINGS.intersection(after) or not after or word.startswith("wish")
    ):
        return 0
    return head + 1


def _having(words: list[Word], plain: list[str], head: int) -> int:
    if plain[head] not in _HAVING:
        return 0
    after = _skip(
        words,
        head + 1,
        _ADVERBS | frozenset(["the", "a", "an", "his", "her", "their", "any", "some", "my", "our", "mixed", "good", "bad", "great", "real"]),
    )
    if after < len(plain) and plain[after] in NOUNS:
        return after + 1
    return 0


def _with_feeling(plain: list[str]) -> int:
    """`waits with impatience`: what is done is a fact, how it is done is not."""
    for index in range(1, len(plain) - 1):
        if plain[index] == "with" and plain[index + 1] in _WITH:
            return index + 2
    return 0


def _judging(words: list[Word], plain: list[str], head: int) -> int:
    word = plain[head]
    if word not in JUDGING:
        return 0
    rest = plain[head + 1 :]
    if word.startswith(("think", "thought", "belie", "reckon")) and rest:
        clause = "that" in rest[:1] or any(
            verb in rest for verb in ("is", "are", "was", "were", "will", "has", "it's")
        )
        if clause and rest[0] not in ("about", "of", "over", "twice", "through"):
            return len(plain)
    for index in range(1, len(rest)):
        before, here = rest[index - 1], rest[index]
        if here == "too" and index + 1 < len(rest):
            return head + 1 + index + 2
        if here in JUDGEMENTS and before not in ("a", "an", "the", "some", "his", "her", "more", "less"):
            following = rest[index + 1] if index + 1 < len(rest) else ""
            if not following or following in _WHY | CONJUNCTIONS | {
                "enough",
                "compared",
                "than",
                "when",
                "as",
                "if",
            }:
                return head + 1 + index + 1
    return 0


def _bare_adjective(words: list[Word], more: frozenset[str]) -> int:
    """`Annoyed by the queue`, `Very happy`; `Satisfied customers leave a review` is none."""
    start = _skip(words, 0, _ADVERBS)
    if start >= len(words) or words[start].plain not in FEELINGS | more:
        return 0
    following = words[start + 1].plain if start + 1 < len(words) else ""
    return start + 1 if not following or following in _WHY else 0
