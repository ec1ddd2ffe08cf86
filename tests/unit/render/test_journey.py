"""The journey map: what stands on it, in which words; a golden picture of a small map."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.variants import for_persona
from blueprint_cli.render.drawing.asked import Asked
from blueprint_cli.render.formats import dot, svg
from blueprint_cli.render.journey.compose import journey_scene
from blueprint_cli.render.journey.personas import initials
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load_bytes

SVG = "{http://www.w3.org/2000/svg}"
SMALL = """\
blueprint: 1
title: Colis
lang: fr
scenario: Nadia attend ; rien ne vient.
persona: [nadia, vip]
personas:
  nadia: {name: Nadia Benali, age: 34, occupation: infirmière, children: 0, segment: standard, quote: Une date !, goals: [Le colis, Vite]}
  vip: Client VIP
phases: [{id: achat, title: Achat}, {id: aide, title: Aide}]
spans:
  - {id: livraison, title: De la commande au colis, from: commander, to: recevoir, promise: 24 h, limit: 48 h}
  - {title: L'appel, from: appeler, to: appeler, promise: 1 h}
kpis: {NPS: {value: -12, target: 20, answers: 1340, date: 2026-09-30, source: enquête}}
systems: {crm: CRM}
steps:
  - id: commander
    title: Commander
    phase: achat
    limit: 5 min
    channel: web
    touchpoints: [{name: Avis en ligne, indirect: true}, {name: Borne, channel: store, planned: true, owner: Marketing}]
    evidence: {text: Mail de confirmation, basis: assumed}
    customer: {id: commande, action: "Commande en ligne : dix minutes", work: 10 min}
    emotion: 2
    feeling: Confiance
    next: [{to: appeler, probability: 20 %, label: retard}, {to: recevoir, probability: 80 %}]
  - id: appeler
    title: Appeler
    phase: aide
    channel: phone
    customer: {action: Appelle, wait: 25 min, work: 12 min, only: nadia}
    emotion: {nadia: -2, vip: 0}
    feeling: Colère
    thought: Ils ne savent rien.
    quote: C'est la troisième fois.
    frontstage: {action: L'agent cherche, owner: SAV, uses: crm}
    pain_points: [{text: Répète son histoire, severity: high, only: nadia}]
    opportunities: [{text: Brancher l'API, owner: DSI, impact: high, effort: medium, status: proposée, due: 2027-01-31}]
    kpis: {CSAT: 41 %}
  - {id: recevoir, customer: {action: Reçoit, wait: 2 j}, emotion: 1}
"""


class _Picture(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "svg"


def blueprint_of(text: str) -> Blueprint:
    root = load_bytes(text.encode(), "small.blueprint.yaml", Path()).root
    assert isinstance(root, Blueprint)
    return root


def _drawn(blueprint: Blueprint, lang: str | None = None) -> str:
    return svg.render(blueprint, Options(view="journey", lang=lang)).decode()  # type: ignore[arg-type]


def _said(picture: str) -> str:
    tree = ElementTree.fromstring(picture)
    return " ".join(" ".join(node.itertext()) for node in tree.iter(f"{SVG}text")).replace("\u00a0", " ")


def test_the_small_map_is_golden(snapshot: SnapshotAssertion) -> None:
    assert _drawn(blueprint_of(SMALL)) == snapshot(extension_class=_Picture)


@pytest.mark.parametrize(
    "said",
    [
        "Parcours client", "Nadia Benali", "34 ans · infirmière · sans enfant · standard", "« Une date ! »", "Objectifs", "• Vite",
        "Client VIP", "Scénario", "Nadia attend ; rien ne vient.", "NPS", "−12", "Cible : 20", "1 340 réponses · enquête · 30/09/2026",
        "De la commande au colis : ", "✗ Promesse non tenue : 24 h", "Au-delà de la limite : 48 h", "✓ Promesse tenue : 1 h",
        "Achat", "Commander", "Étape 3", "Commande en ligne : dix minutes", "Suites possibles", "→ Appeler", "20 % · retard", "→ Étape 3",
        "Web numérique", "Avis en ligne indirect", "Magasin · Marketing · prévu", "Mail de confirmation", "Ils ne savent rien.",
        "« C’est la troisième fois. »", "Confiance", "Point haut : Commander", "Point bas : Appeler", "Seulement pour : Nadia Benali",
        "●●● Grave", "●●● Impact fort", "●●○ Effort moyen", "DSI", "proposée", "Pour le 31/01/2027", "CSAT", "41 %",
        "Au-delà de la limite : 5 min", "Plus long silence : ", "Le client n’a aucune nouvelle", "✗ Non transmis depuis : Web", "Autre canal : l’information ne suit pas", "Supposé", "Prévu", "Indirect", "Numérique", "Physique", "Promesse non tenue",
    ],
)  # fmt: skip
def test_what_the_customer_lives_through_is_told(said: str) -> None:
    assert said in _said(_drawn(blueprint_of(SMALL)))


def test_nothing_internal_is_told() -> None:
    picture = _said(_drawn(blueprint_of(SMALL)))
    assert "L’agent cherche" not in picture
    assert "CRM" not in picture


def test_rows_that_hold_nothing_are_left_out() -> None:
    picture = _drawn(blueprint_of("blueprint: 1\ntitle: T\nsteps: [Asks]\n"))
    assert picture.count('class="lane ') == 1
    assert 'class="emotion"' not in picture
    assert "Legend" not in picture


def test_a_feeling_without_an_emotion_is_told_too() -> None:
    text = "blueprint: 1\ntitle: T\nsteps: [{customer: Asks, feeling: Torn}]\n"
    assert "Feeling: Torn" in _said(_drawn(blueprint_of(text)))


def test_scripts_find_cards_steps_phases_and_curves() -> None:
    tree = ElementTree.fromstring(_drawn(blueprint_of(SMALL)))
    cards = {
        node.get("id"): node.get("data-at")
        for node in tree.iter(f"{SVG}g")
        if "card" in node.get("class", "").split()
    }
    assert cards == {
        "commande": "steps[commander].customer[commande]",
        "card.commander.evidence.0": "steps[commander].evidence[0]",
        "card.appeler.customer.0": "steps[appeler].customer[0]",
        "card.recevoir.customer.0": "steps[recevoir].customer[0]",
    }
    known = {node.get("id") for node in tree.iter(f"{SVG}g")}
    assert {"step.appeler", "phase.achat", "pain.appeler", "opportunity.appeler", "persona.nadia", "span.livraison"} <= known  # fmt: skip
    curves = [node for node in tree.iter(f"{SVG}path") if node.get("class") == "emotion"]
    assert [node.findtext(f"{SVG}title") for node in curves] == ["Nadia Benali", "Client VIP"]
    assert len({node.get("stroke-dasharray") for node in curves}) == 2


def test_one_persona_has_one_card_one_curve_and_no_tags() -> None:
    picture = _drawn(for_persona(blueprint_of(SMALL), "vip"))
    assert picture.count('class="emotion"') == 1
    assert 'id="persona.nadia"' not in picture
    assert "Seulement pour" not in picture
    assert "Appelle" not in picture


def test_english_words() -> None:
    said = _said(_drawn(blueprint_of(SMALL), "en"))
    for word in (
        "Customer journey",
        "Broken promise: 24 h",
        "High point: Commander",
        "Severe",
        "1,340 answers",
        "34 years old",
    ):
        assert word in said


def test_a_persona_passes_over_steps_that_are_not_theirs() -> None:
    text = SMALL.replace(
        "    emotion: {nadia: -2, vip: 0}\n", "    emotion: {nadia: -2, vip: 0}\n    only: nadia\n"
    )
    tree = ElementTree.fromstring(_drawn(blueprint_of(text)))
    vip = next(node for node in tree.iter(f"{SVG}path") if node.get("id") == "emotion.2.1")
    assert vip.get("d", "").count("C") == 1
    assert (
        len(vip.get("d", "").replace("C", " ").split()) == 4
    )  # one piece, straight from the first step to the last


def test_the_graph_is_drawn_too() -> None:
    graph = dot.render(blueprint_of(SMALL), Options(view="journey")).decode()
    assert '"persona.nadia"' in graph
    assert 'class="emotion"' in graph


def _asked(**wishes: object) -> str:
    return _said(svg.render(blueprint_of(SMALL), Options(view="journey", asked=Asked(**wishes))).decode())  # type: ignore[arg-type]


def test_a_simple_map_keeps_the_story() -> None:
    said = _asked(detail="simple")
    for kept in (
        "Nadia Benali",
        "Commande en ligne",
        "Promesse non tenue",
        "Point bas",
        "●●● Grave",
        "Brancher l’API",
        "Web",
        "Non transmis",
    ):
        assert kept in said, kept
    for left in (
        "Objectifs",
        "10 min",
        "Avis en ligne",
        "Mail de confirmation",
        "Ils ne savent rien",
        "Effort moyen",
        "Supposé",
        "CSAT",
    ):
        assert left not in said, left


def test_rows_are_chosen_by_name() -> None:
    said = _asked(rows=("customer", "emotion"))
    assert "Commande en ligne" in said
    assert "Point bas" in said
    for left in ("infirmière", "Scénario", "Promesse", "Web", "Grave", "NPS", "Numérique"):
        assert left not in said, left


def test_a_row_left_out_of_simple_maps_is_drawn_when_it_is_named() -> None:
    assert "Mail de confirmation" in _asked(detail="simple", rows=("evidence",))


@pytest.mark.parametrize("view", ["blueprint", "journey", "ladder", "gantt"])
def test_a_time_after_a_name_from_right_to_left_keeps_its_order(view: str) -> None:
    text = (
        "blueprint: 1\ntitle: T\nspans: [{title: من الطلب إلى التسليم}]\n"
        "steps:\n  - customer: {action: Acts, work: 2 h 17}\n"
    )
    root = load_bytes(text.encode(), "t.blueprint.yaml", Path()).root
    assert isinstance(root, Blueprint)
    said = "".join(ElementTree.fromstring(svg.render(root, Options(view=view))).itertext())
    assert "من الطلب إلى التسليم: \u200e2\u00a0h\u00a017" in said.replace("2 h 17", "2\u00a0h\u00a017")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Claire Dubois", "CD"), ("The Okafor family", "OF"), ("La famille Martin", "FM"), ("L’équipe Roux", "ÉR"),
        ("les invités", "I"), ("The", "T"), ("L'", "L"), ("Nadia", "N"), ("Jean-Luc de la Tour", "JT"),
    ],
)  # fmt: skip
def test_initials_leave_articles_out(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_personas_have_cards_of_one_width() -> None:
    cards = [box for box in journey_scene(blueprint_of(SMALL)).headings if box.css == "persona"]
    assert len(cards) == 2
    assert len({round(card.w, 6) for card in cards}) == 1
