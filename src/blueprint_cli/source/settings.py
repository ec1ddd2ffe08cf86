"""Settings: `blueprint.toml` or `[tool.blueprint]`, the closest one above each file; names of rules are not judged here."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.naming import shown
from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Mapping

OWN_FILE, SHARED_FILE = "blueprint.toml", "pyproject.toml"
BASELINE_NAME = ".blueprint-baseline.jsonl"
PACKAGED = "pkg:"
SETTINGS_GROUP = "blueprint.settings"
"""The entry points whose packages hold a `blueprint.toml` that `extends = "pkg:NAME"` means."""

_LEVELS = ("error", "warning", "info")
_TOP_KEYS = ("extends", "exclude", "lint")
_LINT_KEYS = (
    "preset",
    "select",
    "extend-select",
    "ignore",
    "severity",
    "fail-on",
    "locked",
    "plugins",
    "rules",
    "exclude",
    "baseline",
    "per-file-ignores",
    "options",
)
_WORDS = {
    "preset": ("minimal", "recommended", "strict"),
    "fail-on": (*_LEVELS, "never"),
}
_LISTS = ("select", "extend-select", "ignore", "locked", "plugins", "rules", "exclude")


@dataclass(frozen=True)
class SettingsFile:
    """What one file says; what it does not say is absent.

    Attributes:
        name: the file as messages and `--show-settings` name it.
        folder: what its paths and globs are relative to.
        exclude: globs of files that no command looks at when it walks through folders.
        lint: the keys of `[lint]` with their values, checked for their kinds.
        extends: the files that it builds on, in the order written.
    """

    name: str
    folder: Path
    exclude: tuple[str, ...] = ()
    lint: Mapping[str, Any] = field(default_factory=dict)
    extends: tuple[SettingsFile, ...] = ()

    def layers(self) -> tuple[SettingsFile, ...]:
        """This file and all that it builds on, the strongest last."""
        return (*(layer for base in self.extends for layer in base.layers()), self)


def find_settings(folder: Path) -> SettingsFile | None:
    """The settings of files in a folder: the closest above them, up to the root of the repository.

    Raises:
        BlueprintError: a settings file cannot be read, or says what there is not.
    """
    return _find(folder.resolve())


@lru_cache(maxsize=1024)
def _find(folder: Path) -> SettingsFile | None:
    own, shared = folder / OWN_FILE, folder / SHARED_FILE
    if own.is_file():
        return read_settings(own)
    if shared.is_file() and _blueprint_table(_toml(shared)) is not None:
        return read_settings(shared)
    if (folder / ".git").exists() or folder.parent == folder:
        return None
    return _find(folder.parent)


def repository_root(folder: Path) -> Path | None:
    """The root of the repository around a folder, or None."""
    return _root_of(folder.resolve())


@lru_cache(maxsize=1024)
def _root_of(folder: Path) -> Path | None:
    if (folder / ".git").exists():
        return folder
    return None if folder.parent == folder else _root_of(folder.parent)


@lru_cache(maxsize=256)
def read_settings(path: Path) -> SettingsFile:
    """One settings file with all that it extends.

    Raises:
        BlueprintError: it cannot be read, or says what there is not.
    """
    return _read(path, ())


def _read(path: Path, above: tuple[Path, ...]) -> SettingsFile:
    name = _named(path)
    if path in above:
        raise BlueprintError(f"{name}: the settings extend themselves", "take one `extends` away")
    table = _toml(path)
    if path.name == SHARED_FILE:
        table = _blueprint_table(table) or {}
    _refuse_unknown(table, _TOP_KEYS, name, "")
    lint = table.get("lint", {})
    if not isinstance(lint, dict):
        raise BlueprintError(f"{name}: `lint` is a table, not {shown(lint)}", "write [lint]")
    _refuse_unknown(lint, _LINT_KEYS, name, "lint.")
    extends = _texts(table.get("extends", []), name, "extends")
    return SettingsFile(
        name=name,
        folder=path.parent,
        exclude=_texts(table.get("exclude", []), name, "exclude"),
        lint={key: _checked(key, value, name) for key, value in lint.items()},
        extends=tuple(_read(_meant(word, path, name), (*above, path)) for word in extends),
    )


def _named(path: Path) -> str:
    """The file relative to where the command runs, where that is shorter."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _toml(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        with path.open("rb") as stream:
            return tomllib.load(stream)
    except tomllib.TOMLDecodeError as error:
        raise BlueprintError(f"{_named(path)} is not TOML: {error}") from None
    except UnicodeDecodeError:
        raise BlueprintError(f"{_named(path)} is not UTF-8", "save the file as UTF-8") from None
    except OSError as error:
        raise BlueprintError(f"{_named(path)} cannot be read: {error.strerror}") from None


