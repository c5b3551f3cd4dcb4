"""Line and column of a place, looked up only when a problem is shown, so that reading stays fast."""

from functools import lru_cache

import yaml

from taiyaku.base.place import Place
from taiyaku.content.yaml_values import MAX_DEPTH


def locate(text: str, place: Place) -> tuple[int, int]:
    """Line and column (from 1) of a place in the text of its file: of a field's name, or of a list item.

    Where the path leads further than the file does (a missing field), the last step that exists is meant; where the
    file cannot be read, line 0 says that no line is known.
    """
    if place.line:
        return place.line, place.column
    node = _composed(text)
    found = (1, 1) if node is not None and place.path else (0, 0)
    for step in place.path:
        entry = _entry(node, step)
        if entry is None:
            break
        mark, node = entry
        found = (mark.line + 1, mark.column + 1)
    return found


@lru_cache(maxsize=4)
def _composed(text: str) -> yaml.Node | None:
    """The nodes of a file, remembered while its problems are told; None where it cannot be read."""
    try:
        return None if _too_deep(text) else yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeEncodeError):
        return None


def _too_deep(text: str) -> bool:
    """Whether a file is nested so deep that composing it would exhaust the stack; such a file was refused anyway."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH + 1:
            return True
    return False


def _entry(node: yaml.Node | None, step: str | int) -> tuple[yaml.Mark, yaml.Node] | None:
    """The mark and the node of a field or list item, or None where there is no such thing."""
    if isinstance(node, yaml.MappingNode) and isinstance(step, str):
        return next(((k.start_mark, v) for k, v in node.value if getattr(k, "value", None) == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        item: yaml.Node = node.value[step]
        return item.start_mark, item
    return None
