"""The installed command, in a subprocess."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .returning.late import LATE

Result = subprocess.CompletedProcess[bytes]
Run = Callable[..., Result]


@pytest.fixture
def blueprint(tmp_path: Path) -> Run:
    """Run `blueprint ARGUMENTS` in a temporary folder, 80 columns, no colour; keyword `stdin` gives bytes, `env` more variables."""

    def run(
        *arguments: str, stdin: bytes = b"", env: dict[str, str] | None = None, cwd: Path | None = None
    ) -> Result:
        kept = {
            key: value
            for key, value in os.environ.items()
            if key not in ("NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH")
        }
        return subprocess.run(
            [sys.executable, "-m", "blueprint_cli", *arguments],
            input=stdin,
            capture_output=True,
            cwd=cwd or tmp_path,
            env={**kept, "COLUMNS": "80", **(env or {})},
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of the late parcel, as it is sent."""
    target = tmp_path_factory.mktemp("sent") / "client.xlsx"
    subprocess.run(
        [sys.executable, "-m", "blueprint_cli", "render", str(LATE), "-o", str(target)], check=True
    )
    return target
