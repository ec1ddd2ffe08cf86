"""What holds for every picture made of boxes: texts within their frames, nothing on another, unique ids, the same bytes."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from xml.etree import ElementTree

from blueprint_cli.render.drawing.dot import dot_text
from blueprint_cli.render.drawing.metrics import text_width
from blueprint_cli.render.drawing.scene import Box, Scene, Text
from blueprint_cli.render.drawing.svg import svg_text
from blueprint_cli.render.drawing.theme import LIGHT

EDGE = 0.5
GROUNDS = ("lane-bar", "lane-label", "axis-label", "face", "persona-name")


def extent(text: Text, index: int) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of one line, by the metrics that the picture was set with."""
    width = text_width(text.lines[index], text.size, bold=text.bold)
    anchor = {"start": "end", "end": "start"}.get(text.anchor, text.anchor) if text.rtl else text.anchor
    left = text.x - {"start": 0, "middle": width / 2, "end": width}[anchor]
    base = text.y + index * text.leading
    return left, base - text.size * 0.72, left + width, base


def texts_within(scene: Scene) -> None:
    """Every line of every box stands within the box, and everything stands within the picture."""
    for box in (*scene.headings, *scene.boxes, *scene.labels, *scene.legend):
        assert box.x >= -EDGE, box
        assert box.y >= -EDGE, box
        assert box.x + box.w <= scene.width + EDGE, (box, scene.width)
        assert box.y + box.h <= scene.height + EDGE, (box, scene.height)
        for text in box.texts:
            for index, line in enumerate(text.lines):
                left, top, right, bottom = extent(text, index)
                assert left >= box.x - EDGE, (line, box)
                assert right <= box.x + box.w + EDGE, (line, box)
                assert top >= box.y - EDGE, (line, box)
                assert bottom <= box.y + box.h + EDGE, (line, box)


def overlap(first: Box, second: Box) -> bool:
    """Two boxes share more than an edge."""
    return (
        first.x < second.x + second.w - EDGE
        and second.x < first.x + first.w - EDGE
        and first.y < second.y + second.h - EDGE
        and second.y < first.y + first.h - EDGE
    )


def nothing_on_another(boxes: list[Box]) -> None:
    """No two frames overlap; what a frame holds lies within it and not on its other parts."""
    frames = [box for box in boxes if not box.parent and box.css not in GROUNDS]
    by_id = {box.id: box for box in frames if box.id}
    for first, second in combinations(frames, 2):
        assert not overlap(first, second), (first, second)
    parts = [box for box in boxes if box.parent and box.shape != "hatch"]
    for part in parts:
        frame = by_id[part.parent]
        assert frame.x - EDGE <= part.x, (part, frame)
        assert part.x + part.w <= frame.x + frame.w + EDGE, (part, frame)
        assert frame.y - EDGE <= part.y, (part, frame)
        assert part.y + part.h <= frame.y + frame.h + EDGE, (part, frame)
        for text in frame.texts:
            for index in range(len(text.lines)):
                left, top, right, bottom = extent(text, index)
                assert not overlap(part, Box("", left, top, right - left, bottom - top)), (part, text.lines)
    for first, second in combinations(parts, 2):
        assert first.parent != second.parent or not overlap(first, second), (first, second)


def ids_are_unique(scene: Scene) -> None:
    """No id stands twice, not even on a lane."""
    ids = [box.id for box in (*scene.headings, *scene.boxes, *scene.labels) if box.id]
    ids += [route.id for route in (*scene.lines, *scene.curves, *scene.links) if route.id]
    ids += [f"lane.{lane.layer}" for lane in scene.lanes]
    assert not [name for name, count in Counter(ids).items() if count > 1]


def written(scene: Scene) -> str:
    """The SVG: well formed, without transforms, long numbers or more than one rect in a card; dot can be written too."""
    picture = svg_text(scene, LIGHT)
    tree = ElementTree.fromstring(picture)
    assert "transform" not in picture
    assert not re.search(
        r"\d\.\d{3}|[ ,M\"]-0[ ,\"]|[ ,\"](nan|inf)[ ,\"]", re.sub(r">[^<]*<", "><", picture)
    )
    svg = "{http://www.w3.org/2000/svg}"
    for group in tree.iter(f"{svg}g"):
        if "card" in group.get("class", "").split():
            assert len(list(group.iter(f"{svg}rect"))) == 1
            assert list(group.iter(f"{svg}text"))
    drawn = picture.count("<text")
    texts = sum(len(box.texts) for box in (*scene.headings, *scene.boxes, *scene.labels, *scene.legend))
    assert drawn == texts, "a part without its card is not drawn"
    assert dot_text(scene, LIGHT).startswith("digraph")
    return picture
