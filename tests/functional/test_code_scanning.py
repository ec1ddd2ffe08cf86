"""What GitHub and GitLab take in: SARIF by its schema and by GitHub's own rules, over every defect that a rule knows."""

from __future__ import annotations

import gzip
import json
import re
import textwrap
import xml.etree.ElementTree as ET
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml

from blueprint_cli.checks.rule import own_rules
from blueprint_cli.report.line_hashes import line_hashes

from .conftest import Run

RICH = Path(__file__).parents[1] / "unit" / "checks" / "rich"
ODD = "# 📦 é\nblueprint: 1\ntitle: Dégât <b> & | `x`\nsteps:\n  - customer: A\n    evidense: '50%, a:b'\n"


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A repository with each rule's Bad example, each planted defect, and files with odd names, line ends and marks."""
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "défauts 100%"
    folder.mkdir()
    for rule in own_rules().rules:
        if bad := re.search(r"\nBad:\n((?:    .*\n|\n)+)\nGood:", rule.page):
            text = textwrap.dedent(bad[1])
            (folder / f"{rule.name}.blueprint.yaml").write_text(text, encoding="utf-8")
    for number, one in enumerate(yaml.safe_load((RICH / "planted.yaml").read_text(encoding="utf-8"))):
        sound = (RICH / f"{one['map']}.blueprint.yaml").read_text(encoding="utf-8")
        text = sound.replace(one["for"], one["write"], 1)
        ends = ("\n", "\r\n", "\r")[number % 3]
        mark = "\ufeff" if number % 2 else ""
        raw = (mark + text.replace("\n", ends)).encode()
        (folder / f"riche, n°{number}.blueprint.yaml").write_bytes(raw)
    (folder / "odd.blueprint.yaml").write_text(ODD, encoding="utf-8")
    return folder


def sarif_of(blueprint: Run, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(blueprint("lint", *arguments, "--format", "sarif").stdout)
    return found


def test_sarif_passes_its_schema(planted: Path, blueprint: Run) -> None:
    validate = import_module("sarif_kit.validate")
    log = sarif_of(blueprint, str(planted), "--select", "ALL")
    assert len(log["runs"][0]["results"]) > 300
    assert validate.validation_errors(log) == []


def test_sarif_passes_the_rules_of_github(planted: Path, blueprint: Run, tmp_path: Path) -> None:
    log = sarif_of(blueprint, str(planted), "--select", "ALL")
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    assert len(gzip.compress(json.dumps(log).encode())) < 10_000_000
    assert str(tmp_path) not in json.dumps(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        assert len(rule["shortDescription"]["text"]) <= 1024
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert rule["help"]["markdown"].count("```") == 4
        assert len(rule["properties"]["tags"]) <= 20
        assert rule["properties"]["precision"] in {"very-high", "high", "medium", "low"}
        assert rule["properties"]["problem.severity"] in {"error", "warning", "recommendation"}
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        assert not result["message"]["text"].endswith(("?.", "...."))
        assert "suppressions" not in result
        (location,) = result["locations"]
        _check_place(location["physicalLocation"], result["partialFingerprints"], tmp_path)
    prints = Counter(result["partialFingerprints"]["blueprintFinding/v1"] for result in run["results"])
    assert set(prints.values()) == {1}


def _check_place(place: dict[str, Any], prints: dict[str, str], root: Path) -> None:
    """The file exists below the root, the region is one line of it, and the hash is that line's."""
    uri, region = place["artifactLocation"]["uri"], place["region"]
    assert re.fullmatch(r"[A-Za-z0-9%/._~-]+", uri)
    assert not uri.startswith(("./", "/"))
    text = (root / unquote(uri)).read_bytes().decode()
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    assert 1 <= region["startLine"] == region["endLine"] <= len(lines)
    assert 1 <= region["startColumn"] <= region["endColumn"] <= len(lines[region["startLine"] - 1]) + 1
    assert prints["primaryLocationLineHash"] == line_hashes(text)[region["startLine"]]


def test_annotations_come_worst_first_and_escaped(planted: Path, blueprint: Run) -> None:
    lines = blueprint("lint", str(planted), "--select", "ALL", "--format", "github").stdout.decode()
    commands = [line for line in lines.splitlines() if line.startswith("::")]
    kinds = [line.split(" ", 1)[0] for line in commands]
    assert kinds == sorted(kinds, key=["::error", "::warning", "::notice"].index)
    for line in commands:
        said = re.fullmatch(r"::(?:error|warning|notice) ([^:]*)::(.+)", line)
        assert said, line
        properties = dict(pair.split("=", 1) for pair in said[1].split(","))
        assert set(properties) - {"endColumn"} == {"file", "line", "endLine", "col", "title"}
        assert not re.search(r"%(?!25|0D|0A|3A|2C)", said[1] + said[2])
    assert "défauts 100%25/riche%2C n°" in lines


def test_gitlab_gets_unique_fingerprints_and_plain_paths(planted: Path, blueprint: Run) -> None:
    issues = json.loads(blueprint("lint", str(planted), "--select", "ALL", "--format", "gitlab").stdout)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) > 300
    assert {issue["severity"] for issue in issues} == {"critical", "major", "info"}
    assert all(issue["location"]["path"].startswith("défauts 100%/") for issue in issues)
    assert all(issue["location"]["lines"]["begin"] >= 1 for issue in issues)
    assert all(issue["description"] and issue["check_name"] for issue in issues)


def test_junit_counts_what_it_holds(planted: Path, blueprint: Run) -> None:
    root = ET.fromstring(blueprint("lint", str(planted), "--select", "ALL", "--format", "junit").stdout)
    suites = root.findall("testsuite")
    assert len(suites) == len(list(planted.iterdir()))
    for suite in suites:
        assert int(suite.attrib["tests"]) == len(suite.findall("testcase")) >= 1
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
    assert int(root.attrib["tests"]) == len(root.findall("*/testcase"))
    assert int(root.attrib["failures"]) == len(root.findall("*/testcase/failure"))


def test_every_format_tells_the_same_findings(planted: Path, blueprint: Run) -> None:
    arguments = ("lint", str(planted), "--select", "ALL", "--format")
    lines = [json.loads(line) for line in blueprint(*arguments, "jsonl").stdout.splitlines()]
    assert json.loads(blueprint(*arguments, "json").stdout)["findings"] == lines
    rows = [
        row for row in blueprint(*arguments, "md").stdout.decode().splitlines() if re.match(r"\| \d", row)
    ]
    assert len(rows) == len(lines)
    for row in rows:
        assert len(re.findall(r"(?<!\\)\|", row)) == 6
    grouped = blueprint(*arguments, "grouped").stdout.decode()
    codes = Counter(re.findall(r"^ +\d+:\d+ +(?:error|warning|info) +(\w+)", grouped, re.MULTILINE))
    assert codes == Counter(line["code"] for line in lines)
    assert max(len(line) for line in grouped.splitlines() if line.startswith(" ")) <= 80
