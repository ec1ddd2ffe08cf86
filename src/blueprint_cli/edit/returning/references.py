"""What refers to cards and steps that a client took out: it goes with them, or keeps them where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.workbook.returning.outline import id_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blueprint_cli.edit.returning.planning import Planned, Sides
    from blueprint_cli.findings import Route
    from blueprint_cli.model.blueprint import Blueprint


class Reference(NamedTuple):
    """A place that names a card or a step by its id.

    Attributes:
        at: its address, for people.
        name: the id.
        route: the list that it stands in; the very place of a span's end.
        why: why it cannot go, in words; empty for one that can.
    """

    at: str
    name: str
    route: Route
    why: str = ""


def referring(sides: Sides, gone: Sequence[str]) -> list[Reference]:
    """References to the parts at these addresses, from parts that stay."""
    ids = {id_in(at) for at in gone} - {""}
    leaving = [f"{at}." for at in sides.leaving]
    return [
        found
        for found in _references(sides.blueprint.whole)
        if found.name in ids and not any(found.at.startswith(at) for at in leaving)
    ]


def with_references(planned: Planned, found: Sequence[Reference]) -> Planned:
    """A removal that waits for a decision, since others refer to what goes; without a way where one of them cannot go."""
    if not found:
        return planned
    listed = ", ".join(dict.fromkeys(reference.at for reference in found))
    verb = "refers" if len({reference.at for reference in found}) == 1 else "refer"
    stays = next((reference for reference in found if reference.why), None)
    if stays is not None:
        why = f"{listed} {verb} to it; {stays.why}"
        return planned.without_a_way(why, "change that by hand first")
    take = f"--theirs, or --take '{planned.revision.name}=theirs', takes that out, too"
    return planned.with_state("undecided", f"{listed} {verb} to it", take)


def _references(blueprint: Blueprint) -> Iterator[Reference]:
    for span in blueprint.spans:
        for key, name, does in (("from", span.from_, "begins"), ("to", span.to, "ends")):
            if name:
                yield Reference(f"{span.at}.{key}", name, (*span.route, key), f"the span {does} there")
    for step in blueprint.steps:
        for way in step.next or ():
            share = "" if way.probability is None else "its share would be missing"
            yield Reference(f"{step.at}.next", way.to, (*step.route, "next"), share)
    for _, _, action in blueprint.actions():
        for entry in action.after or ():
            yield Reference(f"{action.at}.after", entry.id, (*action.route, "after"))
        for name in action.serves:
            yield Reference(f"{action.at}.serves", name, (*action.route, "serves"))
