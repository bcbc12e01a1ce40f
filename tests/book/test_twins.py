"""One listing of two programs, as HTML."""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from docutils import nodes
from sidebyside import pairs, twins
from sphinx.highlighting import PygmentsBridge

TORCH = "from torch import nn\n\n\ndef f(x):\n    return x < nn.Conv2d(1)\n"
PADDLE = TORCH.replace("torch", "paddle").replace("Conv2d", "Conv2D")


def code(text):
    return nodes.literal_block(text, text, language="python")


def html(torch, paddle):
    node = twins.together([code(torch), code(paddle)])
    writer = SimpleNamespace(body=[], highlighter=PygmentsBridge("html"))
    with pytest.raises(nodes.SkipNode):
        twins.visit(writer, node)
    return BeautifulSoup("".join(writer.body), "html.parser")


def program(soup, other):
    """Read what is left when the other's lines and all labels are gone."""
    for gone in soup.select(f".said, .only-{other}"):
        gone.extract()
    return soup.pre.get_text()


@pytest.mark.parametrize(
    ("text", "other"), [(TORCH, "paddle"), (PADDLE, "torch")]
)
def test_each_program_is_whole(text, other):
    assert program(html(TORCH, PADDLE), other) == text


def test_equal_lines_stand_once():
    soup = html(TORCH, PADDLE)
    assert len(soup.select(".line")) == 7
    assert str(soup).count("def") == 1


def test_a_line_that_differs_says_whose_it_is():
    soup = html(TORCH, PADDLE)
    own = [
        line.select_one(".said").text
        for line in soup.select(".for-torch.line")
    ]
    assert own == ["PyTorch: "] * 2
    shared = soup.select(".line:not(.for-torch, .for-paddle)")
    assert not any(line.select(".said") for line in shared)


def test_words_that_differ_are_marked_and_colours_stay():
    soup = html(TORCH, PADDLE)
    marks = [mark.text for mark in soup.select("mark")]
    assert marks == ["torch", "paddle", "Conv2d", "Conv2D"]
    assert soup.select_one(".only-torch .kn").text == "from"


def test_a_mark_keeps_to_the_text_that_it_is_for():
    assert twins.emphasised("a <i>&lt; b</i>c", ((2, 6),)) == (
        "a <i><mark>&lt; b</mark></i><mark>c</mark>"
    )


def test_programs_with_little_in_common_stay_two():
    unlike = "import this\nwith open(name) as file:\n    read(file)\n"
    assert twins.together([code(TORCH), code(unlike)]) is None


def output(text):
    return nodes.container(
        "", code(text), nb_element="cell_code_output", classes=["cell_output"]
    )


def cell(backend, text, *outputs):
    source = nodes.container("", code(text), nb_element="cell_code_source")
    tags = {"tags": [backend]}
    return nodes.container(
        "", source, *outputs, nb_element="cell_code", cell_metadata=tags
    )


def joined(torch, paddle, monkeypatch, installed=("torch", "paddle")):
    monkeypatch.setattr(pairs, "installed", installed.__contains__)
    return pairs.joined({"paddle": paddle, "torch": torch})


def test_twins_that_print_the_same_print_it_once(monkeypatch):
    (one,) = joined(
        [cell("torch", TORCH, output("3"))],
        [cell("paddle", PADDLE, output("3"))],
        monkeypatch,
    )
    assert not list(one.findall(pairs.backend_pair))
    assert [n.astext() for n in one.children[1:]] == ["3"]


def test_what_differs_is_printed_under_each_name(monkeypatch):
    (one,) = joined(
        [cell("torch", TORCH, output("3"))],
        [cell("paddle", PADDLE, output("4"))],
        monkeypatch,
    )
    blocks = one.findall(pairs.backend_block)
    assert {b["backend"]: b.astext() for b in blocks} == {
        "torch": "3",
        "paddle": "4",
    }


def test_what_only_one_prints_is_its_own(monkeypatch):
    (one,) = joined(
        [cell("torch", TORCH)],
        [cell("paddle", PADDLE, output("4"))],
        monkeypatch,
    )
    (block,) = one.findall(pairs.backend_block)
    assert block["backend"] == "paddle"


def test_several_cells_are_matched_in_order(monkeypatch):
    other = "with that(as_file) as it:\n    print(it)"
    done = joined(
        [cell("torch", TORCH), cell("torch", other)],
        [cell("paddle", PADDLE), cell("paddle", "print(2 + 2)")],
        monkeypatch,
    )
    assert isinstance(done[0], nodes.container)
    assert isinstance(done[1], pairs.backend_pair)
    assert len(done) == 2


def test_an_absent_framework_is_named_below_the_code(monkeypatch):
    one, note = joined(
        [cell("torch", TORCH, output("3"))],
        [cell("paddle", PADDLE)],
        monkeypatch,
        installed=("torch",),
    )
    assert next(iter(one.findall(twins.twins)), None) is not None
    assert "PaddlePaddle was not installed" in note.astext()
    assert [b["backend"] for b in note.children] == ["paddle"]


@pytest.mark.parametrize(
    ("length", "name"), [(40, "slim"), (66, "medium"), (67, "")]
)
def test_narrow_code_needs_less_of_a_page_for_two_columns(length, name):
    writer = SimpleNamespace(body=[])
    node = pairs.pair(
        {b: [code("x" * n)] for b, n in (("torch", 9), ("paddle", length))}
    )
    pairs.visit_pair(writer, node)
    assert f'class="backend-pair{" " * bool(name)}{name}"' in writer.body[0]
