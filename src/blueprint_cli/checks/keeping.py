"""Findings of many files, kept small until they are reported: a run over a thousand files holds hardly more than over ten."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Collection, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, overload

from blueprint_cli.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUICKLY = 1


class Kept(Sequence[Finding]):
    """The findings of one file, packed; each look at them unpacks them anew, so that none is ever the same object."""

    __slots__ = ("_length", "_packed")

    def __init__(self, findings: Sequence[Finding]) -> None:
        self._length = len(findings)
        self._packed = zlib.compress(pickle.dumps(tuple(findings), pickle.HIGHEST_PROTOCOL), _QUICKLY)

    def __len__(self) -> int:
        """How many there are, without unpacking."""
        return self._length

    def __iter__(self) -> Iterator[Finding]:
        """Each of them."""
        return iter(self._unpacked())

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, index: int | slice) -> Finding | tuple[Finding, ...]:
        """One of them, or a stretch."""
        return self._unpacked()[index]

    def _unpacked(self) -> tuple[Finding, ...]:
        found: tuple[Finding, ...] = pickle.loads(zlib.decompress(self._packed))  # noqa: S301 - packed by this very process
        return found


class Chained(Collection[Finding]):
    """The findings of several files one after the other, or the first `most` of them; unpacked file by file."""

    __slots__ = ("_most", "_parts")

    def __init__(self, parts: Sequence[Sequence[Finding]], most: int | None = None) -> None:
        self._parts, self._most = parts, most

    def __len__(self) -> int:
        """How many there are."""
        number = sum(map(len, self._parts))
        return number if self._most is None else min(number, self._most)

    def __iter__(self) -> Iterator[Finding]:
        """Each of them, in the order of the files."""
        return islice(chain.from_iterable(self._parts), self._most)

    def __contains__(self, finding: object) -> bool:
        """Whether an equal one is among them."""
        return any(one == finding for one in self)
