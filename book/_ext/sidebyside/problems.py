"""What is wrong with the pages, gathered so that one build names it all."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import SphinxError
from sphinx.util import logging

LOG = logging.getLogger(__name__)


class PageError(SphinxError):
    """The pages have problems; each was logged with its file and line."""

    category = "The book was not built"


@dataclass(frozen=True)
class Problem:
    """One thing wrong, and where."""

    docname: str
    line: int
    message: str


def report(found: list[Problem]) -> None:
    """Log the problems, each with file and line, and raise PageError.

    Raises:
        PageError: if there is any.
    """
    for problem in found:
        LOG.warning(
            problem.message,
            location=(problem.docname, problem.line),
            type="sidebyside",
        )
    if found:
        pages = sorted({problem.docname for problem in found})
        raise PageError(
            f"{len(found)} problem(s) in {', '.join(pages)}, named above"
        )


def gathered(app: Sphinx) -> list[Problem]:
    """Give the list to which directives add what they find."""
    found: list[Problem] = app.__dict__.setdefault("sidebyside_problems", [])
    return found


def stop(app: Sphinx, _env: BuildEnvironment) -> None:
    """After reading and before anything is kept: report what was found."""
    report(gathered(app))


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("env-updated", stop)
