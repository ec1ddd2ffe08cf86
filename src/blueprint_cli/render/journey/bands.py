"""A journey cut into bands of steps for paper: each has the rows that its steps need, the first one the people and the scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.sheets import cut_for
from blueprint_cli.render.journey.compose import Composing, lens_scene, put_signs
from blueprint_cli.render.journey.content import Journey

if TYPE_CHECKING:
    from collections.abc import Callable

    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.asked import Asked
    from blueprint_cli.render.drawing.bands import Cuts
    from blueprint_cli.render.drawing.papers import Paper
    from blueprint_cli.render.drawing.scene import Scene


def sheets(blueprint: Blueprint, lang: Lang | None, asked: Asked, paper: Paper) -> tuple[list[Scene], Paper]:
    """The journey on sheets of paper, and the paper as it lies."""
    whole = Journey(blueprint, lang or blueprint.lang, asked)

    def part(cut: tuple[int, int]) -> Journey:
        return Journey(blueprint, whole.lang, asked, cut)

    def draw(cuts: Cuts, per_sheet: int) -> list[Scene]:
        return _bands(part, cuts, per_sheet, apart=False)

    def draw_apart(cuts: Cuts, per_sheet: int) -> list[Scene]:
        return _bands(part, cuts, per_sheet, apart=True)

    return cut_for(paper, [column.phase for column in whole.columns], draw, draw_apart)


def _bands(
    part: Callable[[tuple[int, int]], Journey], cuts: Cuts, per_sheet: int, *, apart: bool
) -> list[Scene]:
    """The drawings of all bands; the panels stand above the first one, or before it as a drawing of their own."""
    parts: list[Composing] = []
    drawn: list[Scene] = []
    for cut in cuts:
        is_first = not drawn
        if is_first and apart:
            drawn.append(lens_scene(part(cut)))
        titled = len(drawn) % per_sheet == 0
        parts.append(Composing(part(cut), has_lens=is_first and not apart, is_titled=titled))
        drawn.append(parts[-1].scene())
    put_signs(drawn[min(per_sheet, len(drawn)) - 1], parts)
    return drawn
