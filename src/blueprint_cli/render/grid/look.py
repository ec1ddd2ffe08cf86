"""Looks of the workbook as named styles: the palette of the drawing, one font whose widths are known."""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils.indexed_list import IndexedList

from blueprint_cli.render.drawing.metrics import text_width
from blueprint_cli.render.drawing.theme import LANES, LIGHT
from blueprint_cli.render.drawing.wrapping import wrap
from blueprint_cli.render.grid.column_widths import EXCEL

FONT = "Arial"
SMALL, BODY, REPEATED, TITLE, LEADING = 9, 10, 12, 18, 13.2
CELL_PADDING = 14.0
TEXT_FORMAT = "@"
_MOST_LINES = 28
_PREFIX = "bp"


def new_book() -> Any:
    """An empty workbook whose own font is ours: programs count the width of columns in the digits of that font."""
    book: Any = Workbook()
    book._fonts = IndexedList([font()])  # noqa: SLF001
    book._named_styles["Normal"].font = font()  # noqa: SLF001
    return book


def colour(role: str) -> str:
    """A colour as spreadsheets write it: a role of the theme, or #rrggbb."""
    return (role if role.startswith("#") else LIGHT.colour(role)).lstrip("#").upper()


def fill(role: str) -> PatternFill:
    """A plain ground."""
    return PatternFill("solid", fgColor=colour(role))


def font(role: str = "ink", size: float = BODY, *, bold: bool = False, italic: bool = False) -> Font:
    """The workbook's font in a colour of the theme."""
    return Font(name=FONT, size=size, bold=bold, italic=italic, color=colour(role))


def edge(role: str = "grid", style: Any = "thin") -> Side:
    """One side of a border."""
    return Side(style=style, color=colour(role))


def frame(role: str = "grid", style: Any = "thin") -> Border:
    """All four sides."""
    side = edge(role, style)
    return Border(left=side, right=side, top=side, bottom=side)


def aligned(
    horizontal: Any = "left", vertical: Any = "top", indent: int = 0, *, wrapped: bool = True
) -> Alignment:
    """Where the text stands in its cell."""
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=wrapped, indent=indent)


PAD = "\u00a0\u00a0"
"""Stands behind the figures of a column: programs keep it, while some lose the indent of a number at the right."""


CENTRED = ("time", "time total")
"""Looks of the times of the grid."""

Look = dict[str, Any]
"""What a named style says: font, fill, border, alignment, number_format."""


def _look(**said: Any) -> Look:
    return {"font": font(), "alignment": aligned(), "number_format": TEXT_FORMAT, **said}


_TILES = frame("bg", "medium")
_AT_RIGHT = aligned("right", "center", 1, wrapped=False)
_FLUSH = aligned("right", "center", wrapped=False)
_IN_TABLE = aligned(vertical="center", indent=1)
_RULED = Border(bottom=edge("grid", "hair"))
_SHARE = f'[=0]0 %"{PAD}";[<0.005]"< 1 %{PAD}";0 %"{PAD}"'
"""A share that is little is not none."""
_COUNT = f'0"{PAD}"'


def gap(unit: str, figures: str = "0.0", spoken: str = "") -> str:
    """The format of a difference between two times."""
    return f'{spoken}+{figures}" {unit}{PAD}";\u2212{figures}" {unit}{PAD}";0" {unit}{PAD}"'


