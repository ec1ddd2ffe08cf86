"""Data as lines of YAML, in blocks, and lines carried to another indent."""

from __future__ import annotations

from typing import Any

from blueprint_cli.source.document import LINE_END
from blueprint_cli.source.writing import written

_STEP = 2


def block_lines(value: Any, indent: str = "", offset: int = _STEP) -> list[str]:
    """A value in block style, one line an entry; short mappings without lists inside stay in braces within lists.

    Args:
        value: plain data.
        indent: the spaces before each line.
        offset: how much deeper than its key a list stands.
    """
    if isinstance(value, dict) and value:
        return [line for key, item in value.items() for line in _entry(key, item, indent, offset)]
    if isinstance(value, list) and value:
        return [line for item in value for line in item_lines(item, indent, offset)]
    return [f"{indent}{written(value)}"]


def item_lines(item: Any, indent: str, offset: int = _STEP) -> list[str]:
    """An item of a block list."""
    if not isinstance(item, dict) or not item or _is_small(item):
        return [f"{indent}- {written(item)}"]
    first, *more = block_lines(item, f"{indent}  ", offset)
    return [f"{indent}- {first.lstrip(' ')}", *more]


def _entry(key: str, item: Any, indent: str, offset: int) -> list[str]:
    name = f"{indent}{written(key)}:"
    if isinstance(item, list) and item and not _is_short(item):
        return [name, *block_lines(item, indent + " " * offset, offset)]
    if isinstance(item, dict) and item and not _is_small(item):
        return [name, *block_lines(item, f"{indent}  ", offset)]
    return [f"{name} {written(item)}"]


def _is_short(items: list[Any]) -> bool:
    """A list of single words, as of persona ids, stays on its line; prose has a line an item."""
    return all(isinstance(item, str) and " " not in item for item in items)


def _is_small(item: dict[str, Any]) -> bool:
    """An item with few plain values stands in braces, as in `{action: Calls, work: 12 min}`."""
    nested = any(isinstance(value, (dict, list)) for value in item.values())
    return not nested and "customer" not in item and "title" not in item and len(written(item)) <= 96  # noqa: PLR2004


def shifted(text: str, by: int) -> str:
    """Whole lines moved to the right, or to the left as far as they have spaces; line ends and blank lines stay."""
    out, at = [], 0
    for found in [*LINE_END.finditer(text), None]:
        end = found.start() if found else len(text)
        line = text[at:end]
        if by >= 0:
            out.append(" " * by + line if line.strip() else line)
        else:
            out.append(line[min(-by, len(line) - len(line.lstrip(" "))) :])
        if found:
            out.append(found[0])
            at = found.end()
    return "".join(out)
