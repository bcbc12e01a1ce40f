import numpy as np
import pytest

from d2lcode.scratch.nlp import character_rnn as cr
from d2lcode.scratch.softmax_regression import cross_entropy


def wide(weights):
    return {name: w.astype(np.float64) for name, w in weights.items()}


def test_window_gradients_are_slopes():
    rng = np.random.default_rng(0)
    weights = wide(cr.start(5, 4))
    numbers, h = rng.integers(5, size=(7, 3)), rng.normal(size=(3, 4))
    _, grads, after = cr.window_gradients(weights, numbers, h)
    assert after.shape == (3, 4)
    assert grads.keys() == weights.keys()
    for name, gradient in grads.items():
        way = rng.normal(size=gradient.shape)
        up, down = (
            cr.window_gradients(
                weights | {name: weights[name] + s * way}, numbers, h
            )[0]
            for s in (1e-6, -1e-6)
        )
        slope = (up - down) / 2e-6
        assert np.sum(gradient * way) == pytest.approx(slope, abs=1e-7)


def test_reading_gives_the_scores_that_the_loss_is_made_of():
    weights, numbers = cr.start(6, 5), np.array([1, 4, 4, 0, 2, 5])
    loss, _, _ = cr.window_gradients(
        weights, numbers[:, None], np.zeros((1, 5), np.float32)
    )
    scores = cr.read(weights, numbers[:-1])
    assert scores.shape == (5, 6)
    assert loss == pytest.approx(cross_entropy(scores, numbers[1:]), rel=1e-6)


def test_it_learns_a_pattern_that_no_single_character_tells():
    numbers = np.tile([1, 1, 2, 1, 2, 2], 200)
    begin = cr.start(3, 16)
    before = {name: w.copy() for name, w in begin.items()}
    weights, losses, lengths = cr.descend(
        numbers, begin, lr=1.0, steps=300, rows=4, window=12, clip_norm=1.0
    )
    assert len(losses) == len(lengths) == 300
    assert losses[0] == pytest.approx(np.log(3), abs=0.3)
    assert np.mean(losses[-20:]) < 0.1
    assert {w.dtype for w in weights.values()} == {np.dtype(np.float32)}
    for name, w in before.items():
        np.testing.assert_array_equal(begin[name], w)


def test_clipping_shortens_the_step_and_keeps_its_direction():
    numbers = np.random.default_rng(0).integers(4, size=200)
    begin = wide(cr.start(4, 5))

    def step(clip_norm):
        made, _, lengths = cr.descend(
            numbers,
            begin,
            lr=1,
            steps=1,
            rows=2,
            window=8,
            clip_norm=clip_norm,
        )
        return {k: begin[k] - w for k, w in made.items()}, lengths[0]

    (free, length), (short, _), (same, _) = map(step, (None, 0.01, 1e6))
    assert cr.norm(free) == pytest.approx(length)
    assert cr.norm(short) == pytest.approx(0.01)
    for name, way in free.items():
        np.testing.assert_allclose(short[name], way * 0.01 / length)
        np.testing.assert_allclose(same[name], way)


def test_the_state_goes_on_from_window_to_window():
    numbers = np.random.default_rng(1).integers(4, size=2 * 9)
    weights = cr.start(4, 5)
    tiny = {"lr": 1e-30, "rows": 2}
    _, two, _ = cr.descend(numbers, weights, steps=2, window=4, **tiny)
    _, one, _ = cr.descend(numbers, weights, steps=1, window=8, **tiny)
    assert np.mean(two) == pytest.approx(one[0], rel=1e-6)
    _, again, _ = cr.descend(numbers, weights, steps=4, window=4, **tiny)
    assert again == pytest.approx(two + two)


def test_a_text_that_is_too_short_is_refused():
    with pytest.raises(ValueError, match="length 20; expected at least 22"):
        cr.descend(
            np.zeros(20, int),
            cr.start(2, 2),
            lr=1,
            steps=1,
            rows=2,
            window=10,
        )


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"lr": 0}, "lr is 0; expected"),
        ({"steps": 0}, "steps is 0; expected"),
        ({"rows": 0}, "rows is 0; expected"),
        ({"window": 0}, "window is 0; expected"),
        ({"clip_norm": 0}, "clip_norm is 0; expected"),
    ],
)
def test_numbers_out_of_range_are_refused(wrong, message):
    sound = {"lr": 1, "steps": 1, "rows": 2, "window": 4}
    with pytest.raises(ValueError, match=message):
        cr.descend(np.zeros(20, int), cr.start(2, 2), **sound | wrong)
