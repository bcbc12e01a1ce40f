import math
import warnings

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, points, require

TRAINS = "cross-entropy, and the logarithm of zero"
HINTS = [
    "Forget the zeros at first: `-np.sum(p * np.log(q))` is the formula.",
    "0 times minus infinity is nan. Leave out the symbols that never come "
    "before you take any logarithm: `comes = p > 0`, then `p[comes]`.",
    "If a symbol comes that you believed impossible, "
    "`np.any(q[comes] == 0)`, return `float('inf')` at once.",
]

BITS = "you took the logarithm to base 2; nats need the natural one, np.log."
SIGN = "the minus sign is missing: a surprise is never negative."
TURNED = (
    "p and q are exchanged: the frequency is p's, the surprise is q's, "
    "so it is p · log q."
)
MEAN = "you took the mean over the symbols. p already is the weight; add up."
OWN = "this is the entropy of p alone: the logarithm must be of q."
EXTRA = (
    "this is the KL divergence, the price beyond the entropy. Here the "
    "whole price is asked."
)
LAST = "the last symbol is missing from the sum."
ADDED = (
    "a small number was added to q, or put in place of small ones. It changes "
    "the price of whatever is rarer; leave out the symbols with p = 0 instead."
)
TAKEN_FOR_ZERO = (
    "a small q was taken for zero. Rare is not impossible: its price is high, "
    "and finite."
)
RARE_LEFT_OUT = "a rare symbol was left out. It comes, and at a high price."
RARE_IS_NEVER = (
    "a small p was taken for zero. Rare is not never: if it was believed "
    "impossible, the whole costs inf."
)
LARGEST = (
    "inf was replaced by the largest number there is, as np.nan_to_num does."
)
REPLACED = (
    "something was put in place of the zero in q. What comes although it was "
    "believed impossible costs inf."
)
LEFT_OUT = (
    "the symbols with q = 0 were left out. Those with p = 0 may be; what "
    "comes although q is 0 costs inf."
)

NOT_FILLED = (
    "np.log(…, where=…) leaves in its result what lay in memory before, "
    "where it computes nothing. Give it out=np.zeros_like(q) to begin with."
)


def by_hand(p, q):
    """The sum, term by term, in Python's own arithmetic."""
    total = 0.0
    for a, b in zip(p.tolist(), q.tolist(), strict=True):
        if a > 0:
            total += math.inf if b == 0 else -a * math.log(b)
    return total


def likely(p, q):
    """What each mistake gives, where nothing is impossible."""
    right = by_hand(p, q)
    return {
        BITS: right / math.log(2),
        SIGN: -right,
        TURNED: by_hand(q, p),
        MEAN: right / len(p),
        OWN: by_hand(p, p),
        EXTRA: right - by_hand(p, p),
        LAST: by_hand(p[:-1], q[:-1]),
    }


BOARDS = [(np.array([0.15, 0.6, 0.25]), np.array([0.5, 0.2, 0.3]))]


def check(answer, p, q):
    p, q = (v if isinstance(v, np.ndarray) else np.array(v) for v in (p, q))
    call = expect(answer.cross_entropy, p, q)
    known = {"mistakes": likely, "boards": BOARDS}
    if (p == 0).any() or (q == 0).any():
        mistakes = with_zeros(call.value, p, q, by_hand(p, q))
        known = {"mistakes": mistakes}
    return call.returns(by_hand, **known, rtol=1e-5, atol=1e-6)


def with_zeros(value, p, q, right):
    """Name the devices against the logarithm of zero, by what they gave."""
    if math.isfinite(right) or not is_finite(value):
        return {}
    found = {LEFT_OUT: by_hand(p[q > 0], q[q > 0])}
    if value > 1:
        found[LARGEST if value > 1e9 else REPLACED] = value
    return found


def is_finite(value):
    return isinstance(value, float | np.floating) and math.isfinite(value)


