"""A build's last lines: which pages took too long, which show stand-ins."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util import logging

from .context import stand_ins
from .runs import records

LOG = logging.getLogger(__name__)


def budget(app: Sphinx, docname: str) -> int:
    """Seconds that a run of the page may take, as its front matter says.

    A few pages train for longer than the others and name their own bound:
    `page_seconds: 120`.
    """
    own = app.env.metadata.get(docname, {}).get("page_seconds")
    return int(own or app.config.sidebyside_page_seconds)


def slow(app: Sphinx) -> list[str]:
    """List the runs over their page's budget, with their seconds."""
    return [
        f"{docname} [{backend or 'python'}] {seconds:.0f} s of {bound}"
        for docname, record in sorted(records(app.env).items())
        for backend, seconds in record["seconds"].items()
        if seconds > (bound := budget(app, docname))
    ]


def on_stand_ins(app: Sphinx) -> list[str]:
    """List the pages that show stand-ins, with the data sets they lack."""
    found = {
        docname: [name for name, fake in stand_ins(record).items() if fake]
        for docname, record in sorted(records(app.env).items())
    }
    return [f"{page} ({', '.join(s)})" for page, s in found.items() if s]


def summarise(app: Sphinx, error: Exception | None) -> None:
    """Say both, of pages from the store as of pages that were run."""
    if error:
        return
    if pages := slow(app):
        LOG.info("over the budget of a page: %s", ", ".join(pages))
    if pages := on_stand_ins(app):
        LOG.info(
            "on stand-ins: %s. The next build asks for the data again, or "
            "name a folder that has them in D2LCODE_DATA_MIRROR.",
            ", ".join(pages),
        )


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("build-finished", summarise)
