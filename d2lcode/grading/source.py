"""Read how an answer was written, where a task asks for a way of writing.

    forbid_loops(answer.count_positive)
    forbid_names(answer.tanh_curve, "tanh", "it is what you are to build")

The whole file is read and not only the function, so that helpers count.
Call the function first: one that was not written yet should say so.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from d2lcode.grading.checks import require

LOOPS: dict[type[ast.AST], str] = {
    ast.For: "a for loop",
    ast.While: "a while loop",
    ast.comprehension: "a comprehension",
}
HIDDEN = (
    "apply_along_axis",
    "apply_over_axes",
    "fromfunction",
    "fromiter",
    "frompyfunc",
    "filter",
    "map",
    "ndindex",
    "nditer",
    "vectorize",
)


def forbid_loops(function: Callable[..., Any]) -> None:
    """Fail if the file of this function loops over elements in Python.

    Raises:
        AnswerError: it does; says in which line.
    """
    tree = _tree(function)
    for line, what in sorted([*_loops(tree), *_hidden(tree)])[:1]:
        require(
            False,
            f"There is {what} in line {line} of {_file(function).name}. The "
            "result may be right; the task asks for it without loops, by "
            "operations on whole arrays.",
        )


def forbid_names(
    function: Callable[..., Any], names: str | tuple[str, ...], why: str
) -> None:
    """Fail if the file of this function uses one of these names.

    Args:
        function: of the answer.
        names: such as "tanh"; also as `np.tanh` or imported.
        why: completes “line 3 uses tanh; …”.

    Raises:
        AnswerError: it does; says in which line.
    """
    wanted = (names,) if isinstance(names, str) else names
    for line, name in _names(_tree(function), wanted):
        where = f"Line {line} of {_file(function).name}"
        require(False, f"{where} uses {name}; {why}")


def _file(function: Callable[..., Any]) -> Path:
    own = inspect.unwrap(function)
    own = own.func if isinstance(own, partial) else own
    try:
        return Path(inspect.getsourcefile(own) or "")
    except TypeError:
        require(False, "This is a ready-made function; write your own.")
        raise


def _tree(function: Callable[..., Any]) -> ast.Module:
    return ast.parse(_file(function).read_text(encoding="utf-8"))


def _loops(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        for kind, words in LOOPS.items():
            if isinstance(node, kind):
                yield _line(node), words


def _line(node: ast.AST) -> int:
    """A comprehension has no line of its own, its variable has."""
    if isinstance(node, ast.comprehension):
        return node.target.lineno
    return int(getattr(node, "lineno", 0))


def _names(
    tree: ast.AST, wanted: tuple[str, ...]
) -> Iterator[tuple[int, str]]:
    """Find names, as `name`, `module.name` or imported."""
    for node in ast.walk(tree):
        yield from ((_line(node), n) for n in _named(node) if n in wanted)


def _named(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute):
        return [node.attr]
    if isinstance(node, ast.ImportFrom):
        return [alias.name for alias in node.names]
    return []


def _hidden(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Find calls that loop; a variable may be called `map`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = [n for n in _named(node.func) if n in HIDDEN]
            yield from ((_line(node), f"a loop in {n}") for n in called)
