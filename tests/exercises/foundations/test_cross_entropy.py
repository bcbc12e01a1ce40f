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


def by_hand(p, q):
    """The sum, term by term, in Python's own arithmetic."""
    total = 0.0
    for a, b in zip(p.tolist(), q.tolist(), strict=True):
        if a > 0:
            total += math.inf if b == 0 else -a * math.log(b)
    return total


def check(answer, p, q):
    p, q = np.array(p, float), np.array(q, float)
    right = by_hand(p, q)
    call = expect(answer.cross_entropy, p, q)
    mistakes = with_zeros(call.value, p, q, right)
    if (p > 0).all() and (q > 0).all():
        mistakes |= {
            BITS: right / math.log(2),
            SIGN: -right,
            TURNED: by_hand(q, p),
            MEAN: right / len(p),
            OWN: by_hand(p, p),
            EXTRA: right - by_hand(p, p),
            LAST: by_hand(p[:-1], q[:-1]),
        }
    return call.returns(right, mistakes=mistakes, rtol=1e-5, atol=1e-6)


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


@points(1)
def test_the_impossible_costs_infinitely_much(answer):
    check(answer, [0.25, 0.25, 0.5], [0.6, 0.0, 0.4])
    check(answer, [0.0, 0.1, 0.9], [0.5, 0.0, 0.5])


@points(1)
def test_the_rare_keeps_its_price(answer):
    p, rare, rarer = np.array([[0.5, 0.5], [1.0, 1e-24], [1.0, 1e-30]])
    calls = [expect(answer.cross_entropy, p, q) for q in (rare, rarer)]
    values = [call.value for call in calls]
    mistakes = {TAKEN_FOR_ZERO: math.inf, RARE_LEFT_OUT: 0.0}
    alike = all(map(is_finite, values)) and math.isclose(*values, rel_tol=1e-3)
    for call, q in zip(calls, (rare, rarer), strict=True):
        replaced = alike and 2 < call.value < by_hand(p, rare) - 0.1
        known = mistakes | ({ADDED: call.value} if replaced else {})
        right = by_hand(p, q)
        call.returns(right, mistakes=known, rtol=1e-5, atol=1e-6)


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
