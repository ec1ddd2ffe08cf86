"""The grid as text separated by tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.grid.plain import separated

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.options import Options


def render(blueprint: Blueprint, options: Options) -> bytes:
    """The grid in UTF-8, one line a row."""
    return separated(blueprint, options, "\t")
