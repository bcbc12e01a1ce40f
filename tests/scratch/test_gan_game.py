"""The game of three numbers: its gradients, its optimum, where it ends."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import approx_fprime
from scipy.special import expit, log_expit
from scipy.stats import norm

from d2lcode.scratch.gan import game

small = st.floats(-3, 3)
seeds = st.integers(0, 999)


def numbers(seed, sizes=(7, 5)):
    rng = np.random.default_rng(seed)
    return [rng.normal(i, 2, size) for i, size in enumerate(sizes)]


@settings(deadline=None)
@given(seeds)
def test_the_losses_equal_scipys(seed):
    real, fake = (30 * v for v in numbers(seed))
    expected = -log_expit(real).mean() - log_expit(-fake).mean()
    assert game.discriminator_loss(real, fake) == pytest.approx(expected)
    assert game.generator_loss(fake) == pytest.approx(-log_expit(fake).mean())
    saturating = game.generator_loss(fake, saturating=True)
    assert saturating == pytest.approx(log_expit(-fake).mean())


def test_nothing_overflows():
    far = np.array([-2000.0, 2000.0])
    with np.errstate(all="raise", under="ignore"):
        assert game.discriminator_loss(far, far) == 2000
        assert game.generator_loss(far) == 1000
        np.testing.assert_array_equal(game.sigmoid(far), [0, 1])


@settings(deadline=None)
@given(small, small, seeds)
def test_the_discriminators_gradient_is_the_slope_of_its_loss(w, b, seed):
    real, fake = numbers(seed)

    def loss(v):
        return game.discriminator_loss(v[0] * real + v[1], v[0] * fake + v[1])

    slopes = approx_fprime(np.array([w, b]), loss, 1e-7)
    found = game.discriminator_gradient(w, b, real, fake)
    np.testing.assert_allclose(found, slopes, atol=1e-5)


@pytest.mark.parametrize("saturating", [False, True])
@settings(deadline=None)
@given(small, small, seeds)
def test_the_generators_gradient_is_the_slope_of_its_loss(
    saturating, w, b, seed
):
    fake = numbers(seed)[1]

    def loss(shift):
        return game.generator_loss(w * (fake + shift) + b, saturating)

    slope = approx_fprime(np.zeros(1), loss, 1e-7)[0]
    found = game.generator_gradient(w, b, fake, saturating)
    assert found == pytest.approx(slope, abs=1e-5)


@given(small, small)
def test_the_optimal_discriminator_is_the_share_of_the_real(centre, shift):
    w, b = game.optimal_discriminator(centre, shift)
    x = np.linspace(-6, 6, 25)
    p, q = norm.pdf(x, centre), norm.pdf(x, shift)
    np.testing.assert_allclose(expit(w * x + b), p / (p + q), atol=1e-9)


@pytest.mark.parametrize("seed", range(3))
def test_a_discriminator_that_plays_alone_finds_the_optimum(seed):
    path = game.play(1.5, rounds=6000, lr_g=0, lr_d=0.05, seed=seed)
    late = path[3000:].mean(axis=0)
    np.testing.assert_allclose(
        late[1:], game.optimal_discriminator(1.5, 0), atol=0.1
    )
    assert not path[:, 0].any()


@pytest.mark.parametrize("seed", range(3))
def test_the_generator_arrives(seed):
    path = game.play(2.0, rounds=3000, lr_d=0.3, lr_g=0.03, seed=seed)
    assert path[0].tolist() == [0, 0, 0]
    assert path.shape == (3001, 3)
    assert path[-500:, 0].mean() == pytest.approx(2, abs=0.2)


def test_the_seed_decides():
    first, again, other = (game.play(rounds=5, seed=s) for s in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert not np.isclose(first[1:, :2], other[1:, :2]).any()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"lr_d": 0}, "lr_d is 0; expected a finite number above 0"),
        ({"lr_g": -1}, "lr_g is -1; expected a finite number of at least 0"),
        ({"rounds": 1.5}, "rounds is 1.5; expected a whole number"),
        ({"d_steps": 0}, "d_steps is 0; expected a whole number"),
        ({"batch_size": 0}, "batch_size is 0; expected a whole number"),
    ],
)
def test_what_makes_no_sense_is_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        game.play(**wrong)
