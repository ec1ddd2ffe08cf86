"""The house stands: floors, types, style, sizes; and one new file is a new rule, format or command."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
MOST_LINES, MOST_FUNCTION_LINES = 350, 50


def _tool(name: str) -> str:
    found = Path(sysconfig.get_path("scripts")) / name
    return str(found) if found.exists() else shutil.which(name) or name


@pytest.mark.parametrize(
    "command",
    [["ruff", "check"], ["ruff", "format", "--check"], ["lint-imports"], ["mypy"]],
    ids=" ".join,
)
def test_the_tools_are_content(command: list[str]) -> None:
    result = subprocess.run(
        [_tool(command[0]), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout[-4000:] + result.stderr[-2000:]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src/blueprint_cli")))
def test_files_and_functions_stay_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MOST_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < MOST_FUNCTION_LINES, node.name


def test_only_the_outermost_handler_catches_everything() -> None:
    broad = [path.name for path in SOURCES if "except Exception" in path.read_text(encoding="utf-8")]
    # A plugin is the one other place where anything may be raised: it is told by its name.
    assert sorted(broad) == ["plugins.py", "running.py"]


@pytest.mark.parametrize(
    ("folder", "name", "content", "command", "said"),
    [
        (
            "checks/rules",
            "shouting_title.py",
            '"""A title in capitals.\n\nIt shouts.\n\nBad:\n    x\n\nGood:\n    y\n"""\n'
            "from blueprint_cli.findings import Problem, Severity\n"
            'CODE = "BP699"\nABOUT = "map"\nSEVERITY = Severity.WARNING\n\n'
            "def check(blueprint):\n"
            "    if blueprint.title.isupper():\n"
            '        yield Problem(f"the title {blueprint.title} shouts", ("title",), "write it in small letters")\n',
            ["lint", "x.blueprint.yaml", "--format", "concise", "--select", "shouting-title"],
            "x.blueprint.yaml:2:8: BP699 warning shouting-title: the title LATE shouts\n",
        ),
        (
            "render/formats",
            "txt.py",
            '"""The title."""\n\ndef render(blueprint, options):\n    return f"{blueprint.title}\\n".encode()\n',
            ["render", "x.blueprint.yaml", "--to", "txt", "-o", "-"],
            "LATE\n",
        ),
        (
            "cli/commands",
            "hello.py",
            '"""`blueprint hello`."""\n\ndef command() -> int:\n    """Say hello.\n\n    Examples:\n      blueprint hello\n    """\n    print("hello")\n    return 0\n',
            ["hello"],
            "hello\n",
        ),
        (
            "report/findings",
            "count.py",
            '"""A count."""\n\ndef render(outcome, *, color, width):\n    yield f"{len(outcome.found)}\\n"\n',
            ["lint", "x.blueprint.yaml", "--format", "count", "--select", "BP103"],
            "1\n",
        ),
        ("templates", "tea.en.blueprint.yaml", "blueprint: 1\ntitle: Tea\nsteps: [Asks for tea]\n", ["new", "--template", "tea", "-o", "-"], "blueprint: 1\ntitle: Tea\nsteps: [Asks for tea]\n"),
    ],
    ids=["rule", "format", "command", "report", "template"],
)  # fmt: skip
def test_one_new_file_is_enough(
    tmp_path: Path, folder: str, name: str, content: str, command: list[str], said: str
) -> None:
    shutil.copytree(
        ROOT / "src/blueprint_cli", tmp_path / "blueprint_cli", ignore=shutil.ignore_patterns("__pycache__")
    )
    (tmp_path / "blueprint_cli" / folder / name).write_text(content, encoding="utf-8")
    (tmp_path / "x.blueprint.yaml").write_text("blueprint: 1\ntitle: LATE\nsteps: [A]\n", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "blueprint_cli", *command],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(tmp_path), "COLUMNS": "80"},
        check=False,
    )
    assert result.stderr == ""
    assert result.stdout == said
