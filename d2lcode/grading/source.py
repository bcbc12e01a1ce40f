"""Read how an answer was written, where a task asks for a way of writing.

    forbid_loops(answer.count_positive)
    forbid_names(answer.tanh_curve, "tanh", "it is what you are to build")

The whole file is read and not only the function, so that helpers count;
but not what stands under `if __name__ == "__main__":`, which is not the
answer. Of another file of the reader's own, what the answer uses is read.
Call the function first: one that was not written yet should say so.
"""

from __future__ import annotations

import ast
import functools
import inspect
import sys
import sysconfig
import types
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from d2lcode.grading.checks import require
from d2lcode.grading.loops import loops

TEXTS = ("exec", "eval", "compile")
READY_MADE = "This is a ready-made function; write your own."
UNREADABLE = (
    "How {name} is written cannot be read: it was made while the program "
    "ran, and stands in no file. Write it out, with def."
)
_FUNCTIONS = (types.FunctionType, type)
_BUILT_IN = (
    types.BuiltinFunctionType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    types.MethodWrapperType,
    types.ClassMethodDescriptorType,
)


@dataclass(frozen=True)
class Written:
    """A piece of the reader's code: the file's name, and what to read.

    `is_text` tells code that the file hands to exec or eval.
    """

    name: str
    tree: ast.AST
    is_text: bool = False


def forbid_loops(function: Callable[..., Any]) -> None:
    """Fail if the code of this function loops over elements in Python.

    A loop over a tuple or list that is written out, such as
    `for v in (w, b)`, is none.

    Raises:
        AnswerError: it does; says in which line.
    """
    for piece in written(function):
        for line, what in sorted(loops(piece.tree))[:1]:
            require(
                False,
                f"There is {what} in line {line} of {piece.name}. The "
                "result may be right; the task asks for it without loops, by "
                "operations on whole arrays.",
            )


def forbid_names(
    function: Callable[..., Any], names: str | tuple[str, ...], why: str
) -> None:
    """Fail if the code of this function uses one of these names.

    A variable or function of the reader's own may be called so.

    Args:
        function: of the answer.
        names: such as "tanh"; also as `np.tanh` or imported.
        why: completes “line 3 uses tanh; …”.

    Raises:
        AnswerError: it does; says in which line.
    """
    wanted = (names,) if isinstance(names, str) else names
    for piece in written(function):
        for line, name in _names(piece.tree, wanted):
            require(False, f"Line {line} of {piece.name} uses {name}; {why}")


def written(function: Callable[..., Any]) -> list[Written]:
    """Give the code that the reader wrote for this function.

    Args:
        function: of the answer; a function, a class, a method, an object
            that can be called, or one of these wrapped in a decorator.

    Raises:
        AnswerError: it is ready-made, or stands in no file.
    """
    own = _unwrapped(function)
    home, source = _home(function), _source(own)
    known = not isinstance(own, _FUNCTIONS) and home is not None
    name = getattr(function, "__name__", "this function")
    require(not _is_built_in(own), READY_MADE)
    require(known or source is None or _is_own(source), READY_MADE)
    path = home or source
    pieces = list(_pieces(path)) if path and path.is_file() else []
    made = isinstance(own, types.FunctionType) and source is None
    found = any(piece.is_text for piece in pieces) if made else bool(pieces)
    require(found, UNREADABLE.format(name=name))
    return pieces


def _unwrapped(function: Any) -> Any:
    """Take decorators, partial arguments and instances off."""
    while True:
        if isinstance(function, functools.partial):
            function = function.func
        elif isinstance(function, types.MethodType):
            function = function.__func__
        elif isinstance(function, np.vectorize):
            function = function.pyfunc
        elif inner := inspect.getattr_static(function, "__wrapped__", None):
            function = inner
        else:
            return function


def _is_built_in(own: Any) -> bool:
    if isinstance(own, np.ufunc):  # or one that was made by frompyfunc
        return not own.__name__.endswith("(vectorized)")
    if isinstance(own, type):
        return own.__module__ == "builtins"
    return isinstance(own, _BUILT_IN)


def _source(own: Any) -> Path | None:
    """Find the file in which a function or the class of an object is."""
    what = own if isinstance(own, _FUNCTIONS) else type(own)
    try:
        path = Path(inspect.getsourcefile(what) or "")
    except TypeError:
        return None
    return path if path.is_file() else None


def _home(function: Any) -> Path | None:
    """Find the answer in which a function has a name, the latest first."""
    for name, module in reversed(list(sys.modules.items())):
        if name.startswith("answer_") and any(
            value is function for value in vars(module).values()
        ):
            return Path(str(module.__file__))
    return None


@functools.cache
def _library() -> tuple[Path, ...]:
    """Name the folders of Python, its packages, and this package."""
    kinds = ("stdlib", "platstdlib", "purelib", "platlib")
    folders = {Path(sysconfig.get_path(kind)).resolve() for kind in kinds}
    packages = {Path(np.__file__).parents[1], Path(__file__).parents[1]}
    return tuple(folders | packages)


