"""Without `--persona` grids show all variants, and say for whom each of them is."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

import pytest

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.variants import for_persona
from blueprint_cli.render.formats import csv as csv_format
from blueprint_cli.render.formats import md, svg
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load_bytes

SVG = "{http://www.w3.org/2000/svg}"
MAP = """\
blueprint: 1
title: V
lang: fr
personas: {vip: {name: Vip, segment: premium}, std: {name: Standard}}
steps:
  - customer: Demande
  - {customer: Attend, only: std}
  - customer: {action: Reçoit, only: [premium, std]}
    evidence: {text: Boîte, only: vip}
    pain_points: {text: Trop long, only: std}
"""


@pytest.fixture
def variants() -> Blueprint:
    root = load_bytes(MAP.encode(), "v.blueprint.yaml", Path()).root
    assert isinstance(root, Blueprint)
    return root


def test_the_grid_has_a_row_for_it(variants: Blueprint) -> None:
    rows = list(csv.reader(io.StringIO(csv_format.render(variants, Options()).decode())))
    (row,) = [row for row in rows if row[0] == "Seulement pour"]
    assert row[1:] == ["", "Standard", "Boîte (Vip)\nReçoit (premium, Standard)\nTrop long (Standard)"]


def test_a_map_without_variants_has_no_such_row() -> None:
    root = load_bytes(b"blueprint: 1\ntitle: V\nsteps: [A]\n", "v.blueprint.yaml", Path()).root
    assert isinstance(root, Blueprint)
    assert b"Only for" not in csv_format.render(root, Options()) + md.render(root, Options())


def test_the_document_says_it_beside_each_card(variants: Blueprint) -> None:
    lines = md.render(variants, Options()).decode().replace("\u00a0", " ").splitlines()
    assert "- **Seulement pour :** Standard" in lines
    assert "  - Reçoit — seulement pour premium, Standard" in lines
    assert "  - Boîte — seulement pour Vip" in lines
    assert "- **Irritant :** Trop long — seulement pour Standard" in lines


def test_the_picture_says_it_under_the_title_of_the_step(variants: Blueprint) -> None:
    tree = ElementTree.fromstring(svg.render(variants, Options()))
    (header,) = [group for group in tree.iter(f"{SVG}g") if group.get("id") == "step.s2"]
    assert "Seulement pour Standard" in "".join(header.itertext()).replace("\u00a0", " ")
    alone = svg.render(for_persona(variants, "std"), Options()).decode().replace("\u00a0", " ")
    assert ">Seulement pour Standard<" not in alone
