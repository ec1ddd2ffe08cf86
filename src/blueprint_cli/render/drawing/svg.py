"""A scene as SVG: pure text, the same bytes everywhere."""

from __future__ import annotations

from base64 import b64encode
from collections import defaultdict
from html import escape
from typing import TYPE_CHECKING

from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.branding import logo_place
from blueprint_cli.render.drawing.curves import corners, drawn_points, hatching, head_points, number, rounded
from blueprint_cli.render.drawing.metrics import text_width
from blueprint_cli.render.drawing.patterns import pattern
from blueprint_cli.render.drawing.theme import logo_room

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from blueprint_cli.render.drawing.pages import Page
    from blueprint_cli.render.drawing.scene import Box, Lane, Point, Route, Scene, Text
    from blueprint_cli.render.drawing.theme import Theme


Rect = tuple[float, float, float, float]
"""Left, top, width and height."""


def svg_text(scene: Scene, theme: Theme) -> str:
    """The whole SVG document; text is text, nothing is transformed, colours stand in attributes."""
    return _Writing(scene, theme).document()


def svg_pages(pages: Sequence[Page], theme: Theme, gap: float) -> str:
    """One document with the pages below each other, each in a group of its own."""
    first = pages[0].scene
    width = max(page.width for page in pages)
    height = sum(page.height for page in pages) + gap * (len(pages) - 1)
    out = [
        *_opening(first, theme, (0, 0, width, height)),
        f'<rect class="desk" x="0" y="0" width="{number(width)}" height="{number(height)}" fill="{theme.colour("grid")}"/>',
    ]
    top = 0.0
    for index, page in enumerate(pages, 1):
        out.append(f'<g class="page" id="page.{index}">')
        out.append(_ground(theme, (0, top, page.width, page.height)))
        out += _Writing(page.scene, theme).body()
        out.append("</g>")
        top += page.height + gap
    return "\n".join([*out, "</svg>", ""])


def _opening(scene: Scene, theme: Theme, view: Rect) -> list[str]:
    """The root with its name and description; the view is left, top, width and height."""
    return [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{" ".join(map(number, view))}" width="{number(view[2])}pt" '
            f'height="{number(view[3])}pt" role="img" aria-labelledby="bp.title bp.desc" lang="{scene.lang}" '
            f'font-family="{clean(theme.fonts)}">'
        ),
        f'<title id="bp.title">{clean(scene.title)}</title>',
        f'<desc id="bp.desc">{clean(scene.description)}</desc>',
    ]


def _ground(theme: Theme, view: Rect) -> str:
    x, y, w, h = map(number, view)
    return f'<rect class="ground" x="{x}" y="{y}" width="{w}" height="{h}" fill="{theme.colour("bg")}"/>'


def clean(text: str) -> str:
    """A text for XML: escaped, with U+FFFD for what no XML can hold."""
    kept = "".join(
        c
        if c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff"
        else "\ufffd"
        if c not in "\t\n"
        else c
        for c in text
    )
    return escape(kept, quote=True)


