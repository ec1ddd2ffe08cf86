"""What the map is read through, above the steps: the personas, the scenario, the figures of the whole journey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.blocks.block import Block, Fitted, Paragraph
from blueprint_cli.render.journey.measures import kpi_block
from blueprint_cli.render.journey.personas import PersonaCard, personas_of
from blueprint_cli.render.journey.sizes import LENS_GAP, PANEL_PAD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.model.steps import Kpi
    from blueprint_cli.render.drawing.scene import Box
    from blueprint_cli.render.journey.content import Journey

    Panel = PersonaCard | Fitted

_SIDE_BY_SIDE, _MOST_WIDE = 860.0, 1500.0
_LEFT, _PERSONA, _TILE = 0.56, 300.0, 118.0


def lens_boxes(journey: Journey, top: float, width: float) -> tuple[list[Box], float]:
    """The panels over a width from a height on, and where they end; people to the left where there is room for both."""
    width = min(width, _MOST_WIDE)
    has_right = bool(_scenario_of(journey) or _kpis_of(journey))
    people = personas_of(journey)
    if not people and not has_right:
        return [], top
    beside = len(people) == 1 and has_right and width >= _SIDE_BY_SIDE
    left = round(width * _LEFT) if beside else width
    right = width - left - LENS_GAP if beside else width
    stacks = [Stack(_people(journey, left), left)] if people else []
    if has_right:
        stacks.append(Stack([*_scenario(journey, right), *_tiles(journey, right)], right))
    boxes: list[Box] = []
    if beside:
        height = max(stack.height for stack in stacks)
        boxes += stacks[0].boxes(0, top, height)
        boxes += stacks[1].boxes(left + LENS_GAP, top, height)
        return boxes, top + height + LENS_GAP
    for stack in stacks:
        boxes += stack.boxes(0, top, stack.height)
        top += stack.height + LENS_GAP
    return boxes, top


class Stack:
    """Rows of panels under each other, as wide as each other."""

    def __init__(self, rows: Sequence[Sequence[Panel]], width: float) -> None:
        self.rows = rows
        self.width = width
        self.heights = [max(panel.height for panel in row) for row in rows]

    @property
    def height(self) -> float:
        """The height that it needs."""
        return sum(self.heights) + LENS_GAP * (len(self.heights) - 1)

    def boxes(self, x: float, y: float, height: float) -> list[Box]:
        """The panels at a place; the first row takes what is left of a height."""
        found: list[Box] = []
        heights = [self.heights[0] + height - self.height, *self.heights[1:]]
        for row, high in zip(self.rows, heights, strict=True):
            left = x
            for panel in row:
                found += panel.boxes(left, y, high)
                left += panel.width + LENS_GAP
            y += high + LENS_GAP
        return found


def _widths(count: int, width: float, least: float) -> tuple[int, float]:
    """How many panels stand in a row, and how wide each is."""
    a_row = max(1, min(count, int((width + LENS_GAP) // (least + LENS_GAP))))
    a_row = -(-count // -(-count // a_row))
    return a_row, (width - (a_row - 1) * LENS_GAP) / a_row


def _people(journey: Journey, width: float) -> list[list[PersonaCard]]:
    """The persona cards in rows of equal widths: none is more the journey's than another."""
    people = personas_of(journey)
    a_row, one = _widths(len(people), width, _PERSONA)
    cards = [PersonaCard(journey, name, persona, one) for name, persona in people]
    return [cards[start : start + a_row] for start in range(0, len(cards), a_row)]


def _tiles(journey: Journey, width: float) -> list[list[Fitted]]:
    entries = _kpis_of(journey).items()
    if not entries:
        return []
    a_row, one = _widths(len(entries), width, _TILE)
    tiles = [
        Fitted(kpi_block(journey.showing, journey.words, name, kpi, journey.ids.unique(f"kpi.map.{number}"), PANEL_PAD), one)
        for number, (name, kpi) in enumerate(entries)
    ]  # fmt: skip
    return [tiles[start : start + a_row] for start in range(0, len(tiles), a_row)]


def _scenario_of(journey: Journey) -> str:
    return journey.showing.show(journey.blueprint.scenario) if journey.asked.shows("scenario") else ""


def _kpis_of(journey: Journey) -> dict[str, Kpi]:
    return journey.blueprint.kpis if journey.asked.shows("kpis") else {}


def _scenario(journey: Journey, width: float) -> list[list[Fitted]]:
    if not _scenario_of(journey):
        return []
    words = journey.showing.words.scenario
    block = Block(
        "scenario",
        (
            Paragraph(words, 8.5, "muted", bold=True),
            Paragraph(_scenario_of(journey), 11.5, most=None, gap=4),
        ),
        id=journey.ids.unique("scenario.map"),
        at="scenario",
        fill="step",
        radius=6,
        pad=PANEL_PAD,
    )
    return [[Fitted(block, width)]]
