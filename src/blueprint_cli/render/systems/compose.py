"""The whole map of systems: feeds to the left, systems in rows, what stops when one is down, steps in columns."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from blueprint_cli.language.plurals import counted
from blueprint_cli.render.blocks.block import Block, Fitted, Paragraph
from blueprint_cli.render.blocks.grid import BELOW, Grid, phase_boxes
from blueprint_cli.render.blocks.heading import head
from blueprint_cli.render.blocks.legend import put_legend
from blueprint_cli.render.drawing.highlight import fade
from blueprint_cli.render.drawing.metrics import text_width
from blueprint_cli.render.drawing.scene import Box, Lane, Route, Scene, Text
from blueprint_cli.render.systems import sizes
from blueprint_cli.render.systems.cells import bar_boxes, cell, cell_uses, impact, system_card
from blueprint_cli.render.systems.content import SystemMap
from blueprint_cli.render.systems.feeds import Arcs
from blueprint_cli.render.systems.legend import signs_of
from blueprint_cli.render.systems.standout import chosen

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.drawing.cards import Column
    from blueprint_cli.render.systems.content import Using


def systems_scene(blueprint: Blueprint, lang: Lang | None = None, highlight: str = "") -> Scene:
    """The scene of a blueprint's systems, in its own language unless another is asked for; `highlight` stands out."""
    return _Composing(SystemMap(blueprint, lang or blueprint.lang), highlight).scene()


class _Composing:
    def __init__(self, found: SystemMap, wish: str = "") -> None:
        self.found = found
        self.wish = wish
        self.arcs = Arcs(found)
        self.made = Scene(found.showing.show(found.blueprint.title), _description(found), found.showing.lang)
        self.card_x = self.arcs.width + (sizes.INSET if self.arcs.width else 14)
        self.impact_x = self.card_x + sizes.CARD_W + 4
        self.grid = Grid(self.impact_x + sizes.IMPACT_W, sizes.COLUMN_W, sizes.GAP)
        self.columns: list[list[Box]] = [[] for _ in found.columns]
        self.cells: dict[str, tuple[int, tuple[Using, ...]]] = {}

    def scene(self) -> Scene:
        made, found = self.made, self.found
        made.width = max(
            self.grid.left + self.grid.across(len(found.columns)) + sizes.INSET, sizes.LEAST_WIDTH
        )
        top = head(made, found.showing, found.words.kind)
        if not found.rows:
            return self._nothing(top)
        boxes, top = phase_boxes(found.content, found.ids, self.grid, top)
        made.headings += boxes
        top = self._headers(top)
        names = []
        for row in range(len(found.rows)):
            name, top = self._row(row, top)
            names.append(name)
        made.links, made.labels = self.arcs.routes(names, self.card_x)
        top = self._totals(top)
        made.boxes += chain.from_iterable(self.columns)
        if self.wish:
            cards = {standing.key: name for standing, name in zip(found.rows, names, strict=True)}
            fade(made, chosen(found, self.wish, cards, self.cells))
        made.height = put_legend(
            made, signs_of(found), found.showing.words.legend, top + 12, max(self.card_x, 70)
        )
        return made

    def _nothing(self, top: float) -> Scene:
        if self.wish:
            chosen(self.found, self.wish, {}, {})  # a name that the map does not know is refused here too
        block = Block("empty", (Paragraph(self.found.words.none, 11, "ink"),), fill="step", radius=6)
        fitted = Fitted(block, self.made.width)
        self.made.boxes += fitted.boxes(0, top, fitted.height)
        self.made.height = top + fitted.height
        return self.made

    def _headers(self, top: float) -> float:
        """The step headers, and the words over the two columns to their left."""
        steps = [Fitted(_step(column, self.found), sizes.COLUMN_W) for column in self.found.columns]
        height = max(step.height for step in steps)
        for index, step in enumerate(steps):
            self.made.headings += step.boxes(self.grid.x(index), top, height)
        words = self.found.words
        heads = [(words.system, self.card_x), (words.when_down, self.impact_x + 4)]
        if self.arcs.width:
            heads.append((words.flows, sizes.TRACK_PAD - 6))
        for said, x in heads:
            text = Text((said,), x, top + height - 6, 9, "muted", bold=True)
            width = text_width(said, 9, bold=True)
            self.made.headings.append(
                Box("column-head", x, top + height - 16, width, 14, shape="none", texts=(text,))
            )
        return top + height + BELOW

    def _row(self, row: int, top: float) -> tuple[str, float]:
        """One system over all steps; returns the id of its card and where the row ends."""
        found, standing = self.found, self.found.rows[row]
        card, said = system_card(found, standing), impact(found, standing)
        cells = [cell(found, standing, index) for index in range(len(found.columns))]
        stacks = [_stacked(stack) for stack in cells]
        card_h = max(card.height, self.arcs.height(row))
        height = max(card_h, said.height + sizes.BAR_H + 4, *stacks)
        y = top + sizes.ROW_PAD
        card_y = y + (height - card_h) / 2
        self.made.boxes += card.boxes(self.card_x, card_y, card_h)
        self.arcs.stand(row, card_y, card_h)
        said_y = y + (height - said.height - sizes.BAR_H - 4) / 2
        self.made.headings += said.boxes(self.impact_x - 4, said_y)
        self.made.headings += bar_boxes(found, standing, self.impact_x + 4, said_y + said.height)
        uses = cell_uses(standing, cells)
        for index, stack in enumerate(cells):
            below = y + (height - stacks[index]) / 2
            for block in stack:
                self.columns[index] += block.boxes(self.grid.x(index), below)
                self.cells[block.block.id] = (row, uses.get(block.block.id, ()))
                below += block.height + sizes.CELL_GAP
        bottom = y + height + sizes.ROW_PAD
        self._ground(row, standing.name, top, bottom)
        return card.block.id, bottom

    def _ground(self, row: int, title: str, top: float, bottom: float) -> None:
        left = self.card_x - sizes.INSET
        ground = "lane.support" if row % 2 == 0 else "lane.mood"
        self.made.lanes.append(
            Lane(f"row-{row + 1}", title, left, top, self.made.width - left, bottom - top, ground)
        )

    def _totals(self, top: float) -> float:
        """Under every step, on how many systems it hangs."""
        left = self.card_x - sizes.INSET
        self.made.lines.append(Route("total", ((left, top), (self.made.width, top)), "line", 1.1))
        text = Text((self.found.words.per_step,), self.card_x, top + 16, 9, "muted", bold=True)
        self.made.headings.append(
            Box("column-head", self.card_x, top + 6, 180, 14, shape="none", texts=(text,))
        )
        for index in range(len(self.found.columns)):
            direct = sum(index in standing.uses for standing in self.found.rows)
            more = sum(index in standing.reached for standing in self.found.rows)
            said = f"{direct} + {more}" if more else f"{direct}"
            x = self.grid.x(index)
            words = Text((said,), x + sizes.COLUMN_W / 2, top + 16.5, 11, "ink" if direct + more else "muted", bold=True, anchor="middle")  # fmt: skip
            self.made.headings.append(
                Box("total", x, top + 5, sizes.COLUMN_W, 16, shape="none", texts=(words,))
            )
        return top + 24


