"""`:::{if-data} real`, `:::{if-data} stand-in`: prose that holds on one.

A run on the real data and a run on a stand-in show different things. Each has
a block of its own, and the build keeps the one that is true of the run that
the page shows. `checks` has already looked for the block's counterpart.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from .checks import DATA
from .context import stand_ins
from .problems import Problem, directive_line, gathered
from .runs import records


def loaded(record: dict[str, Any], name: str | None) -> list[bool]:
    """Say of the data sets that a block speaks of which are stand-ins.

    Args:
        record: what is known of the page's runs.
        name: the data set; None for all that the page loads.
    """
    found = stand_ins(record)
    return [found[n] for n in found if name in (None, n)]


def holds(kind: str, record: dict[str, Any], name: str | None) -> bool:
    """Tell whether a block is true of what the page's runs loaded."""
    return any(loaded(record, name)) == (kind == "stand-in")


def faults(record: dict[str, Any], name: str | None) -> Iterator[str]:
    """Say why a block cannot be chosen."""
    if record.get("runs", True) and not loaded(record, name):
        known = ", ".join(stand_ins(record)) or "none"
        yield (
            f"an if-data block about {name or 'data'!r}, which this page does "
            f"not load: expected one of those that it does ({known})"
        )


class Data(SphinxDirective):
    """Prose that holds on the real data only, or on a stand-in only."""

    required_arguments = 1
    option_spec: ClassVar = {
        "set": directives.unchanged,
        "alone": directives.flag,
    }
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Parse the prose if it holds, or report that nobody can tell."""
        kind, name = self.arguments[0], self.options.get("set")
        record = records(self.env).get(self.env.docname, {"data": {}})
        line, docname = directive_line(self), self.env.docname
        for fault in faults(record, name):
            gathered(self.env.app).append(Problem(docname, line, fault))
            return []
        if kind not in DATA or not holds(kind, record, name):
            return []
        node = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, node)
        return list(node.children)


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.add_directive("if-data", Data)
