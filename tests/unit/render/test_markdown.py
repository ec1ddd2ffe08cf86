"""The map in words: where a step leads, whom it meets, and what is said of every card."""

from __future__ import annotations

from pathlib import Path

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.formats import md
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load_bytes

MAP = """\
blueprint: 1
title: V
lang: fr
personas: {lea: {name: Léa, age: 30, goals: [Partir, Revenir]}}
channels: {kiosk: {name: Borne, kind: physical}}
systems: {crm: CRM}
steps:
  - id: ask
    title: Demander
    channel: kiosk
    touchpoints: [Guichet, {name: Avis, indirect: true}]
    target: 1 h
    customer: {id: asks, action: Demande, limit: 10 min, value: waste, background: true}
    backstage: {action: Recopie, uses: {system: crm, by: hand, label: la demande}, after: asks, basis: assumed, source: atelier}
    pain_points: {text: Trop long, severity: high}
    next: [{to: get, probability: 80 %}, {to: end, label: sans réponse}]
  - {id: get, title: Recevoir, evidence: {text: Lettre, channel: post}, customer: Reçoit}
"""


def _lines() -> list[str]:
    root = load_bytes(MAP.encode(), "v.blueprint.yaml", Path()).root
    assert isinstance(root, Blueprint)
    return md.render(root, Options()).decode().replace("\u00a0", " ").splitlines()


def test_a_step_is_told_with_all_that_the_map_says_of_it() -> None:
    lines = _lines()
    start = lines.index("### 1. Demander (?)")
    assert lines[start + 2 : lines.index("### 2. Recevoir (?)") - 1] == [
        "- **Canal :** Borne",
        "- **Points de contact :** Guichet ; Avis (indirect)",
        "- **Cible :** 1 h",
        "- **Actions du client**",
        "  - Demande — limite 10 min · en arrière-plan · gaspillage",
        "- **Actions invisibles**",
        "  - Recopie — CRM (à la main, la demande) · après Demande · supposé · source atelier",
        "- **Irritant :** Trop long — gravité forte",
        "- **Suite :** Recevoir (80 %) ; Fin du parcours (sans réponse)",
    ]
    assert "  - Lettre — Courrier" in lines


def test_who_and_what_the_map_names_is_told_in_tables_without_empty_columns() -> None:
    lines = _lines()
    start = lines.index("## Personas")
    assert lines[start + 2 : start + 6] == [
        "| Persona | Trait | Texte |",
        "|---|---|---|",
        "| Léa | âge | 30 |",
        "| Léa | objectifs | Partir ; Revenir |",
    ]
    assert "| kiosk | Borne | Physique |" in lines
