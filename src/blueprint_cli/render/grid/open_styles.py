"""Looks of the OpenDocument grid: the palette of the drawing as styles of cells, rows and columns, and the page."""

from __future__ import annotations

from blueprint_cli.render.drawing.theme import LANES, LIGHT
from blueprint_cli.render.grid.look import ground

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("number", "datastyle"),
    )
)
LABEL_WIDTH, STEP_WIDTH, FACT_WIDTH = "1.7in", "1.8in", "1.5in"
_NAMED = ("pain_points", "opportunities")


def _style(name: str, cell: str = "", text: str = "", paragraph: str = "") -> str:
    wrapping = "" if "wrap-option" in cell else 'fo:wrap-option="wrap"'
    size = "" if "font-size" in text else 'fo:font-size="10pt"'
    return (
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties '
        f'{wrapping} style:vertical-align="top" fo:padding="0.04in" {cell}/>'
        f"<style:paragraph-properties {paragraph}/>"
        f'<style:text-properties style:font-name="Arial" {size} {text}/></style:style>'
    )


def _hex(role: str) -> str:
    return role if role.startswith("#") else LIGHT.colour(role)


def _cells() -> str:
    bold, tile = 'fo:font-weight="bold"', f'fo:border="1.5pt solid {_hex("bg")}"'
    middle = 'fo:text-align="center"'
    found = [
        _style("plain"),
        _style("title", 'fo:wrap-option="no-wrap"', f'{bold} fo:font-size="18pt"'),
        _style("muted", "", f'fo:color="{_hex("muted")}"'),
        _style("phase", f'fo:background-color="{_hex("head")}" {tile}', f'{bold} fo:color="{_hex("head-ink")}"', middle),
        _style("step", f'fo:background-color="{_hex("step")}" {tile}', bold, middle),
        _style("head", f'fo:background-color="{_hex("head")}"', f'{bold} fo:color="{_hex("head-ink")}"'),
        _style("number", tile, bold, middle),
        _style("fact", f'fo:border-bottom="0.5pt solid {_hex("grid")}"', 'fo:font-size="9pt"'),
        _style("line", f'fo:border-bottom="2.25pt dashed {_hex("line")}"', f'{bold} fo:font-size="8pt"'),
        _style("line-visibility", f'fo:border-bottom="3pt solid {_hex("line")}"', f'{bold} fo:font-size="8pt"'),
        _style("hole", f'fo:border="1pt dashed {_hex("pain")}"'),
    ]  # fmt: skip
    for lane in (*LANES, *_NAMED):
        tint, card, ink = map(_hex, ground(lane))
        name = lane.replace("_", "-")
        bar = f'fo:border-left="3pt solid {ink}"'
        found += [
            _style(f"card-{name}", f'fo:background-color="{card}" {tile}'),
            _style(f"spare-{name}", f'fo:background-color="{tint}" {tile}'),
            _style(f"label-{name}", f'fo:background-color="{tint}" {bar}', f'{bold} fo:color="{ink}"'),
        ]
    return "".join(found)


def automatic_styles() -> str:
    """Styles of the tables, columns and rows."""
    columns = "".join(
        f'<style:style style:name="{name}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}"/></style:style>'
        for name, width in (("labels", LABEL_WIDTH), ("steps", STEP_WIDTH), ("facts", FACT_WIDTH))
    )
    rows = (
        '<style:style style:name="row" style:family="table-row">'
        '<style:table-row-properties style:use-optimal-row-height="true"/></style:style>'
    )
    sheets = "".join(
        f'<style:style style:name="sheet-{mode}" style:family="table" style:master-page-name="Grid">'
        f'<style:table-properties table:display="true" style:writing-mode="{mode}"/></style:style>'
        for mode in ("lr-tb", "rl-tb")
    )
    return f"<office:automatic-styles>{columns}{rows}{sheets}</office:automatic-styles>"


STYLES_XML = (
    f'<?xml version="1.0" encoding="UTF-8"?><office:document-styles {NAMESPACES} office:version="1.2">'
    '<office:font-face-decls><style:font-face style:name="Arial" svg:font-family="Arial" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"/></office:font-face-decls>'
    f"<office:styles>{_cells()}</office:styles><office:automatic-styles>"
    '<style:page-layout style:name="a3"><style:page-layout-properties fo:page-width="16.54in" '
    'fo:page-height="11.69in" style:print-orientation="landscape" fo:margin="0.3in" '
    'style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles>'
    '<office:master-styles><style:master-page style:name="Grid" style:page-layout-name="a3"/>'
    "</office:master-styles></office:document-styles>"
)
"""The second part of the file: looks of cells and of the page."""
