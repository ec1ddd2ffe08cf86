"""A blueprint from a few lines of YAML."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.source.loading import load_bytes

Sketch = Callable[[str], Blueprint]


@pytest.fixture
def sketch() -> Sketch:
    """Read a blueprint from its steps, or from all of it where it has a `steps:` line."""

    def read(text: str) -> Blueprint:
        body = textwrap.dedent(text).strip("\n")
        if "steps:" not in body:
            body = "steps:\n" + textwrap.indent(body, "  ")
        source = load_bytes(
            f"blueprint: 1\ntitle: Sketch\n{body}\n".encode(), "sketch.blueprint.yaml", Path()
        )
        assert isinstance(source.root, Blueprint), source.problems
        return source.root

    return read
