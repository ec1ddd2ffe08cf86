"""Two hundred random maps against an independent calculation that tries everything by brute force.

The oracle knows nothing of the analysis: it reads the data of the map, settles starts and ends by repeating the rules until
nothing moves, and finds slack and drag by changing one action at a time. The maps have branches, ways back, actions in the
background, actions without a time or with a part of it, and `after` across steps.
"""

from __future__ import annotations

import random
from functools import cached_property
from typing import Any

import pytest

from blueprint_cli.analysis.schedule import CircularOrderError
from blueprint_cli.analysis.timings import Timings, measure
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.routes import tell_routes

LAYERS = ("customer", "frontstage", "backstage", "support")
OWNERS = ("Desk", "Stock", "Finance", "unknown", None)
LATE = 100_000
"""So many minutes later, whatever can matter matters."""

Data = dict[str, Any]
TIMES: tuple[Data, ...] = (
    {},
    {"elapsed": 0},
    {"elapsed": 30},
    {"elapsed": 30, "work": 10},
    {"wait": 5, "work": "unknown"},
    {"wait": 30, "work": 0},
    *({"wait": wait, "work": work} for wait in (0, 0, 10) for work in (5, 20)),
    {"wait": 10},
    {"work": 20},
)


def made_up(seed: int) -> list[Data]:
    """Steps with layers of actions, most of which follow each other in the order of the file."""
    source = random.Random(seed)
    count, known = source.randint(1, 6), list[str]()
    steps: list[Data] = []
    actions = 0
    for number in range(count):
        step: Data = {"id": f"s{number}"}
        if source.random() < 0.2:
            step["owner"] = source.choice(OWNERS[:3])
        for layer in LAYERS:
            for _ in range(source.choice((0, 0, 1, 1, 2))):
                action = {"id": f"a{actions}", "action": "Acts", **source.choice(TIMES)}
                action["background"] = source.random() < 0.15
                action["owner"] = source.choice(OWNERS)
                if known and source.random() < 0.3:
                    action["after"] = source.sample(known, min(len(known), source.choice((1, 1, 2))))
                elif source.random() < 0.03:
                    action["after"] = []
                actions += 1
                known.append(action["id"])
                step.setdefault(layer, []).append(action)
        known.append(step["id"])
        steps.append(step)
    for number, step in enumerate(steps):
        if source.random() < 0.4:
            onward = [f"s{number + 1}"] if number + 1 < count and source.random() < 0.8 else []
            step["next"] = list(dict.fromkeys([source.choice([*known, "end"]), *onward]))
    return steps


def blueprint_of(steps: list[Data]) -> Blueprint:
    def time(value: int | str) -> str:
        return value if isinstance(value, str) else f"{value} min" if value else "instant"

    def written(key: str, value: Any) -> Any:
        if key in LAYERS:
            return [{name: written(name, part) for name, part in action.items()} for action in value]
        return time(value) if key in ("wait", "work", "elapsed") else value

    told = [{key: written(key, value) for key, value in step.items()} for step in steps]
    made = Blueprint.model_validate({"blueprint": 1, "title": "Made up", "steps": told})
    tell_routes(made)
    return made


