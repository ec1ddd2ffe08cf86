"""The grid: one column a step, one cell a card, rows from the evidence down to the times."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from blueprint_cli.language.durations import format_duration
from blueprint_cli.language.typography import typeset
from blueprint_cli.language.words import CHANNELS, words
from blueprint_cli.model.fields import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from blueprint_cli.language.wording import Words
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.steps import Step
    from blueprint_cli.workbook.times import Times

Kind = Literal["card", "mood", "curve", "line", "fact", "time"]
CARD_LAYERS = ("evidence", "customer", "frontstage", "backstage", "support")
LINES = {"frontstage": "interaction", "backstage": "visibility", "support": "internal"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One fact of the grid.

    Attributes:
        text: what it shows; empty for a cell that is there to be filled.
        at: address of the part that it shows, or empty.
        number: an emotion, where the cell shows one.
        hole: a step has nothing in this lane, and the lane is one that should answer.
    """

    text: str = ""
    at: str = ""
    number: int | None = None
    hole: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        kind: what its cells are.
        name: the layer of cards, the line (`visibility`), or the fact (`pains`).
        label: its heading; empty on the further rows of a lane.
        cells: one a step.
        spare: an empty row at a lane's end, where a card may be added.
    """

    kind: Kind
    name: str
    label: str
    cells: tuple[Cell, ...]
    spare: bool = False


@dataclass(frozen=True)
class Grid:
    """The whole grid in one language.

    Attributes:
        steps: key and title of every column.
        phases: title, first and last column of every run of steps in one phase; title empty without one.
        rows: from top to bottom.
    """

    title: str
    subtitle: str
    lang: Lang
    steps: tuple[tuple[str, str], ...]
    phases: tuple[tuple[str, int, int], ...]
    rows: tuple[Row, ...] = field(default=())


def grid_of(blueprint: Blueprint, timings: Times, lang: Lang) -> Grid:
    """The grid of a blueprint; texts in the typography of the language."""
    return _Filling(blueprint, timings, lang).grid()


class _Filling:
    def __init__(self, blueprint: Blueprint, timings: Times, lang: Lang) -> None:
        self.blueprint = blueprint
        self.timings = timings
        self.lang: Lang = lang
        self.words: Words = words(lang)

    def grid(self) -> Grid:
        blueprint = self.blueprint
        who = ", ".join(blueprint.persona_name(name) for name in blueprint.persona)
        subtitle = " · ".join(
            self.show(part) for part in (who, blueprint.scenario or "", blueprint.version or "") if part
        )
        titles = tuple(
            (step.key, self.show(step.title) if step.title else self.words.step.format(n=step.number))
            for step in blueprint.steps
        )
        return Grid(
            self.show(blueprint.title),
            subtitle,
            self.lang,
            titles,
            tuple(self._phases()),
            tuple(self._rows()),
        )

    def show(self, text: str) -> str:
        return typeset(text, self.lang)

    def _phases(self) -> Iterator[tuple[str, int, int]]:
        steps = self.blueprint.steps
        start = 0
        for index in range(1, len(steps) + 1):
            if index == len(steps) or steps[index].phase != steps[start].phase:
                phase = steps[start].phase
                yield (self.show(self.blueprint.phase_title(phase)) if phase else "", start, index - 1)
                start = index

    def _rows(self) -> Iterator[Row]:
        yield from self._facts("channel", self.words.channel, self._channels)
        yield from self._lane("evidence")
        yield from self._lane("customer")
        yield from self._mood()
        for layer in CARD_LAYERS[2:]:
            line = LINES[layer]
            yield Row("line", line, self.show(getattr(self.words, f"line_{line}")), ())
            yield from self._lane(layer)
        yield from self._facts("systems", self.words.systems, self._systems)
        yield from self._facts("owner", self.words.owner, self._owners)
        yield from self._facts(
            "pains", self.words.pains, lambda step: (pain.text for pain in step.pain_points)
        )
        yield from self._facts(
            "opportunities", self.words.opportunities, lambda step: (idea.text for idea in step.opportunities)
        )
        yield from self._facts("feeling", self.words.feeling, lambda step: filter(None, [step.feeling]))
        yield from self._facts("thought", self.words.thought, lambda step: step.thought)
        yield from self._facts("quote", self.words.quote, lambda step: step.quote)
        yield from self._times()

    def _lane(self, layer: str) -> Iterator[Row]:
        """A lane has as many rows as its fullest step, and a spare one."""
        label = getattr(self.words, layer)
        stacks = [self._stack(step, layer) for step in self.blueprint.steps]
        depth = max(map(len, stacks))
        for place in range(depth + 1):
            spare = place == depth
            cells = tuple(
                stack[place]
                if place < len(stack)
                else Cell(hole=not place and not stack and layer in ("frontstage", "backstage"))
                for stack in stacks
            )
            yield Row("card", layer, label if not place else "", cells, spare=spare)

    def _stack(self, step: Step, layer: str) -> list[Cell]:
        if layer == "evidence":
            return [Cell(self.show(evidence.text), evidence.at) for evidence in step.evidence]
        return [Cell(self.show(action.action), action.at) for kind, action in step.actions() if kind == layer]

    def _mood(self) -> Iterator[Row]:
        names = list(dict.fromkeys(name for step in self.blueprint.steps for name in step.emotion or {}))
        for name in names or [EVERYBODY]:
            label = (
                self.words.mood
                if name == EVERYBODY
                else f"{self.words.mood} – {self.show(self.blueprint.persona_name(name))}"
            )
            cells = tuple(
                Cell(at=f"{step.at}.emotion", number=(step.emotion or {}).get(name))
                for step in self.blueprint.steps
            )
            yield Row("mood", name, label, cells)
        if names:
            yield Row("curve", "curve", "", ())

    def _facts(self, name: str, label: str, texts: Callable[[Step], Iterable[str]]) -> Iterator[Row]:
        """One row of facts, several in a cell on lines of their own; no row where no step has any."""
        cells = tuple(
            Cell("\n".join(self.show(text) for text in texts(step)), step.at) for step in self.blueprint.steps
        )
        if any(cell.text for cell in cells):
            yield Row("fact", name, label, cells)

    def _channels(self, step: Step) -> Iterator[str]:
        if step.channel:
            entry = self.blueprint.channels.get(step.channel)
            yield entry.name if entry else CHANNELS[self.lang].get(step.channel, step.channel)
        for point in step.touchpoints:
            marks = [self.words.indirect] if point.indirect else []
            marks += [self.words.planned] if point.planned else []
            yield f"{point.name} ({', '.join(marks)})" if marks else point.name

    def _systems(self, step: Step) -> list[str]:
        used = dict.fromkeys(use.system for _, action in step.actions() for use in action.uses)
        return [self.blueprint.system_name(name) for name in used]

    def _owners(self, step: Step) -> list[str]:
        owners = dict.fromkeys(step.owner_of(layer, action) for layer, action in step.actions())
        return [self.blueprint.team_name(owner) for owner in owners if owner]

    def _times(self) -> Iterator[Row]:
        for name, label in (
            ("wait", self.words.wait),
            ("work", self.words.work),
            ("elapsed", self.words.elapsed),
        ):
            cells = []
            for step in self.blueprint.steps:
                times = self.timings.step(step.key)
                seconds = {"wait": times.wait_s, "work": times.work_s, "elapsed": times.elapsed_s}[name]
                known = times.timed and seconds is not None
                shown = format_duration(seconds, self.lang) if known and seconds else ("–" if known else "?")
                cells.append(Cell(shown, step.at))
            yield Row("time", name, label, tuple(cells))
