"""Cells and texts as nearly every program writes them, read by one pattern where a parser would tell of each tag.

What is not written in just that way (comments, prefixes, rich text, an unknown attribute of a cell) is left to the
parser as a whole: the patterns never skip anything, though an attribute of a row may stand twice. They match without
going back, so that no text makes them slow.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from blueprint_cli.workbook.reading.archive import Archive

MOST_AT_ONCE = 3_000_000
"""Bytes of a part that are taken into memory whole."""

_ATTRIBUTES = r'(?: [A-Za-z][A-Za-z0-9:]*+="[^"<&]*+")*+ ?'
_TEXT = r"([^<&]*+(?:&(?:amp|lt|gt|quot|apos);[^<&]*+)*+)"
_BARE = r'(?:<c r="[A-Z]{1,3}[0-9]{1,6}"(?: s="[0-9]{1,6}")?(?: t="n")? ?/>)*+'
_ROW = rf'<row r="[1-9][0-9]{{0,5}}"(?! r="){_ATTRIBUTES}'
_ROWS = rf"(?:{_ROW}/>|{_ROW}>{_BARE}</row>)*+"
"""Rows in which nothing stands."""

_FIRST = re.compile(rf"{_ROWS}{_ROW}>")
_CELL = re.compile(
    rf"{_BARE}(?:</row>{_ROWS}{_ROW}>{_BARE})?"
    r'<c r="([A-Z]{1,3})([1-9][0-9]{0,5})"(?: s="[0-9]{1,6}")?(?: t="(s|n|str|inlineStr|b|e|d)")? ?>'
    rf"(?:(<f){_ATTRIBUTES}(?:/>|>{_TEXT}</f>))?"
    rf"(?:<v(?: ?/>|>{_TEXT}</v>)|<is><t(?: xml:space=\"preserve\")?>{_TEXT}</t></is>)?</c>"
    r"|(.+)",
    re.DOTALL,
)
_LAST = re.compile(rf"{_BARE}</row>{_ROWS}")
_SHARED = re.compile(rf"<si><t(?: xml:space=\"preserve\")?>{_TEXT}</t></si>|(.+)", re.DOTALL)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n")
_UNUSUAL = ("<!", "<?", "]]>", "\ufffe", "\uffff")
_DECLARED = re.compile(
    r'<\?xml version="1\.0"(?: encoding="[Uu][Tt][Ff]-8")?(?: standalone="(?:yes|no)")? ?\?>\s*'
)
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))

CellText = tuple[str, str, str, str, str, str, str, str]
"""Letters of the column, row, kind, `<f` where there is a formula, the formula, the value, the text, nothing."""


class Usual(NamedTuple):
    """A part of which the inside is known already.

    Attributes:
        before, after: what stands around it, for the parser.
        found: what the pattern found.
    """

    before: bytes
    found: list[CellText]
    after: bytes


def usual_cells(archive: Archive, part: str) -> Usual | None:
    """The filled cells of a sheet; None where they are written in another way."""
    text = _text(archive, part)
    start, stop = _inside(text, "<sheetData>", "</sheetData>")
    first = _FIRST.match(text, start, stop)
    if first is None:
        return None
    found = _CELL.findall(text, first.end(), stop)
    if not found or not _LAST.fullmatch(found.pop()[-1]):
        return None
    return Usual(text[:start].encode(), found, text[stop:].encode())


def usual_texts(archive: Archive, part: str) -> list[str] | None:
    """The shared texts of a workbook; None where they are written in another way."""
    text = _text(archive, part)
    start, stop = _inside(text, ">", "</sst>")
    if not re.fullmatch(rf"<sst{_ATTRIBUTES}>", text[:start]) or text[stop:].strip() != "</sst>":
        return None
    found = _SHARED.findall(text, start, stop)
    if any(rest for _, rest in found[-1:]):
        return None
    return [plain(said) for said, _ in found]


def plain(text: str) -> str:
    """A text with its five entities resolved."""
    if "&" in text:
        for entity, sign in _ENTITIES:
            text = text.replace(entity, sign)
    return text


def _text(archive: Archive, part: str) -> str:
    """A part as text without its declaration; empty where it is large, or holds what is rarely there."""
    if archive.sizes[part] > MOST_AT_ONCE:
        return ""
    raw = b"".join(archive.blocks(part))
    if len(raw.translate(None, _CONTROLS)) < len(raw):
        return ""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return ""
    declared = _DECLARED.match(text)
    text = text[declared.end() :] if declared else text
    return "" if any(sign in text for sign in _UNUSUAL) else text


def _inside(text: str, before: str, after: str) -> tuple[int, int]:
    """The first place behind one tag and the last before another; the same place twice where there is none."""
    start, stop = text.find(before), text.rfind(after)
    return (start + len(before), stop) if 0 <= start < stop else (0, 0)
