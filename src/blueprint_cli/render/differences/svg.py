"""The swimlane of both versions: what was added, removed, moved and changed has a sign and a colour, the rest is pale."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from blueprint_cli.analysis.differences.saying import Saying
from blueprint_cli.render.drawing import sizes
from blueprint_cli.render.drawing.compose import compose
from blueprint_cli.render.drawing.metrics import text_width
from blueprint_cli.render.drawing.scene import Box, Text
from blueprint_cli.render.drawing.svg import svg_text
from blueprint_cli.render.drawing.theme import LIGHT
from blueprint_cli.render.overlay import COLOURS, FATES, SIGNS, TINTS, Fate, overlay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blueprint_cli.analysis.differences.change import Change
    from blueprint_cli.analysis.differences.outcome import Compared
    from blueprint_cli.language.words import Lang
    from blueprint_cli.render.drawing.scene import Scene
    from blueprint_cli.render.overlay import Overlay

_EDGE, _DISC, _SIGN_SIZE = 2.2, 16.0, 12.0
_ROW, _SIZE, _GAP = 22.0, 8.5, 22.0
_THEME = replace(
    LIGHT,
    colours={
        **LIGHT.colours,
        **{f"change.{fate}": colour for fate, colour in COLOURS.items()},
        **{f"tint.{fate}": colour for fate, colour in TINTS.items()},
    },
)


def render(file: Compared, lang: Lang | None) -> bytes:
    """The picture in UTF-8; the addresses in the compared maps are those of the picture afterwards."""
    language = lang or file.lang
    saying = Saying(file.comparison, language, typographic=True)
    told = {id(change): saying.sentence(change) for change in file.changes}
    both = overlay(file)
    scene = compose(both.blueprint, language)
    marked = _Marking(scene, both, told, saying)
    marked.mark()
    return svg_text(scene, _THEME).encode()


class _Marking:
    def __init__(self, scene: Scene, both: Overlay, told: dict[int, str], saying: Saying) -> None:
        self.scene, self.both, self.told, self.saying = scene, both, told, saying
        self.counts = dict.fromkeys(FATES, 0)

    def mark(self) -> None:
        """Mark cards and headings, and add the legend."""
        scene = self.scene
        scene.boxes = [part for box in scene.boxes for part in self._marked(box)]
        headings = [part for box in scene.headings for part in self._marked(box)]
        scene.headings = [box for box in headings if not box.parent]
        scene.boxes += [box for box in headings if box.parent]
        scene.description = f"{scene.description} {self._counted()}".strip()
        self._legend()

    def _marked(self, box: Box) -> Iterator[Box]:
        is_card = box.css.startswith("card ")
        if not is_card and box.css != "step":
            yield box
            return
        found = self.both.fates.get(box.at)
        if found is None:
            yield replace(box, fill="bg") if is_card else box
            return
        fate, changes = found
        self.counts[fate] += 1
        yield replace(
            box,
            css=f"{box.css} {fate}",
            fill=f"tint.{fate}",
            stroke=f"change.{fate}",
            stroke_width=_EDGE,
            dash="5 3" if fate == "removed" else "",
            texts=box.texts[:1] if fate == "removed" else box.texts,  # what went takes no time
            title="\n".join([box.title, *self._sentences(changes)]).strip(),
        )
        yield self._disc(fate, box.x - _DISC / 2 + 2, box.y - _DISC / 2 + 2, box.id)

    def _sentences(self, changes: tuple[Change, ...]) -> Iterator[str]:
        for change in changes:
            if id(change) in self.told:
                yield self.told[id(change)]

    def _disc(self, fate: Fate, x: float, y: float, parent: str) -> Box:
        sign = Text(
            (SIGNS[fate],),
            x + _DISC / 2,
            y + _DISC * 0.76,
            _SIGN_SIZE,
            "bg",
            bold=True,
            anchor="middle",
            css="sign",
        )
        return Box(
            f"change {fate}",
            x,
            y,
            _DISC,
            _DISC,
            shape="circle",
            fill=f"change.{fate}",
            texts=(sign,),
            parent=parent,
        )

    def _shown(self) -> dict[Fate, int]:
        return {fate: count for fate, count in self.counts.items() if count}

    def _counted(self) -> str:
        words = self.saying.words
        return words.comma.join(
            f"{words.legend[fate]}{words.colon}{count}" for fate, count in self._shown().items()
        )

    def _legend(self) -> None:
        """One more row below everything else: each sign with its word and how often it occurs."""
        scene, words = self.scene, self.saying.words
        x, y = sizes.LABEL_W, scene.height + 8
        for fate, count in self._shown().items():
            said = f"{words.legend[fate]} ({count})"
            sign = replace(self._disc(fate, x, y, ""), css=f"legend-sign {fate}")
            scene.legend += [sign, _word(said, x + _DISC + 6, y)]
            x += _DISC + 6 + text_width(said, _SIZE) + _GAP
        pale = Box(
            "legend-sign same", x, y + 2, 22, 12, radius=3, fill="bg", stroke="tab.support", stroke_width=1
        )
        scene.legend += [pale, _word(words.legend["same"], x + 28, y)]
        scene.height = y + _ROW
        self._of_map()

    def _of_map(self) -> None:
        """The changes that no card can show, one a line."""
        scene, heading = self.scene, self.saying.words.the_map
        lines = [self.told[id(change)] for change in self.both.of_map if id(change) in self.told]
        for line in [heading, *lines] if lines else []:
            bold = line == heading
            text = Text(
                (line,), sizes.LABEL_W, scene.height + 10.5, _SIZE, "ink" if bold else "muted", bold=bold
            )
            width = text_width(line, _SIZE)
            scene.legend.append(
                Box("of-map", sizes.LABEL_W, scene.height, width, 14, shape="none", texts=(text,))
            )
            scene.height += 13
            scene.width = max(scene.width, sizes.LABEL_W + width)


def _word(said: str, x: float, y: float) -> Box:
    text = Text((said,), x, y + 11, _SIZE, "muted")
    return Box("legend", x, y, text_width(said, _SIZE), 15, shape="none", texts=(text,))
