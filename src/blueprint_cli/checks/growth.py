"""How far a map has grown: a first sketch is not scolded for what it has not come to yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.model.word_lists import INTERNAL_LAYERS

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint


def is_grown(blueprint: Blueprint) -> bool:
    """True once the whole file holds an internal action or a piece of evidence; until then it is a journey map or a sketch."""
    return any(
        step.evidence or any(step.actions_of(layer) for layer in INTERNAL_LAYERS)
        for step in blueprint.whole.steps
    )
