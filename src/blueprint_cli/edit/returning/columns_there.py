"""New columns of which the file has the step already, by an earlier import or by hand: what of them it does not say."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from blueprint_cli.edit.returning.new_step_data import OWNER, card_texts, step_data
from blueprint_cli.edit.returning.new_steps import phase_on_the_left, row_over
from blueprint_cli.edit.returning.phases import (
    is_unsure,
    making_phase,
    on_new_phase,
    phase_now,
    phase_seen,
)
from blueprint_cli.edit.returning.planning import ADDS, CHANGED, SETS, SETTLE, UNSURE, Planned
from blueprint_cli.edit.returning.writing import today_ref
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.workbook.anchors import TITLE_LANE, Key, mood_lane
from blueprint_cli.workbook.reading.cells import as_text
from blueprint_cli.workbook.revisions import Revision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.edit.returning.new_steps import Column
    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.edit.returning.writing import Writer
    from blueprint_cli.workbook.reading.cells import Place


def what_is_missing(sides: Sides, column: Column, at: str, *, last: str) -> Iterator[Planned]:
    """What no step can say of a new column; where its title is the step's, also its phase, cards and facts that the step does not have.

    Args:
        sides: base, theirs and mine.
        column: the column.
        at: the step's address in today's file.
        last: the last step before it that was sent, in today's file; another place than the column's is noted.
    """
    route = sides.route(at)
    found = sides.written(route) if route is not None else None
    written: dict[str, Any] = found if isinstance(found, dict) else {}
    data, left = step_data(sides, column.number, column.title, None, {})
    yield from (planned for planned in left if planned.revision.field not in written)
    fold = sides.returned.reading.fold
    if not column.title or fold(column.title) != fold(sides.outline.steps[at].title):
        return  # it is known by its cards: what is not among them any more, the file has let go
    yield from _phase(sides, column, at)
    yield from _facts(sides, column, at, data, written)
    yield from _cards(sides, column, at)
    places = (sides.matched.steps.get(ref, "") for ref in column.left if isinstance(ref, str))
    if next(filter(None, places), "") != last:
        grid = sides.returned.grid
        where = sides.returned.name(grid.row_of(TITLE_LANE) or 1, column.number)
        sides.returned.notes.append(f"{where}: the file has that step at another place, {at}")


def _phase(sides: Sides, column: Column, at: str) -> Iterator[Planned]:
    """The phase over the column: taken where the step has none, a conflict where it has another."""
    row, step = row_over(sides, column), sides.step(at)
    if row is None or step is None:
        return
    over, mine = row.over[column.number], step.phase
    told = Revision(
        "set", at, "phase", sides.returned.name(row.cells.row, column.number), None, phase_seen(sides, row, over, column.number),
        sides.blueprint.phase_title(mine) if mine else None, line=sides.line((*step.route, "phase") if mine else step.route),
    )  # fmt: skip
    try:
        now = phase_now(sides, row, over)
    except Refusal as refusal:
        if mine is None or mine != phase_on_the_left(sides, column):  # that is where an import puts it then
            yield Planned(told).with_state("undecided", refusal.message, refusal.help)
        return
    if now is None or now == mine:
        return
    planned = Planned(told, SETS, making_phase(step, now))
    if is_unsure(sides):
        planned = planned.with_state("undecided", UNSURE, SETTLE)
    elif mine is not None:
        planned = planned.with_state("conflict", CHANGED, SETTLE)
    yield on_new_phase(sides, now, planned)


def _facts(
    sides: Sides, column: Column, at: str, data: dict[str, Any], written: dict[str, Any]
) -> Iterator[Planned]:
    """Owner, feeling and emotions: taken where the step says none, a conflict where it says another."""
    for key, lane, wanted, mine in _told(at, data, written):
        if mine is not None and sides.plain(mine) == sides.plain(wanted):
            continue
        row, grid = sides.returned.grid.row_of(lane) or 1, sides.returned.grid
        where, typed = sides.returned.name(row, column.number), grid.sheet.value(row, column.number)
        field = f"{key.field}[{key.entry}]" if key.entry else key.field
        told = Revision(
            "set", at, field, where, None, typed, sides.today.get(key), line=sides.line(sides.route(at))
        )

        def make(writer: Writer, key: Key = key, wanted: Any = wanted) -> None:
            writer.set(key, wanted)

        planned = Planned(told, SETS, make)
        if isinstance(written.get("emotion"), dict) != bool(key.entry) and key.field == "emotion" and "emotion" in written:  # fmt: skip
            apart = "tells personas apart" if not key.entry else "has one emotion for everybody"
            yield planned.without_a_way(f"the step {apart} in the file", "change it by hand")
        else:
            yield planned if mine is None else planned.with_state("conflict", CHANGED, SETTLE)


def _told(at: str, data: dict[str, Any], written: dict[str, Any]) -> Iterator[tuple[Key, str, Any, Any]]:
    """Each fact with its lane, what was typed and what the file says."""
    for field, lane in (("owner", OWNER), ("feeling", "feeling")):
        if field in data:
            yield Key(at, field), lane, data[field], written.get(field)
    said, now = data.get("emotion"), written.get("emotion")
    for who, number in (said if isinstance(said, dict) else {"": said}).items():
        if number is not None:
            mine = now.get(who) if isinstance(now, dict) else now
            yield Key(at, "emotion", who), mood_lane(who or "*"), number, mine


def _cards(sides: Sides, column: Column, at: str) -> Iterator[Planned]:
    """Cards that the step does not have, each of them perhaps one that the file words otherwise."""
    fold, step = sides.returned.reading.fold, sides.outline.steps[at]
    for lane, places in column.cells.items():
        there = Counter(fold(as_text(item.text)) for item in step.lanes.get(lane, ()))
        for place in places:
            for text in card_texts(sides, place):
                if there[fold(text)] > 0:
                    there[fold(text)] -= 1
                else:
                    yield _card(sides, at, lane, place, text)


def _card(sides: Sides, at: str, lane: str, place: Place, text: str) -> Planned:
    told = Revision("add", f"{at}.{lane}", "", sides.returned.name(*place), None, text, None)
    planned = Planned(told, ADDS, lambda writer: writer.add(place, today_ref(at), lane, text))
    return planned.with_state(
        "undecided",
        "the file has that step by now, without this card",
        "--theirs adds it, --mine leaves it out",
    )
