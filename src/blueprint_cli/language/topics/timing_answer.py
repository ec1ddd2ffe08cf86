"""The sentences that answer where the time went, before any figure."""

# Annotations are no texts here: each text would be compiled when the table is made.
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang


class AnswerWords(NamedTuple):
    """The sentences of one language.

    Attributes:
        takes, least: templates with `{lead}`; `least` where some times are not known.
        between: what stands behind them, with `{first}` and `{last}`; `alone` with `{first}`.
        all_work, some_work: with `{work}` and `{share}`; `known_work` with `{work}`.
        average: with `{lead}`; `nine` with `{lead}`; `hidden` with `{time}`; `longest` with `{step}` and `{time}`.
        repair: with `{action}`, `{owner}` and `{gain}`; `owner` with `{owner}`.
        missed: with `{promise}`, `{span}` and `{by}`; `kept` with `{promise}`; `shorter` and `longer` with `{by}` and `{old}`.
    """

    takes: str
    least: str
    between: str
    alone: str
    all_work: str
    some_work: str
    known_work: str
    all_wait: str
    average: str
    nine: str
    hidden: str
    longest: str
    repair: str
    owner: str
    missed: str
    kept: str
    all_kept: str
    shorter: str
    longer: str
    as_before: str
    instant: str
    nothing: str


EN = AnswerWords(
    takes="It takes {lead}",
    least="It takes at least {lead}",
    between=' from "{first}" to "{last}"',
    alone=' for "{first}"',
    all_work=", and every minute of it is work.",
    some_work=": {work} of it ({share}) is work, the rest is waiting.",
    known_work=": {work} of it is known to be work.",
    all_wait=", and none of it is work.",
    average="Branches and loops counted by their probabilities, a journey takes {lead} on average.",
    nine="Nine journeys in ten end within {lead}.",
    hidden="For {time} the case waits where the customer sees nothing.",
    longest='The longest step is "{step}", {time}.',
    repair='Repair first "{action}"{owner}: it costs the whole {gain}.',
    owner=" ({owner})",
    missed="The promise of {promise} is missed by {by}{span}.",
    kept="The promise of {promise} is kept.",
    all_kept="All {n} promises are kept.",
    shorter="That is {by} less than before ({old}).",
    longer="That is {by} more than before ({old}).",
    as_before="That is as long as before.",
    instant="Everything that has a time is instant.",
    nothing=(
        "No action has a time yet, so nothing can be said of the lead. "
        "Give the actions what is known, even roughly: 10 min of work, 1 to 3 days of waiting."
    ),
)
FR = AnswerWords(
    takes="Il faut {lead}",
    least="Il faut au moins {lead}",
    between=' de "{first}" à "{last}"',
    alone=' pour "{first}"',
    all_work=", et tout est du travail.",
    some_work=", dont {work} de travail ({share}) ; le reste est de l'attente.",
    known_work=", dont {work} de travail au moins.",
    all_wait=", sans aucun travail.",
    average="Embranchements et boucles comptés selon leurs probabilités, un parcours dure {lead} en moyenne.",
    nine="Neuf parcours sur dix se terminent en {lead} au plus.",
    hidden="Pendant {time}, le dossier attend là où le client ne voit rien.",
    longest='L\'étape la plus longue est "{step}" : {time}.',
    repair='Chantier prioritaire : "{action}"{owner}, qui coûte {gain} à l\'ensemble.',
    owner=" ({owner})",
    missed="La promesse de {promise} est dépassée de {by}{span}.",
    kept="La promesse de {promise} est tenue.",
    all_kept="Les {n} promesses sont tenues.",
    shorter="C'est {by} de moins qu'avant ({old}).",
    longer="C'est {by} de plus qu'avant ({old}).",
    as_before="C'est autant qu'avant.",
    instant="Tout ce qui a une durée est instantané.",
    nothing=(
        "Aucune action n'a encore de durée : on ne peut rien dire du délai. "
        "Donnez aux actions ce qui est connu, même à peu près : 10 min de travail, 1 à 3 j d'attente."
    ),
)


def answer_words(lang: "Lang") -> AnswerWords:
    """The table of a language."""
    return FR if lang == "fr" else EN
