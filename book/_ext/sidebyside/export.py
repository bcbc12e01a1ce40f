"""Write each page as one executed notebook per backend."""

from __future__ import annotations

import hashlib
from pathlib import Path

import nbformat
from sphinx.application import Sphinx

from d2lcode import notebooks

from . import store
from .context import notebook_path
from .runs import plan, records


def write_notebooks(app: Sphinx, exception: Exception | None) -> None:
    """After the build: write what has changed, remove what is gone."""
    if exception or app.builder.format != "html":
        return
    wanted: set[Path] = set()
    for docname in sorted(records(app.env)):
        for backend, path in targets(app, docname).items():
            wanted.add(path)
            made = made_from(app, docname, backend)
            if not fresh(path, made):
                write_one(app, docname, backend, path, made)
    for path in Path(app.outdir, "_notebooks").rglob("*.ipynb"):
        if path not in wanted:
            path.unlink()


def targets(app: Sphinx, docname: str) -> dict[str | None, Path]:
    """Give the files that a page's notebooks go to."""
    runs = records(app.env)[docname]["runs"]
    return {
        b: Path(app.outdir, *notebook_path(docname, b).split("/"))
        for b in runs
    }


def sources(app: Sphinx, docname: str) -> list[Path]:
    """List the files that a page's notebooks are written from.

    Those for which Sphinx reads the page anew, such as its exercises', are
    among them.
    """
    root, book = Path(app.srcdir).parent, Path(app.srcdir)
    needed = sorted(app.env.dependencies.get(docname, ()))
    return [
        Path(app.env.doc2path(docname)),
        *(book / path for path in needed),
        book / "references.bib",
        root / "_config.yml",
        Path(notebooks.__file__),
    ]


def made_from(
    app: Sphinx, docname: str, backend: str | None
) -> dict[str, str]:
    """Name the run and the state of the files behind a notebook."""
    state = "".join(store.digest(path) for path in sources(app, docname))
    return {
        "id": records(app.env)[docname]["runs"][backend],
        "sources": hashlib.sha256(state.encode()).hexdigest()[:16],
    }


def fresh(path: Path, made: dict[str, str]) -> bool:
    """Tell whether a whole notebook is there, written from the same."""
    try:
        found = nbformat.read(path, as_version=4)
    except store.UNREADABLE:
        return False
    return bool(found.metadata.get("run") == made)


def write_one(
    app: Sphinx,
    docname: str,
    backend: str | None,
    path: Path,
    made: dict[str, str],
) -> None:
    """Write one notebook."""
    page = plan(app.env, docname)
    assert page is not None
    part = next(p for p in page.parts if p.backend == backend)
    root = Path(app.srcdir).parent
    notebook = notebooks.assemble(
        page.notebook, backend, docname, root, part.cells
    )
    notebook.metadata["run"] = made
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("build-finished", write_notebooks)
