"""Rows of flat sheets that are gone, or emptied as a whole, while what they tell of stands in the grid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from blueprint_cli.workbook.anchors import CARD_LANES, SHOWN_LANE
from blueprint_cli.workbook.reading.cells import as_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from blueprint_cli.workbook.anchors import Key
    from blueprint_cli.workbook.returning.outline import Outline
    from blueprint_cli.workbook.returning.returned import Returned

Table = Literal["cards", "steps", "fail_points", "pain_points", "opportunities"]
_OF_LANES: dict[str, Table] = {"pain_points": "pain_points", "opportunities": "opportunities"}
_BY_FIELD: dict[str, Table] = {
    SHOWN_LANE: "cards",
    "what": "fail_points",
    "severity": "pain_points",
    "impact": "opportunities",
    "target": "steps",
}
"""The field by which a table is known; that of cards has some of the others, too."""
_IN_THE_GRID = ("title", "emotion", "feeling", "thought", "quote", "action", "text")


def rows_gone(returned: Returned) -> dict[str, Table]:
    """The parts whose row is gone, by address; with a table all rows are gone, unless it is only not found."""
    if not returned.spots:
        return {}
    rows: dict[Table, set[str]] = {}
    for table in returned.tables.tables:
        kind = next((kind for field, kind in _BY_FIELD.items() if field in table.fields.values()), None)
        if kind is not None:
            rows.setdefault(kind, set()).update(table.rows.values())
    gone: dict[str, Table] = {}
    for kind, sent in _sent(returned.outline, returned.base).items():
        if kind in rows or _is_taken_out(returned, set(sent)):
            gone.update(dict.fromkeys((at for at in sent if at not in rows.get(kind, ())), kind))
    return {at: kind for at, kind in gone.items() if _stands(returned, at)}


def _is_taken_out(returned: Returned, sent: set[str]) -> bool:
    """Whether nothing is left of the facts of a table that is not found."""
    facts = [key for key in returned.spots if key.at in sent and key.field not in _IN_THE_GRID]
    found = (returned.theirs(key) for key in facts)
    return bool(facts) and not any(as_text(theirs.cell.value) or theirs.cell.formula for theirs in found)


def _sent(outline: Outline, base: Mapping[Key, object]) -> dict[Table, list[str]]:
    found: dict[Table, list[str]] = {
        "cards": [],
        "steps": list(outline.steps),
        "fail_points": [key.at for key in base if key.field == "what"],
        "pain_points": [],
        "opportunities": [],
    }
    for at, item in outline.items.items():
        if item.lane in CARD_LANES:
            found[_OF_LANES.get(item.lane, "cards")].append(at)
    return found


def _stands(returned: Returned, at: str) -> bool:
    """Whether the card or the step stands in the grid; what may fail goes with its card."""
    card = at.partition(".fail_points[")[0]
    if card in returned.outline.items:
        return returned.placed.spots.get(card) is not None
    return returned.grid.column_of(card) is not None


def is_told_by_its_row(key: Key, gone: Mapping[str, Table]) -> bool:
    """Whether a fact went with the row that told it."""
    return key.at in gone and key.field not in _IN_THE_GRID
