"""Run one backend's cells in a kernel of their own."""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import (
    CellExecutionError,
    CellTimeoutError,
    DeadKernelError,
)
from nbformat import NotebookNode

from . import store

FOLDERS = ("D2LCODE_DATA_MIRROR", "D2LCODE_CACHE")
FAILURES = (CellExecutionError, CellTimeoutError, DeadKernelError)
DIED = (
    "the kernel died: its memory ran out, a library crashed, or the cell "
    "ended the process"
)
NOT_INSTALLED = "a reader who has only the package has not: "
ROOT = Path(__file__).resolve().parents[3]
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
# What the outputs came from, asked of the kernel after the page's last cell.
ASK = """
import json as _json, sys as _sys
_files = {n: getattr(m, "__file__", None) for n, m in _sys.modules.items()}
_ours = {f for n, f in _files.items() if n.partition(".")[0] == "d2lcode"}
_data = _sys.modules.get("d2lcode.data")
print(_json.dumps({"modules": sorted(filter(None, _ours)),
                   "others": sorted({*filter(None, _files.values())} - _ours),
                   "data": _data.used() if _data else {}}))
"""


@dataclass(frozen=True)
class Failure:
    """The cell that failed (its place among the cells) and what it said."""

    cell: int
    message: str


def environment() -> dict[str, str]:
    """Give a kernel's environment: one thread, no window, whole paths."""
    return {
        **os.environ,
        **whole_paths(),
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "PYTHONUTF8": "1",
        "GLOG_minloglevel": "2",  # Paddle's notes to itself, with times
        # Paddle says at import that it would like a compiler cache.
        "PYTHONWARNINGS": "ignore:No ccache found:UserWarning",
    }


def whole_paths() -> dict[str, str]:
    """Name the folders as seen from here: a kernel runs in its page's."""
    named = {name: os.environ.get(name) for name in FOLDERS}
    return {
        name: str(Path(path).expanduser().resolve())
        for name, path in named.items()
        if path
    }


def failure(notebook: NotebookNode, cell: int, error: Exception) -> Failure:
    """Say what stopped a run: one of its cells, not the question after."""
    says = DIED if isinstance(error, DeadKernelError) else str(error)
    return Failure(min(cell, len(notebook.cells) - 2), ESCAPES.sub("", says))


def execute(
    notebook: NotebookNode, backend: str | None, timeout: int
) -> Failure | None:
    """Run a notebook in place and keep it in the store.

    It runs as at a reader's who took it away: in an empty folder, with the
    installed packages alone. So the page's run proves the notebook, too.

    Args:
        notebook: code cells; their outputs are filled in.
        backend: whose cells they are.
        timeout: seconds that one cell may take.

    Returns:
        what failed, if anything did; such a run is not kept.
    """
    notebook.cells.append(nbformat.v4.new_code_cell(ASK))
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as bare:
        failed = run_cells(notebook, bare, timeout)
    last = notebook.cells.pop()
    if failed:
        return failed
    answer = json.loads(printed(last))
    if strange := strangers(answer["others"]):
        return Failure(len(notebook.cells) - 1, NOT_INSTALLED + strange)
    seconds = time.perf_counter() - began
    store.put(notebook, backend, manifest(answer, backend, seconds))
    return None


def run_cells(
    notebook: NotebookNode, folder: str, timeout: int
) -> Failure | None:
    """Run the cells in a kernel that works in the folder."""
    started = [0]
    client = NotebookClient(
        notebook,
        timeout=timeout,
        record_timing=False,  # it would be cell metadata, hence another hash
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": folder}},
        on_cell_execute=lambda cell, cell_index: started.append(cell_index),
    )
    try:
        client.execute(env=environment())
    except FAILURES as error:
        return failure(notebook, started[-1], error)
    return None


def strangers(files: list[str]) -> str:
    """Name what came from the repository, yet is not the package.

    An editable installation puts the whole repository in Python's reach;
    a reader has only the package.
    """
    return ", ".join(
        path.relative_to(ROOT).as_posix()
        for path in map(Path, files)
        if path.is_relative_to(ROOT)
        and not path.is_relative_to(sys.prefix)  # .venv lies in the root
        and path.stem != "sitecustomize"  # Python's own, before any cell
    )


def printed(cell: NotebookNode) -> str:
    """Give all that a cell printed: a busy kernel sends it in pieces."""
    return "".join(
        output["text"]
        for output in cell.outputs
        if output["output_type"] == "stream" and output["name"] == "stdout"
    )


def manifest(
    answer: dict[str, Any], backend: str | None, seconds: float
) -> dict[str, Any]:
    """Write down what a run's outputs came from."""
    return {
        "sources": store.sources(answer["modules"]),
        "data": answer["data"],
        "versions": store.versions(backend),
        "seconds": round(seconds, 2),
    }
