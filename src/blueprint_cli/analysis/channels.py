"""Where the customer changes channel, and nothing carries what was said to the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.analysis.flow import END, flow_of
from blueprint_cli.analysis.journeys import journeys
from blueprint_cli.analysis.links import fed_by, systems_of
from blueprint_cli.analysis.slips import lost_channels, lost_systems

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from blueprint_cli.findings import Route
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step


def channel_breaks(blueprint: Blueprint, one_way: Collection[str]) -> Iterator[tuple[Step, Step]]:
    """Every way from a step to one on another channel that no system bridges, once; none while the map uses no system.

    Args:
        blueprint: the map, with all variants or with one.
        one_way: channels from which nothing has to be carried on.
    """
    if not any(use for _, _, action in blueprint.actions() for use in action.uses):
        return
    told: set[tuple[Route, Route]] = set()
    for _, journey in journeys(blueprint):
        flow = flow_of(journey)
        for index in sorted(flow.reached):
            for target, _ in flow.ways[index]:
                if target == END:
                    continue
                before, after = journey.steps[index], journey.steps[target]
                if (before.route, after.route) not in told and _breaks(journey, before, after, one_way):
                    told.add((before.route, after.route))
                    yield before, after


def _breaks(blueprint: Blueprint, before: Step, after: Step, one_way: Collection[str]) -> bool:
    if not before.channel or not after.channel or before.channel == after.channel:
        return False
    if before.channel in one_way:
        return False
    if lost_channels(blueprint, (before.channel, after.channel)):
        return False
    reached, used = fed_by(blueprint, systems_of(before)), systems_of(after)
    return reached.isdisjoint(used) and not lost_systems(blueprint, reached | used)
