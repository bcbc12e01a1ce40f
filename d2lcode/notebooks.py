"""Take a page of the book away as a plain Jupyter notebook.

What MyST adds to Markdown (backend prose, exercises, citations, cross
references) is turned into plain Markdown that Jupyter and Colab show.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Callable
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import nbformat
import yaml
from nbformat import NotebookNode

from d2lcode import terms
from d2lcode._lazy import PIP
from d2lcode.data import registry
from d2lcode.grading import catalogue
from d2lcode.grading.cell import opening
from d2lcode.grading.needs import RUNNER
from d2lcode.pages import belongs, page_backends, read_page

INSTALL = """\
# Fetch what is missing here; what is installed stays as it is.
from importlib import invalidate_caches
from importlib.util import find_spec

needs = {{
{needs}
}}
missing = [f'"{{needs[name]}}"' for name in needs if find_spec(name) is None]
if missing:
    missing = " ".join(missing)
    %pip install -q {{missing}}
    invalidate_caches()

%load_ext d2lcode"""

# What a page that imports onnxruntime exports its networks with.
EXPORT = {
    "torch": ("onnx", "onnxruntime", "onnxscript"),
    "paddle": ("onnx", "onnxruntime", "paddle2onnx; python_version < '3.13'"),
}

# How a notebook opens what holds on one kind of data only.
LEADS = {
    "real": "If you see the real {}:",
    "stand-in": "If you see a stand-in for {}:",
}


def fence(name: str) -> re.Pattern[str]:
    """Match a directive of one name (a regular expression)."""
    return re.compile(
        rf"^(?P<fence>:{{3,}}|`{{3,}})\{{(?P<name>{name})\}}[ \t]*"
        rf"(?P<argument>[^\n]*)\n(?P<body>.*?)^(?P=fence)[ \t]*$",
        re.M | re.S,
    )


@cache
def config(root: Path) -> dict[str, Any]:
    """Read the book's `_config.yml`."""
    read = yaml.safe_load((root / "_config.yml").read_text("utf8"))
    return dict(read)


def site(root: Path) -> str:
    """Give the address of the published book, with a slash at its end."""
    return str(config(root)["html"]["baseurl"]).rstrip("/") + "/"


@cache
def citations(root: Path) -> dict[str, tuple[str, str]]:
    """Give, by key, "Author, year" and the whole reference as text."""
    from pybtex.database import parse_file

    path = root / "book" / "references.bib"
    entries = parse_file(str(path)).entries if path.is_file() else {}
    return {key: (label(e), reference(e)) for key, e in entries.items()}


def surnames(entry: Any) -> list[str]:
    """List the authors' family names; those of an organisation, whole."""
    people = entry.persons.get("author", [])
    names = [
        " ".join(str(n) for n in (*p.rich_prelast_names, *p.rich_last_names))
        for p in people
    ]
    return ["et al." if n == "others" else n for n in names]


def label(entry: Any) -> str:
    """Write "LeCun et al., 1998"."""
    names = surnames(entry)
    if names[-1:] == ["et al."]:
        return f"{names[0]} et al., {entry.fields.get('year', 'n. d.')}"
    who = " and ".join(names) if len(names) < 3 else f"{names[0]} et al."
    return f"{who}, {entry.fields.get('year', 'n. d.')}"


def reference(entry: Any) -> str:
    """Write an entry as one line of text."""
    from pybtex.richtext import Text

    fields = entry.fields
    kinds = ("journal", "booktitle", "publisher", "howpublished")
    where = next((fields[k] for k in kinds if k in fields), "")
    parts = [
        ", ".join(surnames(entry)),
        str(Text.from_latex(fields.get("title", ""))),
        str(Text.from_latex(where)),
        fields.get("year", ""),
        fields.get("url") or doi(fields),
    ]
    line = ". ".join(p for p in parts if p) + "."
    return re.sub(r"([.?!])\.(?=\s)", r"\1", line)


