"""Every word that a client sees, in one table a language; a missing one is a type error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Lang = Literal["en", "fr"]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; `{n}` and `{text}` stand for what is put in."""

    evidence: str
    customer: str
    frontstage: str
    backstage: str
    support: str
    line_interaction: str
    line_visibility: str
    line_internal: str
    mood: str
    step: str
    phase: str
    phases: str
    steps: str
    continued: str
    day: str
    fail_point: str
    pain_point: str
    waiting: str
    manual: str
    legend: str
    owner: str
    elapsed: str
    over_limit: str
    by_api: str
    by_file: str
    by_hand: str
    broken_link: str
    same_step: str
    both_ways: str
    unplaced_feeds: str
    feeds: str
    background: str
    assumed: str
    proposed: str
    observed: str
    only: str
    wait: str
    work: str
    start: str
    target: str
    limit: str
    promise: str
    kept: str
    missed: str
    unknown: str
    likelihood: str
    effect: str
    recovery: str
    source: str
    basis: str
    channel: str
    touchpoints: str
    indirect: str
    planned: str
    note: str
    feeling: str
    thought: str
    quote: str
    kpis: str
    opportunities: str
    opportunity: str
    severity: str
    impact: str
    effort: str
    status: str
    due: str
    value: str
    quality: str
    cost: str
    uses: str
    serves: str
    after: str
    scenario: str
    persona: str
    state: str
    as_is: str
    to_be: str
    reviewed: str
    version: str
    client: str
    volume: str
    price: str
    replaces: str
    parent: str
    catalogs: str
    title: str
    read_me: str
    cards: str
    risks: str
    times: str
    directory: str
    teams: str
    systems: str
    system: str
    team: str
    personas: str
    channels: str
    calendars: str
    spans: str
    layer: str
    card: str
    text: str
    address: str
    kind: str
    external: str
    rate: str
    capacity: str
    hours: str
    days: str
    holidays: str
    closed: str
    pains: str
    lead: str
    total: str
    name: str
    from_: str
    to: str
    next: str
    probability: str
    answers: str
    date: str
    yes: str
    low: str
    medium: str
    high: str
    adds: str
    needed: str
    waste: str
    how_to_read: str
    drawing_says: str
    action: str


ENGLISH = Words(
    evidence="Physical evidence",
    customer="Customer actions",
    frontstage="Frontstage",
    backstage="Backstage",
    support="Support processes",
    line_interaction="Line of interaction",
    line_visibility="Line of visibility",
    line_internal="Line of internal interaction",
    mood="Emotion",
    step="Step {n}",
    phase="Phase",
    phases="Phases",
    steps="Steps",
    continued="{text} (continued)",
    day="D",
    fail_point="Fail point",
    pain_point="Pain point",
    waiting="Wait",
    manual="Manual work",
    legend="Legend",
    owner="Owner",
    elapsed="Elapsed time",
    over_limit="Over the limit",
    by_api="API",
    by_file="file",
    by_hand="by hand",
    broken_link="Broken link",
    same_step="Same step",
    both_ways="Exchange",
    unplaced_feeds="Feeds between systems that no action uses:",
    feeds="Feeds",
    background="In the background",
    assumed="Assumed",
    proposed="Proposed",
    observed="Observed",
    only="Only for",
    wait="Wait",
    work="Work",
    start="Start",
    target="Target",
    limit="Limit",
    promise="Promise",
    kept="kept",
    missed="missed",
    unknown="not known",
    likelihood="Likelihood",
    effect="Effect",
    recovery="Recovery",
    source="Source",
    basis="Basis",
    channel="Channel",
    touchpoints="Touchpoints",
    indirect="indirect",
    planned="planned",
    note="Note",
    feeling="Feeling",
    thought="Thought",
    quote="Quote",
    kpis="KPIs",
    opportunities="Opportunities",
    opportunity="Opportunity",
    severity="Severity",
    impact="Impact",
    effort="Effort",
    status="Status",
    due="Due",
    value="Value",
    quality="Complete and accurate",
    cost="Cost per run",
    uses="Systems",
    serves="Serves",
    after="After",
    scenario="Scenario",
    persona="Persona",
    state="State",
    as_is="Current state",
    to_be="Future state",
    reviewed="Reviewed",
    version="Version",
    client="Client",
    volume="Volume",
    price="Price per case",
    replaces="Replaces",
    parent="Part of",
    catalogs="Catalogues",
    title="Title",
    read_me="Read me",
    cards="Cards",
    risks="Risks and ideas",
    times="Times",
    directory="Directory",
    teams="Teams",
    systems="Systems",
    system="System",
    team="Team",
    personas="Personas",
    channels="Channels",
    calendars="Calendars",
    spans="From A to B",
    layer="Layer",
    card="Card",
    text="Text",
    address="Address",
    kind="Kind",
    external="External",
    rate="Rate",
    capacity="Capacity",
    hours="Hours",
    days="Days",
    holidays="Holidays",
    closed="Closed",
    pains="Pain points",
    lead="Lead time",
    total="Total",
    name="Name",
    from_="From",
    to="To",
    next="Next",
    probability="Probability",
    answers="Answers",
    date="Date",
    yes="yes",
    low="low",
    medium="medium",
    high="high",
    adds="adds value",
    needed="needed",
    waste="waste",
    how_to_read="How to read it",
    drawing_says="{steps} steps in {lanes} lanes, {links} links, {fails} fail points.",
    action="Action",
)