def _blueprint_table(table: dict[str, Any]) -> dict[str, Any] | None:
    tools = table.get("tool")
    found = tools.get("blueprint") if isinstance(tools, dict) else None
    return found if isinstance(found, dict) else None


def _refuse_unknown(table: dict[str, Any], known: tuple[str, ...], name: str, prefix: str) -> None:
    for key in table:
        if key not in known:
            near = closest(key, known)
            elsewhere = not prefix and key in _LINT_KEYS
            help_line = f"did you mean {prefix}{near}?" if near else f"known: {', '.join(known)}"
            raise BlueprintError(
                f"{name}: there is no setting '{prefix}{key}'",
                f"write it under [lint]: lint.{key}" if elsewhere else help_line,
            )


def _checked(key: str, value: Any, name: str) -> Any:
    if key in _LISTS:
        return _texts(value, name, key)
    if key in _WORDS:
        return _one_of(value, _WORDS[key], name, key)
    if key == "baseline":
        return _text(value, name, key)
    if not isinstance(value, dict):
        raise BlueprintError(f"{name}: `{key}` is a table, not {shown(value)}", f"write [lint.{key}]")
    if key == "severity":
        return {word: _one_of(level, _LEVELS, name, f"severity.{word}") for word, level in value.items()}
    if key == "per-file-ignores":
        return {pattern: _texts(words, name, f"{key}.{pattern}") for pattern, words in value.items()}
    for rule, options in value.items():
        if not isinstance(options, dict):
            raise BlueprintError(
                f"{name}: `options.{rule}` is a table, not {shown(options)}", f"write [lint.options.{rule}]"
            )
    return value


def _texts(value: Any, name: str, key: str) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise BlueprintError(
            f"{name}: `{key}` is a list of texts, not {shown(value)}", f'write {key} = ["…"]'
        )
    return tuple(items)


def _text(value: Any, name: str, key: str) -> str:
    if not isinstance(value, str):
        raise BlueprintError(f"{name}: `{key}` is a text, not {shown(value)}", "put it in quotes")
    return value


def _one_of(value: Any, words: tuple[str, ...], name: str, key: str) -> str:
    if value not in words:
        near = closest(value, words) if isinstance(value, str) else None
        known = f"write {', '.join(words[:-1])} or {words[-1]}"
        raise BlueprintError(
            f"{name}: `{key}` cannot be {shown(value)}", f"did you mean {near}? {known}" if near else known
        )
    return str(value)


def _meant(word: str, path: Path, name: str) -> Path:
    """The file that an `extends` names: a path from this file, or an installed package.

    Raises:
        BlueprintError: there is none; nothing is ever fetched.
    """
    if word.startswith(PACKAGED):
        return _packaged(word.removeprefix(PACKAGED), name)
    if "://" in word:
        raise BlueprintError(f"{name}: settings are never fetched from {word}", "keep a copy beside yours")
    found = (path.parent / word).resolve()
    if not found.is_file():
        raise BlueprintError(
            f"{name}: there is no file '{word}' to extend", "the path is relative to this file"
        )
    return found


def _packaged(word: str, name: str) -> Path:
    from importlib.metadata import entry_points
    from importlib.resources import files

    points = {point.name: point for point in entry_points(group=SETTINGS_GROUP)}
    if word not in points:
        near = closest(word, points)
        raise BlueprintError(
            f"{name}: no installed package offers settings called '{word}'",
            f"did you mean {near}?" if near else "install the package in this environment",
        )
    try:
        found = Path(str(files(points[word].module))) / OWN_FILE
    except ImportError as error:
        raise BlueprintError(f"{name}: the package of {PACKAGED}{word} cannot be imported: {error}") from None
    if not found.is_file():
        raise BlueprintError(f"{name}: the package of {PACKAGED}{word} holds no {OWN_FILE}")
    return found
