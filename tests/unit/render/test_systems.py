"""The map of systems: what stands on it, in which words; a golden picture of a small map."""

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
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load_bytes

SVG = "{http://www.w3.org/2000/svg}"
SMALL = """\
blueprint: 1
title: Colis
lang: fr
phases: [{id: aide, title: Aide}]
teams: {sav: Service client, dsi: DSI}
systems:
  suivi: {name: API de suivi, external: true, kind: api, owner: unknown, feeds: [{to: crm, by: api, broken: true, label: statut du colis}]}
  stock: {name: Stock, feeds: [{to: crm, by: file, label: inventaire}]}
  crm: {name: CRM, owner: dsi, note: Remplacé en mars}
  fax: Fax
steps:
  - id: appeler
    title: Appeler
    phase: aide
    customer: Appelle le service
    frontstage: {action: L'agent cherche, owner: sav, uses: [{system: crm, by: hand, label: numéro}]}
  - {id: attendre, customer: Attend, frontstage: {action: Répond, owner: sav, uses: crm}, backstage: {action: Compte, owner: sav, uses: stock, only: vip}}
  - {id: a, customer: A, frontstage: {action: Note, owner: sav, uses: crm}}
  - {id: b, customer: B, support: {action: Trie, owner: dsi, uses: [{system: crm, by: api}]}}
  - {id: c, customer: {action: Lit, uses: crm}}
  - {id: d, customer: D, only: vip}
"""


class _Picture(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "svg"


def blueprint_of(text: str) -> Blueprint:
    root = load_bytes(text.encode(), "small.blueprint.yaml", Path()).root
    assert isinstance(root, Blueprint)
    return root


def _drawn(blueprint: Blueprint, lang: str | None = None) -> str:
    return svg.render(blueprint, Options(view="systems", lang=lang)).decode()  # type: ignore[arg-type]


def _said(picture: str) -> str:
    tree = ElementTree.fromstring(picture)
    return " ".join(" ".join(node.itertext()) for node in tree.iter(f"{SVG}text")).replace("\u00a0", " ")


def test_the_small_map_is_golden(snapshot: SnapshotAssertion) -> None:
    assert _drawn(blueprint_of(SMALL)) == snapshot(extension_class=_Picture)


@pytest.mark.parametrize(
    "said",
    [
        "Les systèmes et les étapes qui en dépendent", "API de suivi", "API · externe", "inconnu", "statut du colis · API",
        "inventaire · fichier", "CRM logiciel Remplacé en mars", "5 étapes sur 6 à l’arrêt", "Point de défaillance unique", "DSI",
        "Fax", "Inutilisé", "Aucune étape", "1 étape sur 6 à l’arrêt", "4 autres sans ses données", "via CRM", "✗ n’arrive pas dans CRM",
        "À la main L’agent cherche numéro", "Écran Répond", "API Trie", "Aide", "Appeler Appelle le service", "Étape 2", "Systèmes par étape",
        "1 + 1", "Lien rompu", "Par fichier", "Utilisé : Actions visibles", "Externe", "Seulement pour vip",
    ],
)  # fmt: skip
def test_what_stands_on_the_map(said: str) -> None:
    assert said in _said(_drawn(blueprint_of(SMALL)))


def test_scripts_find_systems_uses_and_feeds() -> None:
    tree = ElementTree.fromstring(_drawn(blueprint_of(SMALL)))
    cards = {
        node.get("id"): node.get("data-at")
        for node in tree.iter(f"{SVG}g")
        if "card" in node.get("class", "").split()
    }
    assert cards == {f"system.{key}": f"systems[{key}]" for key in ("suivi", "stock", "crm", "fax")}
    links = {
        (node.get("data-from"), node.get("data-to")): node.get("class")
        for node in tree.iter(f"{SVG}path")
        if "link" in node.get("class", "").split()
    }
    assert links == {
        ("system.suivi", "system.crm"): "link feeds broken",
        ("system.stock", "system.crm"): "link feeds file",
    }
    uses = [node.get("id") for node in tree.iter(f"{SVG}g") if node.get("class", "").startswith("use ")]
    assert uses == ["use.crm.appeler", "use.stock.attendre", "use.crm.attendre", "use.crm.a", "use.crm.b", "use.crm.c"]  # fmt: skip


def test_one_persona_has_its_own_steps_and_uses() -> None:
    picture = _drawn(for_persona(blueprint_of(SMALL), "standard"))
    assert 'id="step.d"' not in picture
    assert 'id="use.stock.attendre"' not in picture


def test_english_words() -> None:
    said = _said(_drawn(blueprint_of(SMALL), "en"))
    for word in (
        "5 of 6 steps stop",
        "Single point of failure",
        "via CRM",
        "✗ never reaches CRM",
        "By hand",
        "not known",
    ):
        assert word in said


def test_a_catalogue_s_other_systems_stay_away(tmp_path: Path) -> None:
    (tmp_path / "all.blueprint.yaml").write_text(
        "catalog: 1\ntitle: All\nsystems: {crm: {name: CRM}, gate: {name: Gateway, feeds: crm}, hr: {name: Payroll}}\n"
    )
    text = "blueprint: 1\ntitle: T\ncatalogs: all.blueprint.yaml\nsteps: [{customer: A, support: {action: B, uses: crm}}]\n"
    root = load_bytes(text.encode(), str(tmp_path / "x.blueprint.yaml"), tmp_path).root
    assert isinstance(root, Blueprint)
    said = _said(_drawn(root))
    assert "Gateway" in said
    assert "Payroll" not in said


def test_a_map_without_systems_says_so() -> None:
    picture = _drawn(blueprint_of("blueprint: 1\ntitle: T\nlang: fr\nsteps: [Demande]\n"))
    assert "Cette carte ne nomme aucun système." in _said(picture)
    assert 'class="lane' not in picture


def test_the_graph_is_drawn_too() -> None:
    graph = dot.render(blueprint_of(SMALL), Options(view="systems")).decode()
    assert '"system.suivi" -> "system.crm"' in graph


def _standing_out(wish: str) -> set[str]:
    picture = svg.render(blueprint_of(SMALL), Options(view="systems", asked=Asked(highlight=wish))).decode()
    groups = [node for node in ElementTree.fromstring(picture).iter(f"{SVG}g") if node.get("id")]
    kinds = ("card", "use", "reach", "cut")
    return {
        str(node.get("id"))
        for node in groups
        if node.get("class", "").split()[0] in kinds and "faded" not in node.get("class", "").split()
    }


@pytest.mark.parametrize(
    ("wish", "kept"),
    [
        ("system:suivi", {"system.suivi", "system.crm", "cut.suivi.appeler", "cut.suivi.attendre", "cut.suivi.a", "cut.suivi.b", "cut.suivi.c"}),
        ("system:fax", {"system.fax"}),
        ("owner:dsi", {"system.crm", "use.crm.b"}),
        ("manual", set()),
    ],
)  # fmt: skip
def test_what_was_asked_for_stands_out(wish: str, kept: set[str]) -> None:
    assert _standing_out(wish) == kept
