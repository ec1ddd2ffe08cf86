"""Black on white: lanes and marks are told apart by pattern, shape and letter, and no ink is spent on grounds."""

from blueprint_cli.render.drawing.theme import LANES, Theme, by_lane

_WHITE, _BLACK = "#ffffff", "#000000"
_PATTERNS = ("solid", "dots", "slabs", "stripes", "posts", "checks", "dashes", "rules")

THEME = Theme(
    "print",
    {
        "bg": _WHITE,
        "ink": _BLACK,
        "muted": "#404040",
        "grid": "#9a9a9a",
        "head": _BLACK,
        "head-ink": _WHITE,
        "step": "#ececec",
        "flow": "#1a1a1a",
        "soft": "#6e6e6e",
        "broken": _BLACK,
        "line": _BLACK,
        **dict.fromkeys(("good", "mid", "bad", "pain", "hand"), _BLACK),
        "mark": _WHITE,
        "pill": _WHITE,
        **by_lane("lane", *[_WHITE] * len(LANES)),
        **by_lane("card", *[_WHITE] * len(LANES)),
        **by_lane("tab", *[_BLACK] * len(LANES)),
    },
    patterns=dict(zip(LANES, _PATTERNS, strict=True)),
)
