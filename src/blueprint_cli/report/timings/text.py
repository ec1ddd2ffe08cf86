"""For people: every action in the order of the steps, then what it comes to, then what to repair first."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from blueprint_cli.language.durations import format_duration
from blueprint_cli.report.style import Style, clipped, columns, padded, paint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from blueprint_cli.analysis.figures import ActionTimes, SpanTimes, StepTimes, Timings
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.report.view import View

_LAYER, _OWNER, _TIME, _BAR = 6, 13, 8, 10
_LAYER_WORDS = {"customer": "cust", "frontstage": "front", "backstage": "back", "support": "supp"}
_LABEL, _FIGURE = 20, 12
_NOTHING, _UNKNOWN = "·", "?"
_WAIT_CELL, _WORK_CELL = "░", "█"


def render(timings: Timings, blueprint: Blueprint, view: View) -> str:
    """The report for a terminal of `view.width` columns; an unknown time is `?`, never 0."""
    blocks = [
        "\n".join(_heading(timings, blueprint, view)),
        "\n".join(_table(timings, blueprint, view)),
        "\n".join(_summary(timings, blueprint, view)),
        "\n".join(_spans(timings, view)),
        "\n".join(_overruns(timings, view)),
        "\n".join(_totals(timings, blueprint, view)),
        "\n".join(_repairs(timings, blueprint, view)),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _heading(timings: Timings, blueprint: Blueprint, view: View) -> Iterator[str]:
    yield paint(clipped(blueprint.title, view.width), "strong", color=view.color)
    persona = (
        f", {', '.join(blueprint.persona_name(name) for name in blueprint.persona)}"
        if blueprint.persona
        else ""
    )
    yield clipped(f"{blueprint.state}{persona}, clock {timings.clock}", view.width)


def _table(timings: Timings, blueprint: Blueprint, view: View) -> Iterator[str]:
    room = view.width - 2 - _LAYER - _OWNER - 2 * _TIME - _BAR - 1
    head = f"  {'layer':{_LAYER}}{'action':{room}}{'owner':{_OWNER}}{'wait':>{_TIME}}{'work':>{_TIME}} {'when':{_BAR}}"
    yield paint(head.rstrip(), "faint", color=view.color)
    for step in timings.steps:
        yield _step_line(step, view)
        for action in timings.actions:
            if action.step == step.id:
                yield _action_line(action, timings, blueprint, room, view)
    yield paint(
        f"  {_WAIT_CELL} wait  {_WORK_CELL} work  * on the longest path  {_UNKNOWN} not known",
        "faint",
        color=view.color,
    )


def _step_line(step: StepTimes, view: View) -> str:
    title = step.step.title or f"Step {step.step.number}"
    if step.start_s is None or step.elapsed_s is None:
        said = "never reached"
    else:
        start = "at the start" if step.start_s == 0 else f"after {_time(step.start_s)}"
        said = f"{start}, {_time(step.elapsed_s) if step.timed else _UNKNOWN}"
    name = clipped(title, view.width - columns(said) - 2)
    return f"{paint(padded(name, view.width - columns(said)), 'strong', color=view.color)}{said}"


def _action_line(action: ActionTimes, timings: Timings, blueprint: Blueprint, room: int, view: View) -> str:
    owner = blueprint.team_name(action.owner) if action.owner else _NOTHING
    mark = "*" if action.critical and action.elapsed_s else " "
    cells = [
        f"{paint(mark, 'warning', color=view.color)} ",
        padded(_LAYER_WORDS[action.layer], _LAYER),
        padded(clipped(action.action.action, room - 1), room),
        padded(clipped(owner, _OWNER - 1), _OWNER),
        padded(_known(action.wait_s), _TIME, right=True),
        padded(_known(action.work_s), _TIME, right=True),
        f" {_bar(action, timings.lead_s)}",
    ]
    return "".join(cells).rstrip()


def _known(seconds: int | None) -> str:
    return _UNKNOWN if seconds is None else _NOTHING if seconds == 0 else _time(seconds)


def _bar(action: ActionTimes, lead: int) -> str:
    """Where an action stands in the lead, waiting light and work dark; at least one cell when it has a length."""
    if not lead or action.elapsed_s in (None, 0) or action.start_s >= lead:
        return ""
    first = action.start_s * _BAR // lead
    last = max(-(-min(action.end_s, lead) * _BAR // lead), first + 1)
    dark = -(-(action.work_s or 0) * _BAR // lead) if action.work_s else 0
    dark = min(dark, last - first) if not action.wait_s else min(dark, max(last - first - 1, 1))
    return " " * first + _WAIT_CELL * (last - first - dark) + _WORK_CELL * dark


def _summary(timings: Timings, blueprint: Blueprint, view: View) -> Iterator[str]:
    actions = len(timings.actions)
    yield _figure("Lead time", _time(timings.lead_s), "the longest path through the map", view)
    if timings.expected and timings.expected.lead_s != timings.lead_s:
        yield _figure(
            "Expected lead",
            _time(timings.expected.lead_s),
            "with branches and loops by their probabilities",
            view,
        )
    if timings.activity_ratio is not None:
        share = f"{timings.activity_ratio:.1%} of the lead; the rest is waiting"
        yield _figure("Work on that path", _time(timings.critical_work_s), share, view)
    yield _figure(
        "Work in all", _time(timings.work_s), f"{len(timings.actions)} actions side by side and in turn", view
    )
    yield _figure("Customer's effort", _time(timings.customer_s), "work that the customer does", view)
    yield _figure(
        "Visible", _time(timings.visible_s), "time in which the customer sees something happen", view
    )
    silence = timings.longest_silence
    if silence and silence.after and silence.until:
        words = f"from {_quoted(timings, silence.after)} to {_quoted(timings, silence.until)}"
        yield _figure("Longest silence", _time(silence.seconds), words, view)
    yield _figure("Hand-overs", str(timings.handoffs), "from one owner to another", view)
    if timings.untimed:
        said = f"{timings.untimed} of {actions} actions have no time: totals are lower bounds"
        yield _figure("Not known", str(timings.untimed), said, view, alarming=True)
    yield _figure("Known how", *_basis(timings, blueprint), view)


def _basis(timings: Timings, blueprint: Blueprint) -> tuple[str, str]:
    steps = {step.key: step for step in blueprint.steps}
    said = [
        action.action.basis or steps[action.step].basis
        for action in timings.actions
        if action.elapsed_s is not None
    ]
    counts = [f"{said.count(word)} {word}" for word in ("observed", "assumed", "proposed") if word in said]
    silent = said.count(None)
    return f"{len(said) - silent} of {len(said)}", ", ".join(
        [*counts, *([f"{silent} without a basis"] if silent else [])]
    ) or "no times"


def _figure(label: str, figure: str, words: str, view: View, *, alarming: bool = False) -> str:
    lines = textwrap.wrap(words, max(view.width - _LABEL - _FIGURE - 2, 20))
    style: Style = "warning" if alarming else "strong"
    head = (
        f"{label:{_LABEL}}{paint(padded(figure, _FIGURE, right=True), style, color=view.color)}  {lines[0]}"
    )
    return "\n".join([head, *(" " * (_LABEL + _FIGURE + 2) + line for line in lines[1:])])


def _spans(timings: Timings, view: View) -> Iterator[str]:
    if not timings.spans:
        return
    yield paint("From A to B", "strong", color=view.color)
    for span in timings.spans:
        name = clipped(span.title or span.id, view.width - _FIGURE - 4)
        yield f"  {padded(name, view.width - _FIGURE - 2)}{padded(_known_span(span), _FIGURE, right=True)}"
        for word, limit in (("promise", span.promise_s), ("target", span.target_s), ("limit", span.limit_s)):
            if limit is not None:
                yield f"    {word:9}{padded(_time(limit), _TIME, right=True)}  {_verdict(span.elapsed_s, limit, view)}"


def _known_span(span: SpanTimes) -> str:
    return "never" if span.elapsed_s is None else _time(span.elapsed_s)


def _verdict(elapsed: int | None, limit: int, view: View) -> str:
    if elapsed is None:
        return "cannot be told"
    if elapsed <= limit:
        return paint("kept", "good", color=view.color)
    return paint(f"missed by {_time(elapsed - limit)}", "error", color=view.color)


def _overruns(timings: Timings, view: View) -> Iterator[str]:
    lines = [line for action in timings.actions for line in _overrun(action.action.action, action, view)]
    lines += [
        line
        for step in timings.steps
        for line in _overrun(step.step.title or f"Step {step.step.number}", step, view)
    ]
    if lines:
        yield paint("Over target or limit", "strong", color=view.color)
        yield from lines


def _overrun(name: str, times: ActionTimes | StepTimes, view: View) -> Iterator[str]:
    for word, limit in (("limit", times.limit_s), ("target", times.target_s)):
        if limit is not None and times.elapsed_s is not None and times.elapsed_s > limit:
            said = f"{_time(times.elapsed_s)}, {word} {_time(limit)}"
            room = view.width - columns(said) - 4
            yield f"  {padded(clipped(name, room), room)}  {said}"
            return


def _totals(timings: Timings, blueprint: Blueprint, view: View) -> Iterator[str]:
    if view.by is None:
        return
    named: dict[str, Callable[[str], str]] = {
        "owner": blueprint.team_name,
        "system": blueprint.system_name,
        "phase": blueprint.phase_title,
        "layer": str,
    }
    room = view.width - 4 * 11
    yield paint(
        f"{'By ' + view.by:{room}}{'actions':>11}{'work':>11}{'wait':>11}{'critical':>11}",
        "strong",
        color=view.color,
    )
    for key, total in getattr(timings, f"by_{view.by}").items():
        figures = (
            str(total.actions),
            *(_known(seconds) for seconds in (total.work_s, total.wait_s, total.critical_s)),
        )
        yield padded(clipped(f"  {named[view.by](key)}", room - 1), room) + "".join(
            padded(figure, 11, right=True) for figure in figures
        )


def _repairs(timings: Timings, blueprint: Blueprint, view: View) -> Iterator[str]:
    worth = sorted(
        (action for action in timings.actions if action.drag_s), key=lambda action: -action.drag_s
    )[: view.top]
    if not worth:
        return
    yield paint("Repair first: what the whole gains if it took no time", "strong", color=view.color)
    for action in worth:
        owner = f" ({blueprint.team_name(action.owner)})" if action.owner else ""
        yield f"  {padded(_time(action.drag_s), _FIGURE, right=True)}  {clipped(f'{action.action.action}{owner}', view.width - _FIGURE - 4)}"


def _quoted(timings: Timings, key: str) -> str:
    return f'"{timings.action(key).action.action}"'


def _time(seconds: int) -> str:
    return format_duration(seconds)
