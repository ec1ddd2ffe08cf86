"""The grid as a workbook: steps in columns, one cell a card, flat sheets behind it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.options import Options


def render(blueprint: Blueprint, options: Options) -> bytes:
    """The workbook's bytes, the same for the same blueprint.

    Raises:
        BlueprintError: a text is longer than a cell can hold.
    """
    _without_lxml()
    from blueprint_cli.render.grid.book import workbook_bytes

    return workbook_bytes(blueprint, options)


def blank(steps: int, options: Options) -> bytes:
    """The empty grid of a workshop, with so many steps.

    Raises:
        BlueprintError: no step, or more than anybody fills in.
    """
    _without_lxml()
    from blueprint_cli.render.grid.blank import blank_bytes

    return blank_bytes(steps, options)


def _without_lxml() -> None:
    """Openpyxl asks once, when it is first imported; with lxml beside us its bytes would differ."""
    os.environ["OPENPYXL_LXML"] = "False"
