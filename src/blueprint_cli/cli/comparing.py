"""Which two versions `blueprint diff` compares: two files, a file and its past, a to-be map and what it replaces, a whole tree."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_cli.cli.maps import FILE_ERRORS, STANDARD_INPUT, TIME_ERRORS, only_for, read_source
from blueprint_cli.cli.paths import ENDINGS, blueprint_files
from blueprint_cli.cli.terminal import with_progress
from blueprint_cli.errors import BlueprintError
from blueprint_cli.model.blueprint import Blueprint, Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blueprint_cli.analysis.differences.change import Change, Topic
    from blueprint_cli.analysis.differences.figures import Figure
    from blueprint_cli.analysis.differences.outcome import Compared, Outcome
    from blueprint_cli.findings import Finding
    from blueprint_cli.source.loading import Source
    from blueprint_cli.source.revisions import Revision


@dataclass(frozen=True)
class Asked:
    """What the command line asks for.

    Attributes:
        paths: none, one or two.
        base: a revision, or None.
        topics: only changes about these; all without any.
        persona: one variant, or None.
        stdin_filename: the name of standard input.
    """

    paths: tuple[str, ...]
    base: str | None
    topics: tuple[Topic, ...]
    persona: str | None
    stdin_filename: str


class Versions:
    """The comparison on its way.

    Attributes:
        broken: the findings of versions that could be compared in part only.
        untimed: versions that have no figures, by their identity.
        whole_tree: whether catalogues are compared themselves: the maps that use them do not tell it again.
    """

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.broken: list[tuple[str, tuple[Finding, ...]]] = []
        self.untimed: set[int] = set()
        self.whole_tree = False

    def outcome(self) -> Outcome:
        """Read both sides and compare them.

        Raises:
            BlueprintError: there is nothing to compare with, or it cannot be read.
        """
        from blueprint_cli.analysis.differences.outcome import Outcome

        paths, base = self.asked.paths, self.asked.base
        if paths.count(STANDARD_INPUT) > 1:
            raise BlueprintError(
                "standard input can be one of the two maps only", "name a file for the other"
            )
        if base is None:
            return Outcome(tuple(self._two_files(paths)))
        if len(paths) > 1:
            raise BlueprintError("two files and --base are too much", "name one file, or leave --base out")
        if paths and not Path(paths[0]).is_dir():
            return Outcome(tuple(self._with_past(paths[0], base)))
        return Outcome(tuple(self._tree(Path(paths[0] if paths else "."), base)), base)

    def _two_files(self, paths: Sequence[str]) -> Iterator[Compared]:
        if not paths:
            raise BlueprintError(
                "there is nothing to compare", "name two files, or a revision with --base HEAD"
            )
        new = self._read(paths[-1])
        old = self._read(paths[0] if len(paths) > 1 else self._replaced(new, paths[0]))
        found = self._compared(old, new)
        yield from [found] if found else []

    def _replaced(self, new: Source, path: str) -> str:
        root = new.root
        replaces = root.replaces if isinstance(root, Blueprint) else None
        if replaces is None:
            raise BlueprintError(
                f"{path} names no map that it replaces", "name a second file, or a revision with --base HEAD"
            )
        folder = Path(self.asked.stdin_filename if path == STANDARD_INPUT else path).parent
        return (folder / replaces).as_posix()

    def _with_past(self, path: str, base: str) -> Iterator[Compared]:
        from blueprint_cli.source.revisions import revision_around

        new = self._read(path)
        file = Path((self.asked.stdin_filename or ".") if path == STANDARD_INPUT else path)
        revision = revision_around(file.parent, base)
        then = revision.name_then(file)
        found = self._compared(revision.load(then) if then else None, new)
        yield from [found] if found else []

    def _tree(self, folder: Path, base: str) -> Iterator[Compared]:
        from blueprint_cli.source.revisions import revision_around
        from blueprint_cli.source.settings import find_settings

        self.whole_tree = True
        revision = revision_around(folder, base)
        files = blueprint_files([folder.as_posix()], find_settings)
        changed = revision.changed
        came_from = set()
        for file in with_progress(files, len(files), "comparing"):
            path = revision.path_in_tree(Path(file))
            if path in changed:
                then = revision.name_then(Path(file))
                came_from.add(then)
                found = self._compared(revision.load(then) if then else None, self._read(file))
                yield from [found] if found else []
        yield from self._gone(revision, folder, came_from)

    def _gone(self, revision: Revision, folder: Path, came_from: set[str | None]) -> Iterator[Compared]:
        root = revision.git.root
        below = folder.resolve()
        for path in sorted(revision.paths):
            place = root / path
            theirs = path.endswith(ENDINGS) and place.is_relative_to(below)
            if theirs and path not in came_from and not place.exists():
                found = self._compared(revision.load(path), None)
                yield from [found] if found else []

    def _read(self, path: str) -> Source:
        return read_source(path, self.asked.stdin_filename)

    def _compared(self, old: Source | None, new: Source | None) -> Compared | None:
        """The comparison of two versions, None where nothing of one can be read."""
        from blueprint_cli.analysis.differences.comparing import compare
        from blueprint_cli.analysis.differences.outcome import Compared, about

        names = old.document.path if old else "", new.document.path if new else ""
        maps = [None if source is None else self._map(source) for source in (old, new)]
        before, after = maps
        if (old is not None and before is None) or (new is not None and after is None):
            return None
        if before is None or after is None:
            some = after or before
            return None if some is None else self._lone(names, some, new=after is not None)
        comparison = compare(before, after)
        changes = [
            change
            for change in comparison.changes
            if not _is_bookkeeping(change, old, new) and not (self.whole_tree and _is_shared(change))
        ]
        return Compared(
            *names, comparison, about(changes, self.asked.topics), self._figures(old, new, before, after)
        )

    def _lone(self, names: tuple[str, str], blueprint: Blueprint, *, new: bool) -> Compared:
        from blueprint_cli.analysis.differences.outcome import Compared, lone

        comparison = lone(blueprint, new=new)
        return Compared(*names, comparison, comparison.changes)

    def _map(self, source: Source) -> Blueprint | None:
        from blueprint_cli.checks.checking import errors_among

        found_errors = errors_among(source, (*FILE_ERRORS, *TIME_ERRORS))
        errors = tuple(finding for finding in found_errors if finding.code in FILE_ERRORS)
        if errors:
            self.broken.append((source.document.path, errors))
        if found_errors:
            self.untimed.add(id(source))
        found = as_map(source)
        return None if found is None else only_for(found, self.asked.persona)

    def _figures(
        self, old: Source | None, new: Source | None, before: Blueprint, after: Blueprint
    ) -> tuple[Figure, ...]:
        from blueprint_cli.analysis.differences.figures import figures

        for source in (old, new):
            if source is None or not isinstance(source.root, Blueprint) or id(source) in self.untimed:
                return ()
        return figures(_one_journey(before), _one_journey(after))


def _is_bookkeeping(change: Change, old: Source | None, new: Source | None) -> bool:
    """That a map names the very one which it is compared with, as the map that it replaces, is no difference."""
    if change.field != "replaces" or old is None or new is None:
        return False
    pairs = ((new, change.new, old), (old, change.old, new))
    return any(
        named and (Path(source.document.path).parent / named).resolve() == Path(other.document.path).resolve()
        for source, named, other in pairs
    )


def _is_shared(change: Change) -> bool:
    """Whether it happened to an entry of a catalogue."""
    same = change.same
    return bool(same.newest.catalogue or (same.holder is not None and same.holder.newest.catalogue))


def as_map(source: Source) -> Blueprint | None:
    """A file as a map as far as it can be read, a catalogue as one without steps; None where nothing can be."""
    from blueprint_cli.source.salvage import salvage

    root = source.root
    if isinstance(root, Catalogue):
        keys = ("teams", "systems", "personas", "channels", "calendars")
        entries = {key: getattr(root, key) for key in keys}
        return Blueprint.model_construct(blueprint=1, title=root.title, note=root.note, steps=(), **entries)
    return root if isinstance(root, Blueprint) else salvage(source.document)


def _one_journey(blueprint: Blueprint) -> Blueprint:
    """The variant of the first persona, where the map has variants: times belong to one journey."""
    from blueprint_cli.model.variants import has_variants

    if not blueprint.persona or not has_variants(blueprint):
        return blueprint
    return only_for(blueprint, blueprint.persona[0])
