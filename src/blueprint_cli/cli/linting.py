"""One run of `blueprint lint`: from what the command line says to findings, mended files and an exit code."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from blueprint_cli.checks.plan import Wishes
from blueprint_cli.checks.planning import Planner
from blueprint_cli.cli.lint_run import Run
from blueprint_cli.cli.maps import STANDARD_INPUT
from blueprint_cli.cli.paths import blueprint_files
from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from blueprint_cli.checks.checking import Checked
    from blueprint_cli.cli.lint_run import Request

_FEW = 100
"""With more files than that, findings are kept packed until they are reported."""
LEVELS = ("error", "warning", "info")


def run(request: Request) -> int:
    """Do what was asked and give the exit code.

    Raises:
        BlueprintError: something asked for does not exist or does not go together.
    """
    _refuse_contradictions(request)
    planner = Planner(
        command_line=_wishes(request),
        config=_existing(request.config),
        isolated=request.isolated,
        baseline=request.baseline,
        today=_day(request.today),
    )
    if request.show_settings is not None:
        from blueprint_cli.cli.settings_page import settings_page

        sys.stdout.write(settings_page(planner, Path(request.show_settings)))
        return 0
    from blueprint_cli.cli.outputs import outputs, want, write_outcome

    wanted = outputs(request.formats)
    planner.for_file(Path("x"))  # an unknown rule is said before any file is read
    files = _files(request, planner)
    if request.show_files:
        sys.stdout.write("".join(f"{file}\n" for file in files))
        return 0
    by_fingerprint = request.write_baseline or request.prune_baseline or want(wanted, "NEEDS_FINGERPRINTS")
    this = Run(request, planner, want(wanted, "NEEDS_TEXT"), by_fingerprint)
    if request.fix or request.diff or request.add_ignore is not None:
        from blueprint_cli.cli.mending import mended

        checked, rewritten = mended(this, files)
        if request.diff:
            return int(rewritten)
    else:
        checked = list(_checked(this, files))
    checked += _catalogues(this, files)
    checked.sort(key=lambda one: one.file)
    if _has_baseline(this):
        from blueprint_cli.cli.baselines import settle

        checked = settle(this, checked)
    return write_outcome(this, checked, wanted)


def _has_baseline(this: Run) -> bool:
    """Whether accepted findings are to be read or written; most runs have none."""
    request = this.request
    if request.no_baseline:
        return False
    asked = request.write_baseline or request.prune_baseline or request.baseline is not None
    return asked or any(place.exists() for place in {planned.baseline for planned in this.plans.values()})


def _refuse_contradictions(request: Request) -> None:
    if request.unsafe_fixes and not (request.fix or request.diff):
        raise BlueprintError("--unsafe-fixes says how, not what", "use it with --fix or --diff")
    if request.config and request.isolated:
        raise BlueprintError("--config and --isolated contradict each other", "leave one of them out")
    if request.no_baseline and (request.write_baseline or request.prune_baseline or request.baseline):
        raise BlueprintError("--no-baseline leaves nothing to read or write", "leave one of them out")
    if request.write_baseline and STANDARD_INPUT in (request.paths or ()) and not request.stdin_filename:
        raise BlueprintError(
            "a baseline holds findings by the names of their files, and standard input has none",
            "give it one: --stdin-filename late.blueprint.yaml",
        )
    if request.add_ignore is not None and not request.add_ignore.strip():
        raise BlueprintError("--add-ignore needs a reason", 'write --add-ignore "decided with the client"')
    if request.add_ignore is not None and (request.fix or request.diff):
        raise BlueprintError("--add-ignore does not go with --fix or --diff", "run one after the other")


def words(options: list[str] | None) -> tuple[str, ...]:
    """The words of a repeatable, comma-separated option."""
    return tuple(word.strip() for option in options or () for word in option.split(",") if word.strip())


def _wishes(request: Request) -> Wishes:
    return Wishes(
        preset=request.preset,
        select=words(request.select) or None,
        extend_select=words(request.extend_select),
        ignore=words(request.ignore),
        severity=dict(_level(word) for word in words(request.severity)),
        fail_on=request.fail_on,
    )


def _level(word: str) -> tuple[str, str]:
    rule, equals, level = word.partition("=")
    if not equals or level not in LEVELS:
        raise BlueprintError(
            f"--severity {word} says no level", "write RULE=error, RULE=warning or RULE=info"
        )
    return rule, level


def _existing(config: Path | None) -> Path | None:
    if config is not None and not config.is_file():
        raise BlueprintError(f"there is no settings file {config}", "name a blueprint.toml or pyproject.toml")
    return config


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    from datetime import date

    try:
        if len(text) == len("2026-10-15"):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise BlueprintError(f"--today {text} is not a day", "write it as 2026-10-15")


def _files(request: Request, planner: Planner) -> list[str]:
    paths = request.paths or ["."]
    found = blueprint_files(paths, planner.settings_of, force_exclude=request.force_exclude)
    if not found and not request.allow_empty and not request.force_exclude:
        raise BlueprintError(
            f"there is no blueprint in {', '.join(paths)}",
            "files are named NAME.blueprint.yaml; `blueprint new` writes one",
        )
    return found


def _checked(this: Run, files: list[str]) -> Iterator[Checked]:
    """Each file's findings; what a file is made of is let go before the next is read."""
    from blueprint_cli.checks.keeping import Kept
    from blueprint_cli.cli.terminal import with_progress

    known_variant = False
    for file in with_progress(files, len(files), "checking"):
        source = this.read(file)
        known_variant = known_variant or knows(source.root, this.request.persona)
        checked = this.look(source, this.plan_of(file))
        yield checked if len(files) <= _FEW else replace(checked, findings=Kept(checked.findings))
    if this.request.persona is not None and not known_variant:
        raise BlueprintError(
            f"no blueprint knows a persona '{this.request.persona}'",
            "`only`, `persona` and `personas` name them",
        )


def knows(root: Any, persona: str | None) -> bool:
    """Whether a file has that variant; one that cannot be read is not asked."""
    from blueprint_cli.model.blueprint import Blueprint
    from blueprint_cli.model.variants import variants

    return persona is None or root is None or (isinstance(root, Blueprint) and persona in variants(root))


def _catalogues(this: Run, files: list[str]) -> list[Checked]:
    """The findings of each catalogue that files name and the command line does not, once."""
    named = {Path(file).resolve() for file in files if file != STANDARD_INPUT}
    return [
        this.look(source, this.plan_of(source.document.path))
        for path, source in this.shelf.sources.items()
        if path not in named
    ]
