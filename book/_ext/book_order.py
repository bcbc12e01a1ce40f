"""The pages in the order in which previous and next lead through them."""

from __future__ import annotations

from sphinx.environment import BuildEnvironment


def book_order(env: BuildEnvironment) -> list[str]:
    """List the pages of the book, the home page first."""
    relations = env.collect_relations()
    page: str | None = env.config.root_doc
    order: list[str] = []
    while page and page not in order:
        order.append(page)
        page = relations.get(page, [None, None, None])[2]
    return order
