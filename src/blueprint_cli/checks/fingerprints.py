"""A finding's identity that stays when lines move: file, rule, and a route without positions."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Any

from blueprint_cli.model.keys import ENTRY_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.findings import Finding, Route

_DIGITS, _TEXT_DIGITS = 16, 8


def fingerprint(file: str, code: str, logical: tuple[str, str]) -> str:
    """16 hexadecimal digits of SHA-256 over the file's path, the code, the stable route and what tells two findings there apart."""
    return _digits_of(file, code, *logical)


def told_apart(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, in their order, with fingerprints that differ: a second one of the same gets its number mixed in."""
    seen: dict[str, int] = {}
    found: list[Finding] = []
    for finding in findings:
        number = seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
        twin = _digits_of(finding.fingerprint, str(number)) if number > 1 else finding.fingerprint
        found.append(finding if number == 1 else finding._replace(fingerprint=twin))
    return found


def _digits_of(*parts: str) -> str:
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "backslashreplace")
        digest.update(f"{len(raw)}:".encode() + raw)
    return digest.hexdigest()[:_DIGITS]


class StableRoutes:
    """The stable routes of one document; what the items of a list are called is worked out once."""

    def __init__(self, data: Any) -> None:
        self._data = data
        self._labels: dict[int, tuple[str, ...]] = {}

    def of(self, route: Route) -> str:
        """The address of a route with 8 digits of the item's main text in place of its position, `#2` for a second equal one."""
        said, here = "", self._data
        for depth, part in enumerate(route):
            parent = here
            here = _step_down(here, part)
            if isinstance(part, int):
                said += f"[{self._label(parent, part, here)}]"
            elif depth and route[depth - 1] in ENTRY_KEYS:
                said += f"[{part}]"
            else:
                said += f".{part}" if said else str(part)
        return said

    def _label(self, parent: Any, index: int, item: Any) -> str:
        if not isinstance(parent, list) or index >= len(parent):
            return _name(item) or _digits(_main_text(item))
        # The document keeps its data alive, so no other list can take over this one's identity.
        if id(parent) not in self._labels:
            self._labels[id(parent)] = _labels_of(parent)
        return self._labels[id(parent)][index]


def _labels_of(items: list[Any]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    found = []
    for item in items:
        text = _main_text(item)
        seen[text] += 1
        twin = f"#{seen[text]}" if seen[text] > 1 else ""
        found.append(_name(item) or f"{_digits(text)}{twin}")
    return tuple(found)


def _name(item: Any) -> str:
    return str(item["id"]) if isinstance(item, dict) and isinstance(item.get("id"), str) else ""


def _digits(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:_TEXT_DIGITS]


def _step_down(here: Any, part: str | int) -> Any:
    if isinstance(here, list):
        return here[part] if isinstance(part, int) and part < len(here) else None
    if isinstance(part, int):
        return here
    return here.get(part) if isinstance(here, dict) else None


# What an item is called, before what else it may say; a step is its customer's action.
_MAIN_KEYS = ("action", "customer", "name", "text", "what", "to", "system", "title", "value")


def _main_text(item: Any) -> str:
    """What an item says: itself, its main field, or else its first text, wherever that stands."""
    while isinstance(item, (dict, list)) and item:
        if isinstance(item, dict):
            main = next((item[key] for key in _MAIN_KEYS if item.get(key) is not None), None)
            inner = list(item.values())
            item = main or next((value for value in inner if isinstance(value, str)), inner[0])
        else:
            item = item[0]
    return str(item)
