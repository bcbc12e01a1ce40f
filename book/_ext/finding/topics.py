"""`{topics}`: the map of the book on its home page.

`topics.yml` names the topics and how many pages each will have; which of
them stand is read from the table of contents, so that the map cannot lag.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from book_order import book_order
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

FILE = "topics.yml"


class topic_map(nodes.General, nodes.Element):  # noqa: N801
    """Where the map will stand once all pages are known."""


class TopicsDirective(SphinxDirective):
    """Draw the map."""

    def run(self) -> list[nodes.Node]:
        """Keep the place, and remember what it depends on."""
        path = Path(self.env.srcdir) / FILE
        self.env.note_dependency(str(path))
        mapped(self.env).add(self.env.docname)
        return [topic_map("", topics=read(path))]


def mapped(env: BuildEnvironment) -> set[str]:
    """Give the pages that show the map."""
    pages: set[str] = env.__dict__.setdefault("finding_maps", set())
    return pages


def read(path: Path) -> list[dict[str, Any]]:
    """Read the topics.

    Raises:
        ValueError: a topic lacks a name, a title, a sentence or a count.
    """
    topics: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf8"))
    for topic in topics:
        missing = {"topic", "title", "about", "pages"} - topic.keys()
        if missing:
            raise ValueError(f"{path}: {topic}: expected {sorted(missing)}")
    return topics


def card(app: Sphinx, page: str, topic: dict[str, Any]) -> nodes.list_item:
    """Write one topic: its title, its pages, and what is coming."""
    order = book_order(app.env)
    standing = [p for p in order if p.startswith(f"{topic['topic']}/")]
    item = nodes.list_item(
        "", classes=["topic"] if standing else ["topic", "topic-coming"]
    )
    item += nodes.paragraph("", topic["title"], classes=["topic-title"])
    item += nodes.paragraph("", topic["about"])
    if standing:
        item += links(app, page, standing)
    item += progress(len(standing), topic)
    return item


def links(app: Sphinx, page: str, standing: list[str]) -> nodes.Element:
    """List the pages that stand."""
    items = []
    for docname in standing:
        link = nodes.reference(
            "",
            app.env.titles[docname].astext(),
            refuri=app.builder.get_relative_uri(page, docname),
            internal=True,
        )
        items.append(nodes.list_item("", nodes.paragraph("", "", link)))
    return nodes.bullet_list("", *items, classes=["topic-pages"])


def progress(standing: int, topic: dict[str, Any]) -> nodes.paragraph:
    """Say how much stands, and name what is coming."""
    text = f"{standing} of {topic['pages']} pages"
    if standing >= topic["pages"]:
        text = f"All {standing} pages"
    if topic.get("coming") and standing < topic["pages"]:
        text += f"; coming: {topic['coming']}"
    return nodes.paragraph("", f"{text}.", classes=["topic-progress"])


def fill(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Put the map where it is wanted."""
    for node in list(doctree.findall(topic_map)):
        cards = [card(app, page, topic) for topic in node["topics"]]
        node.replace_self(nodes.bullet_list("", *cards, classes=["topics"]))


def rewrite(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Have the map drawn in every build: a page may have come."""
    return sorted(mapped(env))


def purge(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget that a page had a map."""
    mapped(env).discard(docname)


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.add_node(topic_map)
    app.add_directive("topics", TopicsDirective)
    app.connect("doctree-resolved", fill)
    app.connect("env-updated", rewrite)
    app.connect("env-purge-doc", purge)
