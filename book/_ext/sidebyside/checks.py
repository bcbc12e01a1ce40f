"""What can be wrong with a page's cells before any of them runs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import zip_longest

from nbformat import NotebookNode

from d2lcode.data import registry
from d2lcode.notebooks import fence
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
# What a page's data can be: each kind has prose of its own (`data_blocks`).
DATA = ("real", "stand-in")
OPTION = re.compile(r"^:(set|alone):[ \t]*(\S*)[ \t]*$", re.M)
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


def check(docname: str, page: NotebookNode, text: str = "") -> list[Problem]:
    """List the problems of a page: tags, twins, claims, data, nesting.

    Args:
        docname: the page's name.
        page: its cells.
        text: its file, for what stands in its prose.
    """
    found = [
        *mistyped(page),
        *twins(page),
        *claims(page),
        *data_blocks(text),
        *nested(page),
    ]
    return [Problem(docname, line, fault) for line, fault in found]


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


def data_blocks(text: str) -> Iterator[tuple[int, str]]:
    """Find blocks for one kind of data that no run could choose rightly."""
    blocks = [*fence("if-data").finditer(text)]
    answered = False
    for block, after in zip_longest(blocks, blocks[1:]):
        line = text.count("\n", 0, block.start()) + 1
        paired = bool(after and counterparts(text, block, after))
        if fault := misnamed(block):
            yield line, fault
        elif not (answered or paired or alone(block)):
            yield line, lonely(block)
        answered = paired and not answered


def misnamed(block: re.Match[str]) -> str | None:
    """Say which word of a block about data means nothing."""
    kind, name = block["argument"].strip(), options(block).get("set")
    if kind not in DATA:
        return f"unknown kind of data {kind!r}: expected {' or '.join(DATA)}"
    if name is not None and name not in registry.names():
        known = ", ".join(registry.names())
        return f"unknown data set {name!r}: expected one of {known}"
    return None


def options(block: re.Match[str]) -> dict[str, str]:
    """Read the options of a block about data."""
    head = re.split(r"^(?!:)", block["body"], maxsplit=1, flags=re.M)[0]
    return dict(OPTION.findall(head))


def alone(block: re.Match[str]) -> bool:
    """Tell whether a block says that it has no counterpart."""
    return "alone" in options(block)


def counterparts(
    text: str, block: re.Match[str], after: re.Match[str]
) -> bool:
    """Tell whether two blocks speak of the two kinds of the same data."""
    beside = not text[block.end() : after.start()].strip()
    kinds = {b["argument"].strip() for b in (block, after)}
    same = options(block).get("set") == options(after).get("set")
    return beside and same and kinds == {*DATA}


def lonely(block: re.Match[str]) -> str:
    """Say what a block about data lacks."""
    (other,) = {*DATA} - {block["argument"].strip()}
    return (
        f"an if-data block without its {other!r} counterpart below it: add "
        "one, or the option :alone: if there is nothing to say"
    )


def markdown(page: NotebookNode) -> Iterator[tuple[int, str]]:
    """Give the first line and the text of each Markdown cell."""
    for index, cell in enumerate(page.cells):
        if cell.cell_type == "markdown":
            yield line_of(page, index), cell.source
