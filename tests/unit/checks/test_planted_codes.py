"""Every code of the contract is planted in an English and in a French map, and found once, at the line where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from blueprint_cli.checks.checking import check
from blueprint_cli.checks.plan import Wishes, plan
from blueprint_cli.checks.rule import own_rules
from blueprint_cli.findings import Finding
from blueprint_cli.source.loading import load_bytes

FOLDER = Path(__file__).parent / "rich"
FRENCH = ("auto", "hopital", "passeport", "retrait", "sinistre", "train")
Change = Callable[[str], str]

# Told by other means than a planted map: `test_baseline.py` plants BP904.
ELSEWHERE = {"BP904"}


def put(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert text.count(old) >= 1, old
        return text.replace(old, new, 1)

    return change


def without(pattern: str) -> Change:
    def change(text: str) -> str:
        assert re.search(pattern, text), pattern
        return re.sub(pattern, "", text)

    return change


def more_steps(number: int) -> Change:
    """Further steps at the end, each complete."""
    step = (
        "  - title: Check again\n    channel: person\n    evidence: Ticket\n    emotion: 1\n"
        "    customer: {action: Shows the ticket, work: 1 min}\n"
        "    frontstage: {action: Stamps it, owner: Floor, manual: true, work: 1 min}\n"
    )
    return lambda text: text.rstrip("\n") + "\n" + step * number


# a map, what is done to it, the code, and a text of the line that it is found on
PLANTED: list[tuple[str, Change, str, str]] = [
    ("saas", put("title: Buy", "title: Buy: now"), "BP001", "title: Buy:"),
    (
        "gym",
        without(
            r"    evidence: \[Map listing.*\n|    frontstage: \{action: Booking page.*\n"
        ),
        "BP203",
        "Compares three gyms",
    ),
    ("restaurant", without(r"(?m)^    (backstage|support): .*\n"), "BP204", "Writes the name in the book"),
    (
        "gym",
        put("uses: Rota, work: 3 min", "uses: [{system: Rota, by: hand}, {system: Rota, by: hand}], work: 3 min"),
        "BP210",
        "by: hand",
    ),
    (
        "hotel",
        without(r"(?m)^    (pain_points|opportunities): .*\n|, fail_points: \{.*?\}"),
        "BP502",
        "title: Two nights",
    ),
    (
        "gym",
        lambda text: text.replace("manual: true, work", "uses: Member app, work").replace("uses: Booking tool", "uses: [Booking tool, Member app]"),
        "BP504",
        "uses: [Booking tool, Member app]",
    ),
    ("restaurant", more_steps(18), "BP602", "steps:"),
    ("saas", put("work: 40 min}", "work: 40 min} # blueprint: ignore[BP101]"), "BP903", "ignore[BP101]"),
    # the same in French maps
    ("passeport", put("title: Retrait\n", "title: Retrait : remise\n"), "BP001", "title: Retrait :"),
    ("retrait", put("emotion: 2", "humeur: 2"), "BP002", "humeur: 2"),
    ("auto", put("    emotion: 0\n", "    emotion: 0\n    emotion: 0\n"), "BP003", "emotion: 0\n    frontstage"),
    ("sinistre", put("id: payer", "id: expertise"), "BP004", "id: expertise\n    title: Indemnisation"),
    ("hopital", put("owner: admissions, uses", "owner: admission, uses"), "BP005", "owner: admission, uses"),
    ("retrait", put("{id: cuire, action", "{id: cuire, after: pret, action"), "BP006", "id: pret"),
    ("auto", put("work: 25 min", "work: 0:25"), "BP007", "work: 0:25"),
    ("train", put("action: L'agent d'escale renseigne et distribue de l'eau, owner: escale,", "action: L'agent d'escale renseigne et distribue de l'eau,"), "BP101", "L'agent d'escale renseigne"),
    ("sinistre", put("paie: {name: Virements, owner: compta}", "paie: {name: Virements}"), "BP102", "paie: {name: Virements}"),
    ("auto", put("owner: Responsable sinistres\n", ""), "BP103", "blueprint: 1"),
    ("sinistre", put("frontstage: {action: Le gestionnaire envoie la proposition, owner: indemnisation, uses: sinistres, work: 10 min}", "frontstage: {action: Le gestionnaire envoie la proposition, owner: indemnisation, uses: sinistres, work: 10 min}\n    support: {action: Le plateau répond aux questions, owner: plateau, uses: sinistres, work: 3 min}"), "BP104", "id: payer"),
    ("passeport", put("    emotion: 2\n", "    emotion: 2\n    pain_points: Deux passages en mairie\n    opportunities: Envoi à domicile\n"), "BP105", "opportunities: Envoi"),
    ("hopital", put("systems:\n", "systems:\n  fax: {name: Télécopieur, owner: dsi, kind: paper}\n"), "BP201", "fax: {name: Télécopieur"),
    ("retrait", put("owner: cuisine, uses: ecran, wait", "owner: cuisine, wait"), "BP202", "id: cuire"),
    ("sinistre", put("    evidence: Rapport\n    customer: {action: Montre les pièces touchées, wait: 20 h, work: 45 min}\n    emotion: -1\n    frontstage: {action: L'expert chiffre les dégâts, owner: reseau, uses: agenda, wait: 20 h, work: 45 min}\n", "    customer: {action: Montre les pièces touchées, wait: 20 h, work: 45 min}\n    emotion: -1\n"), "BP203", "Montre les pièces"),
    ("hopital", without(r"(?m)^    (backstage|support):( \{.*\})?\n(      - .*\n)*"), "BP204", "    frontstage: {action: Le portail confirme"),
    ("retrait", put("    customer: Choisit un plat et une boisson\n", ""), "BP205", "  - title: Choisir"),
    ("sinistre", put("    evidence: Décompte\n", ""), "BP206", "id: payer"),
    ("hopital", put("owner: ambulatoire, serves: accueil, manual", "owner: ambulatoire, manual"), "BP207", "La lingerie livre"),
    ("retrait", put("{to: sms, by: api}", "{to: sms, by: api, broken: true}"), "BP208", "broken: true"),
    ("sinistre", put("uses: sinistres, work: 12 min", "uses: paie, work: 12 min"), "BP209", "    channel: person"),
    ("passeport", put("uses: rdv, work: 15 min", "uses: [{system: rdv, by: hand, label: créneaux}, {system: station, by: hand, label: créneaux}], work: 15 min"), "BP210", "label: créneaux"),
    ("sinistre", put("{action: Accepte la proposition, wait: 2 h, work: 5 min}", "Accepte la proposition"), "BP301", "customer: Accepte"),
    ("retrait", put("work: 8 min, quality", "work: 8 min, limit: 5 min, quality"), "BP302", "limit: 5 min"),
    ("passeport", put("wait: 6 h, work: 1 h}", "wait: 6 h, work: 1 h, target: 2 h}"), "BP303", "target: 2 h"),
    ("sinistre", put("steps:\n", "spans: {id: tout, title: De l'appel au virement, promise: 8 h}\nsteps:\n"), "BP304", "promise: 8 h"),
    ("sinistre", put("wait: 20 h, work: 45 min}\n    emotion: -1\n    frontstage: {action: L'expert chiffre les dégâts, owner: reseau, uses: agenda, wait: 20 h, work: 45 min}", "wait: 5 j, work: 45 min}\n    emotion: -1\n    frontstage: {action: L'expert chiffre les dégâts, owner: reseau, uses: agenda, wait: 5 j, work: 45 min}"), "BP305", "Montre les pièces"),
    ("retrait", put("wait: 10 min, work: 4 min", "wait: 10 min, work: 4 min, elapsed: 20 min"), "BP306", "elapsed: 20 min"),
    ("train", put("probability: 8 %", "probability: 9 %"), "BP307", "probability: 9 %"),
    ("train", put("[{to: end, probability: 92 %}, {to: relancer, probability: 8 %, label: montant contesté}]", "relancer"), "BP308", "next: relancer"),
    ("auto", put("Dépose la voiture et prend celle de prêt", "Est très agacée par l'attente"), "BP401", "Est très agacée"),
    ("hopital", put("    emotion: 2\n", ""), "BP402", "id: rappel"),
    ("retrait", lambda text: re.sub(r"emotion: -?\d", "emotion: 1", text), "BP403", "emotion: 1"),
    ("auto", put("    channel: web\n", ""), "BP404", "title: Déclarer"),
    ("auto", put("persona: assuré\n", ""), "BP405", "blueprint: 1"),
    ("sinistre", put("    opportunities: {text: Déclarer par photo, owner: plateau}\n", ""), "BP406", "pain_points: L'attente"),
    ("retrait", put(", recovery: Plat de remplacement proposé par téléphone", ""), "BP501", "what: Rupture d'un ingrédient"),
    ("hopital", without(r"(?m)^    (pain_points|opportunities): .*\n|, fail_points: \[\{.*?\}\]"), "BP502", "title: Admission"),
    ("sinistre", lambda text: re.sub(r"(?m)^(    emotion:)", r"    basis: assumed\n\1", text), "BP503", "basis: assumed"),
    ("passeport", lambda text: text.replace("uses: ants,", "uses: [ants, station],").replace("uses: rdv, work: instant", "uses: [rdv, station], work: instant"), "BP504", "station: {name"),
    ("auto", put("reviewed: 2026-08-30", "reviewed: 2026-01-30"), "BP601", "reviewed: 2026-01-30"),
    ("auto", lambda text: text.rstrip("\n") + "\n" + "  - {title: Suite, phase: La réparation, channel: person, evidence: Reçu, emotion: 1, customer: {action: Signe le reçu, work: 1 min}}\n" * 17, "BP602", "steps:"),
    ("sinistre", put("action: Montre les pièces touchées", "action: Montre les pièces touchées" + " puis la cave" * 9), "BP603", "Montre les pièces"),
    ("hopital", put("  - {id: apres, title: Après}\n", "  - {id: apres, title: Après}\n  - {id: suite, title: Suite}\n"), "BP604", "id: suite"),
    ("passeport", put("    channel: sms\n", "    channel: sms\n    next: end\n"), "BP605", "id: retirer"),
    ("sinistre", put("scenario: Une locataire déclare une fuite ; l'expert passe, l'indemnité est versée.\n", ""), "BP606", "blueprint: 1"),
    ("retrait", put("emotion: 2", "emotion: 2 # blueprint: ignore[BP402] -- vu"), "BP901", "ignore[BP402]"),
    ("retrait", put("emotion: 2", "emotion: 2 # blueprint: ignore[emotion-manquante] -- vu"), "BP902", "emotion-manquante"),
    ("passeport", put("emotion: 2", "emotion: 2 # blueprint: ignore[BP402]"), "BP903", "ignore[BP402]"),
]  # fmt: skip


def _text(name: str) -> str:
    return (FOLDER / f"{name}.blueprint.yaml").read_text(encoding="utf-8")


def _findings(text: str, code: str) -> list[Finding]:
    wishes = [Wishes(extend_select=(code,))] if code == "BP903" else []
    plan_of_day = plan(wishes, today=date(2026, 11, 26))
    return list(check(load_bytes(text.encode(), "map.blueprint.yaml", FOLDER), plan_of_day).findings)


@pytest.mark.parametrize(
    ("name", "change", "code", "at"), PLANTED, ids=[f"{one[2]}-{one[0]}" for one in PLANTED]
)
def test_the_planted_defect_is_found_once(name: str, change: Change, code: str, at: str) -> None:
    sound, planted = _text(name), change(_text(name))
    assert planted != sound
    known = {(finding.code, finding.at) for finding in _findings(sound, code)}
    new = [one for one in _findings(planted, code) if (one.code, one.at) not in known]
    if code == "BP903":  # the ignore without a reason hides nothing, either
        new = [one for one in new if one.code != "BP901"]
    line = planted.count("\n", 0, planted.index(at)) + 1
    assert [(one.code, one.location.line) for one in new] == [(code, line)]


def test_every_code_is_planted_in_both_languages() -> None:
    in_yaml = yaml.safe_load((FOLDER / "planted.yaml").read_text(encoding="utf-8"))
    whole = {"BP104", "BP209", "BP403", "BP503", "BP605"}  # test_rich_rewrites.py
    planted = [(one["map"] in FRENCH, one["code"]) for one in in_yaml]
    planted += [(name in FRENCH, code) for name, _, code, _ in PLANTED]
    planted += [(False, code) for code in whole]
    ours = {rule.code for rule in own_rules().rules if rule.preset != "strict"} | {"BP903"}
    for french in (False, True):
        assert {code for is_french, code in planted if is_french is french} >= ours - ELSEWHERE
    assert len(planted) >= 100
