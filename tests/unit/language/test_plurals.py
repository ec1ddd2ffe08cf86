"""Counts in words."""

from __future__ import annotations

import pytest

from blueprint_cli.language.plurals import counted
from blueprint_cli.language.words import Lang

FORMS = ("{n} step", "{n} steps")


@pytest.mark.parametrize(
    ("count", "lang", "said"),
    [(0, "en", "0 steps"), (1, "en", "1 step"), (2, "en", "2 steps"), (0, "fr", "0 step"), (1, "fr", "1 step"), (2, "fr", "2 steps")],
)  # fmt: skip
def test_one_and_several(count: int, lang: Lang, said: str) -> None:
    assert counted(count, FORMS, lang) == said
