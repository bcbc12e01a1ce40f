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


lengths_of = st.lists(st.integers(1, 30), min_size=1, max_size=60)


def worded(lengths):
    """Sequences of these lengths, each of its own number."""
    return [np.full(n, i) for i, n in enumerate(lengths)]


@given(
    lengths=lengths_of,
    batch_size=st.integers(1, 20),
    seed=st.integers(0, 99),
    epoch=st.integers(0, 9),
)
def test_by_length_every_example_comes_once(lengths, batch_size, seed, epoch):
    part = worded(lengths)
    options = {"shuffle": True, "seed": seed, "by_length": True}
    batches = Batches((part, range(len(part))), batch_size, **options)
    dealt = list(batches.batches(epoch))
    assert len(dealt) == len(batches)
    assert all(len(y) == batch_size for _, y in dealt[:-1])
    rows = np.concatenate([y for _, y in dealt])
    assert sorted(rows) == list(range(len(part)))
    for x, y in dealt:
        assert x.values[:, 0].tolist() == y.tolist()
        assert x.lengths.tolist() == [lengths[i] for i in y]
    again = [y.tolist() for _, y in batches.batches(epoch, 1)]
    assert again == [y.tolist() for _, y in dealt[1:]]


def test_by_length_little_is_padded_and_epochs_differ():
    rng = np.random.default_rng(0)
    lengths = rng.integers(3, 40, 500)
    data = worded(lengths), range(500)

    def share(**options):
        """How much of the batches is padding, and their order."""
        batches = Batches(data, 16, shuffle=True, **options)
        dealt = [batch for _ in range(2) for batch in batches]
        size = sum(x.values.size for x, _ in dealt)
        orders = [y.tolist() for _, y in dealt]
        return 1 - 2 * lengths.sum() / size, orders

    sorted_, orders = share(by_length=True)
    plain, _ = share()
    assert plain > 0.4
    assert sorted_ < 0.06
    half = len(orders) // 2
    assert {*map(tuple, orders[:half])}.isdisjoint(map(tuple, orders[half:]))
    firsts = [lengths[order].max() for order in orders[:half]]
    assert firsts != sorted(firsts)


def test_by_length_two_sequences_are_both_similar():
    rng = np.random.default_rng(1)
    pairs = rng.integers(3, 9, (2000, 2))
    x = tuple(worded(column) for column in pairs.T)
    batches = Batches((x, range(2000)), 32, shuffle=True, by_length=True)
    sizes = [sum(p.values.size for p in x) for x, _ in batches]
    assert sum(sizes) < 1.1 * pairs.sum()


def test_by_length_it_is_not_always_the_longest_that_is_left_out():
    lengths = [*range(1, 8)]
    options = {"shuffle": True, "by_length": True, "drop_last": True}
    batches = Batches((worded(lengths), lengths), 3, **options)
    left = [
        28 - sum(int(y.sum()) for _, y in batches.batches(epoch))
        for epoch in range(60)
    ]
    assert len(set(left)) > 2


def test_by_length_without_shuffling_is_one_order():
    batches = Batches((worded([3, 1, 2]), range(3)), 1, by_length=True)
    first, second = ([y.tolist() for _, y in batches] for _ in "ab")
    assert first == second
    targets = Batches((np.ones(3), worded([3, 1, 2])), 1, by_length=True)
    assert len(list(targets)) == 3


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"by_length": True}, "by_length is True; expected sequences"),
        (
            {"transform": min, "joint_transform": min},
            "transform and joint_transform are both given; expected one",
        ),
    ],
)
def test_options_that_do_not_go_together(options, message):
    with pytest.raises(ValueError, match="expected") as refusal:
        Batches(pair(4), 2, **options)
    assert message in str(refusal.value)


def test_a_joint_transform_gives_both():
    def flip(x, y, rng):
        x["a"][:] = -1
        y[:] = rng.integers(100)
        return x, y

    data = {"a": np.ones(6)}, np.zeros(6)
    batches = Batches(data, 3, joint_transform=flip)
    (x, y), (_, other) = batches.batches(0)
    assert (x["a"] == -1).all()
    assert len({*y.tolist(), *other.tolist()}) == 2
    assert (data[0]["a"] == 1).all()
    assert not data[1].any()
    wrong = Batches(data, 3, joint_transform=lambda x, y, rng: x["a"])
    with pytest.raises(ValueError, match="gave a ndarray; expected a pair"):
        next(iter(wrong))


def test_every_part_of_a_structure_is_described():
    def describe(a=0, b=0, c=0, d=0, **options):
        x = {"a": np.full(4, a), "b": [[1], [2, b], [3], [4]]}
        y = np.full(4, c), [[1, 2], [d], [3], [4]]
        return Batches((x, y), 2, **options)

    base = describe()
    for other in (
        describe(a=1),
        describe(b=1),
        describe(c=1),
        describe(d=1),
        describe(by_length=True),
    ):
        assert other.describe() != base.describe()
    sums = {describe(**{k: 1}).fingerprint() for k in "abcd"}
    assert len(sums | {base.fingerprint()}) == 5
    assert list(describe().describe()) == [
        "batch_size",
        "shuffle",
        "seed",
        "drop_last",
        'shape of x["a"]',
        'checksum of x["a"]',
        'shape of x["b"]',
        'checksum of x["b"]',
        "checksum of y[0]",
        "checksum of y[1]",
    ]


def test_where_a_sequence_ends_is_described():
    ends = [
        Batches((part, [0, 1]), 1).fingerprint()
        for part in ([[1, 2], [3]], [[1], [2, 3]])
    ]
    assert ends[0] != ends[1]
