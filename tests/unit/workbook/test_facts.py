"""Facts worked out step by step are those of the whole walk."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.source.loading import load
from blueprint_cli.workbook.anchors import Key
from blueprint_cli.workbook.facts import FactsByStep, facts_of

TEMPLATES = sorted((Path(__file__).parents[3] / "src/blueprint_cli/templates").glob("*.yaml"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_step_by_step_the_facts_are_the_same(path: Path) -> None:
    root = load(path).root
    assert isinstance(root, Blueprint)
    whole, asked = facts_of(root, root.lang), FactsByStep(root, root.lang)
    assert list(asked) == list(whole)
    assert len(asked) == len(whole)
    assert {key: asked[key] for key in whole} == whole
    assert Key("steps[nowhere]", "title") not in asked
    assert Key(root.steps[0].at, "nothing") not in asked
