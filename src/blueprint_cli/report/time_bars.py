"""A bar a step: where in the lead it lies, and where in it somebody works."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.language.durations import format_duration
from blueprint_cli.report.style import clipped, columns, padded, paint
from blueprint_cli.report.time_table import MIXED_CELL, WAIT_CELL, WORK_CELL, step_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blueprint_cli.analysis.figures import StepTimes
    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.report.view import View

_MOST, _GAP, _LEAST_BAR = 12, 2, 10
_NAME_SHARE = 0.4


class _Stretch(NamedTuple):
    start: int
    end: int
    cell: str


def bars(timings: Timings, view: View) -> Iterator[str]:
    """The steps that take time in their order, the longest dozen of them; nothing where fewer than two do."""
    timed = [step for step in timings.steps if step.elapsed_s and step.start_s is not None]
    if len(timed) < 2:  # noqa: PLR2004 - one bar tells nothing
        return
    told = sorted(timed, key=lambda step: -(step.elapsed_s or 0))[:_MOST]
    told.sort(key=lambda step: (step.start_s or 0, step.step.number))
    times = [format_duration(step.elapsed_s or 0) for step in told]
    figure = max(map(columns, times))
    longest = max(columns(step_name(step)) for step in told)
    name = min(longest, int(view.width * _NAME_SHARE), view.width - figure - 3 * _GAP - _LEAST_BAR)
    cells = view.width - name - figure - 3 * _GAP
    stretches = _stretches(timings)
    yield paint("Where the time goes, step by step", "strong", color=view.color)
    for step, time in zip(told, times, strict=True):
        head = f"  {padded(clipped(step_name(step), name), name)}  {padded(time, figure, right=True)}  "
        yield head + paint(_bar(step, stretches, timings.lead_s, cells), "warning", color=view.color)
    yield paint(f"  {WAIT_CELL} waiting  {WORK_CELL} work{_either(stretches)}", "faint", color=view.color)
    left_out = len(timed) - len(told)
    if left_out:
        yield f"  and {left_out} shorter step{'s' if left_out > 1 else ''}"


def _either(stretches: Sequence[_Stretch]) -> str:
    return f"  {MIXED_CELL} either" if any(stretch.cell == MIXED_CELL for stretch in stretches) else ""


def _stretches(timings: Timings) -> list[_Stretch]:
    """Where somebody works on the longest path, and where nobody can tell."""
    found = []
    for key in timings.critical_path:
        times = timings.action(key)
        if times.work_s is not None:
            found.append(_Stretch(times.end_s - times.work_s, times.end_s, WORK_CELL))
        elif times.wait_s is None:
            found.append(_Stretch(times.start_s, times.end_s, MIXED_CELL))
    return found


def _bar(step: StepTimes, stretches: Sequence[_Stretch], lead: int, cells: int) -> str:
    begin, end = step.start_s or 0, min((step.start_s or 0) + (step.elapsed_s or 0), lead)
    first = min(round(begin * cells / lead), cells - 1)
    last = max(round(end * cells / lead), first + 1)
    return " " * first + "".join(
        _cell(stretches, max(begin, cell * lead / cells), min(end, (cell + 1) * lead / cells))
        for cell in range(first, last)
    )


def _cell(stretches: Sequence[_Stretch], begin: float, end: float) -> str:
    """What takes at least half of a cell's time."""
    for cell in (WORK_CELL, MIXED_CELL):
        covered = sum(
            max(0, min(stretch.end, end) - max(stretch.start, begin))
            for stretch in stretches
            if stretch.cell == cell
        )
        if 2 * covered >= end - begin:
            return cell
    return WAIT_CELL
