"""Mark what belongs to which backend, so that a page can show one of them."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from d2lcode._lazy import PIP
from d2lcode.pages import BACKENDS

from .merge import MARK
from .problems import Problem, directive_line, gathered
from .runs import installed
from .twins import together

MARKS = {MARK.format(b): b for b in BACKENDS}
# Two columns of so many characters fit into a window that is not the widest;
# the widths that they need stand in `style/sides.css`.
WIDTHS = {"slim": 40, "medium": 66}
WHOLE = 80


class backend_pair(nodes.General, nodes.Element):  # noqa: N801
    """Blocks that say the same thing for different backends."""


class backend_block(nodes.General, nodes.Element):  # noqa: N801
    """What belongs to one backend."""


def visit_pair(translator: Any, node: backend_pair) -> None:
    """Open the box of a pair, and say how wide its columns must be."""
    widest = max(map(columns, node.children), default=0)
    width = next((f" {w}" for w, n in WIDTHS.items() if widest <= n), "")
    translator.body.append(f'<div class="backend-pair{width}">\n')


def visit_block(translator: Any, node: backend_block) -> None:
    """Open one backend's box."""
    backend = node["backend"]
    translator.body.append(
        f'<div class="backend backend-{backend}" data-backend="{backend}" '
        f'role="group" aria-label="{BACKENDS[backend]}">\n'
    )


def depart(translator: Any, _node: nodes.Element) -> None:
    """Close the box."""
    translator.body.append("</div>\n")


def columns(node: nodes.Node) -> int:
    """Say how many characters wide a block of code is; others are a page's."""
    widths = [
        len(line)
        for code in node.findall(nodes.literal_block)
        for line in code.astext().split("\n")
    ]
    whole = [WHOLE for _ in node.findall(nodes.image)]
    return max(widths + whole, default=WHOLE)


def ignore(_translator: Any, _node: nodes.Element) -> None:
    """Let the other builders show what is inside, and nothing else."""


def block(backend: str, content: list[nodes.Node]) -> backend_block:
    """Wrap what belongs to a backend."""
    return backend_block("", *content, backend=backend)


def pair(groups: dict[str, list[nodes.Node]]) -> backend_pair:
    """Wrap the backends' blocks, in the book's order."""
    ordered = [b for b in BACKENDS if b in groups]
    return backend_pair("", *[block(b, groups[b]) for b in ordered])


def absent(backend: str) -> nodes.paragraph:
    """Say that a backend's cells were not run."""
    text = (
        f"Not run in this build: {BACKENDS[backend]} was not installed "
        f"(pip install {PIP[backend]})."
    )
    return nodes.paragraph("", text, classes=["backend-absent"])


class Pairs(SphinxTransform):
    """Group neighbouring cells and prose of the backends into pairs."""

    default_priority = 600

    def apply(self, **_kwargs: Any) -> None:
        """Change the document."""
        for output in list(self.document.findall(is_output)):
            split_outputs(output)
        found = list(self.document.findall(lambda n: bool(owner(n))))
        for parent in {id(n.parent): n.parent for n in found}.values():
            group_children(parent)


def is_output(node: nodes.Node) -> bool:
    """Tell whether a node holds a cell's outputs."""
    return (
        isinstance(node, nodes.container)
        and node.get("nb_element") == "cell_code_output"
    )


def owner(node: nodes.Node) -> str | None:
    """Name the backend of a cell or of a piece of prose."""
    if not isinstance(node, nodes.container):
        return None
    if node.get("backend"):
        return str(node["backend"])
    if node.get("nb_element") != "cell_code":
        return None
    tags = node["cell_metadata"].get("tags", [])
    return next((t for t in tags if t in BACKENDS), None)


def mark_of(node: nodes.Node) -> str | None:
    """Name the backend whose outputs start here."""
    raw = next(iter(node.findall(nodes.raw)), None)
    return MARKS.get(raw.astext().strip()) if raw is not None else None


def split_outputs(output: nodes.container) -> None:
    """Turn marked outputs into a pair."""
    groups: dict[str, list[nodes.Node]] = {}
    current: list[nodes.Node] | None = None
    for child in output.children:
        if backend := mark_of(child):
            current = groups.setdefault(backend, [])
        elif current is not None:
            current.append(child)
    if groups:
        output.children = []
        output += pair(groups)


