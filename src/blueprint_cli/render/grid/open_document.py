"""The grid and the flat sheets as OpenDocument: content.xml and styles.xml in a zip, whose bytes are the same everywhere.

Written by hand: the format is a few elements of XML, and the libraries that write it are no longer kept up.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from blueprint_cli.analysis.timings import measure
from blueprint_cli.language.words import words
from blueprint_cli.render.grid.open_content import content_xml
from blueprint_cli.render.grid.open_styles import STYLES_XML
from blueprint_cli.workbook.anchors import FINGERPRINT
from blueprint_cli.workbook.grid import grid_of
from blueprint_cli.workbook.tables import Tables

if TYPE_CHECKING:
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.render.options import Options

MIME = "application/vnd.oasis.opendocument.spreadsheet"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="{MIME}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""


def document_bytes(blueprint: Blueprint, options: Options) -> bytes:
    """The spreadsheet of a blueprint, in its own language unless another is asked for."""
    lang = options.lang or blueprint.lang
    timings = measure(blueprint)
    grid, tables = grid_of(blueprint, timings, lang), Tables(blueprint, timings, lang)
    content = content_xml(grid, tables, words(lang).read_me)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
        for name, part in (
            ("mimetype", MIME),
            ("content.xml", content),
            ("styles.xml", STYLES_XML),
            ("meta.xml", _meta_xml(options.source_sha256)),
            ("META-INF/manifest.xml", _MANIFEST),
        ):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr, entry.create_system = 0o600 << 16, 3
            target.writestr(entry, part.encode("utf-8"))
    return out.getvalue()


def _meta_xml(fingerprint: str) -> str:
    """What the document was made from: while the file is the same, what comes back was compared with what was sent."""
    said = (
        f'<meta:user-defined meta:name="{FINGERPRINT}" meta:value-type="string">{fingerprint}</meta:user-defined>'
        if fingerprint
        else ""
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-meta '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.2">'
        f"<office:meta><meta:generator>blueprint</meta:generator>{said}</office:meta></office:document-meta>"
    )
