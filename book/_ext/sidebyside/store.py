"""Executed runs, kept by content in the user's cache folder.

A run is found again when its code is the same and so is everything else its
outputs came from: the package files its kernel imported, the data it loaded,
the versions of Python and the libraries, and how kernels are run. A second
checkout on the same machine shares the store.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import time
import uuid
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from platformdirs import user_cache_dir
from sphinx.util import logging

from d2lcode import data
from d2lcode.data import registry
from d2lcode.data import store as data_store

LOG = logging.getLogger(__name__)
KEPT = 16
ASK_SECONDS, LONG_SECONDS = 600.0, 1.0
STAND_IN = "stand-in"
# What comes of a file that was cut short, or that something else wrote.
UNREADABLE = (
    AttributeError,
    LookupError,
    OSError,
    TypeError,
    ValueError,
    nbformat.ValidationError,
)
LIBRARIES = {
    None: ["numpy", "matplotlib", "scikit-learn"],
    "torch": ["torch"],
    "paddle": ["paddlepaddle"],
}
PACKAGE = Path(str(data.__file__)).parent.parent
KERNEL = Path(__file__).with_name("execute.py")


def folder() -> Path:
    """Give the store's folder; D2LCODE_CACHE moves it."""
    base = os.environ.get("D2LCODE_CACHE") or user_cache_dir("d2lcode")
    return Path(base, "pages").expanduser()


def key(notebook: NotebookNode, backend: str | None) -> str:
    """Hash what is run: the cells, in which kernel, at which length."""
    what = [
        backend,
        notebook.metadata.get("kernelspec", {}).get("name"),
        [cell.source for cell in notebook.cells],
        os.environ.get("D2LCODE_FULL", ""),
    ]
    return hashlib.sha256(json.dumps(what).encode()).hexdigest()


@cache
def digest(path: Path) -> str:
    """Hash a file; of a file that is gone, say so."""
    if not path.is_file():
        return "absent"
    return hashlib.sha256(path.read_bytes()).hexdigest()


@cache
def versions(backend: str | None) -> dict[str, str]:
    """Name the versions that a run depends on, of our own runner too."""
    names = {*LIBRARIES[None], *LIBRARIES[backend]}
    found = {"python": platform.python_version(), "runner": digest(KERNEL)}
    for name in sorted(names):
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "absent"
    return found


def sources(modules: list[str]) -> dict[str, str]:
    """Give the package files (relative) with what they contain."""
    paths = [Path(m).relative_to(PACKAGE) for m in modules]
    return {p.as_posix(): digest(PACKAGE / p) for p in sorted(paths)}


def located(name: str) -> str:
    """Say where a data set is now, once it was looked for everywhere."""
    if data.locate(name) == STAND_IN and not in_vain(name).exists():
        search(name)
    return data.locate(name)


def in_vain(name: str) -> Path:
    """Give the file that stands for ASK_SECONDS after a vain search."""
    mark = folder() / "in-vain" / name
    if mark.exists() and time.time() - mark.stat().st_mtime > ASK_SECONDS:
        mark.unlink(missing_ok=True)
    return mark


@cache
def search(name: str) -> None:
    """Ask the network for a data set, once a build.

    A stand-in is thus shown only while there is nothing better. What takes
    long in vain, behind a network that never answers, is remembered.
    """
    began = time.monotonic()
    try:
        data_store.obtain(registry.entry(name))
    except data.DataUnavailableError:
        if time.monotonic() - began > LONG_SECONDS:
            in_vain(name).parent.mkdir(parents=True, exist_ok=True)
            in_vain(name).touch()


def current(manifest: dict[str, Any], backend: str | None) -> bool:
    """Tell whether a run's outputs came from what is here now."""
    return (
        manifest["versions"] == versions(backend)
        and all(
            digest(PACKAGE / p) == h for p, h in manifest["sources"].items()
        )
        and all(located(n) == s for n, s in manifest["data"].items())
    )


def begin() -> None:
    """Look at files and at the network anew: a build begins."""
    digest.cache_clear()
    search.cache_clear()
    data.retry()


def find(notebook: NotebookNode, backend: str | None) -> NotebookNode | None:
    """Look for a run that still holds; one that cannot be read does not.

    Returns:
        the executed notebook, its manifest under `metadata.run`; or None.
    """
    home = folder() / key(notebook, backend)
    for path in sorted(home.glob("*.json")) if home.is_dir() else []:
        try:
            run = read(path, backend)
        except UNREADABLE as error:
            pass_over(path, str(error))
            continue
        if run:
            path.touch()
            return run
    return None


@cache
def pass_over(path: Path, why: str) -> None:
    """Say once that a run in the store is of no use."""
    LOG.info("passed over, cannot be read: %s (%s)", path, why)


def read(path: Path, backend: str | None) -> NotebookNode | None:
    """Read a run if it still holds."""
    manifest = json.loads(path.read_text("utf8"))
    if not current(manifest, backend):
        return None
    run = nbformat.read(path.with_suffix(".ipynb"), as_version=4)
    run.metadata["run"] = {**manifest, "id": path.stem}
    return run


def put(
    notebook: NotebookNode, backend: str | None, manifest: dict[str, Any]
) -> None:
    """Keep a run that went well."""
    home = folder() / key(notebook, backend)
    home.mkdir(parents=True, exist_ok=True)
    text = json.dumps(manifest, indent=1, sort_keys=True)
    name = hashlib.sha256(
        json.dumps(
            {k: v for k, v in manifest.items() if k != "seconds"},
            sort_keys=True,
        ).encode()
    ).hexdigest()[:16]
    write(home / f"{name}.ipynb", nbformat.writes(notebook))
    write(home / f"{name}.json", text)
    notebook.metadata["run"] = {**manifest, "id": name}
    prune(home)


def write(path: Path, text: str) -> None:
    """Write a file aside and move it into place."""
    aside = path.with_name(f"{uuid.uuid4().hex}.part")
    aside.write_text(text, "utf8")
    aside.replace(path)


def prune(home: Path) -> None:
    """Forget all but the runs that were used last."""
    paths = sorted(home.glob("*.json"), key=lambda p: p.stat().st_mtime)
    for path in paths[:-KEPT]:
        path.unlink(missing_ok=True)
        path.with_suffix(".ipynb").unlink(missing_ok=True)
