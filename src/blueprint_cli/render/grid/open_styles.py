"""Looks of a workbook in the words of OpenDocument: its named styles, formats of numbers, and the colours that follow a value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from blueprint_cli.render.grid.clocks import FRENCH
from blueprint_cli.render.grid.printing import FOOTER

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMESPACES = " ".join(
    (
        *(
            f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
            for prefix, name in (
                ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("fo", "xsl-fo-compatible"),
                ("number", "datastyle"), ("svg", "svg-compatible"), ("draw", "drawing"), ("chart", "chart"), ("config", "config"),
                ("meta", "meta"),
            )
        ),
        'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
    )
)  # fmt: skip
_LINES = {
    "hair": "0.25pt solid", "thin": "0.75pt solid", "medium": "1.5pt solid", "thick": "2.5pt solid", "dashed": "0.75pt dashed",
    "mediumDashed": "1.75pt dashed",
}  # fmt: skip
_INDENT = 7
"""Points of a step of indentation."""
_PIECE = re.compile(r'"([^"]*)"|(\[h\])|(\[m\])|(\[s\]|ss)|(mm)|(0(?:\.0+)?)|(.)')
_CONDITION = re.compile(r"\[(<|<=|>|>=|=)([0-9.]+)\]")
FOOTER_STYLE = "bp_footer"


def style_name(name: str) -> str:
    """The name of a style as files write it."""
    return "".join(char if char.isalnum() and char.isascii() else "_" for char in name)


def cell_styles(styles: Iterable[Any]) -> str:
    """Every named style, after the formats that it needs."""
    found = list(styles)
    formats = list(dict.fromkeys(style.number_format for style in found))
    numbers = {code: f"N{place}" for place, code in enumerate(formats)}
    return "".join(
        (
            *(_number(code, name) for code, name in numbers.items()),
            *(_cell(style, numbers[style.number_format]) for style in found),
        )
    )


def footer_style() -> str:
    """The letters of what stands at the foot of each page."""
    return (
        f'<style:style style:name="{FOOTER_STYLE}" style:family="text">'
        f'<style:text-properties style:font-name="Arial" fo:font-size="{FOOTER}pt"/></style:style>'
    )


def value_style(name: str, fill: Any, font: Any) -> str:
    """The look of a cell while a condition holds."""
    ground = f'<style:table-cell-properties fo:background-color="{_rgb(fill.bgColor)}"/>' if fill else ""
    return (
        f'<style:style style:name="{name}" style:family="table-cell" style:parent-style-name="bp_mood">'
        f"{ground}{_letters(font)}</style:style>"
    )


def _rgb(color: Any) -> str:
    return f"#{str(color.rgb)[-6:].lower()}"


def _letters(font: Any) -> str:
    color = f' fo:color="{_rgb(font.color)}"' if font.color is not None else ""
    # Hebrew, Arabic and Thai have a size of their own there, Chinese and Japanese another one.
    written = "".join(
        (f' {space}:font-size{kind}="{font.sz:g}pt"' if font.sz else "")
        + (f' {space}:font-weight{kind}="bold"' if font.b else "")
        + (f' {space}:font-style{kind}="italic"' if font.i else "")
        for space, kind in (("fo", ""), ("style", "-complex"), ("style", "-asian"))
    )
    named = ' style:font-name="Arial"' if font.name else ""
    return f"<style:text-properties{named}{written}{color}/>"


_CARDS = "bp card "


def _cell(style: Any, number: str) -> str:
    named = style_name(style.name)
    box = [
        f' fo:border-{side}="{_LINES[line.style]} {_rgb(line.color)}"' for side, line in _sides(style.border)
    ]
    fill = style.fill
    if fill.fill_type == "solid":
        box.append(f' fo:background-color="{_rgb(fill.fgColor)}"')
    if style.border.diagonalUp:
        line = style.border.diagonal
        box.append(f' style:diagonal-bl-tr="{_LINES[line.style]} {_rgb(line.color)}"')
    place = style.alignment
    wrap = "wrap" if place.wrap_text else "no-wrap"
    upright = {"top": "top", "center": "middle"}.get(place.vertical or "", "bottom")
    across = {"left": "start", "center": "center", "right": "end"}.get(place.horizontal or "", "")
    said = f' fo:text-align="{across}"' if across else ""
    indent = f' fo:margin-left="{int(place.indent) * _INDENT}pt"' if place.indent else ""
    # Rows of cards fit themselves to what is typed: the room above and below has to be in the cells.
    room = "0.06in 0.03in" if style.name.startswith(_CARDS) else "0.03in"
    return (
        f'<style:style style:name="{named}" style:display-name={quoteattr(style.name)} style:family="table-cell" '
        f'style:data-style-name="{number}"><style:table-cell-properties fo:wrap-option="{wrap}" style:vertical-align="{upright}" '
        f'style:text-align-source="fix" fo:padding="{room}"{"".join(box)}/><style:paragraph-properties{said}{indent}/>'
        f"{_letters(style.font)}</style:style>"
    )


def _sides(border: Any) -> list[tuple[str, Any]]:
    found = ((side, getattr(border, side)) for side in ("left", "right", "top", "bottom"))
    return [(side, line) for side, line in found if line is not None and line.style]


def _number(code: str, name: str) -> str:
    """The format of a number; one with conditions is several, of which the last holds for all other values."""
    if code == "@" or code.endswith(";@"):
        return f'<number:text-style style:name="{name}"><number:text-content/></number:text-style>'
    if "yyyy" in code:
        return _day(code, name)
    # A language that one section names holds for all of them.
    spoken = ' number:language="fr" number:country="FR"' if FRENCH in code else ""
    parts = code.replace(FRENCH, "").split(";")
    if len(parts) == 1:
        return _plain(parts[0], name, spoken)
    conditions = [_CONDITION.match(part) for part in parts[:-1]]
    said = [
        f"value(){found[1]}{found[2]}" if found else test
        for found, test in zip(conditions, ("value()>0", "value()<0"), strict=False)
    ]
    bare = [_CONDITION.sub("", part) for part in parts]
    others = "".join(_plain(part, f"{name}P{place}", spoken) for place, part in enumerate(bare[:-1]))
    maps = "".join(
        f'<style:map style:condition="{escape(test)}" style:apply-style-name="{name}P{place}"/>'
        for place, test in enumerate(said)
    )
    return others + _plain(bare[-1], name, spoken, maps)


def _plain(code: str, name: str, spoken: str, maps: str = "") -> str:
    """One section of a format."""
    kind = (
        "time"
        if any(unit in code for unit in ("[h]", "[m]", "[s]"))
        else "percentage"
        if "%" in code
        else "number"
    )
    said = []
    for text, hours, minutes, seconds, after, figures, other in _PIECE.findall(code):
        if hours:
            said.append("<number:hours/>")
        elif minutes:
            said.append("<number:minutes/>")
        elif seconds:
            said.append("<number:seconds/>" if seconds == "[s]" else '<number:seconds number:style="long"/>')
        elif after:
            said.append('<number:minutes number:style="long"/>')
        elif figures:
            places = len(figures.partition(".")[2])
            said.append(
                f'<number:number number:decimal-places="{places}" number:min-decimal-places="{places}" number:min-integer-digits="1"/>'
            )
        else:
            said.append(f"<number:text>{escape(text or other)}</number:text>")
    runs_on = ' number:truncate-on-overflow="false"' if kind == "time" else ""
    return f'<number:{kind}-style style:name="{name}"{spoken}{runs_on}>{"".join(said)}{maps}</number:{kind}-style>'


def _day(code: str, name: str) -> str:
    parts = {
        "yyyy": '<number:year number:style="long"/>',
        "mm": '<number:month number:style="long"/>',
        "dd": '<number:day number:style="long"/>',
    }
    said = "".join(
        parts.get(part, f"<number:text>{part}</number:text>") for part in re.split(r"([/-])", code)
    )
    return f'<number:date-style style:name="{name}">{said}</number:date-style>'
