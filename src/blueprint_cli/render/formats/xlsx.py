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
    # openpyxl asks once, when it is first imported; with lxml beside us its bytes would differ.
    os.environ["OPENPYXL_LXML"] = "False"
    from blueprint_cli.render.grid.book import workbook_bytes

    return workbook_bytes(blueprint, options)
