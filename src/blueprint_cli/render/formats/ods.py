"""The grid as an OpenDocument spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.grid.open_document import document_bytes

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.options import Options


def render(blueprint: Blueprint, options: Options) -> bytes:
    """The spreadsheet's bytes, the same for the same blueprint."""
    return document_bytes(blueprint, options)
