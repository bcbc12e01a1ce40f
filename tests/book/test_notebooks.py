"""Every page's notebook runs by itself, from top to bottom.

The book runs a page in an empty folder, with the installed package alone
(`sidebyside.execute`). A notebook of the same code is proven by that run;
that its code is the same is tested for each, and it is run again, without
data, when its turn comes (`rounds`).
"""

import importlib.util
from functools import cache
from pathlib import Path

import nbformat
import pytest
import rounds
from nbclient import NotebookClient

from d2lcode import notebooks
from d2lcode.pages import BACKENDS, page_backends, read_page, variant

ROOT = Path(__file__).parents[2]


@cache
def read(page):
    return read_page(ROOT / "book" / f"{page}.md")


EVERYTHING = [
    (page, backend)
    for page in notebooks.pages(ROOT)
    for backend in page_backends(read(page)) or [None]
]


def parameters(cases):
    return pytest.mark.parametrize(
        ("page", "backend"), cases, ids=[f"{p}-{b}" for p, b in cases]
    )


each_notebook = parameters(EVERYTHING)


def code(notebook):
    """What runs; cells with which nothing can go wrong are left out."""
    return [
        cell.source
        for cell in notebook.cells
        if cell.cell_type == "code"
        and cell.source.strip()
        and not cell.source.startswith((INSTALL, "%%check"))
    ]


INSTALL = notebooks.INSTALL.partition("{")[0]


def differs(page, backend):
    """Whether the notebook's code is not what the book runs."""
    whole = read(page)
    made = notebooks.assemble(whole, backend, page, ROOT)
    return code(made) != code(variant(whole, backend)[0])


@each_notebook
def test_a_notebook_holds_the_code_that_the_book_runs(page, backend):
    assert not differs(page, backend)


@pytest.mark.parametrize("change", ["\nprint()", "  # a word"])
def test_other_code_is_noticed(monkeypatch, change):
    convert = notebooks.convert

    def other(cell, plain):
        made = convert(cell, plain)
        for part in made:
            part.source += change if part.cell_type == "code" else ""
        return made

    assert not differs("cnn/lenet", "torch")
    monkeypatch.setattr(notebooks, "convert", other)
    assert differs("cnn/lenet", "torch")


@pytest.mark.slow
@parameters(rounds.turn(EVERYTHING))
def test_a_notebook_runs_alone(page, backend, tmp_path, monkeypatch):
    if backend and not importlib.util.find_spec(backend):
        pytest.skip(f"{backend} is not installed")
    # As on a stranger's machine: elsewhere, without data or network.
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    monkeypatch.setenv("D2LCODE_OFFLINE", "1")
    monkeypatch.setenv("D2LCODE_DATA_MIRROR", "")
    monkeypatch.setenv("D2LCODE_CACHE", str(tmp_path / "cache"))
    path = notebooks.write(page, backend, tmp_path / "page.ipynb")
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    NotebookClient(
        notebook,
        timeout=1200,
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(tmp_path)}},
    ).execute()


@each_notebook
def test_a_notebook_is_plain_markdown_and_one_backend(page, backend, tmp_path):
    path = notebooks.write(page, backend, tmp_path / "page.ipynb")
    cells = nbformat.read(path, as_version=4).cells
    prose = [c.source for c in cells if c.cell_type == "markdown"]
    sources = [c.source for c in cells if c.cell_type == "code"]
    for text in prose:
        for trace in (
            "{cite",
            "{exercise}",
            "{backend}",
            ":::",
            "{ref",
            "{doc",
        ):
            assert trace not in text
    for other in BACKENDS.keys() - {backend}:
        assert not any(f"from d2lcode import {other}" in c for c in sources)


@pytest.mark.parametrize(
    ("page", "backend", "says"),
    [
        ("mnist/nothing", "torch", "cnn/lenet"),
        ("cnn/lenet", None, "torch and paddle"),
        ("cnn/lenet", "jax", "torch and paddle"),
    ],
)
def test_a_wrong_request_says_what_there_is(page, backend, says, tmp_path):
    with pytest.raises(ValueError, match=says):
        notebooks.write(page, backend, tmp_path / "page.ipynb")
    assert list(tmp_path.iterdir()) == []


def plain(text, backend="torch"):
    return notebooks.Plain(backend, "cnn/lenet", ROOT).text(text)


def test_backend_prose_is_kept_for_its_backend_only():
    text = "A\n\n:::{backend} paddle\nB\n:::\n\nC"
    assert plain(text) == "A\n\n\n\nC"
    assert "B" in plain(text, "paddle")


def test_citations_become_author_and_year():
    assert plain("It {cite}`lecun1998gradient` read.") == (
        "It (LeCun et al., 1998) read."
    )


def test_references_are_plain_sentences():
    known = [line for _, line in notebooks.citations(ROOT).values()]
    assert not [line for line in known if set(r"{}\\") & set(line)]
    assert not [line for line in known if ".. " in line or "?. " in line]
    assert "Goyal, Dollár, Girshick" in "".join(known)


def test_a_link_to_a_page_points_at_the_published_book():
    site = notebooks.site(ROOT)
    assert plain("[softmax](../mnist/softmax-regression.md)") == (
        f"[softmax]({site}mnist/softmax-regression.html)"
    )
    assert plain("[x](https://example.org/a)") == "[x](https://example.org/a)"


def test_a_note_is_quoted_and_comments_vanish():
    assert plain("% secret\n:::{note}\nMind.\n:::") == "> **Note**\n>\n> Mind."


def test_labels_vanish():
    assert plain("(here)=\n# A\n\n$$\nx\n$$ (eq)\n") == "# A\n\n$$\nx\n$$"


def test_a_notebook_that_uses_the_package_can_fetch_it(tmp_path):
    path = notebooks.write("cnn/lenet", "paddle", tmp_path / "page.ipynb")
    first = nbformat.read(path, as_version=4).cells[1]
    assert "%pip install" in first.source
    assert '"paddle": "paddlepaddle"' in first.source
    assert "torch" not in first.source
