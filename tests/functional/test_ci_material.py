"""What teams put into their CI: the hooks of pre-commit, the GitHub action and the GitLab snippet, run as far as a machine can."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from .documents import DOCUMENTS, ROOT, Block, blocks

GOOD = "blueprint: 1\ntitle: Late parcel\nsteps:\n  - customer: Phones the help desk\n"
BAD = "blueprint: 1\ntitle: Late parcel\nsteps:\n  - customer: Is annoyed by the queue\n"
SCRIPTS = Path(sys.executable).parent
SCHEMAS = {
    "github-workflow": "vendor.github-workflows",
    "gitlab-ci": "vendor.gitlab-ci",
}


def _run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


def _repository(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    git = ("git", "-c", "user.name=t", "-c", "user.email=t@example.org")
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "maps")):
        assert _run(*git, *words, cwd=folder).returncode == 0
    return folder


def test_the_hooks_of_pre_commit(tmp_path: Path) -> None:
    folder = tmp_path / "maps"
    folder.mkdir()
    _repository(
        folder,
        {
            "good.blueprint.yaml": GOOD,
            "bad.blueprint.yaml": BAD,
            "loose.blueprint.yaml": GOOD.replace("  - ", " -   "),
            "other.yaml": "a: [\n",
            "blueprint.toml": '[lint]\nexclude = ["excluded*"]\n',
            "excluded.blueprint.yaml": BAD,
        },
    )
    command = [str(SCRIPTS / "pre-commit"), "try-repo", str(ROOT)]
    home = {"PRE_COMMIT_HOME": str(tmp_path / "home")}
    lint = _run(*command, "blueprint-lint", "--all-files", cwd=folder, **home)
    assert lint.returncode == 1, lint.stdout + lint.stderr
    assert "bad.blueprint.yaml:4:15: warning BP401 not-factual" in lint.stdout
    assert "other.yaml" not in lint.stdout
    assert "excluded.blueprint.yaml" not in lint.stdout
    fmt = _run(*command, "blueprint-fmt", "--all-files", cwd=folder, **home)
    assert fmt.returncode == 1, fmt.stdout + fmt.stderr
    assert "files were modified by this hook" in fmt.stdout
    assert (folder / "loose.blueprint.yaml").read_text(encoding="utf-8") == GOOD
    again = _run(*command, "blueprint-fmt", "--all-files", cwd=folder, **home)
    assert again.returncode == 0, again.stdout + again.stderr


def _complaints(file: Path, schema: str) -> str:
    """What a published schema has against a file; empty for nothing."""
    checker = str(SCRIPTS / "check-jsonschema")
    result = _run(checker, "--builtin-schema", schema, str(file), cwd=ROOT)
    return "" if result.returncode == 0 else result.stdout + result.stderr


def test_the_action_is_valid() -> None:
    assert _complaints(ROOT / "action.yml", "vendor.github-actions") == ""


@pytest.mark.parametrize(
    "block",
    [block for block in blocks("yaml") if block.mark.removeprefix("ci: ") in SCHEMAS],
    ids=lambda block: block.name,
)
def test_the_snippets_are_valid(block: Block, tmp_path: Path) -> None:
    file = tmp_path / "snippet.yml"
    file.write_text(block.body, encoding="utf-8")
    assert _complaints(file, SCHEMAS[block.mark.removeprefix("ci: ")]) == ""


def test_there_are_snippets_for_each_host() -> None:
    assert {block.mark.removeprefix("ci: ") for block in blocks("yaml")} >= set(SCHEMAS)
    assert DOCUMENTS


def _steps() -> dict[str, dict[str, Any]]:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return {step["name"]: step for step in action["runs"]["steps"] if "run" in step}


def test_the_steps_of_the_action_run(tmp_path: Path) -> None:
    maps = tmp_path / "maps"
    maps.mkdir()
    _repository(maps, {"good.blueprint.yaml": GOOD, "bad.blueprint.yaml": BAD})
    files = {name: tmp_path / name for name in ("output", "summary")}
    for file in files.values():
        file.touch()
    environment = {
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_OUTPUT": str(files["output"]),
        "GITHUB_STEP_SUMMARY": str(files["summary"]),
        "ACTION_PATH": str(ROOT),
        "VERSION": "",
        "PATHS": ".",
        "ARGS": "--ignore BP301",
    }
    steps = _steps()
    shell = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c")
    install = _run(*shell, steps["Install blueprint"]["run"], cwd=maps, **environment)
    assert install.returncode == 0, install.stderr
    lint = _run(*shell, steps["Check blueprints"]["run"], cwd=maps, **environment)
    assert lint.returncode == 1, lint.stderr
    assert lint.stdout.startswith("::warning file=bad.blueprint.yaml,line=4,")
    assert files["output"].read_text(encoding="utf-8") == f"sarif={tmp_path}/blueprint.sarif\n"
    assert files["summary"].read_text(encoding="utf-8").startswith("## Blueprint lint: 1 warning")
    sarif = json.loads((tmp_path / "blueprint.sarif").read_text(encoding="utf-8"))
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in sarif["runs"][0]["results"]
    }
    assert uris == {"bad.blueprint.yaml", "good.blueprint.yaml"}


GH = """#!/usr/bin/env bash
echo "$*" >> "$CALLS"
case "$*" in *--paginate*) cat "$KNOWN";; *) cat "$RUNNER_TEMP/blueprint-comment.md" > "$SENT";; esac
exit "${GH_FAILS:-0}"
"""


@pytest.fixture
def request_(tmp_path: Path) -> Path:
    """A repository with two commits, `blueprint` where the action installs it, and a `gh` that writes down its calls."""
    maps = tmp_path / "maps"
    maps.mkdir()
    old = GOOD.replace("steps:", "teams: {care: Care}\nsteps:")
    _repository(maps, {"a.blueprint.yaml": old, "b.blueprint.yaml": GOOD, "c.blueprint.yaml": GOOD})
    (maps / "a.blueprint.yaml").rename(maps / "renamed.blueprint.yaml")
    (maps / "renamed.blueprint.yaml").write_text(old.replace("Phones", "Writes to"), encoding="utf-8")
    (maps / "b.blueprint.yaml").write_text(f"# a comment\n{GOOD}", encoding="utf-8")
    (maps / "c.blueprint.yaml").unlink()
    programs = tmp_path / "blueprint/bin"
    programs.mkdir(parents=True)
    (programs / "blueprint").symlink_to(SCRIPTS / "blueprint")
    (programs / "gh").write_text(GH, encoding="utf-8")
    (programs / "gh").chmod(0o755)
    for name in ("output", "summary", "known", "calls"):
        (tmp_path / name).touch()
    return tmp_path


def _compared(folder: Path, name: str, **more: str) -> subprocess.CompletedProcess[str]:
    shell = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c")
    outputs = dict(
        line.split("=", 1) for line in (folder / "output").read_text(encoding="utf-8").splitlines()
    )
    environment = {
        "RUNNER_TEMP": str(folder),
        "GITHUB_OUTPUT": str(folder / "output"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        "ACTION_PATH": str(ROOT),
        "BASE": "HEAD",
        "PATH": f"{folder / 'blueprint/bin'}{os.pathsep}{os.environ['PATH']}",
        "CALLS": str(folder / "calls"),
        "KNOWN": str(folder / "known"),
        "SENT": str(folder / "sent"),
        "REPOSITORY": "colibri/maps",
        "NUMBER": "7",
        "RUN": "https://example.org/run",
        "DIFFERENCE": outputs.get("difference", ""),
        "CHANGED": outputs.get("changed", ""),
        **more,
    }
    return _run(*shell, _steps()[name]["run"], cwd=folder / "maps", **environment)


def test_the_action_tells_what_a_pull_request_changes(request_: Path) -> None:
    compared = _compared(request_, "Compare with the base")
    assert compared.returncode == 0, compared.stderr
    summary = (request_ / "summary").read_text(encoding="utf-8")
    assert "“Phones the help desk” now reads “Writes to the help desk”" in summary
    assert "this map was removed" in summary
    assert "b.blueprint.yaml" not in summary
    pictures = sorted(path.name for path in (request_ / "blueprint-difference/pictures").iterdir())
    assert pictures == ["c.before.svg", "renamed.after.svg", "renamed.before.svg", "renamed.change.svg"]
    assert "worktree" not in _run("git", "worktree", "list", cwd=request_ / "maps").stdout.partition("\n")[2]
    commented = _compared(request_, "Comment on the pull request")
    assert commented.returncode == 0, commented.stderr
    sent = (request_ / "sent").read_text(encoding="utf-8")
    assert sent.startswith("<!-- blueprint: difference -->\n**2 maps differ**\n\n### Late parcel\n")
    calls = (request_ / "calls").read_text(encoding="utf-8").splitlines()
    assert "--method POST repos/colibri/maps/issues/7/comments -F body=@" in calls[1]


def test_the_action_writes_over_its_own_comment(request_: Path) -> None:
    assert _compared(request_, "Compare with the base").returncode == 0
    (request_ / "known").write_text("41\n42\n", encoding="utf-8")
    assert _compared(request_, "Comment on the pull request").returncode == 0
    assert "--method PATCH repos/colibri/maps/issues/comments/41 " in (request_ / "calls").read_text(
        encoding="utf-8"
    )


def test_a_token_that_may_not_comment_does_not_fail_the_run(request_: Path) -> None:
    assert _compared(request_, "Compare with the base").returncode == 0
    commented = _compared(request_, "Comment on the pull request", GH_FAILS="1")
    assert commented.returncode == 0
    assert commented.stdout.startswith("::notice::The difference could not be commented")


def test_without_a_difference_nothing_is_commented(request_: Path) -> None:
    assert _run("git", "checkout", "-q", "--", ".", cwd=request_ / "maps").returncode == 0
    (request_ / "maps/renamed.blueprint.yaml").unlink()
    assert _compared(request_, "Compare with the base").returncode == 0
    assert not (request_ / "blueprint-difference/pictures").exists()
    assert _compared(request_, "Comment on the pull request").returncode == 0
    assert "POST" not in (request_ / "calls").read_text(encoding="utf-8")


def test_an_unknown_base_stops_the_comparison(request_: Path) -> None:
    assert _compared(request_, "Compare with the base", BASE="0" * 40).returncode != 0
