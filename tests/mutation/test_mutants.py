import ast

import pytest

from tests.mutation.mutants import mutants


def sources(code):
    return {m.source for m in mutants(code)}


def test_each_mutant_differs_in_one_place():
    assert sources("y = 2 * x + a") == {
        "y = 2 * x - a",
        "y = 2 / x + a",
        "y = 3 * x + a",
        "y = 1 * x + a",
    }


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("a < b", {"a <= b", "a > b"}),
        ("a == b", {"a != b"}),
        ("a and b", {"a or b"}),
        ("-a", {"+a"}),
        ("x += 1.5", {"x -= 1.5", "x += 3.0", "x += 0.75"}),
        ("keepdims = True", {"keepdims = False"}),
        ("a @ b", {"a * b"}),
        ("answer = 'b'", {"answer = 'a'"}),
        ("open(p, encoding='utf-8')", {"open(p, encoding='XXutf-8')"}),
        ("raise ValueError('no') from None", set()),
    ],
)
def test_what_is_changed(code, expected):
    assert sources(code) == expected


def test_words_and_annotations_are_left_alone():
    code = 'def f(x: "list[1 + 2]", y: tuple[int, 3]) -> int:\n    """1."""'
    assert sources(code) == set()


def test_every_mutant_is_a_module():
    code = "def f(a):\n    return [a[:, :-1] ** 2 if a is not None else 0]"
    found = list(mutants(code))
    assert len(found) == 9
    for mutant in found:
        ast.parse(mutant.source)
        assert mutant.line == 2
