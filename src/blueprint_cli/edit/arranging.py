"""The one way to write what a file says: order of keys, short forms, lists, quotes, blank lines between steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint_cli.edit.printing import in_line
from blueprint_cli.edit.tree import Child, Node
from blueprint_cli.model.key_order import key_order
from blueprint_cli.model.shape import Field, field_of
from blueprint_cli.model.steps import Step
from blueprint_cli.model.word_lists import LAYERS
from blueprint_cli.source.reading import read_text
from blueprint_cli.source.writing import in_quotes, is_plain

if TYPE_CHECKING:
    from blueprint_cli.edit.tree import Tree
    from blueprint_cli.model.part import Part

_MODELINE = "# yaml-language-server:"
_POINTS = ("min", "likely", "max")


def arrange(tree: Tree, kind: type[Part]) -> None:
    """Arrange a file that passes the model, in place."""
    root = tree.root
    if root.kind != "mapping":
        return
    first = root.children[0] if root.children else None
    _mapping(root, kind)
    if first is not None and root.children[0] is not first:
        _keep_head(root, first)
    for child in root.children:
        if child.key == "steps" and child.value.kind == "list" and not child.value.flow:
            _part_steps(child.value)
    _quotes(root, flow=False)


def _keep_head(root: Node, first: Child) -> None:
    """Comments at the top of the file that are about the file stay there when another key comes first."""
    count = 0
    for at, remark in enumerate(first.above, 1):
        following = first.above[at].blank if at < len(first.above) else first.blank
        if following or remark.text.startswith(_MODELINE):
            count = at
    if count:
        head, first.above = first.above[:count], first.above[count:]
        first.blank = first.blank and bool(first.above)
        root.children[0].above = [*head, *root.children[0].above]


def _mapping(node: Node, kind: type[Part]) -> None:
    rank = key_order(kind)
    node.children.sort(key=lambda child: rank.get(_plain(child.key), len(rank)))
    for child in node.children:
        found = field_of(kind, _plain(child.key))
        if found is not None:
            _value(child, found, _plain(child.key))


def _plain(key: str) -> str:
    return key.strip("\"'")


def _value(child: Child, found: Field, key: str) -> None:
    node = child.value
    if found.part is None:
        if found.many:
            _lone(child)
        elif node.kind == "mapping" and {entry.key for entry in node.children} <= set(_POINTS):
            node.children.sort(key=lambda entry: _POINTS.index(entry.key))
    elif found.entries:
        for entry in node.children:
            _part(entry, found.part)
    elif found.many:
        for item in node.children if node.kind == "list" else [child]:
            _part(item, found.part)
        _as_list(child, key)
    else:
        _part(child, found.part)


def _part(child: Child, kind: type[Part]) -> None:
    """One object, or the bare value that stands for it."""
    node = child.value
    if node.kind != "mapping":
        return
    _mapping(node, kind)
    only = node.children[0] if len(node.children) == 1 and not node.tail else None
    if only is None or kind is Step or _plain(only.key) != kind.main or not kind.main:
        return
    if only.bare and only.value.kind == "scalar" and len(only.value.lines) == 1 and not only.value.block:
        child.value = only.value


def _as_list(child: Child, key: str) -> None:
    """One object stands alone in a layer, and in a list elsewhere; one word stands alone everywhere."""
    node = child.value
    if key == "steps":  # a list, however short: it is going to grow
        return
    if node.kind == "mapping" and key not in LAYERS:
        child.value = Node("list", flow=node.flow, children=[Child(node)])
    elif node.kind == "list":
        _lone(child, mappings=key in LAYERS)


def _lone(child: Child, *, mappings: bool = False) -> None:
    """Take an item out of a list in which it is alone."""
    node = child.value
    if node.kind != "list" or len(node.children) != 1 or node.tail or not node.children[0].bare:
        return
    item = node.children[0].value
    short = item.kind == "scalar" and item.lines and not item.block
    if short or (mappings and item.kind == "mapping" and (item.flow or not node.flow)):
        child.value = item


def _part_steps(steps: Node) -> None:
    """A blank line between two steps, unless both take one line."""
    long_before = False
    for number, child in enumerate(steps.children):
        is_long = in_line(child.value) is None and not _is_one_line(child.value)
        apart = number > 0 and (is_long or long_before)
        if child.above:
            child.above[0].blank = apart
            child.blank = child.blank and number > 0
        else:
            child.blank = apart
        long_before = is_long


def _is_one_line(node: Node) -> bool:
    """`- customer: Phones`, a block of one line."""
    return len(node.children) == 1 and in_line(node.children[0].value) is not None and node.kind == "mapping"


def _quotes(node: Node, *, flow: bool) -> None:
    """Quotes only where they are needed."""
    flow = flow or node.flow
    for child in node.children:
        child.key = _unquoted(child.key, flow=flow) if child.key else ""
        value = child.value
        if value.kind == "scalar" and len(value.lines) == 1:
            value.lines = [_unquoted(value.lines[0], flow=flow)]
        _quotes(value, flow=flow)


def _unquoted(text: str, *, flow: bool) -> str:
    if text[:1] not in ("'", '"'):
        return text
    value = read_text(text).data
    if not isinstance(value, str):
        return text
    if is_plain(value, flow=flow):
        return value
    keep = text[0] == "'" and ('"' in value or "\\" in value)
    return text if keep else in_quotes(value)