class _Writing:
    def __init__(self, scene: Scene, theme: Theme) -> None:
        self.scene = scene
        self.theme = theme
        self.out: list[str] = []
        self.parts: dict[str, list[Box]] = defaultdict(list)
        for box in (*scene.headings, *scene.boxes, *scene.labels):
            if box.parent:
                self.parts[box.parent].append(box)

    def document(self) -> str:
        scene, margin, room = self.scene, sizes.MARGIN, logo_room(self.theme)
        view = (-margin, -margin - room, scene.width + 2 * margin, scene.height + 2 * margin + room)
        opening = [*_opening(scene, self.theme, view), _ground(self.theme, view)]
        return "\n".join([*opening, *self.body(), "</svg>", ""])

    def body(self) -> list[str]:
        """Everything that is drawn, in reading order."""
        scene = self.scene
        self._logo()
        for lane in scene.lanes:
            self._lane(lane)
        self._boxes(box for box in scene.headings if box.css == "mood-ground")
        for route in (*scene.lines, *scene.curves):
            self._route(route)
        self._boxes(box for box in scene.headings if box.css != "mood-ground")
        self._boxes(scene.boxes)
        for route in scene.links:
            self._route(route)
        self._boxes(scene.labels)
        for route in scene.legend_lines:
            self._route(route)
        self._boxes(scene.legend)
        return self.out

    def _logo(self) -> None:
        """The brand's logo; the file carries it within itself."""
        place, logo = logo_place(self.scene, self.theme), self.theme.logo
        if place is None or logo is None:
            return
        data = b64encode(logo.content).decode()
        left, top, width, height = map(number, place)
        self.out.append(
            f'<image class="logo" x="{left}" y="{top}" width="{width}" height="{height}" '
            f'href="data:{logo.media};base64,{data}"/>'
        )

    def _lane(self, lane: Lane) -> None:
        fill, stroke = self.theme.colour(lane.fill), self.theme.colour("grid")
        self.out.append(
            f'<g class="lane {lane.layer}" id="{clean(lane.id) or f"lane.{lane.layer}"}"><title>{clean(lane.title)}</title>'
            f'<rect x="{number(lane.x)}" y="{number(lane.y)}" width="{number(lane.w)}" height="{number(lane.h)}" '
            f'fill="{fill}" stroke="{stroke}" stroke-width="0.5"/></g>'
        )

    def _boxes(self, boxes: Iterable[Box]) -> None:
        for box in boxes:
            if not box.parent:
                self._group(box)

    def _group(self, box: Box) -> None:
        name = f' id="{clean(box.id)}"' if box.id else ""
        at = f' data-at="{clean(box.at)}"' if box.at else ""
        title = f"<title>{clean(box.title)}</title>" if box.title else ""
        if box.href:
            self.out.append(f'<a href="{clean(box.href)}"><title>{clean(box.href_title)}</title>')
        self.out.append(f'<g class="{box.css}"{name}{at}>{title}')
        self._shape(box)
        for part in self.parts[box.id] if box.id else ():
            self._part(part)
        self.out.append("</g></a>" if box.href else "</g>")

    def _part(self, part: Box) -> None:
        if part.title:
            self.out.append(f'<g class="{part.css}"><title>{clean(part.title)}</title>')
        self._shape(part)
        if part.title:
            self.out.append("</g>")

    def _shape(self, box: Box) -> None:
        if box.pattern and box.pattern in self.theme.patterns:
            rects = pattern(self.theme.patterns[box.pattern], box)
            d = "".join(f"M{_at((x, y))}h{number(w)}v{number(h)}h{number(-w)}z" for x, y, w, h in rects)
            self.out.append(f'<path class="{box.css}" d="{d}" fill="{self.theme.colour(box.fill)}"/>')
        elif box.shape != "none" and (box.fill != "none" or box.stroke != "none"):
            self.out.append(self._outline(box))
        self.out += [self._text(text, box) for text in box.texts]

    def _outline(self, box: Box) -> str:
        look = f'fill="{self.theme.colour(box.fill)}"'
        if box.stroke != "none":
            look += f' stroke="{self.theme.colour(box.stroke)}" stroke-width="{number(box.stroke_width)}"'
        if box.dash:
            look += f' stroke-dasharray="{box.dash}"'
        if box.shape == "rect":
            corner = f' rx="{number(box.radius)}"' if box.radius else ""
            return f'<rect x="{number(box.x)}" y="{number(box.y)}" width="{number(box.w)}" height="{number(box.h)}"{corner} {look}/>'
        return f'<path class="{box.css}" d="{_path(box)}" {look}/>'

    def _text(self, text: Text, box: Box) -> str:
        anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
        weight = ' font-weight="bold"' if text.bold else ""
        direction = ' direction="rtl"' if text.rtl else ""
        spans = "".join(
            f'<tspan x="{number(text.x)}" y="{number(text.y + index * text.leading)}"{self._fit(text, line)}>{clean(line)}</tspan>'
            for index, line in enumerate(text.lines)
        )
        css = text.css or box.css.split(" ", 1)[0]
        return f'<text class="{css}" font-size="{number(text.size)}" fill="{self.theme.colour(text.role)}"{anchor}{weight}{direction}>{spans}</text>'

    def _fit(self, text: Text, line: str) -> str:
        """Another font than the one measured is held to the measured width, so that nothing leaves its frame."""
        if not self.theme.fitted or not line:
            return ""
        width = text_width(line, text.size, bold=text.bold)
        return f' textLength="{number(width)}" lengthAdjust="spacingAndGlyphs"'

    def _route(self, route: Route) -> None:
        colour = self.theme.colour(route.role)
        name = f' id="{clean(route.id)}"' if route.id else ""
        ends = f' data-from="{clean(route.source)}" data-to="{clean(route.target)}"' if route.source else ""
        dash = f' stroke-dasharray="{route.dash}"' if route.dash else ""
        points = (
            list(route.points)
            if route.curve
            else rounded(drawn_points(route, sizes.HEAD - 1), sizes.CORNER * route.size)
        )
        opening = (
            f'<path class="{route.css}"{name}{ends} d="{_bezier(points)}" fill="none" stroke="{colour}" '
            f'stroke-width="{number(route.width)}"{dash}'
        )
        self.out.append(
            f"{opening}><title>{clean(route.title)}</title></path>" if route.title else f"{opening}/>"
        )
        for shown, tip, towards in (
            (route.head, route.points[-1], route.points[-2]),
            (route.tail, route.points[0], route.points[1]),
        ):
            if shown:
                self.out.append(
                    f'<path class="head" d="{_polygon(head_points(tip, towards, route.size))}" fill="{colour}"/>'
                )


def _at(point: Point) -> str:
    return f"{number(point[0])},{number(point[1])}"


def _bezier(points: list[Point]) -> str:
    return f"M{_at(points[0])}C{' '.join(map(_at, points[1:]))}"


def _polygon(points: Iterable[Point]) -> str:
    return f"M{'L'.join(map(_at, points))}z"


def _path(box: Box) -> str:
    x, y, w, h = box.x, box.y, box.w, box.h
    if box.shape == "cross":
        return f"M{_at((x, y))}L{_at((x + w, y + h))}M{_at((x + w, y))}L{_at((x, y + h))}"
    if box.shape == "hatch":
        return "".join(f"M{_at(start)}L{_at(end)}" for start, end in hatching(box))
    if box.shape in ("pill", "circle"):
        r = number(h / 2)
        left, right = (x + h / 2, y), (x + w - h / 2, y + h)
        return f"M{_at(left)}H{number(x + w - h / 2)}A{r},{r} 0 0 1 {_at(right)}H{number(x + h / 2)}A{r},{r} 0 0 1 {_at(left)}z"
    return _polygon(corners(box))
