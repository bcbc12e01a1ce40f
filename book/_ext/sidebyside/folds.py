"""Fold the code that draws, times or tabulates (`hide-input`) into a line.

The line says what the code is for: its first comment, or else what the cell
brings forth. MyST-NB's own fold says "Show code cell source" everywhere.
"""

from __future__ import annotations

from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

from .claims import sentence

LEFT = {"input": None, "input+output": "output"}


class code_fold(nodes.General, nodes.Element):  # noqa: N801
    """A cell's code, folded; its `summary` says what it is for."""


def visit(translator: Any, node: code_fold) -> None:
    """Open the fold."""
    translator.body.append(
        f'<details class="fold"><summary>{escape(node["summary"])}</summary>\n'
    )


def depart(translator: Any, _node: code_fold) -> None:
    """Close it."""
    translator.body.append("</details>\n")


def ignore(_translator: Any, _node: nodes.Element) -> None:
    """Let the other builders show the code."""


def summary(code: str, outputs: list[nodes.Node]) -> str:
    """Say in a few words what a cell's code is for."""
    if said := sentence(code).rstrip("."):
        return f"Code: {said[0].lower()}{said[1:]}"
    found = nodes.container("", *[node.deepcopy() for node in outputs])
    if next(iter(found.findall(nodes.image)), None) is not None:
        return "Code that draws the figure"
    if outputs:
        return "Code that prints the lines below"
    return "Code that prepares what follows"


class Folds(SphinxTransform):
    """Fold the code of the cells tagged `hide-input`."""

    default_priority = 585

    def apply(self, **_kwargs: Any) -> None:
        """Change the document."""
        for cell in list(self.document.findall(nodes.container)):
            if cell.get("hide_mode") in LEFT:
                self.fold(cell)

    def fold(self, cell: nodes.container) -> None:
        """Fold one cell's code, and leave MyST-NB what else it hides."""
        code = cell.children[0]
        cell["hide_mode"] = LEFT[cell["hide_mode"]]
        if code.get("nb_element") == "cell_code_source":  # type: ignore
            text = summary(code.astext(), cell.children[1:])
            cell.replace(code, code_fold("", code, summary=text))


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    others = dict.fromkeys(
        ("latex", "text", "man", "texinfo", "gettext"), (ignore, ignore)
    )
    app.add_node(code_fold, html=(visit, depart), **others)  # type: ignore
    app.add_transform(Folds)
