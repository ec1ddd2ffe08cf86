"""The journeys that one map tells: one for each persona or segment, where its variants make a difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.model.variants import for_persona, has_variants, variants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint


def journeys(blueprint: Blueprint) -> tuple[tuple[str, Blueprint], ...]:
    """Every journey with the name of its persona or segment; one alone, without a name, where there is no choice.

    Of personas that live the same journey the first stands for all; a variant that keeps no step is left out.
    """
    if blueprint.whole is not blueprint or not has_variants(blueprint):
        return (("", blueprint),)
    kept = frozenset(_names_kept(blueprint))
    found: dict[frozenset[str], tuple[str, Blueprint]] = {}
    for name in variants(blueprint):
        entry = blueprint.personas.get(name)
        mine = kept & {name, (entry.segment if entry else None) or name}
        if mine not in found:
            found[mine] = (name, for_persona(blueprint, name))
    return tuple(journey for journey in found.values() if journey[1].steps)


def _names_kept(blueprint: Blueprint) -> Iterator[str]:
    for step in blueprint.steps:
        yield from step.only
        for _, action in step.actions():
            yield from action.only
