"""Words of the customer journey map."""

# Annotations are no texts here: each text would be compiled when the table is made.
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.language.plurals import Forms

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang


class JourneyWords(NamedTuple):
    """The words of one language; `{n}` and `{text}` stand for what is put in."""

    kind: str
    actions: str
    touchpoints: str
    thoughts: str
    quotes: str
    after: str
    years: Forms
    no_children: str
    children: Forms
    quoted: str
    about: str
    goals: str
    motivations: str
    frustrations: str
    hesitations: str
    personality: str
    technology: str
    offer: str
    colon: str
    best: str
    worst: str
    neutral: str
    peak: str
    trough: str
    digital: str
    physical: str
    planned: str
    indirect: str
    not_passed_on: str
    channel_break: str
    main_channel: str
    channel_digital: str
    channel_physical: str
    kept: str
    missed: str
    promised: str
    target: str
    limit: str
    over_target: str
    over_limit: str
    silence: str
    hears_nothing: str
    answers: str
    answer: str
    severity: tuple[str, str, str]
    impact: tuple[str, str, str]
    effort: tuple[str, str, str]
    due: str
    journey_end: str
    steps: Forms
    pains: Forms
    ideas: Forms
    lowest: str


EN = JourneyWords(
    kind="Customer journey",
    actions="Customer actions",
    touchpoints="Channels and touchpoints",
    thoughts="Thoughts",
    quotes="In their words",
    after="What comes next",
    years=("{n}\u00a0year old", "{n}\u00a0years old"),
    no_children="no children",
    children=("{n}\u00a0child", "{n}\u00a0children"),
    quoted="“{text}”",
    about="About",
    goals="Goals",
    motivations="Motivations",
    frustrations="Frustrations",
    hesitations="Hesitations",
    personality="Personality",
    technology="Technology",
    offer="How we can help",
    colon="{name}: {text}",
    best="Very good",
    worst="Very bad",
    neutral="Neutral",
    peak="High point",
    trough="Low point",
    digital="digital",
    physical="physical",
    planned="planned",
    indirect="indirect",
    not_passed_on="✗ Not passed on from: {text}",
    channel_break="New channel: what was said is lost",
    main_channel="Main channel of the step",
    channel_digital="Digital",
    channel_physical="Physical",
    kept="Promise kept",
    missed="Broken promise",
    promised="Promised",
    target="Target",
    limit="Limit",
    over_target="Over the target",
    over_limit="Over the limit",
    silence="Longest silence",
    hears_nothing="The customer hears nothing",
    answers="{n}\u00a0answers",
    answer="1\u00a0answer",
    severity=("Minor", "Painful", "Severe"),
    impact=("Low impact", "Medium impact", "High impact"),
    effort=("Low effort", "Medium effort", "High effort"),
    due="By {text}",
    journey_end="End of the journey",
    steps=("{n} step", "{n} steps"),
    pains=("{n} pain point", "{n} pain points"),
    ideas=("{n} opportunity", "{n} opportunities"),
    lowest="Lowest point of the curve: {text}.",
)

FR = JourneyWords(
    kind="Parcours client",
    actions="Actions du client",
    touchpoints="Canaux et points de contact",
    thoughts="Pensées",
    quotes="Verbatims",
    after="Suites possibles",
    years=("{n}\u00a0an", "{n}\u00a0ans"),
    no_children="sans enfant",
    children=("{n}\u00a0enfant", "{n}\u00a0enfants"),
    quoted="«\u00a0{text}\u00a0»",
    about="Portrait",
    goals="Objectifs",
    motivations="Motivations",
    frustrations="Frustrations",
    hesitations="Freins",
    personality="Personnalité",
    technology="Rapport à la technologie",
    offer="Ce que la marque peut apporter",
    colon="{name}\u00a0: {text}",
    best="Très positif",
    worst="Très négatif",
    neutral="Neutre",
    peak="Point haut",
    trough="Point bas",
    digital="numérique",
    physical="physique",
    planned="prévu",
    indirect="indirect",
    not_passed_on="✗ Non transmis depuis\u00a0: {text}",
    channel_break="Autre canal\u00a0: l’information ne suit pas",
    main_channel="Canal principal de l’étape",
    channel_digital="Numérique",
    channel_physical="Physique",
    kept="Promesse tenue",
    missed="Promesse non tenue",
    promised="Promis",
    target="Cible",
    limit="Limite",
    over_target="Au-delà de la cible",
    over_limit="Au-delà de la limite",
    silence="Plus long silence",
    hears_nothing="Le client n’a aucune nouvelle",
    answers="{n}\u00a0réponses",
    answer="1\u00a0réponse",
    severity=("Gênant", "Pénible", "Grave"),
    impact=("Impact faible", "Impact moyen", "Impact fort"),
    effort=("Effort faible", "Effort moyen", "Effort élevé"),
    due="Pour le {text}",
    journey_end="Fin du parcours",
    steps=("{n}\u00a0étape", "{n}\u00a0étapes"),
    pains=("{n}\u00a0irritant", "{n}\u00a0irritants"),
    ideas=("{n}\u00a0piste d’amélioration", "{n}\u00a0pistes d’amélioration"),
    lowest="Point le plus bas de la courbe\u00a0: {text}.",
)


def journey_words(lang: "Lang") -> JourneyWords:
    """The table of a language."""
    return FR if lang == "fr" else EN
