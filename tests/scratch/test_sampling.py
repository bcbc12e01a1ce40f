import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.special import softmax

from d2lcode.scratch.nlp.sampling import draw, probabilities

logits = arrays(float, st.integers(1, 8), elements=st.floats(-50, 50))


@given(logits, st.floats(0.1, 10))
def test_temperature_divides_the_logits(z, temperature):
    np.testing.assert_allclose(
        probabilities(z, temperature), softmax(z / temperature), atol=1e-12
    )


@given(logits, st.integers(1, 12))
def test_top_k_keeps_the_largest_and_their_shares(z, k):
    p = probabilities(z, top_k=k)
    least = sorted(z, reverse=True)[min(k, len(z)) - 1]
    kept = np.where(z >= least, softmax(z), 0)
    np.testing.assert_allclose(p, kept / kept.sum(), atol=1e-12)


def test_at_temperature_zero_the_largest_is_certain():
    z = np.array([1.0, 3.0, 2.0, 3.0])
    np.testing.assert_array_equal(probabilities(z, 0), [0, 0.5, 0, 0.5])
    np.testing.assert_array_equal(probabilities(z[:3], 0, top_k=2), [0, 1, 0])
    assert probabilities(z[:3], 1e-300)[1] == 1


def test_large_logits_do_not_overflow():
    p = probabilities(np.array([1e300, -1e300, 1e300]), 1e-9)
    np.testing.assert_array_equal(p, [0.5, 0, 0.5])


def test_draws_have_these_probabilities():
    z, rng = np.log([0.5, 0.3, 0.15, 0.05]), np.random.default_rng(0)
    counts = np.bincount([draw(z, rng, 1.0, 3) for _ in range(4000)])
    np.testing.assert_allclose(
        counts / 4000, np.array([50, 30, 15]) / 95, atol=0.03
    )


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"temperature": -1}, "temperature is -1; expected a finite number"),
        ({"top_k": 0}, "top_k is 0; expected a whole number of at least 1"),
    ],
)
def test_numbers_out_of_range(wrong, message):
    with pytest.raises(ValueError, match=message):
        probabilities(np.zeros(3), **wrong)
