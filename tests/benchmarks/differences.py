"""How long comparing large maps takes, in seconds of CPU: the whole command, least of several runs taken in turn.

    python tests/benchmarks/differences.py [STEPS]

The target: two maps of 300 steps in less than one second, whatever changed; and twice the steps in about twice the time.
"""

from __future__ import annotations

import random
import sys
import sysconfig
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from ratios import minima  # type: ignore[import-not-found]

WORDS = [
    "agent",
    "client",
    "parcel",
    "file",
    "phones",
    "writes",
    "looks",
    "checks",
    "types",
    "sends",
    "receives",
    "carrier",
    "invoice",
    "order",
    "stock",
    "claim",
    "date",
    "reply",
    "form",
    "ticket",
    "label",
    "scan",
    "shelf",
    "driver",
    "receipt",
    "refund",
    "voucher",
    "ledger",
    "queue",
    "counter",
    "button",
    "contract",
]
LAYERS = ("frontstage", "backstage")


def steps(count: int, chance: random.Random) -> list[list[str]]:
    """Lines of each step: eight cards with owners, systems and times."""

    def text() -> str:
        return " ".join(chance.choices(WORDS, k=6)).capitalize()

    found = []
    for number in range(count):
        lines = [
            f"  - id: step{number}",
            f"    title: {text()}",
            "    channel: web",
            f"    evidence: {text()}",
        ]
        lines += [f"    customer: {{action: {text()}, work: {chance.randint(1, 50)} min}}", "    emotion: 0"]
        for layer in LAYERS:
            lines.append(f"    {layer}:")
            lines += [
                f"      - {{action: {text()}, owner: t{chance.randint(0, 11)}, uses: s{chance.randint(0, 9)}, "
                f"wait: {chance.randint(1, 50)} min, work: {chance.randint(1, 50)} min}}"
                for _ in range(3)
            ]
        found.append([*lines, f"    pain_points: [{text()}]"])
    return found


def written(parts: list[list[str]]) -> str:
    head = ["blueprint: 1", "title: Large", "teams:", *(f"  t{n}: Team {n}" for n in range(12)), "systems:"]
    head += [*(f"  s{n}: {{name: System {n}, owner: t{n}}}" for n in range(10)), "steps:"]
    return "\n".join([*head, *(line for part in parts for line in part)]) + "\n"


Edit = Callable[[list[list[str]], random.Random], list[list[str]]]


def same(parts: list[list[str]], _: random.Random) -> list[list[str]]:
    return parts


def without_ids(parts: list[list[str]], _: random.Random) -> list[list[str]]:
    return [[f"  - {part[1].strip()}", *part[2:]] for part in parts]


def shuffled(parts: list[list[str]], chance: random.Random) -> list[list[str]]:
    return chance.sample(parts, len(parts))


def reworded(parts: list[list[str]], chance: random.Random) -> list[list[str]]:
    swaps = (("Agent", "Robot"), ("agent", "robot"), ("client", "guest"), ("parcel", "letter"))
    found = without_ids(parts, chance)
    for old, new in swaps:
        found = [[line.replace(old, new) for line in part] for part in found]
    return found


def rewritten(parts: list[list[str]], chance: random.Random) -> list[list[str]]:
    return without_ids(steps(len(parts), random.Random(chance.random())), chance)


EDITS: tuple[Edit, ...] = (same, without_ids, shuffled, reworded, rewritten)


def main() -> None:
    blueprint = str(Path(sysconfig.get_path("scripts")) / "blueprint")
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in (count, 2 * count):
            parts = steps(size, random.Random(1))
            (folder / "old.blueprint.yaml").write_text(written(parts), encoding="utf-8")
            commands = {}
            for edit in EDITS:
                file = f"{edit.__name__}.blueprint.yaml"
                (folder / file).write_text(written(edit(parts, random.Random(2))), encoding="utf-8")
                commands[edit.__name__] = [blueprint, "diff", "old.blueprint.yaml", file]
            for edited, seconds in minima(commands, folder, 3).items():
                print(f"{size:5} steps, {edited:12} {seconds:6.2f} s")


if __name__ == "__main__":
    main()
