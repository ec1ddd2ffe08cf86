"""Options of rules: every folder may have settings of its own, and all of them speak in one run."""

from __future__ import annotations

from pathlib import Path

from blueprint_cli.checks.plan import Wishes, plan
from blueprint_cli.checks.planning import Planner

CODE = "BP603"
SETTINGS = "[lint.options.long-text]\nmax = {}\n"


def test_two_plans_of_one_run_have_options_of_their_own() -> None:
    plans = [plan([Wishes(options={"long-text": {"max": most}})]) for most in (80, 90, 80)]
    assert [made.options[CODE].max for made in plans] == [80, 90, 80]
    untouched = plan()
    assert untouched.options_of(untouched.book.by_code[CODE]).max == 120


def test_folders_have_options_of_their_own(tmp_path: Path) -> None:
    for name, most in (("a", 80), ("b", 90)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "blueprint.toml").write_text(SETTINGS.format(most))
    planner = Planner()
    said = [planner.for_file(tmp_path / name / "m.yaml").plan.options[CODE].max for name in ("a", "b")]
    assert said == [80, 90]


def test_ignores_of_some_files_leave_the_options_to_all(tmp_path: Path) -> None:
    ignores = '[lint.per-file-ignores]\n"x/*" = ["BP603"]\n'
    (tmp_path / "blueprint.toml").write_text(ignores + SETTINGS.format(80))
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
    planner = Planner()
    plans = [planner.for_file(tmp_path / name / "m.yaml").plan for name in ("x", "y")]
    assert [(CODE in made.codes, made.options[CODE].max) for made in plans] == [(False, 80), (True, 80)]
