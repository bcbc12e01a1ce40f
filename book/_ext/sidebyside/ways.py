"""From an exercise's box to the places where it can be answered."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.application import Sphinx

from d2lcode.grading.catalogue import Exercise
from d2lcode.pages import BACKENDS

from .context import links
from .runs import records

LIST = "appendices/exercises"
SET_UP = "appendices/set-up"
CODESPACES = "https://codespaces.new"


class answer_ways(nodes.General, nodes.Element):  # noqa: N801
    """Where the links of an exercise's box will stand."""


def place(exercise: Exercise) -> answer_ways:
    """Keep the place below an exercise's command."""
    variants = [v for v in exercise.starters if v]
    return answer_ways("", name=exercise.id, variants=variants)


def fill(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Write the links, once it is known which pages there are."""
    for node in list(doctree.findall(answer_ways)):
        node.replace_self(line(app, page, node["variants"]))


def line(app: Sphinx, page: str, variants: list[str]) -> nodes.paragraph:
    """Write the line of links: set-up, notebooks, Codespace, the list."""
    made = [
        *inside(app, page, SET_UP, "Set up in three lines"),
        *taken_away(app, page, variants),
        *codespace(app),
        *inside(app, page, LIST, "All exercises"),
    ]
    return nodes.paragraph("", "", *made, classes=["exercise-ways"])


def inside(app: Sphinx, page: str, target: str, text: str) -> list[nodes.Node]:
    """Link to a page of the book, where there is one."""
    if target not in app.env.all_docs:
        return []
    address = app.builder.get_relative_uri(page, target)
    return [nodes.reference("", text, refuri=address, internal=True)]


def taken_away(
    app: Sphinx, page: str, variants: list[str]
) -> list[nodes.Node]:
    """Link to the page's notebooks on Colab, which hold the exercise."""
    record = records(app.env).get(page, {})
    return [
        nodes.inline("", "", colab(notebook), classes=[mark(notebook)])
        for notebook in links(app, page, record)
        if not variants or notebook["backend"] in variants
    ]


def colab(notebook: dict[str, Any]) -> nodes.reference:
    """Link to a notebook that opens on Colab."""
    name = notebook["label"] if notebook["backend"] in BACKENDS else ""
    text = f"Notebook on Colab{f' ({name})' if name else ''}"
    return nodes.reference("", text, refuri=notebook["colab"])


def mark(notebook: dict[str, Any]) -> str:
    """Give the class by which the switch shows or hides a link."""
    return f"for-{notebook['backend'] or 'all'}"


def codespace(app: Sphinx) -> list[nodes.Node]:
    """Link to the repository in a Codespace, where its address is known."""
    url = app.config.html_theme_options.get("repository_url", "")
    if not url:
        return []
    address = CODESPACES + urlsplit(url).path
    return [nodes.reference("", "Codespace", refuri=address)]


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.add_node(answer_ways)
    app.connect("doctree-resolved", fill)
