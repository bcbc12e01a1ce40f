"""Public names that import their module when first used.

Start-up stays fast, and the book can see which files a page really uses.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Callable, Mapping
from typing import Any

PIP = {"torch": "torch==2.13.0", "paddle": "paddlepaddle==3.3.1"}


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


def lazy(
    package: str, names: Mapping[str, str]
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Give a package's `__getattr__` and `__dir__`.

    Args:
        package: the package's `__name__`.
        names: public name → the submodule, relative to it, that holds it.
    """

    def getattr_(name: str) -> Any:
        if name not in names:
            raise AttributeError(f"{package} has no attribute {name!r}")
        module = importlib.import_module(f"{package}.{names[name]}")
        value = getattr(module, name)
        setattr(sys.modules[package], name, value)
        return value

    return getattr_, lambda: sorted(names)
