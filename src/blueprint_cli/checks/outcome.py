"""What a run of the linter found, as the formats take it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from blueprint_cli.findings import Severity

if TYPE_CHECKING:
    from blueprint_cli.checks.checking import Checked
    from blueprint_cli.checks.rule import RuleBook
    from blueprint_cli.findings import Finding


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
    def found(self) -> tuple[Finding, ...]:
        """Every finding, in the order of files and places."""
        return tuple(finding for one in self.checked for finding in one.findings)

    @property
    def listed(self) -> tuple[Finding, ...]:
        """The findings that a report lists: all of them, or the first `most`."""
        return self.found if self.most is None else self.found[: self.most]

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
        return self._counts[severity]

    @cached_property
    def _counts(self) -> Counter[Severity]:
        return Counter(finding.severity for finding in self.found)

    def fails(self, fail_on: str | None = None) -> bool:
        """Whether some finding is at or above the threshold: the given one, else each file's own."""
        return any(
            finding.severity >= Severity[threshold.upper()]
            for one in self.checked
            if (threshold := fail_on or one.fail_on) != "never"
            for finding in one.findings
        )
