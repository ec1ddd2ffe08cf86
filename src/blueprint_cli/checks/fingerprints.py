"""A finding's identity that stays when lines move: file, rule, and a route without positions."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from blueprint_cli.model.routes import ENTRY_KEYS

if TYPE_CHECKING:
    from blueprint_cli.findings import Route

_DIGITS, _TEXT_DIGITS = 16, 8


def fingerprint(file: str, code: str, route: Route, data: Any, message: str = "") -> str:
    """16 hexadecimal digits of SHA-256 over the file's path, the code, the stable route and what tells two findings there apart."""
    parts = (file, code, stable_route(route, data), message)
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "backslashreplace")
        digest.update(f"{len(raw)}:".encode() + raw)
    return digest.hexdigest()[:_DIGITS]


def stable_route(route: Route, data: Any) -> str:
    """The address of a route with 8 digits of the item's main text in place of its position, `#2` for a second equal one."""
    said, here = "", data
    for depth, part in enumerate(route):
        parent = here
        here = _step_down(here, part)
        if isinstance(part, int):
            said += f"[{_label(parent, part, here)}]"
        elif depth and route[depth - 1] in ENTRY_KEYS:
            said += f"[{part}]"
        else:
            said += f".{part}" if said else str(part)
    return said


def _step_down(here: Any, part: str | int) -> Any:
    if isinstance(here, list):
        return here[part] if isinstance(part, int) and part < len(here) else None
    if isinstance(part, int):
        return here
    return here.get(part) if isinstance(here, dict) else None


def _label(parent: Any, index: int, item: Any) -> str:
    if isinstance(item, dict) and isinstance(item.get("id"), str):
        return str(item["id"])
    text = _main_text(item)
    digits = hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:_TEXT_DIGITS]
    twins = sum(1 for other in parent[:index] if _main_text(other) == text) if isinstance(parent, list) else 0
    return f"{digits}#{twins + 1}" if twins else digits


def _main_text(item: Any) -> str:
    """What an item says: itself, or its first text, wherever that stands."""
    while isinstance(item, (dict, list)) and item:
        inner = list(item.values()) if isinstance(item, dict) else item
        item = next((value for value in inner if isinstance(value, str)), inner[0])
    return str(item)
