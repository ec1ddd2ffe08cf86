"""The table of all actions by step, in time order, with as many columns as the width has room for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from blueprint_cli.language.durations import format_duration
from blueprint_cli.model.word_lists import UNKNOWN_OWNER
from blueprint_cli.report.style import clipped, columns, one_line, padded, paint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from blueprint_cli.analysis.figures import ActionTimes, StepTimes
    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.report.view import View

UNKNOWN, NOTHING = "?", "·"
_RULE = "─"
_LAYER_WORDS = {"customer": "cust", "frontstage": "front", "backstage": "back", "support": "supp"}
WAIT_CELL, WORK_CELL, MIXED_CELL = "░", "█", "▒"
_MARK, _GAP = 2, 2
_ROOM_FOR_ACTION, _ROOM_WHERE_WIDE, _ROOM_AT_MOST = 22, 34, 48
_SMALL_BAR, _LARGE_BAR = 10, 24


def time_words(seconds: int | None) -> str:
    """A time for people; `?` where it is not known and a dot where it is none."""
    return UNKNOWN if seconds is None else format_duration(seconds) if seconds else NOTHING


def owner_words(owner: str | None, blueprint: Blueprint) -> str:
    """The owner's name; `?` where it is known that nobody answers, a dot where nothing is said."""
    if owner is None:
        return NOTHING
    return UNKNOWN if owner == UNKNOWN_OWNER else one_line(blueprint.team_name(owner))


def step_name(step: StepTimes) -> str:
    """The heading of a step."""
    return one_line(step.step.title) if step.step.title else f"Step {step.step.number}"


@dataclass(frozen=True)
class _Column:
    head: str
    width: int
    cell: Callable[[ActionTimes], str]
    right: bool = False
    ends_row: bool = False
    natural: int = 0

    def shown(self, text: str) -> str:
        """The text in the column, with the blanks that part it from its neighbours."""
        room = self.width - (1 if self.ends_row else _GAP)
        text = clipped(text, room)
        if self.ends_row:
            return f" {text}"
        return padded(text, self.width - 1, right=True) + " " if self.right else padded(text, self.width)


def table(timings: Timings, blueprint: Blueprint, view: View) -> Iterator[str]:
    """The lines of the table with its head and the explanation of its signs."""
    shown = _chosen(_columns(timings, blueprint, view), timings, view)
    room = view.width - _MARK - sum(column.width for column in shown)
    layer, others = (shown[:1], shown[1:]) if shown[0].head == "layer" else ([], shown)
    action = _Column("action", room, lambda times: one_line(times.action.action))
    ordered = [*layer, action, *others]
    head = " " * _MARK + "".join(column.shown(column.head) for column in ordered)
    yield paint(head.rstrip(), "faint", color=view.color)
    rows = _rows_by_step(timings)
    for step in sorted(timings.steps, key=lambda times: (times.start_s is None, times.start_s or 0)):
        yield _step_line(step, view)
        for times in rows.get(step.id, ()):
            yield _row(times, ordered, view)
    yield from (paint(line, "faint", color=view.color) for line in _signs(timings, ordered, view))


def _rows_by_step(timings: Timings) -> dict[str, list[ActionTimes]]:
    found: dict[str, list[ActionTimes]] = {}
    for times in timings.actions:
        found.setdefault(times.step, []).append(times)
    return found


