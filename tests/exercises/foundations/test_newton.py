from fractions import Fraction
from functools import partial

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from d2lcode.grading import expect, explaining, points

TRAINS = "least squares with one parameter"
HINTS = [
    "Differentiate one term of the sum: the square gives 2(m·a − F), and the "
    "inside gives another factor, the number that m is multiplied by.",
    "Set the sum of these derivatives to zero. m does not depend on i, so it "
    "can be taken out of its sum.",
    "What remains is m · Σ a² = Σ a·F; `np.sum` adds up an array.",
]

RATIOS = (
    "this is the mean of the ratios F / a. It is a mass, but not the one "
    "with the smallest squared error: it lets gentle pushes count too much."
)
TOTALS = (
    "this is the total force over the total acceleration; the misses then "
    "add up to zero, but their squares are not smallest."
)
TURNED = (
    "you fitted the acceleration to the force and turned the result over. "
    "The misses of this task are in newtons: m·a − F."
)
SWAPPED = "force and acceleration have changed places."
INTERCEPT = (
    "this is the slope of a line that need not pass through the origin. "
    "F = m·a has no constant term."
)
CONSTANT = "this is the constant term of a straight line, not its slope."
N_TIMES = (
    "one of the two sums is divided by n and the other is not; n must cancel."
)
DIVIDED_TWICE = "the two sums are to be divided, without another 1/n."
UNDIVIDED = "this is Σ a·F; it has yet to be divided by something."
DOUBLED = (
    "it is off by a factor of two. Both terms of the slope carry the 2, so "
    "it cancels."
)
TWOFOLD = "it is off by a factor of two. The 2 of the slope and n both cancel."
SIGN = "the sign is wrong. Look at how the minus moves across the = sign."
LENGTHS = (
    "this is the ratio of the lengths of the two arrays (of root mean "
    "squares). It forgets which force belongs to which acceleration."
)
MIDDLE = "this is the median of the ratios F / a."
SQUARED_SUM = "Σ a² is the sum of the squares, not the square of the sum."
UNSIGNED = (
    "signs were lost: a reading against its push has a negative product a·F."
)
GRID = (
    "this is the best of many candidates. Solve for m instead: no list holds "
    "every mass."
)

ROUNDED = "the result was rounded. Return what comes out."
SAMPLE = "n − 1 takes part; n must cancel."


def exactly(force, acceleration):
    """The lowest point of the parabola through three of its values."""
    (f, below_f), (a, below_a) = whole(force), whole(acceleration)
    low, middle, high = (
        sum((m * y - x) ** 2 for x, y in zip(f, a, strict=True))
        for m in (-1, 0, 1)
    )
    lowest = Fraction(low - high, 2 * (low - 2 * middle + high))
    return float(lowest * below_a / below_f)


