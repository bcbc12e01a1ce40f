"""Show a pair of code cells as one listing.

The two programs are laid into one another when the page is written (`align`):
equal lines stand once, the others say whose they are, to the eye and to a
screen reader. The switch hides what is not chosen, so that one listing serves
all its positions.
"""

from __future__ import annotations

import html
import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from d2lcode.pages import BACKENDS

from .align import Line, Span, likeness, listing

# Below this the two programs take turns more often than they agree, and
# neither can be read in the other's company.
ENOUGH = 0.7
PIECE = re.compile(r"<[^>]*>|&[^;]+;|.")


class twins(nodes.General, nodes.Element):  # noqa: N801
    """One listing of two programs; its children are the two, in order."""


def source(block: nodes.Element) -> list[str]:
    """Give the lines of a block of code."""
    return block.astext().rstrip("\n").split("\n")


def together(blocks: list[nodes.literal_block]) -> twins | None:
    """Lay two blocks of code into one listing; None if they are unlike.

    Args:
        blocks: the backends' code, in the book's order.
    """
    left, right = map(source, blocks)
    if likeness(listing(left, right)) < ENOUGH:
        return None
    return twins("", *[block.deepcopy() for block in blocks])


def visit(translator: Any, node: twins) -> None:
    """Write the listing in place of the two programs."""
    programs = [highlighted(translator, block) for block in node.children]
    sources = [source(block) for block in node.children]  # type: ignore
    columns = max(len(line) for lines in sources for line in lines)
    rows = [
        row(line, sources, programs)
        for line in listing(sources[0], sources[1])
    ]
    names = "".join(
        f'<span class="twins-name for-{backend}" data-copy="{backend}">'
        f"{label}</span>"
        for backend, label in BACKENDS.items()
    )
    label = " and ".join(BACKENDS.values())
    translator.body.append(
        f'<div class="twins" role="group" aria-label="{label}">'
        f'<div class="twins-names">{names}</div>'
        '<div class="highlight twins-code">'
        f'<pre style="--columns:{columns}">{"".join(rows)}</pre></div></div>\n'
    )
    raise nodes.SkipNode


def highlighted(translator: Any, block: Any) -> list[str]:
    """Colour a program as Sphinx would, and give its lines as HTML."""
    text = "\n".join(source(block))
    language = block.get("language", "default")
    coloured = translator.highlighter.highlight_block(
        text, language, location=block, nowrap=True
    )
    return list(coloured.rstrip("\n").split("\n"))


def row(
    line: Line, sources: list[list[str]], programs: list[list[str]]
) -> str:
    """Write one line, with whose it is unless it is everybody's."""
    side = line.side or 0
    text = sources[side][line.number]
    indent = len(text) - len(text.lstrip(" "))
    style = f' style="--indent:{indent}"' if indent else ""
    code = emphasised(programs[side][line.number], line.marks)
    if line.side is None:
        return f'<span class="line"{style}>{code}\n</span>'
    backend = list(BACKENDS)[side]
    label = html.escape(BACKENDS[backend])
    return (
        f'<span class="line for-{backend} only-{backend}"{style}>'
        f'<span class="said">{label}: </span>{code}\n</span>'
    )


def emphasised(code: str, spans: tuple[Span, ...]) -> str:
    """Mark spans of a line's text in its HTML, whatever its elements."""
    pieces, position = [], 0
    for piece in PIECE.findall(code):
        if piece.startswith("<"):
            pieces.append(piece)
            continue
        inside = any(start <= position < end for start, end in spans)
        pieces.append(f"<mark>{piece}</mark>" if inside else piece)
        position += 1
    return "".join(pieces).replace("</mark><mark>", "")


def ignore(_translator: Any, _node: nodes.Element) -> None:
    """Let the other builders show the two programs, one after the other."""


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    others = dict.fromkeys(
        ("latex", "text", "man", "texinfo", "gettext"), (ignore, ignore)
    )
    app.add_node(twins, html=(visit, ignore), **others)  # type: ignore
