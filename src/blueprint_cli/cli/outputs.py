"""Writing findings: several formats in one run, statistics, and the exit code."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from blueprint_cli import discovery
from blueprint_cli.cli.targets import must_be_writable
from blueprint_cli.errors import BlueprintError
from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from blueprint_cli.checks.checking import Checked
    from blueprint_cli.cli.lint_run import Run

FORMATS = "blueprint_cli.report.findings"
DEFAULT_FORMAT = "full"
STANDARD_OUTPUT = "-"


class Output(NamedTuple):
    """A format and the file it goes to; an empty name is standard output."""

    format: str
    file: str


def outputs(said: Sequence[str] | None) -> list[Output]:
    """The outputs that `--format` names.

    Raises:
        BlueprintError: there is no such format, or two go to the same place.
    """
    found = [_output(word) for word in said or [DEFAULT_FORMAT]]
    places = [output.file for output in found]
    for place in places:
        if places.count(place) > 1:
            raise BlueprintError(
                f"two formats go to {place or 'standard output'}", "write --format NAME:FILE for one of them"
            )
    return found


def _output(word: str) -> Output:
    name, _, file = word.partition(":")
    known = discovery.names(FORMATS)
    if name not in known:
        near = closest(name, known)
        raise BlueprintError(
            f"there is no format '{name}'",
            f"did you mean {near}?" if near else f"the formats: {', '.join(known)}",
        )
    if file == STANDARD_OUTPUT:
        return Output(name, "")
    if file:
        must_be_writable(Path(file), f"findings.{name}")
    return Output(name, file)


def _module(output: Output) -> ModuleType:
    return discovery.load(FORMATS, output.format)


def want(wanted: Sequence[Output], need: str) -> bool:
    """Whether some format says that it needs `NEEDS_TEXT` or `NEEDS_FINGERPRINTS`."""
    return any(getattr(_module(output), need, False) for output in wanted)


def _counted(wanted: Sequence[Output]) -> Any:
    """What tells how often each rule speaks on standard output, in the format that goes there; as text where none does.

    Raises:
        BlueprintError: the format cannot tell it.
    """
    shown = next((output for output in wanted if not output.file), Output(DEFAULT_FORMAT, ""))
    found = getattr(_module(shown), "statistics", None)
    if found is None:
        able = [
            name for name in discovery.names(FORMATS) if hasattr(discovery.load(FORMATS, name), "statistics")
        ]
        raise BlueprintError(f"--statistics has no form in {shown.format}", f"it has in {', '.join(able)}")
    return found


def write_outcome(this: Run, checked: Sequence[Checked], wanted: Sequence[Output]) -> int:
    """Write every output and give the exit code."""
    from blueprint_cli.checks.outcome import Outcome
    from blueprint_cli.cli.lint_run import rules_known
    from blueprint_cli.cli.terminal import notice, takes_color, width
    from blueprint_cli.files import write_whole

    request = this.request
    counted = _counted(wanted) if request.statistics else None
    outcome = Outcome(tuple(checked), rules_known(this), request.max_findings, request.show_suppressed)
    # What `lint - --fix` and `lint - --add-ignore` print is the new text; findings go beside it.
    rewrites = request.fix or request.add_ignore is not None
    stream = sys.stderr if rewrites and "-" in (request.paths or ()) else sys.stdout
    for output in wanted:
        render = _module(output).render
        if output.file:
            write_whole(Path(output.file), "".join(render(outcome, color=False, width=80)).encode())
        elif counted is None:
            stream.writelines(render(outcome, color=takes_color(stream), width=width()))
    if counted is not None:
        stream.writelines(counted(outcome, color=takes_color(stream), width=width()))
    if outcome.left_out and not request.statistics:
        more = "finding" if outcome.left_out == 1 else "findings"
        notice(f"{outcome.left_out} more {more} not listed (--max-findings {request.max_findings})")
    return int(outcome.fails(request.fail_on))
