"""Gates, comparison and drawn journeys through the installed command."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
LATE = """\
blueprint: 1
title: Late
lang: fr
spans:
  - {id: all, title: Tout, promise: 1 h, target: 10 min}
steps:
  - customer: {id: asks, action: Demande, work: 10 min}
    backstage:
      - {id: looks, action: Cherche, owner: Stock, after: asks, wait: 1-3 h, work: 20 min, limit: 1 h}
  - frontstage: {id: tells, action: Répond, owner: Accueil, work: 2 min}
"""


@pytest.fixture
def run(blueprint: Callable[..., subprocess.CompletedProcess[bytes]]) -> Run:
    """The command with its outputs as text."""

    def told(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        done = blueprint(*arguments, cwd=cwd)
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return told


@pytest.fixture
def late(tmp_path: Path) -> Path:
    path = tmp_path / "late.blueprint.yaml"
    path.write_text(LATE, encoding="utf-8")
    return path


MISSED = [
    ("--max-lead", "1 h", '9: --max-lead 1 h missed by 1 h 32: the lead is 2 h 32; look at "Cherche"'),
    ("--max-expected", "1 h", "9: --max-expected 1 h missed by 1 h 32: the expected lead is 2 h 32"),
    ("--max-silence", "30 min", "10: --max-silence 30 min missed by 1 h 50: the longest silence is 2 h 20"),
    ("--max-handoffs", "1", "9: --max-handoffs 1 missed by 1: there are 2 hand-overs"),
    ("--min-ratio", "50 %", "9: --min-ratio 50% missed by 28.9 points: work is 21.1% of the lead"),
    ("--fail-on", "limit", '9: --fail-on limit missed by 1 h 20: "Cherche" takes 2 h 20, limit 1 h'),
    (
        "--fail-on",
        "promise",
        '5: --fail-on promise missed by 1 h 32: the span "Tout" takes 2 h 32, promise 1 h',
    ),
]


@pytest.mark.parametrize(("option", "value", "said"), MISSED)
def test_a_missed_gate_ends_with_1_and_says_where_and_by_how_much(
    run: Run, late: Path, option: str, value: str, said: str
) -> None:
    done = run("timings", late.name, option, value, cwd=late.parent)
    assert done.returncode == 1
    assert done.stderr.startswith(f"late.blueprint.yaml:{said}")
    assert done.stdout.startswith("Late\n")


def test_gates_that_hold_end_with_0(run: Run, late: Path) -> None:
    gates = ("--max-lead", "3 h", "--max-p90", "4 h", "--max-silence", "3 h", "--max-handoffs", "2")
    done = run("timings", late.name, *gates, "--min-ratio", "0.2", cwd=late.parent)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_gate_on_what_cannot_be_computed_is_missed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("blueprint: 1\ntitle: T\nsteps: [A]\n", encoding="utf-8")
    done = run("timings", "a.yaml", "--max-silence", "1 h", "--min-ratio", "1 %", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "a.yaml: --max-silence 1 h: the longest silence cannot be computed",
        "a.yaml: --min-ratio 1%: the share of work cannot be computed",
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--max-lead", "5"), "--max-lead: "),
        (("--within", "unknown"), "--within: 'unknown' says no time"),
        (("--min-ratio", "many"), "--min-ratio: 'many' is not a share"),
        (("--fail-on", "limits"), "--fail-on: 'limits' is not known (did you mean limit?)"),
        (("--against", "none.yaml"), "none.yaml"),
        (("--against", "late.blueprint.yaml", "--base", "HEAD"), "--against and --base are too much"),
        (("--runs", "0"), "--runs"),
    ],
)
def test_bad_options_end_with_2(run: Run, late: Path, options: tuple[str, ...], said: str) -> None:
    done = run("timings", late.name, *options, cwd=late.parent)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_drawn_journeys_repeat_and_follow_their_options(run: Run, late: Path) -> None:
    options = ("--format", "json", "--within", "2h30", "--runs", "500", "--distribution", "triangular")
    first, second, other = (
        run("timings", late.name, *options, "--seed", seed, cwd=late.parent).stdout
        for seed in ("7", "7", "8")
    )
    assert first == second != other
    found = json.loads(first)["simulation"]
    assert (found["runs"], found["seed"], found["distribution"]) == (500, 7, "triangular")
    assert 0 < found["probability_within"] < 1
    assert json.loads(first)["pert"]["probability_within"] == pytest.approx(0.460, abs=0.001)


def test_against_another_map_in_its_language(run: Run, late: Path) -> None:
    faster = late.with_name("faster.blueprint.yaml")
    faster.write_text(LATE.replace("1-3 h", "5 min"), encoding="utf-8")
    done = run("timings", faster.name, "--against", late.name, "--format", "md", cwd=late.parent)
    assert done.returncode == 0
    assert "| Mesure | Avant | Après | Écart |" in done.stdout
    assert "| Délai total | 2\u00a0h\u00a032 | 37\u00a0min | −1\u00a0h\u00a055 |" in done.stdout
    text = run("timings", faster.name, "--against", late.name, cwd=late.parent).stdout
    assert "Against the map before" in text
    same = run("timings", late.name, "--against", late.name, cwd=late.parent).stdout
    assert "every figure is the same" in same


def test_base_is_the_file_at_a_revision(run: Run, late: Path) -> None:
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *command], cwd=late.parent, check=True)
    late.write_text(LATE.replace("1-3 h", "5 min"), encoding="utf-8")
    found = json.loads(
        run("timings", late.name, "--base", "HEAD", "--format", "json", cwd=late.parent).stdout
    )
    assert {"name": "lead_s", "old": 9120, "new": 2220, "delta": -6900} in found["against"]


def test_csv_has_a_row_an_action_in_the_language_of_the_map(run: Run, late: Path) -> None:
    lines = run("timings", late.name, "--format", "csv", cwd=late.parent).stdout.splitlines()
    assert lines[0].startswith("id,Étape,Couche,Action,Responsable,Attente (s)")
    assert lines[2].startswith("looks,1,Actions invisibles,Cherche,Stock,7200,1200,8400,600,9000,0,8400")
    assert len(lines) == 4


def test_an_option_without_effect_is_told(run: Run, late: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.blueprint.yaml"
    plain.write_text(LATE.replace("1-3 h", "2 h"), encoding="utf-8")
    done = run("timings", str(plain), "--start", "2026-11-27T17:00", "--within", "3 h", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "blueprint: --start changes nothing: no team has hours, and no time is said in working time",
        "blueprint: nothing is left to chance: no time is a range and no way parts, so every journey takes the lead",
    ]
    assert run("timings", str(late), "--within", "3 h", cwd=tmp_path).stderr == ""


def test_a_title_leads_to_its_id(run: Run, late: Path, tmp_path: Path) -> None:
    done = run("timings", str(late), "--between", "Demande", "tells", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "blueprint: no step or action has the id 'Demande' (did you mean asks?)\n"


OFFICE = """\
blueprint: 1
title: Office
lang: fr
calendars: {office: {days: mon-fri, hours: "09:00-17:00", holidays: FR}}
teams: {desk: {name: Desk, hours: office}}
steps: [{backstage: {action: Checks, owner: desk, work: 2 h}}]
"""


@pytest.mark.parametrize(
    ("start", "clock", "hours"),
    [
        ("Friday 16:00", "Friday 16:00", 66),
        ("ven 16h", "Friday 16:00", 66),
        ("lundi 8h30", "Monday 08:30", 2.5),
        ("2026-12-31T16:00", "2026-12-31 16:00", 90),
    ],
)
def test_a_journey_starts_in_an_ordinary_week_or_on_a_date(
    run: Run, tmp_path: Path, start: str, clock: str, hours: float
) -> None:
    path = tmp_path / "office.blueprint.yaml"
    path.write_text(OFFICE, encoding="utf-8")
    done = run("timings", str(path), "--start", start, "--format", "json", cwd=tmp_path)
    told = json.loads(done.stdout)
    assert (told["clock"], told["lead_s"]) == (f"office, from {clock}", hours * 3600)
    shown = run("timings", str(path), "--start", "ven 16h", "--format", "md", cwd=tmp_path).stdout
    assert "Horloge : office, à partir du vendredi 16:00." in shown.replace("\u00a0", " ")


@pytest.mark.parametrize("start", ["Friday 25:00", "Friday 17:75"])
def test_no_day_has_such_a_time(run: Run, late: Path, tmp_path: Path, start: str) -> None:
    done = run("timings", str(late), "--start", start, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (
        2,
        f"blueprint: '{start}' is not a moment (write Friday 17:00)\n",
    )


@pytest.mark.parametrize("start", ["monster 17h", "marketing 9:00", "Friday 17:", "vendredi"])
def test_a_word_that_only_begins_like_a_day_is_no_day(
    run: Run, late: Path, tmp_path: Path, start: str
) -> None:
    done = run("timings", str(late), "--start", start, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (
        2,
        f"blueprint: '{start}' is not a moment (write Friday 17:00, or 2026-11-27T17:00)\n",
    )


def test_a_lead_without_any_time_is_missed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("blueprint: 1\ntitle: T\nsteps: [A, B]\n", encoding="utf-8")
    gates = ("--max-lead", "1 h", "--max-expected", "1 h", "--max-p90", "1 h", "--max-silence", "1 h")
    done = run("timings", "a.yaml", *gates, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "a.yaml: --max-lead 1 h: the lead cannot be computed",
        "a.yaml: --max-expected 1 h: the expected lead cannot be computed",
        "a.yaml: --max-p90 1 h: the lead that nine of ten keep cannot be computed",
        "a.yaml: --max-silence 1 h: the longest silence cannot be computed",
    ]
    instant = "blueprint: 1\ntitle: T\nsteps: [{customer: {action: A, work: instant}}, B]\n"
    path.write_text(instant, encoding="utf-8")
    done = run("timings", "a.yaml", *gates, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


REVERSED = """\
blueprint: 1
title: T
spans: [{id: rev, from: FROM, to: a, promise: 1 h, target: 30 min}]
steps:
  - {id: a, customer: {action: A, work: 1 h}}
  - {id: b, customer: {action: B, work: 1 h}}
  - {id: c, customer: {action: C, work: 1 h}}
"""


@pytest.mark.parametrize("start", ["b", "c"])
def test_a_span_that_ends_before_it_starts_is_never_kept(run: Run, tmp_path: Path, start: str) -> None:
    (tmp_path / "a.yaml").write_text(REVERSED.replace("FROM", start), encoding="utf-8")
    done = run(
        "timings", "a.yaml", "--format", "json", "--fail-on", "promise", "--fail-on", "target", cwd=tmp_path
    )
    (span,) = json.loads(done.stdout)["spans"]
    assert {name: span[name] for name in ("elapsed_s", "best_s", "worst_s", "kept", "reversed")} == {
        "elapsed_s": None,
        "best_s": None,
        "worst_s": None,
        "kept": None,
        "reversed": True,
    }
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"a.yaml:3: --fail-on promise: the time of the span from {start} to a cannot be computed",
        f"a.yaml:3: --fail-on target: the time of the span from {start} to a cannot be computed",
    ]
    text = run("timings", "a.yaml", cwd=tmp_path).stdout
    assert "is kept" not in text
    assert f"  {start} to a                                                   ends before it starts\n" in text
