"""What is wrong with the pages, gathered so that one build names it all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Problem:
    """One thing wrong, and where."""

    docname: str
    line: int
    message: str


def report(found: list[Problem]) -> None:
    """Log the problems, each with file and line, and end the build.

    Raises:
        SystemExit: if there is any. For any other exception Jupyter Book
            prints its traceback below the problems, and Sphinx deletes what
            it knows of the pages that nobody changed.
    """
    for problem in found:
        LOG.warning(
            problem.message,
            location=(problem.docname, problem.line),
            type="sidebyside",
        )
    if found:
        pages = ", ".join(sorted({problem.docname for problem in found}))
        raise SystemExit(
            f"The book was not built: {len(found)} problem(s) in {pages}, "
            "named above."
        )


def gathered(app: Sphinx) -> list[Problem]:
    """Give the list to which directives add what they find."""
    found: list[Problem] = app.__dict__.setdefault("sidebyside_problems", [])
    return found


def directive_line(directive: SphinxDirective) -> int:
    """Find a directive in its file; MyST-NB's own count is off.

    To be asked once by each directive: it counts those that are alike.
    """
    name, argument = directive.name, directive.arguments[0]
    number = directive.env.new_serialno(f"{name} {argument}")
    fence = re.compile(rf"[:`~]{{3}}\{{{name}\}}\s+{re.escape(argument)}\s*$")
    path = Path(directive.env.doc2path(directive.env.docname))
    lines = path.read_text("utf8").split("\n")
    found = [i for i, text in enumerate(lines, 1) if fence.search(text)]
    return found[number] if number < len(found) else 1


def stop(app: Sphinx, _env: BuildEnvironment) -> None:
    """After reading and before anything is kept: report what was found."""
    report(gathered(app))


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("env-updated", stop)
