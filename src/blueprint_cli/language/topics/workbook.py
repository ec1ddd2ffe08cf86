"""Words that only the workbook says."""

# Annotations are no texts here: each text would be compiled when the table is made.
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang


class WorkbookWords(NamedTuple):
    """The words of one language.

    Attributes:
        hints: what may be added in the spare row of a lane, by the lane's name; `card` for all others.
        lanes: what stands in each layer.
        rules: how the workbook is edited.
        statuses: where an opportunity may stand, as its drop-down offers them.
    """

    phases: str
    steps: str
    curve: str
    hints: dict[str, str]
    mood_title: str
    mood_error: str
    remark: str
    links: str
    lists: str
    fail_points: str
    exchanges: str
    trait: str
    wait_of_cards: str
    work_of_cards: str
    times_legend: str
    list_warning: tuple[str, str]
    statuses: tuple[str, ...]
    back_to_start: str
    sheets_heading: str
    grid_says: str
    cards_say: str
    steps_say: str
    risks_say: str
    times_say: str
    balance: str
    wait_share: str
    directory_says: str
    rules_heading: str
    rules: tuple[str, ...]
    lanes: dict[str, str]
    prompts: dict[str, str]
    blank_title: str
    hole: str
    hole_says: str
    line_says: str
    source_file: str
    fingerprint: str


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
    lists="Lists",
    fail_points="Fail points",
    exchanges="What systems pass on",
    trait="Trait",
    wait_of_cards="Waiting in all",
    work_of_cards="Work in all",
    times_legend="Waiting and work are summed up over the cards of a step; elapsed time runs from its start to its end, cards side by side.",
    list_warning=("Not in the list", "This is not in the list yet. Keep it if it is meant."),
    statuses=("proposed", "decided", "under way", "done", "dropped"),
    back_to_start="Contents",
    sheets_heading="What stands where",
    grid_says="The map: one column a step, one cell a card. Titles, cards, emotions, pain points and opportunities are typed there.",
    cards_say="One row a card. Owner, systems, times and your remark are typed there; channels, links and what follows the remark "
    "are only shown. Filters and sorting do no harm.",
    steps_say="One row a step: owner, target, limit and your remark. All else is only shown.",
    risks_say="Fail points, pain points, and the opportunities as an action plan: owner, status, day, impact, effort.",
    times_say="Where the time goes, by step, span and owner. Nothing is typed there.",
    balance="Waiting and work, step by step",
    wait_share="Share of waiting",
    directory_says="Teams, systems and what they pass to each other, personas, calendars. A new team or system is typed below the others, a system’s owner and kind over the old ones; all else is only shown.",
    rules_heading="How to edit",
    rules=(
        "Type over any text. Each fact is typed in one place; everywhere else it follows by itself.",
        (
            "To add a card, type into an empty cell of its lane, or a row more below a table, with the step's title; to add a step, "
            "insert a column. Cards may be cut and pasted, rows sorted, columns moved."
        ),
        "A number among the times is a number of minutes; other times are written as in 2 h, 3 days, 20-40 min, instant or unknown.",
        "Keep the hidden rows, columns and sheets: they bring your changes back to their places. The curve fits again after the next export.",
    ),
    lanes={
        "evidence": "What the customer sees or touches",
        "customer": "What the customer does, as facts",
        "frontstage": "What the customer sees the company do",
        "backstage": "People’s work that the customer does not see",
        "support": "Systems and third parties behind the work",
    },
    prompts={
        "evidence": "What does the customer see or touch?",
        "customer": "What does the customer do?",
        "emotion": "From −2 to +2: how does it feel?",
        "frontstage": "Who answers, where the customer sees it?",
        "backstage": "What work follows out of sight?",
        "support": "Which systems, which partners?",
        "pain_points": "What hurts here?",
        "opportunities": "What could be better?",
    },
    blank_title="Which service, whose journey?",
    hole="Hole in the service",
    hole_says="A cell with a line across: nobody answers here; either nothing happens, or nobody has said what does",
    line_says="Above the heavy line stands what the customer sees",
    source_file="Source file",
    fingerprint="Fingerprint",
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
    lists="Listes",
    fail_points="Points de défaillance",
    exchanges="Échanges entre systèmes",
    trait="Trait",
    wait_of_cards="Attente cumulée",
    work_of_cards="Travail cumulé",
    times_legend="Attente et travail s’additionnent carte par carte\u00a0; le temps écoulé va du début à la fin de l’étape, cartes en parallèle.",
    list_warning=(
        "Hors de la liste",
        "Cette valeur n’est pas encore dans la liste. Gardez-la si elle est voulue.",
    ),
    statuses=("proposée", "décidée", "en cours", "faite", "abandonnée"),
    back_to_start="Sommaire",
    sheets_heading="Où se trouve quoi",
    grid_says="La carte : une colonne par étape, une cellule par carte. On y saisit titres, cartes, ressentis, irritants et pistes.",
    cards_say="Une ligne par carte. On y saisit responsable, systèmes, durées et remarque ; canaux, liens et ce qui suit la remarque "
    "ne sont qu’affichés. Filtrer et trier est sans danger.",
    steps_say="Une ligne par étape : responsable, cible, limite et remarque. Le reste n’est qu’affiché.",
    risks_say="Points de défaillance, irritants, et les pistes en plan d’action : responsable, statut, échéance, impact, effort.",
    times_say="Où passe le temps, par étape, par tronçon et par responsable. Rien n’y est saisi.",
    balance="Attente et travail, étape par étape",
    wait_share="Part d’attente",
    directory_says="Équipes, systèmes et leurs échanges, personas, calendriers. On ajoute une équipe ou un système sous les autres, on corrige sur place responsable et nature d’un système ; le reste n’est qu’affiché.",
    rules_heading="Comment modifier",
    rules=(
        "Écrivez par-dessus n’importe quel texte. Chaque information se saisit à un seul endroit ; partout ailleurs, elle suit.",
        (
            "Pour ajouter une carte, écrivez dans une cellule vide de son couloir, ou une ligne de plus sous une table, avec le titre "
            "de l’étape ; pour ajouter une étape, insérez une colonne. "
            "On peut couper et coller les cartes, trier les lignes, déplacer les colonnes."
        ),
        (
            "Un nombre parmi les durées est un nombre de minutes ; les autres durées s’écrivent 2 h, 3 jours, 20-40 min, "
            "instant ou inconnu."
        ),
        (
            "Gardez les lignes, colonnes et feuilles masquées : elles ramènent vos changements à leur place. La courbe se recale à l’export "
            "suivant."
        ),
    ),
    lanes={
        "evidence": "Ce que le client voit ou touche",
        "customer": "Ce que fait le client, factuellement",
        "frontstage": "Ce que le client voit faire à l’entreprise",
        "backstage": "Le travail humain que le client ne voit pas",
        "support": "Les systèmes et les tiers derrière ce travail",
    },
    prompts={
        "evidence": "Que voit, que touche le client ?",
        "customer": "Que fait le client ?",
        "emotion": "De −2 à +2 : que ressent le client ?",
        "frontstage": "Qui lui répond, sous ses yeux ?",
        "backstage": "Quel travail suit, hors de sa vue ?",
        "support": "Quels systèmes, quels partenaires ?",
        "pain_points": "Qu’est-ce qui fait mal ici ?",
        "opportunities": "Qu’est-ce qui pourrait être mieux ?",
    },
    blank_title="Quel service, le parcours de qui ?",
    hole="Trou dans le service",
    hole_says="Une cellule barrée : personne ne répond ici, soit que rien ne se passe, soit que nul ne l’ait dit",
    line_says="Au-dessus du trait épais, ce que voit le client",
    source_file="Fichier source",
    fingerprint="Empreinte",
)


def workbook_words(lang: "Lang") -> WorkbookWords:
    """The table of a language."""
    return FR if lang == "fr" else EN
