"""Feelings and judgements in French customer actions.

A clause is one when its predicate is: `se sent`; `est`, `reste`, `devient` … with a word of FEELINGS in any of its
forms; a verb of EMOTION or of REFLEXIVE; `trouve`, `juge` … with a word of JUDGEMENTS; or `a`, `éprouve`, `perd` … with
a noun of NOUNS. Words are compared without accents; only the head of a clause counts, so that "reçoit un mail de
satisfaction" stays a fact.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from blueprint_cli.language.feelings.clauses import clauses
from blueprint_cli.language.spelling import without_accents

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.language.feelings.clauses import Word

CONJUNCTIONS = frozenset({"et", "mais", "puis", "alors", "car", "donc", "tandis"})

FEELINGS = """
    content mécontent heureux malheureux ravi enchanté satisfait insatisfait déçu frustré agacé énervé irrité exaspéré
    excédé furieux furibond fâché vexé contrarié remonté inquiet anxieux angoissé stressé nerveux crispé paniqué affolé
    apeuré effrayé terrifié alarmé rassuré soulagé serein confiant détendu apaisé fier reconnaissant ému surpris étonné
    choqué stupéfait sidéré bluffé épaté impressionné émerveillé ébloui séduit conquis charmé emballé enthousiaste
    excité impatient perdu perplexe confus dérouté désorienté désemparé dépassé submergé découragé démotivé lassé las
    ennuyé blasé indifférent sceptique méfiant dubitatif hésitant indécis convaincu gêné embarrassé honteux coupable
    humilié offensé insulté outré indigné scandalisé méprisé ignoré abandonné délaissé trahi floué lésé jaloux triste
    désolé désespéré abattu déprimé attristé peiné curieux intéressé motivé intrigué amusé comblé épanoui joyeux euphorique
    amer nostalgique mal-à-l'aise optimiste pessimiste craintif soucieux préoccupé tracassé troublé déconcerté décontenancé
    interloqué abasourdi ébahi chagriné dégoûté écœuré consterné atterré révolté ulcéré bouleversé attendri flatté honoré
    valorisé considéré écouté rebuté refroidi tenté attiré fasciné captivé passionné enjoué aigri boudeur jubilant blessé
    """.split()  # noqa: SIM905 - a list of words is read more easily as prose
"""Adjectives of feeling, in their masculine form."""

FELT_ONLY = frozenset(
    "ignore abandonne delaisse considere ecoute attire blesse touche tente coupable lese trouble perdu refroidi interesse".split()  # noqa: SIM905
)
"""Words that say a feeling after `se sent`, but perhaps a fact after `est`; there they need nothing, a cause or a degree."""

EMOTION = "adorer aimer détester apprécier haïr redouter regretter espérer douter envier admirer déplorer paniquer angoisser déprimer désespérer culpabiliser stresser savourer jubiler rager enrager exulter ronchonner".split()  # noqa: SIM905
"""Verbs of emotion, in the infinitive."""

REFLEXIVE = "inquiéter énerver agacer impatienter angoisser stresser décourager méfier lasser étonner émerveiller fâcher affoler désespérer démotiver rassurer enthousiasmer emballer vexer exaspérer irriter indigner désoler apaiser tranquilliser offusquer crisper alarmer culpabiliser tracasser attrister passionner soucier agiter consoler languir amuser".split()  # noqa: SIM905
"""Verbs of emotion that are reflexive, in the infinitive."""

JUDGEMENTS = """
    long court lent rapide cher onéreux coûteux compliqué complexe simple facile difficile confus clair flou joli beau
    belle moche laid pratique agréable désagréable excessif exagéré abusif injuste juste normal anormal inadmissible
    inacceptable décevant rassurant intéressant sympa sympathique froid impoli poli aimable accueillant compétent
    incompétent efficace inefficace utile inutile génial super nul ridicule scandaleux honteux chaleureux professionnel
    lourd intuitif illisible incompréhensible élevé raisonnable correct parfait excellent bon bonne mauvais délicieux fade
    bruyant sale propre inconfortable confortable stressant fatigant pénible fastidieux laborieux ennuyeux énervant agaçant
    frustrant inquiétant bizarre étrange suspect louche douteux convaincant attrayant magnifique superbe formidable
    impressionnant vieillot désuet daté encombré interminable répétitif absurde aberrant insupportable insuffisant
    généreux médiocre brillant exorbitant hors-de-prix salé mal bien étroit sombre triste glauque distant sec arrogant
    condescendant hautain méprisant expéditif brouillon opaque rébarbatif déroutant satisfaisant acceptable surprenant
    humiliant intimidant impersonnel fluide vieillot ringard kitsch archaïque lisible réussi raté soigné négligé
    humain inhumain lamentable déplorable catastrophique exceptionnel remarquable admirable exemplaire nickel top
    imbuvable indigeste trompeur mensonger malhonnête honnête transparent flatteur flippant glacial familier vulgaire
    inadapté adapté suffisant exigeant contraignant bienveillant attentionné désinvolte cavalier moderne bâclé léger gras tiède infect immonde
    """.split()  # noqa: SIM905
"""Words of judgement, in their masculine form."""

NOUNS = frozenset(
    """
    peur crainte craintes doute doutes honte confiance hate envie impression sentiment sensation trac espoir frustration
    colere joie bonheur soulagement satisfaction deception inquietude angoisse anxiete stress agacement irritation plaisir
    fierte gratitude ennui lassitude regret regrets remords malaise gene ras-le-bol patience enthousiasme excitation impatience
    culpabilite confusion tristesse desespoir panique serenite reticences apprehension apprehensions scrupules moyens
    motivation interet foi courage calme assurance nerfs vertige emotion emotions nostalgie jalousie rancune marre
    rancoeur mefiance curiosite surprise etonnement humiliation injustice degout
    """.split()  # noqa: SIM905
)
"""Nouns of feeling, without accents."""

_COPULAS = frozenset(
    """
    est sont suis es etes sommes etait etaient etais sera seront serait seraient etre etant ete fut reste restent restait
    rester restant devient deviennent devenir devenait semble semblent sembler parait paraissent paraitre demeure demeurer
    ressort ressortent ressortir repart repartent repartir sort sortent quitte part partent rentre arrive arrivent
    """.split()  # noqa: SIM905
)
_ETRE = frozenset(
    ["est", "sont", "suis", "es", "etes", "sommes", "etait", "etaient", "etais", "sera", "seront", "serait", "seraient", "etre", "etant", "ete", "fut"]
)
_FEEL = frozenset(
    ["sent", "sentent", "sens", "sentir", "sentait", "sentaient", "sentant", "senti", "sentie", "sentira", "sentons", "sentez"]
)
_REFLEXIVES = frozenset("se s' me m' te t' nous vous".split())  # noqa: SIM905
_HAVING = frozenset(
    """
    a ont ai avons avez avait avaient aura avoir ayant eprouve eprouvent eprouver eprouvait ressent ressentent ressentir
    ressentait perd perdent perdre perdait garde gardent garder prend prennent reprend retrouve manque manquent
    """.split()  # noqa: SIM905
)
_EXPERIENCE = frozenset(
    ["eprouve", "eprouvent", "eprouver", "eprouvait", "eprouvant", "ressent", "ressentent", "ressentir", "ressentait", "ressentant", "ressens", "ressentons"]
)
_JUDGING = frozenset(
    ["trouve", "trouvent", "trouver", "trouvait", "trouves", "trouvant", "trouvons", "juge", "jugent", "juger", "jugeant", "estime", "estiment", "estimer", "considere", "considerent", "considerer"]
)
_THINKING = frozenset(
    ["pense", "pensent", "penser", "pensait", "croit", "croient", "croire", "croyait", "estime", "estiment", "estimer", "juge", "jugent", "considere", "considerent", "trouve", "trouvent", "crains", "craint", "craignent", "soupconne", "soupconnent"]
)
_IRREGULAR = frozenset(
    ["craint", "craignent", "craindre", "craignait", "craignant", "hait", "haissent", "hais", "souffre", "souffrent", "souffrir", "souffrant", "sourcille"]
)
_REFLEXIVE_IRREGULAR = frozenset(
    ["ennuie", "ennuient", "ennuyer", "ennuyait", "plaint", "rejouit", "rejouissent", "rejouir", "rejouissait", "attendrit", "morfond", "morfondent", "morfondre", "assombrit", "reproche", "maudit", "languit", "effraie", "effraye", "sait", "reconnait"]
) - {"plaint", "sait", "reconnait", "maudit", "reproche"}
_BEFORE_VERB = frozenset("ne n' pas plus me m' se s' nous vous y en l' le la les".split())  # noqa: SIM905
_WITH = frozenset(
    ["impatience", "angoisse", "inquietude", "plaisir", "joie", "soulagement", "colere", "enthousiasme", "fierte", "agacement", "deception", "regret", "apprehension", "anxiete", "stress", "emotion", "bonheur", "frustration", "gratitude", "crainte", "mefiance", "tristesse", "delice", "delectation"]
)
_ADVERBS = frozenset(
    """
    ne n' pas plus jamais guere point tres vraiment un peu assez plutot toujours encore bien fort si trop tellement
    extremement totalement completement absolument legerement moins de agreablement desagreablement profondement un tout a
    fait du entierement parfaitement vite deja aussi meme surtout parfois souvent souvent soudain vaguement franchement
    particulierement sincerement clairement immediatement progressivement carrement finalement enfin rapidement visiblement
    positivement y en l' le la les tout toute toujours presque mi de-plus-en-plus
    """.split()  # noqa: SIM905
)
_STARTS = frozenset("commence commencent finit finissent continue a par d' de etre se s' fini".split())  # noqa: SIM905
_SUBJECTS = frozenset("je j' il elle ils elles on nous vous tu ca cela chacun tous toutes certains".split())  # noqa: SIM905
_DETERMINERS = frozenset(
    ["le", "la", "les", "l'", "un", "une", "des", "du", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "mon", "ma", "notre", "nos", "chaque", "plusieurs", "la"]
)
_BREAKS_SUBJECT = frozenset(
    ["pour", "avec", "sur", "dans", "par", "que", "qu'", "si", "comment", "pourquoi", "quand", "ou", "vers", "chez", "dont", "qui"]
)
_DEFINITE = frozenset(
    ["le", "la", "les", "l'", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "mon", "ma", "mes", "notre", "nos", "que", "qu'", "ca", "cela"]
)
_WHY = frozenset(
    ["de", "d'", "du", "des", "par", "que", "qu'", "pour", "a", "au", "aux", "devant", "face", "contre", "en", "sur", "avec", "apres", "avant", "car", "d'"]
)
_COMPARED = frozenset("plus moins aussi".split())  # noqa: SIM905
_DEGREES = frozenset(
    ["trop", "tres", "bien", "assez", "plutot", "vraiment", "peu", "si", "franchement", "tellement", "extremement", "parfaitement", "mal"]
)
_FIXED = (
    ("en", "colere"), ("en", "confiance"), ("en", "panique"), ("en", "stress"), ("en", "rogne"), ("en", "rage"),
    ("mal", "a", "l'", "aise"), ("a", "l'", "aise"), ("a", "bout"), ("de", "bonne", "humeur"), ("de", "mauvaise", "humeur"),
    ("aux", "anges"), ("sous", "le", "choc"), ("sur", "les", "nerfs"), ("dans", "le", "doute"), ("dans", "le", "flou"),
    ("sous", "pression"), ("aux", "abois"), ("en", "souffrance"), ("en", "larmes"), ("hors", "d'", "elle"),
    ("hors", "de", "lui"), ("sous", "le", "charme"), ("pris", "de", "court"), ("prise", "de", "court"), ("bouche", "bee"),
    ("a", "cran"), ("en", "securite"), ("dans", "l'", "embarras"), ("en", "detresse"),
)  # fmt: skip
_PHRASES = (
    ("ne", "supporte", "plus"), ("ne", "supporte", "pas"), ("supporte", "mal"), ("ne", "tient", "plus", "en", "place"),
    ("a", "du", "mal", "a", "croire"), ("n'", "y", "croit", "plus"), ("n'", "y", "comprend", "rien"), ("perd", "son", "calme"),
    ("est", "sur", "de", "lui"), ("reste", "sur", "sa", "faim"), ("saute", "de", "joie"), ("prend", "mal"),
    ("a", "mal", "vecu"), ("a", "le", "cafard"), ("a", "la", "boule"),
    ("en", "a", "marre"), ("en", "a", "assez"), ("en", "ont", "marre"), ("en", "a", "ras"), ("vit", "mal"),
    ("vit", "tres", "mal"), ("tombe", "des", "nues"), ("n'", "en", "peut", "plus"), ("prend", "plaisir"),
    ("prend", "peur"), ("perd", "pied"), ("perd", "patience"), ("ne", "decolere", "pas"), ("n'", "en", "revient", "pas"),
    ("s'", "en", "veut"), ("ne", "sait", "plus", "ou"), ("se", "fait", "du", "souci"), ("se", "ronge", "les"),
    ("se", "sent"), ("en", "veut", "a"), ("broie", "du", "noir"), ("bout", "d'", "impatience"), ("bouillonne",),
)  # fmt: skip
_LIKED_THINGS = frozenset("page publication post photo video story commentaire annonce".split())  # noqa: SIM905


@cache
def _adjectives(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(form for word in words for form in _forms(without_accents(word)))


def _forms(word: str) -> Iterable[str]:
    """Masculine and feminine, singular and plural, of an adjective without accents."""
    feminines = {
        "eux": "euse",
        "if": "ive",
        "er": "ere",
        "el": "elle",
        "ien": "ienne",
        "on": "onne",
        "eur": "euse",
        "s": "sse",
        "c": "que",
    }
    feminine = next(
        (word[: -len(end)] + new for end, new in feminines.items() if word.endswith(end)),
        word if word.endswith("e") and word not in _ACCENTED else f"{word}e",
    )
    special = {
        "sec": ("seche",),
        "doux": ("douce",),
        "jaloux": ("jalouse",),
        "faux": ("fausse",),
        "beau": ("belle",),
        "vieillot": ("vieillotte",),
        "nul": ("nulle",),
        "bon": ("bonne",),
        "inquiet": ("inquiete",),
        "long": ("longue",),
        "bas": ("basse",),
        "court": ("courte",),
        "sympa": ("sympas",),
        "surpris": ("surprise", "surprises"),
        "conquis": ("conquise", "conquises"),
        "mauvais": ("mauvaise", "mauvaises"),
        "confus": ("confuse", "confuses"),
        "furieux": ("furieuse",),
        "suspect": ("suspecte",),
        "gras": ("grasse",),
    }
    found = {word, feminine, f"{word}s", f"{feminine}s"}
    for form in special.get(word, ()):
        found |= {form, f"{form}s"}
    return found


_ACCENTED = frozenset(without_accents(word) for word in (*FEELINGS, *JUDGEMENTS) if word.endswith("é"))


@cache
def _verbs(infinitives: tuple[str, ...]) -> frozenset[str]:
    return frozenset(form for verb in infinitives for form in _verb_forms(without_accents(verb)))


def _verb_forms(verb: str) -> Iterable[str]:
    stem = verb[:-2]
    endings = (
        "e",
        "es",
        "ent",
        "ons",
        "ez",
        "ait",
        "aient",
        "ais",
        "era",
        "eront",
        "erait",
        "er",
        "ant",
        "a",
    )
    return [stem + ending for ending in endings]


@cache
def _participles(infinitives: tuple[str, ...]) -> frozenset[str]:
    stems = [without_accents(verb)[:-2] for verb in infinitives]
    return frozenset(stem + ending for stem in stems for ending in ("e", "ee", "es", "ees"))


def feeling(text: str, more: frozenset[str] = frozenset()) -> tuple[int, int] | None:
    """Where a feeling or judgement stands in a sentence, as offsets, or None for a fact.

    Args:
        text: one sentence.
        more: further adjectives and verbs of feeling, in the forms that are meant.
    """
    for words in clauses(text, CONJUNCTIONS):
        found = _in_clause(list(words), more)
        if found:
            return found
    return None


def _in_clause(words: list[Word], more: frozenset[str]) -> tuple[int, int] | None:
    for start in _predicate_starts(words):
        length = _predicate(words[start:], more)
        if length:
            return words[start].start, words[min(start + length, len(words)) - 1].end
    length = _bare_adjective(words, more)
    return (words[0].start, words[length - 1].end) if length else None


def _predicate_starts(words: list[Word]) -> list[int]:
    plain = [word.plain for word in words]
    starts = [0]
    if plain[0] in _SUBJECTS and len(plain) > 1:
        starts.append(1)
    elif plain[0] in _DETERMINERS:
        for index in range(2, min(len(plain), 6)):
            if plain[index - 1] in _BREAKS_SUBJECT:
                break
            starts.append(index)
    elif len(plain) > 1 and plain[1] in {"ne", "n'", "se", "s'"} | _ETRE:
        starts.append(1)
    return starts


def _skip(plain: list[str], start: int, skipped: frozenset[str]) -> int:
    while start < len(plain) and plain[start] in skipped:
        start += 1
    return start


def _predicate(words: list[Word], more: frozenset[str]) -> int:
    """How many words say a feeling at the start of these; 0 is none."""
    plain = [word.plain for word in words]
    for phrase in _PHRASES:
        if tuple(plain[: len(phrase)]) == phrase:
            return len(phrase)
    if plain[0] in ("commence", "commencent", "finit", "finissent", "continue", "commencer"):
        after = _skip(plain, 1, frozenset({"a", "par", "de", "d'"}))
        if after < len(plain) and after > 1:
            inner = _predicate(words[after:], more)
            return after + inner if inner else 0
    head = _skip(plain, 0, _BEFORE_VERB)
    if head >= len(plain):
        return 0
    reflexive = bool(_REFLEXIVES.intersection(plain[:head]))
    if reflexive:
        found = _reflexive(plain, head)
        if found:
            return found
    if plain[:1] == ["n'"] and plain[1:3] == ["ose", "pas"]:
        return 3
    return (
        _after_copula(plain, head, more)
        or (0 if reflexive else _emotion(plain, head, more))
        or _having(plain, head)
        or _judging(plain, head)
        or _with_feeling(plain)
    )


def _reflexive(plain: list[str], head: int) -> int:
    word = plain[head]
    if word in _FEEL:
        return min(head + 2, len(plain))
    if word in _verbs(tuple(REFLEXIVE)) or word in _REFLEXIVE_IRREGULAR:
        return head + 1
    if word in _ETRE:  # s'est énervé
        after = _skip(plain, head + 1, _ADVERBS)
        if after < len(plain) and plain[after] in _participles(tuple(REFLEXIVE)) | {
            "senti",
            "sentie",
            "sentis",
            "senties",
            "ennuye",
            "ennuyee",
            "rejoui",
            "rejouie",
        }:
            return after + 1
    return 0


def _after_copula(plain: list[str], head: int, more: frozenset[str]) -> int:
    if plain[head] not in _COPULAS:
        return 0
    for place in (
        head + 1,
        _skip(plain, head + 1, _ADVERBS - {"en", "a", "de"}),
        _skip(plain, head + 1, _ADVERBS),
    ):
        for phrase in _FIXED:
            if tuple(plain[place : place + len(phrase)]) == phrase:
                return place + len(phrase)
    after = _skip(plain, head + 1, _ADVERBS)
    if after >= len(plain) or plain[after] not in _adjectives(tuple(FEELINGS)) | more:
        return 0
    if plain[head] not in _ETRE and after > head + 4:
        return 0
    following = plain[after + 1] if after + 1 < len(plain) else ""
    stem = (
        plain[after].removesuffix("s").removesuffix("e")
        if not plain[after].endswith("ee")
        else plain[after][:-1]
    )
    doubtful = plain[after] in FELT_ONLY or stem in FELT_ONLY or f"{stem}e" in FELT_ONLY
    if (
        doubtful
        and following
        and following not in ("par", "dans", "devant", "de", "d'", "du")
        and after == head + 1
    ):
        return 0
    if plain[after].startswith("satisfait") and following == "a":
        return 0
    return after + 1


def _emotion(plain: list[str], head: int, more: frozenset[str]) -> int:
    word = plain[head]
    after = plain[head + 1 : head + 4]
    if word in _verbs(tuple(EMOTION)) or word in _IRREGULAR or word in more:
        return 0 if word.startswith("aim") and _LIKED_THINGS.intersection(after) else head + 1
    if word in ("a", "ont", "ai", "avons", "avait"):
        place = _skip(plain, head + 1, _ADVERBS)
        if place < len(plain) and plain[place] in _participles(tuple(EMOTION)):
            return (
                0
                if plain[place].startswith("aim") and _LIKED_THINGS.intersection(plain[place:])
                else place + 1
            )
    return 0


def _having(plain: list[str], head: int) -> int:
    word = plain[head]
    if word not in _HAVING | _EXPERIENCE:
        return 0
    extra = frozenset(
        ["une", "d'", "l'", "la", "le", "les", "des", "du", "de", "un", "sa", "son", "ses", "toute", "vraie", "vrai", "grande", "grand", "certaine", "certain", "grosse", "gros", "mauvaise", "bonne", "bon", "forte", "leur", "leurs"]
    )
    after = _skip(plain, head + 1, _ADVERBS | extra)
    if after < len(plain) and plain[after] in NOUNS:
        return after + 1
    return len(plain) if word in _EXPERIENCE and after < len(plain) else 0


def _with_feeling(plain: list[str]) -> int:
    """`attend avec impatience`: what is done is a fact, how it is done is not."""
    for index in range(1, len(plain) - 1):
        if plain[index] == "avec" and plain[index + 1] in _WITH:
            return index + 2
    return 0


def _judging(plain: list[str], head: int) -> int:
    word, rest = plain[head], plain[head + 1 :]
    rest = rest[1:] if rest[:1] == ["pas"] else rest
    if word in _THINKING and rest[:1] and rest[0] in ("que", "qu'"):
        return len(plain)
    if word not in _JUDGING or not rest:
        return 0
    judged = _adjectives(tuple(JUDGEMENTS))
    if rest[0] in _DEGREES and len(rest) > 1:
        return head + 3
    if rest[0] in judged and rest[0] not in ("bien", "mal") and word.startswith(("trouv", "jug", "estim")):
        return head + 2
    if rest[0] not in _DEFINITE:
        return 0
    for index in range(1 if rest[0] in ("ca", "cela") else 2, len(rest)):
        if rest[index] in ("trop", "tres", "vraiment", "plutot", "franchement") and index + 1 < len(rest):
            return head + 1 + index + 2
        if rest[index] in judged and rest[index - 1] not in _COMPARED | _DETERMINERS:
            following = rest[index + 1] if index + 1 < len(rest) else ""
            if not following or following in _WHY | {"comme", "compare", "malgre"}:
                return head + 1 + index + 1
    return 0


def _bare_adjective(words: list[Word], more: frozenset[str]) -> int:
    """`Déçu par la réponse`, `Très contente`; `Client mécontent` is none."""
    plain = [word.plain for word in words]
    start = _skip(plain, 0, _ADVERBS)
    if start >= len(plain) or plain[start] not in _adjectives(tuple(FEELINGS)) | more:
        return 0
    following = plain[start + 1] if start + 1 < len(plain) else ""
    if plain[start].startswith("satisfait") and following in ("a", "aux", "au"):
        return 0
    return start + 1 if not following or following in _WHY else 0
