"""“LeNet: what if a picture …?”: lists show “LeNet”, the page all of it.

The sidebar, previous and next, and links without a text of their own take a
page's title from the environment, where it is cut here to its term. The
page's heading, its `<title>` and what it is shared by keep the question.
"""

from __future__ import annotations

from typing import cast

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.domains.index import IndexDomain
from sphinx.environment import BuildEnvironment

MARK = ": "


def term_of(title: str) -> str:
    """Give the term of a title; a title without a question, whole."""
    return title.partition(MARK)[0]


def cut(title: nodes.Element) -> None:
    """Drop what follows the first colon, in place."""
    for index, child in enumerate(title.children):
        before, mark, _ = child.astext().partition(MARK)
        if mark and isinstance(child, nodes.Text):
            title[index:] = [nodes.Text(before)]
            return


def shorten(app: Sphinx, doctree: nodes.document) -> None:
    """List a page by its term, and put the term into the index."""
    env = app.env
    page = env.docname
    if page not in env.titles:
        return
    env.longtitles[page] = env.titles[page].deepcopy()
    cut(env.titles[page])
    for reference in env.tocs[page].findall(nodes.reference):
        cut(reference)
        break
    index_title(env, page, doctree)


def index_title(
    env: BuildEnvironment, page: str, doctree: nodes.document
) -> None:
    """Enter a page of a topic into the index under its title's term.

    The index has read the page by now: it is told, and the search, which
    reads the page again, finds the node.
    """
    section = next(doctree.findall(nodes.section), None)
    if section is None or "/" not in page or not section["ids"]:
        return
    term = env.titles[page].astext()
    entry = ("single", term.replace(";", ","), section["ids"][0], "main", None)
    section.insert(1, addnodes.index(entries=[entry]))
    index = cast(IndexDomain, env.get_domain("index"))
    index.entries.setdefault(page, []).append(entry)


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("doctree-read", shorten, priority=700)
