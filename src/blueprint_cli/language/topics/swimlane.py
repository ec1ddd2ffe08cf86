"""Words of the swimlane, of its pages, and of the workshop canvas."""

# Annotations are no texts here: each text would be compiled when the table is made.
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.language.plurals import Forms

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang


class SwimlaneWords(NamedTuple):
    """The words of one language; `{name}`, `{text}`, `{n}` and `{all}` stand for what is put in.

    Attributes:
        steps: counts for the description of the picture, as are lanes, links and fails.
        prompts: what to write into each row of the canvas.
    """

    colon: str
    lead: str
    promised: str
    kept: str
    missed: str
    limit: str
    over_limit: str
    silence: str
    follows: str
    goes_back: str
    uses: str
    serves: str
    journey_end: str
    highlighted: str
    critical: str
    page: str
    carried: str
    says: str
    steps: Forms
    lanes: Forms
    links: Forms
    fails: Forms
    canvas: str
    canvas_facts: str
    canvas_step: str
    prompts: dict[str, str]


EN = SwimlaneWords(
    colon="{name}: {text}",
    lead="Whole journey",
    promised="promised {text}",
    kept="promise of {text} kept",
    missed="promise of {text} broken",
    limit="limit {text}",
    over_limit="over the limit of {text}",
    silence="Longest silence",
    follows="Then",
    goes_back="Back to an earlier step",
    uses="Uses a system",
    serves="Works for",
    journey_end="End of the journey",
    highlighted="Standing out: {text}",
    critical="critical path",
    page="{n}/{all}",
    carried="The link goes on at the same letter",
    says="{steps} in {lanes}, {links}, {fails}.",
    steps=("{n} step", "{n} steps"),
    lanes=("{n} lane", "{n} lanes"),
    links=("{n} link", "{n} links"),
    fails=("{n} fail point", "{n} fail points"),
    canvas="Service blueprint",
    canvas_facts="Service:                              Persona:                              Scenario:                              Date:",
    canvas_step="Step {n}",
    prompts={
        "emotion": "How does it feel? −2 to +2",
        "evidence": "What does the customer see, hold, receive?",
        "customer": "What does the customer do? Facts, no feelings",
        "frontstage": "Who or what answers, in sight?",
        "backstage": "Who does what, out of sight?",
        "support": "Which systems, partners and rules carry it?",
    },
)

FR = SwimlaneWords(
    colon="{name}\u00a0: {text}",
    lead="Parcours complet",
    promised="promis sous {text}",
    kept="promesse de {text} tenue",
    missed="promesse de {text} non tenue",
    limit="limite de {text}",
    over_limit="au-delà de la limite de {text}",
    silence="Plus long silence",
    follows="Ensuite",
    goes_back="Retour à une étape antérieure",
    uses="Utilise un système",
    serves="Travaille pour",
    journey_end="Fin du parcours",
    highlighted="En évidence\u00a0: {text}",
    critical="chemin critique",
    page="{n}/{all}",
    carried="Le lien reprend à la même lettre",
    says="{steps} sur {lanes}, {links}, {fails}.",
    steps=("{n} étape", "{n} étapes"),
    lanes=("{n} couloir", "{n} couloirs"),
    links=("{n} lien", "{n} liens"),
    fails=("{n} point de défaillance", "{n} points de défaillance"),
    canvas="Blueprint de service",
    canvas_facts="Service\u00a0:                              Persona\u00a0:                              Scénario\u00a0:                              Date\u00a0:",
    canvas_step="Étape {n}",
    prompts={
        "emotion": "Qu’est-ce que cela fait ressentir\u00a0? De −2 à +2",
        "evidence": "Que voit, tient ou reçoit le client\u00a0?",
        "customer": "Que fait le client\u00a0? Des faits, pas des ressentis",
        "frontstage": "Qui ou quoi répond, sous ses yeux\u00a0?",
        "backstage": "Qui fait quoi, hors de sa vue\u00a0?",
        "support": "Quels systèmes, partenaires et règles portent tout cela\u00a0?",
    },
)


def swimlane_words(lang: "Lang") -> SwimlaneWords:
    """The table of a language."""
    return FR if lang == "fr" else EN
