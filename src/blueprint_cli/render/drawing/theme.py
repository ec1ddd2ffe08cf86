"""Colours by role; a scene names roles, a writer asks the theme."""

from __future__ import annotations

from dataclasses import dataclass, field

FONTS = "Arial, Helvetica, Liberation Sans, Arimo, sans-serif"
"""The widths in which everything is set are theirs."""

LANES = ("mood", "evidence", "customer", "frontstage", "backstage", "support", "pain", "opportunity")
"""What has a ground, a card and a strong colour of its own: the layers, the curve, and two rows of the journey."""


@dataclass(frozen=True)
class Logo:
    """A brand's picture, drawn above the title on the right; sizes in points.

    Attributes:
        path: where the file is, for Graphviz.
        media: its kind, `image/png` or `image/svg+xml`.
        content: its bytes, which the SVG carries within itself.
    """

    path: str
    media: str
    content: bytes
    width: float
    height: float


@dataclass(frozen=True)
class Theme:
    """How a picture looks.

    Attributes:
        colours: #rrggbb by role: `ink`, `lane.customer`, `card.customer`, `tab.customer`, `bad`, ...
        patterns: names of patterns by layer, for the bars of lanes that no colour tells apart.
        fonts: families, the first one that a machine has is taken.
        fitted: texts are held to the widths of Arial, because the font is another one.
    """

    name: str
    colours: dict[str, str]
    patterns: dict[str, str] = field(default_factory=dict)
    fonts: str = FONTS
    fitted: bool = False
    logo: Logo | None = None

    def colour(self, role: str) -> str:
        """The colour of a role; `none` stays none."""
        return role if role == "none" else self.colours[role]


def by_lane(kind: str, *colours: str) -> dict[str, str]:
    """The colours of a kind of ground, in the order of `LANES`."""
    return {f"{kind}.{layer}": colour for layer, colour in zip(LANES, colours, strict=True)}


LIGHT = Theme(
    "light",
    {
        "bg": "#ffffff",
        "ink": "#1f2933",
        "muted": "#52606d",
        "grid": "#d9dee4",
        "head": "#243b53",
        "head-ink": "#ffffff",
        "step": "#eef2f6",
        "flow": "#486581",
        "soft": "#6b8299",
        "broken": "#b42318",
        "line": "#243b53",
        "good": "#1f7a4d",
        "mid": "#7a5c00",
        "bad": "#b42318",
        "pain": "#b45309",
        "hand": "#5b21b6",
        "mark": "#ffffff",
        "pill": "#ffffff",
        **by_lane(
            "lane", "#ffffff", "#fbf6ea", "#eaf3fb", "#eef7ee", "#f7eff7", "#f3f4f6", "#fdf2f0", "#eaf6f5"
        ),
        **by_lane(
            "card", "#ffffff", "#f7e3b0", "#b9dbf5", "#c3e6c5", "#e3c9e6", "#d5dbe1", "#f7d3cd", "#b9e3df"
        ),
        **by_lane(
            "tab", "#52606d", "#7d5a00", "#135a99", "#226b2c", "#6d3576", "#4a5561", "#9b2116", "#0b5f5a"
        ),
    },
)


def logo_room(theme: Theme) -> float:
    """The height above the picture that a logo takes."""
    return theme.logo.height + _BELOW_LOGO if theme.logo else 0


_BELOW_LOGO = 10.0
_LINEAR, _OFFSET = 0.04045, 0.05


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance of sRGB)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + _OFFSET) / (dark + _OFFSET)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= _LINEAR else ((value + 0.055) / 1.055) ** 2.4 for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
