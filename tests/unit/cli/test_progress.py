"""Progress: control codes only where the terminal takes them."""

from __future__ import annotations

import io

import pytest

from blueprint_cli.cli import terminal


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("name", "value", "erased"), [("TERM", "dumb", False), ("NO_COLOR", "1", False), ("TERM", "xterm", True)]
)
def test_a_terminal_without_control_codes_gets_none(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, *, erased: bool
) -> None:
    shown = _Terminal()
    for variable in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stderr", shown)
    monkeypatch.setattr(terminal, "_PATIENCE_S", -1.0)
    assert list(terminal.with_progress([1, 2], 2, "checking")) == [1, 2]
    told = terminal.progress("drawing")
    told(1, 2)
    told(2, 2)
    said = shown.getvalue()
    assert "checking 1 of 2" in said
    assert "drawing 1 of 2" in said
    assert ("\x1b" in said) is erased


def test_quick_work_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = _Terminal()
    monkeypatch.setattr("sys.stderr", shown)
    assert list(terminal.with_progress([1], 1, "checking")) == [1]
    assert shown.getvalue() == ""
