"""The picture of one small map: structure that scripts rely on, and golden files."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.variants import for_persona
from blueprint_cli.render.drawing.compose import compose
from blueprint_cli.render.formats import dot, svg
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load, load_bytes

ROOT = Path(__file__).parents[3]
SVG = "{http://www.w3.org/2000/svg}"
SMALL = """\
blueprint: 1
title: Colis
lang: fr
phases: [{id: aide, title: Aide}]
systems:
  crm: {name: CRM, owner: SAV}
  suivi: {name: Suivi, feeds: [{to: crm, broken: true, label: statut}]}
  fax: {name: Fax, feeds: [{to: crm, label: copie}]}
steps:
  - id: appeler
    title: Appeler
    phase: aide
    evidence: Numéro
    customer: {id: appelle, action: "Appelle : l'attente", wait: 25 min, work: 10 min}
    emotion: -2
    frontstage: {id: agent, action: L'agent cherche, owner: SAV, uses: [{system: crm, by: hand}], limit: 5 min, work: 10 min}
    backstage: {id: chercher, action: Cherche, owner: Stock, after: agent, uses: suivi, background: true, basis: assumed, only: vip}
    pain_points: Répète
    next: [{to: appeler, probability: 20 %, label: rappel}, {to: recevoir}]
  - id: recevoir
    customer: {action: Reçoit}
    emotion: 1
    support: {action: Enquête, serves: recevoir}
"""


class _Picture(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "svg"


class _Graph(_Picture):
    file_extension = "dot"


def blueprint_of(text: str) -> Blueprint:
    root = load_bytes(text.encode(), "small.blueprint.yaml", Path()).root
    assert isinstance(root, Blueprint)
    return root


@pytest.fixture
def tree() -> ElementTree.Element:
    return ElementTree.fromstring(svg.render(blueprint_of(SMALL), Options()).decode())


def _by_class(tree: ElementTree.Element, tag: str, word: str) -> list[ElementTree.Element]:
    return [node for node in tree.iter(f"{SVG}{tag}") if word in node.get("class", "").split()]


def test_the_small_map_is_golden(snapshot: SnapshotAssertion) -> None:
    assert svg.render(blueprint_of(SMALL), Options()).decode() == snapshot(extension_class=_Picture)
    assert dot.render(blueprint_of(SMALL), Options()).decode() == snapshot(extension_class=_Graph)


def test_the_root_says_what_it_is(tree: ElementTree.Element) -> None:
    assert (tree.get("role"), tree.get("lang")) == ("img", "fr")
    assert tree.findtext(f"{SVG}title") == "Colis"
    assert "8 liens, 0 point de défaillance." in (tree.findtext(f"{SVG}desc") or "").replace("\u00a0", " ")
    assert "Ressenti: −2, Appeler." in (tree.findtext(f"{SVG}desc") or "").replace("\u00a0", "")


def test_every_card_is_a_group_with_one_rect_and_its_address(tree: ElementTree.Element) -> None:
    cards = _by_class(tree, "g", "card")
    assert {card.get("id"): card.get("data-at") for card in cards} == {
        "card.appeler.evidence.0": "steps[appeler].evidence[0]",
        "appelle": "steps[appeler].customer[appelle]",
        "agent": "steps[appeler].frontstage[agent]",
        "chercher": "steps[appeler].backstage[chercher]",
        "system.crm.appeler": "systems[crm]",
        "system.suivi.appeler": "systems[suivi]",
        "card.recevoir.customer.0": "steps[recevoir].customer[0]",
        "card.recevoir.support.0": "steps[recevoir].support[0]",
    }
    assert all(len(list(card.iter(f"{SVG}rect"))) == 1 for card in cards)
    assert all(list(card.iter(f"{SVG}text")) for card in cards)


def test_lanes_lines_headers_curve(tree: ElementTree.Element) -> None:
    lanes = [node.get("class", "").split()[1] for node in _by_class(tree, "g", "lane")]
    assert lanes == ["evidence", "customer", "frontstage", "backstage", "support"]
    assert [node.get("class") for node in _by_class(tree, "path", "line")] == [
        "line interaction",
        "line visibility",
        "line internal-interaction",
    ]
    assert [node.get("id") for node in _by_class(tree, "g", "step")] == ["step.appeler", "step.recevoir"]
    assert [node.get("id") for node in _by_class(tree, "g", "phase")] == ["phase.aide"]
    assert len(_by_class(tree, "path", "emotion")) == 1


def test_links_say_their_two_cards_and_heads_are_their_own(tree: ElementTree.Element) -> None:
    links = {
        (node.get("data-from"), node.get("data-to")): node.get("class")
        for node in _by_class(tree, "path", "link")
    }
    assert links == {
        ("appelle", "appelle"): "link flow back",
        ("appelle", "card.recevoir.customer.0"): "link flow",
        ("appelle", "agent"): "link flow",
        ("agent", "chercher"): "link flow",
        ("agent", "system.crm.appeler"): "link hand",
        ("chercher", "system.suivi.appeler"): "link uses",
        ("system.suivi.appeler", "system.crm.appeler"): "link broken",
        ("card.recevoir.support.0", "card.recevoir.customer.0"): "link serves",
    }
    assert len(_by_class(tree, "path", "head")) >= len(links)


def test_what_has_no_room_is_told(tree: ElementTree.Element) -> None:
    text = " ".join(tree.itertext()).replace("\u00a0", " ")
    for said in (
        "Fax → CRM (copie)",
        "Limite : 5 min (Au-delà de la limite)",
        "Irritant : Répète",
        "Fondement : Supposé",
        "vip",
        "20 % rappel",
        "l’attente",
    ):
        assert said in text, said


def test_a_variant_leaves_out_what_is_for_others() -> None:
    blueprint = blueprint_of(
        SMALL.replace("only: vip", "only: [vip, club]").replace("phases:", "persona: club\nphases:")
    )
    picture = svg.render(for_persona(blueprint, "standard"), Options()).decode()
    assert 'id="chercher"' not in picture
    assert 'id="chercher"' in svg.render(for_persona(blueprint, "club"), Options()).decode()


def test_the_language_can_be_chosen() -> None:
    picture = svg.render(blueprint_of(SMALL), Options(lang="en")).decode()
    assert 'lang="en"' in picture
    assert "Line of visibility" in picture


@pytest.mark.parametrize("name", ["colis-en-retard", "refund-as-is", "refund-to-be", "shoeshine"])
def test_the_examples_are_drawn_without_tangling(name: str) -> None:
    root = load(ROOT / f"examples/{name}.blueprint.yaml").root
    assert isinstance(root, Blueprint)
    picture = svg.render(root, Options()).decode()
    assert picture.count('class="card') >= len(list(root.actions()))
    assert not re.search(r"\bNone\b", picture)


def test_hostile_text_is_text_only() -> None:
    evil = SMALL.replace("title: Appeler", 'title: "</g><script>alert(1)</script>\\N \\\\"')
    picture = svg.render(blueprint_of(evil.replace("\\N", "\\\\N")), Options()).decode()
    assert "<script" not in picture
    graph = dot.render(blueprint_of(evil.replace("\\N", "\\\\N")), Options()).decode()
    assert "label=<<B>&lt;/g&gt;" in graph
    assert "\\\\N" in graph


def test_a_long_owner_stands_above_the_time_and_is_not_cut() -> None:
    text = """
blueprint: 1
title: Remboursement
teams: {gestion: Gestion des prestations}
steps:
  - {title: A, customer: Attend, backstage: {action: Relance, owner: gestion, work: 1 h 30}}
"""
    boxes = {box.css: box for box in compose(blueprint_of(text)).boxes}
    owner, time = boxes["owner"], boxes["time"]
    assert owner.texts[0].lines == ("Gestion des prestations",)
    assert owner.y + owner.h < time.y


@pytest.mark.parametrize(("work", "said"), [("work: 2 h", "≥\u00a02\u00a0h"), ("note: Non mesuré", "?")])
def test_a_bracket_over_an_untimed_action_says_at_least(work: str, said: str) -> None:
    text = f"""
blueprint: 1
title: Remboursement
lang: fr
spans: [{{id: tout, title: Tout}}]
steps:
  - {{title: A, customer: {{action: Attend, {work}}}}}
  - {{title: B, customer: Reçoit}}
"""
    for view in ("blueprint", "journey"):
        tree = ElementTree.fromstring(svg.render(blueprint_of(text), Options(view=view)))
        assert f"Tout\u00a0: {said}" in "".join(tree.itertext())
