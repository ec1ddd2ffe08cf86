"""Words that only the workbook says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang


@dataclass(frozen=True, slots=True)
class WorkbookWords:
    """The words of one language.

    Attributes:
        hints: what may be added in the spare row of a lane, by the lane's name; `card` for all others.
    """

    phases: str
    steps: str
    curve: str
    hints: dict[str, str]
    mood_title: str
    mood_error: str
    remark: str
    links: str


EN = WorkbookWords(
    phases="Phases",
    steps="Steps",
    curve="Emotion curve",
    hints={
        "card": "+ card",
        "pain_points": "+ pain point",
        "opportunities": "+ opportunity",
        "thought": "+ thought",
        "quote": "+ quote",
    },
    mood_title="Emotion",
    mood_error="A whole number from \u22122 (worst) to +2 (best), or nothing when it is not known.",
    remark="Your remark",
    links="About the links",
)
FR = WorkbookWords(
    phases="Phases",
    steps="Étapes",
    curve="Courbe d’émotion",
    hints={
        "card": "+ carte",
        "pain_points": "+ irritant",
        "opportunities": "+ piste",
        "thought": "+ pensée",
        "quote": "+ verbatim",
    },
    mood_title="Ressenti",
    mood_error="Un nombre entier de \u22122 (au pire) à +2 (au mieux), ou rien si on ne le connaît pas.",
    remark="Votre remarque",
    links="Précisions sur les liens",
)


def workbook_words(lang: Lang) -> WorkbookWords:
    """The table of a language."""
    return FR if lang == "fr" else EN
