"""Settings of the whole process: the answer's own while its code runs.

What an answer sets at its top, such as np.seterr(all="raise"), holds
whenever its code runs: while its file is loaded, and in each call by
`expect`. While the grader computes, the process is as the grader has it.
"""

from __future__ import annotations

import contextlib
import decimal
import locale
import os
import random
import sys
import warnings
from collections.abc import Callable
from contextvars import Context, ContextVar, copy_context
from operator import attrgetter
from typing import Any

import numpy as np

Get = Callable[[], Any]
Put = Callable[[Any], Any]


def _filters() -> tuple[Any, ...]:
    return tuple(warnings.filters)


def _put_filters(filters: tuple[Any, ...]) -> None:
    warnings.resetwarnings()  # which also forgets what was decided before
    warnings.filters[:] = list(filters)  # type: ignore[index]


_DECIMAL = ("prec", "rounding", "Emin", "Emax", "capitals", "clamp")
_of_decimal = attrgetter(*_DECIMAL)


def _decimal() -> tuple[Any, ...]:
    return tuple(_of_decimal(decimal.getcontext()))


def _put_decimal(values: tuple[Any, ...]) -> None:
    context = decimal.getcontext()
    for name, value in zip(_DECIMAL, values, strict=True):
        setattr(context, name, value)


def _environment() -> dict[Any, Any]:
    """Copy the variables as the system holds them, which is quick."""
    return dict(getattr(os.environ, "_data", os.environ))


def _put_environment(variables: dict[Any, Any]) -> None:
    wanted = {os.fsdecode(k): os.fsdecode(v) for k, v in variables.items()}
    for name in set(os.environ) - set(wanted):
        del os.environ[name]
    os.environ.update(wanted)


# No grader changes these, and to read them takes long.
STEADY = ("locale", "decimal")
_PLAIN: dict[str, tuple[Get, Put]] = {
    "warnings": (_filters, _put_filters),
    "locale": (
        lambda: locale.setlocale(locale.LC_ALL),
        lambda name: locale.setlocale(locale.LC_ALL, name),
    ),
    "recursion limit": (sys.getrecursionlimit, sys.setrecursionlimit),
    "folder": (os.getcwd, os.chdir),
    "decimal": (_decimal, _put_decimal),
    "environment": (_environment, _put_environment),
    "profile": (sys.getprofile, sys.setprofile),
    "stdout": (lambda: sys.stdout, lambda v: setattr(sys, "stdout", v)),
    "stderr": (lambda: sys.stderr, lambda v: setattr(sys, "stderr", v)),
}


def _of_torch(torch: Any) -> dict[str, tuple[Get, Put]]:
    return {
        "torch's dtype": (torch.get_default_dtype, torch.set_default_dtype),
        "torch's gradients": (torch.is_grad_enabled, torch.set_grad_enabled),
        "torch's threads": (torch.get_num_threads, torch.set_num_threads),
    }


def _of_paddle(paddle: Any) -> dict[str, tuple[Get, Put]]:
    return {
        "paddle's dtype": (paddle.get_default_dtype, paddle.set_default_dtype),
        "paddle's gradients": (
            paddle.is_grad_enabled,
            paddle.set_grad_enabled,
        ),
    }


def _of_matplotlib(matplotlib: Any) -> dict[str, tuple[Get, Put]]:
    settings = matplotlib.rcParams
    return {
        "matplotlib": (
            lambda: tuple(dict.items(settings)),
            lambda saved: dict.update(settings, dict(saved)),
        )
    }


_LOADED: dict[str, Callable[[Any], dict[str, tuple[Get, Put]]]] = {
    "torch": _of_torch,
    "paddle": _of_paddle,
    "matplotlib": _of_matplotlib,
}


def _numpys_state() -> tuple[Any, ...]:
    kind, key, *rest = np.random.get_state()
    return kind, tuple(np.asarray(key).tolist()), *rest


# To read these takes longer than most calls: they are kept apart only for
# an answer that has seeded them, or drawn, while it was loaded.
_STREAMS: dict[str, tuple[Get, Put]] = {
    "random": (random.getstate, random.setstate),
    "numpy's random": (_numpys_state, np.random.set_state),
}


def _kinds() -> dict[str, tuple[Get, Put]]:
    """List the settings of Python, and of the libraries in use."""
    found = dict(_ALWAYS)
    for name, kinds in _LOADED.items():
        if name in sys.modules:
            found |= kinds(sys.modules[name])
    return found


def _frameworks() -> list[tuple[Any, Any]]:
    """Give the states of the frameworks' generators, and how to set them."""
    loaded = [sys.modules[n] for n in ("torch", "paddle") if n in sys.modules]
    return [(m.get_rng_state(), m.set_rng_state) for m in loaded]


