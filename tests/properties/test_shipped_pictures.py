"""The examples and the templates, in the views that are made of blocks: nothing leaves its frame, nothing overlaps."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint_cli.language.words import Lang
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.journey.compose import journey_scene
from blueprint_cli.render.systems.compose import systems_scene
from blueprint_cli.source.loading import load

from . import test_journey_map, test_system_map

ROOT = Path(__file__).parents[2]
FILES = [
    *sorted((ROOT / "examples").glob("*.blueprint.yaml")),
    *sorted((ROOT / "src/blueprint_cli/templates").glob("*.blueprint.yaml")),
]


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name.removesuffix(".blueprint.yaml"))
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_ships_is_drawn_well(file: Path, lang: Lang) -> None:
    root = load(file).root
    if not isinstance(root, Blueprint):
        return
    test_journey_map.check(journey_scene(root, lang))
    test_system_map.check(systems_scene(root, lang))
