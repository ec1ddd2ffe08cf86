"""How long a map of 200 steps takes to become a workbook, in times of `python -c "import openpyxl"`; at most 12.

python tests/benchmarks/workbook_out.py
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from ratios import minima  # type: ignore[import-not-found]

STEPS = 200
STEP = """  - id: s{n}
    title: Étape {n}
    emotion: {mood}
    evidence: Mail {n}
    customer: {{action: Fait la chose {n}, work: 5 min}}
    frontstage: {{action: Répond {n}, owner: sav, uses: crm, work: 5 min, wait: 2 h}}
    backstage: [{{action: Traite {n}, owner: sav, uses: crm, work: 5 min}}, {{action: Classe {n}, owner: sav}}]
    support: Enregistre {n}
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        steps = "".join(STEP.format(n=number, mood=number % 5 - 2) for number in range(STEPS))
        (folder / "x.blueprint.yaml").write_text(
            f"blueprint: 1\ntitle: Grand\nlang: fr\nsteps:\n{steps}", encoding="utf-8"
        )
        command = [sys.executable, "-m", "blueprint_cli", "render", "x.blueprint.yaml", "-o", "x.xlsx"]
        found = minima(
            {"import": [sys.executable, "-c", "import openpyxl"], "render": command}, folder, runs=3
        )
    print(f"{STEPS} steps: {found['render'] / found['import']:.1f} x import openpyxl (at most 12)")


if __name__ == "__main__":
    main()
