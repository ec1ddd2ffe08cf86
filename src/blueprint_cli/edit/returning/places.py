"""Where the parts of a sound file stand, told from its plain data: for most imports that is all there is to know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from blueprint_cli.edit.splicing.data import items_of
from blueprint_cli.model.keys import ENTRY_KEYS, KEYS_WITH_IDS, MAIN_FIELDS
from blueprint_cli.workbook.anchors import CARD_LANES

if TYPE_CHECKING:
    from blueprint_cli.findings import Route

_LEVEL = re.compile(r"\.?(?P<key>[a-z_]+)\[(?P<label>[^\]]*)\]")


class Places:
    """Addresses and the routes that they lead to in the model; the same as the model's own parts tell."""

    def __init__(self, data: Any) -> None:
        """Take the data of a file that is known to be sound."""
        self._known: dict[str, tuple[Route, Any]] = {"": ((), data)}
        self._opened: set[tuple[str, str]] = set()

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

    def cards(self) -> set[str]:
        """The addresses of all steps and their cards: to find them at once is quicker than to ask for each."""
        found: set[str] = set()
        for place, step in enumerate(items_of(self.written("", "steps"))):
            at = f"steps[{_id_of('steps', step) or place}]"
            found.add(at)
            for lane in CARD_LANES if isinstance(step, dict) else ():
                items = items_of(step.get(lane))
                found.update([f"{at}.{lane}[{_id_of(lane, item) or row}]" for row, item in enumerate(items)])
        return found

    def _find(self, address: str) -> tuple[Route, Any] | None:
        found = self._known.get(address)
        if found is not None:
            return found
        cut = max(address.rfind("].") + 1, 0)
        level = _LEVEL.fullmatch(address, cut)
        if level is None or (address[:cut], level["key"]) in self._opened:
            return None
        self._open(address[:cut], level["key"])
        return self._known.get(address)

    def _open(self, owner: str, key: str) -> None:
        """Find out the addresses of all that stands under a key of a part: ids where there are ids, else positions."""
        self._opened.add((owner, key))
        found = self._find(owner)
        if found is None:
            return
        self._keep(owner, found[0], key, self.written(owner, key))
        for other, inside in found[1].items() if isinstance(found[1], dict) else ():
            if isinstance(inside, list) and other not in ENTRY_KEYS and (owner, other) not in self._opened:
                self._opened.add((owner, other))  # who asks for one of them asks for the others, too
                self._keep(owner, found[0], other, inside)

    def _keep(self, owner: str, route: Route, key: str, inside: Any) -> None:
        head = f"{owner}.{key}" if owner else key
        if key in ENTRY_KEYS:
            entries = inside.items() if isinstance(inside, dict) else ()
            named = [(name, name, entry) for name, entry in entries if entry is not None]
        else:
            named = [(_id_of(key, item) or place, place, item) for place, item in enumerate(items_of(inside))]
        for label, place, item in named:
            self._known[f"{head}[{label}]"] = ((*route, key, place), item)


def _id_of(key: str, item: Any) -> str:
    if key not in KEYS_WITH_IDS:
        return ""
    if isinstance(item, dict):
        return str(item.get("id") or "")
    return str(item) if MAIN_FIELDS.get(key) == "id" else ""
