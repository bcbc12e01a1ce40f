"""What graders rely on is what it was: NumPy, Python, pytest, the checks.

An answer could replace the function by which it is judged. So all such
functions are noted before an answer is loaded, and looked at afterwards;
those that were replaced are put back, and the answer is told.
"""

from __future__ import annotations

import builtins
import math
import operator
import sys
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import Any

import numpy as np

from d2lcode.grading.checks import AnswerError

# Names that tools replace, or that judge nothing.
SPARED = frozenset(
    {"__import__", "_", "breakpoint", "exit", "help", "input", "open"}
    | {"print", "quit", "__builtins__", "__loader__", "__spec__"}
)
MODULES = ("pytest", "_pytest.outcomes", "_pytest.python_api", "hypothesis")
_GONE = object()
_noted: dict[tuple[int, str], tuple[Any, str, Any]] = {}
_seen: set[int] = set()
_profile: list[Any] = []
_told: list[str] = []


def note() -> None:
    """Note what is not noted yet; call it before an answer is loaded."""
    for owner, label in _owners():
        if id(owner) not in _seen:
            _seen.add(id(owner))
            for name, value in _callables(vars(owner)):
                _noted[id(owner), name] = (owner, f"{label}.{name}", value)
    hypothesis = sys.modules.get("hypothesis")
    if hypothesis and not _profile:
        _profile.append(hypothesis.settings.default)


def _owners() -> Iterator[tuple[Any, str]]:
    """List modules and classes whose functions judge an answer."""
    for module in (np, np.linalg, np.testing, math, operator, builtins):
        yield module, module.__name__
    for name, module in list(sys.modules.items()):
        if name in MODULES or _is_ours(name, module):
            yield module, name
            for kind in vars(module).values():
                if isinstance(kind, type) and kind.__module__ == name:
                    yield kind, f"{name}.{kind.__name__}"


def _is_ours(name: str, module: ModuleType) -> bool:
    if name == "__main__":
        package = getattr(module, "__package__", None)
        return package == "d2lcode.grading"
    return name.startswith("d2lcode.grading.")


def _callables(names: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in list(names.items()):
        judges = callable(value) or isinstance(value, property)
        if judges and name not in SPARED:
            yield name, value


def replaced() -> list[str]:
    """Put back what was replaced, and name it."""
    found = []
    for (_, name), (owner, label, value) in _noted.items():
        if vars(owner).get(name, _GONE) is not value:
            setattr(owner, name, value)
            found.append(label)
    return found + _settled()


def _settled() -> list[str]:
    """Put Hypothesis's settings back, and name them if they had changed."""
    hypothesis = sys.modules.get("hypothesis")
    if not hypothesis or not _profile:
        return []
    if hypothesis.settings.default == _profile[0]:
        return []
    hypothesis.settings.register_profile("d2lcode-noted", _profile[0])
    hypothesis.settings.load_profile("d2lcode-noted")
    return ["hypothesis.settings"]


def require_originals(look: Callable[[], list[str]] = replaced) -> None:
    """Fail if an answer has replaced anything, and put it back.

    Raises:
        AnswerError: it has; names the first.
    """
    names = look()
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    if names:
        _told.extend(names)
        raise AnswerError(
            f"Your code replaced {names[0]}{more}, which the grading itself "
            "uses. Give what you write a name of its own."
        )


def forget() -> bool:
    """Tell whether anything had been replaced since this was last asked."""
    told = bool(_told)
    _told.clear()
    return told
