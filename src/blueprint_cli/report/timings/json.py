"""For scripts: one JSON object, whole seconds."""

from __future__ import annotations

import json
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, Any

from blueprint_cli.analysis.bases import bases
from blueprint_cli.analysis.crossings import crossings, hidden_wait_s, system_changes
from blueprint_cli.analysis.efficiency import efficiency
from blueprint_cli.analysis.load import load
from blueprint_cli.analysis.money import cost
from blueprint_cli.model.part import Part

if TYPE_CHECKING:
    from blueprint_cli.analysis.against import Difference
    from blueprint_cli.analysis.timings import Timings
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.report.view import View

VERSION = 1
_METHOD = "longest path"
_RATIO_DIGITS = 6


def render(timings: Timings, blueprint: Blueprint, view: View) -> str:
    """The figures as the contract of machine outputs states them; parts that do not apply are null, never absent."""
    ratio = timings.activity_ratio
    content = {
        "version": VERSION,
        "blueprint": blueprint.title,
        "clock": timings.clock,
        "method": _METHOD,
        "lead_s": timings.lead_s,
        "work_s": timings.work_s,
        "critical_work_s": timings.critical_work_s,
        "activity_ratio": None if ratio is None else round(ratio, _RATIO_DIGITS),
        "customer_s": timings.customer_s,
        "visible_s": timings.visible_s,
        "longest_silence": _record(timings.longest_silence),
        "handoffs": timings.handoffs,
        "untimed": timings.untimed,
        "critical_path": list(timings.critical_path),
        "steps": [_record(step) for step in timings.steps],
        "actions": _actions(timings),
        "spans": _spans(timings),
        **{
            name: {key: _record(total) for key, total in getattr(timings, name).items()}
            for name in ("by_layer", "by_owner", "by_system", "by_phase")
        },
        "expected": _record(timings.expected),
        "simulation": _simulation(timings),
        "pert": _record(timings.pert),
        "best_s": timings.best_s,
        "worst_s": timings.worst_s,
        "start": _record(timings.start),
        "crossings": _record(crossings(timings)),
        "system_changes": system_changes(timings),
        "hidden_wait_s": hidden_wait_s(timings),
        "bases": _record(bases(timings)),
        "efficiency": _record(efficiency(timings)),
        "cost": _record(cost(timings)),
        "load": _load(timings),
        "against": None if view.against is None else [_figure(figure) for figure in view.against],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _simulation(timings: Timings) -> dict[str, Any] | None:
    found = _record(timings.simulation)
    if found is not None:
        del found["spans"], found["criticality"]
    return found


def _actions(timings: Timings) -> list[dict[str, Any] | None]:
    """Every action, with the share of the drawn journeys in which it is critical."""
    found = [_record(action) for action in timings.actions]
    for record, action in zip(found, timings.actions, strict=True):
        if record is not None:
            del record["node"]
            shares = timings.simulation.criticality if timings.simulation else None
            record["criticality"] = round(shares[action.node], _RATIO_DIGITS) if shares else None
    return found


def _spans(timings: Timings) -> list[dict[str, Any] | None]:
    """Every span, with the shares of the drawn journeys that keep its promise, target and limit."""
    found = [_record(span) for span in timings.spans]
    for index, record in enumerate(found):
        if record is not None:
            drawn = timings.simulation.spans[index] if timings.simulation else None
            record["simulation"] = _record(drawn)
            if drawn is not None:
                shares = {word: getattr(drawn, word) for word in ("promise", "target", "limit")}
                errors = {word: _plain(drawn.error(share)) for word, share in shares.items()}
                record["simulation"]["errors"] = errors
    return found


def _load(timings: Timings) -> dict[str, Any] | None:
    found = load(timings)
    if found is None:
        return None
    teams = [{**(_record(team) or {}), "queue": _record(team.queue)} for team in found.teams]
    return {"teams": teams, "bottleneck": found.bottleneck, "in_progress": _plain(found.in_progress)}


def _figure(figure: Difference) -> dict[str, Any]:
    numbers = {name: _plain(getattr(figure, name)) for name in ("old", "new", "delta")}
    return {"name": figure.name, **numbers}


def _record(part: Any) -> dict[str, Any] | None:
    """Figures under the names of the contract; the model behind them stays out."""
    if part is None:
        return None
    found = {name.rstrip("_"): value for name, value in part._asdict().items() if not isinstance(value, Part)}
    return {name: _whole(value) if name.endswith("_s") else _plain(value) for name, value in found.items()}


def _whole(value: Any) -> Any:
    """Whole seconds, rounded half up."""
    return floor(value + Fraction(1, 2)) if isinstance(value, Fraction) else value


def _plain(value: Any) -> Any:
    """What is no whole number as a decimal one, to six places."""
    return round(float(value), _RATIO_DIGITS) if isinstance(value, (float, Fraction)) else value
