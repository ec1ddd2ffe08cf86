"""Money, shares, typography, spelling, words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from blueprint_cli.language.english import ENGLISH
from blueprint_cli.language.french import FRENCH
from blueprint_cli.language.money import Money, Rate, Volume, format_money, read_money, read_rate, read_volume
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.shares import format_share, read_share
from blueprint_cli.language.spelling import closest
from blueprint_cli.language.typography import decimal, signed, typeset
from blueprint_cli.language.wording import Words
from blueprint_cli.language.words import CHANNELS
from blueprint_cli.model.directory import BUILT_IN_CHANNELS


@pytest.mark.parametrize(
    ("written", "amount", "currency"),
    [
        ("4.90 EUR", "4.90", "EUR"),
        ("0,50 €", "0.50", "EUR"),
        ("$ 12", "12", "USD"),
        ("1 200 eur", "1200", "EUR"),
        ("1\u202f200,5 €", "1200.5", "EUR"),
    ],
)
def test_money(written: str, amount: str, currency: str) -> None:
    assert read_money(written) == Money(Decimal(amount), currency)


def test_rates_and_volumes() -> None:
    assert read_rate("32 €/h") == Rate(Money(Decimal(32), "EUR"), 3600)
    assert read_rate("0.10 USD/min") == Rate(Money(Decimal("0.10"), "USD"), 60)
    assert read_volume("1200/semaine") == Volume(Decimal(1200), 604_800)
    assert read_volume("40 per day") == Volume(Decimal(40), 86_400)
    assert format_money(Money(Decimal("4.90"), "EUR"), "fr") == "4,90\u00a0EUR"


@pytest.mark.parametrize(
    ("read", "written", "message"),
    [
        (read_money, 4.9, "an amount of money is wanted here, not the bare number 4.9"),
        (read_money, "EUR", "'EUR' is not an amount of money"),
        (read_rate, "32 EUR", "'32 EUR' is not a rate"),
        (read_rate, "32 EUR/month", "'32 EUR/month': months and years have no fixed length"),
        (read_volume, "1200", "'1200' is not a volume"),
        (read_volume, "12/fortnight", "'12/fortnight': 'fortnight' is not a unit of time here"),
        (read_share, 15, "the share 15 is not between 0 and 1"),
        (read_share, "150 %", "the share 150 % is not between 0 and 100 %"),
        (read_share, float("nan"), "a share is wanted here, not nan"),
        (read_share, True, "a share is wanted here, not true"),
        (read_share, "", "a share is wanted here, not ''"),
        (read_share, "-5 %", "the share -5 % is not between 0 and 100 %"),
        (read_share, "1/3", "'1/3' is not a share"),
    ],
)
def test_refusals(read: Any, written: Any, message: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(written)
    assert refused.value.message == message
    assert refused.value.help.startswith(("write", "count", "did you mean", "the units"))


@pytest.mark.parametrize(
    ("written", "share"),
    [
        ("15 %", "3/20"),
        (0.15, "3/20"),
        ("85,5%", "171/200"),
        (1, "1"),
        ("0", "0"),
        (".5", "1/2"),
        ("15\u202f%", "3/20"),
    ],
)
def test_shares(written: Any, share: str) -> None:
    assert read_share(written) == Fraction(share)


def test_shares_for_people() -> None:
    assert (format_share(Fraction(1, 8)), format_share(Fraction(1, 8), "fr")) == ("12.5%", "12,5\u00a0%")
    assert format_share(Fraction(1, 2000)) == "0.1%"
    assert format_share(Fraction(9995, 10_000)) == "100%"


def test_a_bare_percentage_is_told_what_to_write() -> None:
    with pytest.raises(Refusal) as refused:
        read_share(15)
    assert refused.value.help == "write 15 %"


@pytest.mark.parametrize(
    ("written", "french", "english"),
    [
        ("l'avis à 24 h !", "l’avis à 24\u00a0h\u00a0!", "l’avis à 24 h !"),
        ("« livré » : 15 %", "«\u00a0livré\u00a0»\u00a0: 15\u00a0%", "« livré » : 15 %"),
        ('dit "non"', "dit «\u00a0non\u00a0»", "dit “non”"),
        ("à 12:30, -2", "à 12:30, −2", "à 12:30, −2"),
        ("http://a.b/c?d : e", "http://a.b/c?d\u00a0: e", "http://a.b/c?d : e"),
        ("deux\n  lignes", "deux lignes", "deux lignes"),
    ],
)
def test_typography(written: str, french: str, english: str) -> None:
    assert (typeset(written, "fr"), typeset(written, "en")) == (french, english)


def test_numbers_for_people() -> None:
    assert [signed(value) for value in (-2, 0, 1)] == ["−2", "0", "+1"]
    assert decimal(Decimal("-1.5"), "fr") == "−1,5"


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("actoin", ["action", "owner"], "action"),
        ("fail-points", ["fail_points"], "fail_points"),
        ("OWNER", ["owner"], "owner"),
        ("ownr", ["owner", "after"], "owner"),
        ("xyz", ["owner"], None),
        ("sv", ["sav"], "sav"),
    ],
)
def test_did_you_mean(word: str, known: list[str], meant: str | None) -> None:
    assert closest(word, known) == meant


def test_every_word_is_there_in_both_languages() -> None:
    for name in Words._fields:
        assert getattr(ENGLISH, name).strip(), name
        assert getattr(FRENCH, name).strip(), name
    assert set(CHANNELS["en"]) == set(CHANNELS["fr"]) == set(BUILT_IN_CHANNELS)
