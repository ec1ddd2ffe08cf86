"""Messages stand on one line, whatever the texts are that they quote."""

from __future__ import annotations

import pytest

from blueprint_cli.language.naming import on_one_line, printable, shown

FAMILY = "👨\u200d👩\u200d👧"


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("the time of 'Line one\nLine two\n' is not known", "the time of 'Line one Line two' is not known"),
        ("the time of 'A\r\n  B' is not known", "the time of 'A B' is not known"),
        ("'A\n\n' and 'B\t\tC'", "'A' and 'B C'"),
        ("says\n'so' twice  over", "says 'so' twice over"),
        ("'24\u00a0h' and '24\u202fh' stay", "'24\u00a0h' and '24\u202fh' stay"),
        ("'a\x1b[31mb\u202ec' is shown", "'a\ufffd[31mb\ufffdc' is shown"),
        (
            f"'{FAMILY}' and '\u0645\u06cc\u200c\u062e\u0648' stay",
            f"'{FAMILY}' and '\u0645\u06cc\u200c\u062e\u0648' stay",
        ),
    ],
)
def test_a_message_stands_on_one_line(message: str, line: str) -> None:
    assert on_one_line(message) == line


def test_joiners_are_shown_and_what_nobody_sees_is_not() -> None:
    assert printable(f"{FAMILY}\u200b\ufeff") == f"{FAMILY}\ufffd\ufffd"
    assert shown(FAMILY) == f"'{FAMILY}'"
