"""Every split checks alike: as many of each, and cuts that are cuts."""

import numpy as np
import pytest

from d2lcode.data.boxed import BoxSplit
from d2lcode.data.dataset import Split
from d2lcode.data.pair_set import PairSplit


def boxes(n):
    return np.zeros((n, 2, 4), np.float32), np.zeros((n, 2), np.int64)


SPLITS = {
    "labels has 2 rows": lambda x: BoxSplit(np.zeros((x, 3, 4, 4)), *boxes(2)),
    "y has 2 rows": lambda x: Split(np.zeros((x, 3)), np.zeros(2)),
    "y has 2 sentences": lambda x: PairSplit(("a",) * x, ("b",) * 2),
}


@pytest.mark.parametrize("message", SPLITS)
def test_parts_of_different_length(message):
    with pytest.raises(ValueError, match=f"^{message}, expected as many as"):
        SPLITS[message](3)
    assert len(SPLITS[message](2)) == 2


@pytest.mark.parametrize("message", SPLITS)
def test_one_number_is_no_cut(message):
    split = SPLITS[message](2)
    with pytest.raises(TypeError, match=r"^rows is 1, expected a slice .* i"):
        split[1]
    assert len(split[:1]) == len(split[np.array([1])]) == 1
    assert len(split[np.array([True, False])]) == 1
