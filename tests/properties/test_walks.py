"""Journeys drawn together against journeys told one by one: the same steps taken, everything comes at the same moment."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import pytest

from blueprint_cli.analysis.draws import parts_of
from blueprint_cli.analysis.order import Order
from blueprint_cli.analysis.schedule import Schedule, schedule
from blueprint_cli.analysis.walks import Walks
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.routes import tell_routes

LAYERS = ("customer", "frontstage", "backstage", "support")
JOURNEYS = 12


def made_up(source: random.Random) -> Blueprint:
    """Steps with several ways out, back and forth; `after` names what stands earlier in the file, in any step."""
    count = source.randint(2, 5)
    known: list[str] = []
    steps: list[dict[str, Any]] = []
    for number in range(count):
        step: dict[str, Any] = {"id": f"s{number}", "next": ways(source, number, count)}
        for layer in LAYERS:
            for _ in range(source.choice((0, 1, 1, 2))):
                action: dict[str, Any] = {
                    "id": f"a{len(known)}",
                    "action": "Acts",
                    "background": source.random() < 0.15,
                }
                action["work"] = source.choice(("instant", "5 min", "20 min"))
                action["wait"] = source.choice(("instant", "instant", "30 min"))
                action["owner"] = source.choice(("desk", "stock"))
                if known and source.random() < 0.4:
                    action["after"] = source.sample(known, min(len(known), source.choice((1, 2))))
                elif source.random() < 0.05:
                    action["after"] = []
                known.append(action["id"])
                step.setdefault(layer, []).append(action)
        steps.append(step)
        known.append(step["id"])
    told: dict[str, Any] = {"blueprint": 1, "title": "Made up", "steps": steps}
    if source.random() < 0.5:
        told["calendars"] = {"office": {"days": "mon-fri", "hours": ["09:00-12:30", "14:00-18:00"]}}
        told["teams"] = {"desk": {"name": "Desk", "hours": "office"}}
    made = Blueprint.model_validate(told)
    tell_routes(made)
    return made


def ways(source: random.Random, number: int, count: int) -> list[str]:
    """Onward, to the end, and perhaps to some other step."""
    onward = [f"s{number + 1}"] if number + 1 < count else []
    return list(dict.fromkeys([*onward, f"s{source.randrange(count)}", "end"]))


class Told(Walks):
    """Walks that remember which steps each journey takes."""

    def __init__(self, order: Order, plan: Schedule, seed: int) -> None:
        self.routes: list[list[int]] = [[] for _ in range(JOURNEYS)]
        parts = parts_of(plan.clock, order.actions, "beta-pert")
        super().__init__(order, parts, random.Random(seed), JOURNEYS, range(len(order.before)))

    def _take(self, step: int, journeys: list[int]) -> None:
        for row in journeys:
            self.routes[row].append(step)
        super()._take(step, journeys)


class Alone:
    """One journey along a route: what happens, when, and what each thing waits for."""

    def __init__(self, plan: Schedule, route: Sequence[int]) -> None:
        self.plan, self.order = plan, plan.order
        self.happened: list[tuple[int, int, int, list[int]]] = []
        self.last: dict[int, int] = {}
        for step in route:
            self._step(step)
        self.lead = self.happened[-1][2]

    def _step(self, step: int) -> None:
        start, end = self.order.start_of(step), self.order.end_of(step)
        self._add(start, [len(self.happened) - 1] if self.happened else [])
        inside = [node for node in self.order.sorted_nodes if self._step_of(node) == step]
        for node in inside:
            named = self.order.before[node]
            known = [self.last[earlier] for earlier in named if earlier in self.last]
            self._add(node, known or ([self.last[start]] if named else []))
        self._add(end, [self.last[node] for node in self.order.before[end]])

    def _step_of(self, node: int) -> int | None:
        return self.order.actions[node].step if node < len(self.order.actions) else None

    def _add(self, node: int, waits: list[int]) -> None:
        begin = max((self.happened[place][2] for place in waits), default=0)
        end = self.plan.clock.tasks[node].run(begin).end if node < len(self.order.actions) else begin
        self.last[node] = len(self.happened)
        self.happened.append((node, begin, end, waits))

    def critical(self) -> set[int]:
        """The actions on some longest chain back from the end."""
        tails = {len(self.happened) - 1: 0}
        for place in range(len(self.happened) - 1, -1, -1):
            if place in tails:
                _, begin, end, waits = self.happened[place]
                for earlier in waits:
                    tails[earlier] = max(tails.get(earlier, 0), tails[place] + end - begin)
        return {
            self.happened[place][0]
            for place, tail in tails.items()
            if self.happened[place][2] + tail == self.lead
            and self.happened[place][0] < len(self.order.actions)
        }


@pytest.mark.parametrize("seed", range(150))
def test_journeys_together_are_journeys_alone(seed: int) -> None:
    plan = schedule(made_up(random.Random(seed)))
    together = Told(plan.order, plan, seed)
    for row, route in enumerate(together.routes):
        alone = Alone(plan, route)
        assert together.leads[row] == alone.lead
        assert {node for node, marks in enumerate(together.critical) if marks[row]} == alone.critical()
        for node in range(len(plan.order.before)):
            times = [(begin, end) for which, begin, end, _ in alone.happened if which == node]
            assert together.begun[node][row] == (times[0][0] if times else None)
            assert together.ended[node][row] == (times[-1][1] if times else None)
