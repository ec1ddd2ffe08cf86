"""Links out of a picture: to the map above, to the maps of single steps, between a system's cards, to addresses in the file."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from blueprint_cli.language.topics.links import link_words
from blueprint_cli.language.typography import typeset
from blueprint_cli.model.related import Related, neighbour_of
from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.metrics import anchor_of, is_right_to_left
from blueprint_cli.render.drawing.moving import moved
from blueprint_cli.render.drawing.scene import Box, Text
from blueprint_cli.render.drawing.wrapping import cut

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.language.words import Lang
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.related import Neighbour
    from blueprint_cli.render.drawing.scene import Scene

_SUFFIXES = (".blueprint.yaml", ".blueprint.yml", ".yaml", ".yml")
_ADDRESS = re.compile(r"\b(?:https?://|mailto:)[^\s<>\"'`|\\^{}«»“”’]+", re.IGNORECASE)
_SYSTEM = re.compile(r"systems\[([^\]]+)\]\Z")
_ENDS_A_SENTENCE = ".,;:!?…)]"
_ABOVE, _SIZE = 16.0, 9.5
_SIGN, _SIGN_TEXT, _LEGEND_TEXT = 12.0, 10.0, 8.5


def linked(scenes: list[Scene], blueprint: Blueprint, related: Related, ending: str) -> list[Scene]:
    """The scenes of one map with their links; the first one bears the line that says what the map is a part of.

    Args:
        scenes: one, or the bands of several pages.
        blueprint: the map.
        related: the files around it.
        ending: of the pictures that are linked to, `svg` or `pdf`.
    """
    lang: Lang = "fr" if scenes[0].lang == "fr" else "en"
    parent = related.parent or (neighbour_of(blueprint.parent) if blueprint.parent else None)
    turns = _turns(scenes)
    details = {f"step.{child.step}": child for child in reversed(related.children) if child.step}
    found = [_Linking(scene, lang, ending, turns, details).scene() for scene in scenes]
    return found if parent is None else [_below(found[0], parent, lang, ending), *found[1:]]


def picture_of(file: str, ending: str, step: str = "") -> str:
    """Where the picture of another file is: beside that file, as `render` names it; an SVG has the step as a part.

    Whatever the path holds, it leads to a file: no colon of it makes a scheme, no second slash a host.
    """
    stem = next((file.removesuffix(end) for end in _SUFFIXES if file.endswith(end)), file)
    if not stem:
        return ""
    path = quote(re.sub("/+", "/", stem), safe="/", errors="replace")
    part = f"#step.{quote(step, safe='', errors='replace')}" if step and ending == "svg" else ""
    return f"{path}.{ending}{part}"


def address_in(text: str) -> str:
    """The first web or mail address in a text, or nothing; no other scheme is ever followed."""
    if "://" not in text and "mailto:" not in text.lower():
        return ""
    found = _ADDRESS.search(text)
    return found[0].rstrip(_ENDS_A_SENTENCE) if found else ""


def _turns(scenes: list[Scene]) -> dict[str, str]:
    """By the id of a system's card the id of its next one, whatever page it is on; after the last comes the first."""
    cards: dict[str, list[str]] = defaultdict(list)
    for box in _boxes(scenes):
        system = _SYSTEM.match(box.at) if box.css.startswith("card support system") else None
        if system and box.id:
            cards[system[1]].append(box.id)
    return {name: ring[(place + 1) % len(ring)] for ring in cards.values() for place, name in enumerate(ring)}


def _boxes(scenes: list[Scene]) -> Iterable[Box]:
    return (box for scene in scenes for box in scene.boxes)


class _Linking:
    def __init__(
        self, scene: Scene, lang: Lang, ending: str, turns: dict[str, str], details: dict[str, Neighbour]
    ) -> None:
        self.made = scene
        self.lang: Lang = lang
        self.words = link_words(lang)
        self.ending = ending
        self.turns, self.details = turns, details

    def scene(self) -> Scene:
        made = self.made
        signs = [self._sign(box) for box in made.headings if box.id in self.details]
        made.headings = [self._linked(box) for box in made.headings]
        made.boxes = [self._linked(box) for box in made.boxes]
        if signs:
            made.headings += signs
            self._explain()
        return made

    def _linked(self, box: Box) -> Box:
        if box.parent or not box.id:
            return box
        child = self.details.get(box.id)
        if child is not None:
            said = self._said(child)
            return replace(
                box,
                href=picture_of(child.file, self.ending),
                href_title=said,
                title=f"{box.title}\n{said}".strip(),
            )
        address = address_in(box.title)
        if address:
            return replace(box, href=address, href_title=self.words.opens.format(text=address))
        if box.id in self.turns:
            turn, name = self.turns[box.id], box.title.partition("\n")[0]
            said = self.words.only_use if turn == box.id else self.words.next_use
            return replace(box, href=f"#{turn}", href_title=said.format(text=name))
        return box

    def _said(self, child: Neighbour) -> str:
        return self.words.detailed.format(text=typeset(child.title or child.file, self.lang))

    def _sign(self, step: Box) -> Box:
        """A plus in a square on the upper edge of the step's header, as on a process with parts of its own."""
        left = step.x + step.w - _SIGN - 6
        return replace(
            _plus(left, step.y - _SIGN / 2), title=self._said(self.details[step.id]), parent=step.id
        )

    def _explain(self) -> None:
        scene = self.made
        top = scene.height + 4
        word = Text((self.words.sign,), 34, top + 9.5, _LEGEND_TEXT, "muted")
        scene.legend += [
            _plus(14, top),
            Box("legend", 34, top, scene.width - 34, 12, shape="none", texts=(word,)),
        ]
        scene.height = top + _SIGN + 4


def _plus(x: float, y: float) -> Box:
    text = Text(
        ("+",), x + _SIGN / 2, y + _SIGN / 2 + 3.5, _SIGN_TEXT, "head-ink", bold=True, anchor="middle"
    )
    return Box(
        "zoom", x, y, _SIGN, _SIGN, shape="box", fill="head", stroke="bg", stroke_width=1, texts=(text,)
    )


def _below(scene: Scene, parent: Neighbour, lang: Lang, ending: str) -> Scene:
    """The scene below the line that names what it is a part of."""
    names = (parent.title or parent.file, parent.step_title or parent.step)
    said = link_words(lang).part_of.format(text=typeset(" › ".join(name for name in names if name), lang))
    made = moved(scene, 1, 0, _ABOVE)
    made.width, made.height = scene.width, scene.height + _ABOVE
    shown = cut(said, scene.width, _SIZE)
    rtl = is_right_to_left(said)
    start = anchor_of((shown,), 0, _SIZE, rtl=rtl)
    text = Text((shown,), start, _SIZE * 0.85, _SIZE, "flow", rtl=rtl, css="parent")
    room = Box("parent", 0, 0, scene.width, sizes.SUBTITLE_LEADING, shape="none", texts=(text,), title=said)
    made.headings.insert(0, replace(room, href=picture_of(parent.file, ending, parent.step), href_title=said))
    return made
