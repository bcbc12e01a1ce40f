"""`{exercises}`: every exercise of the book, by topic, in one list."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from book_order import book_order
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from d2lcode.grading import catalogue

from .exercise import anchor_of, level, shown

HEAD = ("Exercise", "What it trains", "Level", "Minutes", "Points")


class exercise_list(nodes.General, nodes.Element):  # noqa: N801
    """Where the list will stand once all pages are read."""


class ExercisesDirective(SphinxDirective):
    """List the exercises."""

    def run(self) -> list[nodes.Node]:
        """Keep the place."""
        lists(self.env).add(self.env.docname)
        return [exercise_list()]


def lists(env: BuildEnvironment) -> set[str]:
    """Give the pages that list the exercises."""
    pages: set[str] = env.__dict__.setdefault("sidebyside_lists", set())
    return pages


def by_page(
    app: Sphinx,
) -> list[tuple[str, list[catalogue.Exercise]]]:
    """Give the pages in the book's order, each with its exercises."""
    known = catalogue.find(Path(app.srcdir).parent)
    return [
        (page, [known[name] for name, _ in shown(app.env).get(page, [])])
        for page in book_order(app.env)
        if shown(app.env).get(page)
    ]


def fill(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Write a table for each topic."""
    for node in list(doctree.findall(exercise_list)):
        topics = groupby(by_page(app), lambda pair: pair[0].split("/")[0])
        made = [
            part
            for _, pages in topics
            for part in topic(app, page, list(pages))
        ]
        node.replace_self([total(app), *made])


def total(app: Sphinx) -> nodes.paragraph:
    """Say how many there are."""
    found = [e for _, exercises in by_page(app) for e in exercises]
    hours = round(sum(e.minutes for e in found) / 60)
    points = sum(e.points for e in found)
    return nodes.paragraph(
        "",
        f"There are {len(found)} exercises, worth {points} points in all; "
        f"they take about {hours} hours.",
    )


def topic(
    app: Sphinx,
    here: str,
    pages: list[tuple[str, list[catalogue.Exercise]]],
) -> list[nodes.Node]:
    """Write the table of a topic, a group of rows for each page."""
    rows = [
        row
        for page, exercises in pages
        for row in (
            heading(app, here, page),
            *(line(app, here, page, each) for each in exercises),
        )
    ]
    name = pages[0][0].split("/")[0]
    title = nodes.rubric("", caption(app, pages[0][0]), ids=[f"list-{name}"])
    return [title, table(rows)]


def caption(app: Sphinx, page: str) -> str:
    """Give the caption under which the table of contents lists a page."""
    for trees in app.env.tocs[app.config.root_doc].findall():
        entries = getattr(trees, "attributes", {}).get("entries", [])
        if any(docname == page for _, docname in entries):
            return str(trees.get("caption") or page.split("/")[0])
    return page.split("/")[0]


def table(rows: list[nodes.row]) -> nodes.table:
    """Put rows below the head."""
    group = nodes.tgroup("", cols=len(HEAD))
    group += [nodes.colspec("", colwidth=1) for _ in HEAD]
    group += nodes.thead("", nodes.row("", *map(cell, HEAD)))
    group += nodes.tbody("", *rows)
    return nodes.table("", group, classes=["exercise-list"])


def cell(text: str, *more: nodes.Node, **options: int) -> nodes.entry:
    """Write one cell."""
    return nodes.entry("", nodes.paragraph("", text, *more), **options)


def link(
    app: Sphinx, here: str, page: str, text: str, anchor: str = ""
) -> nodes.reference:
    """Link to a page, or a place on it."""
    address = app.builder.get_relative_uri(here, page) + anchor
    return nodes.reference("", text, refuri=address, internal=True)


def heading(app: Sphinx, here: str, page: str) -> nodes.row:
    """Write the row that names a page."""
    title = app.env.titles[page].astext()
    first = cell("", link(app, here, page, title), morecols=len(HEAD) - 1)
    return nodes.row("", first, classes=["exercise-page"])


def line(
    app: Sphinx, here: str, page: str, each: catalogue.Exercise
) -> nodes.row:
    """Write an exercise's row."""
    anchor = f"#{anchor_of(each.id)}"
    return nodes.row(
        "",
        cell("", link(app, here, page, each.title, anchor)),
        cell(each.trains),
        cell(level(each)),
        cell(str(each.minutes)),
        cell(str(each.points)),
    )


def rewrite(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Have the list written in every build: an exercise may have moved."""
    return sorted(lists(env))


def purge(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget that a page had the list."""
    lists(env).discard(docname)


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.add_node(exercise_list)
    app.add_directive("exercises", ExercisesDirective)
    app.connect("doctree-resolved", fill)
    app.connect("env-updated", rewrite)
    app.connect("env-purge-doc", purge)
