"""Adding an item to a list in a YAML file as a person would: comments, order and quotes stay.

Writing the whole file anew from its data was rejected: it would lose every comment.
"""

from __future__ import annotations

import yaml

Step = str | tuple[str, str]
"""A key, or of a list the item whose key has a value."""


class NoListFound(LookupError):  # noqa: N818 - as ProblemsFound is
    """Raised where there is no list that goes over several lines."""


def extend_list(text: str, path: tuple[Step, ...], item: dict[str, str] | str) -> str:
    """The text with one more item at the end of the list that `path` leads to.

    Raises NoListFound where there is no such list, or where the item cannot be added to it.
    """
    root = yaml.compose(text)
    node = _find(root, path)
    if not isinstance(node, yaml.SequenceNode) or node.flow_style or not node.value:
        raise NoListFound(path)
    lines = text.splitlines(keepends=True)
    last = _last_line(node.value[-1])
    lines[last] = lines[last].rstrip("\r\n") + "\n"
    margin = " " * node.start_mark.column
    lines.insert(last + 1, "".join(f"{margin}{line}\n" for line in _write(item)))
    return "".join(lines)


def find_list(content: object, path: tuple[Step, ...]) -> list:
    """The list that `path` leads to in the data of a file. Raises NoListFound."""
    for step in path:
        try:
            content = (
                content[step]
                if isinstance(step, str)
                else next(each for each in content if each.get(step[0]) == step[1])
            )
        except (KeyError, TypeError, AttributeError, StopIteration) as error:
            raise NoListFound(path) from error
    if not isinstance(content, list):
        raise NoListFound(path)
    return content


def _find(node: yaml.Node | None, path: tuple[Step, ...]) -> yaml.Node | None:
    for step in path:
        if isinstance(step, str):
            node = _value(node, step)
        else:
            items = node.value if isinstance(node, yaml.SequenceNode) else []
            fits = (each for each in items if getattr(_value(each, step[0]), "value", 0) == step[1])
            node = next(fits, None)
    return node


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _last_line(node: yaml.Node) -> int:
    """The line, from 0, on which a node ends; the marks of a block are at what follows it."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style:
        return node.end_mark.line
    last = node.value[-1]
    return _last_line(last[1] if isinstance(last, tuple) else last)


def _write(item: dict[str, str] | str) -> list[str]:
    """The item of a list as lines."""
    if isinstance(item, str):
        return [f"- {quoted(item)}"]
    lines = [f"{key}: {quoted(value)}" for key, value in item.items()]
    return [f"{'  ' if place else '- '}{line}" for place, line in enumerate(lines)]


def quoted(text: str) -> str:
    """A text as YAML writes it on one line, between quote marks only where they are needed."""
    plain = yaml.safe_dump(text, allow_unicode=True, width=10**9).removesuffix("\n")
    return plain.removesuffix("\n...")
