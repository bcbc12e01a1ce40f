import warnings

import numpy as np
import scipy.special
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from d2lcode.grading import expect, forbid_loops, points, require

TRAINS = "KL divergence and its two directions"
HINTS = [
    "For rows without zeros it is `np.sum(p * np.log(p / q), axis=1)`.",
    "Take the logarithm only where both are positive: `np.divide(p, q, "
    "out=np.ones_like(p), where=both)` leaves a 1 elsewhere, whose "
    "logarithm is 0.",
    "The rows that have a symbol with p > 0 and q = 0 become infinite at "
    "the end: `np.where(impossible, np.inf, total)`.",
]

TURNED = (
    "p and q are exchanged. The divergence is not symmetric: the weights "
    "and the numerator are p's."
)
COLUMNS = (
    "you added up down the columns (axis=0). One row is one distribution."
)
ALL = "you added everything up. One divergence is asked for each row."
MEAN = "you took the mean over the symbols. p already is the weight; add up."
CROSS = (
    "this is the cross-entropy. The entropy of p has not been subtracted: "
    "the logarithm is of p / q."
)
SIGN = "the sign is turned round: a divergence is never negative."
BITS = "you took the logarithm to base 2; nats need the natural one, np.log."
ADDED = (
    "a small number was added to q, or put in place of small ones. It changes "
    "the price of whatever is rarer; choose where to compute instead."
)
TAKEN_FOR_ZERO = (
    "a small q was taken for zero. Rare is not impossible: its price is high, "
    "and finite."
)
RARE_LEFT_OUT = "rare symbols were left out. They come, and at a high price."
RARE_IS_NEVER = (
    "a small p was taken for zero. Rare is not never: if it was believed "
    "impossible, the row is inf."
)
LARGEST = (
    "inf was replaced by the largest number there is, as np.nan_to_num does."
)
REPLACED = (
    "something was put in place of the zeros in q. What comes although it "
    "was believed impossible makes the row inf."
)
LEFT_OUT = (
    "the symbols with q = 0 were left out. Those with p = 0 may be; what "
    "comes although q is 0 makes the row inf."
)


def right_one(p, q):
    """The divergence by SciPy."""
    return scipy.special.rel_entr(p, q).sum(axis=1)


def likely(p, q):
    """What each mistake gives, where nothing is impossible."""
    right = right_one(p, q)
    return {
        TURNED: right_one(q, p),
        COLUMNS: scipy.special.rel_entr(p, q).sum(axis=0),
        ALL: right.sum(),
        MEAN: right / p.shape[1],
        CROSS: right + scipy.special.entr(p).sum(axis=1),
        SIGN: -right,
        BITS: right / np.log(2),
    }


def check(answer, p, q):
    p, q = (v if isinstance(v, np.ndarray) else np.array(v) for v in (p, q))
    call = expect(answer.kl_divergence, p, q)
    known = {"mistakes": likely, "boards": [pair(3, 3, seed=4)]}
    if (p == 0).any() or (q == 0).any():
        known = {"mistakes": with_zeros(call.value, p, q, right_one(p, q))}
    return call.returns(right_one, **known, rtol=1e-5, atol=1e-6)


def with_zeros(value, p, q, right):
    """Name the devices against the logarithm of zero, by what they gave."""
    fits = isinstance(value, np.ndarray) and value.shape == right.shape
    if not fits or value.dtype.kind != "f" or not np.isfinite(value).all():
        return {}
    if np.isfinite(right).all():
        return {}
    left_out = np.where((p > 0) & (q > 0), p * np.log(p / q), 0).sum(axis=1)
    dear = value[np.isinf(right)]
    found = {LEFT_OUT: left_out}
    if dear.min() > 1:
        found[LARGEST if dear.max() > 1e9 else REPLACED] = value
    return found


def rows(counts):
    counts = counts.astype(float)
    return counts / counts.sum(axis=1, keepdims=True)


def pair(n, k, seed):
    rng = np.random.default_rng(seed)
    return tuple(rows(rng.integers(1, 20, (n, k))) for _ in range(2))


