import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, points

TRAINS = "sample size and multiple comparisons"
HINTS = [
    "Square both sides of the formula; then n can be set free.",
    "n = log(20 m) / (2 ε²), the logarithm over everything else.",
    "`math.ceil` rounds up, and gives an integer.",
]

DOWN = (
    "you rounded down, or to the nearest. With a row too few the bound is "
    "above epsilon: round up."
)
NO_TWO = "the 2 in front of n is missing; it divides, too."
TIMES_TWO = (
    "you multiplied by the 2 that stands in front of n; it divides, as n does."
)
NOT_SQUARED = "epsilon has to be squared, to take the root away."
ONE_CHANCE = "the 20 is missing: log(m) alone would allow a chance of 1 in 1."
OUTSIDE = (
    "m stands inside the logarithm, beside the 20: a thousand models do not "
    "need a thousand times the rows."
)
UNUSED = (
    "the number of models plays no part in it. Each of them has its chance "
    "to be lucky."
)
TENS = (
    "you took the logarithm to base 10. The formula means the natural one, "
    "math.log."
)
TWOS = (
    "you took the logarithm to base 2. The formula means the natural one, "
    "math.log."
)
WHOLE = (
    "Rows come whole, and a row too few breaks the bound: round up, by "
    "math.ceil."
)
FLOAT = "Rows are counted in integers: math.ceil gives one, np.ceil a float."


def bound_kept(n, epsilon, models):
    """Hoeffding's chance itself, of all the models, is 1 in 20 or less."""
    return models * math.exp(-2 * n * epsilon**2) <= 1 / 20


def truth(epsilon, models):
    """The least number of rows, by halving."""
    most = 1
    while not bound_kept(most, epsilon, models):
        most *= 2
    least = most // 2
    while most - least > 1:
        middle = (least + most) // 2
        if bound_kept(middle, epsilon, models):
            most = middle
        else:
            least = middle
    return most


def mistakes(epsilon, models):
    """What each likely mistake would give, where no other gives the same."""
    square, right = 2 * epsilon**2, truth(epsilon, models)
    logarithm = math.log(20 * models)
    found = {
        DOWN: right - 1,
        NO_TWO: math.ceil(2 * logarithm / square),
        TIMES_TWO: math.ceil(4 * logarithm / square),
        NOT_SQUARED: math.ceil(logarithm / (2 * epsilon)),
        ONE_CHANCE: math.ceil(math.log(models) / square),
        OUTSIDE: math.ceil(models * math.log(20) / square),
        UNUSED: math.ceil(math.log(20) / square),
        TENS: math.ceil(math.log10(20 * models) / square),
        TWOS: math.ceil(math.log2(20 * models) / square),
    }
    return {t: value for t, value in found.items() if value != right}


BOARDS = [(0.07, 33), (0.012, 3)]


def check(answer, epsilon, models, named=True):
    call = expect(answer.rows_needed, epsilon, models)
    right = truth(epsilon, models)
    if isinstance(call.value, float | np.floating):
        value = float(call.value)
        off = abs(value - right)
        call.require(
            value == right or off >= 1,
            f"It returned {value:.6g}. {WHOLE}",
        )
        call.require(
            value != right,
            f"It returned {value:.1f}, a float. {FLOAT}",
        )
    call.returns(
        truth,
        mistakes=mistakes if named else None,
        boards=BOARDS if named else (),
    )


@points(1)
def test_one_model_by_hand(answer):
    check(answer, 0.1, 1)


@points(1)
def test_a_thousand_models(answer):
    check(answer, 0.1, 1000)


@points(1)
def test_half_the_luck_needs_four_times_the_rows(answer):
    check(answer, 0.05, 20)
    check(answer, 0.025, 20)


@points(1)
def test_a_bound_so_wide_that_two_rows_do(answer):
    check(answer, 0.99, 1, named=False)
    check(answer, 0.9, 1, named=False)


@points(1)
def test_a_small_bound_and_many_models(answer):
    check(answer, 0.002, 7)
    check(answer, 0.0005, 100)
    check(answer, 0.3, 10**9)


@points(1)
@given(st.integers(1, 99), st.integers(1, 10_000))
def test_any_numbers(answer, hundredths, models):
    check(answer, hundredths / 100, models, named=False)
