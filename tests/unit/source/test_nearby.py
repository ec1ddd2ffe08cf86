"""Did you mean: the file beside one that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from blueprint_cli.source.nearby import near_path

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("asked", "help_line"),
    [
        ("late.yaml", "did you mean {}/maps/late.blueprint.yaml?"),
        ("latte.blueprint.yaml", "did you mean {}/maps/late.blueprint.yaml?"),
        ("nope.yaml", ""),
        ("nope.blueprint.yaml", ""),
        ("b.blueprint.yaml", ""),
        ("../mpas/late.blueprint.yaml", "did you mean {}/maps/../maps/late.blueprint.yaml?"),
        ("../mpas/nope.blueprint.yaml", "there is no folder {}/maps/../mpas either"),
        ("no/where/late.blueprint.yaml", "there is no folder {}/maps/no/where either"),
    ],
)
def test_only_what_is_near_is_proposed(tmp_path: Path, asked: str, help_line: str) -> None:
    folder = tmp_path / "maps"
    folder.mkdir()
    for name in ("a", "late", "moped"):
        (folder / f"{name}.blueprint.yaml").touch()
    assert near_path(folder / asked) == help_line.format(tmp_path.as_posix())


def test_a_folder_is_proposed_where_one_may_be_meant(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    assert near_path(tmp_path / "mapps", folders=True) == f"did you mean {(tmp_path / 'maps').as_posix()}?"
    assert not near_path(tmp_path / "mapps")
