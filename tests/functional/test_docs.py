"""What the documents show is what the program does."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from blueprint_cli.checks.checking import check
from blueprint_cli.checks.pages import rules_reference
from blueprint_cli.findings import Severity
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.reference import reference
from blueprint_cli.render.formats import svg
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load, load_bytes

from .documents import DOCUMENTS, REFERENCE, ROOT, RULES, Block, blocks, printed

LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
WRAPPERS = {
    "a step": "blueprint: 1\ntitle: T\nsteps:\n{}",
    "top of a file": "{}\nsteps:\n  - customer: Phones the help desk\n",
}


@pytest.mark.parametrize("block", blocks("console"), ids=lambda block: block.name)
def test_console_blocks_print_what_they_show(block: Block) -> None:
    assert printed(block.body) == block.body, "run `python tests/functional/documents.py`"


def _file_of(block: Block) -> str:
    """A block as a whole file: `<!-- a step -->` before it says what it is a part of."""
    if block.mark in WRAPPERS:
        body = textwrap.indent(block.body, "  ") if block.mark == "a step" else block.body
        return WRAPPERS[block.mark].format(body)
    return block.body


@pytest.mark.parametrize(
    "block",
    [block for block in blocks("yaml") if not block.mark.startswith("ci")],
    ids=lambda block: block.name,
)
def test_yaml_blocks_are_valid(block: Block) -> None:
    source = load_bytes(_file_of(block).encode(), "block.blueprint.yaml", ROOT / "examples")
    errors = [
        finding
        for finding in check(source).findings
        if finding.severity is Severity.ERROR and finding.code != "BP101"
    ]
    if block.mark.startswith("refused: "):
        assert {finding.code for finding in errors} == {block.mark.removeprefix("refused: ")}
    else:
        assert not [finding.message for finding in errors]


def test_there_are_blocks_to_test() -> None:
    assert len(blocks("console")) >= 5
    assert len(blocks("yaml")) >= 20


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    for target in LINK.findall(document.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (document.parent / target).exists(), target


def test_the_reference_of_the_rules_is_fresh() -> None:
    assert RULES.read_text(encoding="utf-8") == rules_reference(), (
        "run `python tests/functional/documents.py`"
    )


def test_the_key_reference_is_fresh() -> None:
    text = (ROOT / "docs/format.md").read_text(encoding="utf-8")
    found = REFERENCE.search(text)
    assert found
    assert found[0] == f"{found[1]}{reference()}{found[2]}", "run `python tests/functional/documents.py`"


def test_the_first_command_of_the_readme_runs_to_its_end() -> None:
    """Its parts hang on each other with `&&`: a warning about an example would stop it before the pictures."""
    start = next(block for block in blocks("sh") if block.document.name == "README.md")
    _, installed, rest = start.body.strip().partition("python -m pip install -q . && ")
    assert installed
    report = printed(f"$ ({rest}) > log 2>&1 || tail -n 3 log; ls late-parcel.*\n")
    assert report.splitlines()[1:] == ["late-parcel.svg", "late-parcel.xlsx"]


def test_the_picture_is_fresh() -> None:
    root = load(ROOT / "examples/colis-en-retard.blueprint.yaml").root
    assert isinstance(root, Blueprint)
    picture = (ROOT / "docs/pictures/late-parcel.svg").read_bytes()
    command = "blueprint render examples/colis-en-retard.blueprint.yaml -o docs/pictures/late-parcel.svg"
    assert picture == svg.render(root, Options()), f"run `{command}`"
