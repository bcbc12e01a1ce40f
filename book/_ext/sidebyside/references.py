"""`:::{references}`: what this page cites, in full, at its end.

The citations themselves link to the book's bibliography; this list saves the
reader the way, and goes along when the page is taken away as a notebook.
"""

from __future__ import annotations

import re
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from d2lcode.notebooks import citations

CITE = re.compile(r"\{cite(?::\w+)?\}`([^`]+)`")
URL = re.compile(r"(https?://\S+?)\.?$")


def cited(text: str) -> list[str]:
    """List the keys that a page cites, each once, in alphabetical order."""
    keys = [
        k.strip() for found in CITE.findall(text) for k in found.split(",")
    ]
    return sorted(set(keys))


class References(SphinxDirective):
    """List the references of the page that it stands on."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Build the list; unknown keys are sphinxcontrib-bibtex's to name."""
        page = Path(self.env.doc2path(self.env.docname))
        bibliography = Path(self.env.srcdir) / "references.bib"
        self.env.note_dependency(str(bibliography))
        known = citations(Path(self.env.srcdir).parent)
        keys = [k for k in cited(page.read_text("utf8")) if k in known]
        items = [nodes.list_item("", entry(known[k][1])) for k in keys]
        return [nodes.bullet_list("", *items, classes=["references"])]


def entry(text: str) -> nodes.paragraph:
    """Write one reference, its address as a link."""
    found = URL.search(text)
    if not found:
        return nodes.paragraph("", text)
    link = nodes.reference("", found[1], refuri=found[1])
    return nodes.paragraph("", "", nodes.Text(text[: found.start()]), link)


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.add_directive("references", References)
