"""A plan for tomorrow keeps work that is worth nothing.

`value: waste` says that customers would not miss it. In a map of today that is a finding worth having; a to-be map that
keeps it plans the waste. Leave the work out, or say why it is needed.

Bad:
    blueprint: 1
    title: Refund
    state: to-be
    steps:
      - customer: Sends the article back
        evidence: Return label
        backstage: {action: Prints the list, owner: Help desk, manual: true, value: waste}

Good:
    blueprint: 1
    title: Refund
    state: to-be
    steps:
      - customer: Sends the article back
        evidence: Return label
        backstage: {action: Checks the article, owner: Help desk, manual: true, value: needed}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.model.blueprint import Blueprint

CODE = "BP508"
ABOUT = "service"
SEVERITY = Severity.WARNING
PRESET = "strict"


def check(blueprint: Blueprint) -> Iterator[Problem]:
    """Report actions that are said to be waste."""
    for _, _, action in blueprint.actions():
        if action.value == "waste":
            yield Problem(
                f"'{action.action}' is waste",
                (*action.route, "value"),
                "leave it out of the future service, or say why it is needed",
            )
