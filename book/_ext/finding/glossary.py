"""`{terms}`: the glossary, built from the terms that the pages explain."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from .terms import Explained, in_order

KINDS = ("english", "chinese")


class term_list(nodes.General, nodes.Element):  # noqa: N801
    """Where the list will stand once all pages are read."""


class TermsDirective(SphinxDirective):
    """List the terms: `english` with what they mean, `chinese` by name."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Keep the place.

        Raises:
            docutils.parsers.rst.DirectiveError: for another kind of list.
        """
        kind = self.arguments[0]
        if kind not in KINDS:
            raise self.error(f"terms {kind!r}: expected one of {KINDS}")
        listing(self.env).add(self.env.docname)
        return [term_list("", kind=kind)]


def listing(env: BuildEnvironment) -> set[str]:
    """Give the pages that list terms."""
    pages: set[str] = env.__dict__.setdefault("finding_lists", set())
    return pages


def by_name(found: list[Explained]) -> list[Explained]:
    """Sort terms as a dictionary does."""
    return sorted(found, key=lambda e: (e.term.name.casefold(), e.page))


def by_sound(found: list[Explained]) -> list[tuple[str, Explained]]:
    """Sort the Chinese names as a Chinese dictionary does.

    GB 18030 numbers the common characters in the order of their Pinyin.
    """
    pairs = [(name, e) for e in found for name in e.term.chinese]
    return sorted(pairs, key=lambda pair: pair[0].encode("gb18030"))


def anchor(each: Explained) -> str:
    """Give the place of a term in the glossary."""
    return "glossary-" + each.term.slug.removeprefix("term-")


def english(app: Sphinx, page: str) -> nodes.Element:
    """Write each term, its other names, its sentence and its page."""
    items = [
        nodes.definition_list_item("", head(each), body(app, page, each))
        for each in by_name(in_order(app.env))
    ]
    return nodes.definition_list("", *items, classes=["terms"])


def head(each: Explained) -> nodes.term:
    """Write a term and its other names."""
    names = [*each.term.others, *each.term.chinese]
    beside = f" · {' · '.join(names)}" if names else ""
    node = nodes.term("", each.term.name, ids=[anchor(each)])
    node += nodes.inline("", beside, classes=["term-names"])
    return node


def body(app: Sphinx, page: str, each: Explained) -> nodes.definition:
    """Write what a page says of a term, and link to where it says so."""
    words = nodes.paragraph("", "", *(w.deepcopy() for w in each.words))
    words += [nodes.Text(" "), link(app, page, each)]
    return nodes.definition("", words)


def link(app: Sphinx, page: str, each: Explained) -> nodes.reference:
    """Link to the place that explains a term, by its page's title."""
    title = app.env.titles[each.page].astext()
    uri = app.builder.get_relative_uri(page, each.page)
    address = f"{uri}#{each.term.slug}"
    return nodes.reference(
        "", title, refuri=address, internal=True, classes=["term-page"]
    )


def chinese(app: Sphinx, page: str) -> nodes.Element:
    """Write each Chinese name with its English one, linked to the list."""
    items = []
    for name, each in by_sound(in_order(app.env)):
        there = nodes.reference(
            "", each.term.name, refuri=f"#{anchor(each)}", internal=True
        )
        line = nodes.paragraph("", f"{name} ", there)
        items.append(nodes.list_item("", line))
    return nodes.bullet_list("", *items, classes=["terms-chinese"])


def fill(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Put the lists where they are wanted."""
    makers = {"english": english, "chinese": chinese}
    for node in list(doctree.findall(term_list)):
        made = makers[node["kind"]](app, page)
        node.replace_self(made if len(made) else [])


def rewrite(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Have the lists written in every build: any page may have changed."""
    return sorted(listing(env))


def purge(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget that a page had a list."""
    listing(env).discard(docname)


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.add_node(term_list)
    app.add_directive("terms", TermsDirective)
    app.connect("doctree-resolved", fill)
    app.connect("env-updated", rewrite)
    app.connect("env-purge-doc", purge)