@points(1)
def test_two_symbols_by_hand(answer):
    check(answer, [0.75, 0.25], [0.4, 0.6])


@points(2)
def test_more_symbols(answer):
    check(answer, [0.7, 0.2, 0.1], [0.2, 0.5, 0.3])
    check(answer, [0.1, 0.2, 0.3, 0.4], [0.4, 0.1, 0.3, 0.2])
    check(answer, [1.0], [1.0])


@points(1)
def test_thousands_of_symbols(answer):
    table = np.random.default_rng(1).dirichlet(np.full(5000, 0.5), 2).T
    p, q = table[:, 0], table[:, 1]  # columns: with gaps in memory
    check(answer, p, q)
    half = p.copy()
    half[::2] = 0
    check(answer, half / half.sum(), q)
    check(answer, p[:40].astype(np.float32), q[:40].astype(np.float32))


@points(1)
@given(st.lists(st.tuples(st.integers(1, 50), st.integers(1, 50)), min_size=1))
def test_any_two_distributions(answer, counts):
    p, q = np.array(counts, float).T
    check(answer, p / p.sum(), q / q.sum())


@points(1)
def test_what_never_comes_costs_nothing(answer):
    check(answer, [0.5, 0.5, 0.0], [0.5, 0.5, 0.0])
    check(answer, [1.0, 0.0], [0.9, 0.1])
    check(answer, [0.0, 1.0], [0.0, 1.0])
    leave_nan(3)
    expect(answer.cross_entropy, *half_known()).returns(
        by_hand, mistakes={NOT_FILLED: math.nan}, rtol=1e-5, atol=1e-6
    )


def half_known():
    return np.array([0.5, 0.5, 0.0]), np.array([0.25, 0.75, 0.0])


def leave_nan(k):
    """Leave nan in freed memory: an array that nobody fills begins with it."""
    freed = [np.full(k, np.nan) for _ in range(8)]
    freed.clear()


@points(1)
def test_the_impossible_costs_infinitely_much(answer):
    check(answer, [0.25, 0.25, 0.5], [0.6, 0.0, 0.4])
    check(answer, [0.0, 0.1, 0.9], [0.5, 0.0, 0.5])
    # The first is the only impossible one; and nothing is possible.
    check(answer, [0.2, 0.3, 0.5], [0.0, 0.4, 0.6])
    check(answer, [1.0, 0.0], [0.0, 1.0])
    for rare in (1e-13, 1e-300):
        p, q = np.array([1.0, rare]), np.array([1.0, 0.0])
        why = {RARE_IS_NEVER: by_hand(p[:1], q[:1])}
        expect(answer.cross_entropy, p, q).returns(math.inf, mistakes=why)


@points(1)
def test_the_rare_keeps_its_price(answer):
    p = np.array([0.5, 0.5])
    for rare, rarer in ((1e-24, 1e-30), (1e-200, 1e-300)):
        pair = [np.array([1.0, q]) for q in (rare, rarer)]
        calls = [expect(answer.cross_entropy, p, q) for q in pair]
        one_price = alike(*(call.value for call in calls))
        for call in calls:
            known = {TAKEN_FOR_ZERO: math.inf, RARE_LEFT_OUT: 0.0}
            if one_price and 2 < call.value < by_hand(p, pair[0]) - 0.1:
                known[ADDED] = call.value
            call.returns(by_hand, mistakes=known, rtol=1e-5, atol=1e-6)


def alike(a, b):
    return all(map(is_finite, (a, b))) and math.isclose(a, b, rel_tol=1e-3)


@points(1)
def test_no_warnings_and_the_arrays_are_untouched(answer):
    p, q = np.array([0.5, 0.5, 0.0]), np.array([1.0, 0.0, 0.0])
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        expect(answer.cross_entropy, p, q).leaves_inputs()
    require(
        not seen,
        "NumPy warned: a logarithm of zero was taken. Choose the symbols "
        "first, then take logarithms.",
    )
