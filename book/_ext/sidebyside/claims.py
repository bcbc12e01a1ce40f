"""Show a claim's cell as one quiet line that unfolds."""

from __future__ import annotations

from html import escape
from itertools import takewhile
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

from d2lcode.pages import BACKENDS

from .runs import records

SKIPPED = "not checked"


class claim(nodes.General, nodes.Element):  # noqa: N801
    """A claim: its sentence, its state, and its code as children."""


def visit(translator: Any, node: claim) -> None:
    """Open the folded claim."""
    translator.body.append(
        f'<details class="claim claim-{node["state"]}"><summary>'
        f'<span class="claim-state">{escape(node["label"])}</span> '
        f"{escape(node['sentence'])}</summary>\n"
    )


def depart(translator: Any, _node: claim) -> None:
    """Close it."""
    translator.body.append("</details>\n")


def visit_plain(translator: Any, _node: claim) -> None:
    """Let the other builders show the code alone."""


def sentence(source: str) -> str:
    """Read the sentence with which a claim opens."""
    lines = takewhile(lambda n: n.startswith("#"), source.strip().split("\n"))
    return " ".join(line.lstrip("#").strip() for line in lines)


def join(names: list[str]) -> str:
    """Name the backends that a claim was checked in."""
    return " and ".join(BACKENDS[n] for n in names)


class Claims(SphinxTransform):
    """Replace the cells tagged `claim`."""

    default_priority = 590

    def apply(self, **_kwargs: Any) -> None:
        """Change the document."""
        for cell in list(self.document.findall(is_claim)):
            cell.replace_self(self.folded(cell))

    def folded(self, cell: nodes.container) -> claim:
        """Build the folded claim of a cell."""
        code = next(iter(cell.findall(nodes.literal_block)))
        output = "\n".join(n.astext() for n in cell.children[1:])
        runs = records(self.env).get(self.env.docname, {}).get("runs", {})
        ran = join([b for b in runs if b])
        where = f" in {ran}" if ran else ""
        checked = bool(runs) and SKIPPED not in output
        label = "Checked in this build" if checked else "Not checked"
        return claim(
            "",
            code.deepcopy(),
            *([] if checked else [nodes.paragraph("", output.strip())]),
            state="passed" if checked else "skipped",
            label=f"{label}{where if checked else ''}:",
            sentence=sentence(code.astext()),
        )


def is_claim(node: nodes.Node) -> bool:
    """Tell whether a node is a cell tagged `claim`."""
    return (
        isinstance(node, nodes.container)
        and node.get("nb_element") == "cell_code"
        and "claim" in node["cell_metadata"].get("tags", [])
    )


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    others = dict.fromkeys(
        ("latex", "text", "man", "texinfo", "gettext"),
        (visit_plain, visit_plain),
    )
    app.add_node(claim, html=(visit, depart), **others)  # type: ignore
    app.add_transform(Claims)
