"""The words in which a comparison is told; `{name}` and the like stand for what is put in, already in quotes."""

# Annotations are no texts here: each text would be compiled when the table is made.
from typing import Literal, NamedTuple


class Differences(NamedTuple):
    """The sentences of one language.

    Attributes:
        quoted: for a terminal.
        quoted_in_print: for what a client sees.
        whats: a kind of thing, as in `new system`; an action by its layer.
        fields: the keys of the format.
        flags: what a key says when it becomes true, and when it no longer is.
        across: what crossing a line means, by `layer>layer`.
        figures: names of figures.
    """

    quoted: str
    quoted_in_print: str
    comma: str
    colon: str
    and_: str
    added: str
    removed: str
    whats: dict[str, str]
    added_to: str
    numbered: str
    with_cards: dict[Literal["one", "many"], str]
    moved: str
    moved_layer: str
    layers: dict[str, str]
    across: dict[str, str]
    first: str
    after: str
    was_first: str
    was_after: str
    renamed: str
    reworded: str
    renamed_map: str
    id_renamed: str
    changed: str
    changed_map: str
    set: str
    dropped: str
    fields: dict[str, str]
    flags: dict[str, tuple[str, str]]
    uses: str
    uses_no_more: str
    uses_instead: str
    link: str
    by: dict[str, str]
    feeds: str
    feeds_no_more: str
    feeds_instead: str
    leads: str
    leads_no_more: str
    leads_instead: str
    way: str
    waits_for: str
    waits_no_more: str
    waits_instead: str
    starts_at_once: str
    default_order: str
    handing: str
    end: str
    nobody: str
    at: str
    the_map: str
    none: str
    one: dict[str, str]
    many: dict[str, str]
    figure: str
    before: str
    after_: str
    difference: str
    points: tuple[str, str]
    figures: dict[str, str]
    details: str
    legend: dict[str, str]
    from_to: str
    sheet: str
    where: str
    files: str
    gone_file: str
    new_file: str