def _columns(timings: Timings, blueprint: Blueprint, view: View) -> dict[str, _Column]:
    """Every column there is, as wide as what it holds."""

    def figures(head: str, seconds: Callable[[ActionTimes], int | None]) -> _Column:
        return fitted(head, lambda times: time_words(seconds(times)), right=True)

    def fitted(head: str, cell: Callable[[ActionTimes], str], *, right: bool = False) -> _Column:
        widest = max([len(head), *(columns(cell(times)) for times in timings.actions)])
        return _Column(head, widest + _GAP, cell, right)

    owner = fitted("owner", lambda times: owner_words(times.owner, blueprint))
    found = [
        fitted("layer", lambda times: _LAYER_WORDS[times.layer]),
        replace(owner, width=min(owner.width, max(12, view.width * 9 // 50)), natural=owner.width),
        figures("wait", lambda times: times.wait_s),
        figures("work", lambda times: times.work_s),
        figures("elapsed", lambda times: times.elapsed_s),
        fitted("start", lambda times: _moment(times.start_s), right=True),
        fitted("slack", _slack_words, right=True),
        figures("drag", lambda times: times.drag_s),
        fitted("target", lambda times: _allowed(times.target_s), right=True),
        fitted("limit", lambda times: _allowed(times.limit_s), right=True),
        fitted("basis", lambda times: times.action.basis or NOTHING),
    ]
    return {column.head: column for column in found}


def _moment(seconds: int) -> str:
    return format_duration(seconds) if seconds else "0"


def _slack_words(times: ActionTimes) -> str:
    return "any" if times.slack_s is None else time_words(times.slack_s)


def _allowed(seconds: int | None) -> str:
    return NOTHING if seconds is None else format_duration(seconds)


def _chosen(known: dict[str, _Column], timings: Timings, view: View) -> list[_Column]:
    """The columns that leave room for the action, those that say most first; the bar takes what is left over."""
    first = ["wait", "work", "layer", "owner"]
    later = ["drag", "slack", "when", "start", "elapsed", "target", "limit", "basis"]
    small = _bar_column(_SMALL_BAR, timings)
    widths = {**{name: column.width for name, column in known.items()}, "when": small.width}
    room, chosen = view.width - _MARK, set[str]()
    for name in first:
        if room - widths[name] >= _ROOM_FOR_ACTION or name in ("wait", "work"):
            chosen.add(name)
            room -= widths[name]
    longest = max((columns(one_line(times.action.action)) for times in timings.actions), default=0)
    wide = min(max(longest + _GAP, _ROOM_WHERE_WIDE), _ROOM_AT_MOST)
    for name in later:
        if room - widths[name] < wide:
            break
        chosen.add(name)
        room -= widths[name]
    cells = min(_LARGE_BAR, _SMALL_BAR + max(room - wide, 0))
    bar = [_bar_column(cells, timings)] if "when" in chosen else []
    spare = max(room - longest - _GAP, 0) if not bar else 0
    return [
        _widened(column, spare) if name == "owner" else column
        for name, column in known.items()
        if name in chosen
    ] + bar


def _widened(column: _Column, spare: int) -> _Column:
    """A column with some of the room that nothing else needs."""
    return replace(column, width=min(column.natural, column.width + spare))


def _bar_column(cells: int, timings: Timings) -> _Column:
    return _Column("when", cells + 1, lambda times: _bar(times, timings.lead_s, cells), ends_row=True)


def _bar(times: ActionTimes, lead: int, cells: int) -> str:
    """Where an action stands in the lead, waiting light and work dark; at least one cell when it has a length."""
    if not lead or not times.end_s > times.start_s or times.start_s >= lead:
        return ""
    first = times.start_s * cells // lead
    length = max(-(-min(times.end_s, lead) * cells // lead) - first, 1)
    return " " * first + _shades(times, length, times.work_s or 0, lead, cells)


def _shades(times: ActionTimes, length: int, work: int, lead: int, cells: int) -> str:
    if times.wait_s is None or times.work_s is None:
        return MIXED_CELL * length
    if not times.wait_s or not work:
        return (WORK_CELL if work else WAIT_CELL) * length
    if length == 1:
        return WORK_CELL if work >= times.wait_s else WAIT_CELL
    dark = min(max(round(work * cells / lead), 1), length - 1)
    return WAIT_CELL * (length - dark) + WORK_CELL * dark


def _step_line(step: StepTimes, view: View) -> str:
    said = _step_words(step)
    name = clipped(step_name(step), max(view.width - len(said) - 3, 1))
    rule = _RULE * (view.width - columns(name) - len(said) - 2)
    return f"{paint(name, 'strong', color=view.color)} {paint(rule, 'faint', color=view.color)} {said}"


def _step_words(step: StepTimes) -> str:
    if step.start_s is None or step.elapsed_s is None:
        return "never reached"
    start = f"after {format_duration(step.start_s)}" if step.start_s else "at the start"
    if not step.timed:
        return f"{start}, no time known"
    return f"{start}, takes {format_duration(step.elapsed_s)}" if step.elapsed_s else f"{start}, instant"


def _row(times: ActionTimes, shown: list[_Column], view: View) -> str:
    critical = times.critical and times.end_s > times.start_s
    mark = paint("*", "warning", color=view.color and critical) if critical else " "
    cells = {column.head: column.shown(column.cell(times)) for column in shown}
    if "elapsed" not in cells and _is_lump(times):
        whole = f"{time_words(times.elapsed_s)} in all"
        cells["wait"] = padded(whole, columns(cells["wait"] + cells["work"]) - 1, right=True) + " "
        cells["work"] = ""
    if "when" in cells:
        cells["when"] = paint(cells["when"].rstrip(), "warning" if critical else "faint", color=view.color)
    return f"{mark} {''.join(cells.values())}".rstrip()


def _is_lump(times: ActionTimes) -> bool:
    """True where only the elapsed time is known, waiting and working not told apart."""
    return times.elapsed_s is not None and times.wait_s is None and times.work_s is None


def _signs(timings: Timings, shown: list[_Column], view: View) -> Iterator[str]:
    """What the signs mean, those alone that stand in the table."""
    heads = {column.head for column in shown}
    bars = [f"{WAIT_CELL} waiting", f"{WORK_CELL} work"] if "when" in heads else []
    bars += [f"{MIXED_CELL} either"] if bars and any(map(_is_lump, timings.actions)) else []
    signs = ["* longest path", f"{NOTHING} none", f"{UNKNOWN} not known"]
    signs += ["slack: how much later it may end"] if "slack" in heads else []
    signs += ["drag: what the whole gains without it"] if "drag" in heads else []
    line = " "
    for sign in (*bars, *signs):
        if columns(line) + columns(sign) + _GAP > view.width:
            yield line
            line = " "
        line += f"{'' if line == ' ' else ' '} {sign}"
    yield line
