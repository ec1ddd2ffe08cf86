"""The journey for those who want less of it: chosen rows, and blocks without their small print."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.render.blocks.block import Block
    from blueprint_cli.render.drawing.asked import Asked

ROWS = (
    "personas", "scenario", "spans", "customer", "next", "touchpoints", "evidence", "thoughts", "quotes", "emotion", "pains",
    "opportunities", "kpis",
)  # fmt: skip
"""The rows of the journey from top to bottom, by the names that `--rows` takes."""

_LEFT_OUT = ("next", "evidence", "thoughts", "kpis")
_KEPT_PILLS = ("severity", "promise", "over")


def shows(asked: Asked, row: str) -> bool:
    """True when a row under the steps is drawn; asked for by name, it is drawn in simple maps too."""
    return asked.shows(row) and (bool(asked.rows) or asked.detail == "full" or row not in _LEFT_OUT)


def simplified(asked: Asked, row: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks of a cell with as much as was asked for: in a simple map the main line, and how bad a pain is."""
    found = tuple(blocks)
    if asked.detail == "full":
        return found
    kept = [block for block in found if row != "touchpoints" or block.css.startswith("channel")]
    return tuple(plain(block) for block in kept)


def plain(block: Block) -> Block:
    """A block with its main line, and the pills that say what is wrong."""
    pills = tuple(pill for pill in block.pills if pill.css in _KEPT_PILLS)
    return replace(block, paragraphs=block.paragraphs[:1], pills=pills)