def whole(values):
    """Write floats as whole numbers over one denominator, a power of 2."""
    pairs = [float(v).as_integer_ratio() for v in values]
    below = max(d for _, d in pairs)
    return [n * (below // d) for n, d in pairs], below


def mistakes(f, a):
    """What the likely mistakes give; those that are no number do not."""
    found = {why: m for why, m in guesses(f, a).items() if np.isfinite(m)}
    return found if len(f) > 1 else {}


def guesses(f, a):
    n = len(f)
    right = np.sum(a * f) / np.sum(a * a)
    with np.errstate(all="ignore"):
        found = {
            RATIOS: np.mean(f / a),
            TOTALS: np.sum(f) / np.sum(a),
            TURNED: np.sum(f * f) / np.sum(a * f),
            SWAPPED: np.sum(a * f) / np.sum(f * f),
            LENGTHS: np.sqrt(np.sum(f * f) / np.sum(a * a)),
            MIDDLE: np.median(f / a),
            SQUARED_SUM: np.sum(a * f) / np.sum(a) ** 2,
            UNSIGNED: np.sum(np.abs(a * f)) / np.sum(a * a),
            GRID: np.clip(round(right, 2), 0, 5),
            ROUNDED: round(right, 2),
        }
    if n > 2:
        line = np.polyfit(a, f, 1)
        found |= {INTERCEPT: line[0], CONSTANT: line[1]}
        found |= {N_TIMES: right * n, DIVIDED_TWICE: right / n}
        found |= {SAMPLE: right * n / (n - 1)}
        found |= {DOUBLED: 2 * right, DOUBLED + " ": right / 2}
    else:
        found |= {TWOFOLD: 2 * right, TWOFOLD + " ": right / 2}
    return found | {UNDIVIDED: np.sum(a * f), SIGN: -right}


# Heavy, pushed both ways, one reading against its push: each mistake shows.
BOARD = (
    np.array([9.1, -20.4, 33.3, 0.9, 14.9]),
    np.array([0.7, -1.6, 2.9, -0.5, 1.3]),
)


def known(function, force, acceleration):
    """Keep the mistakes that also explain what comes of BOARD."""
    there = explaining(function, BOARD, mistakes(*BOARD))
    if there & {N_TIMES, DIVIDED_TWICE, DOUBLED, f"{DOUBLED} "}:
        there |= {TWOFOLD, f"{TWOFOLD} "}
    here = mistakes(force, acceleration)
    return {text: here[text] for text in here if text in there}


def check(answer, force, acceleration):
    return expect(answer.fit_mass, force, acceleration).returns(
        exactly(force, acceleration),
        mistakes=partial(known, answer.fit_mass),
        rtol=1e-5,
    )


@points(1)
def test_two_pushes_by_hand(answer):
    check(answer, np.array([3.0, 8.0]), np.array([1.0, 2.0]))


@points(2)
def test_thirty_noisy_pushes(answer):
    rng = np.random.default_rng(0)
    acceleration = rng.uniform(0.3, 4.0, 30)
    force = 1.7 * acceleration + rng.normal(0, 0.5, 30)
    check(answer, force, acceleration)


@points(1)
def test_backwards_pushes_and_none(answer):
    """Where a ratio would divide by zero."""
    acceleration = np.array([-2.0, 0.0, 1.0, 3.0])
    check(answer, np.array([-5.0, 0.5, -0.5, 6.0]), acceleration)


@points(1)
def test_a_lorry_and_a_feather(answer):
    """No range of candidates would hold both."""
    acceleration = np.array([0.5, 1.5, 2.0, 1.0])
    for mass in (12_000.0, 2e-4):
        check(answer, mass * acceleration * 1.01, acceleration)
        check(answer, mass * (acceleration + 0.125), acceleration)


@points(1)
def test_hardly_any_push_and_a_mighty_one(answer):
    """What is added below against a zero shows where all is small."""
    force = np.array([1.5, 8.0, -2.0, 9.5])
    acceleration = np.array([1.0, 3.0, -1.5, 2.5])
    for scale in (1e-5, 1e-9, 1e9):
        found = check(answer, scale * force, scale * acceleration)
        found.require(
            found.value != 0, "The mass is 0, though every push moved it."
        )
    check(answer, force, 1e-7 * acceleration)


@points(1)
def test_a_single_push(answer):
    check(answer, np.array([6.0]), np.array([4.0]))


@points(1)
def test_thousands_of_pushes(answer):
    rng = np.random.default_rng(5)
    table = rng.normal(size=(4000, 2)) * [3.0, 0.1] + [0.5, 0.0]
    acceleration = table[:, 0]  # columns: with gaps in memory
    force = 2.5 * acceleration + table[:, 1]
    check(answer, force, acceleration)
    check(answer, *np.float32([force[:50], acceleration[:50]]))
    # One push is mightier than all others, and its reading far off.
    acceleration[7], force[7] = 900.0, 1900.0
    check(answer, force, acceleration)


@points(1)
@given(
    st.lists(
        st.tuples(st.integers(-9, 9), st.integers(-9, 9)),
        min_size=2,
        max_size=6,
    )
)
def test_any_pushes(answer, pushes):
    force, acceleration = np.array(pushes, float).T / 2
    assume(np.any(acceleration))
    # Hypothesis ends at cases so small that many mistakes agree on them.
    truth = exactly(force, acceleration)
    call = expect(answer.fit_mass, force, acceleration)
    call.returns(truth, rtol=1e-5, atol=1e-6)


@points(1)
def test_the_readings_are_untouched(answer):
    force, acceleration = np.array([3.0, 8.0]), np.array([1.0, 2.0])
    call = expect(answer.fit_mass, force, acceleration)
    truth = exactly(force, acceleration)
    call.leaves_inputs().returns(truth, rtol=1e-5)
