"""In every view an id stands once, and one without a dot belongs to an action, whatever actions are called."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.drawing.papers import PAPERS
from blueprint_cli.render.formats import svg
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load_bytes

MAP = """\
blueprint: 1
title: Names
personas: {vip: Vip, std: Standard}
phases: [{id: phase, title: Phase}]
systems: {system: {name: System, feeds: [{to: line}]}, line: {name: Line}}
spans: [{id: span, from: emotion, to: legend, promise: 1 h}]
steps:
  - id: step
    phase: phase
    channel: phone
    evidence: Letter
    customer: {id: emotion, action: Asks, wait: 2 d, work: 1 h}
    frontstage: {id: bp-title, action: Answers, after: emotion, uses: system}
    emotion: {vip: 1, std: -1}
    pain_points: Slow
  - {customer: {id: bp-desc, action: Waits, work: 1 h}, frontstage: {id: title, action: Calls, uses: line}, emotion: 0}
  - {id: last, customer: {id: legend, action: Ends, work: 1 h}, emotion: {vip: 2, std: 1}}
"""
ACTIONS = {"emotion", "bp-title", "bp-desc", "title", "legend"}


@pytest.mark.parametrize("paper", [None, "A4"])
@pytest.mark.parametrize("view", ["blueprint", "journey", "systems", "ladder", "gantt"])
def test_bare_ids_are_those_of_actions(view: str, paper: str | None) -> None:
    read = load_bytes(MAP.encode(), "names.blueprint.yaml", Path())
    root = read.root
    assert isinstance(root, Blueprint), read.problems
    drawn = svg.render(root, Options(view=view, paper=PAPERS[paper] if paper else None)).decode()
    names = Counter(re.findall(r'\sid="([^"]*)"', drawn))
    assert [name for name, count in names.items() if count > 1] == []
    assert {name for name in names if "." not in name} <= ACTIONS
    assert 'aria-labelledby="bp.title bp.desc"' in drawn
    assert {"bp.title", "bp.desc"} <= set(names)
