"""The legend of the pictures of time: the signs that occur on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.render.drawing.scene import Box, Route
from blueprint_cli.render.time_pictures import sizes
from blueprint_cli.render.time_pictures.texts import line, number_badge

if TYPE_CHECKING:
    from blueprint_cli.render.drawing.scene import Scene
    from blueprint_cli.render.time_pictures.content import TimeMap

_ROW, _GAP, _SIGN = 18.0, 20.0, 24.0


def put_signs(scene: Scene, found: TimeMap, top: float, *, gantt: bool, widened: bool) -> float:
    """The legend from a height on; returns where it ends."""
    x = 0.0
    for sign, word in _signs(found, gantt=gantt, widened=widened):
        width = (_SIGN + 6 if sign else 0) + line("", word, 0, 0, sizes.SAID).w
        if x and x + width > scene.width:
            x, top = 0.0, top + _ROW
        _draw(scene, sign, x, top)
        left = x + (_SIGN + 6 if sign else 0)
        scene.legend.append(line("legend", word, left, top + 2.5, sizes.SAID, role="muted"))
        x += width + _GAP
    return top + _ROW


def _signs(found: TimeMap, *, gantt: bool, widened: bool) -> list[tuple[str, str]]:
    words, rows = found.words, found.rows
    known = [
        ("wait", words.legend_wait, any(row.times.wait_s for row in rows)),
        ("work", words.legend_work, any(row.times.work_s for row in rows)),
        ("either", words.legend_either, any(not row.is_told_apart and not row.is_unknown for row in rows)),
        ("", words.legend_unknown, any(row.is_unknown for row in rows)),
        ("critical", words.legend_critical, bool(found.timings.critical_path)),
        ("slack", words.legend_slack, gantt and any(row.times.slack_s for row in rows)),
        ("background", words.legend_background, any(row.times.action.background for row in rows)),
        ("silence", words.legend_silence, found.silence() is not None),
        ("", words.legend_widened, widened),
        ("", words.legend_least, bool(found.timings.lead_s)),
        (
            "",
            words.legend_beyond,
            any(row.times.end_s > found.timings.lead_s > 0 for row in rows),
        ),
    ]
    return [(sign, word) for sign, word, holds in known if holds]


def _draw(scene: Scene, sign: str, x: float, top: float) -> None:
    middle, height = top + 7, 10.0
    if sign == "critical":
        scene.legend.append(number_badge(1, x + _SIGN - 2, middle, sizes.NUMBER_W, sizes.NUMBER_H))
    elif sign == "slack":
        scene.legend_lines += [
            Route("legend-line", ((x, middle), (x + _SIGN, middle)), "soft", 1.1),
            Route("legend-line", ((x + _SIGN, middle - 3), (x + _SIGN, middle + 3)), "soft", 1.1),
        ]
    elif sign:
        fill, dash = {
            "work": ("tab.support", ""),
            "silence": ("lane.pain", "3 2"),
            "background": ("card.support", "5 3"),
        }.get(sign, ("card.support", ""))
        stroke = "bad" if sign == "silence" else "tab.support"
        frame = Box(
            "legend-sign", x, middle - height / 2, _SIGN, height, fill=fill, stroke=stroke,
            stroke_width=0.8, dash=dash, texts=(),
        )  # fmt: skip
        scene.legend.append(frame)
        if sign == "wait":
            scene.legend.append(
                Box("legend-sign", x + 1, middle - height / 2 + 1, _SIGN - 2, height - 2, shape="hatch", stroke="tab.support",
                    stroke_width=0.8)
            )  # fmt: skip
