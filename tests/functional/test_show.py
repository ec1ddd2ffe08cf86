"""The installed command shows the map in the terminal: within its width, aligned, plain where it is piped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from blueprint_cli.report.style import columns

from .conftest import Run

EXAMPLES = Path(__file__).parents[2] / "examples"
LATE = str(EXAMPLES / "colis-en-retard.blueprint.yaml")
MAPS = sorted(
    path.name
    for path in EXAMPLES.glob("*.blueprint.yaml")
    if not path.name.endswith("catalog.blueprint.yaml")
)
WIDE = """\
blueprint: 1
title: "配送の遅れ \\e[31mred"
personas: {a: {name: Aya}, b: {name: Bo}}
steps:
  - {title: 注文する, customer: {action: オンラインで注文して支払う, work: 10 min}, emotion: {a: 2, b: -1}}
  - {title: "שלום עולם", customer: {action: "לקוח מתקשר לשירות", wait: 2 h, limit: 1 h}, emotion: -2}
  - {title: Third, customer: Acts, backstage: {action: Supercalifragilisticexpialidocious-extraordinaire, elapsed: unknown}}
"""


class _Text(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "txt"


def shown(blueprint: Run, *arguments: str, width: int = 80, stdin: bytes = b"", **env: str) -> str:
    result = blueprint("show", *arguments, stdin=stdin, env={"COLUMNS": str(width), **env})
    assert (result.returncode, result.stderr) == (0, b"")
    return result.stdout.decode()


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("name", MAPS)
def test_no_line_is_wider_than_the_terminal(blueprint: Run, name: str, width: int) -> None:
    said = shown(blueprint, str(EXAMPLES / name), width=width)
    assert max(map(columns, said.splitlines())) <= width
    assert "\x1b" not in said
    assert not [line for line in said.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_golden_text(blueprint: Run, snapshot: SnapshotAssertion, width: int) -> None:
    assert shown(blueprint, LATE, width=width) == snapshot(extension_class=_Text)


@pytest.mark.parametrize(("width", "bands"), [(60, 7), (80, 3), (120, 2), (200, 1)])
def test_as_many_steps_side_by_side_as_fit(blueprint: Run, width: int, bands: int) -> None:
    said = shown(blueprint, LATE, width=width)
    assert said.count("Ligne de visibilité") == bands
    assert sum(line.startswith("Étape") for line in said.splitlines()) == bands


@pytest.mark.parametrize("width", [60, 80, 120])
def test_wide_characters_and_right_to_left_stay_aligned(blueprint: Run, width: int) -> None:
    said = shown(blueprint, "-", width=width, stdin=WIDE.encode())
    assert "\x1b" not in said
    assert max(map(columns, said.splitlines())) <= width
    rows = [line for line in said.splitlines() if "│" in line and not line.startswith("Emotion")]
    places = {columns(line[: line.index("│")]) for line in rows if not line.startswith(" " * 20)}
    assert len(places) <= 2, said  # the bar of an emotion has an upright of its own
    for line in rows:
        assert ("שלום" in line) <= ("\u200e│\u200e" in line)


def test_what_a_reviewer_looks_for(blueprint: Run) -> None:
    said = shown(blueprint, LATE, width=200)
    for words in (
        "Colis en retard", "−2 ██│   Agacement", "+2   │██ Confiance", "[F]", "[W]", "[M]", "Légende", "Point de défaillance",
        "Entrepôt · 1 h 20", "37 min ✗", "Au-delà de la limite", "Ligne d’interaction interne",
    ):  # fmt: skip
        assert words in said


def test_times_and_quotes_are_not_torn(blueprint: Run) -> None:
    for width in (60, 80, 120):
        lines = shown(blueprint, LATE, width=width).splitlines()
        cells = [cell.strip() for line in lines for cell in line.split("│")]
        assert not [cell for cell in cells if re.match(r"(min|h|j|»)\b|»", cell) or cell.endswith("«")]


def test_colour_is_asked_for(blueprint: Run) -> None:
    plain = shown(blueprint, LATE)
    painted = shown(blueprint, LATE, FORCE_COLOR="1")
    assert "\x1b[1m" in painted
    unpainted = re.sub(r"\x1b\[[0-9;]*m", "", painted)
    assert [line.rstrip() for line in unpainted.splitlines()] == plain.splitlines()
    assert shown(blueprint, LATE, FORCE_COLOR="1", NO_COLOR="1") == plain


def test_ascii_where_the_encoding_has_no_boxes(blueprint: Run) -> None:
    said = shown(blueprint, str(EXAMPLES / "refund-as-is.blueprint.yaml"), PYTHONIOENCODING="ascii")
    assert said.isascii()
    assert "-2 ##|" in said
    assert "== Line of visibility ==" in said


def test_another_language_and_a_persona(blueprint: Run) -> None:
    assert "Line of visibility" in shown(blueprint, LATE, "--lang", "en")
    variants = b"blueprint: 1\ntitle: T\npersonas: {a: A, b: B}\nsteps:\n  - {customer: One, only: a}\n  - {customer: Two, only: b}\n"
    assert "One" not in shown(blueprint, "-", "--persona", "b", stdin=variants)
    result = blueprint("show", "-", "--persona", "c", stdin=variants)
    assert (result.returncode, result.stdout) == (2, b"")


def test_what_cannot_be_shown(blueprint: Run, tmp_path: Path) -> None:
    result = blueprint("show", "nowhere.blueprint.yaml")
    assert (result.returncode, result.stdout) == (2, b"")
    result = blueprint("show", "-", stdin=b"blueprint: 1\ntitle: T\nsteps: 7\n")
    assert (result.returncode, result.stdout) == (1, b"")
    assert b"BP002" in result.stderr
    result = blueprint("show", str(EXAMPLES / "colibri.catalog.blueprint.yaml"))
    assert (result.returncode, b"is a catalogue" in result.stderr) == (2, True)


def test_help(blueprint: Run) -> None:
    helped = blueprint("show", "--help").stdout.decode()
    assert "Examples:\n    blueprint show" in helped
    assert max(map(len, helped.splitlines())) <= 80
