"""Places told from plain data are those that the model tells, and so is the field that a bare value stands for."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint_cli.edit.returning.places import Places
from blueprint_cli.edit.returning.planning import parts_of
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.keys import main_field
from blueprint_cli.model.part import Part
from blueprint_cli.model.routes import fields_with_parts
from blueprint_cli.model.shape import part_at
from blueprint_cli.source.loading import load_bytes

ROOT = Path(__file__).parents[4]
SHORT = """\
blueprint: 1
title: Short forms
teams: {desk: Desk, stock: {name: Stock}, gone: }
systems: {crm: {name: CRM, feeds: erp}, erp: ERP}
personas: {nadia: Nadia}
phases: [before, {id: after}]
kpis: {calls: {value: 12}}
spans: {from: waits, to: waits, title: Span}
steps:
  - A bare step
  - id: waits
    customer: {id: phones, action: Phones, fail_points: Hangs up, after: }
    evidence: Letter
    frontstage: [Answers, {action: Asks, uses: [crm, {system: erp}], fail_points: [{what: Errs}, Forgets]}]
    backstage:
    support: []
    pain_points: Waits long
    touchpoints: [Counter]
    opportunities: [{text: Call back}]
    kpis: {share: 41 %}
    next: end
"""
FILES = [
    *sorted(file for file in ROOT.glob("examples/*.blueprint.yaml") if ".catalog." not in file.name),
    *sorted(ROOT.glob("src/blueprint_cli/templates/*.yaml")),
]


def read(text: bytes) -> tuple[Blueprint, Places]:
    source = load_bytes(text, "t.blueprint.yaml", ROOT / "examples")
    assert isinstance(source.root, Blueprint)
    return source.root, Places(source.document.data)


@pytest.mark.parametrize("text", [SHORT.encode(), *(file.read_bytes() for file in FILES)])
def test_every_part_stands_where_the_model_says(text: bytes) -> None:
    blueprint, places = read(text)
    parts = parts_of(blueprint)
    assert {at: places.route(at) for at in parts} == {at: part.route for at, part in parts.items()}
    assert {at: main_field(part.route) for at, part in parts.items()} == {
        at: type(part).main for at, part in parts.items()
    }
    for at, part in parts.items():
        if isinstance(places.written(at, part.main), str):
            assert places.written(at, part.main) == getattr(part, part.main) or part.main == "customer"


@pytest.mark.parametrize(
    "address",
    [
        "steps[gone]", "steps[2]", "steps[waits].frontstage[2]", "steps[waits].backstage[0]", "steps[waits].support[0]",
        "steps[waits].frontstage[x].fail_points[0]", "steps[waits].title[0]", "teams[gone]", "teams[none]", "phases[never]",
        "steps", "steps[", "steps[waits]x", "steps[waits].frontstage[1].", "steps[0].backstage[0]", "emotion[vip]", "nothing",
    ],
)  # fmt: skip
def test_what_the_file_does_not_have_has_no_place(address: str) -> None:
    _, places = read(SHORT.encode())
    assert places.route(address) is None
    assert address not in places
    assert places.written(address, "note") is None


def test_what_stands_under_a_key_is_told_of_bare_values_too() -> None:
    _, places = read(SHORT.encode())
    assert places.written("steps[0]", "customer") == "A bare step"
    assert places.written("steps[0]", "owner") is None
    assert places.written("steps[0].customer[0]", "action") == "A bare step"
    assert places.written("steps[waits].evidence[0]", "text") == "Letter"
    assert places.written("", "title") == "Short forms"


def _routes(kind: type[Part], route: tuple[str | int, ...], depth: int) -> list[tuple[str | int, ...]]:
    found = [route]
    if depth:
        for key, _ in fields_with_parts(kind):
            for label in (0, "name"):
                below = (*route, key, label)
                inside = part_at(Blueprint, below)
                found += _routes(inside, below, depth - 1) if inside is not None else [below]
    return found


def test_the_field_of_a_bare_value_is_that_of_the_model_wherever_it_stands() -> None:
    routes = _routes(Blueprint, (), 3)
    assert len(routes) > 60
    for route in (*routes, ("title",), ("steps",), ("steps", 0, "title"), ("steps", 0, "emotion", "vip")):
        part = part_at(Blueprint, route)
        assert main_field(route) == (part.main if part is not None else ""), route
