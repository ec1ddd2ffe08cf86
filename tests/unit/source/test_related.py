"""The maps around a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.related import Neighbour, Related
from blueprint_cli.source.loading import load
from blueprint_cli.source.related import related

if TYPE_CHECKING:
    from pathlib import Path

CYCLE = """\
blueprint: 1
title: Life cycle
steps:
  - {id: wait, title: Waiting, customer: Waits}
"""
ZOOM = """\
blueprint: 1
title: The wait
parent: {parent}
steps:
  - customer: Sits down
"""


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def _around(path: Path) -> Related:
    root = load(path).root
    assert isinstance(root, Blueprint)
    return related(root, path)


def test_parent_and_child_find_each_other(tmp_path: Path) -> None:
    cycle = _write(tmp_path / "cycle.blueprint.yaml", CYCLE)
    zoom = _write(
        tmp_path / "zoom.blueprint.yaml", ZOOM.format(parent="cycle.blueprint.yaml#wait  # where it is")
    )
    assert _around(zoom) == Related(Neighbour("cycle.blueprint.yaml", "wait", "Life cycle", "Waiting"))
    assert _around(cycle) == Related(None, (Neighbour("zoom.blueprint.yaml", "wait", "The wait"),))


def test_a_child_may_lie_one_folder_below(tmp_path: Path) -> None:
    cycle = _write(tmp_path / "cycle.blueprint.yaml", CYCLE)
    _write(tmp_path / "parts" / "zoom.blueprint.yml", ZOOM.format(parent='"../cycle.blueprint.yaml#wait"'))
    assert [child.file for child in _around(cycle).children] == ["parts/zoom.blueprint.yml"]


def test_a_map_of_the_same_name_elsewhere_is_no_parent(tmp_path: Path) -> None:
    cycle = _write(tmp_path / "cycle.blueprint.yaml", CYCLE)
    _write(tmp_path / "zoom.blueprint.yaml", ZOOM.format(parent="other/cycle.blueprint.yaml#wait"))
    assert _around(cycle) == Related()


@pytest.mark.parametrize(
    "text", ["blueprint: [", "\x00", "parent: 7", "parent:\n", "catalog: 1\ntitle: parent"]
)
def test_neighbours_that_are_no_maps_are_passed_by(tmp_path: Path, text: str) -> None:
    cycle = _write(tmp_path / "cycle.blueprint.yaml", CYCLE)
    _write(tmp_path / "broken.blueprint.yaml", f"parent: cycle.blueprint.yaml\n{text}")
    assert _around(cycle) == Related()


@pytest.mark.parametrize(
    "parent", ["gone.blueprint.yaml#a", "'#a'", "'.'", '"\\u0000#a"', "'" + "x" * 5000 + "'"]
)
def test_a_parent_that_cannot_be_read_is_still_named(tmp_path: Path, parent: str) -> None:
    found = _around(_write(tmp_path / "zoom.blueprint.yaml", ZOOM.format(parent=parent))).parent
    assert found is not None
    assert not found.title


def test_a_map_is_not_its_own_child(tmp_path: Path) -> None:
    own = _write(tmp_path / "own.blueprint.yaml", ZOOM.format(parent="own.blueprint.yaml#wait"))
    found = _around(own)
    assert found.children == ()
    assert found.parent == Neighbour("own.blueprint.yaml", "wait", "The wait")
