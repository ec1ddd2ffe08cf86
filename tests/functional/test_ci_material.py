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


def _valid(file: Path, schema: str) -> None:
    checker = str(SCRIPTS / "check-jsonschema")
    result = _run(checker, "--builtin-schema", schema, str(file), cwd=ROOT)
    assert result.returncode == 0, result.stdout


def test_the_action_is_valid() -> None:
    _valid(ROOT / "action.yml", "vendor.github-actions")


@pytest.mark.parametrize(
    "block",
    [block for block in blocks("yaml") if block.mark.removeprefix("ci: ") in SCHEMAS],
    ids=lambda block: block.name,
)
def test_the_snippets_are_valid(block: Block, tmp_path: Path) -> None:
    file = tmp_path / "snippet.yml"
    file.write_text(block.body, encoding="utf-8")
    _valid(file, SCHEMAS[block.mark.removeprefix("ci: ")])


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
