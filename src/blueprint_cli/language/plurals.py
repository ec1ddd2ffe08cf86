"""Counts in words: one thing, several things."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blueprint_cli.language.words import Lang

Forms = tuple[str, str]
"""One and several, with `{n}` for the number."""


def counted(count: int, forms: Forms, lang: Lang) -> str:
    """A count with its noun; nothing at all is singular in French and plural in English."""
    is_one = count < 2 if lang == "fr" else count == 1  # noqa: PLR2004 - two are several in both
    return forms[0 if is_one else 1].format(n=count)
