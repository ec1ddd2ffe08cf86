"""Themes: enough contrast in every pair, patterns where there is no colour, and brand files with their errors."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from blueprint_cli import discovery
from blueprint_cli.errors import BlueprintError
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.routes import tell_routes
from blueprint_cli.render.drawing.asked import Asked
from blueprint_cli.render.drawing.brand import THEMES, theme_of
from blueprint_cli.render.drawing.branding import logo_place, tell_what_is_left_out
from blueprint_cli.render.drawing.compose import compose
from blueprint_cli.render.drawing.contrasts import too_weak
from blueprint_cli.render.drawing.dot import dot_text
from blueprint_cli.render.drawing.patterns import pattern
from blueprint_cli.render.drawing.scene import Box, Scene, Text
from blueprint_cli.render.drawing.svg import svg_text
from blueprint_cli.render.drawing.theme import LIGHT, Theme, contrast

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0,0h120v40z"/></svg>'


def built_in(name: str) -> Theme:
    found: Theme = discovery.load(THEMES, name).THEME
    return found


def brand(tmp_path: Path, text: str, heard: list[str] | None = None) -> Theme:
    file = tmp_path / "brand.toml"
    file.write_text(text, encoding="utf-8")
    return theme_of(str(file), (heard if heard is not None else []).append)


@pytest.mark.parametrize("name", discovery.names(THEMES))
def test_every_pair_of_every_theme_has_enough_contrast(name: str) -> None:
    theme = built_in(name)
    assert [(pair, pair.ratio(theme)) for pair in too_weak(theme)] == []
    assert set(theme.colours) == set(LIGHT.colours)


def test_print_is_black_and_white_with_a_pattern_for_every_lane() -> None:
    theme = built_in("print")
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in theme.colours.values())
    shapes = {name: tuple(pattern(name, Box("", 0, 0, 6, 90))) for name in theme.patterns.values()}
    assert len(set(shapes.values())) == len(theme.patterns) == 8
    assert all(y >= 0 and y + h <= 90 and x + w <= 6 for rects in shapes.values() for x, y, w, h in rects)


def test_a_brand_changes_what_it_names(tmp_path: Path) -> None:
    heard: list[str] = []
    theme = brand(
        tmp_path, '[theme]\nbase = "dark"\nhead = "#FFD"\n[theme.card]\ncustomer = "#102030"\n', heard
    )
    assert (theme.colour("head"), theme.colour("card.customer")) == ("#ffffdd", "#102030")
    assert theme.colour("bg") == built_in("dark").colour("bg")
    assert heard == []


FADED = {
    "blueprint": 1,
    "title": "Faded",
    "steps": [
        {
            "customer": {"action": "Asks", "wait": "1 h"},
            "frontstage": {"action": "Answers", "owner": "Desk"},
            "backstage": {"action": "Looks", "owner": "Stock", "manual": True, "work": "2 h", "limit": "1 h"},
            "evidence": "A form",
        }
    ],
}


def test_a_weak_contrast_is_told_with_the_pair_and_its_ratio(tmp_path: Path) -> None:
    heard: list[str] = []
    brand(tmp_path, '[theme]\nhead = "#8fbc5a"\n', heard)
    assert heard == [f"{tmp_path / 'brand.toml'}: head-ink on head has a contrast of 2.2; text needs 4.5"]


def test_a_brand_font_is_held_to_the_measured_widths_and_a_logo_stands_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(LOGO, encoding="utf-8")
    theme = brand(tmp_path, '[theme]\nfont = "Source Sans 3"\nlogo = "logo.svg"\n')
    words = Text(("A card",), 8, 12, 9)
    scene = Scene("T", "D", "en", 200, 100, boxes=[Box("card", 0, 0, 100, 40, fill="step", texts=(words,))])
    picture = svg_text(scene, theme)
    ElementTree.fromstring(picture)
    assert 'font-family="Source Sans 3, Arial,' in picture
    assert 'textLength="26.01" lengthAdjust="spacingAndGlyphs"' in picture
    assert 'class="logo" x="110" y="-40" width="90" height="30" href="data:image/svg+xml;base64,' in picture
    assert 'image="' in dot_text(scene, theme)


def test_on_paper_the_logo_stands_in_the_foot(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(LOGO, encoding="utf-8")
    theme = brand(tmp_path, '[theme]\nlogo = "logo.svg"\n')
    foot = Box("foot", 30, 400, 500, 10, shape="none")
    scene = Scene("T", "D", "en", 560, 430, legend=[foot])
    assert logo_place(scene, theme) == (30 + (500 - 48) / 2, 397, 48, 16)
    assert 'x="256" y="397" width="48" height="16"' in svg_text(scene, theme)
    assert 'width=0.6667, height=0.2222, pos="280,25"' in dot_text(scene, theme, pad=0)
    assert logo_place(scene, LIGHT) is None


def test_what_graphviz_leaves_out_of_a_brand_is_told(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(LOGO, encoding="utf-8")
    heard: list[str] = []
    tell_what_is_left_out(LIGHT, "pdf", heard.append)
    assert heard == []
    theme = brand(tmp_path, '[theme]\nfont = "Inter"\nlogo = "logo.svg"\n')
    tell_what_is_left_out(theme, "pdf", heard.append)
    assert heard == [
        "most builds of Graphviz leave an SVG logo out of a pdf: a PNG is drawn everywhere",
        "the pdf is set in Arial, whose widths were measured; the font Inter is in the svg alone",
    ]


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_what_is_faded_can_still_be_read(name: str) -> None:
    blueprint = Blueprint.model_validate(FADED)
    tell_routes(blueprint)
    scene = compose(blueprint, None, Asked(highlight="owner:Desk"))
    theme = built_in(name)
    faded = [box for box in scene.boxes if box.css.endswith("faded")]
    assert {box.css.split()[0] for box in faded} >= {"card", "owner", "time", "badge"}
    for box in faded:
        for text in box.texts:
            ground = box.fill if box.fill != "none" else f"lane.{box.css.split()[1]}"
            assert contrast(theme.colour(text.role), theme.colour(ground)) >= 4.5, (box.css, text.role)
        if box.stroke not in ("none", "bg"):
            assert contrast(theme.colour(box.stroke), theme.colour("bg")) >= 3, box.css
    for link in scene.links:
        for lane in scene.lanes:
            assert contrast(theme.colour(link.role), theme.colour(lane.fill)) >= 3, link.css


@pytest.mark.parametrize(
    ("text", "message", "help_"),
    [
        ('[theme]\nhed = "#123456"', "there is no key 'hed'", "did you mean head?"),
        (
            '[theme]\ncard.custommer = "#123456"',
            "there is no key 'card.custommer'",
            "did you mean card.customer?",
        ),
        ('[theme]\nbase = "drak"', "there is no base 'drak'", "did you mean dark?"),
        ('[theme]\nhead = "blue"', "head is 'blue', which is no colour", 'as in "#003366"'),
        ("[theme]\nfont = 3", "font is 3, and must be a text", 'as in font = "…"'),
        ("[them]\n", "there is no table 'them'", "did you mean theme?"),
        ("", "brand.toml has no table [theme]", 'as in [theme] and head = "#003366"'),
        ('[theme]\nlogo = "gone.png"', "gone.png cannot be read: No such file or directory", ""),
    ],
)
def test_what_a_brand_file_may_not_say(tmp_path: Path, text: str, message: str, help_: str) -> None:
    with pytest.raises(BlueprintError) as raised:
        brand(tmp_path, text)
    assert raised.value.message.endswith(message)
    assert raised.value.help == help_


def test_an_unknown_theme() -> None:
    with pytest.raises(BlueprintError, match="there is no theme 'drak'") as raised:
        theme_of("drak", print)
    assert raised.value.help == "did you mean dark?"
