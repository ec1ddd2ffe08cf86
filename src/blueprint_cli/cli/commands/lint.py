"""`blueprint lint`."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import Annotated, Literal

import typer

from blueprint_cli import discovery
from blueprint_cli.cli.options import Persona, StdinName  # noqa: TC001 - typer reads the annotations

FORMATS = "blueprint_cli.report.findings"

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATHS]...",
        help="Files, folders or globs; - reads standard input. Default: this folder.",
    ),
]
Words = list[str] | None
RULES_HELP = "Codes, names, prefixes such as BP1, or ALL; comma-separated."


def command(  # noqa: PLR0917 - one parameter an option
    paths: Paths = None,
    formats: Annotated[
        Words,
        typer.Option(
            "--format",
            metavar="NAME[:FILE]",
            help=f"One of {', '.join(discovery.names(FORMATS))}; repeatable. Default: full.",
        ),
    ] = None,
    select: Annotated[Words, typer.Option(metavar="RULES", help=f"Only these rules. {RULES_HELP}")] = None,
    extend_select: Annotated[Words, typer.Option(metavar="RULES", help="These rules as well.")] = None,
    ignore: Annotated[
        Words, typer.Option(metavar="RULES", help="Not these; the longest word that matches a code wins.")
    ] = None,
    preset: Annotated[
        Literal["minimal", "recommended", "strict"] | None,
        typer.Option(help="A set of rules to start from. Default: recommended."),
    ] = None,
    severity: Annotated[
        Words, typer.Option(metavar="RULE=LEVEL", help="Report a rule as error, warning or info.")
    ] = None,
    fail_on: Annotated[
        Literal["error", "warning", "info", "never"] | None,
        typer.Option(help="Lowest severity that makes the exit code 1. Default: warning."),
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely.")] = False,
    unsafe_fixes: Annotated[
        bool,
        typer.Option("--unsafe-fixes", help="Also fixes that put in placeholders; with --fix or --diff."),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option("--diff", help="Show the fixes as a diff and write nothing; exit 1 if there are any."),
    ] = False,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Accept every finding that there is now.")
    ] = False,
    prune_baseline: Annotated[
        bool, typer.Option("--prune-baseline", help="Take entries that no longer occur out of the baseline.")
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The accepted findings. Default: .blueprint-baseline.jsonl."),
    ] = None,
    no_baseline: Annotated[
        bool, typer.Option("--no-baseline", help="Report accepted findings, too.")
    ] = False,
    strict_baseline: Annotated[
        bool, typer.Option("--strict-baseline", help="An entry that no longer occurs is an error.")
    ] = False,
    add_ignore: Annotated[
        str | None,
        typer.Option(metavar="REASON", help="Put a comment above each finding that hides it."),
    ] = None,
    no_ignores: Annotated[bool, typer.Option("--no-ignores", help="Report what comments hide, too.")] = False,
    show_suppressed: Annotated[
        bool, typer.Option("--show-suppressed", help="List what comments and baseline hide, marked as such.")
    ] = False,
    config: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="This settings file for all; else the closest above each."),
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no settings.")] = False,
    show_settings: Annotated[
        str | None, typer.Option(metavar="FILE", help="Print the settings of FILE and where each comes from.")
    ] = None,
    show_files: Annotated[
        bool, typer.Option("--show-files", help="Print the files that would be checked.")
    ] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count findings by rule instead of listing them.")
    ] = False,
    max_findings: Annotated[
        int | None, typer.Option(metavar="N", min=0, help="List the first N findings only; all are counted.")
    ] = None,
    today: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day that freshness is judged by: 2026-10-15.")
    ] = None,
    persona: Persona = None,
    stdin_filename: StdinName = "",
    allow_empty: Annotated[bool, typer.Option("--allow-empty", help="Finding no file is no error.")] = False,
    force_exclude: Annotated[
        bool, typer.Option("--force-exclude", help="Leave excluded files out even where they are named.")
    ] = False,
) -> int:
    """Check blueprints: findings with place, code, excerpt and help.

    A folder means every *.blueprint.yaml (or .yml) below it, without hidden folders and what git ignores.

    Examples:
      blueprint lint
      blueprint lint maps/ late.blueprint.yaml --preset strict
      blueprint lint --format full --format sarif:findings.sarif
      blueprint lint --select BP1,unlinked-system --fail-on error
      blueprint lint --fix
      blueprint lint --write-baseline
    """
    said = dict(locals())
    from blueprint_cli.cli.linting import Request, run

    return run(Request(**said))
