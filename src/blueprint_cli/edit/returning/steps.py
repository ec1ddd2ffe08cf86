"""Columns that stand in another order, or are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.edit.returning.cards import Stacks, whereabouts
from blueprint_cli.edit.returning.new_steps import new_steps
from blueprint_cli.edit.returning.planning import ORDERS, REMOVALS, SETTLE, Planned
from blueprint_cli.edit.returning.references import referring, with_references
from blueprint_cli.workbook.anchors import TITLE_LANE
from blueprint_cli.workbook.returning.moving import moved_among
from blueprint_cli.workbook.revisions import Revision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.edit.returning.writing import Writer


def revised_steps(sides: Sides, stacks: Stacks) -> Iterator[Planned]:
    """New steps, steps in another order, steps that are gone."""
    yield from new_steps(sides, stacks)
    yield from _order(sides)
    for at in sides.returned.outline.steps:
        if sides.returned.grid.column_of(at) is None:
            yield from _removal(sides, stacks, at)


def _order(sides: Sides) -> Iterator[Planned]:
    grid = sides.returned.grid
    theirs = [grid.steps[column] for column in sorted(grid.steps)]
    sent = [at for at in sides.returned.outline.steps if at in theirs]
    if theirs == sent:
        return
    known = [at for at in theirs if sides.matched.steps.get(at) in sides.outline.steps]
    places = {at: place for place, at in enumerate(sides.outline.steps)}
    now = sorted(known, key=lambda at: places[sides.matched.steps[at]])
    if now == known:
        return
    base = [at for at in sent if at in known]
    names = {
        at: sides.returned.outline.steps[at].id or str(sides.returned.outline.steps[at].title or at)
        for at in known
    }
    moved = moved_among(base, known)
    column = grid.column_of(moved[0]) or 1

    def said(order: list[str]) -> str:
        return ", ".join(names[at] for at in order)

    revision = Revision(
        "order", "steps", "", sides.returned.name(grid.row_of(TITLE_LANE) or 1, column), said(base), said(known), said(now),
        line=sides.line(("steps",)),
    )  # fmt: skip
    from blueprint_cli.edit.returning.phase_order import phases_moved, said_of_phases  # rarely needed

    was, phases = phases_moved(sides, base, known)

    def make(writer: Writer) -> None:
        writer.order_steps(known)
        writer.order_phases(was, phases)

    if phases:
        revision = revision._replace(sentence=said_of_phases(sides, was, phases))
    planned = Planned(revision, ORDERS, make)
    yield (
        planned if now == base else planned.with_state("conflict", "the file has another order, too", SETTLE)
    )


def _removal(sides: Sides, stacks: Stacks, at: str) -> Iterator[Planned]:
    today = sides.matched.steps.get(at)
    if today is None or today not in sides.outline.steps or sides.returned.guessed:
        return
    base, step = sides.returned.outline.steps[at], sides.outline.steps[today]
    going = [
        sides.matched.items[item.at]
        for item in base.items()
        if sides.returned.placed.spots.get(item.at) is None and item.at in sides.matched.items
    ]
    staying = [item for item in base.items() if sides.returned.placed.spots.get(item.at) is not None]
    moves = [planned for item in staying for planned in whereabouts(sides, stacks, item)]
    route = sides.route(today)
    title = base.title or ", ".join(str(item.text) for item in base.items())
    revision = Revision("delete", today, "", "", title, None, step.title or title, line=sides.line(route))
    others = referring(sides, [today, *going])
    planned = Planned(
        revision._replace(along=tuple(dict.fromkeys(other.at for other in others))),
        REMOVALS,
        lambda writer: writer.remove_step(at, others, [item.at for item in staying]),
    )
    if len(sides.outline.steps) == 1:
        planned = Planned(revision).with_state(
            "undecided", "it is the only step", "a map has one step at least"
        )
    elif any(move.make is None for move in moves):
        planned = planned.without_a_way(
            "a card that stands elsewhere now would go with it", "move it by hand first"
        )
    else:
        planned = with_references(planned, others).unless_gained(sides.gains.of_step(at, today))
    yield planned
