"""Where every card of the workbook that was sent stands in the grid that came back."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal

from blueprint_cli.workbook.anchors import CARD_LANES, TEXT_LANES, TITLE_LANE, Key
from blueprint_cli.workbook.reading.cells import as_text

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from blueprint_cli.workbook.reading.cells import Place
    from blueprint_cli.workbook.returning.comparing import Reading
    from blueprint_cli.workbook.returning.outline import Item, Outline
    from blueprint_cli.workbook.returning.returned_grid import ReturnedGrid
    from blueprint_cli.workbook.returning.sent import Sent, Spot

STACKED = (*CARD_LANES, *TEXT_LANES)
_FEWEST_STRAYS, _MOST_STRAYS = 2, 0.1
How = Literal["anchors", "texts"]


class Placed:
    """The cards that were sent, and the texts that were not.

    Attributes:
        spots: the cell of each card by its address; None for one that is gone.
        away: cards that now stand on another sheet.
        fresh: cells of lanes with a text that no card owns, from top to bottom.
        how: by anchors, or by texts where those do not fit.
    """

    def __init__(self) -> None:
        self.spots: dict[str, Place | None] = {}
        self.away: dict[str, Spot] = {}
        self.fresh: list[Place] = []
        self.how: How = "anchors"


def place(grid: ReturnedGrid, base: Outline, sent: Sent | None, reading: Reading) -> Placed:
    """Find every card again: by its anchor, else by its text in its step and lane."""
    placing = _Placing(grid, base, reading)
    if sent is not None and not sent.pasted_as_values and placing.fits(sent):
        placing.by_anchors(sent)
    else:
        placing.placed.how = "texts"
        placing.by_texts(base.items.values())
    return placing.finish()


class _Placing:
    def __init__(self, grid: ReturnedGrid, base: Outline, reading: Reading) -> None:
        self.grid = grid
        self.base = base
        self.title = grid.sheet.title
        self.of_key: dict[Key, Item] = {item.key: item for item in base.items.values()}
        self.reading = reading
        self.placed = Placed()
        self.taken: set[Place] = set()

    def fits(self, sent: Sent) -> bool:
        """Whether the anchors agree with the hidden row and column: programs that are no spreadsheets leave them behind."""
        strays = total = 0
        is_here, lanes = self._is_here, set(self.grid.lanes.values())
        for anchor in sent.anchors:
            key, spot = anchor.key, anchor.spot
            if spot is None or not is_here(spot.sheet):
                continue
            item = self.of_key.get(key)
            if item is not None:
                total += 1
                strays += self._strays(item, spot[1:])
            elif key.at in self.base.steps and not self._fits_step(key, spot, lanes):
                return False
        return strays < _FEWEST_STRAYS or strays <= total * _MOST_STRAYS

    def _is_here(self, sheet: str) -> bool:
        """Whether that is the sheet of the grid, whatever the case of its name."""
        return sheet == self.title or sheet.casefold() == self.title.casefold()

    def _fits_step(self, key: Key, spot: Spot, lanes: Container[str]) -> bool:
        """A title, an emotion, a feeling: one row has them, and the step's column."""
        lane = TITLE_LANE if key.field == "title" else str(Key("", key.field, key.entry))
        column = self.grid.column_of(key.at)
        return (lane not in lanes or self.grid.lanes.get(spot.row) == lane) and column in (None, spot.column)

    def _strays(self, item: Item, spot: Place) -> bool:
        """The anchor points at another lane, and the text there is not the card's."""
        if self.grid.lanes.get(spot[0]) == item.lane:
            return False
        return not self.reading.same("text", self.grid.sheet.value(*spot), item.text)

    def by_anchors(self, sent: Sent) -> None:
        """Take the cells that the anchors point at."""
        owners: dict[Place, list[Item]] = defaultdict(list)
        lost: list[Item] = []
        is_here = self._is_here
        for anchor in sent.anchors:
            item = self.of_key.get(anchor.key)
            if item is None:
                continue
            spot = anchor.spot
            self.placed.spots[item.at] = None
            if anchor.fate == "lost":
                lost.append(item)
            elif spot is not None and not is_here(spot.sheet):
                self.placed.away[item.at] = spot
            elif spot is not None:
                owners[spot[1:]].append(item)
        for place, items in owners.items():
            self._own(place, self._owner(place, items))
        self._exchanged()
        self.by_texts(lost)

    def _exchanged(self) -> None:
        """Cards of a stack that say each other's texts have changed places: sorting moves texts, not anchors."""
        stacks: dict[tuple[str, str], list[Item]] = defaultdict(list)
        for at, spot in self.placed.spots.items():
            item = self.base.items[at]
            if spot is not None and not self.reading.same("text", self.grid.sheet.value(*spot), item.text):
                stacks[item.step, item.lane].append(item)
        for stack in stacks.values():
            said = {self._said(item): self.placed.spots[item.at] for item in stack}
            sent = {self.reading.fold(item.text): item for item in stack}
            if len(said) == len(stack) == len(sent) and said.keys() == sent.keys():
                for text, spot in said.items():
                    self.placed.spots[sent[text].at] = spot

    def _said(self, item: Item) -> str:
        spot = self.placed.spots[item.at]
        return self.reading.fold(self.grid.sheet.value(*spot)) if spot is not None else ""

    def _owner(self, spot: Place, items: list[Item]) -> Item:
        """Of cards that were pasted over each other the one whose text is there."""
        value = self.grid.sheet.value(*spot)
        return next((item for item in items if self.reading.same("text", item.text, value)), items[-1])

    def _own(self, spot: Place, item: Item) -> None:
        if self._is_filled(spot):
            self.placed.spots[item.at] = spot
            self.taken.add(spot)

    def _is_filled(self, spot: Place) -> bool:
        """Whether something stands there; a formula may have no value yet."""
        cell = self.grid.sheet.cells.get(spot)
        return cell is not None and (cell.formula is not None or bool(as_text(cell.value)))

    def _retyped(self) -> None:
        """A card whose cell is empty and whose very text stands in a new cell was carried there by hand."""
        gone = [item for at, item in self.base.items.items() if self.placed.spots.get(at, ()) is None]
        if not gone:
            return
        fresh: dict[str, list[Place]] = defaultdict(list)
        for spot in self._fresh():
            fresh[self.reading.fold(self.grid.sheet.value(*spot))].append(spot)
        texts = Counter(self.reading.fold(item.text) for item in gone)
        for item in gone:
            text = self.reading.fold(item.text)
            if texts[text] == 1 and len(fresh.get(text, ())) == 1:
                self._own(fresh[text][0], item)

    def by_texts(self, items: Iterable[Item]) -> None:
        """Find cards by their texts in their step and lane; what remains alone there on both sides belongs together."""
        stacks: dict[tuple[str, str], list[Item]] = defaultdict(list)
        for item in items:
            self.placed.spots[item.at] = None
            stacks[item.step, item.lane].append(item)
        for (step, lane), stack in stacks.items():
            self._match_stack(stack, self._cells(step, lane))
        self._retyped()

    def _match_stack(self, stack: list[Item], cells: list[Place]) -> None:
        left = []
        for item in stack:
            text = self.reading.fold(item.text)
            spot = next(
                (
                    spot
                    for spot in cells
                    if spot not in self.taken and self.reading.fold(self.grid.sheet.value(*spot)) == text
                ),
                None,
            )
            if spot is None:
                left.append(item)
            else:
                self._own(spot, item)
        open_cells = [spot for spot in cells if spot not in self.taken]
        if len(left) == len(open_cells) == 1 or (
            len(left) == len(open_cells) and len(stack) == len(cells)
        ):  # typed over where they stood
            for item, spot in zip(left, open_cells, strict=True):
                self._own(spot, item)

    def _cells(self, step: str, lane: str) -> list[Place]:
        column = self.grid.column_of(step)
        if column is None:
            return []
        return [
            (row, column)
            for row in sorted(self.grid.lanes)
            if self.grid.lanes[row] == lane and self.grid.sheet.text(row, column)
        ]

    def _fresh(self) -> list[Place]:
        return [
            (row, column)
            for row, column in sorted(self.grid.sheet.cells)
            if column >= self.grid.first
            and self.grid.lanes.get(row) in STACKED
            and (row, column) not in self.taken
            and self._is_filled((row, column))
        ]

    def finish(self) -> Placed:
        """The result, with the texts that nobody owns."""
        self.placed.fresh = self._fresh()
        return self.placed
