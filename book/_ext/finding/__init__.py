"""What a reader finds things again by: titles, terms, glossary, search.

A page's title is “Term: question?”: `titles` shows the term alone where
pages are listed. `` {dfn}`overfitting <过拟合>` `` marks where a term is
explained and `` {term}`overfitting` `` where it is used (`terms`); from these
come the glossary (`glossary`), Sphinx's index, and what the search ranks
first (`searching`). `topics` draws the map of the home page.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from . import glossary, searching, terms, titles, topics

PARTS = (titles, terms, glossary, searching, topics)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    for part in PARTS:
        part.register(app)
    return {"version": "1", "parallel_read_safe": False, "env_version": 1}
