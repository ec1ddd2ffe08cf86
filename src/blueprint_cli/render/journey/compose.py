"""The whole journey map: head, personas and scenario, brackets, phases, steps, rows, the curve, legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.language.plurals import counted
from blueprint_cli.language.typography import signed
from blueprint_cli.render.blocks.block import Fitted
from blueprint_cli.render.blocks.grid import phase_boxes
from blueprint_cli.render.blocks.heading import head
from blueprint_cli.render.blocks.legend import put_legend
from blueprint_cli.render.drawing.scene import Box, Lane, Route, Scene, Text
from blueprint_cli.render.drawing.wrapping import wrap
from blueprint_cli.render.journey import emotions, sizes
from blueprint_cli.render.journey.brackets import brackets_of, put_brackets
from blueprint_cli.render.journey.content import Journey
from blueprint_cli.render.journey.headers import step_boxes
from blueprint_cli.render.journey.legend import signs_of
from blueprint_cli.render.journey.lens import lens_boxes

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.asked import Asked
    from blueprint_cli.render.journey.content import Row


_ROOMY = 900.0
"""The width of panels that stand alone."""


def journey_scene(blueprint: Blueprint, lang: Lang | None = None, asked: Asked | None = None) -> Scene:
    """The scene of a blueprint's journey, in its own language unless another is asked for."""
    journey = Journey(blueprint, lang or blueprint.lang, asked)
    made = Composing(journey)
    scene = made.scene()
    put_signs(scene, [made])
    return scene


def lens_scene(journey: Journey) -> Scene:
    """The title and the panels alone: who lives through it, in which case, with which figures."""
    made = Scene(journey.showing.show(journey.blueprint.title), description(journey), journey.lang, _ROOMY)
    boxes, made.height = lens_boxes(journey, head(made, journey.showing, journey.words.kind), _ROOMY)
    made.headings += boxes
    return made


def put_signs(scene: Scene, parts: list[Composing]) -> None:
    """Explain below a scene the signs of a whole journey, drawn in one part or in several."""
    journey = parts[0].journey
    boxes = [box for part in parts for box in (*part.made.headings, *part.made.boxes)]
    signs = signs_of(journey, [bracket for part in parts for bracket in part.brackets], boxes)
    scene.height = put_legend(scene, signs, journey.showing.words.legend, scene.height + 12, sizes.LABEL_W)