def doi(fields: Any) -> str:
    """Give the address behind a DOI, if there is one."""
    return f"https://doi.org/{fields['doi']}" if "doi" in fields else ""


class Plain:
    """Turns a page's MyST into plain Markdown for one backend."""

    def __init__(self, backend: str | None, docname: str, root: Path) -> None:
        self.backend = backend
        self.docname = docname
        self.root = root
        self.cited: list[str] = []

    @cached_property
    def exercises(self) -> dict[str, catalogue.Exercise]:
        """The book's exercises, read when the first one is met."""
        return catalogue.find(self.root)

    def text(self, source: str) -> str:
        """Convert one Markdown cell."""
        rules: list[tuple[re.Pattern[str], Callable[..., str]]] = [
            (fence("backend"), self.prose),
            (fence("if-data"), self.data),
            (fence("exercise"), self.exercise),
            (fence("figure"), self.figure),
            (fence("references"), self.references),
            (
                fence("note|tip|warning|important|seealso|admonition"),
                self.note,
            ),
            (fence(r"[\w:-]+"), lambda m: m["body"]),
            (re.compile(r"^%.*\n?", re.M), lambda m: ""),
            (re.compile(r"^\([\w:-]+\)=\n", re.M), lambda m: ""),
            (re.compile(r"(?<=\$\$) *\([\w:-]+\)$", re.M), lambda m: ""),
            (re.compile(r"\{cite(?::\w+)?\}`([^`]+)`"), self.cite),
            (re.compile(r"\{dfn\}`([^`]+)`"), lambda m: terms.markdown(m[1])),
            (
                re.compile(r"\{term\}`([^`<]+?)(?:\s*<[^`>]+>)?`"),
                lambda m: m[1],
            ),
            (
                re.compile(r"\{(?:doc|ref)\}`([^`<]+?)\s*<([^`>]+)>`"),
                lambda m: f"[{m[1]}]({self.address(m[2])})",
            ),
            (re.compile(r"\{[\w:]+\}`([^`]+)`"), lambda m: f"`{m[1]}`"),
            (
                re.compile(
                    r"(?<!!)\[([^\]]+)\]\(((?!https?:|#|mailto:)[^)]+)\)"
                ),
                lambda m: f"[{m[1]}]({self.address(m[2])})",
            ),
        ]
        for pattern, replace in rules:
            source = pattern.sub(replace, source)
        return source.strip()

    def address(self, target: str) -> str:
        """Give the published address of a page or file of the book."""
        path, _, anchor = target.partition("#")
        folder = self.docname.rpartition("/")[0]
        parts: list[str] = [] if path.startswith("/") else folder.split("/")
        for part in path.strip("/").split("/"):
            if part == "..":
                parts = parts[:-1]
            elif part not in ("", "."):
                parts = [*parts, part]
        joined = re.sub(r"\.md$", "", "/".join(p for p in parts if p))
        page = joined if "." in joined.rpartition("/")[2] else f"{joined}.html"
        return site(self.root) + page + (f"#{anchor}" if anchor else "")

    def prose(self, match: re.Match[str]) -> str:
        """Keep a backend's prose, or drop it."""
        ours = match["argument"].strip() in (self.backend, None)
        return self.text(match["body"]) if ours else ""

    def data(self, match: re.Match[str]) -> str:
        """Keep what holds on one kind of data, and say on which.

        A notebook is run again where the data may be another kind than at
        its writing, so it says both.
        """
        name = re.search(r"^:set:\s*(\S+)", match["body"], re.M)
        what = registry.entry(name[1]).title if name else "data"
        body = re.sub(r"^:\w+:.*\n?", "", match["body"], flags=re.M)
        kind = LEADS[match["argument"].strip()].format(what)
        return f"**{kind}** {self.text(body)}"

    def exercise(self, match: re.Match[str]) -> str:
        """State an exercise; the cell for its answer comes below."""
        name = match["argument"].strip()
        found = self.exercises[name]
        anchor = "ex-" + name.replace("/", "-").replace("_", "-")
        page = f"{site(self.root)}{self.docname}.html#{anchor}"
        return (
            f"**Exercise: {found.title}** "
            f"({found.minutes} min, {found.points} points)\n\n"
            f"{found.statement}\n\n"
            "Write your answer into the cell below and run it: it is graded. "
            f"`%hint {name}` in a cell of its own gives a hint; the solution "
            f"is [in the book]({page})."
        )

    def answers(self, name: str) -> list[NotebookNode]:
        """Make the cell that waits for an answer, with the starter.

        On a page for no backend in particular, an exercise for frameworks
        has one cell for each.
        """
        found = self.exercises[name]
        starters = {
            variant: path
            for variant, path in found.starters.items()
            if variant in ("", self.backend) or self.backend is None
        }
        return [
            nbformat.v4.new_code_cell(
                opening(found, variant, path.read_text("utf8"))
            )
            for variant, path in (starters or found.starters).items()
        ]

    def figure(self, match: re.Match[str]) -> str:
        """Show a figure from the published book."""
        alt = re.search(r"^:alt:\s*(.+)$", match["body"], re.M)
        body = re.sub(r"^:\w+:.*\n?", "", match["body"], flags=re.M).strip()
        address = self.address(match["argument"].strip())
        return f"![{alt[1] if alt else body}]({address})\n\n*{body}*"

    def references(self, _match: re.Match[str]) -> str:
        """List what the page cites."""
        known = citations(self.root)
        return "\n".join(f"- {known[k][1]}" for k in sorted(set(self.cited)))

    def note(self, match: re.Match[str]) -> str:
        """Quote an admonition."""
        title = match["argument"].strip() or match["name"].capitalize()
        body = re.sub(r"^:\w+:.*\n?", "", match["body"], flags=re.M)
        lines = [f"**{title}**", "", *self.text(body).split("\n")]
        return "\n".join(f"> {line}".rstrip() for line in lines)

    def cite(self, match: re.Match[str]) -> str:
        """Name authors and year."""
        known = citations(self.root)
        keys = [k.strip() for k in match[1].split(",")]
        self.cited += [k for k in keys if k in known]
        return (
            "("
            + "; ".join(known[k][0] if k in known else k for k in keys)
            + ")"
        )