FRENCH = Words(
    evidence="Preuves physiques",
    customer="Actions du client",
    frontstage="Actions visibles",
    backstage="Actions invisibles",
    support="Processus de support",
    line_interaction="Ligne d'interaction",
    line_visibility="Ligne de visibilité",
    line_internal="Ligne d'interaction interne",
    mood="Ressenti",
    step="Étape {n}",
    phase="Phase",
    phases="Phases",
    steps="Étapes",
    continued="{text} (suite)",
    day="J",
    fail_point="Point de défaillance",
    pain_point="Irritant",
    waiting="Attente",
    manual="Tâche manuelle",
    legend="Légende",
    owner="Responsable",
    elapsed="Temps écoulé",
    over_limit="Au-delà de la limite",
    by_api="API",
    by_file="fichier",
    by_hand="à la main",
    broken_link="Lien rompu",
    same_step="Même étape",
    both_ways="Échange",
    unplaced_feeds="Flux entre systèmes qu'aucune action n'utilise :",
    feeds="Alimente",
    background="En arrière-plan",
    assumed="Supposé",
    proposed="Proposé",
    observed="Observé",
    only="Seulement pour",
    wait="Attente",
    work="Travail",
    start="Début",
    target="Cible",
    limit="Limite",
    promise="Promesse",
    kept="tenue",
    missed="manquée",
    unknown="inconnu",
    likelihood="Fréquence",
    effect="Effet",
    recovery="Rattrapage",
    source="Source",
    basis="Fondement",
    channel="Canal",
    touchpoints="Points de contact",
    indirect="indirect",
    planned="prévu",
    note="Note",
    feeling="Sentiment",
    thought="Pensée",
    quote="Verbatim",
    kpis="Indicateurs",
    opportunities="Pistes",
    opportunity="Piste",
    severity="Gravité",
    impact="Impact",
    effort="Effort",
    status="Statut",
    due="Échéance",
    value="Valeur",
    quality="Complet et exact",
    cost="Coût par passage",
    uses="Systèmes",
    serves="Sert",
    after="Après",
    scenario="Scénario",
    persona="Persona",
    state="État",
    as_is="Existant",
    to_be="Cible",
    reviewed="Revu le",
    version="Version",
    client="Client",
    volume="Volume",
    price="Prix par dossier",
    replaces="Remplace",
    parent="Fait partie de",
    catalogs="Catalogues",
    title="Titre",
    read_me="Lisez-moi",
    cards="Cartes",
    risks="Risques et pistes",
    times="Durées",
    directory="Annuaire",
    teams="Équipes",
    systems="Systèmes",
    system="Système",
    team="Équipe",
    personas="Personas",
    channels="Canaux",
    calendars="Calendriers",
    spans="De A à B",
    layer="Couche",
    card="Carte",
    text="Texte",
    address="Adresse",
    kind="Nature",
    external="Externe",
    rate="Taux",
    capacity="Capacité",
    hours="Heures",
    days="Jours",
    holidays="Jours fériés",
    closed="Fermetures",
    pains="Irritants",
    lead="Durée totale",
    total="Total",
    name="Nom",
    from_="De",
    to="À",
    next="Suite",
    probability="Probabilité",
    answers="Réponses",
    date="Date",
    yes="oui",
    low="faible",
    medium="moyenne",
    high="forte",
    adds="crée de la valeur",
    needed="nécessaire",
    waste="gaspillage",
    how_to_read="Comment lire",
    drawing_says="{steps} étapes sur {lanes} couloirs, {links} liens, {fails} points de défaillance.",
    action="Action",
)

CHANNELS: dict[Lang, dict[str, str]] = {
    "en": {
        "web": "Web", "app": "App", "email": "E-mail", "sms": "SMS", "phone": "Phone", "chat": "Chat", "social": "Social media",
        "search": "Search", "ad": "Advertisement", "press": "Press", "store": "Store", "branch": "Branch", "event": "Event",
        "post": "Post", "delivery": "Delivery", "person": "In person", "video": "Video", "form": "Form",
    },
    "fr": {
        "web": "Web", "app": "Application", "email": "E-mail", "sms": "SMS", "phone": "Téléphone", "chat": "Messagerie",
        "social": "Réseaux sociaux", "search": "Moteur de recherche", "ad": "Publicité", "press": "Presse", "store": "Magasin",
        "branch": "Agence", "event": "Événement", "post": "Courrier", "delivery": "Livraison", "person": "En personne",
        "video": "Visio", "form": "Formulaire",
    },
}  # fmt: skip
"""The built-in channels' names."""


def words(lang: Lang) -> Words:
    """The table of a language."""
    return FRENCH if lang == "fr" else ENGLISH
