"""The picture as shapes with final coordinates, in points (1/72 inch), y down; nothing here knows SVG, DOT or a colour."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Point = tuple[float, float]
Shape = Literal["rect", "box", "pill", "octagon", "circle", "triangle", "hexagon", "cross", "hatch", "none"]


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of one size and colour.

    Attributes:
        x, y: where the first line is anchored, on its baseline.
        anchor: start, middle or end of the line stands at x; `start` of a right-to-left text is its right end.
        leading: distance of the baselines.
        role: colour.
        css: class of the element.
    """

    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    role: str = "ink"
    bold: bool = False
    anchor: Literal["start", "middle", "end"] = "start"
    leading: float = 0
    rtl: bool = False
    css: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A shape with its texts; badges and pills name their card as parent.

    Attributes:
        css: class of the element, `card customer`.
        id: unique in the scene; empty for a part that has no name of its own.
        at: address in the file, or empty.
        fill, stroke: colour roles, or `none`.
        title: the tooltip.
        pattern: the layer whose pattern fills it, where the theme has one; empty for a plain ground.
        href, href_title: where a click on it leads, and what that is; empty for a box that leads nowhere.
    """

    css: str
    x: float
    y: float
    w: float
    h: float
    id: str = ""
    at: str = ""
    shape: Shape = "rect"
    radius: float = 0
    fill: str = "none"
    stroke: str = "none"
    stroke_width: float = 0
    dash: str = ""
    texts: tuple[Text, ...] = ()
    title: str = ""
    parent: str = ""
    pattern: str = ""
    href: str = ""
    href_title: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """A line through points: an arrow between two cards, one of the three lines, a curve.

    Attributes:
        source, target: ids of the two cards, or empty.
        curve: the points are those of Bézier curves (start, then three for each piece) instead of corners.
        size: heads and rounded corners are so many times as large.
    """

    css: str
    points: tuple[Point, ...]
    role: str
    width: float
    id: str = ""
    dash: str = ""
    head: bool = False
    tail: bool = False
    curve: bool = False
    source: str = ""
    target: str = ""
    title: str = ""
    size: float = 1


@dataclass(frozen=True, slots=True)
class Lane:
    """The ground of one layer or row, over the whole width.

    Attributes:
        layer: class and part of the id; unique in the scene.
        ground: colour role; empty for `lane.LAYER`.
        id: where it is not `lane.LAYER`.
    """

    layer: str
    title: str
    x: float
    y: float
    w: float
    h: float
    ground: str = ""
    id: str = ""

    @property
    def fill(self) -> str:
        """The colour role of the ground."""
        return self.ground or f"lane.{self.layer}"


@dataclass
class Scene:
    """Everything that is drawn, in reading order: lanes, lines, headings, then step by step, then links and legend."""

    title: str
    description: str
    lang: str
    width: float = 0
    height: float = 0
    lanes: list[Lane] = field(default_factory=list)
    lines: list[Route] = field(default_factory=list)
    headings: list[Box] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    curves: list[Route] = field(default_factory=list)
    links: list[Route] = field(default_factory=list)
    labels: list[Box] = field(default_factory=list)
    legend: list[Box] = field(default_factory=list)
    legend_lines: list[Route] = field(default_factory=list)
