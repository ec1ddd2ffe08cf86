"""Command lines that are said often and simply, answered without typer: to import it takes longer than the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class Said(NamedTuple):
    """A simple command line.

    Attributes:
        names: the words that belong to no option, in their order.
        values: what the options say, by their names.
        switches: the options that say nothing else.
    """

    names: Sequence[str]
    values: dict[str, str]
    switches: Collection[str]


def simply(words: Sequence[str], valued: Collection[str], switches: Collection[str] = ()) -> Said | None:
    """Understand the words behind a command; None where they say anything but plain names and these options, once each."""
    names: list[str] = []
    values: dict[str, str] = {}
    on: set[str] = set()
    left = iter(words)
    for word in left:
        if word in switches and word not in on:
            on.add(word)
        elif word in valued and word not in values:
            values[word] = next(left, "")
        else:
            names.append(word)
    is_plain = all(_is_plain(word) for word in (*names, *values.values()))
    return Said(names, values, on) if is_plain else None


def _is_plain(word: str) -> bool:
    """Whether a word can be nothing but a name; `-` is a stream's."""
    return word == "-" or (bool(word) and word[0] != "-")
