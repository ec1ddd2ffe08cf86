"""For the terminal: each change under its step with a sign and a colour, then the figures that follow."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from blueprint_cli.analysis.differences.figure_rows import figure_rows
from blueprint_cli.analysis.differences.saying import Saying
from blueprint_cli.report.style import columns, one_line, padded, paint, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.analysis.differences.change import Change, Same
    from blueprint_cli.analysis.differences.figure_rows import FigureRow
    from blueprint_cli.analysis.differences.outcome import Compared, Outcome
    from blueprint_cli.report.style import Style
    from blueprint_cli.report.view import View

SIGNS: dict[str, tuple[str, Style]] = {
    "added": ("+", "good"),
    "removed": ("−", "error"),
    "moved": ("↷", "info"),
    "renamed": ("~", "warning"),
    "changed": ("~", "warning"),
}
_WIDEST = 110


def render(outcome: Outcome, view: View) -> Iterator[str]:
    """The report, file by file; nothing at all where nothing differs."""
    first = True
    for file in outcome.files:
        if file.changes:
            yield "" if first else "\n\n"
            yield "\n".join(_file(file, view)) + "\n"
            first = False


def _file(file: Compared, view: View) -> Iterator[str]:
    saying = Saying(file.comparison)
    yield paint(one_line(file.title), "strong", color=view.color)
    names = " → ".join(name for name in (file.old_name, file.new_name) if name)
    yield from (paint(line, "faint", color=view.color) for line in wrapped(names, view.width))
    yield from wrapped(_summary(file, saying), view.width)
    for heading, group in groupby(file.changes, saying.group_of):
        yield ""
        yield paint(one_line(heading), "strong", color=view.color)
        for change in group:
            yield from _change(change, saying, view)
    rows = figure_rows(file.figures, "en")
    if rows:
        yield ""
        yield from _figures(rows, saying, view)


def _summary(file: Compared, saying: Saying) -> str:
    kinds = [str(change.kind) for change in file.changes]
    words = saying.words

    def counted(kind: str, count: int) -> str:
        return words.one[kind] if count == 1 else words.many[kind].format(n=count)

    parts = [counted(kind, kinds.count(kind)) for kind in SIGNS if kind in kinds]
    return f"{counted('all', len(kinds))}: {', '.join(parts)}"


def _change(change: Change, saying: Saying, view: View) -> Iterator[str]:
    sign, style = SIGNS[change.kind]
    yield from _signed(sign, style, saying.sentence(change), view, "  ")
    for same in change.inside:
        yield from _signed(sign, "faint", _card(same, saying), view, "      ")


def _card(same: Same, saying: Saying) -> str:
    what = saying.words.whats[(same.layer_new or same.layer_old) if same.what == "action" else same.what]
    return f"{what} {saying.name(same)}"


def _signed(sign: str, style: Style, text: str, view: View, indent: str) -> Iterator[str]:
    room = min(view.width, _WIDEST) - len(indent) - 2
    first, *more = wrapped(one_line(text), room)
    yield f"{indent}{paint(sign, style, color=view.color)} {first}"
    yield from (f"{indent}  {line}" for line in more)


def _figures(rows: list[FigureRow], saying: Saying, view: View) -> Iterator[str]:
    words = saying.words
    head = (words.figure, words.before, words.after_, words.difference)
    table = [head, *(row[:4] for row in rows)]
    widths = [max(columns(row[at]) for row in table) for at in range(4)]
    for number, row in enumerate(table):
        cells = [padded(cell, widths[at], right=at > 0) for at, cell in enumerate(row)]
        if number and rows[number - 1].gain is not None:
            cells[3] = paint(cells[3], "good" if rows[number - 1].gain else "warning", color=view.color)
        line = "  ".join(cells).rstrip()
        yield line if number else paint(line, "strong", color=view.color)