def group_children(parent: nodes.Element) -> None:
    """Put neighbouring children of different backends into one pair."""
    done: list[nodes.Node] = []
    groups: dict[str, list[nodes.Node]] = {}
    last: str | None = None
    for child in [*parent.children, None]:
        backend = owner(child) if child is not None else None
        if groups and (not backend or (backend in groups and backend != last)):
            done += joined(groups)
            groups = {}
        if backend and child is not None:
            groups.setdefault(backend, []).append(child)
        elif child is not None:
            done.append(child)
        last = backend
    parent.children = []
    parent += done


def joined(groups: dict[str, list[nodes.Node]]) -> list[nodes.Node]:
    """Set the backends' cells and prose side by side, each with its twin."""
    if len(groups) < len(BACKENDS) or len(set(map(len, groups.values()))) > 1:
        return [pair(with_notes(groups))]
    ordered = {backend: groups[backend] for backend in BACKENDS}
    done: list[nodes.Node] = []
    for row in zip(*ordered.values(), strict=True):
        twin = dict(zip(ordered, row, strict=True))
        one = one_cell(twin)
        done.append(one or pair({b: [node] for b, node in twin.items()}))
    missing = {b: [absent(b)] for b in ordered if not installed(b)}
    return [*done, *([pair(missing)] if missing else [])]


def one_cell(twin: dict[str, nodes.Node]) -> nodes.container | None:
    """Make one cell of two whose code is alike; None of any others."""
    code = [code_of(node) for node in twin.values()]
    blocks = [block for block in code if block is not None]
    listing = together(blocks) if len(blocks) == len(twin) else None
    if listing is None:
        return None
    first, *others = twin.values()
    cell: nodes.container = first.deepcopy()  # type: ignore[assignment]
    cell["ids"] += [name for other in others for name in other["ids"]]  # type: ignore
    block = code_of(cell)
    assert block is not None
    block.replace_self(listing)
    outputs = {b: outputs_of(node) for b, node in twin.items()}
    for found in outputs_of(cell):
        cell.remove(found)
    cell += both(outputs)
    return cell


def code_of(node: nodes.Node) -> nodes.literal_block | None:
    """Find a cell's code; prose and a cell without its input have none."""
    cell = isinstance(node, nodes.container) and node.get("nb_element")
    if cell != "cell_code":
        return None
    inputs = node.children[:1] if not is_output(node.children[0]) else []
    return next(
        (b for n in inputs for b in n.findall(nodes.literal_block)), None
    )


def outputs_of(cell: nodes.Node) -> list[nodes.container]:
    """Find a cell's outputs."""
    return [n for n in cell.children if is_output(n)]  # type: ignore[misc]


def both(
    outputs: dict[str, list[nodes.container]],
) -> list[nodes.container]:
    """Show what twins gave: once where it is the same, else side by side."""
    given = {b: found for b, found in outputs.items() if found}
    shown = {seen(found) for found in given.values()}
    if not given or (len(shown) == 1 and len(given) == len(outputs)):
        return next(iter(outputs.values()))
    frame: nodes.container = next(iter(given.values()))[0].copy()
    frame += pair({b: found[0].children for b, found in given.items()})
    return [frame]


def seen(found: list[nodes.container]) -> tuple[str, ...]:
    """Name all that a reader sees of outputs."""
    pictures = [i["uri"] for n in found for i in n.findall(nodes.image)]
    return (*[n.astext() for n in found], *pictures)


def with_notes(
    groups: dict[str, list[nodes.Node]],
) -> dict[str, list[nodes.Node]]:
    """Add a word to the cells of a backend that is not installed."""
    return {
        b: [*found, absent(b)] if not installed(b) else found
        for b, found in groups.items()
    }


class Backend(SphinxDirective):
    """`:::{backend} torch`: prose that belongs to one backend."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Parse the prose, or report that there is no such backend."""
        name, line = self.arguments[0], directive_line(self)
        if name not in BACKENDS:
            message = (
                f"unknown backend {name!r}: expected one of "
                f"{', '.join(BACKENDS)}"
            )
            problem = Problem(self.env.docname, line, message)
            gathered(self.env.app).append(problem)
            return []
        node = nodes.container(backend=name)
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    for kind, visit in (
        (backend_pair, visit_pair),
        (backend_block, visit_block),
    ):
        others = dict.fromkeys(
            ("latex", "text", "man", "texinfo", "gettext"), (ignore, ignore)
        )
        app.add_node(kind, html=(visit, depart), **others)  # type: ignore
    app.add_directive("backend", Backend)
    app.add_transform(Pairs)
