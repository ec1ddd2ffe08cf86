"""The workbook as an OpenDocument spreadsheet."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.options import Options


def render(blueprint: Blueprint, options: Options) -> bytes:
    """The spreadsheet's bytes, the same for the same blueprint.

    Raises:
        BlueprintError: a text is longer than a cell can hold.
    """
    # openpyxl asks once, when it is first imported, and has to write the same workbook ever after.
    os.environ["OPENPYXL_LXML"] = "False"
    from blueprint_cli.render.grid.open_document import document_bytes

    return document_bytes(blueprint, options)
