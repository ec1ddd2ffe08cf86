"""Pale words on dark grounds: for dark pages and projectors."""

from blueprint_cli.render.drawing.theme import Theme, by_lane

THEME = Theme(
    "dark",
    {
        "bg": "#11161d",
        "ink": "#eef2f7",
        "muted": "#aebac7",
        "grid": "#323d4a",
        "head": "#c9d8ea",
        "head-ink": "#14202e",
        "step": "#1e2732",
        "flow": "#a8c7e6",
        "soft": "#8299b0",
        "broken": "#ff9187",
        "line": "#c9d8ea",
        "good": "#63d297",
        "mid": "#e8c85a",
        "bad": "#ff9187",
        "pain": "#ffb575",
        "hand": "#c7adff",
        "mark": "#11161d",
        "pill": "#11161d",
        **by_lane(
            "lane", "#11161d", "#1d1912", "#111d2a", "#121f17", "#1f1623", "#1a1e24", "#221615", "#10201f"
        ),
        **by_lane(
            "card", "#11161d", "#54430f", "#1b466b", "#204d2a", "#4c2855", "#38424d", "#5c2822", "#124a46"
        ),
        **by_lane(
            "tab", "#aebac7", "#dfb54f", "#7abcf0", "#79cf86", "#d29adc", "#aab7c4", "#f2a196", "#67cbc2"
        ),
    },
)
