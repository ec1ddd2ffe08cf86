"""References of anchors in two programs' spellings, and cells that say the same in other words."""

from __future__ import annotations

from typing import Any

import pytest

from blueprint_cli.language.refusal import Refusal
from blueprint_cli.workbook.anchors import Kind
from blueprint_cli.workbook.returning.comparing import Reading, time_of
from blueprint_cli.workbook.returning.sent import Spot, spot_of


@pytest.mark.parametrize(
    ("formula", "spot"),
    [
        ("Blueprint!$G$14", Spot("Blueprint", 14, 7)),
        ("$Blueprint.$G$14", Spot("Blueprint", 14, 7)),
        ("'Grille du client (v2)'!$AA$3", Spot("Grille du client (v2)", 3, 27)),
        ("of:=[$Blueprint.$G$14]", Spot("Blueprint", 14, 7)),
        ("of:=[$'L''été'.$B$1]", Spot("L'été", 1, 2)),
        ("Étapes!$A$1", Spot("Étapes", 1, 1)),
        ("Blueprint!#REF!", None),
        ("SUM(A1:A3)", None),
        ("Blueprint!$G$14&B2", None),
    ],
)
def test_references(formula: str, spot: Spot | None) -> None:
    assert spot_of(formula) == spot


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        ("text", 'L\'agent dit "non"', "L’agent dit «\u00a0non\u00a0»", True),
        ("text", "48 h", "48\u00a0h", True),
        ("text", " a  b\r\n", "a b", True),
        ("text", "a", "b", False),
        ("text", "e\u0301", "é", True),
        ("text", None, "", True),
        ("time", 90, "1 h 30", True),
        ("time", "24 h", "1 j", True),
        ("time", "24 h", 24, False),
        ("time", "2-5 jours", "2 à 5 j", True),
        ("time", 0, None, False),
        ("emotion", -2, "−2", True),
        ("emotion", 0, None, False),
        ("flag", "oui", True, True),
        ("flag", None, "non", True),
        ("level", "forte", "high", True),
        ("share", 0.15, "15 %", True),
        ("day", 46418, "2027-01-31", True),
        ("day", "31/01/2027", "2027-01-31", True),
    ],
)
def test_the_same_in_other_words(kind: Kind, one: Any, other: Any, same: bool) -> None:
    assert Reading("fr").same(kind, one, other) is same


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (0.0833333, r"a time of day \(2:00\)"),
        (0.5, r"a time of day \(12:00\)"),
        (46058, "a date"),
        (46058.5, "a date"),
    ],
)
def test_a_number_that_is_perhaps_no_minutes(value: float, what: str) -> None:
    with pytest.raises(Refusal, match=f"is perhaps {what}: a number here is a number of minutes"):
        time_of(value)


@pytest.mark.parametrize(("value", "seconds"), [(2.5, 150), (90, 5400), (39_999, 2_399_940), (0, 0)])
def test_a_number_is_a_number_of_minutes(value: float, seconds: int) -> None:
    assert time_of(value).likely == seconds


def test_days_of_old_macs() -> None:
    assert Reading("en", from_1904=True).same("day", 46418 - 1462, "2027-01-31")


@pytest.mark.parametrize(
    ("value", "message", "way"),
    [
        (0.0625, "0.0625 is perhaps a time of day (1:30): a number here is a number of minutes", "write 1 h 30, or 1 min 30"),
        (46085, "46085 is perhaps a date: a number here is a number of minutes", "write 30 s, 2 h 30, 31 days"),
        (-5, "-5 is no number of minutes", "write 12 for minutes, or 2 h 30, 3 days"),
    ],
)  # fmt: skip
def test_numbers_that_are_no_minutes_are_told_as_what_they_look_like(
    value: float, message: str, way: str
) -> None:
    with pytest.raises(Refusal) as refused:
        time_of(value)
    assert (refused.value.message, refused.value.help) == (message, way)
