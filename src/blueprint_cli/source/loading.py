"""From a path to a blueprint with its catalogues, or to the problems that stand in the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from blueprint_cli.errors import BlueprintError
from blueprint_cli.findings import Problem, Severity
from blueprint_cli.language.spelling import closest
from blueprint_cli.model.blueprint import Blueprint, Catalogue
from blueprint_cli.model.routes import tell_routes
from blueprint_cli.source.reading import Unreadable, read, read_bytes
from blueprint_cli.source.validation import validate

if TYPE_CHECKING:
    from collections.abc import Callable

    from blueprint_cli.source.document import Document

DUPLICATE_ID, UNKNOWN_REFERENCE = "BP004", "BP005"
_SHARED = ("teams", "systems", "personas", "channels", "calendars")


@dataclass(frozen=True)
class Source:
    """One file as far as it could be read.

    Attributes:
        document: the text and its places.
        root: the model, a blueprint with its catalogues' entries merged in; None when the file does not pass.
        problems: what the loading found in this file itself.
        catalogues: the catalogues that it names and that could be read, in that order.
    """

    document: Document
    root: Blueprint | Catalogue | None
    problems: tuple[Problem, ...] = ()
    catalogues: tuple[Source, ...] = ()

    @property
    def sound(self) -> bool:
        """True when the model stands and nothing about it is an error."""
        errors = (problem for problem in self.problems if problem.severity in (None, Severity.ERROR))
        return self.root is not None and next(errors, None) is None


@dataclass
class Shelf:
    """The catalogues read so far: many blueprints share one, and it is read and reported once."""

    sources: dict[Path, Source] = field(default_factory=dict)
    reader: Callable[[Path], Document] = read
    """Where their text comes from: the disk, or a revision of git."""

    def take(self, path: Path, name: str) -> Source:
        """The catalogue at a path, read at most once.

        Raises:
            BlueprintError: there is no such file, or it cannot be read.
        """
        place = path.resolve()
        if place not in self.sources:
            source = _read_file(path, name, self.reader)
            if source.root is not None:
                tell_routes(source.root, catalogue=name)
            self.sources[place] = source
        return self.sources[place]


def load(path: Path, shelf: Shelf | None = None) -> Source:
    """Read a blueprint or a catalogue; everything about the file's content is a problem, nothing raises.

    Raises:
        BlueprintError: there is no such file, or it cannot be read.
    """
    return _with_catalogues(_read_file(path, path.as_posix()), path.parent, shelf or Shelf())


def load_bytes(raw: bytes, name: str, folder: Path, shelf: Shelf | None = None) -> Source:
    """Read a blueprint from bytes, as from standard input; catalogues are looked for from `folder`."""
    try:
        source = _validated(read_bytes(raw, name))
    except Unreadable as error:
        source = Source(error.document, None, (error.problem,))
    return _with_catalogues(source, folder, shelf or Shelf())


def load_document(document: Document, folder: Path, shelf: Shelf | None = None) -> Source:
    """The blueprint of a text that has been read already; catalogues are looked for from `folder`."""
    return _with_catalogues(_validated(document), folder, shelf or Shelf())


def _read_file(path: Path, name: str, reader: Callable[[Path], Document] = read) -> Source:
    try:
        document = reader(path)
    except Unreadable as error:
        return Source(error.document, None, (error.problem,))
    document.path = name
    return _validated(document)


def _validated(document: Document) -> Source:
    root, problems = validate(document)
    return Source(document, root, tuple(problems))


def _with_catalogues(source: Source, folder: Path, shelf: Shelf) -> Source:
    root = source.root
    if not isinstance(root, Blueprint) or not root.catalogs:
        return source
    problems = list(source.problems)
    found: list[tuple[int, Source, Catalogue]] = []
    for index, name in enumerate(root.catalogs):
        taken = _catalogue(shelf, folder, name)
        if isinstance(taken, Problem):
            problems.append(_at(taken, index))
        elif isinstance(taken.root, Catalogue):
            problems += [_at(problem, index) for problem in _clashes(name, taken.root, root.catalogs, found)]
            found.append((index, taken, taken.root))
        else:
            problems.append(_at(_unusable(name, taken), index))
    merged = root.model_copy(update={key: _merged(root, key, found) for key in _SHARED})
    if len(found) < len(root.catalogs):
        merged.miss_catalogue()
    return Source(source.document, merged, tuple(problems), tuple(taken for _, taken, _ in found))


def _at(problem: Problem, index: int) -> Problem:
    return Problem(problem.message, ("catalogs", index), problem.help, code=problem.code)


def _catalogue(shelf: Shelf, folder: Path, name: str) -> Source | Problem:
    path = folder / name
    try:
        return shelf.take(path, path.as_posix())
    except BlueprintError:
        near = closest(name, _catalogue_names(folder, name))
        help_line = f"did you mean {near}?" if near else "the path is relative to this file"
        return Problem(
            f"there is no catalogue '{name}' that can be read", help=help_line, code=UNKNOWN_REFERENCE
        )


def _catalogue_names(folder: Path, name: str) -> list[str]:
    parent = Path(name).parent
    try:
        found = sorted(
            entry.name for entry in (folder / parent).iterdir() if entry.suffix in (".yaml", ".yml")
        )
    except OSError:
        return []
    return [(parent / entry).as_posix() for entry in found]


def _unusable(name: str, taken: Source) -> Problem:
    if taken.root is not None:
        return Problem(
            f"'{name}' is a blueprint, not a catalogue",
            help="a catalogue starts with `catalog: 1`",
            code=UNKNOWN_REFERENCE,
        )
    first = taken.problems[0]
    return Problem(
        f"the catalogue '{name}' cannot be used: {first.message}",
        help="mend the catalogue first",
        code=UNKNOWN_REFERENCE,
    )


def _clashes(
    name: str, entries: Catalogue, names: tuple[str, ...], found: list[tuple[int, Source, Catalogue]]
) -> list[Problem]:
    return [
        Problem(
            f"'{entry}' is declared in {key} of both '{names[index]}' and '{name}'",
            help="keep it in one of the two catalogues",
            code=DUPLICATE_ID,
        )
        for index, _, earlier in found
        for key in _SHARED
        for entry in getattr(entries, key)
        if entry in getattr(earlier, key)
    ]


def _merged(root: Blueprint, key: str, found: list[tuple[int, Source, Catalogue]]) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for _, _, catalogue in found:
        merged.update({name: entry for name, entry in getattr(catalogue, key).items() if name not in merged})
    return {**merged, **getattr(root, key)}
