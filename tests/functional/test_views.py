"""The views of the installed command: any format, any place, the same bytes."""

from __future__ import annotations

import shutil

import pytest

from .conftest import Run
from .gallery import ROOT

EXAMPLES = ROOT / "examples"
VIEWS = ("journey", "systems")
FILES = ("bank-account", "colis-en-retard", "refund-as-is", "refund-to-be", "shoeshine")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", FILES)
def test_every_example_has_every_view(blueprint: Run, view: str, name: str) -> None:
    done = blueprint(
        "render", f"{name}.blueprint.yaml", "--view", view, "--to", "svg", "-o", "-", cwd=EXAMPLES
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(b"<svg")
    assert b"None" not in done.stdout


@pytest.mark.parametrize("view", VIEWS)
def test_the_same_bytes_everywhere(blueprint: Run, view: str) -> None:
    made = {
        blueprint(
            "render", "bank-account.blueprint.yaml", "--view", view, "--to", "svg", "-o", "-", cwd=EXAMPLES,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "COLUMNS": width},
        ).stdout
        for seed, zone, locale, width in (("0", "UTC", "C", "80"), ("77", "Asia/Tokyo", "C.UTF-8", "200"))
    }  # fmt: skip
    assert len(made) == 1


@pytest.mark.system
@pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not installed")
@pytest.mark.parametrize("view", VIEWS)
def test_graphviz_draws_them_without_a_word(blueprint: Run, view: str) -> None:
    done = blueprint(
        "render", "colis-en-retard.blueprint.yaml", "--view", view, "--to", "pdf", "-o", "-", cwd=EXAMPLES
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"%PDF")


def test_a_view_that_is_not_there(blueprint: Run) -> None:
    done = blueprint(
        "render", "shoeshine.blueprint.yaml", "--view", "jurney", "--to", "svg", "-o", "-", cwd=EXAMPLES
    )
    assert done.returncode == 2
    assert done.stderr == b"blueprint: there is no view 'jurney' (did you mean journey?)\n"


def test_a_grid_has_no_view(blueprint: Run) -> None:
    done = blueprint(
        "render", "shoeshine.blueprint.yaml", "--view", "journey", "--to", "csv", "-o", "-", cwd=EXAMPLES
    )
    assert done.returncode == 2
    assert (
        done.stderr
        == b"blueprint: --view is for pictures, and csv is none (the pictures: dot, pdf, png, svg)\n"
    )


@pytest.mark.parametrize(
    ("view", "option", "said"),
    [
        (
            "journey",
            ("--highlight", "fail"),
            "the journey view has no --highlight (--view blueprint or systems has it)",
        ),
        (
            "systems",
            ("--detail", "simple"),
            "the systems view has no --detail (--view blueprint or journey has it)",
        ),
        ("systems", ("--highlight", "system:crn"), "no card of the map has the system 'crn'"),
        ("systems", ("--highlight", "owner:nobody"), "no card of the map has the owner 'nobody'"),
        ("journey", ("--rows", "pain"), "there is no row 'pain' (did you mean pains?)"),
        ("blueprint", ("--rows", "pains"), "there is no row 'pains'"),
    ],
)
def test_an_option_that_a_view_does_not_heed(
    blueprint: Run, view: str, option: tuple[str, str], said: str
) -> None:
    done = blueprint(
        "render", "shoeshine.blueprint.yaml", "--view", view, *option, "--to", "svg", "-o", "-", cwd=EXAMPLES
    )
    assert done.returncode == 2
    assert said in done.stderr.decode()


def test_hostile_words_stay_words(blueprint: Run) -> None:
    evil = '</text><script>alert(1)</script> \\\\N \\"'
    text = f"""\
blueprint: 1
title: "{evil}"
scenario: "{evil}"
persona: "{evil}"
systems: {{crm: {{name: "{evil}", feeds: [{{to: erp, label: "{evil}"}}]}}, erp: "{evil}"}}
kpis: {{"{evil}": "{evil}"}}
steps:
  - {{title: "{evil}", phase: "{evil}", channel: web, customer: "{evil}", feeling: "{evil}", emotion: 1, quote: "{evil}",
     touchpoints: "{evil}", pain_points: "{evil}", opportunities: "{evil}", support: {{action: "{evil}", uses: crm}}}}
"""
    for view in VIEWS:
        for form in ("svg", "dot"):
            done = blueprint("render", "-", "--view", view, "--to", form, "-o", "-", stdin=text.encode())
            assert done.returncode == 0, done.stderr
            assert b"<script" not in done.stdout.replace(b'\\"', b"") or form == "dot"
