"""What the loaders of both twins share; it needs neither framework."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from d2lcode._batches import Batches, as_arrays, batch_order


def pair(n):
    return np.arange(n)[:, None] * 1.0, np.arange(n)


@given(
    n=st.integers(1, 60),
    batch_size=st.integers(1, 70),
    shuffle=st.booleans(),
    seed=st.integers(0, 2**31),
)
def test_the_last_is_left_out_only_if_it_is_smaller(
    n, batch_size, shuffle, seed
):
    options = {"shuffle": shuffle, "seed": seed}
    whole = list(Batches(pair(n), batch_size, **options))
    assert Batches(pair(n), batch_size).smallest == len(whole[-1][1])
    if n < batch_size:
        with pytest.raises(ValueError, match="expected a batch_size of at"):
            Batches(pair(n), batch_size, drop_last=True)
        return
    batches = Batches(pair(n), batch_size, drop_last=True, **options)
    dealt = list(batches)
    assert len(dealt) == len(batches) == n // batch_size
    assert batches.smallest == batch_size
    for ours, theirs in zip(dealt, whole, strict=False):
        np.testing.assert_array_equal(ours[1], theirs[1])


@given(
    n=st.integers(1, 60),
    batch_size=st.integers(1, 70),
    shuffle=st.booleans(),
    seed=st.integers(0, 2**31),
)
def test_every_example_once_in_batches_of_equal_size(
    n, batch_size, shuffle, seed
):
    batches = Batches(pair(n), batch_size, shuffle=shuffle, seed=seed)
    dealt = list(batches)
    assert len(dealt) == len(batches)
    sizes = [len(y) for _, y in dealt]
    assert all(size == batch_size for size in sizes[:-1])
    assert 0 < sizes[-1] <= batch_size
    labels = np.concatenate([y for _, y in dealt])
    assert sorted(labels) == list(range(n))
    inputs = np.concatenate([x for x, _ in dealt])
    np.testing.assert_array_equal(inputs[:, 0], labels)


@given(n=st.integers(2, 50), seed=st.integers(0, 99), skip=st.integers(0, 9))
def test_skipping_leaves_the_rest_as_it_was(n, seed, skip):
    batches = Batches(pair(n), 4, shuffle=True, seed=seed)
    whole = [y.tolist() for _, y in batches.batches(5)]
    assert [y.tolist() for _, y in batches.batches(5, skip)] == whole[skip:]


def test_the_order_depends_on_seed_and_epoch_alone():
    orders = {
        (seed, epoch): tuple(batch_order(40, seed, epoch))
        for seed in range(4)
        for epoch in range(4)
    }
    assert len(set(orders.values())) == 16
    assert orders[2, 3] == tuple(batch_order(40, 2, 3))
    np.random.seed(0)
    assert orders[2, 3] == tuple(batch_order(40, 2, 3))


def test_orders_are_fair():
    """Each example comes first about as often as any other."""
    first = [batch_order(5, 0, epoch)[0] for epoch in range(2000)]
    counts = np.bincount(first, minlength=5)
    assert abs(counts - 400).max() < 5 * np.sqrt(2000 * 0.2 * 0.8)


def test_the_description_tells_runs_apart():
    def describe(data=None, size=4, **options):
        return Batches(data or pair(9), size, **options).describe()

    base = describe()
    assert describe() == base
    x, y = pair(9)
    for other in (
        describe(size=5),
        describe(shuffle=True),
        describe(seed=1),
        describe(drop_last=True),
        describe((x + 1, y)),
        describe((x, y[::-1])),
        describe(pair(10)),
    ):
        assert other != base


def test_a_transform_cannot_change_the_data():
    def spoil(x, rng):
        x[:] = -1
        return x

    data = pair(6)
    batches = Batches(data, 3, transform=spoil)
    assert all((x == -1).all() for x, _ in batches)
    np.testing.assert_array_equal(data[0], pair(6)[0])


def test_splits_pairs_and_lists_are_data():
    class Split:
        x, y = pair(3)

    for data in (Split, pair(3), list(pair(3)), ([[1], [2]], [0, 1])):
        x, y = as_arrays(data)
        assert len(x) == len(y) > 0


def test_types_are_made_two():
    """Real numbers are float32, whole ones int64."""
    x, y = pair(3)
    for kind in ("float16", "float32", "float64"):
        ours, _ = as_arrays((x.astype(kind), y))
        assert ours.dtype == np.float32
    for kind in ("bool", "int8", "uint8", "int32", "int64"):
        _, ours = as_arrays((x, y.astype(kind)))
        assert ours.dtype == np.int64
    tokens, _ = as_arrays((np.ones((3, 5), np.int32), y))
    assert tokens.dtype == np.int64
    single = x.astype(np.float32)
    assert as_arrays((single, y))[0] is single  # no copy


@pytest.mark.parametrize("bad", [None, 3, "ab", [1, 2], pair(3)[0], {}])
def test_other_things_are_not(bad):
    with pytest.raises(ValueError, match="expected"):
        as_arrays(bad)
