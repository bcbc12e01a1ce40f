"""The roles for terms: explained once, used only afterwards.

`` {dfn}`overfitting <过拟合>` `` shows *overfitting* (过拟合) and makes the
place the one that explains the term (`d2lcode.terms` has the whole form).
`` {term}`overfitting` `` links there; the spelling may be British or
American, with or without hyphen, and a plural's s is taken for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from book_order import book_order
from docutils import nodes
from sidebyside.problems import Problem, gathered, report
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxRole
from sphinx.util.nodes import make_refnode

from d2lcode import terms

CHINESE = "中文"
USE = re.compile(r"\{term\}`(?:[^`<]*<([^`>]+)>|([^`<]+))`")


@dataclass(frozen=True)
class Explained:
    """A term with the place that explains it, and in which words."""

    term: terms.Term
    page: str
    line: int
    words: tuple[nodes.Node, ...] = ()


def explained(env: BuildEnvironment) -> dict[str, list[Explained]]:
    """Give, by page, the terms that it explains, as they stand on it."""
    found: dict[str, list[Explained]] = env.__dict__.setdefault(
        "finding_terms", {}
    )
    return found


def used(env: BuildEnvironment) -> dict[str, list[tuple[str, int]]]:
    """Give, by page, the terms that it uses by the role, and the lines."""
    found: dict[str, list[tuple[str, int]]] = env.__dict__.setdefault(
        "finding_uses", {}
    )
    return found


class ExplainRole(SphinxRole):
    """Show a term in italics, its Chinese name beside it."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Make the nodes; a role that cannot be read is a problem."""
        line = line_of(self.env, f"{{dfn}}`{self.text}`")
        try:
            term = terms.parse(self.text)
        except ValueError as error:
            problem = Problem(self.env.docname, line, str(error))
            gathered(self.env.app).append(problem)
            return [], []
        node = nodes.emphasis(
            "", term.shown, ids=[term.slug], classes=["term"]
        )
        node["term"], node["at"] = term, line
        index = addnodes.index(entries=entries(term))
        beside = f" ({'、'.join(term.chinese)})" if term.chinese else ""
        return [index, node, nodes.Text(beside)], []


def entries(term: terms.Term) -> list[tuple[Any, ...]]:
    """List what the index has of a term: each name; Chinese ones apart."""
    return [
        (
            "single",
            name.replace(";", ","),
            term.slug,
            "main",
            CHINESE if name in term.chinese else None,
        )
        for name in term.names
    ]


def line_of(env: BuildEnvironment, role: str) -> int:
    """Find a role in its file; of roles that are alike, the next one."""
    number = env.new_serialno(role)
    text = Path(env.doc2path(env.docname)).read_text("utf8")
    parts = text.split(role)
    if len(parts) <= number + 1:  # wrapped over two lines: blanks differ
        return 1
    return role.join(parts[: number + 1]).count("\n") + 1


def sentence(node: nodes.Element) -> tuple[nodes.Node, ...]:
    """Copy the sentence that a term stands in, links as mere text.

    A sentence ends at a full stop, a question or an exclamation mark, and
    never within a formula or in code.
    """
    before: list[nodes.Node] = []
    found = False
    for part in parts(node.parent):
        found = found or part is node
        if ends(part) and found:
            return plain([*before, part])
        before = [] if ends(part) else [*before, part]
    return plain(before)


def parts(paragraph: nodes.Element) -> Iterator[nodes.Node]:
    """Give a paragraph's children, its text cut after each sentence."""
    for child in paragraph.children:
        if isinstance(child, nodes.Text):
            for text in re.split(r"(?<=[.?!])\s+(?=[^a-z])", str(child)):
                yield nodes.Text(text)
        else:
            yield child


def ends(part: nodes.Node) -> bool:
    """Tell whether a part of a paragraph is the end of a sentence."""
    closed = re.search(r"[.?!][”)]?\s*$", part.astext())
    return isinstance(part, nodes.Text) and bool(closed)


def plain(found: list[nodes.Node]) -> tuple[nodes.Node, ...]:
    """Copy nodes so that they can stand on another page."""
    holder = nodes.inline("", "", *(node.deepcopy() for node in found))
    for node in list(holder.findall(nodes.Element)):
        node["ids"] = []
        node.document = None
        if isinstance(node, addnodes.index):
            node.parent.remove(node)
        elif isinstance(node, nodes.reference | addnodes.pending_xref):
            node.replace_self(nodes.inline("", node.astext()))
    return tuple(spaced(holder.children))


