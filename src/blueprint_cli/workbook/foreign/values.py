"""Cells of a grid that was made elsewhere as values: several texts in one, moods as figures or faces, times, channels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blueprint_cli.language.durations import read_duration
from blueprint_cli.language.nobody import stands_for_nobody
from blueprint_cli.language.refusal import Refusal
from blueprint_cli.language.spelling import without_accents
from blueprint_cli.language.words import CHANNELS
from blueprint_cli.workbook.reading.bullets import by_bullets, has_bullet, lines_of, without_bullet
from blueprint_cli.workbook.reading.cells import as_text, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint_cli.workbook.reading.cells import Value

_PARTED = re.compile(r"\s*[;\n]\s*|\s+/\s+|\s*\|\s*")
_LISTED = re.compile(r"\s*[;,\n]\s*|\s+/\s+|\s*\|\s*|\s+(?:et|and|&)\s+|\s+\+\s+")
_FACES: dict[int, str] = {
    2: "😀😃😄😁😆😍🤩🥰😊🎉❤👏",
    1: "🙂😌😉👍☺😎😇",
    0: "😐😑😶🤔😬",
    -1: "🙁☹😕😟😔😒👎😞😩😓😰😥😣😖🙄😧",
    -2: "😡😠🤬😤😭😢😱😫👿💢😨",
}
_SIGNS = {
    "++": 2, "+++": 2, "+": 1, "=": 0, "+/-": 0, "+-": 0, "~": 0, "o": 0, "-": -1, "--": -2, "---": -2,
    ":d": 2, ":-d": 2, ":)": 1, ":-)": 1, "(:": 1, ":|": 0, ":-|": 0, ":/": -1, ":-/": -1, ":(": -1, ":-(": -1, ":'(": -2, ":((": -2, ">:(": -2,
}  # fmt: skip
_WORDS = {
    "tres positif": 2, "very positive": 2, "tres satisfait": 2, "very satisfied": 2, "positif": 1, "positive": 1, "satisfait": 1,
    "satisfied": 1, "neutre": 0, "neutral": 0, "negatif": -1, "negative": -1, "insatisfait": -1, "dissatisfied": -1,
    "tres negatif": -2, "very negative": -2, "tres insatisfait": -2, "very dissatisfied": -2,
}  # fmt: skip
_CHANNEL_WORDS = {
    "site": "web", "site web": "web", "site internet": "web", "website": "web", "internet": "web", "online": "web", "en ligne": "web",
    "appli": "app", "application": "app", "application mobile": "app", "mobile app": "app", "mail": "email", "e mail": "email",
    "email": "email", "courriel": "email", "tel": "phone", "telephone": "phone", "call": "phone", "appel": "phone", "call centre": "phone",
    "call center": "phone", "texto": "sms", "reseaux sociaux": "social", "social media": "social", "boutique": "store", "shop": "store",
    "in store": "store", "en magasin": "store", "magasin": "store", "agence": "branch", "courrier": "post", "mail post": "post",
    "face a face": "person", "face to face": "person", "in person": "person", "en personne": "person", "physique": "person",
    "livraison": "delivery", "livreur": "delivery", "visio": "video", "chatbot": "chat", "tchat": "chat", "formulaire": "form",
    "publicite": "ad", "advertising": "ad", "presse": "press", "evenement": "event", "moteur de recherche": "search", "google": "search",
}  # fmt: skip
_CLOCK = re.compile(r"(\d{1,4}):([0-5]\d):([0-5]\d)", re.ASCII)
_MINUTES_A_DAY, _FEWEST_DECIMALS, _ROUNDING = 1440, 4, 1e-6
_ABOUT = re.compile(r"^(?:env(?:iron)?\.?|about|approx\.?|ca\.?|~|≈|±)\s*", re.IGNORECASE)
_PARTS = tuple(
    (re.compile(pattern, re.IGNORECASE), figures)
    for pattern, figures in (
        (r"\b(?:(?:une?|an?|one)\s+)?(?:heure|hour)\s+(?:et|and)\s+(?:demie?|a\s+half)\b", "1 h 30"),
        (r"\b(\d+)\s*(?:heures?|hours?|h)\s+(?:et|and)\s+(?:demie?|a\s+half)\b", r"\1 h 30"),
        (r"\b(\d+)\s*h\s*1/2(?!\d)", r"\1 h 30"),
        (r"(?:\b(?:trois|three)|\b3)\s+(?:quarts?|quarters?)\s+(?:d.|of\s+an\s+)(?=h)", "¾ "),
        (r"(?:\b(?:une?|a|one|1)\s+)?\b(?:quart|quarter)\s+(?:d.|of\s+an\s+)(?=h)", "¼ "),
        (r"(?:\b(?:une?|a|1)\s+)?\b(?:demie?|half)(?:[\s-]+an?\b)?[\s-]+", "½ "),
        (r"(?<![\d/])1/2(?![\d/])\s*", "½ "),
        (r"(?<![\d/])1/4(?![\d/])\s*", "¼ "),
        (r"(?<![\d/])3/4(?![\d/])\s*", "¾ "),
        (r"\bjournée(s?)\b", r"jour\1"),
        (r"^(?:une?|an?|one)\s+(?=[a-z])", "1 "),
    )
)
_QUOTES = (("«", "»"), ("“", "”"), ('"', '"'), ("'", "'"))
_STARS = 5
_BARE = r"\d+(?:[.,]\d+)?"
_SCALES = ((-2, 2), (1, 5), (-3, 3), (0, 10), (-5, 5), (1, 10), (-10, 10), (0, 100))


def texts_in(value: Value) -> list[str]:
    """The texts of a cell: one a bullet, or one a line where each line begins like a sentence."""
    lines = lines_of(value)
    if any(map(has_bullet, lines)):
        return by_bullets(lines)
    if len(lines) > 1 and all(line[0].isupper() or line[0].isdigit() or line[0] in "«\"“'" for line in lines):
        return [" ".join(line.split()) for line in lines]
    joined = " ".join(" ".join(lines).split())
    return [joined] if joined else []


def sentences_in(text: str) -> list[str]:
    """The parts of a text between semicolons: a card says one thing."""
    return [part.strip() for part in text.split("; ") if part.strip()]


def names_in(value: Value) -> list[str]:
    """The names in a cell: by line, semicolon, comma, slash or *and*."""
    lines = " ; ".join(without_bullet(line) for line in as_text(value).split("\n"))
    return list(dict.fromkeys(name.strip(" .") for name in _LISTED.split(lines) if name.strip(" .")))


def parted(value: Value) -> list[str]:
    """The texts in a cell that lists by line, semicolon or slash, commas kept."""
    lines = "\n".join(without_bullet(line) for line in as_text(value).split("\n"))
    return [part.strip() for part in _PARTED.split(lines) if part.strip()]


def is_nobody(name: str) -> bool:
    """Whether what stands for an owner says that nobody is known to be: `?`, `TBD`, `personne`; in a form also `NA`."""
    return stands_for_nobody(name) or name.strip(" .").casefold() == "na"


def channel_of(name: str) -> str | None:
    """The built-in channel that a name means."""
    said = " ".join(re.sub(r"[^a-z0-9]+", " ", without_accents(name)).split())
    for lang in ("en", "fr"):
        for key, shown in CHANNELS[lang].items():
            if said in (key, re.sub(r"[^a-z0-9]+", " ", without_accents(shown)).strip()):
                return key
    return _CHANNEL_WORDS.get(said)


def face_of(value: Value) -> int | None:
    """An emotion told by a face, signs or a word of a scale."""
    said = as_text(value)
    for number, faces in _FACES.items():
        if any(face in said for face in faces):
            return number
    word = " ".join(without_accents(said).split())
    return _SIGNS.get(word, _WORDS.get(word))


def without_faces(text: str) -> str:
    """What stands beside the faces."""
    kept = "".join(c for c in text if not any(c in faces for faces in _FACES.values()) and c != "\ufe0f")
    return " ".join(kept.split()).strip(" -–:,")


def scale_of(numbers: Iterable[int]) -> tuple[int, int] | None:
    """The scale that figures of moods were given on: the narrowest usual one that holds them all."""
    found = list(numbers)
    if not found:
        return None
    return next(((low, high) for low, high in _SCALES if low <= min(found) and max(found) <= high), None)


def scale_in(heading: str) -> tuple[int, int] | None:
    """The scale that a heading names: `Satisfaction (1-5)`, `Note /10`."""
    heading = heading.replace("−", "-").replace("+", "")
    found = re.search(r"(-?\d+) ?(?:-|–|à|to|\.\.|/) ?(\d+)\b", heading)
    if found and int(found[1]) < int(found[2]):
        return int(found[1]), int(found[2])
    over = re.search(r"/ ?(\d+)\b", heading)
    return (0, int(over[1])) if over and int(over[1]) > 1 else None


def scaled(value: Value) -> tuple[int, tuple[int, int]] | None:
    """A figure that brings its own scale, with that scale: `2/5`, `3 sur 5`, `7 out of 10`, `50 %`."""
    said = as_text(value).strip()
    share = re.fullmatch(r"(\d+) ?%", said)
    over = re.fullmatch(r"(\d+) ?(?:/|sur|out of) ?(\d+)", said, flags=re.IGNORECASE)
    number, high = (int(share[1]), 100) if share else (int(over[1]), int(over[2])) if over else (0, 0)
    low = 1 if high == _STARS and number else 0  # five stars begin with one, other scales with nothing
    return (number, (low, high)) if high > 1 and number <= high else None


def on_our_scale(number: int, scale: tuple[int, int]) -> int:
    """A figure of a scale as one from -2 to 2."""
    low, high = scale
    number = min(max(number, low), high)
    ours = (number - low) / (high - low) * 4 - 2
    return int(ours + 0.5) if ours >= 0 else -int(-ours + 0.5)


def number_of(value: Value) -> int | None:
    """A whole number, without anything beside it."""
    return whole_number(value)


def time_text(value: Value, unit: str) -> str:
    """A time as the format says it.

    Args:
        value: what the cell shows.
        unit: what a bare number counts, from the heading; empty where that is not said.

    Raises:
        Refusal: it says no time.
    """
    said = " ".join(as_text(value).replace("\u00a0", " ").split())
    if re.fullmatch(rf"{_BARE}(?: ?(?:-|–|—|à|a|to) ?{_BARE})?", said) and unit:
        said = f"{said} {unit}"
    try:
        read_duration(said)
    except Refusal as refusal:
        loose = _in_figures(_ABOUT.sub("~", said))
        try:
            read_duration(loose)
        except Refusal:
            raise refusal from None
        return loose
    return said


def _in_figures(said: str) -> str:
    """Halves and quarters that are said in words or as fractions, `une demi-heure`, `1/2 journée`, `1 h 1/2`, in figures."""
    for pattern, figures in _PARTS:
        said = pattern.sub(figures, said)
    return said


def clock_text(value: Value) -> str:
    """A time of day or a length that a spreadsheet keeps as a part of a day, as the format says it; else empty.

    `0.0208333` is 0:30; what also reads as a plain number, such as `0.5`, is not taken for one.
    """
    if isinstance(value, float) and value > 0:
        minutes = value * _MINUTES_A_DAY
        decimals = len(repr(value).partition(".")[2])
        whole = abs(minutes - round(minutes)) < _ROUNDING * max(1, value)
        return _clock(0, round(minutes), 0) if whole and decimals >= _FEWEST_DECIMALS else ""
    found = _CLOCK.fullmatch(as_text(value))
    return _clock(*(int(part) for part in found.groups())) if found else ""


def is_hour_of_day(heading: str) -> bool:
    """Whether a heading may speak of when, not of how long: `Heure`, `Time`."""
    return without_accents(heading).split(" ")[0].strip("s: ") in (
        "time",
        "heure",
        "horaire",
        "hour",
        "clock",
    )


def _clock(hours: int, minutes: int, seconds: int) -> str:
    hours, minutes = hours + minutes // 60, minutes % 60
    if seconds:
        return f"{(hours * 60 + minutes) * 60 + seconds} s"
    if hours and minutes:
        return f"{hours}h{minutes:02}"
    return f"{hours} h" if hours else f"{minutes} min" if minutes else ""


def is_shorter(one: str, other: str) -> bool:
    """Whether one time is certainly shorter than another."""
    first, second = read_duration(one), read_duration(other)
    return not (first.unknown or second.unknown) and first.high < second.low


def without_quotes(text: str) -> str:
    """What somebody said, without the quotation marks around all of it: every picture sets its own."""
    for first, last in _QUOTES:
        inner = text[1:-1]
        if len(text) > 2 and text[0] == first and text[-1] == last and first not in inner:  # noqa: PLR2004 - both marks
            return inner.strip(" \u00a0\u202f")
    return text


def is_time(value: Value) -> bool:
    """Whether a cell says a time, or a number that may be one."""
    try:
        time_text(value, "min")
    except Refusal:
        return False
    return True


def unit_in(heading: str) -> str:
    """The unit that a heading gives for bare numbers: `Durée (min)`."""
    found = re.search(
        r"[(\[]\s*(?:en |in )?([a-z.]+)\s*[)\]]|\b(?:en|in) ([a-z]+)\s*$", without_accents(heading)
    )
    word = (found[1] or found[2] or "").rstrip(".") if found else ""
    try:
        read_duration(f"2 {word}")
    except Refusal:
        return ""
    return word
