"""What options ask of the times of a map, read from their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.errors import BlueprintError

if TYPE_CHECKING:
    from fractions import Fraction

    from blueprint_cli.analysis.gates import Allowance, Gates
    from blueprint_cli.language.durations import Duration


def time_of(option: str, text: str | None) -> Duration | None:
    """The time that an option says.

    Raises:
        BlueprintError: it says none, or it is unknown.
    """
    from blueprint_cli.language.durations import read_duration
    from blueprint_cli.language.refusal import Refusal

    if text is None:
        return None
    try:
        found = read_duration(text)
    except Refusal as refusal:
        raise BlueprintError(f"{option}: {refusal.message}", refusal.help) from None
    if found.unknown:
        raise BlueprintError(f"{option}: '{text}' says no time", "write 5 days, 2h30 or 48 h")
    return found


def share_of(option: str, text: str | None) -> Fraction | None:
    """The share that an option says.

    Raises:
        BlueprintError: it says none.
    """
    from blueprint_cli.language.refusal import Refusal
    from blueprint_cli.language.shares import read_share

    if text is None:
        return None
    try:
        return read_share(text)
    except Refusal as refusal:
        raise BlueprintError(f"{option}: {refusal.message}", refusal.help) from None


def words_of(option: str, words: list[str] | None) -> tuple[Allowance, ...]:
    """The allowances that must be kept.

    Raises:
        BlueprintError: one of them is no target, limit or promise.
    """
    from blueprint_cli.language.spelling import closest

    known: tuple[Allowance, ...] = ("target", "limit", "promise")
    found = []
    for word in words or ():
        allowance = next((name for name in known if name == word), None)
        if allowance is None:
            near = closest(word, known)
            way_out = f"did you mean {near}?" if near else f"one of {', '.join(known)}"
            raise BlueprintError(f"{option}: '{word}' is not known", way_out)
        found.append(allowance)
    return tuple(found)


def gates(
    lead: str | None,
    expected: str | None,
    p90: str | None,
    silence: str | None,
    handoffs: int | None,
    ratio: str | None,
    fail_on: list[str] | None,
) -> Gates:
    """What the options ask of a map.

    Raises:
        BlueprintError: one of them cannot be read.
    """
    from blueprint_cli.analysis.gates import Gates

    return Gates(
        time_of("--max-lead", lead),
        time_of("--max-expected", expected),
        time_of("--max-p90", p90),
        time_of("--max-silence", silence),
        handoffs,
        share_of("--min-ratio", ratio),
        words_of("--fail-on", fail_on),
    )
