"""Modules found by their file's name: a rule, a format or a command is one file in a folder, and there is no list to edit."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from types import ModuleType


@cache
def names(package: str) -> tuple[str, ...]:
    """Public names of the modules in a package, sorted; nothing is imported but the package itself.

    A module `missing_owner.py` has the public name `missing-owner`; names that start with `_` are private.
    """
    # Not by importlib.resources, which takes longer to import than all folders take to read.
    found = [name for folder in import_module(package).__path__ for name in os.listdir(folder)]  # noqa: PTH208
    return tuple(
        sorted(
            name.removesuffix(".py").replace("_", "-")
            for name in found
            if name.endswith(".py") and not name.startswith("_")
        )
    )


def those_that_say(package: str, said: re.Pattern[str]) -> tuple[str, ...]:
    """Public names of the modules whose text a pattern matches somewhere; none is imported."""
    folders = [Path(folder) for folder in import_module(package).__path__]
    files = ((name, folder / f"{_module(name)}.py") for name in names(package) for folder in folders)
    return tuple(name for name, file in files if file.exists() and said.search(file.read_text("utf-8")))


def load(package: str, name: str) -> ModuleType:
    """Import the module with that public name.

    Raises:
        KeyError: no module of that name in the package.
    """
    if name not in names(package):
        raise KeyError(name)
    return import_module(f"{package}.{_module(name)}")


def _module(name: str) -> str:
    return name.replace("-", "_")
