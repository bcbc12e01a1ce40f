"""A page of the book as a notebook, and its part for one backend.

A page is MyST Markdown. Its code cells tagged `torch` or `paddle` belong to
that backend, the others to both. This module reads a page and takes apart
what one backend's kernel runs; the book's Sphinx extension and the command
`d2lcode notebook` both stand on it.
"""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from myst_nb.core.config import NbParserConfig
from myst_nb.core.read import create_nb_reader
from myst_parser.config.main import MdParserConfig
from nbformat import NotebookNode

BACKENDS = {"torch": "PyTorch", "paddle": "PaddlePaddle"}


def read_page(
    path: Path,
    md_config: MdParserConfig | None = None,
    nb_config: NbParserConfig | None = None,
) -> NotebookNode | None:
    """Read a page as MyST-NB does; None if it is plain Markdown."""
    text = path.read_text("utf-8-sig")  # some editors write a mark
    reader = create_nb_reader(
        str(path),
        md_config or MdParserConfig(),
        nb_config or NbParserConfig(),
        text,
    )
    return reader.read(text) if reader else None


def tags(cell: NotebookNode) -> list[str]:
    """Give the tags of a cell."""
    found = cell.metadata.get("tags", [])
    return [found] if isinstance(found, str) else list(found)


def backend_of(cell: NotebookNode) -> str | None:
    """Name the backend that a cell belongs to; None if it is shared."""
    return next((t for t in tags(cell) if t in BACKENDS), None)


def code_cells(page: NotebookNode) -> list[tuple[int, NotebookNode]]:
    """Give the places and the code cells of a page."""
    cells: list[Any] = page.cells
    return [(i, c) for i, c in enumerate(cells) if c.cell_type == "code"]


def page_backends(page: NotebookNode) -> list[str]:
    """List the backends that a page has cells of, in the book's order."""
    used = {backend_of(c) for _, c in code_cells(page)}
    return [b for b in BACKENDS if b in used]


def belongs(cell: NotebookNode, backend: str | None) -> bool:
    """Tell whether a backend's notebook contains the cell."""
    return backend is None or backend_of(cell) in (None, backend)


def variant(
    page: NotebookNode, backend: str | None
) -> tuple[NotebookNode, list[int]]:
    """Give the code that one backend's kernel runs.

    Args:
        page: the whole page, as `read_page` gives it.
        backend: a key of BACKENDS, or None for a page without any.

    Returns:
        a notebook of code cells only, and each cell's place in the page.
    """
    kept = [i for i, c in code_cells(page) if belongs(c, backend)]
    notebook = copy.deepcopy(page)
    notebook.cells = [copy.deepcopy(page.cells[i]) for i in kept]
    return notebook, kept


def line_of(page: NotebookNode, index: int) -> int:
    """Give the line of the page's source on which a cell starts."""
    starts = page.metadata.get("source_map", [])
    return int(starts[index]) if index < len(starts) else 1
