"""`blueprint lint`."""

from __future__ import annotations

from blueprint_cli.cli import lint_options as lint  # noqa: TC001 - typer reads the annotations
from blueprint_cli.cli.options import Persona, StdinName  # noqa: TC001


def command(  # noqa: PLR0917 - one parameter an option
    paths: lint.Paths = None,
    formats: lint.Formats = None,
    select: lint.Select = None,
    extend_select: lint.ExtendSelect = None,
    ignore: lint.Ignore = None,
    preset: lint.Preset = None,
    severity: lint.Severity = None,
    fail_on: lint.FailOn = None,
    fix: lint.Fix = False,
    unsafe_fixes: lint.UnsafeFixes = False,
    diff: lint.Diff = False,
    write_baseline: lint.WriteBaseline = False,
    prune_baseline: lint.PruneBaseline = False,
    baseline: lint.Baseline = None,
    no_baseline: lint.NoBaseline = False,
    strict_baseline: lint.StrictBaseline = False,
    add_ignore: lint.AddIgnore = None,
    no_ignores: lint.NoIgnores = False,
    show_suppressed: lint.ShowSuppressed = False,
    config: lint.Config = None,
    isolated: lint.Isolated = False,
    show_settings: lint.ShowSettings = None,
    show_files: lint.ShowFiles = False,
    statistics: lint.Statistics = False,
    max_findings: lint.MaxFindings = None,
    today: lint.Today = None,
    persona: Persona = None,
    stdin_filename: StdinName = "",
    allow_empty: lint.AllowEmpty = False,
    force_exclude: lint.ForceExclude = False,
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
    from blueprint_cli.cli.lint_run import Request
    from blueprint_cli.cli.linting import run

    return run(Request(**said))
