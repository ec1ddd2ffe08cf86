"""Where the parts of a sound file stand, told from its plain data: for most imports that is all there is to know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from blueprint_cli.edit.splicing.data import items_of
from blueprint_cli.model.keys import ENTRY_KEYS, KEYS_WITH_IDS, MAIN_FIELDS

if TYPE_CHECKING:
    from blueprint_cli.findings import Route

_LEVEL = re.compile(r"\.?(?P<key>[a-z_]+)\[(?P<label>[^\]]*)\]")


class Places:
    """Addresses and the routes that they lead to in the model; the same as the model's own parts tell."""

    def __init__(self, data: Any) -> None:
        """Take the data of a file that is known to be sound."""
        self.data = data
        self._known: dict[str, tuple[Route, Any] | None] = {"": ((), data)}
        self._indexes: dict[Route, dict[str, int]] = {}

    def __contains__(self, address: str) -> bool:
        return self._find(address) is not None

    def route(self, address: str) -> Route | None:
        """The route of the part with an address; None where there is none."""
        found = self._find(address)
        return found[0] if found is not None else None

    def written(self, address: str, key: str) -> Any:
        """What the part with an address says under a key, None where nothing stands there.

        A bare value is what its main field says.
        """
        found = self._find(address)
        if found is None:
            return None
        route, here = found
        if isinstance(here, dict):
            return here.get(key)
        return here if route and MAIN_FIELDS.get(str(route[-2])) == key else None

    def _find(self, address: str) -> tuple[Route, Any] | None:
        if address not in self._known:
            self._known[address] = self._led(address)
        return self._known[address]

    def _led(self, address: str) -> tuple[Route, Any] | None:
        cut = max(address.rfind("].") + 1, 0)
        level = _LEVEL.fullmatch(address, cut)
        parent = self._find(address[:cut]) if level is not None else None
        if level is None or parent is None:
            return None
        route, key, label = parent[0], level["key"], level["label"]
        inside = self.written(address[:cut], key)
        if key in ENTRY_KEYS:
            entry = inside.get(label) if isinstance(inside, dict) else None
            return None if entry is None else ((*route, key, label), entry)
        items = items_of(inside)
        index = self._index((*route, key), items).get(label)
        return None if index is None else ((*route, key, index), items[index])

    def _index(self, route: Route, items: list[Any]) -> dict[str, int]:
        """The positions of the items under a key by what an address calls them: their ids, else the positions."""
        if route not in self._indexes:
            ids = [_id_of(str(route[-1]), item) for item in items]
            self._indexes[route] = {name or str(place): place for place, name in enumerate(ids)}
        return self._indexes[route]


def _id_of(key: str, item: Any) -> str:
    if key not in KEYS_WITH_IDS:
        return ""
    if isinstance(item, dict):
        return str(item.get("id") or "")
    return str(item) if MAIN_FIELDS.get(key) == "id" else ""
