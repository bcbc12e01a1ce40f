"""What lies beside an answer: modules of the reader's own.

An answer may import a file that stands next to it. Its folder comes last on
the path, so that a `random.py` in it hides no module of Python's.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.abc
import importlib.machinery
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from d2lcode.grading import guard
from d2lcode.grading.guard import within

JOB = "D2LCODE_JOB"  # the variable that tells it to processes begun anew


@contextlib.contextmanager
def importable(answer: Path) -> Iterator[None]:
    """Let an answer import its neighbours, and forget them afterwards.

    The book's folder is importable too, after them.
    """
    folders = [str(answer.resolve().parent), str(Path.cwd())]
    before = list(sys.path)
    sys.path += [folder for folder in folders if folder not in before]
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path[:] = before
        _forget(folders[0])


def _forget(folder: str) -> None:
    """Drop the modules of a folder: the next answer has others."""
    for name, module in list(sys.modules.items()):
        if within(str(getattr(module, "__file__", None) or ""), [folder]):
            del sys.modules[name]
    sys.path_importer_cache.pop(folder, None)


def shadowed(error: BaseException, answer: Path) -> str:
    """Say that a neighbour has the name of a module that came instead.

    Args:
        error: what the answer raised.
        answer: its file.

    Returns:
        A sentence; "" if no neighbour explains the error.
    """
    if not isinstance(error, ImportError | AttributeError):
        return ""
    for path in sorted(answer.parent.glob("*.py")):
        if path != answer and f"'{path.stem}'" in str(error):
            return (
                f"\n{path.name} beside your answer has the name of an "
                "installed module, which comes first: give yours another name."
            )
    return ""


def hiding(text: str, root: Path) -> str:
    """Find a file of the reader's that hides a module, in a traceback.

    Returns:
        A sentence that names the file; "" if none does.
    """
    known = {*sys.stdlib_module_names, "numpy", "pytest", "hypothesis"}
    for path in sorted(root.glob("*.py")):
        if path.stem in known and f'"{path}"' in text:
            return (
                f"{path} hides Python's own module `{path.stem}`: give it "
                "another name."
            )
    return ""


def tell_children(job: Mapping[str, Any]) -> None:
    """Leave a job where a process that the answer begins will find it."""
    os.environ[JOB] = json.dumps(job)


def as_child() -> None:
    """Prepare a process that `multiprocessing` began anew for an answer.

    What is handed to it by name is found in the answer's file.
    """
    job = json.loads(os.environ.get(JOB, "null"))
    if job:
        sys.meta_path.append(_AnswerFinder(Path(job["answer"])))
        guard.install()(closed(job))


def closed(job: Mapping[str, Any]) -> guard.Closed:
    """Say what is closed to the answer of a job."""
    return guard.Closed(
        job["answer"],
        job["grader"],
        tuple(job["hidden"]),
        (guard.PACKAGE, *job["kept"]),
        tuple(guard.near(h).replace(os.sep, ".") for h in job["hidden"]),
    )


class _AnswerFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the answer by the name that its process gave it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        """Find the answer, and nothing else."""
        if fullname != f"answer_{self._path.stem}":
            return None
        spec = importlib.machinery.ModuleSpec(fullname, self)
        spec.origin = str(self._path)
        spec.has_location = True
        return spec

    def exec_module(self, module: ModuleType) -> None:
        """Run the answer's file, without a compiled copy."""
        code = compile(self._path.read_bytes(), str(self._path), "exec")
        exec(code, module.__dict__)
