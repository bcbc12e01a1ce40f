"""What the loaders return: the real data, the stand-ins, the containers."""

import dataclasses
import hashlib
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.datasets import load_digits
from sklearn.linear_model import LinearRegression
from sklearn.neighbors import KNeighborsClassifier

from d2lcode import data
from d2lcode.data.standins import digits, prices


def flat(split):
    return split.x.reshape(len(split), -1)


def hashes(x):
    return [hashlib.sha256(row.tobytes()).digest() for row in x]


# --- Split


def split_of(n):
    return data.Split(np.arange(2.0 * n).reshape(n, 2), np.arange(n))


@given(st.integers(0, 9), st.integers(0, 12))
def test_take_gives_the_first_or_all(n, k):
    part = split_of(n).take(k)
    assert len(part) == min(n, k)
    np.testing.assert_array_equal(part.y, np.arange(min(n, k)))


@given(st.integers(0, 9), st.slices(9))
def test_a_slice_cuts_both_arrays(n, rows):
    part = split_of(n)[rows]
    np.testing.assert_array_equal(part.y, np.arange(n)[rows])
    np.testing.assert_array_equal(part.x[:, 0], 2 * part.y)


def test_rows_may_be_chosen_by_index_or_mask():
    assert split_of(5)[np.array([3, 1])].y.tolist() == [3, 1]
    assert split_of(3)[np.array([True, False, True])].y.tolist() == [0, 2]


def test_a_slice_shares_memory():
    whole = split_of(4)
    assert np.shares_memory(whole.x, whole[1:3].x)


def test_one_row_is_not_a_split():
    with pytest.raises(
        TypeError, match=r"rows is 1, expected a slice.*x\[i\]"
    ):
        split_of(3)[1]


def test_rows_that_are_not_there_are_refused():
    with pytest.raises(IndexError):
        split_of(3)[np.array([3])]


def test_take_refuses_a_negative_number():
    with pytest.raises(ValueError, match="n is -1, expected 0 or more"):
        split_of(3).take(-1)


def test_x_and_y_must_be_equally_long():
    with pytest.raises(ValueError, match=r"y has 2 rows, expected .* x, 3"):
        data.Split(np.zeros(3), np.zeros(2))


