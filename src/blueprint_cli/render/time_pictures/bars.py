"""An action as a bar on the axis: waiting hatched, work solid, what is not known with a question mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.metrics import text_width
from blueprint_cli.render.drawing.scene import Box, Route, Text
from blueprint_cli.render.time_pictures import sizes
from blueprint_cli.render.time_pictures.content import UNKNOWN
from blueprint_cli.render.time_pictures.texts import line

if TYPE_CHECKING:
    from blueprint_cli.render.time_pictures.content import Row
    from blueprint_cli.render.time_pictures.scale import Scale

DASHES = {"unknown": "2 2", "background": "5 3"}
_INSET = 1.0


class Bar:
    """One action's bar, its middle at a height."""

    def __init__(self, row: Row, scale: Scale, middle: float) -> None:
        self.row = row
        self.layer = row.times.layer
        self.top = middle - sizes.BAR_H / 2
        self.middle = middle
        least = sizes.UNKNOWN_W if row.is_unknown else sizes.LEAST_BAR
        known = scale.x(row.times.end_s) - scale.x(row.times.start_s)
        width = known + sizes.UNKNOWN_W if row.is_unknown else max(known, least)
        start = scale.x(row.times.start_s)
        self.x = start if row.is_unknown else max(min(start, scale.right - width), scale.left)
        self.w = width
        self.known = known
        self.scale = scale

    @property
    def right(self) -> float:
        """Where the bar ends."""
        return self.x + self.w

    def boxes(self, said_x: float, said_room: float) -> list[Box]:
        """The card with its parts; its times in words stand to the right, from `said_x` on, and its name where that is far away."""
        name = self.row.text if said_x - self.scale.left > sizes.FAR else ""
        return [self._card(), *self._parts(), *self._said(said_x, said_room, name)]

    def tail(self) -> list[Route]:
        """How much later the action may end without a later lead: a thin line with an end."""
        slack = self.row.times.slack_s
        if not slack or self.row.is_unknown:
            return []
        end = self.scale.x(self.row.times.end_s + slack)
        if end < self.right + 3:
            return []
        half = 3.0
        return [
            Route("slack", ((self.right, self.middle), (end, self.middle)), "soft", 1.1),
            Route("slack-end", ((end, self.middle - half), (end, self.middle + half)), "soft", 1.1),
        ]

    def _card(self) -> Box:
        row, css = self.row, f"card {self.layer}"
        for name, holds in (
            ("critical", row.number > 0),
            ("background", row.times.action.background),
            ("unknown", row.is_unknown),
        ):
            css += f" {name}" if holds else ""
        dash = (
            DASHES["background"]
            if row.times.action.background
            else DASHES["unknown"]
            if row.is_unknown
            else ""
        )
        return Box(
            css,
            self.x,
            self.top,
            self.w,
            sizes.BAR_H,
            id=row.id,
            at=row.times.at,
            fill=f"card.{self.layer}",
            stroke="ink" if row.number else f"tab.{self.layer}",
            stroke_width=1.5 if row.number else 0.7,
            dash=dash,
            title=row.title,
        )

    def _parts(self) -> list[Box]:
        found, row = [], self.row
        wait_w, work_w = self._widths()
        if wait_w > 2 * _INSET:
            found.append(
                self._part("wait", self.x + _INSET, wait_w - 2 * _INSET, "hatch", 1.1 if row.number else 0.6)
            )
        if work_w:
            left = self.x + self.known - work_w if self.known > work_w else self.x
            found.append(self._part("work", left, min(work_w, self.w), "box", 0))
        if row.is_unknown:
            mark = Text(
                (UNKNOWN,),
                self.right - sizes.UNKNOWN_W / 2,
                self.middle + 2.9,
                8,
                "ink",
                bold=True,
                anchor="middle",
            )
            found.append(
                Box("unknown-time", self.right - sizes.UNKNOWN_W, self.top, sizes.UNKNOWN_W, sizes.BAR_H, shape="none",
                    texts=(mark,), parent=row.id)
            )  # fmt: skip
        return found

    def _widths(self) -> tuple[float, float]:
        """Widths of waiting and work; none where they are not told apart."""
        times, scale, waits = self.row.times, self.scale, self.row.waits_s
        if waits is None or (self.row.is_unknown and times.work_s is None and times.wait_s is None):
            return 0, 0
        if times.work_s is None:  # what is known waits, the rest is not known
            return self.known, 0
        if times.wait_s is None and times.elapsed_s is not None:
            return 0, 0
        worked = scale.x(times.end_s) - scale.x(times.start_s + waits)
        work_w = max(worked, min(sizes.LEAST_BAR, self.w)) if times.work_s else 0.0
        return max(self.known - work_w, 0) if times.wait_s else 0.0, work_w

    def _part(self, css: str, x: float, width: float, shape: str, stroke: float) -> Box:
        strong = "ink" if self.row.number else f"tab.{self.layer}"
        inset = _INSET if shape == "hatch" else 0
        return Box(
            css,
            x,
            self.top + inset,
            width,
            sizes.BAR_H - 2 * inset,
            shape="hatch" if shape == "hatch" else "box",
            fill="none" if shape == "hatch" else strong,
            stroke=f"tab.{self.layer}" if shape == "hatch" else "none",
            stroke_width=stroke,
            parent=self.row.id,
        )

    def _said(self, x: float, room: float, name: str) -> list[Box]:
        row, y = self.row, self.middle - sizes.SAID * 0.6
        beyond = "→ " if row.times.end_s > self.scale.end and self.scale.end else ""
        said = line(
            "said",
            beyond + row.said,
            x,
            y,
            sizes.SAID,
            bold=row.number > 0,
            room=room,
            parent=row.id,
        )
        found = [said]
        for css, more, role, bold in (("over", row.over, "broken", True), ("name", name, "muted", False)):
            left = found[-1].x + found[-1].w + 5
            wanted = text_width(more, sizes.SAID, bold=bold) if more else 0
            if more and wanted <= x + room - left:
                found.append(line(css, more, left, y, sizes.SAID, role=role, bold=bold, parent=row.id))
        return found
