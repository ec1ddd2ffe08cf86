"""The Gantt chart by lane: every action on a true axis of time, above or below the line of visibility."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from blueprint_cli.language.words import words as common_words
from blueprint_cli.model.word_lists import LAYERS
from blueprint_cli.render.blocks.heading import head
from blueprint_cli.render.drawing.layout import LINES, line_look
from blueprint_cli.render.drawing.metrics import beside, text_width
from blueprint_cli.render.drawing.scene import Box, Lane, Route, Scene
from blueprint_cli.render.time_pictures import sizes
from blueprint_cli.render.time_pictures.clocks import clock_words
from blueprint_cli.render.time_pictures.content import TimeMap
from blueprint_cli.render.time_pictures.frame import put_axis, put_silence, put_spans
from blueprint_cli.render.time_pictures.rows import layer_name, put_row, row_height
from blueprint_cli.render.time_pictures.scale import to_scale
from blueprint_cli.render.time_pictures.signs import put_signs
from blueprint_cli.render.time_pictures.texts import line, paragraph
from blueprint_cli.render.time_pictures.upright import part_at_texts

if TYPE_CHECKING:
    from datetime import datetime

    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint

_STORY, _FACT = 12.0, 9.0
_LANE_HEAD, _LINE_ROOM, _MARK_H = 18.0, 15.0, 13.0


def gantt_scene(blueprint: Blueprint, lang: Lang | None = None, start: datetime | None = None) -> Scene:
    """The scene of a blueprint's Gantt chart, in its own language unless another is asked for."""
    return _Composing(TimeMap(blueprint, lang or blueprint.lang, start)).scene()


