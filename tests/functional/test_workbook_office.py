"""What a workbook shows before anything is calculated is what LibreOffice calculates, in xlsx and in ods."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.render.formats import ods, xlsx
from blueprint_cli.render.options import Options
from blueprint_cli.source.loading import load, load_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = Path(__file__).parents[2] / "examples"
HOSTILE = r"""
blueprint: 1
title: "=1+1"
calendars: {office: {days: mon-fri, hours: "09:00-17:00"}}
teams: {a: {name: "=Ops*?"}, b: {name: "<>~x\"y"}, c: {name: "123"}, d: {name: "@SUM(1)", hours: office}}
steps:
  - title: "-2+3"
    phase: "*"
    target: 1 h
    customer: {action: "@SUM(A1)", wait: 3 d, work: 10 min}
    frontstage: [{action: "=HYPERLINK(\"http://x\")", owner: a, work: 20 min}, {action: "x", owner: b, wait: 2 h}]
    backstage: [{action: "#N/A", owner: d, elapsed: 4 h, work: 30 min}, {action: "'quoted", owner: c, work: 1-3 h}]
  - title: 1/2
    phase: "?"
    customer: {action: "_x0041_", wait: 2 working days}
    frontstage: {action: "00123", owner: a, work: 45 s}
  - title: "~"
    phase: "*"
    customer: "TRUE"
"""
UNTIMED = """
blueprint: 1
title: A journey whose times nobody knows yet
steps: [Hears of it, Tries it, {title: Pays, phase: Buying, customer: {action: Pays, work: 5 min}}, Uses it]
"""
ODD = """
blueprint: 1
title: Times with half minutes, and moods that some share
phases: [{id: a, title: A}]
spans: [{id: s, title: S, from: one, to: four, promise: 4 h}]
steps:
  - {id: one, title: One, phase: a, emotion: {anna: 1, bob: -1}, customer: {action: Goes, work: 5-40 min}}
  - {id: two, title: Two, phase: a, emotion: -2, customer: {action: Waits, wait: 100-205 min, work: 61-62 min}}
  - {id: three, title: Three, customer: {action: Asks, wait: 45 s}, frontstage: {action: Says, work: 90 s}}
  - {id: four, title: Four, target: 2 h, customer: {action: Has it, wait: 60-71 min}, backstage: {action: Sends, wait: 61-62 min}}
"""
VARIANTS = """
blueprint: 1
title: Two kinds of customers
teams: {desk: Desk, shop: Shop}
personas: {a: Anna, b: Bob}
persona: a
phases: [{id: p, title: P}, {id: q, title: Q}]
steps:
  - title: Asks
    phase: p
    customer: {action: Asks, work: 5 min}
    backstage:
      - {action: Checks, only: a, owner: desk, wait: 3 d}
      - {action: Fetches, only: b, owner: desk, wait: 12 h 40, work: 30 min}
  - {title: Pays, phase: p, only: b, customer: {action: Pays, owner: shop, work: 20 min}}
  - {title: Signs, phase: q, only: b, customer: {action: Signs, owner: shop, wait: unknown, work: unknown}}
  - {title: Gets, customer: {action: Gets, owner: shop, work: 1-20 min}}
"""
HALF = """
blueprint: 1
title: Work that is known beside waiting that is not
teams: {desk: Desk, shop: Shop}
steps:
  - {title: Rings, customer: {action: Rings, owner: shop, wait: unknown, work: 2 min}}
  - {title: Talks, customer: {action: Talks, owner: desk, work: 9 min}}
  - {title: Waits, customer: {action: Waits, owner: desk, wait: 1 h, work: unknown}}
"""

pytestmark = pytest.mark.system


@pytest.fixture(params=["colis-en-retard", "refund-as-is", "hostile", "untimed", "odd", "variants", "half"])
def blueprint(request: pytest.FixtureRequest) -> Blueprint:
    name = request.param
    made = {
        "hostile": HOSTILE, "untimed": UNTIMED, "odd": ODD, "variants": VARIANTS, "half": HALF,
    }.get(name)  # fmt: skip
    if made:
        root = load_bytes(made.encode(), "x.blueprint.yaml", Path()).root
    else:
        root = load(EXAMPLES / f"{name}.blueprint.yaml").root
    assert isinstance(root, Blueprint)
    return root


def test_cached_values_are_those_of_libreoffice(soffice: str, tmp_path: Path, blueprint: Blueprint) -> None:
    """The values are taken out first: LibreOffice would believe them."""
    book = xlsx.render(blueprint, Options())
    (tmp_path / "x.xlsx").write_bytes(_without(book, "worksheets/sheet", rb"</f><v>[^<]*</v>", b"</f>"))
    without = re.compile(
        rb'(table:formula="[^"]*") office:value-type="(?:float|percentage)" office:value="[^"]*"'
    )
    (tmp_path / "o.ods").write_bytes(
        _without(ods.render(blueprint, Options()), "content.xml", without, rb"\1")
    )
    subprocess.run(
        [soffice, f"-env:UserInstallation={(tmp_path / 'home').as_uri()}", "--headless", "--convert-to", "xlsx", "--outdir",
         str(tmp_path / "again"), str(tmp_path / "x.xlsx"), str(tmp_path / "o.ods")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    shown = dict(_formulas(book))
    assert len(shown) > 20
    for name in ("x.xlsx", "o.xlsx"):
        calculated = load_workbook(tmp_path / "again" / name, data_only=True)
        for (sheet, place), before in shown.items():
            after = _plain(calculated[sheet][place].value)
            assert before == pytest.approx(after) if isinstance(after, (int, float)) else before == after, (
                f"{name}: {sheet}!{place}: {before!r}, {after!r}"
            )


def _without(content: bytes, part: str, pattern: Any, put: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as sent, zipfile.ZipFile(out, "w") as target:
        for name in sent.namelist():
            said = sent.read(name)
            target.writestr(name, re.sub(pattern, put, said) if part in name else said)
    return out.getvalue()


def _formulas(book: bytes) -> Iterator[tuple[tuple[str, str], Any]]:
    formulas, cached = (load_workbook(io.BytesIO(book), data_only=data_only) for data_only in (False, True))
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            yield (sheet.title, cell.coordinate), _plain(cached[sheet.title][cell.coordinate].value)


def _plain(value: Any) -> Any:
    return value.total_seconds() / 86_400 if isinstance(value, timedelta) else value or None
