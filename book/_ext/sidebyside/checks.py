"""What can be wrong with a page's cells before any of them runs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from nbformat import NotebookNode

from d2lcode.pages import (
    BACKENDS,
    backend_of,
    code_cells,
    line_of,
    tags,
)

from .problems import Problem

NESTED = re.compile(r"^\s*(?:`{3,}|:{3,}|~{3,})\{code-cell\}", re.M)
PROSE = re.compile(r"^(?P<fence>:{3,})\{backend\}\s*(?P<name>\S*)", re.M)


def check(docname: str, page: NotebookNode) -> list[Problem]:
    """List the problems of a page: twins, claims and nested cells."""
    found = [*twins(page), *claims(page), *nested(page), *prose(page)]
    return [Problem(docname, line, text) for line, text in found]


def groups(page: NotebookNode) -> Iterator[list[tuple[int, str]]]:
    """Give the runs of neighbouring cells that belong to a backend."""
    group: list[tuple[int, str]] = []
    for index, cell in enumerate([*page.cells, None]):
        backend = cell and cell.cell_type == "code" and backend_of(cell)
        if backend:
            group.append((index, str(backend)))
        elif group:
            yield group
            group = []


def twins(page: NotebookNode) -> Iterator[tuple[int, str]]:
    """Find cells of one backend that have no counterpart beside them."""
    for group in groups(page):
        for backend in BACKENDS.keys() - {b for _, b in group}:
            yield (
                line_of(page, group[0][0]),
                f"a {group[0][1]} cell without its {backend} twin beside it",
            )


def claims(page: NotebookNode) -> Iterator[tuple[int, str]]:
    """Find claims that state nothing or check nothing, and pages without."""
    seen = False
    for index, cell in code_cells(page):
        if "claim" not in tags(cell):
            continue
        seen = True
        if backend_of(cell):
            yield (
                line_of(page, index),
                "a claim is checked in both backends: leave the tag away",
            )
        if not cell.source.lstrip().startswith("#"):
            yield line_of(page, index), "a claim must open with a # sentence"
        if not asserts(cell.source):
            yield line_of(page, index), "a claim without an assert"
    if code_cells(page) and not seen:
        yield 1, "a page with code needs a cell tagged claim"


def asserts(source: str) -> bool:
    """Tell whether code holds an assert that can fail."""
    try:
        nodes = ast.walk(ast.parse(source))
    except SyntaxError:
        return True  # the run will say what is wrong with it
    return any(
        isinstance(n, ast.Assert) and not isinstance(n.test, ast.Constant)
        for n in nodes
    )


def nested(page: NotebookNode) -> Iterator[tuple[int, str]]:
    """Find code cells inside other directives, which would never run."""
    for line, text in markdown(page):
        for match in NESTED.finditer(text):
            yield (
                line + text.count("\n", 0, match.start()) + 1,
                "a code-cell inside another block never runs: put it on the "
                "top level",
            )


def prose(page: NotebookNode) -> Iterator[tuple[int, str]]:
    """Find prose for a backend that does not exist."""
    for line, text in markdown(page):
        for match in PROSE.finditer(text):
            if match["name"] not in BACKENDS:
                yield (
                    line + text.count("\n", 0, match.start()) + 1,
                    f"unknown backend {match['name']!r}: expected one of "
                    f"{', '.join(BACKENDS)}",
                )


def markdown(page: NotebookNode) -> Iterator[tuple[int, str]]:
    """Give the first line and the text of each Markdown cell."""
    for index, cell in enumerate(page.cells):
        if cell.cell_type == "markdown":
            yield line_of(page, index), cell.source
