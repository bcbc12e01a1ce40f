"""What a page's template knows of its runs and notebooks."""

from __future__ import annotations

from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from d2lcode.data import registry
from d2lcode.pages import BACKENDS

from .runs import installed, records

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
        f"{registry.entry(name).title} ({'stand-in' if fake else 'real'})"
        for name, fake in stand_ins(record).items()
    ]


def stand_ins(record: dict[str, Any]) -> dict[str, bool]:
    """Say of each data set of a page whether it is a stand-in."""
    used = sorted(record.get("data", {}).items())
    return {name: source.startswith("stand-in") for name, source in used}


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


def build_note(record: dict[str, Any]) -> str:
    """Write the line at a page's end: what it was run with, on what."""
    if not record.get("seconds"):
        return ""
    text = f"Run for this build with {' and '.join(built_with(record))}."
    if data := data_lines(record):
        text += f" Data: {', '.join(data)}."
    return f'<p class="build-note">{escape(text)}</p>\n'


def stand_in_note(record: dict[str, Any]) -> str:
    """Write the notice below a page's title where data are stood in for."""
    names = [n for n, fake in stand_ins(record).items() if fake]
    if not names:
        return ""
    titles = " and ".join(registry.entry(name).title for name in names)
    return (
        '<p class="stand-in-note" role="note">This build had no access to '
        f"{escape(titles)}. The page shows a stand-in, which is smaller or "
        "generated: its results are not results on the real data.</p>\n"
    )


def first_shown() -> str:
    """Name the backend that a first visitor sees: one that was run."""
    return next((b for b in BACKENDS if installed(b)), next(iter(BACKENDS)))


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
    context["backend_first"] = first_shown()
    context["page_backends"] = record.get("backends", [])
    context["notebooks"] = links(app, pagename, record)
    if "body" in context and record:
        body = context["body"] + build_note(record)
        notice = stand_in_note(record)
        context["body"] = body.replace("</h1>", f"</h1>\n{notice}", 1)


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.add_config_value(
        "sidebyside_notebook_repository",
        "deep-learning-side-by-side/book/blob/gh-pages",
        "html",
        [str],
    )
    app.connect("html-page-context", page_context, priority=400)
