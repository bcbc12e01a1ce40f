import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import softmax

from d2lcode.grading import numeric_gradient
from d2lcode.scratch.nlp import attention as at
from d2lcode.scratch.nlp import positions

sizes = st.integers(1, 5)


def drawn(seed, *shapes):
    rng = np.random.default_rng(seed)
    return [rng.normal(size=shape) for shape in shapes]


def plain_loop(q, k, v, mask):
    """One query at a time, one key at a time; batch axes are flattened."""
    means = np.zeros((*q.shape[:-1], v.shape[-1]))
    for place in np.ndindex(q.shape[:-1]):
        batch, row = place[:-1], place[-1]
        seen = [j for j in range(k.shape[-2]) if mask[place][j]]
        scores = [
            math.fsum(q[place] * k[batch][j]) / math.sqrt(q.shape[-1])
            for j in seen
        ]
        for j, p in zip(seen, softmax(scores) if seen else [], strict=True):
            means[batch][row] += p * v[batch][j]
    return means


@settings(deadline=None, max_examples=100)
@given(sizes, sizes, sizes, sizes, st.integers(0, 999), st.booleans())
def test_attention_equals_a_plain_loop(t, s, d, size, seed, batch):
    lead = (2, 3) if batch else ()
    q, k, v = drawn(seed, (*lead, t, d), (*lead, s, d), (*lead, s, size))
    mask = np.random.default_rng(seed).random((*lead, t, s)) < 0.6
    means, p = at.attention(q, k, v, mask)
    np.testing.assert_allclose(means, plain_loop(q, k, v, mask), atol=1e-12)
    np.testing.assert_allclose(p.sum(-1), mask.any(-1), atol=1e-12)
    assert not p[~mask].any()


@settings(deadline=None, max_examples=30)
@given(sizes, sizes, sizes, sizes, st.integers(0, 999), st.booleans())
def test_the_gradients_are_the_slopes(t, s, d, size, seed, masked):
    q, k, v, g = drawn(seed, (t, d), (s, d), (s, size), (t, size))
    mask = np.random.default_rng(seed).random((t, s)) < 0.6 if masked else None
    p = at.attention(q, k, v, mask)[1]
    found = at.attention_backward(q, k, v, p, g)
    for i, own in enumerate((q, k, v)):

        def loss(part, i=i):
            parts = [q, k, v]
            parts[i] = part
            return float((at.attention(*parts, mask)[0] * g).sum())

        np.testing.assert_allclose(
            found[i], numeric_gradient(loss, own), atol=1e-6
        )


def test_large_scores_stay_finite():
    q, k, v = np.full((1, 1), 1e4), np.array([[1e4], [1.0]]), np.eye(2)
    means, p = at.attention(q, k, v)
    np.testing.assert_array_equal(means, [[1, 0]])
    np.testing.assert_array_equal(p, [[1, 0]])


def test_a_query_that_sees_nothing_gets_zeros_without_a_warning():
    q, k, v = drawn(0, (2, 3), (4, 3), (4, 2))
    mask = np.array([[True] * 4, [False] * 4])
    means, p = at.attention(q, k, v, mask)
    assert means[0].any()
    assert not means[1].any()
    assert not p[1].any()
    for gradient in at.attention_backward(q, k, v, p, np.ones((2, 2))):
        assert np.isfinite(gradient).all()


def test_arguments_stay_and_single_precision_is_kept():
    q, k, v = (a.astype(np.float32) for a in drawn(0, (2, 4), (3, 4), (3, 2)))
    before = [a.copy() for a in (q, k, v)]
    means, _ = at.attention(q, k, v, np.tri(2, 3, 1, dtype=bool))
    assert means.dtype == np.float32
    for a, b in zip((q, k, v), before, strict=True):
        np.testing.assert_array_equal(a, b)


def test_shapes_that_do_not_fit():
    with pytest.raises(ValueError, match=r"q, k, v have shapes \(2, 3\)"):
        at.attention(*drawn(0, (2, 3), (4, 2), (4, 2)))
    with pytest.raises(ValueError, match="q, k, v have shapes"):
        at.attention(*drawn(0, (2, 3), (4, 3), (5, 2)))


def test_the_causal_mask():
    np.testing.assert_array_equal(
        at.causal_mask(3), [[1, 0, 0], [1, 1, 0], [1, 1, 1]]
    )
    np.testing.assert_array_equal(
        at.causal_mask(2, 4), [[1, 1, 1, 0], [1, 1, 1, 1]]
    )
    assert at.causal_mask(1).dtype == bool
    with pytest.raises(ValueError, match="keys is 2; expected at least 3"):
        at.causal_mask(3, 2)
    with pytest.raises(ValueError, match="queries is 0"):
        at.causal_mask(0)


@settings(deadline=None)
@given(sizes, sizes, sizes, sizes, st.integers(0, 99))
def test_heads_are_cut_and_joined(n, t, heads, size, seed):
    (x,) = drawn(seed, (n, t, heads * size))
    parts = at.split_heads(x, heads)
    assert parts.shape == (n, heads, t, size)
    np.testing.assert_array_equal(parts[0, -1, 0], x[0, 0, -size:])
    np.testing.assert_array_equal(at.join_heads(parts), x)


def test_heads_that_do_not_divide():
    with pytest.raises(ValueError, match=r"x has 6 columns; .* multiple of 4"):
        at.split_heads(np.zeros((1, 2, 6)), 4)


def test_slopes_of_the_heads():
    np.testing.assert_allclose(
        positions.distance_slopes(4), [1 / 4, 1 / 16, 1 / 64, 1 / 256]
    )
    np.testing.assert_allclose(positions.distance_slopes(1), [2**-8])
    given = positions.distance_slopes(2, [0, 1])
    np.testing.assert_array_equal(given, [0.0, 1.0])


@pytest.mark.parametrize(
    "slopes", [[1.0], [1, 2, 3], [1, -1], [1, np.inf], [np.nan, 1], [[1], [2]]]
)
def test_slopes_that_are_none(slopes):
    with pytest.raises(ValueError, match=r"slopes is .* expected 2 finite"):
        positions.distance_slopes(2, slopes)


def test_the_mask_of_distances():
    mask = positions.distance_mask(np.array([0.0, 2.0]), 2, 3)
    never = -np.inf
    np.testing.assert_array_equal(
        mask, [[[0, 0, never], [0, 0, 0]], [[-2, 0, never], [-4, -2, 0]]]
    )
