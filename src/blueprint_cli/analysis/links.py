"""Which systems a step works with, and how far what they hold travels."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step


def systems_of(step: Step) -> set[str]:
    """The systems used anywhere in a step over links that work."""
    return {use.system for _, action in step.actions() for use in action.uses if not use.broken}


def fed_by(blueprint: Blueprint, systems: Iterable[str]) -> set[str]:
    """The systems themselves, and all that unbroken feeds reach from them."""
    found = set(systems)
    todo = list(found)
    while todo:
        system = blueprint.systems.get(todo.pop())
        fresh = {feed.to for feed in system.feeds if not feed.broken} - found if system else set()
        found |= fresh
        todo += fresh
    return found


def steps_using(blueprint: Blueprint, systems: Iterable[str]) -> list[Step]:
    """The steps that work with one of the systems, in the order of the file."""
    wanted = set(systems)
    return [
        step
        for step in blueprint.steps
        if any(use.system in wanted for _, action in step.actions() for use in action.uses)
    ]
