"""CPU seconds of `timings` on maps that are made up: `python tests/benchmarks/timings.py`.

The whole command on 1,000 actions, around the clock and by office hours, and 20,000 drawn journeys of 40 actions.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from itertools import product
from pathlib import Path

from blueprint_cli.analysis.timings import measure
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.source.loading import load

LAYERS = ("customer", "frontstage", "backstage", "support")
HOURS = """\
calendars: {office: {days: mon-fri, hours: ["09:00-12:30", "14:00-18:00"]}}
teams: {desk: {name: Desk, hours: office}}
"""


def made_up(actions: int, *, ranges: bool = False, hours: bool = False, loop: bool = False) -> str:
    """A map with so many actions, eight a step, each tied to an earlier one here and there."""
    source = random.Random(4)
    lines = ["blueprint: 1", "title: Made up", *(HOURS.splitlines() if hours else ()), "steps:"]
    for number in range(actions):
        step, place = divmod(number, 8)
        if place == 0:
            lines.append(f"- id: s{step}")
        if place % 2 == 0:
            lines.append(f"  {LAYERS[place // 2]}:")
        least, most = sorted(source.sample(range(1, 300), 2))
        times = (
            f"wait: {least}-{most} min, work: {least}-{2 * most} min"
            if ranges
            else f"wait: {most} min, work: {least} min"
        )
        after = f", after: a{number - source.randint(1, place)}" if place and source.random() < 0.4 else ""
        owner = ", owner: desk" if hours and place % 3 == 0 else ""
        lines.append(f"  - {{id: a{number}, action: Does {number}, {times}{after}{owner}}}")
        if loop and step == 2 and place == 7:
            lines.append("  next: [{to: s1, probability: 30 %}, s3]")
    return "\n".join(lines) + "\n"


def cpu_of_command(path: Path, *options: str) -> float:
    """CPU seconds of the installed command, its start included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "blueprint_cli", "timings", str(path), *options]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print each figure in a line."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made-up.blueprint.yaml"
        for hours, ranges in product((False, True), repeat=2):
            path.write_text(made_up(1000, hours=hours, ranges=ranges), encoding="utf-8")
            kind = f"{'office hours' if hours else '24/7'}{', ranges' if ranges else ''}"
            for form in ("text", "json"):
                spent = cpu_of_command(path, "--format", form)
                print(f"1,000 actions, {kind}, {form}: {spent:.2f} s")
        for name, options in (
            ("ranges", {}),
            ("ranges, office hours", {"hours": True}),
            ("ranges, a loop", {"loop": True}),
        ):
            path.write_text(made_up(40, ranges=True, **options), encoding="utf-8")
            blueprint = load(path).root
            assert isinstance(blueprint, Blueprint)
            begin = time.process_time()
            assert measure(blueprint).simulation
            print(f"20,000 journeys of 40 actions, {name}: {time.process_time() - begin:.2f} s")


if __name__ == "__main__":
    main()
