"""Placeholders that `--fix --unsafe-fixes` puts in: content that a person still has to give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Change, Remedy
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.fields import slug

if TYPE_CHECKING:
    from blueprint_cli.findings import Route
    from blueprint_cli.model.directory import Directory
    from blueprint_cli.model.part import Part

OWNER, OWNER_ID = "TODO", "todo"


def owner_placeholder(root: Directory, part: Part) -> Remedy:
    """`owner: TODO`; where teams are declared, a team of that name is declared with it."""
    route: Route = part.route
    if not root.teams:
        return Remedy("write `owner: TODO`", (Change("add", route, key="owner", value=OWNER),), safe=False)
    owner = Change("add", route, key="owner", value=OWNER_ID)
    if OWNER_ID in root.teams:
        return Remedy("write `owner: todo`", (owner,), safe=False)
    declare = Change("add", ("teams",), key=OWNER_ID, value=OWNER)
    return Remedy("write `owner: todo` and declare that team", (declare, owner), safe=False)


def declaration(root: Directory, kind: str, word: str) -> Remedy | None:
    """Declare a team, system or persona under its id; None where the word is no id."""
    if not isinstance(root, Blueprint) or slug(word) != word:
        return None
    name = word.replace("-", " ").capitalize()
    return Remedy(
        f"declare the {kind} {word}", (Change("add", (f"{kind}s",), key=word, value=name),), safe=False
    )
