"""Two hundred random maps against an independent calculation that tries everything by brute force.

The oracle knows nothing of the analysis: it reads the data of the map, settles starts and ends by repeating the rules until
nothing moves, and finds slack and drag by changing one action at a time.
"""

from __future__ import annotations

import random
from typing import Any

import pytest

from blueprint_cli.analysis.timings import measure
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.routes import tell_routes

LAYERS = ("customer", "frontstage", "backstage", "support")
OWNERS = ("Desk", "Stock", "Finance", None)
Action = dict[str, Any]
Map = list[dict[str, list[Action]]]


def made_up(seed: int) -> Map:
    """Steps with layers of actions; `after` names earlier actions of the file, or nothing."""
    source = random.Random(seed)
    steps: Map = []
    known: list[str] = []
    for _ in range(source.randint(1, 4)):
        step: dict[str, list[Action]] = {}
        fresh: list[str] = []
        for layer in LAYERS:
            for _ in range(source.choice((0, 1, 1, 2))):
                action: Action = {
                    "id": f"a{len(known) + len(fresh)}",
                    "wait": source.choice((0, 0, 5, 10, 30)),
                    "work": source.choice((0, 0, 5, 10, 20)),
                    "background": source.random() < 0.15,
                    "owner": source.choice(OWNERS),
                }
                earlier = known + fresh
                if earlier and source.random() < 0.3:
                    action["after"] = sorted(
                        source.sample(earlier, min(len(earlier), source.choice((1, 1, 2))))
                    )
                elif source.random() < 0.03:
                    action["after"] = []
                fresh.append(action["id"])
                step.setdefault(layer, []).append(action)
        if step:
            known += fresh
            steps.append(step)
    return steps or [{"customer": [{"id": "a0", "wait": 0, "work": 5, "background": False, "owner": None}]}]


def blueprint_of(steps: Map) -> Blueprint:
    def written(action: Action) -> dict[str, Any]:
        said = {"id": action["id"], "action": action["id"], "background": action["background"]}
        times = {key: f"{action[key]} min" if action[key] else "instant" for key in ("wait", "work")}
        rest = {key: action[key] for key in ("after", "owner") if action.get(key) is not None}
        return {**said, **times, **rest}

    data = [{layer: [written(action) for action in step[layer]] for layer in step} for step in steps]
    made = Blueprint.model_validate({"blueprint": 1, "title": "Made up", "steps": data})
    tell_routes(made)
    return made


class Oracle:
    """Times in minutes by the rules alone; `added` minutes go before one action's end, or it takes no time at all."""

    def __init__(self, steps: Map, changed: str = "", added: int | None = None) -> None:
        self.steps = steps
        self.actions = [(n, layer, a) for n, step in enumerate(steps) for layer in step for a in step[layer]]
        self.length = {a["id"]: a["wait"] + a["work"] for _, _, a in self.actions}
        if changed:
            self.length[changed] = 0 if added is None else self.length[changed] + added
        self.start = dict.fromkeys(self.length, 0)
        self.step_ends = [0] * len(steps)
        while self._settle():
            pass
        self.lead = max(self.step_ends)

    def end(self, name: str) -> int:
        return int(self.start[name] + self.length[name])

    def _settle(self) -> bool:
        before = (dict(self.start), list(self.step_ends))
        for number, step in enumerate(self.steps):
            begin = self.step_ends[number - 1] if number else 0
            holding = [begin]
            for actions in step.values():
                previous = begin
                for action in actions:
                    name = action["id"]
                    named = [self.end(other) for other in action.get("after", ())]
                    self.start[name] = max(named, default=0) if "after" in action else previous
                    if not action["background"]:
                        previous = self.end(name)
                        holding.append(previous)
            self.step_ends[number] = max(holding)
        return before != (self.start, self.step_ends)

    def visible(self) -> tuple[int, tuple[int, str | None, str | None] | None]:
        """Visible minutes counted one by one, and the longest silence with its ends."""
        seen = []
        for place, (_, layer, action) in enumerate(self.actions):
            begin = self.end(action["id"]) - action["work"]
            if layer in LAYERS[:2] and begin <= self.lead:
                seen.append((begin, min(self.end(action["id"]), self.lead), place, action["id"]))
        seen.sort()
        minutes = {minute for begin, end, _, _ in seen for minute in range(begin, end)}
        if len(seen) < 2:
            return len(minutes), None
        longest: tuple[int, str | None, str | None] = (0, None, None)
        for begin, _, _, until in seen:
            earlier = [(end, first, place, name) for first, end, place, name in seen if first < begin]
            if earlier and begin - max(earlier)[0] > longest[0]:
                longest = (begin - max(earlier)[0], max(earlier)[3], until)
        return len(minutes), longest

    def handoffs(self) -> int:
        closing = self._closing()
        total = 0
        for number, step in enumerate(self.steps):
            for layer, actions in step.items():
                previous: Action | None = None
                for action in actions:
                    opens = "after" not in action and previous is None
                    if "after" in action:
                        givers = [a for _, _, a in self.actions if a["id"] in action["after"]]
                    elif previous is not None:
                        givers = [previous]
                    else:
                        givers = closing[number - 1] if number else []
                    own = self._owner(action, layer)
                    owners = {self._owner(a, self._layer(a)) for a in givers} - {None}
                    if own is not None and not (opens and own in owners):
                        total += len(owners - {own})
                    if not action["background"]:
                        previous = action
        return total

    def _closing(self) -> list[list[Action]]:
        found: list[list[Action]] = []
        for step in self.steps:
            waited: set[str] = set()
            for actions in step.values():
                previous = None
                for action in actions:
                    names = action.get("after", [previous] if previous else [])
                    if not action["background"]:
                        waited.update(names)
                        previous = action["id"]
            own = [
                a
                for actions in step.values()
                for a in actions
                if not a["background"] and a["id"] not in waited
            ]
            found.append(own or (found[-1] if found else []))
        return found

    def _layer(self, action: Action) -> str:
        return next(layer for _, layer, other in self.actions if other is action)

    @staticmethod
    def _owner(action: Action, layer: str) -> str | None:
        return action["owner"] or ("the customer" if layer == "customer" else None)


def slack(steps: Map, name: str, lead: int) -> int | None:
    """The most minutes that an action may be later; None when even a very late one never matters."""
    if Oracle(steps, name, 100_000).lead == lead:
        return None
    low, high = 0, 100_000
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if Oracle(steps, name, middle).lead == lead else (low, middle)
    return low


@pytest.mark.parametrize("seed", range(200))
def test_an_independent_calculation_agrees(seed: int) -> None:
    steps = made_up(seed)
    oracle, timings = Oracle(steps), measure(blueprint_of(steps))
    assert timings.lead_s == oracle.lead * 60
    for times in timings.actions:
        assert (times.start_s, times.end_s) == (oracle.start[times.id] * 60, oracle.end(times.id) * 60)
        late = slack(steps, times.id, oracle.lead)
        assert times.slack_s == (None if late is None else late * 60), times.id
        assert times.drag_s == (oracle.lead - Oracle(steps, times.id).lead) * 60, times.id
    seen, silence = oracle.visible()
    assert timings.visible_s == seen * 60
    found = timings.longest_silence
    assert (found and (found.seconds // 60, found.after is None)) == (
        silence and (silence[0], silence[1] is None)
    )
    assert timings.handoffs == oracle.handoffs()
