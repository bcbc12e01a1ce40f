import math
from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, points

TRAINS = "undoing normalisation, and error in dollars"
HINTS = [
    "Solve the formula for y, and put both arrays back to thousands of "
    "dollars with it.",
    "Square the errors, take their mean, and take the root of that, in this "
    "order.",
    "The prices are in thousands of dollars; the answer is in dollars.",
]

NORMALISED = (
    "this is the error of the normalised prices. Undo the normalisation first."
)
THOUSANDS = "this is in thousands of dollars; multiply by 1000."
SQUARED = "the square root is missing: this is in squared dollars."
ABSOLUTE = (
    "this is the mean of the absolute errors; the task asks for the root of "
    "the mean of the squares."
)
ONE_MEAN = (
    "the mean was added once too often. It stands in the prediction and in "
    "the target, and cancels in their difference."
)
SPREAD = (
    "this is the standard deviation of the errors (np.std), which takes "
    "their mean away first."
)
CANCELLED = (
    "errors of both signs cancel in their mean; square them before you take "
    "it."
)
BY_ROWS = (
    "you divided by the number of rows. In a table of several columns there "
    "are more prices than rows; divide by the number of all of them."
)
SUM = "you took the root of the sum; the mean divides by the number of rows."


def truth(prediction, target, low, high, mean):
    """The same in exact fractions, up to the last root."""
    scale = 1000 * (Fraction(high) - Fraction(low))
    pairs = zip(prediction.ravel(), target.ravel(), strict=True)
    errors = [
        scale * (Fraction(float(p)) - Fraction(float(t))) for p, t in pairs
    ]
    return math.sqrt(sum(e * e for e in errors) / len(errors))


def mistakes(prediction, target, low, high, mean):
    """What each likely mistake would give."""
    error = (prediction - target) * (high - low)
    right = truth(prediction, target, low, high, mean)
    return {
        THOUSANDS: right / 1000,
        NORMALISED: np.sqrt(np.mean((prediction - target) ** 2)),
        "the error is normalised still, and then times 1000.": 1000
        * np.sqrt(np.mean((prediction - target) ** 2)),
        SQUARED: np.mean((1000 * error) ** 2),
        "the square root is missing, and so is the factor 1000.": np.mean(
            error**2
        ),
        ABSOLUTE: 1000 * np.mean(np.abs(error)),
        SPREAD: 1000 * np.std(error),
        CANCELLED: 1000 * np.abs(np.mean(error)),
        ONE_MEAN: 1000 * np.sqrt(np.mean((error + mean) ** 2)),
        "the mean was added to the error, which has none.": right
        + 1000 * mean,
        SUM: 1000 * np.sqrt(np.sum(error**2)),
        BY_ROWS: 1000 * np.sqrt(np.sum(error**2) / np.shape(error)[0])
        if np.ndim(error)
        else right,
    }


def prices(shape, seed):
    rng = np.random.default_rng(seed)
    return rng.uniform(-0.5, 0.5, shape), rng.uniform(-0.5, 0.5, shape)


BOARDS = [
    (*prices((5, 1), seed=3), 8.0, 44.0, 20.0),
    (*prices((3, 4), seed=4), 2.0, 9.0, 3.0),
]


def check(answer, *problem, named=True, **near):
    return expect(answer.typical_error, *problem).returns(
        truth,
        mistakes=mistakes if named else None,
        boards=BOARDS if named else (),
        **near,
    )


@points(1)
def test_two_houses_by_hand(answer):
    check(
        answer, np.array([0.1, -0.1]), np.array([0.0, 0.0]), 10.0, 30.0, 22.0
    )


@points(2)
def test_many_houses(answer):
    check(answer, *prices((50, 1), seed=0), 5.0, 50.0, 22.5)


@points(1)
def test_any_shape(answer):
    for shape in ((5, 4), (), (2, 3, 4), (1, 6), (1, 1)):
        check(answer, *prices(shape, seed=5), 5.0, 50.0, 22.5)
    prediction = prices((4, 6), seed=6)[0]
    check(answer, prediction.T, prices((6, 4), seed=7)[0], 1.0, 3.0, 2.0)


@points(1)
def test_many_houses_and_any_size_of_error(answer):
    prediction, target = prices((4000,), seed=8)
    prediction[2500:] += 1
    check(answer, prediction, target, 5.0, 50.0, 22.5)
    for scale in (1e-2, 1e9):
        prediction, target = (v * scale for v in prices((7, 1), seed=9))
        check(answer, prediction, target, 5.0, 50.0, 22.5, atol=0)
    check(answer, *prices((9,), seed=9), 5e-9, 50e-9, 22e-9, atol=0)


@points(1)
@given(
    st.lists(st.integers(-8, 8), min_size=1, max_size=6),
    st.integers(0, 20),
    st.integers(1, 40),
)
def test_any_prices(answer, errors, low, width):
    target = np.linspace(-0.5, 0.5, len(errors))
    prediction = target + np.array(errors) / 16
    mean = low + width / 3
    check(answer, prediction, target, low, low + width, mean, named=False)


@points(1)
def test_a_distance_in_space(answer):
    """The error is a distance, over the root of the number of houses."""
    prediction, target = prices((30,), seed=1)
    low, high, mean = 8.0, 44.0, 20.0
    dollars = [1000 * (v * (high - low) + mean) for v in (prediction, target)]
    expect(answer.typical_error, prediction, target, low, high, mean).returns(
        math.dist(*dollars) / math.sqrt(30)
    )


@points(1)
def test_a_perfect_prediction_is_off_by_nothing(answer):
    _, target = prices((4,), seed=2)
    expect(
        answer.typical_error, target.copy(), target, 5.0, 50.0, 22.5
    ).returns(0.0, atol=1e-6)
