"""Generated points around a ring: shapes, truth, and what the seed decides."""

import numpy as np
import pytest

from d2lcode import data


@pytest.mark.parametrize("modes", [1, 3, 8, 25])
def test_shapes_types_and_classes(modes):
    d = data.ring(modes, train_rows=300, test_rows=40)
    assert d.truth.centres.shape == (modes, 2)
    for part, rows in ((d.train, 300), (d.test, 40)):
        assert part.x.shape == (rows, 2)
        assert part.y.shape == (rows,)
        assert part.x.dtype == np.float32
        assert part.y.dtype == np.int64
    assert set(d.train.y) == set(range(modes))
    assert d.classes == tuple(str(k) for k in range(modes))


def test_the_centres_stand_on_a_circle_against_the_clock():
    centres = data.ring(4, radius=3).truth.centres
    right = [[3, 0], [0, 3], [-3, 0], [0, -3]]
    np.testing.assert_allclose(centres, right, atol=1e-12)


def test_every_centre_is_equally_likely_and_its_points_are_normal():
    d = data.ring(train_rows=80_000, noise=0.25)
    shares = np.bincount(d.train.y) / 80_000
    np.testing.assert_allclose(shares, 1 / 8, atol=0.005)
    miss = d.train.x - d.truth.centres[d.train.y]
    np.testing.assert_allclose(miss.mean(axis=0), 0, atol=0.005)
    np.testing.assert_allclose(miss.std(axis=0), 0.25, rtol=0.02)
    assert abs(np.corrcoef(miss.T)[0, 1]) < 0.02


def test_counts_are_those_of_a_plain_loop():
    d = data.ring(5, noise=0.3, train_rows=400)
    points = np.vstack([d.train.x, [[0.0, 0.0], [9.0, 9.0]]])
    expected = [0] * 5
    for point in points:
        away = [float(np.hypot(*(point - c))) for c in d.truth.centres]
        if min(away) <= 3 * 0.3:
            expected[int(np.argmin(away))] += 1
    assert d.truth.counts(points).tolist() == expected
    assert 380 < sum(expected) <= 400


def test_counts_of_points_that_are_nowhere_near():
    truth = data.ring().truth
    assert truth.counts(np.zeros((10, 2))).tolist() == [0] * 8
    assert truth.counts(np.empty((0, 2))).tolist() == [0] * 8


def test_nearly_all_points_lie_within_three_deviations():
    d = data.ring(test_rows=20_000)
    share = d.truth.counts(d.test.x).sum() / 20_000
    assert share == pytest.approx(1 - np.exp(-4.5), abs=0.004)


def test_the_seed_decides():
    first, again, other = (data.ring(seed=s, train_rows=9) for s in (1, 1, 2))
    np.testing.assert_array_equal(first.train.x, again.train.x)
    assert not np.isin(first.train.x, other.train.x).any()
    assert not np.isin(first.train.x, first.test.x).any()


def test_the_repr_says_that_it_was_made():
    assert repr(data.ring(train_rows=9, test_rows=3)) == (
        "Points around a ring (generated, from 8 centres, noise 0.1, seed "
        "0): 9 train, 3 test, x (2,) float32, y int64"
    )


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"modes": 0}, "modes is 0; expected a whole number of at least 1"),
        ({"radius": 0}, "radius is 0; expected a finite number above 0"),
        ({"noise": -1}, "noise is -1; expected a finite number of at least"),
        ({"train_rows": 0}, "train_rows is 0; expected a whole number"),
        ({"test_rows": 2.5}, "test_rows is 2.5; expected a whole number"),
        ({"seed": -1}, "seed is -1; expected a whole number of at least 0"),
    ],
)
def test_what_makes_no_sense_is_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        data.ring(**wrong)
