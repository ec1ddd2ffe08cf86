"""The ladder: where the time goes, first along the longest path, then action by action."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from blueprint_cli.render.blocks.heading import head
from blueprint_cli.render.drawing.scene import Box, Lane, Scene
from blueprint_cli.render.time_pictures import sizes
from blueprint_cli.render.time_pictures.content import TimeMap
from blueprint_cli.render.time_pictures.frame import put_axis, put_silence, put_spans
from blueprint_cli.render.time_pictures.rows import layer_name, put_row, row_height
from blueprint_cli.render.time_pictures.scale import Scale
from blueprint_cli.render.time_pictures.signs import put_signs
from blueprint_cli.render.time_pictures.stairs import Stairs, put_strip, treads_of
from blueprint_cli.render.time_pictures.texts import line, paragraph
from blueprint_cli.render.time_pictures.totals import totals_box
from blueprint_cli.render.time_pictures.upright import part_at_texts
from blueprint_cli.render.time_pictures.widths import levelled

if TYPE_CHECKING:
    from datetime import datetime

    from blueprint_cli.analysis.figures import StepTimes
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.time_pictures.content import Row

_STORY = 12.0
_ROOMY = 1.6


def ladder_scene(blueprint: Blueprint, lang: Lang | None = None, start: datetime | None = None) -> Scene:
    """The scene of a blueprint's ladder, in its own language unless another is asked for."""
    return _Composing(TimeMap(blueprint, lang or blueprint.lang, start)).scene()


class _Composing:
    def __init__(self, found: TimeMap) -> None:
        self.found = found
        self.made = Scene(found.showing.show(found.blueprint.title), found.description(), found.lang)
        self.treads = treads_of(found)
        pieces = levelled([tread.piece for tread in self.treads])
        width = max(sizes.AXIS_W, sum(piece.least for piece in pieces) * _ROOMY)
        self.scale = Scale(sizes.LABEL_W, pieces, width)
        self.right = max(self.scale.right, sizes.LABEL_W + sizes.AXIS_W) + sizes.SAID_W

    def scene(self) -> Scene:
        made, found, scale = self.made, self.found, self.scale
        made.width = self.right
        top = head(made, found.showing, found.words.ladder)
        story = paragraph("story", found.story(), 0, top, _STORY, made.width, bold=True, most=3)
        made.headings.append(story)
        top = self._ladder(story.y + story.h + 14)
        top = self._title(found.words.all_actions, top)
        bottom = self._rows(top + sizes.AXIS_H)
        put_axis(made, found, scale, top, bottom)
        put_silence(made, found, scale, top + sizes.AXIS_H, bottom)
        part_at_texts(made)
        made.height = put_signs(made, found, bottom + 14, gantt=False, widened=bool(scale.widened))
        return made

    def _ladder(self, top: float) -> float:
        """Spans, ladder and strip to the left, totals to the right; returns where all of it ends."""
        made, found, scale = self.made, self.found, self.scale
        bottom = top
        if self.treads:
            bottom = put_spans(made, found, scale, put_strip(made, found, self.treads, scale, top))
        totals = totals_box(found)
        if self.treads:
            stairs = Stairs(self.treads, scale, bottom)
            stairs.put(made)
            for text, y in ((found.words.waiting, stairs.upper), (found.words.working, stairs.middle)):
                height = sizes.SAID * sizes.LEADING
                made.headings.append(
                    line("rail", text, sizes.LABEL_W - 12, y + (sizes.STAIR - height) / 2, sizes.SAID, role="muted", anchor="end",
                         room=sizes.LABEL_W - 14)
                )  # fmt: skip
            bottom = stairs.bottom + 2
        left = scale.right + 24 if self.treads else 0.0
        made.headings += totals.boxes(left, top)
        return max(bottom, top + totals.height) + 10

    def _title(self, text: str, top: float) -> float:
        """The heading of the rows, and beside it what their shaded part is."""
        title = line("section", text, 0, top, 11, bold=True, room=self.made.width)
        self.made.headings.append(title)
        if self.found.silence() is not None:
            x = max(self.scale.left, title.w + 14)
            self.made.headings.append(
                line("silence", self.found.silence_words(), x, top + 2, sizes.ACTION, role="broken", bold=True,
                     room=self.made.width - x)
            )  # fmt: skip
        return top + title.h

    def _rows(self, top: float) -> float:
        """All actions under their steps, in time order; returns where they end."""
        rows: dict[str, list[Row]] = defaultdict(list)
        for row in self.found.rows:
            rows[row.times.step].append(row)
        steps = sorted(self.found.timings.steps, key=lambda step: (step.start_s is None, step.start_s or 0))
        for number, step in enumerate(steps):
            height = sizes.STEP_H + sum(row_height(row) for row in rows[step.id])
            title = self.found.showing.step_title(step.step)
            ground = "lane.support" if number % 2 == 0 else "lane.mood"
            self.made.lanes.append(
                Lane(f"step-{step.step.number}", title, 0, top, self.right, height, ground)
            )
            self._step(step, title, top)
            below = top + sizes.STEP_H
            for row in sorted(rows[step.id], key=lambda row: row.times.start_s):
                said = " · ".join(
                    part for part in (row.owner, layer_name(self.found, row.times.layer)) if part
                )
                below = put_row(self.made, self.scale, row, below, said, tails=False)
            top += height
        return top

    def _step(self, step: StepTimes, title: str, top: float) -> None:
        column = next(column for column in self.found.content.columns if column.step is step.step)
        said = line("step-title", title, 6, top + 5, sizes.STEP_TEXT, bold=True, room=sizes.LABEL_W - 12)
        when = line(
            "step-time", self.found.step_words(step), sizes.LABEL_W, top + 6, sizes.SAID, role="muted",
            room=self.right - sizes.LABEL_W,
        )  # fmt: skip
        head = Box(
            "step", 0, top + 3, sizes.LABEL_W - 4, sizes.STEP_H - 4, id=column.id, at=column.at, shape="none",
            texts=said.texts, title=column.tooltip,
        )  # fmt: skip
        self.made.headings += [head, when]
