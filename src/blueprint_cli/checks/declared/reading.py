"""From a TOML file to rules, every word checked against the model: a typing error never gives a rule that is always silent."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from blueprint_cli.checks.declared.conditions import Condition, read_conditions
from blueprint_cli.checks.declared.subjects import SUBJECTS, Field, Subject, fields_of, subjects
from blueprint_cli.checks.rule import Rule
from blueprint_cli.errors import BlueprintError
from blueprint_cli.findings import Problem, Severity
from blueprint_cli.language.naming import shown
from blueprint_cli.language.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from blueprint_cli.model.blueprint import Blueprint

_KEYS = ("code", "name", "on", "when", "require", "message", "severity", "about", "why", "help", "example")
_REQUIRED = ("code", "name", "on", "require", "message")
_CODE = re.compile(r"(?!BP)[A-Z]{2,6}[0-9]{3}\Z")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
_FIELD = re.compile(r"\{([^{}]*)\}")
_LEVELS = ("error", "warning", "info")


@dataclass(frozen=True)
class Example:
    """A bad and a good blueprint of a rule; either may be missing."""

    bad: str | None
    good: str | None


@dataclass(frozen=True)
class DeclaredRule:
    """A rule as its file declares it."""

    rule: Rule
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class _Declaration:
    """What is checked: where, when, and what is asked."""

    on: str
    when: tuple[Condition, ...]
    require: tuple[tuple[str, Condition], ...]
    message: str
    help: str
    fields: dict[str, Field] = field(repr=False)

    def check(self, blueprint: Blueprint) -> Iterator[Problem]:
        """Report each subject that the rule is about and that lacks what is asked."""
        found = [
            subject
            for subject in subjects(blueprint, self.on)
            if all(condition.holds(subject.values(condition.field)) for condition in self.when)
        ]
        seen: dict[str, set[Any]] = {}
        for subject in found:
            for name, condition in self.require:
                values = subject.values(condition.field)
                if not self._met(blueprint, name, condition, values, seen):
                    yield self._problem(subject, name, condition, values)

    def _met(
        self,
        blueprint: Blueprint,
        name: str,
        condition: Condition,
        values: tuple[Any, ...],
        seen: dict[str, set[Any]],
    ) -> bool:
        if condition.asked == "unique":
            here = {str(getattr(value, "text", value)) for value in values}
            twice = bool(here & seen.setdefault(name, set()))
            seen[name] |= here
            return not twice
        if condition.asked == "refers-to":
            declared = _declared(blueprint, condition.operand)
            return bool(values) and all(str(value) in declared for value in values)
        return condition.holds(values)

    def _problem(self, subject: Subject, name: str, condition: Condition, values: tuple[Any, ...]) -> Problem:
        part = subject.chain[condition.field.depth]
        written = bool(values) and getattr(part, type(part).fields_by_key()[condition.field.key]) is not None
        return Problem(
            _FIELD.sub(lambda found: self._value(subject, found[1]), self.message),
            (*part.route, condition.field.key) if written else part.route,
            self.help or f"`{name}` should {condition.wish}",
            mark="value" if written else "item",
            discriminator=f"{name} {condition.said}",
        )

    def _value(self, subject: Subject, name: str) -> str:
        place = self.fields[name]
        values = subject.values(place)
        if not values and place.key == "title" and hasattr(subject.chain[place.depth], "said"):
            return str(getattr(subject.chain[place.depth], "said", ""))
        return ", ".join(_said(value) for value in values) or "nothing"


def declared_rules(path: Path, said_in: str) -> list[Rule]:
    """The rules that a TOML file declares.

    Args:
        path: the file.
        said_in: the settings that name it, for messages.

    Raises:
        BlueprintError: the file cannot be read, or says something that the model does not know.
    """
    if not path.is_file():
        raise BlueprintError(
            f"{said_in}: there is no file of rules {path.name}", "the path is relative to it"
        )
    return [declared.rule for declared in read_rules(path)]


def read_rules(path: Path) -> list[DeclaredRule]:
    """The rules of a TOML file with their examples.

    Raises:
        BlueprintError: the file cannot be read, or says something that the model does not know.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BlueprintError(f"{path.name} is not TOML: {error}") from None
    except UnicodeDecodeError:
        raise BlueprintError(f"{path.name} is not UTF-8", "save the file as UTF-8") from None
    except OSError as error:
        raise BlueprintError(f"{path.name} cannot be read: {error.strerror}") from None
    _refuse_unknown(table, ("rule",), path.name, "key")
    rules = table.get("rule", [])
    if not isinstance(rules, list) or not all(isinstance(rule, dict) for rule in rules):
        raise BlueprintError(f"{path.name}: rules are tables", "start each with [[rule]]")
    if not rules:
        raise BlueprintError(f"{path.name} declares no rule", "start each with [[rule]]")
    return [_declared_rule(rule, f"{path.name}, rule {index}") for index, rule in enumerate(rules, 1)]


