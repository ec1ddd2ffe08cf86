"""The Markdown of times: what is not known is no zero."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint_cli.analysis.shared import measure_shown
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.report.time_figures import figures
from blueprint_cli.source.loading import load_bytes


@pytest.mark.parametrize(
    ("customer", "backstage", "said"),
    [
        ("a", "{action: b, work: 5 min}", ["5 min", "5 min", "?", "?"]),
        ("{action: a, work: 2 min}", "{action: b, work: unknown}", ["2 min", "2 min", "2 min", "2 min"]),
        ("{action: a, wait: 1 h}", "{action: b, wait: 2 h}", ["0", "0", "0", "0"]),
    ],
)
def test_work_that_is_not_known_is_no_zero(customer: str, backstage: str, said: list[str]) -> None:
    text = f"blueprint: 1\ntitle: T\nsteps: [{{title: A, customer: {customer}, backstage: {backstage}}}]\n"
    root = load_bytes(text.encode(), "x.yaml", Path()).root
    assert isinstance(root, Blueprint)
    found = dict(figures(measure_shown(root), "en"))
    names = ("Work in all", "Work on the longest path", "Customer's effort", "Visible to the customer")
    assert [found[name] for name in names] == said
