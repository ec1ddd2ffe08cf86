"""Published and derived schedules come out exact; `cases/NAME.expected.json` says where its figures are from."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from blueprint_cli.analysis.timings import Timings, measure
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.source.loading import load

CASES = sorted((Path(__file__).parent / "cases").glob("*.expected.json"))
LATER = ("pert", "simulation_between", "cost")
ROUNDING_S = 1


def _measured(path: Path, options: dict[str, Any]) -> Timings:
    source = load(path.with_name(path.name.replace(".expected.json", ".blueprint.yaml")))
    assert isinstance(source.root, Blueprint)
    return measure(source.root, datetime.fromisoformat(options["start"]) if "start" in options else None)


def _compare(found: Any, wanted: Any, where: str) -> None:
    if isinstance(wanted, dict):
        for key, value in wanted.items():
            name = "from_" if key == "from" else key
            _compare(
                found.get(name) if isinstance(found, dict) else getattr(found, name), value, f"{where}.{key}"
            )
    elif isinstance(wanted, list):
        assert len(found) == len(wanted), where
        for index, value in enumerate(wanted):
            _compare(found[index], value, f"{where}[{index}]")
    elif isinstance(wanted, (int, float)) and not isinstance(wanted, bool):
        assert found == pytest.approx(
            wanted, abs=ROUNDING_S if where.endswith(("_s", "seconds")) else 1e-9
        ), where
    else:
        assert found == wanted, where


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name.removesuffix(".expected.json"))
def test_the_figures_are_those_of_the_source(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    timings = _measured(path, case["options"])
    expect = dict(case["expect"])
    paths, works = expect.pop("critical_paths", None), expect.pop("critical_works_s", None)
    assert (timings.clock == "24/7") is expect.pop("clock_is_24_7")
    for key in LATER:
        expect.pop(key, None)
    if paths:
        assert list(timings.critical_path) in paths
        assert timings.critical_work_s == pytest.approx(
            works[paths.index(list(timings.critical_path))], abs=ROUNDING_S
        )
    _compare(timings, expect, "")
