"""Notice that an answer replaced a part of the grader."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

Part = tuple[Any, str, object]


def sealed() -> Callable[[], str]:
    """Remember the functions and methods of this package's loaded modules.

    Returns:
        A function that names the first that is another now; "" if none is.
    """
    parts = [part for module in _modules() for part in _parts(module)]

    def changed() -> str:
        for owner, name, value in parts:
            if vars(owner).get(name) is not value:
                return f"{owner.__name__.rpartition('.')[2]}.{name}"
        return ""

    return changed


def _modules() -> list[ModuleType]:
    names = [n for n in sys.modules if n.startswith("d2lcode.grading")]
    return [sys.modules["__main__"], *(sys.modules[n] for n in names)]


def _parts(module: ModuleType) -> Iterator[Part]:
    for name, value in list(vars(module).items()):
        if not callable(value):
            continue
        yield module, name, value
        if isinstance(value, type) and value.__module__ == module.__name__:
            yield from _methods(value)


def _methods(kind: type) -> Iterator[Part]:
    for name, value in vars(kind).items():
        if callable(value) and not name.startswith("__"):
            yield kind, name, value