def assemble(
    page: NotebookNode,
    backend: str | None,
    docname: str,
    root: Path,
    ran: dict[int, NotebookNode] | None = None,
) -> NotebookNode:
    """Make a page's notebook for one backend.

    Args:
        page: as `d2lcode.pages.read_page` gives it.
        backend: whose cells to keep; None for a page without any.
        docname: the page's name, such as `mnist/losses`.
        root: the repository's folder.
        ran: executed cells by their place in the page, for their outputs.
    """
    plain = Plain(backend, docname, root)
    cells = [
        (ran or {}).get(i, cell) if cell.cell_type == "code" else cell
        for i, cell in enumerate(page.cells)
        if cell.cell_type != "code" or belongs(cell, backend)
    ]
    made = [part for cell in cells for part in convert(cell, plain)]
    made = [cell for cell in made if cell.source]
    if any("d2lcode" in cell.source for cell in made):
        exports = any("import onnxruntime" in cell.source for cell in made)
        made.insert(1, first(backend, root, exports))
    for number, cell in enumerate(made):
        cell["id"] = f"cell-{number}"
    spec = {
        "name": "python3",
        "display_name": "Python 3",
        "language": "python",
    }
    return nbformat.v4.new_notebook(cells=made, metadata={"kernelspec": spec})