def test_splits_and_data_sets_are_frozen():
    d = data.housing(stand_in=True)
    for frozen, name in ((d, "train"), (d.train, "x")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(frozen, name, None)


def test_reprs_say_what_it_is():
    d = data.housing(stand_in=True)
    assert repr(d.test) == "Split(102 rows, x (13,) float32, y (1,) float32)"
    assert repr(d) == (
        "Boston housing (NOT the real data, but a stand-in, generated from "
        "a known linear truth): 404 train, 102 test, x (13,) float32, "
        "y (1,) float32"
    )
    whole = dataclasses.replace(d, real=True, source="there", valid=d.test)
    assert repr(whole).startswith(
        "Boston housing (real, from there): 404 train, 102 valid, 102 test"
    )


def test_arrays_belong_to_the_caller():
    first = data.housing(stand_in=True)
    first.train.x[:] = 0
    assert data.housing(stand_in=True).train.x.any()


def test_importing_loads_neither_network_nor_frameworks():
    code = (
        "import sys; from d2lcode import data; data.locate('housing');"
        "bad = {'pooch', 'requests', 'sklearn', 'torch', 'paddle'};"
        "print(sorted(bad & set(sys.modules)))"
    )
    out = subprocess.check_output([sys.executable, "-c", code], text=True)
    assert out == "[]\n"


def test_every_public_name_is_there():
    assert sorted(data.__all__) == dir(data)
    assert all(getattr(data, name) is not None for name in data.__all__)
    with pytest.raises(AttributeError, match="no attribute 'minst'"):
        _ = data.minst


# --- the stand-ins of the pictures


@pytest.fixture(scope="module", params=[data.mnist, data.fashion_mnist])
def pictures(request):
    return request.param(stand_in=True)


def test_stand_in_pictures_have_the_shape_of_the_real(pictures):
    for split, n in ((pictures.train, 6000), (pictures.test, 1000)):
        assert split.x.shape == (n, 1, 28, 28)
        assert split.x.dtype == np.float32
        assert split.y.shape == (n,)
        assert split.y.dtype == np.int64
        assert (split.x.min(), split.x.max()) == (0, 1)
        assert np.bincount(split.y, minlength=10).min() > 0.08 * n
    assert len(pictures.classes) == 10
    assert not pictures.real
    assert pictures.valid is None


def test_no_two_stand_in_pictures_are_the_same(pictures):
    every = hashes(pictures.train.x) + hashes(pictures.test.x)
    assert len(set(every)) == 7000


def test_stand_in_pictures_can_be_learnt_but_not_by_their_average(pictures):
    train, test = pictures.train.take(3000), pictures.test
    near = KNeighborsClassifier(1).fit(flat(train), train.y)
    assert near.score(flat(test), test.y) > 0.7
    means = np.stack([flat(train)[train.y == c].mean(0) for c in range(10)])
    gaps = ((flat(test)[:, None] - means) ** 2).sum(2)
    assert 0.3 < (gaps.argmin(1) == test.y).mean() < 0.9


def test_stand_ins_are_the_same_every_time(pictures):
    again = {"MNIST": data.mnist, "Fashion-MNIST": data.fashion_mnist}
    second = again[pictures.title](stand_in=True)
    np.testing.assert_array_equal(second.train.x, pictures.train.x)
    np.testing.assert_array_equal(second.test.y, pictures.test.y)


def test_stand_in_digits_have_the_ink_of_mnist():
    x = digits.make()[1].x
    assert x.mean() == pytest.approx(0.1307, abs=0.01)
    assert x.std() == pytest.approx(0.3081, abs=0.04)
    frame = x.copy()
    frame[:, :, 2:-2, 2:-2] = 0
    assert frame.sum() < 0.01 * x.sum()


def test_stand_in_digits_keep_originals_apart(monkeypatch):
    seen = []

    def noted(rng, small, labels, n):
        seen.append(set(hashes(small)))
        return data.Split(small, labels)

    monkeypatch.setattr(digits, "_copies", noted)
    digits.make()
    train, test = seen
    assert not train & test
    assert len(train | test) == len(set(hashes(load_digits().images / 16)))


def test_digits_are_centred_by_their_mass():
    rng = np.random.default_rng(0)
    small = np.zeros((5, 8, 8))
    small[:, 2:6, 2:5] = rng.uniform(0.9, 1, (5, 4, 3))
    zero = np.zeros(5)
    x = digits.enlarge(small, zero, zero + 1, np.zeros((5, 2)))
    line = np.arange(28)
    for axis in (1, 2):
        where = x.sum(axis) @ line / x.sum((1, 2))
        np.testing.assert_allclose(where, 13.5, atol=0.2)


def test_digits_move_by_what_they_are_told():
    small = np.zeros((2, 8, 8))
    small[:, 3:5, 3:5] = 1
    zero, shift = np.zeros(2), np.array([[0, 0], [3, -4]])
    still, moved = digits.enlarge(small, zero, zero + 1, shift)
    np.testing.assert_allclose(np.roll(still, (3, -4), (0, 1)), moved)


# --- housing


@pytest.fixture(scope="module")
def houses():
    return data.housing(stand_in=True)


def test_stand_in_houses_have_the_shape_of_the_real(houses):
    assert houses.train.x.shape == (404, 13)
    assert houses.test.y.shape == (102, 1)
    assert houses.train.x.dtype == houses.train.y.dtype == np.float32
    assert houses.columns[-2:] == ("B", "LSTAT")
    assert len(houses.columns) == 13


def test_stand_in_houses_follow_the_truth(houses):
    for split in (houses.train, houses.test):
        rest = split.y - houses.truth(split.x)
        assert rest.std() == pytest.approx(houses.truth.noise, rel=0.15)
        assert abs(rest.mean()) < 0.7


def test_no_stand_in_house_costs_less_than_nothing(houses):
    prices_of = np.vstack([houses.train.y, houses.test.y])
    assert 0 < prices_of.min() < prices_of.max() < 50


def test_least_squares_finds_the_truth():
    x, y, truth = prices.make(20_000)
    fitted = LinearRegression().fit(x, y)
    effect = (fitted.coef_[0] - truth.w[:, 0]) * x.std(0)
    np.testing.assert_allclose(effect, 0, atol=0.12)


def test_column_b_weighs_nothing_in_the_truth(houses):
    assert houses.truth.w[houses.columns.index("B")] == 0


def test_houses_need_a_row():
    with pytest.raises(ValueError, match="rows is 0, expected 1 or more"):
        prices.make(0)


def test_the_shuffle_has_a_seed(houses):
    again, other = (
        data.housing(shuffle_seed=s, stand_in=True) for s in (0, 1)
    )
    np.testing.assert_array_equal(again.train.x, houses.train.x)
    assert not np.array_equal(other.train.x, houses.train.x)
    rows = [
        set(hashes(np.vstack([d.train.x, d.test.x]))) for d in (again, other)
    ]
    assert rows[0] == rows[1]
    assert len(rows[0]) == 506
    with pytest.raises(ValueError, match="shuffle_seed is -1, expected 0"):
        data.housing(shuffle_seed=-1)


def test_the_docstring_says_what_is_wrong():
    words = " ".join(data.housing.__doc__.split())
    assert "Column B is a racial variable" in words
    assert "retired" in words


# --- the real data


@pytest.mark.usefixtures("real_data")
def test_real_mnist():
    d = data.mnist(stand_in=False)
    assert repr(d) == (
        "MNIST (real, from the folder in D2LCODE_DATA_MIRROR): "
        "60000 train, 10000 test, x (1, 28, 28) float32, y int64"
    )
    assert d.train.y[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert d.test.y[:5].tolist() == [7, 2, 1, 0, 4]
    assert d.train.x.mean() == pytest.approx(0.1307, abs=1e-4)
    assert d.train.x.std() == pytest.approx(0.3081, abs=1e-4)


@pytest.mark.usefixtures("real_data")
def test_real_fashion_mnist():
    d = data.fashion_mnist(stand_in=False)
    assert d.train.x.shape == (60000, 1, 28, 28)
    assert [d.classes[y] for y in d.train.y[:2]] == [
        "Ankle boot",
        "T-shirt/top",
    ]
    assert np.bincount(d.test.y).tolist() == [1000] * 10
    assert d.train.x.mean() == pytest.approx(0.2860, abs=1e-4)


@pytest.mark.usefixtures("real_data")
def test_real_housing():
    d = data.housing(stand_in=False)
    assert (len(d.train), len(d.test)) == (404, 102)
    assert d.truth is None
    x = np.vstack([d.train.x, d.test.x])
    y = np.vstack([d.train.y, d.test.y])
    (first,) = np.flatnonzero(np.isclose(x[:, 0], 0.00632))
    assert x[first, 5:7] == pytest.approx([6.575, 65.2])
    assert y[first, 0] == 24
    assert y.mean() == pytest.approx(22.5328, abs=1e-4)
    assert (y.min(), y.max()) == (5, 50)


@pytest.mark.usefixtures("real_data")
def test_the_stand_in_of_housing_has_similar_ranges(houses):
    real = data.housing(stand_in=False)
    spread = np.ptp(real.train.x, axis=0)
    for quantile in (0.05, 0.5, 0.95):
        ours = np.quantile(houses.train.x, quantile, axis=0)
        theirs = np.quantile(real.train.x, quantile, axis=0)
        assert (np.abs(ours - theirs) / spread).max() < 0.45
    assert houses.train.y.mean() == pytest.approx(real.train.y.mean(), abs=1)
    assert houses.train.y.std() == pytest.approx(real.train.y.std(), abs=2)
