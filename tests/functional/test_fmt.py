"""`blueprint fmt`: what is written, what is said and where, and the exit code."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from blueprint_cli.cli.running import run

from .conftest import Run

UNTIDY = b"blueprint: 1\ntitle:   Late parcel\nsteps:\n- customer: {action: Phones , work: 5 min } # a fact\n"
TIDY = b"blueprint: 1\ntitle: Late parcel\nsteps:\n  - customer: {action: Phones, work: 5 min}  # a fact\n"
BROKEN = b"blueprint: 1\ntitle: [\n"
NAME = "late.blueprint.yaml"


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_bytes(UNTIDY)
    return path


def test_the_help_has_examples_and_fits(blueprint: Run) -> None:
    result = blueprint("fmt", "--help")
    assert result.returncode == 0
    assert b"Examples:\n    blueprint fmt\n" in result.stdout
    assert max(len(line) for line in result.stdout.decode().splitlines()) <= 80


def test_files_are_rewritten_and_named(blueprint: Run, untidy: Path) -> None:
    result = blueprint("fmt")
    assert (result.returncode, result.stdout) == (0, b"")
    assert result.stderr == b"blueprint: formatted late.blueprint.yaml\nblueprint: 1 of 1 file formatted\n"
    assert untidy.read_bytes() == TIDY
    before = untidy.stat()
    result = blueprint("fmt", NAME)
    assert (result.returncode, result.stderr) == (0, b"blueprint: 0 of 1 file formatted\n")
    assert (untidy.stat().st_mtime_ns, untidy.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_check_names_files_and_writes_nothing(blueprint: Run, untidy: Path) -> None:
    (untidy.parent / "tidy.blueprint.yaml").write_bytes(TIDY)
    result = blueprint("fmt", "--check")
    assert (result.returncode, result.stdout) == (1, b"late.blueprint.yaml\n")
    assert result.stderr == b"blueprint: 1 of 2 files would be formatted\n"
    assert untidy.read_bytes() == UNTIDY
    result = blueprint("fmt", "--check", "tidy.blueprint.yaml")
    assert (result.returncode, result.stdout) == (0, b"")


def test_diff_shows_and_writes_nothing(blueprint: Run, untidy: Path) -> None:
    for more in ([], ["--check"]):
        result = blueprint("fmt", "--diff", *more)
        assert result.returncode == 1
        assert result.stdout.decode() == (
            "--- late.blueprint.yaml\n"
            "+++ late.blueprint.yaml\n"
            "@@ -1,4 +1,4 @@\n"
            " blueprint: 1\n"
            "-title:   Late parcel\n"
            "+title: Late parcel\n"
            " steps:\n"
            "-- customer: {action: Phones , work: 5 min } # a fact\n"
            "+  - customer: {action: Phones, work: 5 min}  # a fact\n"
        )
        assert untidy.read_bytes() == UNTIDY
    untidy.write_bytes(TIDY)
    result = blueprint("fmt", "--diff")
    assert (result.returncode, result.stdout) == (0, b"")


def test_a_diff_shows_line_ends_and_the_lack_of_one(blueprint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.blueprint.yaml").write_bytes(b"a:  1\r\nb: 2")
    result = blueprint("fmt", "--diff")
    assert b"-a:  1\r\n-b: 2\n\\ No newline at end of file\n+a: 1\r\n+b: 2\r\n" in result.stdout
    (tmp_path / "a.blueprint.yaml").write_bytes(b"a:  1\rb: 2\r")
    assert b"-a:  1\r\n+a: 1\r\n b: 2\r\n" in blueprint("fmt", "--diff").stdout


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_the_byte_order_mark_stay(
    blueprint: Run, untidy: Path, end: bytes, mark: bytes
) -> None:
    wanted = mark + TIDY.replace(b"\n", end)
    untidy.write_bytes(mark + UNTIDY.replace(b"\n", end))
    result = blueprint("fmt", "-", stdin=untidy.read_bytes())
    assert (result.returncode, result.stdout, result.stderr) == (0, wanted, b"")
    assert blueprint("fmt").returncode == 0
    assert untidy.read_bytes() == wanted


def test_a_file_that_does_not_parse_is_left_alone_and_the_others_are_not(
    blueprint: Run, untidy: Path
) -> None:
    broken = untidy.parent / "a.blueprint.yaml"
    broken.write_bytes(BROKEN)
    result = blueprint("fmt")
    assert (result.returncode, result.stdout) == (1, b"")
    said = result.stderr.decode().splitlines()
    assert said[0].startswith("blueprint: left alone: a.blueprint.yaml:")
    assert said[1:] == [
        "blueprint: formatted late.blueprint.yaml",
        "blueprint: 1 of 2 files formatted, 1 left alone",
    ]
    assert broken.read_bytes() == BROKEN
    assert untidy.read_bytes() == TIDY
    assert blueprint("fmt", "--check", "a.blueprint.yaml").returncode == 1
    assert blueprint("fmt", "--diff", "a.blueprint.yaml").returncode == 1


def test_a_result_that_cannot_be_verified_is_not_written(blueprint: Run, untidy: Path) -> None:
    untidy.write_bytes(b"  --- x\n")
    result = blueprint("fmt")
    assert result.returncode == 1
    assert result.stderr.startswith(b"blueprint: left alone: late.blueprint.yaml: ")
    assert untidy.read_bytes() == b"  --- x\n"


def test_standard_input(blueprint: Run) -> None:
    result = blueprint("fmt", "-", stdin=UNTIDY)
    assert (result.returncode, result.stdout, result.stderr) == (0, TIDY, b"")
    result = blueprint("fmt", "-", "--check", "--stdin-filename", "maps/x.blueprint.yaml", stdin=UNTIDY)
    assert (result.returncode, result.stdout) == (1, b"maps/x.blueprint.yaml\n")
    assert b"--- <stdin>\n" in blueprint("fmt", "-", "--diff", stdin=UNTIDY).stdout
    assert blueprint("fmt", "-", "--check", stdin=TIDY).returncode == 0


@pytest.mark.parametrize("raw", [BROKEN, b"\xff\xfe", b"a: \0", b"  --- x\n", b"[?]]", b"x" * 4_000_001])
def test_a_filter_gives_back_what_it_cannot_format(blueprint: Run, raw: bytes) -> None:
    result = blueprint("fmt", "-", "--stdin-filename", "x.yaml", stdin=raw)
    assert (result.returncode, result.stdout) == (1, raw)
    assert result.stderr.startswith(b"blueprint: left alone: x.yaml")
    assert result.stderr.count(b"\n") == 1


def test_catalogues_and_other_kinds_of_yaml_are_formatted_too(blueprint: Run, tmp_path: Path) -> None:
    path = tmp_path / "shared.catalog.blueprint.yaml"
    path.write_bytes(b"catalog: 1\nteams: { sav : Service }\n")
    assert blueprint("fmt").returncode == 0
    assert path.read_bytes() == b"catalog: 1\nteams: {sav: Service}\n"


def test_what_settings_exclude_is_not_touched(blueprint: Run, untidy: Path) -> None:
    (untidy.parent / "blueprint.toml").write_text('exclude = ["late*"]\n')
    result = blueprint("fmt")
    assert (result.returncode, untidy.read_bytes()) == (2, UNTIDY)
    assert result.stderr.startswith(b"blueprint: there is no blueprint in . (")
    assert blueprint("fmt", NAME).returncode == 0
    assert untidy.read_bytes() == TIDY


def test_what_is_not_there_is_one_line_and_exit_2(blueprint: Run, untidy: Path) -> None:
    result = blueprint("fmt", "lat.blueprint.yaml")
    assert result.returncode == 2
    assert result.stderr == (
        b"blueprint: there is no file or folder lat.blueprint.yaml (did you mean late.blueprint.yaml?)\n"
    )
    assert untidy.read_bytes() == UNTIDY


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link_and_the_mode_stays(blueprint: Run, untidy: Path) -> None:
    untidy.chmod(0o640)
    link = untidy.parent / "link.yaml"
    link.symlink_to(untidy.name)
    assert blueprint("fmt", "link.yaml").returncode == 0
    assert link.is_symlink()
    assert untidy.read_bytes() == TIDY
    assert untidy.stat().st_mode & 0o777 == 0o640


def test_a_file_that_cannot_be_replaced_is_one_line_and_exit_2(
    untidy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # Root may write everywhere, so the refusal of the system is played here.
    def refuse(_: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))

    monkeypatch.chdir(untidy.parent)
    monkeypatch.setattr(Path, "replace", refuse)
    assert run(["fmt"]) == 2
    assert capsys.readouterr().err == "blueprint: late.blueprint.yaml cannot be written: Permission denied\n"
    assert [path.name for path in untidy.parent.iterdir()] == [NAME]
    assert untidy.read_bytes() == UNTIDY


def test_every_template_is_canonical(blueprint: Run, tmp_path: Path) -> None:
    templates = Path(__file__).parents[2] / "src/blueprint_cli/templates"
    result = blueprint("fmt", "--check", str(templates))
    assert (result.returncode, result.stdout) == (0, b"")


def test_nothing_dear_is_imported(blueprint: Run, untidy: Path) -> None:
    code = (
        "import sys; sys.argv = ['blueprint', 'fmt', '--check', 'late.blueprint.yaml']\n"
        "from blueprint_cli.cli.running import run\n"
        "run(sys.argv[1:])\n"
        "print([name for name in ('openpyxl', 'graphviz', 'rich') if name in sys.modules])"
    )
    import subprocess

    result = subprocess.run(
        [sys.executable, "-c", code], cwd=untidy.parent, capture_output=True, check=True, timeout=60
    )
    assert result.stdout.decode().splitlines() == ["late.blueprint.yaml", "[]"]
