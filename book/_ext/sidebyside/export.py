"""Write each page as one executed notebook per backend."""

from __future__ import annotations

from pathlib import Path

import nbformat
from sphinx.application import Sphinx

from d2lcode import notebooks

from .context import notebook_path
from .runs import plan, records


def write_notebooks(app: Sphinx, exception: Exception | None) -> None:
    """After the build: write what has changed, remove what is gone."""
    if exception or app.builder.format != "html":
        return
    root = Path(app.srcdir).parent
    wanted: set[Path] = set()
    for docname in sorted(records(app.env)):
        for backend, path in targets(app, docname).items():
            wanted.add(path)
            if not fresh(path, app, docname, backend):
                write_one(app, docname, backend, path, root)
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


def fresh(path: Path, app: Sphinx, docname: str, backend: str | None) -> bool:
    """Tell whether a notebook was written from this page and this run."""
    source = Path(app.env.doc2path(docname))
    if not path.is_file() or path.stat().st_mtime < source.stat().st_mtime:
        return False
    known = nbformat.read(path, as_version=4).metadata.get("run", {}).get("id")
    return bool(known == records(app.env)[docname]["runs"][backend])


def write_one(
    app: Sphinx, docname: str, backend: str | None, path: Path, root: Path
) -> None:
    """Write one notebook."""
    page = plan(app.env, docname)
    assert page is not None
    part = next(p for p in page.parts if p.backend == backend)
    notebook = notebooks.assemble(
        page.notebook, backend, docname, root, part.cells
    )
    if part.run:
        notebook.metadata["run"] = {"id": part.run.metadata["run"]["id"]}
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("build-finished", write_notebooks)
