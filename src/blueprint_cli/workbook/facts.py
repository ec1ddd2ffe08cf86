"""Every fact that may be typed into a workbook, with the value that its cell shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from blueprint_cli.model.word_lists import EVERYBODY
from blueprint_cli.workbook.anchors import Key, mood_key, serial_of
from blueprint_cli.workbook.showing import Showing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.language.durations import Duration
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.actions import Action, Evidence
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.part import Part
    from blueprint_cli.model.steps import Step
    from blueprint_cli.model.word_lists import Layer
    from blueprint_cli.workbook.anchors import Value

_MINUTE, _HOUR = 60, 3600


def facts_of(blueprint: Blueprint, lang: Lang) -> dict[Key, Value]:
    """Key and value of every fact that has a cell of its own, in the order of the file.

    Facts that are not said but have a cell (an emotion, an owner) have the value None.
    """
    return dict(_Facts(blueprint, lang).all())


class FactsByStep(Mapping["Key", "Value"]):
    """The same facts, worked out step by step as they are asked for: most imports ask about a few steps alone."""

    def __init__(self, blueprint: Blueprint, lang: Lang) -> None:
        self._facts = _Facts(blueprint, lang)
        self._steps = {step.at: step for step in blueprint.steps}
        self._known: dict[str, dict[Key, Value]] = {}

    def __getitem__(self, key: Key) -> Value:
        """The value of a fact; KeyError where the file has no such fact."""
        at = step_of(key.at)
        step = self._steps.get(at)
        place = at if step is not None else ""
        if place not in self._known:
            facts = self._facts.of_step(step) if step is not None else self._facts.of_map()
            self._known[place] = dict(facts)
        return self._known[place][key]

    def __iter__(self) -> Iterator[Key]:
        """All of them, in the order of the file."""
        return (key for key, _ in self._facts.all())

    def __len__(self) -> int:
        """How many there are."""
        return sum(1 for _ in self)


def step_of(address: str) -> str:
    """The address of the step that an address leads into: `steps[a]` of `steps[a].backstage[b]`."""
    return address[: address.find("]") + 1]


def moods_of(blueprint: Blueprint) -> list[str]:
    """Whose emotions the map tells, in order of appearance; everybody's where it tells none."""
    return list(dict.fromkeys(name for step in blueprint.steps for name in step.emotion or {})) or [EVERYBODY]


def time_value(duration: Duration | None, showing: Showing) -> Value:
    """A time as its cell shows it: whole minutes below an hour as their number, everything else as the file says it."""
    if duration is None:
        return None
    exact = not (duration.is_range or duration.unknown or duration.approximate)
    if (
        exact
        and duration.clock == "calendar"
        and 0 < duration.low < _HOUR
        and not duration.low % _MINUTE
    ):  # fmt: skip
        return duration.low // _MINUTE
    return showing.time(duration)


class _Facts(Showing):
    def __init__(self, blueprint: Blueprint, lang: Lang) -> None:
        super().__init__(blueprint, lang)
        self.moods = moods_of(blueprint)

    def all(self) -> Iterator[tuple[Key, Value]]:
        """Walk through the file."""
        yield from self.of_map()
        for step in self.blueprint.steps:
            yield from self.of_step(step)

    def of_map(self) -> Iterator[tuple[Key, Value]]:
        """What is said beside the steps."""
        blueprint = self.blueprint
        yield Key("", "title"), self.show(blueprint.title)
        yield Key("", "scenario"), self.show(blueprint.scenario) or None
        for phase in dict.fromkeys(step.phase for step in blueprint.steps if step.phase):
            yield Key(f"phases[{phase}]", "title"), self.show(blueprint.phase_title(phase))

    def of_step(self, step: Step) -> Iterator[tuple[Key, Value]]:
        """What is said of a step and of what stands in it."""
        at = step.at
        yield Key(at, "title"), self.step_title(step)
        for name in self.moods:
            yield mood_key(at, name), (step.emotion or {}).get(name)
        yield Key(at, "feeling"), self.show(step.feeling) or None
        for field, texts in (("thought", step.thought), ("quote", step.quote)):
            for place, text in enumerate(texts):
                yield Key(at, field, str(place)), self.show(text)
        yield from self._said(step, owner=step.owner, times=("target", "limit"))
        for evidence in step.evidence:
            yield Key(evidence.at, "text"), self.show(evidence.text)
            yield from self._said(evidence, owner=evidence.owner)
        for layer, action in step.actions():
            yield from self._action(step, layer, action)
        yield from self._hopes(step)

    def _said(
        self, part: Step | Evidence | Action, owner: str | None, times: tuple[str, ...] = ()
    ) -> Iterator[tuple[Key, Value]]:
        yield Key(part.at, "owner"), self.team(owner) or None
        for field in times:
            yield Key(part.at, field), time_value(getattr(part, field), self)
        yield Key(part.at, "remark"), None

    def _action(self, step: Step, layer: Layer, action: Action) -> Iterator[tuple[Key, Value]]:
        at = action.at
        yield Key(at, "action"), self.show(action.action)
        elapsed = () if action.elapsed is None else ("elapsed",)
        times = ("wait", "work", *elapsed, "target", "limit")
        yield from self._said(action, step.owner_of(layer, action), times)
        yield Key(at, "uses"), self.systems_used(action) or None
        yield Key(at, "manual"), self.words.yes if action.manual else None
        yield Key(at, "background"), self.words.yes if action.background else None
        for point in action.fail_points:
            yield from self._texts(point, "what", "effect", "recovery")
            likelihood = point.likelihood
            yield Key(point.at, "likelihood"), None if likelihood is None else float(likelihood)

    def _hopes(self, step: Step) -> Iterator[tuple[Key, Value]]:
        for pain in step.pain_points:
            yield from self._texts(pain, "text")
            yield Key(pain.at, "severity"), self.severity(pain.severity) or None
        for idea in step.opportunities:
            yield from self._texts(idea, "text", "status")
            yield Key(idea.at, "owner"), self.team(idea.owner) or None
            yield Key(idea.at, "impact"), self.degree(idea.impact) or None
            yield Key(idea.at, "effort"), self.degree(idea.effort) or None
            serial = None if idea.due is None else serial_of(idea.due)
            yield Key(idea.at, "due"), idea.due.isoformat() if idea.due and serial is None else serial

    def _texts(self, part: Part, *fields: str) -> Iterator[tuple[Key, Value]]:
        for field in fields:
            yield Key(part.at, field), self.show(getattr(part, field)) or None
