"""What the line says under which code is folded away."""

import pytest
from docutils import nodes
from sidebyside import folds

PICTURE = nodes.container("", nodes.image(uri="a.png"))
TEXT = nodes.container("", nodes.literal_block("1", "1"))


@pytest.mark.parametrize(
    ("code", "outputs", "says"),
    [
        (
            "# Draw LeNet to scale.\nx = 1",
            [PICTURE],
            "Code: draw LeNet to scale",
        ),
        ("plot(x)", [PICTURE], "Code that draws the figure"),
        ("print(x)", [TEXT], "Code that prints the lines below"),
        ("x = 1", [], "Code that prepares what follows"),
    ],
)
def test_a_fold_says_what_its_code_is_for(code, outputs, says):
    assert folds.summary(code, outputs) == says


def folded(mode):
    code = nodes.container("", nodes.literal_block("x", "x"))
    code["nb_element"] = "cell_code_source"
    cell = nodes.container("", code, TEXT.deepcopy(), hide_mode=mode)
    folds.Folds.fold(None, cell)
    return cell


def test_code_is_folded_once():
    cell = folded("input")
    assert isinstance(cell.children[0], folds.code_fold)
    assert cell["hide_mode"] is None


def test_an_output_that_is_hidden_too_is_left_to_myst_nb():
    assert folded("input+output")["hide_mode"] == "output"
