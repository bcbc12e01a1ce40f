"""Two programs laid into one listing."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from sidebyside.align import Line, likeness, listing, similarity

ROOT = Path(__file__).parents[2]
FRAMEWORKS = ("torch", "paddle")
LINES = (
    *("", ")", "x = f(", "    a,", "import torch", "import paddle"),
    *("x = torch.f(1)", "x = paddle.f(1)", "def g():", "    return x"),
)
CODE = st.lists(st.sampled_from(LINES), max_size=12)


def shown(left, right):
    """Write the listing as a reader sees it: whose, and what is marked."""
    lines = []
    for line in listing(left, right):
        text = (left, right)[line.side or 0][line.number]
        for start, end in reversed(line.marks):
            text = f"{text[:start]}<{text[start:end]}>{text[end:]}"
        lines.append({None: "  ", 0: "T ", 1: "P "}[line.side] + text)
    return lines


def side(left, right, number):
    """Read one of the two programs out of the listing."""
    return [
        (left, right)[line.side or 0][line.number]
        for line in listing(left, right)
        if line.side in (None, number)
    ]


@given(CODE, CODE)
def test_either_program_can_be_read_out_of_the_listing(left, right):
    assert side(left, right, 0) == left
    assert side(left, right, 1) == right


@given(CODE, CODE)
def test_marks_lie_in_their_lines_in_order(left, right):
    for line in listing(left, right):
        edges = [edge for span in line.marks for edge in span]
        text = (left, right)[line.side or 0][line.number]
        assert edges == sorted(set(edges))
        assert not edges or 0 <= edges[0] < edges[-1] <= len(text)


@given(CODE)
def test_equal_programs_stand_once(code):
    assert listing(code, code) == [Line(None, n) for n in range(len(code))]
    assert likeness(listing(code, code)) == 1


def test_a_line_is_followed_by_its_counterpart_and_words_are_marked():
    left = ["class Net(nn.Module):", "    size = 1", "    c = nn.Conv2d(1)"]
    right = ["class Net(nn.Layer):", "    size = 1", "    c = nn.Conv2D(1)"]
    assert shown(left, right) == [
        "T class Net(nn.<Module>):",
        "P class Net(nn.<Layer>):",
        "      size = 1",
        "T     c = nn.<Conv2d>(1)",
        "P     c = nn.<Conv2D>(1)",
    ]


def test_a_statement_of_several_lines_is_not_torn():
    left = ["y = torch.tensor(", "    dim=1", ")"]
    right = ["y = paddle.tensor(", "    axis=1", ")"]
    assert shown(left, right) == [
        "T y = <torch>.tensor(",
        "T     <dim>=1",
        "T )",
        "P y = <paddle>.tensor(",
        "P     <axis>=1",
        "P )",
    ]


def test_a_line_that_stands_elsewhere_in_the_other_is_found():
    left = ["optimizer.zero_grad()", "loss.backward()", "optimizer.step()"]
    right = ["loss.backward()", "optimizer.step()", "optimizer.clear_grad()"]
    assert shown(left, right) == [
        "T optimizer.zero_grad()",
        "  loss.backward()",
        "  optimizer.step()",
        "P optimizer.clear_grad()",
    ]


def test_blank_lines_between_lines_that_differ_stand_once():
    left, right = ["import torch", "", "a = 1"], ["import paddle", "", "b(2)"]
    assert shown(left, right)[2] == "  "


def test_programs_that_share_only_brackets_are_not_alike():
    left = ["try:", "    load(", "    )", "except E as e:", "    print(e)"]
    right = ["with f() as c:", "    g(", "    )", "say(c[0].text.upper())"]
    assert likeness(listing(left, right)) < 0.5


def test_words_are_compared_and_not_letters():
    assert similarity("import torch", "import paddle") == 0.5
    assert similarity("rotates", "toasters") == 0


def test_the_two_files_of_lenet_read_as_one():
    files = [
        ROOT.joinpath("d2lcode", name, "cnn", "lenet.py")
        for name in FRAMEWORKS
    ]
    left, right = (f.read_text("utf8").splitlines() for f in files)
    found = listing(left, right)
    assert len(found) < 1.2 * len(left)
    assert likeness(found) > 0.95
