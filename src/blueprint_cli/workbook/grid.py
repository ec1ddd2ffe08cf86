"""The grid: one column a step, one cell a card, rows from the evidence down to the times."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from blueprint_cli.language.durations import format_duration
from blueprint_cli.language.topics.workbook import workbook_words
from blueprint_cli.model.word_lists import EVERYBODY
from blueprint_cli.workbook.anchors import SHOWN_MARK, Key, mood_key, mood_lane
from blueprint_cli.workbook.facts import moods_of
from blueprint_cli.workbook.showing import Showing
from blueprint_cli.workbook.times import part_known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step
    from blueprint_cli.workbook.times import Times

Kind = Literal["card", "text", "mood", "curve", "line", "fact", "sum", "time"]
LAYERS = ("evidence", "customer", "frontstage", "backstage", "support")
LINES = {"frontstage": "interaction", "backstage": "visibility", "support": "internal"}
_ANSWERING = ("frontstage", "backstage")
"""Lanes in which a step without a card is a hole in the service."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One fact of the grid.

    Attributes:
        text: what it shows; empty for a cell that is there to be filled.
        key: the fact that is typed here; None where nothing is, or where it is typed elsewhere.
        number: an emotion, where the cell shows one.
        seconds: a time that is known, where the cell shows one.
        hole: a step has nothing in this lane, and the lane is one that should answer.
    """

    text: str = ""
    key: Key | None = None
    number: int | None = None
    hole: bool = False
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        kind: what its cells are.
        name: the layer of cards, the line (`visibility`), or the fact (`pain_points`).
        lane: what column A says of it, by `workbook.anchors`.
        label: its heading; empty on the further rows of a lane.
        cells: one a step; none on lines and the curve.
        spare: an empty row at a lane's end, where something may be added.
    """

    kind: Kind
    name: str
    lane: str
    label: str
    cells: tuple[Cell, ...] = ()
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive steps of one phase: columns from `first` to `last`; no title where they are in none.

    `again` tells a later run of a phase whose title stands (and is typed) over an earlier one.
    """

    title: str
    key: Key | None
    first: int
    last: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class Curve:
    """One persona's emotions, in which everybody's count too.

    Attributes:
        name: whose; the key of its row of emotions.
        label: the name as people read it.
        values: one a step; None where nothing is known, or where the persona does not take the step.
        whole: nothing is unknown: the line goes on over the steps that the persona does not take.
    """

    name: str
    label: str
    values: tuple[int | None, ...]
    whole: bool


@dataclass(frozen=True)
class Grid:
    """The whole grid in one language.

    Attributes:
        who: persona and version, each in a line.
        steps: key, title and fact of every column.
        phases: the runs of steps in one phase.
        rows: from top to bottom.
        curves: one a persona with emotions of its own; none where there is one curve for all.
    """

    title: str
    scenario: str
    who: str
    lang: Lang
    steps: tuple[tuple[str, str, Key], ...]
    phases: tuple[Run, ...]
    rows: tuple[Row, ...] = field(default=())
    curves: tuple[Curve, ...] = ()


def grid_of(blueprint: Blueprint, timings: Times, lang: Lang) -> Grid:
    """The grid of a blueprint; texts in the typography of the language."""
    return _Filling(blueprint, timings, lang).grid()


class _Filling(Showing):
    def __init__(self, blueprint: Blueprint, timings: Times, lang: Lang) -> None:
        super().__init__(blueprint, lang)
        self.timings = timings

    def grid(self) -> Grid:
        blueprint = self.blueprint
        who = [self.show(blueprint.persona_name(name)) for name in blueprint.persona]
        version = self.show(blueprint.version)
        said = (", ".join(who), f"{self.words.version}\u00a0{version}" if version else "")
        return Grid(
            self.show(blueprint.title),
            self.show(blueprint.scenario),
            "\n".join(part for part in said if part),
            self.lang,
            tuple((step.key, self.step_title(step), Key(step.at, "title")) for step in blueprint.steps),
            tuple(self._phases()),
            tuple(self._rows()),
            tuple(self._curves()),
        )

    def _phases(self) -> Iterator[Run]:
        steps = self.blueprint.steps
        start, seen = 0, set()
        for index in range(1, len(steps) + 1):
            if index == len(steps) or steps[index].phase != steps[start].phase:
                phase = steps[start].phase
                title = self.show(self.blueprint.phase_title(phase)) if phase else ""
                key = Key(f"phases[{phase}]", "title") if phase else None
                yield Run(title, key, start, index - 1, again=bool(phase) and phase in seen)
                seen.add(phase)
                start = index

    def _rows(self) -> Iterator[Row]:
        yield from self._facts("channel", self.words.channel, self._channels)
        yield from self._facts("only", self.words.only, self._variants)
        yield from self._lane("evidence")
        yield from self._lane("customer")
        yield from self._mood()
        for layer in LAYERS[2:]:
            line = LINES[layer]
            label = self.show(getattr(self.words, f"line_{line}"))
            yield Row("line", line, f"{SHOWN_MARK}line.{line}", label)
            yield from self._lane(layer)
        yield from self._facts("systems", self.words.systems, self._systems, "sum")
        yield from self._facts("owner", self.words.owner, self._owners, "sum")
        steps = self.blueprint.steps
        yield from self._stacks(
            "card", "pain_points", self.words.pains,
            [[Cell(self.show(pain.text), Key(pain.at, "text")) for pain in step.pain_points] for step in steps],
        )  # fmt: skip
        yield from self._stacks(
            "card", "opportunities", self.words.opportunities,
            [[Cell(self.show(idea.text), Key(idea.at, "text")) for idea in step.opportunities] for step in steps],
        )  # fmt: skip
        yield from self._heard()
        yield from self._times()

    def _lane(self, layer: str) -> Iterator[Row]:
        stacks = [self._stack(step, layer) for step in self.blueprint.steps]
        yield from self._stacks("card", layer, getattr(self.words, layer), stacks)

    def _stacks(
        self, kind: Kind, name: str, label: str, stacks: Sequence[Sequence[Cell]], *, spare: bool = True
    ) -> Iterator[Row]:
        """A lane has as many rows as its fullest step, and a spare one."""
        depth = max(map(len, stacks))
        for place in range(depth + spare):
            hole = place == 0 and name in _ANSWERING
            cells = tuple(
                stack[place] if place < len(stack) else Cell(hole=hole and not stack) for stack in stacks
            )
            yield Row(kind, name, name, label if not place else "", cells, spare=place == depth)

    def _stack(self, step: Step, layer: str) -> list[Cell]:
        if layer == "evidence":
            return [Cell(self.show(entry.text), Key(entry.at, "text")) for entry in step.evidence]
        return [
            Cell(self.show(action.action), Key(action.at, "action"))
            for kind, action in step.actions()
            if kind == layer
        ]

    def _mood(self) -> Iterator[Row]:
        names = moods_of(self.blueprint)
        for name in names:
            label = self.words.mood
            if name != EVERYBODY:
                label += f" – {self.show(self.blueprint.persona_name(name))}"
            cells = tuple(
                Cell(key=mood_key(step.at, name), number=(step.emotion or {}).get(name))
                for step in self.blueprint.steps
            )
            yield Row("mood", name, mood_lane(name), label, cells)
        if any(step.emotion for step in self.blueprint.steps):
            yield Row("curve", "curve", f"{SHOWN_MARK}curve", "")

    def _curves(self) -> Iterator[Curve]:
        named = [name for name in moods_of(self.blueprint) if name != EVERYBODY]
        for name in named:
            entry = self.blueprint.personas.get(name)
            mine = {name, entry.segment if entry else None}
            taken = [not step.only or not mine.isdisjoint(step.only) for step in self.blueprint.steps]
            moods = [step.emotion or {} for step in self.blueprint.steps]
            values = tuple(
                mood.get(name, mood.get(EVERYBODY)) if takes else None
                for mood, takes in zip(moods, taken, strict=True)
            )
            whole = all(value is not None for value, takes in zip(values, taken, strict=True) if takes)
            yield Curve(name, self.show(self.blueprint.persona_name(name)), values, whole)

    def _heard(self) -> Iterator[Row]:
        """Feeling, thoughts and quotes, each where any step has one."""
        steps, w = self.blueprint.steps, self.words
        if any(step.feeling for step in steps):
            feelings = [[Cell(self.show(step.feeling), Key(step.at, "feeling"))] for step in steps]
            yield from self._stacks("text", "feeling", w.feeling, feelings, spare=False)
        for name, label in (("thought", w.thought), ("quote", w.quote)):
            stacks = [
                [Cell(self.show(text), Key(step.at, name, str(place))) for place, text in enumerate(getattr(step, name))]
                for step in steps
            ]  # fmt: skip
            if any(stacks):
                yield from self._stacks("text", name, label, stacks)

    def _facts(
        self, name: str, label: str, texts: Callable[[Step], Iterable[str]], kind: Kind = "fact"
    ) -> Iterator[Row]:
        """One row of facts, several in a cell on lines of their own; no row where no step has any."""
        cells = tuple(
            Cell("\n".join(self.show(text) for text in texts(step))) for step in self.blueprint.steps
        )
        if any(cell.text for cell in cells):
            yield Row(kind, name, f"{SHOWN_MARK}{name}", label, cells)

    def _channels(self, step: Step) -> Iterator[str]:
        if step.channel:
            yield self.channel(step.channel)
        for point in step.touchpoints:
            marks = [self.words.indirect] if point.indirect else []
            marks += [self.words.planned] if point.planned else []
            yield f"{point.name} ({', '.join(marks)})" if marks else point.name

    def _variants(self, step: Step) -> Iterator[str]:
        """Whom the step is for, then each of its cards that is for some only."""
        if step.only:
            yield self.names(step.only)
        parts: list[tuple[str, tuple[str, ...]]] = [(entry.text, entry.only) for entry in step.evidence]
        parts += [(action.action, action.only) for _, action in step.actions()]
        parts += [(pain.text, pain.only) for pain in step.pain_points]
        for text, only in parts:
            if only:
                yield f"{text} ({self.names(only)})"

    def _systems(self, step: Step) -> list[str]:
        used = dict.fromkeys(use.system for _, action in step.actions() for use in action.uses)
        return [self.blueprint.system_name(name) for name in used]

    def _owners(self, step: Step) -> list[str]:
        owners = dict.fromkeys(step.owner_of(layer, action) for layer, action in step.actions())
        return [self.team(owner) for owner in owners if owner]

    def _times(self) -> Iterator[Row]:
        for name, label in (
            ("wait", workbook_words(self.lang).wait_of_cards),
            ("work", workbook_words(self.lang).work_of_cards),
            ("elapsed", self.words.elapsed),
        ):
            cells = []
            for step in self.blueprint.steps:
                times = self.timings.step(step.key)
                seconds = {"wait": times.wait_s, "work": times.work_s, "elapsed": times.elapsed_s}[name]
                if name != "elapsed":
                    seconds = part_known(times, seconds)
                known = seconds is not None and (times.timed or name != "elapsed")
                shown = format_duration(seconds, self.lang) if known and seconds else ("–" if known else "?")
                cells.append(Cell(shown, seconds=seconds if known else None))
            yield Row("time", name, f"{SHOWN_MARK}{name}", label, tuple(cells))