class Oracle:
    """Times in minutes by the rules alone; one action may be later by some minutes, or take no time."""

    def __init__(self, steps: list[Data], changed: str = "", later: int | None = None) -> None:
        self.steps = steps
        self.actions = [
            (n, layer, a) for n, step in enumerate(steps) for layer in LAYERS for a in step.get(layer, ())
        ]
        self.step_of = {a["id"]: n for n, _, a in self.actions} | {s["id"]: n for n, s in enumerate(steps)}
        self.length = {a["id"]: length(a) for _, _, a in self.actions}
        if changed:
            self.length[changed] = 0 if later is None else self.length[changed] + later
        self.reached, back = self._walked()
        self.leading = [
            [m for m in sorted(self.reached) if n in self._ways(m) and (m, n) not in back]
            for n in range(len(steps))
        ]
        self.start = dict.fromkeys(self.length, 0)
        self.begins, self.ends = [0] * len(steps), [0] * len(steps)
        for _ in range(10 * len(self.actions) + 10):
            if not self.settle():
                break
        self.lead = max(self.ends[n] for n in self.reached)

    def circle(self) -> bool:
        """True where something waits for itself: with a minute more for each action the times never settle."""
        longer = Oracle(self.steps)
        longer.length = {name: minutes + 1 for name, minutes in longer.length.items()}
        return all(longer.settle() for _ in range(10 * len(self.actions) + 10))

    def _ways(self, number: int) -> list[int]:
        following = [number + 1] if number + 1 < len(self.steps) else []
        named = self.steps[number].get("next")
        return following if named is None else [self.step_of[name] for name in named if name != "end"]

    def _walked(self) -> tuple[set[int], set[tuple[int, int]]]:
        reached, back = set[int](), set[tuple[int, int]]()

        def walk(number: int, path: list[int]) -> None:
            reached.add(number)
            for target in self._ways(number):
                if target in path:
                    back.add((number, target))
                elif target not in reached:
                    walk(target, [*path, target])

        walk(0, [0])
        return reached, back

    def end(self, name: str) -> int:
        return self.ends[self.step_of[name]] if name.startswith("s") else self.start[name] + self.length[name]

    def settle(self) -> bool:
        """Apply the rules once; False when nothing moves any more."""
        before = (dict(self.start), list(self.ends))
        for number in self.reached:
            self.begins[number] = max((self.ends[n] for n in self.leading[number]), default=0)
            holding = [self.begins[number]]
            for layer in LAYERS:
                previous = self.begins[number]
                for action in self.steps[number].get(layer, ()):
                    named = self.named(action)
                    begin = previous if named is None else max(map(self.end, named), default=0)
                    self.start[action["id"]] = begin
                    if not action["background"]:
                        previous = self.end(action["id"])
                        holding.append(previous)
            self.ends[number] = max(holding)
        return before != (self.start, self.ends)

    def named(self, action: Data) -> list[str] | None:
        """What an action waits for by name; None where the default order holds."""
        if "after" not in action:
            return None
        kept = [name for name in action["after"] if self.step_of[name] in self.reached]
        return kept if kept or not action["after"] else None

    @cached_property
    def moments(self) -> list[tuple[int, int, int, str]]:
        """Start, end, place and name of what the customer sees, in the order of time."""
        found = []
        for place, (number, layer, action) in enumerate(self.actions):
            end = self.end(action["id"]) if number in self.reached else LATE
            begin = end - seen(action)
            if layer in LAYERS[:2] and begin <= self.lead:
                found.append((begin, min(end, self.lead), place, action["id"]))
        return sorted(found)

    def silence(self) -> tuple[int, str | None, str | None] | None:
        if len(self.moments) < 2:
            return None
        longest: tuple[int, str | None, str | None] = (0, None, None)
        for index, (begin, _, _, until) in enumerate(self.moments[1:], 1):
            last = max((end, other) for other, (_, end, _, _) in enumerate(self.moments[:index]))
            if begin - last[0] > longest[0]:
                longest = (begin - last[0], self.moments[last[1]][3], until)
        return longest

    def handoffs(self) -> int:
        total = 0
        for number, layer, action in self.actions:
            own = self.owner(action["id"])
            if number not in self.reached or own is None:
                continue
            row = self.steps[number][layer]
            before = [a["id"] for a in row[: row.index(action)] if not a["background"]]
            named = self.named(action)
            opens = named is None and not before
            givers = before[-1:] if named is None else named
            if opens:
                givers = [f"s{n}" for n in self.leading[number]]
            owners = {self.owner(name) for giver in givers for name in self._who(giver)} - {None}
            total += 0 if opens and own in owners else len(owners - {own})
        return total

    def _who(self, name: str) -> list[str]:
        return self._closing(self.step_of[name]) if name.startswith("s") else [name]

    def _closing(self, number: int) -> list[str]:
        waited, mine = set[str](), []
        for layer in LAYERS:
            previous: list[str] = []
            for action in self.steps[number].get(layer, ()):
                named = self.named(action)
                if not action["background"]:
                    waited |= set(previous if named is None else named)
                    previous = [action["id"]]
                    mine.append(action["id"])
        own = [name for name in mine if name not in waited]
        return own or [name for n in self.leading[number] for name in self._closing(n)]

    def owner(self, name: str) -> str | None:
        number, layer, action = next(entry for entry in self.actions if entry[2]["id"] == name)
        customer = layer == "customer"
        said = action["owner"] or (None if customer else self.steps[number].get("owner"))
        return None if said == "unknown" else said or ("the customer" if customer else None)


def length(action: Data) -> int:
    """Minutes that an action takes as far as they are known."""
    parts = (action.get("wait"), action.get("work"))
    return int(action.get("elapsed", sum(part for part in parts if isinstance(part, int))))


def seen(action: Data) -> int:
    """Minutes of it that are work, or may be."""
    work = action.get("work", 0 if "wait" in action else action.get("elapsed", 0))
    return work if isinstance(work, int) else 0


def slack(steps: list[Data], name: str, lead: int) -> int | None:
    """The most minutes that an action may be later; None when even a very late one never matters."""
    if Oracle(steps, name, LATE).lead == lead:
        return None
    low, high = 0, LATE
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if Oracle(steps, name, middle).lead == lead else (low, middle)
    return low


@pytest.mark.parametrize("seed", range(200))
def test_an_independent_calculation_agrees(seed: int) -> None:
    steps = made_up(seed)
    oracle, blueprint = Oracle(steps), blueprint_of(steps)
    if oracle.circle():
        with pytest.raises(CircularOrderError):
            measure(blueprint)
        return
    timings = measure(blueprint)
    assert timings.lead_s == oracle.lead * 60
    assert [step.start_s is not None for step in timings.steps] == [
        n in oracle.reached for n in range(len(steps))
    ]
    for times in timings.actions:
        assert (times.start_s, times.end_s) == (oracle.start[times.id] * 60, oracle.end(times.id) * 60)
        late = slack(steps, times.id, oracle.lead)
        assert times.slack_s == (None if late is None else late * 60), times.id
        assert times.drag_s == (oracle.lead - Oracle(steps, times.id).lead) * 60, times.id
    _agree_on_what_is_seen(oracle, timings)
    assert timings.handoffs == oracle.handoffs()


def _agree_on_what_is_seen(oracle: Oracle, timings: Timings) -> None:
    minutes = {minute for begin, end, _, _ in oracle.moments for minute in range(begin, end)}
    assert timings.visible_s == len(minutes) * 60
    found = timings.longest_silence
    assert (found and (found.seconds // 60, found.after, found.until)) == oracle.silence()
