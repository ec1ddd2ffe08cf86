"""From a document's data to the model, or to problems in our own words, each at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from blueprint_cli.findings import Problem, Severity
from blueprint_cli.language.slips import list_sign
from blueprint_cli.model.blueprint import Blueprint, Catalogue
from blueprint_cli.model.routes import tell_routes
from blueprint_cli.model.shape import model_route, part_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.findings import Route
    from blueprint_cli.source.document import Document

SCHEMA_ERROR, DUPLICATE_KEY, AMBIGUOUS = "BP002", "BP003", "BP007"

_SMALLEST = "the smallest file is `blueprint: 1`, `title: Late parcel` and a list of `steps:`; `blueprint new` writes one"


def validate(document: Document) -> tuple[Blueprint | Catalogue | None, list[Problem]]:
    """The model of a document, or None with the problems that stand in its way; what is merely odd is a problem, too.

    A document that starts with `catalog` is a catalogue, every other one a blueprint.
    """
    kind = kind_of(document)
    if not isinstance(document.data, dict):
        return None, [*_notes(document, kind), _no_mapping(document.data)]
    try:
        root = kind.model_validate(document.data)
    except ValidationError as error:
        from blueprint_cli.source.schema_errors import describe

        problems = describe(error, kind, document.data)
        return None, list(_merged(document, kind, problems))
    if document.torn:
        return None, list(_merged(document, kind, ()))
    tell_routes(root)
    return root, _notes(document, kind)


def kind_of(document: Document) -> type[Blueprint | Catalogue]:
    """Which of the two kinds of file it wants to be."""
    data = document.data
    return (
        Catalogue if isinstance(data, dict) and "catalog" in data and "blueprint" not in data else Blueprint
    )


def _no_mapping(data: Any) -> Problem:
    if data is None:
        return Problem("the file is empty", help=_SMALLEST, code=SCHEMA_ERROR)
    what = "a list" if isinstance(data, list) else "a single value"
    return Problem(f"the file holds {what}, not a blueprint", help=_SMALLEST, code=SCHEMA_ERROR)


def _notes(document: Document, kind: type[Blueprint | Catalogue]) -> list[Problem]:
    """The document's notes, with routes of the model in place of routes of the data."""
    return [note._replace(route=model_route(kind, document.data, note.route)) for note in document.notes]


def _is_unknown(kind: type[Blueprint | Catalogue], route: Route) -> bool:
    parent = part_at(kind, route[:-1])
    return parent is not None and route[-1] not in parent.fields_by_key()


def _merged(
    document: Document, kind: type[Blueprint | Catalogue], problems: Iterable[Problem]
) -> Iterable[Problem]:
    """One place, one finding: where the model refuses a value or an id that carries a note, the note speaks, as an error.

    Of a key that the format does not know nothing else is told.
    """
    refused: dict[Route, Problem] = {}
    others: list[Problem] = []
    told: set[Route] = set()
    lost: set[Route] = set()
    for problem in _beside_torn(document, problems):
        route = document.resolve(problem.route)
        noted = any(note.code == AMBIGUOUS and note.route == route for note in document.notes)
        if noted and problem.mark == "key" and _is_unknown(kind, problem.route):
            told.add(route)
            others.append(problem)
        elif noted and problem.mark in ("key", "value"):
            refused[route] = problem
        elif noted and problem.mark == "item":  # `title: #5 lost`: it is there, but a comment
            lost.add(route)
        else:
            others.append(problem)
    slips = _slips(document, others)
    for note, own in zip(_notes(document, kind), document.notes, strict=True):
        if (note.code, own.route) in slips:
            continue
        refusal = refused.get(own.route) if note.code == AMBIGUOUS else None
        if note.code == AMBIGUOUS and own.route in lost:
            yield note._replace(severity=Severity.ERROR)
        elif refusal is None and not (note.code == AMBIGUOUS and own.route in told):
            yield note
        elif refusal is not None and own.route not in told:
            told.add(own.route)
            yield note._replace(
                severity=Severity.ERROR,
                message=refusal.message,
                help=refusal.help or note.help,
                remedy=refusal.remedy,
            )
    yield from others


def _beside_torn(document: Document, problems: Iterable[Problem]) -> Iterable[Problem]:
    """The problems that do not follow from a figure torn at its decimal comma."""
    torn = {*document.torn, *(document.notes[index].route for index in document.torn.values())}
    boxes = {key[:-1] for key in document.torn}
    for problem in problems:
        route = document.resolve(problem.route)
        if route not in torn and not (problem.mark == "value" and route in boxes):
            yield problem


def _slips(document: Document, problems: Iterable[Problem]) -> set[tuple[str, Route]]:
    """What is not told of keys that are items of a list behind another sign: `– customer:` may stand there twice."""
    keys = (problem.route for problem in problems if problem.mark == "key")
    return {(DUPLICATE_KEY, document.resolve(route)) for route in keys if list_sign(str(route[-1]))}