class Composing:
    """A journey, or a part of it, becomes a scene without a legend."""

    def __init__(self, journey: Journey, *, has_lens: bool = True, is_titled: bool = True) -> None:
        self.journey = journey
        self.has_lens, self.is_titled = has_lens, is_titled
        self.brackets = brackets_of(journey)
        self.columns: list[list[Box]] = [[] for _ in journey.columns]
        self.made = Scene(journey.showing.show(journey.blueprint.title), description(journey), journey.lang)
        self.names_width = emotions.names_width(journey) if journey.asked.shows("emotion") else 0

    @property
    def right(self) -> float:
        """Where the last column ends."""
        return self.made.width - self.names_width

    def scene(self) -> Scene:
        """Draw all of it."""
        made, journey = self.made, self.journey
        columns = journey.grid.x(len(journey.columns)) - sizes.GAP + sizes.EDGE
        made.width = max(columns + self.names_width, sizes.LEAST_PICTURE)
        top = self._head()
        boxes, routes, top = put_brackets(self.brackets, journey.grid, journey.showing.words.spans, top)
        made.headings += boxes
        made.lines += routes
        boxes, top = phase_boxes(journey.content, journey.ids, journey.grid, top, continues=self._continues())
        made.headings += boxes
        boxes, top = step_boxes(journey, top)
        made.headings += boxes
        grid_top = top
        for row in journey.rows(above=True):
            top = self._row(row, top)
        top = self._mood(top)
        for row in journey.rows(above=False):
            top = self._row(row, top)
        self._borders(grid_top, top)
        for column in self.columns:
            made.boxes += column
        made.height = top
        return made

    def _head(self) -> float:
        """Title, facts and panels, as far as they stand on this page; returns where they end."""
        made, journey = self.made, self.journey
        if not self.is_titled:
            return 0
        top = head(made, journey.showing, journey.words.kind, is_first=self.has_lens)
        if self.has_lens:
            boxes, top = lens_boxes(journey, top, made.width)
            made.headings += boxes
        return top

    def _continues(self) -> bool:
        """Whether the first phase has begun on another page."""
        journey = self.journey
        before = journey.all_columns[journey.start - 1] if journey.start else None
        return before is not None and before.phase == journey.columns[0].phase

    def _row(self, row: Row, top: float) -> float:
        """One row: blocks of one place in their stacks are equally high; returns where the row ends."""
        stacks = [[Fitted(block, self.journey.grid.width) for block in stack] for stack in row.cells]
        places = max(map(len, stacks))
        heights = [
            max(stack[place].height for stack in stacks if place < len(stack)) for place in range(places)
        ]
        y = top + sizes.ROW_PAD
        for place, height in enumerate(heights):
            for index, stack in enumerate(stacks):
                if place < len(stack):
                    x = self.journey.grid.x(index)
                    self.columns[index] += stack[place].boxes(x, y, height)
            y += height + sizes.STACK_GAP
        bottom = y - sizes.STACK_GAP + sizes.ROW_PAD
        self._ground(row.key, row.title, row.layer, top, bottom)
        return bottom

    def _ground(self, key: str, title: str, layer: str, top: float, bottom: float) -> None:
        height = bottom - top
        self.made.lanes.append(Lane(key, title, 0, top, self.made.width, height, f"lane.{layer}"))
        self._label(title, layer, top, height)

    def _label(self, title: str, layer: str, top: float, height: float) -> None:
        lines = wrap(title, sizes.LABEL_W - 24, 9.5, bold=True)
        first = top + height / 2 - (len(lines) - 1) * 6 + 3.4
        text = Text(lines, 14, first, 9.5, f"tab.{layer}", bold=True, leading=12)
        self.made.headings += [
            Box("lane-bar", 0, top, sizes.BAR_W, height, fill=f"tab.{layer}", pattern=layer),
            Box("lane-label", 14, top, sizes.LABEL_W - 22, height, shape="none", texts=(text,)),
        ]

    def _mood(self, top: float) -> float:
        row = emotions.Emotions(self.journey, top)
        if not (row.curves and self.journey.asked.shows("emotion")):
            return top
        made, middle = self.made, row.middle
        title = self.journey.showing.words.mood
        made.lanes += [
            Lane("mood", title, 0, top, made.width, middle - top, "lane.frontstage"),
            Lane("mood-low", title, 0, middle, made.width, row.bottom - middle, "lane.pain"),
        ]
        text = Text((title,), 14, top + 19, 9.5, "tab.mood", bold=True)
        made.headings += [
            Box("lane-bar", 0, top, sizes.BAR_W, row.bottom - top, fill="tab.mood", pattern="mood"),
            Box("lane-label", 14, top + 8, sizes.LABEL_W - 22, 14, shape="none", texts=(text,)),
        ]
        for part in row.scale(self.right):
            if isinstance(part, Route):
                made.curves.append(part)
            else:
                made.headings.append(part)
        made.curves += row.lines()
        made.headings += row.names(self.right + 4)
        for index, blocks in enumerate(self.columns):
            blocks.extend(row.dots(index + self.journey.start))
        return row.bottom

    def _borders(self, top: float, bottom: float) -> None:
        """A fine line between two phases, down through all rows."""
        phases = [column.phase for column in self.journey.columns]
        for index in range(1, len(phases)):
            if phases[index] != phases[index - 1]:
                x = self.journey.grid.x(index) - sizes.GAP / 2
                self.made.lines.append(Route("border", ((x, top), (x, bottom)), "soft", 0.7, dash="1 3"))


def description(journey: Journey) -> str:
    """What a reader who cannot see the picture is told: scenario, counts, the lowest emotion and where."""
    steps = [column.step for column in journey.all_columns]
    words, lang = journey.words, journey.lang
    counts = (
        counted(len(steps), words.steps, lang),
        counted(sum(len(step.pain_points) for step in steps), words.pains, lang),
        counted(sum(len(step.opportunities) for step in steps), words.ideas, lang),
    )
    said = f"{words.colon.format(name=words.kind, text=', '.join(counts))}."
    lows = [(value, column.title) for column in journey.all_columns for value in column.emotions.values()]
    lowest = min(lows, default=None, key=lambda pair: pair[0])
    mood = journey.words.lowest.format(text=f"{signed(lowest[0])}, {lowest[1]}") if lowest else ""
    scenario = journey.showing.show(journey.blueprint.scenario)
    return " ".join(part for part in (scenario, said, mood) if part)
