import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from d2lcode.grading import expect, forbid_loops, points

TRAINS = "comparisons, masks and sums without a loop"
HINTS = [
    "`a > 0` is an array of True and False, of the shape of a.",
    "True counts as 1 and False as 0, so a sum over all of them counts.",
    "`int(…)` makes a Python int of NumPy's number.",
]

ZERO = "you counted the zeros as well: > and not >=."
NONZERO = "this counts whatever is not zero, negative numbers too."
SUMMED = (
    "this is the sum of the positive numbers. Sum the comparison a > 0 "
    "itself, not the numbers that it picks."
)
SUMMED_INT = f"{SUMMED} (Here int has cut the sum off.)"
SIGNS = "this is the number of positive entries, less that of negative ones."
NEGATIVE = "this counts the negative numbers."
SHARE = "this is the share of positive numbers, not their number."
ALL = "this counts all entries."
AXES = (
    "this is the number of axes: np.where gives one array of indices for "
    "each axis."
)
ROWS = "this counts rows only; sum over all axes."
MISSING = (
    "nan was counted. Every comparison with nan is False, so “not <= 0” is "
    "not the same as “> 0”."
)
NARROW = (
    "the sum ran over: an integer of 8 bits ends at 127, or 255. Let np.sum "
    "choose the type."
)
ONES = "this counts from 1 on; the smallest positive numbers are below that."


def truth(a):
    """Count one at a time."""
    return len([v for v in a.ravel().tolist() if v > 0.0])


def mistakes(a):
    """What each mistake gives."""
    positive = a > 0
    with np.errstate(all="ignore"):
        summed = float(np.nansum(a[positive]))
        return {
            ZERO: int(np.sum(a >= 0)),
            MISSING: int(np.sum(~(a <= 0))),
            NONZERO: int(np.count_nonzero(a)),
            NEGATIVE: int(np.sum(a < 0)),
            ALL: a.size,
            AXES: a.ndim,
            ROWS: int(np.sum(np.any(np.atleast_1d(positive), axis=-1))),
            ONES: int(np.sum(a >= 1)),
            SHARE: float(np.mean(positive)) if a.size else 0.5,
            SUMMED: summed,
            SUMMED_INT: int(min(summed, 1e9)),
            SIGNS: int(np.nansum(np.sign(a))),
            NARROW: int(np.sum(positive, dtype=np.int8)),
        }


# Here each mistake gives another number, and so do single rows and columns;
# but that nan was counted shows on the second board, and a narrow sum on
# the third.
TABLE = np.random.default_rng(527).integers(-20, 18, (6, 8)) / 4
GAPS = np.array([np.nan, np.nan, np.nan, 2.5, -1.0])
LONG = np.arange(400.0) - 50
BOARDS = [(TABLE,), (GAPS,), (LONG,)]


def check(answer, a):
    """Name a mistake if it alone explains what came of `a` and of BOARDS."""
    return expect(answer.count_positive, a).returns(
        truth, mistakes=mistakes, boards=BOARDS
    )


@points(1)
def test_a_small_table(answer):
    table = [[1.5, -2.0, 0.0], [-4.0, 3.0, 0.0], [2.0, -1.0, -0.5]]
    check(answer, np.array(table))


@points(1)
def test_zero_is_not_positive(answer):
    check(answer, np.array([0.0, -0.0, 7.5, 0.0, -1.0]))


@points(1)
def test_the_smallest_positive_numbers(answer):
    check(
        answer, np.array([5e-324, 1e-12, 0.5, 4.5, 3.5, -1e-12, -5e-324, -9])
    )


@points(1)
def test_a_hundred_normal_draws(answer):
    check(answer, np.random.default_rng(0).normal(size=(10, 10)))


@points(1)
@given(
    arrays(
        float,
        array_shapes(min_dims=0, max_dims=3),
        elements=st.integers(-2, 2),
    ),
)
def test_any_shape(answer, a):
    check(answer, np.asarray(a / 2))


@points(1)
def test_missing_numbers_and_infinite_ones(answer):
    nan, inf = np.nan, np.inf
    check(answer, np.array([nan, inf, -inf, 1.0, nan, -3.0, 0.0, -2.0]))


@points(1)
def test_an_empty_array(answer):
    check(answer, np.zeros((0, 3)))
    check(answer, np.zeros(0))


@points(1)
def test_many_thousands_of_entries(answer):
    # More positive ones than 16 bits can count, and in no order.
    a = np.random.default_rng(3).normal(size=(300, 500))
    check(answer, a.T)
    # Half precision counts to 2048 in single steps.
    check(answer, (a[:60] - 0.5).astype(np.float16))
    check(answer, a[::7, ::3].astype(np.float32))


@points(1)
def test_a_python_int(answer):
    call = check(answer, np.array([2.0, -1.0]))
    call.require(
        type(call.value) is int,
        "It returned 1, which is right, as a NumPy number "
        f"({type(call.value).__name__}). The task asks for a Python int: "
        "int(…).",
    )


@points(1)
def test_without_loops(answer):
    expect(answer.count_positive, np.array([1.0, -1.0])).returns(1)
    forbid_loops(answer.count_positive)


@points(1)
def test_a_is_untouched(answer):
    a = np.array([[0.5, -2.0], [np.nan, 3.0]])
    expect(answer.count_positive, a).leaves_inputs().returns(2)
