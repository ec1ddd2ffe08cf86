"""What the times come to: the figures of the whole, promises, overruns, totals and repairs."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from blueprint_cli.analysis.bases import bases
from blueprint_cli.analysis.crossings import crossings, hidden_wait_s, system_changes
from blueprint_cli.analysis.moments import VISIBLE_LAYERS
from blueprint_cli.language.durations import format_duration
from blueprint_cli.language.shares import format_share
from blueprint_cli.report.style import Style, clipped, columns, one_line, padded, paint, wrapped
from blueprint_cli.report.time_figures import is_unknown
from blueprint_cli.report.time_table import UNKNOWN, owner_words, step_name, time_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from blueprint_cli.analysis.figures import ActionTimes, SpanTimes, StepTimes, Total
    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.language.durations import Duration
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.report.view import View

_LABEL, _FIGURE, _GAP, _LEAST_WORDS = 20, 12, 2, 20
_LIMIT, _LEAST_NAME = 8, 12
_BASES = {
    "observed": "observed",
    "sourced": "from a source",
    "assumed": "assumed",
    "proposed": "proposed",
    "unfounded": "without a basis",
}


def summary(timings: Timings, view: View) -> Iterator[str]:
    """The figures of the whole journey, one a line, each with what it means."""
    if timings.untimed < len(timings.actions) or timings.lead_s:
        yield from _times(timings, view)
    silence = timings.longest_silence
    if silence and silence.after and silence.until:
        words = f"from {_quoted(timings, silence.after)} to {_quoted(timings, silence.until)}"
        yield figure_line("Longest silence", _time(silence.seconds), words, view)
    hidden = hidden_wait_s(timings)
    if hidden:
        words = "on the longest path, where no customer sees it"
        yield figure_line("Hidden waiting", _time(hidden), words, view)
    yield figure_line("Hand-overs", str(timings.handoffs), "from one owner to another", view)
    yield from _crossed(timings, view)
    yield from _basis(timings, view)


def _times(timings: Timings, view: View) -> Iterator[str]:
    yield figure_line("Lead time", _time(timings.lead_s), f"the longest path, clock {timings.clock}", view)
    if timings.expected and timings.expected.lead_s != timings.lead_s:
        words = f"with branches and loops by their probabilities, {timings.expected.method}"
        yield figure_line("Expected lead", _time(timings.expected.lead_s), words, view)
    if timings.activity_ratio is not None:
        path = [timings.action(key) for key in timings.critical_path]
        work = _work(timings.critical_work_s, path)
        yield figure_line("Work on that path", work, _share(timings, path), view)
    words = f"{_count(len(timings.actions), 'action')}, side by side and in turn"
    yield figure_line("Work in all", _work(timings.work_s, timings.actions), words, view)
    mine = [times for times in timings.actions if times.layer == "customer"]
    effort = _work(timings.customer_s, mine)
    yield figure_line("Customer's effort", effort, "work that the customer does", view)
    seen = [times for times in timings.actions if times.layer in VISIBLE_LAYERS]
    words = "the customer sees something happen"
    yield figure_line("Visible", _work(timings.visible_s, seen), words, view)


def _crossed(timings: Timings, view: View) -> Iterator[str]:
    lines = crossings(timings)
    if any(lines):
        words = (
            f"{lines.interaction} interaction, {lines.visibility} visibility, "
            f"{lines.internal_interaction} internal"
        )
        yield figure_line("Lines crossed", str(sum(lines)), words, view)
    changes = system_changes(timings)
    if changes:
        yield figure_line("System changes", str(changes), "from work in one system to work in another", view)


def _work(seconds: int, actions: Sequence[ActionTimes]) -> str:
    """Work of some actions; `?` where none of it is known and some is missing."""
    return UNKNOWN if is_unknown(seconds, actions) else _time(seconds)


def _share(timings: Timings, path: Sequence[ActionTimes]) -> str:
    if timings.critical_work_s == timings.lead_s:
        return "all of the lead"
    share = f"{timings.activity_ratio or 0:.1%} of the lead ({timings.clock})"
    if all(times.work_s is not None and times.wait_s is not None for times in path):
        return f"{share}, the rest is waiting"
    if not timings.critical_work_s:
        return "it is not told apart from waiting"
    return f"{share}, as far as it is told apart from waiting"


def _basis(timings: Timings, view: View) -> Iterator[str]:
    """How many of the times rest on something, and on what."""
    found = bases(timings)
    if not found.known:
        return
    counts = [f"{count} {_BASES[name]}" for name, count in found._asdict().items() if count]
    share = format_share(Fraction(found.founded, found.known))
    yield figure_line("Known how", share, f"of {_count(found.known, 'time')}: {', '.join(counts)}", view)


def figure_line(label: str, figure: str, words: str, view: View, *, alarming: bool = False) -> str:
    """A figure between its name and what it means, over several lines where that is long."""
    indent = _LABEL + _FIGURE + _GAP
    lines = wrapped(words, max(view.width - indent, 1)) if view.width - indent >= _LEAST_WORDS else []
    style: Style = "warning" if alarming else "strong"
    head = f"{label:{_LABEL}}{paint(padded(figure, _FIGURE, right=True), style, color=view.color)}"
    if not lines:  # too narrow for two columns: the words go below
        return "\n".join([head, *(f"  {line}" for line in wrapped(words, view.width - 2))])
    return "\n".join([f"{head}  {lines[0]}", *(" " * indent + line for line in lines[1:])])


def spans(timings: Timings, blueprint: Blueprint, view: View) -> Iterator[str]:
    """Every stretch from A to B with its promise, target and limit, kept or missed."""
    if not timings.spans:
        return
    yield paint("Spans", "strong", color=view.color)
    for times, span in zip(timings.spans, blueprint.spans, strict=True):
        found = "ends before it starts" if times.reversed else "never"
        if times.elapsed_s is not None:
            found = _time(times.elapsed_s)
        yield _entry(_span_name(times), found, view)
        yield from _verdict("promise", times.elapsed_s, times.promise_s, span.promise, view)
        yield from _verdict("target", times.elapsed_s, times.target_s, span.target, view)
        yield from _verdict("limit", times.elapsed_s, times.limit_s, span.limit, view)


def _verdict(
    word: str, elapsed: int | None, allowed: int | None, said: Duration | None, view: View
) -> Iterator[str]:
    """A line for what was allowed; working time, whose length depends on the calendar, in its own words too."""
    if allowed is None or said is None:
        return
    head = f"    {word:9}{padded(format_duration(allowed), _LIMIT, right=True)}  "
    verdict, style = _kept(elapsed, allowed)
    own_words = f" ({said.text})" if said.clock != "calendar" else ""
    if columns(head + verdict + own_words) > view.width:
        own_words = ""
    yield f"{head}{paint(verdict, style, color=view.color) if style else verdict}{own_words}"


def _span_name(span: SpanTimes) -> str:
    if span.title:
        return one_line(span.title)
    return f"{span.from_ or 'start'} to {span.to or 'end'}"


def _entry(name: str, said: str, view: View) -> str:
    """A name at the left and what is said of it at the right end of a line."""
    room = max(view.width - 2 - columns(said) - _GAP, 1)
    return f"  {padded(clipped(name, room), room)}  {said}"


def _kept(elapsed: int | None, allowed: int) -> tuple[str, Style | None]:
    if elapsed is None:
        return "cannot be told", None
    if elapsed <= allowed:
        return "kept", "good"
    return f"missed by {format_duration(elapsed - allowed)}", "error"


def overruns(timings: Timings, view: View) -> Iterator[str]:
    """Actions and steps over their limit or target, the worst first."""
    found: list[tuple[int, str]] = []
    for action in timings.actions:
        found += _overrun(one_line(action.action.action), action, view)
    for step in timings.steps:
        found += _overrun(step_name(step), step, view)
    if found:
        yield paint("Over target or limit", "strong", color=view.color)
        yield from (line for _, line in sorted(found, key=lambda entry: -entry[0]))


def _overrun(name: str, times: ActionTimes | StepTimes, view: View) -> Iterator[tuple[int, str]]:
    for word, limit in (("limit", times.limit_s), ("target", times.target_s)):
        if limit is not None and times.elapsed_s is not None and times.elapsed_s > limit:
            said = f"{format_duration(times.elapsed_s)}, {word} {format_duration(limit)}"
            yield times.elapsed_s - limit, _entry(name, said, view)
            return


def totals(timings: Timings, blueprint: Blueprint, view: View) -> Iterator[str]:
    """The table that `--by` asks for; owners and systems with the most time on the longest path first."""
    if view.by is None:
        return
    groups = _groups(timings, blueprint, view)
    heads: tuple[str, ...] = ("actions", "work", "wait", "longest path")
    rows: list[tuple[str, ...]] = [
        (
            name,
            str(total.actions),
            *(_at_least(seconds, total) for seconds in (total.work_s, total.wait_s)),
            time_words(total.critical_s),
        )
        for name, total in groups
    ]
    widths = [
        max(map(columns, cells)) + _GAP for cells in zip(heads, *(row[1:] for row in rows), strict=True)
    ]
    if view.width - sum(widths) < _LEAST_NAME:  # too narrow: the count goes first
        heads, widths, rows = heads[1:], widths[1:], [(row[0], *row[2:]) for row in rows]
    room = max(view.width - sum(widths), 1)
    cells = "".join(padded(head, width, right=True) for head, width in zip(heads, widths, strict=True))
    yield paint(padded(f"By {view.by}", room) + cells, "strong", color=view.color)
    for name, *figures in rows:
        cells = "".join(
            padded(figure, width, right=True) for figure, width in zip(figures, widths, strict=True)
        )
        yield padded(clipped(f"  {name}", room), room) + cells
    if not rows:
        yield f"  no action has a{'n' if view.by == 'owner' else ''} {view.by}"
    if any(total.unknown for _, total in groups):
        yield paint(clipped("  + and more: some of it is not known", view.width), "faint", color=view.color)


def _at_least(seconds: int, total: Total) -> str:
    if not total.unknown:
        return time_words(seconds)
    return f"{time_words(seconds)}+" if seconds else UNKNOWN


def _groups(timings: Timings, blueprint: Blueprint, view: View) -> list[tuple[str, Total]]:
    named: dict[str, tuple[dict[str, Total], Callable[[str], str]]] = {
        "layer": (timings.by_layer, str),
        "owner": (timings.by_owner, lambda owner: owner_words(owner, blueprint)),
        "system": (timings.by_system, blueprint.system_name),
        "phase": (timings.by_phase, blueprint.phase_title),
    }
    found, words = named[view.by or "layer"]
    groups = [(one_line(words(key)), total) for key, total in found.items()]
    if view.by in ("owner", "system"):
        groups.sort(key=lambda group: (-group[1].critical_s, -group[1].wait_s - group[1].work_s))
    return groups


def repairs(timings: Timings, blueprint: Blueprint, view: View) -> Iterator[str]:
    """The actions whose time costs the whole most."""
    worth = sorted((times for times in timings.actions if times.drag_s), key=lambda times: -times.drag_s)
    if not worth or not view.top:
        return
    heading = clipped("Repair first: what the whole gains without it", view.width)
    yield paint(heading, "strong", color=view.color)
    for times in worth[: view.top]:
        owner = f" ({owner_words(times.owner, blueprint)})" if times.owner else ""
        if times.target_drag_s and times.target_drag_s != times.drag_s:
            owner += f", {format_duration(times.target_drag_s)} at its target"
        gain = padded(format_duration(times.drag_s), _FIGURE, right=True)
        yield f"  {gain}  {clipped(one_line(times.action.action) + owner, view.width - _FIGURE - 4)}"


def _quoted(timings: Timings, key: str) -> str:
    return f'"{one_line(timings.action(key).action.action)}"'


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _time(seconds: int) -> str:
    return format_duration(seconds) if seconds else "none"