EN = Differences(
    quoted="'{text}'",
    quoted_in_print="“{text}”",
    comma=", ",
    colon=": ",
    and_="{most} and {last}",
    added="new {what} {name}",
    removed="{what} {name} removed",
    whats={
        "step": "step", "customer": "customer action", "frontstage": "frontstage action", "backstage": "backstage action",
        "support": "support process", "evidence": "evidence", "touchpoint": "touchpoint", "pain_point": "pain point",
        "opportunity": "opportunity", "fail_point": "fail point", "kpi": "KPI", "team": "team", "system": "system",
        "persona": "persona", "channel": "channel", "calendar": "calendar", "phase": "phase", "span": "stretch",
    },
    added_to="{sentence}, in {holder}",
    numbered="step {n}",
    with_cards={"one": "{sentence}, with 1 card", "many": "{sentence}, with {n} cards"},
    moved="{name} moved from {old} to {new}",
    moved_layer="{name} moved from {old} to {new}",
    layers={
        "customer": "the customer's actions", "frontstage": "frontstage", "backstage": "backstage",
        "support": "the support processes", "evidence": "the evidence",
    },
    across={
        "back": "now behind the line of visibility", "front": "now in front of the line of visibility",
        "company": "now done by the company, behind the line of interaction",
        "customer": "now done by the customer, in front of the line of interaction",
        "in": "now behind the line of internal interaction", "out": "now in front of the line of internal interaction",
    },
    first="{name} now comes first",
    after="{name} now comes after {other}",
    was_first=" (it came first)",
    was_after=" (it came after {other})",
    renamed="{old} is now called {new}",
    reworded="{old} now reads {new}",
    renamed_map="the map is now called {new} (it was {old})",
    id_renamed="the id of {name} is now {new} (it was {old})",
    changed="{name}: {field} {old} → {new}",
    changed_map="{field}: {old} → {new}",
    set="{name}: {field} {new} (none before)",
    dropped="{name}: no {field} any more (was {old})",
    fields={
        "title": "title", "lang": "language", "state": "state", "scenario": "scenario", "persona": "persona", "owner": "owner",
        "reviewed": "review date", "version": "version", "client": "client", "volume": "volume", "price": "price",
        "catalogs": "catalogues", "replaces": "replaced map", "parent": "parent map", "phase": "phase", "channel": "channel",
        "target": "target", "limit": "limit", "promise": "promise", "emotion": "emotion", "feeling": "feeling",
        "thought": "thought", "quote": "quote", "next": "what follows", "only": "personas concerned", "basis": "basis",
        "source": "source", "note": "note", "wait": "wait", "work": "work", "elapsed": "elapsed time", "value": "value",
        "quality": "share complete and accurate", "cost": "cost of a run", "after": "predecessors", "serves": "served actions",
        "severity": "severity", "impact": "impact", "effort": "effort", "status": "status", "due": "due date",
        "answers": "answers", "date": "date", "likelihood": "likelihood", "effect": "effect", "recovery": "recovery",
        "label": "label", "by": "way", "rate": "rate", "capacity": "capacity", "hours": "hours", "kind": "kind",
        "from": "start", "to": "end", "probability": "probability", "days": "days", "holidays": "holidays",
        "closed": "closed days", "name": "name", "text": "text", "action": "wording", "what": "wording", "age": "age",
        "occupation": "occupation", "segment": "segment", "bio": "biography", "goals": "goals", "motivations": "motivations",
        "frustrations": "frustrations", "hesitations": "hesitations", "personality": "personality",
        "technology": "technology", "offer": "offer", "archetype": "archetype", "children": "children", "id": "id",
    },
    flags={
        "background": ("goes on in the background now", "no longer goes on in the background"),
        "manual": ("is manual work now", "is no longer manual work"),
        "broken": ("is broken now", "works now"),
        "external": ("belongs to somebody else now", "no longer belongs to somebody else"),
        "indirect": ("is held by others now", "is no longer held by others"),
        "planned": ("is only planned now", "is no longer only planned: it exists"),
    },
    uses="{name} now works with {system}{by}",
    uses_no_more="{name} no longer works with {system}",
    uses_instead="{name} now works with {new} instead of {old}",
    link="the link from {name} to {system}",
    by={"api": "by API", "screen": "on screen", "file": "by file", "hand": "by hand"},
    feeds="{name} now feeds {system}{by}",
    feeds_no_more="{name} no longer feeds {system}",
    feeds_instead="{name} now feeds {new} instead of {old}",
    leads="{name} may now lead to {goal}{share}",
    leads_no_more="{name} no longer leads to {goal}",
    leads_instead="{name} now leads to {new} instead of {old}",
    way="the way from {name} to {goal}",
    waits_for="{name} now waits for {new}",
    waits_no_more="{name} no longer waits for {old}",
    waits_instead="{name} now waits for {new} instead of {old}",
    starts_at_once="{name} now starts with the journey",
    default_order="{name} now follows the default order (it waited for {old})",
    handing="{goal} ({label})",
    end="the end",
    nobody="nobody",
    at="{name} at {holder}",
    the_map="The map",
    none="No difference: the two say the same.",
    one={
        "added": "1 added", "removed": "1 removed", "moved": "1 moved", "renamed": "1 renamed", "changed": "1 changed",
        "all": "1 difference",
    },
    many={
        "added": "{n} added", "removed": "{n} removed", "moved": "{n} moved", "renamed": "{n} renamed",
        "changed": "{n} changed", "all": "{n} differences",
    },
    figure="Figure",
    before="Before",
    after_="After",
    difference="Difference",
    points=(" point", " points"),
    figures={
        "lead_s": "Lead time", "work_s": "Work", "longest_silence_s": "Longest silence", "handoffs": "Hand-overs",
        "manual_work_s": "Work by hand", "manual_actions": "Actions by hand", "untimed": "Actions without a time",
        "steps": "Steps", "actions": "Actions", "fail_points": "Fail points", "pain_points": "Pain points",
        "cost": "Cost of a case",
    },
    details="Details",
    legend={
        "added": "Added", "removed": "Removed", "moved": "Moved", "changed": "Changed",
        "same": "Unchanged",
    },
    from_to="{old} → {new}",
    sheet="Changes",
    where="Where",
    files="{n} maps differ",
    gone_file="this map was removed",
    new_file="this map is new",
)  # fmt: skip


