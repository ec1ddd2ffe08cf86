"""Rows of flat sheets that a client took out: what they tell of stands in the grid, so it is asked what is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.edit.returning.planning import REMOVALS, Planned
from blueprint_cli.workbook.anchors import TITLE_LANE, Key
from blueprint_cli.workbook.revisions import Revision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.workbook.returning.gone_rows import Table

_MOST_TOLD, _MOST_SAID = 5, 3


def revised_gone_rows(sides: Sides) -> Iterator[Planned]:
    """One revision for every row that is gone, whatever it said; more than a few of a table are told at once."""
    tables: dict[Table, list[Planned]] = {}
    for at, table in sides.returned.rows_gone.items():
        today = sides.matched.key(Key(at, "what")) if table == "fail_points" else None
        address = today.at if today is not None else sides.matched.address(at)
        if address is not None and sides.route(address) is not None:
            tables.setdefault(table, []).append(_planned(sides, at, address, table))
    for table, planned in tables.items():
        if len(planned) <= _MOST_TOLD:
            yield from planned
        else:
            yield _together(sides, table, planned)


def _together(sides: Sides, table: Table, planned: list[Planned]) -> Planned:
    base = " | ".join(str(entry.revision.base) for entry in planned[:_MOST_SAID])
    told = Planned(Revision("delete", "", "", "", f"{base} | …", None, None), REMOVALS)
    why = f"{len(planned)} rows are gone from '{_sheet(sides, table)}', and what they told of still stands"
    return told.with_state(
        "undecided", why, "take out in the grid what is to go; what the rows said stays in the file"
    )


def _sheet(sides: Sides, table: Table) -> str:
    words = sides.decoding.words
    return {"cards": words.cards, "steps": words.steps}.get(table, words.risks)


def _planned(sides: Sides, at: str, today: str, table: Table) -> Planned:
    base = (
        sides.returned.base.get(Key(at, "what"))
        if table == "fail_points"
        else sides.returned.outline.text(at)
    )
    revision = Revision("delete", today, "", "", base, None, base, line=sides.line(sides.route(today)))
    sheet = _sheet(sides, table)
    if table == "fail_points":
        return Planned(revision, REMOVALS).with_state(
            "undecided", f"its row is gone from '{sheet}'", "take it out of the file, or leave it"
        )
    where = _in_grid(sides, at, table)
    what = "delete its column" if table == "steps" else "empty it"
    return Planned(revision, REMOVALS).with_state(
        "undecided",
        f"its row is gone from '{sheet}', and it still stands in {where}",
        f"{what} to take it out; what its row said stays in the file",
    )


def _in_grid(sides: Sides, at: str, table: Table) -> str:
    returned = sides.returned
    if table == "steps":
        return returned.name(returned.grid.row_of(TITLE_LANE) or 1, returned.grid.column_of(at) or 1)
    spot = returned.placed.spots[at]
    return returned.name(*spot) if spot else ""
