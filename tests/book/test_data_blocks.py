"""Prose that holds on the real data only, or on a stand-in only."""

from pathlib import Path

import pytest
from sidebyside import data_blocks
from sidebyside.checks import check

from d2lcode import notebooks
from d2lcode.pages import read_page

ROOT = Path(__file__).parents[2]
HEAD = "---\nfile_format: mystnb\nkernelspec: {name: python3}\n---\n"
REAL = ":::{if-data} real\nThe real houses.\n:::\n"
STAND_IN = ":::{if-data} stand-in\nInvented houses.\n:::\n"
CODE = """
```{code-cell}
from d2lcode import data

housing = data.housing()
```

"""
CLAIM = "```{code-cell}\n:tags: [claim]\n# All.\nassert housing.train\n```\n"


def record(**data):
    return {"data": data, "runs": {None: "1"}}


@pytest.mark.parametrize(
    ("source", "kind"), [("stand-in", "stand-in"), ("/data/x", "real")]
)
def test_the_block_that_holds_is_kept(source, kind):
    known = record(mnist=source)
    for name in (None, "mnist"):
        held = [
            k for k in data_blocks.DATA if data_blocks.holds(k, known, name)
        ]
        assert held == [kind]


def test_of_several_data_sets_one_may_be_real():
    known = record(mnist="/data/x", fashion_mnist="stand-in")
    assert data_blocks.holds("real", known, "mnist")
    assert data_blocks.holds("stand-in", known, "fashion_mnist")
    assert data_blocks.holds("stand-in", known, None)
    assert not data_blocks.holds("real", known, None)


@pytest.mark.parametrize("name", [None, "mnist"])
def test_data_that_the_page_does_not_load_are_a_fault(name):
    known = record(fashion_mnist="stand-in") if name else record()
    (fault,) = data_blocks.faults(known, name)
    assert ("fashion_mnist" if name else "none") in fault


def test_a_page_that_could_not_be_run_has_no_fault():
    assert not list(data_blocks.faults({"data": {}, "runs": {}}, "mnist"))


def problems(tmp_path, text):
    path = tmp_path / "page.md"
    path.write_text(HEAD + CODE + text + CLAIM, "utf8")
    return [
        (p.line, p.message)
        for p in check("page", read_page(path), path.read_text("utf8"))
    ]


def about(name, block):
    return block.replace("\n", f"\n:set: {name}\n", 1)


@pytest.mark.parametrize(
    "text",
    [
        REAL + STAND_IN,
        STAND_IN + "\n" + REAL,
        REAL + STAND_IN + REAL + STAND_IN,
        REAL.replace("\n", "\n:alone:\n", 1),
        about("mnist", REAL) + about("mnist", STAND_IN),
    ],
)
def test_a_block_and_its_counterpart(tmp_path, text):
    assert problems(tmp_path, "Words.\n\n" + text + "\nMore words.\n\n") == []


@pytest.mark.parametrize(
    ("text", "lines", "says"),
    [
        (REAL, [13], "'stand-in' counterpart"),
        (STAND_IN, [13], "'real' counterpart"),
        (REAL + "\nWords.\n\n" + STAND_IN, [13, 19], "counterpart"),
        (REAL + STAND_IN + REAL, [19], "counterpart"),
        (REAL + about("mnist", STAND_IN), [13, 16], "counterpart"),
        (REAL.replace("real", "true"), [13], "unknown kind of data 'true'"),
        (about("mnits", REAL) + STAND_IN, [13], "unknown data set 'mnits'"),
    ],
)
def test_a_faulty_block_is_named(tmp_path, text, lines, says):
    found = problems(tmp_path, "Words.\n" + text + "\nMore.\n\n")
    assert [line for line, _ in found][: len(lines)] == lines
    assert says in found[0][1]


@pytest.mark.parametrize("name", [None, "mnist"])
def test_a_notebook_keeps_both_and_says_when(name):
    blocks = REAL + STAND_IN
    if name:
        blocks = about(name, REAL) + about(name, STAND_IN)
    text = notebooks.Plain(None, "regression/descending", ROOT).text(blocks)
    what = "MNIST" if name else "data"
    assert text == (
        f"**If you see the real {what}:** The real houses.\n"
        f"**If you see a stand-in for {what}:** Invented houses."
    )


@pytest.mark.slow
def test_the_build_shows_what_holds(book):
    text = "# A page\n" + CODE + REAL + STAND_IN + "\n" + CLAIM
    book.write(text)
    built = book.build()
    assert built.code == 0, built.log
    assert "Invented houses." in book.html
    assert "The real houses." not in book.html

    # A data set that this page does not load.
    book.write(
        text.replace("real\n", "real\n:set: mnist\n").replace(
            "stand-in\n", "stand-in\n:set: mnist\n"
        )
    )
    built = book.build()
    assert built.code != 0
    assert "page.md:13: WARNING: an if-data block about 'mnist'" in built.log
    assert built.kernels == []
