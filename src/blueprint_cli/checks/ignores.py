"""Comments that hide findings: `# blueprint: ignore[BP201] -- reason`, each for the node of YAML that it stands on."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from blueprint_cli.checks.rule import FILE_ERRORS
from blueprint_cli.errors import BlueprintError
from blueprint_cli.findings import Edit, Problem, Remedy
from blueprint_cli.language.spelling import closest, only_candidate
from blueprint_cli.source.scopes import next_node, opened_by_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from blueprint_cli.checks.plan import Plan
    from blueprint_cli.findings import Finding
    from blueprint_cli.source.document import Document

UNUSED, MALFORMED, UNEXPLAINED = "BP901", "BP902", "BP903"
HIDE, HIDE_IN_FILE = "ignore", "ignore-file"

_POSSIBLE = re.compile(r"#\s*blueprint", re.IGNORECASE)
_RIGHT = re.compile(
    rf"#+\s*blueprint:\s*(?P<verb>{HIDE_IN_FILE}|{HIDE})\[(?P<words>[^\]]*)\](?:\s*--\s*(?P<reason>.*?))?\s*\Z"
)
_NEAR = re.compile(
    r"#+\s*blueprint(?P<colon>\s*:)?[\s-]*(?P<verb>[a-z][\w-]*)\s*(?P<rest>.*)\Z", re.IGNORECASE
)
_WORD = re.compile(r"[^\s,][^,]*")
_OTHERS_VERBS = ("disable", "noqa", "nolint", "suppress", "skip", "disable-line", "disable-next-line")
_RULE_LIKE = re.compile(r"[\[(=]|BP\d|\Z|--")
_IN_BRACKETS = re.compile(r"[\[(]\s*([^\])]+)[\])]?(.*)\Z")
_HOW = "write `# blueprint: ignore[missing-owner] -- why`"


class _Word(NamedTuple):
    """One word in the brackets, with its place and the codes that it means."""

    text: str
    start: int
    end: int
    codes: frozenset[str]


@dataclass
class Ignore:
    """One comment that hides findings.

    Attributes:
        span: the comment's place.
        words: what it hides.
        scopes: stretches of the text in which it hides; None is the whole file.
        reason: why, or an empty string.
        used: the words that hid something.
    """

    span: tuple[int, int]
    words: tuple[_Word, ...]
    scopes: tuple[tuple[int, int], ...] | None
    reason: str
    used: set[str] = field(default_factory=set)

    def hides(self, code: str) -> bool:
        """True when a finding of that code within the scopes is hidden; the word that hid it counts as used."""
        mine = [word.text for word in self.words if code in word.codes]
        self.used.update(mine)
        return bool(mine)


def read_ignores(document: Document, plan: Plan) -> tuple[list[Ignore], list[Problem]]:
    """The comments that hide findings, and what is wrong with those that try."""
    found: list[Ignore] = []
    problems: list[Problem] = []
    for start, end in document.comments():
        text = document.text[start:end]
        if not _POSSIBLE.match(text):
            continue
        match = _RIGHT.match(text)
        if match is None:
            problems += _near_miss(text, (start, end))
            continue
        words, wrong = _words(match, start, plan)
        wrong += _misplaced(document, match["verb"], (start, end))
        problems += wrong
        if words and not _misplaced(document, match["verb"], (start, end)):
            scopes = None if match["verb"] == HIDE_IN_FILE else _scopes(document, start)
            found.append(Ignore((start, end), words, scopes, match["reason"] or ""))
    return found, problems


def housekeeping(
    document: Document, ignores: Iterable[Ignore], plan: Plan, kept_away: Sequence[tuple[int, int]]
) -> Iterator[Problem]:
    """What is odd about good comments: they hid nothing, or do not say why.

    Args:
        document: the file.
        ignores: its comments, once all findings have been held against them.
        plan: only rules that speak can leave a comment unused.
        kept_away: stretches that were not checked, because they are another persona's.
    """
    for ignore in ignores:
        if not ignore.reason:
            yield Problem(
                "the comment does not say why it hides a finding",
                help="add ` -- ` and the reason after the brackets",
                code=UNEXPLAINED,
                span=ignore.span,
                discriminator=_codes_said(ignore),
            )
        idle = [word for word in ignore.words if word.text not in ignore.used and word.codes & plan.codes]
        # Above a step of another persona the scope begins at the dash, before what was kept away.
        unseen = ignore.scopes is not None and any(
            first < end and start < last for first, last in ignore.scopes for start, end in kept_away
        )
        if not unseen and not (ignore.scopes is None and kept_away):
            for word in idle:
                yield _unused(document, ignore, word, idle)


def _codes_said(ignore: Ignore) -> str:
    return ",".join(word.text for word in ignore.words)


def _unused(document: Document, ignore: Ignore, word: _Word, idle: list[_Word]) -> Problem:
    whole = len(idle) == len(ignore.words)
    edit = _without_comment(document, ignore.span) if whole else _without_word(ignore, word)
    return Problem(
        f"nothing here needs `ignore[{word.text}]`",
        help="remove the comment" if whole else f"remove `{word.text}` from the brackets",
        code=UNUSED,
        span=(word.start, word.end),
        discriminator=_codes_said(ignore) + word.text,
        remedy=Remedy("remove the comment" if whole else f"remove `{word.text}`", edits=(edit,)),
    )


def _without_comment(document: Document, span: tuple[int, int]) -> Edit:
    start, end = span
    text, line = document.text, document.place(start)[0]
    top = document.line_starts[line - 1]
    if text[top:start].strip():  # a trailing comment goes with the blanks before it
        return Edit(top + len(text[top:start].rstrip()), end, "")
    following = document.line_starts[line] if line < len(document.line_starts) else len(text)
    return Edit(top, following, "")


def _without_word(ignore: Ignore, word: _Word) -> Edit:
    """The word goes with the comma that parts it from a neighbour."""
    index = ignore.words.index(word)
    if index:
        return Edit(ignore.words[index - 1].end, word.end, "")
    return Edit(word.start, ignore.words[1].start, "")


def _near_miss(text: str, span: tuple[int, int]) -> Iterator[Problem]:
    """Report a comment that looks like one of ours; plain prose about blueprints is left alone."""
    match = _NEAR.match(text)
    if match is None:
        return
    verb = match["verb"].casefold()
    meant = HIDE_IN_FILE if "file" in verb else HIDE
    ours = verb.startswith(HIDE) or closest(verb, (HIDE, HIDE_IN_FILE)) is not None or verb in _OTHERS_VERBS
    if not ours or not (match["colon"] or _RULE_LIKE.match(match["rest"])):
        return
    remedy = None
    if match["colon"] and match["verb"] in (HIDE, HIDE_IN_FILE) and not match["rest"].startswith("["):
        message, help_line = f"`{meant}` names no rule", f"name it: {_HOW}"
    else:
        message, help_line = "this comment hides nothing: it is not spelt as one of ours", _HOW
        inside = _IN_BRACKETS.search(match["rest"])
        if inside:
            help_line = f"write `# blueprint: {meant}[{inside[1].strip()}] -- why`"
            remedy = _respelt(f"# blueprint: {meant}[{inside[1].strip()}]{inside[2].rstrip()}", span)
    yield Problem(message, help=help_line, code=MALFORMED, span=span, discriminator=text, remedy=remedy)


def _respelt(right: str, span: tuple[int, int]) -> Remedy | None:
    """The comment as it was meant, where that is one of ours."""
    if not _RIGHT.match(right):
        return None
    return Remedy("spell the comment right", edits=(Edit(*span, right),))


def _words(match: re.Match[str], offset: int, plan: Plan) -> tuple[tuple[_Word, ...], list[Problem]]:
    start = offset + match.start("words")
    words: list[_Word] = []
    problems: list[Problem] = []
    for piece in _WORD.finditer(match["words"]):
        text = piece[0].rstrip()
        place = (start + piece.start(), start + piece.start() + len(text))
        try:
            codes = _allowed(text, plan)
        except BlueprintError as error:
            meant = only_candidate(text, [*plan.book.names, *plan.book.by_code])
            remedy = Remedy(f"write {meant}", edits=(Edit(*place, meant),)) if meant else None
            problems.append(
                Problem(
                    error.message,
                    help=error.help,
                    code=MALFORMED,
                    span=place,
                    discriminator=text,
                    remedy=remedy if text.upper() not in plan.book.by_code else None,
                )
            )
        else:
            words.append(_Word(text, *place, codes))
    if not words and not problems:
        span = (offset, offset + len(match[0]))
        problems.append(
            Problem("the brackets name no rule", help=_HOW, code=MALFORMED, span=span, discriminator=match[0])
        )
    return tuple(words), problems


def _allowed(word: str, plan: Plan) -> frozenset[str]:
    """The codes that a comment may hide under that word.

    Raises:
        BlueprintError: it means no rule, all of them, or only such as no comment may hide.
    """
    if word.upper() in ("ALL", "*"):
        raise BlueprintError("a comment cannot hide every rule", "name those that it is about")
    codes = plan.book.codes_of(word)
    free = codes - plan.locked - frozenset(FILE_ERRORS)
    if not free:
        code = min(codes)
        why = "is locked by the settings" if code in plan.locked else "is about the file itself"
        raise BlueprintError(f"no comment can hide {word}: it {why}", "mend what it reports")
    return free


def _misplaced(document: Document, verb: str, span: tuple[int, int]) -> list[Problem]:
    if verb != HIDE_IN_FILE or not document.scalars or span[0] < document.scalars[0][0]:
        return []
    return [
        Problem(
            "`ignore-file` stands after the first key",
            help="move it to the top of the file",
            code=MALFORMED,
            span=span,
            discriminator=document.text[span[0] : span[1]],
        )
    ]


def _scopes(document: Document, offset: int) -> tuple[tuple[int, int], ...]:
    """A trailing comment: its line, and the block that the line opens; one of its own: the next key or item."""
    line = document.place(offset)[0]
    top = document.line_starts[line - 1]
    if not document.text[top:offset].strip():
        node = next_node(document, offset)
        return (node,) if node else ()
    bottom = document.line_starts[line] if line < len(document.line_starts) else len(document.text) + 1
    block = opened_by_line(document, line)
    return ((top, bottom), block) if block else ((top, bottom),)


class Hiding:
    """All comments of a file, ready to be held against many findings."""

    def __init__(self, ignores: Iterable[Ignore], document: Document) -> None:
        self._document = document
        self._whole = [ignore for ignore in ignores if ignore.scopes is None]
        self._scoped = sorted(
            ((start, end, ignore) for ignore in ignores for start, end in ignore.scopes or ()),
            key=itemgetter(0),
        )
        # The furthest end so far: behind it no earlier scope reaches, so the way back to look is short.
        self._reach = list(accumulate((end for _, end, _ in self._scoped), max))

    def hides(self, finding: Finding) -> bool:
        """Whether some comment hides the finding; every comment that does is counted as used."""
        place = finding.location
        offset = self._document.line_starts[place.line - 1] + place.column - 1
        around = [*self._whole, *self._around(offset)]
        hiding = [
            ignore for ignore in around if ignore.hides(finding.code)
        ]  # all of them: each counts as used
        return bool(hiding)

    def _around(self, offset: int) -> Iterator[Ignore]:
        index = bisect_right(self._scoped, offset, key=itemgetter(0)) - 1
        while index >= 0 and self._reach[index] > offset:
            _, end, ignore = self._scoped[index]
            if offset < end:
                yield ignore
            index -= 1
