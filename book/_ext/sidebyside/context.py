"""What a page's template knows of its runs and notebooks."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from d2lcode.pages import BACKENDS

from .runs import records

COLAB = "https://colab.research.google.com/github"


def notebook_path(docname: str, backend: str | None) -> str:
    """Give a notebook's place in the built site."""
    return (
        "/".join(p for p in ("_notebooks", backend, docname) if p) + ".ipynb"
    )


def links(app: Sphinx, pagename: str, record: dict[str, Any]) -> list[Any]:
    """List a page's notebooks with where to get and where to open them."""
    depth = pagename.count("/")
    repository = app.config.sidebyside_notebook_repository
    found = []
    for backend in record.get("runs", {}):
        path = notebook_path(pagename, backend)
        found.append(
            {
                "backend": backend or "",
                "label": BACKENDS.get(backend or "", "NumPy"),
                "href": "../" * depth + path,
                "colab": f"{COLAB}/{repository}/{path}",
            }
        )
    return found


def data_lines(record: dict[str, Any]) -> list[str]:
    """Name the data sets that a page's runs loaded, and which they were."""
    return [
        f"{name} ({'stand-in' if s.startswith('stand-in') else 'real'})"
        for name, s in sorted(record.get("data", {}).items())
    ]


def built_with(record: dict[str, Any]) -> list[str]:
    """Say which framework ran a page, and for how long."""
    package = {"torch": "torch", "paddle": "paddlepaddle"}
    lines = []
    for backend, seconds in record.get("seconds", {}).items():
        versions = record["versions"][backend]
        name = package.get(backend or "", "numpy")
        title = BACKENDS.get(backend or "", "NumPy")
        lines.append(f"{title} {versions[name]} in {seconds:.0f} s")
    return lines


def page_context(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Add the switch's, the notebooks' and the runs' facts to a page."""
    record = records(app.env).get(pagename, {})
    context["backends"] = BACKENDS
    context["page_backends"] = record.get("backends", [])
    context["notebooks"] = links(app, pagename, record)
    context["page_runs"] = built_with(record)
    context["page_data"] = data_lines(record)
    context["page_standins"] = [
        name
        for name, s in sorted(record.get("data", {}).items())
        if s.startswith("stand-in")
    ]


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.add_config_value(
        "sidebyside_notebook_repository",
        "deep-learning-side-by-side/book/blob/gh-pages",
        "html",
        [str],
    )
    app.connect("html-page-context", page_context, priority=400)