GAPS = {
    "cell gap seconds": ("s", "0"),
    "cell gap minutes": ("min", "0"),
    "cell gap parts": ("min", "0.0"),
    "cell gap": ("h", "0.0"),
    "cell gap days": ("d", "0.0"),
}
"""Looks of differences: unit and figures; parts are those of minutes."""
LOOKS: dict[str, Look] = {
    "title": _look(font=font(size=TITLE, bold=True), alignment=aligned(vertical="center", wrapped=False)),
    "title over steps": _look(font=font(size=TITLE, bold=True), alignment=_IN_TABLE),
    "title repeated": _look(font=font("muted", REPEATED, bold=True), alignment=_IN_TABLE),
    "scenario": _look(font=font("muted", BODY), alignment=aligned(vertical="top", indent=1)),
    "who": _look(font=font("muted", SMALL), alignment=aligned(vertical="top")),
    **{
        name: _look(
            font=font("head-ink", 11, bold=True),
            fill=fill("head"),
            alignment=aligned(at, "center", indent),
            border=Border(left=edge("bg", "thick"), right=edge("bg", "thick")),
        )
        for name, at, indent in (("phase", "center", 0), ("phase long", "left", 1))
    },
    "no phase": _look(),
    "step": _look(
        font=font(bold=True),
        fill=fill("step"),
        alignment=aligned("center", "center"),
        border=Border(left=edge("bg", "thick"), right=edge("bg", "thick")),
    ),
    "head label": _look(font=font("muted", SMALL), alignment=aligned(vertical="center", indent=1)),
    "line name": _look(
        font=font("line", 8, bold=True), alignment=aligned(vertical="center", indent=1, wrapped=False)
    ),
    "line": _look(border=Border(bottom=edge("line", "mediumDashed"))),
    "line visibility": _look(border=Border(bottom=edge("line", "thick"))),
    "mood": _look(
        font=font("ink", 11, bold=True),
        alignment=aligned("center", "center"),
        border=_TILES,
        number_format="+0;\u22120;0",
        fill=fill("#f7f8fa"),
    ),
    "curve": _look(border=Border(left=edge("grid", "hair"), right=edge("grid", "hair"))),
    "fact": _look(font=font("muted", SMALL), alignment=_IN_TABLE, border=_RULED),
    "heard": _look(font=font(size=SMALL, italic=True), alignment=_IN_TABLE, border=_RULED),
    "feeling": _look(font=font(size=SMALL), alignment=_IN_TABLE, border=_RULED),
    **{
        name: _look(font=font(size=SMALL, bold=bold), alignment=aligned("center", "center"), border=_RULED)
        for name, bold in zip(CENTRED, (False, True), strict=True)
    },
    "hidden": _look(font=font("soft", SMALL)),
    "cell": _look(font=font(size=SMALL), border=Border(bottom=edge("grid")), alignment=_IN_TABLE),
    "cell running": _look(
        font=font(size=SMALL),
        border=Border(bottom=edge("grid")),
        alignment=aligned(vertical="center", indent=1, wrapped=False),
    ),
    "cell link": _look(font=font("flow", SMALL), border=Border(bottom=edge("grid")), alignment=_IN_TABLE),
    **{
        f"cell {kind}": _look(
            font=font(size=SMALL),
            border=Border(bottom=edge("grid")),
            number_format=shown,
            alignment=alignment,
        )
        for kind, shown, alignment in (
            ("time", '0" min"', _AT_RIGHT),
            ("share", _SHARE, _FLUSH),
            ("day", "yyyy-mm-dd", _IN_TABLE),
            ("clock", TEXT_FORMAT, _FLUSH),
            ("moment", TEXT_FORMAT, _FLUSH),
            ("figure", TEXT_FORMAT, _AT_RIGHT),
            ("count", _COUNT, _FLUSH),
            *((name.removeprefix("cell "), gap(*said), _FLUSH) for name, said in GAPS.items()),
        )
    },
    **{
        f"sum{kind}": _look(
            font=font(size=SMALL, bold=True),
            border=Border(top=edge("head"), bottom=edge("head")),
            number_format=shown,
            alignment=_FLUSH if kind else _IN_TABLE,
        )
        for kind, shown in (("", "@"), (" share", _SHARE), (" clock", TEXT_FORMAT))
    },
    **{
        f"{kind} fixed": _look(
            font=font("muted", SMALL, bold=kind == "sum clock", italic=True),
            border=Border(top=edge("head"), bottom=edge("head"))
            if kind == "sum clock"
            else Border(bottom=edge("grid")),
            alignment=_FLUSH,
        )
        for kind in ("cell clock", "cell moment", "sum clock")
    },
    "sum label": _look(
        font=font("muted", SMALL),
        border=Border(top=edge("head"), bottom=edge("head")),
        alignment=_AT_RIGHT,
    ),
    "cell outcome": _look(
        font=font(size=SMALL, bold=True),
        border=Border(bottom=edge("grid")),
        alignment=_IN_TABLE,
    ),
    "note": _look(font=font("muted", SMALL)),
    "note warning": _look(font=font("bad", SMALL, bold=True), alignment=aligned(vertical="center")),
    "cell shown": _look(
        font=font(size=SMALL), border=Border(bottom=edge("grid")), number_format=";;;@", alignment=_IN_TABLE
    ),
    "table title": _look(font=font(size=13, bold=True), alignment=aligned(vertical="center", wrapped=False)),
    "table head number": _look(
        font=font("head-ink", SMALL, bold=True), fill=fill("head"), alignment=aligned("right", "center", 1)
    ),
    "table head": _look(
        font=font("head-ink", SMALL, bold=True),
        fill=fill("head"),
        alignment=aligned(vertical="center", indent=1),
    ),
    "section": _look(
        font=font("head", 11, bold=True),
        alignment=aligned(vertical="center", wrapped=False),
        border=Border(bottom=edge("grid", "medium")),
    ),
    "name": _look(font=font("muted", bold=True), alignment=aligned(vertical="center", indent=1)),
    "link": _look(font=font("flow", bold=True), alignment=aligned(vertical="center", indent=1)),
    "way back": _look(font=font("flow", SMALL), alignment=aligned("right", "center", wrapped=False)),
    "said": _look(alignment=aligned(vertical="center", indent=1)),
}
_VOID, _STRUCK = "#fbeee2", "#c2702f"
"""Ground of a hole and the line across it: patterns are drawn by some programs only, and prints may have no colours."""
_GROUNDS = {
    **{layer: (f"lane.{layer}", f"card.{layer}", f"tab.{layer}") for layer in LANES},
    "pain_points": ("#fdf3f1", "#f9dcd7", "bad"),
    "opportunities": ("#f0f8f4", "#d3ecdf", "good"),
}
"""Tint of a lane, ground of its cards, ink of its name."""


