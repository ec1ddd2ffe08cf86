"""Money, rates and volumes: every spelling that is read, and what is said of the others."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from blueprint_cli.language.money import (
    Money,
    Rate,
    Volume,
    format_money,
    read_money,
    read_rate,
    read_volume,
)
from blueprint_cli.language.numbers import format_number
from blueprint_cli.language.refusal import Refusal

EUROS = Money(Decimal(32), "EUR")
BY_THE_HOUR = "count by the hour, the day or the minute: 32 EUR/h"
BY_THE_WEEK = "count the cases of a week, a day or an hour: 280/week"


@pytest.mark.parametrize(
    "written",
    [
        "32 EUR/h",
        "32€/h",
        "EUR 32 / heure",
        "32 € par heure",
        "32 EUR per hour",
        "32 € de l'heure",
        "32 EUR an hour",
    ],
)
def test_an_hourly_rate_in_many_spellings(written: str) -> None:
    assert read_rate(written) == Rate(EUROS, 3_600)


@pytest.mark.parametrize(
    "written",
    ["1200/week", "1 200/semaine", "1\u202f200 / sem", "1200 par semaine", "1200 a week", "1200/WEEK"],
)
def test_a_weekly_volume_in_many_spellings(written: str) -> None:
    assert read_volume(written) == Volume(Decimal(1_200), 604_800)


def test_other_units_and_exact_decimals() -> None:
    assert read_rate("400,50 CHF/jour") == Rate(Money(Decimal("400.50"), "CHF"), 86_400)
    assert read_volume("0.5/h") == Volume(Decimal("0.5"), 3_600)
    assert read_money("0,125 EUR").amount == Decimal("0.125")
    assert read_money("£1 234 567.89") == Money(Decimal("1234567.89"), "GBP")


@pytest.mark.parametrize("value", [EUROS, Rate(EUROS, 60), Volume(Decimal(1), 3_600)])
def test_what_is_read_already_is_given_back(value: Any) -> None:
    read: dict[type, Any] = {Money: read_money, Rate: read_rate, Volume: read_volume}
    assert read[type(value)](value) is value


@pytest.mark.parametrize(
    ("read", "written", "message", "help_line"),
    [
        (read_money, 4.9, "an amount of money is wanted here, not the bare number 4.9", "write 4.9 EUR"),
        (read_money, True, "an amount of money is wanted here, not true", "write it like 4.90 EUR"),
        (read_money, "4.90", "'4.90' is not an amount of money", "write 4.90 EUR"),
        (read_money, "5 euros", "'5 euros' is not an amount of money", "write 5 EUR"),
        (read_money, "5 $US", "'5 $US' is not an amount of money", "write 5 USD"),
        (read_money, "-5 EUR", "'-5 EUR' is not an amount of money", "write it without the sign"),
        (read_money, "12 k€", "'12 k€' is not an amount of money", "write the whole amount in figures: 12000 EUR"),
        (read_money, "1,200 EUR", "'1,200 EUR': is 1,200 a decimal, or thousands?", "write 1.200 or 1200"),
        (
            read_money,
            "1,200.50 EUR",
            "'1,200.50 EUR' is not an amount of money",
            "write the thousands without a mark: 1200.50 EUR",
        ),
        (read_money, "EUR" + " " * 60 + "5 x", "'EUR 5 x' is not an amount of money", "write a number and a currency: 4.90 EUR"),
        (read_money, "9" * 70, f"'{'9' * 57}...' is too long for an amount of money", "write it like 4.90 EUR"),
        (read_rate, 32, "a rate is wanted here, not the bare number 32", "write 32 EUR/h"),
        (read_rate, "32 EUR", "'32 EUR' is not a rate", "write 32 EUR/h"),
        (read_rate, "32/h", "'32/h' is not a rate", "write 32 EUR/h"),
        (read_rate, "32 EUR/week", "'32 EUR/week': a rate is not counted by 'week'", BY_THE_HOUR),
        (read_rate, "32 EUR/mois", "'32 EUR/mois': months and years have no fixed length", BY_THE_HOUR),
        (read_rate, "32 EUR/huor", "'32 EUR/huor': 'huor' is not a unit of time here", "did you mean hour?"),
        (read_volume, 1200, "a volume is wanted here, not the bare number 1200", "write 1200/week"),
        (read_volume, "1200/an", "'1200/an': months and years have no fixed length", BY_THE_WEEK),
        (read_volume, "1200 dossiers/sem", "'1200 dossiers/sem' is not a volume", "write cases for time: 1200/sem"),
        (read_volume, "1200/", "'1200/' is not a volume", "write cases for time: 1200/week"),
        (read_volume, "5/min", "'5/min': a volume is not counted by 'min'", BY_THE_WEEK),
    ],
)  # fmt: skip
def test_refusals_say_what_to_write(read: Any, written: Any, message: str, help_line: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(written)
    assert (refused.value.message, refused.value.help) == (message, help_line)


def test_money_for_people() -> None:
    price = Money(Decimal("1234.90"), "EUR")
    assert (format_money(price), format_money(price, "fr")) == ("1,234.90 EUR", "1\u00a0234,90\u00a0EUR")


def test_numbers_for_people() -> None:
    assert format_number(Decimal("-0.50"), "fr") == "−0,50"
    assert format_number(Decimal("1E+3"), "en") == "1,000"
    assert format_number(Decimal("-0"), "en") == "0"
    assert format_number(12_345_678, "fr") == "12\u00a0345\u00a0678"
