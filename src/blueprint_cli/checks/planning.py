"""The plan of each file: its settings, what they say about some files, and the command line."""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.checks.plan import Plan, Wishes, plan
from blueprint_cli.checks.rule import RuleBook, own_rules
from blueprint_cli.source.settings import BASELINE_NAME, find_settings, read_settings, repository_root

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from blueprint_cli.source.settings import SettingsFile

NO_SETTINGS = "the defaults"


@dataclass(frozen=True)
class FilePlan:
    """How one file is checked.

    Attributes:
        plan: which rules speak.
        settings: the settings file that holds for it, or None.
        baseline: where its accepted findings stand or would stand.
        identity: its name relative to the baseline, which fingerprints rest on.
        in_repository: its name relative to the root of its repository, which code hosts go by.
    """

    plan: Plan
    settings: SettingsFile | None
    baseline: Path
    identity: str
    in_repository: str


class _Folder(NamedTuple):
    """What the files of one folder share; `identity` and `in_repository` stand before their names."""

    settings: SettingsFile | None
    baseline: Path
    identity: str
    in_repository: str


@dataclass
class Planner:
    """Plans for many files; what several share is worked out once.

    Attributes:
        command_line: what the command line says; the strongest layer.
        config: the one settings file for all, instead of the closest above each.
        isolated: no settings at all.
        baseline: one baseline for all, instead of that beside the settings.
        today: the day that freshness is judged by.
    """

    command_line: Wishes = field(default_factory=Wishes)
    config: Path | None = None
    isolated: bool = False
    baseline: Path | None = None
    today: date | None = None
    _folders: dict[str, _Folder] = field(default_factory=dict)
    _plans: dict[tuple[str, tuple[str, ...], Path], Plan] = field(default_factory=dict)
    _books: dict[str, RuleBook] = field(default_factory=dict)

    def for_file(self, path: Path) -> FilePlan:
        """The plan of the file at a path, whether it exists or not.

        Raises:
            BlueprintError: settings cannot be read, or name what there is not.
        """
        folder = str(path.parent)
        if folder not in self._folders:
            self._folders[folder] = self._folder(path.parent)
        here = self._folders[folder]
        return FilePlan(
            self._plan(here.settings, path, here.baseline),
            here.settings,
            here.baseline,
            posixpath.join(here.identity, path.name),
            posixpath.join(here.in_repository, path.name),
        )

    def _folder(self, folder: Path) -> _Folder:
        settings = self.settings_of(folder)
        baseline = self._baseline_of(settings, folder)
        root = repository_root(folder)
        in_repository = _below(folder, root) if root else "" if folder == Path() else folder.as_posix()
        return _Folder(settings, baseline, _below(folder, baseline.parent), in_repository)

    def settings_of(self, folder: Path) -> SettingsFile | None:
        """The settings that hold in a folder, or None."""
        if self.isolated:
            return None
        return read_settings(self.config.resolve()) if self.config else find_settings(folder)

    def book_of(self, settings: SettingsFile | None) -> RuleBook:
        """Our rules and those that the settings add."""
        name = settings.name if settings else ""
        if name not in self._books:
            self._books[name] = _book(settings.layers() if settings else ())
        return self._books[name]

    def _baseline_of(self, settings: SettingsFile | None, folder: Path) -> Path:
        if self.baseline is not None:
            return self.baseline.resolve()
        for layer in reversed(settings.layers() if settings else ()):
            if "baseline" in layer.lint:
                return (layer.folder / str(layer.lint["baseline"])).resolve()
        return _home(settings, folder) / BASELINE_NAME

    def _plan(self, settings: SettingsFile | None, path: Path, baseline: Path) -> Plan:
        layers = settings.layers() if settings else ()
        matched = tuple(_per_file(layers, path))
        key = (settings.name if settings else "", matched, baseline)
        if key not in self._plans:
            wishes = [_wishes(layer) for layer in layers]
            wishes.append(Wishes(ignore=matched, said_in=settings.name if settings else NO_SETTINGS))
            wishes.append(self.command_line)
            self._plans[key] = plan(
                wishes, self.book_of(settings), self.today, keep_logical=baseline.exists()
            )
        return self._plans[key]


def _below(folder: Path, base: Path) -> str:
    """The way from one folder to another as it stands before a file's name; nothing where they are the same."""
    way = Path(os.path.relpath(folder, base)).as_posix()
    return "" if way == "." else way


def _home(settings: SettingsFile | None, folder: Path) -> Path:
    """Where a baseline stands: beside the settings, else at the repository's root, else where the command runs."""
    return settings.folder if settings else repository_root(folder) or Path.cwd()


def _per_file(layers: Sequence[SettingsFile], path: Path) -> list[str]:
    found: list[str] = []
    for layer in layers:
        for pattern, words in layer.lint.get("per-file-ignores", {}).items():
            from blueprint_cli.source.globs import matches

            if matches([pattern], layer.folder, path):
                found += words
    return found


def _wishes(layer: SettingsFile) -> Wishes:
    said = layer.lint
    return Wishes(
        preset=said.get("preset"),
        select=said.get("select"),
        extend_select=said.get("extend-select", ()),
        ignore=said.get("ignore", ()),
        severity=said.get("severity", {}),
        locked=said.get("locked", ()),
        options=said.get("options", {}),
        fail_on=said.get("fail-on"),
        said_in=layer.name,
    )


def _book(layers: Sequence[SettingsFile]) -> RuleBook:
    book = own_rules()
    for layer in layers:
        if layer.lint.get("plugins"):
            from blueprint_cli.checks.plugins import plugin_rules

            for name in layer.lint["plugins"]:
                book = book.with_rules(plugin_rules(name, layer.name))
        if layer.lint.get("rules"):
            from blueprint_cli.checks.declared.reading import declared_rules

            for word in layer.lint["rules"]:
                book = book.with_rules(declared_rules(layer.folder / word, layer.name))
    return book