def spaced(found: list[nodes.Node]) -> Iterator[nodes.Node]:
    """Give the nodes, a blank at either end taken off."""
    for index, node in enumerate(found):
        if isinstance(node, nodes.Text) and index == 0:
            yield nodes.Text(node.lstrip())
        else:
            yield node


def collect(app: Sphinx, doctree: nodes.document) -> None:
    """Note which terms a page explains and which it uses."""
    env = app.env
    explained(env)[env.docname] = [
        Explained(node["term"], env.docname, node["at"], sentence(node))
        for node in doctree.findall(nodes.emphasis)
        if "term" in node
    ]
    source = Path(env.doc2path(env.docname)).read_text("utf8")
    used(env)[env.docname] = [
        (m[1] or m[2], source.count("\n", 0, m.start()) + 1)
        for m in USE.finditer(source)
    ]


def in_order(env: BuildEnvironment) -> list[Explained]:
    """List all explained terms in the book's order."""
    return [e for p in book_order(env) for e in explained(env).get(p, [])]


def by_key(env: BuildEnvironment) -> dict[str, Explained]:
    """Give each term under what its spellings share; the first counts."""
    found: dict[str, Explained] = {}
    for each in in_order(env):
        for name in each.term.names:
            found.setdefault(terms.key(name), each)
    return found


def look_up(known: dict[str, Explained], name: str) -> Explained | None:
    """Find a term by any of its names, in the plural too."""
    wanted = terms.key(name)
    return known.get(wanted) or known.get(wanted.removesuffix("s"))


def twice(env: BuildEnvironment) -> Iterator[Problem]:
    """Find terms that are explained a second time."""
    seen: dict[str, Explained] = {}
    for each in in_order(env):
        name = terms.key(each.term.name)
        if name in seen:
            first = seen[name]
            yield Problem(
                each.page,
                each.line,
                f"term {each.term.name!r} is already explained on "
                f"{first.page}, line {first.line}: use "
                f"{{term}}`{each.term.shown}` here",
            )
        seen.setdefault(name, each)


def misused(env: BuildEnvironment) -> Iterator[Problem]:
    """Find terms that are used by the role and not, or later, explained."""
    order = {page: i for i, page in enumerate(book_order(env))}
    known = by_key(env)
    for page, uses in sorted(used(env).items()):
        for name, line in uses:
            found = look_up(known, name)
            if found is None:
                text = f"term {name!r} is explained on no page by {{dfn}}"
                yield Problem(page, line, text)
            elif order.get(page, 0) < order[found.page]:
                yield Problem(
                    page,
                    line,
                    f"term {name!r} is explained only later, on "
                    f"{found.page}, line {found.line}",
                )


def check(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Report the problems; say which pages' links have to be made anew."""
    problems = [*twice(env), *misused(env)]
    gathered(app).extend(problems)
    if "sidebyside" not in app.extensions:
        report(gathered(app))
    known = by_key(env)
    app.__dict__["finding_known"] = known
    places = {
        name: (each.page, each.term.slug) for name, each in known.items()
    }
    before = env.__dict__.get("finding_places")
    env.__dict__["finding_places"] = places
    changed = places != before
    return [page for page, uses in used(env).items() if uses and changed]


def resolve(
    app: Sphinx,
    env: BuildEnvironment,
    node: addnodes.pending_xref,
    content: nodes.TextElement,
) -> nodes.reference | None:
    """Link a used term to the place that explains it."""
    if node["reftype"] != "term":
        return None
    known = app.__dict__.get("finding_known") or by_key(env)
    found = look_up(known, node["reftarget"])
    if found is None:
        return None
    here = node.get("refdoc", env.docname)
    return make_refnode(
        app.builder, here, found.page, found.term.slug, content
    )


def purge(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget a page's terms."""
    explained(env).pop(docname, None)
    used(env).pop(docname, None)


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.add_role("dfn", ExplainRole(), override=True)
    app.connect("doctree-read", collect, priority=800)
    app.connect("env-purge-doc", purge)
    app.connect("env-updated", check, priority=400)
    app.connect("missing-reference", resolve)
