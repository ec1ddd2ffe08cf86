"""The installed command: exit codes, streams, files; bad input gets one line and a way out, never a traceback."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from .conftest import Run

ROOT = Path(__file__).parents[2]
SKETCH = b"blueprint: 1\ntitle: Late parcel\nsteps:\n  - customer: Phones the help desk\n"
BROKEN = b"blueprint: 1\ntitle: T\nsteps:\n  - {customer: A, frontstage: {action: B, owner: unknown}}\n"


@pytest.fixture
def sketch(tmp_path: Path) -> Path:
    path = tmp_path / "late.blueprint.yaml"
    path.write_bytes(SKETCH)
    return path


def test_version_and_help(blueprint: Run) -> None:
    for arguments in (["--version"], ["-V"]):
        result = blueprint(*arguments)
        assert (result.returncode, result.stdout, result.stderr) == (0, b"blueprint 0.1.0\n", b"")
    result = blueprint("--help")
    assert result.returncode == 0
    listed = re.findall(r"^  ([a-z-]+)  ", result.stdout.decode().partition("Commands:\n")[2], re.MULTILINE)
    assert {"diff", "import", "lint", "new", "render", "rules", "schema", "timings"} <= set(listed)
    for command in listed:
        helped = blueprint(command, "--help")
        assert helped.returncode == 0
        assert b"Examples:\n    blueprint" in helped.stdout
        assert max(len(line) for line in helped.stdout.decode().splitlines()) <= 80


def test_without_a_word_the_help_is_shown(blueprint: Run) -> None:
    result = blueprint()
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout == blueprint("--help").stdout


def test_an_interrupted_command_says_130(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys, threading; sys.argv = ['blueprint', 'lint', '-']\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where tests run in the background\n"
        "threading.Timer(1, lambda: os.kill(os.getpid(), signal.SIGINT)).start()\n"
        "from blueprint_cli.__main__ import main\n"
        "raise SystemExit(main())"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.wait(timeout=30) == 130
        assert process.stderr is not None
        assert process.stderr.read() == b""


def test_the_first_sketch_is_quiet(blueprint: Run, sketch: Path) -> None:
    result = blueprint("lint", sketch.name)
    assert result.returncode == 0
    assert re.search(rb"^(\d+) problems in the map: \1 info \(1 file\)$", result.stdout, re.MULTILINE)
    assert blueprint("lint", sketch.name, "--fail-on", "info").returncode == 1


def test_full_findings_read_in_80_columns(blueprint: Run, tmp_path: Path) -> None:
    (tmp_path / "late.blueprint.yaml").write_bytes(BROKEN)
    result = blueprint("lint", "--select", "BP101")
    assert result.stdout.decode() == (
        "late.blueprint.yaml:4:49: error BP101 missing-owner\n"
        "  nobody answers for 'B'\n"
        "    |\n"
        "  4 |   - {customer: A, frontstage: {action: B, owner: unknown}}\n"
        "    |                                                  ^^^^^^^\n"
        "  help: find the team that should, and name it\n"
        "\n"
        "1 problem in the map: 1 error (1 file)\n"
    ).replace("4:49", "4:50")
    assert result.returncode == 1


def test_json_and_concise_and_several_outputs(blueprint: Run, tmp_path: Path) -> None:
    (tmp_path / "late.blueprint.yaml").write_bytes(BROKEN)
    result = blueprint("lint", "--select", "BP101", "--format", "concise", "--format", "json:out.json")
    assert result.stdout == b"late.blueprint.yaml:4:50: BP101 error missing-owner: nobody answers for 'B'\n"
    found = json.loads((tmp_path / "out.json").read_bytes())
    assert found["version"] == 1
    assert found["summary"] == {"files": 1, "error": 1, "warning": 0, "info": 0}
    (finding,) = found["findings"]
    assert finding.pop("fingerprint")
    assert finding == {
        "code": "BP101", "name": "missing-owner", "severity": "error", "about": "map", "message": "nobody answers for 'B'",
        "help": "find the team that should, and name it", "file": "late.blueprint.yaml", "line": 4, "column": 50, "end_line": 4,
        "end_column": 57, "at": "steps[0].frontstage[0].owner", "fix": None,
    }  # fmt: skip


def test_standard_input_and_several_files(blueprint: Run, tmp_path: Path) -> None:
    result = blueprint(
        "lint", "-", "--stdin-filename", "maps/x.blueprint.yaml", "--format", "concise", stdin=BROKEN
    )
    assert b"maps/x.blueprint.yaml:4:50: BP101" in result.stdout
    (tmp_path / "a").mkdir()
    for name in ("a/one.blueprint.yaml", "a/two.blueprint.yml", "a/three.yaml"):
        (tmp_path / name).write_bytes(SKETCH)
    assert b"(2 files)" in blueprint("lint").stdout
    assert b"(3 files)" in blueprint("lint", "a", "a/three.yaml").stdout
    assert b"(2 files)" in blueprint("lint", "a/t*").stdout


def test_the_others_are_still_checked(blueprint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.blueprint.yaml").write_bytes(b"{")
    (tmp_path / "b.blueprint.yaml").write_bytes(BROKEN)
    result = blueprint("lint", "--format", "concise")
    assert result.returncode == 1
    assert b"a.blueprint.yaml:1:1: BP001" in result.stdout
    assert b"b.blueprint.yaml:4:50: BP101" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lint", "lat.blueprint.yaml"], "there is no file or folder lat.blueprint.yaml (did you mean late.blueprint.yaml?)"),
        (["lint", "--select", "mising-owner"], "there is no rule 'mising-owner' (did you mean missing-owner?)"),
        (["lint", "--format", "jsn"], "there is no format 'jsn' (did you mean json?)"),
        (["lint", "nothing*"], "no file matches nothing* (look at it with ls, or name a folder)"),
        (["lint", "--selct", "BP1"], "there is no option --selct (did you mean --select?)"),
        (["lint", "--format"], "option '--format' requires an argument"),
        (["lnt"], "there is no command 'lnt' (did you mean lint?)"),
        (["render", "lost.blueprint.yaml"], "there is no file lost.blueprint.yaml"),
        (["render", "late.blueprint.yaml"], "no format was asked for (add --to with one of csv, "),
        (["render", "late.blueprint.yaml", "--to", "sgv"], "there is no format 'sgv' (did you mean svg?)"),
        (["render", "late.blueprint.yaml", "-o", "no/where.svg"], "there is no folder no (make it first, or name another one)"),
        (["render", "late.blueprint.yaml", "-o", "late.blueprint.yaml", "--to", "svg"], "late.blueprint.yaml is the blueprint itself (name another file with -o)"),
        (["render", "nope.yaml", "--to", "svg"], "there is no file nope.yaml"),
        (["render", "late.blueprint.yaml", "--to", "svg", "--persona", "vip"], "the blueprint knows no persona 'vip' (it names no persona)"),
        (["lint", "--format", "json", "--format", "md:no/where.md"], "there is no folder no (make it first, or name another one)"),
        (["lint", "--format", "md:."], ". is a folder (name a file in it, as in findings.md)"),
        (["diff", "late.blueprint.yaml", "late.blueprint.yaml", "-o", "no/where.md"], "there is no folder no (make it first, or name another one)"),
        (["diff", "-", "-"], "standard input can be one of the two maps only (name a file for the other)"),
        (["import", "back.xlsx", "--into", "late.blueprint.yaml", "-o", "new.blueprint.yaml"], "--into and -o exclude each other"),
        (["timings", "."], ". is a folder (name a blueprint file in it)"),
        (["timings", "late.blueprint.yaml", "--start", "noon"], "'noon' is not a moment (write Friday 17:00, or 2026-11-27T17:00)"),
        (["rules", "BP999"], "there is no rule 'BP999'"),
        (["new", "--template", "refnud"], "there is no template 'refnud' (did you mean refund?)"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_trouble_with_the_run_is_one_line_and_exit_2(
    blueprint: Run, sketch: Path, arguments: list[str], said: str
) -> None:
    assert sketch.exists()
    result = blueprint(*arguments)
    assert result.returncode == 2
    assert result.stdout == b""
    lines = result.stderr.decode().splitlines()
    assert len(lines) == 1
    assert lines[0].lower().startswith(f"blueprint: {said}".lower()), lines[0]


def test_an_empty_folder_is_exit_2_unless_allowed(blueprint: Run) -> None:
    assert blueprint("lint").returncode == 2
    assert blueprint("lint", "--allow-empty").returncode == 0


def test_maps_with_errors_are_neither_drawn_nor_timed(blueprint: Run, tmp_path: Path) -> None:
    (tmp_path / "x.blueprint.yaml").write_bytes(SKETCH.replace(b"customer:", b"custmer:"))
    for command in (["render", "x.blueprint.yaml", "--to", "svg"], ["timings", "x.blueprint.yaml"]):
        result = blueprint(*command)
        assert (result.returncode, result.stdout) == (1, b"")
        assert b"BP002" in result.stderr
        assert b"did you mean customer?" in result.stderr
    assert not (tmp_path / "x.svg").exists()
    loop = SKETCH + b"    next: again\n    id: again\n"
    (tmp_path / "y.blueprint.yaml").write_bytes(loop)
    assert blueprint("render", "y.blueprint.yaml", "--to", "svg").returncode == 0
    assert b"BP308" in blueprint("timings", "y.blueprint.yaml").stderr


def test_render_writes_beside_the_file_and_says_where(blueprint: Run, sketch: Path) -> None:
    for form in ("svg", "dot", "xlsx", "csv", "tsv", "md"):
        result = blueprint("render", sketch.name, "--to", form)
        assert (result.returncode, result.stdout, result.stderr.decode()) == (0, b"", f"late.{form}\n")
        assert (
            blueprint("render", sketch.name, "--to", form, "-o", "-").stdout
            == (sketch.parent / f"late.{form}").read_bytes()
        )


@pytest.mark.parametrize("form", ["svg", "dot", "xlsx"])
def test_the_same_bytes_whatever_the_hash_seed(blueprint: Run, form: str) -> None:
    example = str(ROOT / "examples/colis-en-retard.blueprint.yaml")
    made = {
        blueprint("render", example, "--to", form, "-o", "-", env={"PYTHONHASHSEED": seed, "TZ": zone}).stdout
        for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo"), ("77", "UTC"))
    }
    assert len(made) == 1


@pytest.mark.parametrize("paper", [[], ["--paper", "A3"]], ids=["sheet", "A3"])
def test_a_pdf_bears_neither_clock_nor_time_zone(blueprint: Run, dot: str, paper: list[str]) -> None:
    assert dot
    example = str(ROOT / "examples/shoeshine.blueprint.yaml")
    made = {
        blueprint("render", example, "--to", "pdf", *paper, "-o", "-", env={"TZ": zone}).stdout
        for zone in ("UTC", "Asia/Tokyo", "America/New_York")
    }
    assert len(made) == 1


def test_png_and_pdf_come_from_graphviz(blueprint: Run, dot: str) -> None:
    assert dot
    example = str(ROOT / "examples/colis-en-retard.blueprint.yaml")
    assert blueprint("render", example, "--to", "png", "-o", "-").stdout.startswith(b"\x89PNG")
    pdf = blueprint("render", example, "--to", "pdf", "-o", "-").stdout
    assert pdf.startswith(b"%PDF")
    told = PdfReader(io.BytesIO(pdf)).metadata
    assert told is not None
    assert told.creation_date_raw == "D:20261015000000Z"
    assert pdf == blueprint("render", example, "--to", "pdf", "-o", "-").stdout


def test_without_graphviz_one_line_names_the_way_out(blueprint: Run, sketch: Path) -> None:
    result = blueprint("render", sketch.name, "--to", "png", env={"PATH": "/nowhere"})
    assert result.returncode == 2
    assert result.stderr.startswith(
        b"blueprint: png needs Graphviz, and `dot` is not on the PATH (Debian and Ubuntu: apt install graphviz;"
    )
    assert not (sketch.parent / "late.png").exists()


def test_the_workbook_opens_in_libreoffice(blueprint: Run, soffice: str, tmp_path: Path) -> None:
    example = str(ROOT / "examples/colis-en-retard.blueprint.yaml")
    assert blueprint("render", example, "-o", "colis.xlsx").returncode == 0
    home = tmp_path / "home"
    subprocess.run(
        [soffice, f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2", "colis.xlsx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    text = next(tmp_path.glob("*.csv")).read_text(encoding="utf-8")
    assert "Commande en ligne et paie par carte" in text
    assert "Ligne de visibilité" in text


def test_new_writes_a_starter_that_lints_clean(blueprint: Run, tmp_path: Path) -> None:
    result = blueprint("new", "Home delivery")
    assert (result.returncode, result.stderr) == (
        0,
        b"home-delivery.blueprint.yaml\nnext: blueprint lint home-delivery.blueprint.yaml\n",
    )
    assert b'title: "Home delivery"\n' in (tmp_path / "home-delivery.blueprint.yaml").read_bytes()
    (tmp_path / "maps").mkdir()
    assert blueprint("new", "maps/returns").stderr.startswith(b"maps/returns.blueprint.yaml\n")
    assert blueprint("new", "nowhere/returns").stderr.startswith(
        b"blueprint: there is no folder nowhere (make it first"
    )
    again = blueprint("new", "Home delivery")
    assert (again.returncode, again.stderr) == (
        2,
        b"blueprint: home-delivery.blueprint.yaml is already there (choose another name, or remove it first)\n",
    )


def test_new_maps_name_the_schema_where_it_is_written(blueprint: Run, tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    assert blueprint("schema", "--write").stderr == b"schemas/blueprint.schema.json\n"
    for name, template in (("shop", "blank"), ("maps/shop", "refund")):
        assert blueprint("new", name, "--template", template).returncode == 0
        path = tmp_path / f"{name}.blueprint.yaml"
        head, _, told = path.read_text(encoding="utf-8").partition("\n")[0].partition("$schema=")
        assert head == "# yaml-language-server: "
        assert (path.parent / told).resolve() == (tmp_path / "schemas/blueprint.schema.json").resolve()


def test_every_template_is_there_in_both_languages_and_lints_clean(blueprint: Run, tmp_path: Path) -> None:
    listed = blueprint("new", "--list").stdout.decode()
    names = [line.split()[0] for line in listed.splitlines()]
    folder = ROOT / "src/blueprint_cli/templates"
    assert names == sorted({path.name.partition(".")[0] for path in folder.glob("*.blueprint.yaml")})
    assert set(names) >= {"blank", "late-parcel", "refund", "bank-account", "car-purchase", "shoeshine"}
    for name in names:
        for lang in ("en", "fr"):
            assert blueprint("new", f"{name}-{lang}", "--template", name, "--lang", lang).returncode == 0
    result = blueprint("lint", "--format", "json")
    assert result.returncode == 0
    found = json.loads(result.stdout)["findings"]
    assert {finding["severity"] for finding in found} == {"info"}
    # The maps show weak services on purpose; about the maps themselves there is nothing to say but a time left out.
    assert {finding["code"] for finding in found if finding["about"] == "map"} <= {"BP301"}
    assert len(list(tmp_path.glob("*.yaml"))) == 2 * len(names)


def test_timings_for_people_and_for_scripts(blueprint: Run) -> None:
    example = str(ROOT / "examples/refund-as-is.blueprint.yaml")
    text = blueprint("timings", example, "--by", "owner")
    assert text.returncode == 0
    assert max(len(line) for line in text.stdout.decode().splitlines()) <= 80
    assert b"Repair first" in text.stdout
    found = json.loads(blueprint("timings", example, "--format", "json").stdout)
    assert list(found)[:24] == [
        "version", "blueprint", "clock", "method", "lead_s", "work_s", "critical_work_s", "activity_ratio", "customer_s", "visible_s",
        "longest_silence", "handoffs", "untimed", "critical_path", "steps", "actions", "spans", "by_layer", "by_owner", "by_system", "by_phase",
        "expected", "simulation", "pert",
    ]  # fmt: skip
    assert set(found["actions"][0]) >= {
        "id", "step", "layer", "owner", "start_s", "end_s", "wait_s", "work_s", "elapsed_s", "slack_s", "critical", "drag_s", "target_s", "limit_s", "gap_s", "visits",
    }  # fmt: skip
    assert set(found["spans"][0]) >= {
        "id",
        "title",
        "from",
        "to",
        "elapsed_s",
        "promise_s",
        "target_s",
        "limit_s",
        "kept",
    }
    assert found["spans"][0]["kept"] is False  # fifteen days, promised in less


def test_variants(blueprint: Run, tmp_path: Path) -> None:
    assert blueprint("new", "shop", "--template", "e-commerce-purchase").returncode == 0
    vip, standard = (
        json.loads(blueprint("timings", "shop.blueprint.yaml", "--format", "json", "--persona", name).stdout)[
            "lead_s"
        ]
        for name in ("vip", "standard")
    )
    assert vip < standard
    assert b"these are the times of Julie Martin" in blueprint("timings", "shop.blueprint.yaml").stderr
    picture = blueprint("render", "shop.blueprint.yaml", "--to", "svg", "-o", "-", "--persona", "club").stdout
    assert b'id="express"' in picture
    assert b'id="carry"' not in picture
    assert (tmp_path / "shop.blueprint.yaml").exists()


def test_colour_only_where_it_is_welcome(blueprint: Run, sketch: Path) -> None:
    assert b"\x1b[" not in blueprint("lint", sketch.name).stdout
    assert b"\x1b[" in blueprint("lint", sketch.name, env={"FORCE_COLOR": "1"}).stdout
    assert b"\x1b[" not in blueprint("lint", sketch.name, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout


@pytest.mark.parametrize("columns", ["40", "80", "160"])
def test_reports_keep_to_the_width(blueprint: Run, columns: str) -> None:
    example = str(ROOT / "examples/colis-en-retard.blueprint.yaml")
    lint = blueprint("lint", str(ROOT / "examples/shoeshine.blueprint.yaml"), env={"COLUMNS": columns})
    excerpts = [line for line in lint.stdout.decode().splitlines() if "|" in line]
    assert max(len(line) for line in excerpts) <= int(columns)
    if columns != "40":
        text = blueprint("timings", example, env={"COLUMNS": columns}).stdout.decode()
        assert max(len(line) for line in text.splitlines()) <= int(columns)


def test_lint_loads_neither_openpyxl_nor_graphviz(tmp_path: Path, sketch: Path) -> None:
    code = "import sys; sys.argv = ['blueprint', 'lint', 'late.blueprint.yaml', '--format', 'json']\nfrom blueprint_cli.__main__ import main\nmain()\nprint([name for name in ('openpyxl', 'graphviz', 'rich') if name in sys.modules], file=sys.stderr)"
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True)
    assert result.stderr == b"[]\n"
    assert sketch.exists()


def test_the_version_imports_next_to_nothing() -> None:
    code = "import sys; sys.argv = ['blueprint', '--version']\nfrom blueprint_cli.__main__ import main\nmain()\nprint(sorted(name for name in sys.modules if name.split('.')[0] in ('blueprint_cli', 'typer', 'pydantic', 'yaml')))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert result.stdout.splitlines()[-1] == b"['blueprint_cli', 'blueprint_cli.__main__']"


def test_a_reader_that_goes_away_is_no_trouble(tmp_path: Path) -> None:
    result = subprocess.run(
        f"{sys.executable} -m blueprint_cli schema | head -1",
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        check=True,
        env={**os.environ},
    )
    assert (result.stdout, result.stderr) == (b"{\n", b"")


def test_the_pure_python_parser_is_found_where_libyaml_is_not(tmp_path: Path, sketch: Path) -> None:
    code = "import sys; sys.modules['yaml._yaml'] = None; sys.argv = ['blueprint', 'lint', 'late.blueprint.yaml', '--format', 'concise']\nfrom blueprint_cli.__main__ import main\nraise SystemExit(main())"
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False)
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"late.blueprint.yaml:4:5: BP404" in result.stdout
    assert sketch.exists()


def test_our_own_bug_is_one_line_and_exit_3(tmp_path: Path) -> None:
    code = "import sys; sys.argv = ['blueprint', 'rules']\nimport blueprint_cli.checks.rule as rule\nrule.own_rules = lambda: 1 / 0\nfrom blueprint_cli.__main__ import main\nraise SystemExit(main())"
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False)
    assert result.returncode == 3
    assert result.stderr.startswith(b"blueprint: this is a bug of ours: ZeroDivisionError: division by zero")
    assert result.stderr.count(b"\n") == 1


@pytest.mark.parametrize("columns", ["60", "70"])
def test_the_line_that_counts_fits_the_terminal(blueprint: Run, columns: str) -> None:
    """Counts of the map and of the service side by side are long: then the severities stand below them."""
    result = blueprint("lint", str(ROOT / "examples"), env={"COLUMNS": columns})
    *_, counts, severities = result.stdout.decode().splitlines()
    assert counts.endswith("about the service:")
    assert severities.startswith("  ")
    assert severities.endswith("info (6 files)")
    assert max(len(counts), len(severities)) <= int(columns)
    wide = blueprint("lint", str(ROOT / "examples"), env={"COLUMNS": "120"}).stdout.decode().splitlines()
    assert wide[-1] == f"{counts} {severities.strip()}"


def test_the_list_of_commands_cuts_no_sentence(blueprint: Run) -> None:
    told = blueprint("--help").stdout.decode()
    listed = told[told.index("Commands:") :].splitlines()[1:]
    assert not [line for line in listed if line.endswith("...") or len(line) > 80]
    assert "  timings    Compute where the time goes." in listed
    assert "  lint       Check blueprints: findings with place, code, excerpt and help." in listed
