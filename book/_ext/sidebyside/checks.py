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
# MyST-NB passes over a tag that it does not know, and a cell with a mistyped
# backend would run in both. What skips a cell is left out on purpose.
TAGS = (
    *BACKENDS,
    "claim",
    "hide-cell",
    "hide-input",
    "hide-output",
    "raises-exception",
    "remove-cell",
    "remove-input",
    "remove-output",
    "scroll-output",
)
# What Python takes for true or false without looking at the run.
SETTLED = (
    ast.Constant,
    ast.Dict,
    ast.JoinedStr,
    ast.Lambda,
    ast.List,
    ast.Set,
    ast.Tuple,
)


def check(docname: str, page: NotebookNode) -> list[Problem]:
    """List the problems of a page: tags, twins, claims, nested cells."""
    found = [
        *mistyped(page),
        *twins(page),
        *claims(page),
        *nested(page),
    ]
    return [Problem(docname, line, text) for line, text in found]


def mistyped(page: NotebookNode) -> Iterator[tuple[int, str]]:
    """Find tags that mean nothing here."""
    for index, cell in code_cells(page):
        for tag in tags(cell):
            if tag not in TAGS:
                yield (
                    line_of(page, index),
                    f"unknown tag {tag!r}: expected one of {', '.join(TAGS)}",
                )


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
    found = [(i, c) for i, c in code_cells(page) if "claim" in tags(c)]
    for index, cell in found:
        for fault in faults(cell):
            yield line_of(page, index), fault
    if code_cells(page) and not found:
        yield 1, "a page with code needs a cell tagged claim"


def faults(cell: NotebookNode) -> Iterator[str]:
    """Say why a cell is no claim."""
    if backend_of(cell):
        yield "a claim is checked in both backends: leave the tag away"
    if "raises-exception" in tags(cell):
        yield "a claim that may fail checks nothing: drop raises-exception"
    if not cell.source.lstrip().startswith("#"):
        yield "a claim must open with a # sentence"
    if not asserts(cell.source):
        yield (
            "a claim without an assert that can fail: compare what the run "
            "gave, as in `assert error < 0.1, error` without parentheses"
        )


def asserts(source: str) -> bool:
    """Tell whether code holds asserts, and each of them can fail."""
    try:
        nodes = ast.walk(ast.parse(source))
    except SyntaxError:
        return True  # the run will say what is wrong with it
    tests = [n.test for n in nodes if isinstance(n, ast.Assert)]
    return bool(tests) and not any(isinstance(t, SETTLED) for t in tests)


def nested(page: NotebookNode) -> Iterator[tuple[int, str]]:
    """Find code cells inside other directives, which would never run."""
    for line, text in markdown(page):
        for match in NESTED.finditer(text):
            yield (
                line + text.count("\n", 0, match.start()) + 1,
                "a code-cell inside another block never runs: put it on the "
                "top level",
            )


def markdown(page: NotebookNode) -> Iterator[tuple[int, str]]:
    """Give the first line and the text of each Markdown cell."""
    for index, cell in enumerate(page.cells):
        if cell.cell_type == "markdown":
            yield line_of(page, index), cell.source
