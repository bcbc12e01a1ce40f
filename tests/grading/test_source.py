"""How an answer was written: loops and forbidden names are found."""

import math
import textwrap

import pytest

from d2lcode.grading import AnswerError, forbid_loops, forbid_names
from d2lcode.grading.answer import Answer

LOOPS = {
    "a for loop": """
        for v in x:
            print(v)
        """,
    "a while loop": """
        while x:
            x = x[1:]
        """,
    "a comprehension": "return sum(v > 0 for v in x)",
    "a loop in map": "return list(map(abs, x))",
    "a loop in vectorize": "return np.vectorize(abs)(x)",
    "a loop in nditer": "return list(np.nditer(x))",
}
KINDS = [
    "[v for v in x]",
    "{v for v in x}",
    "{v: 1 for v in x}",
    "list(v for v in x)",
]


@pytest.fixture
def function(tmp_path):
    def write(body, head="import numpy as np"):
        lines = textwrap.indent(textwrap.dedent(body).strip(), "    ")
        path = tmp_path / "mine.py"
        path.write_text(f"{head}\n\n\ndef f(x):\n{lines}\n", "utf-8")
        return Answer(path).f

    return write


@pytest.mark.parametrize("what", LOOPS)
def test_a_loop_is_found_and_named(function, what):
    with pytest.raises(AnswerError) as caught:
        forbid_loops(function(LOOPS[what]))
    assert f"There is {what} in line 5 of mine.py." in str(caught.value)
    assert "without loops" in str(caught.value)


@pytest.mark.parametrize("code", KINDS)
def test_every_comprehension_is_a_loop(function, code):
    with pytest.raises(AnswerError, match="a comprehension in line 5"):
        forbid_loops(function(f"return {code}"))


def test_the_first_of_two_loops_is_named(function):
    body = "y = np.nditer(x)\nfor v in y:\n    pass"
    with pytest.raises(AnswerError, match="a loop in nditer in line 5"):
        forbid_loops(function(body))


def test_a_loop_in_a_helper_counts(function):
    head = "def g(x):\n    return [v for v in x]"
    with pytest.raises(AnswerError, match="a comprehension in line 2"):
        forbid_loops(function("return g(x)", head))


@pytest.mark.parametrize(
    "body",
    [
        "return (x > 0).sum()",
        "return np.add.reduce(x)",
        "map = x > 0\nreturn map.sum()",
        '"""Without a for loop."""',
    ],
)
def test_no_loop_is_no_fault(function, body):
    forbid_loops(function(body))


@pytest.mark.parametrize(
    ("head", "body", "line"),
    [
        ("import numpy as np", "return np.tanh(x)", 5),
        ("from math import tanh", "return tanh(x)", 1),
        ("from math import tanh as t", "return t(x)", 1),
    ],
)
def test_a_forbidden_name_is_found(function, head, body, line):
    with pytest.raises(AnswerError) as caught:
        forbid_names(function(body, head), "tanh", "build it.")
    assert str(caught.value) == f"Line {line} of mine.py uses tanh; build it."


def test_one_of_several_names_is_found(function):
    with pytest.raises(AnswerError, match="uses cosh; no"):
        forbid_names(function("return np.cosh(x)"), ("sinh", "cosh"), "no")


@pytest.mark.parametrize(
    "body", ["return np.exp(x)", "tanh_curve = x", '"tanh"']
)
def test_other_names_are_no_fault(function, body):
    forbid_names(function(body), "tanh", "build it.")


def test_a_ready_made_function_is_refused():
    with pytest.raises(AnswerError, match="ready-made"):
        forbid_names(math.tanh, "tanh", "build it.")
    with pytest.raises(AnswerError, match="ready-made"):
        forbid_loops(math.tanh)


@pytest.mark.parametrize("wrap", ["partial", "hushed"])
def test_a_wrapped_function_is_read_in_its_own_file(tmp_path, wrap):
    path = tmp_path / "mine.py"
    path.write_text(
        "from functools import partial\nimport numpy as np\n"
        'hushed = np.errstate(all="ignore")\n'
        f"def f(x):\n    return [v for v in x]\nf = {wrap}(f)\n",
        "utf-8",
    )
    with pytest.raises(AnswerError, match="a comprehension in line 5"):
        forbid_loops(Answer(path).f)