def _declared_rule(table: dict[str, Any], where: str) -> DeclaredRule:
    where = f"{where} ({table['name']})" if isinstance(table.get("name"), str) else where
    _refuse_unknown(table, _KEYS, where, "key")
    for key in _REQUIRED:
        if key not in table:
            raise BlueprintError(f"{where}: `{key}` is missing", f"a rule has {', '.join(_REQUIRED)}")
    code, name = _matching(table, "code", _CODE, where), _matching(table, "name", _NAME, where)
    declaration = _declaration(table, where)
    examples = tuple(_example(example, where) for example in _tables(table, "example", where))
    rule = Rule(
        code=code,
        name=name,
        about=_one_of(table.get("about", "map"), ("map", "service"), "about", where),  # type: ignore[arg-type]
        severity=Severity[_one_of(table.get("severity", "warning"), _LEVELS, "severity", where).upper()],
        page=_page(table, examples),
        check=declaration.check,
    )
    return DeclaredRule(rule, examples)


def _declaration(table: dict[str, Any], where: str) -> _Declaration:
    on = _one_of(table["on"], tuple(SUBJECTS), "on", where)
    fields = fields_of(on)
    message = str(table["message"])
    for found in _FIELD.finditer(message):
        _known_field(found[1], fields, on, f"{where}: message")
    when = [
        condition
        for name, said in _table(table, "when", where).items()
        for condition in _conditions(name, said, fields, on, f"{where}: when")
    ]
    require = [
        (name, condition)
        for name, said in _table(table, "require", where).items()
        for condition in _conditions(name, said, fields, on, f"{where}: require")
    ]
    if not require:
        raise BlueprintError(f"{where}: `require` asks for nothing", 'write require = { owner = "present" }')
    return _Declaration(on, tuple(when), tuple(require), message, str(table.get("help", "")), fields)


def _conditions(name: str, said: Any, fields: dict[str, Field], on: str, where: str) -> list[Condition]:
    field_ = _known_field(name, fields, on, where)
    try:
        found = read_conditions(name, field_, said)
    except BlueprintError as error:
        raise BlueprintError(f"{where}: {error.message}", error.help) from None
    if where.endswith("when") and any(one.asked in ("unique", "refers-to") for one in found):
        raise BlueprintError(f"{where}: `{name}` cannot be {said} there", "ask that in `require`")
    return found


def _known_field(name: str, fields: dict[str, Field], on: str, where: str) -> Field:
    if name not in fields:
        near = closest(name, fields)
        bare = sorted(key for key in fields if "." not in key)
        raise BlueprintError(
            f"{where}: a {on} has no field '{name}'",
            f"did you mean {near}?" if near else f"known: {', '.join(bare)}",
        )
    return fields[name]


def _declared(blueprint: Blueprint, kind: str) -> set[str]:
    if kind == "phase":
        return {phase.id for phase in blueprint.phases}
    return set(getattr(blueprint, f"{kind}s"))


def _said(value: Any) -> str:
    if hasattr(value, "main") and hasattr(value, "route"):
        return str(getattr(value, type(value).main, value))
    return str(getattr(value, "text", value))


def _page(table: dict[str, Any], examples: tuple[Example, ...]) -> str:
    why = str(table.get("why", "")).strip()
    first = f"{str(table['name']).replace('-', ' ').capitalize()}."
    parts = [first, *([why] if why else [])]
    for word, texts in (("Bad", [e.bad for e in examples]), ("Good", [e.good for e in examples])):
        text = next((text for text in texts if text), None)
        if text:
            inside = "\n".join(f"    {line}" if line else "" for line in text.strip("\n").splitlines())
            parts.append(f"{word}:\n{inside}")
    return "\n\n".join(parts)


def _example(table: dict[str, Any], where: str) -> Example:
    _refuse_unknown(table, ("bad", "good"), f"{where}: example", "key")
    for key, text in table.items():
        if not isinstance(text, str):
            raise BlueprintError(f"{where}: the {key} example is a text, not {shown(text)}")
    return Example(table.get("bad"), table.get("good"))


def _table(table: dict[str, Any], key: str, where: str) -> dict[str, Any]:
    found = table.get(key, {})
    if not isinstance(found, dict):
        raise BlueprintError(f"{where}: `{key}` is a table, not {shown(found)}", f"write {key} = {{ … }}")
    return found


def _tables(table: dict[str, Any], key: str, where: str) -> list[dict[str, Any]]:
    found = table.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise BlueprintError(f"{where}: `{key}` is a list of tables", f"write [[rule.{key}]]")
    return found


def _matching(table: dict[str, Any], key: str, pattern: re.Pattern[str], where: str) -> str:
    value = table[key]
    if not isinstance(value, str) or not pattern.match(value):
        wanted = {
            "code": "two to six capitals, not BP, and three digits, as in ACME001",
            "name": "lower-case words joined by hyphens, as in backstage-owner-is-a-team",
        }[key]
        raise BlueprintError(f"{where}: {shown(value)} is no {key}", f"write {wanted}")
    return value


def _one_of(value: Any, words: tuple[str, ...], key: str, where: str) -> str:
    if value not in words:
        near = closest(value, words) if isinstance(value, str) else None
        known = f"known: {', '.join(words)}"
        raise BlueprintError(
            f"{where}: `{key}` cannot be {shown(value)}", f"did you mean {near}?" if near else known
        )
    return str(value)


def _refuse_unknown(table: dict[str, Any], known: tuple[str, ...], where: str, what: str) -> None:
    for key in table:
        if key not in known:
            near = closest(key, known)
            raise BlueprintError(
                f"{where}: there is no {what} '{key}'",
                f"did you mean {near}?" if near else f"known: {', '.join(known)}",
            )
