"""Put the outputs of a page's runs back into one page."""

from __future__ import annotations

import copy
from typing import Any

import nbformat
from nbformat import NotebookNode

MARK = "<!-- backend:{} -->"

Outputs = list[dict[str, Any]]


def normal(outputs: Outputs) -> Outputs:
    """Give outputs without their counters, streams joined."""
    plain: Outputs = []
    for output in outputs:
        kept = {k: v for k, v in output.items() if k != "execution_count"}
        last = plain[-1] if plain else {}
        if kept["output_type"] == "stream" == last.get("output_type") and (
            kept["name"] == last["name"]
        ):
            last["text"] += kept["text"]
        else:
            plain.append(kept)
    return plain


def marked(runs: dict[str | None, Outputs]) -> Outputs:
    """Write one cell's outputs one after the other, marked by backend."""
    merged: Outputs = []
    for backend, outputs in runs.items():
        data = {"text/html": MARK.format(backend)}
        merged.append(nbformat.v4.new_output("display_data", data))
        merged += outputs
    return merged


def merge(
    page: NotebookNode, runs: dict[str | None, dict[int, NotebookNode]]
) -> NotebookNode:
    """Give a copy of the page with its cells' outputs.

    Args:
        page: the page as it was read.
        runs: for each backend, the cells that it ran by place in the page.

    Returns:
        the page; where the backends' outputs agree they stand once.
    """
    merged = copy.deepcopy(page)
    for index, cell in enumerate(merged.cells):
        outputs = {
            b: normal(cells[index].outputs)
            for b, cells in runs.items()
            if index in cells
        }
        if not outputs:
            continue
        first = next(iter(outputs.values()))
        agree = all(o == first for o in outputs.values())
        cell.outputs = [
            nbformat.from_dict(o)
            for o in (first if agree else marked(outputs))
        ]
    return merged
