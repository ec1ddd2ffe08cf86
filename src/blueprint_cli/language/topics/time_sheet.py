"""Words of the workbook's sheet of times."""

# Annotations are no texts here: each text would be compiled when the table is made.
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang


class TimeSheetWords(NamedTuple):
    """The words of one language.

    Attributes:
        about: what follows the cards by itself, and what was computed when the workbook was made.
        whose: whose times these are, in a map with variants.
        recount: said when times were typed as texts, which formulas cannot count; `{n}` is how many.
    """

    by_phase: str
    by_owner: str
    bars: str
    load: str
    steps: str
    wait_share: str
    running: str
    part: str
    gap: str
    lead: str
    about: str
    whose: str
    recount: str


EN = TimeSheetWords(
    by_phase="Phases",
    by_owner="Owners",
    bars="Waiting and work of each step",
    load="Waiting and work of each owner",
    steps="Steps",
    wait_share="Waiting",
    running="Running total",
    part="Share of all",
    gap="Gap to target",
    lead="Lead time",
    about=(
        "Upright figures are formulas over the sheet of cards: they follow what is typed there. Figures in grey italics were computed when the "
        "workbook was made, since cards side by side, opening hours and loops count in them: the next export brings them up to date."
    ),
    whose="Times are those of {name}: steps and cards that are for others alone do not count in totals.",
    recount="times typed as texts are counted again at the next export: ",
)
FR = TimeSheetWords(
    by_phase="Phases",
    by_owner="Responsables",
    bars="Attente et travail de chaque étape",
    load="Attente et travail de chaque responsable",
    steps="Étapes",
    wait_share="Part d’attente",
    running="Cumul",
    part="Part du total",
    gap="Écart à la cible",
    lead="Durée totale",
    about=(
        "Les chiffres droits sont des formules sur la feuille des cartes\u00a0: ils suivent ce qu’on y saisit. Les chiffres gris en italique ont été "
        "calculés à l’export, car y comptent cartes en parallèle, horaires et boucles\u00a0: l’export suivant les met à jour."
    ),
    whose="Les durées sont celles de {name}\u00a0: ce qui n’est que pour d’autres ne compte pas dans les totaux.",
    recount="durées saisies en texte, comptées de nouveau à l’export suivant\u00a0: ",
)


def time_sheet_words(lang: "Lang") -> TimeSheetWords:
    """The table of a language."""
    return FR if lang == "fr" else EN
