"""A broken version as far as it can be read: what the model refuses is left out, one value at a time."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.source.document import Document
from blueprint_cli.source.validation import validate

if TYPE_CHECKING:
    from blueprint_cli.findings import Route

_MOST_ROUNDS = 200


def salvage(document: Document) -> Blueprint | None:
    """The blueprint that is left when every refused value is taken out; None when nothing is."""
    data = copy.deepcopy(document.data)
    for _ in range(_MOST_ROUNDS):
        if not isinstance(data, dict):
            return None
        trial = Document(document.text, document.path, data, dict(document.spans))
        root, problems = validate(trial)
        if root is not None:
            return root if isinstance(root, Blueprint) else None
        routes = {trial.resolve(problem.route) for problem in problems if problem.code != "BP003"}
        if () in routes and not _completed(data):
            return None
        for route in sorted(routes - {()}, key=repr, reverse=True):
            _take_out(data, route)
    return None


def _completed(data: dict[str, Any]) -> bool:
    """Put in the two keys without which nothing is a blueprint; False when that does not help."""
    missing = {"blueprint": 1, "title": "?"}
    fresh = {key: value for key, value in missing.items() if data.get(key) is None}
    data.update(fresh)
    return bool(fresh)


def _take_out(data: Any, route: Route) -> None:
    for part in route[:-1]:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return
    last = route[-1]
    if isinstance(data, dict):
        data.pop(last, None)
    elif isinstance(data, list) and isinstance(last, int) and last < len(data):
        del data[last]
