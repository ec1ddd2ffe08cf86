"""Cards that were carried elsewhere, put in, taken out, or brought into another order."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from blueprint_cli.edit.returning.facts import GONE, no_formula
from blueprint_cli.edit.returning.planning import ADDS, MOVES, ORDERS, REMOVALS, SETTLE, Planned
from blueprint_cli.edit.returning.references import referring, with_references
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.workbook.reading.bullets import cards_in
from blueprint_cli.workbook.reading.cells import as_text
from blueprint_cli.workbook.returning.placing import STACKED
from blueprint_cli.workbook.returning.spoken import refuse_bare_number
from blueprint_cli.workbook.revisions import Revision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blueprint_cli.edit.returning.likeness import Likeness
    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.edit.returning.writing import Ref, Writer
    from blueprint_cli.workbook.reading.cells import Place
    from blueprint_cli.workbook.returning.outline import Item
    from blueprint_cli.workbook.revisions import RevisionKind, Shown

_ACTIONS = ("customer", "frontstage", "backstage", "support")


MOVED = "the file has moved it, too"


class Stacks:
    """The cards of every step and lane as they came back, from top to bottom.

    Attributes:
        refs: by step (its address in base, or the column of a new one) and lane.
    """

    def __init__(self, sides: Sides) -> None:
        self.sides = sides
        placed, grid = sides.returned.placed, sides.returned.grid
        standing: list[tuple[Place, Ref]] = [(spot, at) for at, spot in placed.spots.items() if spot]
        standing += [(spot, spot) for spot in placed.fresh]
        found: dict[tuple[Ref, str], list[Ref]] = defaultdict(list)
        for (row, column), ref in sorted(standing, key=lambda entry: entry[0]):
            found[grid.steps.get(column, column), grid.lanes.get(row, "")].append(ref)
        self.refs: dict[tuple[Ref, str], list[Ref]] = dict(found)

    def around(self, ref: Ref, step: Ref, lane: str) -> tuple[list[Ref], list[Ref]]:
        """The cards above and below one, the nearest first."""
        stack = self.refs.get((step, lane), [])
        index = stack.index(ref) if ref in stack else len(stack)
        spots = self.sides.returned.placed.spots
        above = [
            found
            for other in reversed(stack[:index])  # what was typed over a card goes below it, by its cell
            for found in ((spots[other], other) if isinstance(other, str) else (other,))
        ]
        return [found for found in above if found is not None], stack[index + 1 :]


def revised_cards(sides: Sides, stacks: Stacks, likeness: Likeness) -> Iterator[Planned]:
    """Moves, removals, new cards and new orders."""
    for item in sides.returned.outline.items.values():
        yield from whereabouts(sides, stacks, item)
    yield from _typed_over(sides, stacks, likeness)
    yield from _fresh(sides, stacks, likeness)
    for (step, lane), refs in stacks.refs.items():
        if isinstance(step, str) and lane in STACKED:
            yield from _order(sides, step, lane, refs)


def whereabouts(sides: Sides, stacks: Stacks, item: Item) -> Iterator[Planned]:
    """That a card was carried elsewhere, or taken out."""
    placed, grid = sides.returned.placed, sides.returned.grid
    spot = placed.spots.get(item.at)
    if item.at in placed.away:
        there = sides.returned.theirs(item.key).where
        revision = _revision(sides, "move", item, there, f"{item.step}.{item.lane}", None)
        yield Planned(revision).with_state("undecided", "the card stands on another sheet", "move it by hand")
    elif spot is None:
        if grid.column_of(item.step) is not None or _is_carried_out(sides, item):
            yield from _removal(sides, item)
    else:
        step: Ref = grid.steps.get(spot[1], spot[1])
        lane = grid.lanes.get(spot[0], "")
        if (step, lane) != (item.step, item.lane):
            yield from _move(sides, stacks, item, step, lane)


def _revision(
    sides: Sides, kind: RevisionKind, item: Item, cell: str, base: Shown, theirs: Shown
) -> Revision:
    found = sides.outline.items.get(sides.matched.card(item.at) or "")
    at = found.at if found is not None else item.at
    mine = f"{found.step}.{found.lane}" if found is not None else None
    line = sides.line(_route_of(sides, at)) if found is not None else None
    card = item.text if kind == "move" else None
    return Revision(kind, at, "", cell, base, theirs, mine, line=line, card=card)


def _route_of(sides: Sides, at: str) -> tuple[str | int, ...] | None:
    from blueprint_cli.edit.returning.writing import item_route

    return item_route(sides, at)


# Removals


def _removal(sides: Sides, item: Item) -> Iterator[Planned]:
    if sides.returned.guessed:
        return
    found = sides.outline.items.get(sides.matched.card(item.at) or "")
    if found is None:
        if item.at in sides.matched.unsure:
            revision = Revision("delete", item.at, "", _cell_of(sides, item), item.text)
            yield Planned(revision).with_state(
                "conflict", f"{GONE}, or words it otherwise", "--mine leaves it out"
            )
        return
    revision = Revision(
        "delete", found.at, "", _cell_of(sides, item), item.text, None, found.text, line=sides.line(_route_of(sides, found.at))
    )  # fmt: skip
    others = referring(sides, [found.at])
    gone = tuple(dict.fromkeys(other.at for other in others))
    planned = with_references(
        Planned(revision._replace(along=gone), REMOVALS, lambda writer: writer.remove(item.at, others)),
        others,
    )
    if planned.make is not None and sides.returned.grid.column_of(item.step) is None:
        yield planned.with_state("conflict", MOVED, SETTLE)
        return
    yield planned.unless_gained(
        sides.gains.of_card(item, found), changed=not sides.same(item.key, item.text, found.text)
    )


def _is_carried_out(sides: Sides, item: Item) -> bool:
    """Whether the file has carried a card elsewhere whose column is gone: it would not go with its step."""
    found = sides.outline.items.get(sides.matched.items.get(item.at, ""))
    return found is not None and found.step != sides.matched.steps.get(item.step)


def _cell_of(sides: Sides, item: Item) -> str:
    """The emptied cell of a card; nothing where its row or column is gone."""
    anchor = sides.returned.spots.get(item.key)
    if anchor is None or anchor.spot is None or sides.returned.placed.how == "texts":
        return ""
    return sides.returned.name(anchor.spot.row, anchor.spot.column)


# Moves


def _move(sides: Sides, stacks: Stacks, item: Item, step: Ref, lane: str) -> Iterator[Planned]:
    spot = sides.returned.placed.spots[item.at]
    where = sides.returned.name(*spot) if spot else ""
    today = sides.outline.items.get(sides.matched.card(item.at) or "")
    target = sides.matched.steps.get(step) if isinstance(step, str) else None
    shown = f"{target or _new_step(sides, step)}.{lane}"
    if today is not None and lane == today.lane and _is_that_step(sides, step, target, today.step):
        return
    sent = f"{sides.matched.steps.get(item.step, item.step)}.{item.lane}"
    revision = _revision(sides, "move", item, where, sent, shown)
    above, below = stacks.around(item.at, step, lane)
    done = Planned(revision, MOVES, lambda writer: writer.move(item.at, step, lane, above, below))
    if today is None:
        yield Planned(revision).with_state("conflict", GONE, "--mine leaves it out")
    elif isinstance(step, str) and target is None:
        yield Planned(revision).without_ground("step")
    elif not _may_stand_in(sides, today, lane):
        why = f"what is said of it cannot be said in {lane}" if lane in STACKED else "no cards stand there"
        yield Planned(revision).with_state("undecided", why, "move it by hand")
    elif f"{today.step}.{today.lane}" != sent:
        yield done.with_state("conflict", MOVED, SETTLE)
    elif item.at in sides.matched.perhaps:
        yield done.with_state("conflict", f"the card says '{as_text(today.text)}' in the file now", SETTLE)
    else:
        yield done


def _is_that_step(sides: Sides, step: Ref, target: str | None, today: str) -> bool:
    """Whether a step of today is the one that a card was carried to; a new column is a step that was not sent."""
    if isinstance(step, str):
        return target == today
    return today not in sides.matched.steps.values()


def _new_step(sides: Sides, column: Ref) -> str:
    row = sides.returned.grid.row_of("@title")
    title = sides.returned.grid.text(row, int(column)) if isinstance(column, int) else ""
    return f"new step '{title}'" if title else "new step"


def _may_stand_in(sides: Sides, item: Item, lane: str) -> bool:
    if lane not in STACKED:
        return False
    if lane == item.lane or (lane in _ACTIONS and item.lane in _ACTIONS):
        return True
    route = _route_of(sides, item.at)
    return route is not None and isinstance(sides.written(route), str)


# New cards


def _typed_over(sides: Sides, stacks: Stacks, likeness: Likeness) -> Iterator[Planned]:
    """Further cards that were typed over a card, one a bullet: they go around it."""
    for item in sides.returned.outline.items.values():
        spot = sides.returned.placed.spots.get(item.at)
        if spot is None:
            continue
        before, behind = sides.returned.beside(item)
        for text in before:
            yield from _around(sides, stacks, likeness, item, spot, text, over=True)
        for text in behind:
            yield from _around(sides, stacks, likeness, item, spot, text, over=False)


def _around(
    sides: Sides, stacks: Stacks, likeness: Likeness, item: Item, spot: Place, text: str, *, over: bool
) -> Iterator[Planned]:
    """A new card straight above or below one that was sent."""
    grid, matched = sides.returned.grid, sides.matched
    step: Ref = grid.steps.get(spot[1], spot[1])
    lane = grid.lanes.get(spot[0], "")
    today = sides.outline.items.get(matched.items.get(item.at, ""))
    target = matched.steps.get(step, "") if isinstance(step, str) else today.step if today else ""
    if lane not in STACKED or likeness.is_there(target, lane, text):
        return
    where = sides.returned.name(*spot)
    text = sides.decoding.text(text)
    above, below = stacks.around(item.at, step, lane)
    refs = ([], [item.at, *below]) if over else ([spot, item.at, *above], below)
    ref: Ref = where if over else spot

    def make(writer: Writer) -> None:
        writer.add(ref, step, lane, text, *refs)

    shown = f"{(isinstance(step, str) and target) or _new_step(sides, step)}.{lane}"
    planned = Planned(Revision("add", shown, "", where, None, text, None), ADDS, make)
    alike = likeness.alike(text)
    if isinstance(step, str) and step not in matched.steps:
        yield planned.without_ground("step")
    else:
        yield planned.perhaps_a_copy(alike) if alike else planned


def _fresh(sides: Sides, stacks: Stacks, likeness: Likeness) -> Iterator[Planned]:
    returned, grid = sides.returned, sides.returned.grid
    for place in returned.placed.fresh:
        row, column = place
        step, lane = grid.steps.get(column), grid.lanes[row]
        if step is None:
            continue
        target = sides.matched.steps.get(step)
        cell = grid.sheet.cells[place]
        for said in cards_in(cell.value):
            if target is not None and likeness.is_there(target, lane, said):
                continue
            text = sides.decoding.text(said)
            where = f"{target or step}.{lane}"
            revision = Revision("add", where, "", returned.name(row, column), None, text, None)
            yield _added(sides, stacks, place, Planned(revision, ADDS), likeness)


def _added(sides: Sides, stacks: Stacks, place: Place, planned: Planned, likeness: Likeness) -> Planned:
    """A new card; further ones of the same cell go below it."""
    cell = sides.returned.grid.sheet.cells[place]
    step, lane = sides.returned.grid.steps[place[1]], sides.returned.grid.lanes[place[0]]
    if cell.unsaid:
        return no_formula(planned, cell)
    try:
        refuse_bare_number(cell.value, sides.returned.reading)
    except Refusal as refusal:
        return planned.with_state("undecided", refusal.message, refusal.help)
    if step not in sides.matched.steps:
        return planned.without_ground("step")
    above, below = stacks.around(place, step, lane)
    text = str(planned.revision.theirs)

    def make(writer: Writer) -> None:
        writer.add(place, step, lane, text, [place, *above], below)

    done = Planned(planned.revision, ADDS, make)
    alike = likeness.alike(text)
    if alike is not None:
        return done.perhaps_a_copy(alike)
    return done


# Orders


def _order(sides: Sides, step: str, lane: str, refs: Sequence[Ref]) -> Iterator[Planned]:
    stack = sides.returned.outline.steps[step].lanes.get(lane, [])
    if [item.at for item in stack] == refs:
        return
    stayed = [
        ref
        for ref in refs
        if isinstance(ref, str) and (sides.returned.outline.items[ref].step, sides.returned.outline.items[ref].lane) == (step, lane)
    ]  # fmt: skip
    sent = [item.at for item in stack if item.at in stayed]
    if stayed == sent:
        return
    today = sides.matched.steps.get(step, "")
    known = [ref for ref in stayed if sides.matched.items.get(ref) in sides.outline.items]
    now_stack = sides.outline.steps[today].lanes.get(lane, []) if today else []
    places = {item.at: place for place, item in enumerate(now_stack)}
    now = sorted(known, key=lambda ref: places.get(sides.matched.items[ref], -1))
    if now == known:
        return
    base = [ref for ref in sent if ref in known]

    def texts(order: Sequence[str]) -> str:
        return " | ".join(as_text(sides.returned.outline.items[ref].text) for ref in order)

    route = sides.route(today)
    spot = sides.returned.placed.spots[stayed[0]]
    revision = Revision(
        "order", f"{today}.{lane}", "", sides.returned.name(*spot) if spot else "", texts(base), texts(known), texts(now),
        line=sides.line((*route, lane)) if route else None,
    )  # fmt: skip
    planned = Planned(revision, ORDERS, lambda writer: writer.order(step, lane, known))
    yield (
        planned if now == base else planned.with_state("conflict", "the file has another order, too", SETTLE)
    )
