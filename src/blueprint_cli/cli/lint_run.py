"""What a run of `blueprint lint` knows on its way: what was asked, the plan of each file, what was loaded."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from blueprint_cli.checks.checking import check
from blueprint_cli.checks.rule import own_rules
from blueprint_cli.cli.maps import STANDARD_INPUT, read_source
from blueprint_cli.source.loading import Shelf

if TYPE_CHECKING:
    from blueprint_cli.checks.checking import Checked
    from blueprint_cli.checks.planning import FilePlan, Planner
    from blueprint_cli.source.loading import Source


class Request(NamedTuple):
    """What the command line says, under the names of its options."""

    paths: list[str] | None = None
    formats: list[str] | None = None
    select: list[str] | None = None
    extend_select: list[str] | None = None
    ignore: list[str] | None = None
    preset: str | None = None
    severity: list[str] | None = None
    fail_on: str | None = None
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    write_baseline: bool = False
    prune_baseline: bool = False
    baseline: Path | None = None
    no_baseline: bool = False
    strict_baseline: bool = False
    add_ignore: str | None = None
    no_ignores: bool = False
    show_suppressed: bool = False
    config: Path | None = None
    isolated: bool = False
    show_settings: str | None = None
    show_files: bool = False
    statistics: bool = False
    max_findings: int | None = None
    today: str | None = None
    persona: str | None = None
    stdin_filename: str = ""
    allow_empty: bool = False
    force_exclude: bool = False


@dataclass
class Run:
    """A run on its way.

    Attributes:
        request: what was asked.
        planner: the plan of each file.
        keep_text: whether some format wants the texts of the files.
        identify: whether some format, or a baseline, goes by fingerprints.
        plans: the plan of each checked file, by its name for reports.
    """

    request: Request
    planner: Planner
    keep_text: bool
    identify: bool
    shelf: Shelf = field(default_factory=Shelf)
    plans: dict[str, FilePlan] = field(default_factory=dict)

    def plan_of(self, file: str) -> FilePlan:
        """The plan of a file by its name for reports, and a note of it for the baseline."""
        named = self.request.stdin_filename or "stdin" if file == STANDARD_INPUT else file
        planned = self.planner.for_file(Path(named))
        self.plans[file if file != STANDARD_INPUT else self.request.stdin_filename or "<stdin>"] = planned
        return planned

    def look(self, source: Source, planned: FilePlan) -> Checked:
        """What there is to say about a loaded file."""
        checked = check(
            source,
            planned.plan,
            persona=self.request.persona,
            identity=planned.identity,
            ignores=not self.request.no_ignores,
            keep_text=self.keep_text,
            identify=self.identify or planned.plan.keep_logical,
        )
        return replace(checked, in_repository=planned.in_repository)

    def read(self, file: str) -> Source:
        """A file of the command line, or standard input."""
        return read_source(file, self.request.stdin_filename, self.shelf)


def rules_known(this: Run) -> Any:
    """Every rule of the run: our own and those that settings add."""
    book = own_rules()
    more = {rule.code: rule for planned in this.plans.values() for rule in planned.plan.book.rules}
    return book.with_rules(rule for code, rule in more.items() if code not in book.by_code)