class _Composing:
    def __init__(self, found: TimeMap) -> None:
        self.found = found
        self.made = Scene(found.showing.show(found.blueprint.title), found.description(), found.lang)
        self.scale = to_scale(sizes.LABEL_W, found.timings.lead_s, sizes.AXIS_W)
        self.made.width = sizes.LABEL_W + sizes.AXIS_W + sizes.SAID_W

    def scene(self) -> Scene:
        made, found, scale = self.made, self.found, self.scale
        top = self._story(head(made, found.showing, found.words.gantt))
        top = put_spans(made, found, scale, top)
        steps_top = top
        axis_top = self._steps(top)
        bottom = self._lanes(axis_top + sizes.AXIS_H)
        put_axis(made, found, scale, axis_top, bottom)
        self._boundaries(((steps_top, steps_top + _MARK_H), (axis_top + sizes.AXIS_H, bottom)))
        put_silence(made, found, scale, axis_top + sizes.AXIS_H, bottom)
        part_at_texts(made)
        bottom = self._step_names(bottom + 12)
        made.height = put_signs(made, found, bottom + 8, gantt=True, widened=False)
        return made

    def _story(self, top: float) -> float:
        """What the chart says, its clock, the longest silence; returns where they end."""
        found, width = self.found, self.made.width
        story = paragraph("story", found.story(), 0, top, _STORY, width, bold=True, most=3)
        clock = f"{found.words.clock}{found.colon}{clock_words(found)}"
        facts = paragraph("facts", clock, 0, story.y + story.h + 4, _FACT, width, role="muted", most=2)
        self.made.headings += [story, facts]
        top = facts.y + facts.h
        if found.silence() is not None:
            silence = paragraph(
                "silence", found.silence_words(), 0, top + 2, _FACT, width, role="broken", bold=True
            )
            self.made.headings.append(silence)
            top = silence.y + silence.h
        return top + 14

    def _steps(self, top: float) -> float:
        """The numbers of the steps where they start; steps that start close together share a label."""
        if not self.scale.end:
            return top
        words = common_words(self.found.lang)
        self.made.headings.append(
            line("steps", words.steps, sizes.LABEL_W - 12, top + 1, sizes.SAID, role="muted", anchor="end")
        )
        for x, label in self._step_labels():
            self.made.headings.append(line("step-number", label, x, top + 1, sizes.SAID, bold=True))
        return top + _MARK_H + 4

    def _step_labels(self) -> list[tuple[float, str]]:
        """Places and labels, `1`, `3–6`, from left to right, none on another."""
        starts = sorted(
            (self.scale.x(step.start_s), number)
            for number, step in enumerate(self.found.timings.steps, 1)
            if step.start_s is not None
        )
        groups: list[tuple[float, list[int]]] = []
        for x, number in starts:
            if (
                groups
                and x < groups[-1][0] + text_width(_run([*groups[-1][1], number]), sizes.SAID, bold=True) + 6
            ):
                groups[-1][1].append(number)
            else:
                groups.append((x + 2, [number]))
        return [(x, _run(numbers)) for x, numbers in groups]

    def _boundaries(self, stretches: tuple[tuple[float, float], ...]) -> None:
        """A line where a step starts: beside its number, and through the lanes."""
        places = {
            round(self.scale.x(step.start_s), 2)
            for step in self.found.timings.steps
            if step.start_s is not None and self.scale.end
        }
        for x in sorted(places):
            self.made.lines += [
                Route("step-boundary", ((x, top), (x, bottom)), "soft", 0.7, dash="1 3")
                for top, bottom in stretches
            ]

    def _lanes(self, top: float) -> float:
        """The lanes with their rows, and the three lines between them; returns where they end."""
        titles = {step.id: self.found.showing.step_title(step.step) for step in self.found.timings.steps}
        first = True
        for layer in LAYERS:
            rows = [row for row in self.found.rows if row.times.layer == layer]
            if not rows and layer == "support":
                continue
            if not first:
                top = self._line(layer, top)
            first = False
            height = _LANE_HEAD + sum(row_height(row) for row in rows) + 4
            title = layer_name(self.found, layer)
            self.made.lanes.append(Lane(layer, title, 0, top, self.made.width, height))
            name = line(
                "lane-label", title, 8, top + 4, 9, role=f"tab.{layer}", bold=True, room=sizes.LABEL_W
            )
            bar = Box("lane-bar", 0, top, 4, height, shape="box", fill=f"tab.{layer}", pattern=layer)
            self.made.headings += [bar, name]
            below = top + _LANE_HEAD
            for row in sorted(rows, key=lambda row: row.times.start_s):
                said = " · ".join(part for part in (titles[row.times.step], row.owner) if part)
                below = put_row(self.made, self.scale, row, below, said, tails=True)
            top += height
        return top

    def _line(self, layer: str, top: float) -> float:
        """The line above a layer, with its name."""
        words, kind = common_words(self.found.lang), LINES[layer]
        name = {
            "interaction": words.line_interaction,
            "visibility": words.line_visibility,
            "internal-interaction": words.line_internal,
        }[kind]
        y = top + _LINE_ROOM / 2
        said = line("line-name", name, 8, y - 5, sizes.SAID, role="line")
        self.made.headings.append(said)
        width, dash = line_look(kind)
        points = ((said.x + said.w + 6, y), (self.made.width, y))
        self.made.lines.append(Route(f"line {kind}", points, "line", width, id=f"line.{kind}", dash=dash))
        return top + _LINE_ROOM

    def _step_names(self, top: float) -> float:
        """The steps by number, with when each starts and how long it takes, in columns; returns where they end."""
        steps, columns = self.found.timings.steps, 3
        width = self.made.width / columns
        rows = -(-len(steps) // columns)
        for row in range(rows):
            below = top
            for index in range(row, len(steps), rows):
                box = self._step_name(index, (index // rows) * width, top, width - 16)
                self.made.headings.append(box)
                below = max(below, top + box.h + 3)
            top = below
        return top

    def _step_name(self, index: int, x: float, top: float, room: float) -> Box:
        step, column = self.found.timings.steps[index], self.found.content.columns[index]
        title = self.found.showing.step_title(step.step)
        said = f"{index + 1}  {title}{self.found.colon}{beside(title, self.found.step_words(step))}"
        box = paragraph("step", said, x, top, sizes.SAID, room, role="muted", most=3)
        return replace(box, id=column.id, at=column.at, title=column.tooltip)


def _run(numbers: list[int]) -> str:
    """Numbers with runs drawn together: `1, 3–6`."""
    runs = []
    for _, group in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        runs.append(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}")
    return ", ".join(runs)
