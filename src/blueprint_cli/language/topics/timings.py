"""Words of the reports of times that a client reads: `md`, `csv`, and the names of the figures."""

# Annotations are no texts here: each text would be compiled when the table is made.
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang


class TimingWords(NamedTuple):
    """The words of one language.

    Attributes:
        figures: names of figures by their field in the machine-readable output.
        clock_words: what stands in the name of a clock, and how the language says it.
        clock: a template with `{clock}`; `at_target` one with `{gain}`; `missed` one with `{by}`; `lower_bound` and `lower_bound_of_one` with `{n}` and `{all}`.
    """

    figures: dict[str, str]
    points: str
    figure: str
    value: str
    before: str
    after: str
    difference: str
    step: str
    layer: str
    action: str
    owner: str
    wait: str
    work: str
    elapsed: str
    start: str
    end: str
    slack: str
    drag: str
    target: str
    limit: str
    promise: str
    gap: str
    critical: str
    basis: str
    yes: str
    no: str
    clock: str
    clock_words: dict[str, str]
    kept: str
    missed: str
    spans: str
    repairs: str
    at_target: str
    actions: str
    lower_bound: str
    lower_bound_of_one: str
    simulated: str
    optimistic: str
    same: str


EN = TimingWords(
    figures={
        "lead_s": "Lead time",
        "expected_lead_s": "Expected lead",
        "work_s": "Work in all",
        "critical_work_s": "Work on the longest path",
        "activity_ratio": "Share of work on that path",
        "process_cycle": "Process-cycle efficiency",
        "complete_and_accurate": "Rolled quality (%C&A)",
        "customer_s": "Customer's effort",
        "visible_s": "Visible to the customer",
        "longest_silence_s": "Longest silence",
        "hidden_wait_s": "Hidden waiting",
        "handoffs": "Hand-overs",
        "system_changes": "System changes",
        "crossings_interaction": "Line of interaction crossed",
        "crossings_visibility": "Line of visibility crossed",
        "crossings_internal_interaction": "Line of internal interaction crossed",
        "untimed": "Actions without a time",
        "cost": "Cost of a case",
        "margin": "Margin of a case",
        "break_even_s": "Paid work at break-even",
        "p50_s": "Half of the journeys within",
        "p90_s": "Nine in ten within",
        "p95_s": "19 in 20 within",
        "pert": "PERT mean ± deviation",
    },
    points="points",
    figure="Figure",
    value="Value",
    before="Before",
    after="After",
    difference="Difference",
    step="Step",
    layer="Layer",
    action="Action",
    owner="Owner",
    wait="Wait",
    work="Work",
    elapsed="Elapsed",
    start="Start",
    end="End",
    slack="Slack",
    drag="Drag",
    target="Target",
    limit="Limit",
    promise="Promise",
    gap="Gap",
    critical="Critical",
    basis="Basis",
    yes="yes",
    no="no",
    clock="Clock: {clock}.",
    clock_words={},
    kept="kept",
    missed="missed by {by}",
    spans="Spans",
    repairs="Repair first: what the whole gains if it took no time",
    at_target="{gain} at its target",
    actions="All actions",
    lower_bound="{n} of {all} actions have no time: totals are lower bounds.",
    lower_bound_of_one="{n} of {all} actions has no time: totals are lower bounds.",
    simulated="{n} journeys drawn, {distribution}, seed {seed}.",
    optimistic="PERT ignores near-critical paths, so it is usually too optimistic.",
    same="Every figure is the same.",
)
FR = TimingWords(
    figures={
        "lead_s": "Délai total",
        "expected_lead_s": "Délai espéré",
        "work_s": "Travail en tout",
        "critical_work_s": "Travail sur le chemin critique",
        "activity_ratio": "Part de travail sur ce chemin",
        "process_cycle": "Efficience du cycle",
        "complete_and_accurate": "Qualité cumulée (%C&A)",
        "customer_s": "Effort du client",
        "visible_s": "Visible par le client",
        "longest_silence_s": "Plus long silence",
        "hidden_wait_s": "Attente cachée",
        "handoffs": "Passages de relais",
        "system_changes": "Changements de système",
        "crossings_interaction": "Ligne d’interaction franchie",
        "crossings_visibility": "Ligne de visibilité franchie",
        "crossings_internal_interaction": "Ligne d’interaction interne franchie",
        "untimed": "Actions sans durée",
        "cost": "Coût d’un cas",
        "margin": "Marge d’un cas",
        "break_even_s": "Travail payé au point mort",
        "p50_s": "La moitié des parcours en",
        "p90_s": "Neuf parcours sur dix en",
        "p95_s": "19 parcours sur 20 en",
        "pert": "Moyenne PERT ± écart type",
    },
    points="points",
    figure="Mesure",
    value="Valeur",
    before="Avant",
    after="Après",
    difference="Écart",
    step="Étape",
    layer="Couche",
    action="Action",
    owner="Responsable",
    wait="Attente",
    work="Travail",
    elapsed="Durée",
    start="Début",
    end="Fin",
    slack="Marge",
    drag="Gain possible",
    target="Cible",
    limit="Limite",
    promise="Promesse",
    gap="Écart à la cible",
    critical="Critique",
    basis="Fondement",
    yes="oui",
    no="non",
    clock="Horloge\u00a0: {clock}.",
    clock_words={
        "24/7": "24\u00a0h/24, 7\u00a0j/7",
        "Monday to Friday": "du lundi au vendredi",
        ", from Monday 09:00": ", à partir d’un lundi à 9\u00a0h",
        ", from ": ", à partir du ",
        "Monday": "lundi",
        "Tuesday": "mardi",
        "Wednesday": "mercredi",
        "Thursday": "jeudi",
        "Friday": "vendredi",
        "Saturday": "samedi",
        "Sunday": "dimanche",
    },
    kept="tenue",
    missed="dépassée de {by}",
    spans="Tronçons",
    repairs="Chantiers prioritaires\u00a0: ce que le tout gagnerait si l’action ne durait rien",
    at_target="{gain} à sa cible",
    actions="Toutes les actions",
    lower_bound="{n} actions sur {all} n’ont pas de durée\u00a0: les totaux sont des minimums.",
    lower_bound_of_one="{n} action sur {all} n’a pas de durée\u00a0: les totaux sont des minimums.",
    simulated="{n} parcours tirés, loi {distribution}, graine {seed}.",
    optimistic="PERT ignore les chemins presque critiques\u00a0: il est d’ordinaire trop optimiste.",
    same="Toutes les mesures sont identiques.",
)


def timing_words(lang: "Lang") -> TimingWords:
    """The table of a language."""
    return FR if lang == "fr" else EN