@points(1)
def test_one_row_by_hand(answer):
    check(answer, [[0.5, 0.5]], [[0.25, 0.75]])


@points(2)
def test_several_rows(answer):
    check(answer, *pair(4, 3, seed=0))
    check(answer, *pair(2, 6, seed=1))
    check(answer, *(v.astype(np.float32) for v in pair(4, 3, seed=5)))
    check(answer, *pair(3, 700, seed=6))


@points(1)
def test_no_rows_and_one_symbol(answer):
    check(answer, np.zeros((0, 3)), np.zeros((0, 3)))
    check(answer, np.ones((2, 1)), np.ones((2, 1)))


@points(1)
def test_a_square_table(answer):
    check(answer, *pair(3, 3, seed=2))


@points(1)
def test_without_loops(answer):
    p, q = pair(3000, 5, seed=3)
    check(answer, np.asfortranarray(p), q[::-1])
    forbid_loops(answer.kl_divergence)


@points(1)
@given(arrays(int, (2, 2, 4), elements=st.integers(0, 9)))
def test_any_rows_also_with_zeros(answer, both):
    p, q = both
    p[:, 0] += 1
    q[:, 1] += 1
    check(answer, rows(p), rows(q))


@points(1)
def test_what_never_comes_costs_nothing(answer):
    check(answer, [[1.0, 0.0], [0.5, 0.5]], [[0.5, 0.5], [0.5, 0.5]])
    check(answer, [[1.0, 0.0]], [[1.0, 0.0]])


@points(1)
def test_the_impossible_costs_infinitely_much(answer):
    check(answer, [[0.5, 0.5], [0.5, 0.5]], [[1.0, 0.0], [0.9, 0.1]])
    p = np.array([[1.0, 1e-13], [1e-300, 1.0], [0.25, 0.75]])
    q = np.array([[1.0, 0.0], [0.0, 1.0], [0.5, 0.5]])
    cheap = np.array([0.0, 0.0, right_one(p, q)[2]])
    expect(answer.kl_divergence, p, q).returns(
        right_one, mistakes={RARE_IS_NEVER: cheap}, rtol=1e-5, atol=1e-6
    )


@points(1)
def test_the_rare_keeps_its_price(answer):
    for rare, rarer in ((1e-24, 1e-30), (1e-200, 1e-300)):
        check_rare(answer, rare, rarer)


def check_rare(answer, rare, rarer):
    p = np.array([[0.5, 0.5], [0.5, 0.5], [0.25, 0.75]])
    q = np.array([[1.0, rarer], [1.0, rare], [0.5, 0.5]])
    right = right_one(p, q)
    call = expect(answer.kl_divergence, p, q)
    infinite = np.array([np.inf, np.inf, right[2]])
    cheap = np.array([0.5 * np.log(0.5)] * 2 + [right[2]])
    mistakes = {TAKEN_FOR_ZERO: infinite, RARE_LEFT_OUT: cheap}
    if one_price(call.value, right):
        mistakes[ADDED] = call.value
    call.returns(right, mistakes=mistakes, rtol=1e-5, atol=1e-6)


def one_price(value, right):
    """Both rare symbols cost the same, and too little, as if replaced."""
    return (
        np.shape(value) == right.shape
        and 2 < value[0] < right[1] - 0.1
        and np.isclose(value[0], value[1], rtol=1e-3)
        and np.isclose(value[2], right[2], rtol=0.1)
    )


@points(1)
def test_no_warnings_and_the_arrays_are_untouched(answer):
    p = np.array([[0.5, 0.5, 0.0], [1.0, 0.0, 0.0]])
    q = np.array([[1.0, 0.0, 0.0], [0.0, 0.5, 0.5]])
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        expect(answer.kl_divergence, p, q).leaves_inputs()
    require(
        not seen,
        "NumPy warned: it divided by zero or took the logarithm of zero. "
        "Let it compute only where both probabilities are positive.",
    )
