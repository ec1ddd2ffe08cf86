"""Files at a revision of git: renames, catalogues of then, and what stands in the way."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from blueprint_cli.errors import BlueprintError
from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.source.revisions import load_at, revision_around

MAP = "blueprint: 1\ntitle: Late parcel\nsteps:\n" + "".join(
    f"  - customer: Does the thing number {n}\n" for n in range(12)
)
AUTHOR = {f"GIT_{who}_{what}": "t" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def git(folder: Path, *words: str) -> None:
    done = subprocess.run(
        ["git", *words], cwd=folder, env={**os.environ, **AUTHOR}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps/late.blueprint.yaml").write_text(MAP, encoding="utf-8")
    commit(tmp_path, "first")
    git(tmp_path, "tag", "v1")
    return tmp_path


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


def title_at(file: Path, name: str) -> str:
    root = load_at(file, name).root
    assert isinstance(root, Blueprint)
    return root.title


def test_the_old_text_is_read_and_named(repository: Path) -> None:
    file = repository / "maps/late.blueprint.yaml"
    file.write_text(MAP.replace("Late parcel", "Lost parcel"), encoding="utf-8")
    source = load_at(file, "v1")
    assert source.document.path == "v1:maps/late.blueprint.yaml"
    assert source.document.text == MAP


@pytest.mark.parametrize("how", ["committed", "staged", "not even staged"])
def test_renames_are_followed(repository: Path, how: str) -> None:
    (repository / "maps/late.blueprint.yaml").unlink()
    new = repository / "lost.blueprint.yaml"
    new.write_text(MAP.replace("number 3", "number three"), encoding="utf-8")
    if how != "not even staged":
        git(repository, "add", "-A")
    if how == "committed":
        commit(repository, "renamed")
    assert title_at(new, "v1") == "Late parcel"


def test_renames_are_followed_through_many_small_changes(repository: Path) -> None:
    text, file = MAP, repository / "maps/late.blueprint.yaml"
    for n in range(12):
        text = text.replace(f"Does the thing number {n}\n", f"Something quite different, {n * 7919}\n")
        new = repository / f"maps/name-{n}.blueprint.yaml"
        file.rename(new)
        new.write_text(text, encoding="utf-8")
        commit(repository, f"change {n}")
        file = new
    assert title_at(file, "v1") == "Late parcel"


def test_catalogues_are_those_of_then(repository: Path) -> None:
    catalogue = repository / "shared.blueprint.yaml"
    catalogue.write_text("catalog: 1\ntitle: Shared\nteams: {care: Customer care}\n", encoding="utf-8")
    file = repository / "maps/late.blueprint.yaml"
    file.write_text(MAP.replace("steps:", "catalogs: ../shared.blueprint.yaml\nsteps:"), encoding="utf-8")
    commit(repository, "catalogue")
    catalogue.unlink()
    source = load_at(file, "HEAD")
    assert source.problems == ()
    assert isinstance(source.root, Blueprint)
    assert source.root.team_name("care") == "Customer care"


@pytest.mark.parametrize(
    ("name", "message", "way_out"),
    [
        ("mian", "git knows no revision 'mian'", "did you mean main?"),
        ("--help", "git knows no revision '--help'", "name a branch, a tag or a commit; git log shows them"),
        ("", "git knows no revision ''", "name a branch, a tag or a commit; git log shows them"),
    ],
)
def test_an_unknown_revision(repository: Path, name: str, message: str, way_out: str) -> None:
    with pytest.raises(BlueprintError) as error:
        load_at(repository / "maps/late.blueprint.yaml", name)
    assert (error.value.message, error.value.help) == (message, way_out)


def test_a_file_that_was_not_there(repository: Path) -> None:
    new = repository / "maps/new.blueprint.yaml"
    new.write_text("blueprint: 1\ntitle: New\nsteps: [Arrives]\n", encoding="utf-8")
    with pytest.raises(BlueprintError, match="did not exist at v1"):
        load_at(new, "v1")


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(BlueprintError, match="is not in a git repository"):
        revision_around(tmp_path, "HEAD")


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(BlueprintError, match="git is not installed"):
        revision_around(repository, "HEAD")


def test_a_hook_s_environment_does_not_lead_astray(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert title_at(repository / "maps/late.blueprint.yaml", "v1") == "Late parcel"


def test_a_repository_that_git_does_not_trust(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    with pytest.raises(BlueprintError, match="git does not trust the repository") as error:
        revision_around(repository, "HEAD")
    assert error.value.help == f"git config --global --add safe.directory {repository.resolve().as_posix()}"