def convert(cell: NotebookNode, plain: Plain) -> list[NotebookNode]:
    """Copy a cell without what only the book needs.

    A text is taken apart behind each exercise, for the cell of its answer.
    """
    if cell.cell_type == "code":
        outputs = [nbformat.from_dict(o) for o in cell.get("outputs", [])]
        count = cell.get("execution_count")
        return [
            nbformat.v4.new_code_cell(
                cell.source, outputs=outputs, execution_count=count
            )
        ]
    made, begin = [], 0
    for match in fence("exercise").finditer(cell.source):
        text = plain.text(cell.source[begin : match.end()])
        made.append(nbformat.v4.new_markdown_cell(text))
        made += plain.answers(match["argument"].strip())
        begin = match.end()
    text = plain.text(cell.source[begin:])
    return [*made, nbformat.v4.new_markdown_cell(text)]


def first(
    backend: str | None, root: Path, exports: bool = False
) -> NotebookNode:
    """Make the first cell: it fetches what is missing, and no more.

    What is there is left alone, whatever its version: Colab's PyTorch knows
    its GPU, and a plain one in its place would not.

    Args:
        backend: whose framework is needed, if any.
        root: the repository's folder.
        exports: whether networks are written as ONNX, and run.
    """
    url = config(root)["repository"]["url"]
    needs = {
        **({backend: PIP[backend]} if backend else {}),
        "d2lcode": f"d2lcode[exercises] @ git+{url}",
        **{name: name for name in RUNNER},
    }
    if exports and backend:
        needs |= {need.partition(";")[0]: need for need in EXPORT[backend]}
    lines = (f'    "{name}": "{need}",' for name, need in needs.items())
    return nbformat.v4.new_code_cell(INSTALL.format(needs="\n".join(lines)))


def write(
    page: str,
    backend: str | None,
    output: Path | None,
    run: bool = False,
    replace: bool = True,
) -> Path:
    """Write a page's notebook: what `d2lcode notebook` does.

    Args:
        page: its name, such as `cnn/lenet`.
        backend: `torch` or `paddle`; needed where the page has both.
        output: the file to write; by default named after the page, here.
        run: execute the notebook, so that it holds outputs.
        replace: write over a file that is there.

    Raises:
        FileExistsError: there is one, and `replace` is False.
        ValueError: for an unknown page or backend; the message lists what
            there is.
    """
    root = catalogue.find_root()
    source = root / "book" / f"{page}.md"
    notebook = read_page(source) if source.is_file() else None
    if notebook is None:
        raise ValueError(
            f"page {page!r}: expected one of {', '.join(pages(root))}"
        )
    choices = page_backends(notebook)
    if choices and backend not in choices:
        raise ValueError(
            f"backend {backend!r}: page {page!r} has {' and '.join(choices)}"
        )
    target = output or Path(named(page, backend if choices else None))
    if target.exists() and not replace:
        raise FileExistsError(errno.EEXIST, "exists", str(target))
    made = assemble(notebook, backend if choices else None, page, root)
    if run:
        execute(made, source.parent)
    target.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(made, target)
    return target


def write_all(folder: Path) -> list[Path]:
    """Write every page's notebooks, without outputs, below a folder."""
    root = catalogue.find_root()
    written = []
    for page in pages(root):
        read = read_page(root / "book" / f"{page}.md")
        backends: list[str | None] = [*page_backends(read)] if read else []
        for backend in backends or [None]:
            target = folder / page.rpartition("/")[0] / named(page, backend)
            written.append(write(page, backend, target))
    return written


def execute(notebook: NotebookNode, folder: Path) -> None:
    """Run a notebook in place, in a fresh kernel."""
    from nbclient import NotebookClient

    where = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, timeout=600, resources=where).execute()


def named(page: str, backend: str | None) -> str:
    """Name a notebook's file: `lenet-paddle.ipynb`."""
    stem = page.rpartition("/")[2]
    return f"{stem}-{backend}.ipynb" if backend else f"{stem}.ipynb"


def pages(root: Path) -> list[str]:
    """List the pages that can be taken away."""
    book = root / "book"
    found = [
        p.relative_to(book).with_suffix("").as_posix()
        for p in sorted(book.glob("*/*.md"))
        if "file_format: mystnb" in p.read_text("utf8")[:400]
    ]
    return [p for p in found if not p.startswith("_")]
