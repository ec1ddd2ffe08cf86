"""The workbook as OpenDocument: the same sheets as the xlsx, in a zip whose bytes are the same everywhere.

Written by hand: the format is a few elements of XML, and the libraries that write it know no named styles or are no longer kept up.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from blueprint_cli.render.grid.book import GRID_SHEET, filled_book
from blueprint_cli.render.grid.open_automatic import Automatic
from blueprint_cli.render.grid.open_charts import drawings_of
from blueprint_cli.render.grid.open_sheet import OpenSheet, named_areas
from blueprint_cli.render.grid.open_styles import NAMESPACES, cell_styles, footer_style
from blueprint_cli.workbook.anchors import FINGERPRINT

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.options import Options

MIME = "application/vnd.oasis.opendocument.spreadsheet"
_CHART = "application/vnd.oasis.opendocument.chart"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_FONTS = '<office:font-face-decls><style:font-face style:name="Arial" svg:font-family="Arial"/></office:font-face-decls>'


def document_bytes(blueprint: Blueprint, options: Options) -> bytes:
    """The spreadsheet of a blueprint, in its own language unless another is asked for.

    Raises:
        BlueprintError: a text is longer than a cell can hold, or there are more steps than columns.
    """
    book, ledger = filled_book(blueprint, options)
    automatic = Automatic()
    objects: dict[str, str] = {}
    sheets = "".join(
        OpenSheet(sheet, ledger, automatic, drawings_of(sheet, objects)).xml() for sheet in book.worksheets
    )
    parts = {
        "content.xml": _content(book, sheets, automatic),
        "styles.xml": _styles(book, automatic),
        "settings.xml": _settings(book),
        "meta.xml": _meta(options.source_sha256),
        **{f"{name}/content.xml": said for name, said in objects.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
        for name, part in (
            ("mimetype", MIME),
            *parts.items(),
            ("META-INF/manifest.xml", _manifest(parts, objects)),
        ):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr, entry.create_system = 0o600 << 16, 3
            target.writestr(entry, part.encode("utf-8"))
    return out.getvalue()


def _content(book: Any, sheets: str, automatic: Automatic) -> str:
    """Everything that stands in cells. Criteria of formulas know `*`, as those of the other format do."""
    return (
        f'{_HEAD}<office:document-content {NAMESPACES} office:version="1.3">{_FONTS}<office:automatic-styles>{automatic.styles}'
        '</office:automatic-styles><office:body><office:spreadsheet><table:calculation-settings table:use-wildcards="true" '
        'table:use-regular-expressions="false" table:search-criteria-must-apply-to-whole-cell="true" table:automatic-find-labels="false"/>'
        f"{automatic.rules}{sheets}{named_areas(book)}</office:spreadsheet></office:body></office:document-content>"
    )


def _styles(book: Any, automatic: Automatic) -> str:
    named = [style for style in book._named_styles if style.name != "Normal"]  # noqa: SLF001
    layouts, masters = automatic.pages
    return (
        f'{_HEAD}<office:document-styles {NAMESPACES} office:version="1.3">{_FONTS}<office:styles>'
        '<style:style style:name="Default" style:family="table-cell"><style:text-properties style:font-name="Arial" fo:font-size="10pt"/>'
        f"</style:style>{cell_styles(named)}{automatic.value_styles}</office:styles><office:automatic-styles>{footer_style()}{layouts}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles></office:document-styles>"
    )


def _settings(book: Any) -> str:
    """What stays in sight while one scrolls, sheet by sheet."""
    views = "".join(_view(sheet) for sheet in book.worksheets)
    return (
        f'{_HEAD}<office:document-settings {NAMESPACES} office:version="1.3"><office:settings>'
        '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
        '<config:config-item-map-entry><config:config-item config:name="ViewId" config:type="string">view1</config:config-item>'
        f'<config:config-item-map-named config:name="Tables">{views}</config:config-item-map-named>'
        f'<config:config-item config:name="ActiveTable" config:type="string">{GRID_SHEET}</config:config-item>'
        "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>"
    )


def _view(sheet: Any) -> str:
    pane = sheet.sheet_view.pane
    columns, rows = (int(pane.xSplit or 0), int(pane.ySplit or 0)) if pane is not None else (0, 0)
    items = {
        "HorizontalSplitMode": 2 if columns else 0, "VerticalSplitMode": 2 if rows else 0, "HorizontalSplitPosition": columns,
        "VerticalSplitPosition": rows, "ActiveSplitRange": 3 if columns and rows else 2, "PositionLeft": 0, "PositionRight": columns,
        "PositionTop": 0, "PositionBottom": rows, "ZoomType": 0, "ZoomValue": sheet.sheet_view.zoomScale or 100,
    }  # fmt: skip
    said = "".join(
        f'<config:config-item config:name="{name}" config:type="int">{value}</config:config-item>'
        for name, value in items.items()
    )
    lines = "true" if sheet.sheet_view.showGridLines else "false"
    return (
        f"<config:config-item-map-entry config:name={quoteattr(sheet.title)}>{said}"
        f'<config:config-item config:name="ShowGrid" config:type="boolean">{lines}</config:config-item></config:config-item-map-entry>'
    )


def _manifest(parts: dict[str, str], objects: dict[str, str]) -> str:
    entries = [
        ("/", MIME),
        *((f"{name}/", _CHART) for name in objects),
        *((name, "text/xml") for name in parts),
    ]
    said = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in entries
    )
    return f'{_HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">{said}</manifest:manifest>'


def _meta(fingerprint: str) -> str:
    """What the document was made from: while the file is the same, what comes back was compared with what was sent."""
    said = (
        f'<meta:user-defined meta:name="{FINGERPRINT}" meta:value-type="string">{fingerprint}</meta:user-defined>'
        if fingerprint
        else ""
    )
    return (
        f'{_HEAD}<office:document-meta {NAMESPACES} office:version="1.3"><office:meta>'
        f"<meta:generator>blueprint</meta:generator>{said}</office:meta></office:document-meta>"
    )
