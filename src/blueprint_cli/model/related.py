"""The maps around a map: the journey step that it zooms into, and the maps that zoom into its own steps."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another file of the same service.

    Attributes:
        file: its path from the folder of the map, with slashes.
        step: the step that is zoomed into: of the neighbour, where that is the parent, else of the map itself.
        title: what the neighbour is called; empty where it could not be read.
        step_title: the heading of that step; empty where there is none.
    """

    file: str
    step: str = ""
    title: str = ""
    step_title: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """The neighbours of one map.

    Attributes:
        parent: the map that it is a part of.
        children: the maps that are parts of it, in the order of their paths.
    """

    parent: Neighbour | None = None
    children: tuple[Neighbour, ...] = ()


def neighbour_of(reference: str) -> Neighbour:
    """What a `parent` says: the path of a file and, after a `#`, one of its steps."""
    file, _, step = reference.partition("#")
    return Neighbour(file.strip().replace("\\", "/"), step.strip())
