"""What stands out on the map of systems: a system with all that hangs on it, an owner's, or what is risky."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.highlight import check_known

if TYPE_CHECKING:
    from collections.abc import Mapping

    from blueprint_cli.render.systems.content import Standing, SystemMap, Using


def chosen(
    found: SystemMap, wish: str, cards: Mapping[str, str], cells: Mapping[str, tuple[int, tuple[Using, ...]]]
) -> set[str]:
    """The ids that a wish such as `system:crm` or `fail` means.

    Args:
        found: the map.
        wish: as `--highlight` takes it.
        cards: the id of every system's card, by its key.
        cells: the row of every cell, and the uses that stand in it, by its id.

    Raises:
        BlueprintError: the map knows no such owner or system.
    """
    kind, _, name = wish.partition(":")
    if kind == "system":
        check_known("system", name, cards)
        row = next(number for number, standing in enumerate(found.rows) if standing.key == name)
        fed = {cards[found.rows[flow.target].key] for flow in found.flows if flow.source == row}
        return {cards[name], *fed, *(cell for cell, (own, _) in cells.items() if own == row)}
    if kind == "owner":
        check_known("owner", name, dict.fromkeys(_owners(found)))
    kept = {
        cell
        for cell, (_, uses) in cells.items()
        if any(_is_meant(found, using, kind, name) for using in uses)
    }
    kept |= {cards[found.rows[cells[cell][0]].key] for cell in kept}
    owned = {cards[standing.key] for standing in found.rows if kind == "owner" and _owner(standing) == name}
    return kept | owned


def _owner(standing: Standing) -> str | None:
    return standing.entry.owner if standing.entry else None


def _owners(found: SystemMap) -> list[str]:
    actions = [
        step.owner_of(layer, action) for step, layer, action in found.blueprint.actions() if action.uses
    ]
    return [owner for owner in (*map(_owner, found.rows), *actions) if owner]


def _is_meant(found: SystemMap, using: Using, kind: str, name: str) -> bool:
    action = using.action
    if kind == "owner":
        return using.owner == name
    if kind == "critical":
        return action.key in found.content.timings.critical_actions
    return bool(action.fail_points) if kind == "fail" else action.manual
