"""The sheets of an OpenDocument file: read me, grid, flat sheets. Every text is a text."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from blueprint_cli.language.typography import signed
from blueprint_cli.render.grid.direction import runs_right_to_left
from blueprint_cli.render.grid.open_styles import NAMESPACES, automatic_styles
from blueprint_cli.workbook.anchors import PHASE_LANE, STEPS_MARK, TITLE_LANE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from blueprint_cli.workbook.grid import Cell, Grid, Row
    from blueprint_cli.workbook.showing import Table
    from blueprint_cli.workbook.tables import Tables

HIDDEN = ' table:visibility="collapse"'
"""Of the column of lanes and the row of steps' keys, by which the grid is read when it comes back."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"(?<= ) +|^ +")


def content_xml(grid: Grid, tables: Tables, read_me: str) -> str:
    """The first part of the file: everything that stands in cells."""
    sheets = [_read_me(grid, tables, read_me), _grid(grid)]
    sheets += [_flat(sheet.name, sheet.tables, _mode(grid)) for sheet in tables.sheets()]
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMESPACES} office:version="1.2">'
        f"{automatic_styles()}<office:body><office:spreadsheet>{''.join(sheets)}</office:spreadsheet>"
        "</office:body></office:document-content>"
    )


def _mode(grid: Grid) -> str:
    return "rl-tb" if runs_right_to_left(grid) else "lr-tb"


def _sheet(name: str, mode: str, columns: str, rows: Iterable[str], areas: str = "") -> str:
    start = f'<table:table table:name={quoteattr(name)} table:style-name="sheet-{mode}"{areas}>'
    return f"{start}{columns}{''.join(rows)}</table:table>"


def _column(style: str, count: int, more: str = "") -> str:
    return f'<table:table-column table:style-name="{style}" table:number-columns-repeated="{count}"{more}/>'


def _row(cells: Iterable[str], more: str = "") -> str:
    return f'<table:table-row table:style-name="row"{more}>{"".join(cells)}</table:table-row>'


def _text(text: str, style: str, spanned: str = "") -> str:
    if not text:
        return f'<table:table-cell table:style-name="{style}"{spanned}/>'
    lines = "".join(f"<text:p>{_run(line)}</text:p>" for line in re.split(r"\r\n|\r|\n", text))
    return f'<table:table-cell table:style-name="{style}" office:value-type="string"{spanned}>{lines}</table:table-cell>'


def _run(line: str) -> str:
    """Spaces in a row and tabs would be folded to one."""
    kept = escape(_UNWRITABLE.sub("\ufffd", line))
    kept = _SPACES.sub(lambda found: f'<text:s text:c="{len(found[0])}"/>', kept)
    return kept.replace("\t", "<text:tab/>")


def _number(value: int, style: str) -> str:
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="float" office:value="{value}">'
        f"<text:p>{signed(value)}</text:p></table:table-cell>"
    )


def _across(columns: int, rows: int = 1) -> str:
    if columns * rows == 1:
        return ""
    return f' table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}"'


def _covered(count: int) -> list[str]:
    return ["<table:covered-table-cell/>"] * count


def _read_me(grid: Grid, tables: Tables, name: str) -> str:
    rows = [_row([_text(grid.title, "title")])]
    rows += [_row([_text(heading, "muted"), _text(value, "plain")]) for heading, value in tables.facts()]
    return _sheet(name, _mode(grid), _column("labels", 1) + _column("steps", 4), rows)


def _grid(grid: Grid) -> str:
    columns = _column("labels", 1, HIDDEN) + _column("labels", 1) + _column("steps", len(grid.steps))
    keys = [_text(text, "plain") for text in ("", *(key for key, _, _ in grid.steps))]
    scenario = _text(grid.scenario, "muted", _across(len(grid.steps)))
    head = [
        _row([_text("", "plain"), _text(grid.title, "title")]),
        _row([_text("", "plain"), _text(grid.who, "muted"), scenario]),
        _row([_text(STEPS_MARK, "plain"), *keys], HIDDEN),
        _row([_text(PHASE_LANE, "plain"), _text("", "plain"), *_phases(grid)]),
        _row(
            [
                _text(TITLE_LANE, "plain"),
                _text("", "plain"),
                *(_text(title, "step") for _, title, _ in grid.steps),
            ]
        ),
    ]
    return _sheet("Blueprint", _mode(grid), columns, [*head, *_bands(grid)])


def _phases(grid: Grid) -> Iterator[str]:
    for run in grid.phases:
        count = run.last - run.first + 1
        yield _text(run.title, "phase" if run.title else "plain", _across(count))
        yield from _covered(count - 1)


def _bands(grid: Grid) -> Iterator[str]:
    for _, group in groupby(grid.rows, lambda row: row.lane):
        rows = list(group)
        first = rows[0]
        if first.kind == "line":
            style = "line-visibility" if first.name == "visibility" else "line"
            yield _row(
                [
                    _text(first.lane, "plain"),
                    _text(first.label, style),
                    *(_text("", style) for _ in grid.steps),
                ]
            )
        elif first.kind != "curve":
            yield from _lane(rows)


def _lane(rows: Sequence[Row]) -> Iterator[str]:
    lane = rows[0].name.replace("_", "-") if rows[0].kind == "card" else "mood"
    label = _text(rows[0].label, f"label-{lane}", _across(1, len(rows)))
    for place, row in enumerate(rows):
        yield _row(
            [
                _text(row.lane, "plain"),
                *([label] if not place else _covered(1)),
                *(_cell(row, lane, cell) for cell in row.cells),
            ]
        )


def _cell(row: Row, lane: str, cell: Cell) -> str:
    if row.kind == "mood":
        return _text("", "number") if cell.number is None else _number(cell.number, "number")
    if row.kind != "card":
        return _text(cell.text, "fact")
    return _text(cell.text, f"card-{lane}" if cell.text else "hole" if cell.hole else f"spare-{lane}")


def _flat(name: str, tables: Sequence[Table], mode: str) -> str:
    rows: list[str] = []
    for table in tables:
        rows.append(_row([_text(table.title, "title")]))
        rows.append(_row([_text(heading, "head") for heading in table.headings]))
        rows += [_row([_text(text, "fact") for text in line]) for line in table.rows]
        rows.append(_row([_text("", "plain")]))
    count = max(len(table.headings) for table in tables)
    return _sheet(name, mode, _column("facts", count), rows)