def _not_in_contexts() -> dict[str, tuple[Get, Put]]:
    """List settings of NumPy's that this version keeps outside contexts."""
    options = np.get_printoptions()
    copy_context().run(np.set_printoptions, precision=options["precision"] + 1)
    if np.get_printoptions() == options:
        return {}
    np.set_printoptions(**options)
    return {
        "numpy's print": (
            np.get_printoptions,
            lambda saved: np.set_printoptions(**saved),
        )
    }


_ALWAYS = _PLAIN | _not_in_contexts()


class World:
    """What one answer has set, for as long as its code runs.

    NumPy keeps its errors and how it prints in context variables, which
    each run of the answer has for itself. Other settings are put in place
    before, and put back after.
    """

    def __init__(self) -> None:
        self._variables: dict[ContextVar[Any], Any] = {}
        self._values: dict[str, Any] = {}
        self._streams: dict[str, tuple[Any, Any]] = {}
        self._inside = False
        self._steady = {name: _PLAIN[name][0]() for name in STEADY}

    def load(self, function: Callable[..., Any], *args: Any) -> Any:
        """Load the answer, which is when generators are seeded.

        Those of Python and NumPy that it has seeded are its own from then
        on. Those of a framework are seeded by the grader before each use.
        """
        before = {name: get() for name, (get, _) in _STREAMS.items()}
        theirs = _frameworks()
        try:
            return self.run(function, *args)
        finally:
            for state, put in theirs:
                put(state)
            for name, (get, put) in _STREAMS.items():
                if (after := get()) != before[name]:
                    self._streams[name] = (after, before[name])
                    put(before[name])

    def run(
        self, function: Callable[..., Any], *args: Any, **kwargs: Any
    ) -> Any:
        """Call a function of the answer's under its own settings."""
        if self._inside:
            return function(*args, **kwargs)
        kinds, trace, context = _kinds(), sys.gettrace(), copy_context()
        for variable, value in self._variables.items():
            context.run(variable.set, value)
        entered = dict(context.items())
        before = {
            name: self._steady.get(name) or get()
            for name, (get, _) in kinds.items()
        }
        given = self._enter(kinds, before)
        self._inside = True
        try:
            return context.run(function, *args, **kwargs)
        finally:
            sys.settrace(trace)
            self._inside = False
            self._keep(context, entered)
            self._leave(kinds, before, given)

    def _enter(
        self, kinds: dict[str, tuple[Get, Put]], before: dict[str, Any]
    ) -> dict[str, Any]:
        """Put the answer's settings in place; give all that then hold."""
        if not self._values and not self._streams:
            return before
        self._take_streams()
        for name, value in self._values.items():
            if name == "warnings":
                value = (*value, *before[name])
            _put(kinds, name, value)
        return {name: get() for name, (get, _) in kinds.items()}

    def _leave(
        self,
        kinds: dict[str, tuple[Get, Put]],
        before: dict[str, Any],
        given: dict[str, Any],
    ) -> None:
        """Keep what the answer has changed, and put the grader's back."""
        after = {name: get() for name, (get, _) in kinds.items()}
        for name in after:
            if after[name] != given[name]:
                self._values[name] = _added(name, given[name], after[name])
            if after[name] != before[name]:
                _put(kinds, name, before[name])
        self._leave_streams()

    def _keep(
        self, context: Context, entered: dict[ContextVar[Any], Any]
    ) -> None:
        for variable, value in context.items():
            if entered.get(variable, self) is not value:
                self._variables[variable] = value

    def _take_streams(self) -> None:
        """Let the answer go on with its own random numbers.

        Those that the grader has seeded meanwhile hold for both.
        """
        for name, (own, left) in list(self._streams.items()):
            get, put = _STREAMS[name]
            if get() == left:
                put(own)
            else:
                del self._streams[name]

    def _leave_streams(self) -> None:
        for name, (_, left) in self._streams.items():
            get, put = _STREAMS[name]
            self._streams[name] = (get(), left)
            put(left)


def _added(name: str, given: Any, after: Any) -> Any:
    """Of warnings' filters, keep only those that the answer put in front."""
    if name != "warnings":
        return after
    front = len(after) - len(given)
    return after[:front] if after[front:] == given else after


def _put(kinds: dict[str, tuple[Get, Put]], name: str, value: Any) -> None:
    """Set something, unless it can no longer be, as a folder that is gone."""
    with contextlib.suppress(Exception):
        kinds[name][1](value)


current = World()


def begin() -> World:
    """Start afresh, for another answer."""
    global current
    current = World()
    return current
