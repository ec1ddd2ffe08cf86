"""The installed command draws the pictures of time, and refuses what `timings` refuses."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .conftest import Run

ROOT = Path(__file__).parents[2]
REFUND = str(ROOT / "examples" / "refund-as-is.blueprint.yaml")
VIEWS = pytest.mark.parametrize("view", ["gantt", "ladder"])


@VIEWS
def test_the_same_bytes_twice(blueprint: Run, view: str) -> None:
    first = blueprint("render", REFUND, "--view", view, "--to", "svg", "-o", "-")
    assert first.returncode == 0
    assert first.stdout.startswith(b"<svg ")
    assert blueprint("render", REFUND, "--view", view, "--to", "svg", "-o", "-").stdout == first.stdout


@VIEWS
@pytest.mark.parametrize("theme", ["dark", "print"])
def test_themes(blueprint: Run, view: str, theme: str) -> None:
    result = blueprint("render", REFUND, "--view", view, "--to", "svg", "-o", "-", "--theme", theme)
    assert (result.returncode, result.stderr) == (0, b"")


@VIEWS
def test_times_that_contradict_each_other_are_refused_as_timings_does(
    blueprint: Run, tmp_path: Path, view: str
) -> None:
    path = tmp_path / "odd.blueprint.yaml"
    path.write_text(
        "blueprint: 1\ntitle: T\nsteps:\n  - customer: {action: A, wait: 2 h, work: 1 h, elapsed: 1 h}\n",
        encoding="utf-8",
    )
    result = blueprint("render", str(path), "--view", view, "--to", "svg")
    assert (result.returncode, result.stdout) == (1, b"")
    assert b"BP30" in result.stderr
    assert result.stderr == blueprint("timings", str(path)).stderr
    assert not path.with_name("odd.svg").exists()
    assert blueprint("render", str(path), "--to", "svg").returncode == 0


def test_a_start_is_for_pictures_of_time(blueprint: Run) -> None:
    result = blueprint("render", REFUND, "--to", "svg", "-o", "-", "--start", "2026-11-27T17:00")
    assert (result.returncode, result.stdout) == (2, b"")
    assert (
        result.stderr
        == b"blueprint: --start is for pictures of time (add --view with one of gantt, ladder)\n"
    )
    result = blueprint("render", REFUND, "--view", "gantt", "--to", "svg", "-o", "-", "--start", "soon")
    assert (result.returncode, result.stderr) == (
        2,
        b"blueprint: 'soon' is not a moment (write Friday 17:00, or 2026-11-27T17:00)\n",
    )
    result = blueprint(
        "render", REFUND, "--view", "gantt", "--to", "svg", "-o", "-", "--start", "2026-11-27T17:00"
    )
    assert b"Fri 27 Nov 17:00" in result.stdout


def test_a_start_in_an_ordinary_week_is_a_weekday_without_a_date(blueprint: Run) -> None:
    asked = ("render", REFUND, "--view", "gantt", "--to", "svg", "-o", "-", "--start")
    english = blueprint(*asked, "Friday 17:00").stdout.decode()
    assert "Fri week 1, 17:00" in english
    assert "2001" not in english
    french = blueprint(*asked, "vendredi 17h30", "--lang", "fr").stdout.decode()
    assert "ven. sem.\u00a01, 17\u00a0h\u00a030" in french
    assert "2001" not in french


@VIEWS
@pytest.mark.system
@pytest.mark.skipif(shutil.which("dot") is None, reason="needs Graphviz")
@pytest.mark.parametrize("form", ["pdf", "png"])
def test_graphviz_draws_them(blueprint: Run, view: str, form: str) -> None:
    result = blueprint("render", REFUND, "--view", view, "--to", form, "-o", "-")
    assert result.returncode == 0
    assert result.stdout.startswith({"pdf": b"%PDF", "png": b"\x89PNG"}[form])


@VIEWS
def test_a_span_with_an_unknown_time_in_it_lasts_at_least_what_is_known(
    blueprint: Run, tmp_path: Path, view: str
) -> None:
    path = tmp_path / "least.blueprint.yaml"
    path.write_text(
        "blueprint: 1\ntitle: T\nspans: [{title: All of it, promise: 1 day}]\n"
        "steps:\n  - customer: {action: A, wait: 2 h}\n  - customer: {action: B, wait: unknown}\n",
        encoding="utf-8",
    )
    result = blueprint("render", str(path), "--view", view, "--to", "svg", "-o", "-")
    assert (result.returncode, result.stderr) == (0, b"")
    assert "All of it: ≥\u00a02" in result.stdout.decode()
