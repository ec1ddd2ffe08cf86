"""What all tests share: the properties' profile, and what needs a program of the system."""

from __future__ import annotations

import os
import shutil

import pytest
from hypothesis import HealthCheck, settings

# The same examples on every machine: a red build must be red for everybody.
settings.register_profile(
    "same", derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same")


def _program(name: str, package: str) -> str:
    found = shutil.which(name)
    if found:
        return found
    reason = f"`{name}` is not installed (Debian package {package})"
    if os.environ.get("CI"):
        pytest.fail(f"{reason}: CI must not skip what it should test")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def dot() -> str:
    """Path of Graphviz's `dot`."""
    return _program("dot", "graphviz")


@pytest.fixture(scope="session")
def rsvg_convert() -> str:
    """Path of `rsvg-convert`, which turns SVG into PNG."""
    return _program("rsvg-convert", "librsvg2-bin")


@pytest.fixture(scope="session")
def soffice() -> str:
    """Path of LibreOffice."""
    return _program("soffice", "libreoffice-calc")
