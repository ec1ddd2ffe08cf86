"""A scene as DOT in which every position is pinned: `layout=nop2` makes Graphviz draw and nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.branding import logo_place
from blueprint_cli.render.drawing.curves import drawn_points, line_style, number, rounded
from blueprint_cli.render.drawing.metrics import text_width, whole_width
from blueprint_cli.render.drawing.patterns import pattern
from blueprint_cli.render.drawing.scene import Box, Text
from blueprint_cli.render.drawing.xdot import Painting, painted_under

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blueprint_cli.render.drawing.scene import Point, Route, Scene
    from blueprint_cli.render.drawing.theme import Theme

_HEAD, _PAD, _ARROW = 5.5, 0.2, 0.55
_POINTS_PER_INCH = 72
_SPARE = 1.12
_SMALLER, _MOST_STEPS = 0.01, 16


def dot_text(scene: Scene, theme: Theme, *, pad: float = _PAD, painted: bool = False) -> str:
    """The graph; plain `dot -Tpdf FILE` draws it, no option needed.

    `pad` is the bare edge in inches; 0 for a page that has its own. `painted`: the shapes under the arrows are painted as
    in the SVG, which only Graphviz's own pictures show; without it every shape is a node that other programs understand.

    Always in Arial: Graphviz cannot hold a brand's font to the widths that were measured, and texts would leave their cards.
    """
    return _Writing(scene, theme, pad, painted=painted).graph()


def quoted(text: str) -> str:
    r"""A text as a DOT string in which neither quotes nor escapes such as `\N` mean anything."""
    kept = "".join(
        c if c >= " " and not "\ud800" <= c <= "\udfff" else "\ufffd" for c in text.replace("\n", " — ")
    )
    return '"' + kept.replace("\\", "\\\\").replace('"', '\\"') + '"'


class _Writing:
    def __init__(self, scene: Scene, theme: Theme, pad: float, *, painted: bool) -> None:
        self.scene = scene
        self.painting = Painting(theme, scene.height) if painted else None
        self.under = painted_under(scene) if painted else set()
        self.pad = pad
        self.theme = theme
        self.ids = {box.id for box in scene.boxes if box.id}
        self.out: list[str] = []
        self.names = 0

    def graph(self) -> str:
        scene = self.scene
        self.out += [
            f"digraph {quoted(scene.title)} {{",
            (
                f'graph [layout=nop2, outputorder=edgesfirst, splines=true, bgcolor="{self.theme.colour("bg")}", pad={number(self.pad)}, '
                f"margin=0, fontname=Arial, tooltip={quoted(scene.title)}{self._painted()}];"
            ),
            'node [shape=box, fixedsize=shape, label="", margin=0, fontname=Arial];',
            "edge [fontname=Arial, arrowsize=0.55];",
        ]
        self._lanes()
        self._corner("origin", 0, 0)
        self._corner("far corner", scene.width, scene.height)
        # Edges are painted before nodes: whatever lies on an arrow or a card must be a node.
        for route in (*scene.lines, *scene.curves, *scene.links, *scene.legend_lines):
            self._route(route)
        for box in (*scene.headings, *scene.boxes, *scene.labels, *scene.legend):
            self._box(box)
        self._logo()
        return "\n".join([*self.out, "}", ""])

    def _painted(self) -> str:
        """The attribute with all that is painted under the arrows, in the order of painting."""
        if self.painting is None:
            return ""
        for lane in self.scene.lanes:
            self.painting.lane(lane)
        for box in (*self.scene.headings, *self.scene.boxes, *self.scene.legend):
            if id(box) in self.under or box.css == "mood-ground":
                self.painting.box(box)
        return f", _background={self.painting.attribute()}"

    def _logo(self) -> None:
        place, logo = logo_place(self.scene, self.theme), self.theme.logo
        if place is None or logo is None:
            return
        left, top, width, height = place
        self.out.append(
            f'"logo" [shape=none, fixedsize=true, imagescale=true, image={quoted(logo.path)}, '
            f"width={width / _POINTS_PER_INCH:.4f}, height={height / _POINTS_PER_INCH:.4f}, "
            f'pos="{number(left + width / 2)},{number(self._up(top + height / 2))}"];'
        )

    def _up(self, y: float) -> float:
        return self.scene.height - y

    def _corner(self, name: str, x: float, y: float) -> None:
        self.out.append(
            f'"{name}" [style=invis, width=0.01, height=0.01, pos="{number(x)},{number(self._up(y))}"];'
        )

    def _lanes(self) -> None:
        grounds = [(lane.layer, lane.fill, lane.x, lane.y, lane.w, lane.h) for lane in self.scene.lanes]
        grounds += [
            ("mood", "lane.mood", box.x, box.y, box.w, box.h)
            for box in self.scene.headings
            if box.css == "mood-ground"
        ]
        bands: Counter[str] = Counter()
        for layer, ground, x, y, w, h in grounds:
            bands[layer] += 1  # several bands may stand on one page
            name = layer if bands[layer] == 1 else f"{layer} {bands[layer]}"
            frame = ",".join(map(number, (x, self._up(y + h), x + w, self._up(y))))
            fill = "transparent" if self.painting else self.theme.colour(ground)
            stroke = "transparent" if self.painting else self.theme.colour("grid")
            inside = f'"in {name}" [style=invis, width=0.01, height=0.01, pos="{number(x + 2)},{number(self._up(y + 2))}"];'
            self.out.append(
                f'subgraph "cluster_{name}" {{ graph [bb="{frame}", bgcolor="{fill}", pencolor="{stroke}", penwidth=0.5, '
                f'class="lane {layer}"]; {inside} }}'
            )

    def _name(self) -> str:
        self.names += 1
        return f'"part {self.names}"'

    def _box(self, box: Box) -> None:
        if box.css == "mood-ground":
            return
        if id(box) in self.under:
            self._place(box)
        elif box.pattern and box.pattern in self.theme.patterns:
            for x, y, w, h in pattern(self.theme.patterns[box.pattern], box):
                self._shape(Box(box.css, x, y, w, h, fill=box.fill))
        elif box.shape in ("cross", "hatch"):
            self._strokes(box)
        elif box.shape != "none" and (box.fill != "none" or box.stroke != "none"):
            self._shape(box)
        for text in box.texts:
            kept = self.painting is not None and box.shape == "pill"
            self._text(
                replace(text, size=kept_within(text)) if kept else text,
                box.href if box.shape == "none" else "",
            )

    def _place(self, box: Box) -> None:
        """A node without an outline where a box is painted: arrows join it, and it bears tooltip and link."""
        if box.shape == "none" or not (box.id or box.href):
            return
        facts = [
            f'pos="{number(box.x + box.w / 2)},{number(self._up(box.y + box.h / 2))}"',
            f"width={box.w / _POINTS_PER_INCH:.4f}, height={box.h / _POINTS_PER_INCH:.4f}",
            f'peripheries=0, class="{box.css}"',
            *_named(box),
        ]
        self.out.append(f"{quoted(box.id) if box.id else self._name()} [{', '.join(facts)}];")

    def _shape(self, box: Box) -> None:
        fill, stroke = self.theme.colour(box.fill), self.theme.colour(box.stroke)
        styles = ["filled"] if box.fill != "none" else []
        if box.shape == "pill" or box.radius:
            styles.append("rounded")
        if box.dash:
            styles.append(line_style(box.dash))
        facts = [
            f'pos="{number(box.x + box.w / 2)},{number(self._up(box.y + box.h / 2))}"',
            f"width={box.w / _POINTS_PER_INCH:.4f}, height={box.h / _POINTS_PER_INCH:.4f}",
            f'class="{box.css}"',
            f'color="{stroke if box.stroke != "none" else fill}", penwidth={number(box.stroke_width)}',
        ]
        if box.shape not in ("rect", "pill"):
            facts.append(f"shape={box.shape}")
        if box.fill != "none":
            facts.append(f'fillcolor="{fill}"')
        if styles:
            facts.append(f'style="{",".join(styles)}"')
        facts += _named(box)
        self.out.append(f"{quoted(box.id) if box.id else self._name()} [{', '.join(facts)}];")

    def _strokes(self, box: Box) -> None:
        """A cross or a hatched edge: nodes, because every edge is painted under the nodes."""
        if box.shape == "cross":
            middle = Text(
                ("×",), box.x + box.w / 2, box.y + box.h / 2 + 5, 14, box.stroke, bold=True, anchor="middle"
            )
            self._text(middle)
            return
        self._shape(replace(box, shape="rect", dash="1 2", radius=0))

    def _text(self, text: Text, href: str = "") -> None:
        """A line is a node of its own that begins (or ends, or has its middle) where the line does.

        Other programs set it a little narrower or wider than the table of advances says: a line that is centred in the
        width that was computed would begin somewhere else than the one above it.
        """
        anchor = {"start": "end", "end": "start"}.get(text.anchor, text.anchor) if text.rtl else text.anchor
        leading = text.leading or text.size * 1.2
        for index, line in enumerate(text.lines):
            if not line.strip():
                continue
            width = text_width(line, text.size, bold=text.bold) * _SPARE + 2
            x = {"start": text.x + width / 2, "end": text.x - width / 2}.get(anchor, text.x)
            y = text.y + index * leading - text.size * 0.3
            self.out.append(
                f'{self._name()} [pos="{number(x)},{number(self._up(y))}", width={width / _POINTS_PER_INCH:.4f}, '
                f"height={text.size / _POINTS_PER_INCH:.4f}, shape=plaintext, penwidth=0, fontsize={number(text.size)}, "
                f'fontcolor="{self.theme.colour(text.role)}", label={_label(line, anchor, width, bold=text.bold)}'
                f"{''.join(f', {fact}' for fact in _leads_to(href))}];"
            )

    def _route(self, route: Route) -> None:
        curve = (
            list(route.points)
            if route.curve
            else rounded(drawn_points(route, _HEAD), sizes.CORNER * route.size)
        )
        ends = ""
        if route.tail:
            ends += f"s,{self._at(route.points[0])} "
        if route.head:
            ends += f"e,{self._at(route.points[-1])} "
        facts = (
            f'color="{self.theme.colour(route.role)}", penwidth={number(route.width)}, class="{route.css}", '
        )
        facts += f"dir={'both' if route.tail else 'forward' if route.head else 'none'}"
        if route.size != 1:
            facts += f", arrowsize={number(_ARROW * route.size)}"
        if route.dash:
            facts += f", style={line_style(route.dash)}"
        if route.id:
            facts += f", id={quoted(route.id)}"
        if route.title:
            facts += f", tooltip={quoted(route.title)}"
        self._edge(curve, facts, ends, (route.source, route.target))

    def _edge(self, points: Sequence[Point], facts: str, ends: str, names: tuple[str, str]) -> None:
        # A card on another page is no node here.
        source, target = (
            quoted(name) if name in self.ids else corner for name, corner in zip(names, _CORNERS, strict=True)
        )
        self.out.append(
            f'{source} -> {target} [pos="{ends}{" ".join(self._at(point) for point in points)}", {facts}];'
        )

    def _at(self, point: Point) -> str:
        return f"{number(point[0])},{number(self._up(point[1]))}"


def kept_within(text: Text) -> float:
    """The size at which Graphviz sets a text no wider than was measured, a little smaller if need be."""
    line, size = text.lines[0], text.size
    measured = text_width(line, size, bold=text.bold)
    sizes_tried = [size * (1 - step * _SMALLER) for step in range(_MOST_STEPS)]
    return next(
        (one for one in sizes_tried if whole_width(line, one, bold=text.bold) <= measured), sizes_tried[-1]
    )


def _named(box: Box) -> list[str]:
    """Id, tooltip and address, where a box has them."""
    facts = [f"id={quoted(box.id)}"] if box.id else []
    if box.title:
        facts.append(f"tooltip={quoted(box.title)}")
    return facts + _leads_to(box.href)


def _leads_to(href: str) -> list[str]:
    """The address that a node has; a place within the picture is none for a page of its own."""
    return [f"URL={quoted(href)}"] if href and not href.startswith("#") else []


def _label(line: str, anchor: str, width: float, *, bold: bool) -> str:
    """A line at the left or right edge of its node, or in its middle; only HTML can be bold, and only a table be justified."""
    shown = escape(line.translate(_CONTROLS), quote=False)
    if anchor == "middle":
        return f"<<B>{shown}</B>>" if bold else f"<{shown}>"
    side = "LEFT" if anchor == "start" else "RIGHT"
    if bold:
        return (
            f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR><TD ALIGN="{side}" '
            f'WIDTH="{int(width)}"><B>{shown}</B></TD></TR></TABLE>>'
        )
    return quoted(line)[:-1] + ('\\l"' if anchor == "start" else '\\r"')


_CORNERS = ('"origin"', '"far corner"')
_CONTROLS = dict.fromkeys((*range(32), 65534, 65535), "�")