def _stacked(stack: list[Fitted]) -> float:
    return sum(block.height for block in stack) + sizes.CELL_GAP * max(len(stack) - 1, 0)


def _step(column: Column, found: SystemMap) -> Block:
    """A step's header: its title, and what the customer does where that is not the title."""
    action = found.showing.show(column.step.customer[0].action) if column.step.customer else ""
    only = found.showing.names(column.step.only) if found.blueprint.whole is found.blueprint else ""
    return Block(
        "step",
        (
            Paragraph(column.title, sizes.STEP_TEXT, bold=True, most=4),
            Paragraph(action, sizes.STEP_NOTE, "muted", most=4, gap=2),
            Paragraph(f"{found.showing.words.only} {only}" if only else "", sizes.STEP_NOTE, most=2, gap=2),
        ),
        id=column.id,
        at=column.at,
        title=column.tooltip,
        fill="step",
        radius=3,
    )


def _description(found: SystemMap) -> str:
    """What a reader who cannot see the picture is told."""
    if not found.rows:
        return found.words.none
    words, lang = found.words, found.showing.lang
    counts = ", ".join(
        counted(count, forms, lang)
        for count, forms in (
            (len(found.columns), words.steps),
            (len(found.rows), words.systems),
            (len(found.flows), words.feeds),
            (sum(flow.feed.broken for flow in found.flows), words.breaks),
        )
    )
    points = [standing.name for standing in found.rows if found.is_single_point(standing)]
    colon = "\u00a0: " if found.showing.lang == "fr" else ": "
    return f"{counts}. {words.single_point}{colon}{', '.join(points)}." if points else f"{counts}."
