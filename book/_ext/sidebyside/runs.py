"""Before Sphinx reads the pages: run what is not in the store."""

from __future__ import annotations

import concurrent.futures as cf
import importlib.util
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from nbformat import NotebookNode
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from d2lcode.pages import (
    BACKENDS,
    code_cells,
    line_of,
    page_backends,
    read_page,
    variant,
)

from . import checks, store
from .execute import Failure, execute
from .merge import merge
from .problems import Problem, report

LOG = logging.getLogger(__name__)


@dataclass
class Part:
    """One backend's share of a page: what it runs, and its run if known."""

    backend: str | None
    notebook: NotebookNode
    places: list[int]
    run: NotebookNode | None = None

    @property
    def cells(self) -> dict[int, NotebookNode]:
        """The executed cells by their place in the page."""
        cells = self.run.cells if self.run else []
        return dict(zip(self.places, cells, strict=False))


@dataclass
class Page:
    """A page with code, and its parts."""

    docname: str
    path: Path
    notebook: NotebookNode
    parts: list[Part] = field(default_factory=list)

    @property
    def record(self) -> dict[str, Any]:
        """What the environment remembers of the page's runs."""
        runs = {p.backend: p.run.metadata["run"] for p in self.parts if p.run}
        return {
            "backends": page_backends(self.notebook),
            "runs": {b: f"{r['id']}" for b, r in runs.items()},
            "seconds": {b: r["seconds"] for b, r in runs.items()},
            "versions": {b: r["versions"] for b, r in runs.items()},
            "data": {
                k: v for r in runs.values() for k, v in r["data"].items()
            },
        }


def installed(backend: str) -> bool:
    """Tell whether a framework is here, without importing it."""
    return importlib.util.find_spec(backend) is not None


def present(page: NotebookNode) -> list[str | None]:
    """List whose cells are run: the installed backends, or nobody's."""
    used = page_backends(page)
    return [b for b in used if installed(b)] if used else [None]


def plan(env: BuildEnvironment, docname: str) -> Page | None:
    """Read a page and look its runs up; None if it has no code."""
    path = Path(env.doc2path(docname))
    notebook = read_page(
        path,
        env.myst_config,  # type: ignore[attr-defined]
        env.mystnb_config,  # type: ignore[attr-defined]
    )
    if notebook is None or not code_cells(notebook):
        return None
    page = Page(docname, path, notebook)
    for backend in present(notebook):
        ours, places = variant(notebook, backend)
        run = store.find(ours, backend)
        page.parts.append(Part(backend, ours, places, run))
    return page


def records(env: BuildEnvironment) -> dict[str, dict[str, Any]]:
    """Give what the environment remembers of each page's runs."""
    found: dict[str, dict[str, Any]] = env.__dict__.setdefault(
        "sidebyside_runs", {}
    )
    return found


def outdated(
    app: Sphinx,
    env: BuildEnvironment,
    added: set[str],
    changed: set[str],
    removed: set[str],
) -> list[str]:
    """Name the pages that nobody edited but whose runs no longer hold."""
    store.begin()
    for docname in removed:
        records(env).pop(docname, None)
    found = []
    for docname in sorted(env.found_docs - added - changed):
        page = plan(env, docname)
        known = records(env).get(docname, {}).get("runs")
        if page is None:
            continue
        if not all(p.run for p in page.parts) or page.record["runs"] != known:
            found.append(docname)
    return found


def run_pages(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Run every part of the outdated pages that is not in the store.

    Raises:
        SystemExit: if a page is wrong or a cell fails; all are named.
    """
    read = [plan(env, name) for name in docnames]
    pages = [page for page in read if page]
    report(
        [
            p
            for page in pages
            for p in checks.check(
                page.docname, page.notebook, page.path.read_text("utf8")
            )
        ]
    )
    jobs = app.config.sidebyside_jobs or os.cpu_count() or 1
    failed: list[Problem] = []
    with cf.ThreadPoolExecutor(jobs) as pool:
        waiting = {
            pool.submit(run_part, env, page, part): (page, part)
            for page in pages
            for part in page.parts
            if part.run is None
        }
        for job in cf.as_completed(waiting):
            page, part = waiting[job]
            if failure := job.result():
                failed.append(problem(page, part, failure))
            else:
                tell(page, part)
    report(failed)
    for docname in docnames:
        records(env).pop(docname, None)
    for page in pages:
        records(env)[page.docname] = page.record
        hand_over(env, page)


def run_part(env: BuildEnvironment, page: Page, part: Part) -> Failure | None:
    """Execute one part in a kernel of its own."""
    timeout = env.mystnb_config.execution_timeout  # type: ignore[attr-defined]
    failure = execute(part.notebook, part.backend, timeout)
    part.run = None if failure else part.notebook
    return failure


def problem(page: Page, part: Part, failure: Failure) -> Problem:
    """Say which cell of the page failed, and on what line it starts."""
    place = part.places[failure.cell]
    who = BACKENDS.get(part.backend or "", "Python")
    return Problem(
        page.docname,
        line_of(page.notebook, place),
        f"this cell failed in {who}:\n{failure.message}",
    )


def tell(page: Page, part: Part) -> None:
    """Say that a part was run, and how long it took."""
    assert part.run is not None
    seconds = part.run.metadata["run"]["seconds"]
    who = part.backend or "python"
    LOG.info("executed %s [%s] in %.1f s", page.docname, who, seconds)


def hand_over(env: BuildEnvironment, page: Page) -> None:
    """Put the merged page where MyST-NB's cache mode looks for it."""
    config = env.mystnb_config  # type: ignore[attr-defined]
    cells = {p.backend: p.cells for p in page.parts}
    merged = merge(page.notebook, cells)
    info = [p.run.metadata.get("language_info") for p in page.parts if p.run]
    merged.metadata["language_info"] = nbformat.from_dict(
        info[0] if info else {"name": "python"}
    )
    bundle = CacheBundleIn(
        merged, str(page.path), data={"execution_seconds": None}
    )
    get_cache(config.execution_cache_path).cache_notebook_bundle(
        bundle, check_validity=False, overwrite=True
    )


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("env-get-outdated", outdated)
    app.connect("env-before-read-docs", run_pages)
