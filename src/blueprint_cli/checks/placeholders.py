"""Placeholders: content that a person still has to give. `--fix --unsafe-fixes` puts one in, which is no finding any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.findings import Change, Remedy
from blueprint_cli.language.nobody import stands_for_nobody
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.fields import slug
from blueprint_cli.model.word_lists import UNKNOWN_OWNER

if TYPE_CHECKING:
    from blueprint_cli.findings import Route
    from blueprint_cli.model.directory import Directory
    from blueprint_cli.model.part import Part

NAME_IT = "name the team that answers for it, or write `unknown` where you asked and nobody does"
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


def in_place_of_an_owner(root: Directory, owner: str | None) -> str:
    """The placeholder that stands in place of an owner, as it is written; empty where there is a name, or nothing.

    Where teams are declared, a word that is none of them is an unknown reference (BP005), and told as such. What our own
    fix writes was asked for: it is left to be searched for.
    """
    if owner is None or owner == UNKNOWN_OWNER or (root.teams and owner not in root.teams):
        return ""
    name = root.teams[owner].name if root.teams else owner
    return name if name != OWNER and stands_for_nobody(name) else ""


def declaration(root: Directory, kind: str, word: str) -> Remedy | None:
    """Declare a team, system or persona under its id; None where the word is no id."""
    if not isinstance(root, Blueprint) or slug(word) != word:
        return None
    name = word.replace("-", " ").capitalize()
    return Remedy(
        f"declare the {kind} {word}", (Change("add", (f"{kind}s",), key=word, value=name),), safe=False
    )
