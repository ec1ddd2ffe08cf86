"""How fast the command is, as ratios of CPU time on this machine: minima over several runs, taken in turn.

    python tests/benchmarks/ratios.py

Needs `check-jsonschema` beside it for the two comparisons with it (pip install check-jsonschema); they are left out without.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUNS, FILES = 7, 300
SCRIPTS = Path(sysconfig.get_path("scripts"))
# As installed: compiled code is kept, which some machines switch off while developing.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def cpu_of(command: list[str], folder: Path) -> float:
    """CPU seconds, user and system, of one run; findings and pending changes end with 1, a failure is no measurement."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
        env=ENVIRONMENT,
    )
    if done.returncode not in (0, 1) or b"Traceback" in done.stderr:
        sys.exit(f"{command} ends with {done.returncode}: {done.stderr.decode()[-300:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def minima(commands: dict[str, list[str]], folder: Path, runs: int = RUNS) -> dict[str, float]:
    """The least CPU time of each command, run in turn so that a slow moment hits all alike."""
    found: dict[str, float] = {}
    for _ in range(runs):
        for name, command in commands.items():
            found[name] = min(found.get(name, 1e9), cpu_of(command, folder))
    return found


def main() -> None:
    blueprint = str(SCRIPTS / "blueprint")
    checker = shutil.which("check-jsonschema") or str(SCRIPTS / "check-jsonschema")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = (ROOT / "src/blueprint_cli/templates/late-parcel.fr.blueprint.yaml").read_text(
            encoding="utf-8"
        )
        (folder / "one.blueprint.yaml").write_text(text, encoding="utf-8")
        shutil.copy(ROOT / "schemas/blueprint.schema.json", folder)
        many = folder / "many"
        many.mkdir()
        for number in range(FILES):
            (many / f"map-{number:03}.blueprint.yaml").write_text(text, encoding="utf-8")
        one = minima(
            {
                "python -c pass": [sys.executable, "-c", "pass"],
                "blueprint --version": [blueprint, "--version"],
                "blueprint --help": [blueprint, "--help"],
                "blueprint lint, one file": [blueprint, "lint", "one.blueprint.yaml"],
                "check-jsonschema, one file": [
                    checker,
                    "--schemafile",
                    "blueprint.schema.json",
                    "one.blueprint.yaml",
                ],
                "blueprint timings": [blueprint, "timings", "one.blueprint.yaml"],
                "blueprint render, svg": [blueprint, "render", "one.blueprint.yaml", "-o", "one.svg"],
                "blueprint render, xlsx": [blueprint, "render", "one.blueprint.yaml", "-o", "one.xlsx"],
            },
            folder,
        )
        files = sorted(str(path) for path in many.iterdir())
        lots = minima(
            {
                f"blueprint lint, {FILES} files": [blueprint, "lint", "many", "--format", "concise"],
                f"check-jsonschema, {FILES} files": [
                    checker,
                    "--schemafile",
                    "blueprint.schema.json",
                    *files,
                ],
            },
            folder,
            runs=3,
        )
    base = one["python -c pass"]
    print(f"one map of {text.count(chr(10))} lines; `python -c pass` took {base * 1000:.0f} ms")
    for command, seconds in {**one, **lots}.items():
        print(f"{command:32}{seconds / base:8.1f} x pass")
    single, several = one["check-jsonschema, one file"], lots[f"check-jsonschema, {FILES} files"]
    print(f"one file:  {one['blueprint lint, one file'] / single:.2f} x check-jsonschema")
    print(f"{FILES} files: {lots[f'blueprint lint, {FILES} files'] / several:.2f} x check-jsonschema")


if __name__ == "__main__":
    main()
