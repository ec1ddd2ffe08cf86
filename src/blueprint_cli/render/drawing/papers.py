"""Sheets of paper, lying on their long side, in points."""

from __future__ import annotations

from dataclasses import dataclass, replace

from blueprint_cli.errors import BlueprintError

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet.

    Attributes:
        margin: bare edge on every side.
        most: the greatest scale of a drawing on it, so that a short map does not shout.
        good: the scale in which its words are read from where one looks at it: a desk for A4, two steps away for A0.
        turns: it may stand on its short side.
    """

    name: str
    width: float
    height: float
    margin: float
    most: float
    good: float = 0.75
    turns: bool = True

    def turned(self) -> Paper:
        """The same sheet on its short side."""
        return replace(self, width=self.height, height=self.width)


def _iso(name: str, width: int, height: int, scales: tuple[float, float]) -> Paper:
    return Paper(name, width * MM, height * MM, 10 * MM, *scales)


PAPERS = {
    paper.name: paper
    for paper in (
        _iso("A4", 297, 210, (1.0, 0.75)),
        _iso("A3", 420, 297, (1.1, 0.8)),
        _iso("A2", 594, 420, (1.4, 1.0)),
        _iso("A1", 841, 594, (1.8, 1.25)),
        _iso("A0", 1189, 841, (2.4, 1.5)),
        Paper("16:9", 960, 540, 18, 1.0, turns=False),
        Paper("letter", 792, 612, 10 * MM, 1.0),
    )
}


def paper_of(asked: str) -> Paper:
    """The sheet of that name; upper and lower case do not count.

    Raises:
        BlueprintError: there is no such paper.
    """
    found = next((paper for name, paper in PAPERS.items() if name.lower() == asked.strip().lower()), None)
    if found is not None:
        return found
    raise BlueprintError(f"there is no paper '{asked}'", f"the papers: {', '.join(PAPERS)}")