def _is_own(path: Path) -> bool:
    """Tell a file of the reader's own from one of a library."""
    path = path.resolve()
    installed = {"site-packages", "dist-packages"} & set(path.parts)
    return path.is_file() and not (
        installed or any(folder in path.parents for folder in _library())
    )


def _pieces(path: Path) -> Iterator[Written]:
    """Read an answer's file, the texts that it runs, and helpers."""
    tree = _without_main(_parse(path))
    yield Written(path.name, tree)
    for text in _texts(tree):
        yield Written(path.name, text, is_text=True)
    names = set(_all_names(tree))
    for other in sorted(_imported(path) - {path}):
        if _is_own(other):
            yield Written(other.name, _used(_parse(other), names))


def _parse(path: Path) -> ast.Module:
    return ast.parse(path.read_bytes(), str(path))


def _without_main(tree: ast.Module) -> ast.Module:
    """Leave out what runs only when the file is run by itself."""
    body: list[ast.stmt] = []
    for node in tree.body:
        if isinstance(node, ast.If) and _is_main(node.test):
            body += node.orelse
        else:
            body.append(node)
    return ast.Module(body, tree.type_ignores)


def _is_main(test: ast.expr) -> bool:
    """Tell the question whether the file is run by itself."""
    match test:
        case ast.Compare(left=a, ops=[ast.Eq()], comparators=[b]):
            sides = {ast.unparse(a), ast.unparse(b)}
            return sides == {"__name__", "'__main__'"}
    return False


def _texts(tree: ast.AST) -> Iterator[ast.Module]:
    """Find code that is handed to exec or eval, counting lines from there."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and set(_named(node.func)) & set(TEXTS):
            for text in filter(_is_text, node.args[:1]):
                parsed = _parsed(ast.literal_eval(text))
                yield ast.increment_lineno(parsed, node.lineno - 1)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _parsed(text: str) -> ast.Module:
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError):
        return ast.Module([], [])


def _imported(path: Path) -> set[Path]:
    """List the files of what stands in an answer's module."""
    modules = [
        module
        for name, module in list(sys.modules.items())
        if name.startswith("answer_")
        and getattr(module, "__file__", "") == str(path)
    ]
    held = [value for module in modules for value in vars(module).values()]
    files = (_file(value) for value in held)
    return {Path(f) for f in files if f and f.endswith(".py")}


def _file(value: Any) -> str | None:
    """Name the file of a module, a function or a class."""
    if isinstance(value, types.FunctionType):
        return value.__code__.co_filename
    if isinstance(value, type):
        value = sys.modules.get(value.__module__)
    if isinstance(value, types.ModuleType):
        return getattr(value, "__file__", None)
    return None


def _used(tree: ast.Module, names: set[str]) -> ast.Module:
    """Keep what these names lead to in a file."""
    defined = {name: node for node in tree.body for name in _defined(node)}
    todo, kept = names & set(defined), set[str]()
    while todo:
        name = todo.pop()
        kept.add(name)
        todo |= (set(_all_names(defined[name])) & set(defined)) - kept
    return ast.Module([defined[name] for name in sorted(kept)], [])


def _defined(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Assign):
        return [t.id for t in node.targets if isinstance(t, ast.Name)]
    return []


def _all_names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        yield from _named(node)


def _named(node: ast.AST) -> Sequence[str]:
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute):
        return [node.attr]
    if isinstance(node, ast.ImportFrom):
        return [alias.name for alias in node.names]
    return []


def _names(
    tree: ast.AST, wanted: tuple[str, ...]
) -> Iterator[tuple[int, str]]:
    """Find names, as `name`, `module.name` or imported."""
    own, used = _stored(tree), _loaded(tree)
    for node in ast.walk(tree):
        line = int(getattr(node, "lineno", 0))
        yield from (
            (line, name)
            for name in _brought(node, used)
            if name in wanted and not _is_variable(node, own)
        )


def _loaded(tree: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def _brought(node: ast.AST, used: set[str]) -> Sequence[str]:
    """Give the names in a node; of an import, if what it brings is used."""
    if not isinstance(node, ast.Import | ast.ImportFrom):
        return _named(node)
    home = getattr(node, "module", None) or ""
    called = {a.name: a.asname or a.name.split(".")[0] for a in node.names}
    paths = [f"{home}.{name}" for name in called if called[name] in used]
    return [name for path in paths for name in path.split(".")]


def _is_variable(node: ast.AST, own: set[str]) -> bool:
    if isinstance(node, ast.Attribute):
        return ast.unparse(node) in own
    return isinstance(node, ast.Name) and node.id in own


def _stored(tree: ast.AST) -> set[str]:
    """List what a file itself calls so: a variable, a function, `self.v`."""
    found: set[str] = set()
    imported: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute):
            if isinstance(node.ctx, ast.Store):
                found.add(ast.unparse(node))
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, ast.alias):
            imported.add(node.asname or node.name)
    return found - imported
