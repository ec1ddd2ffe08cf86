"""What a run of the linter found, as the formats take it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.checks.keeping import Chained
from blueprint_cli.findings import Severity

if TYPE_CHECKING:
    from blueprint_cli.checks.checking import Checked
    from blueprint_cli.checks.rule import RuleBook
    from blueprint_cli.findings import Finding


class Kind(NamedTuple):
    """What findings are counted by; `safe` is None where nothing mends them."""

    severity: Severity
    about: str
    safe: bool | None


def kind_of(finding: Finding) -> Kind:
    """The kind of a finding."""
    return Kind(finding.severity, finding.about, finding.fix.safe if finding.fix else None)


@dataclass(frozen=True)
class Outcome:
    """The files with their findings, and the rules that they come from.

    Attributes:
        checked: the files, in the order in which they were named.
        book: every rule of the run.
        most: how many findings a report lists; None is all.
        show_suppressed: whether hidden findings are reported, too, as far as a format can.
    """

    checked: tuple[Checked, ...]
    book: RuleBook
    most: int | None = None
    show_suppressed: bool = False

    @cached_property
    def found(self) -> Chained:
        """Every finding, in the order of files and places."""
        return Chained([one.findings for one in self.checked])

    @cached_property
    def listed(self) -> Chained:
        """The findings that a report lists: all of them, or the first `most`."""
        return Chained([one.findings for one in self.checked], self.most)

    @property
    def hidden(self) -> tuple[Finding, ...]:
        """What comments and baselines hide, where the run was asked to show it."""
        if not self.show_suppressed:
            return ()
        return tuple(finding for one in self.checked for finding in (*one.suppressed, *one.accepted))

    @property
    def left_out(self) -> int:
        """How many findings a report does not list."""
        return len(self.found) - len(self.listed)

    @property
    def files(self) -> int:
        """How many files were checked."""
        return len(self.checked)

    def in_repository(self, finding: Finding) -> str:
        """The name of a finding's file relative to the root of its repository."""
        return self._in_repository.get(finding.location.file, finding.location.file)

    @cached_property
    def _in_repository(self) -> dict[str, str]:
        return {one.file: one.in_repository for one in self.checked if one.in_repository}

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(number for kind, number in self.tally.items() if kind.severity is severity)

    def count_about(self, about: str) -> int:
        """How many findings are about the map, or about the service."""
        return sum(number for kind, number in self.tally.items() if kind.about == about)

    def count_mendable(self, *, safe: bool) -> int:
        """How many findings have a fix that is safe, or one that invents content."""
        return sum(number for kind, number in self.tally.items() if kind.safe is safe)

    @cached_property
    def tally(self) -> Counter[Kind]:
        """How many findings there are of each kind, in all files."""
        return sum((tally for tally, _ in self._tallies), Counter())

    def fails(self, fail_on: str | None = None) -> bool:
        """Whether some finding is at or above the threshold: the given one, else each file's own."""
        return any(
            kind.severity >= Severity[threshold.upper()]
            for tally, own in self._tallies
            if (threshold := fail_on or own) != "never"
            for kind in tally
        )

    @cached_property
    def _tallies(self) -> list[tuple[Counter[Kind], str]]:
        """The tallies of files with one threshold; most runs have one."""
        found: dict[str, Counter[Kind]] = {}
        for one in self.checked:
            found.setdefault(one.fail_on, Counter()).update(map(kind_of, one.findings))
        return [(tally, threshold) for threshold, tally in found.items()]
