"""A new step as the file says it, and what was typed under it that cannot be said there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from blueprint_cli.edit.returning.planning import SETS, Planned
from blueprint_cli.edit.splicing.containers import KEY_ORDER
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.workbook.anchors import SHOWN_MARK, read_key
from blueprint_cli.workbook.reading.bullets import cards_in
from blueprint_cli.workbook.reading.cells import as_text
from blueprint_cli.workbook.revisions import Revision

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from blueprint_cli.edit.returning.planning import Sides
    from blueprint_cli.workbook.anchors import Kind
    from blueprint_cli.workbook.reading.cells import Place

OWNER = f"{SHOWN_MARK}owner"
"""The lane that shows who answers for the cards of a step; a step that is new has none yet but whom the client names."""


class StepData(NamedTuple):
    """The data of a new step.

    Attributes:
        data: what the file will say.
        left: revisions of what it cannot say.
    """

    data: dict[str, Any]
    left: list[Planned]


def step_data(
    sides: Sides, number: int, title: str, phase: str | None, cells: Mapping[str, Sequence[Place]]
) -> StepData:
    """Read a new column; a lone card stands without a list.

    Args:
        sides: base, theirs and mine.
        number: the column.
        title: what stands in the row of titles.
        phase: the phase that the step is in.
        cells: the cells with new cards, by lane.
    """
    reading = _Reading(sides, number)
    found: dict[str, Any] = {"title": sides.decoding.text(title), "phase": phase}
    found |= {"owner": reading.value(OWNER, "team"), "feeling": reading.value("feeling", "text")}
    found["emotion"] = reading.emotion()
    for lane, stack in cells.items():
        texts = [said for place in stack for said in card_texts(sides, place)]
        found[lane] = texts[0] if len(texts) == 1 else texts
    data = {key: found[key] for key in KEY_ORDER if found.get(key) not in (None, "", [], {})}
    return StepData(data, reading.left)


def card_texts(sides: Sides, place: Place) -> list[str]:
    """The cards that a cell tells of: one, or one a bullet."""
    value = sides.returned.grid.sheet.value(*place)
    return [sides.decoding.text(said) for said in cards_in(value)]


class _Reading:
    def __init__(self, sides: Sides, number: int) -> None:
        self.sides, self.number = sides, number
        self.left: list[Planned] = []

    def value(self, lane: str, kind: Kind) -> Any:
        """What the cell of a lane says as data; None for nothing, and for what cannot be said, which is left."""
        grid = self.sides.returned.grid
        row = grid.row_of(lane)
        said = grid.sheet.value(row, self.number) if row is not None else None
        if row is None or not as_text(said):
            return None
        try:
            return self.sides.decoding.data(kind, said)
        except Refusal as refusal:
            self._leave(row, lane.removeprefix(SHOWN_MARK), refusal)
            return None

    def emotion(self) -> Any:
        """One emotion for everybody, or one for each persona that has one."""
        lanes = [lane for lane in self.sides.returned.grid.lanes.values() if lane.startswith("emotion")]
        keys = {lane: key for lane in dict.fromkeys(lanes) if (key := read_key(lane)) is not None}
        found = {key.entry: self.value(lane, "emotion") for lane, key in keys.items()}
        by_persona = {who: number for who, number in found.items() if who and number is not None}
        everybody = found.get("")
        if by_persona and everybody is not None:
            row = self.sides.returned.grid.row_of("emotion") or 0
            self._leave(row, "emotion", Refusal("the step tells personas apart", "say it of each of them"))
        return by_persona or everybody

    def _leave(self, row: int, field: str, why: Refusal) -> None:
        returned = self.sides.returned
        where, value = returned.name(row, self.number), returned.grid.sheet.value(row, self.number)
        told = Planned(Revision("set", "steps", field, where, None, value), SETS)
        self.left.append(told.without_a_way(why.message, why.help))