def ground(lane: str) -> tuple[str, str, str]:
    """Tint of a lane, ground of its cards, ink of its name; lanes of facts have none of their own."""
    return _GROUNDS.get(lane, ("bg", "bg", "tab.mood"))


def _layered(kind: str, lane: str) -> Look:
    tint, card, ink = ground(lane)
    if kind == "card":
        return _look(fill=fill(card), border=_TILES, alignment=_IN_TABLE)
    if kind == "legend":
        alignment = aligned(vertical="center", indent=1)
        below = Border(bottom=edge("bg", "medium"))  # one above would cover the line under the heading
        return _look(fill=fill(card), border=below, alignment=alignment, font=font(ink, bold=True))
    if kind == "spare":
        return _look(fill=fill(tint), border=_TILES, alignment=_IN_TABLE)
    if kind in ("hole", "void"):  # the line of a hole would strike out its name in the legend
        struck = frame("bg", "medium")
        struck.diagonal, struck.diagonalUp = edge(_STRUCK) if kind == "hole" else None, kind == "hole"
        return _look(fill=fill(_VOID), border=struck, alignment=_IN_TABLE)
    return _beside(kind, tint, ink)


def _beside(kind: str, tint: str, ink: str) -> Look:
    """What stands at the head of a lane: its name, the hint of its spare row, the prompt of an empty grid."""
    font_of, alignment = {
        "hint": (font("muted", 8), _AT_RIGHT),
        "prompt": (font("muted", SMALL), aligned(indent=1)),
        "asking": (font(ink, bold=True), aligned(vertical="bottom", indent=1)),
    }.get(kind, (font(ink, bold=True), _IN_TABLE))
    return _look(font=font_of, fill=fill(tint), border=Border(left=edge(ink, "thick")), alignment=alignment)


def _mirrored(look: Look) -> Look:
    """Programs turn the columns of a sheet that runs from right to left, but not what stands in its cells."""
    turned = copy(look["alignment"])
    if turned.horizontal in ("left", "right"):
        turned.horizontal = "left" if turned.horizontal == "right" else "right"
    if PAD in look["number_format"]:
        turned.indent = (
            1  # what keeps figures from the edge stands behind them, and the edge is before them now
        )
    return {**look, "alignment": turned}


class Looks:
    """The named styles of one workbook, registered when first used, so that a client can restyle all cells of a kind."""

    def __init__(
        self, book: Any, more: dict[str, Look] | None = None, *, right_to_left: bool = False
    ) -> None:
        self._book = book
        self._right_to_left = right_to_left
        self._known: dict[str, Any] = {}
        self._more = more or {}

    def __getitem__(self, name: str) -> Any:
        """The style of cells that look so: `title`, `card evidence`, `spare customer`, ..."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self._registered(name)
        return found

    def _registered(self, name: str) -> Any:
        said = self._more.get(name) or LOOKS.get(name)
        if said is None:
            said = _layered(*name.split(" ", 1))
        if self._right_to_left:
            said = _mirrored(said)
        style = NamedStyle(name=f"{_PREFIX} {name.replace('_', ' ')}", **said)
        self._book.add_named_style(style)
        cell = self._book.worksheets[0].cell(1, 1)
        # A cell's style is set as a whole, many thousand times; the cell that tells it keeps its own.
        before, cell.style = cell._style, style.name  # noqa: SLF001
        found, cell._style = copy(cell._style), before  # noqa: SLF001
        return found


@lru_cache(maxsize=8192)
def height_of(text: str, characters: float, size: float = BODY, *, bold: bool = False) -> float:
    """Points of height that a text takes in a column of so many characters, wrapped by real widths."""
    room = characters * EXCEL - CELL_PADDING
    lines = sum(max(len(wrap(line, room, size, bold=bold)), 1) for line in text.split("\n"))
    return min(lines, _MOST_LINES) * LEADING * size / BODY + 5


def fitting_width(texts: list[str], least: float, most: float, *, bold: bool = False) -> float:
    """Characters of width for a column of texts, within bounds."""
    widest = max(
        (text_width(line, SMALL, bold=bold) for text in texts for line in text.split("\n")), default=0
    )
    return min(max((widest + CELL_PADDING + 6) / EXCEL, least), most)
