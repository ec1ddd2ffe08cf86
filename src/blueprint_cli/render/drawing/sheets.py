"""How a map is cut for a paper: into how many bands of steps, how many of them on a sheet, and which way the sheet lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.arrows import arrows_of
from blueprint_cli.render.drawing.bands import band_scenes, cuts_of
from blueprint_cli.render.drawing.content import content_of
from blueprint_cli.render.drawing.highlight import chosen_cards, fade
from blueprint_cli.render.drawing.pages import LEAST, room_on
from blueprint_cli.render.drawing.piling import piled, piled_height

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.asked import Asked
    from blueprint_cli.render.drawing.bands import Cuts
    from blueprint_cli.render.drawing.papers import Paper
    from blueprint_cli.render.drawing.scene import Scene

    Draw = Callable[[Cuts, int], list[Scene]]

_COLUMN = 172.0
"""About what a card and the gutter beside it take."""
_DEAR = 5
"""Words that are a tenth smaller than is good weigh as much as two thirds of a sheet more; half as large, as 31 sheets."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """One way to cut: into so many bands, which make so many drawings, so many of them on every sheet, in that scale."""

    count: int
    drawings: int
    per_sheet: int
    paper: Paper
    scale: float

    @property
    def sheets(self) -> int:
        return _ceiling(self.drawings, self.per_sheet)

    @property
    def price(self) -> float:
        """The sheets that it takes, dearer where the words are smaller than is good there."""
        return self.sheets * max(1, self.paper.good / self.scale) ** _DEAR

    @property
    def rank(self) -> tuple[float, float]:
        """The less, the better: few sheets, then large words."""
        return self.price, -self.scale


def sheets(blueprint: Blueprint, lang: Lang | None, asked: Asked, paper: Paper) -> tuple[list[Scene], Paper]:
    """The swimlane on sheets of paper, and the paper as it lies.

    Raises:
        BlueprintError: the map knows nothing of what is to be highlighted.
    """
    content = content_of(blueprint, lang or blueprint.lang, asked)
    kept = chosen_cards(content, asked.highlight) if asked.highlight else None
    arrows = arrows_of(content)

    def draw(cuts: Cuts, per_sheet: int) -> list[Scene]:
        bands = band_scenes(content, arrows, cuts, per_sheet)
        if kept is not None:
            for scene in bands:
                fade(scene, kept)
        return bands

    return cut_for(paper, [column.phase for column in content.columns], draw)


def cut_for(paper: Paper, phases: list[str | None], *draws: Draw) -> tuple[list[Scene], Paper]:
    """The drawing of every sheet, and the paper as it lies: the fewest sheets in a scale that is good to read there.

    A sheet is saved where that makes the words hardly smaller.

    Args:
        paper: what is to be filled.
        phases: the phase of every column.
        draws: ways to draw the bands of some cuts, so many of them on a sheet; the first of equally good ones is taken.
    """
    best = [(_Cutting(phases, draw).best(paper), draw) for draw in draws]
    found, draw = min(best, key=lambda pair: pair[0].rank)
    bands, step = draw(cuts_of(phases, found.count), found.per_sheet), found.per_sheet
    return [piled(bands[start : start + step]) for start in range(0, len(bands), step)], found.paper


class _Cutting:
    def __init__(self, phases: list[str | None], draw: Draw) -> None:
        self.phases, self.draw = phases, draw
        self.steps = len(phases)
        self.sizes: dict[int, list[tuple[float, float]]] = {}

    def best(self, paper: Paper) -> _Plan:
        """The best plan for the paper on either of its sides."""
        ways = [paper, paper.turned()] if paper.turns else [paper]
        plans = [plan for way in ways for plan in self._plans(way)]
        return min(plans, key=lambda plan: plan.rank)

    def _plans(self, paper: Paper) -> Iterator[_Plan]:
        """Plans from the fewest bands on, until more of them can only take more sheets."""
        width, height = room_on(paper)
        fewest = self.steps
        for count in range(self._first_count(width, height), self.steps + 1):
            sizes = self._sizes(count)
            wide = width / max(wide for wide, _ in sizes)
            deepest = 1
            for per_sheet in range(1, count + 1):
                tall = height / _tallest([tall for _, tall in sizes], per_sheet)
                plan = _Plan(count, len(sizes), per_sheet, paper, min(paper.most, wide, tall))
                if per_sheet > 1 and tall < paper.good:
                    break
                yield plan
                deepest = per_sheet
                if plan.scale >= paper.good:
                    fewest = min(fewest, plan.sheets)
            highest = min(paper.most, height / max(tall for _, tall in sizes))
            if wide >= highest or _ceiling(count + 1, deepest) > fewest:
                return

    def _first_count(self, width: float, height: float) -> int:
        """The fewest bands that are worth a look: with fewer of them the words are smaller than the height makes them."""

        def count(scale: float) -> int:
            return min(max(int(self.steps * _COLUMN * scale / width), 1), self.steps)

        return count(min(LEAST, height / max(tall for _, tall in self._sizes(count(LEAST)))))

    def _sizes(self, count: int) -> list[tuple[float, float]]:
        if count not in self.sizes:
            scenes = self.draw(cuts_of(self.phases, count), 1)
            self.sizes[count] = [(scene.width, scene.height) for scene in scenes]
        return self.sizes[count]


def _tallest(heights: list[float], per_sheet: int) -> float:
    """The height of the sheet that is fullest, with so many bands on each."""
    return max(
        piled_height(heights[start : start + per_sheet]) for start in range(0, len(heights), per_sheet)
    )


def _ceiling(count: int, by: int) -> int:
    return -(-count // by)
