"""Loaders: every example once an epoch, in an order the seed determines."""

import numpy as np
import pytest


def numbered(n=10):
    return np.arange(n, dtype=np.float32)[:, None] / 2, np.arange(n)


def order(batches):
    return [y.numpy().tolist() for _, y in batches]


def together(x, y):
    return zip(x.numpy().ravel().tolist(), y.numpy().tolist(), strict=True)


def flat(batches):
    return [label for batch in order(batches) for label in batch]


def test_without_shuffling_the_order_is_kept(d2l):
    loader = d2l.loader(numbered(), 4)
    assert order(loader) == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]
    assert len(loader) == 3


def test_a_smaller_last_batch_can_be_left_out(d2l):
    loader = d2l.loader(numbered(), 4, drop_last=True)
    assert order(loader) == [[0, 1, 2, 3], [4, 5, 6, 7]]
    assert len(loader) == 2
    assert len(d2l.loader(numbered(), 5, drop_last=True)) == 2


def test_shuffled_each_example_comes_once_with_its_target(d2l):
    loader = d2l.loader(numbered(), 3, shuffle=True, seed=1)
    pairs = [p for x, y in loader for p in together(x, y)]
    assert sorted(b for _, b in pairs) == list(range(10))
    assert all(a == b / 2 for a, b in pairs)
    assert [b for _, b in pairs] != list(range(10))


def test_each_epoch_has_its_own_order_and_the_seed_repeats_it(d2l):
    first = d2l.loader(numbered(), 3, shuffle=True, seed=1)
    again = d2l.loader(numbered(), 3, shuffle=True, seed=1)
    other = d2l.loader(numbered(), 3, shuffle=True, seed=2)
    epochs = [flat(first), flat(first)]
    assert epochs[0] != epochs[1]
    assert [flat(again), flat(again)] == epochs
    assert flat(other) != epochs[0]


def test_an_epoch_can_be_entered_in_its_middle(d2l):
    loader = d2l.loader(numbered(), 3, shuffle=True, seed=1)
    assert order(loader.batches(7, skip=2)) == order(loader.batches(7))[2:]


def test_types(d2l):
    x, y = numbered()
    loader = d2l.loader((x.astype(np.float64), y), 4)
    (first, labels), *_ = loader
    assert first.numpy().dtype == np.float32
    assert labels.numpy().dtype == np.int64
    tokens = d2l.loader((y[:, None], y.astype(np.float64)), 4)
    (first, targets), *_ = tokens
    assert first.numpy().dtype == np.int64
    assert targets.numpy().dtype == np.float32


@pytest.mark.parametrize("shuffle", [False, True])
def test_transform_gets_numpy_and_a_generator_of_its_own(d2l, shuffle):
    def shift(x, rng):
        assert isinstance(x, np.ndarray)
        x += rng.integers(1, 100)
        return x

    pair = numbered()
    options = {"shuffle": shuffle, "seed": 4, "transform": shift}
    loader = d2l.loader(pair, 4, **options)
    plain = d2l.loader(pair, 4, shuffle=shuffle, seed=4)
    runs = [
        [x.numpy() for x, _ in loader.batches(epoch)] for epoch in (0, 1, 0)
    ]
    for ours, theirs in zip(runs[0], runs[2], strict=True):
        np.testing.assert_array_equal(ours, theirs)
    before = [x.numpy() for x, _ in plain.batches(0)]
    shifts = [(a - b)[0, 0] for a, b in zip(runs[0], before, strict=True)]
    assert len(set(shifts)) > 1
    assert min(shifts) >= 1
    np.testing.assert_array_equal(pair[0], numbered()[0])


def test_arrays_that_may_not_be_written_will_do(d2l, recwarn):
    x, y = numbered()
    x.flags.writeable = y.flags.writeable = False
    assert flat(d2l.loader((x, y), 4)) == list(range(10))
    assert not [w for w in recwarn if "writable" in str(w.message)]


def test_lists_and_strided_arrays_will_do(d2l):
    x, y = numbered()
    (first, _), *_ = d2l.loader((x[::-2], y[::-2].tolist()), 2)
    assert first.numpy().ravel().tolist() == [4.5, 3.5]