FR = Differences(
    quoted="«\u00a0{text}\u00a0»",
    quoted_in_print="«\u00a0{text}\u00a0»",
    comma=", ",
    colon="\u00a0: ",
    and_="{most} et {last}",
    added="ajout\u00a0: {what} {name}",
    removed="retrait\u00a0: {what} {name}",
    whats={
        "step": "étape", "customer": "action du client", "frontstage": "action visible", "backstage": "action invisible",
        "support": "processus de support", "evidence": "preuve physique", "touchpoint": "point de contact",
        "pain_point": "irritant", "opportunity": "piste", "fail_point": "point de défaillance", "kpi": "indicateur",
        "team": "équipe", "system": "système", "persona": "persona", "channel": "canal", "calendar": "calendrier",
        "phase": "phase", "span": "parcours de A à B",
    },
    added_to="{sentence}, dans {holder}",
    numbered="l’étape {n}",
    with_cards={"one": "{sentence}, avec 1 carte", "many": "{sentence}, avec {n} cartes"},
    moved="{name} passe de {old} à {new}",
    moved_layer="{name} passe {old} {new}",
    layers={
        "customer": "des actions du client|aux actions du client", "frontstage": "des actions visibles|aux actions visibles",
        "backstage": "des actions invisibles|aux actions invisibles",
        "support": "des processus de support|aux processus de support",
        "evidence": "des preuves physiques|aux preuves physiques",
    },
    across={
        "back": "désormais derrière la ligne de visibilité", "front": "désormais devant la ligne de visibilité",
        "company": "désormais à la charge de l’entreprise, derrière la ligne d’interaction",
        "customer": "désormais à la charge du client, devant la ligne d’interaction",
        "in": "désormais derrière la ligne d’interaction interne", "out": "désormais devant la ligne d’interaction interne",
    },
    first="{name} vient désormais en premier",
    after="{name} vient désormais après {other}",
    was_first=" (auparavant en premier)",
    was_after=" (auparavant après {other})",
    renamed="{old} s’appelle désormais {new}",
    reworded="{old} devient {new}",
    renamed_map="la carte s’intitule désormais {new} (auparavant {old})",
    id_renamed="l’identifiant de {name} devient {new} (auparavant {old})",
    changed="{name}\u00a0: {field} {old} → {new}",
    changed_map="{field}\u00a0: {old} → {new}",
    set="{name}\u00a0: {field} {new} (rien auparavant)",
    dropped="{name}\u00a0: plus rien en «\u00a0{field}\u00a0» (auparavant {old})",
    fields={
        "title": "titre", "lang": "langue", "state": "état", "scenario": "scénario", "persona": "persona", "owner": "responsable",
        "reviewed": "date de revue", "version": "version", "client": "client", "volume": "volume", "price": "prix",
        "catalogs": "catalogues", "replaces": "carte remplacée", "parent": "carte parente", "phase": "phase",
        "channel": "canal", "target": "cible", "limit": "limite", "promise": "promesse", "emotion": "émotion",
        "feeling": "sentiment", "thought": "pensée", "quote": "verbatim", "next": "suite", "only": "personas concernés",
        "basis": "fondement", "source": "source", "note": "note", "wait": "attente", "work": "travail",
        "elapsed": "temps écoulé", "value": "valeur", "quality": "part complète et exacte", "cost": "coût par passage",
        "after": "prédécesseurs", "serves": "actions servies", "severity": "gravité", "impact": "impact",
        "effort": "effort", "status": "statut", "due": "échéance", "answers": "réponses", "date": "date",
        "likelihood": "fréquence", "effect": "effet", "recovery": "rattrapage", "label": "libellé", "by": "voie",
        "rate": "taux", "capacity": "capacité", "hours": "horaires", "kind": "nature", "from": "début", "to": "fin",
        "probability": "probabilité", "days": "jours", "holidays": "jours fériés", "closed": "fermetures", "name": "nom",
        "text": "texte", "action": "formulation", "what": "formulation", "age": "âge", "occupation": "métier",
        "segment": "segment", "bio": "biographie", "goals": "objectifs", "motivations": "motivations",
        "frustrations": "frustrations", "hesitations": "hésitations", "personality": "personnalité",
        "technology": "technologie", "offer": "offre", "archetype": "archétype", "children": "enfants", "id": "identifiant",
    },
    flags={
        "background": ("se poursuit désormais en arrière-plan", "ne se poursuit plus en arrière-plan"),
        "manual": ("se fait désormais à la main", "ne se fait plus à la main"),
        "broken": ("est désormais rompu", "fonctionne désormais"),
        "external": ("appartient désormais à un tiers", "n’appartient plus à un tiers"),
        "indirect": ("est désormais tenu par d’autres", "n’est plus tenu par d’autres"),
        "planned": ("n’est plus que prévu", "n’est plus seulement prévu\u00a0: il existe"),
    },
    uses="{name} passe désormais par {system}{by}",
    uses_no_more="{name} ne passe plus par {system}",
    uses_instead="{name} passe désormais par {new} au lieu de {old}",
    link="le lien de {name} à {system}",
    by={"api": "par API", "screen": "à l’écran", "file": "par fichier", "hand": "à la main"},
    feeds="{name} alimente désormais {system}{by}",
    feeds_no_more="{name} n’alimente plus {system}",
    feeds_instead="{name} alimente désormais {new} au lieu de {old}",
    leads="{name} peut désormais mener à {goal}{share}",
    leads_no_more="{name} ne mène plus à {goal}",
    leads_instead="{name} mène désormais à {new} au lieu de {old}",
    way="le chemin de {name} à {goal}",
    waits_for="{name} attend désormais {new}",
    waits_no_more="{name} n’attend plus {old}",
    waits_instead="{name} attend désormais {new} au lieu de {old}",
    starts_at_once="{name} commence désormais avec le parcours",
    default_order="{name} suit désormais l’ordre par défaut (auparavant, attendait {old})",
    handing="{goal} ({label})",
    end="la fin",
    nobody="personne",
    at="{name} à {holder}",
    the_map="La carte",
    none="Aucune différence\u00a0: les deux cartes disent la même chose.",
    one={
        "added": "1 ajout", "removed": "1 retrait", "moved": "1 déplacement", "renamed": "1 nouveau nom",
        "changed": "1 modification", "all": "1 différence",
    },
    many={
        "added": "{n} ajouts", "removed": "{n} retraits", "moved": "{n} déplacements", "renamed": "{n} nouveaux noms",
        "changed": "{n} modifications", "all": "{n} différences",
    },
    figure="Chiffre",
    before="Avant",
    after_="Après",
    difference="Écart",
    points=("\u00a0point", "\u00a0points"),
    figures={
        "lead_s": "Durée totale", "work_s": "Travail", "longest_silence_s": "Plus long silence",
        "handoffs": "Passages de relais", "manual_work_s": "Travail à la main", "manual_actions": "Actions à la main",
        "untimed": "Actions sans durée", "steps": "Étapes", "actions": "Actions", "fail_points": "Points de défaillance",
        "pain_points": "Irritants", "cost": "Coût par dossier",
    },
    details="Détails",
    legend={
        "added": "Ajouté", "removed": "Retiré", "moved": "Déplacé", "changed": "Modifié",
        "same": "Inchangé",
    },
    from_to="{old} → {new}",
    sheet="Différences",
    where="Où",
    files="{n} cartes diffèrent",
    gone_file="cette carte a été retirée",
    new_file="cette carte est nouvelle",
)  # fmt: skip


def words(lang: Literal["en", "fr"]) -> Differences:
    """The table of a language."""
    return FR if lang == "fr" else EN
