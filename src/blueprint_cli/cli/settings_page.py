"""`lint --show-settings FILE`: every value that holds for a file, and where it comes from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from blueprint_cli.checks.options import names_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.checks.plan import Plan
    from blueprint_cli.checks.planning import FilePlan, Planner

_DEFAULTS, _COMMAND_LINE = "default", "command line"
_ADDED_UP = ("extend-select", "ignore", "locked", "plugins", "rules", "exclude")
_TABLES = ("severity", "per-file-ignores", "options")


def settings_page(planner: Planner, file: Path) -> str:
    """The settings of a file as TOML, each value with its origin, then the rules that speak.

    Raises:
        BlueprintError: the settings cannot be read.
    """
    planned = planner.for_file(file)
    layers = planned.settings.layers() if planned.settings else ()
    names = ", ".join(layer.name for layer in layers) or "none"
    lines = [f"# settings of {file.as_posix()}: {names}", "[lint]"]
    lines += [_row(key, value, origin) for key, value, origin in _values(planner, planned)]
    lines += _options(planned.plan, planned)
    speaking = sorted(planned.plan.codes)
    lines += ["", f"# {len(speaking)} rules speak:"]
    lines += [
        f"# {code} {planned.plan.book.by_code[code].name}{_loudly(planned.plan, code)}" for code in speaking
    ]
    return "\n".join(lines) + "\n"


def _row(key: str, value: Any, origin: str) -> str:
    return f"{f'{key} = {_toml(value)}':<48}  # {origin}"


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        inside = ", ".join(f"{json.dumps(key)} = {_toml(item)}" for key, item in value.items())
        return f"{{{inside}}}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def _values(planner: Planner, planned: FilePlan) -> Iterator[tuple[str, Any, str]]:
    """Every setting but the options; what adds up is told once for each place that it is said in."""
    said = planner.command_line
    yield "preset", *_last(planned, "preset", said.preset, "recommended")
    yield "fail-on", *_last(planned, "fail-on", said.fail_on, "warning")
    select = _last(planned, "select", said.select, None)
    if select[0] is not None:
        yield "select", *select
    for key in (*_ADDED_UP, *_TABLES[:2]):
        yield from _everywhere(planned, key)
    for key in ("extend-select", "ignore", "severity"):
        mine = getattr(said, key.replace("-", "_"))
        if mine:
            yield key, mine, _COMMAND_LINE
    baseline = next(
        (layer.name for layer in reversed(_layers(planned)) if "baseline" in layer.lint), _DEFAULTS
    )
    origin = _COMMAND_LINE if planner.baseline is not None else baseline
    yield "baseline", _relative(planned.baseline), origin


def _layers(planned: FilePlan) -> tuple[Any, ...]:
    return planned.settings.layers() if planned.settings else ()


def _last(planned: FilePlan, key: str, commanded: Any, default: Any) -> tuple[Any, str]:
    if commanded is not None:
        return commanded, _COMMAND_LINE
    for layer in reversed(_layers(planned)):
        if key in layer.lint:
            return layer.lint[key], layer.name
    return default, _DEFAULTS


def _everywhere(planned: FilePlan, key: str) -> Iterator[tuple[str, Any, str]]:
    for layer in _layers(planned):
        value = layer.lint.get(key) or (layer.exclude if key == "exclude" else None)
        if value:
            yield key, value, layer.name


def _options(plan: Plan, planned: FilePlan) -> list[str]:
    lines: list[str] = []
    for rule in plan.book.rules:
        if rule.options is None or rule.code not in plan.codes:
            continue
        lines += ["", f"[lint.options.{rule.name}]"]
        values = plan.options_of(rule)
        for name, attribute in names_of(rule.options).items():
            lines.append(
                _row(name, getattr(values, attribute), _origin(planned, (rule.name, rule.code), name))
            )
    return lines


def _origin(planned: FilePlan, names: tuple[str, str], option: str) -> str:
    for layer in reversed(_layers(planned)):
        tables = layer.lint.get("options", {})
        if any(option in tables.get(name, {}) for name in names):
            return str(layer.name)
    return _DEFAULTS


def _loudly(plan: Plan, code: str) -> str:
    level = plan.severities.get(code)
    return f" ({level.word})" if level else ""


def _relative(path: Path) -> str:
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
