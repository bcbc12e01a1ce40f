"""A reader's file as a module that is loaded when first used."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from d2lcode.grading import settings
from d2lcode.grading.describe import MissingNameError
from d2lcode.grading.originals import note, require_originals


class Answer:
    """The module under test: `answer.softmax` is the reader's function.

    Args:
        path: the file.
        backend: "torch", "paddle", or "" where none is needed.
    """

    def __init__(self, path: Path, backend: str = "") -> None:
        self._path = path
        self._module: ModuleType | None = None
        self._error: BaseException | None = None
        self.backend = backend
        settings.begin()
        note()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return getattr(self._loaded(), name)
        except AttributeError:
            if hasattr(self._module, name) or self._module is None:
                raise
        raise MissingNameError(
            f"{self._path.name} has no `{name}`. The starter defines it: was "
            "it renamed or deleted? `d2lcode reset` brings the starter back, "
            "and keeps a copy of yours."
        )

    @property
    def framework(self) -> Any:
        """The adapter to this answer's framework.

        Its functions are those of `d2lcode.grading.with_torch` and
        `with_paddle`.
        """
        return importlib.import_module(f"d2lcode.grading.with_{self.backend}")

    def _loaded(self) -> ModuleType:
        if self._error:
            raise self._error
        if self._module is None:
            try:
                try:
                    self._module = load(self._path)
                finally:  # what was replaced may be why it failed
                    require_originals()
            except BaseException as error:
                self._error = error
                raise
        return self._module


def load(path: Path) -> ModuleType:
    """Run a file as a fresh module.

    Python's own import would keep compiled files, which go stale when a
    file is saved twice within a second.
    """
    module = ModuleType(f"answer_{path.stem}")
    module.__file__ = str(path)
    sys.modules.pop(module.__name__, None)  # so that the latest is last
    sys.modules[module.__name__] = module
    code = compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
    settings.current.load(exec, code, module.__dict__)
    return module
