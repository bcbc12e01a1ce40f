"""Public names that import their module when first used.

Start-up stays fast, and the book can see which files a page really uses.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Callable
from typing import Any

PIP = {"torch": "torch", "paddle": "paddlepaddle"}


class BackendMissingError(ImportError):
    """The framework that was asked for is not installed."""


def installed(module: str) -> bool:
    """Whether a top-level module could be imported; does not import it."""
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):  # blocked, or None in sys.modules
        return False


def require(backend: str) -> None:
    """Raise BackendMissingError, with the pip command, if it is absent."""
    if not installed(backend):
        raise BackendMissingError(
            f"d2lcode.{backend} needs {backend}, which is not installed "
            f"here: pip install {PIP[backend]}"
        )


def need(module: str, what: str) -> None:
    """Raise ImportError, with the pip command, if a module is absent.

    Args:
        module: top-level.
        what: needs it; the subject of the sentence.
    """
    if not installed(module):
        raise ImportError(
            f"{what} needs {module}, which is not installed here: "
            f'pip install "d2lcode[export]"'
        )


def lazy(
    package: str,
) -> tuple[Callable[[str], Any], Callable[[], list[str]], list[str]]:
    """Give a package's `__getattr__`, `__dir__` and `__all__`.

    The names stand once, in the stub `__init__.pyi` beside the package,
    where editors and type checkers find them as well: a line each, such as
    `from .training import fit as fit`, or `from . import plot as plot` for
    a module. (Scientific Python's SPEC 1.)

    Args:
        package: the package's `__name__`.
    """
    names = _stub(package)

    def getattr_(name: str) -> Any:
        if name not in names:
            raise AttributeError(f"{package} has no attribute {name!r}")
        if names[name] == ".":
            value: Any = importlib.import_module(f".{name}", package)
        else:
            module = importlib.import_module(names[name], package)
            value = getattr(module, name)
        setattr(sys.modules[package], name, value)
        return value

    return getattr_, lambda: sorted(names), list(names)


def _stub(package: str) -> dict[str, str]:
    """Name -> the module, relative to the package, that its stub tells."""
    spec: Any = sys.modules[package].__spec__
    path = spec.origin.removesuffix("c") + "i"
    lines = map(str.split, spec.loader.get_data(path).decode().splitlines())
    return {li[5]: li[1] for li in lines if li[:1] == ["from"]}
