"""The options of `blueprint lint`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from blueprint_cli import discovery
from blueprint_cli.cli.counts import count

FORMATS = "blueprint_cli.report.findings"
RULES_HELP = "Codes, names, prefixes such as BP1, or ALL; comma-separated."

Words = list[str] | None
Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATHS]...",
        help="Files, folders or globs; - reads standard input. Default: this folder.",
    ),
]
Formats = Annotated[
    Words,
    typer.Option(
        "--format",
        metavar="NAME[:FILE]",
        help=f"One of {', '.join(discovery.names(FORMATS))}; repeatable. Default: full.",
    ),
]
Select = Annotated[Words, typer.Option(metavar="RULES", help=f"Only these rules. {RULES_HELP}")]
ExtendSelect = Annotated[Words, typer.Option(metavar="RULES", help="These rules as well.")]
Ignore = Annotated[
    Words, typer.Option(metavar="RULES", help="Not these; the longest word that matches a code wins.")
]
Preset = Annotated[
    Literal["minimal", "recommended", "strict"] | None,
    typer.Option(help="A set of rules to start from. Default: recommended."),
]
Severity = Annotated[
    Words, typer.Option(metavar="RULE=LEVEL", help="Report a rule as error, warning or info.")
]
FailOn = Annotated[
    Literal["error", "warning", "info", "never"] | None,
    typer.Option(help="Lowest severity that makes the exit code 1. Default: warning."),
]
Fix = Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely.")]
UnsafeFixes = Annotated[
    bool,
    typer.Option("--unsafe-fixes", help="Also fixes that put in placeholders; with --fix or --diff."),
]
Diff = Annotated[
    bool,
    typer.Option("--diff", help="Show the fixes as a diff and write nothing; exit 1 if there are any."),
]
WriteBaseline = Annotated[
    bool, typer.Option("--write-baseline", help="Accept every finding that there is now.")
]
PruneBaseline = Annotated[
    bool, typer.Option("--prune-baseline", help="Take entries that no longer occur out of the baseline.")
]
Baseline = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="The accepted findings. Default: .blueprint-baseline.jsonl."),
]
NoBaseline = Annotated[bool, typer.Option("--no-baseline", help="Report accepted findings, too.")]
StrictBaseline = Annotated[
    bool, typer.Option("--strict-baseline", help="An entry that no longer occurs is an error.")
]
AddIgnore = Annotated[
    str | None,
    typer.Option(metavar="REASON", help="Put a comment above each finding that hides it."),
]
NoIgnores = Annotated[bool, typer.Option("--no-ignores", help="Report what comments hide, too.")]
ShowSuppressed = Annotated[
    bool, typer.Option("--show-suppressed", help="List what comments and baseline hide, marked as such.")
]
Config = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="This settings file for all; else the closest above each."),
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Read no settings.")]
ShowSettings = Annotated[
    str | None, typer.Option(metavar="FILE", help="Print the settings of FILE and where each comes from.")
]
ShowFiles = Annotated[bool, typer.Option("--show-files", help="Print the files that would be checked.")]
Statistics = Annotated[
    bool, typer.Option("--statistics", help="Count findings by rule instead of listing them; json has both.")
]
MaxFindings = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        parser=count("--max-findings", 0),
        help="List the first N findings only; all are counted.",
    ),
]
Today = Annotated[
    str | None, typer.Option(metavar="DATE", help="The day that freshness is judged by: 2026-10-15.")
]
AllowEmpty = Annotated[bool, typer.Option("--allow-empty", help="Finding no file is no error.")]
ForceExclude = Annotated[
    bool, typer.Option("--force-exclude", help="Leave excluded files out even where they are named.")
]
