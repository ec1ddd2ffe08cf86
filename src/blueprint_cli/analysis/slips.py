"""References that lead nowhere (BP005): what rests on one cannot be judged until it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.model.directory import BUILT_IN_CHANNELS
from blueprint_cli.model.word_lists import UNKNOWN_OWNER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.model.blueprint import Blueprint


def lost_teams(blueprint: Blueprint, owners: Iterable[str]) -> set[str]:
    """The owners among these that should be declared teams and are not."""
    return set(owners) - set(blueprint.teams) - {UNKNOWN_OWNER} if blueprint.teams else set()


def lost_systems(blueprint: Blueprint, systems: Iterable[str]) -> set[str]:
    """The systems among these that should be declared and are not."""
    return set(systems) - set(blueprint.systems) if blueprint.systems else set()


def lost_channels(blueprint: Blueprint, channels: Iterable[str]) -> set[str]:
    """The channels among these that are neither built in nor declared."""
    return set(channels) - set(BUILT_IN_CHANNELS) - set(blueprint.channels)


def lost_places(blueprint: Blueprint, places: Iterable[str]) -> set[str]:
    """The ids among these that no step and no action of the file has."""
    whole = blueprint.whole
    known = {step.id for step in whole.steps} | {action.id for _, _, action in whole.actions()}
    return set(places) - known
