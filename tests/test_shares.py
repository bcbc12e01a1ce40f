import numpy as np
import pytest

from d2lcode._processes import refuse_trained_loss, refuse_unlike
from d2lcode._shares import Shares, share
from d2lcode._structures import Padded


class Loader:
    """Batches as they are given."""

    def __init__(self, *batches):
        self.whole = batches

    def __len__(self):
        return len(self.whole)

    def batches(self, epoch, skip=0):
        return iter(self.whole[skip:])


def shares(batch, size, weigh=len):
    made = [Shares(Loader(batch), rank, size, weigh) for rank in range(size)]
    return [(next(those.batches(0)), those.factor) for those in made]


@pytest.mark.parametrize("n", [1, 2, 5, 8])
@pytest.mark.parametrize("size", [2, 3, 4])
def test_the_mean_of_the_weighted_means_is_the_mean(n, size):
    y = np.random.default_rng(n).standard_normal(n)
    parts = shares((y, y), size)
    means = [factor * mine.mean() for (_, mine), factor in parts]
    np.testing.assert_allclose(np.mean(means), y.mean(), atol=1e-12)


def test_tokens_weigh_as_tokens():
    y = Padded(np.array([[1, 2, 3], [4, -1, -1]]), np.array([3, 1]))
    parts = shares((y, y), 2, lambda part: part.lengths.sum())
    assert [factor for _, factor in parts] == [1.5, 0.5]


def test_a_batch_without_a_target_leaves_the_loss_alone():
    y = np.zeros((4, 2))
    assert [factor for _, factor in shares((y, y), 2, lambda _: 0)] == [1, 1]


def test_who_has_no_row_computes_with_the_first_one_for_nothing():
    y = np.array([7.0])
    (idle, nothing), (busy, all_of_it) = shares((y, y), 2)
    assert idle[1] == busy[1] == [7]
    assert (nothing, all_of_it) == (0, 2)


def test_a_share_has_the_form_of_the_batch():
    sequences = Padded(np.arange(12).reshape(3, 4), np.array([1, 2, 4]))
    batch = {"a": np.arange(3), "b": (sequences, None)}
    mine = share(batch, slice(0, 2))
    assert mine["a"].tolist() == [0, 1]
    padded, nothing = mine["b"]
    assert isinstance(padded, Padded)
    assert nothing is None
    assert padded.values.tolist() == [[0, 1], [4, 5]]
    assert padded.lengths.tolist() == [1, 2]


def test_a_resumed_epoch_skips_whole_batches():
    loader = Loader(*((np.arange(4), np.full(4, k)) for k in range(3)))
    mine = Shares(loader, 1, 2, len)
    assert len(mine) == 3
    found = [y.tolist() for _, y in mine.batches(0, skip=1)]
    assert found == [[1, 1], [2, 2]]


def test_unlike_values_are_named_with_their_processes():
    refuse_unlike("steps", [3, 3])
    with pytest.raises(ValueError, match="steps is 4 in process 1 and 3 in"):
        refuse_unlike("steps", [3, 4])


def test_a_loss_with_parameters_is_refused():
    refuse_trained_loss(len, [])
    with pytest.raises(ValueError, match="loss is a int with parameters"):
        refuse_trained_loss(1, [object()])
