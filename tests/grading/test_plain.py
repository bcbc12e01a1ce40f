"""Values are bared of types that lie, and numbers are numbers of any type."""

import math
from collections import namedtuple
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from d2lcode.grading import AnswerError, chosen, close, expect
from d2lcode.grading.checks import compare
from d2lcode.grading.plain import as_float, as_numbers, bared, single


class LyingArray(np.ndarray):
    def __array_function__(self, function, types, args, kwargs):
        return True

    def __array_ufunc__(self, *args, **kwargs):
        return np.True_

    def __eq__(self, other):
        return np.True_

    __hash__ = None


def lying(kind):
    """A subclass that is equal to everything."""
    return type(
        "Lying",
        (kind,),
        {
            "__eq__": lambda self, other: True,
            "__ne__": lambda self, other: False,
            "__sub__": lambda self, other: 0,
            "__float__": lambda self: 8.0,
            "__hash__": kind.__hash__,
        },
    )


PLAIN = [1, 1.5, -0.0, 1j, "a", b"a", (1, 2), [1, 2], {"a": 1}]


@pytest.mark.parametrize("plain", PLAIN, ids=str)
def test_a_subclass_is_bared(plain):
    kind = type(plain)
    got = bared(lying(kind)(plain))
    assert type(got) is kind
    assert kind.__eq__(got, plain)


@pytest.mark.parametrize("kind", [np.float64, np.float32, np.int64])
def test_a_number_of_numpys_is_bared(kind):
    got = bared(lying(kind)(3))
    assert type(got) is kind
    assert got == 3
    assert got != 4


def test_an_array_is_bared():
    array = np.zeros(3).view(LyingArray)
    assert type(bared(array)) is np.ndarray
    assert type(bared((1, [array]))[1][0]) is np.ndarray


def test_a_plain_value_is_itself():
    for value in ([1, 2], {"a": np.ones(2)}, np.ones(3), (1, [2]), None):
        assert bared(value) is value


@pytest.mark.parametrize(
    ("liar", "truth"),
    [
        (np.zeros(3).view(LyingArray), np.ones(3)),
        (lying(float)(1), 8.0),
        (lying(int)(1), 8),
        (lying(str)("a"), "b"),
        ((lying(float)(1), 2.0), (8.0, 2.0)),
    ],
)
def test_who_is_equal_to_all_is_wrong(liar, truth):
    assert compare(liar, truth)
    with pytest.raises(AnswerError):
        expect(lambda: liar).returns(truth)


def test_what_came_back_is_bared_for_the_grader_too():
    call = expect(lambda: np.zeros(3).view(LyingArray))
    assert not np.allclose(call.value, 1)


@pytest.mark.parametrize("kind", [int, float])
def test_a_choice_that_is_equal_to_all_is_wrong(kind):
    with pytest.raises(AnswerError, match="you answered 1"):
        chosen({"Q": lying(kind)(1)}, "Q", 8, {})


Pair = namedtuple("Pair", "a b")


@pytest.mark.parametrize(
    ("value", "truth"),
    [
        (Fraction(1, 3), 1 / 3),
        (Decimal("0.25"), 0.25),
        (2**70, float(2**70)),
        (2**70, 2**70),
        (np.float32(3), 3.0),
        (Pair(1.0, 2.0), (1.0, 2.0)),
        (np.bool_(True), True),
        (3j, 3j),
    ],
)
def test_numbers_that_numpy_cannot_hold_are_right(value, truth):
    assert compare(value, truth) == ""


@pytest.mark.parametrize(
    ("value", "truth", "said"),
    [
        (Fraction(1, 2), 1 / 3, "Fraction(1, 2)"),
        (Decimal("0.5"), 0.25, "Decimal('0.5')"),
        (Decimal("sNaN"), 0.25, "There are nan values in it"),
        (2**70, 1.0, "1180591620717411303424"),
        (10**400, 1.0, "There are infinite values in it"),
        (-(10**400), 1.0, "There are infinite values in it"),
        (2**70 + 1, 2**70, "1180591620717411303425"),
        (1 + 0j, 1.0, "a complex; expected a real number"),
        ("1", 1.0, "'1', a str; expected a number"),
        ([[1], [1, 2]], 1.0, "a list; expected one number"),
        ([[1], [1, 2]], np.ones(2), "a list; expected a NumPy array"),
        ({1}, 1.0, "a set; expected one number"),
        (object(), 1.0, "an object; expected a number"),
        (np.array(["a", "b"]), np.ones(2), "an array of texts; expected"),
        (np.ones(2) * 1j, np.ones(2), "complex numbers; expected real ones"),
        (np.array([2**70, 1]), np.ones(2), "objects (dtype object); expected"),
        (np.array([None, 1]), np.ones(2), "objects (dtype object); expected"),
        (1, True, "1, an int; expected True or False"),
        (False, True, "It returned False; expected was True."),
    ],
)
def test_other_values_are_wrong_in_words(value, truth, said):
    complaint = compare(value, truth)
    assert said in complaint
    assert "ufunc" not in complaint


def test_whole_numbers_are_compared_exactly():
    assert compare(10**17 + 1, 10**17)
    assert compare(np.array([10**17 + 1]), np.array([10**17]))
    assert compare(np.array([3]), np.array([3], np.uint8)) == ""


def test_of_many_whole_numbers_the_one_that_differs_is_told():
    right = np.arange(30) + 10**15
    wrong = right.copy()
    wrong[7] += 1
    assert "result[7]" in compare(wrong, right)


@pytest.mark.parametrize(
    "value",
    [np.float64(2), np.array(2), np.array([[2]]), 2, Fraction(2), Decimal(2)],
)
def test_one_number_is_taken_out(value):
    assert single(value) == 2
    assert not isinstance(single(value), np.generic | np.ndarray)


def test_several_numbers_are_left():
    two = np.ones(2)
    assert single(two) is two


@pytest.mark.parametrize("name", ["torch", "paddle"])
def test_a_tensor_of_one_is_its_number(name):
    framework = pytest.importorskip(name)
    make = {"torch": "tensor", "paddle": "to_tensor"}[name]
    tensor = getattr(framework, make)([[2.5]])
    assert single(tensor) == 2.5
    chosen({"Q": tensor}, "Q", 2.5, {})


def test_a_number_with_a_gradient_is_compared():
    torch = pytest.importorskip("torch")
    assert compare(torch.tensor(2.5, requires_grad=True), 2.5) == ""


def test_numbers_in_floating_point():
    assert as_float(Fraction(1, 4)) == 0.25
    assert as_float(10**400) == math.inf
    assert as_float(-(10**400)) == -math.inf
    with pytest.raises(TypeError, match="expected a number, got str"):
        as_float("3")


def test_what_is_no_number_is_refused():
    assert as_numbers([Fraction(1, 2), 2]).tolist() == [0.5, 2.0]
    with pytest.raises(TypeError, match="expected numbers, got <U1"):
        as_numbers(["a"])
    with pytest.raises(TypeError, match="got NoneType"):
        as_numbers([None])
    assert close([Fraction(1, 3)], [1 / 3])
