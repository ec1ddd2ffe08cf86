"""Hand-overs: who gives to whom, and what is no hand-over."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from blueprint_cli.analysis.timings import measure
from blueprint_cli.model.blueprint import Blueprint

Sketch = Callable[[str], Blueprint]


@pytest.mark.parametrize(
    ("steps", "count"),
    [
        # one after the other in a layer
        ("- backstage: [{action: A, owner: x}, {action: B, owner: y}, {action: C, owner: y}]", 1),
        # layers side by side hand nothing over unless `after` says so
        ("- {frontstage: {action: A, owner: x}, backstage: {action: B, owner: y}}", 0),
        ("- {frontstage: {id: a, action: A, owner: x}, backstage: {action: B, owner: y, after: a}}", 1),
        # each distinct giver counts
        ("- {frontstage: {id: a, action: A, owner: x}, backstage: [{id: b, action: B, owner: y}], support: {action: C, owner: z, after: [a, b]}}", 2),
        # the customer is an owner, too
        ("- {customer: A}\n- {frontstage: {action: B, owner: x}}\n- {customer: C}", 2),
        # the team carries on its own work: an action that opens its layer and has its owner among the givers
        ("- {frontstage: {action: A, owner: x}, backstage: {action: B, owner: y}}\n- {backstage: {action: C, owner: y}}", 0),
        ("- {frontstage: {id: a, action: A, owner: x}, backstage: {id: b, action: B, owner: y}}\n- {backstage: {action: C, owner: y, after: [a, b]}}", 1),
        # nobody neither gives nor receives
        ("- backstage: [{action: A, owner: x}, {action: B}, {action: C, owner: y}]", 0),
        ("- backstage: [{action: A, owner: x}, {action: B, owner: unknown}, {action: C, owner: y}]", 0),
        # the step's owner is the default, the customer's apart
        ("- {owner: x, customer: A, frontstage: B}\n- {owner: x, backstage: C}", 0),
        # a closing action is one that no other of its step waits for
        ("- {frontstage: {id: a, action: A, owner: x}, backstage: {action: B, owner: y, after: a}}\n- {backstage: {action: C, owner: z}}", 2),
        # background actions close nothing, and hand nothing to the next of their layer
        ("- {frontstage: {action: A, owner: x}, support: {action: B, owner: y, background: true}}\n- {backstage: {action: C, owner: z}}", 1),
        ("- backstage: [{action: A, owner: x}, {action: B, owner: y, background: true}, {action: C, owner: x}]", 1),
        # a step without any closing action passes on those before it
        ("- {backstage: {action: A, owner: x}}\n- {title: Nothing happens}\n- {backstage: {action: C, owner: y}}", 1),
        # a named step stands for its closing actions
        ("- {id: s, frontstage: {action: A, owner: x}, backstage: {action: B, owner: y}}\n- {backstage: [{action: C, owner: y}, {action: D, owner: y, after: s}]}", 1),
        # loops are not counted
        ("- {id: s, backstage: {action: A, owner: x}}\n- {backstage: {action: B, owner: y}, next: [{to: s, probability: 20 %}, end]}", 1),
    ],
)  # fmt: skip
def test_handoffs(sketch: Sketch, steps: str, count: int) -> None:
    assert measure(sketch(steps)).handoffs == count
