"""`lint --add-ignore` on the layouts that people write: everything is hidden, nothing else changes, no comment is idle."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

HEAD = "blueprint: 1\ntitle: T\nsteps:\n"
LAYOUTS = {
    "block": "  - customer: A\n    backstage: {action: B, manual: true}\n",
    "flow step": "  - {customer: A, backstage: {action: B, manual: true}}\n",
    "list of blocks": "  - customer: A\n    backstage:\n      - action: B\n        manual: true\n",
    "list at the key's column": "  - customer: A\n    backstage:\n    - {action: B}\n    - {action: C}\n",
    "dash alone": "  -\n    customer: A\n    backstage: B\n",
    "flow list": "  - customer: A\n    backstage: [B, C]\n",
    "flow list over lines": "  - customer: A\n    backstage: [\n      B,\n      {action: C}\n    ]\n",
    "flow step over lines": "  - {\n    customer: A,\n    backstage: B\n    }\n",
    "comments": "  - customer: A # é\n    # note\n    backstage:  # 📦\n      action: |\n        B # not\n",
    "quoted hash": "  - customer: A\n    backstage: 'B # x'\n",
    "quoted keys": "  - 'customer': A\n    'backstage': \"B\"\n",
    "blank lines": "  - customer: A\n\n\n    backstage:\n\n      - B\n",
    "no final line end": "  - backstage: B\n    customer: A",
    "folded text": "  - customer: A\n    backstage: >-\n      B\n      C\n",
    "comment behind a dash": "  - # c\n    customer: A\n    backstage: B\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("end", "mark"), [("\n", ""), ("\r\n", "\ufeff")])
def test_everything_is_hidden(blueprint: Run, tmp_path: Path, layout: str, end: str, mark: str) -> None:
    path = tmp_path / "m.blueprint.yaml"
    text = (HEAD + LAYOUTS[layout]).replace("\n", end)
    path.write_bytes((mark + text).encode())
    assert blueprint("lint", path.name, "--add-ignore", "décidé").returncode == 0
    written = path.read_bytes().decode()
    assert written.startswith(mark)
    lines = written.removeprefix(mark).split(end)
    assert end.join(line for line in lines if "# blueprint: ignore[" not in line) == text
    result = blueprint("lint", path.name, "--format", "concise")
    assert (result.stdout, result.returncode) == (b"", 0)


def test_of_standard_input_only_the_new_text_goes_to_standard_output(blueprint: Run) -> None:
    text = HEAD + LAYOUTS["block"]
    result = blueprint("lint", "-", "--add-ignore", "décidé", stdin=text.encode())
    written = result.stdout.decode()
    assert "\n".join(line for line in written.split("\n") if "# blueprint: ignore[" not in line) == text
    assert result.stderr.decode() == "blueprint: hid 9 findings in 1 file\nNo findings in 1 file.\n"
    assert result.returncode == 0
