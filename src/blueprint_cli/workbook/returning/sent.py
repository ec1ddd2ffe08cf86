"""The hidden sheet `_bp` as it came back: what the workbook was sent with, and where its cells have gone."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from blueprint_cli.workbook import anchors
from blueprint_cli.workbook.anchors import Key, read_key
from blueprint_cli.workbook.reading.cells import EMPTY, as_text, column_number
from blueprint_cli.workbook.shown import read_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from blueprint_cli.workbook.anchors import Value
    from blueprint_cli.workbook.reading.cells import Book, Cell, Sheet
    from blueprint_cli.workbook.reading.cells import Value as Shown

# Excel writes `Blueprint!$G$14`, OpenDocument `of:=[$Blueprint.$G$14]`; both quote names that need it.
_SHORT = re.compile(r"([A-Za-z0-9_]+)!\$([A-Z]{1,3})\$([0-9]{1,7})\Z")
_REFERENCE = r"(?:of:)?=?\[?\$?(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!.\[\]$]+))[!.]\$?(?P<column>[A-Z]{1,3})\$?(?P<row>[0-9]{1,7})\]?\Z"
LOST = "#REF!"
"""In a formula, in place of a cell whose row or column is gone."""

Fate = Literal["stands", "deleted", "lost"]


class Spot(NamedTuple):
    """A cell of a sheet."""

    sheet: str
    row: int
    column: int


class Anchor(NamedTuple):
    """One fact as it was sent.

    Attributes:
        key: its name.
        base: the value of its cell.
        fate: `deleted` when its row or column is gone; `lost` when its formula is.
        spot: where its cell is now, when it stands.
    """

    key: Key
    base: Value
    fate: Fate
    spot: Spot | None = None


class Sent:
    """What the hidden sheet says.

    Attributes:
        sheet: the sheet itself.
        anchors: the facts in the order of the file.
        about: what is said of the whole workbook, by its key: `@sha256`, `@lang`.
    """

    def __init__(
        self, sheet: Sheet, anchors: Iterable[Anchor] = (), about: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self.sheet = sheet
        self.anchors = list(anchors)
        self.about = dict(about)

    @property
    def marks(self) -> frozenset[int]:
        """Those of the cells that only show something; none in a workbook that was made before there were any."""
        return read_marks(said for name, said in self.about.items() if name.startswith(anchors.META_SHOWN))

    @property
    def pasted_as_values(self) -> bool:
        """True when the formulas were replaced by what they showed."""
        return bool(self.anchors) and all(anchor.fate == "lost" for anchor in self.anchors)

    def with_anchors(self, anchors: Iterable[Anchor]) -> Sent:
        """The same with other anchors."""
        return Sent(self.sheet, anchors, self.about)


def renamed(sent: Sent, old: str, new: str) -> Sent:
    """The same with a sheet under the name that it has now."""
    moved = [
        anchor._replace(spot=anchor.spot._replace(sheet=new))
        if anchor.spot and anchor.spot.sheet == old
        else anchor
        for anchor in sent.anchors
    ]
    return sent.with_anchors(moved)


def read_sent(book: Book) -> Sent | None:
    """What the hidden sheet says; None without one."""
    sheet = book.sheet(anchors.SHEET) or next((sheet for sheet in book.sheets if _is_ours(sheet)), None)
    if sheet is None:
        return None
    sent = Sent(sheet)
    get, keep = sheet.cells.get, sent.anchors.append
    for row in sheet.rows:
        named = get((row, anchors.KEY_COLUMN), EMPTY).value
        base = get((row, anchors.BASE_COLUMN), EMPTY).value
        name = as_text(named)
        if name.startswith("@"):
            sent.about[name] = as_text(base)
        elif row > 1 and (key := read_key(name)) is not None:
            keep(Anchor(key, _plain(base), *_fate(get((row, anchors.ANCHOR_COLUMN)))))
    return sent


@lru_cache(maxsize=16_384)  # the hidden sheet and a flat one refer to the same cells
def spot_of(formula: str) -> Spot | None:
    """The cell that a formula shows, where it does nothing else."""
    short = _SHORT.match(formula)
    if short:
        sheet, column, row = short.groups()
        return Spot(sheet, int(row), column_number(column))
    found = re.match(_REFERENCE, formula)
    if not found:
        return None
    name = (found["quoted"] or found["plain"] or "").replace("''", "'")
    return Spot(name, int(found["row"]), column_number(found["column"]))


def _is_ours(sheet: Sheet) -> bool:
    """The hidden sheet under another name."""
    return any(
        sheet.text(row, anchors.KEY_COLUMN) == anchors.META_FORMAT
        for row, column in sheet.cells
        if column == 1
    )


def _plain(value: Shown) -> Value:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    return as_text(value) or None


def _fate(cell: Cell | None) -> tuple[Fate, Spot | None]:
    if cell is None:
        return "lost", None
    said = cell.formula
    if said is None:
        said = cell.value if isinstance(cell.value, str) and cell.value.startswith("=") else None
        if said is None:
            return ("deleted" if cell.is_error else "lost"), None
    spot = spot_of(said)
    if spot is not None:
        return "stands", spot
    return ("deleted" if LOST in said or cell.is_error else "lost"), None
